//! The head of a place: what it is, what is known of it, how old the newest figure is, and what
//! became of it.

use yew::{AttrValue, Html};

use super::super::context::Ctx;
use super::super::element::{all, el, nothing, text, with, words};
use super::super::figures::figure_button;
use super::super::icons;
use super::link;
use super::standing::where_button;
use crate::compare::{Profile, UnitHistory, sort_stably, what_became_of};
use crate::data::{Entity, EntityKind, Id, Kind, Theme};
use crate::text::{
    Key, existence, history_sentence, is_principal, moment, now_part_of, period, place_kind,
    printed_rank_sentence, profile_sentence,
};

/// Name, sentence, age, facts; beside them the history.
pub(super) fn head(ctx: &Ctx, profile: &Profile<'_>) -> Html {
    let (lang, unit) = (ctx.lang(), profile.unit);
    let region = unit.region.as_ref().and_then(|id| ctx.dataset().entity(id));
    let mut kicker = vec![words("span", "", place_kind(unit, lang))];
    kicker.extend(region.map(|region| link(ctx, region, ctx.of(&region.name))));
    kicker.push(words("span", "age", age(ctx, profile)));
    let mut parts = vec![el("p", "kicker", kicker), words("h1", "", ctx.of(&unit.name))];
    let time = existence(unit, lang).map(|time| listed(ctx, unit, time));
    // What became of an agency that was moved is told by its history, with the date.
    let now = now_part_of(ctx.dataset(), unit, lang).filter(|_| is_principal(unit));
    let time = time.into_iter().chain(now);
    let time: Vec<String> = time.collect();
    if !time.is_empty() {
        parts.push(words("p", "when", time.join(" · ")));
    }
    parts.extend(profile.announced.iter().map(|rank| {
        let sentence = printed_rank_sentence(ctx.dataset(), unit, rank, lang);
        let shown = where_button(ctx, rank, Key::WhereIsThisPrinted);
        el("div", "placed", vec![words("p", "lead", sentence), shown])
    }));
    parts.push(words("p", "lead", profile_sentence(profile, lang)));
    parts.push(facts(ctx, profile));
    parts.extend(unit.notes.iter().map(|note| words("p", "small", ctx.of(note))));
    let history = what_became_of(ctx.dataset(), unit);
    let history = history.map_or_else(nothing, |history| became(ctx, &history));
    el("div", "head profile", vec![el("header", "", parts), history])
}

/// The dates of a province, told as dates of its list if nothing else changed: "Hà Nội, until 30
/// June 2025" would read as if it had come to an end, and Huế did not begin with its list.
fn listed(ctx: &Ctx, unit: &Entity, time: String) -> String {
    let other = unit.successors.first().or(unit.predecessors.first());
    let other = other.and_then(|id| ctx.dataset().entity(id));
    let stays = other.is_some_and(|other| {
        let is_one = |ids: &[Id]| ids.len() < 2;
        is_one(&other.predecessors) && is_one(&unit.predecessors)
    });
    let is_named_alike = other.is_some_and(|other| other.name == unit.name);
    match unit.kind {
        EntityKind::Province63 if stays && is_named_alike => {
            ctx.t(Key::PlaceListed63).replace("{time}", &time)
        }
        EntityKind::Province34 if stays => ctx.t(Key::PlaceListed34).replace("{time}", &time),
        _ => time,
    }
}

/// The date of the newest figure; for a unit without one, that of the units before it.
fn age(ctx: &Ctx, profile: &Profile<'_>) -> String {
    let before = || {
        let figures = ctx.dataset().observations.iter().filter(|o| {
            o.kind == Kind::Observation && profile.unit.predecessors.contains(&o.entity)
        });
        figures.max_by_key(|o| o.period.last_certain_day())
    };
    let Some(newest) = profile.newest().or_else(before) else {
        return ctx.t(Key::PlaceAgeless).to_owned();
    };
    format!("{} {}", ctx.t(Key::LatestFigure), moment(&newest.period, ctx.lang()))
}

fn facts(ctx: &Ctx, profile: &Profile<'_>) -> Html {
    let mut facts = Vec::new();
    let people = profile.measures.iter().find(|m| m.indicator.theme == Theme::Population);
    if let Some(figure) = people.and_then(|m| m.newest()).map(|standing| standing.figure) {
        let when = period(&figure.period, ctx.lang());
        let label = format!("{}, {when}: ", ctx.t(Key::PlacePopulation));
        facts.push(el("span", "", vec![text(label), figure_button(ctx, figure)]));
    }
    let code = profile.unit.code.as_ref().zip(match profile.unit.kind {
        EntityKind::Province63 => Some(Key::PlaceCode63),
        EntityKind::Province34 => Some(Key::PlaceCode34),
        _ => None,
    });
    facts.extend(code.map(|(code, key)| words("span", "", ctx.t(key).replace("{code}", code))));
    if facts.is_empty() { nothing() } else { el("p", "facts", facts) }
}

/// What became of a unit: the units before and the unit after, as links except for the one that is
/// shown, and the sentence.
fn became(ctx: &Ctx, history: &UnitHistory<'_>) -> Html {
    let unit = history.unit;
    let mut before: Vec<&Entity> = match history.became.first() {
        Some(_) => [unit].into_iter().chain(history.together_with.iter().copied()).collect(),
        None => history.made_from.clone(),
    };
    sort_stably(&mut before, |a, b| a.code.cmp(&b.code));
    let after = history.became.first().copied().unwrap_or(unit);
    let boxes = before.iter().map(|one| el("li", "", vec![node(ctx, one, unit)])).collect();
    let flow =
        vec![el("ul", "", boxes), icons::arrow(), el("div", "after", vec![node(ctx, after, unit)])];
    let title = ctx.words("h2", "vh", Key::PlaceBecame);
    let sentence = words("p", "", history_sentence(history, ctx.lang()));
    el("aside", "became", vec![title, sentence, el("div", "flow", flow)])
}

/// A unit in the picture of a reorganisation.
fn node(ctx: &Ctx, unit: &Entity, shown: &Entity) -> Html {
    let (name, is_shown) = (ctx.of(&unit.name), unit.id == shown.id);
    let mut about = Vec::new();
    // The dates are given above; of two units with one name, the one made from several is marked.
    about.extend(unit.code.as_ref().map(|code| format!("{} {code}", ctx.t(Key::PlaceCode))));
    let is_new = unit.predecessors.len() > 1 && !is_shown;
    about.extend(is_new.then(|| ctx.t(Key::PlaceNew).to_owned()));
    if is_shown {
        about.push(ctx.t(Key::PlaceHere).to_owned());
    }
    let name = if is_shown { words("b", "", name) } else { link(ctx, unit, name) };
    let class: AttrValue = if is_shown { "node on".into() } else { "node".into() };
    let content = all(vec![name, words("small", "", about.join(" · "))]);
    with("span", &["class"], vec![Some(class)], vec![content])
}
