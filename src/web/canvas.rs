//! Painting a placed chart on a canvas element.

use web_sys::HtmlCanvasElement;

use super::brush::Brush;
use crate::chart::{Mark, Placed};
use crate::render::draw_marks;

/// Paints `placed` at the screen's pixel density. `false` if the canvas gives no context or a
/// stroke fails; the table beside it still gives the figures.
///
/// plotters never measures text here, because a placed chart needs no measuring; so nothing is
/// inserted into the page and no inline style is used.
pub fn paint(canvas: &HtmlCanvasElement, placed: &Placed, dark: bool) -> bool {
    paint_at(canvas, placed, super::environment::pixel_density(), dark)
}

/// As [`paint`], with `density` pixels of the canvas per pixel of the chart.
pub fn paint_at(canvas: &HtmlCanvasElement, placed: &Placed, density: f64, dark: bool) -> bool {
    let mut marks = placed.marks.iter().map(|mark| (mark, 1.0));
    paint_marks(canvas, (placed.width, placed.height), &mut marks, density, dark)
}

/// Paints marks, each with its opacity. `size` is in pixels of the chart.
pub fn paint_marks(
    canvas: &HtmlCanvasElement,
    size: (f64, f64),
    marks: &mut dyn Iterator<Item = (&Mark, f64)>,
    density: f64,
    dark: bool,
) -> bool {
    fit(canvas, size, density);
    let Some(mut brush) = Brush::new(canvas) else { return false };
    draw_marks(marks, &mut brush, density, dark).is_ok()
}

/// Clears a canvas and sets its size. A resized canvas gets new memory, which takes a browser ten
/// times as long as painting a chart. So a canvas that is high enough keeps its height, and the
/// excess is hidden. Nothing is shown before this task ends.
fn fit(canvas: &HtmlCanvasElement, (wide, tall): (f64, f64), density: f64) {
    let pixels = |length: f64| (length * density).round() as u32;
    let style = canvas.style();
    let is_new = style.get_property_value("width").is_ok_and(|width| width.is_empty());
    if is_new || canvas.width() != pixels(wide) || canvas.height() < pixels(tall) {
        canvas.set_height(pixels(tall));
    }
    // Setting the width clears the canvas even if the width stays the same.
    canvas.set_width(pixels(wide));
    let hidden = f64::from(canvas.height() - pixels(tall)) / density;
    let sides = [
        ("width", format!("{wide}px")),
        ("height", format!("{}px", tall + hidden)),
        ("margin-bottom", format!("{}px", -hidden)),
        ("clip-path", format!("inset(0 0 {hidden}px)")),
    ];
    for (name, value) in sides {
        style.set_property(name, &value).ok();
    }
}

/// Places the band under the target that is pointed at, or hides it if there is none.
pub fn lay_band(band: &web_sys::HtmlElement, area: Option<crate::chart::Area>) {
    let style = band.style();
    match area {
        None => {
            style.set_property("display", "none").ok();
        }
        Some(area) => {
            let sides = [("left", area.x), ("top", area.y), ("width", area.width)];
            for (name, value) in sides.into_iter().chain([("height", area.height)]) {
                style.set_property(name, &format!("{value}px")).ok();
            }
            style.set_property("display", "block").ok();
        }
    }
}
