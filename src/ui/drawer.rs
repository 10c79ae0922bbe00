//! "Where is this printed?": everything that is known of one figure.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::context::{Ctx, CtxProps};
use super::figures::{allows, place_name};
use super::icons;
use crate::data::{Kind, Layer, Mention, Observation};
use crate::state::Msg;
use crate::text::{Key, date, figure, period};
use crate::web;

/// The provenance panel. The native dialog keeps the focus inside and gives it back.
#[component]
pub(super) fn Drawer(CtxProps { ctx }: &CtxProps) -> Html {
    let dialog = use_node_ref();
    let opened = ctx.model.opened.clone();
    {
        let dialog = dialog.clone();
        use_effect_with(opened.is_some(), move |open| {
            let Some(dialog) = dialog.cast::<HtmlDialogElement>() else { return };
            if *open { web::dialog::show(&dialog) } else { web::dialog::close(&dialog) }
        });
    }
    let observation = opened.and_then(|id| ctx.dataset().observation(&id).cloned());
    let on_backdrop = {
        let (send, dialog) = (ctx.send.clone(), dialog.clone());
        // A click on the dialog itself, not on what it holds, fell on the backdrop.
        Callback::from(move |event: MouseEvent| {
            let target: Option<web_sys::Node> = event.target_dyn_into();
            if target.zip(dialog.get()).is_some_and(|(a, b)| a.is_same_node(Some(&b))) {
                send.emit(Msg::CloseFigure);
            }
        })
    };
    html! {
        <dialog class="drawer" ref={dialog} aria-labelledby="drawer-title" onclose={ctx.on(Msg::CloseFigure)} onclick={on_backdrop}>
            if let Some(observation) = observation { { content(ctx, &observation) } }
        </dialog>
    }
}

fn content(ctx: &Ctx, o: &Observation) -> Html {
    let lang = ctx.lang();
    let printed = o.quantity.map_or_else(|| allows(ctx, o), |quantity| figure(&quantity, lang));
    let indicator = ctx.dataset().indicator(&o.indicator);
    html! {
        <div class="inside">
            <header>
                <h2 id="drawer-title">{ ctx.t(Key::WhereIsThisPrinted) }</h2>
                <button type="button" class="btn close" onclick={ctx.on(Msg::CloseFigure)} aria-label={ctx.t(Key::DrawerClose)}>{ icons::cross() }</button>
            </header>
            <p class="big">{ printed }</p>
            <p class="what">{ indicator.map_or("", |i| ctx.of(&i.label)) }<small>{ indicator.map_or("", |i| ctx.of(&i.official)) }</small></p>
            if o.derived_from.is_some() { <p class="care">{ ctx.t(Key::FollowsFromList) }</p> }
            <dl>
                <dt>{ ctx.t(Key::Whose) }</dt><dd>{ whose(ctx, o) }</dd>
                <dt>{ ctx.t(if o.kind == Kind::Target { Key::DueDate } else { Key::PeriodOfFigure }) }</dt><dd>{ when(ctx, o) }</dd>
                <dt>{ ctx.t(Key::WhatItAllows) }</dt><dd>{ allows(ctx, o) }</dd>
                <dt>{ ctx.t(Key::Definition) }</dt><dd>{ indicator.map_or("", |i| ctx.of(&i.definition)) }</dd>
            </dl>
            <h3>{ ctx.t(if o.mentions.len() > 1 { Key::PrintedElsewhere } else { Key::Publication }) }</h3>
            if let Some(line) = one_source(ctx, o) { <p class="care">{ line }</p> }
            <ol class="mentions">{ for o.mentions.iter().map(|mention| mention_item(ctx, o, mention)) }</ol>
            if !o.notes.is_empty() {
                <h3>{ ctx.t(Key::Notes) }</h3>
                <ul class="plain">{ for o.notes.iter().map(|note| html! { <li>{ ctx.of(note) }</li> }) }</ul>
            }
        </div>
    }
}

fn whose(ctx: &Ctx, o: &Observation) -> String {
    let Some(entity) = ctx.dataset().entity(&o.entity) else { return String::new() };
    let name = ctx.of(entity.full_name.as_ref().unwrap_or(&entity.name));
    let successors = entity.successors.iter().filter_map(|id| ctx.dataset().entity(id));
    let now: Vec<&str> =
        successors.map(|e| ctx.of(e.full_name.as_ref().unwrap_or(&e.name))).collect();
    if now.is_empty()
        || now.iter().all(|now| *now == name) && entity.kind != crate::data::EntityKind::Province63
    {
        return if place_name(ctx, o).is_empty() { String::new() } else { name.to_owned() };
    }
    let until = entity
        .to
        .map_or(String::new(), |to| format!(" ({} {})", ctx.t(Key::Until), date(to, ctx.lang())));
    format!("{name}{until} · {} {}", ctx.t(Key::NowPartOf), now.join(", "))
}

fn when(ctx: &Ctx, o: &Observation) -> String {
    let mut text = if o.kind == Kind::Target {
        date(o.period.end(), ctx.lang())
    } else {
        period(&o.period, ctx.lang())
    };
    if !o.period.inferred.is_empty() {
        text.push_str(" · ");
        text.push_str(ctx.t(Key::InferredNotPrinted));
    }
    text
}

/// Documents that digest one report are one witness.
fn one_source(ctx: &Ctx, o: &Observation) -> Option<String> {
    let reports: Vec<_> =
        o.mentions.iter().map(|m| ctx.dataset().document(&m.source)?.report.clone()).collect();
    let first = reports.first()?.clone()?;
    let same = reports.len() > 1 && reports.iter().all(|report| report.as_ref() == Some(&first));
    same.then(|| ctx.t(Key::OneSource).replace("{n}", &o.mentions.len().to_string()))
}

fn mention_item(ctx: &Ctx, o: &Observation, mention: &Mention) -> Html {
    let Some(document) = ctx.dataset().document(&mention.source) else { return Html::default() };
    let lang = ctx.lang();
    let quote = format!("“{}”", mention.printed);
    let layer = if o.layer == Layer::Reports { Key::ReportLayer } else { Key::ContextLayer };
    html! {
        <li>
            if !mention.printed.is_empty() { <p class="printed"><span class="small">{ ctx.t(Key::PrintedAs) }</span>{ " " }<mark lang="vi">{ quote }</mark></p> }
            <p>
                <b>{ ctx.of(&document.title) }</b>{ ", " }{ ctx.of(&document.publisher) }{ ", " }{ date(document.date, lang) }
                if document.date_inferred { { " (" }{ ctx.t(Key::Inferred) }{ ")" } }
            </p>
            <p>
                if let Some(number) = mention.paragraph { <span class="para">{ ctx.t(Key::Paragraph) }{ " " }{ number }</span>{ " · " } }
                { ctx.t(Key::IssuedBy) }{ ": " }{ ctx.of(&document.issuer) }{ " · " }<span class="layer">{ ctx.t(layer) }</span>
            </p>
            if let Some(note) = &mention.note { <p class="small">{ ctx.of(note) }</p> }
            <p class="small">
                if let Some(url) = &document.url {
                    <a href={url.to_string()} rel="noopener noreferrer external">{ ctx.t(Key::OpenPublication) }</a>
                } else {
                    { ctx.t(Key::AddressUnknown) }
                }
            </p>
        </li>
    }
}
