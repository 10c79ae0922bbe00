//! The page on method: how figures are read, when two of them may be compared, what the words mean,
//! what each indicator is. Its prose is data (`seeds/method.json`); the examples are figures of the
//! dataset, drawn and told by the functions that the rest of the site uses.
//!
//! Nothing here may import a browser API, except through `web`.

mod examples;
mod glossary;
mod indicators;
mod verdicts;

use yew::Html;

use super::context::Ctx;
use super::element::{all, el, nothing, text, with, words};
use super::header::titles;
use crate::data::{MethodSection, Observation};
use crate::text::Key;

/// The page.
pub(super) fn method(ctx: &Ctx) -> Html {
    let head = titles(ctx, Key::Method, ctx.t(Key::MethodTitle), ctx.t(Key::MethodLead));
    let mut parts = vec![el("header", "head", head), contents(ctx)];
    parts.extend(ctx.dataset().method.iter().map(|section| prose(ctx, section)));
    parts.push(glossary::glossary(ctx));
    parts.push(indicators::indicators(ctx));
    el("section", "alone method", parts)
}

/// The parts of the page, as links within it.
fn contents(ctx: &Ctx) -> Html {
    let link = |id: &str, name: &str| {
        let link = with("a", &["href"], vec![Some(format!("#{id}").into())], vec![text(name)]);
        el("li", "", vec![link])
    };
    let mut links: Vec<Html> =
        ctx.dataset().method.iter().map(|s| link(&s.id, ctx.of(&s.title))).collect();
    links.push(link(GLOSSARY, ctx.t(Key::Glossary)));
    links.push(link(INDICATORS, ctx.t(Key::Indicators)));
    let list = el("ul", "links", links);
    let label = Some(ctx.t(Key::OnThisPage).into());
    with("nav", &["class", "aria-label"], vec![Some("contents".into()), label], vec![list])
}

/// Anchors of the parts that are not prose.
const GLOSSARY: &str = "glossary";
const INDICATORS: &str = "indicators";

/// A part with a heading and an anchor.
fn part(id: &str, heading: &str, mut content: Vec<Html>) -> Html {
    content.insert(0, words("h2", "", heading));
    let values = vec![Some(id.to_owned().into()), Some("sec part".into())];
    with("section", &["id", "class"], values, content)
}

/// Paragraphs, and the examples from the data.
fn prose(ctx: &Ctx, section: &MethodSection) -> Html {
    let texts = section.text.iter().map(|paragraph| ctx.of(paragraph));
    let mut content = match &*section.id {
        // One statement per paragraph.
        "never" => vec![el("ul", "never", texts.map(|line| words("li", "", line)).collect())],
        _ => vec![el("div", "text paragraphs", texts.map(|t| words("p", "", t)).collect())],
    };
    content.push(match &*section.id {
        "intervals" => examples::intervals(ctx),
        "verdicts" => all(vec![verdicts::verdicts(ctx), verdicts::reasons(ctx)]),
        "ranks" => examples::ranks(ctx),
        "witness" => examples::witness(ctx),
        _ => nothing(),
    });
    part(&section.id, ctx.of(&section.title), content)
}

/// The first figure that fits. Percentages come before others, because they can be drawn on their
/// whole scale, and the report texts before other publications.
fn example(ctx: &Ctx, fits: impl Fn(&Observation) -> bool) -> Option<&Observation> {
    use crate::data::Layer;
    use crate::quantity::Unit;
    let weight = |o: &&Observation| {
        let is_percent = o.quantity.is_some_and(|quantity| quantity.unit == Unit::Percent);
        (!is_percent, o.layer != Layer::Reports)
    };
    ctx.dataset().observations.iter().filter(|o| fits(o)).min_by_key(weight)
}
