//! Stories, the panels that show them, and what they must never say.

use std::rc::Rc;

use super::{Id, Operation, Text};
use crate::data::{Date, Period};

/// What a panel of a story draws.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Form {
    /// A bar for each figure, in the order of value; targets as lines.
    Bars,
    /// The figures as dots on one scale.
    Dots,
    /// A row of squares for each figure: one for each province, as many filled as the figure
    /// counts.
    Squares,
    /// Bars in the order of time; before each, paler, the value computed for the time before it.
    Columns,
    /// Marks on a time axis, not joined; targets are hollow.
    Timeline,
    /// Computed values, paler, and the figures below them, as bars on one scale.
    Scale,
    /// A row of a table: a target, the nearest figures, and why they do not measure it.
    Targets,
    /// The tile map of the provinces: each with its own figure, a shared one, a name in a list, or
    /// nothing.
    Tiles,
}

/// One of the pictures of a story.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Heading.
    pub title: Text,
    /// What is drawn.
    pub form: Form,
    /// What is measured; `None` where the figures measure several things.
    pub indicator: Option<Id>,
    /// The period; `None` where the figures are of several periods.
    pub period: Option<Period>,
    /// The figures.
    pub observations: Vec<Id>,
    /// Figures for reference: of the whole country, or the changes that are printed.
    pub references: Vec<Id>,
    /// Targets.
    pub targets: Vec<Id>,
    /// Checks whose results are drawn.
    pub computed: Vec<Id>,
    /// The query of the view that opens this picture in Compare.
    pub view: Option<Rc<str>>,
}

/// A finding for the home page.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// Identifier.
    pub id: Id,
    /// Place on the home page.
    pub number: u8,
    /// Whether it is kept in reserve, off the home page.
    pub reserve: bool,
    /// Headline, at most 90 characters.
    pub headline: Text,
    /// Short headline, at most 55 characters.
    pub short: Text,
    /// The one sentence used on page, picture, embed and in speech.
    pub finding: Text,
    /// Paragraphs.
    pub text: Vec<Text>,
    /// The two figures that the story compares, or none.
    pub pair: Vec<Id>,
    /// What a reader may want to do with the pair; the verdict is computed for this operation.
    pub operation: Operation,
    /// Figures that the words use but no picture draws.
    pub figures: Vec<Id>,
    /// Checks whose results the words use.
    pub computed: Vec<Id>,
    /// Documents that it quotes although they print none of its figures.
    pub quotes: Vec<Id>,
    /// Its pictures.
    pub panels: Vec<Panel>,
    /// What a reader must bear in mind.
    pub caveats: Vec<Text>,
    /// Sentences that must not be written: for tests; the data that the site ships lack them.
    pub never: Vec<Never>,
    /// Date of the last revision.
    pub updated: Date,
}

/// A sentence that must not be written, in the languages in which it was found.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Never {
    /// Vietnamese.
    pub vi: Option<Rc<str>>,
    /// English.
    pub en: Option<Rc<str>>,
}
