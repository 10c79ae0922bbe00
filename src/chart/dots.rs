//! Dots with intervals: one row per figure, with the sign of its entity on a scale that may begin
//! above zero.
//!
//! Rounding is not drawn. A bound is a ring with a pale band to its open side, a range a pale band
//! between its limits, "about" a hollow sign.

use super::bars::{GAP, place_label};
use super::rows::{BAR, Form, Layout, RING, RING_GAP, place_rows};
use super::symbol::{Known, Side, sign, span};
use super::{Area, BarRow, BarSpec, Placed, Role};

/// Places a chart of dots at a width.
pub(super) fn place_dots(spec: &BarSpec, width: f64) -> Placed {
    place_rows(spec, width, Form::Dots)
}

/// Draws what is known of a row, with the figure's label after it.
pub(super) fn place_dot(layout: &Layout, row: &BarRow, bar: Area, placed: &mut Placed) {
    let Some(known) = Known::of(row.quantity, row.interval) else { return };
    let scale = &layout.scale;
    let middle = bar.y + BAR / 2.0;
    let end = scale.start + scale.length;
    placed.line((scale.start, middle), (end, middle), Role::Rule, 1.0);
    let along = |value: f64| (scale.px(value), middle);
    span(&known, along, (scale.min, scale.max), row.color, placed);
    let far = match known.side {
        Side::Between => scale.px(known.high.unwrap_or(scale.max)),
        _ => scale.px(known.at().unwrap_or(scale.min)),
    };
    let radius = if row.focus { 7.0 } else { 5.5 };
    sign(
        &known,
        row.shape,
        (scale.px(known.at().unwrap_or(scale.min)), middle),
        (radius, row.color),
        placed,
    );
    if known.side == Side::Between {
        range_ends(row, &known, layout, middle, placed);
    }
    let is_bound = matches!(known.side, Side::Below | Side::Above);
    let band = (known.side == Side::Above).then(|| {
        let x = scale.px(known.at().unwrap_or(scale.min));
        Area { x, y: middle - 4.5, width: end - x, height: 9.0 }
    });
    let gap = if is_bound { RING_GAP } else { GAP + radius };
    place_label(row, far + gap, bar, band, placed);
}

/// The limits of a range: a dot where the limit itself is allowed, a ring where it is not; ticks
/// where the interval only follows from a list.
fn range_ends(row: &BarRow, known: &Known, layout: &Layout, middle: f64, placed: &mut Placed) {
    let Some(interval) = row.interval else { return };
    let ends = [(known.low, interval.low()), (known.high, interval.high())];
    for (value, end) in ends {
        let Some(value) = value else { continue };
        let x = layout.scale.px(value);
        if row.quantity.is_none() {
            placed.line((x, middle - 6.0), (x, middle + 6.0), row.color, 2.0);
        } else {
            let ring = (!end.is_closed()).then_some(2.0);
            let radius = if ring.is_some() { RING - 1.0 } else { RING };
            placed.circle((x, middle), radius, row.color, ring);
        }
    }
}
