//! The browser. The only layer that calls `web_sys` and `gloo`, one concern per file; `ui` only
//! names element types of `web_sys`.
//!
//! It also compiles natively, so that the components that call it do. It never runs natively,
//! because the static pages are rendered without effects.
//!
//! Nothing here may import `ui`.

mod brush;
pub mod canvas;
pub mod clipboard;
pub mod dialog;
pub mod download;
pub mod dropped;
pub mod effects;
pub mod environment;
pub mod frames;
pub mod keys;
pub mod page;
pub mod pause;
pub mod resize;
pub mod share;
pub mod turns;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Function, Reflect};
use web_sys::{Document, HtmlElement, Window};

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// The first element of the page that a selector finds.
fn find(selector: &str) -> Option<HtmlElement> {
    document()?.query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// Calls a global JavaScript function with a text.
fn call(name: &str, text: &str) -> Option<JsValue> {
    let window = window()?;
    let function = Reflect::get(&window, &JsValue::from_str(name)).ok()?;
    let function = function.dyn_into::<Function>().ok()?;
    function.call1(&window, &JsValue::from_str(text)).ok()
}
