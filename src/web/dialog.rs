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
