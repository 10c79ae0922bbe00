//! What else is known of a place: figures without a scale, lists and rules, what is not known, and
//! its neighbours.

use yew::Html;

use super::super::context::Ctx;
use super::super::element::{data_table, el, folded, nothing, row_head, text, words};
use super::super::figures::{headings, label_beside, with_cells};
use super::standing::where_button;
use super::{link, list};
use crate::compare::vietnamese::{capitalised, order, uncapitalised};
use crate::compare::{Measured, Profile, RankSpan, sort_stably};
use crate::data::{Direction, Entity, EntityKind, Kind, Observation};
use crate::text::{
    Key, NBSP, kind_name, listed_time, named_sentence, rank, silence_sentence, time_marked,
};
use crate::view::{Page, View};

/// Figures that have no scale to be drawn on, in a table.
pub(super) fn figures(ctx: &Ctx, profile: &Profile<'_>, measures: &[&Measured<'_>]) -> Html {
    let standings = measures.iter().flat_map(|one| &one.standings);
    // No rank by indicators without a better direction, such as the size of a place.
    let is_order = |o: &Observation| {
        let indicator = ctx.dataset().indicator(&o.indicator);
        indicator.is_some_and(|indicator| indicator.direction != Direction::Neither)
    };
    let known =
        standings.map(|s| (s.figure, s.rank.filter(|_| is_order(s.figure)).map(|(span, ..)| span)));
    let others = profile.others.iter().map(|o| (*o, None));
    let all: Vec<(&Observation, Option<RankSpan>)> = known.chain(others).collect();
    if all.is_empty() {
        return nothing();
    }
    let has_ranks = all.iter().any(|(_, rank)| rank.is_some());
    let rows = all.iter().map(|(o, span)| {
        let mut about = time_marked(o, &listed_time(o, ctx.lang()), ctx.lang());
        let label = label_beside(ctx, o, &about);
        if o.kind != Kind::Observation {
            about = format!("{}, {about}", kind_name(o.kind, ctx.lang()));
        }
        let head = row_head(vec![text(label), words("small", "", about)]);
        let rank = has_ranks.then(|| span.map(rank).unwrap_or_default());
        el("tr", "", with_cells(ctx, head, Some(o), rank))
    });
    let rows: Vec<Html> = rows.collect();
    let count = rows.len();
    let mut headings = headings(ctx, has_ranks);
    if let Some(first) = headings.first_mut() {
        first.1 = ctx.t(Key::IndicatorLabel);
    }
    let title = ctx.words("h2", "", Key::PlaceOtherFigures);
    let table = data_table(ctx.t(Key::PlaceOtherFigures), &headings, rows);
    if count <= MOST_ROWS {
        return el("section", "sec", vec![title, table]);
    }
    let is_measured = all.iter().all(|(o, _)| o.kind == Kind::Observation);
    let what = if is_measured { Key::Figures } else { Key::FiguresOfAllKinds };
    let many = format!("{count}{NBSP}{}", ctx.t(what));
    el("section", "sec", vec![folded(title, many, false, vec![table])])
}

/// Rows of the longest table that is open at first.
const MOST_ROWS: usize = 12;

/// Lists and rules that name the place.
pub(super) fn named(ctx: &Ctx, profile: &Profile<'_>) -> Html {
    // Lists that named its parts stay true of their area.
    let is_new = profile.unit.is_of_today();
    let before = ctx.dataset().observations.iter().filter(|o| {
        let is_named = matches!(o.kind, Kind::Membership | Kind::Policy);
        is_new && is_named && profile.unit.predecessors.contains(&o.entity)
    });
    let all: Vec<&Observation> = profile.named.iter().copied().chain(before).collect();
    if all.is_empty() {
        return nothing();
    }
    let items = all.iter().map(|o| {
        let mut line = Vec::new();
        let unit = ctx.dataset().entity(&o.entity).filter(|unit| unit.id != profile.unit.id);
        let mut sentence = named_sentence(ctx.dataset(), o, ctx.lang());
        if let Some(unit) = unit {
            line.push(link(ctx, unit, ctx.of(&unit.name)));
            line.push(text(": "));
            sentence = uncapitalised(&sentence);
        }
        line.push(text(&sentence));
        let notes = o.notes.first().map(|note| ctx.of(note));
        let untold = notes.filter(|note| !sentence.contains(&uncapitalised(note)));
        line.extend(untold.map(|note| words("small", "", format!(" {note}"))));
        el("li", "", vec![el("span", "", line), where_button(ctx, o, Key::PlaceWherePrinted)])
    });
    let items = items.collect();
    let title = ctx.words("h2", "", Key::PlaceNamed);
    el("section", "sec", vec![title, el("ul", "together", items)])
}

/// Indicators for which the place has no figure, each with the reason.
pub(super) fn silent(ctx: &Ctx, profile: &Profile<'_>) -> Html {
    if profile.silent.is_empty() {
        return nothing();
    }
    let mut list = Vec::new();
    for (indicator, why) in &profile.silent {
        list.push(words("dt", "", capitalised(ctx.of(&indicator.label))));
        list.push(words("dd", "", silence_sentence((indicator, *why), profile.unit, ctx.lang())));
    }
    let parts = vec![
        ctx.words("h2", "", Key::PlaceSilent),
        ctx.words("p", "small", Key::PlaceSilentLead),
        el("dl", "silent", list),
    ];
    el("section", "sec", parts)
}

/// The places of the same region, or of a region, and the list of all.
pub(super) fn neighbours(ctx: &Ctx, unit: &Entity) -> Html {
    let dataset = ctx.dataset();
    let region = match unit.kind {
        EntityKind::Region6 => Some(unit),
        _ => unit.region.as_ref().and_then(|id| dataset.entity(id)),
    };
    let mut parts = Vec::new();
    if let Some(region) = region {
        let mut members = dataset.units(&region.members);
        members.retain(|member| member.id != unit.id);
        sort_stably(&mut members, |a, b| order(&a.name.vi, &b.name.vi));
        let title = if region.id == unit.id {
            ctx.t(Key::PlaceMembers).to_owned()
        } else {
            ctx.t(Key::PlaceSameRegion).replace("{region}", ctx.of(&region.name))
        };
        let items =
            members.iter().map(|member| el("li", "", vec![list::entry(ctx, member, false)]));
        parts.push(words("h2", "", title));
        parts.push(el("ul", "placelist", items.collect()));
    } else {
        parts.push(ctx.words("h2", "", Key::PlaceOthers));
    }
    let all = ctx.link(View::of(Page::Place), "more", ctx.text(Key::PlaceAll));
    parts.push(el("p", "actions", vec![all]));
    el("section", "sec", parts)
}
