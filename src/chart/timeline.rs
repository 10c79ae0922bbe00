//! Figures in chronological order without a common measure: each by itself, with a zigzag wherever
//! the measure changes. There is no value axis, and no figures are joined.

use super::labels::{LINE, SIZE};
use super::symbol::{flag, symbol};
use super::{Anchor, Placed, Role, Shape, Weight, breaks, text_width, wrap};

/// One figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// When.
    pub date: String,
    /// The figure in words.
    pub value: String,
    /// What it measures.
    pub measure: String,
    /// Hue of the entity.
    pub color: Role,
    /// Sign of the entity.
    pub shape: Shape,
    /// Whether it is a target, not a measured figure.
    pub is_target: bool,
    /// Whether its measure differs from that of the figure before.
    pub is_new: bool,
}

/// Figures in the order of time.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineSpec {
    /// The figures.
    pub moments: Vec<Moment>,
}

/// Below this width, the figures are stacked.
const WIDE: f64 = 480.0;
const VALUE: f64 = 22.0;
const PAD: f64 = 22.0;

/// Places the figures at a width.
pub(super) fn place_timeline(spec: &TimelineSpec, width: f64) -> Placed {
    let mut placed = Placed { width, ..Placed::default() };
    if width >= WIDE {
        across(spec, &mut placed);
    } else {
        down(spec, &mut placed);
    }
    placed
}

fn across(spec: &TimelineSpec, placed: &mut Placed) {
    let count = spec.moments.len().max(1) as f64;
    let column = placed.width / count;
    let axis = 12.0;
    let mut lowest = axis;
    for (at, moment) in spec.moments.iter().enumerate() {
        let x = at as f64 * column + if at == 0 { 0.0 } else { PAD };
        let room = column - if at == 0 { PAD / 2.0 } else { 1.5 * PAD };
        sign(moment, (x + 6.0, axis), placed);
        let bottom = words(moment, (x, axis + 14.0), room, placed);
        lowest = lowest.max(bottom);
    }
    for (at, moment) in spec.moments.iter().enumerate() {
        let start = at as f64 * column;
        let x = start + if at == 0 { 0.0 } else { PAD };
        placed.line((x + 16.0, axis), (start + column - PAD, axis), Role::Rule, 1.0);
        if at > 0 && moment.is_new {
            breaks::upright((start, 0.0), lowest, placed);
        }
    }
    placed.height = lowest + 4.0;
}

fn down(spec: &TimelineSpec, placed: &mut Placed) {
    let mut y = 0.0;
    for (at, moment) in spec.moments.iter().enumerate() {
        if at > 0 {
            y += 10.0;
            if moment.is_new {
                let across = |along, aside| (along, y + 3.5 + aside);
                breaks::zigzag(placed.width, &across, placed);
                y += 14.0;
            }
        }
        sign(moment, (7.0, y + 9.0), placed);
        y = words(moment, (22.0, y), placed.width - 22.0, placed);
    }
    placed.height = y + 4.0;
}

fn sign(moment: &Moment, at: (f64, f64), placed: &mut Placed) {
    if moment.is_target {
        flag((at.0, at.1 + 7.0), at.1 - 8.0, moment.color, placed);
    } else {
        symbol(moment.shape, at, 6.0, moment.color, false, placed);
    }
}

/// Writes date, figure and measure below one another; returns the y of the lower end.
fn words(moment: &Moment, (x, top): (f64, f64), room: f64, placed: &mut Placed) -> f64 {
    let mut put = |y: f64, size: f64, weight: Weight, fill: Role, content: &str| {
        placed.write((x, y), Anchor::Start, size, weight, fill, content);
    };
    put(top + 13.0, SIZE, Weight::Regular, Role::Ink2, &moment.date);
    let size = VALUE.min(VALUE * room / text_width(&moment.value, VALUE, Weight::Semibold));
    put(top + 13.0 + 27.0, size, Weight::Semibold, Role::Ink, &moment.value);
    let mut y = top + 13.0 + 27.0;
    for line in wrap(&moment.measure, room, SIZE, Weight::Regular) {
        y += LINE;
        put(y + 3.0, SIZE, Weight::Regular, Role::Ink2, &line);
    }
    y + 8.0
}
