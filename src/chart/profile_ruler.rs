//! A ruler for a place: its figure on the whole of its scale, a tick for each whole that the place
//! belongs to, a flag for the target, and labels in rows where they do not overlap.

use super::ruler::{axis, place_bound};
use super::{Anchor, Area, Placed, Role, Scale, Weight, text_width};
use crate::quantity::{Amount, Interval, Quantity, Unit};
use crate::view::Lang;

/// A figure to compare the place's own with.
#[derive(Clone, Debug, PartialEq)]
pub struct RulerMark {
    /// Its value.
    pub value: f64,
    /// Its name and value.
    pub label: String,
    /// Its colour.
    pub color: Role,
    /// A flag instead of a tick.
    pub is_target: bool,
}

/// What a ruler shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileRuler {
    /// The printed figure; `None` for one that follows from a list.
    pub quantity: Option<Quantity>,
    /// What true values are possible.
    pub interval: Option<Interval>,
    /// Unit of the scale; it has a lower and an upper end.
    pub unit: Unit,
    /// Name and figure of the place.
    pub label: String,
    /// Its colour.
    pub color: Role,
    /// The figures to compare it with.
    pub marks: Vec<RulerMark>,
    /// Language of the numbers.
    pub lang: Lang,
}

/// Height of a row of labels.
const ROW: f64 = 18.0;
const SIZE: f64 = 13.0;
/// Minimum space between two labels in a row.
const GAP: f64 = 8.0;

/// Places a ruler at a width in CSS pixels.
pub fn place_profile_ruler(spec: &ProfileRuler, width: f64) -> Placed {
    let max = spec.unit.bounds().high().value().unwrap_or(1.0);
    let scale = Scale::new(8.0, width - 26.0, max);
    // The middle of a band is not a figure, so no leader points to it.
    let is_band = spec.quantity.is_none_or(|quantity| quantity.value().is_none());
    let labels = labels(spec, &scale, width, is_band);
    let rows = labels.iter().map(|label| label.row + 1).max().unwrap_or(0);
    // From top to bottom: rows of text, poles of the flags, track.
    let middle = rows as f64 * ROW + 16.0;
    let mut placed = Placed { width, height: middle + 30.0, ..Placed::default() };
    axis(&scale, middle, spec.unit, spec.lang, &mut placed);
    let led = labels.iter().filter(|label| !(is_band && label.is_own));
    leaders(led, &labels, middle, &mut placed);
    // A dot stands in front of the ticks, a band behind them.
    let is_dot = spec.quantity.is_some_and(|q| q.value().is_some() && !q.is_bound());
    if !is_dot {
        own(spec, middle, &scale, &mut placed);
    }
    for mark in &spec.marks {
        reference(mark, scale.px(mark.value), middle, &mut placed);
    }
    if is_dot {
        own(spec, middle, &scale, &mut placed);
    }
    for label in labels {
        placed.write(
            (label.from, baseline(label.row, middle)),
            Anchor::Start,
            SIZE,
            weight(label.is_own),
            Role::Ink,
            &label.content,
        );
    }
    placed
}

fn baseline(row: usize, middle: f64) -> f64 {
    middle - 17.0 - row as f64 * ROW
}

/// A label with its place: the text from `from` to `to` on a row, counted upwards.
struct Label {
    x: f64,
    from: f64,
    to: f64,
    row: usize,
    is_own: bool,
    content: String,
}

/// A label that has no place yet: its mark, its width, and whether it is that of the place.
#[derive(Clone, Copy)]
struct Wanted<'a> {
    x: f64,
    long: f64,
    is_own: bool,
    content: &'a String,
}

impl<'a> Wanted<'a> {
    fn new(x: f64, content: &'a String, is_own: bool) -> Self {
        Self { x, long: text_width(content, SIZE, weight(is_own)), is_own, content }
    }
}

fn weight(is_own: bool) -> Weight {
    if is_own { Weight::Semibold } else { Weight::Regular }
}

/// On which side of its mark a label stands.
#[derive(Clone, Copy)]
enum Side {
    Middle,
    Right,
    Left,
}

const SIDES: [Side; 3] = [Side::Middle, Side::Right, Side::Left];

/// When the label of the place takes its row: before the others, in their order, or after them.
#[derive(Clone, Copy)]
enum Turn {
    First,
    Among,
    Last,
}

/// The labels without overlap, so that as few as possible stand at the mark of another, and that of
/// the place at its own.
fn labels(spec: &ProfileRuler, scale: &Scale, width: f64, is_band: bool) -> Vec<Label> {
    let own = middle_of(spec).map(|value| Wanted::new(scale.px(value), &spec.label, true));
    let marks = spec.marks.iter().map(|m| Wanted::new(scale.px(m.value), &m.label, false));
    let wanted: Vec<Wanted<'_>> = own.into_iter().chain(marks).collect();
    let mut best: Option<(usize, Vec<Label>)> = None;
    for turn in [Turn::First, Turn::Among, Turn::Last] {
        for sides in SIDES.into_iter().flat_map(|own| SIDES.map(|other| (own, other))) {
            let found = stack(&wanted, turn, sides, (width, is_band));
            if best.as_ref().is_none_or(|(least, _)| found.0 < *least) {
                best = Some(found);
            }
        }
    }
    best.map(|(_, labels)| labels).unwrap_or_default()
}

/// The cost of stacking the labels to a side, that of the place to its own (marks that texts hide
/// or touch, and rows), and the labels.
fn stack(
    wanted: &[Wanted<'_>],
    turn: Turn,
    (own_side, side): (Side, Side),
    (width, is_band): (f64, bool),
) -> (usize, Vec<Label>) {
    let mut order: Vec<&Wanted<'_>> = wanted.iter().collect();
    // On the right, the last mark gets the lowest row, so that no leader crosses a text; on the
    // left, the first mark.
    crate::compare::sort_stably(&mut order, |a, b| match side {
        Side::Left => a.x.total_cmp(&b.x),
        Side::Right | Side::Middle => b.x.total_cmp(&a.x),
    });
    match turn {
        Turn::First => crate::compare::sort_stably(&mut order, |a, b| b.is_own.cmp(&a.is_own)),
        Turn::Among => {}
        Turn::Last => crate::compare::sort_stably(&mut order, |a, b| a.is_own.cmp(&b.is_own)),
    }
    let mut labels: Vec<Label> = Vec::new();
    let mut cost = 0;
    for &&Wanted { x, long, is_own, content } in &order {
        let from = match if is_own { own_side } else { side } {
            Side::Middle => x - long / 2.0,
            Side::Right => x - 3.0,
            Side::Left => x + 3.0 - long,
        };
        let from = from.min(width - long - 1.0).max(1.0);
        let to = from + long;
        let is_free = |row: usize| {
            labels.iter().filter(|l| l.row == row).all(|l| l.from > to + GAP || l.to + GAP < from)
        };
        // The middle of a band is no mark.
        let is_mark = |is_own: bool| !(is_own && is_band);
        let hidden = |row: usize| {
            let under = labels.iter().filter(|l| l.row <= row && is_mark(is_own));
            let over = labels.iter().filter(|l| l.row >= row && is_mark(l.is_own));
            let under = under.map(|l| touch(x, l.from, l.to));
            under.chain(over.map(|l| touch(l.x, from, to))).sum::<usize>()
        };
        let rows = (0..=labels.len()).filter(|row| is_free(*row));
        let row = rows.min_by_key(|row| (hidden(*row), *row)).unwrap_or(labels.len());
        cost += 2 * hidden(row) + if is_own { 3 * row } else { row };
        labels.push(Label { x, from, to, row, is_own, content: content.clone() });
    }
    (cost, labels)
}

/// How much a text hides a mark: not at all, or it begins or ends beside it, or stands on it.
fn touch(x: f64, from: f64, to: f64) -> usize {
    let reaches = |by: f64| from < x + by && to > x - by;
    if reaches(2.0) { 5 } else { usize::from(reaches(GAP)) }
}

/// Thin lines from the labels above the lowest row to their marks, left out where they would run
/// through a text.
fn leaders<'a>(
    led: impl Iterator<Item = &'a Label>,
    labels: &[Label],
    middle: f64,
    placed: &mut Placed,
) {
    for label in led {
        for row in 0..label.row {
            let is_covered = labels
                .iter()
                .any(|l| l.row == row && l.from < label.x + 2.0 && l.to > label.x - 2.0);
            if is_covered {
                continue;
            }
            let bottom = baseline(row, middle) + 5.0;
            placed.line((label.x, bottom - ROW), (label.x, bottom), Role::Ink3, 1.0);
        }
    }
}

fn reference(mark: &RulerMark, x: f64, middle: f64, placed: &mut Placed) {
    placed.line(
        (x, middle - if mark.is_target { 13.0 } else { 9.0 }),
        (x, middle + 7.0),
        mark.color,
        if mark.is_target { 1.5 } else { 2.5 },
    );
    if mark.is_target {
        let points = vec![(x, middle - 13.0), (x + 10.0, middle - 9.5), (x, middle - 6.0)];
        placed.polygon(points, mark.color);
    }
}

/// The place's own figure: a dot, a limit, a range with two ends, or an inferred interval.
fn own(spec: &ProfileRuler, middle: f64, scale: &Scale, placed: &mut Placed) {
    let color = spec.color;
    match (spec.quantity, spec.interval) {
        (Some(quantity), _) if quantity.value().is_some() => {
            let x = scale.px(quantity.value().unwrap_or_default());
            if quantity.is_bound() {
                place_bound(&quantity, x, middle, color, scale, placed);
            } else {
                placed.circle((x, middle), 7.0, color, None);
            }
        }
        (Some(Quantity { amount: Amount::Range { low, low_open, high, high_open }, .. }), _) => {
            let (from, to) = band(low, high, middle, scale, color, placed);
            let ends = [(from, low_open), (to, high_open)];
            placed.line((from, middle), (to, middle), color, 2.5);
            for (x, is_open) in ends {
                placed.circle((x, middle), 5.0, color, is_open.then_some(2.5));
            }
        }
        (_, Some(allowed)) => {
            let low = allowed.low().value().unwrap_or(0.0);
            let high = allowed.high().value().unwrap_or(scale.max);
            let (from, to) = band(low, high, middle, scale, color, placed);
            // The pale hue of many places is that of the track, so a dashed line shows the band.
            placed.dashed((from, middle), (to, middle), color, 2.5, Some((4.0, 4.0)));
            for x in [from, to] {
                placed.line((x, middle - 8.0), (x, middle + 8.0), color, 2.0);
            }
        }
        (_, None) => {}
    }
}

/// Draws the pale part between two values; returns its ends in pixels.
fn band(
    low: f64,
    high: f64,
    middle: f64,
    scale: &Scale,
    color: Role,
    placed: &mut Placed,
) -> (f64, f64) {
    let (from, to) = (scale.px(low), scale.px(high));
    let area = Area { x: from, y: middle - 5.0, width: to - from, height: 10.0 };
    placed.rect(area, color.washed());
    (from, to)
}

/// Where the label of the figure points: its value, or the middle of what is possible.
fn middle_of(spec: &ProfileRuler) -> Option<f64> {
    let printed = spec.quantity.and_then(|quantity| quantity.value());
    printed.or_else(|| spec.interval?.clamped_to(spec.unit.bounds()).middle())
}
