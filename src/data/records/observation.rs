//! Facts, with every place that prints them, and the lists that name them.

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
    /// One range that several units share.
    Jointly,
    /// Each of several units.
    Each,
}

/// What kind of statement a record is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// Something that was measured or counted.
    Observation,
    /// Something to be reached.
    Target,
    /// A difference from an earlier time.
    Change,
    /// A rule that was issued.
    Policy,
    /// Being on a list.
    Membership,
    /// A place in an order.
    Rank,
    /// What something can handle.
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
    /// What this place prints, where that differs from the fact's own quantity.
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
    /// The words do not say.
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
    /// The entity that the figure describes.
    pub entity: Id,
    /// How much of the entity it describes.
    pub scope: Scope,
    /// What kind of statement it is.
    pub kind: Kind,
    /// Its period; for a target, the date it is due.
    pub period: Period,
    /// The figure; policies and memberships may have none.
    pub quantity: Option<Quantity>,
    /// The possible true values: what the wording allows, or what a list implies.
    pub interval: Option<Interval>,
    /// For ranks: out of how many.
    pub of: Option<u16>,
    /// For changes: how the change is expressed and what it is measured against.
    pub change: Option<Change>,
    /// Every place that prints it.
    pub mentions: Vec<Mention>,
    /// Remarks for readers.
    pub notes: Vec<Text>,
    /// Reports or context: context where no report text prints it.
    pub layer: Layer,
    /// For a bound that follows from a complete or leading list: that list.
    pub derived_from: Option<Id>,
}

impl Observation {
    /// Whether some document prints both.
    pub fn shares_document(&self, other: &Self) -> bool {
        self.mentions.iter().any(|m| other.mentions.iter().any(|o| o.source == m.source))
    }

    /// Whether some paragraph prints both.
    pub fn shares_paragraph(&self, other: &Self) -> bool {
        let is_same = |m: &Mention, o: &Mention| {
            m.paragraph.is_some() && (&m.source, m.paragraph) == (&o.source, o.paragraph)
        };
        self.mentions.iter().any(|m| other.mentions.iter().any(|o| is_same(m, o)))
    }

    /// Whether this was measured and printed: a target, a rank or a change is no measure, and a
    /// bound that follows from a list is not printed.
    pub fn is_printed_measure(&self) -> bool {
        self.kind == Kind::Observation && self.derived_from.is_none()
    }

    /// Whether this is a rule without a number, told by the words that print it.
    pub fn is_rule(&self) -> bool {
        self.kind == Kind::Policy && self.quantity.is_none()
    }
}

/// A complete list or a list of leaders, from which bounds follow for the units it does not name.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// Identifier.
    pub id: Id,
    /// What is measured.
    pub indicator: Id,
    /// Kind of the units the list is drawn from.
    pub universe: EntityKind,
    /// Its period.
    pub period: Period,
    /// Facts of the named units.
    pub named: Vec<Id>,
    /// Length of a list of leaders.
    pub top: Option<u16>,
    /// Size of the universe the list was drawn from.
    pub of: Option<u16>,
    /// What is possible for a unit that the list does not name.
    pub rest: Interval,
    /// The named figure that is the lower limit of the others, where there is one.
    pub low_from: Option<Id>,
    /// The named figure that is the upper limit of the others, where there is one.
    pub high_from: Option<Id>,
    /// Where the list is printed.
    pub mentions: Vec<(Id, Option<u16>)>,
    /// Remarks for readers.
    pub notes: Vec<Text>,
}
