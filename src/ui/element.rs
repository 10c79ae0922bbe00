//! Plain elements: a tag, a class, children.
//!
//! `html!` unfolds to half a kilobyte of code for every element. It is kept where elements have
//! handlers and changing attributes; everything that is only text and structure is built here, at
//! a tenth of that weight.

use yew::virtual_dom::{Attributes, VList, VTag};
use yew::{AttrValue, Html};

/// An element with a class (none where it is empty) and children.
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
    use yew::virtual_dom::AttributeOrProperty::Attribute;
    let mut element = VTag::new(AttrValue::Static(tag));
    let values = values.into_iter().map(|value| value.map(Attribute)).collect();
    element.set_attributes(Attributes::Dynamic { keys, values });
    element.add_children(children);
    element.into()
}

/// A text.
pub(super) fn text(content: &str) -> Html {
    yew::virtual_dom::VText::new(AttrValue::from(content.to_owned())).into()
}

/// A text inside an element.
pub(super) fn words(tag: &'static str, class: &'static str, content: &str) -> Html {
    el(tag, class, vec![text(content)])
}

/// Several nodes without an element around them.
pub(super) fn all(children: Vec<Html>) -> Html {
    VList::with_children(children, None).into()
}

/// Nothing.
pub(super) fn nothing() -> Html {
    Html::default()
}

/// A table in a box that scrolls sideways: a caption, headings, rows. Headings and cells whose
/// class begins with `r` stand to the right.
pub(super) fn data_table(
    caption: &str,
    headings: Vec<(&'static str, &str)>,
    rows: Vec<Html>,
) -> Html {
    let heading = |(class, content): (&'static str, &str)| {
        with(
            "th",
            &["scope", "class"],
            vec![Some("col".into()), Some(class.into())],
            vec![text(content)],
        )
    };
    let head = el("tr", "", headings.into_iter().map(heading).collect());
    let table = el(
        "table",
        "data",
        vec![words("caption", "", caption), el("thead", "", vec![head]), el("tbody", "", rows)],
    );
    let label = AttrValue::from(caption.to_owned());
    with(
        "div",
        // Whoever has no mouse must be able to scroll it.
        &["class", "tabindex", "role", "aria-label"],
        vec![Some("tablewrap twin".into()), Some("0".into()), Some("region".into()), Some(label)],
        vec![table],
    )
}

/// A row's heading.
pub(super) fn row_head(children: Vec<Html>) -> Html {
    with("th", &["scope"], vec![Some("row".into())], children)
}
