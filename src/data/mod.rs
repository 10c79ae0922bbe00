//! The dataset: sources, indicators, entities, observations, lists, stories, checks, and the texts
//! that explain them.
//!
//! `load` turns the JSON files of `seeds/` into a [`Dataset`], or into a list of [`Problem`]s that
//! name file, record and field; a browser uses [`Reading`], which checks nothing. Code that holds a
//! `Dataset` may rely on every id in it leading to a record.
//!
//! This layer may import `quantity`, but no other layer and no browser API.

mod bundle;
mod dataset;
mod decode;
mod fingerprint;
mod json;
mod lists;
#[cfg(not(target_arch = "wasm32"))]
mod load;
mod period;
mod problem;
mod reading;
mod records;
mod schema;
#[cfg(not(target_arch = "wasm32"))]
mod validate;
mod words;

pub use bundle::FILES;
#[cfg(not(target_arch = "wasm32"))]
pub use bundle::Files;
pub use dataset::Dataset;
pub use fingerprint::fingerprint;
#[cfg(not(target_arch = "wasm32"))]
pub use load::{load, load_bundle, read_bundle};
pub use period::{Date, Period, Span, months_and_days_between, months_between};
pub use problem::Problem;
pub use reading::Reading;
pub use records::{
    Break, Change, ChangeAs, Check, CheckOperation, Days, Direction, Document, Entity, EntityKind,
    Erratum, Form, Id, Indicator, Kind, Layer, List, Measure, Mention, MethodSection, Milestone,
    Never, Observation, Operand, Operation, Panel, Parts, PlaceWithin, Report, Scope, Story,
    System, Term, TermGroup, Text, Theme, Tile, after_last, code_of,
};
pub use words::Word;
