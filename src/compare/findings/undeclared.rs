//! Identities whose parts are all printed, but which `checks.json` does not declare.

use super::super::checks::{CheckVerdict, evaluate};
use super::super::{Verdict, judge};
use super::{Finding, denominator, is_rate, share_system, step, value};
use crate::data::{
    ChangeAs, Check, CheckOperation, Dataset, Id, Kind, Observation, Operand, Operation, Parts,
};

/// A printed change whose earlier and later values are printed too.
pub(super) fn change<'a>(dataset: &'a Dataset, change: &'a Observation) -> Option<Finding<'a>> {
    let how = change.change.as_ref().filter(|_| change.kind == Kind::Change)?;
    // Of several figures of one time, the one that the same document prints, then the first id.
    let nearest = |is_wanted: &dyn Fn(&Observation) -> bool| {
        let figures = dataset
            .of_indicator(&change.indicator)
            .filter(|o| o.is_printed_measure() && o.entity == change.entity && is_wanted(o));
        figures.min_by_key(|o| (!o.shares_document(change), o.id.clone()))
    };
    let named = how.observation.as_ref().and_then(|id| dataset.observation(id));
    let before = named.or_else(|| {
        let base = how.period.as_ref()?;
        nearest(&|o| o.period.same_span(base))
    })?;
    let end = change.period.end().last_day();
    let after = nearest(&|o| o.id != before.id && o.period.end().last_day() == end)?;
    let (operation, operands) = match how.expressed {
        ChangeAs::Points | ChangeAs::Absolute => (CheckOperation::Difference, [after, before]),
        ChangeAs::Percent => (CheckOperation::Growth, [before, after]),
        ChangeAs::Times => (CheckOperation::Ratio, [after, before]),
        ChangeAs::Undetermined => return None,
    };
    let check = identity(operation, operands.map(plain).into(), Some(plain(change)));
    undeclared(dataset, check, |_| true)
}

/// Two counts that belong together ([`are_together`]) and add up to a third, or to the whole
/// printed beside one of them. Small numbers are skipped, as they may add up by chance.
pub(super) fn sums<'a>(
    dataset: &'a Dataset,
    printed: &[&'a Observation],
    one: &'a Observation,
    found: &mut Vec<Finding<'a>>,
) {
    const LEAST: f64 = 20.0;
    if !is_count(one) {
        return;
    }
    let beside: Vec<&Observation> =
        printed.iter().copied().filter(|o| is_count(o) && are_together(dataset, one, o)).collect();
    for other in beside.iter().filter(|o| o.id > one.id) {
        let total = value(one) + value(other);
        if total < LEAST {
            continue;
        }
        let whole = [one, other].into_iter().find(|o| denominator(o) == Some(total));
        let result = whole.map(|o| Operand { observation: o.id.clone(), denominator: true });
        let thirds = beside.iter().filter(|o| {
            let reach = (step(one) + step(other) + step(o)) / 2.0;
            o.id != one.id && o.id != other.id && (value(o) - total).abs() <= reach
        });
        for result in result.into_iter().chain(thirds.map(|o| plain(o))) {
            let check = identity(CheckOperation::Sum, vec![plain(one), plain(other)], Some(result));
            found.extend(undeclared(dataset, check, does_fit));
        }
    }
}

/// Two counts that belong together, one being the printed share of the other.
pub(super) fn shares<'a>(
    dataset: &'a Dataset,
    printed: &[&'a Observation],
    rate: &'a Observation,
    found: &mut Vec<Finding<'a>>,
) {
    let Some(wanted) = rate.quantity.filter(|q| is_rate(rate) && !q.is_bound()) else { return };
    let beside: Vec<&Observation> = printed
        .iter()
        .copied()
        .filter(|o| (is_count(o) || is_target_count(o)) && are_together(dataset, rate, o))
        .collect();
    for part in &beside {
        for whole in beside.iter().filter(|o| o.id != part.id) {
            let share = 100.0 * value(part) / value(whole);
            // Rounded counts leave more room than the last digit of the rate.
            let loose = share * (step(part) / value(part) + step(whole) / value(whole));
            let is_near = (share - value(rate)).abs() <= 1.5 * wanted.step + loose.min(2.0);
            if !(share < 100.0 && is_near) {
                continue;
            }
            let operands = vec![plain(part), plain(whole)];
            let check = identity(CheckOperation::Share, operands, Some(plain(rate)));
            found.extend(undeclared(dataset, check, does_fit));
        }
    }
}

/// The share and the rest that a printed fraction gives: 65 % and 7 for 13/20.
pub(super) fn rest<'a>(
    dataset: &'a Dataset,
    fraction: &'a Observation,
    found: &mut Vec<Finding<'a>>,
) {
    let is_part = denominator(fraction).is_some_and(|whole| value(fraction) < whole);
    if !is_count(fraction) || !is_part {
        return;
    }
    let whole = || Operand { observation: fraction.id.clone(), denominator: true };
    for (operation, operands) in [
        (CheckOperation::Share, vec![plain(fraction), whole()]),
        (CheckOperation::Difference, vec![whole(), plain(fraction)]),
    ] {
        found.extend(undeclared(dataset, identity(operation, operands, None), was_computed));
    }
}

/// The share of a month in the year to date, or in everything so far, that includes it.
pub(super) fn parts_of_a_run<'a>(
    dataset: &'a Dataset,
    part: &'a Observation,
    found: &mut Vec<Finding<'a>>,
) {
    let family = |o: &Observation| dataset.indicator(&o.indicator).map(|i| &i.family);
    if part.period.start().is_none() || !is_count(part) {
        return;
    }
    for whole in &dataset.observations {
        let is_longer = match (part.period.days(), whole.period.days()) {
            (Some(part), Some(whole)) => part < whole,
            _ => true,
        };
        let is_run = whole.entity == part.entity
            && whole.id != part.id
            && family(whole) == family(part)
            && is_count(whole)
            && is_longer;
        if is_run && judge(dataset, part, whole, Operation::Share).verdict != Verdict::NotComparable
        {
            let operands = vec![plain(part), plain(whole)];
            let check = identity(CheckOperation::Share, operands, None);
            found.extend(undeclared(dataset, check, was_computed));
        }
    }
}

/// The finding, unless `checks.json` has an identity of the same figures or `wanted` refuses it.
fn undeclared<'a>(
    dataset: &Dataset,
    check: Check,
    wanted: impl Fn(&CheckVerdict) -> bool,
) -> Option<Finding<'a>> {
    let figures = |check: &Check| {
        let operands = check.operands.iter().chain(&check.result);
        operands.map(|o| (o.observation.clone(), o.denominator)).collect::<Vec<(Id, bool)>>()
    };
    let own = figures(&check);
    let holds_own = |declared: &Check| {
        let theirs = figures(declared);
        let holds_all = own.iter().all(|o| theirs.contains(o));
        if holds_all && theirs.len() == own.len() {
            return check.result.is_some() || declared.operation == check.operation;
        }
        // Declaring that 34 and 29 make 63 also declares that 63 less 34 is 29.
        check.operation == CheckOperation::Difference && holds_all
    };
    if dataset.checks.iter().any(holds_own) {
        return None;
    }
    let found = evaluate(dataset, &check);
    wanted(&found.verdict).then_some(Finding::Undeclared { check: Box::new(check), found })
}

fn does_fit(verdict: &CheckVerdict) -> bool {
    matches!(
        verdict,
        CheckVerdict::Agrees | CheckVerdict::AgreesAfterRounding | CheckVerdict::LastDigit
    )
}

fn was_computed(verdict: &CheckVerdict) -> bool {
    *verdict == CheckVerdict::ComputedHere
}

fn identity(operation: CheckOperation, operands: Vec<Operand>, result: Option<Operand>) -> Check {
    Check {
        id: Id::from(""),
        statement: crate::data::Text::default(),
        label: None,
        operation,
        operands,
        result,
        parts: Parts::All,
        days: None,
        note: None,
    }
}

fn plain(observation: &Observation) -> Operand {
    Operand { observation: observation.id.clone(), denominator: false }
}

/// Whether two facts are of one entity and one date (with a target, one year), and belong to one
/// system or stand in one paragraph.
fn are_together(dataset: &Dataset, a: &Observation, b: &Observation) -> bool {
    a.entity == b.entity
        && a.period.end().year == b.period.end().year
        && (a.period.end().last_day() == b.period.end().last_day()
            || b.kind == Kind::Target
            || a.kind == Kind::Target)
        && (share_system(dataset, a, b) || a.shares_paragraph(b))
}

fn is_count(o: &Observation) -> bool {
    o.kind == Kind::Observation && is_number(o)
}

fn is_target_count(o: &Observation) -> bool {
    o.kind == Kind::Target && is_number(o)
}

fn is_number(o: &Observation) -> bool {
    let figure = o.quantity.filter(|q| q.unit.is_additive() && !q.is_bound());
    figure.is_some_and(|q| q.value().is_some_and(|value| value > 0.0))
}
