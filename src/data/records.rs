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
    after_last(id, b":").unwrap_or(id)
}

/// What follows the last of some ASCII characters in a text; `None` if it holds none of them. The
/// standard library's `rsplit` would bring a search of its own for each kind of separator.
pub fn after_last<'a>(text: &'a str, marks: &[u8]) -> Option<&'a str> {
    let at = text.bytes().rposition(|byte| marks.contains(&byte))?;
    text.get(at + 1..)
}

/// A text in both languages of the interface.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Text {
    /// Vietnamese, NFC.
    pub vi: Rc<str>,
    /// English.
    pub en: Rc<str>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_the_last_mark_is_found() {
        assert_eq!(after_last("province63:17", b":-"), Some("17"));
        assert_eq!(after_last("a:b-c", b":-"), Some("c"));
        assert_eq!(after_last("a:Hòa Bình", b":"), Some("Hòa Bình"));
        assert_eq!(after_last("a/", b"/"), Some(""));
        assert_eq!(after_last("nation", b":-"), None);
        assert_eq!(code_of("nation"), "nation");
    }
}
