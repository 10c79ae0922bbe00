//! Identities between printed figures, to be recomputed.

use super::{Id, Text};
use crate::data::Date;

/// How a check recomputes a figure.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum CheckOperation {
    /// All operands added up.
    Sum,
    /// The first operand minus all the others.
    Difference,
    /// The first operand divided by the second.
    Ratio,
    /// The first operand in per cent of the second.
    Share,
    /// Growth from the first operand to the second. With four operands, the third is first
    /// subtracted from the first, and the fourth from the second.
    Growth,
    /// The earlier value that follows from a value and its printed change.
    Change,
    /// What a percentage leaves of 100 %.
    Complement,
    /// How many operands there are.
    ListLength,
    /// The range of possible means of the operands, whatever their weights.
    WeightedMean,
    /// The operand per day; of two operands, in how many days the second per day makes the first.
    Pace,
    /// The monthly mean of what remains of the first operand without the second.
    MonthlyMean,
    /// By how much the second operand lies above that mean.
    OverMean,
    /// The share of the year that had passed at the end of the operand's period.
    YearGone,
    /// The whole that follows from a part and its printed share.
    ImpliedTotal,
    /// The whole numbers that can be the total, given a count and its printed share.
    Denominator,
}

/// A printed number that a check computes with.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Operand {
    /// The observation.
    pub observation: Id,
    /// Whether the whole printed beside the figure is meant: the 20 of "13/20".
    pub denominator: bool,
}

/// Whether the parts of a sum or a list are said to be complete.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Parts {
    /// These are all parts.
    All,
    /// "Trong đó": there may be others.
    Part,
}

/// The days that a pace is taken over.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Days {
    /// A number of days.
    Number(u16),
    /// From the first day of one date to the last day of another.
    Between {
        /// First date.
        from: Date,
        /// Last date.
        to: Date,
    },
}

impl Days {
    /// How many days; 0 where they are in the wrong order.
    pub fn number(self) -> u32 {
        match self {
            Self::Number(days) => u32::from(days),
            Self::Between { from, to } => (to.last_day() + 1).saturating_sub(from.first_day()),
        }
    }
}

/// An identity between printed figures. Its verdict is computed, never written down.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// Identifier.
    pub id: Id,
    /// What is recomputed, without a verdict.
    pub statement: Text,
    /// The result in a few words, where a picture draws it: "bình quân tháng 1–7/2023".
    pub label: Option<Text>,
    /// The operation.
    pub operation: CheckOperation,
    /// The operands, in the order that the operation expects.
    pub operands: Vec<Operand>,
    /// The printed figure to compare with; `None` where none is printed.
    pub result: Option<Operand>,
    /// Whether the parts of a sum or a list are said to be complete.
    pub parts: Parts,
    /// For a pace: over how many days.
    pub days: Option<Days>,
    /// What a reader must bear in mind.
    pub note: Option<Text>,
}
