//! What stands around a chart: notes and sources.

use yew::Html;

use super::context::Ctx;
use super::element::{all, el, text, with, words};
use crate::data::{Id, Layer, Observation};
use crate::text::Key;

/// The documents that print a set of figures, each once, with the layer they belong to.
pub(super) fn figures_source(ctx: &Ctx, observations: &[&Observation]) -> Html {
    let mut seen: Vec<Id> = Vec::new();
    for mention in observations.iter().flat_map(|o| &o.mentions) {
        if !seen.contains(&mention.source) {
            seen.push(mention.source.clone());
        }
    }
    source_line(ctx, &seen, observations.iter().any(|o| o.layer == Layer::Context))
}

/// Documents in one line; `context` says that a figure stands outside the report texts.
pub(super) fn source_line(ctx: &Ctx, documents: &[Id], context: bool) -> Html {
    let mut names = String::new();
    for document in documents.iter().filter_map(|id| ctx.dataset().document(id)) {
        let (title, publisher) = (ctx.of(&document.title), ctx.of(&document.publisher));
        names.push_str(&format!(" {title}, {publisher};"));
    }
    let names = format!("{}. ", names.trim_end_matches(';'));
    let layer = ctx.t(if context { Key::ContextLayer } else { Key::ReportLayer });
    let parts =
        vec![words("b", "", ctx.t(Key::Source)), text(&names), words("span", "layer", layer)];
    el("p", "source", parts)
}

/// Numbered notes under a heading.
pub(super) fn numbered(heading: &str, lines: &[String]) -> Html {
    let item = |(at, line): (usize, &String)| {
        let number = (at + 1).to_string();
        let number = with("i", &["aria-hidden"], vec![Some("true".into())], vec![text(&number)]);
        el("li", "", vec![number, words("span", "", line)])
    };
    let items = lines.iter().enumerate().map(item).collect();
    all(vec![words("h3", "", heading), el("ol", "", items)])
}
