//! What the printed figures say about each other without anybody having declared it.
//!
//! Four kinds of finding, each looked for in the whole dataset: one fact printed otherwise in two
//! places, a list whose length differs from the number stated, a sum, share or change whose parts
//! are all printed, and a printed fraction that equals a printed rate.

use super::checks::{CheckVerdict, Recomputed, evaluate};
use crate::data::{
    ChangeAs, Check, CheckOperation, Dataset, Id, Kind, Mention, Observation, Operand, Parts,
};
use crate::quantity::{Order, Quantity, Unit};

/// Something that the printed figures show by themselves.
#[derive(Clone, Debug)]
pub enum Finding<'a> {
    /// Two groups of places print one fact with different numbers or words.
    PrintedOtherwise {
        /// The fact.
        fact: &'a Observation,
        /// The places that print it one way, and what they print.
        one: (Vec<&'a Mention>, Quantity),
        /// The places that print it the other way, and what they print.
        other: (Vec<&'a Mention>, Quantity),
        /// Whether both may be true at once: one is the other, rounded.
        fits: bool,
    },
    /// A list names another number of members than the text states.
    ListLength {
        /// The number stated.
        stated: &'a Observation,
        /// The members named.
        named: Vec<&'a Observation>,
    },
    /// A sum, share or change whose parts are printed, and which `checks.json` does not have.
    Undeclared {
        /// The identity, ready to be declared.
        check: Box<Check>,
        /// What becomes of it.
        found: Recomputed,
    },
    /// A printed fraction is the number that a printed rate gives.
    FractionEqualsRate {
        /// The fraction, such as 13/20.
        fraction: &'a Observation,
        /// The rate.
        rate: &'a Observation,
        /// Whether both measure one system; else the two may be alike by chance.
        one_system: bool,
    },
}

/// Everything that is found in a dataset, in its order.
pub fn findings(dataset: &Dataset) -> Vec<Finding<'_>> {
    let printed: Vec<&Observation> =
        dataset.observations.iter().filter(|o| o.derived_from.is_none()).collect();
    let mut found = Vec::new();
    for fact in &printed {
        printed_otherwise(fact, &mut found);
        found.extend(list_length(dataset, fact));
        found.extend(undeclared_change(dataset, fact));
        undeclared_sums(dataset, &printed, fact, &mut found);
        undeclared_shares(dataset, &printed, fact, &mut found);
        fraction_as_rate(dataset, &printed, fact, &mut found);
    }
    found
}

fn printed_otherwise<'a>(fact: &'a Observation, found: &mut Vec<Finding<'a>>) {
    let Some(own) = fact.quantity else { return };
    let mut wordings: Vec<(Vec<&Mention>, Quantity)> = Vec::new();
    for mention in &fact.mentions {
        let printed = mention.quantity.unwrap_or(own);
        match wordings.iter_mut().find(|(_, known)| *known == printed) {
            Some((places, _)) => places.push(mention),
            None => wordings.push((vec![mention], printed)),
        }
    }
    for (at, one) in wordings.iter().enumerate() {
        for other in wordings.iter().skip(at + 1) {
            let (a, b) = (one.1.interval(), other.1.interval());
            let fits =
                one.1.unit == other.1.unit && matches!(a.order(b), Order::Undecided | Order::Equal);
            found.push(Finding::PrintedOtherwise {
                fact,
                one: one.clone(),
                other: other.clone(),
                fits,
            });
        }
    }
}

fn list_length<'a>(dataset: &'a Dataset, stated: &'a Observation) -> Option<Finding<'a>> {
    let number = stated.quantity.filter(|_| stated.kind == Kind::Observation)?;
    let named: Vec<&Observation> = dataset
        .of_indicator(&stated.indicator)
        .filter(|o| o.kind == Kind::Membership && o.period.same_span(&stated.period))
        .collect();
    let differs = !named.is_empty() && !number.interval().holds(named.len() as f64);
    differs.then_some(Finding::ListLength { stated, named })
}

/// A printed change whose two ends are printed too.
fn undeclared_change<'a>(dataset: &'a Dataset, change: &'a Observation) -> Option<Finding<'a>> {
    let how = change.change.as_ref().filter(|_| change.kind == Kind::Change)?;
    let measured = |period| dataset.measured(&change.indicator, &change.entity, period);
    let named = how.observation.as_ref().and_then(|id| dataset.observation(id));
    let before = named.or_else(|| measured(how.period.as_ref()?))?;
    let after = dataset.of_indicator(&change.indicator).find(|o| {
        o.kind == Kind::Observation
            && o.entity == change.entity
            && o.id != before.id
            && o.period.end().last_day() == change.period.end().last_day()
    })?;
    let (operation, operands) = match how.expressed {
        ChangeAs::Points | ChangeAs::Absolute => (CheckOperation::Difference, [after, before]),
        ChangeAs::Percent => (CheckOperation::Growth, [before, after]),
        ChangeAs::Times => (CheckOperation::Ratio, [after, before]),
        ChangeAs::Undetermined => return None,
    };
    let check = identity(operation, operands.map(plain).into(), plain(change));
    undeclared(dataset, check, |_| true)
}

/// Two counts of one system, unit and time that add up to a third, or to the whole printed beside
/// one of them. Small numbers add up by chance.
fn undeclared_sums<'a>(
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
        let third = beside.iter().find(|o| {
            o.id != one.id && o.id != other.id && (value(o) - total).abs() <= step(o) / 2.0
        });
        let Some(result) = result.or_else(|| third.map(|o| plain(o))) else { continue };
        let check = identity(CheckOperation::Sum, vec![plain(one), plain(other)], result);
        found.extend(undeclared(dataset, check, does_fit));
    }
}

/// Two counts of one system and time of which one is the share of the other that is printed.
fn undeclared_shares<'a>(
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
            let is_near = (share - value(rate)).abs() <= 1.5 * wanted.step;
            if !(share < 100.0 && is_near) {
                continue;
            }
            let operands = vec![plain(part), plain(whole)];
            let check = identity(CheckOperation::Share, operands, plain(rate));
            found.extend(undeclared(dataset, check, does_fit));
        }
    }
}

fn fraction_as_rate<'a>(
    dataset: &'a Dataset,
    printed: &[&'a Observation],
    fraction: &'a Observation,
    found: &mut Vec<Finding<'a>>,
) {
    let Some(whole) = denominator(fraction).filter(|whole| *whole > 0.0) else { return };
    let share = 100.0 * value(fraction) / whole;
    for rate in printed.iter().copied().filter(|o| is_rate(o)) {
        let fits = rate.quantity.is_some_and(|q| !q.is_bound() && q.interval().holds(share));
        let one_system = share_system(dataset, fraction, rate);
        // Every "63/63" equals every "100%"; that says something only of one and the same thing.
        let is_one = one_system && fraction.entity == rate.entity;
        if fits && (is_one || share < 100.0) {
            found.push(Finding::FractionEqualsRate { fraction, rate, one_system });
        }
    }
}

/// The finding, unless `checks.json` has an identity of the same figures or `wanted` says no.
fn undeclared<'a>(
    dataset: &Dataset,
    check: Check,
    wanted: impl Fn(&CheckVerdict) -> bool,
) -> Option<Finding<'a>> {
    let figures = |check: &Check| {
        let mut ids: Vec<(Id, bool)> = check
            .operands
            .iter()
            .chain(&check.result)
            .map(|o| (o.observation.clone(), o.denominator))
            .collect();
        ids.sort_unstable();
        ids
    };
    let own = figures(&check);
    if dataset.checks.iter().any(|declared| figures(declared) == own) {
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

fn identity(operation: CheckOperation, operands: Vec<Operand>, result: Operand) -> Check {
    Check {
        id: Id::from(""),
        statement: crate::data::Text::default(),
        label: None,
        operation,
        operands,
        result: Some(result),
        parts: Parts::All,
        days: None,
        note: None,
    }
}

fn plain(observation: &Observation) -> Operand {
    Operand { observation: observation.id.clone(), denominator: false }
}

/// Whether two facts are of one entity, one date and one system.
fn are_together(dataset: &Dataset, a: &Observation, b: &Observation) -> bool {
    a.entity == b.entity
        && a.period.end().year == b.period.end().year
        && (a.period.end().last_day() == b.period.end().last_day()
            || b.kind == Kind::Target
            || a.kind == Kind::Target)
        && share_system(dataset, a, b)
}

fn share_system(dataset: &Dataset, a: &Observation, b: &Observation) -> bool {
    dataset.systems.iter().any(|system| {
        system.indicators.contains(&a.indicator) && system.indicators.contains(&b.indicator)
    })
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

fn is_rate(o: &Observation) -> bool {
    o.kind == Kind::Observation
        && o.quantity.is_some_and(|q| q.unit == Unit::Percent && q.value().is_some())
}

fn value(o: &Observation) -> f64 {
    o.quantity.and_then(|q| q.value()).unwrap_or(f64::NAN)
}

fn step(o: &Observation) -> f64 {
    o.quantity.map_or(0.0, |q| if q.unit.is_whole() && q.step <= 1.0 { 0.0 } else { q.step })
}

fn denominator(o: &Observation) -> Option<f64> {
    o.quantity.and_then(|q| q.denominator)
}
