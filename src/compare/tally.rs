//! All identities with what came of them, in the order in which a reader should meet them.

use super::checks::{CheckVerdict, Recomputed, evaluate};
use super::findings::Finding;
use super::sort_stably;
use crate::data::{Check, Dataset, Id, System};

/// What came of a check, without the details: what checks are counted and filtered by.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum VerdictKind {
    /// The two cannot both be right if they count the same thing.
    DoesNotFit,
    /// The named parts leave a remainder of the total.
    NotFullyExplained,
    /// It cannot be told.
    CannotBeDecided,
    /// They differ by one in the last printed digit.
    LastDigit,
    /// They agree once rounding is allowed for.
    AfterRounding,
    /// They agree.
    Agrees,
    /// Nothing is printed to hold it against.
    ComputedHere,
}

impl VerdictKind {
    /// All of them: disagreements first, agreement last, then what nobody printed.
    pub const ALL: [Self; 7] = [
        Self::DoesNotFit,
        Self::NotFullyExplained,
        Self::CannotBeDecided,
        Self::LastDigit,
        Self::AfterRounding,
        Self::Agrees,
        Self::ComputedHere,
    ];

    /// How the address names it.
    pub fn token(self) -> &'static str {
        match self {
            Self::DoesNotFit => "does-not-fit",
            Self::NotFullyExplained => "not-fully-explained",
            Self::CannotBeDecided => "cannot-be-decided",
            Self::LastDigit => "last-digit",
            Self::AfterRounding => "after-rounding",
            Self::Agrees => "agrees",
            Self::ComputedHere => "computed-here",
        }
    }

    /// The one that an address names; `None` for anything else.
    pub fn named(token: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.token() == token)
    }
}

impl CheckVerdict {
    /// Which of the seven it is.
    pub fn kind(&self) -> VerdictKind {
        match self {
            Self::DoesNotFit => VerdictKind::DoesNotFit,
            Self::NotFullyExplained => VerdictKind::NotFullyExplained,
            Self::CannotBeDecided(_) => VerdictKind::CannotBeDecided,
            Self::LastDigit => VerdictKind::LastDigit,
            Self::AgreesAfterRounding => VerdictKind::AfterRounding,
            Self::Agrees => VerdictKind::Agrees,
            Self::ComputedHere => VerdictKind::ComputedHere,
        }
    }
}

/// A check with what came of it.
#[derive(Clone, Debug)]
pub struct Checked<'a> {
    /// The identity.
    pub check: &'a Check,
    /// What was computed.
    pub found: Recomputed,
}

impl Checked<'_> {
    /// What came of it.
    pub fn kind(&self) -> VerdictKind {
        self.found.verdict.kind()
    }
}

/// Every check of the dataset, or those of one system, recomputed: in the order of
/// [`VerdictKind::ALL`], within it in that of the file. A check belongs to a system as soon as one
/// of its figures does.
pub fn checked<'a>(dataset: &'a Dataset, system: Option<&System>) -> Vec<Checked<'a>> {
    let mut all: Vec<Checked<'a>> = dataset
        .checks
        .iter()
        .filter(|check| {
            system.is_none_or(|system| concerns(dataset, &computed_with(check), system))
        })
        .map(|check| Checked { check, found: evaluate(dataset, check) })
        .collect();
    sort_stably(&mut all, |a, b| a.kind().cmp(&b.kind()));
    all
}

/// The figures of a check. A whole that is printed beside another figure (the 63 of "34/63") is
/// borrowed from that, and says nothing of what the check is about.
fn computed_with(check: &Check) -> Vec<Id> {
    let operands = check.operands.iter().chain(&check.result).filter(|o| !o.denominator);
    operands.map(|operand| operand.observation.clone()).collect()
}

/// The systems that one of the check's figures measures, in the order of the file.
pub fn systems_of_check<'a>(dataset: &'a Dataset, check: &Check) -> Vec<&'a System> {
    let figures = computed_with(check);
    dataset.systems.iter().filter(|system| concerns(dataset, &figures, system)).collect()
}

/// Whether one of the figures measures the system.
fn concerns(dataset: &Dataset, figures: &[Id], system: &System) -> bool {
    let mut indicators = figures.iter().filter_map(|id| Some(&dataset.observation(id)?.indicator));
    indicators.any(|indicator| system.indicators.contains(indicator))
}

impl Finding<'_> {
    /// The figures that it is about.
    pub fn figures(&self) -> Vec<Id> {
        match self {
            Self::PrintedOtherwise { fact, .. } => vec![fact.id.clone()],
            Self::ListLength { stated, named } => {
                std::iter::once(stated).chain(named).map(|o| o.id.clone()).collect()
            }
            Self::Undeclared { check, .. } => computed_with(check),
            Self::FractionEqualsRate { fraction, rate, .. } => {
                vec![fraction.id.clone(), rate.id.clone()]
            }
        }
    }

    /// Whether one of its figures measures the system.
    pub fn concerns(&self, dataset: &Dataset, system: &System) -> bool {
        concerns(dataset, &self.figures(), system)
    }
}
