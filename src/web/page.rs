//! The document around the app: its address, its history, and replacing the static page.

use std::cell::RefCell;

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, FocusOptions, History, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};

use super::{call, document, find, window};
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

/// Where errors are reported, as the page's head says; only an `https:` or `mailto:` address.
pub fn report_address() -> Option<String> {
    let address = find("meta[name=report]")?.get_attribute("content")?;
    ["https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme)).then_some(address)
}

/// What the attributes of the static page's root element say.
pub struct Page {
    /// The query of its view.
    pub view: String,
    /// Its language.
    pub lang: Lang,
    /// Path from it to the site's root: "", "../" …
    pub root: String,
}

/// Reads what the static page says of itself.
pub fn of_page() -> Page {
    let root = document().and_then(|document| document.document_element());
    let attribute =
        |name: &str| root.as_ref().and_then(|root| root.get_attribute(name)).unwrap_or_default();
    let lang = if attribute("lang") == "en" { Lang::En } else { Lang::Vi };
    Page { view: attribute("data-view"), lang, root: attribute("data-root") }
}

/// Where the app is mounted.
pub fn app_element() -> Option<Element> {
    find("#app").map(Into::into)
}

/// What is to be written into the history, and where.
type Waiting = Option<(Address, Entry)>;

thread_local! {
    /// While the browser is going back from a panel's entry, which it does in a later task: what is
    /// to be written once it has. Written at once, it would be part of the entry that it leaves.
    static LEAVING: RefCell<Option<Waiting>> = const { RefCell::new(None) };
}

/// Calls back with the page and the query of the address whenever the reader goes back or forward.
/// Stops when dropped.
pub fn on_navigation(changed: impl Fn(String, String) + 'static) -> Option<EventListener> {
    let window = window()?;
    Some(EventListener::new(&window, "popstate", move |_| match LEAVING.take().flatten() {
        // What the reader has chosen since the panel was closed.
        Some((to, entry)) => write_address(&to, entry),
        None => changed(address(), query()),
    }))
}

/// Where an address is written in the history.
#[derive(Clone, Copy, Eq, PartialEq)]
pub enum Entry {
    /// In a new entry.
    New,
    /// In the current one.
    Current,
    /// In a new one, for a panel over the page.
    Panel,
}

/// Marks the history entry of a panel over the page.
const PANEL: &str = "panel";

fn is_panel(history: &History) -> bool {
    history.state().is_ok_and(|state| state.as_string().as_deref() == Some(PANEL))
}

/// Writes the address of a view into the history. A view opened from a panel replaces the panel's
/// entry. What the browser refuses (in some sandboxes) is left out: the page works without it.
pub fn write_address(to: &Address, entry: Entry) {
    let is_leaving = LEAVING.with_borrow_mut(|leaving| {
        let Some(waiting) = leaving else { return false };
        // Several become one entry.
        let first = waiting.take().map(|(_, first)| first);
        let is_kept = |first: &Entry| *first == Entry::New || entry == Entry::Current;
        let entry = first.filter(is_kept).unwrap_or(entry);
        *waiting = Some((to.clone(), entry));
        true
    });
    if is_leaving {
        return;
    }
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

/// Goes back, if the current entry is that of a panel, or does not write such an entry that waits.
pub fn leave_panel() {
    let panel = || window().and_then(|window| window.history().ok()).filter(is_panel);
    let is_left = || panel().is_some_and(|history| history.back().is_ok());
    LEAVING.with_borrow_mut(|leaving| match leaving {
        Some(waiting) => *waiting = waiting.take().filter(|(_, entry)| *entry != Entry::Panel),
        None => *leaving = is_left().then_some(None),
    });
}

/// Removes from the head what names the page that the document first was.
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

/// Whether the app is still being built beside the static page. Meanwhile the reader sees the
/// static page, except in the one file and in a frame made by an address, where it would show
/// something else.
pub fn is_beside() -> bool {
    find("#static").is_some()
}

/// Replaces the static page with the app in one task. `www/boot.js` carries over the focus, the
/// opened details and the scroll position.
pub fn take_over() {
    call("takeOver", "");
}

/// Elements whose focus does not count once a page was opened. A finished search gives the focus
/// back to its button, far above what was found. A menu link keeps the focus, so that a reader who
/// followed it with the keyboard would hear nothing of the new page; links in step mode may keep
/// it, because they are followed again and again.
const LEFT: &str = "body, .find, a:focus-visible:not(.steps *)";

/// On a page that was just opened, focuses its heading unless something relevant has the focus, so
/// that the heading is announced and the keyboard continues there. Does not scroll: the page is at
/// its top, or where the reader left it.
pub fn focus_main_if_lost() {
    let focused = document().and_then(|document| document.active_element());
    if focused.is_some_and(|focused| !focused.matches(LEFT).unwrap_or_default()) {
        return;
    }
    if let Some(main) = find("#main h1").or_else(|| find("#main")) {
        main.set_tab_index(-1);
        focus_there(&main);
    }
}

/// After a place was removed, focuses the one that now has its number, else the last one left, or
/// the search field. The list uses its buttons again for other places, so the focus may be on any.
pub fn focus_choice(at: usize) {
    let next = find(&format!(".chip:nth-child({}) button", at + 1))
        .or_else(|| find(".chip:last-child button"))
        .or_else(|| find("#search"));
    if let Some(next) = next {
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
    // Rounding may lose part of a pixel.
    page.zip(seen).is_none_or(|(page, seen)| seen > f64::from(page.scroll_height()) - 2.0)
}

/// Scrolls the page, if need be, so that a part of an element is in view. `top` and `height` in
/// pixels within the element.
pub fn keep_in_view(element: &Element, top: f64, height: f64) {
    let Some(window) = window() else { return };
    let seen = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    // Leaves room for the line below the row that says it in words.
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

/// If need be, shows the beginning of an element that the keyboard has reached: browsers show the
/// middle of an element that is higher than the screen.
pub fn show_beginning(element: &HtmlElement) {
    /// The height that tells what the element is, in pixels.
    const HEAD: f64 = 40.0;
    if element.matches(":focus-visible").unwrap_or_default() {
        keep_in_view(element, 0.0, HEAD);
    }
}

/// Shows the section of an indicator on the page of a system, and focuses it. The id is part of an
/// address, hence anything.
pub fn show_section(indicator: &str) {
    let id = format!("{SECTION}{indicator}");
    let section = document().and_then(|document| document.get_element_by_id(&id));
    if let Some(section) = section.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        section.set_tab_index(-1);
        section.scroll_into_view();
        focus_there(&section);
    }
}

/// What the id of such a section begins with.
pub const SECTION: &str = "of-";

/// Focuses an element that is already in view, without scrolling.
pub fn focus_there(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).ok();
}

/// Scrolls a row sideways, if need be, so that its current item is seen, as `www/boot.js` does for
/// a focused item. Does nothing beside the static page, where the layout is not final.
pub fn show_current(row: &str) {
    if is_beside() {
        return;
    }
    call("showCurrent", row);
}

/// Scrolls the box around an element, if need be, to show the element.
pub fn show_element(id: &str) {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else {
        return;
    };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
