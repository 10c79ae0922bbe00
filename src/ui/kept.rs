//! Parts of the page that stay as they are while their input does not change, and parts that may
//! come one frame after the rest: the reader waits for the chart, not for the next choices or for a
//! table of 63 rows below it. While the page is built beside the static one, these parts come in
//! tasks of their own.

use std::rc::Rc;

use yew::prelude::*;

use super::context::Ctx;
use super::{app, explorer, place, story};
use crate::web::frames::SecondFrame;
use crate::web::page;
use crate::web::turns::in_turn;

/// A part of the page.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Part {
    /// Everything between the head and the foot.
    Content,
    /// The stories of the home page.
    Stories,
    /// The pictures of a story.
    Pictures,
    /// Everything about a place.
    Place,
    /// The choice of what to compare. A choice just made is visible there already.
    Controls,
    /// Below the chart of a comparison: notes, missing places, sources, downloads.
    Around,
    /// The figures of a comparison as a table.
    Table,
}

/// What a part is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PartProps {
    ctx: Ctx,
    part: Part,
}

/// A part that changes only with what it is drawn from.
pub(super) fn kept(ctx: &Ctx, part: Part) -> Html {
    let model = match part {
        Part::Stories => ctx.model.of_page(),
        Part::Pictures | Part::Place => ctx.model.of_view(),
        _ => {
            // What lies over the page changes nothing below it.
            let mut model = (*ctx.model).clone();
            model.opened = None;
            model.searching = false;
            model
        }
    };
    html! { <Kept ctx={Ctx { model: Rc::new(model), ..ctx.clone() }} {part} /> }
}

/// A part that changes only after the chart is painted.
pub(super) fn later(ctx: &Ctx, part: Part) -> Html {
    html! { <Later key={part as u8} ctx={ctx.clone()} {part} /> }
}

#[component]
fn Kept(PartProps { ctx, part }: &PartProps) -> Html {
    match part {
        Part::Content => app::page(ctx),
        Part::Stories => app::stories(ctx),
        Part::Pictures => story::pictures(ctx),
        Part::Place => place::about(ctx),
        Part::Controls => explorer::controls_of(ctx),
        Part::Around => explorer::around(ctx),
        Part::Table => explorer::table(ctx),
    }
}

#[component]
fn Later(props: &PartProps) -> Html {
    // Beside the static page, which is complete, the part comes in a task of its own.
    let drawn = use_state(|| {
        let is_beside = props.ctx.live && page::is_beside();
        (!is_beside).then(|| props.clone())
    });
    // Draws the newest input, even if an older one asked for it.
    let newest = use_mut_ref(|| props.clone());
    newest.replace(props.clone());
    {
        let drawn = drawn.clone();
        use_effect_with(props.clone(), move |props| {
            let setter = drawn.setter();
            let set = move || setter.set(Some(newest.borrow().clone()));
            let wait = match &*drawn {
                None => {
                    in_turn(set);
                    None
                }
                Some(drawn) if drawn == props => None,
                Some(_) => Some(SecondFrame::after(set)),
            };
            move || drop(wait)
        });
    }
    // In the picture's place, the table is what the reader waits for.
    let shown = props.ctx.model.shown.as_ref().filter(|_| props.part == Part::Table);
    let is_awaited = shown.is_some_and(|shown| shown.spec.is_none());
    let drawn = drawn.as_ref().map(|drawn| if is_awaited { props } else { drawn });
    drawn.map_or_else(Html::default, |props| html! { <Kept ..props.clone() /> })
}
