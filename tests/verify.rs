//! The command that checks the dataset against the texts, run on a small made-up report: what it
//! accepts, what it finds, and how it ends.

#![expect(clippy::expect_used, reason = "a failing test says where it failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use ro_so::data::FILES;
use unicode_normalization::UnicodeNormalization as _;

/// A report of three paragraphs, separated by an empty line and by a line of spaces.
const TEXT: &str = "Tháng 8, tỉnh Hòa Bình đạt 45%, giảm 5,5% so với năm 2021.

Đã kích hoạt hơn 57,1 triệu tài khoản; 13/20 bộ báo cáo 4,473 nghìn dịch vụ.
 \u{a0}
Từ ngày 1/7/2025, hai bộ nộp báo cáo với số tiền hơn 16,533 nghìn tỷ đồng.
";

#[test]
fn a_dataset_that_says_what_is_printed_passes() {
    let case = Case::new("clean");
    let ended = case.run(&[]);
    assert_eq!(
        ended.out,
        "7 mentions checked against 1 texts (6 figures, 1 names and dates): 0 do not fit\n"
    );
    assert_eq!((ended.code, &*ended.err), (0, ""));
}

#[test]
fn a_wrong_paragraph_is_found_with_the_right_one() {
    let case = Case::new("paragraph").observation("rate", "\"paragraph\": 1", "\"paragraph\": 2");
    case.finds(
        "observations.json: rate: mentions[0].printed: expected “45%” in paragraph 2 of 000, found \
         57,1 triệu, 13/20, 4,473 nghìn; it stands in paragraph 1",
    );
    // Lines without a letter do not count as paragraphs.
    let case =
        Case::new("no-paragraph").observation("rate", "\"paragraph\": 1", "\"paragraph\": 4");
    case.finds(
        "observations.json: rate: mentions[0].paragraph: expected a paragraph of 000, which ends \
         with 3, found 4",
    );
    case.ends_with(1, "1 do not fit\n");
}

#[test]
fn a_wrong_number_is_found() {
    for (name, record, old, new, says) in [
        ("value", "rate", "\"value\": 45", "\"value\": 54", "value: expected 54, printed 45"),
        ("step", "services", "\"step\": 1,", "\"step\": 0.1,", "step: expected 0.1, printed 1"),
        (
            "thousands",
            "services",
            "\"value\": 4473",
            "\"value\": 4473000",
            "value: expected 4473000, printed 4473",
        ),
        ("fall", "change", "-5.5", "5.5", "value: expected 5.5, printed -5.5"),
        (
            "qualifier",
            "accounts",
            "\"above\", \"reading\": \"rounding\"",
            "\"exact\"",
            "qualifier: expected exact, printed “hơn”",
        ),
        (
            "whole",
            "part",
            "\"denominator\": 20",
            "\"denominator\": 22",
            "denominator: expected 22, printed 20",
        ),
    ] {
        let case = Case::new(name).observation(record, old, new);
        let ended = case.run(&[]);
        let start = format!("observations.json: {record}: mentions[0].printed: “");
        assert!(ended.out.starts_with(&start), "{}", ended.out);
        assert!(ended.out.contains(&format!(": {says}\n")), "{}", ended.out);
        case.ends_with(1, ": 1 do not fit\n");
    }
}

#[test]
fn what_is_not_printed_is_found() {
    let case = Case::new("misprint").observation("rate", "45%", "46%");
    case.finds(
        "observations.json: rate: mentions[0].printed: expected “46%” in paragraph 1 of 000, found \
         8, 45%, 5,5%, 2021\n",
    );
    case.ends_with(1, ": 1 do not fit\n");
}

#[test]
fn a_number_inside_a_longer_one_is_not_that_number() {
    for (name, record, old, new, within) in [
        ("inside-percent", "rate", "45%", "5%", "45%”, “5,5%"),
        ("inside-decimals", "change", "giảm 5,5%", "giảm 5", "giảm 5,5%"),
        ("without-direction", "change", "giảm 5,5%", "5,5%", "giảm 5,5%"),
        ("inside-part", "part", "13/20", "13", "13/20"),
        ("without-word", "accounts", "hơn 57,1 triệu", "57,1 triệu", "hơn 57,1 triệu"),
        ("without-unit", "services", "4,473 nghìn", "4,473", "4,473 nghìn"),
    ] {
        let case =
            Case::new(name).observation(record, &format!("\"{old}\""), &format!("\"{new}\""));
        let ended = case.run(&[]);
        let found = format!("found it only within “{within}”\n");
        assert!(ended.out.contains(&found), "{name}: {}", ended.out);
        assert_eq!(ended.code, 1, "{name}");
    }
}

#[test]
fn a_milestone_is_looked_up_too() {
    let case = Case::new("milestone").seeds("systems.json", "Từ ngày 1/7", "ngày 1/8");
    case.finds(
        "systems.json: portal: milestones[0].mentions[0].printed: expected “ngày 1/8/2025” in \
         paragraph 3 of 000, found 1/7/2025, 16,533 nghìn tỷ đồng\n",
    );
}

#[test]
fn texts_may_be_decomposed() {
    let decomposed: String = TEXT.nfd().collect();
    assert_ne!(decomposed, TEXT);
    Case::new("nfd").text(&decomposed).passes();
    // A mixture: every other paragraph is decomposed.
    let lines = TEXT.lines().enumerate();
    let mixed: Vec<String> = lines
        .map(|(at, line)| if at % 4 == 0 { line.nfd().collect() } else { line.to_owned() })
        .collect();
    Case::new("mixed").text(&mixed.join("\r\n")).passes();
}

#[test]
fn texts_may_hold_spaces_of_any_kind() {
    Case::new("no-break").text(&TEXT.replace(' ', "\u{a0}")).passes();
    Case::new("narrow").text(&TEXT.replace(' ', "\u{202f}")).passes();
    Case::new("double").text(&TEXT.replace(' ', "  ")).passes();
    Case::new("in-printed").observation("accounts", "hơn 57", "hơn\u{a0}57").passes();
}

#[test]
fn without_texts_nothing_is_checked() {
    let case = Case::new("missing");
    fs::remove_dir_all(case.texts()).expect("the folder goes");
    let ended = case.run(&[]);
    assert_eq!((ended.code, &*ended.out), (2, ""));
    assert!(ended.err.starts_with("the folder ") && ended.err.contains(" cannot be read: "));

    fs::create_dir(case.texts()).expect("an empty folder");
    fs::write(case.texts().join("README.txt"), "45%").expect("a file that is no text");
    let ended = case.run(&[]);
    assert_eq!((ended.code, &*ended.out), (2, ""));
    assert!(ended.err.contains(" holds no texts"), "{}", ended.err);

    // Another text does not replace the one that is named.
    fs::write(case.texts().join("001_other.txt"), TEXT).expect("another text");
    case.finds(
        "observations.json: rate: mentions[0].paragraph: expected a text 000, found none in the \
         folder",
    );
}

#[test]
fn a_command_that_cannot_be_followed_says_why() {
    let case = Case::new("commands").observation("rate", "\"step\"", "\"setp\"");
    let ended = case.run(&[]);
    assert_eq!(ended.code, 2);
    assert!(ended.err.starts_with("the dataset has "), "{}", ended.err);
    assert!(ended.err.contains("rate: quantity.setp: unknown field"), "{}", ended.err);
    for (arguments, says) in [
        (&[][..], "expected the folder of the texts\n"),
        (&["--unclamed", "x"], "there is no option --unclamed\n"),
        (&["a", "b"], "expected one folder\n"),
        (&["a", "--seeds"], "--seeds needs a folder\n"),
    ] {
        let ended = run(arguments);
        assert_eq!((ended.code, ended.err.starts_with(says)), (2, true), "{}", ended.err);
    }
    assert_eq!(run(&["--help"]).code, 0);
}

#[test]
fn numbers_that_no_record_claims_are_listed() {
    let case = Case::new("unclaimed");
    let ended = case.run(&["--unclaimed"]);
    assert_eq!(
        ended.out,
        "there is no unclaimed.json: nothing is explained
000, paragraph 1: Tháng [8], tỉnh Hòa Bình đạt 45%, …
    NOT EXPLAINED
000, paragraph 1: … giảm 5,5% so với năm [2021].
    NOT EXPLAINED
000, paragraph 3: Từ ngày 1/7/2025, [hai] bộ nộp báo cáo với …
    NOT EXPLAINED
10 numbers in 1 texts: 7 claimed, 0 explained, 3 not explained; 0 explanations match nothing
"
    );
    assert_eq!(ended.code, 1);
}

#[test]
fn every_unclaimed_number_has_its_explanation() {
    let month = r#"{ "seed": "000", "paragraph": 1, "token": "8", "why": { "vi": "tháng", "en": "a month" } }"#;
    let year = r#"{ "seed": "000", "paragraph": 1, "token": "2021", "why": { "vi": "năm", "en": "a year" } }"#;
    let word = r#"{ "seed": "000", "paragraph": 3, "token": "hai", "why": { "vi": "số bộ", "en": "two of them" } }"#;
    let case = Case::new("explained").explained(&[month, year, word]);
    let ended = case.run(&["--unclaimed"]);
    assert!(ended.out.contains("paragraph 1: Tháng [8], tỉnh Hòa Bình đạt 45%, …\n    a month\n"));
    assert!(
        ended
            .out
            .ends_with("7 claimed, 3 explained, 0 not explained; 0 explanations match nothing\n")
    );
    assert_eq!(ended.code, 0);

    // Explanations of a claimed number, of a number in another paragraph, and one too many.
    let claimed = month.replace("\"8\"", "\"45%\"");
    let elsewhere = year.replace("\"paragraph\": 1", "\"paragraph\": 2");
    let case = Case::new("useless").explained(&[month, year, word, &claimed, &elsewhere, month]);
    let ended = case.run(&["--unclaimed"]);
    for line in [
        "unclaimed.json: record 4: token: expected an unclaimed “45%” in paragraph 1 of 000, found none\n",
        "unclaimed.json: record 5: token: expected an unclaimed “2021” in paragraph 2 of 000, found none\n",
        "unclaimed.json: record 6: token: expected an unclaimed “8” in paragraph 1 of 000, found none\n",
    ] {
        assert!(ended.out.contains(line), "{}", ended.out);
    }
    assert!(ended.out.ends_with(" 0 not explained; 3 explanations match nothing\n"));
    assert_eq!(ended.code, 1);

    let case = Case::new("half").explained(&[&month.replace("a month", " ")]);
    let ended = case.run(&["--unclaimed"]);
    assert!(ended.err.ends_with("unclaimed.json: record 1: why: expected words\n"));
    assert_eq!(ended.code, 2);
}

#[test]
fn each_figure_claims_a_number_of_its_own() {
    // The text has the figure twice but only one record claims it, so the second is left.
    let twice = TEXT.replace("đạt 45%,", "đạt 45%, tỉnh khác 45%,");
    let case = Case::new("own").text(&twice);
    let ended = case.run(&["--unclaimed"]);
    assert!(ended.out.contains("000, paragraph 1: … Bình đạt 45%, tỉnh khác [45%], giảm"));
    assert!(ended.out.contains(" 4 not explained; "), "{}", ended.out);
}

// Helpers.

/// How a run ended.
struct Ended {
    code: i32,
    out: String,
    err: String,
}

fn run(arguments: &[&str]) -> Ended {
    let output = Command::new(env!("CARGO_BIN_EXE_verify"))
        .args(arguments)
        .output()
        .expect("the command runs");
    Ended {
        code: output.status.code().expect("an exit code"),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// A folder with a small sound dataset and its text.
struct Case(PathBuf);

impl Case {
    fn new(name: &str) -> Self {
        let case = Self(Path::new(env!("CARGO_TARGET_TMPDIR")).join("verify").join(name));
        // Removes what an earlier run left.
        fs::remove_dir_all(&case.0).ok();
        fs::create_dir_all(case.texts()).expect("a folder");
        fs::create_dir_all(case.file("")).expect("a folder");
        for name in FILES {
            let json = match name {
                "sources.json" => SOURCES,
                "indicators.json" => INDICATORS,
                "entities.json" => ENTITIES,
                "observations.json" => OBSERVATIONS,
                "systems.json" => SYSTEMS,
                "method.json" => r#"{ "sections": [], "terms": [] }"#,
                _ => "[]",
            };
            fs::write(case.file(name), json).expect(name);
        }
        case.text(TEXT)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.join("seeds").join(name)
    }

    fn texts(&self) -> PathBuf {
        self.0.join("texts")
    }

    /// With another text.
    fn text(self, text: &str) -> Self {
        fs::write(self.texts().join("000_made-up.txt"), text).expect("a text");
        self
    }

    /// With a replacement in a file of the dataset.
    fn seeds(self, file: &str, old: &str, new: &str) -> Self {
        let json = fs::read_to_string(self.file(file)).expect(file);
        assert!(json.contains(old), "{file} has no {old}");
        fs::write(self.file(file), json.replace(old, new)).expect(file);
        self
    }

    /// With a replacement in one observation; each is on a line of its own.
    fn observation(self, record: &str, old: &str, new: &str) -> Self {
        let start = format!("{{ \"id\": \"{record}\"");
        let line = OBSERVATIONS.lines().find(|line| line.contains(&start)).expect(record);
        assert!(line.contains(old), "{record} has no {old}");
        self.seeds("observations.json", line, &line.replace(old, new))
    }

    /// With explanations.
    fn explained(self, explanations: &[&str]) -> Self {
        let json = format!("[{}]", explanations.join(","));
        fs::write(self.file("unclaimed.json"), json).expect("explanations");
        self
    }

    fn run(&self, options: &[&str]) -> Ended {
        let (seeds, texts) = (self.file(""), self.texts());
        let folders = [seeds.to_str().expect("UTF-8"), texts.to_str().expect("UTF-8")];
        run(&[options, &["--seeds", folders[0], folders[1]]].concat())
    }

    #[track_caller]
    fn passes(&self) {
        let ended = self.run(&[]);
        assert_eq!((ended.code, &*ended.err), (0, ""), "{}", ended.out);
    }

    #[track_caller]
    fn finds(&self, line: &str) {
        let ended = self.run(&[]);
        assert!(ended.out.contains(line), "wanted {line}\nfound {}", ended.out);
        assert_eq!(ended.code, 1);
    }

    #[track_caller]
    fn ends_with(&self, code: i32, line: &str) {
        let ended = self.run(&[]);
        assert!(ended.out.ends_with(line), "{}", ended.out);
        assert_eq!(ended.code, code);
    }
}

const SOURCES: &str = r#"{
  "reports": [],
  "documents": [
    { "id": "article", "layer": "reports", "seed": "000", "title": { "vi": "Bài", "en": "Article" }, "publisher": { "vi": "Báo", "en": "Paper" }, "issuer": { "vi": "Bộ", "en": "Ministry" }, "date": "2022-08-31" }
  ]
}"#;

const INDICATORS: &str = r#"[
  { "id": "rate", "label": { "vi": "Tỷ lệ", "en": "Rate" }, "official": { "vi": "Tỷ lệ", "en": "Rate" }, "definition": { "vi": "Tỷ lệ", "en": "Rate" }, "measure": "rate", "unit": "percent", "direction": "higher", "theme": "dossiers", "denominator": { "vi": "hồ sơ", "en": "dossiers" }, "family": "rate" },
  { "id": "accounts", "label": { "vi": "Tài khoản", "en": "Accounts" }, "official": { "vi": "Tài khoản", "en": "Accounts" }, "definition": { "vi": "Tài khoản", "en": "Accounts" }, "measure": "stock", "unit": "count", "counted": { "vi": "tài khoản", "en": "accounts" }, "direction": "higher", "theme": "services", "family": "accounts" },
  { "id": "money", "label": { "vi": "Số tiền", "en": "Money" }, "official": { "vi": "Số tiền", "en": "Money" }, "definition": { "vi": "Số tiền", "en": "Money" }, "measure": "money", "unit": "dong", "direction": "neither", "theme": "services", "family": "money" }
]"#;

const ENTITIES: &str = r#"[
  { "id": "nation", "kind": "nation", "name": { "vi": "Cả nước", "en": "Whole country" } }
]"#;

const OBSERVATIONS: &str = r#"[
  { "id": "rate", "indicator": "rate", "entity": "nation", "period": { "as_of": "2022" }, "quantity": { "value": 45, "step": 1, "unit": "percent", "qualifier": "exact" }, "mentions": [{ "source": "article", "paragraph": 1, "printed": "45%" }] },
  { "id": "change", "indicator": "rate", "entity": "nation", "kind": "change", "as": "percent", "base": { "period": { "as_of": "2021" } }, "period": { "as_of": "2022" }, "quantity": { "value": -5.5, "step": 0.1, "unit": "percent_change", "qualifier": "exact" }, "mentions": [{ "source": "article", "paragraph": 1, "printed": "giảm 5,5%" }] },
  { "id": "accounts", "indicator": "accounts", "entity": "nation", "period": { "as_of": "2022" }, "quantity": { "value": 57100000, "step": 100000, "unit": "count", "qualifier": "above", "reading": "rounding" }, "mentions": [{ "source": "article", "paragraph": 2, "printed": "hơn 57,1 triệu" }] },
  { "id": "part", "indicator": "accounts", "entity": "nation", "scope": "some", "period": { "as_of": "2022" }, "quantity": { "value": 13, "denominator": 20, "step": 1, "unit": "count", "qualifier": "exact" }, "mentions": [{ "source": "article", "paragraph": 2, "printed": "13/20" }] },
  { "id": "services", "indicator": "accounts", "entity": "nation", "scope": "partial", "period": { "as_of": "2022" }, "quantity": { "value": 4473, "step": 1, "unit": "count", "qualifier": "exact" }, "mentions": [{ "source": "article", "paragraph": 2, "printed": "4,473 nghìn" }] },
  { "id": "money", "indicator": "money", "entity": "nation", "period": { "as_of": "2022" }, "quantity": { "value": 16533000000000, "step": 1000000000, "unit": "dong", "qualifier": "above", "reading": "rounding" }, "mentions": [{ "source": "article", "paragraph": 3, "printed": "hơn 16,533 nghìn tỷ đồng" }] }
]"#;

const SYSTEMS: &str = r#"[
  { "id": "portal", "name": { "vi": "Cổng", "en": "Portal" }, "what": { "vi": "Một cổng.", "en": "A portal." }, "milestones": [{ "date": "2025-07-01", "text": { "vi": "Bắt đầu.", "en": "It begins." }, "mentions": [{ "source": "article", "paragraph": 3, "printed": "Từ ngày 1/7/2025" }] }], "indicators": [] }
]"#;
