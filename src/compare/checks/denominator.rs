//! From a part and its share to the wholes that it can be a part of.

use super::{CheckVerdict, Found, Undecided, apart};
use crate::compare::Reason;
use crate::quantity::arithmetic::Derived;
use crate::quantity::{End, Interval, Order, Quantity, Unit};

/// The whole numbers of which the part is the printed share. Where there is none, the part and its
/// share do not fit each other.
pub(super) fn denominator(
    figures: &[Quantity],
    total: Derived,
    printed: Option<Quantity>,
) -> Found {
    let [part, rate] = figures else { return Undecided::NoFigure.into() };
    let Some(part) = exact(part) else { return Undecided::PartNotExact.into() };
    let ends = total.interval.low().value().zip(total.interval.high().value());
    let Some((low, high)) = ends else {
        return Undecided::Blocked(Reason::OnlyABound).into();
    };
    let allowed = rate.interval();
    let fits = |whole: f64| allowed.holds(100.0 * part / whole);
    let lowest = low.ceil().max(1.0);
    let highest = high.floor();
    let lowest = if fits(lowest) { lowest } else { lowest + 1.0 };
    let highest = if fits(highest) { highest } else { highest - 1.0 };
    if lowest > highest {
        let verdict = CheckVerdict::DoesNotFit;
        return Found { computed: Some(total), verdict, gap: None };
    }
    let interval = Interval::new(End::Closed(lowest), End::Closed(highest));
    let computed = Derived { interval, unit: Unit::Count, decimals: 0 };
    let order = printed.map(|printed| interval.order(printed.interval()));
    let verdict = match order {
        None => CheckVerdict::ComputedHere,
        Some(Order::Equal) => CheckVerdict::Agrees,
        Some(Order::Undecided) => CheckVerdict::AgreesAfterRounding,
        Some(Order::Below | Order::Above) => CheckVerdict::DoesNotFit,
    };
    let gap = printed.zip(order).map(|(printed, order)| apart(computed, &printed, order));
    let gap = gap.filter(|_| verdict == CheckVerdict::DoesNotFit);
    Found { computed: Some(computed), verdict, gap }
}

/// The one value that a figure allows; `None` where it allows several.
fn exact(figure: &Quantity) -> Option<f64> {
    let interval = figure.interval();
    interval.middle().filter(|_| interval.width() == Some(0.0))
}
