//! The explorer: one indicator over provinces, ministries or regions, in order.

use std::rc::Rc;

use yew::prelude::*;

use super::context::Ctx;
use super::element::{all, data_table, el, nothing, row_head, text, with, words};
use super::explorer_controls::controls;
use super::figures::{allows, headings, is_partial, printed_in, with_cells};
use super::frame::{numbered, source_line};
use super::plot::{PlotProps, plot};
use super::verdict::set_verdict;
use crate::chart::{BarSpec, ranking_bars};
use crate::compare::vietnamese::uncapitalised;
use crate::compare::{Question, Ranking, Row, Universe, Verdict, ask, ranking};
use crate::data::{Kind, Observation};
use crate::state::Msg;
use crate::text::{Key, coverage, finding, rank, target_name, title};
use crate::view::Page;

/// Controls, verdict, chart, notes, table.
pub(super) fn explorer(ctx: &Ctx) -> Html {
    let asked = ask(ctx.dataset(), &ctx.model.view);
    let answer = asked
        .as_ref()
        .and_then(|(question, _)| Some((question, ranking(ctx.dataset(), question)?)));
    let Some((question, ranking)) = answer else {
        return words("p", "lead", ctx.t(Key::Empty));
    };
    let alone = ctx.model.view.page == Page::Compare;
    let mut head = vec![words("p", "lead", ctx.t(Key::ExploreLead))];
    if alone {
        head.insert(0, words("p", "kicker", ctx.t(Key::Compare)));
        head.insert(1, words("h1", "", &title(&ranking, question, ctx.lang())));
    } else {
        head.insert(0, words("h2", "", ctx.t(Key::ExploreTitle)));
    }
    let parts = vec![
        el("header", "head", head),
        controls(ctx, question),
        judged(ctx, question, &ranking),
        chart(ctx, question, &ranking, alone),
        table(ctx, question, &ranking),
    ];
    let class = if alone { "alone" } else { "sec" };
    with("section", &["id", "class"], vec![Some("explore".into()), Some(class.into())], parts)
}

/// Whether the rows may be put in one order, and what to bear in mind.
fn judged(ctx: &Ctx, question: &Question, ranking: &Ranking<'_>) -> Html {
    let figures: Vec<&Observation> = ranking.rows.iter().filter_map(|row| row.figure).collect();
    let bounds = figures.iter().filter(|o| o.quantity.is_some_and(|q| q.is_bound())).count();
    let derived = figures.iter().filter(|o| o.derived_from.is_some()).count();
    let mut lines = Vec::new();
    let has_ranks = ranking.rows.iter().any(|row| row.rank.is_some());
    if bounds > 0 && has_ranks {
        lines.push(ctx.t(Key::BoundsGiveSpans).to_owned());
    }
    if derived > 0 {
        lines.push(crate::text::reason_sentence(
            &crate::compare::Reason::FollowsFromList,
            ctx.lang(),
        ));
    }
    if figures.iter().any(|o| is_partial(o)) {
        lines
            .push(crate::text::reason_sentence(&crate::compare::Reason::PartlyCounted, ctx.lang()));
    }
    if ranking.printed < ranking.of {
        lines.extend(coverage(ranking, question, ctx.lang()));
    }
    let verdict = if lines.is_empty() { Verdict::Comparable } else { Verdict::WithCare };
    if lines.is_empty() {
        lines = coverage(ranking, question, ctx.lang());
    }
    set_verdict(ctx, verdict, &lines)
}

fn chart(ctx: &Ctx, question: &Question, ranking: &Ranking<'_>, alone: bool) -> Html {
    let lang = ctx.lang();
    let spec = ranking_bars(ranking, question, ctx.dataset(), lang);
    let heading = title(ranking, question, lang);
    let finding = finding(ranking, question, lang);
    let readouts: Vec<String> = ranking.rows.iter().map(|row| readout(ctx, row)).collect();
    let label = format!("{}. {heading}. {finding}", ctx.t(Key::ChartLabel));
    let ids: Vec<Option<crate::data::Id>> =
        ranking.rows.iter().map(|row| row.figure.map(|o| o.id.clone())).collect();
    let on_choose = {
        let send = ctx.send.clone();
        Callback::from(move |row: usize| {
            if let Some(Some(id)) = ids.get(row) {
                send.emit(Msg::OpenFigure(id.clone()));
            }
        })
    };
    let figures: Vec<&Observation> = ranking
        .rows
        .iter()
        .filter_map(|row| row.figure)
        .chain(ranking.references.iter().copied())
        .collect();
    let key = key(ctx, question, &spec);
    let props = PlotProps {
        spec: Rc::new(spec),
        label: label.into(),
        hint: ctx.t(Key::ChartHint).into(),
        readouts: Rc::new(readouts),
        live: ctx.live,
        dark: ctx.dark,
        epoch: ctx.epoch,
        on_choose,
    };
    let heading = words(if alone { "h2" } else { "h3" }, if alone { "vh" } else { "" }, &heading);
    let notes = reading_notes(ctx, ranking);
    let parts = vec![
        el("header", "", vec![heading, words("p", "finding", &finding), key]),
        plot(props),
        el(
            "aside",
            "notes",
            vec![numbered(ctx.t(Key::ReadingNotes), &notes), missing(ctx, question, ranking)],
        ),
        el("footer", "", vec![source_line(ctx, &figures)]),
    ];
    el("section", "frame", parts)
}

/// What solid and pale mean, where both occur.
fn key(ctx: &Ctx, question: &Question, spec: &BarSpec) -> Html {
    let has_bound = spec.rows.iter().any(|row| row.quantity.is_some_and(|q| q.is_bound()));
    let has_derived = spec.rows.iter().any(|row| row.quantity.is_none() && row.interval.is_some());
    if !has_bound && !has_derived {
        return nothing();
    }
    let entry = |swatch: &'static str, key: Key| {
        el("li", "", vec![el("span", swatch, Vec::new()), text(ctx.t(key))])
    };
    let mut entries = vec![entry("swatch solid", Key::KeyValue)];
    if has_bound {
        entries.push(entry("swatch open", Key::KeyBound));
    }
    if has_derived {
        entries.push(entry("swatch between", Key::KeyInferred));
    }
    el(
        "ul",
        if question.universe == Universe::Ministries { "key ministries" } else { "key" },
        entries,
    )
}

/// What to bear in mind: the definition, what is known of the denominator, remarks on the figures.
fn reading_notes<'a>(ctx: &Ctx, ranking: &Ranking<'a>) -> Vec<&'a str> {
    let lang = ctx.lang();
    let mut notes = vec![lang.of(&ranking.indicator.definition)];
    notes.extend(ranking.indicator.denominator_note.as_ref().map(|note| lang.of(note)));
    let most = notes.len() + 3;
    for note in ranking.rows.iter().filter_map(|row| row.figure).flat_map(|o| &o.notes) {
        let note = lang.of(note);
        if notes.len() < most && !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
}

fn missing(ctx: &Ctx, question: &Question, ranking: &Ranking<'_>) -> Html {
    if ranking.silent.is_empty() {
        return nothing();
    }
    let mut names: Vec<&str> = ranking.silent.iter().map(|row| ctx.of(&row.entity.name)).collect();
    crate::compare::sort_stably(&mut names, |a, b| crate::compare::vietnamese::order(a, b));
    let line = coverage(ranking, question, ctx.lang()).pop().unwrap_or_default();
    all(vec![
        words("h3", "", ctx.t(Key::WhatIsMissing)),
        words("p", "", &line),
        el(
            "details",
            "",
            vec![words("summary", "", ctx.t(Key::ShowList)), words("p", "", &names.join(" · "))],
        ),
    ])
}

fn readout(ctx: &Ctx, row: &Row<'_>) -> String {
    let name = ctx.of(&row.entity.name);
    let Some(figure) = row.figure else { return format!("{name}: {}", ctx.t(Key::NoFigure)) };
    let printed = figure
        .quantity
        .map_or_else(|| ctx.t(Key::NotPrinted).to_owned(), |q| crate::text::figure(&q, ctx.lang()));
    let place = row.rank.map_or(String::new(), |span| {
        format!(" · {} {}", uncapitalised(ctx.t(Key::ColumnRank)), rank(span))
    });
    format!("{name}: {printed} ({}){place} · {}", allows(ctx, figure), printed_in(ctx, figure))
}

/// The same figures as a table.
fn table(ctx: &Ctx, question: &Question, ranking: &Ranking<'_>) -> Html {
    let has_ranks = ranking.rows.iter().any(|row| row.rank.is_some());
    let row = |row: &Row<'_>| {
        let on = question.focus.as_ref() == Some(&row.entity.id);
        let place = has_ranks.then(|| row.rank.map_or(String::new(), rank));
        let head = row_head(vec![text(ctx.of(&row.entity.name))]);
        el("tr", if on { "on" } else { "" }, with_cells(ctx, head, row.figure, place))
    };
    // The figures that the rows are held against are figures too.
    let marks = ranking.references.iter().chain(&ranking.targets).filter_map(|o| {
        let entity = ctx.dataset().entity(&o.entity)?;
        let is_target = o.kind == Kind::Target;
        let name = if is_target {
            target_name(entity, ctx.lang())
        } else {
            ctx.of(&entity.name).to_owned()
        };
        let head = row_head(vec![text(&name)]);
        Some(el("tr", "ref", with_cells(ctx, head, Some(o), has_ranks.then(String::new))))
    });
    let rows = ranking.rows.iter().map(row).chain(marks).collect();
    data_table(ctx.t(Key::TableTitle), headings(ctx, has_ranks), rows)
}
