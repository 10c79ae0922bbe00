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
    for run in placed.marks.chunk_by(are_one_path) {
        // Writing to a string cannot fail.
        write_run(&mut out, run, paint).ok();
    }
    out.push_str("</svg>");
    out
}

/// Writes one mark, or a run of lines that look alike.
fn write_run(out: &mut String, run: &[Mark], paint: Paint) -> std::fmt::Result {
    let Some(mark) = run.first() else { return Ok(()) };
    match mark {
        Mark::Rect { area: Area { x, y, width, height }, fill } => write!(
            out,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {}/>",
            short(*x),
            short(*y),
            short(*width),
            short(*height),
            color("fill", *fill, paint)
        ),
        Mark::Line { stroke, width, dash, .. } => {
            out.write_str("<path d=\"")?;
            for line in run {
                write_segment(out, line)?;
            }
            let stroke = color("stroke", *stroke, paint);
            write!(out, "\" {stroke} stroke-width=\"{}\"", short(*width))?;
            write_dash(out, *dash)
        }
        Mark::Circle { center, radius, color: role, ring } => {
            write!(
                out,
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" ",
                short(center.0),
                short(center.1),
                short(*radius)
            )?;
            match ring {
                None => write!(out, "{}/>", color("fill", *role, paint)),
                Some(width) => {
                    let ring = match paint {
                        Paint::Classes => format!("class=\"ring s-{}\"", role.token()),
                        _ => format!(
                            "{} {}",
                            color("fill", Role::Paper, paint),
                            color("stroke", *role, paint)
                        ),
                    };
                    write!(out, "{ring} stroke-width=\"{}\"/>", short(*width))
                }
            }
        }
        Mark::Path { points, stroke, width, dash } => {
            let stroke = color("stroke", *stroke, paint);
            write!(out, "<polyline points=\"{}\" fill=\"none\" {stroke}", list(points))?;
            write!(out, " stroke-width=\"{}\"", short(*width))?;
            write_dash(out, *dash)
        }
        Mark::Polygon { points, fill } => {
            write!(out, "<polygon points=\"{}\" {}/>", list(points), color("fill", *fill, paint))
        }
        Mark::Text { at, anchor, size, weight, fill, content } => {
            write!(
                out,
                "<text x=\"{}\" y=\"{}\" font-size=\"{}\"",
                short(at.0),
                short(at.1),
                short(*size)
            )?;
            match anchor {
                Anchor::Start => {}
                Anchor::Middle => out.write_str(" text-anchor=\"middle\"")?,
                Anchor::End => out.write_str(" text-anchor=\"end\"")?,
            }
            if *weight == Weight::Semibold {
                out.write_str(" font-weight=\"600\"")?;
            }
            write!(out, " {}>{}</text>", color("fill", *fill, paint), escaped(content))
        }
    }
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

/// Writes a line as a segment of a path.
fn write_segment(out: &mut String, line: &Mark) -> std::fmt::Result {
    let Mark::Line { from, to, .. } = line else { return Ok(()) };
    write!(out, "M{} {}", short(from.0), short(from.1))?;
    if from.0 == to.0 {
        write!(out, "V{}", short(to.1))
    } else if from.1 == to.1 {
        write!(out, "H{}", short(to.0))
    } else {
        write!(out, "L{} {}", short(to.0), short(to.1))
    }
}

fn write_dash(out: &mut String, dash: Option<(f64, f64)>) -> std::fmt::Result {
    if let Some((dash, gap)) = dash {
        write!(out, " stroke-dasharray=\"{} {}\"", short(dash), short(gap))?;
    }
    out.write_str("/>")
}

/// Points as the `points` attribute lists them.
fn list(points: &[(f64, f64)]) -> String {
    let pairs: Vec<String> =
        points.iter().map(|(x, y)| format!("{},{}", short(*x), short(*y))).collect();
    pairs.join(" ")
}

fn color(property: &str, role: Role, paint: Paint) -> String {
    let dark = match paint {
        Paint::Classes => {
            let prefix = property.get(..1).unwrap_or_default();
            return format!("class=\"{prefix}-{}\"", role.token());
        }
        Paint::Light => false,
        Paint::Dark => true,
    };
    let (red, green, blue) = role.rgb(dark);
    format!("{property}=\"#{red:02x}{green:02x}{blue:02x}\"")
}

/// A number with at most two decimals and no trailing zeros.
fn short(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    // Writes "-0" as "0".
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

/// Escapes a text for markup, between tags or in a double-quoted attribute.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
