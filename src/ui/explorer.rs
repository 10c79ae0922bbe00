//! The explorer: one comparison of the dataset, in words and as a chart.

use std::rc::Rc;

use yew::prelude::*;

use super::context::Ctx;
use super::element::{all, data_table, el, keyed, nothing, row_head, status, text, with, words};
use super::explorer_controls::controls;
use super::figures::{headings, with_cells};
use super::frame::{finding, note_level, numbered, source_line};
use super::header::titles;
use super::kept::{Part, later};
use super::plot::{PlotProps, plot};
use super::tabs::tabs;
use super::take::take;
use super::verdict::set_verdict;
use crate::chart::{Exhibit, RowRole, Spec, Swatch, has_signs, legend};
use crate::compare::vietnamese::{capitalised, uncapitalised};
use crate::compare::{Hit, Question, Universe, ask};
use crate::state::view_of_hit;
use crate::text::{Key, NAMED};
use crate::view::{Page, View};

/// Controls, verdict, chart, notes, table.
pub(super) fn explorer(ctx: &Ctx) -> Html {
    let asked = ask(ctx.dataset(), &ctx.model.view);
    let (Some((question, _)), Some(shown)) = (asked, &ctx.model.shown) else {
        return without_figures(ctx);
    };
    let alone = ctx.model.view.page == Page::Compare;
    let head = if alone {
        titles(ctx, Key::Compare, &shown.title, ctx.t(Key::ExploreLead))
    } else {
        vec![ctx.words("h2", "", Key::ExploreTitle), ctx.words("p", "lead", Key::ExploreLead)]
    };
    let mut parts = vec![
        el("header", "head", head),
        later(ctx, Part::Controls),
        tabs(ctx, shown),
        set_verdict(ctx, if alone { "h2" } else { "h3" }, shown),
        frame(ctx, &question, shown, alone),
    ];
    if ctx.live {
        parts.push(status("vh", vec![text(&*ctx.model.told)]));
    }
    let class = if alone { "alone" } else { "sec" };
    with("section", &["id", "class"], vec![Some("explore".into()), Some(class.into())], parts)
}

/// A comparison by an indicator that has nothing to compare, as in an old or typed address: where
/// its figures are.
fn without_figures(ctx: &Ctx) -> Html {
    let asked = ctx.model.view.indicators.first().and_then(|id| ctx.dataset().indicator(id));
    let name = asked.map(|indicator| capitalised(ctx.of(&indicator.label)));
    let title = name.as_deref().unwrap_or(ctx.t(Key::Compare));
    let mut head = titles(ctx, Key::Compare, title, ctx.t(Key::NoTwoFigures));
    let links = asked.map(|indicator| {
        let there = view_of_hit(ctx.dataset(), &Hit::Indicator(indicator.id.clone()));
        ctx.link(there, "btn", ctx.text(Key::SeeItsFigures))
    });
    let all = ctx.link(View::of(Page::Compare), "btn", ctx.text(Key::Compare));
    head.push(el("p", "acts", links.into_iter().chain([all]).collect()));
    el("section", "alone", vec![el("header", "head", head)])
}

/// The controls that choose what to compare.
pub(super) fn controls_of(ctx: &Ctx) -> Html {
    match (ask(ctx.dataset(), &ctx.model.view), &ctx.model.shown) {
        (Some((question, _)), Some(shown)) => controls(ctx, &question, shown),
        _ => nothing(),
    }
}

/// Title, picture, notes and table. The parts have keys: where the table takes the place of the
/// picture it is moved there, not made anew.
fn frame(ctx: &Ctx, question: &Question, shown: &Rc<Exhibit>, alone: bool) -> Html {
    let level = if alone { "h2" } else { "h3" };
    let mut head = vec![
        words(level, if alone { "vh" } else { "" }, &shown.title),
        finding(&shown.finding),
        words("p", "unit", &shown.unit_line),
    ];
    let (around, table) = (later(ctx, Part::Around), later(ctx, Part::Table));
    let mut parts = match &shown.spec {
        Some(spec) => {
            head.push(key(ctx, question, spec));
            vec![keyed("picture", plot(plot_props(ctx, shown, spec))), around, table]
        }
        None => vec![table, around],
    };
    parts.insert(0, keyed("head", el("header", "", head)));
    el("section", "frame", parts)
}

/// What is below a chart in its frame.
pub(super) fn around(ctx: &Ctx) -> Html {
    let Some(shown) = &ctx.model.shown else { return nothing() };
    let notes = vec![numbered(ctx, Key::ReadingNotes, &shown.caveats), missing(ctx, shown)];
    let sources = source_line(ctx, &shown.documents);
    all(vec![el("aside", "notes", notes), el("footer", "", vec![sources, take(ctx, shown)])])
}

pub(super) fn plot_props(ctx: &Ctx, shown: &Rc<Exhibit>, spec: &Rc<Spec>) -> PlotProps {
    let kind = uncapitalised(ctx.t(shown.tab_name(shown.tab)));
    PlotProps {
        spec: Rc::clone(spec),
        // The finding was read just before.
        label: format!("{}: {}. {}", ctx.t(Key::ChartLabel), kind, shown.title).into(),
        shown: Some(Rc::clone(shown)),
        ctx: ctx.clone(),
    }
}

/// The legend of bars, dots or points, if any figure in them is not a printed value.
pub(super) fn key(ctx: &Ctx, question: &Question, spec: &Spec) -> Html {
    let swatches = legend(spec);
    if swatches.is_empty() {
        return nothing();
    }
    let entry = |swatch: Swatch| {
        let class = match swatch {
            Swatch::Solid => "swatch solid",
            Swatch::Open => "swatch open",
            Swatch::Between => "swatch between",
        };
        el("li", "", vec![el("span", class, Vec::new()), ctx.text(swatch.meaning())])
    };
    let entries = swatches.into_iter().map(entry).collect();
    let class = match (question.universe == Universe::Ministries, has_signs(spec)) {
        (false, false) => "key",
        (false, true) => "key signs",
        (true, false) => "key ministries",
        (true, true) => "key signs ministries",
    };
    el("ul", class, entries)
}

pub(super) fn missing(ctx: &Ctx, shown: &Exhibit) -> Html {
    if shown.missing.is_empty() {
        return nothing();
    }
    let mut parts = vec![ctx.words(note_level(ctx), "", Key::WhatIsMissing)];
    for group in &shown.missing {
        // A few names follow the reason directly, unless it holds them already.
        if group.names().all(|name| group.reason.contains(name)) {
            parts.push(words("p", "", &group.reason));
            continue;
        }
        if group.units.len() <= NAMED {
            parts.push(words("p", "", format!("{} {}.", group.reason, group.listed(", "))));
            continue;
        }
        let summary = ctx.words("summary", "", Key::ShowList);
        let names = words("p", "", group.listed(" · "));
        parts.push(words("p", "", &group.reason));
        parts.push(el("details", "", vec![summary, names]));
    }
    all(parts)
}

/// The same figures as a table.
pub(super) fn table(ctx: &Ctx) -> Html {
    let Some(shown) = &ctx.model.shown else { return nothing() };
    let has_ranks = shown.rows.iter().any(|row| row.rank.is_some());
    let rows = shown.rows.iter().map(|row| {
        let class = match row.role {
            RowRole::Unit if row.focus => "on",
            RowRole::Unit => "",
            RowRole::Reference | RowRole::Target => "ref",
        };
        let mut name = vec![text(&row.name)];
        if !row.detail.is_empty() {
            name.push(words("small", "", &row.detail));
        }
        let figure = row.observation.as_ref().and_then(|id| ctx.dataset().observation(id));
        let rank = has_ranks.then(|| row.rank.clone().unwrap_or_default());
        let chosen = (class == "on").then(|| "true".into());
        let class = Some(class.into()).filter(|_| !class.is_empty());
        let cells = with_cells(ctx, row_head(name), figure, rank);
        with("tr", &["class", "aria-current"], vec![class, chosen], cells)
    });
    data_table(ctx.t(Key::TableTitle), &headings(ctx, has_ranks), rows.collect())
}
