//! The frame around a chart: title, finding, unit, plot, notes, sources.

use yew::prelude::*;

use super::context::Ctx;
use crate::data::{Dataset, Layer, Observation};
use crate::text::Key;

/// The documents that print a set of figures, each once, with the layer they belong to.
pub(super) fn source_line(ctx: &Ctx, observations: &[&Observation]) -> Html {
    let names = sources(ctx.dataset(), observations, |document| {
        let publisher = ctx.of(&document.publisher);
        format!("{}, {publisher}", ctx.of(&document.title))
    });
    let context = observations.iter().any(|o| o.layer == Layer::Context);
    let layer = if context { Key::ContextLayer } else { Key::ReportLayer };
    html! {
        <p class="source"><b>{ ctx.t(Key::Source) }</b>{ " " }{ names.join("; ") }{ ". " }<span class="layer">{ ctx.t(layer) }</span></p>
    }
}

fn sources(
    dataset: &Dataset,
    observations: &[&Observation],
    name: impl Fn(&crate::data::Document) -> String,
) -> Vec<String> {
    let mut seen = Vec::new();
    let mut names = Vec::new();
    for mention in observations.iter().flat_map(|o| &o.mentions) {
        if seen.contains(&&mention.source) {
            continue;
        }
        seen.push(&mention.source);
        names.extend(dataset.document(&mention.source).map(&name));
    }
    names
}

/// Numbered notes under a heading.
pub(super) fn numbered(heading: &str, lines: impl IntoIterator<Item = Html>) -> Html {
    let items = lines.into_iter().enumerate().map(|(at, line)| {
        html! { <li><i aria-hidden="true">{ at + 1 }</i><span>{ line }</span></li> }
    });
    html! { <><h3>{ heading }</h3><ol>{ for items }</ol></> }
}
