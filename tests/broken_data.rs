//! What a maintainer is told about a wrong dataset: each case puts a single mistake into a small
//! valid one and expects exactly one [`Problem`], which names file, record and field. A second
//! problem would send the maintainer to a place where nothing is wrong.
//!
//! A case has three lines: its name; the file, the record and the replacement there; the field and
//! the beginning of the message that are expected.

#![expect(clippy::expect_used, clippy::panic, reason = "a failing test says where it failed")]
#![expect(clippy::unicode_not_nfc, reason = "one of the mistakes is such a text")]

mod common;

use common::read_seeds;
use common::small::sound;
use ro_so::data::{Dataset, FILES, Files, Problem, load, load_bundle};

/// The record that problems name where a mistake concerns the whole file.
const FILE: &str = "the file";

#[test]
fn the_small_dataset_is_sound() {
    let dataset = read(&sound()).expect("no problems");
    assert_eq!(dataset.entities.len(), 6);
    // Ten figures of reports, one of context, and the limit that the list of leaders implies for
    // the other province.
    let derived = dataset.observations.iter().filter(|o| o.derived_from.is_some()).count();
    assert_eq!((dataset.observations.len(), derived), (12, 1));
}

// Files.

#[test]
fn a_file_that_is_not_json_is_named_with_the_place() {
    for (name, file, old, new, says) in [
        ("a text", "lists.json", "[", "Danh sách: [", "expected value at line 1 column 1"),
        ("a comma missing", "observations.json", "},\n", "}\n", "expected `,` or `]` at line 3"),
        ("a comma too many", "entities.json", "}\n]", "},\n]", "trailing comma at line 8"),
        ("something behind", "stories.json", "\n]", "\n] x", "trailing characters at line 3"),
        ("a decimal comma", "context.json", "39.82", "39,82", "key must be a string at line 2"),
        ("a number like no other", "context.json", "39.82", "1e999", "number out of range"),
        ("not an array", "lists.json", "[", "{\"a\": [", "EOF while parsing"),
    ] {
        let problem = only_problem(name, &broken(file, FILE, old, new));
        let Problem { file: found, record, field, expected } = &problem;
        assert_eq!((&**found, &**record, &**field), (file, FILE, "JSON"), "{name}");
        assert!(expected.contains(says), "{name}: {problem}");
    }
}

#[test]
fn a_file_cut_short_is_named() {
    for (at, file) in FILES.iter().enumerate() {
        // Without the last byte or two, or empty: an interrupted upload.
        for length in [sound()[at].len() - 1, sound()[at].len() - 2, 0] {
            let mut texts = sound();
            texts[at].truncate(length);
            let problem = only_problem(file, &texts);
            assert_eq!((&*problem.file, &*problem.record, &*problem.field), (*file, FILE, "JSON"));
            assert!(problem.expected.contains("EOF while parsing"), "{problem}");
        }
    }
}

#[test]
fn a_file_of_the_wrong_form_is_named() {
    let of_parts = |file: &&str| matches!(*file, "sources.json" | "method.json");
    for file in FILES.into_iter().filter(|file| !of_parts(file)) {
        let mut texts = sound();
        texts[place_of(file)] = "{}".to_owned();
        let problem = only_problem(file, &texts);
        assert_eq!((&*problem.file, &*problem.record), (file, FILE));
        assert!(problem.expected.contains("expected an array"), "{problem}");
    }
}

#[test]
fn a_bundle_that_is_not_whole_is_one_problem() {
    let texts = read_seeds();
    let bundle = Files::from_texts(texts.each_ref().map(String::as_str)).bundle();
    let cut = bundle.get(..bundle.len() - 1).expect("a last byte");
    for (name, text, says) in [
        ("cut short", cut, "EOF while parsing"),
        ("empty", "", "EOF while parsing"),
        ("a page that reports an error", "<!doctype html>", "expected value at line 1"),
        ("too few files", "[[],[],[]]", "expected 11 files"),
        ("an object", "{}", "expected an array"),
    ] {
        let problems = load_bundle(text).expect_err(name);
        let [problem] = &problems[..] else { panic!("{name}: {problems:?}") };
        assert_eq!((&*problem.file, &*problem.record), ("data.json", FILE), "{name}");
        assert!(problem.expected.contains(says), "{name}: {problem}");
    }
}

// Fields.

#[test]
fn a_field_that_is_unknown_or_missing_is_named_with_its_path() {
    check(
        r#"
unknown field
observations.json rate.17: "entity" → "enitty": 1, "entity"
enitty: unknown field; expected one of

unknown field inside
observations.json rate.17: "step" → "steps": 1, "step"
quantity.steps: unknown field; expected one of

unknown field in a list
observations.json rate.17: "printed" → "page": 3, "printed"
mentions[0].page: unknown field; expected one of

missing field
observations.json rate.17: "entity": "province63:17", →
entity: missing field

missing field inside
observations.json rate.17: "step": 0.01, →
quantity.step: missing field

missing field in a list
observations.json rate.17: , "printed": "87,02%" →
mentions[0].printed: missing field

missing list
observations.json rate.17: , "mentions": [{ "source": "article", "paragraph": 4, "printed": "87,02%" }] →
mentions: missing field

null is missing
observations.json rate.17: "rate" → null
indicator: missing field

missing language
stories.json story: , "en": "Headline" →
headline.en: missing field
"#,
    );
}

#[test]
fn a_value_of_the_wrong_type_is_named_with_its_path() {
    check(
        r#"
a number for a text
observations.json rate.17: "province63:17" → 17
entity: expected a string, found 17

a text for a number
observations.json rate.17: 0.01 → "0.01"
quantity.step: expected a number, found "0.01"

a text for a whole number
observations.json rate.17: "paragraph": 4 → "paragraph": "4"
mentions[0].paragraph: expected a whole number, found "4"

half a paragraph
observations.json rate.17: "paragraph": 4 → "paragraph": 4.5
mentions[0].paragraph: expected a whole number, found 4.5

a paragraph below zero
observations.json rate.17: "paragraph": 4 → "paragraph": -4
mentions[0].paragraph: expected a whole number, found -4

a text for both languages
indicators.json rate: { "vi": "Tỷ lệ", "en": "Rate" } → "Tỷ lệ"
label: expected an object, found "Tỷ lệ"

a text for a list
entities.json province63:17: ["province34:25"] → "province34:25"
successors: expected an array of strings, found "province34:25"

a number in a list of texts
entities.json province34:25: "Phu Tho" → 25
aliases: expected an array of strings

a text for places within
entities.json province63:01: [{ "name": { "vi": "Quận", "en": "District" }, "note": { "vi": "Thuộc Hà Nội.", "en": "Part of it." } }] → "Quận"
within: expected an array, found "Quận"

an object for a list
observations.json rate.policy: [{ "source": "article", "paragraph": 9, "printed": "Quyết định 06" }] → {}
mentions: expected an array, found an object

a text for yes or no
sources.json article: "layer" → "date_inferred": "yes", "layer"
date_inferred: expected true or false, found "yes"

a number for a date
sources.json rep: "2022-08" → 2022
date: expected a date such as 2024, 2024-08 or 2024-08-20, found 2022

a day that does not exist
entities.json province63:17: 2025-06-30 → 2025-06-31
to: expected a date such as 2024, 2024-08 or 2024-08-20, found "2025-06-31"

a date as it is written here
stories.json story: 2026-11-21 → 21/11/2026
updated: expected a date such as 2024, 2024-08 or 2024-08-20, found "21/11/2026"
"#,
    );
}

#[test]
fn a_word_that_stands_for_nothing_is_named_with_those_that_do() {
    check(
        r#"
kind of statement
observations.json rate.policy: "policy" → "rule"
kind: expected one of observation, target, change, policy, membership, rank, capacity, found "rule"

scope
observations.json rate.group: "jointly" → "together"
scope: expected one of whole, some, partial, jointly, each, found "together"

unit
observations.json rate.17: "percent" → "%"
quantity.unit: expected one of percent, percent_change, points, count, dong,

qualifier
observations.json rate.17: "exact" → "circa"
quantity.qualifier: expected one of exact, about, estimated, above, below, at_least, at_most, range, found "circa"

reading
observations.json accounts.nation: "rounding" → "round"
quantity.reading: expected one of rounding, threshold, found "round"

layer
sources.json table: "context" → "other"
layer: expected one of reports, context, found "other"

measure
indicators.json spare: "measure": "rate" → "measure": "ratio"
measure: expected one of rate, stock, flow, count, index, rank, money, capacity, factor, found "ratio"

direction
indicators.json spare: "higher" → "up"
direction: expected one of higher, lower, neither, found "up"

operation
indicators.json rate: ["trend"] → ["trend", "slope"]
breaks[0].blocks: expected names among side_by_side, difference, ratio, rank, trend, sum, share

kind of unit
entities.json spare: "group" → "city"
kind: expected one of nation, block, province63, province34,

units of a list
lists.json leaders: "province63" → "provinces"
universe: expected one of nation, block, province63, province34,
"#,
    );
}

#[test]
fn a_record_without_an_id_is_named_by_its_place() {
    for (old, new, says) in [
        ("\"id\": \"rate.nation\", ", "", "missing field"),
        ("\"id\": \"rate.nation\"", "\"id\": 17", "expected a string, found 17"),
    ] {
        let problem = only_problem(old, &broken("observations.json", FILE, old, new));
        let Problem { file, record, field, expected } = &problem;
        assert_eq!((&**file, &**record, &**field), ("observations.json", "record 3", "id"));
        assert!(expected.contains(says), "{problem}");
    }
}

#[test]
fn every_mistake_is_reported_not_only_the_first() {
    let mut texts = broken("observations.json", "rate.17", "0.01", "\"0.01\"");
    let indicators = &mut texts[place_of("indicators.json")];
    *indicators = indicators.replace("\"higher\"", "\"up\"");
    let problems = read(&texts).expect_err("problems");
    let places: Vec<(&str, &str, &str)> =
        problems.iter().map(|p| (&*p.file, &*p.record, &*p.field)).collect();
    // In the order of the files and of the records in them.
    assert_eq!(
        places,
        [
            ("indicators.json", "rate", "direction"),
            ("indicators.json", "accounts", "direction"),
            ("indicators.json", "place", "direction"),
            ("indicators.json", "spare", "direction"),
            ("observations.json", "rate.17", "quantity.step"),
        ]
    );
}

#[test]
fn the_fields_that_are_known_are_offered_once_each() {
    let texts = broken("entities.json", "nation", "\"kind\"", "\"x\": 1, \"kind\"");
    let problem = only_problem("unknown field", &texts);
    let offered = problem.expected.rsplit("one of ").next().unwrap_or_default();
    let mut names: Vec<&str> = offered.split(", ").collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all, "{problem}");
}

// Figures.

#[test]
fn a_figure_that_no_text_can_print_is_refused() {
    check(
        r#"
value and range
observations.json rate.group: "low" → "value": 80, "low"
quantity.low: expected low and high, and no value, for a range

range without high
observations.json rate.group: "high": 90, →
quantity.low: expected low and high, and no value, for a range

low above high
observations.json rate.group: "low": 72.6, "high": 90 → "low": 90, "high": 72.6
quantity.low: expected at most high (72.6), found 90

range that is called exact
observations.json rate.group: "range" → "exact"
quantity.value: expected value alone, without low and high

value and low
observations.json rate.17: "value" → "low": 80, "value"
quantity.value: expected value alone, without low and high

neither value nor range
observations.json rate.17: "value": 87.02, →
quantity.value: expected value alone, without low and high

step 0
observations.json rate.17: "step": 0.01 → "step": 0
quantity.step: expected a number above 0, found 0

step below 0
observations.json rate.17: "step": 0.01 → "step": -0.01
quantity.step: expected a number above 0, found -0.01

value with more digits than the step
observations.json rate.17: "step": 0.01 → "step": 0.1
quantity.step: expected 87.02 to be a multiple of the step 0.1

large value with more digits than the step
observations.json accounts.nation: 57100000 → 57110000
quantity.step: expected 57110000 to be a multiple of the step 100000

120 %
observations.json rate.17: 87.02 → 120
quantity.value: expected from 0 to 100 for percent, found 120

a share below 0
observations.json rate.17: 87.02 → -1
quantity.value: expected from 0 to 100 for percent, found -1

place 0
observations.json place.17: "value": 1 → "value": 0
quantity.value: expected from 1 for rank, found 0

above without reading
observations.json accounts.nation: , "reading": "rounding" →
quantity.reading: expected rounding or threshold beside above and below

below without reading
observations.json rate.17: "exact" → "below"
quantity.reading: expected rounding or threshold beside above and below

reading beside exact
observations.json rate.17: "exact" → "exact", "reading": "threshold"
quantity.reading: expected only beside above and below

13 of 12
observations.json accounts.some: "denominator": 20 → "denominator": 12
quantity.denominator: expected at least 13

0 of 0
observations.json accounts.some: "value": 13, "denominator": 20 → "value": 0, "denominator": 0
quantity.denominator: expected

in a mention
observations.json rate.group: "value": 90 → "value": 190
mentions[0].quantity.value: expected from 0 to 100 for percent, found 190

no figure at all
observations.json rate.policy: "policy" → "observation"
quantity: expected a quantity: only policies and memberships go without

another unit than the indicator's
observations.json rate.17: "percent" → "score100"
quantity.unit: expected the unit of the indicator, percent, found score100

a place that is about
observations.json place.17: "exact" → "about"
quantity.qualifier: expected exact: a rank is a whole number

a place behind the last
observations.json place.17: "value": 1 → "value": 64
of: expected at least the rank
"#,
    );
}

#[test]
fn a_limit_of_a_range_outside_its_unit_is_named() {
    // The problem names `low` or `high`, because a range has no `value`.
    check(
        r#"
high
observations.json rate.group: "high": 90 → "high": 120
quantity.high: expected from 0 to 100 for percent, found 120

low
observations.json rate.group: "low": 72.6 → "low": -5
quantity.low: expected from 0 to 100 for percent, found -5
"#,
    );
}

#[test]
fn a_wording_that_no_value_fulfils_is_refused() {
    check(
        r#"
trên 100%
observations.json rate.target: "value": 80, "step": 1, "unit": "percent", "qualifier": "at_least" → "value": 100, "step": 1, "unit": "percent", "qualifier": "above", "reading": "threshold"
quantity.value: expected

dưới 0%
observations.json rate.target: "value": 80, "step": 1, "unit": "percent", "qualifier": "at_least" → "value": 0, "step": 1, "unit": "percent", "qualifier": "below", "reading": "threshold"
quantity.value: expected

từ trên 90% đến 90%
observations.json rate.group: "low": 72.6 → "low": 90, "low_open": true
quantity.low: expected
"#,
    );
}

#[test]
fn a_figure_printed_otherwise_is_of_the_same_unit() {
    check(
        r#"
hours for per cent
observations.json rate.group: "step": 1, "unit": "percent" → "step": 1, "unit": "hours"
mentions[0].quantity.unit: expected the unit of the indicator, percent, found hours
"#,
    );
}

// Periods, targets and changes.

#[test]
fn a_period_that_cannot_be_is_refused() {
    check(
        r#"
from after to
observations.json rate.17: "to": "2021-08" → "to": "2020-08"
period.during: expected `from` to come before `to`

unknown inferred part
observations.json rate.17: "inferred": ["from"] → "inferred": ["start"]
period.inferred: expected names among from, to, as_of, year

no period
observations.json rate.policy: "period": { "as_of": "2022" }, →
period: expected a period (or `due` for a target)

two spans in a list
lists.json leaders: "during" → "as_of": "2022", "during"
period: expected exactly one of as_of, during, since_start, from
"#,
    );
}

#[test]
fn targets_and_changes_say_what_they_need_and_nothing_else_does() {
    check(
        r#"
a target for no time
observations.json rate.target: "due": "2022-12", →
period: expected a period (or `due` for a target)

due on no target
observations.json rate.17: "indicator" → "due": "2022-12", "indicator"
due: expected only on a target

due instead of a period
observations.json rate.target: "target" → "observation"
due: expected only on a target

change without as
observations.json rate.change: "as": "points", →
as: missing field

change as what
observations.json rate.change: "as": "points" → "as": "%"
as: expected one of points, percent, times, absolute, undetermined, found "%"

change without base
observations.json rate.change: "base": { "period": { "as_of": "2021" } }, →
base: expected what the change is measured against

change against nothing
observations.json rate.change: "period": { "as_of": "2021" } →
base: expected a period or an observation

as on no change
observations.json rate.17: "indicator" → "as": "points", "indicator"
base: expected only on a change

base on no change
observations.json rate.17: "indicator" → "base": { "observation": "rate.nation" }, "indicator"
base: expected only on a change
"#,
    );
}

// One mistake, one problem.

#[test]
fn a_mistake_in_a_period_has_no_consequences() {
    check(
        r#"
a month that does not exist
observations.json accounts.nation: "as_of": "2022-08" → "as_of": "2022-13"
period.as_of: expected a date such as 2024, 2024-08 or 2024-08-20, found "2022-13"

a day that does not exist
observations.json rate.17: "to": "2021-08" → "to": "2021-02-30"
period.during.to: expected a date such as 2024, 2024-08 or 2024-08-20, found "2021-02-30"

no end
observations.json rate.17: , "to": "2021-08" →
period.during.to: missing field

two spans
observations.json rate.17: "during" → "as_of": "2021", "during"
period: expected exactly one of as_of, during, since_start, from

no span
observations.json accounts.nation: "as_of": "2022-08" →
period: expected exactly one of as_of, during, since_start, from

a month in a story
stories.json story: "to": "2022-08" → "to": "2022-8"
panels[0].period.during.to: expected a date such as 2024, 2024-08 or 2024-08-20, found "2022-8"

base of a change
observations.json rate.change: "as_of": "2021" → "as_of": "21"
base.period.as_of: expected a date such as 2024, 2024-08 or 2024-08-20, found "21"
"#,
    );
}

#[test]
fn a_mistake_in_a_figure_has_no_consequences() {
    check(
        r#"
a value that is a text
observations.json rate.17: 87.02 → "87.02"
quantity.value: expected a number, found "87.02"

a kind that no due fits
observations.json rate.target: "target" → "goal"
kind: expected one of observation, target, change,

as and base on no change
observations.json rate.change: "change" → "observation"
base: expected only on a change
"#,
    );
}

#[test]
fn a_list_is_not_blamed_for_its_indicator_or_its_figures() {
    check(
        r#"
a figure that a list names
observations.json rate.leader: 90.25 → 190.25
quantity.value: expected from 0 to 100 for percent, found 190.25

a limit that leads nowhere
lists.json leaders: "high_from": "rate.leader" → "high_from": "rate.laeder"
rest.high_from: expected an observation with a figure, found "rate.laeder"

an indicator that leads nowhere
lists.json leaders: "indicator": "rate" → "indicator": "rat"
indicator: expected the id of an indicator, found "rat"
"#,
    );
}

// Ids.

#[test]
fn an_id_that_leads_nowhere_is_named() {
    check(
        r#"
report
sources.json article: "report": "rep" → "report": "rap"
report: expected the id of a report, found "rap"

indicator
observations.json rate.17: "rate" → "rat"
indicator: expected the id of an indicator, found "rat"

entity
observations.json rate.17: province63:17 → province63:71
entity: expected the id of an entity, found "province63:71"

source
observations.json rate.17: "article" → "atricle"
mentions[0].source: expected the id of a document, found "atricle"

source of context
context.json rate.01: "table" → "tabel"
mentions[0].source: expected the id of a document, found "tabel"

successor
entities.json province63:01: "code" → "successors": ["province34:99"], "code"
successors: expected the id of an entity, found "province34:99"

predecessor
entities.json province34:25: ["province63:17"] → ["province63:17", "province63:99"]
predecessors: expected the id of an entity, found "province63:99"

region
entities.json province63:01: "code" → "region": "region6:X", "code"
region: expected the id of an entity, found "region6:X"

member
entities.json spare: "name" → "members": ["nation", "nobody"], "name"
members: expected the id of an entity, found "nobody"

who governs
entities.json spare: "name" → "belongs_to": "nobody", "name"
belongs_to: expected the id of an entity, found "nobody"

figure of a list
lists.json leaders: ["rate.leader"] → ["rate.laeder"]
named: expected the id of an observation, found "rate.laeder"

source of a list
lists.json leaders: "article" → "atricle"
mentions: expected the id of a document, found "atricle"

figure of a story
stories.json story: "observations": ["rate.leader"] → "observations": ["rate.laeder"]
panels[0].observations: expected the id of an observation, found "rate.laeder"

reference of a story
stories.json story: "references": ["rate.nation"] → "references": ["rate.natoin"]
panels[0].references: expected the id of an observation, found "rate.natoin"

target of a story
stories.json story: ["rate.target"] → ["rate.tagret"]
panels[0].targets: expected the id of an observation, found "rate.tagret"
"#,
    );
}

#[test]
fn no_other_id_leads_nowhere_either() {
    // Code that holds a dataset relies on every id in it leading somewhere.
    check(
        r#"
indicator of a panel
stories.json story: "indicator": "rate" → "indicator": "rat"
panels[0].indicator: expected the id of an indicator, found "rat"

pair of a story
stories.json story: "pair": ["rate.leader" → "pair": ["rate.laeder"
pair: expected the id of an observation, found "rate.laeder"

figure that the words of a story use
stories.json story: "figures": ["rate.17"] → "figures": ["rate.71"]
figures: expected the id of an observation, found "rate.71"

check of a story
stories.json story: "computed": ["gap"] → "computed": ["gpa"]
computed: expected the id of a check, found "gpa"

check of a panel
stories.json story: "form": "bars" → "form": "bars", "computed": ["gpa"]
panels[0].computed: expected the id of a check, found "gpa"

base of a change
observations.json rate.change: "period": { "as_of": "2021" } → "observation": "rate.laeder"
base.observation: expected the id of an observation, found "rate.laeder"
"#,
    );
}

#[test]
fn what_is_published_has_words_in_both_languages() {
    check(
        r#"
a whole without words
indicators.json rate: "denominator": { "vi": "hồ sơ" → "denominator": { "vi": ""
denominator.vi: expected words, found nothing

what is counted
indicators.json accounts: "en": "accounts" } → "en": " " }
counted.en: expected words, found nothing

why a series breaks
indicators.json rate: "Changed" → ""
breaks[0].reason.en: expected words, found nothing

a part of a code
entities.json province63:17: "code": "17" → "code": "7"
code: expected the code that ends the id
"#,
    );
}

#[test]
fn an_id_is_one_that_an_address_can_carry() {
    // As the name of a page, this would lead to the folder above.
    for (file, from, to) in [
        ("systems.json", "{\"id\":\"portal\"", "{\"id\":\"../portal\""),
        ("systems.json", "{\"id\":\"portal\"", "{\"id\":\"..\""),
        // As the name of a file, which the service worker does not take for a page.
        ("systems.json", "{\"id\":\"portal\"", "{\"id\":\"portal_2.0\""),
        ("systems.json", "{\"id\":\"portal\"", "{\"id\":\"cổng\""),
        ("observations.json", "{ \"id\": \"rate.policy\"", "{ \"id\": \"rate/policy\""),
        ("observations.json", "{ \"id\": \"rate.policy\"", "{ \"id\": \".policy\""),
    ] {
        let problem = only_problem(file, &broken(file, FILE, from, to));
        assert_eq!((&*problem.file, &*problem.field), (file, "id"));
        assert!(problem.expected.starts_with("expected 1 to 80 of a-z"), "{problem}");
    }
}

#[test]
fn an_id_used_twice_is_named() {
    for (file, from, to) in [
        ("sources.json", "table", "article"),
        ("indicators.json", "spare", "rate"),
        ("entities.json", "spare", "nation"),
        ("observations.json", "accounts.some", "rate.17"),
    ] {
        check_used_twice(file, &broken(file, FILE, &id(from), &id(to)), to);
    }
}

#[test]
fn an_id_used_twice_is_found_in_every_file() {
    // The second use is where the mistake was made, in whichever file.
    let texts = broken("context.json", FILE, &id("rate.01"), &id("rate.17"));
    check_used_twice("context.json", &texts, "rate.17");
    for (file, record) in
        [("lists.json", "leaders"), ("stories.json", "story"), ("systems.json", "portal")]
    {
        let mut texts = sound();
        let text = &mut texts[place_of(file)];
        let records = text.trim_start_matches('[').trim_end_matches(']').to_owned();
        *text = format!("[{records},{records}]");
        check_used_twice(file, &texts, record);
    }
}

fn check_used_twice(file: &str, texts: &[String; FILES.len()], record: &str) {
    let problem = only_problem(file, texts);
    assert_eq!((&*problem.file, &*problem.record, &*problem.field), (file, record, "id"));
    assert_eq!(problem.expected, "expected to be used once, found twice");
}

/// How the record with that id begins.
fn id(id: &str) -> String {
    format!("{{ \"id\": \"{id}\"")
}

#[test]
fn an_id_that_no_address_can_carry_is_refused() {
    let long = "x".repeat(81);
    for name in ["Ha Noi", "a~b", "a&b", "", &long] {
        let texts = broken("entities.json", FILE, &id("spare"), &id(name));
        let problem = only_problem(name, &texts);
        assert_eq!((&*problem.file, &*problem.field), ("entities.json", "id"), "{problem}");
    }
}

// Rules that hold between records.

#[test]
fn a_fact_has_one_record() {
    check(
        r#"
two records
observations.json rate.nation: "nation", "period": { "during": { "from": "2022-01", "to": "2022-08" → "province63:17", "period": { "during": { "from": "2021-01", "to": "2021-08"
mentions: expected a mention on rate.17: one fact has one record

two records, the days of one printed
observations.json rate.nation: "nation", "period": { "during": { "from": "2022-01", "to": "2022-08" → "province63:17", "period": { "during": { "from": "2021-01-01", "to": "2021-08-31"
mentions: expected a mention on rate.17: one fact has one record
"#,
    );
}

#[test]
fn the_address_can_tell_the_periods_of_an_indicator_apart() {
    check(
        r#"
a stretch that ends with a moment
observations.json accounts.some: "as_of": "2022-08" → "during": { "from": "2022-01", "to": "2022-08" }
period: expected the period of accounts.nation: the address calls both 2022-08
"#,
    );
}

#[test]
fn the_layers_are_never_mixed() {
    check(
        r#"
context among reports
observations.json rate.17: "article" → "table"
mentions[0].source: expected a document of the layer of observations.json: the layers are never mixed

a report text among context
context.json rate.01: "source": "table" → "source": "article", "paragraph": 1
mentions[0].source: expected a document of the layer of context.json: the layers are never mixed

a report text without its number
sources.json article: "seed": "000", →
seed: expected on the report texts, and only there

a context document with one
sources.json table: "title" → "seed": "005", "title"
seed: expected on the report texts, and only there
"#,
    );
}

#[test]
fn a_text_has_a_number_of_its_own() {
    let mut texts = sound();
    let sources = &mut texts[place_of("sources.json")];
    let article = sources.lines().find(|line| line.contains(&id("article"))).expect("a document");
    let again = article.trim_end_matches(',').replace("\"article\"", "\"again\"");
    *sources = sources.replace("\"documents\": [", &format!("\"documents\": [{again},"));
    let problem = only_problem("again", &texts);
    let told =
        "sources.json: article: seed: expected a number of its own, found \"000\" on again too";
    assert_eq!(problem.to_string(), told);
}

#[test]
fn a_figure_is_of_a_unit_of_its_time() {
    check(
        r#"
the new unit of the name
observations.json rate.17: "province63:17" → "province34:25"
entity: expected a unit of 2021-08, found "province34:25", which is since 2025-07-01

a unit that is no more
observations.json rate.17: "from": "2021-01", "to": "2021-08" → "from": "2025-01", "to": "2025-08"
entity: expected a unit of 2025-08, found "province63:17", which was until 2025-06-30
"#,
    );
}

#[test]
fn a_mention_says_where_and_what_is_printed() {
    check(
        r#"
nowhere
observations.json rate.policy: [{ "source": "article", "paragraph": 9, "printed": "Quyết định 06" }] → []
mentions: expected at least one place that prints the figure

no paragraph
observations.json rate.17: "paragraph": 4, →
mentions[0].paragraph: expected the number of the paragraph: its non-empty line, counted from 1

paragraph 0
observations.json rate.17: "paragraph": 4 → "paragraph": 0
mentions[0].paragraph: expected the number of the paragraph: its non-empty line, counted from 1

nothing printed
observations.json rate.17: "87,02%" → " "
mentions[0].printed: expected the figure as printed, not the sentence around it

a whole sentence
observations.json rate.17: "87,02%" → "Dẫn đầu là tỉnh Hòa Bình với 87,02% hồ sơ thủ tục hành chính được xử lý trực tuyến."
mentions[0].printed: expected the figure as printed, not the sentence around it

an address of no web page
sources.json article: https:// → ftp://
url: expected an address that begins with https:// or http://
"#,
    );
}

#[test]
fn an_indicator_says_what_it_counts() {
    check(
        r#"
a rate that is no percentage
indicators.json spare: "unit": "percent" → "unit": "times"
unit: expected a unit that fits rate, found times

money that is none
indicators.json spare: "measure": "rate" → "measure": "money"
unit: expected a unit that fits money, found percent

things without a name
indicators.json accounts: "counted": { "vi": "tài khoản", "en": "accounts" }, →
counted: expected the thing that is counted

a rate of nobody knows what
indicators.json spare: "denominator_note": { "vi": "Không rõ", "en": "Not known" }, →
denominator: expected a denominator, or a denominator_note that says what is known of it
"#,
    );
}

#[test]
fn a_province_belongs_to_its_vintage() {
    check(
        r#"
no last day
entities.json province63:17: "to": "2025-06-30", →
to: expected the last day of the unit: a code without its vintage does not exist

no first day
entities.json province34:25: "from": "2025-07-01", →
from: expected the first day of the unit: a code without its vintage does not exist

no code
entities.json province63:17: "code": "17", →
code: expected the code that ends the id

another code
entities.json province63:17: "code": "17" → "code": "71"
code: expected the code that ends the id

a district of today's province
entities.json province34:25: "aliases" → "within": [{ "name": { "vi": "Quận", "en": "District" }, "note": { "vi": "Thuộc tỉnh.", "en": "Part of it." } }], "aliases"
within: expected only on a province of the 63
"#,
    );
}

#[test]
fn a_successor_names_its_predecessor() {
    // The unit that claims a successor is named, although the other record was changed.
    let texts = broken("entities.json", "province34:25", "[\"province63:17\"]", "[]");
    let problem = only_problem("no predecessor", &texts);
    assert_eq!((&*problem.record, &*problem.field), ("province63:17", "successors"));
    let says = "expected province34:25 to name province63:17 among its predecessors";
    assert_eq!(problem.expected, says);
}

#[test]
fn a_predecessor_names_its_successor() {
    check(
        r#"
one way only
entities.json province34:25: ["province63:17"] → ["province63:17", "province63:01"]
predecessors: expected province63:01 to name province34:25 among its successors
"#,
    );
}

#[test]
fn a_list_keeps_to_its_indicator_and_its_numbers() {
    check(
        r#"
a figure of another indicator
lists.json leaders: ["rate.leader"] → ["place.17"]
named: expected observations of rate, found "place.17"

no limits
lists.json leaders: "high_from": "rate.leader" →
rest: expected a limit for the units it does not name

two limits for one side
lists.json leaders: "high_from": "rate.leader" → "high_from": "rate.leader", "high": 50
rest.high: expected a number or an observation, not both

five leaders, one named
lists.json leaders: "top": 1 → "top": 5
top: expected the number of named observations (1)
"#,
    );
}

#[test]
fn a_list_whose_limits_are_the_wrong_way_round_is_refused() {
    check(
        r#"
low above high
lists.json leaders: "high_from": "rate.leader" → "low": 50, "high": 10
rest: expected
"#,
    );
}

#[test]
fn a_list_names_figures_of_its_own_time() {
    // The limits of a list would otherwise follow from figures of another year.
    check(
        r#"
a figure of another time
lists.json leaders: ["rate.leader"] → ["rate.17"]
named: expected
"#,
    );
}

// Checks.

#[test]
fn a_check_names_figures_that_its_operation_can_compute_with() {
    check(
        r#"
an operand that nobody knows
checks.json gap: "rate.nation" → "rate.nobody"
operands[1]: expected the id of an observation, found "rate.nobody"

a result that nobody knows
checks.json gap: "result": null → "result": "rate.nobody"
result: expected the id of an observation, found "rate.nobody"

a policy without a figure
checks.json gap: "rate.nation" → "rate.policy"
operands[1]: expected an observation with a figure, found "rate.policy"

a whole that is not printed
checks.json left: "accounts.some"] → "accounts.nation#denominator"]
operands[1]: expected a figure printed with its whole, found "accounts.nation"

one figure twice
checks.json gap: "rate.nation" → "rate.leader"
operands[1]: expected each figure once, found rate.leader

too few
checks.json gap: ["rate.leader", "rate.nation"] → ["rate.leader"]
operands: expected two figures or more for difference, found 1

too many
checks.json rest: ["rate.leader"] → ["rate.leader", "rate.nation"]
operands: expected one figure for complement, found 2

no operands
checks.json gap: "operands": ["rate.leader", "rate.nation"], →
operands: missing field

units that do not fit
checks.json gap: "rate.nation" → "accounts.nation"
operands[1]: expected a figure in percent, found count

a result in another unit
checks.json gap: "result": null → "result": "rate.group"
result: expected a figure in points, found percent

what is left of a count
checks.json rest: "rate.leader" → "accounts.nation"
operands[0]: expected a figure in percent, found count

a change that is none
checks.json gap: "difference" → "change"
operands[1]: expected a change

a mean that nothing prints
checks.json gap: "difference" → "weighted_mean"
result: expected the mean that lies among the operands
"#,
    );
}

#[test]
fn a_check_says_what_its_operation_needs() {
    check(
        r#"
an operation that does not exist
checks.json gap: "difference" → "minus"
operation: expected one of sum, difference, ratio, share, growth, change,

parts of something else
checks.json gap: "result": null → "result": null, "of": "part"
of: expected part only on a sum or a list

parts in another word
checks.json gap: "result": null → "result": null, "of": "some"
of: expected one of all, part, found "some"

days of something else
checks.json gap: "result": null → "result": null, "days": 30
days: expected only on a pace of one figure

a pace without days
checks.json daily: , "days": 30 →
days: expected days: the period of the figure has no beginning

no day at all
checks.json daily: "days": 30 → "days": 0
days: expected at least one day

days in the wrong order
checks.json daily: "days": 30 → "days": { "from": "2022-08", "to": "2022-07" }
days: expected at least one day

days in words
checks.json daily: "days": 30 → "days": "30"
days: expected an object, found "30"

months that are not some of the others
checks.json gap: "difference" → "monthly_mean"
operands: expected whole months, the second figure being of some of the first

a verdict typed in
checks.json gap: "result": null → "result": null, "verdict": "agrees"
verdict: unknown field; expected one of

no statement
checks.json gap: "en": "The gap." → "en": ""
statement.en: expected words, found nothing
"#,
    );
}

#[test]
fn a_story_holds_two_figures_against_each_other_or_none() {
    check(
        r#"
one figure
stories.json story: ["rate.leader", "rate.nation"], "operation" → ["rate.leader"], "operation"
pair: expected two different figures, or none

one figure twice
stories.json story: ["rate.leader", "rate.nation"], "operation" → ["rate.leader", "rate.leader"], "operation"
pair: expected two different figures, or none

an operation that does not exist
stories.json story: "operation": "ratio" → "operation": "minus"
operation: expected one of side_by_side, difference, ratio, rank, trend, sum, share, found "minus"

a verdict typed in
stories.json story: "operation": "ratio" → "verdict": "comparable"
verdict: unknown field; expected one of
"#,
    );
}

#[test]
fn a_picture_has_what_its_form_draws() {
    check(
        r#"
no form
stories.json story: "form": "bars", →
panels[0].form: missing field

a form that does not exist
stories.json story: "form": "bars" → "form": "pie"
panels[0].form: expected one of bars, dots, squares, columns, timeline, scale, targets, tiles, found "pie"

nothing to draw
stories.json story: "indicator": "rate", "observations": ["rate.leader"], "references": ["rate.nation"], "targets": ["rate.target"], →
panels[0]: expected something to draw

figures of two units
stories.json story: "indicator": "rate", "observations": ["rate.leader"] → "observations": ["rate.leader", "accounts.nation"]
panels[0].form: expected figures of one unit for bars

a figure of another indicator
stories.json story: "observations": ["rate.leader"] → "observations": ["accounts.nation"]
panels[0].indicator: expected the indicator of all figures, not that of accounts.nation

squares of something else than provinces
stories.json story: "bars" → "squares"
panels[0].form: expected counts of provinces for squares, found rate.leader

a table of targets without a target
stories.json story: "form": "bars", "indicator": "rate", "observations": ["rate.leader"], "references": ["rate.nation"], "targets": ["rate.target"] → "form": "targets", "observations": ["rate.leader"]
panels[0].form: expected one target for targets, found 0

a map of something else than provinces
stories.json story: "form": "bars", "indicator": "rate", "observations": ["rate.leader"] → "form": "tiles", "observations": ["rate.leader", "rate.nation"]
panels[0].form: expected provinces or a group of them for tiles, found rate.nation

a mark in time without a figure
stories.json story: "form": "bars", "indicator": "rate", "observations": ["rate.leader"] → "form": "timeline", "observations": ["rate.policy"]
panels[0].form: expected figures for timeline
"#,
    );
    let mut texts = sound();
    let stories = &mut texts[place_of("stories.json")];
    let story = stories.lines().find(|line| line.contains(&id("story"))).expect("a story");
    *stories = format!("[{story},{}]", story.replace(&id("story"), &id("other")));
    let told = "stories.json: other: number: expected a number of its own, found 1 on story too";
    assert_eq!(only_problem("number", &texts).to_string(), told);
}

// Texts.

#[test]
fn the_glossary_is_complete_and_each_anchor_its_own() {
    check(
        r#"
no table
method.json reached: "words" → "others"
group: expected one of services, systems, words, names

no printed word
method.json reached: "printed": "đạt" → "printed": " "
printed: expected words, found nothing

decomposed
method.json reached: "đạt" → "đạt"
printed: expected Unicode NFC

one language
method.json reached: "en": "No praise." → "en": ""
misread.en: expected words, found nothing

an indicator that is none
method.json reached: "indicator": "rate" → "indicator": "ratio"
indicator: expected the id of an indicator, found "ratio"

an empty paragraph
method.json never: "Một đoạn." → ""
text[0].vi: expected words, found nothing

no heading
method.json never: "title": { "vi": "Không làm", "en": "Never done" }, →
title: missing field
"#,
    );
    check_used_twice(
        "method.json",
        &broken("method.json", FILE, &id("about"), &id("never")),
        "never",
    );
}

#[test]
fn a_correction_says_when_what_and_of_which_figures() {
    check(
        r#"
a month
errata.json first: "2026-11-20" → "2026-11"
date: expected a day

the oldest first
errata.json second: "2026-11-21" → "2026-11-19"
date: expected the newest correction first

nothing corrected
errata.json second: ["rate.17"] → []
observations: expected the figures that it concerns

a figure that is none
errata.json first: "rate.nation" → "rate.none"
observations: expected the id of an observation, found "rate.none"

one language
errata.json first: "en": "Right" → "en": ""
now.en: expected words, found nothing

who did it
errata.json first: "observations" → "by": "x", "observations"
by: unknown field; expected one of
"#,
    );
    check_used_twice(
        "errata.json",
        &broken("errata.json", FILE, &id("first"), &id("second")),
        "second",
    );
}

#[test]
fn a_text_is_as_long_as_its_place_allows_and_no_longer() {
    for (file, record, old, most, field) in [
        ("indicators.json", "spare", "\"label\": { \"vi\": \"Mức", 45, "label.vi"),
        ("indicators.json", "spare", "\"en\": \"Level", 45, "label.en"),
        ("stories.json", "story", "\"headline\": { \"vi\": \"Tiêu đề", 90, "headline.vi"),
        ("stories.json", "story", "\"en\": \"Headline", 90, "headline.en"),
        ("stories.json", "story", "\"short\": { \"vi\": \"Ngắn", 55, "short.vi"),
    ] {
        let head = old.rsplit_once('"').map_or("", |(head, _)| head);
        // Letters are counted, not bytes.
        let text = |length| broken(file, record, old, &format!("{head}\"{}", "đ".repeat(length)));
        assert!(read(&text(most)).is_ok(), "{field} of {most}");
        let problem = only_problem(field, &text(most + 1));
        let Problem { file: found, record: named, field: place, expected } = &problem;
        assert_eq!((&**found, &**named, &**place), (file, record, field));
        assert_eq!(*expected, format!("expected at most {most} characters, found {}", most + 1));
    }
}

#[test]
fn a_text_is_there_in_both_languages() {
    check(
        r#"
label
indicators.json spare: "vi": "Mức" → "vi": ""
label.vi: expected words, found nothing

name
entities.json spare: "en": "Group" → "en": " "
name.en: expected words, found nothing

name of a district
entities.json province63:01: "vi": "Quận" → "vi": ""
within[0].name.vi: expected words, found nothing

what became of it
entities.json province63:01: "en": "Part of it." → "en": ""
within[0].note.en: expected words, found nothing

title
sources.json table: "vi": "Bảng" → "vi": ""
title.vi: expected words, found nothing

headline
stories.json story: "vi": "Tiêu đề" → "vi": ""
headline.vi: expected words, found nothing

finding
stories.json story: "en": "Finding" → "en": ""
finding.en: expected words, found nothing

remark
observations.json rate.17: "mentions" → "notes": [{ "vi": "", "en": "x" }], "mentions"
notes[0].vi: expected words, found nothing
"#,
    );
}

#[test]
fn a_story_says_all_of_it_in_both_languages() {
    check(
        r#"
short headline
stories.json story: "en": "Short" → "en": ""
short.en: expected words, found nothing

paragraph
stories.json story: "en": "A paragraph." → "en": ""
text[0].en: expected words, found nothing

heading of a picture
stories.json story: "vi": "Hình" → "vi": ""
panels[0].title.vi: expected words, found nothing
"#,
    );
}

#[test]
fn a_text_is_in_one_unicode_form() {
    // The same letters with separate tone marks: search and sorting would not find them.
    for (file, record, old, new, field) in [
        ("entities.json", "province63:17", "Hòa Bình", "Ho\u{300}a Bi\u{300}nh", "name.vi"),
        ("indicators.json", "spare", "Mức", "Mu\u{31b}\u{301}c", "label.vi"),
        ("stories.json", "story", "Kết quả", "Kê\u{301}t quả", "finding.vi"),
        ("observations.json", "rate.group", "gần 90%", "gâ\u{300}n 90%", "mentions[0].printed"),
    ] {
        let problem = only_problem(field, &broken(file, record, old, new));
        assert_eq!((&*problem.file, &*problem.record, &*problem.field), (file, record, field));
        assert_eq!(problem.expected, "expected Unicode NFC");
    }
}

#[test]
fn a_text_holds_nothing_that_cannot_be_seen() {
    for (file, record, old, new, field, code) in [
        // Another direction of writing would show 52 for 25.
        ("entities.json", "province63:17", "Hòa Bình", "Hòa\u{202e} Bình", "name.vi", "U+202E"),
        ("indicators.json", "spare", "Mức", "Mức\u{200b}", "label.vi", "U+200B"),
        // JSON may contain it, XML may not.
        ("stories.json", "story", "Kết quả", "Kết\\u0003 quả", "finding.vi", "U+0003"),
        (
            "observations.json",
            "rate.group",
            "gần 90%",
            "gần\u{feff} 90%",
            "mentions[0].printed",
            "U+FEFF",
        ),
    ] {
        let problem = only_problem(field, &broken(file, record, old, new));
        assert_eq!((&*problem.file, &*problem.record, &*problem.field), (file, record, field));
        assert_eq!(problem.expected, format!("expected characters that can be seen, found {code}"));
    }
}

// What must not pass silently.

#[test]
fn a_number_that_is_missing_is_not_taken_for_zero() {
    check(
        r#"
no place on the page
stories.json story: "number": 1, →
number: missing field

a place far away
stories.json story: "number": 1 → "number": 300
number: expected

half a tile
entities.json province63:17: { "col": 3, "row": 6 } → { "col": 3 }
tile.row: missing field

a tile far away
entities.json province63:17: "row": 6 → "row": 600
tile.row: expected
"#,
    );
}

#[test]
fn a_list_that_is_missing_is_not_taken_for_an_empty_one() {
    check(
        r#"
whom a list names
lists.json leaders: "named": ["rate.leader"], "top": 1, →
named: missing field

where a list is printed
lists.json leaders: , "mentions": [{ "source": "article", "paragraph": 4 }] →
mentions: missing field

what a break blocks
indicators.json rate: , "blocks": ["trend"] →
breaks[0].blocks: missing field
"#,
    );
}

#[test]
fn half_of_the_sources_is_not_enough() {
    for (name, old, new, field) in [
        ("no documents", "\"documents\"", "\"documents\": null, \"x\"", "documents"),
        ("something else", "\"documents\"", "\"errata\": [], \"documents\"", "errata"),
    ] {
        let problems = read(&broken("sources.json", FILE, old, new)).err().unwrap_or_default();
        let named = problems.iter().any(|p| (&*p.record, &*p.field) == (FILE, field));
        assert!(named, "{name}: {problems:?}");
    }
}

#[test]
fn a_field_written_twice_is_named() {
    // JSON keeps the later one, so the earlier one would be lost unnoticed.
    check(
        r#"
two remarks
observations.json rate.17: "mentions" → "notes": [{ "vi": "a", "en": "a" }], "notes": [], "mentions"
notes: expected once, found twice

two steps
observations.json rate.17: "step" → "step": 1, "step"
quantity.step: expected once, found twice
"#,
    );
}

// Helpers.

/// Tries every case of a table and reports all that differ from what is expected.
fn check(mistakes: &str) {
    let mut wrong = Vec::new();
    for mistake in mistakes.trim().split("\n\n") {
        let lines: Vec<&str> = mistake.lines().collect();
        let [name, change, outcome] = lines[..] else { panic!("three lines: {mistake}") };
        let (place, change) = change.split_once(": ").expect(name);
        let (file, record) = place.split_once(' ').expect(name);
        let (old, new) = change.split_once(" →").expect(name);
        let (field, says) = outcome.split_once(": ").expect(name);
        let problems = read(&broken(file, record, old, new.trim_start())).err().unwrap_or_default();
        let fits = |p: &Problem| {
            (&*p.file, &*p.record, &*p.field) == (file, record, field)
                && p.expected.starts_with(says)
        };
        if problems.len() != 1 || !problems.iter().all(fits) {
            let found: Vec<String> = problems.iter().map(ToString::to_string).collect();
            let found = found.join("\n          ");
            wrong.push(format!("{name}\n  wanted: {file}: {record}: {outcome}\n  found:  {found}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

fn only_problem(name: &str, texts: &[String; FILES.len()]) -> Problem {
    let mut problems = read(texts).err().unwrap_or_default();
    assert_eq!(problems.len(), 1, "{name}: {problems:#?}");
    problems.remove(0)
}

fn read(texts: &[String; FILES.len()]) -> Result<Dataset, Vec<Problem>> {
    load(&Files::from_texts(texts.each_ref().map(String::as_str)))
}

fn place_of(file: &str) -> usize {
    FILES.iter().position(|name| *name == file).expect(file)
}

/// The valid dataset with one replacement in one record, or in the whole file.
fn broken(file: &str, record: &str, old: &str, new: &str) -> [String; FILES.len()] {
    let mut texts = sound();
    let text = &mut texts[place_of(file)];
    // A record ends where the line ends: each is on a line of its own.
    let (from, to) = if record == FILE {
        (0, text.len())
    } else {
        let from = text.find(&id(record)).expect(record);
        (from, from + text[from..].find('\n').expect("more lines"))
    };
    let body = &text[from..to];
    assert!(body.contains(old), "{file}: {record} has no {old}");
    let changed = body.replacen(old, new, 1);
    text.replace_range(from..to, &changed);
    texts
}
