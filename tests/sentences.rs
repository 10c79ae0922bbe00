//! Every sentence that the program makes could stand in a newspaper, and none says what the
//! figures do not.
//!
//! All of them are written to `target/sentences.txt`, to be read by a person after a change: a
//! test finds a doubled word, not a clumsy one.
#![expect(clippy::expect_used, reason = "a failing test says where it failed")]

mod common;

use std::fmt::Write as _;
use std::fs;

use common::{UNFAIR, questions, read_seeds, shipped, telling_views};
use ro_so::chart::{exhibit, offered_tabs};
use ro_so::compare::{
    Question, Reason, Verdict, ask, compute, evaluate, figures_of_territory, findings,
    how_far_apart, how_far_to_target, how_it_changed, is_place, printed_order, profile, ranking,
    story_judgement, target_for, what_became_of, what_is_typical, who_says_so,
};
use ro_so::data::{
    Dataset, Date, Entity, EntityKind, FILES, Kind, Layer, Observation, Operation, Period, Span,
};
use ro_so::quantity::{Refusal, Unit};
use ro_so::text::{
    Key, allowed, beside_time, check_sentence, check_verdict, coverage, finding, finding_sentence,
    first_sentence, history_sentence, named_sentence, outcome_sentence, printed_rank_sentence,
    profile_sentence, reason_label, reason_sentence, reason_side, refusal, region_sentence,
    silence_sentence, spread_sentence, target_sentence, territory_sentence, title, units_name,
    verdict, witnesses_sentence,
};
use ro_so::view::{Lang, Sort, View, address};
use serde_json::Value;
use unicode_normalization::is_nfc;

#[test]
fn every_title_finding_and_coverage_reads_as_a_sentence() {
    let dataset = shipped();
    let mut problems = Vec::new();
    for lang in Lang::ALL {
        for (name, question) in asked(&dataset) {
            let answer = ranking(&dataset, &question).expect("an answer");
            let heading = title(&answer, &question, lang);
            problems.extend(in_text(&name, &heading, &dataset));
            problems.extend(begins_lower(&name, &heading));
            if heading.ends_with('.') {
                problems.push(format!("{name}: a title ends with a full stop: {heading}"));
            }
            let found = finding(&answer, &question, lang);
            for text in coverage(&answer, &question, lang).into_iter().chain([found]) {
                problems.extend(in_text(&name, &text, &dataset));
                problems.extend(in_sentences(&name, &text));
            }
        }
    }
    check(&problems);
}

#[test]
fn every_word_of_an_exhibit_reads_as_one() {
    let dataset = shipped();
    let mut problems = Vec::new();
    for view in telling_views(&dataset) {
        for (tab, found) in offered_tabs(&dataset, &view) {
            for lang in Lang::ALL.into_iter().filter(|_| found.is_ok()) {
                let view = View { tab, lang: Some(lang), ..view.clone() };
                let shown = exhibit(&dataset, &view, lang).expect("an exhibit");
                let name = address::print(&view);
                problems.extend(in_text(&name, &shown.title, &dataset));
                // This line may name the bare unit "%", which the check would take for a slip.
                problems.extend(in_text(&name, &shown.unit_line.replace(" (%)", ""), &dataset));
                problems.extend(begins_lower(&name, &shown.title));
                for text in shown.reasons.iter().chain(&shown.caveats).chain([&shown.finding]) {
                    problems.extend(in_text(&name, text, &dataset));
                    problems.extend(in_sentences(&name, text));
                }
                let (first, rest) = first_sentence(&shown.finding);
                problems.extend(in_sentences(&name, first));
                problems.extend(begins_lower(&name, rest));
                if [first, rest].join(" ").trim_end() != shown.finding {
                    problems.push(format!("{name}: torn apart: {first} | {rest}"));
                }
                for text in shown.missing.iter().map(|missing| &missing.reason) {
                    problems.extend(in_text(&name, text, &dataset));
                    problems.extend(begins_lower(&name, text));
                }
                for row in &shown.rows {
                    problems.extend(in_text(&name, &row.spoken, &dataset));
                }
            }
        }
    }
    check(&problems);
}

#[test]
fn the_first_sentence_of_a_finding_does_not_end_within_a_name_or_a_number() {
    assert_eq!(
        first_sentence("TP. Hồ Chí Minh cao nhất: 1.234. Hà Nội đứng sau. Hết."),
        ("TP. Hồ Chí Minh cao nhất: 1.234.", "Hà Nội đứng sau. Hết.")
    );
    assert_eq!(first_sentence("Đà Nẵng: 58,89%."), ("Đà Nẵng: 58,89%.", ""));
    assert_eq!(first_sentence(""), ("", ""));
}

#[test]
fn every_offered_chart_has_a_finding() {
    let dataset = shipped();
    let empty: Vec<String> = asked(&dataset)
        .into_iter()
        .filter(|(_, question)| {
            let answer = ranking(&dataset, question).expect("an answer");
            Lang::ALL.into_iter().any(|lang| finding(&answer, question, lang).is_empty())
        })
        .map(|(name, _)| name)
        .collect();
    check(&empty);
}

#[test]
fn the_unit_that_is_said_to_lead_has_the_highest_printed_value() {
    let dataset = shipped();
    let mut problems = Vec::new();
    for (name, question) in of_all(&dataset) {
        let answer = ranking(&dataset, &question).expect("an answer");
        let printed = answer.rows.iter().filter_map(|row| {
            let quantity = row.figure?.quantity.filter(|quantity| !quantity.is_bound())?;
            Some((quantity.value()?, &row.entity.name))
        });
        let Some((_, leader)) = printed.max_by(|a, b| a.0.total_cmp(&b.0)) else { continue };
        for lang in Lang::ALL {
            let found = finding(&answer, &question, lang);
            let first = found.split([':', ';']).next().unwrap_or_default();
            if !first.contains(lang.of(leader)) {
                problems.push(format!("{name}: {} is printed highest: {found}", leader.vi));
            }
        }
    }
    check(&problems);
}

#[test]
fn units_that_tie_are_all_named_or_none_of_them() {
    let dataset = shipped();
    let mut problems = Vec::new();
    for (name, question) in of_all(&dataset) {
        let answer = ranking(&dataset, &question).expect("an answer");
        for lang in Lang::ALL {
            let found = finding(&answer, &question, lang);
            for row in &answer.rows {
                let quantity = row.figure.and_then(|figure| figure.quantity);
                let tied = answer
                    .rows
                    .iter()
                    .filter(|other| other.figure.and_then(|figure| figure.quantity) == quantity);
                let unnamed: Vec<&str> = tied
                    .map(|other| lang.of(&other.entity.name))
                    .filter(|other| !found.contains(other))
                    .collect();
                let this = lang.of(&row.entity.name);
                if found.contains(this) && !unnamed.is_empty() {
                    problems.push(format!("{name}: {this} but not {unnamed:?}: {found}"));
                }
            }
        }
    }
    check(&problems);
}

/// Of several that share a place, those that were not chosen are counted.
#[test]
fn a_shared_place_is_not_told_as_that_of_one() {
    let mut dataset = shipped();
    let set = |dataset: &mut Dataset, id: &str, like: &str| {
        let (quantity, interval) = {
            let found = observe(dataset, like);
            (found.quantity, found.interval)
        };
        let found = dataset.observations.iter_mut().find(|o| &*o.id == id).expect("a figure");
        (found.quantity, found.interval) = (quantity, interval);
    };
    set(&mut dataset, "dti.ha-noi.2024", "dti.ho-chi-minh.2024");
    set(&mut dataset, "dti.ha-nam.2024", "dti.quang-binh.2024");
    let told = |query: &str, lang| {
        let (view, _) = address::parse(query);
        let (question, _) = ask(&dataset, &view).expect("a question");
        let answer = ranking(&dataset, &question).expect("an answer");
        finding(&answer, &question, lang).replace('\u{a0}', " ")
    };
    let all = "p=compare&i=dti_province&time=2024";
    let found = told(all, Lang::Vi);
    assert!(found.starts_with("Hà Nội và TP. Hồ Chí Minh cùng cao nhất trong 63"), "{found}");
    let delta = format!("{all}&e=region6:DBSH");
    let found = told(&delta, Lang::Vi);
    assert!(found.contains("Hà Nội và 1 nơi khác cùng cao nhất trong 63"), "{found}");
    assert!(found.contains("Hà Nam và 1 nơi khác cùng thấp nhất trong 63"), "{found}");
    let found = told(&delta, Lang::En);
    assert!(found.contains("Hà Nội and one other share the highest"), "{found}");
    // Nor does its rank alone tell it.
    let found = told(&format!("{all}&focus=province63:01"), Lang::Vi);
    assert!(found.contains("Hà Nội và TP. Hồ Chí Minh cùng cao nhất"), "{found}");
}

#[test]
fn numbers_of_things_are_more_or_fewer_and_never_above_one_another() {
    let dataset = shipped();
    let (view, _) =
        address::parse("p=compare&i=population_mean&e=province63:01~province63:79&only=1");
    let (question, _) = ask(&dataset, &view).expect("a question");
    let answer = ranking(&dataset, &question).expect("an answer");
    let told = |lang| finding(&answer, &question, lang).replace('\u{a0}', " ");
    let (vi, en) = (told(Lang::Vi), told(Lang::En));
    assert!(vi.contains("Hồ Chí Minh nhiều hơn Hà Nội"), "{vi}");
    assert!(
        en.contains("Ho Chi Minh City has ") && en.contains(" people more than Hà Nội"),
        "{en}"
    );
}

#[test]
fn only_a_bound_is_said_to_be_known_by_a_limit() {
    let dataset = shipped();
    let mut problems = Vec::new();
    for (name, question) in asked(&dataset) {
        let answer = ranking(&dataset, &question).expect("an answer");
        let figures = answer.rows.iter().filter_map(|row| row.figure?.quantity);
        let bounds = figures.filter(ro_so::quantity::Quantity::is_bound).count();
        for (lang, words) in
            [(Lang::Vi, "trên hay dưới một mốc"), (Lang::En, "known only by a limit")]
        {
            let found = finding(&answer, &question, lang);
            if found.contains(words) && bounds == 0 {
                problems.push(format!("{name}: every figure is printed outright: {found}"));
            }
        }
    }
    check(&problems);
}

#[test]
fn a_title_does_not_name_its_units_twice_in_one_breath() {
    let dataset = shipped();
    let unit = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        ["tỉnh", "bộ", "vùng", "provinc", "ministr", "region"]
            .into_iter()
            .find(|unit| if unit.is_ascii() { word.starts_with(unit) } else { word == *unit })
    };
    let mut problems = Vec::new();
    for (name, question) in of_all(&dataset) {
        let answer = ranking(&dataset, &question).expect("an answer");
        for lang in Lang::ALL {
            // Such as "cấp bộ của các bộ", "of a region of regions".
            let heading = title(&answer, &question, lang);
            let units: Vec<_> = heading.split_whitespace().map(unit).collect();
            let twice = units.iter().enumerate().any(|(at, unit)| {
                unit.is_some() && units.iter().skip(at + 1).take(3).any(|other| other == unit)
            });
            if twice {
                problems.push(format!("{name}: {heading}"));
            }
        }
    }
    check(&problems);
}

#[test]
fn a_gap_says_that_it_was_computed_here() {
    // Every figure computed here carries that label, because no report prints it.
    let dataset = shipped();
    let mut problems = Vec::new();
    for (name, question) in asked(&dataset) {
        let answer = ranking(&dataset, &question).expect("an answer");
        for lang in Lang::ALL {
            let found = finding(&answer, &question, lang);
            let gap = ["điểm phần trăm", "percentage points"]
                .iter()
                .any(|unit| found.replace('\u{a0}', " ").contains(unit));
            if gap && !found.contains(Key::ComputedHere.text(lang)) {
                problems.push(format!("{name}: {found}"));
            }
        }
    }
    check(&problems);
}

#[test]
fn the_order_of_the_rows_does_not_change_what_is_said() {
    let dataset = shipped();
    for (name, question) in asked(&dataset) {
        let by_name = Question { sort: Sort::Name, ..question.clone() };
        let (a, b) = (ranking(&dataset, &question), ranking(&dataset, &by_name));
        let (a, b) = (a.expect("an answer"), b.expect("an answer"));
        for lang in Lang::ALL {
            assert_eq!(finding(&a, &question, lang), finding(&b, &by_name, lang), "{name}");
        }
    }
}

#[test]
fn no_fixed_string_is_mistyped() {
    let dataset = shipped();
    let mut problems = Vec::new();
    for key in Key::ALL {
        for lang in Lang::ALL {
            let text = key.text(lang);
            problems.extend(in_text(&format!("{key:?} {}", lang.tag()), text, &dataset));
            if text.trim() != text || text.is_empty() {
                problems.push(format!("{key:?}: space at an end, or nothing: {text:?}"));
            }
        }
        // Both languages have the same placeholders.
        let holes = |lang| {
            let mut found: Vec<&str> = key
                .text(lang)
                .split('{')
                .skip(1)
                .filter_map(|rest| rest.split('}').next())
                .collect();
            found.sort_unstable();
            found
        };
        if holes(Lang::Vi) != holes(Lang::En) {
            problems.push(format!("{key:?}: {:?} and {:?}", holes(Lang::Vi), holes(Lang::En)));
        }
    }
    check(&problems);
}

#[test]
fn no_text_of_a_story_is_mistyped_or_unfair() {
    let dataset = shipped();
    let mut problems = Vec::new();
    for story in &dataset.stories {
        let headings = [&story.headline, &story.short];
        let headings = headings.into_iter().chain(story.panels.iter().map(|panel| &panel.title));
        for lang in Lang::ALL {
            let name = format!("{} {}", story.id, lang.tag());
            for text in headings.clone() {
                problems.extend(in_text(&name, lang.of(text), &dataset));
                problems.extend(begins_lower(&name, lang.of(text)));
            }
            for text in [&story.finding].into_iter().chain(&story.text).chain(&story.caveats) {
                problems.extend(in_text(&name, lang.of(text), &dataset));
                problems.extend(in_sentences(&name, lang.of(text)));
            }
        }
    }
    check(&problems);
}

#[test]
fn no_text_of_the_dataset_says_what_may_not_be_written() {
    let dataset = shipped();
    let mut texts = Vec::new();
    for (file, json) in FILES.iter().zip(read_seeds()) {
        let value: Value = serde_json::from_str(&json).expect(file);
        strings(&value, file, &mut texts);
    }
    assert!(texts.len() > 3000, "{}", texts.len());
    let slips = texts.iter().flat_map(|(path, text)| {
        forbidden(text, &dataset).into_iter().map(move |slip| format!("{path}: {slip}: {text}"))
    });
    check(&slips.collect::<Vec<_>>());
    // The eight stories of the home page do have forbidden sentences, in both languages.
    for story in dataset.stories.iter().filter(|story| !story.reserve) {
        assert!(!story.never.is_empty(), "{}", story.id);
        for never in &story.never {
            assert!(never.vi.is_some() && never.en.is_some(), "{}: {never:?}", story.id);
        }
    }
}

/// Every string of a file but the sentences that may not be written, with its path.
fn strings(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => found.push((path.to_owned(), text.clone())),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                strings(item, &format!("{path}[{at}]"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields.iter().filter(|(name, _)| *name != "never") {
                strings(field, &format!("{path}.{name}"), found);
            }
        }
        _ => {}
    }
}

/// Texts of the dataset beside charts are checked like those of the stories.
#[test]
fn no_text_of_an_indicator_is_mistyped() {
    let dataset = shipped();
    let mut problems = Vec::new();
    for indicator in &dataset.indicators {
        let texts = [&indicator.label, &indicator.official, &indicator.definition];
        let texts = texts.into_iter().chain(&indicator.denominator_note);
        for text in texts.chain(indicator.breaks.iter().map(|found| &found.reason)) {
            for lang in Lang::ALL {
                let name = format!("{} {}", indicator.id, lang.tag());
                problems.extend(in_text(&name, lang.of(text), &dataset));
            }
        }
    }
    check(&problems);
}

#[test]
fn every_reason_has_its_words_in_both_languages() {
    let dataset = shipped();
    let mut problems = Vec::new();
    for reason in reasons() {
        for lang in Lang::ALL {
            let sentence = reason_sentence(&reason, lang);
            let name = format!("{reason:?} {}", lang.tag());
            problems.extend(in_text(&name, &sentence, &dataset));
            problems.extend(in_sentences(&name, &sentence));
            let words = sentence.split_whitespace().count();
            if words > 20 {
                problems.push(format!("{name}: {words} words: {sentence}"));
            }
            let label = reason_label(&reason, lang);
            problems.extend(in_text(&name, label, &dataset));
            problems.extend(begins_lower(&name, label));
        }
    }
    check(&problems);
}

/// The checker itself finds each kind of slip.
#[test]
fn the_checker_catches_each_kind_of_slip() {
    let dataset = shipped();
    for (text, wanted) in [
        ("Mức của của cả nước.", "doubled word"),
        ("Mức  của cả nước.", "double space"),
        ("Mức của \u{a0}cả nước.", "double space"),
        ("Mức \"dưới 5%\".", "straight quote"),
        ("Nguye\u{302}n.", "NFC"),
        ("HÒA BÌNH tụt từ 87%\u{a0}xuống dưới 5%.", "forbidden"),
        ("Hà Nội đội sổ.", "forbidden"),
        ("Hà Nội , 5%.", "space before"),
    ] {
        let found = in_text("", text, &dataset);
        assert!(found.len() == 1 && found.iter().any(|line| line.contains(wanted)), "{found:?}");
    }
    for (text, wanted) in
        [("mức cả nước.", "lower-case"), ("Mức. cả nước.", "lower-case"), ("Mức", "full stop")]
    {
        let found = in_sentences("", text);
        assert!(found.len() == 1 && found.iter().any(|line| line.contains(wanted)), "{found:?}");
    }
    let sound = "Mức của cả nước là 45,8%; “dưới 5%” là một mốc. Có số riêng: 11.";
    assert!(in_text("", sound, &dataset).is_empty() && in_sentences("", sound).is_empty());
}

#[test]
fn all_sentences_are_written_down_to_be_read() {
    let dataset = shipped();
    let mut page = String::new();
    for lang in Lang::ALL {
        writeln!(page, "==== {} ====\n", lang.tag()).ok();
        for (name, question) in asked(&dataset) {
            let answer = ranking(&dataset, &question).expect("an answer");
            writeln!(page, "[{name}]\n# {}", title(&answer, &question, lang)).ok();
            writeln!(page, "  {}", finding(&answer, &question, lang)).ok();
            for line in coverage(&answer, &question, lang) {
                writeln!(page, "  - {line}").ok();
            }
            page.push('\n');
        }
        for found in [Verdict::Comparable, Verdict::WithCare, Verdict::NotComparable] {
            writeln!(page, "{found:?}: {}", verdict(found, lang)).ok();
        }
        for reason in reasons() {
            let (label, sentence) = (reason_label(&reason, lang), reason_sentence(&reason, lang));
            writeln!(page, "{label}: {sentence}").ok();
        }
        for found in refusals() {
            writeln!(page, "{found:?}: {}", refusal(&found, lang)).ok();
        }
        for story in &dataset.stories {
            writeln!(page, "[{}] {}", story.id, lang.of(&story.headline)).ok();
            writeln!(page, "  {}\n  {}", lang.of(&story.short), lang.of(&story.finding)).ok();
            let pair = story.pair.iter().filter_map(|id| dataset.observation(id));
            let [left, right] = pair.collect::<Vec<_>>()[..] else { continue };
            let Some(judgement) = story_judgement(&dataset, story) else { continue };
            writeln!(page, "  {}", verdict(judgement.verdict, lang)).ok();
            for (reason, _) in judgement.reasons {
                let sides = [left, right].map(|o| reason_side(&reason, &dataset, o, lang));
                let label = reason_label(&reason, lang);
                writeln!(page, "{label} | {} | {}", sides[0], sides[1]).ok();
            }
        }
        for check in &dataset.checks {
            let found = evaluate(&dataset, check);
            writeln!(page, "[{}] {}", check.id, lang.of(&check.statement)).ok();
            writeln!(page, "  {}", check_verdict(found.verdict.kind(), lang)).ok();
            writeln!(page, "  {}", check_sentence(&dataset, check, &found, lang)).ok();
        }
        for (name, sentence) in answers(&dataset, lang) {
            writeln!(page, "[{name}] {sentence}").ok();
        }
        for key in Key::ALL {
            writeln!(page, "{key:?}: {}", key.text(lang)).ok();
        }
        page.push('\n');
    }
    let is_empty = |line: &&str| line.trim().is_empty() || line.ends_with("] ");
    let empty = page.lines().filter(|line| !line.is_empty()).find(is_empty);
    assert_eq!(empty, None, "a sentence without words");
    fs::create_dir_all("target").expect("target/ can be made");
    fs::write("target/sentences.txt", page).expect("target/sentences.txt can be written");
}

#[test]
fn every_answer_of_the_engine_reads_as_a_sentence() {
    let dataset = shipped();
    let mut problems = Vec::new();
    for lang in Lang::ALL {
        for (name, sentence) in answers(&dataset, lang) {
            problems.extend(in_text(&name, &sentence, &dataset));
            if !name.starts_with("witnesses") {
                problems.extend(in_sentences(&name, &sentence));
            }
        }
    }
    check(&problems);
}

#[test]
fn no_answer_says_what_caused_it() {
    let dataset = shipped();
    let mut problems = Vec::new();
    for lang in Lang::ALL {
        for (name, sentence) in answers(&dataset, lang) {
            let causes = ["nhờ", "khiến", "dẫn đến", "because", "thanks to", "due to", "led to"];
            for word in causes.into_iter().filter(|word| has_words(&sentence, word)) {
                problems.push(format!("{name}: {word}: {sentence}"));
            }
        }
    }
    check(&problems);
}

/// Whether a sentence contains the words, in upper or lower case and next to any sign.
fn has_words(sentence: &str, wanted: &str) -> bool {
    let words = sentence.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    format!(" {} ", words.join(" ")).contains(&format!(" {wanted} "))
}

#[test]
fn words_are_found_wherever_they_stand() {
    for sentence in ["Nhờ vậy, tăng.", "Tăng nhờ\u{a0}gì.", "Vì sao? (nhờ)"] {
        assert!(has_words(sentence, "nhờ"), "{sentence}");
    }
    assert!(!has_words("Cầu nhờn", "nhờ"));
}

/// Every sentence that the engine makes over the whole dataset: each operation on pairs that share
/// an indicator or a system, targets, blocks, spreads, histories, witnesses, findings.
fn answers(dataset: &Dataset, lang: Lang) -> Vec<(String, String)> {
    let mut told = Vec::new();
    let printed: Vec<&Observation> =
        dataset.observations.iter().filter(|o| o.layer == Layer::Reports).collect();
    let system = |o: &Observation| {
        dataset.systems.iter().position(|system| system.indicators.contains(&o.indicator))
    };
    for (at, left) in printed.iter().enumerate() {
        for right in printed.iter().skip(at + 1) {
            let related = left.indicator == right.indicator || system(left) == system(right);
            if !related || left.quantity.is_none() || right.quantity.is_none() {
                continue;
            }
            for operation in Operation::ALL {
                let outcome = compute(dataset, left, right, operation);
                let name = format!("{operation:?} {} {}", left.id, right.id);
                told.push((name, outcome_sentence(dataset, &outcome, lang)));
            }
        }
    }
    for pair in [
        ("dti.hoa-binh.2022", "dti.hoa-binh.2024"),
        ("end-to-end.ha-nam.2024", "end-to-end.ha-noi.2024"),
        ("end-to-end.ha-noi.2024", "end-to-end.hai-duong.2024"),
        ("end-to-end.ha-nam.2024", "classes.end-to-end.2024.province63:17"),
        ("population.ha-noi.2023", "population.hoa-binh.2023"),
        ("population.ha-noi.2022", "population.ha-noi.2023"),
    ] {
        let (left, right) = (observe(dataset, pair.0), observe(dataset, pair.1));
        for operation in Operation::ALL {
            let outcome = compute(dataset, left, right, operation);
            let name = format!("{operation:?} {} {}", left.id, right.id);
            told.push((name, outcome_sentence(dataset, &outcome, lang)));
        }
    }
    for figure in &dataset.observations {
        if figure.kind == Kind::Observation
            && let Some(target) = target_for(dataset, figure)
        {
            let found = how_far_to_target(dataset, figure, target);
            let name = format!("target {}", figure.id);
            told.push((name, target_sentence(dataset, &found, lang)));
        }
        let said = witnesses_sentence(&who_says_so(dataset, figure), lang);
        if !told.iter().any(|(_, known)| *known == said) {
            told.push((format!("witnesses {}", figure.id), said));
        }
    }
    for (name, question) in asked(dataset) {
        let answer = ranking(dataset, &question).expect("an answer");
        let units = units_name(question.universe, lang);
        if let Ok(spread) = what_is_typical(dataset, &answer) {
            told.push((format!("spread {name}"), spread_sentence(&spread, units, lang)));
        }
    }
    for unit in &dataset.entities {
        if let Some(history) = what_became_of(dataset, unit) {
            told.push((format!("history {}", unit.id), history_sentence(&history, lang)));
        }
        for (indicator, period) in [("dti_province", 2024), ("population_mean", 2023)] {
            let indicator = dataset.indicator(indicator).expect("an indicator");
            let year = Date { year: period, month: None, day: None };
            let period =
                Period { span: Span::During { from: year, to: year }, inferred: Vec::new() };
            if unit.kind == EntityKind::Province34
                && let Some(found) = figures_of_territory(dataset, unit, indicator, &period)
            {
                let sentence = territory_sentence(&found, indicator, &period, lang);
                told.push((format!("territory {} {}", unit.id, indicator.id), sentence));
            }
        }
    }
    for unit in dataset.entities.iter().filter(|unit| is_place(unit.kind)) {
        told.extend(of_place(dataset, unit, lang));
    }
    for (unit, rank) in printed_order(dataset) {
        let sentence = printed_rank_sentence(dataset, unit, rank, lang);
        told.push((format!("printed rank {}", unit.id), sentence));
    }
    for (at, finding) in findings(dataset).iter().enumerate() {
        told.push((format!("finding {at}"), finding_sentence(dataset, finding, lang)));
    }
    told.retain(|(name, sentence)| {
        let silent = name.starts_with("SideBySide") || name.starts_with("Rank");
        !(silent && sentence.is_empty())
    });
    told
}

#[test]
fn a_rule_is_told_once_in_the_words_that_print_it() {
    let dataset = shipped();
    for (id, vi, en) in [
        (
            "directives.decision-715",
            "Quyết định số 715/QĐ-TTg ngày 26/7/2024 về việc kiện toàn thành viên Ủy ban Quốc gia về chuyển đổi số.",
            "Decision 715/QĐ-TTg of 26 July 2024: on the membership of the National Committee for Digital Transformation.",
        ),
        (
            "cashless-benefits.nation.from-2024-09",
            "Triển khai thực hiện chi trả không dùng tiền mặt trên toàn quốc: từ ngày 01/9/2024.",
            "Cashless payment of benefits throughout the country, from 1 September 2024.",
        ),
        (
            "judicial-record.btp.procedure-due-2024-10",
            "Hạn hoàn thành ban hành quy trình nghiệp vụ cấp Phiếu lý lịch tư pháp qua ứng dụng VNeID: trước ngày 1/10/2024.",
            "Deadline for completing the working procedure for issuing judicial record certificates on VNeID, 30 September 2024.",
        ),
        (
            "mooc-free-use.nation.until-2024-12",
            "Sử dụng miễn phí Nền tảng MOOCs đến hết năm 2024.",
            "Free use of the MOOC platform until the end of 2024.",
        ),
    ] {
        for (lang, wanted) in [(Lang::Vi, vi), (Lang::En, en)] {
            let told = named_sentence(&dataset, observe(&dataset, id), lang);
            assert_eq!(told.replace('\u{a0}', " "), wanted);
        }
    }
}

#[test]
fn what_one_person_tells_of_has_no_interval() {
    let dataset = shipped();
    for (id, is_known) in [
        ("one-user.hours.2025", false),
        ("one-user.days.2025", false),
        ("end-to-end.rural-mountain.2024", true),
    ] {
        let o = observe(&dataset, id);
        assert_eq!(!allowed(&dataset, o, Lang::Vi).is_empty(), is_known, "{id}");
    }
}

#[test]
fn an_end_that_the_time_repeats_is_left_out() {
    for (name, time, wanted) in [
        (
            "hồ sơ nộp qua Cổng quốc gia, cộng dồn",
            "cộng dồn đến tháng 8/2024",
            "hồ sơ nộp qua Cổng quốc gia",
        ),
        (
            "văn bản gửi, nhận qua trục, từ đầu năm",
            "từ đầu năm đến ngày 19/8/2024",
            "văn bản gửi, nhận qua trục",
        ),
        (
            "hồ sơ nộp qua Cổng quốc gia, cộng dồn",
            "tháng 8/2024",
            "hồ sơ nộp qua Cổng quốc gia, cộng dồn",
        ),
        ("phiếu được xử lý lũy kế đến nay", "cộng dồn đến tháng 8/2024", "phiếu được xử lý"),
        ("visits to OneTouch, cumulative", "cumulative to August 2024", "visits to OneTouch"),
    ] {
        assert_eq!(beside_time(name, time), wanted);
    }
}

/// Every sentence of the page of a place.
fn of_place(dataset: &Dataset, unit: &Entity, lang: Lang) -> Vec<(String, String)> {
    let found = profile(dataset, unit);
    let mut told = vec![(format!("place {}", unit.id), profile_sentence(&found, lang))];
    for standing in found.standings() {
        let name = format!("place {} {}", unit.id, standing.figure.id);
        for whole in &standing.wholes {
            let outcome = how_far_apart(dataset, standing.figure, whole);
            told.push((name.clone(), outcome_sentence(dataset, &outcome, lang)));
        }
        told.extend(
            region_sentence(dataset, standing, lang).map(|said| (format!("{name} region"), said)),
        );
    }
    for measure in &found.measures {
        let Some(newest) = measure.newest() else { continue };
        for before in measure.standings.iter().skip(1) {
            let outcome = how_it_changed(dataset, before.figure, newest.figure);
            let name = format!("place {} {} change", unit.id, before.figure.id);
            told.push((name, outcome_sentence(dataset, &outcome, lang)));
        }
    }
    for o in &found.named {
        told.push((format!("named {}", o.id), named_sentence(dataset, o, lang)));
    }
    for (indicator, why) in &found.silent {
        let name = format!("silent {} {}", unit.id, indicator.id);
        told.push((name, silence_sentence((indicator, *why), unit, lang)));
    }
    told
}

fn observe<'a>(dataset: &'a Dataset, id: &str) -> &'a Observation {
    dataset.observation(id).expect(id)
}

/// Every question that the explorer offers, with a name.
fn of_all(dataset: &Dataset) -> Vec<(String, Question)> {
    let name = |q: &Question| format!("{} {} {:?}", q.indicator, q.period.token(), q.universe);
    questions(dataset).into_iter().map(|question| (name(&question), question)).collect()
}

/// Every offered question, alone and with each choice of named places.
fn asked(dataset: &Dataset) -> Vec<(String, Question)> {
    let mut found = of_all(dataset);
    for (name, question) in found.clone() {
        for places in PLACES {
            let query =
                format!("i={}&time={}&{places}", question.indicator, question.period.token());
            let (of_places, _) = ask(dataset, &address::parse(&query).0).expect("a question");
            found.push((format!("{name} {places}"), of_places));
        }
    }
    found
}

/// Places named in every way: among all, alone, as a region, as several, as units of today.
const PLACES: [&str; 9] = [
    "focus=province63:17",
    "e=province63:01~province63:79~province63:48&focus=province63:01",
    "only=1&e=province63:01~province63:17~province63:66",
    "e=region6:TN",
    "e=region6:DBSCL&focus=province63:92",
    "e=region6:DNB~region6:TN",
    "e=province34:24&focus=province34:25",
    "e=ministry22:BTC~ministry22:BYT",
    "only=1&e=ministry22:BTC~ministry22:BYT~ministry22:BCA",
];

/// A finding about a part of the units says among whom the last is the last, unless it is of all.
#[test]
fn the_last_of_a_few_is_not_called_the_last_of_all() {
    let dataset = shipped();
    let mut seen = 0;
    for (name, question) in asked(&dataset) {
        let answer = ranking(&dataset, &question).expect("an answer");
        if !answer.is_part() {
            continue;
        }
        let told = finding(&answer, &question, Lang::Vi);
        for sentence in
            told.split(". ").filter(|s| s.contains("thấp nhất") || s.contains("ít nhất:"))
        {
            seen += 1;
            let of_all = answer.rows.last().and_then(|row| row.rank);
            let is_last = of_all.is_some_and(|rank| rank.first as usize == answer.of);
            let says_of_whom = sentence.contains(" trong ");
            assert!(is_last || says_of_whom, "{name}: {sentence}");
        }
    }
    assert!(seen > 3, "{seen}");
}

/// One reason of each kind, with every break that the dataset knows.
fn reasons() -> Vec<Reason> {
    let dataset = shipped();
    let breaks = dataset.indicators.iter().flat_map(|indicator| indicator.breaks.clone());
    let mut reasons = Reason::every(&dataset);
    for found in breaks {
        let reason = Reason::BrokenSeries(found);
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    reasons
}

fn refusals() -> [Refusal; 7] {
    [
        Refusal::UnitsDiffer { left: Unit::Percent, right: Unit::Count },
        Refusal::DivisorMayBeZero,
        Refusal::OpenSide,
        Refusal::MayBeNegative,
        Refusal::PartExceedsWhole,
        Refusal::NoFigures,
        Refusal::NotAdditive(Unit::Rank),
    ]
}

#[track_caller]
fn check(problems: &[String]) {
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

/// Slips that no text may have, be it a label or a paragraph.
fn in_text(name: &str, text: &str, dataset: &Dataset) -> Vec<String> {
    let mut slips = Vec::new();
    let folded = text.replace('\u{a0}', " ");
    // "Trở thành" before "thành phố" is no slip.
    let told = folded.replace("trở thành thành phố", "trở thành phố");
    let words: Vec<&str> = told.split(' ').collect();
    for pair in words.windows(2) {
        let [first, second] = pair else { continue };
        // "Hà Nội, Nội Bài": the comma separates the two.
        let second = second.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !second.is_empty() && first.to_lowercase() == second.to_lowercase() {
            slips.push(format!("doubled word {second:?}"));
        }
    }
    if folded.contains("  ") {
        slips.push("double space".into());
    }
    if [" ,", " .", " ;", " :", " %", " )", "( "].iter().any(|slip| folded.contains(slip)) {
        slips.push("space before or after a sign".into());
    }
    if text.contains(['"', '\'']) {
        slips.push("straight quote".into());
    }
    if !is_nfc(text) {
        slips.push("not NFC".into());
    }
    slips.extend(forbidden(text, dataset));
    slips.into_iter().map(|slip| format!("{name}: {slip}: {text}")).collect()
}

/// Sentences that a story forbids, and words that no text uses.
fn forbidden(text: &str, dataset: &Dataset) -> Vec<String> {
    let lower = text.replace('\u{a0}', " ").to_lowercase();
    let never = dataset.stories.iter().flat_map(|story| &story.never);
    let never = never.flat_map(|never| [never.vi.as_deref(), never.en.as_deref()]).flatten();
    let found = never
        .chain(UNFAIR)
        .filter(|sentence| lower.contains(&sentence.replace('\u{a0}', " ").to_lowercase()));
    found.map(|sentence| format!("forbidden: {sentence:?}")).collect()
}

/// Slips of a text that is made of whole sentences.
fn in_sentences(name: &str, text: &str) -> Vec<String> {
    let mut slips = begins_lower(name, text);
    let ends = text.trim_end_matches(['”', ')']);
    if !ends.ends_with(['.', '?']) {
        slips.push(format!("{name}: no full stop at the end: {text}"));
    }
    for rest in text.split(". ").skip(1) {
        slips.extend(begins_lower(name, rest));
    }
    slips
}

fn begins_lower(name: &str, text: &str) -> Vec<String> {
    let first = text.trim_start_matches(['“', '(']).chars().next();
    let lower = first.is_some_and(char::is_lowercase) && !text.starts_with('“');
    lower.then(|| format!("{name}: begins with a lower-case letter: {text}")).into_iter().collect()
}
