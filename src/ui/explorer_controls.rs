//! What to compare: indicator, period, units, places, order.

use yew::prelude::*;

use super::context::Ctx;
use super::element::{el, group, nothing, option, pressable, text, with, words};
use super::icons;
use super::search_box::search_box;
use crate::chart::{Exhibit, second_indicators};
use crate::compare::vietnamese::capitalised;
use crate::compare::{
    Question, Universe, offered_indicators, other_indicators, periods, sort_stably, universes,
};
use crate::data::{Date, EntityKind, Id, Indicator};
use crate::state::Msg;
use crate::text::{Key, new_name_inside, period};
use crate::view::{Sort, Tab, Time};

/// Native selects, which every device can open. On a phone all but the indicator and the search for
/// a place are folded away, so that the answer is on the first screen or close to it.
pub(super) fn controls(ctx: &Ctx, question: &Question, shown: &Exhibit) -> Html {
    let chosen = ctx.dataset().indicator(&shown.indicator);
    let field = |id: &'static str, key: Key, select: Html| {
        let mut parts = vec![ctx.label_for(id, key), select];
        if id == "indicator" {
            parts.push(words("p", "small", chosen.map_or("", |i| ctx.of(&i.official))));
        }
        // The class sets the width: a time is shorter than the name of an indicator.
        let class = match id {
            "indicator" => "field long",
            "universe" => "field folds wide",
            "second" => "field folds other",
            "sort" => "field folds short",
            _ => "field folds",
        };
        el("div", class, parts)
    };
    let search = search_box(ctx, question);
    let is_ranked = question.indicator == shown.indicator;
    let over_time = matches!(shown.tab, Tab::Line | Tab::Slope);
    let mut fields =
        vec![field("indicator", Key::IndicatorLabel, indicator_select(ctx, shown)), unfolding(ctx)];
    if over_time {
        fields.push(field("start", Key::StartLabel, start_select(ctx, shown)));
    } else if is_ranked {
        fields.push(field("period", Key::PeriodLabel, period_select(ctx, question)));
    }
    if is_ranked {
        fields.push(field("universe", Key::UniverseLabel, universe_select(ctx, question)));
        fields.push(field("sort", Key::SortLabel, sort_select(ctx, question)));
        fields.push(field("second", Key::SecondIndicator, second_select(ctx, shown)));
    }
    fields.push(el(
        "div",
        "field full",
        vec![
            search,
            chips(ctx),
            only_these(ctx, question, shown, is_ranked),
            presets(ctx, question, is_ranked),
        ],
    ));
    let class = if ctx.model.unfolded { "panel unfolded" } else { "panel" };
    group(class, ctx.t(Key::ExploreTitle), fields)
}

/// The button that unfolds the folded choices on a phone.
fn unfolding(ctx: &Ctx) -> Html {
    let unfolded = ctx.model.unfolded;
    let values = vec![
        Some("button".into()),
        Some("btn unfolding".into()),
        Some(unfolded.to_string().into()),
        ctx.disabled(),
    ];
    let keys = &["type", "class", "aria-expanded", "disabled"];
    let name = vec![ctx.text(Key::MoreChoices)];
    pressable("button", keys, values, ctx.on(Msg::UnfoldChoices(!unfolded)), name)
}

/// A select whose options are values and names; `choose` turns a value into a message.
fn select(
    ctx: &Ctx,
    id: &'static str,
    chosen: &str,
    options: Vec<(String, String)>,
    choose: fn(String) -> Option<Msg>,
) -> Html {
    let options = options.into_iter().map(|(value, name)| {
        let selected = value == chosen;
        option(value, &name, selected, ctx.live)
    });
    select_of(ctx, id, options.collect(), choose)
}

/// A select with the given options or groups of options.
fn select_of(
    ctx: &Ctx,
    id: &'static str,
    options: Vec<Html>,
    choose: fn(String) -> Option<Msg>,
) -> Html {
    let send = ctx.send.clone();
    let onchange = Callback::from(move |event: Event| {
        let element: Option<web_sys::HtmlSelectElement> = event.target_dyn_into();
        if let Some(msg) = element.and_then(|element| choose(element.value())) {
            send.emit(msg);
        }
    });
    html! { <select {id} class="pick" disabled={!ctx.live} {onchange}>{ for options }</select> }
}

fn indicator_select(ctx: &Ctx, shown: &Exhibit) -> Html {
    let named = |indicators: Vec<&Indicator>| {
        let option = |i: &Indicator| (i.id.to_string(), capitalised(ctx.of(&i.label)));
        indicators.into_iter().map(option).collect::<Vec<_>>()
    };
    let sets = vec![
        (Key::RankableIndicators, named(offered_indicators(ctx.dataset()))),
        (Key::OtherIndicators, named(other_indicators(ctx.dataset()))),
    ];
    let groups = sets.into_iter().map(|(key, options)| {
        let options = options
            .into_iter()
            .map(|(value, name)| {
                let selected = *value == *shown.indicator;
                option(value, &name, selected, ctx.live)
            })
            .collect();
        with("optgroup", &["label"], vec![Some(ctx.t(key).into())], options)
    });
    select_of(ctx, "indicator", groups.collect(), |id| Some(Msg::ChooseIndicator(Id::from(id))))
}

/// The first date of a line or a slope.
fn start_select(ctx: &Ctx, shown: &Exhibit) -> Html {
    let mut dates: Vec<(u32, String)> = Vec::new();
    for o in ctx.dataset().of_indicator(&shown.indicator) {
        let date = (o.period.end().last_day(), o.period.token());
        if o.is_printed_measure() && !dates.contains(&date) {
            dates.push(date);
        }
    }
    sort_stably(&mut dates, |a, b| a.0.cmp(&b.0));
    // A line needs a date after its first one.
    dates.pop();
    let mut dates: Vec<Date> = dates.iter().filter_map(|(_, token)| Date::parse(token)).collect();
    // A whole year sorts behind its months; starting from it would bring earlier months back.
    let mut latest = 0;
    dates.retain(|date| {
        let is_later = date.first_day() > latest;
        latest = latest.max(date.first_day());
        is_later
    });
    // The first date that is drawn, which the address need not name.
    let chosen = match ctx.model.view.time {
        Time::Between(from, _) => {
            dates.iter().position(|date| date.first_day() >= from.first_day())
        }
        Time::Latest | Time::At(_) => None,
    };
    let chosen = chosen.filter(|at| *at > 0).and_then(|at| dates.get(at));
    let chosen = chosen.map_or(String::new(), Date::to_string);
    let mut options = vec![(String::new(), ctx.t(Key::FromFirst).to_owned())];
    let later = dates.into_iter().skip(1);
    options.extend(later.map(|date| (date.to_string(), crate::text::date(date, ctx.lang()))));
    select(ctx, "start", &chosen, options, |token| Some(Msg::ChooseStart(token)))
}

/// A second indicator, among those that units of one kind share.
fn second_select(ctx: &Ctx, shown: &Exhibit) -> Html {
    let view = &ctx.model.view;
    let chosen = view.indicators.get(1).map_or(String::new(), ToString::to_string);
    let mut options = vec![(String::new(), ctx.t(Key::NoSecond).to_owned())];
    let others = second_indicators(ctx.dataset(), view, &shown.indicator);
    options.extend(others.iter().map(|i| (i.id.to_string(), capitalised(ctx.of(&i.label)))));
    select(ctx, "second", &chosen, options, |id| {
        Some(Msg::ChooseSecond((!id.is_empty()).then(|| Id::from(id))))
    })
}

/// Sets of places at one press: all, the region of the highlighted place, each region.
fn presets(ctx: &Ctx, question: &Question, is_ranked: bool) -> Html {
    if !is_ranked || question.universe != Universe::Provinces {
        return nothing();
    }
    let dataset = ctx.dataset();
    let choice = |name: String, entities: Vec<Id>, focus: Option<Id>| {
        // All places are chosen, whichever is highlighted.
        let is_focus = entities.is_empty() || ctx.model.view.focus == focus;
        let pressed = ctx.model.view.entities == entities && is_focus;
        ctx.choice(Msg::ChooseEntities(entities, focus), &name, pressed)
    };
    let mut buttons = vec![choice(ctx.t(Key::PresetAll).to_owned(), Vec::new(), None)];
    let focus = question.focus.as_ref().and_then(|id| dataset.entity(id));
    if let Some((focus, region)) = focus.and_then(|f| Some((f, f.region.clone()?))) {
        let name = ctx.t(Key::PresetNear).replace("{name}", ctx.of(&focus.name));
        buttons.push(choice(name, vec![region], Some(focus.id.clone())));
    }
    for region in dataset.of_kind(EntityKind::Region6) {
        let name = ctx.t(Key::PresetRegion).replace("{name}", ctx.of(&region.name));
        buttons.push(choice(name, vec![region.id.clone()], None));
    }
    let summary = ctx.words("summary", "small", Key::Presets);
    el("details", "presets", vec![summary, group("row", ctx.t(Key::Presets), buttons)])
}

fn period_select(ctx: &Ctx, question: &Question) -> Html {
    let options = periods(ctx.dataset(), &question.indicator);
    let options = options
        .iter()
        .map(|found| (found.token(), capitalised(&period(found, ctx.lang()))))
        .collect();
    select(ctx, "period", &question.period.token(), options, |token| Some(Msg::ChooseTime(token)))
}

fn universe_select(ctx: &Ctx, question: &Question) -> Html {
    let name = |universe| match universe {
        Universe::Provinces => Key::Provinces,
        Universe::Ministries => Key::Ministries,
        Universe::Regions => Key::Regions,
    };
    let options = universes(ctx.dataset(), &question.indicator, &question.period);
    let options = options.into_iter().map(|(universe, count)| {
        let label = format!("{} · {count} {}", ctx.t(name(universe)), ctx.t(Key::WithFigures));
        (universe.token().to_owned(), label)
    });
    select(ctx, "universe", question.universe.token(), options.collect(), |token| {
        Universe::ALL
            .into_iter()
            .find(|universe| universe.token() == token)
            .map(Msg::ChooseUniverse)
    })
}

fn sort_select(ctx: &Ctx, question: &Question) -> Html {
    let options = vec![
        (String::from("value"), ctx.t(Key::SortValue).to_owned()),
        (String::from("name"), ctx.t(Key::SortName).to_owned()),
    ];
    let chosen = if question.sort == Sort::Name { "name" } else { "value" };
    select(ctx, "sort", chosen, options, |value| {
        Some(Msg::ChooseSort(if value == "name" { Sort::Name } else { Sort::Value }))
    })
}

/// The button that shows only the added places, for a chart that ranks many.
fn only_these(ctx: &Ctx, question: &Question, shown: &Exhibit, is_ranked: bool) -> Html {
    let is_order = matches!(shown.pictured(), Some(Tab::Bars | Tab::Dots)) && is_ranked;
    if !is_order || question.extra.len() < 2 {
        return nothing();
    }
    let choice = ctx.choice(Msg::ShowOnly(!question.only), ctx.t(Key::ShowOnly), question.only);
    el("p", "only", vec![choice])
}

/// The places that the reader added.
fn chips(ctx: &Ctx) -> Html {
    let added = ctx.model.view.entities.iter().chain(&ctx.model.view.focus);
    let mut seen: Vec<&Id> = Vec::new();
    for id in added {
        if !seen.contains(&id) {
            seen.push(id);
        }
    }
    let chips = seen.into_iter().filter_map(|id| {
        let unit = ctx.dataset().entity(id)?;
        // Of two units with the same name, the one of today is marked as such.
        let name = if unit.is_of_today() {
            capitalised(&new_name_inside(unit, ctx.lang()))
        } else {
            ctx.of(&unit.name).to_owned()
        };
        let remove = format!("{} {name}", ctx.t(Key::RemovePlace));
        let button = pressable(
            "button",
            &["type", "aria-label"],
            vec![Some("button".into()), Some(remove.into())],
            ctx.on(Msg::RemoveEntity(id.clone())),
            vec![icons::cross()],
        );
        Some(el("li", "chip", vec![text(name), button]))
    });
    let chips: Vec<Html> = chips.collect();
    if chips.is_empty() { nothing() } else { el("ul", "chips", chips) }
}
