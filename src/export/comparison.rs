//! One comparison as a table (one meaning a column) and as JSON: its figures and all that is said
//! of them.

use super::json::{list, object, or_null, string};
use super::tables::{Cell, Column, Form, Table, ids, number, open, qualifier, reading, text};
use crate::chart::{Exhibit, ExhibitRow, Missing, MissingUnit, RowRole};
use crate::data::{Dataset, Date, Document, Layer, Mention, Observation, Span, Word};
use crate::quantity::{End, Interval, Quantity};
use crate::text::cited_document;
use crate::view::Lang;

/// Names of the columns and what their cells may be, in the order of [`cells`]. Their meaning is in
/// `workbook_words`, outside the module that every reader downloads.
const COLUMNS: [(&str, Form); 32] = [
    ("name", Form::Text),
    ("entity_id", Form::Text),
    ("role", Form::Text),
    ("indicator", Form::Text),
    ("indicator_id", Form::Text),
    ("period", Form::Text),
    ("period_from", Form::Date),
    ("period_to", Form::Date),
    ("period_as_of", Form::Date),
    ("period_inferred", Form::Text),
    ("printed", Form::Text),
    ("value", Form::Number),
    ("step", Form::Number),
    ("unit", Form::Text),
    ("qualifier", Form::Text),
    ("reading", Form::Text),
    ("low", Form::Number),
    ("low_open", Form::Flag),
    ("high", Form::Number),
    ("high_open", Form::Flag),
    ("rank_first", Form::Whole),
    ("rank_last", Form::Whole),
    ("publication", Form::Text),
    ("publisher", Form::Text),
    ("published", Form::Date),
    ("published_inferred", Form::Flag),
    ("url", Form::Url),
    ("paragraph", Form::Whole),
    ("layer", Form::Text),
    ("figure_id", Form::Text),
    ("note", Form::Text),
    ("missing_because", Form::Text),
];

/// The rows of an exhibit, then what is missing and has no row, each with the reason.
pub fn exhibit_table(dataset: &Dataset, exhibit: &Exhibit) -> Table {
    let column = |&(name, form): &_| Column { name, form, required: false, about: "" };
    let (reasons, rest) = reasons(exhibit);
    let told = exhibit.rows.iter().zip(reasons);
    let told = told.map(|(row, reason)| cells(dataset, row, exhibit.lang, reason).into());
    let rows: Vec<Vec<Cell>> = told
        .chain(rest.into_iter().map(|missing| missing_cells(dataset, exhibit, missing)))
        .collect();
    Table {
        name: "comparison",
        about: "The figures of one comparison.",
        columns: COLUMNS.iter().map(column).collect(),
        key: &["name", "entity_id", "indicator_id", "period", "role"],
        rows,
    }
}

/// For each row why it has no printed figure, empty where it has one; then what has no row, with
/// its reason.
fn reasons(exhibit: &Exhibit) -> (Vec<&str>, Vec<(&MissingUnit, &str)>) {
    let mut left: Vec<(&MissingUnit, &str)> = Vec::new();
    for Missing { reason, units } in &exhibit.missing {
        left.extend(units.iter().map(|unit| (unit, reason.as_str())));
    }
    let mut reasons = vec![""; exhibit.rows.len()];
    // A place that is missing from two panels has a row and a reason in each, in the same order:
    // every reason is used once. Rows without any observation come first: a bound from a list is
    // something.
    for is_gap in [true, false] {
        for (row, reason) in exhibit.rows.iter().zip(&mut reasons) {
            let is_meant = row.role == RowRole::Unit
                && row.quantity.is_none()
                && row.observation.is_none() == is_gap;
            let own = left.iter().position(|(unit, _)| is_meant && unit.name == row.name);
            if let Some(at) = own {
                *reason = left.remove(at).1;
            }
        }
    }
    (reasons, left)
}

/// The cells of something that is missing and has no row, with the bound that a list implies.
fn missing_cells(
    dataset: &Dataset,
    exhibit: &Exhibit,
    (unit, reason): (&MissingUnit, &str),
) -> Vec<Cell> {
    let [low, high] = [unit.interval.map(Interval::low), unit.interval.map(Interval::high)];
    let indicator = dataset.indicator(&exhibit.indicator);
    let cell = |(column, _): &(&str, Form)| match *column {
        "name" => text(&unit.name),
        "entity_id" => text(unit.id.as_deref().unwrap_or_default()),
        "role" => text(MISSING),
        "unit" if unit.interval.is_some() => {
            indicator.map_or(Cell::Empty, |indicator| text(indicator.unit.word()))
        }
        "low" => number(low.and_then(End::value)),
        "low_open" => low.map_or(Cell::Empty, open),
        "high" => number(high.and_then(End::value)),
        "high_open" => high.map_or(Cell::Empty, open),
        "missing_because" => text(reason),
        _ => Cell::Empty,
    };
    COLUMNS.iter().map(cell).collect()
}

/// The cells of a row, in the order of [`COLUMNS`].
fn cells(dataset: &Dataset, row: &ExhibitRow, lang: Lang, because: &str) -> [Cell; 32] {
    let figure = row.observation.as_ref().and_then(|id| dataset.observation(id));
    // The first mention is the most precise one.
    let mention = figure.and_then(|figure| figure.mentions.first());
    let document = mention.and_then(|mention| dataset.document(&mention.source));
    let indicator = dataset.indicator(&row.indicator);
    let [from, to, as_of] = dates(figure);
    let quantity = row.quantity;
    let [low, high] = [row.interval.map(Interval::low), row.interval.map(Interval::high)];
    [
        text(&row.name),
        text(&row.entity),
        // A map draws a place without a figure; a ranking names it below. Tables say the same.
        text(if because.is_empty() { role(row.role) } else { MISSING }),
        indicator.map_or(Cell::Empty, |indicator| text(lang.of(&indicator.official))),
        text(&row.indicator),
        text(&row.period),
        from,
        to,
        as_of,
        figure.map_or(Cell::Empty, |figure| ids(&figure.period.inferred)),
        text(&row.printed),
        number(quantity.and_then(value)),
        number(quantity.map(|quantity| quantity.step)),
        quantity.map_or(Cell::Empty, |quantity| text(quantity.unit.word())),
        quantity.map_or(Cell::Empty, |quantity| text(qualifier(&quantity))),
        quantity.map_or(Cell::Empty, |quantity| reading(&quantity)),
        number(low.and_then(End::value)),
        low.map_or(Cell::Empty, open),
        number(high.and_then(End::value)),
        high.map_or(Cell::Empty, open),
        number(row.span.map(|span| f64::from(span.first))),
        number(row.span.map(|span| f64::from(span.last))),
        document.map_or(Cell::Empty, |document| text(lang.of(&document.title))),
        document.map_or(Cell::Empty, |document| text(lang.of(&document.publisher))),
        date(document.map(|document| document.date)),
        document.map_or(Cell::Empty, |document| Cell::Flag(document.date_inferred)),
        document.map_or(Cell::Empty, |document| text(document.url.as_deref().unwrap_or_default())),
        number(mention.and_then(|mention| mention.paragraph).map(f64::from)),
        if figure.is_some() { text(row.layer.word()) } else { Cell::Empty },
        text(row.observation.as_deref().unwrap_or_default()),
        figure.zip(mention).map_or(Cell::Empty, |(figure, mention)| notes(figure, mention, lang)),
        text(because),
    ]
}

/// The first and last date of a period, and the date of a state.
fn dates(figure: Option<&Observation>) -> [Cell; 3] {
    let [from, to, as_of] = match figure.map(|figure| figure.period.span) {
        None => [None; 3],
        Some(Span::AsOf(at)) => [None, None, Some(at)],
        Some(Span::During { from, to }) => [Some(from), Some(to), None],
        Some(Span::SinceStart { to }) => [None, Some(to), None],
        Some(Span::From(from)) => [Some(from), None, None],
    };
    [date(from), date(to), date(as_of)]
}

fn notes(figure: &Observation, mention: &Mention, lang: Lang) -> Cell {
    let notes = mention.note.iter().chain(&figure.notes).map(|note| lang.of(note));
    text(&notes.collect::<Vec<_>>().join(" "))
}

fn date(date: Option<Date>) -> Cell {
    date.map_or(Cell::Empty, |date| Cell::Text(date.to_string()))
}

/// The number that a figure equals or comes close to. "Dưới 10%" has none: a mean would take it for
/// 10.
fn value(quantity: Quantity) -> Option<f64> {
    quantity.value().filter(|_| !quantity.is_bound())
}

/// The role of a unit without a printed figure of its own.
const MISSING: &str = "missing";

fn role(role: RowRole) -> &'static str {
    match role {
        RowRole::Unit => "unit",
        RowRole::Reference => "reference",
        RowRole::Target => "target",
    }
}

/// The exhibit with its title, finding, verdict, caveats, what is missing, its sources and its
/// rows. `www/xlsx.js` makes a workbook of it.
pub fn exhibit_json(dataset: &Dataset, exhibit: &Exhibit, address: &str) -> String {
    let lang = exhibit.lang;
    let strings =
        |texts: &[String]| list(&texts.iter().map(|text| string(text)).collect::<Vec<_>>());
    let missing: Vec<String> = exhibit
        .missing
        .iter()
        .map(|group| {
            object(&[
                ("reason", string(&group.reason)),
                ("names", list(&group.names().map(string).collect::<Vec<_>>())),
            ])
        })
        .collect();
    let documents = exhibit.documents.iter().filter_map(|id| dataset.document(id));
    let documents: Vec<String> = documents.map(|document| source(document, lang)).collect();
    let has = |layer: &Layer| {
        exhibit.rows.iter().any(|row| row.observation.is_some() && row.layer == *layer)
    };
    let layers = [Layer::Reports, Layer::Context].into_iter().filter(has);
    let layers: Vec<String> = layers.map(|layer| string(layer.word())).collect();
    object(&[
        ("lang", string(lang.tag())),
        ("title", string(&exhibit.title)),
        ("finding", string(&exhibit.finding)),
        ("measure", string(&exhibit.unit_line)),
        ("verdict", or_null(exhibit.verdict_told().map(string))),
        ("reasons", strings(&exhibit.reasons)),
        ("caveats", strings(&exhibit.caveats)),
        ("missing", list(&missing)),
        ("documents", list(&documents)),
        ("figures_of", string(&exhibit.dated)),
        ("version", string(&exhibit.version(dataset))),
        ("layers", list(&layers)),
        ("address", string(address)),
        ("rows", rows(&exhibit_table(dataset, exhibit))),
    ])
}

fn source(document: &Document, lang: Lang) -> String {
    object(&[
        ("id", string(&document.id)),
        ("title", string(lang.of(&document.title))),
        ("publisher", string(lang.of(&document.publisher))),
        ("issuer", string(lang.of(&document.issuer))),
        ("published", string(&document.date.to_string())),
        ("published_inferred", document.date_inferred.to_string()),
        ("cited", string(&cited_document(document, lang))),
        ("url", or_null(document.url.as_deref().map(string))),
    ])
}

/// The rows of a table, each with the names of its columns.
fn rows(table: &Table) -> String {
    let value = |cell: &Cell| match cell {
        Cell::Empty => or_null(None),
        Cell::Text(text) => string(text),
        Cell::Number(number) => number.to_string(),
        Cell::Flag(flag) => flag.to_string(),
    };
    let rows = table.rows.iter().map(|row| {
        let names = table.columns.iter().map(|column| column.name);
        object(&names.zip(row.iter().map(value)).collect::<Vec<_>>())
    });
    list(&rows.collect::<Vec<_>>())
}
