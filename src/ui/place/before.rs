//! The figures of the units that a unit of today was made from, side by side.

use yew::{AttrValue, Html};

use super::super::context::Ctx;
use super::super::element::{
    all, el, labelled_cell, nothing, row_head, scrolling, table, text, words,
};
use super::super::figures::labelled_button;
use super::standing::{compare_link, where_button};
use super::{course, link, rest, standing};
use crate::compare::vietnamese::capitalised;
use crate::compare::{Combined, RankSpan, SideBySide, printed_order, profile, side_by_side};
use crate::data::{Entity, EntityKind, Id, Observation};
use crate::state::comparison_of;
use crate::text::{
    Key, NBSP, computed, date, existence, figure, known, list_of_texts, marked_inferred,
    new_name_inside, period, rank_of, territory_sentence, why_apart,
};

/// A column for each of the earlier units, a row for each indicator and period; how their figures
/// combine; the official order.
pub(super) fn section(ctx: &Ctx, unit: &Entity) -> Html {
    if let Some(before) = same_before(ctx, unit) {
        return all(vec![of_one(ctx, before), el("section", "sec", vec![order(ctx, unit)])]);
    }
    let rows = side_by_side(ctx.dataset(), unit);
    if rows.is_empty() || !unit.is_of_today() {
        return nothing();
    }
    let title = ctx.t(Key::PlaceBefore);
    let parts = vec![
        words("h2", "", title),
        // What is closest to an answer comes first.
        index(ctx, unit, &rows),
        columns(ctx, unit, title, &rows),
        ctx.words("h3", "", Key::PlaceTogether),
        el("ul", "together", together(ctx, &rows)),
    ];
    el("section", "sec", parts)
}

/// Every figure of [`section`].
pub(super) fn figures<'c>(ctx: &'c Ctx, unit: &'c Entity) -> Vec<&'c Observation> {
    let dataset = ctx.dataset();
    let mut figures = Vec::new();
    if let Some(before) = same_before(ctx, unit) {
        figures = profile(dataset, before).figures();
    } else if unit.is_of_today() {
        for row in side_by_side(dataset, unit) {
            figures.extend(row.territory.members.iter().filter_map(|(_, figure)| *figure));
            figures.extend(row.whole.map(|(figure, _)| figure));
        }
    }
    if unit.kind == EntityKind::Province34 {
        figures.extend(printed_order(dataset).into_iter().map(|(_, rank)| rank));
    }
    figures
}

/// The only predecessor of a province of today: the same province in the earlier list.
fn same_before<'c>(ctx: &'c Ctx, unit: &Entity) -> Option<&'c Entity> {
    match &unit.predecessors[..] {
        [only] if unit.kind == EntityKind::Province34 => ctx.dataset().entity(only),
        _ => None,
    }
}

/// What is known of the same province in the earlier list.
fn of_one(ctx: &Ctx, unit: &Entity) -> Html {
    let found = profile(ctx.dataset(), unit);
    let (scaled, plain) = standing::split(&found);
    all(vec![
        ctx.words("p", "small", Key::PlaceBeforeOne),
        standing::section(ctx, &found, &scaled),
        course::section(ctx, &found),
        rest::figures(ctx, &found, &plain),
    ])
}

/// How the newest figures of each indicator combine; the index has a part of its own. Of figures that
/// stay apart, which the table shows, only the reason is given, once for all that share it.
fn together(ctx: &Ctx, rows: &[SideBySide<'_>]) -> Vec<Html> {
    let lang = ctx.lang();
    let mut told: Vec<&Id> = Vec::new();
    let mut sentences = Vec::new();
    let mut apart: Vec<(&str, Vec<String>)> = Vec::new();
    for row in rows {
        if told.contains(&&row.indicator.id) {
            continue;
        }
        told.push(&row.indicator.id);
        if matches!(row.territory.combined, Combined::SimpleMean(_)) {
            continue;
        }
        let Some(why) = why_apart(&row.territory.combined, row.indicator, lang) else {
            sentences.push(territory_sentence(&row.territory, row.indicator, row.period, lang));
            continue;
        };
        let name = ctx.of(&row.indicator.official).to_owned();
        match apart.iter_mut().find(|(known, _)| *known == why) {
            Some((_, names)) => names.push(name),
            None => apart.push((why, vec![name])),
        }
    }
    let reason = |(why, names): &(&str, Vec<String>)| {
        format!("{}: {why}.", capitalised(&list_of_texts(names, lang)))
    };
    sentences.extend(apart.iter().map(reason));
    sentences.into_iter().map(|sentence| words("li", "", sentence)).collect()
}

/// The DTI of 2024 of a unit of today: the simple mean of the units before it, with its method,
/// beside the announced ranks.
fn index(ctx: &Ctx, unit: &Entity, rows: &[SideBySide<'_>]) -> Html {
    let found = rows.iter().find_map(|row| match &row.territory.combined {
        Combined::SimpleMean(mean) => Some((row, mean)),
        _ => None,
    });
    let Some((row, mean)) = found else { return nothing() };
    let name = new_name_inside(unit, ctx.lang());
    let count = row.territory.members.len().to_string();
    let label = capitalised(ctx.t(Key::ComputedHere));
    let label = ctx.t(Key::PlaceMean).replace("{computed}", &label).replace("{n}", &count);
    let mut parts = vec![
        words("h3", "", ctx.t(Key::PlaceDti).replace("{name}", &name)),
        words("p", "mid", computed(mean, ctx.lang())),
        words("p", "rank", label),
    ];
    let sentence = territory_sentence(&row.territory, row.indicator, row.period, ctx.lang());
    parts.push(words("p", "small", sentence));
    el("div", "index", vec![el("div", "", parts), order(ctx, unit)])
}

fn columns(ctx: &Ctx, unit: &Entity, title: &str, rows: &[SideBySide<'_>]) -> Html {
    let before = ctx.dataset().units(&unit.predecessors);
    let mut headings = vec![("", ctx.text(Key::IndicatorLabel))];
    headings.extend(before.iter().map(|unit| {
        let time = existence(unit, ctx.lang()).unwrap_or_default();
        let name = link(ctx, unit, ctx.of(&unit.name));
        ("r", el("span", "", vec![name, words("small", "", time)]))
    }));
    let body = rows.iter().map(|row| {
        let label = capitalised(ctx.of(&row.indicator.label));
        let when = period(row.period, ctx.lang());
        let mut head = vec![text(label), words("small", "", when)];
        head.extend(whole(ctx, row).map(|told| words("small", "", told)));
        let first = before.first();
        let dataset = ctx.dataset();
        let view =
            first.and_then(|one| comparison_of(dataset, one, unit, row.indicator, row.period));
        head.extend(
            view.map(|view| compare_link(ctx, view, (Key::PlaceCompareOthers, row.indicator))),
        );
        let mut cells = vec![row_head(head)];
        let members = row.territory.members.iter().zip(&row.ranks);
        cells.extend(
            members.map(|((unit, o), span)| cell(ctx, unit, *o, span.map(|span| (span, row.of)))),
        );
        el("tr", "", cells)
    });
    let caption = words("caption", "vh", title);
    scrolling("tablewrap", title, table("data side", caption, headings, body.collect()))
}

/// "Các tỉnh, thành phố: 0,6961": the figure of the whole that the units belonged to.
fn whole(ctx: &Ctx, row: &SideBySide<'_>) -> Option<String> {
    let (o, whole) = row.whole?;
    Some(format!("{}: {}", ctx.of(&whole.name), figure(&o.quantity?, ctx.lang())))
}

/// A figure of one of the units with its rank; on a phone, without headings, also the unit's name.
fn cell(
    ctx: &Ctx,
    unit: &Entity,
    figure_of: Option<&Observation>,
    rank: Option<(RankSpan, usize)>,
) -> Html {
    let content = match figure_of {
        Some(o) => {
            let shown = o.quantity.map(|quantity| figure(&quantity, ctx.lang()));
            let label = shown.unwrap_or_else(|| {
                marked_inferred(&known(ctx.dataset(), o, ctx.lang()), ctx.lang())
            });
            labelled_button(ctx, o, label)
        }
        None => ctx.words("span", "gap", Key::NoFigure),
    };
    let name = AttrValue::from(ctx.of(&unit.name).to_owned());
    let mut parts = vec![content];
    parts.extend(rank.map(|(span, of)| words("small", "", rank_of(span, of, ctx.lang()))));
    labelled_cell("r", Some(name), parts)
}

/// The printed ranks of the official order, with the unit's own marked.
fn order(ctx: &Ctx, unit: &Entity) -> Html {
    let ranks = printed_order(ctx.dataset());
    let Some((_, first)) = ranks.first() else { return nothing() };
    let items = ranks.iter().map(|(ranked, rank)| {
        let place = rank.quantity.map_or(String::new(), |quantity| figure(&quantity, ctx.lang()));
        let name = ctx.of(&ranked.name);
        let mut line = vec![text(format!("{place}.{NBSP}"))];
        if ranked.id == unit.id {
            line.push(words("b", "", name));
            line.push(words("small", "", format!(" ({})", ctx.t(Key::PlaceOwnRank))));
        } else {
            line.push(link(ctx, ranked, name));
        }
        el("li", "", vec![el("span", "", line), where_button(ctx, rank, Key::WhereIsThisPrinted)])
    });
    let items = items.collect();
    let announced = date(first.period.end(), ctx.lang());
    let parts = vec![
        ctx.words("h3", "", Key::PlaceOrder),
        words("p", "small", ctx.t(Key::PlaceOrderLead).replace("{date}", &announced)),
        el("ol", "together", items),
    ];
    el("div", "", parts)
}
