//! A native dialog that the model opens and closes.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::context::Ctx;
use super::element::pressable;
use super::icons;
use crate::data::Id;
use crate::state::Msg;
use crate::text::Key;
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

/// The button that closes a dialog.
pub(super) fn close_button(ctx: &Ctx, close: Msg) -> Html {
    let label = ctx.t(Key::DrawerClose).into();
    pressable(
        "button",
        &["type", "class", "aria-label"],
        vec![Some("button".into()), Some("btn close".into()), Some(label)],
        ctx.on(close),
        vec![icons::cross()],
    )
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
