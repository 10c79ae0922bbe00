//! Operations on figures: each gives the interval of what may be true, or says why it cannot.

use super::{Interval, Order, Quantity, Refusal, Unit};

/// What an operation found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Derived {
    /// Every value the result may have.
    pub interval: Interval,
    /// Its unit.
    pub unit: Unit,
    /// Decimals that the inputs support; more would be false precision.
    pub decimals: usize,
}

/// An operation's answer.
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

/// `left ÷ right`, in times.
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

/// `part` of `whole`, in per cent. Refused where the part may exceed its whole for sure.
pub fn share(part: &Quantity, whole: &Quantity) -> Answer {
    same_unit(part, whole)?;
    if !part.unit.is_additive() {
        return Err(Refusal::NotAdditive(part.unit));
    }
    if part.interval().order(whole.interval()) == Order::Above {
        return Err(Refusal::PartMayExceedWhole);
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

/// Whether `left` is larger than `right`.
pub fn order(left: &Quantity, right: &Quantity) -> Result<Order, Refusal> {
    same_unit(left, right)?;
    // Two figures printed alike to the digit are reported as level, as every ranking does.
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

fn quotient(dividend: Interval, divisor: Interval) -> Result<Interval, Refusal> {
    let negative = |interval: Interval| interval.low().value().is_none_or(|low| low < 0.0);
    if negative(dividend) || negative(divisor) {
        return Err(Refusal::MayBeNegative);
    }
    dividend.divided_by(divisor).ok_or(Refusal::DivisorMayBeZero)
}

/// A result unbounded on both sides says nothing. `most` is the number of decimals of the inputs;
/// fewer are kept where the result is uncertain by more than one unit of its last decimal.
fn bounded(interval: Interval, unit: Unit, most: usize) -> Answer {
    let half = interval.width().map_or(0.0, |width| width / 2.0);
    let supported = (0..=most).rev().find(|&n| half <= 10f64.powi(-(n as i32)) * 1.001);
    // An interval that wide is reported by its limit, with the digits that the limit has.
    let decimals = supported.unwrap_or(most);
    if interval.low().value().is_none() && interval.high().value().is_none() {
        return Err(Refusal::OpenSide);
    }
    Ok(Derived { interval, unit, decimals })
}
