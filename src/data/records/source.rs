//! Documents, the reports that they digest, and the layer they belong to.

use std::rc::Rc;

use super::{Id, Text};
use crate::data::Date;

/// Which body of sources a document belongs to. The two are never mixed without saying so.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Layer {
    /// The five report texts.
    Reports,
    /// Reference figures from other publications.
    Context,
}

/// A report that several documents digest: their agreement is copying, not confirmation.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Identifier.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// Who issued it.
    pub issuer: Text,
    /// Its date.
    pub date: Date,
}

/// A document that prints figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Identifier.
    pub id: Id,
    /// Reports or context.
    pub layer: Layer,
    /// Prefix of the text among the five, `000` to `004`.
    pub seed: Option<Id>,
    /// Title as cited.
    pub title: Text,
    /// What it is called beside a figure, where the title is long: where it was published.
    pub short: Option<Text>,
    /// Where it was published.
    pub publisher: Text,
    /// Who issued the figures in it.
    pub issuer: Text,
    /// Date of publication.
    pub date: Date,
    /// Whether that date is inferred.
    pub date_inferred: bool,
    /// Address, where one is known.
    pub url: Option<Rc<str>>,
    /// The report it digests.
    pub report: Option<Id>,
}

impl Document {
    /// What it is called beside a figure.
    pub fn name(&self) -> &Text {
        self.short.as_ref().unwrap_or(&self.title)
    }
}
