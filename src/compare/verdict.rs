//! The verdict on a pair of figures for one operation.

use super::{Reason, Severity, sort_stably};
use crate::data::{
    Dataset, Entity, EntityKind, Indicator, Kind, Measure, Observation, Operation, Period, Scope,
    Span,
};
use crate::quantity::{Hedge, Quantity};

/// May it be done?
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Verdict {
    /// Yes.
    Comparable,
    /// Yes, if the reader is told the reasons.
    WithCare,
    /// No.
    NotComparable,
}

/// A verdict with all its reasons, the most serious first.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// The operation that was judged.
    pub operation: Operation,
    /// Whether it may be done.
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
    weigh(reasons(dataset, left, right), operation)
}

/// Weighs the differences between two figures for one operation. For several operations on the
/// same pair, find the [`reasons`] once.
pub fn weigh(reasons: impl IntoIterator<Item = Reason>, operation: Operation) -> Judgement {
    let mut reasons: Vec<(Reason, Severity)> = reasons
        .into_iter()
        .map(|reason| {
            let severity = reason.severity(operation);
            (reason, severity)
        })
        .filter(|(_, severity)| *severity > Severity::None)
        .collect();
    if reasons.len() > 1 {
        // Stable: reasons of one severity stay in the order found, broadest first.
        sort_stably(&mut reasons, |a, b| b.1.cmp(&a.1));
    }
    let verdict = match reasons.first() {
        None => Verdict::Comparable,
        Some((_, Severity::Blocks)) => Verdict::NotComparable,
        Some(_) => Verdict::WithCare,
    };
    Judgement { operation, verdict, reasons }
}

/// Every respect in which two figures differ, the broadest first, whatever the operation.
pub fn reasons(dataset: &Dataset, left: &Observation, right: &Observation) -> Vec<Reason> {
    let mut found = Vec::new();
    let indicators = dataset.indicator(&left.indicator).zip(dataset.indicator(&right.indicator));
    if let Some((a, b)) = indicators {
        compare_indicators(a, b, &mut found);
    }
    compare_periods(indicators, left, right, &mut found);
    let scopes = [left.scope, right.scope];
    let is_loose = |scope: &Scope| matches!(scope, Scope::Some | Scope::Jointly | Scope::Each);
    if scopes.iter().any(is_loose) {
        // The place is not known exactly, so nothing more can be said about the places.
        found.push(Reason::OtherScope);
    } else if let Some((a, b)) = dataset.entity(&left.entity).zip(dataset.entity(&right.entity)) {
        compare_entities(dataset, a, b, &mut found);
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
    let is_approximate = |q: &Quantity| matches!(q.hedge, Hedge::About | Hedge::Estimated);
    if [left, right].iter().any(|o| o.quantity.as_ref().is_some_and(is_approximate)) {
        found.push(Reason::Approximate);
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
        if is_rate(a) && is_rate(b) {
            match (&a.denominator, &b.denominator) {
                (Some(a), Some(b)) if a == b => {}
                (Some(_), Some(_)) => found.push(Reason::OtherDenominator),
                _ => found.push(Reason::UnknownDenominator),
            }
        }
    } else if a.id != b.id && !only_time_differs(a, b) {
        found.push(Reason::OtherDefinition);
        // A family shares its denominator, unless both are printed and differ.
        let wholes = a.denominator.as_ref().zip(b.denominator.as_ref());
        found.extend(wholes.filter(|(a, b)| a != b).map(|_| Reason::OtherDenominator));
    }
}

/// Whether two indicators of one family count the same thing, one for a month and the other for
/// the year to date or everything so far, so that their figures differ only in time.
fn only_time_differs(a: &Indicator, b: &Indicator) -> bool {
    let runs = |i: &Indicator| matches!(i.measure, Measure::Flow | Measure::Stock | Measure::Money);
    runs(a) && runs(b) && a.unit == b.unit && a.counted == b.counted
}

/// What a number counts, as far as time is concerned.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Counted {
    /// What came in a period.
    InPeriod,
    /// What there is at a moment.
    AtMoment,
    /// Everything since a beginning that is not printed.
    SoFar,
}

/// `None` for rates, scores and what is neither a flow nor a stock.
fn counted(indicator: &Indicator, o: &Observation) -> Option<Counted> {
    match (indicator.measure, o.period.span) {
        (Measure::Flow | Measure::Stock | Measure::Money, Span::SinceStart { .. }) => {
            Some(Counted::SoFar)
        }
        (Measure::Flow, _) | (Measure::Money, Span::During { .. }) => Some(Counted::InPeriod),
        (Measure::Stock, _) => Some(Counted::AtMoment),
        _ => None,
    }
}

/// A flow against a stock. The stock includes the flow where it is a running total of the same
/// thing up to the end of the flow's period or later.
fn flow_against_stock(
    (a, b): (&Indicator, &Indicator),
    left: &Observation,
    right: &Observation,
) -> Option<Reason> {
    let (left_counts, right_counts) = (counted(a, left)?, counted(b, right)?);
    let (flow, stock, counts) = match (left_counts, right_counts) {
        (Counted::InPeriod, Counted::InPeriod) => return None,
        (Counted::InPeriod, stock) => (left, right, stock),
        (stock, Counted::InPeriod) => (right, left, stock),
        _ => return None,
    };
    let included = counts == Counted::SoFar
        && a.family == b.family
        && [flow, stock].iter().all(|o| o.kind == Kind::Observation)
        && flow.period.start().is_some()
        && flow.period.end().last_day() <= stock.period.end().last_day();
    Some(Reason::FlowAgainstStock { included })
}

fn compare_periods(
    indicators: Option<(&Indicator, &Indicator)>,
    left: &Observation,
    right: &Observation,
    found: &mut Vec<Reason>,
) {
    let stock = indicators.and_then(|pair| flow_against_stock(pair, left, right));
    let is_included = stock == Some(Reason::FlowAgainstStock { included: true });
    found.extend(stock);
    if left.period.same_span(&right.period) {
        return;
    }
    // A target is set for a date and compared with figures of other dates: no reason by itself.
    let is_target = |o: &Observation| o.kind == Kind::Target;
    if is_target(left) == is_target(right) && !is_included {
        let is_flow = |i: &Indicator| i.measure == Measure::Flow;
        let flows = indicators.is_some_and(|(a, b)| is_flow(a) && is_flow(b));
        let (a, b) = (&left.period, &right.period);
        if flows && (lies_within(a, b) || lies_within(b, a)) {
            found.push(Reason::PeriodWithin);
        } else {
            found.push(Reason::OtherPeriod);
            if indicators.is_some_and(|(a, b)| a.id == b.id && a.self_reported) {
                found.push(Reason::SelfReported);
            }
            let is_other = match (a.days(), b.days()) {
                // A leap day or an extra week does not make another length.
                (Some(a), Some(b)) => a.abs_diff(b) > 7,
                (None, None) => false,
                // A rate at a moment beside that of a stretch of time.
                _ => indicators.is_some_and(|(a, b)| a.id == b.id && a.measure == Measure::Rate),
            };
            if is_other {
                found.push(Reason::OtherLength { flows });
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

/// Whether a period lies inside another; both must have a start.
fn lies_within(inner: &Period, outer: &Period) -> bool {
    let starts = inner.start().zip(outer.start());
    starts.is_some_and(|(a, b)| {
        a.first_day() >= b.first_day() && inner.end().last_day() <= outer.end().last_day()
    })
}

fn compare_entities(dataset: &Dataset, a: &Entity, b: &Entity, found: &mut Vec<Reason>) {
    if a.id == b.id {
        return;
    }
    if is_reorganisation(a.kind, b.kind) {
        found.extend([Reason::UnitReorganised, Reason::OtherPlace]);
    } else if is_part_of(dataset, a, b) || is_part_of(dataset, b, a) {
        found.push(Reason::PartOfTheOther);
    } else if a.kind != b.kind || a.kind == EntityKind::Block {
        // Ministries and provinces handle different dossiers.
        found.extend([Reason::OtherLevel, Reason::OtherPlace]);
    } else {
        found.push(Reason::OtherPlace);
    }
}

/// Whether `part` belongs to `whole`: a province to its region, its block and the nation.
pub(super) fn is_part_of(dataset: &Dataset, part: &Entity, whole: &Entity) -> bool {
    use EntityKind::{Block, Group, Marker, Nation, Province63, Region6};
    match (whole.kind, part.kind) {
        (Nation, Nation) | (_, Nation | Marker) => false,
        (Nation, _) => true,
        (Block, Group) => part
            .members
            .iter()
            .any(|id| dataset.entity(id).is_some_and(|member| is_part_of(dataset, member, whole))),
        (Block, kind) if kind.block().is_some() => kind.block() == Some(&*whole.id),
        (Region6, Province63) => part.region.as_ref() == Some(&whole.id),
        _ => whole.members.contains(&part.id),
    }
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
