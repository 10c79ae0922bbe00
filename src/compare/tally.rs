//! All identities with their verdicts, in the order in which a reader should see them.

use super::checks::{CheckVerdict, Recomputed, evaluate};
use super::findings::Finding;
use super::sort_stably;
use crate::data::{Check, Dataset, Id, System};

/// The verdict of a check without its details, for counting and filtering.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum VerdictKind {
    /// Computed and printed result cannot both be right if they count the same thing.
    DoesNotFit,
    /// The named parts add up to less than the total.
    NotFullyExplained,
    /// The figures do not settle it.
    CannotBeDecided,
    /// They differ by one in the last printed digit.
    LastDigit,
    /// They agree once rounding is allowed for.
    AfterRounding,
    /// They agree.
    Agrees,
    /// No result is printed to compare with.
    ComputedHere,
}

impl VerdictKind {
    /// All of them: disagreement first, then agreement, then what has no printed result.
    pub const ALL: [Self; 7] = [
        Self::DoesNotFit,
        Self::NotFullyExplained,
        Self::CannotBeDecided,
        Self::LastDigit,
        Self::AfterRounding,
        Self::Agrees,
        Self::ComputedHere,
    ];

    /// Its name in the address.
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

    /// The kind that an address names; `None` for anything else.
    pub fn named(token: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.token() == token)
    }
}

impl CheckVerdict {
    /// The verdict without its details.
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

/// A check with its recomputation.
#[derive(Clone, Debug)]
pub struct Checked<'a> {
    /// The identity.
    pub check: &'a Check,
    /// What was computed.
    pub found: Recomputed,
}

impl Checked<'_> {
    /// The kind of its verdict.
    pub fn kind(&self) -> VerdictKind {
        self.found.verdict.kind()
    }
}

/// Recomputes every check of the dataset, or those of one system, in the order of
/// [`VerdictKind::ALL`] and then of the file. A check belongs to a system if any of its figures
/// does.
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

/// The figures of a check, without the wholes printed beside other figures (the 63 of "34/63"):
/// those say nothing about the check's subject.
fn computed_with(check: &Check) -> Vec<Id> {
    let operands = check.operands.iter().chain(&check.result).filter(|o| !o.denominator);
    operands.map(|operand| operand.observation.clone()).collect()
}

/// The systems that any of the check's figures measures, in the order of the file.
pub fn systems_of_check<'a>(dataset: &'a Dataset, check: &Check) -> Vec<&'a System> {
    let figures = computed_with(check);
    dataset.systems.iter().filter(|system| concerns(dataset, &figures, system)).collect()
}

/// Whether any of the figures measures the system.
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

    /// Whether any of its figures measures the system.
    pub fn concerns(&self, dataset: &Dataset, system: &System) -> bool {
        concerns(dataset, &self.figures(), system)
    }
}
