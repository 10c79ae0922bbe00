//! What to compare: indicator, period, units, places, order.

use yew::prelude::*;

use super::context::Ctx;
use super::element::{el, group, nothing, option, pressable, text, with, words};
use super::icons;
use super::search_box::SearchBox;
use crate::compare::vietnamese::capitalised;
use crate::compare::{Question, Universe, offered_indicators, periods, universes};
use crate::data::Id;
use crate::state::Msg;
use crate::text::{Key, period};
use crate::view::Sort;

/// Native selects: every device knows how to open them.
pub(super) fn controls(ctx: &Ctx, question: &Question) -> Html {
    let indicator = ctx.dataset().indicator(&question.indicator);
    let field = |id: &'static str, key: Key, select: Html| {
        let label = with("label", &["for"], vec![Some(id.into())], vec![text(ctx.t(key))]);
        let mut parts = vec![label, select];
        if id == "indicator" {
            parts.push(words("p", "small", indicator.map_or("", |i| ctx.of(&i.official))));
        }
        el("div", "field", parts)
    };
    let search = html! { <SearchBox ctx={ctx.clone()} question={question.clone()} /> };
    let fields = vec![
        field("indicator", Key::IndicatorLabel, indicator_select(ctx, question)),
        field("period", Key::PeriodLabel, period_select(ctx, question)),
        field("universe", Key::UniverseLabel, universe_select(ctx, question)),
        field("sort", Key::SortLabel, sort_select(ctx, question)),
        el("div", "field full", vec![search, chips(ctx)]),
    ];
    group("panel", ctx.t(Key::ExploreTitle), fields)
}

/// A select whose options are values and names; `choose` turns a value into a message.
fn select(
    ctx: &Ctx,
    id: &'static str,
    chosen: &str,
    options: Vec<(String, String)>,
    choose: fn(String) -> Option<Msg>,
) -> Html {
    let send = ctx.send.clone();
    let onchange = Callback::from(move |event: Event| {
        let element: Option<web_sys::HtmlSelectElement> = event.target_dyn_into();
        if let Some(msg) = element.and_then(|element| choose(element.value())) {
            send.emit(msg);
        }
    });
    let options = options.into_iter().map(|(value, name)| {
        let selected = value == chosen;
        option(value, &name, selected, ctx.live)
    });
    html! { <select {id} class="pick" disabled={!ctx.live} {onchange}>{ for options }</select> }
}

fn indicator_select(ctx: &Ctx, question: &Question) -> Html {
    let options = offered_indicators(ctx.dataset());
    let options =
        options.into_iter().map(|i| (i.id.to_string(), capitalised(ctx.of(&i.label)))).collect();
    select(ctx, "indicator", &question.indicator, options, |id| {
        Some(Msg::ChooseIndicator(Id::from(id)))
    })
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
        let name = ctx.of(&ctx.dataset().entity(id)?.name);
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
