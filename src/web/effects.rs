//! Carrying out what the state machine asks for.

use wasm_bindgen::JsValue;

use super::{document, download, window};
use crate::state::{Effect, Msg};
use crate::view::Theme;

/// Carries out one effect. What the browser refuses (history in some sandboxes) is left out: the
/// page works without it. `send` takes what comes of it later.
pub fn run(effect: &Effect, send: impl Fn(Msg) + 'static) {
    match effect {
        Effect::PushAddress(query) => write_address(query, true),
        Effect::ReplaceAddress(query) => write_address(query, false),
        Effect::Document { lang, title, theme } => {
            let Some(document) = document() else { return };
            document.set_title(title);
            let Some(root) = document.document_element() else { return };
            root.set_attribute("lang", lang.tag()).ok();
            match theme {
                Theme::System => root.remove_attribute("data-theme").ok(),
                Theme::Light => root.set_attribute("data-theme", "light").ok(),
                Theme::Dark => root.set_attribute("data-theme", "dark").ok(),
            };
        }
        Effect::SaveText { name, kind, content } => {
            download::text(name, kind, content, move |why| send(Msg::NotSaved(why)));
        }
        Effect::SavePicture { name, placed, scale, address } => {
            let failed = move |why| send(Msg::NotSaved(why));
            download::picture(name.clone(), placed, *scale, address.clone(), failed);
        }
        Effect::SaveMade { name, maker, text } => {
            download::made(name.clone(), maker, text, move |why| send(Msg::NotSaved(why)));
        }
        Effect::ToggleFullScreen => {
            let Some(document) = document() else { return };
            // A phone that has no full screen stays as it is.
            match (document.fullscreen_element(), document.document_element()) {
                (Some(_), _) => document.exit_fullscreen(),
                (None, Some(root)) => {
                    root.request_fullscreen().ok();
                }
                (None, None) => {}
            }
        }
        Effect::ScrollToTop => {
            if let Some(window) = window() {
                window.scroll_to_with_x_and_y(0.0, 0.0);
            }
        }
        Effect::Share { title, text, address } => super::share::share(title, text, address, send),
        Effect::Copy { what, text } => super::clipboard::copy(*what, text.clone(), send),
    }
}

fn write_address(query: &str, push: bool) {
    let Some(window) = window() else { return };
    let Ok(path) = window.location().pathname() else { return };
    let address = if query.is_empty() { path } else { format!("{path}?{query}") };
    let Ok(history) = window.history() else { return };
    if push {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address)).ok();
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address)).ok();
    }
}
