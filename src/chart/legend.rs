//! What solid and pale mean in rows of bars and dots, where both occur.

use super::{BarSpec, Role, Spec};
use crate::text::Key;

/// How a row shows what is known of its figure.
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

/// The swatches that a picture of bars or dots needs; none if all its figures are printed values.
pub fn legend(spec: &Spec) -> Vec<Swatch> {
    let (Spec::Bars(BarSpec { rows, .. }) | Spec::Dots(BarSpec { rows, .. })) = spec else {
        return Vec::new();
    };
    let has_bound = rows.iter().any(|row| row.quantity.is_some_and(|q| q.is_bound()));
    let has_derived = rows.iter().any(|row| row.quantity.is_none() && row.interval.is_some());
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

/// The hue of the swatches: that of the ministries if a row has it, else that of the provinces.
pub(super) fn legend_hue(spec: &Spec) -> Role {
    match spec {
        Spec::Bars(spec) | Spec::Dots(spec)
            if spec.rows.iter().any(|row| row.color == Role::Category(1)) =>
        {
            Role::Category(1)
        }
        _ => Role::Category(2),
    }
}
