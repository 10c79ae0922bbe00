//! The explorer: one indicator over provinces, ministries or regions, in order.

use std::rc::Rc;

use yew::prelude::*;

use super::context::{Ctx, CtxProps};
use super::explorer_controls::Controls;
use super::figures::{allows, figure_button, is_partial, printed_in};
use super::frame::{numbered, source_line};
use super::plot::Plot;
use super::verdict::set_verdict;
use crate::chart::{BarSpec, ranking_bars};
use crate::compare::{Question, Ranking, Row, Verdict, ask, ranking};
use crate::data::Observation;
use crate::state::Msg;
use crate::text::{Key, coverage, finding, rank, title};
use crate::view::Page;

/// Controls, verdict, chart, notes, table.
#[component]
pub(super) fn Explorer(CtxProps { ctx }: &CtxProps) -> Html {
    let asked = ask(ctx.dataset(), &ctx.model.view);
    let answer = asked
        .as_ref()
        .and_then(|(question, _)| Some((question, ranking(ctx.dataset(), question)?)));
    let Some((question, ranking)) = answer else {
        return html! { <p class="lead">{ ctx.t(Key::Empty) }</p> };
    };
    let alone = ctx.model.view.page == Page::Compare;
    let heading = if alone {
        html! { <h1>{ title(&ranking, question, ctx.lang()) }</h1> }
    } else {
        html! { <h2>{ ctx.t(Key::ExploreTitle) }</h2> }
    };
    html! {
        <section id="explore" class={if alone { "alone" } else { "sec" }}>
            <header class="head">
                if alone { <p class="kicker">{ ctx.t(Key::Compare) }</p> }
                { heading }
                <p class="lead">{ ctx.t(Key::ExploreLead) }</p>
            </header>
            <Controls ctx={ctx.clone()} question={question.clone()} />
            { judged(ctx, question, &ranking) }
            { chart(ctx, question, &ranking, alone) }
            { table(ctx, question, &ranking) }
        </section>
    }
}

/// Whether the rows may be put in one order, and what to bear in mind.
fn judged(ctx: &Ctx, question: &Question, ranking: &Ranking<'_>) -> Html {
    let figures: Vec<&Observation> = ranking.rows.iter().filter_map(|row| row.figure).collect();
    let bounds = figures.iter().filter(|o| o.quantity.is_some_and(|q| q.is_bound())).count();
    let derived = figures.iter().filter(|o| o.derived_from.is_some()).count();
    let mut lines = Vec::new();
    if bounds > 0 {
        lines.push(match ctx.lang() {
            crate::view::Lang::Vi => format!("{bounds} trên {} số chỉ cho biết một phía (“dưới”, “trên”), nên nhiều vị trí chỉ biết trong một khoảng.", figures.len()),
            crate::view::Lang::En => format!("Of {bounds} of {} figures only a limit is known (“below”, “above”), so many places are known only as a span.", figures.len()),
        });
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
    set_verdict(ctx, verdict, lines)
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
    html! {
        <section class="frame" aria-labelledby="chart-title">
            <header>
                if alone { <h2 class="vh" id="chart-title">{ heading }</h2> } else { <h3 id="chart-title">{ heading }</h3> }
                <p class="finding">{ finding }</p>
                { key(ctx, &spec) }
            </header>
            <Plot spec={Rc::new(spec)} label={label} hint={ctx.t(Key::ChartHint)} readouts={Rc::new(readouts)}
                live={ctx.live} dark={ctx.dark} epoch={ctx.epoch} {on_choose} />
            <aside class="notes">
                { numbered(ctx.t(Key::ReadingNotes), reading_notes(ctx, ranking)) }
                { missing(ctx, question, ranking) }
            </aside>
            <footer>{ source_line(ctx, &figures) }</footer>
        </section>
    }
}

/// What solid and pale mean, where both occur.
fn key(ctx: &Ctx, spec: &BarSpec) -> Html {
    let has_bound = spec.rows.iter().any(|row| row.quantity.is_some_and(|q| q.is_bound()));
    let has_derived = spec.rows.iter().any(|row| row.quantity.is_none() && row.interval.is_some());
    if !has_bound && !has_derived {
        return Html::default();
    }
    html! {
        <ul class="key">
            <li><span class="swatch solid" aria-hidden="true" />{ ctx.t(Key::KeyValue) }</li>
            if has_bound { <li><span class="swatch open" aria-hidden="true" />{ ctx.t(Key::KeyBound) }</li> }
            if has_derived { <li><span class="swatch band" aria-hidden="true" />{ ctx.t(Key::KeyInferred) }</li> }
        </ul>
    }
}

fn reading_notes(ctx: &Ctx, ranking: &Ranking<'_>) -> Vec<Html> {
    let mut notes = vec![html! { { ctx.of(&ranking.indicator.definition) } }];
    if let Some(note) = &ranking.indicator.denominator_note {
        notes.push(html! { { ctx.of(note) } });
    }
    let mut seen: Vec<&crate::data::Text> = Vec::new();
    for note in ranking.rows.iter().filter_map(|row| row.figure).flat_map(|o| &o.notes) {
        if seen.len() < 3 && !seen.contains(&note) {
            seen.push(note);
        }
    }
    notes.extend(seen.into_iter().map(|note| html! { { ctx.of(note) } }));
    notes
}

fn missing(ctx: &Ctx, question: &Question, ranking: &Ranking<'_>) -> Html {
    if ranking.silent.is_empty() {
        return Html::default();
    }
    let mut names: Vec<&str> = ranking.silent.iter().map(|row| ctx.of(&row.entity.name)).collect();
    names.sort_by(|a, b| crate::compare::vietnamese::order(a, b));
    let line = coverage(ranking, question, ctx.lang()).pop().unwrap_or_default();
    html! {
        <>
            <h3>{ ctx.t(Key::WhatIsMissing) }</h3>
            <p>{ line }</p>
            <details><summary>{ ctx.t(Key::ShowList) }</summary><p>{ names.join(" · ") }</p></details>
        </>
    }
}

fn readout(ctx: &Ctx, row: &Row<'_>) -> String {
    let name = ctx.of(&row.entity.name);
    let Some(figure) = row.figure else { return format!("{name}: {}", ctx.t(Key::NoFigure)) };
    let printed = figure
        .quantity
        .map_or_else(|| ctx.t(Key::NotPrinted).to_owned(), |q| crate::text::figure(&q, ctx.lang()));
    let place = row.rank.map_or(String::new(), |span| {
        format!(" · {} {}", ctx.t(Key::ColumnRank).to_lowercase(), rank(span))
    });
    format!("{name}: {printed} ({}){place} · {}", allows(ctx, figure), printed_in(ctx, figure))
}

/// The same figures as a table.
fn table(ctx: &Ctx, question: &Question, ranking: &Ranking<'_>) -> Html {
    let has_ranks = ranking.rows.iter().any(|row| row.rank.is_some());
    let rows = ranking.rows.iter().map(|row| {
        let on = question.focus.as_ref() == Some(&row.entity.id);
        html! {
            <tr class={on.then_some("on")}>
                <th scope="row">{ ctx.of(&row.entity.name) }</th>
                if let Some(figure) = row.figure {
                    <td class="r">{ figure_button(ctx, figure) }</td>
                    <td class="r wide">{ allows(ctx, figure) }</td>
                } else {
                    <td class="r">{ ctx.t(Key::NoFigure) }</td>
                    <td class="r wide" />
                }
                if has_ranks { <td class="r">{ row.rank.map(rank) }</td> }
                <td>{ row.figure.map(|figure| printed_in(ctx, figure)) }</td>
            </tr>
        }
    });
    let caption = ctx.t(Key::TableTitle);
    html! {
        <div class="tablewrap twin" tabindex="0" role="region" aria-label={caption}>
            <table class="data">
                <caption>{ caption }</caption>
                <thead><tr>
                    <th scope="col">{ ctx.t(Key::ColumnUnit) }</th>
                    <th scope="col" class="r">{ ctx.t(Key::ColumnPrinted) }</th>
                    <th scope="col" class="r wide">{ ctx.t(Key::ColumnInterval) }</th>
                    if has_ranks { <th scope="col" class="r">{ ctx.t(Key::ColumnRank) }</th> }
                    <th scope="col">{ ctx.t(Key::ColumnSource) }</th>
                </tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}
