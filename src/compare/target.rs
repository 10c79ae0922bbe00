//! How far a figure is from a target, and what is needed to reach it in time.

use super::outcome::{Withheld, known};
use super::verdict::is_part_of;
use super::{Judgement, Verdict, judge, sort_stably};
use crate::data::{Dataset, Kind, Observation, Operation, months_and_days_between};
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

/// The target that a figure is measured against: the next one due for the same indicator and unit,
/// or for a whole that the unit belongs to. Of several due on one day, the unit's own comes first,
/// the nation's last.
pub fn target_for<'a>(dataset: &'a Dataset, figure: &Observation) -> Option<&'a Observation> {
    let end = figure.period.end();
    let mut candidates: Vec<&Observation> = dataset
        .of_indicator(&figure.indicator)
        .filter(|o| o.kind == Kind::Target && o.period.end().last_day() >= end.first_day())
        .filter(|o| is_meant_for(dataset, o, figure))
        .filter(|o| {
            judge(dataset, figure, o, Operation::Difference).verdict != Verdict::NotComparable
        })
        .collect();
    sort_stably(&mut candidates, |a, b| {
        let own = |o: &Observation| u8::from(o.entity != figure.entity);
        // A block's target is nearer to its member than the nation's.
        let far = |o: &Observation| u8::from(&*o.entity == "nation");
        let key = |o: &Observation| (o.period.end().last_day(), own(o), far(o));
        key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
    });
    candidates.first().copied()
}

/// Whether a target is set for the figure's own unit, or for a whole that it belongs to.
fn is_meant_for(dataset: &Dataset, target: &Observation, figure: &Observation) -> bool {
    let units = dataset.entity(&figure.entity).zip(dataset.entity(&target.entity));
    units.is_some_and(|(part, whole)| part.id == whole.id || is_part_of(dataset, part, whole))
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
