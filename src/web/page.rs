//! The document around the app: the address it came with, and taking the static page's place.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, FocusOptions, History, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};

use super::{call, document, window};
use crate::state::Address;
use crate::view::Lang;
use crate::view::address::with_query;

/// The query of the address bar, without its `?`.
pub fn query() -> String {
    let search = window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    search.trim_start_matches('?').to_owned()
}

/// The address of the page without query and anchor.
pub fn address() -> String {
    let location = window().map(|window| window.location());
    let address = location.and_then(|location| location.href().ok()).unwrap_or_default();
    address.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// Where errors are reported, as the page's head says; only an address that can do no harm.
pub fn report_address() -> Option<String> {
    let meta = document()?.query_selector("meta[name=report]").ok().flatten()?;
    let address = meta.get_attribute("content")?;
    ["https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme)).then_some(address)
}

/// What the static page that this is says of itself.
pub struct Page {
    /// The query of its view.
    pub view: String,
    /// Its language.
    pub lang: Lang,
    /// The way from it to the site's root: "", "../" …
    pub root: String,
}

/// What the static page says of itself.
pub fn of_page() -> Page {
    let root = document().and_then(|document| document.document_element());
    let attribute =
        |name: &str| root.as_ref().and_then(|root| root.get_attribute(name)).unwrap_or_default();
    let lang = if attribute("lang") == "en" { Lang::En } else { Lang::Vi };
    Page { view: attribute("data-view"), lang, root: attribute("data-root") }
}

/// Where the app is mounted.
pub fn app_element() -> Option<Element> {
    document()?.get_element_by_id("app")
}

/// Calls back with the page and the query of the address whenever the reader goes back or forward.
/// Stops when dropped.
pub fn on_navigation(changed: impl Fn(String, String) + 'static) -> Option<EventListener> {
    let window = window()?;
    Some(EventListener::new(&window, "popstate", move |_| changed(address(), query())))
}

/// Where an address is written in the history.
#[derive(Clone, Copy, Eq, PartialEq)]
pub enum Entry {
    /// In a new entry.
    New,
    /// In the current one.
    Current,
    /// In a new one for what lies over the page.
    Panel,
}

/// What marks the entry of something that lies over a page.
const PANEL: &str = "panel";

fn is_panel(history: &History) -> bool {
    history.state().is_ok_and(|state| state.as_string().as_deref() == Some(PANEL))
}

/// Writes the address of a view into the history. What is visited from a panel takes its entry. What the
/// browser refuses (in some sandboxes) is left out: the page works without it.
pub fn write_address(to: &Address, entry: Entry) {
    let Some(history) = window().and_then(|window| window.history().ok()) else { return };
    let own = || with_query(&address(), &to.query);
    let is_over = is_panel(&history);
    let stays = entry == Entry::Current || entry == Entry::New && is_over;
    let is_panel = entry == Entry::Panel || entry == Entry::Current && is_over;
    let state = if is_panel { PANEL.into() } else { JsValue::NULL };
    let write = |shown: &str| {
        if stays {
            history.replace_state_with_url(&state, "", Some(shown))
        } else {
            history.push_state_with_url(&state, "", Some(shown))
        }
    };
    // A sandbox without an origin of its own lets only the query change.
    let is_shown = to.shown.as_ref().is_some_and(|shown| write(shown).is_ok());
    if !is_shown {
        write(&own()).ok();
    }
    forget_first_page();
}

/// Goes back from the entry of what lay over the page.
pub fn leave_panel() {
    let history = window().and_then(|window| window.history().ok());
    if let Some(history) = history.filter(is_panel) {
        history.back().ok();
    }
}

/// Takes out of the head what says which page the document was at first.
fn forget_first_page() {
    const OF_PAGE: &str = "link[rel=canonical], link[hreflang], meta[property='og:url']";
    let Some(found) = document().and_then(|document| document.query_selector_all(OF_PAGE).ok())
    else {
        return;
    };
    for at in 0..found.length() {
        if let Some(element) = found.get(at).and_then(|node| node.dyn_into::<Element>().ok()) {
            element.remove();
        }
    }
}

/// Whether the app is still being made beside the static page. The reader sees that one meanwhile, but
/// in the one file and in a frame that an address makes, where it would show something else.
pub fn is_beside() -> bool {
    document().is_some_and(|document| document.get_element_by_id("static").is_some())
}

/// Puts the app in the place of the static page, in one task: `www/boot.js` finds there what the reader
/// is at.
pub fn take_over() {
    call("takeOver", "");
}

/// What may have the focus although the reader is at what was opened. A search that was done gives it back to
/// its button, far above what was found. A link of the menu stays, and whoever followed it with the keyboard
/// would hear nothing of the new page; in step mode the same link is followed again and again.
const LEFT: &str = "body, .find, a:focus-visible:not(.steps *)";

/// At the top of a page that was just opened, gives the focus to its heading where nothing has it that the
/// reader is at, so that it is announced and the keyboard goes on from there.
pub fn focus_main_if_lost() {
    let Some(document) = document() else { return };
    let is_left = |focused: Element| focused.matches(LEFT).unwrap_or_default();
    let is_lost = document.active_element().is_none_or(is_left);
    let found = |selector: &str| document.query_selector(selector).ok().flatten();
    let main = found("#main h1").or_else(|| found("#main"));
    let main = main.and_then(|main| main.dyn_into::<HtmlElement>().ok());
    if let Some(main) = main.filter(|_| is_lost) {
        main.set_tab_index(-1);
        main.focus().ok();
        // It begins below the head of the page, which stays in view.
        if let Some(window) = window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    }
}

/// Where a place was taken out and its button with it, gives the focus to the next, or to the field for
/// another one.
pub fn focus_choices_if_lost() {
    let Some(document) = document() else { return };
    if document.active_element().is_some_and(|focused| focused.tag_name() != "BODY") {
        return;
    }
    let next = |selector: &str| document.query_selector(selector).ok().flatten();
    let next = next(".chip button").or_else(|| next("#search"));
    if let Some(next) = next.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        next.focus().ok();
    }
}

/// Whether the page is scrolled to its top.
pub fn is_at_top() -> bool {
    window().and_then(|window| window.scroll_y().ok()).is_none_or(|y| y < 1.0)
}

/// Whether there is nothing more to see further down.
pub fn is_at_end() -> bool {
    let page = document().and_then(|document| document.document_element());
    let seen = window()
        .and_then(|window| Some(window.scroll_y().ok()? + window.inner_height().ok()?.as_f64()?));
    // Half a pixel may be lost to rounding.
    page.zip(seen).is_none_or(|(page, seen)| seen > f64::from(page.scroll_height()) - 2.0)
}

/// Scrolls the page, if need be, so that a part of an element is in view. `top` and `height` in
/// pixels within the element.
pub fn keep_in_view(element: &Element, top: f64, height: f64) {
    let Some(window) = window() else { return };
    let seen = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    // Below the row there is a line that says it in words.
    let margin = 3.0 * height;
    let top = element.get_bounding_client_rect().top() + top;
    let by = if top < margin {
        top - margin
    } else if top + height + margin > seen {
        top + height + margin - seen
    } else {
        return;
    };
    window.scroll_by_with_x_and_y(0.0, by);
}

/// Shows the beginning of what the keyboard has come to, if need be: of what is higher than the screen a
/// browser shows the middle.
pub fn show_beginning(element: &HtmlElement) {
    /// As much of it as says what it is.
    const HEAD: f64 = 40.0;
    if element.matches(":focus-visible").unwrap_or_default() {
        keep_in_view(element, 0.0, HEAD);
    }
}

/// Gives the focus to something that is seen already, and scrolls nothing.
pub fn focus_there(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).ok();
}

/// Scrolls a row sideways, if need be, so that what is marked as the current of it is seen, as
/// `www/boot.js` does with what gets the focus. Beside the static page nothing is laid out where it will
/// stay.
pub fn show_current(row: &str) {
    if is_beside() {
        return;
    }
    call("showCurrent", row);
}

/// Scrolls the box around an element, if need be, so that it is seen.
pub fn show_element(id: &str) {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else {
        return;
    };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
