//! What keeps figures from being combined in an identity.

use super::{Term, Undecided};
use crate::compare::verdict::judge;
use crate::compare::{Reason, Severity};
use crate::data::{ChangeAs, Check, CheckOperation, Dataset, Kind, Observation, Operation};

/// What keeps the operands from being combined, or from being compared with the result.
pub(super) fn obstacle(
    dataset: &Dataset,
    check: &Check,
    terms: &[Term<'_>],
    result: Option<&Term<'_>>,
) -> Option<Undecided> {
    let is_undetermined = |term: &Term<'_>| {
        let change = term.observation.change.as_ref();
        change.is_some_and(|change| change.expressed == ChangeAs::Undetermined)
    };
    if terms.iter().chain(result).any(is_undetermined) {
        return Some(Undecided::UndeterminedChange);
    }
    if let Some(operation) = judged_as(check.operation) {
        // A printed whole is a number of units, not a figure with a time and a definition.
        let figures: Vec<&Observation> =
            terms.iter().filter(|term| !term.is_denominator).map(|term| term.observation).collect();
        for (at, left) in figures.iter().enumerate() {
            for (other, right) in figures.iter().enumerate().skip(at + 1) {
                // A part taken out of one side is judged with that side and with the other part
                // only, not with the other side.
                if figures.len() == 4 && operation == Operation::Ratio && at + other == 3 {
                    continue;
                }
                if let Some(reason) = blocking(dataset, left, right, operation) {
                    return Some(Undecided::Blocked(reason));
                }
            }
        }
    }
    let result = result.filter(|result| is_of_another_time(check, terms, result))?;
    // A missing denominator weighs more than another time: the rate may be of anything.
    let of = dataset.indicator(&result.observation.indicator).map(|found| &found.denominator);
    let is_of_anything =
        check.operation == CheckOperation::Share && of.is_some_and(Option::is_none);
    let reason = if is_of_anything { Reason::UnknownDenominator } else { Reason::OtherPeriod };
    Some(Undecided::Blocked(reason))
}

/// The comparison that an operation amounts to; `None` where the operands are not compared.
fn judged_as(operation: CheckOperation) -> Option<Operation> {
    match operation {
        CheckOperation::Sum => Some(Operation::Sum),
        CheckOperation::Difference
        | CheckOperation::WeightedMean
        | CheckOperation::MonthlyMean
        | CheckOperation::OverMean => Some(Operation::Difference),
        CheckOperation::Ratio | CheckOperation::Growth => Some(Operation::Ratio),
        CheckOperation::Share | CheckOperation::ImpliedTotal | CheckOperation::Denominator => {
            Some(Operation::Share)
        }
        CheckOperation::Change
        | CheckOperation::Complement
        | CheckOperation::ListLength
        | CheckOperation::Pace
        | CheckOperation::YearGone => None,
    }
}

/// The first reason that blocks the operation. An identity joins different indicators on purpose
/// (documents sent and received make up those exchanged), so that alone does not block. Whatever
/// interval arithmetic can decide by itself is left to it.
fn blocking(
    dataset: &Dataset,
    left: &Observation,
    right: &Observation,
    operation: Operation,
) -> Option<Reason> {
    let is_left_to_others = |reason: &Reason| {
        matches!(
            reason,
            Reason::OtherIndicator
                | Reason::OtherKind { .. }
                | Reason::OtherLevel
                | Reason::PartOfTheOther
                | Reason::OtherUnit(..)
                | Reason::NotAdditive
                | Reason::OnlyABound
        )
    };
    let reasons = judge(dataset, left, right, operation).reasons;
    let blocks = |(reason, severity): &(Reason, Severity)| {
        *severity == Severity::Blocks && !is_left_to_others(reason)
    };
    let mut found = reasons.iter().find(|reason| blocks(reason)).map(|(reason, _)| reason.clone());
    // Two rates of different wholes measure different things, which says more: no further figure
    // would allow it.
    if matches!(found, Some(Reason::OtherDenominator | Reason::UnknownDenominator)) {
        found = reasons.into_iter().next().map(|(reason, _)| reason);
    }
    if found.is_some() || !matches!(operation, Operation::Sum | Operation::Difference) {
        return found;
    }
    // Counts of different things (procedures, services) are neither added nor subtracted.
    let things = dataset.indicator(&left.indicator).zip(dataset.indicator(&right.indicator));
    let things = things.and_then(|(a, b)| a.counted.as_ref().zip(b.counted.as_ref()));
    things.filter(|(a, b)| a != b).map(|_| Reason::OtherIndicator)
}

/// Whether the printed result is of another time than the computed one.
fn is_of_another_time(check: &Check, terms: &[Term<'_>], result: &Term<'_>) -> bool {
    if check.operation == CheckOperation::Change {
        let change = terms.get(1).and_then(|term| term.observation.change.as_ref());
        return change.is_none_or(|change| {
            let is_named = change.observation.as_ref() == Some(&result.observation.id);
            let period = change.period.as_ref();
            !is_named && period.is_none_or(|p| !p.same_span(&result.observation.period))
        });
    }
    // A printed whole is a number of units; the date of a target is when it is due.
    let ends = terms
        .iter()
        .filter(|term| !term.is_denominator && term.observation.kind != Kind::Target)
        .map(|term| term.observation.period.end().last_day());
    let last = ends.max();
    !result.is_denominator
        && last.is_some_and(|last| last != result.observation.period.end().last_day())
}
