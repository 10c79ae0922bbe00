//! Quantities: what was printed, and what its wording allows.

use crate::data::Word as _;
use crate::data::decode::{Names, Record, THOROUGH};
use crate::quantity::{Amount, Hedge, Quantity, Reading, Unit};

pub(in crate::data) const UNITS: Names<Unit> = &[
    ("percent", Unit::Percent),
    ("percent_change", Unit::PercentChange),
    ("points", Unit::Points),
    ("count", Unit::Count),
    ("dong", Unit::Dong),
    ("index01", Unit::Index01),
    ("score100", Unit::Score100),
    ("times", Unit::Times),
    ("rank", Unit::Rank),
    ("hours", Unit::Hours),
    ("days", Unit::Days),
    ("years", Unit::Years),
];

#[derive(Clone, Copy)]
enum Qualifier {
    Exact,
    About,
    Estimated,
    Above,
    Below,
    AtLeast,
    AtMost,
    Range,
}

const QUALIFIERS: Names<Qualifier> = &[
    ("exact", Qualifier::Exact),
    ("about", Qualifier::About),
    ("estimated", Qualifier::Estimated),
    ("above", Qualifier::Above),
    ("below", Qualifier::Below),
    ("at_least", Qualifier::AtLeast),
    ("at_most", Qualifier::AtMost),
    ("range", Qualifier::Range),
];

pub(in crate::data) const READINGS: Names<Reading> =
    &[("rounding", Reading::Rounding), ("threshold", Reading::Threshold)];

pub(super) fn quantity(r: &Record<'_>) -> Option<Quantity> {
    let step = r.number("step");
    let unit = r.choice("unit", UNITS);
    let qualifier = r.choice("qualifier", QUALIFIERS).unwrap_or(Qualifier::Exact);
    let hedge = hedge(r, qualifier);
    let amount = amount(r, matches!(qualifier, Qualifier::Range));
    let denominator = r.maybe_number("denominator");
    if !r.is_sound() {
        return None;
    }
    let quantity =
        Quantity { amount: amount?, step, unit: unit?, hedge, other_word: false, denominator };
    if THOROUGH {
        check_numbers(r, &quantity);
    }
    r.is_sound().then_some(quantity)
}

/// The quantity, with a note of which word was printed where two words mean the same.
pub(super) fn worded(quantity: Quantity, printed: &str) -> Quantity {
    let other = match quantity.hedge {
        Hedge::Above(Reading::Rounding) => "trên",
        Hedge::Above(Reading::Threshold) => "hơn",
        Hedge::AtLeast => "tối thiểu",
        Hedge::AtMost => "tối đa",
        _ => return quantity,
    };
    Quantity { other_word: printed.contains(other), ..quantity }
}

fn check_numbers(r: &Record<'_>, quantity: &Quantity) {
    let Quantity { amount, step, unit, denominator, .. } = *quantity;
    if !(step.is_finite() && step > 0.0) {
        return r.problem("step", format!("expected a number above 0, found {step}"));
    }
    let (numbers, fields) = match amount {
        Amount::Value(value) => ([value, value], ["value", "value"]),
        Amount::Range { low, high, .. } => ([low, high], ["low", "high"]),
    };
    for (number, field) in numbers.into_iter().zip(fields) {
        if !unit.bounds().holds(number) {
            return r.problem(field, out_of_bounds(unit, number));
        }
        let steps = number / step;
        if (steps - steps.round()).abs() > 1e-6 {
            return r
                .problem("step", format!("expected {number} to be a multiple of the step {step}"));
        }
    }
    // "Trên 100%": no value is above the highest possible one.
    let interval = quantity.interval();
    let (low, high) = (interval.low(), interval.high());
    if low.value() == high.value() && !(low.is_closed() && high.is_closed()) {
        r.problem(fields[0], "expected a wording that some value fulfils");
    }
    if denominator.is_some_and(|whole| whole < numbers[1] || whole <= 0.0) {
        r.problem("denominator", format!("expected at least {}", numbers[1]));
    }
}

fn out_of_bounds(unit: Unit, number: f64) -> String {
    let bounds = unit.bounds();
    let low = bounds.low().value().unwrap_or(f64::NEG_INFINITY);
    let most = bounds.high().value().map_or_else(String::new, |high| format!(" to {high}"));
    format!("expected from {low}{most} for {}, found {number}", unit.word())
}

fn hedge(r: &Record<'_>, qualifier: Qualifier) -> Hedge {
    let reading =
        r.maybe_string("reading").map(|_| r.choice_or("reading", READINGS, Reading::Rounding));
    match (qualifier, reading) {
        (Qualifier::Above, Some(reading)) => return Hedge::Above(reading),
        (Qualifier::Below, Some(reading)) => return Hedge::Below(reading),
        (Qualifier::Above | Qualifier::Below, None) => {
            r.problem("reading", "expected rounding or threshold beside above and below");
        }
        (_, Some(_)) => r.problem("reading", "expected only beside above and below"),
        (_, None) => {}
    }
    match qualifier {
        Qualifier::About => Hedge::About,
        Qualifier::Estimated => Hedge::Estimated,
        Qualifier::AtLeast => Hedge::AtLeast,
        Qualifier::AtMost => Hedge::AtMost,
        _ => Hedge::Exact,
    }
}

fn amount(r: &Record<'_>, is_range: bool) -> Option<Amount> {
    let value = r.maybe_number("value");
    let (low, high) = (r.maybe_number("low"), r.maybe_number("high"));
    let (low_open, high_open) = (r.flag("low_open"), r.flag("high_open"));
    match (r.has("value"), r.has("low"), r.has("high")) {
        (true, false, false) if !is_range => value.map(Amount::Value),
        (false, true, true) if is_range => {
            let (low, high) = low.zip(high)?;
            if THOROUGH && low > high {
                r.problem("low", format!("expected at most high ({high}), found {low}"));
            }
            Some(Amount::Range { low, low_open, high, high_open })
        }
        _ => {
            let (field, expected) = if is_range {
                ("low", "expected low and high, and no value, for a range")
            } else {
                ("value", "expected value alone, without low and high")
            };
            r.problem(field, expected);
            None
        }
    }
}
