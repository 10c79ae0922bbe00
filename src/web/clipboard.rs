//! The clipboard. Some in-app browsers and frames have none or refuse it; the reader is then shown
//! the text, selected.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::Reflect;
use web_sys::{Clipboard, HtmlTextAreaElement};

use super::window;
use crate::state::{Handed, What};

/// Puts a text on the clipboard, and tells whether that worked.
pub fn copy(what: What, text: String, done: impl Fn(Handed) + 'static) {
    let promise = clipboard().map(|clipboard| clipboard.write_text(&text));
    spawn_local(async move {
        let copied = match promise {
            Some(promise) => JsFuture::from(promise).await.is_ok(),
            None => false,
        };
        done(Handed { what, text: text.into(), copied });
    });
}

/// `None` if the page is not served securely or the browser has no clipboard.
fn clipboard() -> Option<Clipboard> {
    let navigator = window()?.navigator();
    let found = Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
    found.dyn_into().ok()
}

/// Focuses a text field and selects its text.
pub fn select(field: &HtmlTextAreaElement) {
    field.focus().ok();
    field.select();
}
