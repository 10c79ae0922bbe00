//! The native dialog: it keeps the focus, closes on Escape and gives the focus back.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

/// Opens the dialog over the page. If it is already open, its content has changed: scrolls to the
/// top and focuses the first control, because the focused element may be gone.
pub fn show(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        dialog.show_modal().ok();
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

/// Whether a point of the window lies outside an element, such as on the backdrop of a dialog.
pub fn is_outside(element: &web_sys::Element, x: f64, y: f64) -> bool {
    let area = element.get_bounding_client_rect();
    x < area.left() || x > area.right() || y < area.top() || y > area.bottom()
}
