//! The records of the dataset, checked and ready to use: a file for each subject.

mod check;
mod entity;
mod indicator;
mod method;
mod observation;
mod source;
mod story;

use std::rc::Rc;

pub use check::{Check, CheckOperation, Days, Operand, Parts};
pub use entity::{Entity, EntityKind, Milestone, PlaceWithin, System, Tile};
pub use indicator::{Break, Direction, Indicator, Measure, Operation, Theme};
pub use method::{Erratum, MethodSection, Term, TermGroup};
pub use observation::{Change, ChangeAs, Kind, List, Mention, Observation, Scope};
pub use source::{Document, Layer, Report};
pub use story::{Form, Never, Panel, Story};

/// Identifier of a record, such as `province63:17`. Cheap to clone.
pub type Id = Rc<str>;

/// The code in the id of an entity, without its vintage: "17" of `province63:17`.
pub fn code_of(id: &str) -> &str {
    id.rsplit(':').next().unwrap_or(id)
}

/// A text in both languages of the interface.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Text {
    /// Vietnamese, NFC.
    pub vi: Rc<str>,
    /// English.
    pub en: Rc<str>,
}
