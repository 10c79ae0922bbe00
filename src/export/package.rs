//! The descriptor of the published files: a Data Package, which data portals, Frictionless and
//! packages for R, Python and Excel read.

use serde_json::{Map, Value, json};

use super::Dialect;
use super::tables::{Column, Form, Table};
use crate::data::{Dataset, Document};

/// A published file.
#[derive(Clone, Debug)]
pub struct File {
    /// Path relative to the descriptor.
    pub path: String,
    /// Its length.
    pub bytes: usize,
    /// SHA-256 of its content, in hexadecimal digits.
    pub sha256: String,
    /// What it is.
    pub content: Content,
}

/// What a published file is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Content {
    /// The table at this index, as CSV.
    Table(usize, Dialect),
    /// Records as they are entered, with a JSON Schema beside them.
    Json,
}

/// Dates of year, month or day precision.
const DATE: &str = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";

/// The content of `datapackage.json`. `terms` is the path of the terms beside it.
pub fn data_package(dataset: &Dataset, tables: &[Table], files: &[File], terms: &str) -> Value {
    let resources: Vec<Value> = files.iter().filter_map(|file| resource(file, tables)).collect();
    let sources: Vec<Value> = dataset.documents.iter().map(source).collect();
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "ro-so",
        "title": "Rõ Số: Viet Nam’s digital-transformation figures, as printed",
        "description": "Facts cited from named publications: each figure with its wording, what that wording allows, its period, and every place that prints it. Figures of different indicator families, periods or scopes are not comparable by standing in one column.",
        "keywords": ["Viet Nam", "digital transformation", "public services", "statistics"],
        // No official page carries an open licence, so none is claimed for the figures.
        "licenses": [{
            "path": terms,
            "title": "Facts cited from the named publications, without a licence claimed for them; definitions, notes and arrangement: MIT or Apache-2.0. See the terms."
        }],
        "sources": sources,
        "resources": resources,
    })
}

fn source(document: &Document) -> Value {
    let mut source = Map::new();
    let title = format!("{} ({})", document.title.vi, document.publisher.vi);
    source.insert("title".into(), title.into());
    if let Some(url) = &document.url {
        source.insert("path".into(), (&**url).into());
    }
    source.into()
}

fn resource(file: &File, tables: &[Table]) -> Option<Value> {
    let mut resource = json!({
        "name": file.path.trim_end_matches(".csv").replace('.', "-"),
        "path": file.path,
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": format!("sha256:{}", file.sha256),
    });
    let more = match file.content {
        Content::Table(at, dialect) => {
            let table = tables.get(at)?;
            json!({
                "type": "table",
                "format": "csv",
                "mediatype": "text/csv",
                "description": about(table, dialect),
                "dialect": { "delimiter": dialect.separator().to_string(), "lineTerminator": "\r\n" },
                "schema": schema(table, dialect),
            })
        }
        Content::Json => json!({
            "format": "json",
            "mediatype": "application/json",
            "description": format!("Records as they are entered; their JSON Schema: {}.", schema_path(&file.path)),
        }),
    };
    if let (Value::Object(resource), Value::Object(more)) = (&mut resource, more) {
        resource.extend(more);
    }
    Some(resource)
}

/// Where the JSON Schema of a file of `seeds/` is published.
pub fn schema_path(file: &str) -> String {
    format!("schema/{}.schema.json", file.trim_end_matches(".json"))
}

fn about(table: &Table, dialect: Dialect) -> String {
    match dialect {
        Dialect::International => table.about.to_owned(),
        Dialect::Vietnamese => format!(
            "{} The same rows for an Excel with Vietnamese settings: semicolons, decimal commas, a byte order mark.",
            table.about
        ),
    }
}

/// The Table Schema: every column with its type and what it must fulfil.
fn schema(table: &Table, dialect: Dialect) -> Value {
    let fields: Vec<Value> = table.columns.iter().map(|column| field(column, dialect)).collect();
    let links: Vec<Value> = table.columns.iter().filter_map(|column| link(column, table)).collect();
    let mut schema = json!({ "fields": fields, "primaryKey": table.key, "missingValues": [""] });
    if !links.is_empty() {
        schema["foreignKeys"] = links.into();
    }
    schema
}

fn field(column: &Column, dialect: Dialect) -> Value {
    let kind = match column.form {
        Form::Number => "number",
        Form::Whole => "integer",
        Form::Flag => "boolean",
        Form::Text | Form::Date | Form::Url | Form::Word(_) | Form::Key | Form::Link(_) => "string",
    };
    let mut field = json!({ "name": column.name, "type": kind, "description": column.about });
    let mut constraints = Map::new();
    if column.required {
        constraints.insert("required".into(), true.into());
    }
    match column.form {
        Form::Date => {
            constraints.insert("pattern".into(), DATE.into());
        }
        Form::Word(words) => {
            constraints.insert("enum".into(), words.into());
        }
        Form::Key => {
            constraints.insert("unique".into(), true.into());
        }
        Form::Whole => {
            constraints.insert("minimum".into(), 1.into());
        }
        Form::Number => field["decimalChar"] = dialect.decimal_mark().to_string().into(),
        Form::Url => field["format"] = "uri".into(),
        Form::Text | Form::Flag | Form::Link(_) => {}
    }
    if !constraints.is_empty() {
        field["constraints"] = constraints.into();
    }
    field
}

fn link(column: &Column, table: &Table) -> Option<Value> {
    let Form::Link(to) = column.form else { return None };
    // A table refers to itself by an empty name.
    let resource = if to == table.name { "" } else { to };
    let reference = json!({ "resource": resource, "fields": ["id"] });
    Some(json!({ "fields": [column.name], "reference": reference }))
}
