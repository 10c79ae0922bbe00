//! Identities between printed figures, to be recomputed.

use super::{Id, Text};
use crate::data::Date;

/// How a check recomputes a figure.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum CheckOperation {
    /// All operands added up.
    Sum,
    /// The first operand less all the others.
    Difference,
    /// The first operand divided by the second.
    Ratio,
    /// The first operand in per cent of the second.
    Share,
    /// Growth from the first operand to the second; of four, the third is taken out of the first
    /// and the fourth out of the second before.
    Growth,
    /// The earlier value that follows from a value and its printed change.
    Change,
    /// What a percentage leaves of 100 %.
    Complement,
    /// How many operands there are.
    ListLength,
    /// Where a mean of the operands lies, whatever their weights.
    WeightedMean,
    /// The operand per day; of two, the days that the first takes at the second a day.
    Pace,
    /// The mean of a month, of what the second operand leaves of the first.
    MonthlyMean,
    /// By how much the second operand lies above that mean.
    OverMean,
    /// How much of the year was gone at the end of the operand's period.
    YearGone,
    /// The whole that follows from a part and its printed share.
    ImpliedTotal,
    /// The whole numbers that a printed share of a count can be a share of.
    Denominator,
}

/// A printed number that a check computes with.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Operand {
    /// The fact.
    pub observation: Id,
    /// Whether the whole is meant that is printed beside it: the 20 of "13/20".
    pub denominator: bool,
}

/// Whether the parts of a sum or a list are said to be all.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Parts {
    /// They are all.
    All,
    /// "Trong đó": there may be others.
    Part,
}

/// The days that a pace is taken over.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Days {
    /// So many.
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

/// An identity between printed figures. What becomes of it is computed, never written down.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// Identifier.
    pub id: Id,
    /// What is recomputed, without a verdict.
    pub statement: Text,
    /// What it gives, in a few words, where a picture draws it: "bình quân tháng 1–7/2023".
    pub label: Option<Text>,
    /// How.
    pub operation: CheckOperation,
    /// With what, in the order of the operation.
    pub operands: Vec<Operand>,
    /// What it is held against; `None` where nothing is printed.
    pub result: Option<Operand>,
    /// Whether the parts of a sum or a list are said to be all.
    pub parts: Parts,
    /// For a pace: over how many days.
    pub days: Option<Days>,
    /// What a reader must bear in mind.
    pub note: Option<Text>,
}
