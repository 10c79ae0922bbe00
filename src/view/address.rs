//! The query string of a view: read and written here and nowhere else.
//!
//! Grammar: `p` page, `tab`, `i` indicators, `e` entities (`~` between), `time` (`2022-08`,
//! `2022..2024`, `2022..`, `latest`), `focus`, `sort`, `only=1`, `lang`, `theme`, `embed=1`, `v`.
//! Only values that differ from the default are written. Parameters that social networks append are
//! dropped silently; anything else that is not understood is ignored and reported as a [`Note`], so
//! that an old or mangled link still opens the nearest view.

use std::fmt::Write as _;

use super::{Lang, OPEN_END, Page, Sort, Tab, Theme, Time, View};
use crate::data::{Date, Id};

/// The parameters of an address. `www/touch.js` lists the same, `www/embed.js` some of them.
pub const NAMES: [&str; 12] =
    ["p", "tab", "i", "e", "time", "focus", "sort", "only", "lang", "theme", "embed", "v"];

/// Longest id that an address may carry, in bytes. A longer one is not ours.
const ID_MAX: usize = 80;
/// Most ids in one list.
const IDS_MAX: usize = 100;

/// Something to tell the reader about the address, a dropped file or a changed choice.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Note {
    /// A parameter that does not exist.
    UnknownParameter(String),
    /// A parameter with a value that it cannot have.
    BadValue {
        /// Name of the parameter.
        name: &'static str,
        /// The value in the address, shortened.
        value: String,
    },
    /// A file was dropped on the page that is no picture made here.
    ForeignPicture,
    /// Chosen places that were removed because the added place is of another kind.
    PutAside(Vec<Id>),
}

/// Whether a query names a page. If not, it belongs to the page that it is on.
pub fn names_page(query: &str) -> bool {
    let names = query.trim_start_matches('?').split('&').map(|pair| pair.split('=').next());
    names.flatten().any(|name| name == "p")
}

/// Reads the part of an address after `?`. Never fails: what is not understood is noted.
pub fn parse(query: &str) -> (View, Vec<Note>) {
    let mut view = View::default();
    let mut notes = Vec::new();
    let pairs = query.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty());
    for pair in pairs {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = decode(value);
        if let Err(Some(note)) = set(&mut view, name, &value)
            && !notes.contains(&note)
        {
            notes.push(note);
        }
    }
    (view, notes)
}

/// Writes a view as a query string without its `?`; empty for the default view.
pub fn print(view: &View) -> String {
    let View {
        page,
        tab,
        indicators,
        entities,
        time,
        focus,
        sort,
        only,
        lang,
        theme,
        embed,
        version,
    } = view;
    let mut query = String::new();
    let mut put = |name: &str, value: &str| {
        let separator = if query.is_empty() { "" } else { "&" };
        // Writing to a string cannot fail.
        write!(query, "{separator}{name}={value}").ok();
    };
    if *page != Page::default() {
        put("p", page_name(*page));
    }
    // A chart in somebody's article must not change its form when a default changes.
    if *tab != Tab::default() || *embed {
        put("tab", tab_name(*tab));
    }
    if !indicators.is_empty() {
        put("i", &join(indicators));
    }
    if !entities.is_empty() {
        put("e", &join(entities));
    }
    match time {
        Time::Latest => {}
        Time::At(date) => put("time", &date.to_string()),
        Time::Between(from, OPEN_END) => put("time", &format!("{from}..")),
        Time::Between(from, to) => put("time", &format!("{from}..{to}")),
    }
    if let Some(focus) = focus {
        put("focus", &encode(focus));
    }
    if *sort == Sort::Name {
        put("sort", "name");
    }
    if *only {
        put("only", "1");
    }
    if let Some(lang) = lang {
        put("lang", lang.tag());
    }
    match theme {
        Theme::System => {}
        Theme::Light => put("theme", "light"),
        Theme::Dark => put("theme", "dark"),
    }
    if *embed {
        put("embed", "1");
    }
    if let Some(version) = version {
        put("v", &encode(version));
    }
    query
}

/// A page with a query, without the `?` if the query is empty.
pub fn with_query(page: &str, query: &str) -> String {
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{page}{mark}{query}")
}

/// As [`print()`], for an address that asks for a page which does not exist.
pub fn print_unknown(page: &str, view: &View) -> String {
    let rest = print(&View { page: Page::default(), ..view.clone() });
    let separator = if rest.is_empty() { "" } else { "&" };
    format!("p={}{separator}{rest}", encode(page))
}

/// Sets one parameter of the view. `Err(None)` drops the parameter silently.
fn set(view: &mut View, name: &str, value: &str) -> Result<(), Option<Note>> {
    let bad = |name: &'static str| Some(Note::BadValue { name, value: shorten(value) });
    match name {
        "p" => view.page = page_named(value).ok_or_else(|| bad("p"))?,
        "tab" => view.tab = tab_named(value).ok_or_else(|| bad("tab"))?,
        "i" => view.indicators = ids(value).ok_or_else(|| bad("i"))?,
        "e" => view.entities = ids(value).ok_or_else(|| bad("e"))?,
        "time" => view.time = time(value).ok_or_else(|| bad("time"))?,
        "focus" => view.focus = Some(id(value).ok_or_else(|| bad("focus"))?),
        "sort" => {
            view.sort = match value {
                "value" => Sort::Value,
                "name" => Sort::Name,
                _ => return Err(bad("sort")),
            }
        }
        "lang" => {
            let lang = Lang::ALL.into_iter().find(|lang| lang.tag() == value);
            view.lang = Some(lang.ok_or_else(|| bad("lang"))?);
        }
        "theme" => {
            view.theme = match value {
                "auto" => Theme::System,
                "light" => Theme::Light,
                "dark" => Theme::Dark,
                _ => return Err(bad("theme")),
            }
        }
        "only" => view.only = flag(value).ok_or_else(|| bad("only"))?,
        "embed" => view.embed = flag(value).ok_or_else(|| bad("embed"))?,
        "v" => view.version = Some(id(value).ok_or_else(|| bad("v"))?),
        other if is_tracking(other) => return Err(None),
        other => return Err(Some(Note::UnknownParameter(shorten(other)))),
    }
    Ok(())
}

fn flag(value: &str) -> Option<bool> {
    match value {
        "1" => Some(true),
        "0" => Some(false),
        _ => None,
    }
}

/// What social networks, mail tools and in-app browsers append to every link.
fn is_tracking(name: &str) -> bool {
    const NAMES: [&str; 17] = [
        "fbclid", "gclid", "dclid", "msclkid", "igshid", "igsh", "mibextid", "zarsrc", "_gl",
        "mc_cid", "mc_eid", "si", "ttclid", "twclid", "srsltid", "gbraid", "wbraid",
    ];
    NAMES.contains(&name)
        || ["utm_", "gad_", "zalo", "zl_", "fb_", "__"]
            .iter()
            .any(|prefix| name.starts_with(prefix))
}

fn page_name(page: Page) -> &'static str {
    match page {
        Page::Home => "home",
        Page::Compare => "compare",
        Page::Place => "place",
        Page::System => "system",
        Page::Checks => "checks",
        Page::Sources => "sources",
        Page::Method => "method",
        Page::Corrections => "corrections",
        Page::Story => "story",
    }
}

fn page_named(name: &str) -> Option<Page> {
    Page::ALL.into_iter().find(|&page| page_name(page) == name)
}

/// The name of a tab, as the address writes it.
pub fn tab_name(tab: Tab) -> &'static str {
    match tab {
        Tab::Best => "best",
        Tab::Bars => "bars",
        Tab::Dots => "dots",
        Tab::Line => "line",
        Tab::Slope => "slope",
        Tab::Progress => "progress",
        Tab::Scatter => "scatter",
        Tab::Map => "map",
        Tab::Multiples => "multiples",
        Tab::Table => "table",
        Tab::Texts => "texts",
        Tab::Systems => "systems",
        Tab::Places => "places",
        Tab::Steps => "steps",
    }
}

fn tab_named(name: &str) -> Option<Tab> {
    Tab::ALL.into_iter().find(|&tab| tab_name(tab) == name)
}

fn time(value: &str) -> Option<Time> {
    if value == "latest" {
        return Some(Time::Latest);
    }
    match value.split_once("..") {
        None => Date::parse(value).map(Time::At),
        Some((from, to)) => {
            let end = if to.is_empty() { OPEN_END } else { Date::parse(to)? };
            let (from, to) = (Date::parse(from)?, end);
            (from.first_day() <= to.last_day()).then_some(Time::Between(from, to))
        }
    }
}

fn ids(value: &str) -> Option<Vec<Id>> {
    let parts = value.split('~').filter(|part| !part.is_empty());
    let ids = parts.map(id).collect::<Option<Vec<Id>>>()?;
    (ids.len() <= IDS_MAX).then_some(ids)
}

fn id(value: &str) -> Option<Id> {
    let fits = !value.is_empty() && value.len() <= ID_MAX && value.chars().all(is_id_char);
    fits.then(|| Id::from(value))
}

fn is_id_char(c: char) -> bool {
    c > ' '
        && !matches!(c, '\u{7f}'..='\u{a0}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{3000}')
        && !matches!(c, '\u{FFFD}' | '~' | '"' | '<' | '>' | '&' | '#' | '?')
}

fn join(ids: &[Id]) -> String {
    ids.iter().map(|id| encode(id)).collect::<Vec<_>>().join("~")
}

/// Percent-encodes everything but the characters that every network leaves unchanged.
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b':') {
            encoded.push(char::from(byte));
        } else {
            write!(encoded, "%{byte:02X}").ok();
        }
    }
    encoded
}

/// Undoes percent-encoding. If the bytes are not UTF-8, those beyond ASCII become U+FFFD, which no
/// id holds.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let escaped = match (first, tail) {
            (b'%', [high, low, ..]) => hex(*high).zip(hex(*low)).map(|(high, low)| high * 16 + low),
            _ => None,
        };
        bytes.push(escaped.unwrap_or(*first));
        rest = if escaped.is_some() { tail.get(2..).unwrap_or_default() } else { tail };
    }
    String::from_utf8(bytes).unwrap_or_else(|error| {
        let ascii = |byte: &u8| if byte.is_ascii() { char::from(*byte) } else { '\u{FFFD}' };
        error.as_bytes().iter().map(ascii).collect()
    })
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|value| value as u8)
}

/// The first characters of a value, for a note that a reader sees.
fn shorten(value: &str) -> String {
    value.chars().take(40).collect()
}
