//! Keys that work anywhere on the page.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::{document, page};

/// Calls back when a key is pressed, something that `within` selects is on the page, `is_due` says yes,
/// and nothing else wants the key: not while the reader types into a field or looks at a dialog, and not before the app
/// is seen. `Ctrl+k` is that key with Ctrl or ⌘ held. No letter or sign is heard alone: whoever speaks to
/// their device would press them all (WCAG 2.1.4). Stops when dropped.
pub fn on_key(
    key: &'static str,
    within: &'static str,
    is_due: fn() -> bool,
    pressed: impl Fn() + 'static,
) -> Option<EventListener> {
    let document = document()?;
    let options = EventListenerOptions::enable_prevent_default();
    let (name, is_chord) = key.strip_prefix("Ctrl+").map_or((key, false), |name| (name, true));
    let heard = move |event: &web_sys::Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let is_held = event.ctrl_key() || event.meta_key();
        // A chord is the same with Caps Lock, and another one with Shift.
        let is_other = event.alt_key() || (is_chord && event.shift_key());
        let is_it = event.key().eq_ignore_ascii_case(name) && is_held == is_chord && !is_other;
        if !is_it || event.is_composing() || is_taken(event) {
            return;
        }
        // What is pressed on the static page is the business of `www/touch.js`.
        if page::is_beside() || !has(within) || !is_due() {
            return;
        }
        // The key itself is not to be typed into what opens.
        event.prevent_default();
        pressed();
    };
    Some(EventListener::new_with_options(&document, "keydown", options, heard))
}

/// Whether a field or a dialog has the keyboard.
fn is_taken(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let fields = "input, textarea, select, [contenteditable]";
    let is_field = target.is_some_and(|element| element.matches(fields).unwrap_or_default());
    is_field || has("dialog[open]")
}

/// Whether there is such an element on the page.
fn has(selector: &str) -> bool {
    document().and_then(|page| page.query_selector(selector).ok().flatten()).is_some()
}
