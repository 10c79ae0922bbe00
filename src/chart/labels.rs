//! Finds room for labels: apart from one another, inside the picture, near what they name.

use super::{Anchor, Area, Placed, Role, Weight, text_width};

/// Height of a line of text.
pub(super) const LINE: f64 = 16.5;
/// Size of names and values.
pub(super) const SIZE: f64 = 13.0;
/// Size of axis numbers.
pub(super) const AXIS: f64 = 12.5;

/// The box of a text: from the height of an accented capital to the depth of a descender.
pub(super) fn text_area(
    (x, y): (f64, f64),
    anchor: Anchor,
    size: f64,
    weight: Weight,
    content: &str,
) -> Area {
    let width = text_width(content, size, weight);
    let x = match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    Area { x, y: y - size, width, height: size * 1.265 }
}

/// A label in a column: where its middle should be, how high it is, how much it matters (0 most).
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish {
    pub(super) middle: f64,
    pub(super) height: f64,
    pub(super) rank: u8,
}

/// Middles of labels moved apart as little as possible, within `low` and `high`; `None` for a label
/// left out. The least important are left out, the most crowded first, until all fit and none of
/// rank 2 or more moves further than `reach`.
pub(super) fn set_apart(wishes: &[Wish], (low, high): (f64, f64), reach: f64) -> Vec<Option<f64>> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.retain(|at| wishes.get(*at).is_some_and(|wish| wish.middle.is_finite()));
    let middle = |at: &usize| wishes.get(*at).map_or(0.0, |wish| wish.middle);
    crate::compare::sort_stably(&mut order, |a, b| middle(a).total_cmp(&middle(b)));
    loop {
        let sorted: Vec<Wish> = order.iter().filter_map(|at| wishes.get(*at)).copied().collect();
        let middles = moved_apart(&sorted, low, high);
        let fits = sorted.iter().map(|wish| wish.height).sum::<f64>() <= high - low;
        let strays =
            |(wish, middle): (&Wish, &f64)| wish.rank > 1 && (wish.middle - middle).abs() > reach;
        let is_settled = fits && !sorted.iter().zip(&middles).any(strays);
        if let Some(victim) = most_crowded(&sorted).filter(|_| !is_settled) {
            order.remove(victim);
            continue;
        }
        let mut found = vec![None; wishes.len()];
        for (at, middle) in order.iter().zip(middles) {
            if let Some(place) = found.get_mut(*at) {
                *place = Some(middle);
            }
        }
        return found;
    }
}

/// Middles of labels that are sorted by their wishes. Neighbours that touch form a block, which
/// stands at the average of their wishes.
fn moved_apart(wishes: &[Wish], low: f64, high: f64) -> Vec<f64> {
    let mut blocks: Vec<(f64, f64, usize)> = Vec::new();
    for wish in wishes {
        blocks.push((wish.middle, wish.height, 1));
        while let [.., before, last] = blocks.as_slice() {
            let (a, b) = (clamped(*before, low, high), clamped(*last, low, high));
            if a + before.1 / 2.0 <= b - last.1 / 2.0 + 1e-9 {
                break;
            }
            let (n, m) = (before.2 as f64, last.2 as f64);
            let height = before.1 + last.1;
            // The middles of the joined block that would leave either part where it wishes to be.
            let first = before.0 + height / 2.0 - before.1 / 2.0;
            let second = last.0 - height / 2.0 + last.1 / 2.0;
            let joined = ((first * n + second * m) / (n + m), height, before.2 + last.2);
            blocks.truncate(blocks.len() - 2);
            blocks.push(joined);
        }
    }
    let mut middles = Vec::new();
    let mut rest = wishes.iter();
    for block in blocks {
        let mut top = clamped(block, low, high) - block.1 / 2.0;
        for wish in rest.by_ref().take(block.2) {
            middles.push(top + wish.height / 2.0);
            top += wish.height;
        }
    }
    middles
}

fn clamped((middle, height, _): (f64, f64, usize), low: f64, high: f64) -> f64 {
    middle.min(high - height / 2.0).max(low + height / 2.0)
}

/// Index of the label to leave out first: the most crowded of the least important.
fn most_crowded(sorted: &[Wish]) -> Option<usize> {
    let worst = sorted.iter().map(|wish| wish.rank).max()?;
    let middle = |place: usize| sorted.get(place).map(|wish| wish.middle);
    let room = |place: usize| {
        let here = middle(place).unwrap_or(0.0);
        let before = place.checked_sub(1).and_then(middle).map_or(f64::INFINITY, |y| here - y);
        let after = middle(place + 1).map_or(f64::INFINITY, |y| y - here);
        before.min(after)
    };
    let candidates = sorted.iter().enumerate().filter(|(_, wish)| wish.rank == worst);
    candidates.map(|(place, _)| place).min_by(|a, b| room(*a).total_cmp(&room(*b)))
}

/// What is taken already: boxes that no label may touch, and lines that none may stand on.
#[derive(Default)]
pub(super) struct Taken {
    pub(super) areas: Vec<Area>,
    pub(super) lines: Vec<Leg>,
}

impl Taken {
    /// Whether a box is free and inside `bounds`.
    pub(super) fn is_free(&self, area: Area, bounds: Area) -> bool {
        let inside = area.x >= bounds.x
            && area.y >= bounds.y
            && area.x + area.width <= bounds.x + bounds.width
            && area.y + area.height <= bounds.y + bounds.height;
        inside
            && !self.areas.iter().any(|other| meets(area, *other))
            && !self.lines.iter().any(|(from, to)| crosses(*from, *to, area))
    }

    /// Whether an upright line meets a box or a line.
    pub(super) fn meets(&self, (x, from): (f64, f64), (_, to): (f64, f64)) -> bool {
        let long = Area { x, y: from.min(to), width: 0.0, height: (from - to).abs() };
        self.areas.iter().any(|area| meets(long, *area))
            || self.lines.iter().any(|(from, to)| crosses(*from, *to, long))
    }

    /// Writes a text at the first free one of `spots`; returns its box, `None` if there is none.
    pub(super) fn write(
        &mut self,
        label: &Label<'_>,
        spots: &[Spot],
        bounds: Area,
        placed: &mut Placed,
    ) -> Option<Area> {
        let Label { content, size, weight, fill } = *label;
        for (at, anchor) in spots {
            let area = text_area(*at, *anchor, size, weight, content);
            if self.is_free(area, bounds) {
                self.areas.push(area);
                // A background of its own, which interrupts the grid and other pale lines.
                let ground = Area { y: area.y + 2.0, height: area.height - 3.0, ..area };
                placed.rect(ground, Role::Paper);
                placed.write(*at, *anchor, size, weight, fill, content);
                return Some(area);
            }
        }
        None
    }
}

/// Where a text may stand.
pub(super) type Spot = ((f64, f64), Anchor);

/// A straight line between two points.
pub(super) type Leg = ((f64, f64), (f64, f64));

/// A text that has no place yet.
pub(super) struct Label<'a> {
    pub(super) content: &'a str,
    pub(super) size: f64,
    pub(super) weight: Weight,
    pub(super) fill: Role,
}

fn meets(a: Area, b: Area) -> bool {
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/// How far apart a text and a sign seem, zero if they touch. What stands in the line of a text
/// seems nearer than what stands above or below it.
pub(super) fn gap(a: Area, b: Area) -> f64 {
    let across = (b.x - a.x - a.width).max(a.x - b.x - b.width).max(0.0);
    let down = (b.y - a.y - a.height).max(a.y - b.y - b.height).max(0.0);
    across.hypot(1.5 * down)
}

/// Whether a line has a point in a box.
pub(super) fn crosses(
    from: (f64, f64),
    to: (f64, f64),
    Area { x, y, width, height }: Area,
) -> bool {
    // The part of the line, from 0 to 1, that lies between the box's sides in both directions.
    let (mut start, mut end) = (0.0f64, 1.0f64);
    for (at, run, low, high) in
        [(from.0, to.0 - from.0, x, x + width), (from.1, to.1 - from.1, y, y + height)]
    {
        if run == 0.0 {
            if !(low..=high).contains(&at) {
                return false;
            }
        } else {
            let (a, b) = ((low - at) / run, (high - at) / run);
            start = start.max(a.min(b));
            end = end.min(a.max(b));
        }
    }
    start <= end
}

/// Hues that are not legible as text give way to ink.
pub(super) fn legible(color: Role) -> Role {
    match color {
        Role::Category(4..=6 | 8) | Role::Peer => Role::Ink,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wishes(middles: &[f64]) -> Vec<Wish> {
        middles.iter().map(|middle| Wish { middle: *middle, height: 10.0, rank: 1 }).collect()
    }

    fn placed(wishes: &[Wish], high: f64) -> Vec<Option<f64>> {
        set_apart(wishes, (0.0, high), f64::INFINITY)
    }

    #[test]
    fn labels_with_room_stay_and_crowded_ones_share_what_they_move() {
        assert_eq!(placed(&wishes(&[20.0, 50.0]), 100.0), [Some(20.0), Some(50.0)]);
        assert_eq!(placed(&wishes(&[52.0, 48.0]), 100.0), [Some(55.0), Some(45.0)]);
        let three = placed(&wishes(&[50.0, 50.0, 50.0]), 100.0);
        assert_eq!(three, [Some(40.0), Some(50.0), Some(60.0)]);
    }

    #[test]
    fn labels_stay_inside_and_the_least_important_leave() {
        assert_eq!(placed(&wishes(&[-5.0, 2.0]), 100.0), [Some(5.0), Some(15.0)]);
        assert_eq!(placed(&wishes(&[99.0, 98.0]), 100.0), [Some(95.0), Some(85.0)]);
        let mut crowd = wishes(&[1.0, 2.0, 30.0]);
        crowd[0].rank = 0;
        assert_eq!(placed(&crowd, 20.0), [Some(5.0), None, Some(15.0)]);
        assert_eq!(placed(&wishes(&[f64::NAN]), 20.0), [None]);
    }

    #[test]
    fn of_a_crowd_those_leave_that_would_stray() {
        let crowd: Vec<Wish> =
            [50.0, 50.5, 51.0, 51.5].map(|middle| Wish { middle, height: 10.0, rank: 2 }).into();
        let found = set_apart(&crowd, (0.0, 100.0), 6.0);
        assert_eq!(found.iter().flatten().count(), 2, "{found:?}");
        assert_eq!(set_apart(&wishes(&[50.0; 4]), (0.0, 100.0), 6.0).iter().flatten().count(), 4);
    }

    #[test]
    fn no_two_labels_of_a_crowd_touch() {
        let crowd: Vec<f64> = (0..17).map(|n| f64::from(n * n % 23) * 3.7).collect();
        let mut found: Vec<f64> = placed(&wishes(&crowd), 175.0).into_iter().flatten().collect();
        assert_eq!(found.len(), 17);
        found.sort_by(f64::total_cmp);
        assert!(found.windows(2).all(|pair| pair[1] - pair[0] >= 10.0 - 1e-6), "{found:?}");
        assert!(found[0] >= 5.0 - 1e-6 && found[16] <= 170.0 + 1e-6);
    }
}
