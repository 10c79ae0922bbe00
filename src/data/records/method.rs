//! How figures are read, what words mean, what was corrected.

use std::rc::Rc;

use super::{Id, Text};
use crate::data::Date;

/// A section of the method page.
#[derive(Clone, Debug, PartialEq)]
pub struct MethodSection {
    /// Identifier; the page adds examples from the data to some of them.
    pub id: Id,
    /// Heading.
    pub title: Text,
    /// Paragraphs.
    pub text: Vec<Text>,
}

/// Which table of the glossary a term belongs to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TermGroup {
    /// Services and dossiers.
    Services,
    /// Systems, bodies, indices.
    Systems,
    /// Words around a number.
    Words,
    /// Names and dates.
    Names,
}

/// A word of the reports, explained to readers.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Identifier.
    pub id: Id,
    /// Its table.
    pub group: TermGroup,
    /// As newspapers and reports print it, in Vietnamese.
    pub printed: Rc<str>,
    /// What it is called here.
    pub label: Text,
    /// What is easily misread.
    pub misread: Text,
    /// The indicator that it names, where it names one.
    pub indicator: Option<Id>,
}

/// A correction of published figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Erratum {
    /// Identifier.
    pub id: Id,
    /// Day of the correction.
    pub date: Date,
    /// What was wrong.
    pub was: Text,
    /// What is right.
    pub now: Text,
    /// The figures that it concerns.
    pub observations: Vec<Id>,
}
