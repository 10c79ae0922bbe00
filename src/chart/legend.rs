//! What solid and pale mean in bars and in signs, where both occur.

use super::symbol::{Shape, Side};
use super::{BarSpec, Role, ScatterSpec, Spec};
use crate::text::Key;

/// How a bar or a sign shows what is known of its figure.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Swatch {
    /// Solid: a printed value.
    Solid,
    /// Pale beside a ring: a limit.
    Open,
    /// Pale between two ticks: an interval inferred from a list.
    Between,
}

impl Swatch {
    /// What it means, as the text beside a swatch.
    pub fn meaning(self) -> Key {
        match self {
            Self::Solid => Key::KeyValue,
            Self::Open => Key::KeyBound,
            Self::Between => Key::KeyInferred,
        }
    }

    /// The same as a full sentence that also says what the swatch looks like.
    pub fn sentence(self) -> Key {
        match self {
            Self::Solid => Key::SolidIs,
            Self::Open => Key::OpenIs,
            Self::Between => Key::BetweenIs,
        }
    }
}

/// The swatches that a picture of bars, dots or points needs; none if all its figures are printed
/// values.
pub fn legend(spec: &Spec) -> Vec<Swatch> {
    let (has_bound, has_derived) = match spec {
        Spec::Bars(BarSpec { rows, .. }) | Spec::Dots(BarSpec { rows, .. }) => (
            rows.iter().any(|row| row.quantity.is_some_and(|q| q.is_bound())),
            rows.iter().any(|row| row.quantity.is_none() && row.interval.is_some()),
        ),
        // Inferred figures are not drawn there.
        Spec::Scatter(ScatterSpec { dots, .. }) => {
            let mut sides = dots.iter().flat_map(|dot| [dot.across.side, dot.up.side]);
            (sides.any(|side| matches!(side, Side::Below | Side::Above)), false)
        }
        _ => return Vec::new(),
    };
    let mut swatches = Vec::new();
    if has_bound || has_derived {
        swatches.push(Swatch::Solid);
    }
    if has_bound {
        swatches.push(Swatch::Open);
    }
    if has_derived {
        swatches.push(Swatch::Between);
    }
    swatches
}

/// Whether the picture has signs, as its swatches then have.
pub fn has_signs(spec: &Spec) -> bool {
    matches!(spec, Spec::Dots(_) | Spec::Scatter(_))
}

/// The hue of the swatches and their sign: those of the ministries if a row has that hue, else those
/// of the provinces.
pub(super) fn legend_look(spec: &Spec) -> (Role, Shape) {
    let is_ministry = |color: &Role| *color == Role::Category(1);
    let is_of_ministries = match spec {
        Spec::Bars(spec) | Spec::Dots(spec) => spec.rows.iter().any(|row| is_ministry(&row.color)),
        Spec::Scatter(spec) => spec.dots.iter().any(|dot| is_ministry(&dot.color)),
        _ => false,
    };
    if is_of_ministries {
        (Role::Category(1), Shape::Circle)
    } else {
        (Role::Category(2), Shape::Diamond)
    }
}
