//! Why two figures may not be compared, or only with care.

use crate::data::{Break, Dataset, Operation};
use crate::quantity::Unit;

/// How much a reason weighs for an operation.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Severity {
    /// It does not matter here.
    None,
    /// The operation may be done if the reader is told the reason.
    Care,
    /// The operation may not be done.
    Blocks,
}

/// One way in which two figures differ. Derived from the data, never from a list of pairs.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// They belong to different families of indicators.
    OtherIndicator,
    /// One family, but two wordings, not both of which print their formula.
    OtherDefinition,
    /// They are parts of different wholes.
    OtherDenominator,
    /// The whole of at least one is not known, so the two wholes may differ.
    UnknownDenominator,
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
        /// Both count what came in during a period: a longer period alone brings more.
        flows: bool,
    },
    /// One counts what came in a period, the other what there is at a moment.
    FlowAgainstStock {
        /// The other is a running total that includes the period.
        included: bool,
    },
    /// One is a target, a change or a rank, the other is not.
    OtherKind {
        /// One is a target and the other a measured value: the distance to it may be shown.
        against_target: bool,
    },
    /// One describes unnamed places only, or several units together.
    OtherScope,
    /// In one or both, only some branches were counted.
    PartlyCounted,
    /// One describes a whole, the other a part of that whole.
    PartOfTheOther,
    /// They describe units of different kinds, neither a part of the other.
    OtherLevel,
    /// They describe different places, neither a part of the other.
    OtherPlace,
    /// For one or both, only a limit is known.
    OnlyABound,
    /// One or both are printed as "khoảng" or "ước".
    Approximate,
    /// One or both are not printed but follow from a list.
    FollowsFromList,
    /// The indicator changed between the two times.
    BrokenSeries(Break),
    /// The units were reorganised between the two times.
    UnitReorganised,
    /// They are of different times, and mostly reported by the units that they describe.
    SelfReported,
    /// One comes from the report texts, the other from another publication.
    OtherLayer,
}

impl Reason {
    /// One reason of every kind, in a fixed order; the broken series is the dataset's first.
    pub fn every(dataset: &Dataset) -> Vec<Self> {
        let broken = dataset.indicators.iter().flat_map(|i| &i.breaks).next();
        let mut every = vec![Self::OtherIndicator, Self::OtherDefinition];
        every.extend([Self::OtherDenominator, Self::UnknownDenominator]);
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
            // Anything may stand beside anything, in its own panel and with the reasons.
            return if *self == Self::NotAdditive { None } else { Care };
        }
        match self {
            Self::OtherIndicator
            | Self::OtherDenominator
            | Self::UnknownDenominator
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
            // A month is a share of the running total at its end. The start of that total is not
            // printed, so nothing else follows.
            Self::FlowAgainstStock { included: true } => match operation {
                Share => Care,
                _ => Blocks,
            },
            // A month is a share of its year to date, and the rest of that is a flow too.
            Self::PeriodWithin => match operation {
                Difference | Ratio | Share => Care,
                _ => Blocks,
            },
            Self::OtherLength { flows: false } => match operation {
                Difference | Ratio | Trend => Care,
                _ => Blocks,
            },
            // A part is a share of its whole; added to the whole, it would count twice.
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
            // A trend follows one place, and only a part of a whole is a share of it.
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
