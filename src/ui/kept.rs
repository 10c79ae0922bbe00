//! Parts of the page that stay as they are while what they are made of does not change, and parts
//! that may come one picture after the rest: the reader waits for the chart, not for the choices that
//! there are next or for a table of 63 rows below it.

use std::rc::Rc;

use yew::prelude::*;

use super::context::Ctx;
use super::{app, explorer};
use crate::state::Model;
use crate::view::View;
use crate::web::frames::SecondFrame;

/// A part of the page.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Part {
    /// All that stands between the head and the foot.
    Content,
    /// The stories of the home page.
    Stories,
    /// What to compare: whoever has just chosen there sees the choice as it is.
    Controls,
    /// Below the chart of a comparison: notes, missing places, sources, what can be taken away.
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

/// A part that changes with everything else. What lies over the page is not among what it is made of.
pub(super) fn kept(ctx: &Ctx, part: Part) -> Html {
    let mut model = (*ctx.model).clone();
    model.opened = None;
    model.searching = false;
    if part == Part::Stories {
        model = without_comparison(model);
    }
    html! { <Kept ctx={Ctx { model: Rc::new(model), ..ctx.clone() }} {part} /> }
}

/// A part that is there at first with everything else, and changes only once the picture of the chart
/// is out.
pub(super) fn later(ctx: &Ctx, part: Part) -> Html {
    html! { <Later ctx={ctx.clone()} {part} /> }
}

/// What stands beside a comparison does not change with it.
fn without_comparison(mut model: Model) -> Model {
    let View { page, lang, theme, embed, .. } = model.view;
    model.view = View { page, lang, theme, embed, ..View::default() };
    model.shown = None;
    model.notes.clear();
    model.handed = None;
    model.not_saved = None;
    model
}

#[component]
fn Kept(PartProps { ctx, part }: &PartProps) -> Html {
    match part {
        Part::Content => app::page(ctx),
        Part::Stories => app::stories(ctx),
        Part::Controls => explorer::controls_of(ctx),
        Part::Around => explorer::around(ctx),
        Part::Table => explorer::table(ctx),
    }
}

#[component]
fn Later(props: &PartProps) -> Html {
    let drawn = use_state(|| props.clone());
    {
        let drawn = drawn.clone();
        use_effect_with(props.clone(), move |props| {
            let (props, setter) = (props.clone(), drawn.setter());
            let wait = (*drawn != props).then(|| SecondFrame::after(move || setter.set(props)));
            move || drop(wait)
        });
    }
    html! { <Kept ..(*drawn).clone() /> }
}
