//! A native dialog that the model opens and closes.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::context::Ctx;
use crate::data::Id;
use crate::state::Msg;
use crate::web;

/// The reference of a `<dialog>` element, and the handler that closes it on a press beside it. The
/// dialog is open while there is something to show.
#[hook]
pub(super) fn use_dialog(
    ctx: &Ctx,
    shown: Option<Id>,
    close: Msg,
) -> (NodeRef, Callback<PointerEvent>) {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(shown, move |shown| {
            let Some(dialog) = dialog.cast::<HtmlDialogElement>() else { return };
            if shown.is_some() { web::dialog::show(&dialog) } else { web::dialog::close(&dialog) }
        });
    }
    let send = ctx.send.clone();
    let beside = dialog.clone();
    let on_press = Callback::from(move |event: PointerEvent| {
        let element = beside.cast::<web_sys::Element>();
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        if element.is_some_and(|element| web::dialog::is_outside(&element, x, y)) {
            send.emit(close.clone());
        }
    });
    (dialog, on_press)
}
