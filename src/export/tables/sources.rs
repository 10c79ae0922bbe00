//! The table of documents.

use super::cells::{LAYER, date, en, id, maybe, vi, word};
use super::{Cell, Form, Made, Table, always, some, table};
use crate::data::{Dataset, Document};

/// A document, and the report it digests.
struct Source<'a> {
    document: &'a Document,
    report: Option<&'a crate::data::Report>,
}

pub(super) fn sources(dataset: &Dataset) -> Table {
    let report = |document: &Document| document.report.as_ref().and_then(|id| dataset.report(id));
    let records =
        dataset.documents.iter().map(|document| Source { document, report: report(document) });
    table("sources", "The documents that print the figures.", &["id"], source_columns(), records)
}

fn source_columns<'a>() -> Vec<Made<Source<'a>>> {
    vec![
        always("id", Form::Key, "Id of the document.", |s| id(&s.document.id)),
        always("layer", LAYER, "The five report texts, or other publications.", |s| {
            word(s.document.layer)
        }),
        some("seed", Form::Text, "Number of the report text, 000 to 004.", |s| {
            maybe(s.document.seed.as_ref())
        }),
        always("title_vi", Form::Text, "Title as cited, Vietnamese.", |s| {
            vi(Some(&s.document.title))
        }),
        always("title_en", Form::Text, "Title, English.", |s| en(Some(&s.document.title))),
        always("publisher_vi", Form::Text, "Where it was published, Vietnamese.", |s| {
            vi(Some(&s.document.publisher))
        }),
        always("publisher_en", Form::Text, "Where it was published, English.", |s| {
            en(Some(&s.document.publisher))
        }),
        always("issuer_vi", Form::Text, "Whose figures they are, Vietnamese.", |s| {
            vi(Some(&s.document.issuer))
        }),
        always("issuer_en", Form::Text, "Whose figures they are, English.", |s| {
            en(Some(&s.document.issuer))
        }),
        always("date", Form::Date, "Date of publication.", |s| date(s.document.date)),
        always("date_inferred", Form::Flag, "Whether that date is inferred.", |s| {
            Cell::Flag(s.document.date_inferred)
        }),
        some("url", Form::Url, "Address, where known.", |s| maybe(s.document.url.as_ref())),
        some("report", Form::Text, "Id of the report that it digests.", |s| {
            maybe(s.document.report.as_ref())
        }),
        some("report_title_vi", Form::Text, "Title of that report, Vietnamese.", |s| {
            vi(s.report.map(|r| &r.title))
        }),
        some("report_title_en", Form::Text, "Title of that report, English.", |s| {
            en(s.report.map(|r| &r.title))
        }),
        some("report_issuer_vi", Form::Text, "Who issued that report, Vietnamese.", |s| {
            vi(s.report.map(|r| &r.issuer))
        }),
        some("report_issuer_en", Form::Text, "Who issued that report, English.", |s| {
            en(s.report.map(|r| &r.issuer))
        }),
        some("report_date", Form::Date, "Date of that report.", |s| {
            s.report.map_or(Cell::Empty, |r| date(r.date))
        }),
    ]
}
