//! The page of every place: what it says, what it leaves unsaid, and that no place is left out.
#![expect(clippy::expect_used, reason = "a failing test says where it failed")]

mod common;

use std::rc::Rc;

use common::{as_written, shipped};
use ro_so::chart::{Mark, Placed, ProfileRuler, Role, RulerMark, place_profile_ruler, text_width};
use ro_so::compare::{
    Combined, RankSpan, Silence, does_the_whole_fit, is_place, printed_order, profile, same_code,
    side_by_side, universe_of, what_became_of,
};
use ro_so::data::{Dataset, Entity, EntityKind};
use ro_so::quantity::{Quantity, Unit};
use ro_so::state::Model;
use ro_so::text::{
    computed, dated_name, existence, history_sentence, known, mean_and_leaning, new_name_inside,
    now_part_of, profile_sentence, renamed_sentence, silence_sentence,
};
use ro_so::ui::{AppProps, markup};
use ro_so::view::Lang;

const HOA_BINH: &str = "province63:17";

// What is known.

#[test]
fn hoa_binh_stands_where_it_was_printed_to_stand() {
    let dataset = shipped();
    let found = profile(&dataset, entity(&dataset, HOA_BINH));
    let ranks = |indicator: &str| -> Vec<(u16, Option<RankSpan>)> {
        let measure = found.measures.iter().find(|m| &*m.indicator.id == indicator);
        let standings = &measure.expect(indicator).standings;
        standings
            .iter()
            .map(|s| (s.figure.period.end().year, s.rank.map(|(span, ..)| span)))
            .collect()
    };
    let certain = |place| Some(RankSpan { first: place, last: place });
    assert_eq!(
        ranks("dti_province"),
        [(2024, certain(30)), (2023, certain(56)), (2022, certain(42))],
        "the newest first"
    );
    assert_eq!(ranks("end_to_end_dossier_rate"), [(2024, Some(RankSpan { first: 5, last: 56 }))]);
    assert_eq!(
        ranks("services_with_dossiers_rate"),
        [(2022, None)],
        "five provinces share one range"
    );
    let newest = found.newest().expect("a figure");
    assert_eq!(newest.period.end().year, 2024);
    let printed = found.standings().filter_map(|s| s.printed_rank?.quantity?.value());
    assert_eq!(printed.collect::<Vec<_>>(), [30.0, 56.0, 42.0]);
}

#[test]
fn what_is_known_together_is_no_figure_of_one() {
    let dataset = shipped();
    let found = profile(&dataset, entity(&dataset, HOA_BINH));
    let shared: Vec<_> = found.standings().filter(|s| s.jointly.is_some()).collect();
    assert_eq!(shared.len(), 1);
    assert!(shared.iter().all(|s| s.rank.is_none() && !s.wholes.is_empty() && s.target.is_some()));
    // Hà Nội is not one of the five, so the list says nothing about it.
    let other = profile(&dataset, entity(&dataset, "province63:01"));
    assert!(other.standings().all(|s| s.jointly.is_none()));
    let why = other.silent.iter().find(|(i, _)| &*i.id == "services_with_dossiers_rate");
    assert_eq!(why.map(|(_, why)| *why), Some(Silence::LeadersJointly(5)));
}

#[test]
fn a_rank_is_given_only_where_the_ranking_gives_it() {
    let dataset = shipped();
    let mut ranked = 0;
    for unit in places(&dataset) {
        for standing in profile(&dataset, unit).standings() {
            let Some((span, universe, of)) = standing.rank else { continue };
            ranked += 1;
            assert_eq!(universe_of(unit), Some(universe), "{}", unit.id);
            assert!(span.first >= 1 && usize::from(span.last) <= of, "{} {span:?}", unit.id);
            // No complete list contains a ministry.
            assert_ne!(unit.kind, EntityKind::Ministry22, "{}", standing.figure.id);
        }
    }
    assert!(ranked > 63 * 3, "{ranked}");
}

#[test]
fn a_gap_has_a_reason_and_is_no_figure() {
    let dataset = shipped();
    for unit in places(&dataset) {
        let found = profile(&dataset, unit);
        for (indicator, _) in &found.silent {
            let has = found.measures.iter().any(|m| m.indicator.id == indicator.id);
            assert!(!has, "{} {}", unit.id, indicator.id);
        }
        if matches!(unit.kind, EntityKind::Province63 | EntityKind::Ministry22) {
            assert!(!found.silent.is_empty(), "{}", unit.id);
        }
    }
    let ministry = profile(&dataset, entity(&dataset, "ministry22:BNV"));
    let why = |id: &str| ministry.silent.iter().find(|(i, _)| &*i.id == id).map(|(_, why)| *why);
    assert!(matches!(why("end_to_end_service_rate"), Some(Silence::WholeOnly(_))));
    let province = profile(&dataset, entity(&dataset, HOA_BINH));
    assert!(province.silent.iter().any(|(_, why)| *why == Silence::RegionsOnly));
    let told = |unit: &str, id: &str, lang| {
        let unit = entity(&dataset, unit);
        let found = profile(&dataset, unit);
        let (indicator, why) = found.silent.iter().find(|(i, _)| &*i.id == id).expect(id);
        spaced(&silence_sentence((indicator, *why), unit, lang))
    };
    assert_eq!(
        told(HOA_BINH, "benefits_by_account_rate", Lang::Vi),
        "Nguồn chỉ in mức chung của 43 tỉnh, thành phố không nêu tên."
    );
    assert_eq!(
        told("ministry22:BCA", "par_index", Lang::Vi),
        "Bảng chỉ gồm 17 bộ, cơ quan ngang bộ, không có Bộ Công an."
    );
    assert_eq!(
        told("ministry22:BCA", "par_index", Lang::En),
        "The table has only 17 ministries and ministry-level agencies, not the Ministry of Public Security."
    );
}

/// The words of a table that was made for certain units only begin with their number.
#[test]
fn a_table_of_certain_units_has_a_figure_of_each() {
    let dataset = shipped();
    for indicator in &dataset.indicators {
        let Some(covers) = &indicator.covers else { continue };
        let figures = dataset.of_indicator(&indicator.id);
        let units: std::collections::BTreeSet<_> = figures.map(|o| &o.entity).collect();
        for words in [&covers.vi, &covers.en] {
            assert!(spaced(words).starts_with(&format!("{} ", units.len())), "{}", indicator.id);
        }
    }
}

#[test]
fn references_are_of_the_figures_own_time_and_layer() {
    let dataset = shipped();
    for unit in places(&dataset) {
        for standing in profile(&dataset, unit).standings() {
            for whole in &standing.wholes {
                let figure = standing.figure;
                assert!(whole.period.same_span(&figure.period), "{} {}", figure.id, whole.id);
                assert_eq!(whole.layer, figure.layer, "{} {}", figure.id, whole.id);
                assert_ne!(whole.entity, unit.id);
            }
        }
    }
}

#[test]
fn the_region_of_hoa_binh_has_the_mean_of_all_its_fourteen() {
    let dataset = shipped();
    let found = profile(&dataset, entity(&dataset, HOA_BINH));
    let newest = found.measures.iter().find(|m| &*m.indicator.id == "dti_province");
    let (_, mean, of) = newest.and_then(|m| m.newest()?.region_mean).expect("a mean");
    assert_eq!((computed(&mean, Lang::Vi).as_str(), of), ("0,7012", 14));
}

// Units of today.

#[test]
fn phu_tho_of_today_shows_three_figures_and_their_mean() {
    let dataset = shipped();
    let rows = side_by_side(&dataset, entity(&dataset, "province34:25"));
    let row = rows
        .iter()
        .find(|row| &*row.indicator.id == "dti_province" && row.period.whole_year() == Some(2024))
        .expect("the DTI of 2024");
    assert_eq!(row.territory.members.iter().filter(|(_, o)| o.is_some()).count(), 3);
    let Combined::SimpleMean(mean) = &row.territory.combined else { unreachable!("no mean") };
    assert_eq!(computed(mean, Lang::Vi), "0,6973");
    let of_one = rows.iter().filter(|row| &*row.indicator.id == "dti_province");
    assert!(of_one.is_sorted_by(|a, b| a.period.chronological(b.period).is_ge()), "newest first");
    let indicators: Vec<_> = rows.iter().map(|row| &row.indicator.id).collect();
    let mut groups = indicators.clone();
    groups.dedup();
    let distinct: std::collections::BTreeSet<_> = indicators.iter().collect();
    assert_eq!(groups.len(), distinct.len(), "each indicator in one piece");
    let page = page("p=place&e=province34:25", Lang::Vi);
    for part in ["0,7160", "0,6973", "Rõ Số tính", "Vĩnh Phúc", "Hòa Bình", "từ ngày\u{a0}1/7/2025"]
    {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn a_place_of_today_shows_where_it_stood_and_leads_to_the_comparison() {
    let dataset = shipped();
    let rows = side_by_side(&dataset, entity(&dataset, "province34:25"));
    let row = rows.iter().find(|row| row.indicator.id == "dti_province".into()).expect("a row");
    let ranks: Vec<Option<RankSpan>> = row.ranks.clone();
    let span = |at| Some(RankSpan { first: at, last: at });
    let names: Vec<&str> = row.territory.members.iter().map(|(unit, _)| &*unit.name.vi).collect();
    assert_eq!(names, ["Hòa Bình", "Phú Thọ", "Vĩnh Phúc"]);
    assert_eq!(ranks, [span(30), span(50), span(20)]);
    assert_eq!(row.whole.expect("a whole").0.quantity.and_then(|q| q.value()), Some(0.6961));
    let of_people = rows.iter().find(|row| row.indicator.id == "population_mean".into());
    assert!(of_people.is_some_and(|row| row.ranks.iter().all(Option::is_none)));
    let merged = page("p=place&e=province34:25", Lang::Vi).replace('\u{a0}', " ");
    let merged_has = ["ạng 50 trong 63", "Các tỉnh, thành phố: 0,6961", "So với các nơi khác"];
    assert!(merged_has.iter().all(|part| merged.contains(part)), "{merged}");
    assert!(merged.contains("indicators/dti_province/?focus=province34:25"));
    let same = page("p=place&e=province34:04", Lang::Vi).replace('\u{a0}', " ");
    assert!(same.contains("Cao Bằng đứng ở đâu?") && same.contains("ạng 62 trong 63"));
    assert!(same.contains("indicators/dti_province/?focus=province63:04"));
}

#[test]
fn a_place_that_was_announced_is_told_once_and_the_sources_of_the_units_before_are_cited() {
    let dataset = Rc::new(shipped());
    for (unit, rank) in printed_order(&dataset) {
        let found = profile(&dataset, unit);
        assert_eq!(found.announced.iter().map(|o| &o.id).collect::<Vec<_>>(), [&rank.id]);
        assert!(found.others.iter().all(|o| o.id != rank.id), "{}", unit.id);
    }
    for unit in dataset.of_kind(EntityKind::Province34) {
        let page = render(&dataset, &format!("p=place&e={}", unit.id), Lang::Vi);
        let foot = page.split("placefoot").nth(1).unwrap_or_default();
        assert!(foot.contains("Nguồn:"), "{}", unit.id);
        // A province that only moved to the new list is shown with all that was known about it.
        assert_eq!(page.contains("Các số khác"), unit.predecessors.len() == 1, "{}", unit.id);
    }
}

/// The simple means reproduce the official places, so the stated method holds.
#[test]
fn the_announced_places_follow_from_the_simple_means() {
    let dataset = shipped();
    let mean = |unit: &Entity| -> f64 {
        let rows = side_by_side(&dataset, unit);
        let row = rows.iter().find(|row| {
            &*row.indicator.id == "dti_province" && row.period.whole_year() == Some(2024)
        });
        let members = &row.expect("the DTI of 2024").territory.members;
        let scores = members.iter().filter_map(|(_, o)| (*o)?.quantity?.value());
        scores.sum::<f64>() / members.len() as f64
    };
    let mut units: Vec<&Entity> = dataset.of_kind(EntityKind::Province34).collect();
    units.sort_by(|a, b| mean(b).total_cmp(&mean(a)));
    let printed = printed_order(&dataset);
    assert_eq!(printed.len(), 4);
    for (at, (unit, rank)) in printed.iter().enumerate() {
        assert_eq!(unit.id, units[at].id, "place {}", at + 1);
        assert_eq!(rank.quantity.and_then(|q| q.value()), Some(at as f64 + 1.0));
    }
}

#[test]
fn the_national_figure_stands_beside_its_two_blocks() {
    let dataset = shipped();
    let told = |id: &str| {
        let figure = dataset.observation(id).expect("a figure");
        let found = does_the_whole_fit(&dataset, figure).expect("two blocks");
        mean_and_leaning(&found, Lang::Vi).expect("a mean")
    };
    let august = told("end-to-end.nation.2024-08");
    assert_eq!((&*august.0, august.1), ("33,5%", "các bộ, ngành"));
    let year = told("end-to-end.nation.2023");
    assert_eq!((&*year.0, year.1), ("23,5%", "các tỉnh, thành phố"));
    for place in ["nation", "block:ministries", "block:provinces"] {
        let shown = page(&format!("p=place&e={place}"), Lang::Vi);
        let text = spaced(&shown);
        assert!(text.contains("Mức chung và hai khối") && text.contains("33,5%"), "{place}");
    }
    let other = page("p=place&e=province63:17", Lang::Vi);
    assert!(!other.contains("Mức chung và hai khối"));
}

#[test]
fn a_name_says_of_which_time_it_is() {
    let dataset = shipped();
    let name = |id: &str| spaced(&dated_name(&dataset, entity(&dataset, id), Lang::Vi));
    assert_eq!(name("province63:25"), "Tỉnh Phú Thọ (đến ngày 30/6/2025)");
    assert_eq!(name("province34:25"), "Tỉnh Phú Thọ (từ ngày 1/7/2025)");
    assert_eq!(name(HOA_BINH), "Tỉnh Hòa Bình");
    let now = |id: &str| now_part_of(&dataset, entity(&dataset, id), Lang::Vi);
    assert_eq!(now(HOA_BINH).as_deref(), Some("nay thuộc tỉnh Phú Thọ"));
    assert_eq!(now("province63:25").as_deref(), Some("nay thuộc tỉnh Phú Thọ (mới)"));
    assert_eq!(now("province63:46").as_deref(), Some("nay là thành phố Huế"));
    assert_eq!(now("province63:01"), None, "Hà Nội stayed as it was");
    assert_eq!(now("ministry22:BCA"), None);
    let long = |id: &str| dataset.entity(id).and_then(|unit| existence(unit, Lang::Vi));
    assert_eq!(
        long("province63:46").map(|time| spaced(&time)).as_deref(),
        Some("đến ngày 31/12/2024")
    );
    for (id, vi, en) in [
        (
            "ministry22:BQLL",
            "nay thuộc Bộ Quốc phòng",
            "now under the Ministry of National Defence",
        ),
        (
            "ministry22:BTC",
            "nay hợp nhất với Bộ Kế hoạch và Đầu tư, giữ tên cũ",
            "now merged with the Ministry of Planning and Investment, keeping its name",
        ),
        (
            "ministry22:BTTTT",
            "nay hợp nhất với Bộ Khoa học và Công nghệ, lấy tên của bộ này",
            "now merged with the Ministry of Science and Technology, under the name of the latter",
        ),
        (
            "ministry22:BTNMT",
            "nay hợp nhất với Bộ Nông nghiệp và Phát triển nông thôn, lấy tên Bộ Nông nghiệp và Môi trường",
            "now merged with the Ministry of Agriculture and Rural Development, under the name Ministry of Agriculture and Environment",
        ),
        ("ministry22:BHXHVN", "nay thuộc Bộ Tài chính", "now under the Ministry of Finance"),
        (
            "ministry22:UBQLV",
            "chức năng chuyển về Bộ Tài chính",
            "its work went to the Ministry of Finance",
        ),
        (
            "ministry22:UBDT",
            "nay là Bộ Dân tộc và Tôn giáo",
            "today the Ministry of Ethnic and Religious Affairs",
        ),
    ] {
        assert_eq!(now(id).as_deref(), Some(vi));
        assert_eq!(now_part_of(&dataset, entity(&dataset, id), Lang::En).as_deref(), Some(en));
    }
}

#[test]
fn a_unit_is_marked_as_new_where_one_before_it_had_its_name() {
    let dataset = shipped();
    for unit in dataset.entities.iter().filter(|unit| unit.is_of_today()) {
        let before = || unit.predecessors.iter().filter_map(|id| dataset.entity(id));
        let is_shared = before().count() > 1 && before().any(|one| one.name == unit.name);
        let [vi, en] = Lang::ALL.map(|lang| new_name_inside(unit, lang));
        assert_eq!(vi.ends_with(" (mới)"), is_shared, "{vi}");
        assert_eq!(en.starts_with("the new "), is_shared, "{en}");
    }
}

#[test]
fn what_became_of_units_is_told_once_and_with_its_date() {
    let dataset = shipped();
    let became = |id: &str| {
        let history = what_became_of(&dataset, entity(&dataset, id)).expect(id);
        spaced(&history_sentence(&history, Lang::Vi))
    };
    let phu_tho = "Tỉnh Phú Thọ (mới), hoạt động từ ngày 1/7/2025, được lập từ ba tỉnh: Hòa Bình, Phú Thọ và Vĩnh Phúc.";
    for (id, told) in [
        (HOA_BINH, phu_tho),
        ("province34:25", phu_tho),
        (
            "province34:46",
            "Từ ngày 1/1/2025, tỉnh Thừa Thiên Huế trở thành thành phố Huế; địa giới giữ nguyên khi cả nước sắp xếp còn 34 tỉnh, thành phố từ ngày 1/7/2025.",
        ),
        (
            "ministry22:BQLL",
            "Từ ngày 1/3/2025, Ban Quản lý Lăng Chủ tịch Hồ Chí Minh chuyển về Bộ Quốc phòng.",
        ),
        (
            "ministry25:BNNMT",
            "Bộ Nông nghiệp và Môi trường lập ngày 1/3/2025 từ Bộ Nông nghiệp và Phát triển nông thôn và Bộ Tài nguyên và Môi trường.",
        ),
    ] {
        assert_eq!(became(id), told, "{id}");
    }
    let units = ["BKHDT", "BTC", "BTTTT"].map(|id| entity(&dataset, &format!("ministry22:{id}")));
    let renamed = |lang| spaced(&renamed_sentence(&dataset, &units, lang).expect("a change"));
    assert_eq!(
        renamed(Lang::Vi),
        "Tên đơn vị ghi theo thời điểm của số liệu: Bộ Kế hoạch và Đầu tư và Bộ Tài chính nay là một bộ, mang tên Bộ Tài chính; Bộ Thông tin và Truyền thông nay hợp nhất với Bộ Khoa học và Công nghệ, lấy tên của bộ này."
    );
    assert!(
        renamed(Lang::En).contains("the Ministry of Finance are now one, the Ministry of Finance;")
    );
    let page = spaced(&page("p=place&e=ministry22:BQLL", Lang::Vi));
    assert!(!page.contains("nay thuộc Bộ Quốc phòng"), "its history says so, with the date");
}

#[test]
fn the_reason_why_figures_stay_apart_is_given_once() {
    let page = spaced(&page("p=place&e=ministry25:BNNMT", Lang::Vi));
    assert_eq!(page.matches("điểm tổng hợp không gộp lại được").count(), 1);
    let list = spaced(&self::page("p=place", Lang::Vi));
    assert!(
        list.contains("hợp nhất từ 2 bộ") && !list.contains("từ 4 "),
        "agencies are not counted"
    );
}

#[test]
fn the_sentence_of_a_place_says_what_is_certain() {
    let dataset = shipped();
    let say =
        |id: &str, lang| spaced(&profile_sentence(&profile(&dataset, entity(&dataset, id)), lang));
    let hoa_binh = say(HOA_BINH, Lang::Vi);
    assert!(
        hoa_binh.starts_with(
            "Hòa Bình đứng thứ 30 trong 63 tỉnh, thành phố về chỉ số chuyển đổi số (DTI), năm 2024; thứ nhất về"
        ),
        "{hoa_binh}"
    );
    // The rank farthest from the middle is told, be it near the top or the bottom.
    let saigon = say("province63:79", Lang::Vi);
    assert!(
        saigon.starts_with(
            "TP. Hồ Chí Minh ở khoảng hạng 57 đến 63 trong 63 tỉnh, thành phố về tỷ lệ hồ sơ trực tuyến toàn trình, năm 2024; thứ nhất về chỉ số chuyển đổi số (DTI), năm 2024."
        ),
        "{saigon}"
    );
    let ministry = say("ministry22:BNV", Lang::Vi);
    assert!(!ministry.contains("thứ"), "a partial list carries no rank: {ministry}");
    assert!(
        say("province34:25", Lang::En)
            .starts_with("No measured figure has yet been printed for the new")
    );
    assert!(
        say("ministry22:VTV", Lang::Vi).starts_with("Chưa có số nào"),
        "nothing is printed of it"
    );
    // A tie to the last printed digit, with no region lower.
    assert!(
        say("region6:TN", Lang::Vi)
            .starts_with("Tây Nguyên đồng hạng 5, thấp nhất trong 6 vùng, về")
    );
    assert!(
        say("region6:TN", Lang::En)
            .starts_with("The Central Highlands ranks joint 5th of 6 regions, the lowest, by the")
    );
    assert_eq!(
        say("ministry25:BDTTG", Lang::Vi),
        "Chưa có số nào in cho riêng Bộ Dân tộc và Tôn giáo, cũng như cho Ủy ban Dân tộc trước đó."
    );
}

// Ids that do not exist.

#[test]
fn a_code_of_the_other_list_leads_to_the_place_that_bears_it() {
    let dataset = shipped();
    let first = |wanted: &str| same_code(&dataset, wanted).first().map(|unit| unit.id.to_string());
    // Only the list of the 63 has Hòa Bình's code.
    assert_eq!(first("province34:17").as_deref(), Some(HOA_BINH));
    assert_eq!(first("province63-17").as_deref(), Some(HOA_BINH));
    assert_eq!(first("hoa-binh"), None);
    let page = page("p=place&e=province34:17", Lang::Vi);
    assert!(page.contains("province63-17"), "the nearest is offered");
}

#[test]
fn what_several_share_stands_beside_no_name() {
    let page = spaced(&page("p=place&e=province63:17", Lang::En));
    assert!(!page.contains("Hòa Bình above 90"), "the range is one of five provinces");
    assert!(
        page.contains("one range for 5 places together, no figure of its own: above 90% to 96.47%")
    );
}

#[test]
fn a_row_says_what_is_printed_and_what_is_inferred() {
    let dataset = shipped();
    let hanoi = entity(&dataset, "province63:01");
    let inferred = |id: &str| {
        let found = profile(&dataset, hanoi);
        let o = found.standings().map(|s| s.figure).find(|o| &*o.indicator == id).expect(id);
        Lang::ALL.map(|lang| spaced(&known(&dataset, o, lang)))
    };
    // No half step is printed anywhere.
    assert_eq!(inferred("online_handled_dossier_rate"), ["không cao hơn 56,6%", "not above 56.6%"]);
    assert_eq!(
        inferred("online_filed_dossier_rate"),
        ["từ 9,7% đến 63,9%", "between 9.7% and 63.9%"]
    );
    let hanoi = spaced(&page("p=place&e=province63:01", Lang::Vi));
    assert!(hanoi.contains("so với mức chung của các tỉnh, thành phố (18,54%)"));
    assert!(!hanoi.contains("so với cả nước (45,8%)"), "that figure holds ministries, too");
    let ministry = page("p=place&e=ministry22:BCT", Lang::Vi);
    assert!(ministry.contains("hai lần: 99,7% trong nhóm cao nhất và 25%"), "a remark");
    let earlier = spaced(&page("p=place&e=province63:17", Lang::Vi));
    assert!(earlier.contains("; đến năm 2024 tăng 0,1006 điểm (Rõ Số tính)."));
    let block = spaced(&page("p=place&e=block:ministries", Lang::Vi));
    assert!(block.contains("Từ đầu năm đến tháng 8/2024 (kỳ suy ra)"), "an earlier period");
    assert!(block.contains("đến tháng 8/2024 (thời điểm suy ra)"), "a figure without a scale");
}

#[test]
fn the_newest_figure_is_that_of_the_latest_day() {
    let nation = spaced(&page("p=place&e=nation", Lang::Vi));
    assert!(nation.contains("Số mới nhất ở đây: ngày 26/10/2025"));
    let index = spaced(&page("p=system&e=dti", Lang::Vi));
    assert!(index.contains("Số mới nhất ở đây: năm 2024"));
    assert!(
        index.contains("Công bố ngày 21/10/2025"),
        "the place in an order is dated by its announcement"
    );
}

#[test]
fn an_archipelago_leads_to_the_unit_that_governs_it() {
    let page = page("p=place&e=marker:hoang-sa", Lang::Vi);
    assert!(page.contains("<h1>Quần đảo Hoàng Sa</h1>") && page.contains("province63-48"));
}

// The pages.

#[test]
fn every_place_has_a_page_in_both_languages() {
    let dataset = Rc::new(shipped());
    for lang in Lang::ALL {
        for unit in places(&dataset) {
            let page = render(&dataset, &format!("p=place&e={}", unit.id), lang);
            assert!(page.contains(&format!("<h1>{}</h1>", lang.of(&unit.name))), "{}", unit.id);
            headings_in_order(&unit.id, &page);
            tables_have_captions(&unit.id, &page);
            assert!(!page.contains("style=\""), "{}", unit.id);
        }
        let list = render(&dataset, "p=place", lang);
        for unit in places(&dataset) {
            assert!(
                list.contains(&format!("places/{}/", unit.id.replace(':', "-"))),
                "{}",
                unit.id
            );
        }
        headings_in_order("list", &list);
    }
}

#[test]
fn a_page_of_a_ministry_carries_no_rank() {
    let dataset = Rc::new(shipped());
    for unit in dataset.of_kind(EntityKind::Ministry22) {
        let page = render(&dataset, &format!("p=place&e={}", unit.id), Lang::Vi);
        assert!(!page.contains("Hạng"), "{}", unit.id);
    }
}

#[test]
fn what_became_of_hai_duong_stands_on_its_page() {
    let page = page("p=place&e=province63:30", Lang::Vi);
    for part in ["nay thuộc thành phố Hải Phòng", "province34-31", "Chiến lược dữ liệu"]
    {
        assert!(page.contains(part), "{part}");
    }
}

// The rulers.

#[test]
fn labels_of_a_ruler_keep_apart_and_within_the_picture() {
    let texts = ["cả nước", "các tỉnh, thành phố", "mục tiêu các tỉnh, thành phố"];
    for width in [256.0, 328.0, 480.0, 600.0] {
        for step in 0..400 {
            // Spreads the values over the scale without a pattern.
            let value = |n: i32| f64::from((step * 37 + n * n * 23) % 101);
            let marks = (0..3).map(|n| RulerMark {
                value: value(n),
                label: format!("{} {}%", texts[n as usize], value(n)),
                color: Role::Ink,
                is_target: n == 2,
            });
            let quantity = Quantity::exact(value(3), 1.0, Unit::Percent);
            let spec = ProfileRuler {
                quantity: Some(quantity),
                interval: Some(quantity.interval()),
                unit: Unit::Percent,
                label: format!("Bà Rịa - Vũng Tàu {}%", value(3)),
                color: Role::Category(3),
                marks: marks.collect(),
                lang: Lang::Vi,
            };
            check_ruler(&place_profile_ruler(&spec, width), &format!("{width} {step}"));
        }
    }
}

/// The bold label of a ruler stands at the mark of its place: where it would stand at another, there
/// is no room on either side.
#[test]
fn the_label_of_the_place_stands_at_no_other_mark() {
    for width in [256.0, 328.0, 480.0, 600.0] {
        for (own, other) in (0..=100).flat_map(|own| (0..=100).map(move |other| (own, other))) {
            let quantity = Quantity::exact(f64::from(own), 1.0, Unit::Percent);
            let label = format!("Bà Rịa - Vũng Tàu {own}%");
            let spec = ProfileRuler {
                quantity: Some(quantity),
                interval: Some(quantity.interval()),
                unit: Unit::Percent,
                label: label.clone(),
                color: Role::Category(3),
                marks: vec![RulerMark {
                    value: f64::from(other),
                    label: format!("các tỉnh, thành phố {other}%"),
                    color: Role::Ink,
                    is_target: false,
                }],
                lang: Lang::Vi,
            };
            let placed = place_profile_ruler(&spec, width);
            let own_x = placed.marks.iter().find_map(|mark| match mark {
                Mark::Circle { center, .. } => Some(center.0),
                _ => None,
            });
            let other_x = placed.marks.iter().find_map(|mark| match mark {
                Mark::Line { from, width, .. } if *width == 2.5 => Some(from.0),
                _ => None,
            });
            let (own_x, other_x) = own_x.zip(other_x).expect("two marks");
            let ends = |wanted: &str| {
                placed.marks.iter().find_map(|mark| match mark {
                    Mark::Text { at, size, weight, content, .. } if content == wanted => {
                        Some((at.0, at.0 + text_width(content, *size, *weight), at.1))
                    }
                    _ => None,
                })
            };
            let (from, to, level) = ends(&label).expect("the label of the place");
            let name = format!("{own} and {other} at {width}");
            assert!(from < own_x + 4.0 && to > own_x - 4.0, "{name}: {from} to {to}, not {own_x}");
            let above = ends(&spec.marks[0].label).is_some_and(|(.., other)| other > level);
            let is_near = other_x > from - 8.0 && other_x < to + 8.0;
            let has_room = own_x - other_x > 16.0 && own_x + (to - from) < width - 2.0
                || other_x - own_x > 16.0 && own_x - (to - from) > 2.0;
            assert!(above || !is_near || !has_room, "{name}: {from} to {to} at {other_x}");
        }
    }
}

fn check_ruler(placed: &Placed, name: &str) {
    let texts: Vec<(f64, f64, f64, &str)> = placed
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text { at, size, weight, content, anchor, .. } => {
                let long = text_width(content, *size, *weight);
                let from = match anchor {
                    ro_so::chart::Anchor::Start => at.0,
                    ro_so::chart::Anchor::Middle => at.0 - long / 2.0,
                    ro_so::chart::Anchor::End => at.0 - long,
                };
                Some((from, from + long, at.1, content.as_str()))
            }
            _ => None,
        })
        .collect();
    for (at, one) in texts.iter().enumerate() {
        assert!(one.0 >= -0.5 && one.1 <= placed.width + 0.5, "{name}: {} leaves", one.3);
        assert!(one.2 > 9.0 && one.2 < placed.height, "{name}: {} leaves", one.3);
        for other in texts.iter().skip(at + 1) {
            let apart = one.1 <= other.0 || other.1 <= one.0 || (one.2 - other.2).abs() >= 15.0;
            assert!(apart, "{name}: {} and {}", one.3, other.3);
        }
        for mark in &placed.marks {
            let Mark::Line { from, to, width, .. } = mark else { continue };
            let runs_through = *width < 1.25
                && from.0 > one.0
                && from.0 < one.1
                && from.1.min(to.1) < one.2 - 3.0
                && from.1.max(to.1) > one.2 - 9.0;
            assert!(!runs_through, "{name}: a line runs through {}", one.3);
        }
    }
}

// Helpers.

fn places(dataset: &Dataset) -> impl Iterator<Item = &Entity> {
    dataset.entities.iter().filter(|unit| is_place(unit.kind))
}

fn entity<'a>(dataset: &'a Dataset, id: &str) -> &'a Entity {
    dataset.entity(id).expect(id)
}

fn spaced(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

fn page(query: &str, lang: Lang) -> String {
    render(&Rc::new(shipped()), query, lang)
}

/// The static page of a view, as the site writes it.
fn render(dataset: &Rc<Dataset>, query: &str, lang: Lang) -> String {
    let model = Model::new(Rc::clone(dataset), "", query, lang);
    let page =
        AppProps { root: "../../".into(), folder: "places/".into(), ..AppProps::still(model) };
    as_written(&markup(page).expect("a page"))
}

/// Exactly one `h1`, and no heading skips a level.
fn headings_in_order(name: &str, page: &str) {
    let levels: Vec<u32> = page
        .match_indices("<h")
        .filter_map(|(at, _)| page.get(at + 2..at + 3)?.parse().ok())
        .collect();
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{name}");
    for pair in levels.windows(2) {
        if let [before, after] = pair {
            assert!(*after <= before + 1, "{name}: h{before} is followed by h{after}");
        }
    }
}

fn tables_have_captions(name: &str, page: &str) {
    let (tables, captions) = (page.matches("<table").count(), page.matches("<caption").count());
    assert_eq!(tables, captions, "{name}");
}
#[test]
fn a_place_that_nothing_ranks_is_told_by_its_newest_figure() {
    let dataset = shipped();
    let lead = |id: &str, lang| {
        let unit = dataset.entity(id).expect("a known place");
        profile_sentence(&profile(&dataset, unit), lang)
    };
    let begins = |told: String, with: &str| assert!(told.starts_with(with), "{told}");
    let ministry = "Tỷ lệ hồ sơ trực tuyến toàn trình của Bộ Tài chính là 78,44%, năm\u{a0}2024. ";
    begins(lead("ministry22:BTC", Lang::Vi), ministry);
    let abroad = "For the Ministry of Foreign Affairs, the share of dossiers handled end to end online is below\u{a0}10% (2024). ";
    begins(lead("ministry22:BNG", Lang::En), abroad);
    // A figure that is printed of a group or follows from a list is not the place's own.
    begins(lead("ministry22:VTV", Lang::Vi), "Chưa có số nào in cho riêng");
}
