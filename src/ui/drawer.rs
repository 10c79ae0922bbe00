//! "Where is this printed?": everything that is known of one figure.

use yew::prelude::*;

use super::context::{Ctx, CtxProps};
use super::dialog::{Dialog, close_button, use_dialog};
use super::element::{el, text, with, words};
use super::handed::handed;
use super::mentions::mentions;
use super::neighbours::{comparison, neighbours, newer};
use crate::compare::Hit;
use crate::data::{Indicator, Kind, Observation, Text};
use crate::state::{Msg, What, view_of_hit};
use crate::text::{
    Key, age, allowed, citation, due_date, existence, inferred_part, kind_name, known, listed_time,
    now_part_of, prints_its_time,
};
use crate::view::{Page, View};

/// The provenance panel. The native dialog keeps the focus inside and gives it back.
#[component]
pub(super) fn Drawer(CtxProps { ctx }: &CtxProps) -> Html {
    let opened = ctx.model.opened.clone();
    let Dialog { node, onpointerdown, onclick } = use_dialog(ctx, opened.clone(), Msg::CloseFigure);
    let observation = opened.and_then(|id| ctx.dataset().observation(&id));
    html! {
        <dialog class="drawer" ref={node} aria-labelledby="drawer-title" onclose={ctx.on(Msg::CloseFigure)} {onpointerdown} {onclick}>
            if let Some(observation) = observation { { content(ctx, observation) } }
        </dialog>
    }
}

fn content(ctx: &Ctx, o: &Observation) -> Html {
    let lang = ctx.lang();
    let indicator = ctx.dataset().indicator(&o.indicator);
    let of_indicator = |text: fn(&Indicator) -> &Text| indicator.map_or("", |i| ctx.of(text(i)));
    let measure = words("small", "", of_indicator(|i| &i.official));
    let mut parts = vec![
        head(ctx),
        words("p", "big", known(ctx.dataset(), o, ctx.lang())),
        el("p", "what", vec![text(of_indicator(|i| &i.label)), measure]),
    ];
    if o.derived_from.is_some() {
        parts.push(ctx.words("p", "care", Key::FollowsFromList));
    }
    // The panel is opened to see this, so it comes first.
    parts.push(mentions(ctx, o));
    let when_key = if o.kind == Kind::Target { Key::DueDate } else { Key::PeriodOfFigure };
    let kind = match o.kind {
        Kind::Observation => "",
        kind => kind_name(kind, lang),
    };
    parts.push(facts(
        ctx,
        &[
            (Key::KindOfFigure, kind.to_owned()),
            (Key::Whose, whose(ctx, o)),
            (when_key, time(ctx, o)),
            (Key::AgeOfFigure, age(ctx.dataset(), o, lang)),
            (Key::WhatItAllows, allowed(ctx.dataset(), o, lang)),
            (Key::Definition, of_indicator(|i| &i.definition).to_owned()),
        ],
    ));
    parts.push(acts(ctx, o));
    parts.push(newer(ctx, o));
    if !o.notes.is_empty() {
        parts.push(ctx.words("h3", "", Key::Notes));
        let notes = o.notes.iter().map(|note| words("li", "", ctx.of(note))).collect();
        parts.push(el("ul", "plain", notes));
    }
    parts.push(neighbours(ctx, o));
    el("div", "inside", parts)
}

/// Names and values, without those that have no value.
fn facts(ctx: &Ctx, facts: &[(Key, String)]) -> Html {
    let known = facts.iter().filter(|(_, value)| !value.is_empty());
    let pairs = known.flat_map(|(key, value)| [ctx.words("dt", "", *key), words("dd", "", value)]);
    el("dl", "", pairs.collect())
}

/// Where a figure that is cited is seen: the comparison that the reader looks at if it shows the
/// figure, else the one that it belongs to, else its indicator.
fn address_of(ctx: &Ctx, o: &Observation) -> String {
    let mut shown = ctx.model.shown.iter().flat_map(|shown| &shown.rows);
    let is_shown = shown.any(|row| row.observation.as_ref() == Some(&o.id));
    if ctx.model.view.page == Page::Compare && is_shown {
        return ctx.model.shared_address();
    }
    let own = comparison(ctx, o)
        .unwrap_or_else(|| view_of_hit(ctx.dataset(), &Hit::Indicator(o.indicator.clone())));
    ctx.model.printed_address(&View { lang: Some(ctx.lang()), ..own })
}

/// A button to cite the figure, and a link to report it as wrong.
fn acts(ctx: &Ctx, o: &Observation) -> Html {
    let address = address_of(ctx, o);
    let cited = citation(ctx.dataset(), o, &address, ctx.lang());
    let copy = ctx.button(Msg::Copy(What::FigureCitation, cited), ctx.text(Key::CopyCitation));
    let view = View { focus: Some(o.id.clone()), ..View::of(Page::Corrections) };
    let report = ctx.link(view, "btn", ctx.text(Key::ReportError));
    let row = el("p", "acts", vec![copy, report]);
    el("div", "", vec![row, handed(ctx, What::FigureCitation)])
}

fn head(ctx: &Ctx) -> Html {
    let title = vec![ctx.text(Key::WhereIsThisPrinted)];
    let title = with("h2", &["id"], vec![Some("drawer-title".into())], title);
    el("header", "", vec![title, close_button(ctx, Msg::CloseFigure)])
}

/// The unit as of the figure's date, and what it has become: a merged unit is another, even under
/// its old name.
fn whose(ctx: &Ctx, o: &Observation) -> String {
    let Some(entity) = ctx.dataset().entity(&o.entity) else { return String::new() };
    let name = ctx.of(entity.full_name.as_ref().unwrap_or(&entity.name));
    let time = existence(entity, ctx.lang());
    match now_part_of(ctx.dataset(), entity, ctx.lang()).zip(time) {
        Some((now, time)) => format!("{name} ({time}) · {now}"),
        None => name.to_owned(),
    }
}

/// The time of a figure behind other facts, with what of it no text prints.
pub(super) fn when(ctx: &Ctx, o: &Observation) -> String {
    with_inferred(ctx, o, listed_time(o, ctx.lang()))
}

/// The time of a figure behind the word that says what time it is; empty where the printed words,
/// which are the panel's figure, tell it.
fn time(ctx: &Ctx, o: &Observation) -> String {
    match o.kind {
        Kind::Target => with_inferred(ctx, o, due_date(o.period.end(), ctx.lang())),
        _ if prints_its_time(o, ctx.lang()) => String::new(),
        _ => when(ctx, o),
    }
}

fn with_inferred(ctx: &Ctx, o: &Observation, mut text: String) -> String {
    if let Some(part) = inferred_part(&o.period, ctx.lang()) {
        text.push_str(&format!(" · {part} ({})", ctx.t(Key::TextDoesNotSay)));
    }
    text
}
