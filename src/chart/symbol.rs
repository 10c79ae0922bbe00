//! The signs for figures, which show how much of a figure is known.
//!
//! Shape is the second cue beside colour: the nation is a square, ministries are circles,
//! provinces diamonds, a target a flag.

use super::{Area, Placed, Role, distance};
use crate::data::{Entity, EntityKind};
use crate::quantity::{Hedge, Interval, Quantity};

/// The sign of an entity.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Shape {
    /// Ministries, and whatever else has no shape of its own.
    Circle,
    /// The nation.
    Square,
    /// Provinces.
    Diamond,
    /// For an entity whose hue and usual shape are already taken in the view.
    Triangle,
}

/// The sign of an entity, the same in every view.
pub fn entity_shape(entity: &Entity) -> Shape {
    match entity.kind {
        EntityKind::Nation => Shape::Square,
        EntityKind::Province63 | EntityKind::Province34 => Shape::Diamond,
        EntityKind::Block if &*entity.id == "block:provinces" => Shape::Diamond,
        _ => Shape::Circle,
    }
}

/// Draws a sign centred on a point; a hollow one shows that the value is not known exactly.
pub(super) fn symbol(
    shape: Shape,
    (x, y): (f64, f64),
    radius: f64,
    color: Role,
    hollow: bool,
    placed: &mut Placed,
) {
    if shape == Shape::Circle {
        let ring = hollow.then_some(2.5);
        let radius = if hollow { radius - 1.25 } else { radius };
        return placed.circle((x, y), radius, color, ring);
    }
    outline(shape, (x, y), radius, color, placed);
    if hollow {
        outline(shape, (x, y), radius * 0.5, Role::Paper, placed);
    }
}

/// Draws a sign other than a circle that looks as large as a circle of that radius.
fn outline(shape: Shape, (x, y): (f64, f64), radius: f64, fill: Role, placed: &mut Placed) {
    let points = match shape {
        Shape::Circle | Shape::Square => {
            return placed.rect(Area::around((x, y), radius * 0.9), fill);
        }
        Shape::Diamond => {
            let r = radius * 1.25;
            vec![(x, y - r), (x + r, y), (x, y + r), (x - r, y)]
        }
        Shape::Triangle => {
            let r = radius * 1.2;
            vec![(x, y - r), (x + r, y + r * 0.8), (x - r, y + r * 0.8)]
        }
    };
    placed.polygon(points, fill);
}

/// A target: a flag on a pole from `foot` up to `top`.
pub(super) fn flag((x, foot): (f64, f64), top: f64, color: Role, placed: &mut Placed) {
    placed.line((x, top), (x, foot), color, 1.5);
    let points = vec![(x, top), (x + 9.0, top + 4.0), (x, top + 8.0)];
    placed.polygon(points, color);
}

/// What is drawn of a figure on a scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Known {
    /// The printed value, or the printed limit of a bound.
    pub value: Option<f64>,
    /// The lowest possible value; `None` if unbounded.
    pub low: Option<f64>,
    /// The highest possible value; `None` if unbounded.
    pub high: Option<f64>,
    /// How exactly the figure is known.
    pub side: Side,
}

/// How exactly a figure is known.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Side {
    /// To the printed digit; the rounding is not drawn.
    Exact,
    /// Approximately ("khoảng"): a hollow sign.
    About,
    /// Below the printed limit: a ring, open to lower values.
    Below,
    /// Above the printed limit: a ring, open to higher values.
    Above,
    /// Between two limits.
    Between,
}

impl Known {
    /// What is drawn of a printed figure, or of an interval that follows from a list. `None` where
    /// nothing is known.
    pub fn of(quantity: Option<Quantity>, interval: Option<Interval>) -> Option<Self> {
        let interval = interval?;
        let (low, high) = (interval.low().value(), interval.high().value());
        let value = quantity.and_then(|quantity| quantity.value());
        // A value that is not finite has no place on a scale, least of all at its start.
        if [value, low, high].into_iter().flatten().any(|number| !number.is_finite()) {
            return None;
        }
        let side = match quantity {
            Some(quantity) if quantity.is_upper_bound() => Side::Below,
            Some(quantity) if quantity.is_bound() => Side::Above,
            Some(quantity) if value.is_some() && quantity.hedge == Hedge::About => Side::About,
            Some(_) if value.is_some() => Side::Exact,
            _ => Side::Between,
        };
        Some(Self { value, low, high, side })
    }

    /// Where lines and labels place the figure: its value, else the middle or the only end of its
    /// interval; `None` if that is not finite.
    pub fn at(&self) -> Option<f64> {
        let between = match (self.low, self.high) {
            (Some(low), Some(high)) => Some(f64::midpoint(low, high)),
            (one, other) => one.or(other),
        };
        self.value.or(between).filter(|at| at.is_finite())
    }

    /// The values that a scale must contain; an open side runs to the end of the scale.
    pub fn ends(&self) -> [f64; 2] {
        let at = self.at().unwrap_or(f64::NAN);
        match self.side {
            Side::Between => [self.low.unwrap_or(at), self.high.unwrap_or(at)],
            Side::Below => [self.low.unwrap_or(at), at],
            _ => [at, at],
        }
    }

    /// From where to where more than a sign is drawn: what is possible within `limits`, the ends of
    /// the scale. `None` for a single value.
    pub(super) fn range(&self, limits: (f64, f64)) -> Option<(f64, f64)> {
        let at = self.at()?;
        let (low, high) = (self.low.unwrap_or(limits.0), self.high.unwrap_or(limits.1));
        match self.side {
            Side::Exact | Side::About => None,
            Side::Between => Some((low, high)),
            Side::Below => Some((low, at)),
            Side::Above => Some((at, high)),
        }
    }
}

/// Draws what is possible beyond the sign itself: a pale band within `limits`, with an arrow to an
/// open side. `along` maps a value to its point on a horizontal or vertical line.
pub(super) fn span(
    known: &Known,
    along: impl Fn(f64) -> (f64, f64),
    limits: (f64, f64),
    color: Role,
    placed: &mut Placed,
) {
    let Some((low, high)) = known.range(limits) else { return };
    let (low, high) = (along(low), along(high));
    placed.line(low, high, color.washed(), 9.0);
    match known.side {
        Side::Below => arrow(high, low, color, placed),
        Side::Above => arrow(low, high, color, placed),
        _ => placed.line(low, high, color, 1.5),
    }
}

/// An arrow along an axis, from beside a ring to an open end.
fn arrow(from: (f64, f64), tip: (f64, f64), color: Role, placed: &mut Placed) {
    let length = distance(from, tip);
    if length < 12.0 {
        return;
    }
    let (x, y) = ((tip.0 - from.0) / length, (tip.1 - from.1) / length);
    // The ring covers the first pixels.
    let mut stroke = |from: (f64, f64)| placed.line(from, tip, color, 1.75);
    stroke((from.0 + 5.0 * x, from.1 + 5.0 * y));
    stroke((tip.0 - 4.0 * x - 4.0 * y, tip.1 - 4.0 * y - 4.0 * x));
    stroke((tip.0 - 4.0 * x + 4.0 * y, tip.1 - 4.0 * y + 4.0 * x));
}

/// Draws the sign of a figure at a point: filled if exact, hollow if not, none for a bare interval.
pub(super) fn sign(
    known: &Known,
    shape: Shape,
    at: (f64, f64),
    (radius, color): (f64, Role),
    placed: &mut Placed,
) {
    match known.side {
        Side::Exact => symbol(shape, at, radius, color, false, placed),
        Side::About | Side::Below | Side::Above => {
            symbol(shape, at, radius, color, true, placed);
        }
        Side::Between => {}
    }
}
