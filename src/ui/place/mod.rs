//! A province, ministry or block: every figure that is known of it, and the list of them.
//!
//! Nothing here may be imported by another layer, as in all of `ui`.

mod before;
mod blocks;
mod course;
mod head;
mod list;
mod rest;
mod standing;

use yew::Html;

use super::context::Ctx;
use super::element::{all, el, nothing, text, words};
use super::frame::figures_source;
use super::kept::{Part, kept};
use crate::compare::{Profile, is_place, profile};
use crate::data::Entity;
use crate::view::{Page, View};

/// The page of the place that the view names, else the list of all.
pub(super) fn place(ctx: &Ctx) -> Html {
    let Some(subject) = ctx.model.view.subject() else { return list::list(ctx) };
    match ctx.dataset().entity(subject) {
        Some(unit) if is_place(unit.kind) => kept(ctx, Part::Place),
        Some(unit) => without_figures(ctx, unit),
        // `app` shows the page for missing content instead.
        None => nothing(),
    }
}

/// Every figure of the place that the view names.
pub(super) fn about(ctx: &Ctx) -> Html {
    let subject = ctx.model.view.subject();
    let Some(unit) = subject.and_then(|id| ctx.dataset().entity(id)) else { return nothing() };
    let found = profile(ctx.dataset(), unit);
    let (scaled, plain) = standing::split(&found);
    let sections = vec![
        head::head(ctx, &found),
        standing::section(ctx, &found, &scaled),
        course::section(ctx, &found),
        before::section(ctx, unit),
        rest::figures(ctx, &found, &plain),
        blocks::section(ctx, &found),
        rest::named(ctx, &found),
        rest::silent(ctx, &found),
        rest::neighbours(ctx, unit),
        foot(ctx, &found),
    ];
    el("article", "place", sections)
}

/// The documents that print the figures of the page.
fn foot(ctx: &Ctx, profile: &Profile<'_>) -> Html {
    let mut figures = profile.figures();
    figures.extend(before::figures(ctx, profile.unit));
    let source = if figures.is_empty() { nothing() } else { figures_source(ctx, &figures) };
    el("footer", "placefoot", vec![source])
}

/// The page of a group, an archipelago or a kind of place. No figure is theirs alone, so it leads
/// to what they belong to, or to what belongs to them.
fn without_figures(ctx: &Ctx, unit: &Entity) -> Html {
    let mut parts = vec![words("h1", "", ctx.of(&unit.name))];
    parts.extend(unit.notes.iter().map(|note| words("p", "lead", ctx.of(note))));
    let related = unit.belongs_to.iter().chain(&unit.members);
    let related = related.filter_map(|id| ctx.dataset().entity(id));
    let links: Vec<Html> =
        related.map(|unit| el("li", "", vec![list::entry(ctx, unit, true)])).collect();
    if !links.is_empty() {
        parts.push(el("ul", "placelist", links));
    }
    all(vec![el("header", "head", parts), list::groups(ctx)])
}

/// A link to the page of a place.
fn link(ctx: &Ctx, unit: &Entity, label: &str) -> Html {
    ctx.link(View::about(Page::Place, unit.id.clone()), "", text(label))
}
