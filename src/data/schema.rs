//! How the JSON files write each kind of record, and which fields it needs: a file for each
//! subject.

mod check;
mod entity;
mod indicator;
mod list;
mod method;
mod observation;
mod quantity;
mod source;
mod story;

pub(super) use check::{CHECK_OPERATIONS, check};
pub(super) use entity::{ENTITY_KINDS, entity, system};
pub(super) use indicator::{DIRECTIONS, MEASURES, THEMES, indicator};
pub(super) use list::list;
pub(super) use method::{erratum, method_section, term};
pub(super) use observation::{KINDS, SCOPES, observation};
pub(super) use quantity::{READINGS, UNITS};
pub(super) use source::{LAYERS, document, report};
pub(super) use story::{FORMS, story};
