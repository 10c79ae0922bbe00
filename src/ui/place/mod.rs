//! A province, ministry or block: every figure that is known of it, and the list of them.
//!
//! As in all of `ui`, nothing here may be imported by another layer.

mod before;
mod head;
mod list;
mod rest;
mod standing;

use std::rc::Rc;

use yew::prelude::*;

use super::context::{Ctx, CtxProps};
use super::element::{all, el, nothing, text, words};
use super::frame::figures_source;
use crate::compare::{Profile, is_place, nearest_places, profile};
use crate::data::{Entity, Observation};
use crate::text::Key;
use crate::view::{Page, View};

/// The page. Opening a figure's panel changes nothing on it, so it is kept apart from that.
pub(super) fn place(ctx: &Ctx) -> Html {
    let mut model = (*ctx.model).clone();
    model.opened = None;
    model.notes.clear();
    // Its drawings are elements: they need no painting.
    let ctx = Ctx { model: Rc::new(model), epoch: 0, dark: false, ..ctx.clone() };
    html! { <PlacePage {ctx} /> }
}

#[component]
fn PlacePage(CtxProps { ctx }: &CtxProps) -> Html {
    let Some(subject) = ctx.model.view.subject() else { return list::list(ctx) };
    match ctx.dataset().entity(subject).filter(|unit| is_place(unit.kind)) {
        Some(unit) => about(ctx, unit),
        None => unknown(ctx, subject),
    }
}

fn about(ctx: &Ctx, unit: &Entity) -> Html {
    let found = profile(ctx.dataset(), unit);
    let (scaled, plain) = standing::split(&found);
    let sections = vec![
        head::head(ctx, &found),
        standing::section(ctx, &found, &scaled),
        before::section(ctx, unit),
        rest::figures(ctx, &found, &plain),
        rest::blocks(ctx, &found),
        rest::named(ctx, &found),
        rest::silent(ctx, &found),
        rest::neighbours(ctx, unit),
        foot(ctx, &found),
    ];
    el("article", "place", sections)
}

/// The documents that print the figures of the page, and the way to report one as wrong.
fn foot(ctx: &Ctx, profile: &Profile<'_>) -> Html {
    let standings = profile.standings().map(|standing| standing.figure);
    let named = profile.named.iter().chain(&profile.others).copied();
    let mut figures: Vec<&Observation> = standings.chain(named).collect();
    if figures.is_empty() {
        let before = profile.unit.predecessors.iter();
        let theirs = before
            .flat_map(|id| ctx.dataset().observations.iter().filter(move |o| o.entity == *id));
        figures.extend(theirs);
    }
    let source = if figures.is_empty() { nothing() } else { figures_source(ctx, &figures) };
    let report = ctx.link(View::of(Page::Corrections), "btn", text(ctx.t(Key::PlaceReport)));
    el("footer", "placefoot", vec![source, report])
}

/// What is shown for an id that is no place: the nearest that are, and all of them.
fn unknown(ctx: &Ctx, wanted: &str) -> Html {
    let nearest = nearest_places(ctx.dataset(), wanted);
    let mut parts = vec![words("h1", "", ctx.t(Key::PlaceUnknown))];
    if !nearest.is_empty() {
        parts.push(words("p", "lead", ctx.t(Key::PlaceNearest)));
        let links =
            nearest.into_iter().map(|unit| el("li", "", vec![list::entry(ctx, unit, true)]));
        parts.push(el("ul", "placelist", links.collect()));
    }
    all(vec![el("header", "head", parts), list::groups(ctx)])
}

/// A link to the page of a place.
fn link(ctx: &Ctx, unit: &Entity, label: &str) -> Html {
    ctx.link(View::about(Page::Place, unit.id.clone()), "", text(label))
}
