//! Figures in a table, each with what it allows and where it is printed.

use yew::prelude::*;

use super::context::Ctx;
use crate::data::{Observation, Scope};
use crate::text::{Key, figure, interval_of, period};

/// The printed form in the reader's notation, as a button that shows where it is printed.
pub(super) fn figure_button(ctx: &Ctx, observation: &Observation) -> Html {
    let label = match observation.quantity {
        Some(quantity) => figure(&quantity, ctx.lang()),
        None => ctx.t(Key::NotPrinted).to_owned(),
    };
    html! {
        <button type="button" class="cell" disabled={!ctx.live} onclick={ctx.open(&observation.id)}
            aria-haspopup="dialog" title={ctx.t(Key::WhereIsThisPrinted)}>{ label }</button>
    }
}

/// What a figure allows, in words.
pub(super) fn allows(ctx: &Ctx, observation: &Observation) -> String {
    ctx.dataset()
        .indicator(&observation.indicator)
        .and_then(|indicator| interval_of(observation, indicator, ctx.lang()))
        .unwrap_or_default()
}

/// Publication and paragraph of the place that prints a figure.
pub(super) fn printed_in(ctx: &Ctx, observation: &Observation) -> String {
    let Some(mention) = observation.mentions.first() else { return String::new() };
    let title =
        ctx.dataset().document(&mention.source).map_or("", |document| ctx.of(&document.title));
    match mention.paragraph {
        Some(number) => format!("{title}, {} {number}", ctx.t(Key::Paragraph).to_lowercase()),
        None => title.to_owned(),
    }
}

/// The name of the place that a figure is of.
pub(super) fn place_name(ctx: &Ctx, observation: &Observation) -> String {
    ctx.dataset()
        .entity(&observation.entity)
        .map_or(String::new(), |entity| ctx.of(&entity.name).to_owned())
}

/// The figures of a story: the text twin of its pictures.
pub(super) fn figures_table(ctx: &Ctx, caption: &str, observations: &[&Observation]) -> Html {
    let rows = observations.iter().map(|o| {
        let official = ctx.dataset().indicator(&o.indicator).map_or("", |indicator| ctx.of(&indicator.official));
        let target = if o.kind == crate::data::Kind::Target { ctx.t(Key::Target) } else { "" };
        let name = if target.is_empty() { place_name(ctx, o) } else { target.to_owned() };
        html! {
            <tr>
                <th scope="row">{ name }<small>{ official }{ ", " }{ period(&o.period, ctx.lang()) }</small></th>
                <td class="r">{ figure_button(ctx, o) }</td>
                <td class="r wide">{ allows(ctx, o) }</td>
                <td>{ printed_in(ctx, o) }</td>
            </tr>
        }
    });
    html! {
        <div class="tablewrap" tabindex="0" role="region" aria-label={caption.to_owned()}>
            <table class="data">
                <caption>{ caption }</caption>
                <thead><tr>
                    <th scope="col">{ ctx.t(Key::ColumnUnit) }</th>
                    <th scope="col" class="r">{ ctx.t(Key::ColumnPrinted) }</th>
                    <th scope="col" class="r wide">{ ctx.t(Key::ColumnInterval) }</th>
                    <th scope="col">{ ctx.t(Key::ColumnSource) }</th>
                </tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

/// Whether the figure is only of a part of its place.
pub(super) fn is_partial(observation: &Observation) -> bool {
    observation.scope == Scope::Partial
}
