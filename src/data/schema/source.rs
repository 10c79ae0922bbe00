//! Sources: documents, reports, layers.

use crate::data::Layer;
use crate::data::decode::{Names, Record};
use crate::data::records::{Document, Report};

pub(in crate::data) const LAYERS: Names<Layer> =
    &[("reports", Layer::Reports), ("context", Layer::Context)];

pub(in crate::data) fn report(r: &Record<'_>) -> Option<Report> {
    let report = Report {
        id: r.string("id"),
        title: r.text("title"),
        issuer: r.text("issuer"),
        date: r.date("date"),
    };
    r.is_sound().then_some(report)
}

pub(in crate::data) fn document(r: &Record<'_>) -> Option<Document> {
    let document = Document {
        id: r.string("id"),
        layer: r.choice("layer", LAYERS).unwrap_or(Layer::Context),
        seed: r.maybe_string("seed"),
        title: r.text("title"),
        short: r.maybe_text("short"),
        publisher: r.text("publisher"),
        issuer: r.text("issuer"),
        date: r.date("date"),
        date_inferred: r.flag("date_inferred"),
        url: r.maybe_string("url"),
        report: r.maybe_string("report"),
    };
    r.is_sound().then_some(document)
}
