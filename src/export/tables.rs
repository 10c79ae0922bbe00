//! The dataset as four tables. A column has one meaning, and a row of figures is one place that
//! prints one fact.

mod cells;
mod entities;
mod figures;
mod indicators;
mod sources;

use crate::data::Dataset;

pub(super) use cells::{ids, number, open, qualifier, reading, text};

/// The content of a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing is known, or nothing can be.
    Empty,
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
    /// Yes or no.
    Flag(bool),
}

/// What the cells of a column may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Form {
    /// Words.
    Text,
    /// A number.
    Number,
    /// A whole number.
    Whole,
    /// `true` or `false`.
    Flag,
    /// A year, a month or a day: `2024`, `2024-08`, `2024-08-20`.
    Date,
    /// An address.
    Url,
    /// One of these words.
    Word(&'static [&'static str]),
    /// The key that tells the rows of this table apart.
    Key,
    /// The key of a row of another table.
    Link(&'static str),
}

/// One column of a [`Table`].
#[derive(Clone, Debug)]
pub struct Column {
    /// Name in the first line of the file.
    pub name: &'static str,
    /// What its cells may be.
    pub form: Form,
    /// Whether no cell is empty.
    pub required: bool,
    /// What it means, in English.
    pub about: &'static str,
}

/// One table, to be written as one file.
#[derive(Clone, Debug)]
pub struct Table {
    /// Name of the file without its ending.
    pub name: &'static str,
    /// What it holds, in English.
    pub about: &'static str,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Names of the columns that together tell its rows apart.
    pub key: &'static [&'static str],
    /// Its rows, each with one cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// The cells of a column, from the first row to the last; none where no column has that name.
    pub fn column(&self, name: &str) -> impl Iterator<Item = &Cell> {
        let at = self.columns.iter().position(|column| column.name == name);
        self.rows.iter().filter_map(move |row| row.get(at?))
    }
}

/// The dataset as tables: figures, sources, indicators, entities.
pub fn tables(dataset: &Dataset) -> [Table; 4] {
    [
        figures::figures(dataset),
        sources::sources(dataset),
        indicators::indicators(dataset),
        entities::entities(dataset),
    ]
}

/// A column and how its cells are made.
type Made<R> = (Column, fn(&R) -> Cell);

fn some<R>(name: &'static str, form: Form, about: &'static str, cell: fn(&R) -> Cell) -> Made<R> {
    (Column { name, form, required: false, about }, cell)
}

/// A column without empty cells.
fn always<R>(name: &'static str, form: Form, about: &'static str, cell: fn(&R) -> Cell) -> Made<R> {
    (Column { name, form, required: true, about }, cell)
}

fn table<R>(
    name: &'static str,
    about: &'static str,
    key: &'static [&'static str],
    made: Vec<Made<R>>,
    records: impl Iterator<Item = R>,
) -> Table {
    let rows = records.map(|record| made.iter().map(|(_, cell)| cell(&record)).collect()).collect();
    Table { name, about, columns: made.into_iter().map(|(column, _)| column).collect(), key, rows }
}
