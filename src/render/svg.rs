//! A placed chart as SVG.
//!
//! plotters' own SVG backend is not used: it rounds to whole pixels, writes text at 1/1.24 of its
//! size and knows only literal colours, but the page has themes.

use std::fmt::Write as _;

use crate::chart::{Anchor, Area, Mark, Placed, Role, Weight};

/// How colours are written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Paint {
    /// As classes, to which `www/app.css` gives the theme's colours.
    Classes,
    /// As the light theme's literal colours, for a file that stands alone.
    Light,
    /// As the dark theme's literal colours.
    Dark,
}

/// Writes the chart as one `svg` element with `label` as its accessible name. The size comes from
/// its `width` and `height`; a narrower container scales it down.
pub fn svg(placed: &Placed, label: &str, class: &str, paint: Paint) -> String {
    let (width, height) = (short(placed.width), short(placed.height));
    // On a page, the style sheet sets the font.
    let font = match paint {
        Paint::Classes => "",
        Paint::Light | Paint::Dark => " font-family=\"'Be Vietnam Pro', 'Noto Sans', sans-serif\"",
    };
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"{class}\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{}\"{font}>",
        escaped(label)
    );
    for Element { tag, keys, values, text } in elements(placed, paint) {
        let _ = write!(out, "<{tag}");
        for (key, value) in keys.iter().zip(values) {
            if let Some(value) = value {
                let _ = write!(out, " {key}=\"{value}\"");
            }
        }
        let _ = match text {
            Some(text) => write!(out, ">{}</{tag}>", escaped(text)),
            None => write!(out, "/>"),
        };
    }
    out.push_str("</svg>");
    out
}

/// An element of the drawing: its attributes, `values` in the order of `keys`, and its text.
#[derive(Debug)]
pub struct Element<'a> {
    /// Its tag.
    pub tag: &'static str,
    /// Names of attributes.
    pub keys: &'static [&'static str],
    /// Their values; `None` leaves one out.
    pub values: Vec<Option<String>>,
    /// The text in it.
    pub text: Option<&'a str>,
}

/// The elements of a chart in the order in which they are drawn.
pub fn elements(placed: &Placed, paint: Paint) -> impl Iterator<Item = Element<'_>> {
    placed.marks.chunk_by(are_one_path).filter_map(move |run| element(run, paint))
}

/// The element of one mark, or of a run of lines that look alike.
fn element(run: &[Mark], paint: Paint) -> Option<Element<'_>> {
    let number = |value: f64| Some(short(value));
    Some(match run.first()? {
        Mark::Rect { area: Area { x, y, width, height }, fill } => {
            let [class, color] = color('f', *fill, paint);
            Element {
                tag: "rect",
                keys: &["x", "y", "width", "height", "class", "fill"],
                values: vec![number(*x), number(*y), number(*width), number(*height), class, color],
                text: None,
            }
        }
        Mark::Line { stroke, width, dash, .. } => {
            let [class, color] = color('s', *stroke, paint);
            let path = run.iter().map(segment).collect();
            Element {
                tag: "path",
                keys: &["d", "class", "stroke", "stroke-width", "stroke-dasharray"],
                values: vec![Some(path), class, color, number(*width), dash.map(dashes)],
                text: None,
            }
        }
        Mark::Circle { center, radius, color: role, ring } => {
            let [class, ink] = color(if ring.is_some() { 's' } else { 'f' }, *role, paint);
            let (class, fill, stroke) = if ring.is_some() {
                let [_, paper] = color('f', Role::Paper, paint);
                (class.map(|class| format!("ring {class}")), paper, ink)
            } else {
                (class, ink, None)
            };
            let (x, y) = (number(center.0), number(center.1));
            Element {
                tag: "circle",
                keys: &["cx", "cy", "r", "class", "fill", "stroke", "stroke-width"],
                values: vec![x, y, number(*radius), class, fill, stroke, ring.and_then(number)],
                text: None,
            }
        }
        Mark::Path { points, stroke, width, dash } => {
            let [class, color] = color('s', *stroke, paint);
            let none = Some("none".to_owned());
            Element {
                tag: "polyline",
                keys: &["points", "fill", "class", "stroke", "stroke-width", "stroke-dasharray"],
                values: vec![
                    Some(list(points)),
                    none,
                    class,
                    color,
                    number(*width),
                    dash.map(dashes),
                ],
                text: None,
            }
        }
        Mark::Polygon { points, fill } => {
            let [class, color] = color('f', *fill, paint);
            Element {
                tag: "polygon",
                keys: &["points", "class", "fill"],
                values: vec![Some(list(points)), class, color],
                text: None,
            }
        }
        Mark::Text { at, anchor, size, weight, fill, content } => {
            let anchor = match anchor {
                Anchor::Start => None,
                Anchor::Middle => Some("middle".to_owned()),
                Anchor::End => Some("end".to_owned()),
            };
            let weight = (*weight == Weight::Semibold).then(|| "600".to_owned());
            let [class, color] = color('f', *fill, paint);
            let (x, y, size) = (number(at.0), number(at.1), number(*size));
            Element {
                tag: "text",
                keys: &["x", "y", "font-size", "text-anchor", "font-weight", "class", "fill"],
                values: vec![x, y, size, anchor, weight, class, color],
                text: Some(content),
            }
        }
    })
}

/// Whether two successive marks are lines that look alike, as those of a grid do. With one path for
/// each such run, a page of ranked bars holds a third of the elements that it would hold otherwise.
fn are_one_path(a: &Mark, b: &Mark) -> bool {
    match (a, b) {
        (
            Mark::Line { stroke: a, width: thick, dash, .. },
            Mark::Line { stroke: b, width: other, dash: dashed, .. },
        ) => a == b && thick == other && dash == dashed,
        _ => false,
    }
}

/// A line as a segment of a path.
fn segment(line: &Mark) -> String {
    let Mark::Line { from, to, .. } = line else { return String::new() };
    let (x, y) = (short(to.0), short(to.1));
    let end = if from.0 == to.0 {
        format!("V{y}")
    } else if from.1 == to.1 {
        format!("H{x}")
    } else {
        format!("L{x} {y}")
    };
    format!("M{} {}{end}", short(from.0), short(from.1))
}

fn dashes((dash, gap): (f64, f64)) -> String {
    format!("{} {}", short(dash), short(gap))
}

/// Points as the `points` attribute lists them.
fn list(points: &[(f64, f64)]) -> String {
    let pairs: Vec<String> =
        points.iter().map(|(x, y)| format!("{},{}", short(*x), short(*y))).collect();
    pairs.join(" ")
}

/// A color as a class, of fills (`f`) or strokes (`s`), or as a literal.
fn color(kind: char, role: Role, paint: Paint) -> [Option<String>; 2] {
    let dark = match paint {
        Paint::Classes => return [Some(format!("{kind}-{}", role.token())), None],
        Paint::Light => false,
        Paint::Dark => true,
    };
    let (red, green, blue) = role.rgb(dark);
    [None, Some(format!("#{red:02x}{green:02x}{blue:02x}"))]
}

/// A number with at most two decimals and no trailing zeros.
pub fn short(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    // Writes "-0" as "0".
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

/// Escapes a text for markup, between tags or in a double-quoted attribute.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
