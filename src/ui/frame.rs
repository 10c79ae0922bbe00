//! What surrounds a chart: notes and sources.

use yew::Html;

use super::context::Ctx;
use super::element::{all, el, text, with, words};
use crate::data::{Document, Id, Observation};
use crate::text::{Key, by_layer, first_sentence, layer_key};

/// The documents that print a set of figures, each once, with the layer they belong to.
pub(super) fn figures_source(ctx: &Ctx, observations: &[&Observation]) -> Html {
    source_line(ctx, &ctx.dataset().documents_of(observations))
}

/// Documents in one line, grouped by layer, with the name of the layer after each group.
pub(super) fn source_line(ctx: &Ctx, documents: &[Id]) -> Html {
    let mut parts = vec![ctx.words("b", "", Key::Source)];
    for (layer, documents) in by_layer(ctx.dataset(), documents) {
        let told = |document: &&Document| {
            format!("{}, {}", ctx.of(&document.title), ctx.of(&document.publisher))
        };
        let names: Vec<String> = documents.iter().map(told).collect();
        parts.push(text(format!(" {}. ", names.join("; "))));
        parts.push(ctx.words("span", "layer", layer_key(layer)));
    }
    el("p", "source", parts)
}

/// What a chart shows: the first sentence is its headline.
pub(super) fn finding(told: &str) -> Html {
    let (first, rest) = first_sentence(told);
    let mut parts = vec![words("strong", "", first)];
    if !rest.is_empty() {
        parts.push(text(format!(" {rest}")));
    }
    el("p", "finding", parts)
}

/// The level of the headings beside a chart: in a frame they follow the title directly.
pub(super) fn note_level(ctx: &Ctx) -> &'static str {
    if ctx.model.view.embed { "h2" } else { "h3" }
}

/// Numbered notes under a heading.
pub(super) fn numbered(ctx: &Ctx, heading: Key, lines: &[String]) -> Html {
    let item = |(at, line): (usize, &String)| {
        let number = (at + 1).to_string();
        let number = with("i", &["aria-hidden"], vec![Some("true".into())], vec![text(number)]);
        el("li", "", vec![number, words("span", "", line)])
    };
    let items = lines.iter().enumerate().map(item).collect();
    all(vec![ctx.words(note_level(ctx), "", heading), el("ol", "", items)])
}
