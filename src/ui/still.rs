//! Pictures without interaction: the ruler of a figure, and the small picture of a story.

use yew::prelude::*;

use super::context::Ctx;
use super::drawn::drawn;
use super::element::{el, nothing, with};
use super::paint::use_paint;
use super::plot::use_paper;
use super::story::aloud;
use crate::chart::{Placed, entity_role, fits_ruler, place, place_ruler, story_picture};
use crate::data::{Observation, Panel, Story};
use crate::render::{Paint, svg};
use crate::web;

const RULER_WIDTH: f64 = 300.0;

/// One figure on the whole of its scale; nothing if it has no such scale.
pub(super) fn ruler(ctx: &Ctx, o: &Observation, label: String) -> Html {
    let quantity = o.quantity.filter(fits_ruler);
    let Some((quantity, entity)) = quantity.zip(ctx.dataset().entity(&o.entity)) else {
        return nothing();
    };
    let placed = place_ruler(&quantity, entity_role(entity), RULER_WIDTH, ctx.lang());
    html! { <Still ctx={ctx.clone()} {placed} {label} class="ruler" /> }
}

#[derive(Clone, PartialEq, Properties)]
struct StillProps {
    ctx: Ctx,
    placed: Placed,
    label: String,
    class: &'static str,
}

/// A picture of one width without interaction.
#[component]
fn Still(StillProps { ctx, placed, label, class }: &StillProps) -> Html {
    let canvas = use_node_ref();
    let (paint, is_paper) = (use_paint(ctx), use_paper());
    {
        let (canvas, placed) = (canvas.clone(), placed.clone());
        // After printing the canvas is a new element.
        use_effect_with((placed, paint, is_paper), move |(placed, paint, _)| {
            if let Some(canvas) = canvas.cast() {
                web::canvas::paint(&canvas, placed, paint.dark);
            }
        });
    }
    if is_paper {
        return el("div", class, vec![drawn(placed, label, "chart vector".to_owned())]);
    }
    if !ctx.live {
        return el("div", class, vec![raw(svg(placed, label, "chart", Paint::Classes))]);
    }
    with(
        "div",
        &["class", "role", "aria-label"],
        vec![Some((*class).into()), Some("img".into()), Some(label.clone().into())],
        vec![html! { <canvas ref={canvas} /> }],
    )
}

/// Markup that the build wrote itself. This path does not exist in the browser.
#[cfg(not(target_arch = "wasm32"))]
fn raw(markup: String) -> Html {
    Html::from_html_unchecked(markup.into())
}

#[cfg(target_arch = "wasm32")]
fn raw(_: String) -> Html {
    Html::default()
}

/// Width of the small picture beside a story on the home page.
const SMALL_WIDTH: f64 = 288.0;

/// The picture of a panel, small.
pub(super) fn small_picture(ctx: &Ctx, story: &Story, panel: &Panel) -> Option<Html> {
    let spec = story_picture(ctx.dataset(), story, panel, ctx.lang())?;
    let placed = place(&spec, SMALL_WIDTH);
    let label = aloud(ctx, panel, &spec);
    Some(html! { <Still ctx={ctx.clone()} {placed} {label} class="still" /> })
}
