//! Handing a file to the reader.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlCanvasElement, Url};

use super::{document, window};
use crate::chart::Placed;
use crate::export::png_with_address;

/// Saves a text as a file.
pub fn text(name: &str, kind: &str, content: &str) {
    let parts = Array::of1(&JsValue::from_str(content));
    if let Some(blob) = blob(&parts, kind) {
        save(name, &blob);
    }
}

/// Paints a picture at `scale` pixels to each of its own, and saves it as a PNG with its address
/// inside. `failed` is called where the browser cannot.
pub fn picture(
    name: String,
    placed: &Placed,
    scale: u8,
    address: String,
    failed: impl Fn() + 'static,
) {
    let canvas = document().and_then(|document| document.create_element("canvas").ok());
    let canvas = canvas.and_then(|element| element.dyn_into::<HtmlCanvasElement>().ok());
    let Some(canvas) = canvas else { return failed() };
    if !super::canvas::paint_at(&canvas, placed, f64::from(scale), false) {
        return failed();
    }
    let done = Closure::once_into_js(move |picture: JsValue| {
        let Ok(picture) = picture.dyn_into::<Blob>() else { return failed() };
        spawn_local(async move {
            let Ok(buffer) = JsFuture::from(picture.array_buffer()).await else { return failed() };
            let bytes = png_with_address(&Uint8Array::new(&buffer).to_vec(), &address);
            let parts = Array::of1(&Uint8Array::from(bytes.as_slice()));
            match blob(&parts, "image/png") {
                Some(blob) => save(&name, &blob),
                None => failed(),
            }
        });
    });
    canvas.to_blob(done.unchecked_ref()).ok();
}

/// Makes a workbook of the JSON of a comparison, and saves it. What makes it is loaded now
/// (`www/lazy.js`); `failed` is called where that cannot be had.
pub fn workbook(name: String, json: &str, failed: impl Fn() + 'static) {
    let Some(promise) = promised_workbook(json) else { return failed() };
    spawn_local(async move {
        match JsFuture::from(promise).await.ok().and_then(|file| file.dyn_into::<Blob>().ok()) {
            Some(file) => save(&name, &file),
            None => failed(),
        }
    });
}

fn promised_workbook(json: &str) -> Option<Promise> {
    let window = window()?;
    let make = Reflect::get(&window, &JsValue::from_str("roSoWorkbook")).ok()?;
    let make = make.dyn_into::<Function>().ok()?;
    make.call1(&window, &JsValue::from_str(json)).ok()?.dyn_into().ok()
}

fn blob(parts: &Array, kind: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_blob_sequence_and_options(parts, &options).ok()
}

fn save(name: &str, blob: &Blob) {
    let Ok(url) = Url::create_object_url_with_blob(blob) else { return };
    let link = document().and_then(|document| document.create_element("a").ok());
    if let Some(link) = link.and_then(|element| element.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // The browser has taken hold of the file by the time that this task ends.
    Url::revoke_object_url(&url).ok();
}
