//! A file that the reader drops on the page.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::Uint8Array;
use web_sys::{DataTransfer, DragEvent, Event};

use super::document;

/// A picture of ours weighs far less; a larger file is not read into memory.
const MOST_BYTES: f64 = 32e6;

/// Calls back with what is in a dropped file; one that is too large to be ours comes as empty.
/// Stops when dropped itself.
pub fn on_file_dropped(read: impl Fn(Vec<u8>) + 'static) -> Option<[EventListener; 2]> {
    let document = document()?;
    let options = EventListenerOptions::enable_prevent_default();
    // Without it the browser leaves the page to open the file.
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

/// What is dragged, where it is files: text and links are the browser's business.
fn files(event: &Event) -> Option<DataTransfer> {
    let held = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    held.types().iter().any(|kind| kind == "Files").then_some(held)
}
