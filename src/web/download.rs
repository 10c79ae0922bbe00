//! Handing a file to the reader.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::{Array, Promise, Uint8Array};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlCanvasElement, Url};

use super::{call, document, window};
use crate::chart::Placed;
use crate::export::png_with_address;
use crate::state::NotSaved;

const PNG: &str = "image/png";

thread_local! {
    /// The address of the file saved last. Some browsers read the file only after the current task,
    /// so its memory is freed when the next file is saved.
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Saves a text as a file. Here and below, `not_saved` gets the reason if a file is not saved.
pub fn text(name: &str, kind: &str, content: &str, not_saved: impl Fn(NotSaved) + 'static) {
    let parts = Array::of1(&JsValue::from_str(content));
    save(name, blob(&parts, kind), &not_saved);
}

/// Paints a picture, dark or not, at `scale` pixels per pixel of its own, and saves it as a PNG
/// with its address inside.
pub fn picture(
    name: String,
    placed: &Placed,
    (scale, dark): (f64, bool),
    address: String,
    not_saved: impl Fn(NotSaved) + 'static,
) {
    let canvas = document().and_then(|document| document.create_element("canvas").ok());
    let canvas = canvas.and_then(|element| element.dyn_into::<HtmlCanvasElement>().ok());
    let Some(canvas) = canvas else { return not_saved(NotSaved::Failed) };
    if !super::canvas::paint_at(&canvas, placed, scale, dark) {
        return not_saved(NotSaved::Failed);
    }
    let not_saved = Rc::new(not_saved);
    let refused = Rc::clone(&not_saved);
    let done = Closure::once_into_js(move |picture: JsValue| {
        spawn_local(async move {
            let picture = with_address(picture, &address).await;
            save(&name, picture, &*not_saved);
        });
    });
    if canvas.to_blob(done.unchecked_ref()).is_err() {
        refused(NotSaved::Failed);
    }
}

async fn with_address(picture: JsValue, address: &str) -> Option<Blob> {
    let picture = picture.dyn_into::<Blob>().ok()?;
    let buffer = JsFuture::from(picture.array_buffer()).await.ok()?;
    let bytes = png_with_address(&Uint8Array::new(&buffer).to_vec(), address);
    blob(&Array::of1(&Uint8Array::from(bytes.as_slice())), PNG)
}

/// Saves a file that a script makes of a text, after loading what it needs (`www/lazy.js`).
pub fn made(name: String, maker: &str, text: &str, not_saved: impl Fn(NotSaved) + 'static) {
    let promise = call(maker, text).and_then(|promise| promise.dyn_into::<Promise>().ok());
    spawn_local(async move {
        let file = match promise {
            Some(promise) => JsFuture::from(promise).await.ok(),
            None => None,
        };
        save(&name, file.and_then(|file| file.dyn_into().ok()), &not_saved);
    });
}

fn blob(parts: &Array, kind: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_blob_sequence_and_options(parts, &options).ok()
}

/// Hands a file to the browser; `None` is a file that could not be made.
fn save(name: &str, file: Option<Blob>, not_saved: &dyn Fn(NotSaved)) {
    let Some(file) = file else { return not_saved(NotSaved::Failed) };
    let is_left_lying = is_within_app();
    if is_left_lying && file.type_() != PNG {
        return not_saved(NotSaved::WithinApp);
    }
    let Ok(address) = Url::create_object_url_with_blob(&file) else {
        return not_saved(NotSaved::Failed);
    };
    if is_left_lying {
        // The reader presses and holds this picture; its memory is freed when it is closed.
        return not_saved(NotSaved::Picture(address.into()));
    }
    let link = document().and_then(|document| document.create_element("a").ok());
    match link.and_then(|element| element.dyn_into::<HtmlAnchorElement>().ok()) {
        Some(link) => {
            link.set_href(&address);
            link.set_download(name);
            link.click();
        }
        None => not_saved(NotSaved::Failed),
    }
    if let Some(before) = LAST.replace(Some(address)) {
        forget(&before);
    }
}

/// Frees the memory behind the address of a picture or file.
pub fn forget(address: &str) {
    Url::revoke_object_url(address).ok();
}

/// Whether the page is shown within an app that ignores downloads. Only its user agent tells.
fn is_within_app() -> bool {
    let agent = window().and_then(|window| window.navigator().user_agent().ok());
    agent.is_some_and(|agent| ["Zalo", "FBAN", "FBAV"].iter().any(|app| agent.contains(app)))
}
