//! Carrying out what the state machine asks for.

use std::cell::RefCell;

use web_sys::Element;

use super::frames::SecondFrame;
use super::{document, download, page, window};
use crate::state::{Asked, Effect, Handed, Msg, NotSaved};
use crate::view::Theme;

thread_local! {
    /// The pending change of the document's language.
    static NEXT_LANGUAGE: RefCell<Option<SecondFrame>> = const { RefCell::new(None) };
    /// The pending move of the focus, in case the focused element goes.
    static NEXT_FOCUS: RefCell<Option<SecondFrame>> = const { RefCell::new(None) };
}

/// Carries out one effect. `send` gets messages that result from it later, with the number that the
/// request had in `asked`.
pub fn run(effect: Effect, asked: Asked, send: impl Fn(Msg) + 'static) {
    match effect {
        Effect::PushAddress(address) => page::write_address(&address, page::Entry::New),
        Effect::ReplaceAddress(address) => page::write_address(&address, page::Entry::Current),
        Effect::PushPanel(address) => page::write_address(&address, page::Entry::Panel),
        Effect::PopPanel => page::leave_panel(),
        Effect::Document { lang, title, theme } => {
            let Some(document) = document() else { return };
            document.set_title(&title);
            let Some(root) = document.document_element() else { return };
            let theme = match theme {
                Theme::System => None,
                Theme::Light => Some("light"),
                Theme::Dark => Some("dark"),
            };
            set(&root, "data-theme", theme);
            let lang = lang.tag();
            let is_other = root.get_attribute("lang").as_deref() != Some(lang);
            if page::is_beside() {
                set(&root, "lang", Some(lang));
                return;
            }
            // A change makes the browser compute all styles anew, so it waits until the reader sees
            // the other language. It replaces one that is still pending.
            let later = || SecondFrame::after(move || drop(root.set_attribute("lang", lang)));
            NEXT_LANGUAGE.set(is_other.then(later));
        }
        Effect::SaveText { name, kind, content } => {
            download::text(&name, kind, &content, told(asked, send));
        }
        Effect::SavePicture { name, placed, scale, is_dark, address } => {
            let look = (f64::from(scale), is_dark);
            download::picture(name, &placed, look, address, told(asked, send));
        }
        Effect::SaveMade { name, maker, text } => {
            download::made(name, maker, &text, told(asked, send));
        }
        Effect::ToggleFullScreen => {
            let Some(document) = document() else { return };
            // A phone without full screen stays as it is.
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
            // The link that was followed may be gone with its page.
            NEXT_FOCUS.set(Some(SecondFrame::after(page::focus_main_if_lost)));
        }
        Effect::ShowSection(id) => {
            NEXT_FOCUS.set(Some(SecondFrame::after(move || page::show_section(&id))));
        }
        Effect::FocusHeading => {
            NEXT_FOCUS.set(Some(SecondFrame::after(page::focus_main_if_lost)));
        }
        Effect::FocusChoice(at) => {
            // The list of places is drawn in the second frame; until then its buttons are those of
            // before.
            let then =
                move || NEXT_FOCUS.set(Some(SecondFrame::after(move || page::focus_choice(at))));
            NEXT_FOCUS.set(Some(SecondFrame::after(then)));
        }
        Effect::Share { title, text, address } => {
            super::share::share(&title, &text, address, handed(asked, send));
        }
        Effect::Forget(address) => download::forget(&address),
        Effect::Copy { what, text } => super::clipboard::copy(what, text, handed(asked, send)),
    }
}

/// Tells the model why a file is not saved.
fn told(asked: Asked, send: impl Fn(Msg) + 'static) -> impl Fn(NotSaved) + 'static {
    move |why| send(Msg::NotSaved(asked.file, why))
}

/// Tells the model whether a text is on the clipboard.
fn handed(asked: Asked, send: impl Fn(Msg) + 'static) -> impl Fn(Handed) + 'static {
    move |handed| send(Msg::Handed(asked.text, handed))
}

/// Sets or removes an attribute. An unchanged value is not set again, because the browser would
/// compute the styles that depend on it anew.
fn set(element: &Element, name: &str, value: Option<&str>) {
    match value {
        Some(value) if element.get_attribute(name).as_deref() == Some(value) => {}
        Some(value) => drop(element.set_attribute(name, value)),
        None => drop(element.remove_attribute(name)),
    }
}
