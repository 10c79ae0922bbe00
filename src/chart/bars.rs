//! Ranked bars: one row per figure, drawn to show how much is known.
//!
//! A printed value is a solid bar from zero. A bound is a pale band over all that it allows, with a
//! ring at the printed limit and an arrow to the open side. An interval that only follows from a
//! list is a pale band between two ticks. Where nothing is known, there is a hatch with the reason.

use super::rows::{BAR, Form, Layout, NAME_SIZE, RING, RING_GAP, place_rows};
use super::{Anchor, Area, BarRow, BarSpec, Placed, Role, Weight, text_width};
use crate::quantity::{Hedge, Interval, Quantity};

/// Space between a bar's end and its value.
pub(super) const GAP: f64 = 6.0;

/// Places a bar chart at a width.
pub(super) fn place_bars(spec: &BarSpec, width: f64) -> Placed {
    place_rows(spec, width, Form::Bars)
}

/// Draws what is known of a row, with the figure's label after it.
pub(super) fn place_bar(
    layout: &Layout,
    row: &BarRow,
    (interval, quantity): (Interval, Option<Quantity>),
    bar: Area,
    placed: &mut Placed,
) {
    let scale = &layout.scale;
    let zero = scale.px(0.0);
    let middle = bar.y + BAR / 2.0;
    let low = interval.low().value().unwrap_or(0.0);
    let high = interval.high().value().unwrap_or(scale.max);
    let (from, to) = (scale.px(low), scale.px(high));
    let band = Area { x: from, width: (to - from).max(0.0), ..bar };
    let label_x = match quantity {
        Some(quantity) if quantity.is_bound() => {
            let below = quantity.is_upper_bound();
            let limit = scale.px(quantity.value().unwrap_or(high));
            placed.rect(band, row.color.washed());
            if below {
                arrow((limit - RING - 1.0, middle), zero + 1.0, row.color, placed);
            } else {
                let certain = Area { x: zero, width: limit - zero, ..bar };
                placed.rect(certain, row.color);
                arrow((limit + RING + 1.0, middle), to - 1.0, row.color, placed);
            }
            placed.circle((limit, middle), RING, row.color, Some(2.5));
            limit + RING_GAP
        }
        Some(quantity) if quantity.value().is_some() => {
            let end = scale.px(quantity.value().unwrap_or(high));
            let width = (end - zero).abs().max(1.0);
            let x = end.min(zero);
            placed.rect(Area { x, width, ..bar }, row.color);
            if quantity.hedge == Hedge::About {
                // Hollow: the value is not known to the digit.
                let inner = Area {
                    x: x + 2.0,
                    y: bar.y + 2.0,
                    width: (width - 4.0).max(0.0),
                    height: BAR - 4.0,
                };
                placed.rect(inner, Role::Paper);
            }
            // The label of a negative bar stands on the free side of zero.
            end.max(zero) + GAP
        }
        _ => {
            placed.rect(band, row.color.washed());
            for x in [from, to] {
                placed.line((x, bar.y), (x, bar.y + BAR), row.color, 2.0);
            }
            to + GAP
        }
    };
    let covered = quantity.is_some_and(|quantity| quantity.is_bound()).then_some(band);
    place_label(row, label_x, bar, covered, placed);
}

/// Writes the label of a row on its own background, which interrupts grid and reference lines but
/// not a band.
pub(super) fn place_label(
    row: &BarRow,
    label_x: f64,
    bar: Area,
    band: Option<Area>,
    placed: &mut Placed,
) {
    let (weight, fill) = if row.quantity.is_none() {
        (Weight::Regular, Role::Ink2)
    } else {
        (Weight::Semibold, Role::Ink)
    };
    let width = text_width(&row.label, NAME_SIZE, weight) + 4.0;
    let area = Area { x: label_x - 2.0, y: bar.y, width, height: BAR };
    let ground = if row.focus { Role::Lamp } else { Role::Paper };
    placed.rect(area, ground);
    let covered = band.map_or(0.0, |band| (band.x + band.width).min(area.x + width) - area.x);
    if covered > 0.0 {
        let area = Area { width: covered, ..area };
        placed.rect(area, row.color.washed());
    }
    let baseline = bar.y + BAR / 2.0 + 4.6;
    placed.write((label_x, baseline), Anchor::Start, NAME_SIZE, weight, fill, &row.label);
}

/// A horizontal arrow from `from` to the x coordinate `to`.
fn arrow(from: (f64, f64), to: f64, color: Role, placed: &mut Placed) {
    if (from.0 - to).abs() < 6.0 {
        return;
    }
    let back = if to < from.0 { 4.0 } else { -4.0 };
    let tip = (to, from.1);
    let mut stroke = |from, to| placed.line(from, to, color, 2.0);
    stroke(from, tip);
    stroke((to + back, from.1 - 4.0), tip);
    stroke((to + back, from.1 + 4.0), tip);
}
