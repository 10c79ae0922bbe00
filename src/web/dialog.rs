//! The native dialog: it keeps the focus, closes on Escape and gives the focus back.

use web_sys::HtmlDialogElement;

/// Opens the dialog over the page, unless it is open.
pub fn show(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        dialog.show_modal().ok();
    }
}

/// Closes the dialog.
pub fn close(dialog: &HtmlDialogElement) {
    if dialog.open() {
        dialog.close();
    }
}

/// Whether a point of the window lies beside an element: on the backdrop of a dialog.
pub fn is_outside(element: &web_sys::Element, x: f64, y: f64) -> bool {
    let area = element.get_bounding_client_rect();
    x < area.left() || x > area.right() || y < area.top() || y > area.bottom()
}
