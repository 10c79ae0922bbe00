//! A file that the reader drops on the page.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::Uint8Array;
use web_sys::{DataTransfer, DragEvent, Event};

use super::document;

/// The pictures made here are far smaller; a larger file is not read into memory.
const MOST_BYTES: f64 = 32e6;

/// Calls back with the content of a dropped file, empty if it cannot be read or is too large to be
/// ours. Stops when the listeners are dropped.
pub fn on_file_dropped(read: impl Fn(Vec<u8>) + 'static) -> Option<[EventListener; 2]> {
    let document = document()?;
    let options = EventListenerOptions::enable_prevent_default();
    // Otherwise the browser leaves the page to open the file.
    let over = EventListener::new_with_options(&document, "dragover", options, |event| {
        if files(event).is_some() {
            event.prevent_default();
        }
    });
    let read = Rc::new(read);
    let drop = EventListener::new_with_options(&document, "drop", options, move |event| {
        let Some(file) = files(event).and_then(|held| held.files()?.get(0)) else { return };
        event.prevent_default();
        let read = Rc::clone(&read);
        if file.size() > MOST_BYTES {
            return read(Vec::new());
        }
        spawn_local(async move {
            let buffer = JsFuture::from(file.array_buffer()).await;
            read(buffer.map_or_else(|_| Vec::new(), |buffer| Uint8Array::new(&buffer).to_vec()));
        });
    });
    Some([over, drop])
}

/// The dragged data if it is files. Text and links are left to the browser.
fn files(event: &Event) -> Option<DataTransfer> {
    let held = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    held.types().iter().any(|kind| kind == "Files").then_some(held)
}
