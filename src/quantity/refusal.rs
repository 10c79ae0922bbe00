//! Why an operation on figures has no answer.

use super::Unit;

/// Why there is no result. Readers see it in words, never as a blank.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Refusal {
    /// The figures have different units.
    UnitsDiffer {
        /// Unit of the first figure.
        left: Unit,
        /// Unit of the figure that does not fit it.
        right: Unit,
    },
    /// The divisor may be zero, so the ratio may be anything.
    DivisorMayBeZero,
    /// An open side leaves the result unbounded on both sides.
    OpenSide,
    /// A share or a ratio of values that may be negative has no meaning here.
    MayBeNegative,
    /// The part is larger than its whole, whatever the true values are.
    PartExceedsWhole,
    /// There was nothing to compute with.
    NoFigures,
    /// Rates, scores, changes and ranks cannot be added up.
    NotAdditive(Unit),
}
