//! Whether a figure that was read says what a record says.

use ro_so::data::{Kind, Word as _};
use ro_so::quantity::{Amount, Hedge, Quantity, Reading, Unit};

use crate::printed::{Figure, Limit, MARKS, Mark, Number, Printed, Trend, WORDS, Word};

/// What the record says about the figure.
#[derive(Clone, Copy)]
pub(crate) struct Said<'a> {
    /// The figure.
    pub quantity: &'a Quantity,
    /// The kind of statement; none for a milestone.
    pub kind: Option<Kind>,
    /// For ranks: out of how many.
    pub of: Option<u16>,
}

/// Everything in which `printed` and the record differ, each as "value: expected 5, printed 6".
pub(crate) fn differences(printed: Printed, said: Said<'_>) -> Vec<String> {
    let quantity = said.quantity;
    // A fall is a negative number only in a change: "giảm tối đa 50%" is also a rule about fees.
    let falls = said.kind == Some(Kind::Change) && printed.trend == Some(Trend::Down);
    let printed = if falls { printed.negated() } else { printed };
    let mut found = Vec::new();
    match (printed.figure, quantity.amount) {
        (Figure::Share(share), Amount::Value(value)) => {
            compare("value", value, f64::from(share), &mut found);
        }
        (Figure::One(number, whole), Amount::Value(value)) => {
            compare("value", value, number.value(), &mut found);
            steps(quantity, number, &mut found);
            whole_of(said, whole.map(Number::value), &mut found);
        }
        (Figure::Range(below, above), Amount::Range { low, low_open, high, high_open }) => {
            limit(["low", "low_open"], (low, low_open), below, &mut found);
            limit(["high", "high_open"], (high, high_open), above, &mut found);
            let step = below.number.step().min(above.number.step());
            compare("step", quantity.step, step, &mut found);
        }
        (Figure::Range(..), Amount::Value(value)) => {
            found.push(format!("value: expected {value}, printed a range"));
        }
        (_, Amount::Range { low, high, .. }) => {
            found.push(format!("low and high: expected {low} to {high}, printed one number"));
        }
    }
    let hedge = if falls { turned(quantity.hedge) } else { quantity.hedge };
    if !hedges(printed.word).contains(&hedge) {
        let word = phrase(WORDS, printed.word);
        found.push(format!("qualifier: expected {}, printed {word}", qualifier(quantity.hedge)));
    }
    if !units(printed.mark).contains(&quantity.unit) {
        let mark = phrase(MARKS, printed.mark);
        found.push(format!("unit: expected {}, printed {mark}", quantity.unit.word()));
    }
    found
}

/// The words of a meaning, in quotation marks.
fn phrase<T: PartialEq>(phrases: &[(&str, T)], meaning: T) -> String {
    let found = phrases.iter().find(|(_, other)| *other == meaning);
    found.map_or("none".to_owned(), |(phrase, _)| format!("“{phrase}”"))
}

/// A hedge as the files write it.
fn qualifier(hedge: Hedge) -> String {
    match hedge {
        Hedge::Exact | Hedge::Set => "exact".to_owned(),
        Hedge::About => "about".to_owned(),
        Hedge::Estimated => "estimated".to_owned(),
        Hedge::AtLeast => "at_least".to_owned(),
        Hedge::AtMost => "at_most".to_owned(),
        Hedge::Above(reading) => format!("above ({})", reading.word()),
        Hedge::Below(reading) => format!("below ({})", reading.word()),
    }
}

/// What fell by more than five changed by less than minus five.
fn turned(hedge: Hedge) -> Hedge {
    match hedge {
        Hedge::Above(reading) => Hedge::Below(reading),
        Hedge::Below(reading) => Hedge::Above(reading),
        Hedge::AtLeast => Hedge::AtMost,
        Hedge::AtMost => Hedge::AtLeast,
        Hedge::Exact | Hedge::Set | Hedge::About | Hedge::Estimated => hedge,
    }
}

fn compare(field: &str, expected: f64, printed: f64, found: &mut Vec<String>) {
    if !equal(expected, printed) {
        found.push(format!("{field}: expected {expected}, printed {printed}"));
    }
}

/// Both are the floating-point numbers nearest to a short decimal, or one step away from it.
fn equal(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

/// A writer who says "hơn" or "gần" has rounded, perhaps to the zeros at the end of the number.
fn steps(quantity: &Quantity, number: Number, found: &mut Vec<String>) {
    let is_rounded =
        matches!(quantity.hedge, Hedge::Above(Reading::Rounding) | Hedge::Below(Reading::Rounding));
    if !(is_rounded && number.steps_if_rounded().any(|step| equal(step, quantity.step))) {
        compare("step", quantity.step, number.step(), found);
    }
}

/// The whole beside a part, or the length of the list beside a rank.
fn whole_of(said: Said<'_>, printed: Option<f64>, found: &mut Vec<String>) {
    let of = said.of.filter(|_| printed.is_some()).map(f64::from);
    let expected = said.quantity.denominator.or(of);
    match (expected, printed) {
        (Some(expected), Some(printed)) => compare("denominator", expected, printed, found),
        (Some(expected), None) => {
            found.push(format!("denominator: expected {expected}, printed none"));
        }
        (None, Some(printed)) => {
            found.push(format!("denominator: expected none, printed {printed}"));
        }
        (None, None) => {}
    }
}

/// Compares an end of a range: `said` is the number in the record, and whether that end is open.
fn limit(fields: [&str; 2], said: (f64, bool), printed: Limit, found: &mut Vec<String>) {
    compare(fields[0], said.0, printed.number.value(), found);
    if said.1 != printed.open {
        found.push(format!("{}: expected {}, printed {}", fields[1], said.1, printed.open));
    }
}

/// What a qualifier may mean.
fn hedges(word: Word) -> &'static [Hedge] {
    use Reading::{Rounding, Threshold};
    match word {
        Word::None => &[Hedge::Exact, Hedge::Set],
        Word::More | Word::Above => &[Hedge::Above(Rounding), Hedge::Above(Threshold)],
        Word::Nearly => &[Hedge::Below(Rounding)],
        Word::Below => &[Hedge::Below(Threshold)],
        Word::About => &[Hedge::About],
        Word::Estimated => &[Hedge::Estimated],
        Word::AtLeast => &[Hedge::AtLeast],
        Word::AtMost => &[Hedge::AtMost],
    }
}

fn units(mark: Mark) -> &'static [Unit] {
    match mark {
        Mark::None => &[Unit::Count, Unit::Rank, Unit::Index01, Unit::Score100],
        // The texts write "tăng 10%" for ten percentage points too.
        Mark::Percent => &[Unit::Percent, Unit::PercentChange, Unit::Points],
        Mark::Points => &[Unit::Points],
        Mark::Dong => &[Unit::Dong],
        Mark::Times => &[Unit::Times],
        Mark::Hours => &[Unit::Hours],
        Mark::Days => &[Unit::Days],
        Mark::Years => &[Unit::Years],
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ro_so::text::figure;
    use ro_so::view::Lang;

    use super::*;

    const ROUNDED_UP: Hedge = Hedge::Below(Reading::Rounding);
    const ROUNDED_DOWN: Hedge = Hedge::Above(Reading::Rounding);
    const BELOW: Hedge = Hedge::Below(Reading::Threshold);
    const ABOVE: Hedge = Hedge::Above(Reading::Threshold);

    fn percent(value: f64, step: f64) -> Quantity {
        Quantity::exact(value, step, Unit::Percent)
    }

    fn count(value: f64, step: f64) -> Quantity {
        Quantity::exact(value, step, Unit::Count)
    }

    fn range(low: (f64, bool), high: (f64, bool), step: f64, unit: Unit) -> Quantity {
        let ((low, low_open), (high, high_open)) = (low, high);
        let amount = Amount::Range { low, low_open, high, high_open };
        Quantity { amount, ..Quantity::exact(0.0, step, unit) }
    }

    fn found(printed: &str, quantity: &Quantity, kind: Kind) -> Vec<String> {
        let read = Printed::parse(printed).unwrap();
        differences(read, Said { quantity, kind: Some(kind), of: None })
    }

    #[test]
    fn a_record_that_says_what_is_printed_agrees() {
        let of_20 = Quantity { denominator: Some(20.0), ..count(13.0, 1.0) };
        for (printed, quantity) in [
            ("87,02%", percent(87.02, 0.01)),
            ("80%", percent(80.0, 1.0).hedged(Hedge::Set)),
            ("dưới 5%", percent(5.0, 1.0).hedged(BELOW)),
            ("trên 50%", percent(50.0, 1.0).hedged(ABOVE)),
            ("hơn 50%", percent(50.0, 1.0).hedged(ABOVE)),
            ("trên 87,7 triệu", count(87.7e6, 1e5).hedged(ROUNDED_DOWN)),
            ("gần 90 triệu", count(90e6, 1e7).hedged(ROUNDED_UP)),
            ("gần 90 triệu", count(90e6, 1e6).hedged(ROUNDED_UP)),
            ("khoảng 40%", percent(40.0, 1.0).hedged(Hedge::About)),
            ("ước đạt 78,45%", percent(78.45, 0.01).hedged(Hedge::Estimated)),
            ("tối đa 50%", percent(50.0, 1.0).hedged(Hedge::AtMost)),
            ("giảm tối đa 50%", percent(50.0, 1.0).hedged(Hedge::AtMost)),
            ("13/20", of_20),
            ("2000-3000", range((2000.0, false), (3000.0, false), 1.0, Unit::Count)),
            ("từ trên 90% đến 96,47%", range((90.0, true), (96.47, false), 0.01, Unit::Percent)),
            ("hơn 832 tỷ đồng", Quantity::exact(832e9, 1e9, Unit::Dong).hedged(ROUNDED_DOWN)),
            ("tất cả", percent(100.0, 1.0)),
            ("11", Quantity::exact(11.0, 1.0, Unit::Rank)),
        ] {
            let none: [String; 0] = [];
            assert_eq!(found(printed, &quantity, Kind::Observation), none, "{printed}");
        }
    }

    #[test]
    fn a_fall_is_negative_only_as_a_change() {
        let none: [String; 0] = [];
        let change = |value, unit| Quantity::exact(value, 0.1, unit);
        for (printed, quantity) in [
            ("giảm 75,1%", change(-75.1, Unit::PercentChange)),
            ("tăng 10,0%", change(10.0, Unit::Points)),
            ("gấp 1,6 lần", change(1.6, Unit::Times)),
            ("tăng gần 1,3 lần", change(1.3, Unit::Times).hedged(ROUNDED_UP)),
            ("giảm hơn 5,5%", change(-5.5, Unit::PercentChange).hedged(ROUNDED_UP)),
            ("giảm gần 5,5%", change(-5.5, Unit::PercentChange).hedged(ROUNDED_DOWN)),
            ("giảm 1,5-2,5%", range((-2.5, false), (-1.5, false), 0.1, Unit::PercentChange)),
        ] {
            assert_eq!(found(printed, &quantity, Kind::Change), none, "{printed}");
        }
        let fell = change(-75.1, Unit::PercentChange);
        assert_eq!(
            found("tăng 75,1%", &fell, Kind::Change),
            ["value: expected -75.1, printed 75.1"]
        );
        assert_eq!(
            found("giảm 75,1%", &fell, Kind::Observation),
            ["value: expected -75.1, printed 75.1"]
        );
    }

    #[test]
    fn every_difference_is_named() {
        let of_20 = Quantity { denominator: Some(20.0), ..count(13.0, 1.0) };
        let leaders = range((90.0, true), (96.47, false), 0.01, Unit::Percent);
        for (printed, quantity, expected) in [
            ("87,03%", percent(87.02, 0.01), "value: expected 87.02, printed 87.03"),
            ("56,60%", percent(56.6, 0.1), "step: expected 0.1, printed 0.01"),
            (
                "4,473 nghìn",
                count(4.473e6, 1e3),
                "value: expected 4473000, printed 4473; step: expected 1000, printed 1",
            ),
            ("40.000", count(40_000.0, 1e4), "step: expected 10000, printed 1"),
            ("dưới 5%", percent(5.0, 1.0), "qualifier: expected exact, printed “dưới”"),
            (
                "5%",
                percent(5.0, 1.0).hedged(BELOW),
                "qualifier: expected below (threshold), printed none",
            ),
            (
                "gần 5%",
                percent(5.0, 1.0).hedged(BELOW),
                "qualifier: expected below (threshold), printed “gần”",
            ),
            (
                "hơn 5%",
                percent(5.0, 1.0).hedged(ROUNDED_UP),
                "qualifier: expected below (rounding), printed “hơn”",
            ),
            ("5 triệu", percent(5e6, 1e6), "unit: expected percent, printed none"),
            ("5 lần", percent(5.0, 1.0), "unit: expected percent, printed “lần”"),
            (
                "832 tỷ",
                Quantity::exact(832e9, 1e9, Unit::Dong),
                "unit: expected dong, printed none",
            ),
            ("13/63", of_20, "denominator: expected 20, printed 63"),
            ("13", of_20, "denominator: expected 20, printed none"),
            ("13/20", count(13.0, 1.0), "denominator: expected none, printed 20"),
            ("từ 90% đến 96,47%", leaders, "low_open: expected true, printed false"),
            ("từ trên 90% đến dưới 96,47%", leaders, "high_open: expected false, printed true"),
            (
                "từ trên 80% đến 96,48%",
                leaders,
                "low: expected 90, printed 80; high: expected 96.47, printed 96.48",
            ),
            ("96,47%", leaders, "low and high: expected 90 to 96.47, printed one number"),
            ("2000-3000", count(2000.0, 1.0), "value: expected 2000, printed a range"),
            ("tất cả", percent(99.0, 1.0), "value: expected 99, printed 100"),
        ] {
            assert_eq!(
                found(printed, &quantity, Kind::Observation).join("; "),
                expected,
                "{printed}"
            );
        }
    }

    #[test]
    fn a_rank_may_be_printed_with_the_length_of_its_list() {
        let eleventh = Quantity::exact(11.0, 1.0, Unit::Rank);
        let found = |printed: &str, of| {
            let said = Said { quantity: &eleventh, kind: Some(Kind::Rank), of };
            differences(Printed::parse(printed).unwrap(), said)
        };
        assert!(found("11", Some(63)).is_empty() && found("11/63", Some(63)).is_empty());
        assert_eq!(found("11/34", Some(63)), ["denominator: expected 63, printed 34"]);
        assert_eq!(found("11/34", None), ["denominator: expected none, printed 34"]);
    }

    /// What the words allow, where each of them has one meaning.
    fn quantity(read: Printed, unit: Unit) -> Quantity {
        let hedge = match read.word {
            Word::More => ROUNDED_DOWN,
            Word::Above => ABOVE,
            word => hedges(word)[0],
        };
        let (amount, step, denominator) = match read.figure {
            Figure::One(number, whole) => {
                (Amount::Value(number.value()), number.step(), whole.map(Number::value))
            }
            Figure::Range(low, high) => {
                let amount = Amount::Range {
                    low: low.number.value(),
                    low_open: low.open,
                    high: high.number.value(),
                    high_open: high.open,
                };
                (amount, low.number.step().min(high.number.step()), None)
            }
            Figure::Share(share) => (Amount::Value(f64::from(share)), 1.0, None),
        };
        Quantity { amount, step, unit, hedge, other_word: false, denominator }
    }

    /// Whether a printed figure shows its step: decimals and units always, larger steps only in
    /// millions and billions.
    fn shows_its_step(value: f64, exponent: i32) -> bool {
        let within = |scale: i32| {
            value.abs() >= 10f64.powi(scale) && (scale - 2..=scale).contains(&exponent)
        };
        exponent <= 0 || within(9) || within(6) && (value.abs() < 1e9 || exponent < 7)
    }

    fn units_and_hedges() -> impl Strategy<Value = (Unit, Hedge)> {
        let units = [
            Unit::Percent,
            Unit::PercentChange,
            Unit::Points,
            Unit::Count,
            Unit::Dong,
            Unit::Index01,
            Unit::Score100,
            Unit::Times,
            Unit::Rank,
            Unit::Hours,
            Unit::Days,
            Unit::Years,
        ];
        let hedges = [
            Hedge::Exact,
            Hedge::About,
            Hedge::Estimated,
            ROUNDED_DOWN,
            ROUNDED_UP,
            ABOVE,
            BELOW,
            Hedge::AtLeast,
            Hedge::AtMost,
        ];
        (prop::sample::select(units.to_vec()), prop::sample::select(hedges.to_vec()))
    }

    fn config() -> ProptestConfig {
        ProptestConfig {
            cases: 3000,
            failure_persistence: None,
            max_global_rejects: 100_000,
            ..ProptestConfig::default()
        }
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn what_the_page_prints_is_read_back(
            digits in 0..10_000_000_u64,
            exponent in -4..=10_i32,
            negative in any::<bool>(),
            (unit, hedge) in units_and_hedges(),
            denominator in prop::option::of(1..100_u64),
        ) {
            let sign = if negative && digits > 0 { "-" } else { "" };
            let value: f64 = format!("{sign}{digits}e{exponent}").parse().unwrap();
            let step: f64 = format!("1e{exponent}").parse().unwrap();
            // Nobody writes millions of per cent.
            let is_percent = matches!(unit, Unit::Percent | Unit::PercentChange);
            prop_assume!(shows_its_step(value, exponent) && !(is_percent && exponent > 0));
            // A whole is printed behind plain numbers only.
            let plain = unit == Unit::Count && exponent <= 0;
            let denominator = denominator.filter(|_| plain).map(|whole| whole as f64);
            let printed = Quantity { denominator, ..Quantity::exact(value, step, unit).hedged(hedge) };
            let words = figure(&printed, Lang::Vi);
            let read = Printed::parse(&words).unwrap();
            let none: [String; 0] = [];
            let said = Said { quantity: &printed, kind: None, of: None };
            prop_assert_eq!(differences(read, said), none, "{}", words);
            prop_assert_eq!(quantity(read, unit).interval(), printed.interval(), "{}", words);
        }

        #[test]
        fn ranges_that_the_page_prints_are_read_back(
            ends in (0..100_000_u64, 0..100_000_u64),
            exponent in prop::sample::select(vec![-2, -1, 0, 5, 6]),
            low_open in any::<bool>(),
            unit in prop::sample::select(vec![Unit::Percent, Unit::Count, Unit::Dong, Unit::Times]),
        ) {
            let end = |digits: u64| format!("{digits}e{exponent}").parse::<f64>().unwrap();
            let (low, high) = (end(ends.0.min(ends.1)), end(ends.0.max(ends.1)));
            prop_assume!([low, high].iter().all(|&end| shows_its_step(end, exponent)));
            prop_assume!(unit != Unit::Percent || exponent <= 0);
            let step = format!("1e{exponent}").parse::<f64>().unwrap();
            let printed = range((low, low_open), (high, false), step, unit);
            let words = figure(&printed, Lang::Vi);
            let read = Printed::parse(&words).unwrap();
            prop_assert_eq!(quantity(read, unit).interval(), printed.interval(), "{}", words);
        }
    }
}
