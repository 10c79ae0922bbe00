//! What a figure may be compared with, and whether there is a newer one.

use super::verdict::is_part_of;
use super::{Verdict, judge, sort_stably};
use crate::data::{Dataset, Date, Kind, Observation, Operation};

/// The figures of the same family from which a figure may be subtracted.
#[derive(Clone, Debug, Default)]
pub struct Neighbours<'a> {
    /// Comparable figures, the nearest first.
    pub comparable: Vec<&'a Observation>,
    /// Figures that are comparable with care, the fewest reasons first.
    pub with_care: Vec<&'a Observation>,
}

/// The printed figures that a figure may be compared with. Inferred figures are left out: what
/// follows from a list is one limit for dozens of places, and adds nothing new.
pub fn what_it_may_be_compared_with<'a>(
    dataset: &'a Dataset,
    figure: &Observation,
) -> Neighbours<'a> {
    // A limit of classes, the length of a list.
    if dataset.indicator(&figure.indicator).is_some_and(|indicator| indicator.not_compared) {
        return Neighbours::default();
    }
    let mut allowed: Vec<(usize, u8, &Observation)> = Vec::new();
    for other in family_of(dataset, figure) {
        let is_known = other.derived_from.is_none() && other.interval.is_some();
        if other.id == figure.id || !is_known || figure.interval.is_none() {
            continue;
        }
        let judgement = judge(dataset, figure, other, Operation::Difference);
        if judgement.verdict != Verdict::NotComparable {
            allowed.push((judgement.reasons.len(), distance(dataset, figure, other), other));
        }
    }
    sort_stably(&mut allowed, |a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    let mut found = Neighbours::default();
    for (reasons, _, other) in allowed {
        if reasons == 0 { &mut found.comparable } else { &mut found.with_care }.push(other);
    }
    found
}

/// Every observation of the indicators in the family of a figure's indicator.
fn family_of<'a>(
    dataset: &'a Dataset,
    figure: &Observation,
) -> impl Iterator<Item = &'a Observation> {
    let family = dataset.indicator(&figure.indicator).map(|indicator| &indicator.family);
    let relatives = dataset.indicators.iter().filter(move |i| Some(&i.family) == family);
    relatives.flat_map(|indicator| dataset.of_indicator(&indicator.id))
}

/// How near the place of another figure is: 0 for the same place, 1 for a whole that it belongs
/// to, 2 for its own region, 3 for any other.
fn distance(dataset: &Dataset, figure: &Observation, other: &Observation) -> u8 {
    if figure.entity == other.entity {
        return 0;
    }
    let places = dataset.entity(&figure.entity).zip(dataset.entity(&other.entity));
    match places {
        Some((own, whole)) if is_part_of(dataset, own, whole) => 1,
        Some((own, next)) if own.region.is_some() && own.region == next.region => 2,
        _ => 3,
    }
}

/// The newest printed measurement of the same indicator, place and scope, if newer than this one.
/// `None` for a figure that is not a measurement itself.
pub fn newer_figure<'a>(dataset: &'a Dataset, figure: &Observation) -> Option<&'a Observation> {
    let measured = dataset.of_indicator(&figure.indicator).filter(|o| {
        o.is_printed_measure()
            && o.entity == figure.entity
            && o.scope == figure.scope
            && o.period.last_certain_day() > figure.period.last_certain_day()
    });
    measured
        .max_by_key(|o| o.period.last_certain_day())
        .filter(|_| figure.kind == Kind::Observation)
}

/// The date of the newest measured figure.
pub fn newest_date(dataset: &Dataset) -> Option<Date> {
    let measured = dataset.observations.iter().filter(|o| o.kind == Kind::Observation);
    measured.max_by_key(|o| o.period.last_certain_day()).map(|o| o.period.end())
}
