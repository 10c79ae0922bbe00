//! What several test files share.
#![allow(dead_code, reason = "each test file uses its part")]
#![expect(clippy::expect_used, clippy::panic, reason = "a failing test says where it failed")]

use ro_so::chart::{BarRow, BarSpec, RefLine, Role};
use ro_so::compare::{Question, offered_indicators, periods, universes};
use ro_so::data::{Dataset, FILES, Files, load};
use ro_so::quantity::{Amount, Hedge, Interval, Quantity, Reading, Unit};
use ro_so::text::figure;
use ro_so::view::{Lang, Sort};

/// The dataset of `seeds/`, or all that is wrong with it.
pub(crate) fn shipped() -> Dataset {
    let texts = read_seeds();
    match load(&Files::from_texts(texts.each_ref().map(String::as_str))) {
        Ok(dataset) => dataset,
        Err(problems) => {
            let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
            panic!("{} problems:\n{}", lines.len(), lines.join("\n"))
        }
    }
}

/// The texts of `seeds/`, in the order of [`FILES`].
pub(crate) fn read_seeds() -> [String; FILES.len()] {
    FILES.map(|name| std::fs::read_to_string(format!("seeds/{name}")).expect(name))
}

/// Every question that the explorer offers, in the order in which it offers them.
pub(crate) fn questions(dataset: &Dataset) -> Vec<Question> {
    let mut questions = Vec::new();
    for indicator in offered_indicators(dataset) {
        for period in periods(dataset, &indicator.id) {
            for (universe, _) in universes(dataset, &indicator.id, &period) {
                questions.push(Question {
                    indicator: indicator.id.clone(),
                    period: period.clone(),
                    universe,
                    extra: Vec::new(),
                    focus: None,
                    sort: Sort::Value,
                });
            }
        }
    }
    questions
}

/// A hand-made row of percentages.
pub(crate) fn row(name: &str, quantity: Quantity, color: Role) -> BarRow {
    BarRow {
        name: name.to_owned(),
        rank: None,
        quantity: Some(quantity),
        interval: Some(quantity.interval()),
        label: figure(&quantity, Lang::Vi),
        color,
        focus: false,
    }
}

/// Hand-made bars of every form that a figure can take, at the ends of the scale too: what the
/// shipped dataset happens not to hold must still be drawn.
pub(crate) fn odd_bars() -> BarSpec {
    let percent = |value, step| Quantity::exact(value, step, Unit::Percent);
    let below = |value| percent(value, 1.0).hedged(Hedge::Below(Reading::Threshold));
    let above = |value| percent(value, 1.0).hedged(Hedge::Above(Reading::Threshold));
    let range = Amount::Range { low: 90.0, low_open: true, high: 96.47, high_open: false };
    let mut rows = vec![
        row("Bằng không", percent(0.0, 1.0), Role::Category(1)),
        row("Trọn thang", percent(100.0, 1.0), Role::Category(2)),
        row("Khoảng", percent(97.3, 0.1).hedged(Hedge::About), Role::Category(3)),
        row("Khoảng, rất nhỏ", percent(1.0, 1.0).hedged(Hedge::About), Role::Category(4)),
        row("Ước", percent(78.45, 0.01).hedged(Hedge::Estimated), Role::Category(5)),
        row("Gần", percent(9.0, 1.0).hedged(Hedge::Below(Reading::Rounding)), Role::Category(6)),
        row("Hơn", percent(87.0, 1.0).hedged(Hedge::Above(Reading::Rounding)), Role::Category(7)),
        row("Dưới", below(10.0), Role::Category(8)),
        row("Dưới, gần không", below(1.0), Role::Category(1)),
        row("Trên", above(50.0), Role::Category(2)),
        row("Trên, gần trọn", above(99.0), Role::Category(3)),
        row("Ít nhất", percent(40.0, 1.0).hedged(Hedge::AtLeast), Role::Ink),
        row("Nhiều nhất", percent(50.0, 1.0).hedged(Hedge::AtMost), Role::Category(4)),
        row("Một khoảng", Quantity { amount: range, ..percent(0.0, 0.01) }, Role::Category(2)),
    ];
    let derived = |name: &str, interval, label: &str, color| BarRow {
        name: name.to_owned(),
        rank: Some("5–56".into()),
        quantity: None,
        interval,
        label: label.to_owned(),
        color,
        focus: true,
    };
    rows.push(derived(
        "Suy ra",
        Some(Interval::half_open(10.0, 50.0)),
        "từ 10% đến dưới 50%",
        Role::Category(3),
    ));
    // Both ends equal, and an end that is not a number: a point, and a band without a limit.
    rows.push(derived("Một điểm", Some(Interval::point(50.0)), "50%", Role::Ink));
    rows.push(derived("Không là số", Some(Interval::closed(f64::NAN, 20.0)), "?", Role::Ink2));
    rows.push(derived("Chưa có số", None, "chưa có số", Role::Category(6)));
    let line = |value, label: &str, color| RefLine { value, label: label.into(), color };
    BarSpec {
        rows,
        lines: vec![
            line(45.8, "Cả nước 45,8%", Role::Ink),
            line(50.0, "Mục tiêu 50%", Role::Ink2),
            line(18.54, "Các tỉnh, thành phố 18,54%", Role::Category(2)),
            line(f64::NAN, "Không là số", Role::Category(5)),
        ],
        unit: Unit::Percent,
        rank_heading: "Hạng",
        lang: Lang::Vi,
    }
}
