//! "Where is this printed?": everything that is known of one figure.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::context::{Ctx, CtxProps};
use super::element::{el, nothing, pressable, text, with, words};
use super::icons;
use crate::data::{Document, Indicator, Kind, Layer, Mention, Observation, Text};
use crate::state::Msg;
use crate::text::{Key, allowed, date, figure, full_name_inside, kind_name, period};
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
    let observation = opened.and_then(|id| ctx.dataset().observation(&id));
    let on_backdrop = {
        let (send, dialog) = (ctx.send.clone(), dialog.clone());
        Callback::from(move |event: PointerEvent| {
            let element = dialog.cast::<web_sys::Element>();
            let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
            if element.is_some_and(|element| web::dialog::is_outside(&element, x, y)) {
                send.emit(Msg::CloseFigure);
            }
        })
    };
    html! {
        <dialog class="drawer" ref={dialog} aria-labelledby="drawer-title" onclose={ctx.on(Msg::CloseFigure)} onpointerdown={on_backdrop}>
            if let Some(observation) = observation { { content(ctx, observation) } }
        </dialog>
    }
}

fn content(ctx: &Ctx, o: &Observation) -> Html {
    let lang = ctx.lang();
    let first = || o.mentions.first().map_or(String::new(), |mention| mention.printed.to_string());
    let printed = match o.quantity {
        Some(quantity) => figure(&quantity, lang),
        None if o.interval.is_some() => allowed(ctx.dataset(), o, ctx.lang()),
        None => first(),
    };
    let indicator = ctx.dataset().indicator(&o.indicator);
    let of_indicator = |text: fn(&Indicator) -> &Text| indicator.map_or("", |i| ctx.of(text(i)));
    let when_key = if o.kind == Kind::Target { Key::DueDate } else { Key::PeriodOfFigure };
    let kind = match o.kind {
        Kind::Observation => "",
        kind => kind_name(kind, lang),
    };
    let facts = [
        (Key::KindOfFigure, kind.to_owned()),
        (Key::Whose, whose(ctx, o)),
        (when_key, when(ctx, o)),
        (Key::WhatItAllows, allowed(ctx.dataset(), o, ctx.lang())),
        (Key::Definition, of_indicator(|i| &i.definition).to_owned()),
    ];
    let facts = facts
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .flat_map(|(key, value)| [words("dt", "", ctx.t(*key)), words("dd", "", value)]);
    let measure = words("small", "", of_indicator(|i| &i.official));
    let places = if o.mentions.len() > 1 { Key::PrintedElsewhere } else { Key::Publication };
    let mut parts = vec![
        head(ctx),
        words("p", "big", &printed),
        el("p", "what", vec![text(of_indicator(|i| &i.label)), measure]),
        el("dl", "", facts.collect()),
        words("h3", "", ctx.t(places)),
    ];
    if o.derived_from.is_some() {
        parts.insert(3, words("p", "care", ctx.t(Key::FollowsFromList)));
    }
    parts.extend(one_source(ctx, o).map(|line| words("p", "care", &line)));
    let mentions = o.mentions.iter().map(|mention| mention_item(ctx, o, mention)).collect();
    parts.push(el("ol", "mentions", mentions));
    if !o.notes.is_empty() {
        parts.push(words("h3", "", ctx.t(Key::Notes)));
        let notes = o.notes.iter().map(|note| words("li", "", ctx.of(note))).collect();
        parts.push(el("ul", "plain", notes));
    }
    el("div", "inside", parts)
}

fn head(ctx: &Ctx) -> Html {
    let title = vec![text(ctx.t(Key::WhereIsThisPrinted))];
    let close = pressable(
        "button",
        &["type", "class", "aria-label"],
        vec![Some("button".into()), Some("btn close".into()), Some(ctx.t(Key::DrawerClose).into())],
        ctx.on(Msg::CloseFigure),
        vec![icons::cross()],
    );
    el("header", "", vec![with("h2", &["id"], vec![Some("drawer-title".into())], title), close])
}

/// The unit as of the figure's date, and what it has become: a merged unit is another one, even
/// where it kept the name.
fn whose(ctx: &Ctx, o: &Observation) -> String {
    let Some(entity) = ctx.dataset().entity(&o.entity) else { return String::new() };
    let name = ctx.of(entity.full_name.as_ref().unwrap_or(&entity.name));
    let successors = entity.successors.iter().filter_map(|id| ctx.dataset().entity(id));
    let now: Vec<String> = successors
        .filter(|successor| successor.predecessors.len() > 1 || successor.name != entity.name)
        .map(|successor| full_name_inside(successor, ctx.lang()))
        .collect();
    match entity.to {
        Some(to) if !now.is_empty() => {
            let until = format!("{} {}", ctx.t(Key::Until), date(to, ctx.lang()));
            format!("{name} ({until}) · {} {}", ctx.t(Key::NowPartOf), now.join(", "))
        }
        _ => name.to_owned(),
    }
}

pub(super) fn when(ctx: &Ctx, o: &Observation) -> String {
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
    let Some(document) = ctx.dataset().document(&mention.source) else { return nothing() };
    let inferred =
        if document.date_inferred { format!(" ({})", ctx.t(Key::Inferred)) } else { String::new() };
    let published =
        format!(", {}, {}{inferred}", ctx.of(&document.publisher), date(document.date, ctx.lang()));
    let issued = format!("{}: {} ", ctx.t(Key::IssuedBy), ctx.of(&document.issuer));
    let layer = ctx.t(if o.layer == Layer::Reports { Key::ReportLayer } else { Key::ContextLayer });
    let mut place = vec![text(&issued), words("span", "layer", layer)];
    if let Some(number) = mention.paragraph {
        place.insert(
            0,
            words("span", "para", &format!("{}\u{a0}{number} · ", ctx.t(Key::Paragraph))),
        );
    }
    let mut parts = vec![
        el("p", "", vec![words("b", "", ctx.of(&document.title)), text(&published)]),
        el("p", "", place),
    ];
    if !mention.printed.is_empty() {
        let quote = text(&format!("“{}”", mention.printed));
        let quote = with("mark", &["lang"], vec![Some("vi".into())], vec![quote]);
        let label = words("span", "small", &format!("{} ", ctx.t(Key::PrintedAs)));
        parts.insert(0, el("p", "printed", vec![label, quote]));
    }
    parts.extend(mention.note.as_ref().map(|note| words("p", "small", ctx.of(note))));
    parts.push(el("p", "small", vec![address_of(ctx, document)]));
    el("li", "", parts)
}

/// A link to where a document was published, or that this is not known.
pub(super) fn address_of(ctx: &Ctx, document: &Document) -> Html {
    match &document.url {
        Some(url) => with(
            "a",
            &["href", "rel"],
            vec![Some(url.to_string().into()), Some("noopener noreferrer external".into())],
            vec![text(ctx.t(Key::OpenPublication))],
        ),
        None => text(ctx.t(Key::AddressUnknown)),
    }
}
