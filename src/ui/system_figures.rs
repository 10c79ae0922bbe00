//! The figures of one indicator, the newest first.

use yew::Html;

use super::context::Ctx;
use super::element::{el, nothing, plain_table, row_head, text, with, words};
use super::figures::{inline_button, labelled_button};
use crate::compare::vietnamese::{capitalised, uncapitalised};
use crate::compare::{figures_newest_first, is_offered, who_says_so};
use crate::data::{EntityKind, Indicator, Kind, Layer, Observation, Period};
use crate::text::{
    Key, allowed, base_period, figure_of, inferred_part, listed_time, name_inside, nature,
    printed_in, witnesses_sentence,
};
use crate::view::{Page, Time, View};
use crate::web::page::SECTION;

/// Most units of one kind and period that a table lists; more of them share a row with a link.
const MOST_UNITS: usize = 20;

/// Heading, link to where its places are compared, table; nothing if nothing is printed.
pub(super) fn indicator_section(ctx: &Ctx, id: &str) -> Html {
    let Some(indicator) = ctx.dataset().indicator(id) else { return nothing() };
    let figures = figures_newest_first(ctx.dataset(), id);
    if figures.is_empty() {
        return nothing();
    }
    let label = capitalised(ctx.of(&indicator.label));
    let mut parts = vec![
        words("h3", "", &label),
        words("p", "small", capitalised(ctx.of(&indicator.official))),
        words("p", "", ctx.of(&indicator.definition)),
    ];
    if is_offered(ctx.dataset(), indicator) {
        let view = View { indicators: vec![indicator.id.clone()], ..View::of(Page::Compare) };
        let link = ctx.link(view, "where", ctx.text(Key::CompareThis));
        parts.push(el("p", "", vec![link]));
    }
    let headings = [
        ("", ctx.t(Key::PeriodOfFigure)),
        ("r", ctx.t(Key::ColumnFigure)),
        ("r wide", ctx.t(Key::WhatItAllows)),
        ("", ctx.t(Key::Publication)),
    ];
    parts.push(plain_table(&label, &headings, rows(ctx, indicator, &figures)));
    // Search leads to it.
    let id = format!("{SECTION}{}", indicator.id);
    with("section", &["class", "id"], vec![Some("measure".into()), Some(id.into())], parts)
}

fn rows(ctx: &Ctx, indicator: &Indicator, figures: &[&Observation]) -> Vec<Html> {
    let mut rows = Vec::new();
    let mut told: Vec<(&Period, EntityKind, Kind)> = Vec::new();
    let mut lists: Vec<&Period> = Vec::new();
    for o in figures {
        let unit = unit_kind(ctx, o);
        let is_like = |other: &&&Observation| {
            unit_kind(ctx, other) == unit && other.period == o.period && other.kind == o.kind
        };
        let alike: Vec<&Observation> = figures.iter().filter(is_like).copied().collect();
        if o.kind == Kind::Membership {
            // Names on one list share a row.
            if !lists.contains(&&o.period) {
                lists.push(&o.period);
                let of_list = figures.iter().filter(|m| m.kind == o.kind && m.period == o.period);
                rows.push(list_row(ctx, &of_list.copied().collect::<Vec<_>>()));
            }
        } else if let Some(unit) = unit.filter(|_| alike.len() > MOST_UNITS) {
            if !told.contains(&(&o.period, unit, o.kind)) {
                told.push((&o.period, unit, o.kind));
                rows.push(units_row(ctx, indicator, unit, &alike));
            }
        } else {
            rows.push(row(ctx, o));
        }
    }
    rows
}

/// The kind of a unit that is one of many; `None` for the nation and its blocks.
fn unit_kind(ctx: &Ctx, o: &Observation) -> Option<EntityKind> {
    let kind = ctx.dataset().entity(&o.entity)?.kind;
    (!matches!(kind, EntityKind::Nation | EntityKind::Block)).then_some(kind)
}

fn row(ctx: &Ctx, o: &Observation) -> Html {
    let lang = ctx.lang();
    let cells = vec![
        heading(ctx, o, &place_of(ctx, o)),
        el("td", "r", vec![labelled_button(ctx, o, figure_of(o, lang))]),
        words("td", "r wide", allowed(ctx.dataset(), o, lang)),
        words("td", "", source(ctx, o)),
    ];
    el("tr", "", cells)
}

/// The period; below it the place and the kind of figure.
fn heading(ctx: &Ctx, o: &Observation, place: &str) -> Html {
    let when = listed_time(o, ctx.lang());
    let base = o.change.as_ref().and_then(|change| change.period.as_ref());
    let against =
        base.map(|base| format!("{} {}", ctx.t(Key::Against), base_period(base, ctx.lang())));
    let mut about = vec![place.to_owned(), nature(o, ctx.lang()).to_owned()];
    about.extend(against);
    if let Some(part) = inferred_part(&o.period, ctx.lang()) {
        about.push(format!("{part} ({})", ctx.t(Key::TextDoesNotSay)));
    }
    // "Cộng dồn" is not told twice.
    about.retain(|part| !part.is_empty() && !when.starts_with(&uncapitalised(part)));
    let mut small = vec![text(about.join(" · "))];
    if o.layer == Layer::Context {
        small.push(text(" "));
        small.push(ctx.words("span", "layer", Key::ContextFigures));
    }
    row_head(vec![text(capitalised(&when)), el("small", "", small)])
}

fn place_of(ctx: &Ctx, o: &Observation) -> String {
    let entity = ctx.dataset().entity(&o.entity);
    entity.map_or(String::new(), |entity| capitalised(&name_inside(entity, ctx.lang())))
}

/// Publication and paragraph, and how many sources say it where several places do.
fn source(ctx: &Ctx, o: &Observation) -> String {
    let place = printed_in(ctx.dataset(), o, ctx.lang());
    if o.mentions.len() < 2 {
        return place;
    }
    let witnesses = witnesses_sentence(&who_says_so(ctx.dataset(), o), ctx.lang());
    format!("{place} · {witnesses}")
}

/// The names on a list.
fn list_row(ctx: &Ctx, names: &[&Observation]) -> Html {
    let Some(first) = names.first() else { return nothing() };
    let mut buttons = Vec::new();
    for o in names {
        buttons.push(inline_button(ctx, o, "cell", &place_of(ctx, o)));
        buttons.push(text(" "));
    }
    let cells = vec![
        heading(ctx, first, ""),
        el("td", "names", buttons),
        words("td", "wide", ""),
        words("td", "", source(ctx, first)),
    ];
    el("tr", "", cells)
}

/// Many units in one row, which leads to where they are listed one by one.
fn units_row(ctx: &Ctx, indicator: &Indicator, kind: EntityKind, units: &[&Observation]) -> Html {
    let Some(first) = units.first() else { return nothing() };
    let name = match kind {
        EntityKind::Ministry22 | EntityKind::Ministry25 => Key::Ministries,
        EntityKind::Region6 => Key::Regions,
        _ => Key::Provinces,
    };
    let name = format!("{}\u{a0}{}", units.len(), uncapitalised(ctx.t(name)));
    let (view, key) = if is_offered(ctx.dataset(), indicator) {
        let time = Time::At(first.period.named());
        let indicators = vec![indicator.id.clone()];
        (View { indicators, time, ..View::of(Page::Compare) }, Key::CompareThem)
    } else {
        (View::of(Page::Place), Key::SeeEachPlace)
    };
    let cells = vec![
        heading(ctx, first, &name),
        el("td", "r", vec![ctx.link(view, "", ctx.text(key))]),
        words("td", "wide", ""),
        words("td", "", source(ctx, first)),
    ];
    el("tr", "", cells)
}
