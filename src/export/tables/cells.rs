//! Makes cells, and lists the words that some of them may hold.

use super::{Cell, Form};
use crate::data::{
    Date, Direction, EntityKind, Id, Kind, Layer, Measure, Scope, Text, Theme, Word,
};
use crate::quantity::{Amount, End, Hedge, Quantity, Reading, Unit};

pub(super) const LAYER: Form = Form::Word(&words_of::<Layer, { Layer::WORDS.len() }>());
pub(super) const MEASURE: Form = Form::Word(&words_of::<Measure, { Measure::WORDS.len() }>());
pub(super) const UNIT: Form = Form::Word(&words_of::<Unit, { Unit::WORDS.len() }>());
pub(super) const DIRECTION: Form = Form::Word(&words_of::<Direction, { Direction::WORDS.len() }>());
pub(super) const THEME: Form = Form::Word(&words_of::<Theme, { Theme::WORDS.len() }>());
pub(super) const ENTITY_KIND: Form =
    Form::Word(&words_of::<EntityKind, { EntityKind::WORDS.len() }>());
pub(super) const SCOPE: Form = Form::Word(&words_of::<Scope, { Scope::WORDS.len() }>());
pub(super) const KIND: Form = Form::Word(&words_of::<Kind, { Kind::WORDS.len() }>());
pub(super) const READING: Form = Form::Word(&words_of::<Reading, { Reading::WORDS.len() }>());

/// The words that the files use for a `T`, all `N` of them.
const fn words_of<T: Word, const N: usize>() -> [&'static str; N] {
    let mut words = [""; N];
    let mut at = 0;
    while at < N {
        words[at] = T::WORDS[at].0;
        at += 1;
    }
    words
}

pub(super) const QUALIFIERS: [&str; 8] =
    ["exact", "about", "estimated", "above", "below", "at_least", "at_most", "range"];

/// The word beside a number.
pub(in crate::export) fn qualifier(quantity: &Quantity) -> &'static str {
    if matches!(quantity.amount, Amount::Range { .. }) {
        return "range";
    }
    match quantity.hedge {
        Hedge::Exact | Hedge::Set => "exact",
        Hedge::About => "about",
        Hedge::Estimated => "estimated",
        Hedge::Above(_) => "above",
        Hedge::Below(_) => "below",
        Hedge::AtLeast => "at_least",
        Hedge::AtMost => "at_most",
    }
}

/// How "above" and "below" are meant.
pub(in crate::export) fn reading(quantity: &Quantity) -> Cell {
    match quantity.hedge {
        Hedge::Above(reading) | Hedge::Below(reading) => word(reading),
        _ => Cell::Empty,
    }
}

/// A text with plain spaces: a filter for "năm 2024" finds nothing where the space does not break.
pub(in crate::export) fn text(content: &str) -> Cell {
    if content.is_empty() { Cell::Empty } else { Cell::Text(content.replace('\u{a0}', " ")) }
}

pub(super) fn id(id: &Id) -> Cell {
    text(id)
}

pub(super) fn maybe(content: Option<&Id>) -> Cell {
    content.map_or(Cell::Empty, id)
}

pub(in crate::export) fn ids(ids: &[Id]) -> Cell {
    joined(ids.iter().map(|id| &**id), " ")
}

pub(super) fn joined<'a>(parts: impl Iterator<Item = &'a str>, between: &str) -> Cell {
    text(&parts.collect::<Vec<_>>().join(between))
}

pub(super) fn vi(content: Option<&Text>) -> Cell {
    content.map_or(Cell::Empty, |content| text(&content.vi))
}

pub(super) fn en(content: Option<&Text>) -> Cell {
    content.map_or(Cell::Empty, |content| text(&content.en))
}

pub(super) fn word(value: impl Word) -> Cell {
    text(value.word())
}

pub(super) fn date(date: Date) -> Cell {
    Cell::Text(date.to_string())
}

pub(in crate::export) fn number(number: Option<f64>) -> Cell {
    number.filter(|number| number.is_finite()).map_or(Cell::Empty, Cell::Number)
}

pub(super) fn count(count: usize) -> Cell {
    Cell::Number(count as f64)
}

pub(in crate::export) fn open(end: End) -> Cell {
    match end {
        End::Unbounded => Cell::Empty,
        End::Open(_) => Cell::Flag(true),
        End::Closed(_) => Cell::Flag(false),
    }
}
