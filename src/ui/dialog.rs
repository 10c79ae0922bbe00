//! A native dialog that the model opens and closes.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::context::Ctx;
use crate::data::Id;
use crate::state::Msg;
use crate::web;

/// What a `<dialog>` element needs.
pub(super) struct Dialog {
    /// Its reference.
    pub node: NodeRef,
    /// Notes where a press begins.
    pub onpointerdown: Callback<PointerEvent>,
    /// Closes it after a press beside it.
    pub onclick: Callback<MouseEvent>,
}

/// A dialog that is open while there is something to show. `shown` names that, so that something
/// else is shown from its beginning.
#[hook]
pub(super) fn use_dialog(ctx: &Ctx, shown: Option<Id>, close: Msg) -> Dialog {
    let node = use_node_ref();
    let (opened, begun, pressed) = (node.clone(), node.clone(), node.clone());
    use_effect_with(shown, move |shown| {
        let Some(dialog) = opened.cast::<HtmlDialogElement>() else { return };
        if shown.is_some() { web::dialog::show(&dialog) } else { web::dialog::close(&dialog) }
    });
    let onpointerdown =
        Callback::from(move |event: PointerEvent| web::dialog::begin_press(begun.cast(), &event));
    let send = ctx.send.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        if web::dialog::is_press_beside(pressed.cast(), &event) {
            send.emit(close.clone());
        }
    });
    Dialog { node, onpointerdown, onclick }
}
