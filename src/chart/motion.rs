//! The transition from one chart to the next of its kind: where every mark stands on the way.
//!
//! Two marks count as the same if they are of one kind, lie in the same target of the same entity
//! and come in the same order. Outside the targets they must look alike, as an axis number with the
//! same text does. Such marks move, the others fade.

use super::{Area, Mark, Placed, Role};
use crate::data::Id;

/// The transition from one placed chart to another.
#[derive(Clone, Debug)]
pub struct Motion {
    steps: Vec<Step>,
}

#[derive(Clone, Debug)]
enum Step {
    Leaves(Mark),
    Comes(Mark),
    Moves { from: Mark, to: Mark, looks_alike: bool },
}

impl Motion {
    /// From one chart to another, each with the entities of its rows.
    pub fn new(from: (&Placed, &[Id]), to: (&Placed, &[Id])) -> Self {
        let (before, after) = (names(from), names(to));
        let mut is_used = vec![false; before.len()];
        let mut arrivals = Vec::new();
        // Matches mostly follow one another, so the search begins after the last one.
        let mut next = 0;
        for (mark, name) in to.0.marks.iter().zip(&after) {
            let is_same = |at: &usize| {
                is_used.get(*at) == Some(&false)
                    && before.get(*at).is_some_and(|other| other == name)
            };
            let same = (next..before.len()).chain(0..next).find(is_same);
            let old = same.and_then(|at| {
                next = at + 1;
                *is_used.get_mut(at)? = true;
                from.0.marks.get(at)
            });
            arrivals.push(match old {
                Some(old) => {
                    let looks_alike = moved(old, (mark, mark), 1.0) == *mark;
                    Step::Moves { from: old.clone(), to: mark.clone(), looks_alike }
                }
                None => Step::Comes(mark.clone()),
            });
        }
        // Leaving marks lie behind arriving ones.
        let leaving = from.0.marks.iter().zip(is_used).filter(|(_, used)| !used);
        let mut steps: Vec<Step> = leaving.map(|(mark, _)| Step::Leaves(mark.clone())).collect();
        steps.append(&mut arrivals);
        Self { steps }
    }

    /// The marks at a share of the way from 0 to 1, back to front, each with its opacity. At 0 they
    /// are those of the first chart, at 1 those of the second; all others have opacity 0.
    pub fn at(&self, share: f64) -> Vec<(Mark, f64)> {
        let share = share.clamp(0.0, 1.0);
        // Fast at first, then slowing down.
        let share = 1.0 - (1.0 - share).powi(3);
        let mut marks = Vec::new();
        for step in &self.steps {
            match step {
                Step::Leaves(mark) => marks.push((mark.clone(), 1.0 - share)),
                Step::Comes(mark) => marks.push((mark.clone(), share)),
                Step::Moves { from, to, looks_alike: true } => {
                    marks.push((moved(to, (from, to), share), 1.0));
                }
                Step::Moves { from, to, looks_alike: false } => {
                    // An old text fades out. An old shape stays until the new one covers it, or it
                    // would look pale.
                    let fades = matches!(from, Mark::Text { .. }) || share == 1.0;
                    let opacity = if fades { 1.0 - share } else { 1.0 };
                    marks.push((moved(from, (from, to), share), opacity));
                    marks.push((moved(to, (from, to), share), share));
                }
            }
        }
        marks
    }
}

/// What identifies a mark.
#[derive(PartialEq)]
struct Name<'a> {
    kind: Kind,
    /// The entity whose target it lies in, and which of that entity's targets this is.
    owner: Option<(&'a Id, usize)>,
    /// For a mark outside all targets: its colour and its text.
    look: Option<(Role, &'a str)>,
}

#[derive(PartialEq)]
enum Kind {
    Rect,
    Line,
    Circle,
    Path(usize),
    Polygon(usize),
    Text,
}

/// The names of all marks, in their order.
fn names<'a>((placed, entities): (&'a Placed, &'a [Id])) -> Vec<Name<'a>> {
    let mut owners: Vec<(Area, &Id, usize)> = Vec::new();
    for target in &placed.targets {
        let Some(id) = entities.get(target.row) else { continue };
        let before = owners.iter().filter(|(_, other, _)| *other == id).count();
        owners.push((target.area, id, before));
    }
    let name = |mark: &'a Mark| {
        let (kind, color, content, area) = described(mark);
        let middle = (area.x + area.width / 2.0, area.y + area.height / 2.0);
        let holds = |(target, ..): &&(Area, &Id, usize)| {
            let (across, down) = (middle.0 - target.x, middle.1 - target.y);
            (0.0..=target.width).contains(&across)
                && (0.0..=target.height).contains(&down)
                && area.height <= target.height + 2.0
        };
        let size = |(target, ..): &&(Area, &Id, usize)| target.width * target.height;
        let owner = owners.iter().filter(holds).min_by(|a, b| size(a).total_cmp(&size(b)));
        let look = owner.is_none().then_some((color, content));
        Name { owner: owner.map(|(_, id, nth)| (*id, *nth)), kind, look }
    };
    placed.marks.iter().map(name).collect()
}

/// Kind, colour and text of a mark, and the area that decides which target it belongs to. A line
/// through points runs from figure to figure and belongs where it begins.
fn described(mark: &Mark) -> (Kind, Role, &str, Area) {
    let point = |at| Area::around(at, 0.0);
    match mark {
        Mark::Rect { area, fill } => (Kind::Rect, *fill, "", *area),
        Mark::Line { from, to, stroke, .. } => {
            let (x, y) = (from.0.min(to.0), from.1.min(to.1));
            let (width, height) = ((from.0 - to.0).abs(), (from.1 - to.1).abs());
            (Kind::Line, *stroke, "", Area { x, y, width, height })
        }
        Mark::Circle { center, color, .. } => (Kind::Circle, *color, "", point(*center)),
        Mark::Path { points, stroke, .. } => {
            let start = points.first().copied().unwrap_or_default();
            (Kind::Path(points.len()), *stroke, "", point(start))
        }
        Mark::Polygon { points, fill } => {
            let corner = points.first().copied().unwrap_or_default();
            (Kind::Polygon(points.len()), *fill, "", point(corner))
        }
        Mark::Text { at, fill, content, .. } => (Kind::Text, *fill, content, point(*at)),
    }
}

/// A mark that looks like `look`, at a share of the way between two of its kind.
fn moved(look: &Mark, (from, to): (&Mark, &Mark), share: f64) -> Mark {
    let (mut from, mut to, mut mark) = (from.clone(), to.clone(), look.clone());
    let ends = numbers(&mut from).into_iter().zip(numbers(&mut to));
    for (number, (start, end)) in numbers(&mut mark).into_iter().zip(ends) {
        *number = *start * (1.0 - share) + *end * share;
    }
    mark
}

/// The numbers that say where a mark stands and how large it is.
fn numbers(mark: &mut Mark) -> Vec<&mut f64> {
    match mark {
        Mark::Rect { area, .. } => {
            vec![&mut area.x, &mut area.y, &mut area.width, &mut area.height]
        }
        Mark::Line { from, to, .. } => vec![&mut from.0, &mut from.1, &mut to.0, &mut to.1],
        Mark::Circle { center, radius, .. } => vec![&mut center.0, &mut center.1, radius],
        Mark::Path { points, .. } | Mark::Polygon { points, .. } => {
            points.iter_mut().flat_map(|(x, y)| [x, y]).collect()
        }
        Mark::Text { at, size, .. } => vec![&mut at.0, &mut at.1, size],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Anchor, HitArea, Weight};

    /// A chart with a row for each entity, bar length and figure, and an axis tick below the rows.
    fn chart(rows: &[(&str, f64, &str)], tick: (f64, &str)) -> (Placed, Vec<Id>) {
        let mut placed = Placed { width: 300.0, height: 200.0, ..Placed::default() };
        let words = |at, content: &str, placed: &mut Placed| {
            placed.write(at, Anchor::Start, 13.0, Weight::Regular, Role::Ink, content);
        };
        let mut entities = Vec::new();
        for (row, (name, length, figure)) in rows.iter().enumerate() {
            let y = 27.0 * row as f64;
            let bar = Area { x: 100.0, y: y + 6.0, width: *length, height: 15.0 };
            words((0.0, y + 18.0), name, &mut placed);
            placed.rect(bar, Role::Category(2));
            words((104.0 + length, y + 18.0), figure, &mut placed);
            let area = Area { x: 0.0, y, width: 300.0, height: 27.0 };
            placed.targets.push(HitArea { area, row });
            entities.push(Id::from(*name));
        }
        words((tick.0, 190.0), tick.1, &mut placed);
        (placed, entities)
    }

    fn between(from: &(Placed, Vec<Id>), to: &(Placed, Vec<Id>), share: f64) -> Vec<(Mark, f64)> {
        Motion::new((&from.0, &from.1), (&to.0, &to.1)).at(share)
    }

    /// The visible marks: those with opacity.
    fn seen(marks: Vec<(Mark, f64)>) -> Vec<Mark> {
        marks.into_iter().filter(|(_, opacity)| *opacity > 0.0).map(|(mark, _)| mark).collect()
    }

    fn two() -> (Placed, Vec<Id>) {
        chart(&[("Huế", 120.0, "60%"), ("Hà Nam", 80.0, "40%")], (200.0, "50"))
    }

    fn turned() -> (Placed, Vec<Id>) {
        let rows = [("Hà Nam", 150.0, "75%"), ("Huế", 120.0, "60%"), ("Sơn La", 20.0, "10%")];
        chart(&rows, (250.0, "50"))
    }

    #[test]
    fn it_begins_with_the_first_and_ends_with_exactly_the_second() {
        let (from, to) = (two(), turned());
        let sorted = |mut marks: Vec<Mark>| {
            marks.sort_by_key(|mark| format!("{mark:?}"));
            marks
        };
        assert_eq!(sorted(seen(between(&from, &to, 0.0))), sorted(from.0.marks.clone()));
        assert_eq!(seen(between(&from, &to, 1.0)), to.0.marks);
        // The last frame may come late.
        assert_eq!(seen(between(&from, &to, 1.7)), to.0.marks);
        assert_eq!(seen(between(&to, &from, 1.0)), from.0.marks);
    }

    #[test]
    fn a_row_takes_its_marks_along_and_the_axis_its_numbers() {
        let marks = between(&two(), &turned(), 0.5);
        let share = 1.0 - 0.5f64.powi(3);
        let bars: Vec<(f64, f64)> = marks
            .iter()
            .filter_map(|(mark, opacity)| match mark {
                Mark::Rect { area, .. } if *opacity == 1.0 => Some((area.y, area.width)),
                _ => None,
            })
            .collect();
        // Hà Nam rises from the second row to the first and grows; Huế sinks and stays as long.
        assert_eq!(bars, [(33.0 - 27.0 * share, 80.0 + 70.0 * share), (6.0 + 27.0 * share, 120.0)]);
        let tick = marks.iter().find_map(|(mark, opacity)| match mark {
            Mark::Text { at, content, .. } if content == "50" => Some((at.0, *opacity)),
            _ => None,
        });
        assert_eq!(tick, Some((200.0 + 50.0 * share, 1.0)));
    }

    #[test]
    fn what_is_new_fades_in_and_what_goes_fades_out() {
        let opacity = |marks: &[(Mark, f64)], wanted: &str| {
            let of = |(mark, opacity): &(Mark, f64)| match mark {
                Mark::Text { content, .. } if content == wanted => Some(*opacity),
                _ => None,
            };
            marks.iter().find_map(of)
        };
        let coming = between(&two(), &turned(), 0.5);
        assert_eq!(opacity(&coming, "Sơn La"), Some(0.875));
        assert_eq!((opacity(&coming, "40%"), opacity(&coming, "75%")), (Some(0.125), Some(0.875)));
        let leaving = between(&turned(), &two(), 0.5);
        assert_eq!(opacity(&leaving, "Sơn La"), Some(0.125));
        assert_eq!(opacity(&leaving, "Huế"), Some(1.0));
    }

    #[test]
    fn every_number_stays_between_its_ends() {
        let (from, to) = (two(), turned());
        for step in 0..=20 {
            for (mark, opacity) in between(&from, &to, f64::from(step) / 20.0) {
                assert!((0.0..=1.0).contains(&opacity), "{opacity}");
                let numbers: Vec<f64> =
                    numbers(&mut mark.clone()).into_iter().map(|n| *n).collect();
                assert!(numbers.iter().all(|n| (0.0..=300.0).contains(n)), "{mark:?}");
            }
        }
    }
}
