//! A comparison or a story, taken away: its table, its JSON and its picture hold every figure with
//! its source and its qualifier, what is missing with the reason, and the address of the view.
#![expect(clippy::expect_used, reason = "a failing test says where it failed")]

mod common;

use common::{shipped, telling_views};
use ro_so::chart::{
    Anchor, Exhibit, Mark, PHONE_SHEET_WIDTH, Placed, SHEET_WIDTH, exhibit, legend, place_sheet,
    place_story, text_width,
};
use ro_so::compare::{figures_of_story, story_judgement};
use ro_so::data::{Dataset, Date, Observation};
use ro_so::export::{
    Cell, Dialect, Form, Table, csv, exhibit_json, exhibit_table, query_in_picture, svg_file,
    workbook_words,
};
use ro_so::text::{date, figure, marked_inferred, verdict};
use ro_so::view::{Lang, Page, View, address};
use serde_json::Value;

/// Calls `check` with the exhibit of every telling view, in both languages.
fn each(check: impl Fn(&Dataset, &Exhibit, &View)) {
    let dataset = shipped();
    let mut seen = 0;
    for view in telling_views(&dataset) {
        for lang in Lang::ALL {
            let Some(shown) = exhibit(&dataset, &view, lang) else { continue };
            check(&dataset, &shown, &view);
            seen += 1;
        }
    }
    assert!(seen > 60, "only {seen} views");
}

/// What an address shows in Vietnamese, and its table.
fn table_of(dataset: &Dataset, query: &str) -> (Exhibit, Table) {
    let shown = exhibit(dataset, &address::parse(query).0, Lang::Vi).expect("an exhibit");
    let table = exhibit_table(dataset, &shown);
    (shown, table)
}

/// The cell of a row in a column.
fn cell<'a>(table: &'a Table, row: usize, column: &str) -> &'a Cell {
    table.column(column).nth(row).expect(column)
}

fn words(cell: &Cell) -> &str {
    match cell {
        Cell::Text(text) => text,
        _ => "",
    }
}

/// A text of the page as a cell has it: with plain spaces.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn spaces_in_cells_are_those_that_a_reader_types() {
    each(|dataset, shown, view| {
        for cell in exhibit_table(dataset, shown).rows.iter().flatten() {
            assert!(!words(cell).contains('\u{a0}'), "{view:?}: {cell:?}");
        }
    });
}

#[test]
fn every_row_holds_its_figure_and_where_it_is_printed() {
    each(|dataset, shown, view| {
        let table = exhibit_table(dataset, shown);
        for (at, row) in shown.rows.iter().enumerate() {
            let is = |column: &str, expected: &str| {
                assert_eq!(words(cell(&table, at, column)), plain(expected), "{view:?}: {column}");
            };
            is("name", &row.name);
            is("printed", &row.printed);
            let Some(id) = &row.observation else {
                assert_eq!(*cell(&table, at, "value"), Cell::Empty, "{view:?}");
                continue;
            };
            let figure = dataset.observation(id).expect("a known figure");
            is("figure_id", id);
            is("indicator_id", &figure.indicator);
            check_source(dataset, &table, at, figure, shown.lang);
            // A bound has no value: a mean over "dưới 10%" would take 10.
            let point = figure.quantity.filter(|quantity| !quantity.is_bound());
            let value = point.and_then(|quantity| quantity.value());
            assert_eq!(*cell(&table, at, "value"), value.map_or(Cell::Empty, Cell::Number));
            let has_word = *cell(&table, at, "qualifier") != Cell::Empty;
            assert_eq!(has_word, figure.quantity.is_some(), "{view:?}: {id}");
        }
    });
}

fn check_source(dataset: &Dataset, table: &Table, at: usize, figure: &Observation, lang: Lang) {
    let mention = figure.mentions.first().expect("a place that prints it");
    let document = dataset.document(&mention.source).expect("a known document");
    assert_eq!(words(cell(table, at, "publication")), plain(lang.of(&document.title)));
    assert_eq!(words(cell(table, at, "published")), document.date.to_string());
    assert_eq!(*cell(table, at, "published_inferred"), Cell::Flag(document.date_inferred));
    assert_eq!(words(cell(table, at, "period_inferred")), figure.period.inferred.join(" "));
    assert_eq!(words(cell(table, at, "layer")), words_of_layer(figure));
    let dates = ["period_from", "period_to", "period_as_of"].map(|name| cell(table, at, name));
    let last = dates.iter().rev().find_map(|cell| Date::parse(words(cell)));
    assert_eq!(last, Some(figure.period.end()), "{}", figure.id);
}

fn words_of_layer(figure: &Observation) -> &'static str {
    use ro_so::data::Word;
    figure.layer.word()
}

#[test]
fn what_is_missing_has_a_row_with_the_reason() {
    each(|dataset, shown, view| {
        let table = exhibit_table(dataset, shown);
        for group in &shown.missing {
            for name in group.names() {
                let row = table.rows.iter().position(|row| {
                    let reason = words(row.last().expect("a cell"));
                    words(&row[0]) == plain(name) && reason == plain(&group.reason)
                });
                assert!(row.is_some(), "{view:?}: {name} is not in the table");
            }
        }
    });
}

#[test]
fn every_unit_stands_once() {
    let dataset = shipped();
    for view in telling_views(&dataset) {
        let Some(best) = exhibit(&dataset, &view, Lang::Vi) else { continue };
        for (tab, _) in best.tabs.iter().filter(|(_, found)| found.is_ok()) {
            let view = View { tab: *tab, ..view.clone() };
            let shown = exhibit(&dataset, &view, Lang::Vi).expect("a tab that can be drawn");
            check_units(&exhibit_table(&dataset, &shown), &view);
        }
    }
}

/// Asserts that no unit has the same fact twice, and that none with a row is listed as missing. Two
/// publications may print one figure differently: those are two facts.
fn check_units(table: &Table, view: &View) {
    let mut units: Vec<[&str; 5]> = Vec::new();
    for at in 0..table.rows.len() {
        let columns = ["name", "entity_id", "indicator_id", "period", "figure_id"];
        let key = columns.map(|column| words(cell(table, at, column)));
        match words(cell(table, at, "role")) {
            "unit" => {
                assert!(!units.contains(&key), "{view:?}: {key:?} stands twice");
                units.push(key);
            }
            "missing" => {
                // A gap of one indicator stands beside the figure of another.
                let is_same =
                    |unit: &[&str; 5]| unit[0] == key[0] && [unit[2], ""].contains(&key[2]);
                let is_told = units.iter().any(is_same);
                assert!(!is_told, "{view:?}: {} has a row and is missing", key[0]);
            }
            _ => {}
        }
    }
}

#[test]
fn a_unit_that_a_list_bounds_has_its_limits_and_the_reason_in_one_row() {
    let dataset = shipped();
    let (shown, table) = table_of(&dataset, "tab=map&i=end_to_end_dossier_rate");
    // They have the same role as in a ranking, where they have no row.
    let bounded = (0..table.rows.len()).filter(|at| words(cell(&table, *at, "role")) == "missing");
    let mut seen = 0;
    for at in bounded {
        assert_ne!(*cell(&table, at, "low"), Cell::Empty);
        assert_eq!(words(cell(&table, at, "missing_because")), plain(&shown.missing[0].reason));
        assert!(matches!(cell(&table, at, "rank_first"), Cell::Number(_)), "{at}");
        seen += 1;
    }
    assert_eq!(seen, shown.missing[0].units.len());
}

#[test]
fn what_has_no_row_has_its_id_and_the_limits_that_a_list_leaves() {
    let dataset = shipped();
    let query = "tab=bars&i=end_to_end_dossier_rate&e=province63&time=2024";
    let (_, table) = table_of(&dataset, query);
    let missing = (0..table.rows.len()).filter(|at| words(cell(&table, *at, "role")) == "missing");
    let mut seen = 0;
    for at in missing {
        let unit = dataset.entity(words(cell(&table, at, "entity_id"))).expect("a unit");
        assert_eq!(words(cell(&table, at, "name")), &*unit.name.vi);
        assert_eq!(*cell(&table, at, "low"), Cell::Number(10.0));
        assert_eq!(*cell(&table, at, "low_open"), Cell::Flag(false));
        assert_eq!(*cell(&table, at, "high"), Cell::Number(50.0));
        assert_eq!(*cell(&table, at, "high_open"), Cell::Flag(true));
        assert_eq!(words(cell(&table, at, "unit")), "percent");
        seen += 1;
    }
    assert_eq!(seen, 52);
}

#[test]
fn a_place_that_two_panels_lack_has_the_reason_of_each() {
    let dataset = shipped();
    let (shown, table) = table_of(
        &dataset,
        "tab=multiples&i=services_with_dossiers_rate~end_to_end_dossier_rate&e=ministry22:BCA",
    );
    let reasons = table.column("missing_because").map(words).filter(|reason| !reason.is_empty());
    let wanted = shown.missing.iter().map(|group| group.reason.as_str());
    assert_eq!(reasons.collect::<Vec<_>>(), wanted.collect::<Vec<_>>());
    assert!(shown.missing.len() > 1, "{:?}", shown.missing);
}

#[test]
fn cells_keep_to_what_their_column_says() {
    each(|dataset, shown, view| {
        let table = exhibit_table(dataset, shown);
        for row in &table.rows {
            assert_eq!(row.len(), table.columns.len());
            for (cell, column) in row.iter().zip(&table.columns) {
                let fits = match (cell, column.form) {
                    (Cell::Empty, _)
                    | (Cell::Text(_), Form::Text)
                    | (Cell::Number(_), Form::Number)
                    | (Cell::Flag(_), Form::Flag) => true,
                    (Cell::Number(number), Form::Whole) => *number >= 1.0 && number.fract() == 0.0,
                    (Cell::Text(text), Form::Date) => Date::parse(text).is_some(),
                    (Cell::Text(text), Form::Url) => text.starts_with("http"),
                    _ => false,
                };
                assert!(fits, "{view:?}: {}: {cell:?}", column.name);
            }
        }
    });
}

#[test]
fn a_rank_is_two_numbers() {
    let dataset = shipped();
    let (view, _) = address::parse("i=end_to_end_dossier_rate&e=province63&time=2024&tab=bars");
    let shown = exhibit(&dataset, &view, Lang::Vi).expect("an exhibit");
    let table = exhibit_table(&dataset, &shown);
    let ranks: Vec<(f64, f64)> = table
        .column("rank_first")
        .zip(table.column("rank_last"))
        .filter_map(|ends| match ends {
            (Cell::Number(first), Cell::Number(last)) => Some((*first, *last)),
            _ => None,
        })
        .collect();
    let written = shown.rows.iter().filter(|row| row.rank.is_some()).count();
    assert_eq!(ranks.len(), written);
    assert!(ranks.iter().all(|(first, last)| first <= last), "{ranks:?}");
}

#[test]
fn the_words_of_a_workbook_are_those_of_the_table() {
    let words = workbook_words();
    each(|dataset, shown, _| {
        let table = exhibit_table(dataset, shown);
        let words = &words[shown.lang.tag()];
        let named: Vec<&str> = words["columns"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|c| c[0].as_str())
            .collect();
        let columns: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
        assert_eq!(named, columns);
        for column in ["role", "unit", "qualifier", "layer", "period_inferred"] {
            for cell in table.column(column) {
                let Cell::Text(codes) = cell else { continue };
                for code in codes.split(' ') {
                    assert!(words["codes"][column][code].is_string(), "{column}: {code}");
                }
            }
        }
    });
}

#[test]
fn the_json_holds_all_that_is_said() {
    each(|dataset, shown, view| {
        let text = exhibit_json(dataset, shown, "https://example.org/?p=compare");
        let json: Value = serde_json::from_str(&text).expect("JSON");
        for field in ["title", "finding", "measure", "figures_of", "version", "address"] {
            assert_ne!(json[field].as_str().unwrap_or_default(), "", "{view:?}: {field}");
        }
        assert_eq!(json["verdict"].as_str(), shown.verdict_told(), "{view:?}");
        let length = |field: &str| json[field].as_array().map_or(0, Vec::len);
        assert_eq!(length("caveats"), shown.caveats.len());
        assert_eq!(length("missing"), shown.missing.len());
        assert_eq!(length("documents"), shown.documents.len());
        assert!(length("documents") > 0, "{view:?}");
        assert_eq!(length("rows"), exhibit_table(dataset, shown).rows.len());
        assert!(json["documents"][0]["title"].is_string());
        for (told, id) in json["documents"].as_array().into_iter().flatten().zip(&shown.documents) {
            let document = dataset.document(id).expect("a known document");
            let cited = told["cited"].as_str().unwrap_or_default();
            let when = date(document.date, shown.lang);
            assert!(cited.contains(&when), "{cited}");
            let is_marked = cited.contains(&marked_inferred(&when, shown.lang));
            assert_eq!(is_marked, document.date_inferred, "{cited}");
            assert_eq!(told["published_inferred"].as_bool(), Some(document.date_inferred));
        }
    });
}

#[test]
fn both_notations_have_the_same_rows() {
    each(|dataset, shown, view| {
        let table = exhibit_table(dataset, shown);
        let plain = csv(&table, Dialect::International);
        let twin = csv(&table, Dialect::Vietnamese);
        assert!(twin.starts_with('\u{feff}'));
        assert_eq!(plain.matches("\r\n").count(), table.rows.len() + 1, "{view:?}");
        assert_eq!(twin.matches("\r\n").count(), table.rows.len() + 1, "{view:?}");
    });
}

#[test]
fn the_picture_says_what_belongs_to_it_and_opens_its_view() {
    each(|dataset, shown, view| {
        let query = address::print(view);
        let address = format!("https://example.org/?{query}");
        let Some(spec) = &shown.spec else { return };
        let width = WIDTHS[usize::from(shown.lang == Lang::Vi)];
        let placed = place_sheet(dataset, shown, &address, width).expect("a picture");
        assert_nothing_is_cut_off(&placed, &query);
        let file = svg_file(&placed, &shown.title, &shown.finding, &address);
        assert_eq!(query_in_picture(file.as_bytes()).as_deref(), Some(query.as_str()));
        // Lines may break between any two words.
        let drawn = told(&file);
        let says = |what: &str| {
            let flat: String = what.chars().filter(|c| !c.is_whitespace()).collect();
            assert!(drawn.contains(&flat), "{view:?}: the picture does not say: {what}");
        };
        says(&shown.title);
        says(&shown.finding);
        says(&shown.dated);
        says(&address);
        shown.caveats.iter().chain(&shown.reasons).for_each(|line| says(line));
        for swatch in legend(spec) {
            says(swatch.meaning().text(shown.lang));
        }
        for group in &shown.missing {
            says(&group.reason);
            let shown_names = if group.units.len() > 12 { 3 } else { 12 };
            group.names().take(shown_names).for_each(&says);
        }
        for document in shown.documents.iter().filter_map(|id| dataset.document(id)) {
            says(shown.lang.of(&document.title));
        }
    });
}

#[test]
fn the_picture_of_a_story_says_what_belongs_to_it_and_opens_the_story() {
    let dataset = shipped();
    for story in &dataset.stories {
        for lang in Lang::ALL {
            let query = address::print(&View::about(Page::Story, story.id.clone()));
            let address = format!("https://example.org/?{query}");
            let width = WIDTHS[usize::from(lang == Lang::Vi)];
            let other = WIDTHS[usize::from(lang != Lang::Vi)];
            let placed = place_story(&dataset, story, lang, &address, width);
            let again = place_story(&dataset, story, lang, &address, other);
            assert_nothing_is_cut_off(&again, &story.id);
            let file = svg_file(&placed, lang.of(&story.headline), "", &address);
            assert_eq!(query_in_picture(file.as_bytes()).as_deref(), Some(query.as_str()));
            let drawn = told(&file);
            let says = |what: &str| {
                let flat: String = what.chars().filter(|c| !c.is_whitespace()).collect();
                assert!(drawn.contains(&flat), "{}: the picture does not say: {what}", story.id);
            };
            says(lang.of(&story.headline));
            says(lang.of(&story.finding));
            says(&address);
            story.caveats.iter().for_each(|note| says(lang.of(note)));
            story.panels.iter().for_each(|panel| says(lang.of(&panel.title)));
            let shown = story.panels.iter().flat_map(|p| p.observations.iter().chain(&p.targets));
            for o in shown.chain(&story.pair).filter_map(|id| dataset.observation(id)) {
                let entity = dataset.entity(&o.entity).expect("a known place");
                says(&o.quantity.map_or(lang.of(&entity.name).to_owned(), |q| figure(&q, lang)));
            }
            for document in dataset.documents_of(&figures_of_story(&dataset, story)) {
                says(lang.of(&dataset.document(&document).expect("a known document").title));
            }
            if let Some(found) = story_judgement(&dataset, story) {
                says(verdict(found.verdict, lang));
            }
            assert_nothing_is_cut_off(&placed, &story.id);
        }
    }
}

/// The widths of pictures.
const WIDTHS: [f64; 2] = [SHEET_WIDTH, PHONE_SHEET_WIDTH];

#[track_caller]
fn assert_nothing_is_cut_off(placed: &Placed, name: &str) {
    let ends = placed.marks.iter().filter_map(|mark| match mark {
        Mark::Text { at, anchor: Anchor::Start, size, weight, content, .. } => {
            Some((at.0 + text_width(content, *size, *weight), content))
        }
        _ => None,
    });
    // The figures that a story compares stand in columns, side by side.
    let is_large = |mark: &&Mark| matches!(mark, Mark::Text { size, .. } if *size > 21.0);
    for pair in placed.marks.iter().filter(is_large).collect::<Vec<_>>().windows(2) {
        let [Mark::Text { at, size, weight, content, .. }, Mark::Text { at: next, .. }] = pair
        else {
            continue;
        };
        let is_beside = at.0 < next.0 && at.1 == next.1;
        let end = at.0 + text_width(content, *size, *weight);
        assert!(!is_beside || end < next.0, "{name} at {}: {content}", placed.width);
    }
    for (end, content) in ends {
        assert!(end <= placed.width - 8.0, "{name} at {}: {content} is cut off", placed.width);
    }
}

#[test]
fn several_notes_are_numbered_and_one_is_not() {
    let dataset = shipped();
    let (view, _) = address::parse("i=end_to_end_dossier_rate&time=2024");
    let mut shown = exhibit(&dataset, &view, Lang::Vi).expect("an exhibit");
    assert!(shown.caveats.len() > 1);
    let numbers = |shown: &Exhibit| {
        let placed = place_sheet(&dataset, shown, "", SHEET_WIDTH).expect("a picture");
        let is_number = |mark: &&Mark| {
            matches!(mark, Mark::Text { content, .. }
                if content.strip_suffix('.').is_some_and(|n| n.parse::<u8>().is_ok()))
        };
        placed.marks.iter().filter(is_number).count()
    };
    assert_eq!(numbers(&shown), shown.caveats.len());
    shown.caveats.truncate(1);
    assert_eq!(numbers(&shown), 0);
}

#[test]
fn no_line_of_a_title_begins_with_a_dot() {
    let with_dots = std::cell::Cell::new(0);
    each(|_, shown, view| {
        assert!(!shown.title.contains(" ·"), "{view:?}: {}", shown.title);
        with_dots.set(with_dots.get() + shown.title.matches("\u{a0}· ").count());
    });
    assert!(with_dots.get() > 1, "{with_dots:?}");
}

/// The texts that a picture draws, without spaces.
fn told(svg: &str) -> String {
    let parts = svg.split("<text ").skip(1).filter_map(|part| part.split_once('>'));
    let texts: String = parts.filter_map(|(_, rest)| Some(rest.split_once("</text>")?.0)).collect();
    let plain = texts.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    plain.replace("&amp;", "&").chars().filter(|c| !c.is_whitespace()).collect()
}
