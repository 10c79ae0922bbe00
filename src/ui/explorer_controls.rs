//! What to compare: indicator, period, units, places, order.

use yew::prelude::*;
use yew::virtual_dom::VTag;

use super::context::Ctx;
use super::element::text;
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
    html! {
        <div class="panel" role="group" aria-label={ctx.t(Key::ExploreTitle)}>
            <div class="field">
                <label for="indicator">{ ctx.t(Key::IndicatorLabel) }</label>
                { indicator_select(ctx, question) }
                <p class="small">{ indicator.map_or("", |i| ctx.of(&i.official)) }</p>
            </div>
            <div class="field">
                <label for="period">{ ctx.t(Key::PeriodLabel) }</label>
                { period_select(ctx, question) }
            </div>
            <div class="field">
                <label for="universe">{ ctx.t(Key::UniverseLabel) }</label>
                { universe_select(ctx, question) }
            </div>
            <div class="field">
                <label for="sort">{ ctx.t(Key::SortLabel) }</label>
                { sort_select(ctx, question) }
            </div>
            <div class="field full">
                <SearchBox ctx={ctx.clone()} question={question.clone()} />
                { chips(ctx) }
            </div>
        </div>
    }
}

/// A select whose options are values and names; `choose` turns a value into a message.
fn select(
    ctx: &Ctx,
    id: &'static str,
    chosen: &str,
    options: Vec<(String, String)>,
    choose: impl Fn(String) -> Option<Msg> + 'static,
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
        let mut option = VTag::new(AttrValue::Static("option"));
        option.add_attribute("value", value);
        // Once a reader has chosen, only the property counts; a static page has but attributes.
        if ctx.live {
            option.add_property("selected", selected);
        } else if selected {
            option.add_attribute("selected", "selected");
        }
        option.add_child(text(&name));
        Html::from(option)
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
        Some(html! {
            <li class="chip" key={id.to_string()}>
                { name }
                <button type="button" aria-label={remove} onclick={ctx.on(Msg::RemoveEntity(id.clone()))}>{ icons::cross() }</button>
            </li>
        })
    });
    let chips: Vec<Html> = chips.collect();
    if chips.is_empty() {
        Html::default()
    } else {
        html! { <ul class="chips">{ for chips }</ul> }
    }
}
