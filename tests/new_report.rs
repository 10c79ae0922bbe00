//! Adds a month's report step by step, as `seeds/README.md` describes, with the mistakes that are
//! easily made: the answer to each, and that the figures are there in the end.
//!
//! The report is made up. It exists nowhere but in this file.

#![expect(clippy::expect_used, reason = "a failing test says where it failed")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::{questions, read_seeds};
use ro_so::compare::ranking;
use ro_so::data::{Dataset, FILES, Files, load};

/// The text as it was copied from the page, paragraph by paragraph.
const TEXT: &str = "Báo cáo thử tháng 5/2025

Đến hết tháng 5/2025, tỷ lệ hồ sơ trực tuyến toàn trình của tỉnh Lào Cai đạt 61,5%.

Tỉnh Cà Mau còn dưới 60%, tương đương 1,234 nghìn hồ sơ.
";

const REPORT: &str = r#"{ "id": "made-up-2025-05",
    "title": { "vi": "Báo cáo thử tháng 5/2025", "en": "Made-up report, May 2025" },
    "issuer": { "vi": "Cơ quan thử", "en": "Made-up agency" }, "date": "2025-05" }"#;

const DOCUMENT: &str = r#"{ "id": "made-up-article", "layer": "reports", "seed": "005",
    "title": { "vi": "Bài thử", "en": "Made-up article" },
    "publisher": { "vi": "Báo thử", "en": "Made-up newspaper" },
    "issuer": { "vi": "Cơ quan thử", "en": "Made-up agency" },
    "date": "2025-06", "url": null, "report": "made-up-2025-05" }"#;

const LAO_CAI: &str = r#"{ "id": "end-to-end.lao-cai.2025-05", "indicator": "end_to_end_dossier_rate",
    "entity": "province63:10", "scope": "whole", "kind": "observation",
    "period": { "during": { "from": "2025-01", "to": "2025-05" }, "inferred": ["from"] },
    "quantity": { "value": 61.5, "step": 0.1, "unit": "percent", "qualifier": "exact" },
    "mentions": [{ "source": "made-up-article", "paragraph": 2, "printed": "61,5%" }],
    "notes": [{ "vi": "Bài không nói tính từ ngày nào.", "en": "The article does not say since when." }] }"#;

const CA_MAU: &str = r#"{ "id": "end-to-end.ca-mau.2025-05", "indicator": "end_to_end_dossier_rate",
    "entity": "province63:96", "scope": "whole", "kind": "observation",
    "period": { "during": { "from": "2025-01", "to": "2025-05" }, "inferred": ["from"] },
    "quantity": { "value": 60, "step": 1, "unit": "percent", "qualifier": "below", "reading": "threshold" },
    "mentions": [{ "source": "made-up-article", "paragraph": 3, "printed": "dưới 60%" }] }"#;

#[test]
fn without_mistakes_the_figures_are_there() {
    let dataset = finished().load().expect("no problems");
    // Two provinces of one period are enough for the explorer to offer it.
    let asked = questions(&dataset).into_iter().find(|question| {
        &*question.indicator == "end_to_end_dossier_rate" && question.period.token() == "2025-05"
    });
    let answer = ranking(&dataset, &asked.expect("the new month is offered")).expect("an answer");
    let rows: Vec<&str> = answer.rows.iter().map(|row| &*row.entity.id).collect();
    assert_eq!(rows, ["province63:10", "province63:96"]);
    // The other 61 are not on the list, so nobody has a rank.
    assert!(answer.rows.iter().all(|row| row.rank.is_none()));
}

#[test]
fn each_mistake_on_the_way_is_answered() {
    let mut wrong = Vec::new();
    for (step, seeds, told) in mistakes() {
        let found = seeds.told();
        if found != told {
            wrong.push(format!("{step}\n  wanted: {told}\n  found:  {found}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// A step of `seeds/README.md` with the mistake, the files with it, and the problems that are told.
type Mistake = (&'static str, Seeds, &'static str);

/// The mistakes in the order of the steps.
fn mistakes() -> Vec<Mistake> {
    [documents(), figures_and_places(), periods_and_indicators(), words()].concat()
}

fn documents() -> Vec<Mistake> {
    let done = finished();
    let source = |right, wrong| done.but("sources.json", right, wrong);
    let mut no_report = figures();
    no_report.enter("sources.json", "documents", DOCUMENT);
    vec![
        (
            "1: the document was forgotten",
            figures(),
            "observations.json: end-to-end.lao-cai.2025-05: mentions[0].source: expected the id of a document, found \"made-up-article\"\n\
             observations.json: end-to-end.ca-mau.2025-05: mentions[0].source: expected the id of a document, found \"made-up-article\"",
        ),
        (
            "1: the report that it digests was forgotten",
            no_report,
            "sources.json: made-up-article: report: expected the id of a report, found \"made-up-2025-05\"",
        ),
        (
            "1: the publisher is not known, and nothing was written",
            source(r#""vi": "Báo thử""#, r#""vi": """#),
            "sources.json: made-up-article: publisher.vi: expected words, found nothing",
        ),
        (
            "1: the number of a text that is there already",
            source(r#""005""#, r#""004""#),
            "sources.json: article-2022: seed: expected a number of its own, found \"004\" on made-up-article too",
        ),
    ]
}

fn figures_and_places() -> Vec<Mistake> {
    let done = finished();
    let but = |right, wrong| done.but("observations.json", right, wrong);
    let mut twice = finished();
    twice.enter("observations.json", "", &LAO_CAI.replace("lao-cai.2025", "lao-cai-again.2025"));
    vec![
        (
            "2: the comma of the text was typed",
            but("61.5", "61,5"),
            "observations.json: the file: JSON: key must be a string at line 5 column 31 (a number takes a decimal point, not a comma)",
        ),
        (
            "2: the comma was lost",
            but("61.5", "615"),
            "observations.json: end-to-end.lao-cai.2025-05: quantity.value: expected from 0 to 100 for percent, found 615",
        ),
        (
            "2: the step does not fit the digits",
            but(r#"61.5, "step": 0.1"#, r#"61.5, "step": 1"#),
            "observations.json: end-to-end.lao-cai.2025-05: quantity.step: expected 61.5 to be a multiple of the step 1",
        ),
        (
            "2: the paragraph was forgotten",
            but(r#""paragraph": 2, "printed": "61,5%""#, r#""printed": "61,5%""#),
            "observations.json: end-to-end.lao-cai.2025-05: mentions[0].paragraph: expected the number of the paragraph: its non-empty line, counted from 1",
        ),
        (
            "2: the figure stands in a second paragraph too, and was entered as a second fact",
            twice,
            "observations.json: end-to-end.lao-cai.2025-05: mentions: expected a mention on end-to-end.lao-cai-again.2025-05: one fact has one record",
        ),
        (
            "2: the code of the unit that exists since July",
            but("province63:10", "province34:15"),
            "observations.json: end-to-end.lao-cai.2025-05: entity: expected a unit of 2025-05, found \"province34:15\", which is since 2025-07-01",
        ),
    ]
}

fn periods_and_indicators() -> Vec<Mistake> {
    let done = finished();
    let but = |right, wrong| done.but("observations.json", right, wrong);
    let period = r#"{ "during": { "from": "2025-01", "to": "2025-05" }, "inferred": ["from"] }"#;
    let turned = r#"{ "during": { "from": "2025-05", "to": "2025-01" } }"#;
    vec![
        (
            "3: the period was forgotten",
            but(period, "{}"),
            "observations.json: end-to-end.lao-cai.2025-05: period: expected exactly one of as_of, during, since_start, from",
        ),
        (
            "3: the months changed places",
            but(period, turned),
            "observations.json: end-to-end.lao-cai.2025-05: period.during: expected `from` to come before `to`",
        ),
        (
            "3: a date as the text writes it",
            but(r#""to": "2025-05""#, r#""to": "5/2025""#),
            "observations.json: end-to-end.lao-cai.2025-05: period.during.to: expected a date such as 2024, 2024-08 or 2024-08-20, found \"5/2025\"",
        ),
        (
            "4: an indicator that nobody has entered",
            but(r#""end_to_end_dossier_rate""#, r#""end_to_end_rate""#),
            "observations.json: end-to-end.lao-cai.2025-05: indicator: expected the id of an indicator, found \"end_to_end_rate\"",
        ),
        (
            "4: another unit than the indicator has",
            but(r#""unit": "percent""#, r#""unit": "points""#),
            "observations.json: end-to-end.lao-cai.2025-05: quantity.unit: expected the unit of the indicator, percent, found points",
        ),
    ]
}

fn words() -> Vec<Mistake> {
    let done = finished();
    let but = |right, wrong| done.but("observations.json", right, wrong);
    let quantity =
        r#""quantity": { "value": 61.5, "step": 0.1, "unit": "percent", "qualifier": "exact" },"#;
    let english = r#", "en": "The article does not say since when.""#;
    vec![
        (
            "5: dưới may be a limit or a rounding",
            but(r#", "reading": "threshold""#, ""),
            "observations.json: end-to-end.ca-mau.2025-05: quantity.reading: expected rounding or threshold beside above and below",
        ),
        (
            "5: a figure that nobody printed",
            but(quantity, ""),
            "observations.json: end-to-end.lao-cai.2025-05: quantity: expected a quantity: only policies and memberships go without",
        ),
        (
            "5: the remark is in one language",
            but(english, ""),
            "observations.json: end-to-end.lao-cai.2025-05: notes[0].en: missing field",
        ),
    ]
}

#[test]
fn what_only_the_text_can_tell_is_told_with_the_text() {
    let folder = Folder::new();
    let done = finished();
    let but = |right, wrong| done.but("observations.json", right, wrong);
    // The other texts are missing here, so what is said about them is left out.
    for (step, seeds, told) in [
        ("7: without mistakes", finished(), ""),
        (
            "7: the wrong paragraph",
            but(r#""paragraph": 2"#, r#""paragraph": 1"#),
            "observations.json: end-to-end.lao-cai.2025-05: mentions[0].printed: expected “61,5%” in paragraph 1 of 005, found 5/2025; it stands in paragraph 2",
        ),
        (
            "7: two digits changed places",
            but("61.5", "65.1"),
            "observations.json: end-to-end.lao-cai.2025-05: mentions[0].printed: “61,5%” in paragraph 2 of 005: value: expected 65.1, printed 61.5",
        ),
        (
            "7: the word beside the number was passed over",
            but(r#""below", "reading": "threshold""#, r#""exact""#),
            "observations.json: end-to-end.ca-mau.2025-05: mentions[0].printed: “dưới 60%” in paragraph 3 of 005: qualifier: expected exact, printed “dưới”",
        ),
    ] {
        assert_eq!(folder.verify(&seeds, &[], "2025-05"), told, "{step}");
    }
    // A number that was overlooked.
    let told = folder.verify(&done, &["--unclaimed"], "");
    let passed_over =
        "005, paragraph 3: … còn dưới 60%, tương đương [1,234 nghìn] hồ sơ.\n    NOT EXPLAINED";
    assert!(told.contains(passed_over), "{told}");
}

/// The figures without their document: step 2 before step 1.
fn figures() -> Seeds {
    let mut seeds = Seeds::open();
    seeds.enter("observations.json", "", CA_MAU).enter("observations.json", "", LAO_CAI);
    seeds
}

/// The figures with their report and their document.
fn finished() -> Seeds {
    let mut seeds = figures();
    seeds.enter("sources.json", "reports", REPORT).enter("sources.json", "documents", DOCUMENT);
    seeds
}

/// The files of `seeds/`, as a maintainer edits them.
#[derive(Clone)]
struct Seeds([String; FILES.len()]);

impl Seeds {
    fn open() -> Self {
        Self(read_seeds())
    }

    /// Puts a record before the first one of a file, or of one of its parts.
    fn enter(&mut self, file: &str, part: &str, record: &str) -> &mut Self {
        let text = &mut self.0[place_of(file)];
        let opening = if part.is_empty() { "[".to_owned() } else { format!("\"{part}\": [") };
        let start = text.find(&opening).expect("the part") + opening.len();
        text.insert_str(start, &format!("\n{record},"));
        self
    }

    /// The same files with one thing written differently.
    fn but(&self, file: &str, right: &str, wrong: &str) -> Self {
        let mut texts = self.0.clone();
        let text = &mut texts[place_of(file)];
        assert!(text.contains(right), "{file} has no {right}");
        *text = text.replacen(right, wrong, 1);
        Self(texts)
    }

    fn load(&self) -> Result<Dataset, Vec<String>> {
        load(&Files::from_texts(self.0.each_ref().map(String::as_str)))
            .map_err(|problems| problems.iter().map(ToString::to_string).collect())
    }

    /// The problems, one a line, as the maintainer reads them.
    fn told(&self) -> String {
        self.load().err().unwrap_or_default().join("\n")
    }
}

fn place_of(file: &str) -> usize {
    FILES.iter().position(|name| *name == file).expect(file)
}

/// A folder with the made-up text, and a dataset that is checked against it.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("new-report");
        fs::create_dir_all(folder.join("texts")).expect("a folder");
        fs::create_dir_all(folder.join("seeds")).expect("a folder");
        fs::write(folder.join("texts/005_made-up.txt"), TEXT).expect("a text");
        Self(folder)
    }

    /// What the command says, in the lines that contain `about`.
    fn verify(&self, seeds: &Seeds, options: &[&str], about: &str) -> String {
        for (name, text) in FILES.iter().zip(&seeds.0) {
            fs::write(self.0.join("seeds").join(name), text).expect(name);
        }
        let ended = Command::new(env!("CARGO_BIN_EXE_verify"))
            .args(options)
            .arg("--seeds")
            .args([self.0.join("seeds"), self.0.join("texts")])
            .output()
            .expect("the command runs");
        let out = String::from_utf8(ended.stdout).expect("UTF-8");
        let lines: Vec<&str> = out.lines().filter(|line| line.contains(about)).collect();
        lines.join("\n")
    }
}
