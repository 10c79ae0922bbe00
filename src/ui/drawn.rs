//! A placed chart as elements, for small drawings without interaction: the same on a static page
//! and in the app, in the colours of the page's theme, at whatever width fits.

use yew::{AttrValue, Html};

use super::element::{text, with};
use crate::chart::{Anchor, Area, Mark, Placed, Role, Weight};

/// One drawing; `class` says at which widths it is shown.
pub(super) fn drawn(placed: &Placed, label: &str, class: String) -> Html {
    let (width, height) = (short(placed.width), short(placed.height));
    let view = AttrValue::from(format!("0 0 {width} {height}"));
    with(
        "svg",
        &["class", "width", "height", "viewBox", "role", "aria-label"],
        vec![
            Some(class.into()),
            Some(width),
            Some(height),
            Some(view),
            Some("img".into()),
            Some(label.to_owned().into()),
        ],
        placed.marks.iter().map(mark).collect(),
    )
}

fn mark(mark: &Mark) -> Html {
    match mark {
        Mark::Rect { area: Area { x, y, width, height }, fill } => with(
            "rect",
            &["class", "x", "y", "width", "height"],
            vec![Some(filled(*fill)), n(*x), n(*y), n(*width), n(*height)],
            Vec::new(),
        ),
        Mark::Line { from, to, stroke, width, dash } => with(
            "line",
            &["class", "x1", "y1", "x2", "y2", "stroke-width", "stroke-dasharray"],
            vec![
                Some(stroked(*stroke)),
                n(from.0),
                n(from.1),
                n(to.0),
                n(to.1),
                n(*width),
                dash.map(dashed),
            ],
            Vec::new(),
        ),
        Mark::Circle { center, radius, color, ring } => {
            let class = match ring {
                Some(_) => format!("ring s-{}", color.token()).into(),
                None => filled(*color),
            };
            with(
                "circle",
                &["class", "cx", "cy", "r", "stroke-width"],
                vec![Some(class), n(center.0), n(center.1), n(*radius), ring.and_then(n)],
                Vec::new(),
            )
        }
        Mark::Path { points, stroke, width, dash } => with(
            "polyline",
            &["class", "points", "fill", "stroke-width", "stroke-dasharray"],
            vec![
                Some(stroked(*stroke)),
                Some(listed(points)),
                Some("none".into()),
                n(*width),
                dash.map(dashed),
            ],
            Vec::new(),
        ),
        Mark::Polygon { points, fill } => with(
            "polygon",
            &["class", "points"],
            vec![Some(filled(*fill)), Some(listed(points))],
            Vec::new(),
        ),
        Mark::Text { at, anchor, size, weight, fill, content } => {
            let anchor = match anchor {
                Anchor::Start => None,
                Anchor::Middle => Some("middle".into()),
                Anchor::End => Some("end".into()),
            };
            let weight = (*weight == Weight::Semibold).then_some("600".into());
            with(
                "text",
                &["class", "x", "y", "font-size", "text-anchor", "font-weight"],
                vec![Some(filled(*fill)), n(at.0), n(at.1), n(*size), anchor, weight],
                vec![text(content)],
            )
        }
    }
}

fn dashed((dash, gap): (f64, f64)) -> AttrValue {
    format!("{} {}", short(dash), short(gap)).into()
}

fn listed(points: &[(f64, f64)]) -> AttrValue {
    let pairs: Vec<String> =
        points.iter().map(|(x, y)| format!("{},{}", short(*x), short(*y))).collect();
    pairs.join(" ").into()
}

fn filled(role: Role) -> AttrValue {
    format!("f-{}", role.token()).into()
}

fn stroked(role: Role) -> AttrValue {
    format!("s-{}", role.token()).into()
}

#[expect(clippy::unnecessary_wraps, reason = "the values of attributes are optional")]
fn n(value: f64) -> Option<AttrValue> {
    Some(short(value))
}

/// A number with at most one decimal.
fn short(value: f64) -> AttrValue {
    let tenths = (value * 10.0).round() as i64;
    if tenths % 10 == 0 { (tenths / 10).to_string() } else { format!("{value:.1}") }.into()
}
