//! Operations on figures: each returns the interval of possible results, or a [`Refusal`].

use super::{Interval, Order, Quantity, Refusal, Unit};

/// The result of an operation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Derived {
    /// Every value that the result may have.
    pub interval: Interval,
    /// Its unit.
    pub unit: Unit,
    /// Decimals that the inputs support; more would be false precision.
    pub decimals: usize,
}

impl Derived {
    /// The same result with as many decimals as its interval supports, at most `most`.
    #[must_use]
    pub fn with_decimals(self, most: usize) -> Self {
        Self { decimals: supported(self.interval, most).unwrap_or(0), ..self }
    }

    /// Whether the distance from zero can be told: not where the interval is wide and one end is
    /// close to zero.
    pub fn is_told(&self) -> bool {
        let scale = 10f64.powi(self.decimals as i32);
        let ends = [self.interval.low().value(), self.interval.high().value()];
        let distances = || ends.into_iter().flatten().map(f64::abs);
        let nearest = distances().fold(f64::INFINITY, f64::min);
        let is_wide = self.interval.width().is_none_or(|width| width > 2.5 / scale);
        !is_wide || nearest * scale >= 1.0
    }

    /// Whether the interval is a single value, apart from floating-point error.
    pub fn is_one_value(&self) -> bool {
        let middle = self.interval.middle().map_or(0.0, f64::abs);
        self.interval.width().is_some_and(|width| width <= 1e-9 * middle.max(1e-3))
    }
}

/// The result of an operation, or why there is none.
pub type Answer = Result<Derived, Refusal>;

/// `left − right`. Percentages give percentage points.
pub fn difference(left: &Quantity, right: &Quantity) -> Answer {
    same_unit(left, right)?;
    if left.unit == Unit::Rank {
        return Err(Refusal::NotAdditive(Unit::Rank));
    }
    let interval = left.interval().minus(right.interval());
    bounded(interval, left.unit.of_difference(), left.decimals().max(right.decimals()))
}

/// `left ÷ right`, as a multiple.
pub fn ratio(left: &Quantity, right: &Quantity) -> Answer {
    same_unit(left, right)?;
    if left.unit == Unit::Rank {
        return Err(Refusal::NotAdditive(Unit::Rank));
    }
    let interval = quotient(left.interval(), right.interval())?;
    bounded(interval, Unit::Times, 1)
}

/// The total of several figures of one unit.
pub fn sum<'a>(terms: impl IntoIterator<Item = &'a Quantity>) -> Answer {
    let mut terms = terms.into_iter();
    let first = terms.next().ok_or(Refusal::NoFigures)?;
    if !first.unit.is_additive() {
        return Err(Refusal::NotAdditive(first.unit));
    }
    let mut total = first.interval();
    let mut decimals = first.decimals();
    for term in terms {
        same_unit(first, term)?;
        total = total.plus(term.interval());
        decimals = decimals.max(term.decimals());
    }
    bounded(total, first.unit, decimals)
}

/// `part` of `whole`, in per cent. Refused where the part certainly exceeds its whole.
pub fn share(part: &Quantity, whole: &Quantity) -> Answer {
    same_unit(part, whole)?;
    if !part.unit.is_additive() {
        return Err(Refusal::NotAdditive(part.unit));
    }
    if part.interval().order(whole.interval()) == Order::Above {
        return Err(Refusal::PartExceedsWhole);
    }
    let interval = quotient(part.interval(), whole.interval())?.scaled(100.0);
    bounded(interval.clamped_to(Unit::Percent.bounds()), Unit::Percent, 1)
}

/// Growth from `before` to `after`, in per cent of `before`.
pub fn growth(before: &Quantity, after: &Quantity) -> Answer {
    same_unit(before, after)?;
    if before.unit == Unit::Rank {
        return Err(Refusal::NotAdditive(Unit::Rank));
    }
    let ratio = quotient(after.interval(), before.interval())?;
    bounded(ratio.minus(Interval::point(1.0)).scaled(100.0), Unit::PercentChange, 1)
}

/// `whole` less all `parts`. A single part, a [`difference`], need not be of an additive unit.
pub fn remainder(whole: &Quantity, parts: &[Quantity]) -> Answer {
    if let [part] = parts {
        return difference(whole, part);
    }
    let parts = sum(parts)?;
    if whole.unit != parts.unit {
        return Err(Refusal::UnitsDiffer { left: whole.unit, right: parts.unit });
    }
    let interval = whole.interval().minus(parts.interval);
    bounded(interval, whole.unit, whole.decimals().max(parts.decimals))
}

/// 100 % less a percentage.
pub fn complement(rate: &Quantity) -> Answer {
    percentage(rate)?;
    let interval = Interval::point(100.0).minus(rate.interval());
    bounded(interval, Unit::Percent, rate.decimals())
}

/// The range of any weighted mean of the figures: from the lowest to the highest of them.
pub fn weighted_mean<'a>(terms: impl IntoIterator<Item = &'a Quantity>) -> Answer {
    let mut terms = terms.into_iter();
    let first = terms.next().ok_or(Refusal::NoFigures)?;
    if first.unit == Unit::Rank {
        return Err(Refusal::NotAdditive(Unit::Rank));
    }
    let (mut hull, mut decimals) = (first.interval(), first.decimals());
    for term in terms {
        same_unit(first, term)?;
        hull = hull.hull(term.interval());
        decimals = decimals.max(term.decimals());
    }
    bounded(hull, first.unit, decimals)
}

/// `total` per thing, in the unit of `total`: đồng per payment.
pub fn mean(total: &Quantity, things: &Quantity) -> Answer {
    if things.unit != Unit::Count || !total.unit.is_additive() {
        return Err(Refusal::UnitsDiffer { left: total.unit, right: things.unit });
    }
    bounded(quotient(total.interval(), things.interval())?, total.unit, 0)
}

/// `total` per day, over `days`.
pub fn pace(total: &Quantity, days: u32) -> Answer {
    if !total.unit.is_additive() {
        return Err(Refusal::NotAdditive(total.unit));
    }
    let interval = quotient(total.interval(), Interval::point(f64::from(days)))?;
    bounded(interval, total.unit, 0)
}

/// The number of days that `total` takes at `daily` per day.
pub fn duration(total: &Quantity, daily: &Quantity) -> Answer {
    same_unit(total, daily)?;
    if !total.unit.is_additive() {
        return Err(Refusal::NotAdditive(total.unit));
    }
    bounded(quotient(total.interval(), daily.interval())?, Unit::Days, 0)
}

/// The whole, given that `part` is `rate` per cent of it.
pub fn implied_total(part: &Quantity, rate: &Quantity) -> Answer {
    percentage(rate)?;
    if !part.unit.is_additive() {
        return Err(Refusal::NotAdditive(part.unit));
    }
    let interval = quotient(part.interval().scaled(100.0), rate.interval())?;
    bounded(interval, part.unit, 0)
}

/// The earlier value, given the later one and the change between them: a difference in the unit
/// of the values (points for percentages), growth in per cent, or a multiple.
pub fn implied_base(after: &Quantity, change: &Quantity) -> Answer {
    let decimals = after.decimals();
    let interval = match change.unit {
        unit if unit == after.unit.of_difference() && unit != Unit::Rank => {
            after.interval().minus(change.interval())
        }
        Unit::PercentChange => {
            let grown = Interval::point(100.0).plus(change.interval());
            quotient(after.interval().scaled(100.0), grown)?
        }
        Unit::Times => quotient(after.interval(), change.interval())?,
        unit => return Err(Refusal::UnitsDiffer { left: after.unit, right: unit }),
    };
    bounded(interval.clamped_to(after.unit.bounds()), after.unit, decimals)
}

/// [`growth`] after a part is taken out of both sides: of January to July, given January to August
/// and August alone.
pub fn growth_without(
    before: &Quantity,
    after: &Quantity,
    before_part: &Quantity,
    after_part: &Quantity,
) -> Answer {
    let rest = |whole: &Quantity, part: &Quantity| {
        same_unit(before, whole)?;
        let rest = remainder(whole, std::slice::from_ref(part))?.interval;
        Ok(rest.clamped_to(whole.unit.bounds()))
    };
    if !before.unit.is_additive() {
        return Err(Refusal::NotAdditive(before.unit));
    }
    let ratio = quotient(rest(after, after_part)?, rest(before, before_part)?)?;
    bounded(ratio.minus(Interval::point(1.0)).scaled(100.0), Unit::PercentChange, 1)
}

/// The mean per month of `total` without `part`, over `months`: of January to July, given January
/// to August and August alone.
pub fn monthly_mean(total: &Quantity, part: &Quantity, months: u32) -> Answer {
    if !total.unit.is_additive() {
        return Err(Refusal::NotAdditive(total.unit));
    }
    let rest = difference(total, part)?.interval.clamped_to(total.unit.bounds());
    bounded(quotient(rest, Interval::point(f64::from(months)))?, total.unit, 0)
}

/// By how many per cent `part` exceeds the [`monthly_mean`] of the rest.
pub fn over_mean(total: &Quantity, part: &Quantity, months: u32) -> Answer {
    let mean = monthly_mean(total, part, months)?;
    let ratio = quotient(part.interval(), mean.interval)?;
    bounded(ratio.minus(Interval::point(1.0)).scaled(100.0), Unit::PercentChange, 1)
}

/// Whether `left` is larger than `right`.
pub fn order(left: &Quantity, right: &Quantity) -> Result<Order, Refusal> {
    same_unit(left, right)?;
    // Figures printed with the same digits count as level, as in every ranking.
    if left == right && left.value().is_some() && !left.is_bound() {
        return Ok(Order::Equal);
    }
    Ok(left.interval().order(right.interval()))
}

fn same_unit(left: &Quantity, right: &Quantity) -> Result<(), Refusal> {
    if left.unit == right.unit {
        Ok(())
    } else {
        Err(Refusal::UnitsDiffer { left: left.unit, right: right.unit })
    }
}

fn percentage(rate: &Quantity) -> Result<(), Refusal> {
    if rate.unit == Unit::Percent {
        Ok(())
    } else {
        Err(Refusal::UnitsDiffer { left: Unit::Percent, right: rate.unit })
    }
}

fn quotient(dividend: Interval, divisor: Interval) -> Result<Interval, Refusal> {
    let negative = |interval: Interval| interval.low().value().is_none_or(|low| low < 0.0);
    if negative(dividend) || negative(divisor) {
        return Err(Refusal::MayBeNegative);
    }
    dividend.divided_by(divisor).ok_or(Refusal::DivisorMayBeZero)
}

/// Refuses a result that is unbounded on both sides. `most` is the number of decimals of the
/// inputs; fewer are kept where the result is uncertain by more than one unit of the last decimal.
fn bounded(interval: Interval, unit: Unit, most: usize) -> Answer {
    // An interval too wide for any decimals is reported by its limit, with the digits of the limit.
    let decimals = supported(interval, most).unwrap_or(most);
    if interval.low().value().is_none() && interval.high().value().is_none() {
        return Err(Refusal::OpenSide);
    }
    Ok(Derived { interval, unit, decimals })
}

/// Decimals, at most `most`, at which the interval reaches at most one unit to either side of its
/// middle; `None` where it reaches further even without decimals.
fn supported(interval: Interval, most: usize) -> Option<usize> {
    let half = interval.width().map_or(0.0, |width| width / 2.0);
    (0..=most).rev().find(|&n| half <= 10f64.powi(-(n as i32)) * 1.001)
}
