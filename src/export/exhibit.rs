//! One comparison as a table, as JSON and as markup for an article.

use serde_json::{Value, json};

use super::tables::{Cell, Column, Form, Table};
use crate::chart::{Exhibit, ExhibitRow, Placed, RowRole};
use crate::data::{Layer, Word};
use crate::quantity::{End, Interval};
use crate::render::{Paint, svg};

/// A column, and how its cell is made from a row.
type Made = (&'static str, Form, &'static str, fn(&ExhibitRow) -> Cell);

const COLUMNS: [Made; 16] = [
    ("place", Form::Text, "Name of the place, or of the target.", |r| text(&r.name)),
    ("place_id", Form::Text, "Its id, with the vintage of the unit.", |r| text(&r.entity)),
    ("role", Form::Text, "unit, reference or target.", |r| text(role(r.role))),
    ("indicator_id", Form::Text, "What is measured.", |r| text(&r.indicator)),
    ("period", Form::Text, "For when, in words.", |r| text(&r.period)),
    ("printed", Form::Text, "The figure in the reader's notation, with its word.", |r| {
        text(&r.printed)
    }),
    ("value", Form::Number, "The printed number in base units; empty for a range.", |r| {
        number(r.quantity.and_then(|q| q.value()))
    }),
    ("low", Form::Number, "The least that the wording allows.", |r| {
        number(r.interval.and_then(|i| i.low().value()))
    }),
    ("low_included", Form::Flag, "Whether that very value is allowed.", |r| {
        flag(r.interval.map(Interval::low))
    }),
    ("high", Form::Number, "The most that the wording allows.", |r| {
        number(r.interval.and_then(|i| i.high().value()))
    }),
    ("high_included", Form::Flag, "Whether that very value is allowed.", |r| {
        flag(r.interval.map(Interval::high))
    }),
    ("unit", Form::Text, "Unit of the numbers, in base units.", |r| {
        r.quantity.map_or(Cell::Empty, |q| text(q.unit.word()))
    }),
    ("rank", Form::Text, "Its place, or the span of places; empty where it cannot be told.", |r| {
        r.rank.as_deref().map_or(Cell::Empty, text)
    }),
    ("publication", Form::Text, "Publication, and paragraph of the report texts.", |r| {
        text(&r.source)
    }),
    ("layer", Form::Text, "reports or context.", |r| match r.observation {
        Some(_) => text(r.layer.word()),
        None => Cell::Empty,
    }),
    ("figure_id", Form::Text, "Id of the figure in the published dataset.", |r| {
        r.observation.as_deref().map_or(Cell::Empty, text)
    }),
];

fn text(content: &str) -> Cell {
    if content.is_empty() { Cell::Empty } else { Cell::Text(content.to_owned()) }
}

fn number(value: Option<f64>) -> Cell {
    value.filter(|value| value.is_finite()).map_or(Cell::Empty, Cell::Number)
}

fn flag(end: Option<End>) -> Cell {
    match end {
        Some(end) if end.value().is_some() => Cell::Flag(end.is_closed()),
        _ => Cell::Empty,
    }
}

fn role(role: RowRole) -> &'static str {
    match role {
        RowRole::Unit => "unit",
        RowRole::Reference => "reference",
        RowRole::Target => "target",
    }
}

/// The rows of an exhibit, one meaning a column; the missing units have no row, they are named by
/// [`exhibit_json`] and in the picture.
pub fn exhibit_table(exhibit: &Exhibit) -> Table {
    let column =
        |(name, form, about, _): &Made| Column { name, form: *form, required: false, about };
    Table {
        name: "comparison",
        about: "The figures of one comparison.",
        columns: COLUMNS.iter().map(column).collect(),
        key: &["place_id", "indicator_id", "period", "role"],
        rows: exhibit
            .rows
            .iter()
            .map(|row| COLUMNS.iter().map(|(.., cell)| cell(row)).collect())
            .collect(),
    }
}

/// The exhibit with its title, finding, verdict, caveats, what is missing, and its rows.
pub fn exhibit_json(exhibit: &Exhibit, address: &str) -> String {
    let table = exhibit_table(exhibit);
    let value = |cell: &Cell| match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => json!(text),
        Cell::Number(number) => json!(number),
        Cell::Flag(flag) => json!(flag),
    };
    let rows: Vec<Value> = table
        .rows
        .iter()
        .map(|row| {
            let fields = table.columns.iter().zip(row);
            Value::Object(fields.map(|(c, cell)| (c.name.to_owned(), value(cell))).collect())
        })
        .collect();
    let missing: Vec<Value> = exhibit
        .missing
        .iter()
        .map(|group| json!({ "reason": group.reason, "names": group.names }))
        .collect();
    json!({
        "title": exhibit.title,
        "finding": exhibit.finding,
        "measure": exhibit.unit_line,
        "reasons": exhibit.reasons,
        "caveats": exhibit.caveats,
        "missing": missing,
        "documents": exhibit.documents.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "layer": if exhibit.has_context { Layer::Context.word() } else { Layer::Reports.word() },
        "address": address,
        "rows": rows,
    })
    .to_string()
}

/// The picture as a file of its own, with its address inside.
pub fn svg_file(placed: &Placed, exhibit: &Exhibit, address: &str) -> String {
    let label = format!("{}. {}", exhibit.title, exhibit.finding);
    let markup = svg(placed, &label, "ro-so", Paint::Light);
    let about = format!(
        "<title>{}</title><desc>{}</desc>{}",
        escaped(&exhibit.title),
        escaped(&exhibit.finding),
        super::svg_metadata(address)
    );
    markup.replacen('>', &format!(">{about}"), 1)
}

/// Code for an article: a frame that needs no script.
pub fn embed_code(title: &str, address: &str, height: u32) -> String {
    format!(
        "<iframe title=\"{}\" src=\"{}\" loading=\"lazy\" width=\"100%\" height=\"{height}\" \
         style=\"border:0\" referrerpolicy=\"no-referrer\" allow=\"clipboard-write; web-share; fullscreen\"></iframe>",
        escaped(title),
        escaped(address)
    )
}

/// Code for an article: the picture itself, its finding, its source, a link. It never changes and
/// needs nothing from elsewhere.
pub fn figure_code(placed: &Placed, exhibit: &Exhibit, sources: &str, address: &str) -> String {
    let label = format!("{}. {}", exhibit.title, exhibit.finding);
    format!(
        "<figure>{}<figcaption>{} {} <a href=\"{}\">Rõ Số</a></figcaption></figure>",
        svg(placed, &label, "ro-so", Paint::Light),
        escaped(&exhibit.finding),
        escaped(sources),
        escaped(address)
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
