//! Plain elements: a tag, a class, children.
//!
//! `html!` expands to half a kilobyte of code per element. It is used only for components and for
//! elements with references or handlers other than a press; everything else is built here, at a
//! tenth of that size.

use std::borrow::Cow;
use std::rc::Rc;

use yew::html::onclick;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VTag, VText};
use yew::{AttrValue, Callback, Html, MouseEvent};

/// An element with children, and with a class unless that is empty.
pub(super) fn el(tag: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    with(tag, CLASS, vec![(!class.is_empty()).then_some(AttrValue::Static(class))], children)
}

const CLASS: &[&str] = &["class"];

/// An element with attributes, `values` in the order of `keys`; `None` leaves one out.
pub(super) fn with(
    tag: &'static str,
    keys: &'static [&'static str],
    values: Vec<Option<AttrValue>>,
    children: Vec<Html>,
) -> Html {
    built(tag, keys, values, children).into()
}

fn built(
    tag: &'static str,
    keys: &'static [&'static str],
    values: Vec<Option<AttrValue>>,
    children: Vec<Html>,
) -> VTag {
    let mut element = VTag::new(AttrValue::Static(tag));
    let values =
        values.into_iter().map(|value| value.map(AttributeOrProperty::Attribute)).collect();
    element.set_attributes(Attributes::Dynamic { keys, values });
    element.add_children(children);
    element
}

/// As [`with`], for a link or a button.
pub(super) fn pressable(
    tag: &'static str,
    keys: &'static [&'static str],
    values: Vec<Option<AttrValue>>,
    on_press: Callback<MouseEvent>,
    children: Vec<Html>,
) -> Html {
    let mut element = built(tag, keys, values, children);
    element.set_listeners(Box::new([Some(Rc::new(onclick::Wrapper::new(on_press)))]));
    element.into()
}

/// Controls that belong together, with a name for screen readers.
pub(super) fn group(class: &'static str, label: &'static str, children: Vec<Html>) -> Html {
    with(
        "div",
        &["class", "role", "aria-label"],
        vec![
            (!class.is_empty()).then_some(AttrValue::Static(class)),
            Some("group".into()),
            Some(label.into()),
        ],
        children,
    )
}

/// A paragraph that is read aloud when it changes.
pub(super) fn status(class: &'static str, children: Vec<Html>) -> Html {
    let class = Some(class.into()).filter(|_| !class.is_empty());
    with("p", &["class", "role"], vec![class, Some("status".into())], children)
}

/// Words that are Vietnamese in either language of the page: what was printed.
pub(super) fn vietnamese(tag: &'static str, content: &str) -> Html {
    with(tag, &["lang"], vec![Some("vi".into())], vec![text(content)])
}

/// An option of a select: its value and its name. Once a reader has chosen, only the property
/// `selected` counts; a static page has only attributes.
pub(super) fn option(value: String, name: &str, selected: bool, live: bool) -> Html {
    let selected = if live {
        Some(AttributeOrProperty::Property(selected.into()))
    } else {
        selected.then_some(AttributeOrProperty::Attribute("selected".into()))
    };
    let values = Box::new([Some(AttributeOrProperty::Attribute(value.into())), selected]);
    let mut option = VTag::new(AttrValue::Static("option"));
    option.set_attributes(Attributes::Dynamic { keys: &["value", "selected"], values });
    option.add_child(text(name));
    option.into()
}

/// A text. The site's name is not broken at the end of a line. A string that was made for it is
/// handed over.
pub(super) fn text<'a>(content: impl Into<Cow<'a, str>>) -> Html {
    copied(content.into())
}

fn copied(content: Cow<'_, str>) -> Html {
    VText::new(unbroken(&content).unwrap_or_else(|| AttrValue::Rc(content.into()))).into()
}

/// A text of the program, as [`text`] but without a copy.
pub(super) fn fixed(content: &'static str) -> Html {
    VText::new(unbroken(content).unwrap_or(AttrValue::Static(content))).into()
}

/// A text with no-break spaces in the site's name; `None` if it does not hold the name.
fn unbroken(content: &str) -> Option<AttrValue> {
    let spaced = || content.replace("Rõ Số tính", "Rõ Số\u{a0}tính").replace("Rõ Số", "Rõ\u{a0}Số");
    content.contains("Rõ Số").then(|| spaced().into())
}

/// A text inside an element.
pub(super) fn words<'a>(
    tag: &'static str,
    class: &'static str,
    content: impl Into<Cow<'a, str>>,
) -> Html {
    el(tag, class, vec![text(content)])
}

/// A group that can be folded up: a heading, how much is in it, and what is in it.
pub(super) fn folded(heading: Html, count: String, is_open: bool, mut content: Vec<Html>) -> Html {
    content.insert(0, el("summary", "", vec![heading, words("span", "small", count)]));
    let values = vec![Some("group".into()), is_open.then(|| "".into())];
    with("details", &["class", "open"], values, content)
}

/// Several nodes without an element around them.
pub(super) fn all(children: Vec<Html>) -> Html {
    VList::with_children(children, None).into()
}

/// A node in a list of nodes with keys, in which it can be moved.
pub(super) fn keyed(key: &'static str, node: Html) -> Html {
    VList::with_children(vec![node], Some(key.into())).into()
}

/// An empty node.
pub(super) fn nothing() -> Html {
    Html::default()
}

/// A table: a caption, headings with their classes, rows. Headings and cells whose class begins with
/// `r` are aligned right.
pub(super) fn table(
    class: &'static str,
    caption: Html,
    headings: Vec<(&'static str, Html)>,
    rows: Vec<Html>,
) -> Html {
    let heading = |(class, content): (&'static str, Html)| {
        let values = vec![Some("col".into()), Some(class.into())];
        with("th", &["scope", "class"], values, vec![content])
    };
    let head = el("tr", "", headings.into_iter().map(heading).collect());
    el("table", class, vec![caption, el("thead", "", vec![head]), el("tbody", "", rows)])
}

/// The class of a column, and its heading.
pub(super) type Heading<'a> = (&'static str, &'a str);

/// A table with a heading before it; its caption is for screen readers.
pub(super) fn plain_table(caption: &str, headings: &[Heading<'_>], rows: Vec<Html>) -> Html {
    table("data", words("caption", "vh", caption), texts(headings), rows)
}

/// A table with its caption, in a box that scrolls sideways.
pub(super) fn data_table(caption: &str, headings: &[Heading<'_>], rows: Vec<Html>) -> Html {
    let table = table("data", words("caption", "", caption), texts(headings), rows);
    scrolling("tablewrap twin", caption, table)
}

fn texts(headings: &[Heading<'_>]) -> Vec<(&'static str, Html)> {
    headings.iter().map(|(class, content)| (*class, text(*content))).collect()
}

/// A box that scrolls sideways, with a name for screen readers.
pub(super) fn scrolling(class: &'static str, label: &str, content: Html) -> Html {
    let label = AttrValue::from(label.to_owned());
    with(
        "div",
        // Lets the keyboard scroll the box.
        &["class", "tabindex", "role", "aria-label"],
        vec![Some(class.into()), Some("0".into()), Some("region".into()), Some(label)],
        vec![content],
    )
}

/// A cell that says what it is on a phone, where the columns have no heading.
pub(super) fn labelled_cell(
    class: &'static str,
    label: Option<AttrValue>,
    content: Vec<Html>,
) -> Html {
    with("td", &["class", "data-l"], vec![Some(class.into()), label], content)
}

/// A row's heading.
pub(super) fn row_head(children: Vec<Html>) -> Html {
    with("th", &["scope"], vec![Some("row".into())], children)
}
