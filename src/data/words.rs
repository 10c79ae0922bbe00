//! The words that the files use for the variants of an enum.

use super::records::{
    CheckOperation, Direction, EntityKind, Form, Kind, Layer, Measure, Scope, Theme,
};
use super::schema;
use crate::quantity::{Reading, Unit};

/// An enum whose variants the files write as words.
pub trait Word: Copy + PartialEq + 'static {
    /// Every word, with what it stands for.
    const WORDS: &'static [(&'static str, Self)];

    /// The word for this variant.
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, meant)| *meant == self).map_or("", |(word, _)| word)
    }
}

macro_rules! words {
    ($($of:ident = $words:ident;)*) => {
        $(impl Word for $of {
            const WORDS: &'static [(&'static str, Self)] = schema::$words;
        })*
    };
}

words! {
    Layer = LAYERS;
    Measure = MEASURES;
    Unit = UNITS;
    Direction = DIRECTIONS;
    Theme = THEMES;
    EntityKind = ENTITY_KINDS;
    Scope = SCOPES;
    Kind = KINDS;
    Reading = READINGS;
    CheckOperation = CHECK_OPERATIONS;
    Form = FORMS;
}
