//! Printed figures as intervals: what each wording allows, and that arithmetic is sound.
//!
//! *Sound*: whatever true values the wording leaves possible, the true result lies in the answer,
//! or the answer is a [`Refusal`]. The properties draw true values as floating-point numbers and
//! compare the true result with the ends of the answer **exactly**, without any slack: `a ÷ b` is
//! at least `end` exactly when `a − end × b` is not negative, and the sign of such a sum of
//! products is computed without rounding (module `exact`).

#![expect(clippy::panic, reason = "a failing test says where it failed")]

use std::cmp::Ordering;

use proptest::prelude::*;
use proptest::sample::select;
use ro_so::quantity::arithmetic::{
    Answer, Derived, complement, difference, duration, growth, growth_without, implied_base,
    implied_total, mean, order, pace, ratio, remainder, share, sum, weighted_mean,
};
use ro_so::quantity::{Amount, End, Hedge, Interval, Order, Quantity, Reading, Refusal, Unit};

use End::{Closed, Open, Unbounded};
use Reading::{Rounding, Threshold};

/// Every hedge that a text may put beside a number.
const HEDGES: [Hedge; 10] = [
    Hedge::Exact,
    Hedge::Set,
    Hedge::About,
    Hedge::Estimated,
    Hedge::Above(Rounding),
    Hedge::Above(Threshold),
    Hedge::Below(Rounding),
    Hedge::Below(Threshold),
    Hedge::AtLeast,
    Hedge::AtMost,
];

const STEPS: [f64; 6] = [1.0, 0.1, 0.01, 0.0001, 1000.0, 100_000.0];

/// The units of the reports; the last one may be negative.
const UNITS: [Unit; 6] =
    [Unit::Percent, Unit::Count, Unit::Dong, Unit::Index01, Unit::Times, Unit::PercentChange];

/// Takes the place of a missing limit when a true value is drawn.
const FAR: f64 = 1e13;

// What a wording allows.

#[test]
fn a_wording_allows_what_the_convention_says() {
    let percent = |value| Quantity::exact(value, 1.0, Unit::Percent);
    let hundredths = Quantity::exact(87.02, 0.01, Unit::Percent);
    // 57,1 triệu: the last printed digit is worth a hundred thousand.
    let millions = Quantity::exact(57_100_000.0, 100_000.0, Unit::Count);
    let index = Quantity::exact(0.6350, 0.0001, Unit::Index01);

    // A plain number is rounded to its last digit.
    check("87,02%", hundredths, Closed(87.015), Open(87.025));
    check("57,1 triệu", millions, Closed(57_050_000.0), Open(57_150_000.0));
    check("0,6350", index, Closed(0.634_95), Open(0.635_05));
    check("ước 87,02%", hundredths.hedged(Hedge::Estimated), Closed(87.015), Open(87.025));
    // A target is exactly what somebody set, however many digits were printed.
    check("mục tiêu 80%", percent(80.0).hedged(Hedge::Set), Closed(80.0), Closed(80.0));
    // "Khoảng" allows one step to either side.
    check("khoảng 40%", percent(40.0).hedged(Hedge::About), Closed(39.0), Closed(41.0));
    check("khoảng 57,1 triệu", millions.hedged(Hedge::About), Closed(57e6), Closed(57.2e6));
    // "Hơn" and "gần" as a rounding: less than one step above or below the number.
    let above = Hedge::Above(Rounding);
    check("hơn 57,1 triệu", millions.hedged(above), Closed(57.1e6), Open(57.2e6));
    let below = Hedge::Below(Rounding);
    check("gần 90%", percent(90.0).hedged(below), Open(89.0), Closed(90.0));
    // "Trên" and "dưới" a round limit: anything on that side, to the unit's bound.
    let above = Hedge::Above(Threshold);
    check("trên 50%", percent(50.0).hedged(above), Open(50.0), Closed(100.0));
    check("trên 57,1 triệu", millions.hedged(above), Open(57.1e6), Unbounded);
    check("trên 0,6350", index.hedged(above), Open(0.635), Closed(1.0));
    let below = Hedge::Below(Threshold);
    check("dưới 5%", percent(5.0).hedged(below), Closed(0.0), Open(5.0));
    check("dưới 57,1 triệu", millions.hedged(below), Closed(0.0), Open(57.1e6));
    let change = Quantity::exact(-5.0, 1.0, Unit::PercentChange);
    check("dưới −5%", change.hedged(below), Closed(-100.0), Open(-5.0));
    // "Ít nhất" and "tối đa" allow the number itself.
    check("ít nhất 80%", percent(80.0).hedged(Hedge::AtLeast), Closed(80.0), Closed(100.0));
    check("tối đa 5%", percent(5.0).hedged(Hedge::AtMost), Closed(0.0), Closed(5.0));
    check("ít nhất 57,1 triệu", millions.hedged(Hedge::AtLeast), Closed(57.1e6), Unbounded);
}

#[test]
fn a_range_allows_its_limits_unless_they_are_excluded() {
    let range = |low_open, high_open| Quantity {
        amount: Amount::Range { low: 72.6, low_open, high: 90.0, high_open },
        ..Quantity::exact(0.0, 0.1, Unit::Percent)
    };
    check("từ 72,6 đến 90%", range(false, false), Closed(72.6), Closed(90.0));
    check("từ trên 72,6 đến 90%", range(true, false), Open(72.6), Closed(90.0));
    check("từ 72,6 đến dưới 90%", range(false, true), Closed(72.6), Open(90.0));
    check("từ trên 72,6 đến dưới 90%", range(true, true), Open(72.6), Open(90.0));
}

#[test]
fn whole_things_printed_to_the_unit_are_one_value() {
    for unit in [Unit::Count, Unit::Dong, Unit::Rank] {
        let figure = Quantity::exact(13.0, 1.0, unit);
        check("13", figure, Closed(13.0), Closed(13.0));
        check("ước 13", figure.hedged(Hedge::Estimated), Closed(13.0), Closed(13.0));
    }
    // Hedged, or rounded to thousands, they are an interval.
    let thousands = Quantity::exact(4_473_000.0, 1000.0, Unit::Count);
    check("4.473 nghìn", thousands, Closed(4_472_500.0), Open(4_473_500.0));
    let about = Quantity::exact(13.0, 1.0, Unit::Count).hedged(Hedge::About);
    check("khoảng 13", about, Closed(12.0), Closed(14.0));
    // Hours can be fractional.
    check("13 giờ", Quantity::exact(13.0, 1.0, Unit::Hours), Closed(12.5), Open(13.5));
}

#[test]
fn an_interval_ends_at_the_bounds_of_its_unit() {
    let percent = |value| Quantity::exact(value, 1.0, Unit::Percent);
    check("100%", percent(100.0), Closed(99.5), Closed(100.0));
    check("0%", percent(0.0), Closed(0.0), Open(0.5));
    check("khoảng 100%", percent(100.0).hedged(Hedge::About), Closed(99.0), Closed(100.0));
    let above = Hedge::Above(Rounding);
    check("hơn 99%", percent(99.0).hedged(above), Closed(99.0), Open(100.0));
    check("1,0", Quantity::exact(1.0, 0.1, Unit::Index01), Closed(0.95), Closed(1.0));
    check("0 nghìn", Quantity::exact(0.0, 1000.0, Unit::Count), Closed(0.0), Open(500.0));
    // A rise may exceed 100 %, a fall may not.
    let change = |value| Quantity::exact(value, 1.0, Unit::PercentChange);
    check("tăng 230%", change(230.0), Closed(229.5), Open(230.5));
    check("giảm 100%", change(-100.0), Closed(-100.0), Open(-99.5));
}

#[test]
fn a_step_tells_how_many_decimals_are_honest() {
    for (step, decimals) in [(1.0, 0), (0.1, 1), (0.01, 2), (0.0001, 4), (1000.0, 0), (0.5, 1)] {
        assert_eq!(Quantity::exact(0.0, step, Unit::Times).decimals(), decimals, "{step}");
    }
}

fn check(printed: &str, figure: Quantity, low: End, high: End) {
    let interval = figure.interval();
    assert_eq!((interval.low(), interval.high()), (low, high), "{printed}: {figure:?}");
}

proptest! {
    #![proptest_config(config(2000))]

    #[test]
    fn figures_printed_next_to_each_other_touch_and_do_not_overlap(
        (unit, step, n) in (select(&UNITS[..]), select(&STEPS[..]))
            .prop_filter("two values of the unit", |&(unit, step)| most(unit, step) > 0)
            .prop_flat_map(|(unit, step)| (Just(unit), Just(step), 0..most(unit, step))),
    ) {
        let left = Quantity::exact(times(step, n), step, unit);
        let right = Quantity::exact(times(step, n + 1), step, unit);
        prop_assert_eq!(order(&left, &right), Ok(Order::Below));
        // Counts of whole things are points; there is nothing between two neighbours.
        if !(unit.is_whole() && step <= 1.0) {
            let limit = left.interval().high().value();
            prop_assert_eq!(limit, right.interval().low().value());
            let limit = limit.unwrap_or_default();
            prop_assert!(!left.interval().holds(limit) && right.interval().holds(limit));
        }
    }

    #[test]
    fn a_printed_number_lies_in_its_own_interval_unless_the_word_excludes_it(
        (figure, _) in figures(&UNITS),
    ) {
        if let Some(value) = figure.value() {
            let strict = matches!(
                figure.hedge,
                Hedge::Above(Threshold) | Hedge::Below(Threshold)
            );
            prop_assert_eq!(figure.interval().holds(value), !strict);
        }
    }
}

#[test]
fn the_digits_0_6350_and_0_6351_meet_in_one_number() {
    let figure = |value| Quantity::exact(value, 0.0001, Unit::Index01).interval();
    assert_eq!(figure(0.6350).high(), Open(0.635_05));
    assert_eq!(figure(0.6351).low(), Closed(0.635_05));
    assert_eq!(figure(0.6350).order(figure(0.6351)), Order::Below);
}

// Arithmetic is sound.

proptest! {
    #![proptest_config(config(4000))]

    #[test]
    fn a_difference_holds_the_true_difference(((left, a), (right, b)) in pairs(&UNITS)) {
        if let Ok(found) = difference(&left, &right) {
            let truth = |end: f64| exact::sign(&[a, -b, -end]);
            prop_assert!(holds(&found, truth), "{a} − {b} not in {found:?}");
        }
    }

    #[test]
    fn a_ratio_holds_the_true_ratio(((left, a), (right, b)) in pairs(&UNITS)) {
        if let Ok(found) = ratio(&left, &right) {
            prop_assert!(b > 0.0, "divided by what may be {b}");
            let truth = |end: f64| exact::sign_of_products(&[(1.0, a), (-end, b)]);
            prop_assert!(holds(&found, truth), "{a} ÷ {b} not in {found:?}");
        }
    }

    #[test]
    fn a_sum_holds_the_true_sum(
        terms in select(&[Unit::Count, Unit::Dong][..])
            .prop_flat_map(|unit| prop::collection::vec(figures_of(unit), 1..8)),
    ) {
        if let Ok(found) = sum(terms.iter().map(|(figure, _)| figure)) {
            let truth = |end: f64| {
                let mut parts: Vec<f64> = terms.iter().map(|(_, value)| *value).collect();
                parts.push(-end);
                exact::sign(&parts)
            };
            prop_assert!(holds(&found, truth), "not in {found:?}");
        }
    }

    #[test]
    fn a_share_holds_the_true_share_and_ends_at_100(
        ((part, a), (whole, b)) in pairs(&[Unit::Count, Unit::Dong]),
    ) {
        if let Ok(found) = share(&part, &whole) {
            let percent = Unit::Percent.bounds();
            prop_assert_eq!(found.interval.clamped_to(percent), found.interval);
            // A true part never exceeds its whole.
            let a = if a > b && part.interval().holds(b) { b } else { a };
            prop_assume!(a <= b);
            let truth = |end: f64| exact::sign_of_products(&[(100.0, a), (-end, b)]);
            prop_assert!(holds(&found, truth), "{a} of {b} not in {found:?}");
        }
    }

    #[test]
    fn a_growth_holds_the_true_growth(((before, b), (after, a)) in pairs(&UNITS)) {
        if let Ok(found) = growth(&before, &after) {
            prop_assert!(b > 0.0, "divided by what may be {b}");
            let truth = |end: f64| {
                exact::sign_of_products(&[(100.0, a), (-100.0, b), (-end, b)])
            };
            prop_assert!(holds(&found, truth), "from {b} to {a} not in {found:?}");
        }
    }

    #[test]
    fn a_remainder_holds_the_true_remainder(
        ((whole, a), parts) in select(&[Unit::Count, Unit::Dong][..]).prop_flat_map(|unit| {
            (figures_of(unit), prop::collection::vec(figures_of(unit), 1..5))
        }),
    ) {
        let (figures, values): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
        if let Ok(found) = remainder(&whole, &figures) {
            let truth = |end: f64| {
                let mut terms = vec![a, -end];
                terms.extend(values.iter().map(|value| -value));
                exact::sign(&terms)
            };
            prop_assert!(holds(&found, truth), "not in {found:?}");
        }
    }

    #[test]
    fn a_complement_holds_the_true_complement((rate, a) in figures_of(Unit::Percent)) {
        if let Ok(found) = complement(&rate) {
            prop_assert!(holds(&found, |end| exact::sign(&[100.0, -a, -end])), "{found:?}");
        }
    }

    #[test]
    fn a_mean_of_any_weights_lies_among_its_terms(
        (terms, weights) in prop::collection::vec(figures_of(Unit::Percent), 1..6)
            .prop_flat_map(|terms| {
                let length = terms.len();
                (Just(terms), prop::collection::vec(0_u32..1000, length))
            }),
    ) {
        let total = f64::from(weights.iter().sum::<u32>());
        prop_assume!(total > 0.0);
        if let Ok(found) = weighted_mean(terms.iter().map(|(figure, _)| figure)) {
            // Σ w x compares to Σ w × end as the mean compares to the end.
            let truth = |end: f64| {
                let mut factors = vec![(-end, total)];
                let weighted = terms.iter().zip(&weights);
                factors.extend(weighted.map(|((_, x), w)| (*x, f64::from(*w))));
                exact::sign_of_products(&factors)
            };
            prop_assert!(holds(&found, truth), "not in {found:?}");
        }
    }

    #[test]
    fn a_pace_holds_the_true_pace(
        (total, a) in figures(&[Unit::Count, Unit::Dong]),
        days in 1_u32..20_000,
    ) {
        if let Ok(found) = pace(&total, days) {
            let truth = |end: f64| exact::sign_of_products(&[(1.0, a), (-end, f64::from(days))]);
            prop_assert!(holds(&found, truth), "{a} in {days} days not in {found:?}");
        }
    }

    #[test]
    fn a_duration_and_a_mean_hold_the_true_quotient(
        ((total, a), (other, b)) in pairs(&[Unit::Count]),
    ) {
        for found in [duration(&total, &other), mean(&total, &other)].into_iter().flatten() {
            prop_assert!(b > 0.0, "divided by what may be {b}");
            let truth = |end: f64| exact::sign_of_products(&[(1.0, a), (-end, b)]);
            prop_assert!(holds(&found, truth), "{a} ÷ {b} not in {found:?}");
        }
    }

    #[test]
    fn an_implied_total_holds_the_true_total(
        (part, a) in figures(&[Unit::Count, Unit::Dong]),
        (rate, b) in figures_of(Unit::Percent),
    ) {
        if let Ok(found) = implied_total(&part, &rate) {
            prop_assert!(b > 0.0, "divided by what may be {b}");
            let truth = |end: f64| exact::sign_of_products(&[(100.0, a), (-end, b)]);
            prop_assert!(holds(&found, truth), "{a} as {b} % not in {found:?}");
        }
    }

    #[test]
    fn an_implied_base_holds_the_true_base(
        (after, a) in figures(&[Unit::Count, Unit::Percent, Unit::Dong]),
        (change, c) in figures(&[Unit::Count, Unit::Points, Unit::PercentChange, Unit::Times]),
    ) {
        if let Ok(found) = implied_base(&after, &change) {
            // The base is at least `end` exactly when it grows to at least what `end` grows to.
            let truth = |end: f64| match change.unit {
                Unit::PercentChange => {
                    exact::sign_of_products(&[(100.0, a), (-end, 100.0), (-end, c)])
                }
                Unit::Times => exact::sign_of_products(&[(1.0, a), (-end, c)]),
                _ => exact::sign(&[a, -c, -end]),
            };
            // A base outside the unit's bounds is impossible, and so is such a pair of true values.
            let bounds = after.unit.bounds();
            let possible = [bounds.low(), bounds.high()].into_iter().filter_map(End::value);
            let fits = possible.enumerate().all(|(at, end)| {
                truth(end) != if at == 0 { Ordering::Less } else { Ordering::Greater }
            });
            prop_assert!(!fits || holds(&found, truth), "{a} after {c} not in {found:?}");
        }
    }

    #[test]
    fn a_growth_of_the_rest_holds_the_true_growth(
        ((before, b), (after, a)) in pairs(&[Unit::Count]),
        ((before_part, p), (after_part, q)) in pairs(&[Unit::Count]),
    ) {
        // A true part never exceeds its whole.
        let (((before, b), (before_part, p)), ((after, a), (after_part, q))) = (
            if p <= b { ((before, b), (before_part, p)) } else { ((before_part, p), (before, b)) },
            if q <= a { ((after, a), (after_part, q)) } else { ((after_part, q), (after, a)) },
        );
        if let Ok(found) = growth_without(&before, &after, &before_part, &after_part) {
            let truth = |end: f64| {
                exact::sign_of_products(&[
                    (100.0, a), (-100.0, q), (-100.0, b), (100.0, p), (-end, b), (end, p),
                ])
            };
            prop_assert!(holds(&found, truth), "not in {found:?}");
        }
    }

    #[test]
    fn an_order_is_the_order_of_the_true_values(((left, a), (right, b)) in pairs(&UNITS)) {
        match order(&left, &right) {
            Ok(Order::Below) => prop_assert!(a < b, "{a} is not below {b}"),
            Ok(Order::Above) => prop_assert!(a > b, "{a} is not above {b}"),
            // Equal means printed alike, or one and the same value.
            Ok(Order::Equal) => prop_assert!(left == right || a == b),
            Ok(Order::Undecided) | Err(_) => {}
        }
    }

    #[test]
    fn an_order_turns_round_with_its_figures(((left, _), (right, _)) in pairs(&UNITS)) {
        let turned = order(&right, &left).map(|order| match order {
            Order::Below => Order::Above,
            Order::Above => Order::Below,
            other => other,
        });
        prop_assert_eq!(order(&left, &right), turned);
    }

    #[test]
    fn a_difference_turns_its_sign_with_its_figures(((left, _), (right, _)) in pairs(&UNITS)) {
        let turned = difference(&right, &left)
            .map(|found| Derived { interval: found.interval.negated(), ..found });
        prop_assert_eq!(difference(&left, &right), turned);
    }

    #[test]
    fn counts_add_up_without_any_width(
        counts in prop::collection::vec(0..1_000_000_000_000_u64, 1..20),
    ) {
        let terms: Vec<Quantity> =
            counts.iter().map(|&n| Quantity::exact(n as f64, 1.0, Unit::Count)).collect();
        let total = counts.iter().sum::<u64>() as f64;
        prop_assert_eq!(sum(&terms).map(|found| found.interval), Ok(Interval::point(total)));
    }

    #[test]
    fn nan_never_comes_out(
        (left, right) in (strange_figures(), strange_figures()),
        unit in select(&UNITS[..]),
    ) {
        let (left, right) = (Quantity { unit, ..left }, Quantity { unit, ..right });
        let answers = [
            difference(&left, &right),
            ratio(&left, &right),
            sum([&left, &right]),
            share(&left, &right),
            growth(&left, &right),
            remainder(&left, &[right, right]),
            complement(&left),
            weighted_mean([&left, &right]),
            mean(&left, &right),
            pace(&left, 30),
            pace(&left, 0),
            duration(&left, &right),
            implied_total(&left, &right),
            implied_base(&left, &right),
            growth_without(&left, &right, &right, &left),
        ];
        let intervals = answers.into_iter().flatten().map(|found| found.interval);
        for interval in intervals.chain([left.interval(), right.interval()]) {
            for end in [interval.low(), interval.high()] {
                prop_assert!(!end.value().is_some_and(f64::is_nan), "{interval:?}");
            }
        }
    }
}

// What the answers say.

#[test]
fn answers_keep_what_the_figures_know() {
    let percent = |value| Quantity::exact(value, 0.01, Unit::Percent);
    let count = |value| Quantity::exact(value, 1.0, Unit::Count);
    let below_10 = Quantity::exact(10.0, 1.0, Unit::Percent).hedged(Hedge::Below(Threshold));

    // Hà Nam lies more than 58 points above Hà Nội.
    let gap = difference(&percent(68.54), &below_10);
    check_answer("68,54% − dưới 10%", gap, Unit::Points, 58.535, 68.545);
    let gap = difference(&percent(87.02), &percent(39.82));
    check_answer("87,02% − 39,82%", gap, Unit::Points, 47.19, 47.21);
    let times = ratio(&percent(87.02), &percent(39.82));
    check_answer("87,02% ÷ 39,82%", times, Unit::Times, 87.015 / 39.825, 87.025 / 39.815);
    check_answer("13 of 20", share(&count(13.0), &count(20.0)), Unit::Percent, 65.0, 65.0);
    check_answer("20 of 20", share(&count(20.0), &count(20.0)), Unit::Percent, 100.0, 100.0);
    check_answer("0 of 20", share(&count(0.0), &count(20.0)), Unit::Percent, 0.0, 0.0);
    let thousands = |value| Quantity::exact(value, 1000.0, Unit::Count);
    // Both are rounded to the same thousands: the part may be nearly all, never more than all.
    let all = share(&thousands(9000.0), &thousands(9000.0));
    check_answer("9 nghìn of 9 nghìn", all, Unit::Percent, 8500.0 / 95.0, 100.0);
    let grown = growth(&count(200.0), &count(250.0));
    check_answer("from 200 to 250", grown, Unit::PercentChange, 25.0, 25.0);
    let gone = growth(&count(200.0), &count(0.0));
    check_answer("from 200 to 0", gone, Unit::PercentChange, -100.0, -100.0);
    check_answer(
        "63 − 3 − 57",
        remainder(&count(63.0), &[3.0, 57.0].map(count)),
        Unit::Count,
        3.0,
        3.0,
    );
    check_answer("100% − 39,82%", complement(&percent(39.82)), Unit::Percent, 60.175, 60.185);
    let whole = |value| Quantity::exact(value, 1.0, Unit::Percent);
    let between = weighted_mean(&[whole(50.0), whole(17.0)]);
    check_answer("50% and 17%", between, Unit::Percent, 16.5, 50.5);
    check_answer("593 days", pace(&count(59_300.0), 593), Unit::Count, 100.0, 100.0);
    check_answer("days", duration(&count(600.0), &count(20.0)), Unit::Days, 30.0, 30.0);
    let money = Quantity::exact(90.0, 1.0, Unit::Dong);
    check_answer("đồng each", mean(&money, &count(3.0)), Unit::Dong, 30.0, 30.0);
    let total = implied_total(&count(7.0), &percent(18.92));
    check_answer("7 as 18,92%", total, Unit::Count, 700.0 / 18.925, 700.0 / 18.915);
    let points = Quantity::exact(10.0, 1.0, Unit::Points);
    let base = implied_base(&percent(39.82), &points);
    check_answer("39,82% after +10", base, Unit::Percent, 29.315, 30.325);
    let rise = Quantity::exact(25.0, 1.0, Unit::PercentChange).hedged(Hedge::Set);
    check_answer("250 after +25%", implied_base(&count(250.0), &rise), Unit::Count, 200.0, 200.0);
    let grown = growth_without(&count(210.0), &count(255.0), &count(10.0), &count(5.0));
    check_answer("200 to 250", grown, Unit::PercentChange, 25.0, 25.0);
    check_answer("4 + 3 + 2", sum(&[4.0, 3.0, 2.0].map(count)), Unit::Count, 9.0, 9.0);
}

fn check_answer(name: &str, answer: Answer, unit: Unit, low: f64, high: f64) {
    let Ok(found) = answer else { panic!("{name}: {answer:?}") };
    // The properties above check the ends exactly; here a tolerance is enough.
    let near =
        |end: End, wanted: f64| end.value().is_some_and(|value| (value - wanted).abs() < 1e-9);
    let fits = near(found.interval.low(), low) && near(found.interval.high(), high);
    assert!(fits && found.unit == unit, "{name}: {found:?}");
}

#[test]
fn an_answer_keeps_only_the_decimals_that_it_supports() {
    let percent = |value, step| Quantity::exact(value, step, Unit::Percent);
    let set = percent(80.0, 1.0).hedged(Hedge::Set);
    let below_10 = percent(10.0, 1.0).hedged(Hedge::Below(Threshold));
    for (name, answer, decimals) in [
        ("87,02 − 39,82", difference(&percent(87.02, 0.01), &percent(39.82, 0.01)), 2),
        ("87,02 − 39,8", difference(&percent(87.02, 0.01), &percent(39.8, 0.1)), 1),
        ("87,02 − khoảng 40", difference(&percent(87.02, 0.01), &percent(40.0, 1.0)), 0),
        // A set target adds no uncertainty of its own.
        ("87,02 − 80 set", difference(&percent(87.02, 0.01), &set), 2),
        // The interval is too wide to support any decimal, so its limit keeps its own digits.
        ("68,54 − dưới 10", difference(&percent(68.54, 0.01), &below_10), 2),
        ("87,02 ÷ 39,82", ratio(&percent(87.02, 0.01), &percent(39.82, 0.01)), 1),
        ("20 ÷ 4", ratio(&percent(20.0, 1.0), &percent(4.0, 1.0)), 0),
    ] {
        assert_eq!(answer.map(|found| found.decimals), Ok(decimals), "{name}");
    }
}

#[test]
fn an_open_side_leaves_the_other_side_known() {
    let count = |value| Quantity::exact(value, 1.0, Unit::Count);
    let over_100 = count(100.0).hedged(Hedge::Above(Threshold));
    let gap = difference(&over_100, &count(40.0)).map(|found| found.interval);
    assert_eq!(gap, Ok(Interval::new(Open(60.0), Unbounded)));
    let gap = difference(&count(40.0), &over_100).map(|found| found.interval);
    assert_eq!(gap, Ok(Interval::new(Unbounded, Open(-60.0))));
}

#[test]
fn nothing_of_something_is_nothing() {
    // Zero divided by anything is zero: an open end of the divisor does not exclude it.
    let none = Quantity::exact(0.0, 1.0, Unit::Count);
    let some = Quantity::exact(5.0, 1.0, Unit::Count).hedged(Hedge::Above(Threshold));
    let rounded = Quantity::exact(9000.0, 1000.0, Unit::Count);
    for whole in [some, rounded] {
        for (name, answer) in [("share", share(&none, &whole)), ("ratio", ratio(&none, &whole))] {
            let Ok(found) = answer else { panic!("{name} {whole:?}: {answer:?}") };
            assert!(found.interval.holds(0.0), "{name} of {whole:?}: {found:?}");
        }
    }
}

#[test]
fn what_cannot_be_computed_says_why() {
    let percent = |value| Quantity::exact(value, 1.0, Unit::Percent);
    let count = |value| Quantity::exact(value, 1.0, Unit::Count);
    let change = |value| Quantity::exact(value, 1.0, Unit::PercentChange);
    let rank = |value| Quantity::exact(value, 1.0, Unit::Rank);
    let below_5 = percent(5.0).hedged(Hedge::Below(Threshold));
    let over_100 = count(100.0).hedged(Hedge::Above(Threshold));
    let units = Refusal::UnitsDiffer { left: Unit::Percent, right: Unit::Count };
    let ranks = Refusal::NotAdditive(Unit::Rank);

    check_refusal("units, −", difference(&percent(5.0), &count(5.0)), units);
    check_refusal("units, ÷", ratio(&percent(5.0), &count(5.0)), units);
    check_refusal("units, share", share(&percent(5.0), &count(5.0)), units);
    check_refusal("units, growth", growth(&percent(5.0), &count(5.0)), units);
    let mixed = [count(5.0), percent(5.0)];
    let turned = Refusal::UnitsDiffer { left: Unit::Count, right: Unit::Percent };
    check_refusal("units, +", sum(&mixed), turned);
    assert_eq!(order(&percent(5.0), &count(5.0)), Err(units));

    check_refusal("45% ÷ dưới 5%", ratio(&percent(45.0), &below_5), Refusal::DivisorMayBeZero);
    check_refusal("from dưới 5%", growth(&below_5, &percent(45.0)), Refusal::DivisorMayBeZero);
    check_refusal("45% ÷ 0%", ratio(&percent(45.0), &percent(0.0)), Refusal::DivisorMayBeZero);
    check_refusal("3 of 0", share(&count(0.0), &count(0.0)), Refusal::DivisorMayBeZero);

    check_refusal("trên − trên", difference(&over_100, &over_100), Refusal::OpenSide);

    check_refusal("rank − rank", difference(&rank(5.0), &rank(3.0)), ranks);
    check_refusal("rank ÷ rank", ratio(&rank(6.0), &rank(3.0)), ranks);
    check_refusal("rank + rank", sum(&[rank(5.0), rank(3.0)]), ranks);
    check_refusal("rank of rank", share(&rank(3.0), &rank(5.0)), ranks);
    check_refusal("rank grown", growth(&rank(5.0), &rank(3.0)), ranks);
    let percents = Refusal::NotAdditive(Unit::Percent);
    check_refusal("45% + 45%", sum(&[percent(45.0), percent(45.0)]), percents);
    check_refusal("45% of 90%", share(&percent(45.0), &percent(90.0)), percents);

    check_refusal("÷ fall", ratio(&change(5.0), &change(-5.0)), Refusal::MayBeNegative);
    check_refusal("from a fall", growth(&change(-5.0), &change(5.0)), Refusal::MayBeNegative);
    check_refusal("21 of 20", share(&count(21.0), &count(20.0)), Refusal::PartExceedsWhole);
    check_refusal("trên 100 of 20", share(&over_100, &count(20.0)), Refusal::PartExceedsWhole);
    check_refusal("sum of nothing", sum(&[]), Refusal::NoFigures);
    check_refusal("mean of nothing", weighted_mean(&[]), Refusal::NoFigures);
    check_refusal("mean rank", weighted_mean(&[rank(3.0), rank(5.0)]), ranks);
    check_refusal("in no days", pace(&count(5.0), 0), Refusal::DivisorMayBeZero);
    check_refusal("a rate a day", pace(&percent(5.0), 7), percents);
    check_refusal("5 as dưới 5%", implied_total(&count(5.0), &below_5), Refusal::DivisorMayBeZero);
    check_refusal("100% − 5", complement(&count(5.0)), units);
    check_refusal(
        "rank before",
        implied_base(&rank(5.0), &rank(3.0)),
        Refusal::UnitsDiffer { left: Unit::Rank, right: Unit::Rank },
    );
}

fn check_refusal(name: &str, answer: Answer, refusal: Refusal) {
    assert_eq!(answer, Err(refusal), "{name}");
}

#[test]
fn figures_are_ordered_only_where_they_cannot_overlap() {
    let percent = |value| Quantity::exact(value, 1.0, Unit::Percent);
    let below = |value| percent(value).hedged(Hedge::Below(Threshold));
    let above = |value| percent(value).hedged(Hedge::Above(Threshold));
    let about = |value| percent(value).hedged(Hedge::About);
    for (name, left, right, wanted) in [
        ("dưới 5%, 45%", below(5.0), percent(45.0), Order::Below),
        // "Dưới 10%" and "trên 10%" exclude the limit that they share.
        ("dưới 10%, trên 10%", below(10.0), above(10.0), Order::Below),
        ("trên 50%, dưới 10%", above(50.0), below(10.0), Order::Above),
        ("dưới 5%, 4%", below(5.0), percent(4.0), Order::Undecided),
        ("khoảng 40%, 41%", about(40.0), percent(41.0), Order::Undecided),
        // Printed alike to the digit: equal, as in every ranking.
        ("41%, 41%", percent(41.0), percent(41.0), Order::Equal),
        // Two places below one limit may lie anywhere below it.
        ("dưới 5%, dưới 5%", below(5.0), below(5.0), Order::Undecided),
        ("ước 41%, 41%", percent(41.0).hedged(Hedge::Estimated), percent(41.0), Order::Undecided),
    ] {
        assert_eq!(order(&left, &right), Ok(wanted), "{name}");
    }
}

#[test]
fn two_places_in_one_printed_range_are_not_level() {
    // The five leaders share "từ 72,6% đến 90%", which makes no two of them equal.
    let range = Quantity {
        amount: Amount::Range { low: 72.6, low_open: false, high: 90.0, high_open: false },
        ..Quantity::exact(0.0, 0.1, Unit::Percent)
    };
    assert_eq!(order(&range, &range), Ok(Order::Undecided));
}

// How values are drawn.

fn config(cases: u32) -> ProptestConfig {
    // A failing input is printed; a file of old failures would only grow.
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Where in its interval a true value lies. The ends matter most.
#[derive(Clone, Copy, Debug)]
enum Spot {
    Lowest,
    Highest,
    Between(f64),
}

fn spots() -> impl Strategy<Value = Spot> {
    prop_oneof![Just(Spot::Lowest), Just(Spot::Highest), (0.0..1.0).prop_map(Spot::Between)]
}

/// `n` steps as the nearest floating-point number, which is what parsing "0.6350" gives.
fn times(step: f64, n: u32) -> f64 {
    if step < 1.0 { f64::from(n) / (1.0 / step).round() } else { f64::from(n) * step }
}

/// How many steps a value of the unit may be away from zero.
fn most(unit: Unit, step: f64) -> u32 {
    unit.bounds().high().value().map_or(1_000_000, |high| (high / step) as u32)
}

fn values(unit: Unit, step: f64) -> impl Strategy<Value = f64> {
    let most = most(unit, step);
    // Small numbers, including zero, hit the corner cases more often.
    let steps = prop_oneof![0..=most.min(9), 0..=most];
    (steps, any::<bool>()).prop_map(move |(n, fall)| {
        let value = times(step, n);
        if fall && unit.bounds().holds(-value) { -value } else { value }
    })
}

/// A figure as a text may print it, and a true value that its wording allows.
fn figures_of(unit: Unit) -> impl Strategy<Value = (Quantity, f64)> {
    let printed = select(&STEPS[..]).prop_flat_map(move |step| {
        let value = (values(unit, step), select(&HEDGES[..]))
            .prop_map(move |(value, hedge)| Quantity::exact(value, step, unit).hedged(hedge));
        let range = (values(unit, step), values(unit, step), any::<bool>(), any::<bool>())
            .prop_map(move |(a, b, low_open, high_open)| Quantity {
                amount: Amount::Range { low: a.min(b), low_open, high: a.max(b), high_open },
                ..Quantity::exact(0.0, step, unit)
            });
        prop_oneof![4 => value, 1 => range]
    });
    // No value fulfils "trên 100%"; refusing it is the loader's job.
    (printed, spots()).prop_filter_map("a wording that some value fulfils", |(figure, spot)| {
        Some((figure, truth_at(figure.interval(), spot)?))
    })
}

fn figures(units: &'static [Unit]) -> impl Strategy<Value = (Quantity, f64)> {
    select(units).prop_flat_map(figures_of)
}

type Figure = (Quantity, f64);

/// Two figures of one unit, each with a true value.
fn pairs(units: &'static [Unit]) -> impl Strategy<Value = (Figure, Figure)> {
    select(units).prop_flat_map(|unit| (figures_of(unit), figures_of(unit)))
}

/// Numbers that no text prints but that a caller may still pass.
fn strange_figures() -> impl Strategy<Value = Quantity> {
    let number = || {
        let special = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -0.0, f64::MAX, 1.0];
        prop_oneof![select(special.to_vec()), prop::num::f64::ANY]
    };
    (number(), number(), number(), select(&HEDGES[..]), any::<bool>()).prop_map(
        |(value, high, step, hedge, is_range)| {
            let figure = Quantity::exact(value, step, Unit::Count).hedged(hedge);
            if is_range {
                let amount = Amount::Range { low: value, low_open: false, high, high_open: true };
                Quantity { amount, ..figure }
            } else {
                figure
            }
        },
    )
}

/// The value of an interval at a spot; `None` if the interval does not hold that value.
fn truth_at(interval: Interval, spot: Spot) -> Option<f64> {
    // The neighbour of zero is so small that products with it are no longer exact.
    let tiny = 1e-200;
    let lowest = match interval.low() {
        Closed(value) => value,
        Open(0.0) => tiny,
        Open(value) => value.next_up(),
        Unbounded => -FAR,
    };
    let highest = match interval.high() {
        Closed(value) => value,
        Open(0.0) => -tiny,
        Open(value) => value.next_down(),
        Unbounded => lowest.max(0.0) + FAR,
    };
    let value = match spot {
        Spot::Lowest => lowest,
        Spot::Highest => highest,
        Spot::Between(part) => {
            (lowest + (highest - lowest) * part).clamp(lowest, highest.max(lowest))
        }
    };
    interval.holds(value).then_some(value)
}

/// Whether the true result lies in an answer. `truth` compares it with a given end.
fn holds(found: &Derived, truth: impl Fn(f64) -> Ordering) -> bool {
    let above = match found.interval.low() {
        Closed(low) => truth(low) != Ordering::Less,
        Open(low) => truth(low) == Ordering::Greater,
        Unbounded => true,
    };
    let below = match found.interval.high() {
        Closed(high) => truth(high) != Ordering::Greater,
        Open(high) => truth(high) == Ordering::Less,
        Unbounded => true,
    };
    above && below
}

/// Signs of sums and of sums of products, computed without rounding.
mod exact {
    use std::cmp::Ordering;

    /// The sign of `Σ terms`, by Shewchuk's expansions: each addition keeps its rounding error as a
    /// further part, so the parts always add up to the true sum, and the largest part that is not
    /// zero outweighs all smaller ones.
    pub(super) fn sign(terms: &[f64]) -> Ordering {
        let mut parts: Vec<f64> = Vec::new();
        for &term in terms {
            let mut carried = term;
            for part in &mut parts {
                let total = carried + *part;
                let from_part = total - carried;
                *part = (carried - (total - from_part)) + (*part - from_part);
                carried = total;
            }
            parts.push(carried);
        }
        let largest = parts.into_iter().rfind(|part| *part != 0.0).unwrap_or_default();
        largest.total_cmp(&0.0)
    }

    /// The sign of `Σ x × y`: a fused multiply-add gives the rounding error of each product.
    pub(super) fn sign_of_products(factors: &[(f64, f64)]) -> Ordering {
        let parts: Vec<f64> = factors
            .iter()
            .flat_map(|&(x, y)| {
                let product = x * y;
                [product, x.mul_add(y, -product)]
            })
            .collect();
        sign(&parts)
    }

    #[test]
    fn signs_are_exact() {
        // In binary, 0.1 + 0.2 − 0.3 is a little more than zero.
        assert_eq!(sign(&[0.1, 0.2, -0.3]), Ordering::Greater);
        assert_eq!(sign(&[1e16, 1.0, -1e16]), Ordering::Greater);
        assert_eq!(sign(&[1e16, -1.0, -1e16, 1.0]), Ordering::Equal);
        // One third in binary is a little less than a third.
        assert_eq!(sign_of_products(&[(1.0 / 3.0, 3.0), (-1.0, 1.0)]), Ordering::Less);
        assert_eq!(sign_of_products(&[(0.5, 3.0), (-1.5, 1.0)]), Ordering::Equal);
    }
}
