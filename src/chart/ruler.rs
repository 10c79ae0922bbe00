//! A ruler: one figure on the whole of its scale.

use super::{Anchor, Area, Placed, Role, Scale, Weight};
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
        placed.circle((x, middle), 7.0, color, None);
    }
    placed
}

/// The track of a scale with its ticks; every second tick has a number, that of 100% the sign.
pub(super) fn axis(scale: &Scale, middle: f64, unit: Unit, lang: Lang, placed: &mut Placed) {
    let track = Area { x: scale.start, y: middle - 5.0, width: scale.length, height: 10.0 };
    placed.rect(track, Role::WashInk);
    for (at, tick) in scale.ticks(4).into_iter().enumerate() {
        let x = scale.px(tick).round();
        placed.line((x, middle + 6.0), (x, middle + 10.0), Role::Ink3, 1.0);
        if at % 2 == 0 {
            let suffix = if unit == Unit::Percent && at == 4 { "%" } else { "" };
            // The numbers at the ends are whole.
            let decimals = usize::from(scale.max <= 1.0 && tick > 0.0 && tick < scale.max);
            placed.write(
                (x, middle + 25.0),
                Anchor::Middle,
                12.5,
                Weight::Regular,
                Role::Ink3,
                &format!("{}{suffix}", number(tick, decimals, lang)),
            );
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
    placed.rect(area, color.washed());
    let back = if below { 4.5 } else { -4.5 };
    let mut stroke = |from, to| placed.line(from, to, color, 2.5);
    stroke((x, middle), (far, middle));
    stroke((far + back, middle - 4.5), (far, middle));
    stroke((far + back, middle + 4.5), (far, middle));
    placed.circle((x, middle), 5.0, color, Some(2.5));
}
