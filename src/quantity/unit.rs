//! Units of measure, and the values that each can take.

use super::{End, Interval};

/// The unit of a quantity, in base units: `Count` is ones (57,1 triệu is 57 100 000), `Dong` is
/// đồng, `Percent` is per hundred.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Unit {
    /// A share of a whole, 0 to 100.
    Percent,
    /// A change in per cent of the earlier value ("giảm 75,1%"): may be negative or exceed 100.
    PercentChange,
    /// A difference between two percentages, in percentage points.
    Points,
    /// Whole things: dossiers, people, provinces.
    Count,
    /// Vietnamese đồng.
    Dong,
    /// An index from 0 to 1 (DTI).
    Index01,
    /// A score from 0 to 100 (PAR Index).
    Score100,
    /// A multiple of another quantity ("gấp 1,6 lần").
    Times,
    /// A rank; 1 is first.
    Rank,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Years.
    Years,
}

impl Unit {
    /// Every value that a quantity of this unit can have.
    pub fn bounds(self) -> Interval {
        let (low, high) = match self {
            Self::Percent | Self::Score100 => (End::Closed(0.0), End::Closed(100.0)),
            Self::Index01 => (End::Closed(0.0), End::Closed(1.0)),
            Self::Points => (End::Closed(-100.0), End::Closed(100.0)),
            Self::PercentChange => (End::Closed(-100.0), End::Unbounded),
            Self::Rank => (End::Closed(1.0), End::Unbounded),
            Self::Count | Self::Dong | Self::Times | Self::Hours | Self::Days | Self::Years => {
                (End::Closed(0.0), End::Unbounded)
            }
        };
        Interval::new(low, high)
    }

    /// Whether only whole numbers occur, so that a figure printed to the unit is exact.
    pub fn is_whole(self) -> bool {
        matches!(self, Self::Count | Self::Rank | Self::Dong)
    }

    /// Whether quantities of this unit may be added up and divided into shares.
    pub fn is_additive(self) -> bool {
        matches!(self, Self::Count | Self::Dong | Self::Points | Self::Hours | Self::Days)
    }

    /// Whether the unit is a scale of its own: a change is given in points of that scale, never in
    /// per cent of the earlier value.
    pub fn is_scale(self) -> bool {
        matches!(self, Self::Percent | Self::PercentChange | Self::Index01 | Self::Score100)
    }

    /// The unit of a difference between two quantities of this unit.
    #[must_use]
    pub fn of_difference(self) -> Self {
        match self {
            Self::Percent | Self::PercentChange => Self::Points,
            other => other,
        }
    }
}
