//! The native dialog: it keeps the focus, closes on Escape and gives the focus back.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement, MouseEvent};

use super::find;

/// Opens the dialog that a selector finds, at once. Effects come in a later task than the press that
/// caused them, and letters typed in between would be lost.
pub fn open(selector: &str) {
    let dialog = find(selector).and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok());
    if let Some(dialog) = dialog.filter(|dialog| !dialog.open()) {
        dialog.show_modal().ok();
    }
}

/// Opens the dialog over the page. If it is already open, its content has changed: scrolls to the
/// top and focuses the first control, because the focused element may be gone. A field keeps the
/// focus: the reader is typing.
pub fn show(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        dialog.show_modal().ok();
        return;
    }
    if matches!(dialog.query_selector("input:focus"), Ok(Some(_))) {
        return;
    }
    dialog.set_scroll_top(0);
    let first = dialog.query_selector("button").ok().flatten();
    if let Some(first) = first.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        first.focus().ok();
    }
}

/// Closes the dialog.
pub fn close(dialog: &HtmlDialogElement) {
    if dialog.open() {
        dialog.close();
    }
}

thread_local! {
    /// Whether the last press began beside the dialog. A finger's click comes when it is lifted; if
    /// the dialog were gone by then, it would hit what lies below.
    static BEGAN_BESIDE: Cell<bool> = const { Cell::new(false) };
}

/// Notes whether a press begins beside the dialog.
pub fn begin_press(dialog: Option<Element>, event: &MouseEvent) {
    BEGAN_BESIDE.set(is_beside(dialog, event));
}

/// Whether a press both began and ended beside the dialog, on its backdrop.
pub fn is_press_beside(dialog: Option<Element>, event: &MouseEvent) -> bool {
    BEGAN_BESIDE.take() && is_beside(dialog, event)
}

fn is_beside(dialog: Option<Element>, event: &MouseEvent) -> bool {
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    dialog.is_some_and(|dialog| {
        let area = dialog.get_bounding_client_rect();
        x < area.left() || x > area.right() || y < area.top() || y > area.bottom()
    })
}
