//! The verdict on a pair of figures for one operation.

use super::{Reason, Severity, sort_stably};
use crate::data::{
    Dataset, Entity, EntityKind, Indicator, Kind, Measure, Observation, Operation, Scope,
};
use crate::quantity::Quantity;

/// May it be done?
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Verdict {
    /// Yes.
    Comparable,
    /// Yes, if the reasons are told.
    WithCare,
    /// No.
    NotComparable,
}

/// A verdict with all its reasons, the most serious first.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// What was to be done.
    pub operation: Operation,
    /// Whether it may be.
    pub verdict: Verdict,
    /// Why, most serious first; empty only for [`Verdict::Comparable`].
    pub reasons: Vec<(Reason, Severity)>,
}

/// Judges whether `operation` may be done with two figures of one dataset.
pub fn judge(
    dataset: &Dataset,
    left: &Observation,
    right: &Observation,
    operation: Operation,
) -> Judgement {
    let mut reasons: Vec<(Reason, Severity)> = reasons(dataset, left, right)
        .into_iter()
        .map(|reason| {
            let severity = reason.severity(operation);
            (reason, severity)
        })
        .filter(|(_, severity)| *severity > Severity::None)
        .collect();
    // Stable: within one severity the order in which they are found stays, broadest first.
    sort_stably(&mut reasons, |a, b| b.1.cmp(&a.1));
    let verdict = match reasons.first() {
        None => Verdict::Comparable,
        Some((_, Severity::Blocks)) => Verdict::NotComparable,
        Some(_) => Verdict::WithCare,
    };
    Judgement { operation, verdict, reasons }
}

fn reasons(dataset: &Dataset, left: &Observation, right: &Observation) -> Vec<Reason> {
    let mut found = Vec::new();
    let indicators = dataset.indicator(&left.indicator).zip(dataset.indicator(&right.indicator));
    if let Some((a, b)) = indicators {
        compare_indicators(a, b, &mut found);
    }
    compare_periods(indicators, left, right, &mut found);
    let scopes = [left.scope, right.scope];
    if scopes.contains(&Scope::Some) || scopes.contains(&Scope::Jointly) {
        // Which place it is stays unknown, so nothing more can be said of the places.
        found.push(Reason::OtherScope);
    } else if let Some((a, b)) = dataset.entity(&left.entity).zip(dataset.entity(&right.entity)) {
        compare_entities(a, b, &mut found);
    }
    if scopes.contains(&Scope::Partial) {
        found.push(Reason::PartlyCounted);
    }
    if left.kind != right.kind {
        let kinds = [left.kind, right.kind];
        let against_target = kinds.contains(&Kind::Target) && kinds.contains(&Kind::Observation);
        found.push(Reason::OtherKind { against_target });
    }
    if let (Some(a), Some(b)) = (left.quantity, right.quantity) {
        if a.unit != b.unit {
            found.push(Reason::OtherUnit(a.unit, b.unit));
        } else if !a.unit.is_additive() {
            found.push(Reason::NotAdditive);
        }
    }
    if [left, right].iter().any(|o| o.quantity.as_ref().is_some_and(Quantity::is_bound)) {
        found.push(Reason::OnlyABound);
    }
    if left.derived_from.is_some() || right.derived_from.is_some() {
        found.push(Reason::FollowsFromList);
    }
    if left.layer != right.layer {
        found.push(Reason::OtherLayer);
    }
    found
}

fn compare_indicators(a: &Indicator, b: &Indicator, found: &mut Vec<Reason>) {
    if a.family != b.family {
        found.push(Reason::OtherIndicator);
        let is_rate = |i: &Indicator| i.measure == Measure::Rate;
        if is_rate(a) && is_rate(b) && (a.denominator.is_none() || a.denominator != b.denominator) {
            found.push(Reason::OtherDenominator);
        }
        let is_flow = |i: &Indicator| i.measure == Measure::Flow;
        let is_stock = |i: &Indicator| i.measure == Measure::Stock;
        if (is_flow(a) && is_stock(b)) || (is_stock(a) && is_flow(b)) {
            found.push(Reason::FlowAgainstStock);
        }
    } else if a.id != b.id {
        found.push(Reason::OtherDefinition);
    }
}

fn compare_periods(
    indicators: Option<(&Indicator, &Indicator)>,
    left: &Observation,
    right: &Observation,
    found: &mut Vec<Reason>,
) {
    if left.period.same_span(&right.period) {
        return;
    }
    // A target is set for a date and measured against figures of other dates: no reason by itself.
    let is_target = |o: &Observation| o.kind == Kind::Target;
    if is_target(left) == is_target(right) {
        found.push(Reason::OtherPeriod);
        if let (Some(a), Some(b)) = (left.period.days(), right.period.days()) {
            // A leap day or a week more is not another length.
            if a.abs_diff(b) > 7 {
                found.push(Reason::OtherLength);
            }
        }
    }
    let (earlier, later) = match left.period.chronological(&right.period) {
        std::cmp::Ordering::Greater => (right, left),
        _ => (left, right),
    };
    if let Some((a, b)) = indicators.filter(|(a, b)| a.family == b.family) {
        let breaks = a.breaks.iter().chain(b.breaks.iter().filter(|_| a.id != b.id));
        let crossed = breaks.filter(|broken| {
            earlier.period.end().last_day() < broken.at.first_day()
                && broken.at.first_day() <= later.period.end().last_day()
        });
        found.extend(crossed.cloned().map(Reason::BrokenSeries));
    }
}

fn compare_entities(a: &Entity, b: &Entity, found: &mut Vec<Reason>) {
    if a.id == b.id {
        return;
    }
    if is_reorganisation(a.kind, b.kind) {
        found.push(Reason::UnitReorganised);
    } else if a.kind != b.kind {
        found.push(Reason::OtherLevel);
    } else if a.kind == EntityKind::Block {
        // Ministries and provinces handle different dossiers.
        found.push(Reason::OtherLevel);
    }
    found.push(Reason::OtherPlace);
}

fn is_reorganisation(a: EntityKind, b: EntityKind) -> bool {
    use EntityKind::{Ministry22, Ministry25, Province34, Province63};
    matches!(
        (a, b),
        (Province63, Province34)
            | (Province34, Province63)
            | (Ministry22, Ministry25)
            | (Ministry25, Ministry22)
    )
}
