//! What a chart shows, whatever its form, before anything has a place.

use super::{BarSpec, Placed, place_bars};

/// One chart, not placed yet.
#[derive(Clone, Debug, PartialEq)]
pub enum Spec {
    /// Ranked bars.
    Bars(BarSpec),
}

/// Places a chart at a width in CSS pixels.
pub fn place(spec: &Spec, width: f64) -> Placed {
    match spec {
        Spec::Bars(spec) => place_bars(spec, width),
    }
}
