//! The national figure and the two blocks that it is made of.

use super::{Verdict, judge};
use crate::data::{Dataset, Kind, Observation, Operation};
use crate::quantity::arithmetic::{Derived, weighted_mean};
use crate::quantity::{Order, Unit};

/// A national rate beside the rates of ministries and provinces.
#[derive(Clone, Debug)]
pub struct Blocks<'a> {
    /// The figure of the nation.
    pub nation: &'a Observation,
    /// That of the ministries.
    pub ministries: &'a Observation,
    /// That of the provinces.
    pub provinces: &'a Observation,
    /// The mean of the two blocks: the national figure if they were equally large.
    pub simple_mean: Derived,
    /// How the national figure compares with that simple mean.
    pub order: Order,
    /// Whether the national figure can be a mean of the two at all.
    pub fits: bool,
}

/// Compares the three figures of one indicator, time and document. `None` where they are not all
/// printed, or may not be compared.
pub fn does_the_whole_fit<'a>(dataset: &'a Dataset, nation: &'a Observation) -> Option<Blocks<'a>> {
    let of_block = |id: &str| {
        dataset.of_indicator(&nation.indicator).find(|o| {
            o.kind == Kind::Observation
                && &*o.entity == id
                && o.period.same_span(&nation.period)
                && o.shares_document(nation)
        })
    };
    if &*nation.entity != "nation" || nation.kind != Kind::Observation {
        return None;
    }
    let (ministries, provinces) = (of_block("block:ministries")?, of_block("block:provinces")?);
    let may = |a, b| judge(dataset, a, b, Operation::Difference).verdict != Verdict::NotComparable;
    if !may(nation, ministries) || !may(nation, provinces) || !may(ministries, provinces) {
        return None;
    }
    let whole = nation.quantity.filter(|q| q.unit == Unit::Percent)?;
    let (left, right) = (ministries.quantity?, provinces.quantity?);
    let hull = weighted_mean([&left, &right]).ok()?;
    let middle = left.interval().plus(right.interval()).scaled(0.5);
    // Half of an odd whole number takes one decimal; any further one would be false precision.
    let decimals = left.decimals().max(right.decimals());
    let halves = left.value()? + right.value()?;
    let last = (halves * 10f64.powi(decimals as i32)).round() as i64;
    let decimals = decimals + usize::from(decimals == 0 && last % 2 != 0);
    let simple_mean = Derived { interval: middle, unit: Unit::Percent, decimals };
    let order = whole.interval().order(middle);
    let fits = matches!(whole.interval().order(hull.interval), Order::Undecided | Order::Equal);
    Some(Blocks { nation, ministries, provinces, simple_mean, order, fits })
}
