//! What the printed figures say about each other without a declared check.
//!
//! Four kinds of finding, each searched for in the whole dataset: one fact printed differently in
//! two passages; a list whose length differs from the number stated; a sum, share, difference or
//! change whose parts are all printed; and a printed fraction that equals a printed rate.
//!
//! The data alone decide what belongs together: figures of one place and date whose indicators
//! belong to one system, or which one paragraph prints.

mod undeclared;

use super::checks::Recomputed;
use super::verdict::is_part_of;
use crate::data::{
    Check, CheckOperation, Dataset, EntityKind, Kind, Mention, Observation, Operand,
};
use crate::quantity::{Order, Quantity, Unit};

/// Something that the printed figures show by themselves.
#[derive(Clone, Debug)]
pub enum Finding<'a> {
    /// Two groups of passages print one fact with different numbers or words.
    PrintedOtherwise {
        /// The fact.
        fact: &'a Observation,
        /// The passages that print it one way, and what they print.
        one: (Vec<&'a Mention>, Quantity),
        /// The passages that print it the other way, and what they print.
        other: (Vec<&'a Mention>, Quantity),
        /// Whether both may be true at once, such as one being the other rounded.
        fits: bool,
    },
    /// A list names more or fewer members than the text states.
    ListLength {
        /// The number stated.
        stated: &'a Observation,
        /// The members named.
        named: Vec<&'a Observation>,
    },
    /// A sum, share or change whose parts are printed, but which `checks.json` does not have.
    Undeclared {
        /// The identity, ready to be declared.
        check: Box<Check>,
        /// Its recomputation.
        found: Recomputed,
    },
    /// A printed fraction has the value of a printed rate.
    FractionEqualsRate {
        /// The fraction, such as 13/20.
        fraction: &'a Observation,
        /// The rate.
        rate: &'a Observation,
        /// Whether both measure one system; otherwise they may be equal by chance.
        one_system: bool,
    },
}

/// All findings of a dataset, in the order of its observations.
pub fn findings(dataset: &Dataset) -> Vec<Finding<'_>> {
    let printed: Vec<&Observation> =
        dataset.observations.iter().filter(|o| o.derived_from.is_none()).collect();
    let mut found = Vec::new();
    for fact in &printed {
        printed_otherwise(dataset, fact, &mut found);
        found.extend(list_length(dataset, fact));
        found.extend(undeclared::change(dataset, fact));
        undeclared::sums(dataset, &printed, fact, &mut found);
        undeclared::shares(dataset, &printed, fact, &mut found);
        undeclared::rest(dataset, fact, &mut found);
        undeclared::parts_of_a_run(dataset, fact, &mut found);
        fraction_as_rate(dataset, &printed, fact, &mut found);
    }
    found
}

/// Groups the passages that print one fact by what they print: its own mentions, and those of other
/// records of the same fact. Reported once, at the record whose id comes first.
fn printed_otherwise<'a>(
    dataset: &'a Dataset,
    fact: &'a Observation,
    found: &mut Vec<Finding<'a>>,
) {
    let is_same = |o: &&Observation| {
        fact.kind == Kind::Observation
            && o.is_printed_measure()
            && o.entity == fact.entity
            && o.scope == fact.scope
            && o.period.same_span(&fact.period)
    };
    let twins =
        || dataset.of_indicator(&fact.indicator).filter(|o| o.id != fact.id).filter(is_same);
    if twins().any(|o| o.id < fact.id) {
        return;
    }
    let mut wordings: Vec<(Vec<&Mention>, Quantity)> = Vec::new();
    for record in std::iter::once(fact).chain(twins()) {
        let Some(own) = record.quantity else { continue };
        for mention in &record.mentions {
            let printed = mention.quantity.unwrap_or(own);
            match wordings.iter_mut().find(|(_, known)| *known == printed) {
                Some((places, _)) => places.push(mention),
                None => wordings.push((vec![mention], printed)),
            }
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
    let number =
        stated.quantity.filter(|q| stated.is_printed_measure() && q.unit == Unit::Count)?;
    // A number of provinces counts provinces only, though the same list may also name ministries.
    let whole = dataset.entity(&stated.entity)?;
    let is_of_it = |o: &Observation| {
        let member = dataset.entity(&o.entity);
        let may_hold = matches!(whole.kind, EntityKind::Block | EntityKind::Region6);
        !may_hold || member.is_some_and(|member| is_part_of(dataset, member, whole))
    };
    let mut named: Vec<&Observation> = Vec::new();
    for o in dataset.of_indicator(&stated.indicator).filter(|o| o.kind == Kind::Membership) {
        let is_then = o.period.end().last_day() == stated.period.end().last_day();
        if is_then && is_of_it(o) && !named.iter().any(|known| known.entity == o.entity) {
            named.push(o);
        }
    }
    let differs = !named.is_empty() && !number.interval().holds(named.len() as f64);
    differs.then_some(Finding::ListLength { stated, named })
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
        // Every "63/63" equals every "100%": that says nothing.
        if fits && share < 100.0 && !is_share_of_another(dataset, fraction, rate) {
            found.push(Finding::FractionEqualsRate { fraction, rate, one_system });
        }
    }
}

/// Whether a check has the rate as the share of something else: an equal fraction is then chance.
fn is_share_of_another(dataset: &Dataset, fraction: &Observation, rate: &Observation) -> bool {
    let is_of = |operand: &Operand, o: &Observation| operand.observation == o.id;
    dataset.checks.iter().any(|check| {
        let is_its_share = match check.operation {
            CheckOperation::Share => check.result.as_ref().is_some_and(|r| is_of(r, rate)),
            CheckOperation::Denominator | CheckOperation::ImpliedTotal => {
                check.operands.iter().any(|operand| is_of(operand, rate))
            }
            _ => false,
        };
        is_its_share && !check.operands.iter().any(|operand| is_of(operand, fraction))
    })
}

fn share_system(dataset: &Dataset, a: &Observation, b: &Observation) -> bool {
    dataset.systems.iter().any(|system| {
        system.indicators.contains(&a.indicator) && system.indicators.contains(&b.indicator)
    })
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
