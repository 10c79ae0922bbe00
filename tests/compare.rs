//! Which comparisons are allowed: hand-judged pairs (`tests/judged/pairs.txt`), rules that hold for
//! every pair, ranks that never claim more than is known.
#![expect(clippy::expect_used, clippy::panic, reason = "a failing test says where it failed")]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::{questions, read_seeds, shipped};
use proptest::prelude::*;
use ro_so::compare::{
    Judgement, Question, RankSpan, Ranking, Reason, Severity, Universe, Verdict, ask, judge,
    ranking,
};
use ro_so::data::{Dataset, Direction, EntityKind, Files, Id, Kind, Observation, Operation, load};
use ro_so::view::address;
use serde_json::{Value, json};

// ---- pairs judged by hand ----

#[test]
fn every_pair_is_judged_as_by_hand() {
    let dataset = shipped();
    let text = std::fs::read_to_string("tests/judged/pairs.txt").expect("the judged pairs");
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let (mut judged, mut problems) = (0, Vec::new());
    for line in lines {
        let [operation, left, right, verdict, reasons, why] =
            line.split('|').map(str::trim).collect::<Vec<_>>()[..]
        else {
            panic!("expected six columns: {line}");
        };
        let wanted: BTreeSet<String> = reasons.split_whitespace().map(str::to_owned).collect();
        for (left, right) in [(left, right), (right, left)] {
            let (a, b) = (observe(&dataset, left), observe(&dataset, right));
            let found = judge(&dataset, a, b, operation_named(operation));
            if (found.verdict, names(&found)) != (verdict_named(verdict), wanted.clone()) {
                let names = names(&found);
                let verdict = found.verdict;
                problems.push(format!("{line}\n    found {verdict:?} {names:?} ({why})"));
            }
        }
        judged += 1;
    }
    assert!(judged >= 80, "{judged} pairs");
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

fn operation_named(name: &str) -> Operation {
    match name {
        "side by side" => Operation::SideBySide,
        "difference" => Operation::Difference,
        "ratio" => Operation::Ratio,
        "rank" => Operation::Rank,
        "trend" => Operation::Trend,
        "sum" => Operation::Sum,
        "share" => Operation::Share,
        _ => panic!("no operation {name:?}"),
    }
}

fn verdict_named(name: &str) -> Verdict {
    match name {
        "comparable" => Verdict::Comparable,
        "with care" => Verdict::WithCare,
        "not comparable" => Verdict::NotComparable,
        _ => panic!("no verdict {name:?}"),
    }
}

#[test]
fn units_of_before_and_after_the_reorganisation_are_never_computed_with() {
    let entities = [
        unit(17, "province63", "Hòa Bình", json!({ "to": "2025-06-30" })),
        unit(25, "province34", "Phú Thọ", json!({ "from": "2025-07-01" })),
    ];
    let figure = |id: &str, entity: &str, year: u16| {
        observation(id, entity, year, &json!({ "value": 50, "step": 1, "qualifier": "exact" }))
    };
    let old = figure("old", "province63:17", 2024);
    let new = figure("new", "province34:25", 2025);
    let dataset = small(&entities, &[old, new], "higher");
    let pair = (observe(&dataset, "old"), observe(&dataset, "new"));
    for operation in Operation::ALL.into_iter().filter(|o| *o != Operation::SideBySide) {
        let found = judge(&dataset, pair.0, pair.1, operation);
        assert_eq!(found.verdict, Verdict::NotComparable, "{operation:?}");
        assert!(names(&found).contains("UnitReorganised"), "{operation:?}: {found:?}");
    }
}

// ---- rules that hold for every pair ----

#[test]
fn a_verdict_follows_from_its_most_serious_reason() {
    let dataset = shipped();
    for (a, b) in pairs(&dataset) {
        for operation in Operation::ALL {
            let found = judge(&dataset, a, b, operation);
            let severities: Vec<Severity> = found.reasons.iter().map(|(_, s)| *s).collect();
            let wanted = match severities.first() {
                None => Verdict::Comparable,
                Some(Severity::Blocks) => Verdict::NotComparable,
                Some(Severity::Care) => Verdict::WithCare,
                Some(Severity::None) => unreachable_reason(&found),
            };
            assert_eq!(found.verdict, wanted, "{found:?}");
            assert!(severities.is_sorted_by(|x, y| x >= y), "{found:?}");
            assert_eq!(names(&found).len(), found.reasons.len(), "a reason twice: {found:?}");
            // Anything may be shown beside anything.
            if operation == Operation::SideBySide {
                assert_ne!(found.verdict, Verdict::NotComparable, "{found:?}");
            }
        }
    }
}

#[test]
fn rates_and_scores_are_never_added_up_and_counts_are() {
    let dataset = shipped();
    let verdict = |a: &str, b: &str, operation| {
        let (a, b) = (dataset.observation(a).unwrap(), dataset.observation(b).unwrap());
        judge(&dataset, a, b, operation).verdict
    };
    for operation in [Operation::Sum, Operation::Share] {
        let rates = ["end-to-end.ha-nam.2024", "end-to-end.da-nang.2024"];
        assert_eq!(verdict(rates[0], rates[1], operation), Verdict::NotComparable);
    }
    let people = ["population.hoa-binh.2023", "population.ca-mau.2023"];
    assert_eq!(verdict(people[0], people[1], Operation::Sum), Verdict::Comparable);
}

#[test]
fn nothing_but_what_is_known_of_it_stands_between_a_figure_and_itself() {
    let dataset = shipped();
    let own = [
        "OnlyABound",
        "Approximate",
        "FollowsFromList",
        "OtherScope",
        "PartlyCounted",
        "NotAdditive",
    ];
    for o in &dataset.observations {
        for operation in Operation::ALL {
            let found = names(&judge(&dataset, o, o, operation));
            let others: Vec<_> = found.iter().filter(|name| !own.contains(&&***name)).collect();
            assert!(others.is_empty(), "{operation:?} of {}: {others:?}", o.id);
        }
    }
}

fn unreachable_reason(found: &Judgement) -> Verdict {
    assert!(found.reasons.is_empty(), "a reason that does not matter is told: {found:?}");
    found.verdict
}

/// Pairs of shipped figures, the same in every run: all pairs among up to two figures of each kind
/// that a verdict distinguishes, and every 997th of all pairs.
fn pairs(dataset: &Dataset) -> Vec<(&Observation, &Observation)> {
    let mut kinds: BTreeMap<String, Vec<&Observation>> = BTreeMap::new();
    for o in &dataset.observations {
        let entity = dataset.entity(&o.entity).map(|entity| entity.kind);
        let hedge = o.quantity.map(|quantity| (quantity.hedge, quantity.unit));
        let derived = o.derived_from.is_some();
        let kind = format!(
            "{} {entity:?} {hedge:?} {:?} {:?} {:?} {derived}",
            o.indicator, o.period.span, o.scope, o.kind
        );
        let figures = kinds.entry(kind).or_default();
        if figures.len() < 2 {
            figures.push(o);
        }
    }
    let chosen: Vec<&Observation> = kinds.into_values().flatten().collect();
    let all = &dataset.observations;
    let near = chosen.iter().flat_map(|a| chosen.iter().map(move |b| (*a, *b)));
    let far = all.iter().flat_map(|a| all.iter().map(move |b| (a, b))).step_by(997);
    near.chain(far).collect()
}

fn names(judgement: &Judgement) -> BTreeSet<String> {
    judgement.reasons.iter().map(|(reason, _)| name(reason)).collect()
}

/// The reason's name, without its data.
fn name(reason: &Reason) -> String {
    let text = format!("{reason:?}");
    text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned()
}

#[track_caller]
fn observe<'a>(dataset: &'a Dataset, id: &str) -> &'a Observation {
    dataset.observation(id).expect(id)
}

// ---- ranks ----

#[test]
fn ranks_of_the_dti_are_those_that_were_printed() {
    let dataset = shipped();
    let mut seen = 0;
    for year in [2022, 2023, 2024] {
        let (answer, question) = answer(&dataset, &format!("i=dti_province&time={year}"));
        for row in &answer.rows {
            let printed = dataset
                .of_indicator("dti_province_rank")
                .find(|o| o.entity == row.entity.id && o.period.same_span(&question.period))
                .and_then(|o| o.quantity?.value())
                .expect("a printed rank");
            let place = printed as u16;
            let name = &row.entity.name.vi;
            assert_eq!(row.rank, Some(RankSpan { first: place, last: place }), "{name}, {year}");
            seen += 1;
        }
    }
    assert_eq!(seen, 63 * 3);
}

#[test]
fn ranks_say_what_a_complete_list_leaves_open() {
    let classes = "i=end_to_end_dossier_rate&time=2024";
    let leaders = "i=online_handled_dossier_rate&time=2022-08";
    check_ranks(&[
        (classes, "Hà Nam", 1, 1),
        (classes, "Đà Nẵng", 2, 2),
        (classes, "Hà Giang", 3, 3),
        (classes, "Nam Định", 4, 4),
        // The seven below 10 %.
        (classes, "Hà Nội", 57, 63),
        (classes, "TP. Hồ Chí Minh", 57, 63),
        (classes, "Đồng Tháp", 57, 63),
        // Between the two classes, with 51 others.
        (classes, "Hòa Bình", 5, 56),
        (classes, "Cà Mau", 5, 56),
        // The five highest of 63 hold the ranks 1 to 5; nobody else does.
        (leaders, "Hòa Bình", 1, 1),
        (leaders, "Quảng Ninh", 2, 2),
        (leaders, "Ninh Bình", 3, 3),
        (leaders, "Hà Nam", 4, 4),
    ]);
}

#[test]
fn the_last_of_the_leaders_stands_before_every_unit_the_list_does_not_name() {
    let leaders = "i=online_handled_dossier_rate&time=2022-08";
    let extremes = "i=online_filed_dossier_rate&time=2022-11";
    check_ranks(&[
        // Five highest of 63: Thanh Hóa is the fifth, whoever comes next is the sixth or later.
        (leaders, "Thanh Hóa", 5, 5),
        (leaders, "Hà Nội", 6, 63),
        // Five highest and five lowest.
        (extremes, "Ninh Bình", 5, 5),
        (extremes, "Quảng Ngãi", 59, 59),
        (extremes, "Bạc Liêu", 63, 63),
        (extremes, "Hà Nội", 6, 58),
    ]);
}

/// Asks for a list with a province added, and checks the span of that province's ranks.
#[track_caller]
fn check_ranks(cases: &[(&str, &str, u16, u16)]) {
    let dataset = shipped();
    for (query, place, first, last) in cases {
        let entity = dataset
            .of_kind(EntityKind::Province63)
            .find(|entity| *entity.name.vi == **place)
            .expect(place);
        let (answer, _) = answer(&dataset, &format!("{query}&focus={}", entity.id));
        let row = answer.rows.iter().find(|row| row.entity.id == entity.id).expect(place);
        let wanted = RankSpan { first: *first, last: *last };
        assert_eq!(row.rank, Some(wanted), "{place}, {query}");
    }
}

#[test]
fn a_partial_list_carries_no_rank() {
    let dataset = shipped();
    let mut partial = 0;
    for question in questions(&dataset) {
        let answer = ranking(&dataset, &question).expect("an answer");
        let known = answer.rows.iter().chain(&answer.silent).all(|row| row.figure.is_some());
        assert_eq!(answer.complete, known, "{question:?}");
        let ranked = answer.rows.iter().chain(&answer.silent).filter(|row| row.rank.is_some());
        let wanted = if known { answer.of } else { 0 };
        assert_eq!(ranked.count(), wanted, "{question:?}");
        partial += usize::from(!known);
        // No list reports all ministries, so above all they must not be ranked.
        if question.universe == Universe::Ministries {
            assert!(!known, "{question:?}");
        }
    }
    assert!(partial > 4, "only {partial} partial lists");
}

#[test]
fn rows_stand_from_the_best_to_the_unknown_whatever_the_order_of_the_file() {
    let straight = shipped();
    let mut texts = read_seeds();
    for text in texts.iter_mut().skip(3).take(2) {
        let mut records: Vec<Value> = serde_json::from_str(text).expect("an array");
        records.reverse();
        *text = Value::Array(records).to_string();
    }
    let reversed =
        load(&Files::from_texts(texts.each_ref().map(String::as_str))).expect("sound data");
    let found = questions(&straight);
    assert!(found.len() > 15, "only {} questions", found.len());
    for question in found {
        assert_eq!(summary(&straight, &question), summary(&reversed, &question), "{question:?}");
    }
}

#[test]
fn printed_values_stand_in_the_order_in_which_they_were_printed() {
    let dataset = shipped();
    for question in questions(&dataset) {
        let answer = ranking(&dataset, &question).expect("an answer");
        let lower = answer.indicator.direction == Direction::Lower;
        let printed = answer.rows.iter().filter_map(|row| {
            let quantity = row.figure?.quantity.filter(|quantity| !quantity.is_bound())?;
            Some((&row.entity.name.vi, quantity.value()?))
        });
        let printed: Vec<_> = printed.collect();
        for pair in printed.windows(2) {
            let [above, below] = pair else { continue };
            let in_order = if lower { above.1 <= below.1 } else { above.1 >= below.1 };
            assert!(in_order, "{above:?} before {below:?}, {} ", question.indicator);
        }
    }
}

/// Everything of an answer that a reader sees, as text.
fn summary(dataset: &Dataset, question: &Question) -> Vec<String> {
    let answer = ranking(dataset, question).expect("an answer");
    let row = |row: &ro_so::compare::Row<'_>| {
        let figure = row.figure.map(|figure| &figure.id);
        format!("{} {figure:?} {:?}", row.entity.id, row.rank)
    };
    let mut targets: Vec<String> = answer.targets.iter().map(|o| o.id.to_string()).collect();
    targets.sort();
    let references = answer.references.iter().map(|o| o.id.to_string());
    answer.rows.iter().chain(&answer.silent).map(row).chain(references).chain(targets).collect()
}

#[test]
fn reference_lines_never_come_from_another_layer_or_another_time() {
    let dataset = shipped();
    for question in questions(&dataset) {
        let answer = ranking(&dataset, &question).expect("an answer");
        let layers: BTreeSet<String> = answer
            .rows
            .iter()
            .filter_map(|row| row.figure)
            .chain(answer.references.iter().copied())
            .map(|o| format!("{:?}", o.layer))
            .collect();
        assert_eq!(layers.len(), 1, "{question:?}: {layers:?}");
        for reference in &answer.references {
            assert!(reference.period.same_span(&question.period), "{}", reference.id);
            assert_eq!(reference.kind, Kind::Observation, "{}", reference.id);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Whatever true values the printed figures allow, each unit's true place lies in its span,
    /// and the order of the file changes nothing.
    #[test]
    fn no_true_value_lies_outside_its_ranks(
        figures in prop::collection::vec((0u8..6, 0u32..=100, 1u32..20), 2..9),
        shares in prop::collection::vec(0.001f64..0.999, 9),
        turn in 0usize..9,
        lower in any::<bool>(),
    ) {
        let direction = if lower { "lower" } else { "higher" };
        let mut records: Vec<Value> = Vec::new();
        let mut entities = Vec::new();
        for (at, figure) in figures.iter().enumerate() {
            let code = at as u8 + 1;
            entities.push(unit(code, "province63", &format!("Tỉnh {code}"), json!({ "to": "2025-06-30" })));
            let id = format!("figure.{code}");
            records.push(observation(&id, &format!("province63:{code:02}"), 2024, &printed(*figure)));
        }
        let dataset = small(&entities, &records, direction);
        records.rotate_left(turn % figures.len());
        let turned = small(&entities, &records, direction);
        let question = questions(&dataset).pop().expect("a question");
        prop_assert_eq!(summary(&dataset, &question), summary(&turned, &question));

        let answer = ranking(&dataset, &question).expect("an answer");
        let truth = true_values(&answer, &shares);
        for row in &answer.rows {
            let value = truth.get(&row.entity.id).copied().expect("a value");
            let better = |other: &&f64| if lower { **other < value } else { **other > value };
            let place = 1 + truth.values().filter(better).count() as u16;
            let span = row.rank.expect("every unit has a figure");
            prop_assert!((span.first..=span.last).contains(&place), "{} is {place}, not in {span:?}", row.entity.id);
            prop_assert!(span.last <= answer.of as u16);
        }
        // Best first: no unit comes after one that is certainly worse.
        for pair in answer.rows.windows(2) {
            let [above, below] = pair else { continue };
            let (above, below) = (above.rank.expect("a rank"), below.rank.expect("a rank"));
            prop_assert!(above.first <= below.last, "{above:?} before {below:?}");
        }
    }
}

/// A figure of one of six wordings.
fn printed((wording, value, step): (u8, u32, u32)) -> Value {
    let tenths = f64::from((value * 10 + step).min(1000)) / 10.0;
    match wording {
        0 => json!({ "value": value, "step": 1, "qualifier": "exact" }),
        1 => json!({ "value": tenths, "step": 0.1, "qualifier": "exact" }),
        2 => {
            json!({ "value": value.max(1), "step": 1, "qualifier": "below", "reading": "threshold" })
        }
        3 => {
            json!({ "value": value.min(99), "step": 1, "qualifier": "above", "reading": "threshold" })
        }
        4 => json!({ "value": value, "step": 1, "qualifier": "about" }),
        _ => {
            json!({ "low": value, "high": (value + step).min(100), "step": 1, "qualifier": "range" })
        }
    }
}

/// For every unit a value that its figure allows; figures printed alike get the same value, as
/// every printed ranking assumes.
fn true_values(answer: &Ranking<'_>, shares: &[f64]) -> BTreeMap<Id, f64> {
    let mut values = BTreeMap::new();
    let mut alike: Vec<(ro_so::quantity::Quantity, f64)> = Vec::new();
    for (row, share) in answer.rows.iter().zip(shares) {
        let figure = row.figure.expect("a figure");
        let (quantity, interval) = (figure.quantity.expect("printed"), figure.interval);
        let interval = interval.expect("a figure allows something");
        let (low, high) = (interval.low().value().unwrap_or(0.0), interval.high().value());
        let inside = low + share * (high.unwrap_or(100.0) - low);
        let known = alike.iter().find(|(other, _)| *other == quantity && !quantity.is_bound());
        let value = known.map_or(inside, |(_, value)| *value);
        alike.push((quantity, value));
        values.insert(row.entity.id.clone(), value);
    }
    values
}

#[track_caller]
fn answer<'a>(dataset: &'a Dataset, query: &str) -> (Ranking<'a>, Question) {
    let (view, notes) = address::parse(query);
    let (question, missed) = ask(dataset, &view).expect("a question");
    assert!(notes.is_empty() && missed.is_empty(), "{query}: {notes:?} {missed:?}");
    (ranking(dataset, &question).expect("an answer"), question)
}

// ---- small datasets ----

/// A province, with further fields.
fn unit(code: u8, kind: &str, name: &str, more: Value) -> Value {
    let mut entity = json!({
        "id": format!("{kind}:{code:02}"),
        "kind": kind,
        "name": { "vi": name, "en": name },
        "code": format!("{code:02}"),
    });
    if let (Some(entity), Value::Object(more)) = (entity.as_object_mut(), more) {
        entity.extend(more);
    }
    entity
}

/// A yearly percentage, printed in the one document of a small dataset.
fn observation(id: &str, entity: &str, year: u16, quantity: &Value) -> Value {
    let mut quantity = quantity.clone();
    quantity["unit"] = json!("percent");
    json!({
        "id": id,
        "indicator": "rate",
        "entity": entity,
        "period": { "during": { "from": format!("{year}-01"), "to": format!("{year}-12") } },
        "quantity": quantity,
        "mentions": [{ "source": "paper", "printed": "x%" }],
    })
}

/// A dataset of one indicator, loaded and checked as the shipped one is.
#[track_caller]
fn small(entities: &[Value], observations: &[Value], direction: &str) -> Dataset {
    let text = |words: &str| json!({ "vi": words, "en": words });
    let sources = json!({
        "reports": [],
        "documents": [{
            "id": "paper", "layer": "context", "title": text("Báo"), "publisher": text("Báo"),
            "issuer": text("Báo"), "date": "2025", "url": null,
        }],
    });
    let indicators = json!([{
        "id": "rate", "label": text("tỷ lệ"), "official": text("tỷ lệ"), "definition": text("tỷ lệ"),
        "measure": "rate", "unit": "percent", "direction": direction, "theme": "dossiers",
        "denominator": text("tổng số"), "family": "rate",
    }]);
    let texts = [
        sources.to_string(),
        indicators.to_string(),
        json!(entities).to_string(),
        json!([]).to_string(),
        json!(observations).to_string(),
        json!([]).to_string(),
        json!([]).to_string(),
        json!([]).to_string(),
        json!([]).to_string(),
        json!({ "sections": [], "terms": [] }).to_string(),
        json!([]).to_string(),
    ];
    load(&Files::from_texts(texts.each_ref().map(String::as_str))).expect("a sound dataset")
}
