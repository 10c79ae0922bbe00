//! What is measured, how, and where its series breaks.

use super::{Id, Text};
use crate::data::Date;
use crate::quantity::Unit;

/// What kind of number an indicator is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Measure {
    /// Part of a whole.
    Rate,
    /// How many there are at a moment.
    Stock,
    /// How many came in a period.
    Flow,
    /// A number of units that did something.
    Count,
    /// A composite score.
    Index,
    /// A place in an order.
    Rank,
    /// An amount of money.
    Money,
    /// What something can handle.
    Capacity,
    /// A multiple.
    Factor,
}

/// Which direction is better.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Direction {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither.
    Neither,
}

/// The field that an indicator belongs to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Theme {
    /// Online public services.
    Services,
    /// Dossiers.
    Dossiers,
    /// The National Public Service Portal.
    Portal,
    /// Documents that authorities exchange.
    Documents,
    /// Work inside the Government.
    Government,
    /// Shared data.
    Data,
    /// Identity cards and accounts.
    Identity,
    /// Digital economy.
    Economy,
    /// Digital skills.
    Skills,
    /// Information security.
    Security,
    /// The digital transformation index.
    Dti,
    /// Administrative reform.
    Reform,
    /// Population.
    Population,
}

/// What a reader may want to do with two or more figures.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Operation {
    /// Show them next to each other.
    SideBySide,
    /// Subtract one from the other.
    Difference,
    /// Divide one by the other.
    Ratio,
    /// Put them in an order.
    Rank,
    /// Read them as one line over time.
    Trend,
    /// Add them up.
    Sum,
    /// Read one as part of the other.
    Share,
}

impl Operation {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::SideBySide,
        Self::Difference,
        Self::Ratio,
        Self::Rank,
        Self::Trend,
        Self::Sum,
        Self::Share,
    ];
}

/// A date at which an indicator changed so that arithmetic may not cross it.
#[derive(Clone, Debug, PartialEq)]
pub struct Break {
    /// First date of the new definition.
    pub at: Date,
    /// What changed.
    pub reason: Text,
    /// Operations that may not cross it.
    pub blocks: Vec<Operation>,
}

/// What is measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Identifier.
    pub id: Id,
    /// Interface label: what is counted, out of what. At most 45 characters.
    pub label: Text,
    /// The wording of the reports.
    pub official: Text,
    /// What a reader must know, and what is easily misread.
    pub definition: Text,
    /// Kind of number.
    pub measure: Measure,
    /// Unit of its figures.
    pub unit: Unit,
    /// The thing counted, for counts ("hồ sơ").
    pub counted: Option<Text>,
    /// Which direction is better.
    pub direction: Direction,
    /// Field.
    pub theme: Theme,
    /// What the numerator is.
    pub numerator: Option<Text>,
    /// What the denominator is; `None` where no source prints it.
    pub denominator: Option<Text>,
    /// What is known of a denominator that is not printed.
    pub denominator_note: Option<Text>,
    /// Indicators of one family share concept, numerator, denominator and definition: figures are
    /// comparable only within a family.
    pub family: Id,
    /// Breaks in the series.
    pub breaks: Vec<Break>,
    /// For a table that was made for certain units only and has a figure of each: these units, "17
    /// bộ, cơ quan ngang bộ".
    pub covers: Option<Text>,
    /// Whether its figures are mostly reported by the entities that they describe.
    pub self_reported: bool,
    /// Whether its numbers are limits of groups or lengths of lists: no measurements, so that a
    /// comparison of them is not offered.
    pub not_compared: bool,
}
