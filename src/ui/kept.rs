//! Parts of the page that stay as they are while what they are made of does not change, and parts
//! that may come one picture after the rest: the reader waits for the chart, not for the choices that
//! there are next or for a table of 63 rows below it. While the page is made beside the static one,
//! these parts come in tasks of their own.

use std::rc::Rc;

use yew::prelude::*;

use super::context::Ctx;
use super::{app, explorer};
use crate::state::Model;
use crate::view::View;
use crate::web::frames::SecondFrame;
use crate::web::page;
use crate::web::turns::in_turn;

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

/// A part that changes only once the picture of the chart is out.
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
    model.told = Rc::default();
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
    // Beside the static page it comes in a task of its own: what the page shows is whole meanwhile.
    let drawn = use_state(|| {
        let is_beside = props.ctx.live && page::is_beside();
        (!is_beside).then(|| props.clone())
    });
    // Whatever was asked for first, the newest is drawn.
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
    match &*drawn {
        Some(props) => html! { <Kept ..props.clone() /> },
        None => Html::default(),
    }
}
