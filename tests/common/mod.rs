//! Helpers that several test files share.
#![allow(dead_code, reason = "each test file uses its part")]
#![expect(clippy::expect_used, clippy::panic, reason = "a failing test says where it failed")]

pub(crate) mod numbers;
pub(crate) mod small;

use std::rc::Rc;

use ro_so::chart::{
    BarRow, BarSpec, Dot, Emphasis, Known, LineSpec, Link, MapClasses, MapKey, MapSpec,
    MultiplesPanel, MultiplesSpec, Point, ProgressRow, ProgressSpec, RefLine, Role, ScatterAxis,
    ScatterSpec, Series, Shape, Side, SlopeSpec, Spec,
};
use ro_so::compare::{Question, offered_indicators, periods, universes};
use ro_so::data::{Dataset, Date, FILES, Files, load};
use ro_so::quantity::{Amount, Hedge, Interval, Quantity, Reading, Unit};
use ro_so::state::Model;
use ro_so::text::figure;
use ro_so::ui::{AppProps, markup};
use ro_so::view::{Lang, View, address};

/// Words that are never used of places and people.
pub(crate) const UNFAIR: [&str; 6] =
    ["tụt hạng", "đội sổ", "bét bảng", "thổi số", "số ảo", "báo cáo láo"];

/// The dataset of `seeds/`; panics with all of its problems if it is wrong.
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

/// The page of an address, rendered without a browser.
pub(crate) fn rendered(dataset: &Rc<Dataset>, query: &str, lang: Lang) -> String {
    let model = Model::new(Rc::clone(dataset), query, "", lang);
    as_written(&markup(AppProps::still(model)).expect("a page"))
}

/// Markup with plain spaces in the name of the site, where a page has no-break spaces.
pub(crate) fn as_written(markup: &str) -> String {
    markup.replace("Rõ\u{a0}Số\u{a0}tính", "Rõ Số tính").replace("Rõ\u{a0}Số", "Rõ Số")
}

/// Every question that the explorer offers, in its order.
pub(crate) fn questions(dataset: &Dataset) -> Vec<Question> {
    let mut questions = Vec::new();
    for indicator in offered_indicators(dataset) {
        for period in periods(dataset, &indicator.id) {
            for (universe, _) in universes(dataset, &indicator.id, &period) {
                questions.push(Question::of_all(&indicator.id, &period, universe));
            }
        }
    }
    questions
}

/// A hand-made row of a bar chart.
pub(crate) fn row(name: &str, quantity: Quantity, color: Role) -> BarRow {
    BarRow {
        name: name.to_owned(),
        rank: None,
        quantity: Some(quantity),
        interval: Some(quantity.interval()),
        label: figure(&quantity, Lang::Vi),
        color,
        shape: Shape::Diamond,
        focus: false,
    }
}

/// Hand-made bars of every form that a figure can take, also at the ends of the scale, and also of
/// those that the shipped dataset happens not to contain.
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
        shape: Shape::Square,
        focus: true,
    };
    rows.push(derived(
        "Suy ra",
        Some(Interval::half_open(10.0, 50.0)),
        "từ 10% đến dưới 50%",
        Role::Category(3),
    ));
    // Equal ends make a point; an end that is not a number makes a band without that limit.
    rows.push(derived("Một điểm", Some(Interval::point(50.0)), "50%", Role::Ink));
    rows.push(derived("Không là số", Some(Interval::closed(f64::NAN, 20.0)), "?", Role::Ink2));
    rows.push(derived("Chưa có số", None, "chưa có số", Role::Category(6)));
    let line = |value, label: &str, color| RefLine { value, label: label.into(), color };
    BarSpec {
        rows,
        gap: None,
        lines: vec![
            line(45.8, "Cả nước 45,8%", Role::Ink),
            line(50.0, "Mục tiêu 50%", Role::Ink2),
            line(18.54, "Các tỉnh, thành phố 18,54%", Role::Category(2)),
            line(f64::NAN, "Không là số", Role::Category(5)),
        ],
        unit: Unit::Percent,
        rank_heading: "Hạng",
        is_whole: false,
        is_part: false,
        lang: Lang::Vi,
    }
}

/// How many of [`telling_views`] are picked by hand, each for showing something of its own.
pub(crate) const TELLING: usize = 28;

/// The views picked by hand, then one of every question that the explorer offers.
pub(crate) fn telling_views(dataset: &Dataset) -> Vec<View> {
    const QUERIES: [&str; TELLING] = [
        "",
        "i=dti_province&focus=province63:17",
        "i=dti_province&e=province63:01~province63:79~province63:48&focus=province63:01",
        "i=dti_province&time=2022..2024&e=province63:17",
        "i=dti_province&sort=name&e=province63:99",
        "i=end_to_end_dossier_rate&e=province63:01",
        "i=end_to_end_dossier_rate&e=ministry22&focus=ministry22:BCA",
        "i=end_to_end_dossier_rate&time=2024..2025-10-26",
        "i=end_to_end_dossier_rate&time=2023..2024",
        "i=end_to_end_service_rate",
        "i=cyber_attacks_month",
        "i=services_with_dossiers_rate&e=nation",
        "i=adult_users_rate",
        "i=sme_contacts",
        "i=app_active_accounts",
        "i=eligible_procedures_end_to_end_rate",
        "i=dti_province~end_to_end_dossier_rate",
        "i=population_mean~dti_province&focus=province63:79",
        "i=par_appraisal~par_survey&focus=ministry22:BTC",
        "i=par_index~end_to_end_dossier_rate&e=ministry22",
        "i=online_handled_dossier_rate~end_to_end_dossier_rate~dti_province&e=province63:17",
        "i=services_with_dossiers_rate~end_to_end_dossier_rate",
        "i=cyber_attacks_month~cyber_attacks_ytd~dti_nation",
        "i=par_index_region&time=2022..2023",
        "i=dti_province&e=region6:TN&focus=province63:66",
        "i=dti_province&only=1&e=province63:01~province63:48~province63:79&focus=province63:48",
        "i=end_to_end_dossier_rate&e=region6:DBSH",
        "i=end_to_end_dossier_rate&only=1&e=province63:01~province63:35~province63:17~province63:79~province63:46",
    ];
    let parsed = |query: &str| address::parse(query).0;
    let offered = questions(dataset).into_iter().map(|question| {
        let (universe, period) = (question.universe.token(), question.period.token());
        parsed(&format!("i={}&e={universe}&time={period}", question.indicator))
    });
    QUERIES.into_iter().map(parsed).chain(offered).collect()
}

/// Charts of what the shipped dataset happens not to contain: no data, one point, equal values,
/// NaN, negative and huge numbers, long names.
pub(crate) fn odd_charts() -> Vec<(&'static str, Spec)> {
    let exact = |value: f64| Known { value: Some(value), low: None, high: None, side: Side::Exact };
    let below = |value: f64| Known { low: Some(0.0), side: Side::Below, ..exact(value) };
    let above = |value: f64| Known { side: Side::Above, ..exact(value) };
    let about = |value: f64| Known { side: Side::About, ..exact(value) };
    let between = |low: f64, high: f64| Known {
        value: None,
        low: Some(low),
        high: Some(high),
        side: Side::Between,
    };
    let point = |year: u16, known: Known, link: Link, row: usize| Point {
        end: Date { year, month: None, day: None },
        is_year: true,
        known,
        label: known.at().map_or("?".into(), |at| {
            let unit = if at > 1e9 { Unit::Dong } else { Unit::Count };
            figure(&Quantity::exact(at, if at > 1e9 { 1e9 } else { 0.1 }, unit), Lang::Vi)
        }),
        link,
        row,
    };
    let series = |name: &str, emphasis: Emphasis, points: Vec<Point>| Series {
        name: name.to_owned(),
        color: Role::Category(5),
        shape: Shape::Triangle,
        emphasis,
        points,
    };
    let lines = |series: Vec<Series>, unit: Unit| {
        let breaks = vec![Date { year: 2023, month: None, day: None }];
        Spec::Lines(LineSpec { series, breaks, unit, lang: Lang::Vi })
    };
    let long = "Bộ Lao động - Thương binh và Xã hội và mọi cơ quan trực thuộc";
    let kinds = vec![
        point(2020, below(20.0), Link::Open, 0),
        point(2021, about(30.0), Link::Dotted, 1),
        point(2022, between(40.0, 60.0), Link::Solid, 2),
        point(2023, above(70.0), Link::Open, 3),
        point(2024, exact(f64::NAN), Link::Solid, 4),
    ];
    let link = |n: u16| if n == 0 { Link::Open } else { Link::Solid };
    let flat = (0..3).map(|n| point(2020 + n, exact(5.0), link(n), usize::from(n))).collect();
    let negative =
        vec![point(2021, exact(-75.1), Link::Open, 0), point(2022, exact(16.0), Link::Solid, 1)];
    let huge =
        vec![point(2021, exact(1.6e13), Link::Open, 0), point(2022, exact(2e13), Link::Solid, 1)];
    let dot = |name: &str, across: Known, up: Known, row: usize| Dot {
        name: name.to_owned(),
        across,
        up,
        color: Role::Category(4),
        shape: Shape::Circle,
        rank: (row % 3) as u8,
        row,
    };
    let scatter = |dots: Vec<Dot>| {
        let axis = |unit| ScatterAxis { title: format!("{long}, năm 2024"), unit };
        let (across, up) = (axis(Unit::Percent), axis(Unit::Dong));
        Spec::Scatter(ScatterSpec { dots, across, up, lang: Lang::Vi })
    };
    let crowd = (0..12).map(|n| dot(long, exact(50.0), exact(2e12), n)).collect();
    let bounds = vec![
        dot("Dưới", below(10.0), above(3e12), 0),
        dot("Khoảng", between(20.0, 90.0), between(1e12, 2e12), 1),
        dot("Không là số", exact(f64::NAN), exact(1e12), 2),
    ];
    let progress = |known: Option<Known>, target: f64, row: usize| ProgressRow {
        name: long.to_owned(),
        detail: "từ đầu năm đến ngày 26/10/2025".into(),
        known,
        label: "dưới 10%".into(),
        target,
        target_label: "Mục tiêu 100%, tháng 12/2025".into(),
        color: Role::Category(6),
        shape: Shape::Diamond,
        row: 2 * row,
        target_row: 2 * row + 1,
    };
    let knowns =
        [Some(exact(0.0)), Some(below(10.0)), Some(above(50.0)), Some(between(90.0, 96.47)), None];
    let ways = knowns.into_iter().enumerate();
    let ways = ways.map(|(at, known)| progress(known, [100.0, 0.0, f64::NAN][at % 3], at));
    let slope = |points: Vec<Point>| {
        let dates = ["Ngày 26/10/2025".to_owned(), "Tháng 12/2025".to_owned()];
        let series = vec![series(long, Emphasis::Focus, points)];
        Spec::Slope(SlopeSpec { dates, series, is_broken: true, unit: Unit::Count, lang: Lang::Vi })
    };
    let map = MapSpec {
        tiles: Vec::new(),
        markers: Vec::new(),
        key: MapKey::Classes(MapClasses {
            limits: Vec::new(),
            steps: vec![4],
            unit: Unit::Percent,
        }),
        lang: Lang::En,
    };
    let panel = |rows: BarSpec| MultiplesPanel {
        title: long.to_owned(),
        note: "đồng, năm 2024".into(),
        rows,
        first_row: 0,
    };
    let empty = BarSpec { rows: Vec::new(), lines: Vec::new(), ..odd_bars() };
    let changes = [-75.1, 16.0, -3.0].map(|value| {
        let quantity = Quantity::exact(value, 0.1, Unit::PercentChange);
        row(&format!("Mức thay đổi {value}"), quantity, Role::Category(2))
    });
    let changes = BarSpec { rows: changes.into(), unit: Unit::PercentChange, ..empty.clone() };
    vec![
        ("dots", Spec::Dots(odd_bars())),
        ("dots-empty", Spec::Dots(empty.clone())),
        ("dots-change", Spec::Dots(changes.clone())),
        ("bars-change", Spec::Bars(changes)),
        ("lines-kinds", lines(vec![series(long, Emphasis::Focus, kinds)], Unit::Percent)),
        ("lines-flat", lines(vec![series("Bằng nhau", Emphasis::Plain, flat)], Unit::Count)),
        (
            "lines-negative",
            lines(vec![series("Âm", Emphasis::Plain, negative.clone())], Unit::PercentChange),
        ),
        ("lines-huge", lines(vec![series("Tiền", Emphasis::Plain, huge)], Unit::Dong)),
        (
            "lines-one",
            lines(
                vec![series("Một", Emphasis::Plain, vec![point(2024, exact(3.0), Link::Open, 0)])],
                Unit::Count,
            ),
        ),
        ("lines-none", lines(Vec::new(), Unit::Percent)),
        ("slope", slope(negative)),
        ("slope-none", slope(Vec::new())),
        (
            "progress",
            Spec::Progress(ProgressSpec {
                rows: ways.collect(),
                unit: Unit::Percent,
                lang: Lang::Vi,
            }),
        ),
        (
            "progress-none",
            Spec::Progress(ProgressSpec { rows: Vec::new(), unit: Unit::Dong, lang: Lang::Vi }),
        ),
        ("scatter-crowd", scatter(crowd)),
        ("scatter-bounds", scatter(bounds)),
        ("scatter-none", scatter(Vec::new())),
        ("map-none", Spec::Map(map)),
        (
            "multiples",
            Spec::Multiples(MultiplesSpec {
                panels: vec![panel(odd_bars()), panel(empty)],
                is_parted: true,
            }),
        ),
        ("multiples-none", Spec::Multiples(MultiplesSpec { panels: Vec::new(), is_parted: true })),
    ]
}
