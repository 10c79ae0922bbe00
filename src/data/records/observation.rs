//! Facts, with every place that prints them, and the lists that they stand in.

use std::rc::Rc;

use super::{EntityKind, Id, Layer, Text};
use crate::data::Period;
use crate::quantity::{Interval, Quantity};

/// How much of the entity a figure describes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Scope {
    /// All of it.
    Whole,
    /// Some unnamed part ("có nơi").
    Some,
    /// A named unit of which only some branches were counted.
    Partial,
    /// One range shared by several.
    Jointly,
    /// Every one of several.
    Each,
}

/// What kind of statement a record is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// Something that was measured or counted.
    Observation,
    /// Something to be reached.
    Target,
    /// A difference against an earlier time.
    Change,
    /// A rule that was issued.
    Policy,
    /// Being on a list.
    Membership,
    /// A place in an order.
    Rank,
    /// What something can take.
    Capacity,
}

/// One place that prints a fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The document.
    pub source: Id,
    /// Number of the non-empty line in the text, from 1; `None` for context documents.
    pub paragraph: Option<u16>,
    /// The figure exactly as printed, with its qualifier, not the sentence around it.
    pub printed: Rc<str>,
    /// Where this place prints the fact otherwise: what it prints.
    pub quantity: Option<Quantity>,
    /// Remark on this place.
    pub note: Option<Text>,
}

/// How a change is expressed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ChangeAs {
    /// In percentage points.
    Points,
    /// In per cent of the earlier value.
    Percent,
    /// As a multiple of the earlier value.
    Times,
    /// In the unit of the figure itself.
    Absolute,
    /// The words do not tell.
    Undetermined,
}

/// How a change is expressed, and what it is measured against.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// How it is expressed.
    pub expressed: ChangeAs,
    /// The earlier time.
    pub period: Option<Period>,
    /// The earlier figure, where it is printed.
    pub observation: Option<Id>,
}

/// One fact with every place that prints it.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// Identifier.
    pub id: Id,
    /// What is measured.
    pub indicator: Id,
    /// Of whom.
    pub entity: Id,
    /// How much of it.
    pub scope: Scope,
    /// What kind of statement.
    pub kind: Kind,
    /// For when. Targets carry the date they are due.
    pub period: Period,
    /// The figure; policies and memberships may have none.
    pub quantity: Option<Quantity>,
    /// What true values are possible: the wording's interval, or what a list implies.
    pub interval: Option<Interval>,
    /// For ranks: out of how many.
    pub of: Option<u16>,
    /// For changes: how it is expressed and what it is measured against.
    pub change: Option<Change>,
    /// Every place that prints it.
    pub mentions: Vec<Mention>,
    /// Remarks for readers.
    pub notes: Vec<Text>,
    /// Reports or context; context as soon as no report text prints it.
    pub layer: Layer,
    /// For a bound that follows from a complete or leading list: that list.
    pub derived_from: Option<Id>,
}

impl Observation {
    /// Whether a document prints both.
    pub fn shares_document(&self, other: &Self) -> bool {
        self.mentions.iter().any(|m| other.mentions.iter().any(|o| o.source == m.source))
    }
}

/// A complete or leading list, from which bounds follow for the units it does not name.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// Identifier.
    pub id: Id,
    /// What is measured.
    pub indicator: Id,
    /// Kind of the units the list is drawn from.
    pub universe: EntityKind,
    /// For when.
    pub period: Period,
    /// Facts of the named units.
    pub named: Vec<Id>,
    /// Length of a leaders' list.
    pub top: Option<u16>,
    /// Size of the universe the list was drawn from.
    pub of: Option<u16>,
    /// What is possible for a unit that the list does not name.
    pub rest: Interval,
    /// The named figure that the others lie above, where that is the limit.
    pub low_from: Option<Id>,
    /// The named figure that the others lie below, where that is the limit.
    pub high_from: Option<Id>,
    /// Where the list is printed.
    pub mentions: Vec<(Id, Option<u16>)>,
    /// Remarks for readers.
    pub notes: Vec<Text>,
}
