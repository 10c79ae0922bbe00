//! The published tables say what the dataset says: read back, they hold every figure with its
//! limits, its source and its words, in both notations.
#![expect(clippy::expect_used, reason = "a failing test says where it failed")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use common::{read_seeds, shipped};
use ro_so::data::{Dataset, FILES, Observation, Span};
use ro_so::export::{
    Cell, Column, Content, Dialect, File, Form, Table, csv, data_package, schema_path, tables,
};
use ro_so::quantity::{Amount, End, Interval, Quantity};
use serde_json::Value;

/// One row of a file, by the names of its columns.
type Row = BTreeMap<String, String>;

#[test]
fn every_figure_comes_back_as_it_was() {
    let dataset = shipped();
    let mut rows = read_back(&dataset, Dialect::International).into_iter();
    for fact in &dataset.observations {
        for (mention, number) in fact.mentions.iter().zip(1..) {
            let row = rows.next().expect("a row for every mention");
            let name = format!("{} {number}", fact.id);
            let is = |column: &str, expected: &str| {
                assert_eq!(undefused(&row[column]), expected, "{name}: {column}");
            };
            is("observation", &fact.id);
            is("mention", &number.to_string());
            is("indicator", &fact.indicator);
            is("entity", &fact.entity);
            is("source", &mention.source);
            is("printed", &mention.printed);
            is("paragraph", &mention.paragraph.map_or(String::new(), |n| n.to_string()));
            is("derived_from", fact.derived_from.as_deref().unwrap_or_default());
            is("period_inferred", &fact.period.inferred.join(" "));
            is("rank_of", &fact.of.map_or(String::new(), |of| of.to_string()));
            check_period(&row, fact, &name);
            let quantity = mention.quantity.or(fact.quantity);
            check_quantity(&row, quantity, &name);
            let interval = mention.quantity.map(|q| q.interval()).or(fact.interval);
            check_limits(&row, interval, &name);
        }
    }
    assert_eq!(rows.next(), None, "no row without a mention");
}

fn check_period(row: &Row, fact: &Observation, name: &str) {
    let (from, to, as_of) = match fact.period.span {
        Span::AsOf(date) => (None, None, Some(date)),
        Span::During { from, to } => (Some(from), Some(to), None),
        Span::SinceStart { to } => (None, Some(to), None),
        Span::From(from) => (Some(from), None, None),
    };
    for (column, date) in [("period_from", from), ("period_to", to), ("period_as_of", as_of)] {
        let expected = date.map_or(String::new(), |date| date.to_string());
        assert_eq!(row[column], expected, "{name}: {column}");
    }
}

fn check_quantity(row: &Row, quantity: Option<Quantity>, name: &str) {
    assert_eq!(number(&row["value"]), quantity.and_then(|q| q.value()), "{name}: value");
    assert_eq!(number(&row["step"]), quantity.map(|q| q.step), "{name}: step");
    let denominator = quantity.and_then(|q| q.denominator);
    assert_eq!(number(&row["denominator"]), denominator, "{name}: denominator");
    let is_range = quantity.is_some_and(|q| matches!(q.amount, Amount::Range { .. }));
    assert_eq!(row["qualifier"] == "range", is_range, "{name}: qualifier");
    assert_eq!(row["qualifier"].is_empty(), quantity.is_none(), "{name}: qualifier");
    let hedged = matches!(&*row["qualifier"], "above" | "below");
    assert_eq!(!row["reading"].is_empty(), hedged, "{name}: reading");
}

fn check_limits(row: &Row, interval: Option<Interval>, name: &str) {
    for (column, end) in
        [("low", interval.map(Interval::low)), ("high", interval.map(Interval::high))]
    {
        let open = match &*row[&format!("{column}_open")] {
            "" => None,
            "true" => Some(true),
            "false" => Some(false),
            other => unreachable!("{name}: {other}"),
        };
        let found = match (number(&row[column]), open) {
            (None, None) => End::Unbounded,
            (Some(value), Some(true)) => End::Open(value),
            (Some(value), Some(false)) => End::Closed(value),
            other => unreachable!("{name}: {column}: {other:?}"),
        };
        assert_eq!(found, end.unwrap_or(End::Unbounded), "{name}: {column}");
    }
}

#[test]
fn the_words_are_those_of_the_files() {
    let dataset = shipped();
    let rows = read_back(&dataset, Dialect::International);
    let seeds = FILES.into_iter().zip(read_seeds());
    let files: BTreeMap<&str, Value> = seeds
        .map(|(name, text)| (name, serde_json::from_str(&text).expect("JSON of the seeds")))
        .collect();
    let mut seen = 0;
    for (file, layer) in [("observations.json", "reports"), ("context.json", "context")] {
        for record in files[file].as_array().expect("an array") {
            let id = record["id"].as_str().expect("an id");
            for row in rows.iter().filter(|row| row["observation"] == id) {
                let word = |field: &str, default| record[field].as_str().unwrap_or(default);
                assert_eq!(row["scope"], word("scope", "whole"), "{id}");
                assert_eq!(row["kind"], word("kind", "observation"), "{id}");
                assert_eq!(row["layer"], layer, "{id}");
                if row["printed_otherwise"] == "false" {
                    let quantity = &record["quantity"];
                    for field in ["unit", "qualifier", "reading"] {
                        let expected = quantity[field].as_str().unwrap_or_default();
                        assert_eq!(row[field], expected, "{id}: {field}");
                    }
                }
                seen += 1;
            }
        }
    }
    let derived = rows.iter().filter(|row| !row["derived_from"].is_empty()).count();
    assert_eq!(seen + derived, rows.len());
}

#[test]
fn every_row_leads_to_its_source_indicator_and_entity() {
    let dataset = shipped();
    let all = tables(&dataset);
    for table in &all {
        for column in &table.columns {
            let Form::Link(to) = column.form else { continue };
            let target = all.iter().find(|other| other.name == to).expect("a table");
            let keys: BTreeSet<&str> = target.column("id").filter_map(words).collect();
            for cell in table.column(column.name).filter(|cell| **cell != Cell::Empty) {
                let key = words(cell).expect("a text");
                assert!(keys.contains(key), "{}: {}: {key}", table.name, column.name);
            }
        }
    }
    for row in read_back(&dataset, Dialect::International) {
        let document = dataset.document(&row["source"]).expect("a known document");
        assert_eq!(row["publication_vi"], *document.title.vi);
        assert_eq!(row["publisher_vi"], *document.publisher.vi);
        assert_eq!(row["url"], document.url.as_deref().unwrap_or_default());
    }
}

#[test]
fn cells_keep_to_what_their_column_says() {
    for table in tables(&shipped()) {
        let mut keys = BTreeSet::new();
        for row in &table.rows {
            assert_eq!(row.len(), table.columns.len(), "{}", table.name);
            for (cell, column) in row.iter().zip(&table.columns) {
                let place = format!("{}: {}: {cell:?}", table.name, column.name);
                assert!(!(column.required && *cell == Cell::Empty), "{place}");
                assert!(fits(cell, column.form), "{place}");
            }
            let key: Vec<String> = table
                .key
                .iter()
                .filter_map(|name| table.columns.iter().position(|column| column.name == *name))
                .map(|at| format!("{:?}", row[at]))
                .collect();
            assert!(keys.insert(key.join(" ")), "{}: {key:?} twice", table.name);
        }
        let names: BTreeSet<&str> = table.columns.iter().map(|column| column.name).collect();
        assert_eq!(names.len(), table.columns.len(), "{}: a name twice", table.name);
    }
}

fn fits(cell: &Cell, form: Form) -> bool {
    match (cell, form) {
        (Cell::Empty, _) | (Cell::Number(_), Form::Number) | (Cell::Flag(_), Form::Flag) => true,
        (Cell::Number(number), Form::Whole) => *number >= 1.0 && number.fract() == 0.0,
        (Cell::Text(text), Form::Word(words)) => words.contains(&&**text),
        (Cell::Text(text), Form::Date) => ro_so::data::Date::parse(text).is_some(),
        (Cell::Text(text), Form::Url) => text.starts_with("http"),
        (Cell::Text(text), Form::Text | Form::Key | Form::Link(_)) => !text.is_empty(),
        _ => false,
    }
}

#[test]
fn the_vietnamese_twin_has_the_same_rows_in_vietnamese_notation() {
    let dataset = shipped();
    let [figures, ..] = &tables(&dataset);
    let plain = csv(figures, Dialect::International);
    let twin = csv(figures, Dialect::Vietnamese);
    assert!(twin.starts_with('\u{feff}') && !plain.starts_with('\u{feff}'));
    assert!(twin.starts_with("\u{feff}observation;mention;") && plain.starts_with("observation,"));
    let header = plain.lines().next().expect("a header");
    assert_eq!(
        twin.lines().next().map(|line| line.replace(';', ",")),
        Some(format!("\u{feff}{header}"))
    );

    let plain = read_back(&dataset, Dialect::International);
    let twin = read_back(&dataset, Dialect::Vietnamese);
    assert_eq!(plain.len(), twin.len());
    let mut with_decimals = 0;
    for (plain, twin) in plain.iter().zip(&twin) {
        for column in &figures.columns {
            let (plain, twin) = (&plain[column.name], &twin[column.name]);
            if column.form == Form::Number {
                assert_eq!(plain.replace('.', ","), *twin, "{}", column.name);
                assert!(!twin.contains('.'), "{twin}");
                with_decimals += usize::from(twin.contains(','));
            } else {
                assert_eq!(plain, twin, "{}", column.name);
            }
        }
    }
    assert!(with_decimals > 100, "only {with_decimals} numbers with a decimal comma");
}

#[test]
fn negative_numbers_stay_numbers() {
    let dataset = shipped();
    for dialect in [Dialect::International, Dialect::Vietnamese] {
        let rows = read_back(&dataset, dialect);
        let negative: Vec<&str> =
            rows.iter().map(|row| &*row["value"]).filter(|value| value.starts_with('-')).collect();
        assert!(!negative.is_empty());
        assert!(rows.iter().all(|row| !row["value"].starts_with('\'')));
    }
}

#[test]
fn what_a_spreadsheet_would_run_or_misread_is_written_safely() {
    let column = |name, form| Column { name, form, required: false, about: "" };
    let text = |content: &str| Cell::Text(content.to_owned());
    let table = Table {
        name: "odd",
        about: "",
        columns: vec![column("text", Form::Text), column("number", Form::Number)],
        key: &[],
        rows: vec![
            vec![text("=HYPERLINK(\"x\")"), Cell::Number(-75.1)],
            vec![text("-1"), Cell::Number(-0.5)],
            vec![text("@a;b,c\r\nd"), Cell::Empty],
            vec![text("+1 (hơn)"), Cell::Number(1e15)],
        ],
    };
    assert_eq!(
        csv(&table, Dialect::International),
        "text,number\r\n\"'=HYPERLINK(\"\"x\"\")\",-75.1\r\n-1,-0.5\r\n\"'@a;b,c\r\nd\",\r\n\
         '+1 (hơn),1000000000000000\r\n"
    );
    assert_eq!(
        csv(&table, Dialect::Vietnamese),
        "\u{feff}text;number\r\n\"'=HYPERLINK(\"\"x\"\")\";-75,1\r\n-1;-0,5\r\n\
         \"'@a;b,c\r\nd\";\r\n'+1 (hơn);1000000000000000\r\n"
    );
    let read = records(&csv(&table, Dialect::International), ',');
    assert_eq!(read[1], ["'=HYPERLINK(\"x\")", "-75.1"]);
    assert_eq!(read[3], ["'@a;b,c\r\nd", ""]);
}

#[test]
fn the_descriptor_names_every_column_and_claims_no_licence_for_the_figures() {
    let dataset = shipped();
    let tables = tables(&dataset);
    let file =
        |path: &str, content| File { path: path.into(), bytes: 1, sha256: "0".into(), content };
    let files = [
        file("figures.csv", Content::Table(0, Dialect::International)),
        file("figures.vi.csv", Content::Table(0, Dialect::Vietnamese)),
        file("observations.json", Content::Json),
    ];
    let package = data_package(&dataset, &tables, &files, "DATA-TERMS.md");
    let names = |at: usize| package["resources"][at]["schema"]["fields"].as_array().map(Vec::len);
    assert_eq!(names(0), Some(tables[0].columns.len()));
    assert_eq!(names(0), names(1));
    assert_eq!(package["resources"][1]["dialect"]["delimiter"], ";");
    assert_eq!(package["resources"][1]["name"], "figures-vi");
    assert_eq!(package["resources"][2]["name"], "observations-json");
    assert_eq!(package["licenses"].as_array().map(Vec::len), Some(1));
    assert_eq!(package["licenses"][0]["path"], "DATA-TERMS.md");
    assert_eq!(package["licenses"][0]["name"], Value::Null);
    assert!(Path::new("DATA-TERMS.md").exists());
}

#[test]
fn every_file_of_the_dataset_has_a_schema() {
    for file in FILES {
        let path = format!("seeds/{}", schema_path(file));
        let text = std::fs::read_to_string(&path).expect(&path);
        let schema: Value = serde_json::from_str(&text).expect(&path);
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{path}");
    }
}

/// The table of figures, written and read back.
fn read_back(dataset: &Dataset, dialect: Dialect) -> Vec<Row> {
    let [figures, ..] = &tables(dataset);
    let file = csv(figures, dialect);
    let mut records = records(file.trim_start_matches('\u{feff}'), dialect.separator()).into_iter();
    let header = records.next().expect("a header");
    let row = |cells: Vec<String>| {
        assert_eq!(cells.len(), header.len(), "{cells:?}");
        header.iter().cloned().zip(cells).collect()
    };
    records.map(row).collect()
}

/// A reader of RFC 4180: records end with CR LF, quotes inside quotes are doubled.
fn records(file: &str, separator: char) -> Vec<Vec<String>> {
    let mut records = Vec::new();
    let (mut record, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut chars = file.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            c if !quoted && c == separator => record.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(chars.next(), Some('\n'), "a line feed behind each carriage return");
                record.push(std::mem::take(&mut cell));
                records.push(std::mem::take(&mut record));
            }
            '\n' if !quoted => unreachable!("a line feed without a carriage return"),
            c => cell.push(c),
        }
    }
    assert!(!quoted && cell.is_empty() && record.is_empty(), "the last line ends like the others");
    records
}

/// A text without the apostrophe that keeps a spreadsheet from running it.
fn undefused(text: &str) -> &str {
    let rest = text.strip_prefix('\'');
    rest.filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r'])).unwrap_or(text)
}

fn number(text: &str) -> Option<f64> {
    (!text.is_empty()).then(|| text.parse().expect(text))
}

fn words(cell: &Cell) -> Option<&str> {
    match cell {
        Cell::Text(text) => Some(text),
        Cell::Empty | Cell::Number(_) | Cell::Flag(_) => None,
    }
}
