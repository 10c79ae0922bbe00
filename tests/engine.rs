//! Questions that the engine answers beyond comparing a pair and ranking: sets, targets, spreads,
//! blocks, reorganised units, witnesses, and undeclared identities in the texts.
#![expect(clippy::expect_used, reason = "a failing test says where it failed")]

mod common;

use std::collections::{BTreeSet, HashSet};
use std::mem::discriminant;

use common::{questions, read_seeds, shipped};
use proptest::prelude::*;
use ro_so::compare::{
    CheckVerdict, Combined, Finding, Missed, NoSpread, Reason, Verdict, Withheld, ask, compute,
    does_the_whole_fit, figures_of_territory, findings, how_far_apart, how_far_to_target,
    how_it_changed, ranking, reasons, spread, target_for, units_meant, weigh, what_became_of,
    what_is_typical, who_says_so,
};
use ro_so::data::{
    CheckOperation, Dataset, Date, EntityKind, FILES, Files, Kind, Observation, Operation, Period,
    Span, load,
};
use ro_so::quantity::{Hedge, Interval, Order, Quantity, Reading, Refusal, Unit};
use ro_so::text::{coverage, outcome_sentence};
use ro_so::view::{Lang, address};
use serde_json::{Value, json};

// ---- every pair of the dataset ----

#[test]
fn every_pair_has_a_verdict_for_every_operation_and_the_order_does_not_matter() {
    let dataset = shipped();
    let all = &dataset.observations;
    for (at, left) in all.iter().enumerate() {
        for right in all.iter().skip(at) {
            let found = reasons(&dataset, left, right);
            let turned = reasons(&dataset, right, left);
            let family = |o: &Observation| dataset.indicator(&o.indicator).map(|i| &i.family);
            let other_family = family(left) != family(right);
            let kinds = |found: &[Reason]| found.iter().map(discriminant).collect::<HashSet<_>>();
            assert_eq!(kinds(&found), kinds(&turned), "{} and {}", left.id, right.id);
            assert!(!other_family || found.contains(&Reason::OtherIndicator), "{found:?}");
            for operation in Operation::ALL {
                let one = weigh(found.iter().cloned(), operation);
                let other = weigh(turned.iter().cloned(), operation);
                let pair = || format!("{operation:?} of {} and {}", left.id, right.id);
                assert_eq!(one.verdict, other.verdict, "{}", pair());
                assert_eq!(one.reasons.len(), other.reasons.len(), "{}", pair());
                if other_family {
                    let is_side_by_side = operation == Operation::SideBySide;
                    let wanted =
                        if is_side_by_side { Verdict::WithCare } else { Verdict::NotComparable };
                    assert_eq!(one.verdict, wanted, "{}", pair());
                }
            }
        }
    }
}

// ---- operations ----

#[test]
fn operations_give_an_interval_or_say_why_not() {
    let dataset = shipped();
    let observe = |id| observe(&dataset, id);
    let gap = how_far_apart(&dataset, observe(HOA_BINH), observe("online-handled.nation.2022-08"));
    holds(gap.answer.expect("a gap").interval, 47.2, 0.011);
    let nation = observe("online-handled.nation.2022-08");
    let times = compute(&dataset, observe(HOA_BINH), nation, Operation::Ratio);
    holds(times.answer.expect("a ratio").interval, 87.02 / 39.82, 0.001);
    // Hà Nam against "dưới 10%", and against the interval that a list leaves for Hòa Bình.
    let least = |id| {
        let found = how_far_apart(&dataset, observe("end-to-end.ha-nam.2024"), observe(id));
        found.answer.expect("a gap").interval.low().value().expect("a lower limit")
    };
    assert!((least("end-to-end.ha-noi.2024") - 58.535).abs() < 1e-9);
    assert!((least("classes.end-to-end.2024.province63:17") - 18.535).abs() < 1e-9);
    let share = compute(
        &dataset,
        observe("sme-contacts.nation.2024-08-12"),
        observe("sme-contacts.nation.target-2024"),
        Operation::Share,
    );
    holds(share.answer.expect("a share").interval, 100.0 * 1_255_068.0 / 1_600_000.0, 1e-6);
    // Points for rates, per cent for counts; the order of the two figures does not matter.
    let attacks = ["cyber-attacks.nation.2023-08", "cyber-attacks.nation.2024-08"].map(observe);
    for (a, b) in [(attacks[0], attacks[1]), (attacks[1], attacks[0])] {
        let change = how_it_changed(&dataset, a, b).answer.expect("a change");
        assert_eq!(change.unit, Unit::PercentChange);
        holds(change.interval, 100.0 * (349.0 - 1402.0) / 1402.0, 1e-6);
    }
    let rate = how_it_changed(
        &dataset,
        observe("online-handled.nation.2021-12"),
        observe("online-handled.nation.2022-08"),
    );
    assert_eq!(rate.answer.expect("a change").unit, Unit::Points);
}

#[test]
fn figures_printed_alike_have_not_changed_for_all_that_is_known() {
    let dataset = shipped();
    let ids = ["population.ha-tinh.2022", "population.ha-tinh.2023"];
    let [before, after] = ids.map(|id| observe(&dataset, id));
    let found = how_it_changed(&dataset, before, after);
    let sentence = outcome_sentence(&dataset, &found, Lang::Vi);
    assert!(sentence.contains("ở cả hai kỳ"), "{sentence}");
}

#[test]
fn a_change_of_a_score_is_told_in_its_own_points() {
    let dataset = shipped();
    for (before, after, change, unit) in [
        ("dti.hoa-binh.2023", "dti.hoa-binh.2024", 0.7160 - 0.6154, Unit::Index01),
        ("par-region.dbsh.2022", "par-region.dbsh.2023", 88.33 - 86.62, Unit::Score100),
    ] {
        let (before, after) = (observe(&dataset, before), observe(&dataset, after));
        let found = how_it_changed(&dataset, before, after).answer.expect("a change");
        assert_eq!(found.unit, unit, "{}", after.id);
        holds(found.interval, change, 0.0101);
    }
    // The difference of two falls in per cent is in percentage points.
    let falls: Vec<&Observation> = dataset
        .observations
        .iter()
        .filter(|o| o.quantity.is_some_and(|q| q.unit == Unit::PercentChange))
        .collect();
    let [one, other, ..] = falls[..] else { panic!("two printed falls") };
    let gap = ro_so::quantity::arithmetic::difference(
        &one.quantity.expect("printed"),
        &other.quantity.expect("printed"),
    );
    assert_eq!(gap.expect("a gap").unit, Unit::Points);
}

#[test]
fn a_month_is_a_share_of_the_running_total_that_includes_it_and_nothing_else() {
    let dataset = shipped();
    let month = observe(&dataset, "documents-exchanged.nation.2024-08-20");
    let total = observe(&dataset, "documents-exchanged.nation.2024-08-total");
    let share = compute(&dataset, month, total, Operation::Share);
    assert_eq!(share.judgement.verdict, Verdict::WithCare);
    holds(share.answer.expect("a share").interval, 100.0 * 768_390.0 / 42.2e6, 0.003);
    // The whole is no share of the month.
    let turned = compute(&dataset, total, month, Operation::Share).answer.err();
    assert_eq!(turned, Some(Withheld::Arithmetic(Refusal::PartExceedsWhole)));
    // The start of the total is not printed, so the total without the month would have no period.
    for operation in [Operation::Difference, Operation::Ratio, Operation::Sum, Operation::Trend] {
        let found = compute(&dataset, month, total, operation);
        assert_eq!(found.answer.err(), Some(Withheld::NotComparable), "{operation:?}");
    }
    // A total that ends before the month does not include it.
    let dataset = with_file("observations.json", |text| {
        text.replace(
            r#""since_start": { "to": "2024-08" }"#,
            r#""since_start": { "to": "2024-07" }"#,
        )
        .replace(r#""since_start":{"to":"2024-08"}"#, r#""since_start":{"to":"2024-07"}"#)
    });
    let month = observe(&dataset, "documents-exchanged.nation.2024-08-20");
    let total = observe(&dataset, "documents-exchanged.nation.2024-08-total");
    assert!(total.period.end().month == Some(7), "the dataset was changed");
    let share = compute(&dataset, month, total, Operation::Share);
    assert_eq!(share.answer.err(), Some(Withheld::NotComparable));
}

#[test]
fn what_may_not_be_computed_is_withheld_with_a_typed_reason() {
    let dataset = shipped();
    let cases = [
        (HOA_BINH, RURAL, Operation::Difference, Withheld::NotComparable),
        (HOA_BINH, RURAL, Operation::Sum, Withheld::NotComparable),
        (HOA_BINH, RURAL, Operation::SideBySide, Withheld::NoNumber),
        (
            "end-to-end.ha-nam.2024",
            "end-to-end.ha-noi.2024",
            Operation::Ratio,
            Withheld::Arithmetic(Refusal::DivisorMayBeZero),
        ),
        (
            "directives.decision-715",
            "directives.decision-715",
            Operation::Difference,
            Withheld::NoFigure,
        ),
        (
            "dti-rank.ha-noi.2023",
            "dti-rank.ha-noi.2024",
            Operation::Difference,
            Withheld::Arithmetic(Refusal::NotAdditive(Unit::Rank)),
        ),
    ];
    for (left, right, operation, wanted) in cases {
        let (left, right) = (observe(&dataset, left), observe(&dataset, right));
        let found = compute(&dataset, left, right, operation);
        assert_eq!(found.answer.err(), Some(wanted), "{operation:?} {} {}", left.id, right.id);
    }
}

// ---- targets ----

#[test]
fn distances_to_targets_are_those_of_the_third_story() {
    let dataset = shipped();
    for (figure, missing) in
        [("services-with-dossiers.nation.2022-08", 28.51), ("online-handled.nation.2022-08", 10.18)]
    {
        let figure = observe(&dataset, figure);
        let target = target_for(&dataset, figure).expect("a target");
        let found = how_far_to_target(&dataset, figure, target);
        holds(found.distance.expect("a distance").interval, missing, 0.0051);
        assert_eq!(found.order, Some(Order::Below));
        assert_eq!(found.months_left, 4);
        holds(found.pace.expect("a pace").interval, missing / 4.0, 0.01);
    }
    let hoa_binh = observe(&dataset, HOA_BINH);
    let target = target_for(&dataset, hoa_binh).expect("the national target");
    let found = how_far_to_target(&dataset, hoa_binh, target);
    assert_eq!(found.order, Some(Order::Above));
    holds(found.distance.expect("a distance").interval, -37.02, 0.0051);
    assert!(found.pace.is_none(), "what the country has to gain is no demand on Hòa Bình");
}

/// The nearest target counts, not the first that is due; a whole's count is none for its parts, and
/// nothing is set for regions.
#[test]
fn a_unit_is_measured_against_its_own_target_else_that_of_its_block_else_the_national_one() {
    let mut dataset = shipped();
    let of = |dataset: &Dataset, id: &str| {
        target_for(dataset, observe(dataset, id)).map(|target| target.entity.to_string())
    };
    assert_eq!(of(&dataset, HOA_BINH).as_deref(), Some("nation"));
    let mut set = |id: &str, entity: &str| {
        let found = dataset.observations.iter_mut().find(|o| &*o.id == id).expect("a figure");
        found.entity = entity.into();
        if entity.starts_with("block") {
            found.kind = Kind::Target;
            let later = Date { year: 2025, month: Some(12), day: None };
            found.period = Period { span: Span::AsOf(later), inferred: Vec::new() };
        }
    };
    set("online-handled.thanh-hoa.2022-08", "block:provinces");
    set("sme-contacts.nation.2024-08-12", "province63:17");
    assert_eq!(of(&dataset, HOA_BINH).as_deref(), Some("block:provinces"));
    assert_eq!(of(&dataset, "sme-contacts.nation.2024-08-12"), None);
    let hoa_binh = dataset.observations.iter_mut().find(|o| &*o.id == HOA_BINH);
    hoa_binh.expect("a figure").entity = "region6:TN".into();
    assert_eq!(of(&dataset, HOA_BINH), None);
}

#[test]
fn a_province_is_never_held_against_the_target_of_the_ministries() {
    let dataset = shipped();
    for figure in &dataset.observations {
        let Some(target) = target_for(&dataset, figure) else { continue };
        let kind = dataset.entity(&figure.entity).expect("an entity").kind;
        let ministries = &*target.entity == "block:ministries";
        assert!(!ministries || kind != EntityKind::Province63, "{}", figure.id);
        assert!(target.period.end().last_day() >= figure.period.end().first_day());
    }
}

// ---- median and spread ----

#[test]
fn the_median_is_told_only_where_something_is_known_of_every_unit() {
    let dataset = shipped();
    let mut told = 0;
    for question in questions(&dataset) {
        let answer = ranking(&dataset, &question).expect("an answer");
        let all = answer.rows.iter().chain(&answer.silent).all(|row| row.figure.is_some());
        match what_is_typical(&dataset, &answer) {
            Ok(found) => {
                assert!(all);
                told += 1;
                assert_eq!(found.of, answer.of);
            }
            Err(NoSpread::NotAllKnown { .. }) => assert!(!all),
            Err(NoSpread::TooFew | NoSpread::TooWide) => {}
        }
    }
    assert!(told > 4, "{told}");
}

proptest! {
    #[test]
    fn the_true_median_lies_in_the_median(
        parts in prop::collection::vec((0u32..9000, 0u8..5, 0u32..1000), 3..30),
    ) {
        let dataset = shipped_once();
        let observation = dataset.observation(HOA_BINH).expect(HOA_BINH);
        let figures: Vec<(Observation, f64)> = parts
            .into_iter()
            .map(|(value, wording, place)| {
                let value = f64::from(value) / 100.0 + 5.0;
                let exact = Quantity::exact(value, 0.01, Unit::Percent);
                let quantity = match wording {
                    0 => exact.hedged(Hedge::Below(Reading::Threshold)),
                    1 => exact.hedged(Hedge::Above(Reading::Threshold)),
                    2 => exact.hedged(Hedge::About),
                    _ => exact,
                };
                let interval = quantity.interval();
                let (low, high) = (
                    interval.low().value().expect("a percentage"),
                    interval.high().value().expect("a percentage"),
                );
                let inside = low + (high - low) * (0.0005 + f64::from(place) / 1001.0);
                (Observation { quantity: Some(quantity), ..observation.clone() }, inside)
            })
            .collect();
        let known: Vec<Option<&Observation>> = figures.iter().map(|(o, _)| Some(o)).collect();
        let mut values: Vec<f64> = figures.iter().map(|(_, value)| *value).collect();
        values.sort_by(f64::total_cmp);
        let half = values.len() / 2;
        let median = if values.len() % 2 == 1 {
            values[half]
        } else {
            f64::midpoint(values[half - 1], values[half])
        };
        if let Ok(found) = spread(dataset, &known, Unit::Percent) {
            prop_assert!(found.median.interval.holds(median), "{median} {:?}", found.median);
            prop_assert!(found.lowest.interval.holds(values[0]));
            prop_assert!(found.highest.interval.holds(values[values.len() - 1]));
        }
    }
}

// ---- the nation and its blocks ----

#[test]
fn the_national_rate_is_no_simple_mean_of_its_blocks() {
    let dataset = shipped();
    let blocks = |id| does_the_whole_fit(&dataset, observe(&dataset, id)).expect(id);
    let dossiers = blocks("end-to-end.nation.2024-08");
    holds(dossiers.simple_mean.interval, 33.5, 0.51);
    assert!(dossiers.fits && dossiers.order == Order::Above);
    assert!(blocks("end-to-end-services.nation.2024-08").fits);
    // A block has no blocks.
    let provinces = observe(&dataset, "end-to-end.provinces.2024-08");
    assert!(does_the_whole_fit(&dataset, provinces).is_none());
}

// ---- units that were reorganised ----

#[test]
fn phu_tho_of_today_is_three_provinces_of_before() {
    let dataset = shipped();
    let phu_tho = dataset.entity("province34:25").expect("Phú Thọ");
    let dti = dataset.indicator("dti_province").expect("the DTI");
    let found = figures_of_territory(&dataset, phu_tho, dti, &year(2024)).expect("a territory");
    let names: Vec<&str> = found.members.iter().map(|(unit, _)| &*unit.name.vi).collect();
    assert_eq!(names, ["Hòa Bình", "Phú Thọ", "Vĩnh Phúc"]);
    assert!(found.members.iter().all(|(_, figure)| figure.is_some()));
    let Combined::SimpleMean(mean) = found.combined else { panic!("{:?}", found.combined) };
    holds(mean.interval, (0.7160 + 0.6370 + 0.7389) / 3.0, 0.0001);
    // No official ranking of the 34 exists for 2023: nothing is averaged.
    let before = figures_of_territory(&dataset, phu_tho, dti, &year(2023)).expect("a territory");
    assert!(matches!(before.combined, Combined::Between(_)));
    // Populations add up; a rate that is not printed for every unit has no combined value.
    let people = dataset.indicator("population_mean").expect("population");
    let people = figures_of_territory(&dataset, phu_tho, people, &year(2023)).expect("people");
    assert!(matches!(people.combined, Combined::Sum(_)));
    let rate = dataset.indicator("online_handled_dossier_rate").expect("a rate");
    let rate = figures_of_territory(&dataset, phu_tho, rate, &year(2024)).expect("a territory");
    assert_eq!(rate.combined, Combined::Unknown);
    let units = units_meant(&dataset, phu_tho, &year(2024));
    assert_eq!(units.len(), 3);
    assert_eq!(units_meant(&dataset, phu_tho, &year(2026)).len(), 1);
}

#[test]
fn a_question_about_a_unit_of_today_shows_the_units_before_it_and_says_so() {
    let dataset = shipped();
    for (query, units, focus, said) in [
        (
            "i=dti_province&time=2024&focus=province34:25",
            &["province63:17", "province63:25", "province63:26"][..],
            None,
            "Tỉnh Phú Thọ (mới) chỉ có từ ngày 1/7/2025, sau kỳ này; thay vào đó là ba đơn vị trước khi sắp xếp: Hòa Bình, Phú Thọ và Vĩnh Phúc.",
        ),
        (
            "i=end_to_end_dossier_rate&time=2024&e=province34:46&focus=province34:46",
            &["province63:46"],
            Some("province63:46"),
            "Thành phố Huế khi ấy là Thừa Thiên Huế.",
        ),
        (
            "i=par_index&e=ministry25:BKHCN",
            &["ministry22:BTTTT", "ministry22:BKHCN"],
            None,
            "Bộ Khoa học và Công nghệ (mới) chỉ có từ ngày 1/3/2025, sau kỳ này; thay vào đó là hai đơn vị trước khi sắp xếp: Bộ Thông tin và Truyền thông và Bộ Khoa học và Công nghệ.",
        ),
    ] {
        let (question, missed) = ask(&dataset, &address::parse(query).0).expect("a question");
        assert!(missed.is_empty(), "{query}: {missed:?}");
        assert_eq!(question.focus.as_deref(), focus, "{query}");
        let answer = ranking(&dataset, &question).expect("an answer");
        for unit in units {
            assert!(answer.rows.iter().any(|row| &*row.entity.id == *unit), "{query}: {unit}");
        }
        let told = coverage(&answer, &question, Lang::Vi);
        assert!(told.iter().any(|line| line.replace('\u{a0}', " ") == said), "{query}: {told:?}");
    }
    // Cao Bằng only moved to the new list, so no note is added.
    let view = address::parse("i=dti_province&time=2024&focus=province34:04").0;
    let (question, _) = ask(&dataset, &view).expect("a question");
    assert_eq!(question.focus.as_deref(), Some("province63:04"));
    let answer = ranking(&dataset, &question).expect("an answer");
    assert_eq!(coverage(&answer, &question, Lang::Vi).len(), 1);
}

#[test]
fn a_stretch_of_time_ends_with_its_newest_period_and_misses_nothing() {
    let dataset = shipped();
    for (query, period) in [
        ("i=dti_province&time=2022..", "2024-12"),
        ("i=dti_province&time=2022..2024-12", "2024-12"),
        ("i=dti_province&time=2022..2023", "2023-12"),
        // This indicator cannot be ranked, so another opens; the time of the first is not reported.
        ("i=cyber_attacks_month&time=2024-08", "2024-12"),
    ] {
        let (question, missed) = ask(&dataset, &address::parse(query).0).expect("a question");
        assert!(missed.is_empty(), "{query}: {missed:?}");
        let end = question.period.end();
        assert_eq!(end.last_day(), Date::parse(period).expect("a date").last_day(), "{query}");
    }
    let (_, missed) = ask(&dataset, &address::parse("i=dti_province&time=2015..2018").0).unwrap();
    assert_eq!(missed, [Missed::Time(Date { year: 2018, month: None, day: None })]);
    // A province in a ranking of ministries.
    let (question, missed) =
        ask(&dataset, &address::parse("i=par_index&e=province63:01~nation").0).unwrap();
    assert!(question.extra.is_empty());
    assert_eq!(missed, [Missed::OtherKind(vec!["province63:01".into()])]);
    // An open-ended stretch has no end to name, so its beginning is named.
    let (_, missed) = ask(&dataset, &address::parse("i=dti_province&time=2026..").0).unwrap();
    assert_eq!(missed, [Missed::Time(Date { year: 2026, month: None, day: None })]);
}

#[test]
fn every_unit_of_before_leads_to_one_of_today_and_back() {
    let dataset = shipped();
    for unit in dataset.of_kind(EntityKind::Province63) {
        let found = what_became_of(&dataset, unit).expect("a history");
        let [next] = found.became[..] else { panic!("{} became {:?}", unit.id, found.became) };
        let back = what_became_of(&dataset, next).expect("a history");
        assert!(back.made_from.iter().any(|other| other.id == unit.id));
        assert_eq!(found.together_with.len() + 1, back.made_from.len());
    }
    let ministry = dataset.entity("ministry22:BTTTT").expect("a ministry");
    let found = what_became_of(&dataset, ministry).expect("a history");
    assert_eq!(&*found.became[0].id, "ministry25:BKHCN");
    let unchanged = dataset.entity("ministry22:BCA").expect("a ministry");
    assert!(what_became_of(&dataset, unchanged).is_none());
}

// ---- witnesses ----

#[test]
fn documents_that_digest_one_report_are_one_witness() {
    let dataset = shipped();
    let found = who_says_so(&dataset, observe(&dataset, "eid-accounts.nation.2024-08"));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].documents.len(), 3);
    assert_eq!(found[0].mentions.len(), 5);
    assert!(found[0].report.is_some());
    for o in &dataset.observations {
        let printed: usize = who_says_so(&dataset, o).iter().map(|w| w.mentions.len()).sum();
        assert_eq!(printed, o.mentions.len(), "{}", o.id);
    }
}

// ---- findings about the texts ----

#[test]
fn what_nobody_declared_is_found() {
    let declared = shipped();
    let identities = |dataset: &Dataset| {
        findings(dataset)
            .into_iter()
            .filter_map(|finding| match finding {
                Finding::Undeclared { check, found } => Some((check, found)),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    // Identities with a printed result are all declared; the rest are shares without one.
    for (check, found) in identities(&declared) {
        assert_eq!(found.verdict, CheckVerdict::ComputedHere, "{check:?}");
        assert_eq!(check.operation, CheckOperation::Share, "{check:?}");
    }
    let undeclared = with_file("checks.json", |_| "[]".to_owned());
    let found = identities(&undeclared);
    for id in [
        "documents-month-share",
        "synced-month-share",
        "vault-ministries-share",
        "vault-ministries-left",
        "reporting-requirements-share",
        "shorter-time-left",
        "linked-services-share",
        "documents-month",
        "linked-services-all",
        "sme-contacts-share",
        "sme-users-share",
        "systems-classified-share",
        "attacks-month",
        "attacks-ytd",
        "online-handled-since-2021",
    ] {
        let wanted = declared.check(id).expect(id);
        let is_found = found.iter().any(|(check, _)| {
            let ids = |c: &ro_so::data::Check| {
                let all = c.operands.iter().chain(&c.result);
                all.map(|o| format!("{}{}", o.observation, o.denominator)).collect::<BTreeSet<_>>()
            };
            check.operation == wanted.operation && ids(check) == ids(wanted)
        });
        assert!(is_found, "{id} is not discovered");
    }
    assert!(found.iter().any(|(check, found)| {
        check.operation == CheckOperation::Share && found.verdict == CheckVerdict::LastDigit
    }));
}

#[test]
fn one_fact_printed_in_two_ways_is_found() {
    let dataset = shipped();
    let found: Vec<(String, bool)> = findings(&dataset)
        .into_iter()
        .filter_map(|finding| match finding {
            Finding::PrintedOtherwise { fact, fits, .. } => Some((fact.id.to_string(), fits)),
            _ => None,
        })
        .collect();
    assert!(found.contains(&("identity-cards.nation.2024-08".into(), false)), "{found:?}");
    assert!(found.contains(&("online-handled.nation.2022-08".into(), true)), "{found:?}");
}

#[test]
fn a_list_of_another_length_than_stated_is_found() {
    let lists = |dataset: &Dataset| {
        findings(dataset).iter().filter(|f| matches!(f, Finding::ListLength { .. })).count()
    };
    assert_eq!(lists(&shipped()), 0);
    let dataset = with_file("observations.json", |text| {
        let line = text.lines().find(|line| line.contains("banks-social-benefits.mbbank"));
        let line = line.expect("the sixth bank");
        text.replace(&format!("{line}\n"), "")
    });
    // A check names the removed bank, but `with_file` drops the checks.
    assert_eq!(lists(&dataset), 1);
}

#[test]
fn a_fraction_that_equals_a_rate_is_found_unless_that_is_chance() {
    let dataset = shipped();
    let found = findings(&dataset);
    let is_found = |part: &str, whole: &str| {
        found.iter().any(|finding| match finding {
            Finding::FractionEqualsRate { fraction, rate, .. } => {
                &*fraction.id == part && &*rate.id == whole
            }
            _ => false,
        })
    };
    // 15/63 is 23,81 %, and so is a share of apps, but a check shows that this one is of 42.
    assert!(!is_found("shorter-time.provinces.2024-08", "apps-5-10m-share.nation.2024-08"));
    // Every 63/63 is 100 %, so such a match means nothing.
    assert!(!is_found(
        "digital-teams-communes.provinces.2024-08",
        "communes-with-teams.provinces.2024-08"
    ));
    // Without the check nothing shows that the match is chance.
    let unchecked = with_records("checks.json", |records| {
        records.retain(|check| check["operation"] != "denominator");
    });
    let is_alike = |finding: &Finding<'_>| {
        matches!(finding, Finding::FractionEqualsRate { fraction, one_system: false, .. }
            if &*fraction.id == "shorter-time.provinces.2024-08")
    };
    assert!(findings(&unchecked).iter().any(is_alike));
}

#[test]
fn findings_follow_the_figures_of_a_dataset_that_was_changed() {
    let kinds = |dataset: &Dataset, is_wanted: &dyn Fn(&Finding<'_>) -> bool| {
        findings(dataset).iter().filter(|finding| is_wanted(finding)).count()
    };
    let lists = |f: &Finding<'_>| matches!(f, Finding::ListLength { .. });
    let ways = |f: &Finding<'_>| matches!(f, Finding::PrintedOtherwise { .. });
    let before = shipped();

    // The text states another number than the list has names.
    let more = altered("data-strategy-plans.provinces.2024-08", |o| {
        o["quantity"]["value"] = json!(9);
    });
    assert_eq!(kinds(&more, &lists), kinds(&before, &lists) + 1);
    // A place that is listed twice counts once; a ministry does not count as a province.
    let twice = with_records("observations.json", |records| {
        let mut again = record(records, "data-strategy-plans.ha-giang.2024-08").clone();
        again["id"] = json!("again");
        let mut ministry = again.clone();
        ministry["id"] = json!("ministry");
        ministry["entity"] = json!("ministry22:BTC");
        records.extend([again, ministry]);
    });
    assert_eq!(kinds(&twice, &lists), kinds(&before, &lists));

    // One document prints the fact differently.
    let other = altered("eid-accounts.nation.2024-08", |o| {
        o["mentions"][0]["quantity"] = json!({ "value": 57_000_000, "step": 1_000_000, "unit": "count", "qualifier": "exact" });
    });
    let is_account = |f: &Finding<'_>| {
        matches!(f, Finding::PrintedOtherwise { fact, fits, .. }
            if &*fact.id == "eid-accounts.nation.2024-08" && *fits)
    };
    assert_eq!((kinds(&before, &is_account), kinds(&other, &is_account)), (0, 1));
    // Another publication has another value of the same fact.
    let record_of_it = with_records("context.json", |records| {
        let mut again = record(records, "population.ha-noi.2023").clone();
        again["id"] = json!("zz-again");
        again["indicator"] = json!("eid_accounts");
        again["entity"] = json!("nation");
        again["period"] = json!({ "as_of": "2024-08" });
        again["quantity"]["value"] = json!(58_200_000);
        records.push(again);
    });
    assert_eq!(kinds(&record_of_it, &ways), kinds(&before, &ways) + 1);

    // An undeclared share, between figures without a system, in one paragraph.
    let share = with_records("observations.json", |records| {
        for (id, indicator, quantity) in [
            ("zz-part", "pm_decisions_month", json!({ "value": 37, "unit": "count" })),
            ("zz-whole", "circulars_month", json!({ "value": 148, "unit": "count" })),
            ("zz-rate", "adult_users_rate", json!({ "value": 25, "unit": "percent" })),
        ] {
            let mut new = record(records, "pm-decisions.nation.2024-08").clone();
            new["id"] = json!(id);
            new["indicator"] = json!(indicator);
            new["period"] = json!({ "during": { "from": "2023-05", "to": "2023-05" } });
            new["quantity"] = quantity;
            new["quantity"]["step"] = json!(1);
            new["quantity"]["qualifier"] = json!("exact");
            records.push(new);
        }
    });
    let is_share = |f: &Finding<'_>| match f {
        Finding::Undeclared { check, .. } => {
            let ids: Vec<&str> = check.operands.iter().map(|o| &*o.observation).collect();
            check.operation == CheckOperation::Share && ids == ["zz-part", "zz-whole"]
        }
        _ => false,
    };
    assert_eq!(kinds(&share, &is_share), 1);

    // A fraction that now equals a rate of its system.
    let fraction = altered("information-systems-classified.nation.2024-08", |o| {
        o["quantity"] = json!({
            "value": 77, "denominator": 100, "step": 1, "unit": "count", "qualifier": "exact"
        });
    });
    let is_rate = |f: &Finding<'_>| {
        matches!(f, Finding::FractionEqualsRate { fraction, rate, one_system: true }
            if &*fraction.id == "information-systems-classified.nation.2024-08"
                && &*rate.id == "information-systems-classified-rate.nation.2024-08")
    };
    assert_eq!((kinds(&before, &is_rate), kinds(&fraction, &is_rate)), (0, 1));
}

#[test]
fn findings_do_not_depend_on_the_order_of_the_file() {
    let told = |dataset: &Dataset| {
        let one = |finding: &Finding<'_>| {
            let mut figures = finding.figures();
            figures.sort_unstable();
            let kind = format!("{finding:?}");
            format!("{} {figures:?}", kind.split(|c: char| !c.is_alphanumeric()).next().unwrap())
        };
        findings(dataset).iter().map(one).collect::<BTreeSet<String>>()
    };
    let turned = with_records("observations.json", |records| records.reverse());
    let straight = with_records("observations.json", |_| {});
    assert_eq!(told(&straight), told(&turned));
}

/// The shipped dataset with one record of `observations.json` changed.
fn altered(id: &str, change: impl Fn(&mut Value)) -> Dataset {
    with_records("observations.json", |records| {
        let found = records.iter_mut().find(|record| record["id"] == id);
        change(found.expect(id));
    })
}

/// The shipped dataset with the records of one file changed.
fn with_records(name: &str, change: impl Fn(&mut Vec<Value>)) -> Dataset {
    with_file(name, |text| {
        let mut records: Vec<Value> = serde_json::from_str(text).expect(name);
        change(&mut records);
        serde_json::to_string(&records).expect("JSON")
    })
}

fn record<'a>(records: &'a [Value], id: &str) -> &'a Value {
    records.iter().find(|record| record["id"] == id).expect(id)
}

const HOA_BINH: &str = "online-handled.hoa-binh.2022-08";
const RURAL: &str = "end-to-end.rural-mountain.2024";

#[track_caller]
fn observe<'a>(dataset: &'a Dataset, id: &str) -> &'a Observation {
    dataset.observation(id).expect(id)
}

/// Asserts that the interval holds `value` and extends at most `reach` to either side of it.
#[track_caller]
fn holds(interval: Interval, value: f64, reach: f64) {
    assert!(interval.holds(value), "{value} is not in {interval:?}");
    let ends = [interval.low(), interval.high()].map(|end| end.value().expect("a limit"));
    assert!(ends.iter().all(|end| (end - value).abs() <= reach + 1e-9), "{interval:?}");
}

fn year(year: u16) -> Period {
    let date = Date { year, month: None, day: None };
    Period { span: Span::During { from: date, to: date }, inferred: Vec::new() }
}

/// The shipped dataset with one file changed, without other files that name its records.
fn with_file(name: &str, change: impl Fn(&str) -> String) -> Dataset {
    let mut texts = read_seeds();
    let place = |name: &str| FILES.iter().position(|file| *file == name).expect(name);
    texts[place(name)] = change(&texts[place(name)]);
    // Stories name checks; checks name figures.
    for other in ["checks.json", "stories.json"].into_iter().filter(|other| *other != name) {
        "[]".clone_into(&mut texts[place(other)]);
    }
    load(&Files::from_texts(texts.each_ref().map(String::as_str))).expect("sound data")
}

/// One dataset for all cases of a property.
fn shipped_once() -> &'static Dataset {
    thread_local! {
        static ONCE: &'static Dataset = Box::leak(Box::new(shipped()));
    }
    ONCE.with(|dataset| *dataset)
}
