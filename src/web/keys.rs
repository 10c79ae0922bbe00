//! Keys that work anywhere on the page.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::{document, find, page};

/// Calls back when a key is pressed, once however long it is held, if something that `within`
/// selects is on the page, `is_due` says yes, and nothing else wants the key: the reader is not
/// typing into a field, scrolling a box or looking at a dialog, and the app is visible. `Ctrl+k` is
/// the key with Ctrl or ⌘ held. No letter or sign works alone, because speech input would trigger
/// all of them (WCAG 2.1.4). Stops when dropped.
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
        // With Shift the arrow keys select. Caps Lock does not change a chord, Shift does.
        let is_other = event.alt_key() || event.shift_key();
        let is_it = event.key().eq_ignore_ascii_case(name) && is_held == is_chord && !is_other;
        if !is_it || event.default_prevented() || event.is_composing() || is_taken(event) {
            return;
        }
        // `www/touch.js` handles what is pressed on the static page.
        if page::is_beside() || find(within).is_none() || !is_due() {
            return;
        }
        // Keeps the key from being typed into what opens.
        event.prevent_default();
        if !event.repeat() {
            pressed();
        }
    };
    Some(EventListener::new_with_options(&document, "keydown", options, heard))
}

/// Whether a field, a dialog or, for arrow keys, a box that they scroll has the keyboard.
fn is_taken(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is = |selector: &str| {
        target.as_ref().is_some_and(|element| element.matches(selector).unwrap_or_default())
    };
    is("input, textarea, select, [contenteditable]")
        || (event.key().starts_with("Arrow") && is("[tabindex='0']"))
        || find("dialog[open]").is_some()
}
