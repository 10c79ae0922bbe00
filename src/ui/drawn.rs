//! A placed chart as elements, for small drawings without interaction: the same on a static page
//! and in the app, in the colours of the page's theme, at whatever width fits.

use yew::{AttrValue, Html};

use super::element::{text, with};
use crate::chart::Placed;
use crate::render::{Element, Paint, elements, short};

/// One drawing; `class` says at which widths it is shown.
pub(super) fn drawn(placed: &Placed, label: &str, class: String) -> Html {
    let (width, height) = (placed.width, placed.height);
    let number = |value: f64| Some(short(value).into());
    with(
        "svg",
        &["class", "width", "height", "viewBox", "role", "aria-label"],
        vec![
            Some(class.into()),
            number(width),
            number(height),
            Some(format!("0 0 {} {}", short(width), short(height)).into()),
            Some("img".into()),
            Some(label.to_owned().into()),
        ],
        elements(placed, Paint::Classes).map(element).collect(),
    )
}

fn element(Element { tag, keys, values, text: content }: Element<'_>) -> Html {
    let values = values.into_iter().map(|value| value.map(AttrValue::from)).collect();
    with(tag, keys, values, content.map(text).into_iter().collect())
}
