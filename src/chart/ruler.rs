//! A ruler: one figure on the whole of its scale.

use super::{Anchor, Area, Mark, Placed, Role, Scale, Weight};
use crate::quantity::{Quantity, Unit};
use crate::text::number;
use crate::view::Lang;

/// Whether a figure can be drawn on the whole of its scale: a value whose unit has an upper end.
pub fn fits_ruler(quantity: &Quantity) -> bool {
    quantity.value().is_some() && quantity.unit.bounds().high().value().is_some()
}

/// Places one figure on a scale from zero to the most that its unit allows.
pub fn place_ruler(quantity: &Quantity, color: Role, width: f64, lang: Lang) -> Placed {
    let max = quantity.unit.bounds().high().value().unwrap_or(1.0);
    let scale = Scale::new(7.0, width - 26.0, max);
    let mut placed = Placed { width, height: 40.0, ..Placed::default() };
    let middle = 9.0;
    axis(&scale, middle, quantity.unit, lang, &mut placed);
    let Some(value) = quantity.value() else { return placed };
    let x = scale.px(value);
    if quantity.is_bound() {
        place_bound(quantity, x, middle, color, &scale, &mut placed);
    } else {
        placed.marks.push(Mark::Circle { center: (x, middle), radius: 7.0, color, ring: None });
    }
    placed
}

/// The track of a scale with its ticks; every second tick has a number, that of 100% the sign.
pub(super) fn axis(scale: &Scale, middle: f64, unit: Unit, lang: Lang, placed: &mut Placed) {
    let track = Area { x: scale.start, y: middle - 5.0, width: scale.length, height: 10.0 };
    placed.marks.push(Mark::Rect { area: track, fill: Role::WashInk });
    for (at, tick) in scale.ticks(4).into_iter().enumerate() {
        let x = scale.px(tick).round();
        placed.marks.push(Mark::Line {
            from: (x, middle + 6.0),
            to: (x, middle + 10.0),
            stroke: Role::Ink3,
            width: 1.0,
            dash: None,
        });
        if at % 2 == 0 {
            let suffix = if unit == Unit::Percent && at == 4 { "%" } else { "" };
            // The numbers at the ends are whole.
            let decimals = usize::from(scale.max <= 1.0 && tick > 0.0 && tick < scale.max);
            placed.marks.push(Mark::Text {
                at: (x, middle + 25.0),
                anchor: Anchor::Middle,
                size: 12.5,
                weight: Weight::Regular,
                fill: Role::Ink3,
                content: format!("{}{suffix}", number(tick, decimals, lang)),
            });
        }
    }
}

/// The pale part that a bound allows, its limit as a ring, an arrow to the open side.
pub(super) fn place_bound(
    quantity: &Quantity,
    x: f64,
    middle: f64,
    color: Role,
    scale: &Scale,
    placed: &mut Placed,
) {
    let below = quantity.is_upper_bound();
    let far = if below { scale.start } else { scale.start + scale.length };
    let area = Area { x: x.min(far), y: middle - 5.0, width: (x - far).abs(), height: 10.0 };
    placed.marks.push(Mark::Rect { area, fill: color.washed() });
    let back = if below { 4.5 } else { -4.5 };
    let mut stroke = |from, to| {
        placed.marks.push(Mark::Line { from, to, stroke: color, width: 2.5, dash: None });
    };
    stroke((x, middle), (far, middle));
    stroke((far + back, middle - 4.5), (far, middle));
    stroke((far + back, middle + 4.5), (far, middle));
    placed.marks.push(Mark::Circle { center: (x, middle), radius: 5.0, color, ring: Some(2.5) });
}
