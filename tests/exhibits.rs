//! An exhibit tells and draws one comparison: its picture, its rows and its words say the same.
#![expect(clippy::expect_used, reason = "a failing test says where it failed")]

mod common;

use std::collections::BTreeSet;

use common::{shipped, telling_views};
use ro_so::chart::{
    Anchor, Area, BarSpec, Dot, Emphasis, Exhibit, Known, Mark, Missing, Placed, Role, ScatterAxis,
    ScatterSpec, Shade, Shape, Spec, Swatch, TabRefusal, Weight, exhibit, has_signs, legend,
    offered_tabs, place,
};
use ro_so::compare::{Judgement, Reason, Severity, Verdict, ask, judge, ranking};
use ro_so::data::{Dataset, Date, Id, Kind, Observation, Operation, Span};
use ro_so::quantity::{Amount, Hedge, Quantity, Unit};
use ro_so::text::{Key, period, reason_sentence};
use ro_so::view::{Lang, OPEN_END, Page, Tab, Time, View, address};

#[test]
fn a_place_that_a_list_bounds_stands_where_its_ranks_are() {
    let dataset = shipped();
    // The list ends at 9.7%, which is printed for Quảng Ngãi: Hà Nội cannot rank below it.
    let query = "i=online_filed_dossier_rate&tab=bars&e=province63:01";
    let (view, _) = address::parse(query);
    let shown = exhibit(&dataset, &view, Lang::Vi).expect("a picture");
    let lasts: Vec<u16> = shown.rows.iter().filter_map(|row| Some(row.span?.last)).collect();
    assert!(lasts.is_sorted() && lasts.len() > 10, "{lasts:?}");
    let at = |name: &str| shown.rows.iter().position(|row| row.name == name).expect(name);
    assert!(at("Hà Nội") < at("Quảng Ngãi"));
}

#[test]
fn every_target_of_the_picture_is_a_row() {
    check(|shown| {
        let Some(spec) = &shown.spec else { return };
        for width in [256.0, 740.0] {
            let targets = place(spec, width).targets;
            let mut rows: Vec<usize> = targets.iter().map(|target| target.row).collect();
            let reading = rows.clone();
            rows.sort_unstable();
            rows.dedup();
            assert_eq!(rows.len(), reading.len(), "{}: a row has one target", shown.title);
            // The keyboard walks the rows in the order of the table.
            let is_progress = matches!(**spec, Spec::Progress(_));
            assert!(is_progress || rows == reading, "{}: {reading:?}", shown.title);
            for row in rows {
                let row = shown.rows.get(row).expect("a row");
                assert!(!row.spoken.is_empty() && row.spoken.contains(&row.name), "{row:?}");
            }
            assert!(!reading.is_empty(), "{}: nothing answers", shown.title);
        }
    });
}

/// Among many lines, the highest and the lowest at the last date stand out. A place without a
/// figure for that date is neither, however high its own last figure is.
#[test]
fn a_line_that_ends_earlier_is_not_the_highest_of_the_last_date() {
    let mut dataset = shipped();
    for o in &mut dataset.observations {
        match &*o.id {
            // No measured figure, so that the line ends a year earlier.
            "dti.ho-chi-minh.2024" => o.kind = Kind::Capacity,
            "dti.ho-chi-minh.2023" => {
                o.quantity = Some(Quantity::exact(0.99, 0.0001, Unit::Index01));
            }
            _ => {}
        }
    }
    let (view, _) = address::parse("p=compare&tab=line&i=dti_province");
    let shown = exhibit(&dataset, &view, Lang::Vi).expect("lines");
    let Some(Spec::Lines(lines)) = shown.spec.as_deref() else { panic!("no lines") };
    let plain = lines.series.iter().filter(|line| line.emphasis == Emphasis::Plain);
    let names: Vec<&str> = plain.map(|line| line.name.as_str()).collect();
    assert!(!names.contains(&"TP. Hồ Chí Minh"), "{names:?}");
    let at_end = |name: &&str| {
        let line = lines.series.iter().find(|line| line.name == **name);
        line.and_then(|line| line.points.last()).is_some_and(|point| point.end.year == 2024)
    };
    assert!(names.len() > 1 && names.iter().all(at_end), "{names:?}");
}

/// Bars rank figures, so the verdict above them is the engine's verdict on ranking.
#[test]
fn bars_tell_the_verdict_on_an_order() {
    let dataset = shipped();
    let mut told = 0;
    for view in telling_views(&dataset) {
        let name = address::print(&view);
        let view = View { tab: Tab::Bars, ..view };
        let (question, _) = ask(&dataset, &view).expect("a question");
        let Some(answer) = ranking(&dataset, &question) else { continue };
        let figures: Vec<&Observation> = answer.rows.iter().filter_map(|row| row.figure).collect();
        let pairs = figures.iter().enumerate().flat_map(|(at, a)| {
            figures.iter().skip(at + 1).map(|b| judge(&dataset, a, b, Operation::Rank))
        });
        let judged: Vec<Judgement> = pairs.collect();
        let reasons: Vec<&(Reason, Severity)> =
            judged.iter().flat_map(|found| &found.reasons).collect();
        assert!(judged.iter().all(|found| found.verdict != Verdict::NotComparable), "{name}");
        let shown = exhibit(&dataset, &view, Lang::En).expect("an exhibit");
        if shown.tab != Tab::Bars {
            // There is no ranking to draw.
            continue;
        }
        if !reasons.is_empty() {
            assert_eq!(shown.verdict, Some(Verdict::WithCare), "{name}: {reasons:?}");
        }
        for (reason, _) in reasons {
            let line = reason_sentence(reason, Lang::En);
            // A bound is worded by its effect on the ranks, or by how many figures it concerns.
            let is_bound = *reason == Reason::OnlyABound;
            let is_told = |shown: &String| *shown == line || is_bound && shown.contains("limit");
            assert!(shown.reasons.iter().any(is_told), "{name}: {line}: {:?}", shown.reasons);
            told += 1;
        }
    }
    assert!(told > 5, "{told} reasons");
}

#[test]
fn every_exhibit_is_told_whole() {
    check(|shown| {
        let told = [&shown.title, &shown.finding, &shown.unit_line, &shown.dated];
        assert!(told.iter().all(|text| !text.is_empty()), "{told:?}");
        assert!(shown.verdict.is_none() || !shown.reasons.is_empty(), "{}", shown.title);
        assert!(!shown.caveats.is_empty(), "{}", shown.title);
        assert!(!shown.documents.is_empty(), "{}", shown.title);
        assert_ne!(shown.tab, Tab::Best);
        for row in &shown.rows {
            assert!(!row.name.is_empty() && !row.printed.is_empty(), "{row:?}");
            assert_eq!(row.observation.is_some(), !row.source.is_empty(), "{row:?}");
            assert_eq!(row.observation.is_some(), !row.allows.is_empty(), "{row:?}");
        }
        for missing in &shown.missing {
            assert!(!missing.reason.is_empty() && !missing.units.is_empty(), "{missing:?}");
        }
    });
}

#[test]
fn every_indicator_is_dated_by_its_newest_figure() {
    let dataset = shipped();
    let mut several = 0;
    check(|shown| {
        let measured = || {
            let figures = shown.rows.iter().filter_map(|row| row.observation.as_ref());
            let figures = figures.filter_map(|id| dataset.observation(id));
            figures.filter(|o| o.kind != Kind::Target)
        };
        let mut told = BTreeSet::new();
        for indicator in measured().map(|o| &o.indicator).collect::<BTreeSet<_>>() {
            let own = measured().filter(|o| o.indicator == *indicator);
            let newest = own.max_by_key(|o| o.period.end().last_day()).expect("a figure");
            let when = period(&newest.period, shown.lang);
            assert!(shown.dated.contains(&when), "{}: {when}: {}", shown.title, shown.dated);
            told.insert(when);
        }
        several += usize::from(told.len() > 1);
    });
    assert!(several > 2, "only {several} with two periods");
}

#[test]
fn a_period_stands_behind_a_word_that_any_period_may_follow() {
    // "Số liệu của từ đầu năm …" and "Figures of as of …" would be wrong grammar.
    for lang in Lang::ALL {
        assert!(Key::FiguresOf.text(lang).ends_with(':'));
    }
    for (query, vi, en) in [
        (
            "i=online_handled_dossier_rate&time=2022-08",
            "từ đầu năm đến tháng 8/2022",
            "January to August 2022",
        ),
        ("tab=scatter&i=population_mean~dti_province", "năm 2023 và năm 2024", "2023 and 2024"),
    ] {
        for (lang, wanted) in [(Lang::Vi, vi), (Lang::En, en)] {
            let shown = exhibit(&shipped(), &view(query), lang).expect("an exhibit");
            assert_eq!(shown.dated.replace('\u{a0}', " "), wanted, "{query}");
        }
    }
}

#[test]
fn the_tab_that_is_shown_is_the_first_that_can_be_drawn() {
    let dataset = shipped();
    for query in ["", "tab=best", "i=dti_province", "i=end_to_end_dossier_rate&e=ministry22"] {
        let view = view(query);
        let offered = offered_tabs(&dataset, &view);
        let first = offered.iter().find(|(_, found)| found.is_ok()).expect("a tab").0;
        let shown = exhibit(&dataset, &view, Lang::Vi).expect("an exhibit");
        assert_eq!((shown.tab, shown.refused), (first, None), "{query}");
        let table = exhibit(&dataset, &View { tab: Tab::Table, ..view }, Lang::Vi).expect("one");
        assert_eq!((table.tab, table.spec.is_none()), (Tab::Table, true), "{query}");
    }
}

#[test]
fn a_tab_that_cannot_be_drawn_says_why_and_shows_the_best_instead() {
    let dataset = shipped();
    for (query, refusal) in [
        ("tab=line&i=par_index", TabRefusal::OneDate),
        ("tab=slope&i=par_index", TabRefusal::OneDate),
        ("tab=map&i=par_index", TabRefusal::NotProvinces),
        ("tab=progress&i=par_index", TabRefusal::NoTarget),
        ("tab=scatter&i=par_index", TabRefusal::OneIndicator),
        ("tab=multiples&i=par_index", TabRefusal::OneIndicator),
        ("tab=bars&i=cyber_attacks_month", TabRefusal::OneUnit),
        ("tab=scatter&i=cyber_attacks_month~par_index", TabRefusal::NoSharedUnits),
        // Three ministries have both figures, but a province was asked for.
        (
            "tab=scatter&i=online_handled_dossier_rate~end_to_end_dossier_rate&e=province63:17",
            TabRefusal::NoSharedUnits,
        ),
        ("tab=dots&i=adult_users_rate", TabRefusal::NoFigure),
    ] {
        let view = view(query);
        let shown = exhibit(&dataset, &view, Lang::Vi).expect("an exhibit");
        assert_eq!(shown.refused, Some((view.tab, refusal)), "{query}");
        assert_ne!(shown.tab, view.tab, "{query}");
        let best = offered_tabs(&dataset, &view).into_iter().find(|(_, found)| found.is_ok());
        assert_eq!(best.map(|(tab, _)| tab), Some(shown.tab), "{query}");
        for lang in Lang::ALL {
            assert!(refusal.sentence(lang).ends_with('.'), "{refusal:?}");
        }
    }
}

#[test]
fn the_question_decides_which_tab_opens() {
    let dataset = shipped();
    for (query, tab) in [
        ("", Tab::Bars),
        ("i=dti_province", Tab::Bars),
        ("i=dti_province~population_mean", Tab::Scatter),
        ("i=cyber_attacks_month~dti_nation", Tab::Multiples),
        ("i=end_to_end_dossier_rate&time=2023..2025", Tab::Line),
        ("i=cyber_attacks_month", Tab::Line),
        ("i=adult_users_rate", Tab::Progress),
        ("i=app_active_accounts", Tab::Dots),
    ] {
        assert_eq!(exhibit(&dataset, &view(query), Lang::En).expect("one").tab, tab, "{query}");
    }
}

#[test]
fn of_two_places_the_higher_is_named_even_if_no_gap_can_be_told() {
    let data = shipped();
    let pair = view("i=end_to_end_dossier_rate&e=province63:24~province63:27&time=2024");
    for (lang, told) in [
        (Lang::Vi, "Bắc Giang cao hơn Bắc Ninh (suy ra)."),
        (Lang::En, "Bắc Giang is above Bắc Ninh (inferred)."),
    ] {
        let finding = exhibit(&data, &pair, lang).expect("exhibit").finding;
        assert!(finding.contains(told), "{finding}");
    }
    // Both only from 10 to below 50 %.
    let open = view("i=end_to_end_dossier_rate&e=province63:24~province63:17&time=2024");
    let finding = exhibit(&data, &open, Lang::Vi).expect("exhibit").finding;
    let one_is_higher = |name: &str| finding.contains(&format!("{name} cao hơn"));
    assert!(!one_is_higher("Bắc Giang") && !one_is_higher("Hòa Bình"), "{finding}");
}

#[test]
fn a_second_indicator_does_not_change_the_kind_of_units() {
    let pair = "i=online_handled_dossier_rate~end_to_end_dossier_rate";
    let data = shipped();
    let about = |query: &str| exhibit(&data, &view(query), Lang::Vi).expect("exhibit");
    assert_eq!(about(pair).tab, Tab::Scatter);
    let province = about(&format!("{pair}&e=province63:17"));
    assert_eq!(province.tab, Tab::Multiples);
    assert!(province.finding.contains("Hòa Bình"), "{}", province.finding);
    assert!(!province.finding.contains("Bộ"), "{}", province.finding);
    assert_eq!(about(&format!("{pair}&e=ministry22:BCT")).tab, Tab::Scatter);
}

#[test]
fn nothing_is_compared_where_the_verdict_forbids_it() {
    // A finding that subtracts across the break of 2025 would be false.
    let dataset = shipped();
    let query = "tab=slope&i=end_to_end_dossier_rate&time=2024..2025-10-26";
    let shown = exhibit(&dataset, &view(query), Lang::Vi).expect("an exhibit");
    assert_eq!(shown.verdict, Some(Verdict::NotComparable));
    assert!(
        shown.finding.contains("không so trực tiếp được với")
            && !shown.finding.contains("Rõ Số tính")
    );
    let told = "tab=line&i=end_to_end_dossier_rate";
    let shown = exhibit(&dataset, &view(told), Lang::En).expect("an exhibit");
    assert_eq!(shown.verdict, Some(Verdict::WithCare));
    assert!(shown.finding.contains("cannot be compared directly with"), "{}", shown.finding);
}

#[test]
fn what_is_missing_is_named() {
    let dataset = shipped();
    let missing = |query: &str| {
        let shown = exhibit(&dataset, &view(query), Lang::Vi).expect("an exhibit");
        shown.missing.iter().flat_map(|group| group.names().map(str::to_owned)).collect::<Vec<_>>()
    };
    assert_eq!(missing("tab=map&i=end_to_end_dossier_rate&time=2024").len(), 52);
    assert!(missing("tab=map&i=dti_province").is_empty());
    let pair = missing("tab=scatter&i=dti_province~end_to_end_dossier_rate&time=2024");
    assert!(pair.len() == 52 && pair.contains(&"Hòa Bình".to_owned()), "{pair:?}");
    let line = missing("tab=line&i=end_to_end_dossier_rate&e=ministry22:BCA");
    assert_eq!(line, ["Bộ Công an"]);
    // For a place that was asked for, what follows from a list counts as known.
    let panels = "tab=multiples&i=dti_province~end_to_end_dossier_rate&e=province63:17";
    assert!(missing(panels).is_empty());
    let panels = "tab=multiples&i=dti_province~services_with_dossiers_rate&e=province63:17";
    assert_eq!(missing(panels), ["Hòa Bình"]);
    let ways = "tab=progress&i=end_to_end_dossier_rate&e=province63:17";
    assert!(missing(ways).is_empty());
    assert_eq!(missing("tab=progress&i=adult_users_rate"), ["Cả nước"]);
}

#[test]
fn a_finding_begins_with_the_place_that_was_asked_for() {
    let dataset = shipped();
    let told = |query: &str, lang| {
        let shown = exhibit(&dataset, &view(query), lang).expect("an exhibit");
        shown.finding.replace('\u{a0}', " ")
    };
    let asked = "p=compare&i=end_to_end_dossier_rate";
    let begins = |focus: &str, lang, with: &str| {
        let finding = told(&format!("{asked}&focus={focus}"), lang);
        assert!(finding.starts_with(with), "{finding}");
    };
    begins("province63:30", Lang::Vi, "Hải Dương: dưới 10%, hạng 57–63.");
    begins("province63:30", Lang::En, "Hải Dương: below 10%, rank 57–63.");
    let derived = "Hòa Bình: từ 10% đến dưới 50% (suy ra), hạng 5–56. Hà Nam cao nhất";
    begins("province63:17", Lang::Vi, derived);
    // A finding that is already about the place names it only once.
    assert_eq!(told(&format!("{asked}&focus=province63:35"), Lang::Vi), told(asked, Lang::Vi));
}

#[test]
fn a_remark_on_one_of_several_figures_says_on_which() {
    let dataset = shipped();
    let shown = exhibit(&dataset, &view("p=compare&i=end_to_end_dossier_rate"), Lang::Vi);
    let caveats = shown.expect("an exhibit").caveats;
    let of_sum = caveats.iter().find(|note| note.contains("Phép tính được in kèm"));
    assert!(of_sum.is_some_and(|note| note.starts_with("Hà Nam (68,54%): ")), "{caveats:?}");
}

#[test]
fn a_part_of_the_units_is_called_a_part_and_keeps_its_places_among_all() {
    let dataset = shipped();
    let shown = |query: &str, lang| exhibit(&dataset, &view(query), lang).expect("an exhibit");
    let told = |query: &str| {
        let shown = shown(query, Lang::Vi);
        [shown.title, shown.finding].map(|text| text.replace('\u{a0}', " "))
    };
    let highlands = "p=compare&i=dti_province&e=region6:TN";
    assert_eq!(
        told(highlands),
        [
            "Chỉ số chuyển đổi số (DTI), năm 2024: 5 tỉnh vùng Tây Nguyên (trước 1/7/2025)",
            "Lâm Đồng cao nhất trong 5 tỉnh vùng Tây Nguyên: 0,7331 (hạng 22 trong 63). \
             Gia Lai thấp nhất trong số này: 0,5288 (hạng 61 trong 63). \
             Điểm trung bình của các tỉnh, thành phố là 0,6961; Lâm Đồng cao hơn mức này 0,0370 điểm (Rõ Số tính).",
        ]
    );
    let three = "p=compare&i=dti_province&e=province63:01~province63:17~province63:66";
    assert_eq!(shown(three, Lang::Vi).rows.len(), 64, "named places stand among all");
    assert_eq!(shown(&format!("{three}&only=1"), Lang::Vi).rows.len(), 4, "or alone");
    assert_eq!(
        told(&format!("{three}&only=1")),
        [
            "Chỉ số chuyển đổi số (DTI), năm 2024: Hà Nội, Hòa Bình và Đắk Lắk (trước 1/7/2025)",
            "Hà Nội: 0,8241, hạng 4 trong 63; Hòa Bình: 0,7160, hạng 30; Đắk Lắk: 0,6807, hạng 39. \
             Điểm trung bình của các tỉnh, thành phố là 0,6961; Hà Nội cao hơn mức này 0,1280 điểm (Rõ Số tính).",
        ]
    );
    let limits = "p=compare&i=end_to_end_dossier_rate&only=1&e=province63:01~province63:79";
    assert_eq!(
        told(limits)[1],
        "Hà Nội: dưới 10%, hạng 57–63 trong 63; TP. Hồ Chí Minh: dưới 10%, hạng 57–63."
    );
    // A single place cannot be ranked alone, so it is shown among all.
    let one = "p=compare&i=dti_province&only=1&e=province63:01";
    assert_eq!(shown(one, Lang::Vi).rows.len(), 64);
}

#[test]
fn over_time_too_the_places_that_were_asked_for_are_told() {
    let dataset = shipped();
    let shown = |query: &str| {
        let shown = exhibit(&dataset, &view(query), Lang::Vi).expect("an exhibit");
        let finding = shown.finding.replace('\u{a0}', " ");
        (finding, shown)
    };
    let names = |shown: &Exhibit| -> Vec<String> {
        shown.missing.iter().flat_map(|group| group.names().map(str::to_owned)).collect()
    };
    // A unit of today is shown as all the units that it was made from.
    let (told, line) = shown("p=compare&tab=line&i=dti_province&e=province34:25");
    assert!(
        line.title.ends_with(": các đơn vị trước khi lập tỉnh Phú Thọ (mới)"),
        "{}",
        line.title
    );
    assert!(
        ["Hòa Bình: từ", "Phú Thọ: từ", "Vĩnh Phúc: từ"].iter().all(|of| told.contains(of)),
        "{told}"
    );
    assert!(line.reasons.iter().any(|why| why.contains("ba đơn vị trước khi sắp xếp")));
    let (_, line) = shown("p=compare&tab=line&i=end_to_end_dossier_rate&e=ministry25:BNV");
    assert!(!line.reasons.iter().any(|why| why.contains("khi ấy là")), "{:?}", line.reasons);
    assert_eq!(names(&line), ["Bộ Nội vụ"]);
    // A region without figures of its own is shown as its provinces.
    let (told, line) = shown("p=compare&tab=line&i=dti_province&e=region6:TN");
    assert!(line.title.ends_with(": vùng Tây Nguyên") && told.contains("Lâm Đồng: từ"), "{told}");
    assert!(names(&line).is_empty());
    // Of many lines, the highest and the lowest are named, but only if that holds for all units.
    let (told, _) = shown("p=compare&tab=line&i=dti_province");
    assert!(
        told.starts_with("Ở kỳ cuối, cao nhất là TP. Hồ Chí Minh, thấp nhất là Quảng Bình."),
        "{told}"
    );
    let (told, line) = shown("p=compare&tab=line&i=par_index_region");
    assert!(!told.contains("thấp nhất"), "two that are lower have no line: {told}");
    assert_eq!(names(&line), ["Đồng bằng sông Cửu Long", "Tây Nguyên"]);
    // A place with a single figure, which makes no line, is named first.
    let (told, slope) = shown("p=compare&tab=slope&i=par_index_region&e=region6:TN");
    assert!(told.starts_with("Tây Nguyên: 85,42 (năm 2023)."), "{told}");
    assert_eq!(names(&slope), ["Tây Nguyên"]);
    // If no place has figures at both ends of a stretch, the ends move to where some place has.
    let (told, slope) = shown("p=compare&tab=slope&i=dti_province&time=2021..2023");
    assert!(slope.rows.len() > 100 && !told.is_empty(), "{told}");
}

#[test]
fn one_figure_alone_has_no_verdict() {
    let dataset = shipped();
    let verdict =
        |query: &str| exhibit(&dataset, &view(query), Lang::Vi).expect("an exhibit").verdict;
    assert_eq!(verdict("p=compare&tab=table&i=portal_services"), None);
    assert_eq!(verdict("p=compare&tab=progress&i=adult_users_rate"), None);
    assert_eq!(verdict("p=compare&i=online_handled_dossier_rate&e=region6:TN"), None);
    assert!(verdict("p=compare&i=dti_province").is_some());
}

#[test]
fn a_map_of_a_region_is_one_of_the_whole_country() {
    let dataset = shipped();
    let named = "p=compare&tab=map&i=dti_province&only=1&e=province63:01~province63:17";
    for (query, framed) in [("p=compare&tab=map&i=dti_province&e=region6:TN", 5), (named, 2)] {
        let shown = exhibit(&dataset, &view(query), Lang::Vi).expect("an exhibit");
        let Some(Spec::Map(map)) = shown.spec.as_deref() else { panic!("{query}: no map") };
        assert_eq!(map.tiles.len(), 63, "{query}");
        assert_eq!(map.markers.len(), 2, "{query}: Hoàng Sa and Trường Sa");
        assert_eq!(map.tiles.iter().filter(|tile| tile.focus).count(), framed, "{query}");
    }
}

fn view(query: &str) -> View {
    let (view, notes) = address::parse(query);
    assert!(notes.is_empty(), "{query}: {notes:?}");
    view
}

/// The picture of a query at a width.
fn drawn(dataset: &Dataset, query: &str, width: f64) -> Placed {
    let shown = exhibit(dataset, &view(query), Lang::Vi).expect("an exhibit");
    place(&shown.spec.expect("a picture"), width)
}

/// Passes `test` every exhibit that the explorer offers, on each tab, in both languages.
#[track_caller]
fn check(mut test: impl FnMut(&Exhibit)) {
    let dataset = shipped();
    for view in telling_views(&dataset) {
        for (tab, found) in offered_tabs(&dataset, &view) {
            for lang in Lang::ALL.into_iter().filter(|_| found.is_ok()) {
                let view = View { tab, ..view.clone() };
                test(&exhibit(&dataset, &view, lang).expect("an exhibit"));
            }
        }
    }
}

#[test]
fn a_narrower_time_changes_no_figure_that_stays() {
    let dataset = shipped();
    let mut narrowed = 0;
    for indicator in &dataset.indicators {
        let shown = |time: Time| {
            let indicators = vec![indicator.id.clone()];
            let view = View { tab: Tab::Line, indicators, time, ..View::of(Page::Compare) };
            let found =
                exhibit(&dataset, &view, Lang::Vi).filter(|found| found.tab == Tab::Line)?;
            let rows = found.rows.iter().map(|row| (row.observation.clone(), row.printed.clone()));
            Some(rows.collect::<Vec<_>>())
        };
        let Some(all) = shown(Time::Latest) else { continue };
        let starts: BTreeSet<String> =
            dataset.of_indicator(&indicator.id).map(|o| o.period.token()).collect();
        for start in starts.iter().filter_map(|token| Date::parse(token)) {
            let Some(some) = shown(Time::Between(start, OPEN_END)) else { continue };
            narrowed += 1;
            // With fewer lines, other units may be shown, but the figures of a unit stay the same.
            let of_same = |row: &(Option<Id>, String)| {
                let o = |id: &Option<Id>| id.as_ref().and_then(|id| dataset.observation(id));
                let Some(own) = o(&row.0) else { return true };
                all.iter().all(|(id, _)| {
                    o(id).is_none_or(|other| {
                        other.entity != own.entity
                            || other.period.end().last_day() != own.period.end().last_day()
                            || other.id == own.id
                    })
                })
            };
            assert!(some.iter().all(of_same), "{} from {start}", indicator.id);
        }
    }
    assert!(narrowed > 15, "only {narrowed} narrower times");
}

#[test]
fn what_a_finding_says_of_the_way_is_that_of_the_figures() {
    let dataset = shipped();
    let told = |query: &str| {
        let found = exhibit(&dataset, &view(query), Lang::Vi).expect("an exhibit");
        (found.finding.replace('\u{a0}', " "), found)
    };
    // The highest value is in between, not at either end.
    let (line, _) = told("i=dti_province&tab=line&focus=province63:82");
    assert!(line.contains(" Riêng năm 2023 là 0,7046."), "{line}");
    let (steady, _) = told("i=dti_province&tab=line&focus=province63:17");
    assert!(!steady.contains("Riêng"), "{steady}");
    // A region and one of its provinces are not two places side by side.
    let (_, region) = told("i=dti_province&tab=line&e=region6:BTBDHMT&focus=province63:42");
    let title = region.title.replace('\u{a0}', " ");
    let named = ": Hà Tĩnh và các nơi cùng vùng Bắc Trung Bộ và Duyên hải miền Trung";
    assert!(title.ends_with(named), "{title}");
    // The finding gives the time of each panel where they differ, and every whole that is drawn.
    let (panels, _) = told("i=dti_province~end_to_end_dossier_rate&tab=multiples");
    assert!(panels.contains("từ đầu năm đến ngày 26/10/2025: "), "{panels}");
    assert!(panels.contains("; các tỉnh, thành phố 16,94%"), "{panels}");
    // A place in focus is mentioned.
    let (pair, _) = told("i=dti_province~population_mean&tab=scatter&focus=province63:87");
    assert!(pair.contains("Đồng Tháp: 0,6"), "{pair}");
}

#[test]
fn a_remark_on_some_figures_says_on_which() {
    let dataset = shipped();
    let query = "i=end_to_end_dossier_rate&e=ministry22&time=2024";
    let shown = exhibit(&dataset, &view(query), Lang::Vi).expect("an exhibit");
    let notes: Vec<&str> = dataset
        .observations
        .iter()
        .filter(|o| shown.rows.iter().any(|row| row.observation.as_ref() == Some(&o.id)))
        .flat_map(|o| &o.notes)
        .map(|note| &*note.vi)
        .collect();
    let remarks: Vec<&String> =
        shown.caveats.iter().filter(|line| notes.iter().any(|note| line.ends_with(note))).collect();
    assert!(!remarks.is_empty(), "{:?}", shown.caveats);
    for line in remarks {
        let is_bare = notes.contains(&line.as_str());
        assert!(!is_bare, "{line}");
    }
}

#[test]
fn all_units_of_before_that_stand_for_one_of_today_stand_out() {
    let dataset = shipped();
    let shown = exhibit(&dataset, &view("i=dti_province&focus=province34:82"), Lang::Vi);
    let shown = shown.expect("an exhibit");
    let out: Vec<&str> =
        shown.rows.iter().filter(|row| row.focus).map(|row| row.name.as_str()).collect();
    assert_eq!(out, ["Đồng Tháp", "Tiền Giang"]);
    let Some(Spec::Bars(bars)) = shown.spec.as_deref() else { panic!("no bars") };
    assert_eq!(bars.rows.iter().filter(|row| row.focus).count(), 2);
    // In panels too, with and without a figure, in the picture and in the table.
    let query = "tab=multiples&i=dti_province~services_with_dossiers_rate&focus=province34:82";
    let shown = exhibit(&dataset, &view(query), Lang::Vi).expect("an exhibit");
    let Some(Spec::Multiples(panels)) = shown.spec.as_deref() else { panic!("no panels") };
    let drawn: Vec<bool> = panels
        .panels
        .iter()
        .flat_map(|panel| panel.rows.rows.iter().map(|row| row.focus))
        .collect();
    let told: Vec<bool> = shown.rows.iter().map(|row| row.focus).collect();
    assert_eq!(drawn, told);
    assert_eq!(told.iter().filter(|focus| **focus).count(), 4, "{:?}", shown.rows);
}

#[test]
fn a_national_target_beside_another_says_whose_it_is() {
    let dataset = shipped();
    for (query, wanted) in [
        ("i=end_to_end_dossier_rate&time=2024", "Mục tiêu cả nước"),
        ("i=online_handled_dossier_rate&time=2022-08", "Mục tiêu"),
    ] {
        let shown = exhibit(&dataset, &view(query), Lang::Vi).expect("an exhibit");
        let Some(Spec::Bars(spec)) = shown.spec.as_deref() else { panic!("bars") };
        let target = spec.lines.iter().find(|line| line.label.ends_with("50%")).expect("a target");
        assert_eq!(target.label.replace("\u{a0}", " "), format!("{wanted} 50%"));
    }
}

#[test]
fn a_unit_with_several_targets_is_missing_once() {
    let mut dataset = shipped();
    for o in &mut dataset.observations {
        if &*o.indicator == "services_with_dossiers_rate" && &*o.entity == "nation" {
            o.kind = Kind::Target;
        }
    }
    let query = "tab=progress&i=services_with_dossiers_rate";
    let shown = exhibit(&dataset, &view(query), Lang::Vi).expect("an exhibit");
    assert!(shown.rows.iter().filter(|row| row.observation.is_none()).count() > 1);
    let names: Vec<&str> = shown.missing.iter().flat_map(Missing::names).collect();
    assert_eq!(names, ["Cả nước"]);
}

#[test]
fn a_short_axis_writes_no_more_decimals_than_its_ticks_need() {
    let score =
        |value| common::row("Nơi", Quantity::exact(value, 0.0001, Unit::Index01), Role::Ink);
    let rows = vec![score(0.6154), score(0.716)];
    let bars = BarSpec { rows, lines: Vec::new(), unit: Unit::Index01, ..common::odd_bars() };
    let placed = place(&Spec::Bars(bars), 150.0);
    let texts = placed.marks.iter().filter_map(|mark| match mark {
        Mark::Text { content, .. } if content.len() < 6 => Some(content.as_str()),
        _ => None,
    });
    let texts: Vec<&str> = texts.collect();
    assert!(texts.contains(&"0,5") && texts.contains(&"1,0"), "{texts:?}");
}

#[test]
fn the_axis_of_a_part_of_a_score_ends_beyond_its_figures() {
    // The numbers of an axis have no decimals here, the figures have two.
    let dataset = shipped();
    let ends = |query: &str| {
        let marks = drawn(&dataset, query, 740.0).marks;
        let numbers = marks.into_iter().filter_map(|mark| match mark {
            Mark::Text { content, anchor: Anchor::Middle, .. } => content.parse().ok(),
            _ => None,
        });
        numbers.max()
    };
    assert_eq!(ends("i=par_survey&tab=bars"), Some(30_u8));
    assert_eq!(ends("i=par_survey&tab=dots"), Some(28));
    assert_eq!(ends("i=par_index&tab=bars"), Some(100));
    let panels = ends("i=par_appraisal~par_survey&tab=multiples&e=ministry22:BTP");
    assert_eq!(panels, Some(80));
}

#[test]
fn lines_beside_narrow_bars_do_not_stick_out_behind_them() {
    let dataset = shipped();
    let marks = drawn(&dataset, "tab=bars&i=end_to_end_dossier_rate", 358.0).marks;
    let bars = marks.iter().filter_map(|mark| match mark {
        Mark::Rect { area, fill: Role::Category(_) } if area.width > 1.0 => Some(*area),
        _ => None,
    });
    let bars: Vec<_> = bars.collect();
    assert!(bars.len() > 3);
    for mark in &marks {
        let Mark::Line { from, to, .. } = mark else { continue };
        let passes = |bar: &&Area| {
            from.0 == to.0
                && (bar.x..bar.x + bar.width).contains(&from.0)
                && from.1 < bar.y + bar.height
                && to.1 > bar.y
        };
        for bar in bars.iter().filter(passes) {
            assert!(from.1 >= bar.y && to.1 <= bar.y + bar.height, "{mark:?} behind {bar:?}");
        }
    }
}

#[test]
fn a_bar_of_progress_ends_at_its_figure() {
    let dataset = shipped();
    let query = "tab=progress&i=end_to_end_dossier_rate&e=province63:01";
    let marks = drawn(&dataset, query, 740.0).marks;
    let is_sign = |mark: &&Mark| match mark {
        Mark::Polygon { fill, .. } => *fill != Role::Ink && *fill != Role::Paper,
        Mark::Circle { .. } => true,
        _ => false,
    };
    // Only "below 10%" has a sign.
    assert_eq!(marks.iter().filter(is_sign).count(), 1);
    let national = marks.iter().filter_map(|mark| match mark {
        Mark::Rect { area, fill: Role::Ink } => Some(*area),
        _ => None,
    });
    assert_eq!(national.count(), 1);
}

#[test]
fn a_map_leaves_hollow_what_only_follows_from_a_list() {
    let dataset = shipped();
    let map = |indicator: &str| {
        let shown = exhibit(&dataset, &view(&format!("tab=map&i={indicator}")), Lang::Vi);
        let Some(Spec::Map(map)) = shown.expect("an exhibit").spec.as_deref().cloned() else {
            panic!("no map")
        };
        map.tiles
    };
    for (indicator, hollow, label) in [
        ("online_handled_dossier_rate", 58, "≤\u{a0}56,6%"),
        ("online_filed_dossier_rate", 53, "9,7–63,9%"),
        ("end_to_end_dossier_rate&time=2024", 52, "10–50%"),
    ] {
        let tiles = map(indicator);
        let inferred: Vec<_> = tiles.iter().filter(|tile| tile.is_inferred).collect();
        assert_eq!(inferred.len(), hollow, "{indicator}");
        assert!(inferred.iter().all(|tile| tile.shade == Shade::Several), "{indicator}");
        assert!(inferred.iter().all(|tile| tile.label == label), "{:?}", inferred.first());
    }
}

#[test]
fn dots_like_bars_draw_the_mean_of_the_units_as_a_line() {
    let dataset = shipped();
    for tab in ["bars", "dots"] {
        let query = format!("tab={tab}&i=dti_province&time=2024");
        let shown = exhibit(&dataset, &view(&query), Lang::Vi).expect("an exhibit");
        let spec = shown.spec.expect("a picture");
        let (Spec::Bars(spec) | Spec::Dots(spec)) = &*spec else { panic!("{tab}") };
        assert!(spec.rows.len() == 63 && spec.rows.iter().all(|row| row.rank.is_some()), "{tab}");
        assert_eq!(spec.lines.len(), 1, "{tab}");
    }
}

#[test]
fn ranks_that_jump_over_places_without_a_figure_leave_a_gap() {
    let dataset = shipped();
    let rows = "i=online_filed_dossier_rate";
    for (query, words) in [
        (format!("tab=bars&{rows}"), Some("53 nơi ở giữa không có số riêng")),
        (format!("tab=dots&{rows}"), Some("53 nơi ở giữa không có số riêng")),
        // The added place holds the ranks between.
        ("tab=bars&i=end_to_end_dossier_rate&time=2024&focus=province63:17".into(), None),
        (format!("tab=bars&{rows}&sort=name"), None),
        // The places between were left out by the reader, and have figures.
        ("tab=bars&i=dti_province&only=1&e=province63:01~province63:48~province63:66".into(), None),
    ] {
        for width in [288.0, 740.0] {
            let placed = drawn(&dataset, &query, width);
            let texts = placed.marks.iter().filter_map(|mark| match mark {
                Mark::Text { content, at, .. } => Some((content.as_str(), at.1)),
                _ => None,
            });
            let found = texts.clone().find(|(content, _)| content.contains("ở giữa"));
            assert_eq!(found.map(|(content, _)| content), words, "{query} at {width}");
            let Some((_, y)) = found else { continue };
            let of = |name| texts.clone().find(|(content, _)| *content == name).expect(name).1;
            assert!(of("Ninh Bình") < y && y < of("Quảng Ngãi"), "{query} at {width}");
        }
    }
}

#[test]
fn a_long_chart_has_the_numbers_of_its_axis_at_both_ends() {
    let dataset = shipped();
    for (query, times) in [
        ("tab=bars&i=dti_province&time=2024", 2),
        ("tab=dots&i=population_mean", 2),
        ("tab=bars&i=par_index", 1),
    ] {
        for width in [288.0, 740.0] {
            let placed = drawn(&dataset, query, width);
            let zeros = placed.marks.iter().filter_map(|mark| match mark {
                Mark::Text { content, at, .. } if content == "0" => Some(at.1 / placed.height),
                _ => None,
            });
            let zeros: Vec<f64> = zeros.collect();
            assert_eq!(zeros.len(), times, "{query} at {width}");
            assert!(zeros.iter().all(|y| *y > 0.9 || *y < 0.1), "{query} at {width}: {zeros:?}");
        }
    }
}

#[test]
fn a_range_on_either_axis_of_a_scatter_plot_draws_no_sign() {
    let signs = |across: Known, up: Known| {
        let (color, shape) = (Role::Category(4), Shape::Circle);
        let dot = Dot { name: "Nơi".into(), across, up, color, shape, rank: 0, row: 0 };
        let axis = ScatterAxis { title: "Tỷ lệ".into(), unit: Unit::Percent };
        let up = ScatterAxis { ..axis.clone() };
        let spec = ScatterSpec { dots: vec![dot], across: axis, up, lang: Lang::Vi };
        let marks = place(&Spec::Scatter(spec), 740.0).marks;
        marks.iter().filter(|mark| matches!(mark, Mark::Circle { .. })).count()
    };
    let percent = |hedge| Quantity::exact(40.0, 1.0, Unit::Percent).hedged(hedge);
    let known = |q: Quantity| Known::of(Some(q), Some(q.interval())).expect("a figure");
    let about = known(percent(Hedge::About));
    let range = Amount::Range { low: 20.0, low_open: false, high: 60.0, high_open: false };
    let between = known(Quantity { amount: range, ..percent(Hedge::Exact) });
    assert_eq!(signs(about, about), 1);
    assert_eq!(signs(about, between), 0);
    assert_eq!(signs(between, about), 0);
}

#[test]
fn a_slope_joins_one_date_however_precisely_it_was_printed() {
    let mut dataset = shipped();
    let found = dataset.observations.iter_mut().find(|o| &*o.id == "dti.ha-noi.2023");
    let [from, to] = [1, 12].map(|month| Date { year: 2023, month: Some(month), day: None });
    found.expect("a figure").period.span = Span::During { from, to };
    let query = "tab=slope&i=dti_province&time=2023..2024&e=province63:01~province63:48";
    let shown = exhibit(&dataset, &view(query), Lang::Vi).expect("an exhibit");
    let Some(Spec::Slope(slope)) = shown.spec.as_deref() else { panic!("no slope") };
    let names: Vec<&str> = slope.series.iter().map(|line| line.name.as_str()).collect();
    assert!(names.contains(&"Hà Nội") && names.contains(&"Đà Nẵng"), "{names:?}");
}

#[test]
fn the_names_of_chosen_bars_are_bold_among_others() {
    let dataset = shipped();
    let bold = |query: &str, width: f64| {
        let spec = exhibit(&dataset, &view(query), Lang::Vi).and_then(|shown| shown.spec);
        let placed = place(&spec.expect("bars"), width);
        let is_name = |content: &str| ["Hà Nội", "Đắk Lắk", "Huế"].contains(&content);
        let names = placed.marks.iter().filter_map(|mark| match mark {
            Mark::Text { content, weight, .. } if is_name(content) => {
                (*weight == Weight::Semibold).then(|| content.clone())
            }
            _ => None,
        });
        names.collect::<BTreeSet<String>>()
    };
    let two = BTreeSet::from(["Hà Nội".to_owned(), "Đắk Lắk".to_owned()]);
    let chosen = "p=compare&tab=bars&i=dti_province&e=province63:01~province63:66";
    for width in [328.0, 740.0] {
        assert_eq!(bold(chosen, width), two, "at {width}");
        assert_eq!(bold("p=compare&tab=bars&i=dti_province", width), BTreeSet::new());
        // Shown alone, no name needs to stand out.
        assert_eq!(bold(&format!("{chosen}&only=1"), width), BTreeSet::new());
    }
}

#[test]
fn on_a_map_the_arrow_keys_go_where_they_point() {
    let dataset = shipped();
    let shown = exhibit(&dataset, &view("p=compare&tab=map&i=dti_province"), Lang::Vi);
    let shown = shown.expect("a map");
    for width in [328.0, 740.0] {
        let placed = place(shown.spec.as_ref().expect("a picture"), width);
        let name = |at: usize| {
            let row = placed.targets.get(at).and_then(|target| shown.rows.get(target.row));
            row.map_or("", |row| row.name.as_str())
        };
        let at = (0..placed.targets.len()).find(|at| name(*at) == "Hà Nội").expect("Hà Nội");
        let beside = |direction| placed.beside(at, direction).map_or("", name);
        let all = [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)].map(beside);
        assert_eq!(all, ["Hưng Yên", "Hòa Bình", "Ninh Bình", "Vĩnh Phúc"], "at {width}");
        // The arrow keys reach every tile from the first one.
        let reached = |start: usize| {
            let mut found = BTreeSet::from([start]);
            let mut open = vec![start];
            while let Some(at) = open.pop() {
                for direction in [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)] {
                    let next = placed.beside(at, direction).filter(|next| found.insert(*next));
                    open.extend(next);
                }
            }
            found.len()
        };
        assert_eq!(reached(0), placed.targets.len(), "at {width}");
    }
}

#[test]
fn a_picture_with_figures_that_are_known_on_one_side_says_what_pale_means() {
    let dataset = shipped();
    for (query, wanted) in [
        ("p=compare&tab=scatter&i=end_to_end_dossier_rate~dti_province", true),
        ("p=compare&tab=dots&i=end_to_end_dossier_rate", true),
        ("p=compare&tab=scatter&i=par_appraisal~par_survey", false),
        ("p=compare&tab=dots&i=dti_province", false),
    ] {
        let shown = exhibit(&dataset, &view(query), Lang::Vi).expect("a comparison");
        let spec = shown.spec.as_deref().expect("a picture");
        let found = legend(spec);
        assert_eq!(found.contains(&Swatch::Open), wanted, "{query}");
        assert!(found.is_empty() || found.contains(&Swatch::Solid), "{query}");
        assert!(has_signs(spec), "{query}");
    }
}

#[test]
fn the_way_to_a_target_begins_at_the_time_viewed() {
    let dataset = shipped();
    let told = |query: &str| exhibit(&dataset, &view(query), Lang::Vi).expect("an exhibit");
    let newest = told("tab=progress&i=online_handled_dossier_rate&e=nation");
    assert!(newest.finding.contains("43,2%"), "{}", newest.finding);
    let august = told("tab=progress&i=online_handled_dossier_rate&e=nation&time=2022-08");
    assert!(august.finding.contains("39,82%"), "{}", august.finding);
    assert!(august.unit_line.contains("8/2022"), "{}", august.unit_line);
    // A target is never compared without care, here as in the stories.
    assert_eq!(august.verdict, Some(Verdict::WithCare));
    // One target of two places is named once among the remarks.
    let two = told("tab=progress&i=online_handled_dossier_rate&e=nation~province63:22");
    assert!(!two.caveats.iter().any(|line| line.contains("50%; 50%")), "{:?}", two.caveats);
}
