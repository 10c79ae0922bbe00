//! Figures, the intervals they allow, and results computed from them.

use super::number::{NBSP, number, trimmed};
use crate::data::{ChangeAs, Indicator, Observation, Scope};
use crate::quantity::arithmetic::Derived;
use crate::quantity::{
    Amount, End, Hedge, Interval, Quantity, Reading, Unit, decimals_of, magnitude,
};
use crate::view::Lang;

/// A figure in words: "87,02%", "dưới 5%", "hơn 87,7 triệu", "16.533 tỷ đồng".
pub fn figure(quantity: &Quantity, lang: Lang) -> String {
    let unit = quantity.unit;
    match quantity.amount {
        Amount::Value(value) => {
            let figure = with_unit(&amount(value, quantity.step, lang), unit, lang);
            let whole = quantity.denominator.map(|whole| number(whole, 0, lang));
            let figure = whole.map_or(figure.clone(), |whole| format!("{figure}/{whole}"));
            match printed_word(quantity, lang) {
                "" => figure,
                word => format!("{word}{NBSP}{figure}"),
            }
        }
        Amount::Range { low, low_open, high, high_open } => {
            let low = amount(low, quantity.step.max(decimal_step(low)), lang);
            let is_percent = matches!(unit, Unit::Percent | Unit::PercentChange);
            let low = if is_percent { with_unit(&low, unit, lang) } else { low };
            let high = with_unit(&amount(high, quantity.step, lang), unit, lang);
            let (above, to, below) = match lang {
                Lang::Vi => ("trên", "đến", "dưới"),
                Lang::En => ("above", "to", "below"),
            };
            let low =
                if low_open { format!("{above}{NBSP}{low} ") } else { format!("{low}{NBSP}") };
            let high = if high_open { format!("{below}{NBSP}{high}") } else { high };
            format!("{low}{to}{NBSP}{high}")
        }
    }
}

/// The word printed beside a number; of two with one meaning, the one that the text uses. English
/// says "more than" for both "hơn" and "trên" where the figure lies just past the number.
fn printed_word(quantity: &Quantity, lang: Lang) -> &'static str {
    let usual = hedge_word(quantity.hedge, lang);
    match (quantity.hedge, lang) {
        _ if !quantity.other_word => usual,
        (Hedge::AtMost, Lang::Vi) => "tối đa",
        (Hedge::AtLeast, Lang::Vi) => "tối thiểu",
        (Hedge::Above(Reading::Rounding), Lang::Vi) => "trên",
        (Hedge::Above(Reading::Threshold), Lang::Vi) => "hơn",
        (Hedge::Above(_), Lang::En) => "more than",
        _ => usual,
    }
}

/// What an observation allows, as an interval in words, in the unit of the printed figure if there
/// is one. `None` where nothing is known, for a time that somebody tells of, or where the wording of
/// a change is ambiguous: "tăng 2,5 lần".
pub(super) fn interval_of(
    observation: &Observation,
    indicator: &Indicator,
    lang: Lang,
) -> Option<String> {
    let change = observation.change.as_ref();
    // A time that somebody tells of one occasion was not measured, so not rounded either.
    let is_told = observation.scope == Scope::Some
        && matches!(indicator.unit, Unit::Hours | Unit::Days | Unit::Years);
    if is_told || change.is_some_and(|change| change.expressed == ChangeAs::Undetermined) {
        return None;
    }
    let unit = observation.quantity.map_or(indicator.unit, |quantity| quantity.unit);
    observation.interval.map(|found| interval(found, unit, lang))
}

/// "từ 87,015% đến dưới 87,025%"; a single value where the interval has only one.
pub fn interval(interval: Interval, unit: Unit, lang: Lang) -> String {
    let write = |value: f64| with_unit(&big(value, lang), unit, lang);
    let (from, to, below, above, more) = match lang {
        Lang::Vi => ("từ", "đến", "dưới", "trên", "trở lên"),
        Lang::En => ("from", "to", "below", "above", "or more"),
    };
    match (interval.low(), interval.high()) {
        (End::Closed(low), End::Closed(high)) if low == high => write(low),
        (low, End::Unbounded) => match low {
            End::Open(value) => format!("{above}{NBSP}{}", write(value)),
            End::Closed(value) => format!("{} {more}", write(value)),
            End::Unbounded => String::new(),
        },
        (End::Unbounded, End::Open(high)) => format!("{below}{NBSP}{}", write(high)),
        (low, high) => {
            let start = low.value().map_or(String::new(), |value| {
                let word = if low.is_closed() { from } else { above };
                format!("{word}{NBSP}{}", write(value))
            });
            let end = high.value().map_or(String::new(), |value| {
                let limit = if high.is_closed() { String::new() } else { format!("{below}{NBSP}") };
                format!("{to} {limit}{}", write(value))
            });
            format!("{start} {end}").trim().to_owned()
        }
    }
}

/// The middle of an interval, with no more digits than the interval supports: for 47 200 to 49 000,
/// it is 48 000, not 48 100; for 0 to 100, it is 50, not 100.
fn about((low, high): (f64, f64), decimals: usize) -> (f64, usize) {
    let middle = f64::midpoint(low, high);
    let rounded = |digits: i32| {
        let step = 10f64.powi(digits);
        (middle / step).round() * step
    };
    let coarse = magnitude(high - low);
    let value = rounded(coarse);
    let digits = if low < value && value < high { coarse } else { coarse - 1 };
    // No more decimals than the figures have.
    let digits = digits.max(-(decimals as i32));
    (rounded(digits), usize::try_from(-digits).unwrap_or(0))
}

/// The widest interval, in units of the last digit, whose middle is told without “khoảng”. A
/// difference of two rounded figures is what a reader gets who subtracts them; a quotient is not
/// always, so it has to be true as rounded.
fn plain_width(unit: Unit) -> f64 {
    if matches!(unit, Unit::Percent | Unit::PercentChange | Unit::Times) { 1.0001 } else { 2.0001 }
}

/// A computed result with the hedge that its interval calls for: "47,20 điểm phần trăm",
/// "gần 2,2 lần", "hơn 12,8 điểm phần trăm", "khoảng 33 điểm phần trăm". The sign is not written;
/// the sentence around it says which is larger.
pub fn computed(result: &Derived, lang: Lang) -> String {
    let interval = if result.interval.high().value().is_some_and(|high| high <= 0.0) {
        result.interval.negated()
    } else {
        result.interval
    };
    let unit = |value: f64| with_unit(&number(value, result.decimals, lang), result.unit, lang);
    let scale = 10f64.powi(result.decimals as i32);
    let word = |hedge: Hedge, value: f64| {
        let word = hedge_word(hedge, lang);
        format!("{word}{NBSP}{}", unit(value))
    };
    // A limit has no more digits than it needs: "hơn 38,5", "hơn 6 triệu".
    let limit = |hedge: Hedge, value: f64| {
        let is_round = value.abs() >= 1e6 && (value / 1e5).fract() == 0.0;
        let told = if is_round { big(value, lang) } else { trimmed(value, result.decimals, lang) };
        format!("{}{NBSP}{}", hedge_word(hedge, lang), with_unit(&told, result.unit, lang))
    };
    let below = |high: f64| limit(Hedge::Below(Reading::Threshold), (high * scale).ceil() / scale);
    let above =
        |low: f64| limit(Hedge::Above(Reading::Rounding), (low * scale + 1e-6).floor() / scale);
    match (interval.low().value(), interval.high().value()) {
        (Some(low), Some(high)) => {
            let middle = f64::midpoint(low, high);
            let value = (middle * scale).round() / scale;
            if low > 0.0 && value == 0.0 {
                // "Hơn 0,0%" says nothing.
                below(high)
            } else if (high - low).abs() > 0.1 * middle.abs()
                && low > 0.0
                && high - low > 2.5 / scale
            {
                above(low)
            } else if low < value && high <= value {
                word(Hedge::Below(Reading::Rounding), value)
            } else if low >= value && high > value {
                word(Hedge::Above(Reading::Rounding), value)
            } else if high - low <= plain_width(result.unit) / scale && result.decimals > 0
                || low == high
            {
                unit(value)
            } else {
                let (value, decimals) = about((low, high), result.decimals);
                let told = with_unit(&number(value, decimals, lang), result.unit, lang);
                format!("{}{NBSP}{told}", hedge_word(Hedge::About, lang))
            }
        }
        (Some(low), None) => above(low),
        (None, Some(high)) => below(high),
        (None, None) => String::new(),
    }
}

fn hedge_word(hedge: Hedge, lang: Lang) -> &'static str {
    let (vi, en) = match hedge {
        Hedge::Exact | Hedge::Set => ("", ""),
        Hedge::About => ("khoảng", "about"),
        Hedge::Estimated => ("ước", "an estimated"),
        Hedge::Above(Reading::Rounding) => ("hơn", "more than"),
        Hedge::Above(Reading::Threshold) => ("trên", "above"),
        Hedge::Below(Reading::Rounding) => ("gần", "nearly"),
        Hedge::Below(Reading::Threshold) => ("dưới", "below"),
        Hedge::AtLeast => ("ít nhất", "at least"),
        Hedge::AtMost => ("nhiều nhất", "at most"),
    };
    lang.pick(vi, en)
}

/// A number with the digits that were printed, in millions or billions where that needs no more
/// than two decimals.
fn amount(value: f64, step: f64, lang: Lang) -> String {
    let decimals = |step: f64| decimals_of(step, 9);
    for (scale, vi, en) in [(1e9, "tỷ", "billion"), (1e6, "triệu", "million")] {
        // "0,7 triệu" was not counted to the unit, but "700.000" would look as if it was.
        let is_coarse = step >= scale / 10.0 && value.abs() >= step;
        if is_coarse || value.abs() >= scale && step >= scale / 100.0 {
            let word = lang.pick(vi, en);
            return format!("{}{NBSP}{word}", number(value / scale, decimals(step / scale), lang));
        }
    }
    number(value, decimals(step), lang)
}

/// An end of an interval, with all its decimals.
pub(super) fn big(value: f64, lang: Lang) -> String {
    for (scale, vi, en) in [(1e9, "tỷ", "billion"), (1e6, "triệu", "million")] {
        let scaled = value / scale;
        if value.abs() >= scale
            && ((scaled * 1e3).round() / 1e3 - scaled).abs() < 1e-12 * scaled.abs()
        {
            let word = lang.pick(vi, en);
            return format!("{}{NBSP}{word}", trimmed(scaled, 3, lang));
        }
    }
    trimmed(value, 6, lang)
}

pub(super) fn with_unit(number: &str, unit: Unit, lang: Lang) -> String {
    let word = match (unit, lang) {
        (Unit::Percent | Unit::PercentChange, _) => return format!("{number}%"),
        (Unit::Points, Lang::Vi) => "điểm phần trăm",
        (Unit::Points, Lang::En) if number == "1" => "percentage point",
        (Unit::Points, Lang::En) => "percentage points",
        (Unit::Dong, Lang::Vi) => "đồng",
        (Unit::Dong, Lang::En) => "dong",
        (Unit::Times, Lang::Vi) => "lần",
        (Unit::Times, Lang::En) => "times",
        (Unit::Hours, Lang::Vi) => "giờ",
        (Unit::Hours, Lang::En) if number == "1" => "hour",
        (Unit::Hours, Lang::En) => "hours",
        (Unit::Days, Lang::Vi) => "ngày",
        (Unit::Days, Lang::En) if number == "1" => "day",
        (Unit::Days, Lang::En) => "days",
        (Unit::Years, Lang::Vi) => "năm",
        (Unit::Years, Lang::En) if number == "1" => "year",
        (Unit::Years, Lang::En) => "years",
        (Unit::Count | Unit::Index01 | Unit::Score100 | Unit::Rank, _) => return number.to_owned(),
    };
    format!("{number}{NBSP}{word}")
}

/// 1 for a whole number, which needs no decimals; 0 for a fraction, which keeps the figure's step.
fn decimal_step(value: f64) -> f64 {
    if value.fract() == 0.0 { 1.0 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::arithmetic::{difference, ratio};

    fn percent(value: f64, step: f64) -> Quantity {
        Quantity::exact(value, step, Unit::Percent)
    }

    fn spaced(text: &str) -> String {
        text.replace(NBSP, " ")
    }

    #[test]
    fn figures_as_a_newspaper_prints_them() {
        let count = |value, step| Quantity::exact(value, step, Unit::Count);
        let below = Hedge::Below(Reading::Threshold);
        let above = Hedge::Above(Reading::Rounding);
        for (quantity, vi, en) in [
            (percent(87.02, 0.01), "87,02%", "87.02%"),
            (percent(5.0, 1.0).hedged(below), "dưới 5%", "below 5%"),
            (count(87.7e6, 1e5).hedged(above), "hơn 87,7 triệu", "more than 87.7 million"),
            (count(93_524.0, 1.0), "93.524", "93,524"),
            (count(1_255_068.0, 1.0), "1.255.068", "1,255,068"),
            (count(353e6, 1e6), "353 triệu", "353 million"),
            (Quantity::exact(16_533e9, 1e9, Unit::Dong), "16.533 tỷ đồng", "16,533 billion dong"),
            (Quantity::exact(1.6, 0.1, Unit::Times), "1,6 lần", "1.6 times"),
            (Quantity::exact(0.8373, 0.0001, Unit::Index01), "0,8373", "0.8373"),
        ] {
            assert_eq!(spaced(&figure(&quantity, Lang::Vi)), vi);
            assert_eq!(spaced(&figure(&quantity, Lang::En)), en);
        }
    }

    #[test]
    fn a_range_with_an_open_end() {
        let amount = Amount::Range { low: 90.0, low_open: true, high: 96.47, high_open: false };
        let quantity = Quantity { amount, ..percent(0.0, 0.01) };
        assert_eq!(spaced(&figure(&quantity, Lang::Vi)), "trên 90% đến 96,47%");
        let amount = Amount::Range { low: 10.0, low_open: false, high: 50.0, high_open: true };
        let quantity = Quantity { amount, ..percent(0.0, 1.0) };
        assert_eq!(spaced(&figure(&quantity, Lang::Vi)), "10% đến dưới 50%");
    }

    #[test]
    fn intervals_in_words() {
        let below = percent(10.0, 1.0).hedged(Hedge::Below(Reading::Threshold));
        for (interval_found, vi, en) in [
            (
                percent(87.02, 0.01).interval(),
                "từ 87,015% đến dưới 87,025%",
                "from 87.015% to below 87.025%",
            ),
            (below.interval(), "từ 0% đến dưới 10%", "from 0% to below 10%"),
            (Interval::half_open(10.0, 50.0), "từ 10% đến dưới 50%", "from 10% to below 50%"),
        ] {
            assert_eq!(spaced(&interval(interval_found, Unit::Percent, Lang::Vi)), vi);
            assert_eq!(spaced(&interval(interval_found, Unit::Percent, Lang::En)), en);
        }
    }

    #[test]
    fn what_rounds_to_nothing_is_told_by_its_upper_limit() {
        let interval = Interval::half_open(0.0083, 0.0249);
        let result = Derived { interval, unit: Unit::Percent, decimals: 1 };
        assert_eq!(spaced(&computed(&result, Lang::Vi)), "dưới 0,1%");
        assert_eq!(spaced(&computed(&result, Lang::En)), "below 0.1%");
    }

    #[test]
    fn results_carry_the_hedge_of_their_interval() {
        let five = percent(5.0, 1.0).hedged(Hedge::Below(Reading::Threshold));
        let result = |answer: crate::quantity::arithmetic::Answer| {
            spaced(&computed(&answer.unwrap(), Lang::Vi))
        };
        assert_eq!(
            result(difference(&percent(87.02, 0.01), &percent(39.82, 0.01))),
            "47,20 điểm phần trăm"
        );
        assert_eq!(result(ratio(&percent(87.02, 0.01), &percent(39.82, 0.01))), "gần 2,2 lần");
        assert_eq!(result(difference(&percent(17.9, 0.1), &five)), "hơn 12,8 điểm phần trăm");
        assert_eq!(
            result(difference(&percent(50.0, 1.0), &percent(17.0, 1.0))),
            "khoảng 33 điểm phần trăm"
        );
        assert_eq!(
            result(difference(&percent(17.0, 1.0), &percent(50.0, 1.0))),
            "khoảng 33 điểm phần trăm"
        );
        assert_eq!(
            result(difference(&percent(80.0, 1.0).hedged(Hedge::Set), &percent(51.49, 0.01))),
            "28,51 điểm phần trăm"
        );
        assert_eq!(
            result(difference(&percent(68.54, 0.01), &percent(45.8, 0.1))),
            "22,7 điểm phần trăm"
        );
    }

    #[test]
    fn what_is_about_has_no_more_digits_than_its_interval() {
        assert_eq!(about((47_200.0, 49_000.0), 0), (48_000.0, 0));
        assert_eq!(about((32.0, 34.0), 0), (33.0, 0));
        let (value, decimals) = about((0.1234, 0.1290), 4);
        assert!((value - 0.126).abs() < 1e-9 && decimals == 3);
        // Never more than the figures have.
        assert_eq!(about((10.0, 10.4), 0), (10.0, 0));
    }
}
