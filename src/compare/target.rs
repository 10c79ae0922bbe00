//! How far a figure is from a target, and what is needed to reach it in time.

use super::outcome::{Withheld, known};
use super::wholes::wholes_of;
use super::{Judgement, Verdict, judge, sort_stably};
use crate::data::{
    Dataset, Entity, EntityKind, Kind, Observation, Operation, months_and_days_between,
};
use crate::quantity::arithmetic::{Derived, difference};
use crate::quantity::{Interval, Order, Unit};

/// A figure compared with a target.
#[derive(Clone, Debug)]
pub struct TargetDistance<'a> {
    /// The measured figure.
    pub figure: &'a Observation,
    /// The target.
    pub target: &'a Observation,
    /// Whether the two may be compared.
    pub judgement: Judgement,
    /// Target less figure: positive where something is missing.
    pub distance: Result<Derived, Withheld>,
    /// How the figure compares with the target; `Undecided` where its interval holds the target.
    pub order: Option<Order>,
    /// Whole months from the end of the figure's period to the date that the target is due.
    pub months_left: u32,
    /// Days beyond those months, where one of the two dates lies within a month.
    pub days_more: u32,
    /// The gain needed in each of these months if spread evenly; `None` where it is not certain
    /// that anything is missing, no month is left, or the target is set for a larger whole.
    pub pace: Option<Derived>,
}

/// Compares a figure with a target.
pub fn how_far_to_target<'a>(
    dataset: &Dataset,
    figure: &'a Observation,
    target: &'a Observation,
) -> TargetDistance<'a> {
    let judgement = judge(dataset, figure, target, Operation::Difference);
    let quantities = known(dataset, figure).zip(known(dataset, target));
    let distance = if judgement.verdict == Verdict::NotComparable {
        Err(Withheld::NotComparable)
    } else {
        let quantities = quantities.ok_or(Withheld::NoFigure);
        quantities.and_then(|(have, want)| difference(&want, &have).map_err(Withheld::Arithmetic))
    };
    let order = distance.as_ref().ok().map(|found| standing(found.interval));
    let (months_left, days_more) =
        months_and_days_between(figure.period.end(), target.period.end());
    // What a whole has to gain is not required of each of its parts.
    let is_own = figure.entity == target.entity;
    let is_open = is_own && order == Some(Order::Below) && months_left > 0;
    let pace = distance.as_ref().ok().filter(|_| is_open);
    let pace = pace.map(|missing| {
        let months = f64::from(months_left) + f64::from(days_more) / DAYS_OF_A_MONTH;
        let interval = missing.interval.scaled(1.0 / months);
        Derived { interval, ..*missing }.with_decimals(usize::from(missing.unit != Unit::Count))
    });
    TargetDistance { figure, target, judgement, distance, order, months_left, days_more, pace }
}

/// The targets that a unit is measured against, the nearest first: its own, its block's, the
/// nation's, those of each by the day they are due. A whole sets its units a level on a scale, but
/// no amount, and sets nothing to the regions and areas that they lie in.
pub fn targets_of<'a>(
    dataset: &'a Dataset,
    indicator: &str,
    unit: &'a Entity,
) -> Vec<&'a Observation> {
    let is_scale = dataset.indicator(indicator).is_some_and(|found| found.unit.is_scale());
    let is_shared = is_scale && !matches!(unit.kind, EntityKind::Region6 | EntityKind::Area);
    let mut found = Vec::new();
    for level in std::iter::once(unit).chain(wholes_of(dataset, unit).filter(|_| is_shared)) {
        let of_indicator = dataset.of_indicator(indicator);
        let mut targets: Vec<&Observation> =
            of_indicator.filter(|o| o.kind == Kind::Target && o.entity == level.id).collect();
        sort_stably(&mut targets, |a, b| a.period.end().last_day().cmp(&b.period.end().last_day()));
        found.extend(targets);
    }
    found
}

/// The target that a figure is measured against: of [`targets_of`] its unit, the first that is not
/// due before the figure and may be compared with it.
pub fn target_for<'a>(dataset: &'a Dataset, figure: &Observation) -> Option<&'a Observation> {
    let targets = targets_of(dataset, &figure.indicator, dataset.entity(&figure.entity)?);
    targets.into_iter().find(|target| {
        let judged = judge(dataset, figure, target, Operation::Difference);
        target.period.end().last_day() >= figure.period.end().first_day()
            && judged.verdict != Verdict::NotComparable
    })
}

/// How the figure compares with the target, from what is missing.
fn standing(missing: Interval) -> Order {
    match missing.order(Interval::point(0.0)) {
        Order::Above => Order::Below,
        Order::Below => Order::Above,
        order => order,
    }
}

/// The mean length of a month in days, which turns the days beyond whole months into months.
const DAYS_OF_A_MONTH: f64 = 30.436_875;
