//! Why two figures may not, or only with care, be compared.

use crate::data::{Break, Dataset, Operation};
use crate::quantity::Unit;

/// How much a reason weighs for an operation.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Severity {
    /// It does not matter here.
    None,
    /// The operation may be done if the reader is told.
    Care,
    /// The operation may not be done.
    Blocks,
}

/// One way in which two figures differ. Found from the data, never from a list of pairs.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// They belong to different families of indicators.
    OtherIndicator,
    /// One family, but two wordings of which not both print their formula.
    OtherDefinition,
    /// They are parts of different wholes, or the whole of one is not printed.
    OtherDenominator,
    /// They are in different units.
    OtherUnit(Unit, Unit),
    /// Rates, scores and ranks are not added up.
    NotAdditive,
    /// They are of different times.
    OtherPeriod,
    /// Both count what came in a period, and one of the periods lies within the other.
    PeriodWithin,
    /// Their periods have different lengths.
    OtherLength {
        /// Both count what came in: a longer period alone brings more.
        flows: bool,
    },
    /// One counts what came in a period, the other what there is at a moment.
    FlowAgainstStock {
        /// The other is a running total that includes the period.
        included: bool,
    },
    /// One is a target, a change or a rank, the other is not.
    OtherKind {
        /// One is a target and the other a measured value: the distance to it may be told.
        against_target: bool,
    },
    /// One describes unnamed places only, or several units together.
    OtherScope,
    /// Of one or both only some branches were counted.
    PartlyCounted,
    /// One is of a whole, the other of a part of that whole.
    PartOfTheOther,
    /// They are of units of different kinds, neither a part of the other.
    OtherLevel,
    /// They describe different places, neither a part of the other.
    OtherPlace,
    /// Of one or both only a limit is known.
    OnlyABound,
    /// One or both are printed as "khoảng" or "ước".
    Approximate,
    /// One or both are not printed but follow from a list.
    FollowsFromList,
    /// The indicator changed between the two times.
    BrokenSeries(Break),
    /// The units were reorganised between the two times.
    UnitReorganised,
    /// They are of two times, and mostly reported by those that they are of.
    SelfReported,
    /// One stands in the report texts, the other in another publication.
    OtherLayer,
}

impl Reason {
    /// One of every kind of reason, in their order; of a broken series, the first of the dataset.
    pub fn every(dataset: &Dataset) -> Vec<Self> {
        let broken = dataset.indicators.iter().flat_map(|i| &i.breaks).next();
        let mut every = vec![Self::OtherIndicator, Self::OtherDefinition, Self::OtherDenominator];
        every.push(Self::FlowAgainstStock { included: false });
        every.push(Self::FlowAgainstStock { included: true });
        every.extend(broken.cloned().map(Self::BrokenSeries));
        every.extend([
            Self::UnitReorganised,
            Self::OtherKind { against_target: true },
            Self::OtherKind { against_target: false },
            Self::OtherUnit(Unit::Percent, Unit::Count),
            Self::NotAdditive,
            Self::OtherPeriod,
            Self::PeriodWithin,
            Self::OtherLength { flows: true },
            Self::OtherLength { flows: false },
            Self::OtherScope,
            Self::PartlyCounted,
            Self::PartOfTheOther,
            Self::OtherLevel,
            Self::OtherPlace,
            Self::OnlyABound,
            Self::Approximate,
            Self::FollowsFromList,
            Self::SelfReported,
            Self::OtherLayer,
        ]);
        every
    }

    /// How much this reason weighs for `operation`.
    pub fn severity(&self, operation: Operation) -> Severity {
        use Operation::{Difference, Rank, Ratio, Share, SideBySide, Sum, Trend};
        use Severity::{Blocks, Care, None};
        if operation == SideBySide {
            // Anything may stand beside anything, in a panel of its own and with its reasons.
            return if *self == Self::NotAdditive { None } else { Care };
        }
        match self {
            Self::OtherIndicator
            | Self::OtherDenominator
            | Self::OtherUnit(..)
            | Self::FlowAgainstStock { included: false }
            | Self::OtherKind { against_target: false }
            | Self::UnitReorganised
            | Self::OtherLength { flows: true } => Blocks,
            Self::OtherDefinition
            | Self::OtherLayer
            | Self::FollowsFromList
            | Self::Approximate
            | Self::PartlyCounted => Care,
            Self::NotAdditive => match operation {
                Sum | Share => Blocks,
                _ => None,
            },
            Self::OnlyABound => match operation {
                Sum | Share | Trend => Blocks,
                _ => Care,
            },
            Self::SelfReported => match operation {
                Difference | Ratio | Trend => Care,
                _ => None,
            },
            Self::OtherPeriod => match operation {
                Trend => None,
                Difference | Ratio => Care,
                _ => Blocks,
            },
            // A month is a share of the running total at its end. From when that runs is not
            // printed, so that nothing else follows.
            Self::FlowAgainstStock { included: true } => match operation {
                Share => Care,
                _ => Blocks,
            },
            // A month is a share of its year to date, and what is left of that is another flow.
            Self::PeriodWithin => match operation {
                Difference | Ratio | Share => Care,
                _ => Blocks,
            },
            Self::OtherLength { flows: false } => match operation {
                Difference | Ratio | Trend => Care,
                _ => Blocks,
            },
            // To be a share of it is what a part is for; added to it, it would count twice.
            Self::PartOfTheOther => match operation {
                Share => None,
                Difference | Ratio => Care,
                _ => Blocks,
            },
            // Distance to a target is the purpose of a target.
            Self::OtherKind { .. } | Self::OtherLevel => match operation {
                Difference | Ratio | Share => Care,
                _ => Blocks,
            },
            Self::OtherScope => match operation {
                Difference => Care,
                _ => Blocks,
            },
            // A line runs through one place, and only a part is a share.
            Self::OtherPlace => match operation {
                Trend | Share => Blocks,
                Rank | Sum | Difference | Ratio | SideBySide => None,
            },
            Self::BrokenSeries(found) => {
                if found.blocks.contains(&operation) {
                    Blocks
                } else {
                    Care
                }
            }
        }
    }
}
