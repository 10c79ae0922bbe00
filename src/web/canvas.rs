//! Painting a placed chart on a canvas element.

use plotters_canvas::CanvasBackend;
use web_sys::HtmlCanvasElement;

use crate::chart::{Mark, Placed};
use crate::render::draw_marks;

/// Paints `placed` at the screen's pixel density. `false` where the canvas gives no context or a
/// stroke fails; the table beside it then says the same.
///
/// plotters never measures text here: a placed chart needs no measuring, so nothing is inserted
/// into the page and no inline style is asked for.
pub fn paint(canvas: &HtmlCanvasElement, placed: &Placed, dark: bool) -> bool {
    paint_at(canvas, placed, super::environment::pixel_density(), dark)
}

/// As [`paint`], with `density` pixels of the canvas to each of the chart's own.
pub fn paint_at(canvas: &HtmlCanvasElement, placed: &Placed, density: f64, dark: bool) -> bool {
    let mut marks = placed.marks.iter().map(|mark| (mark, 1.0));
    paint_marks(canvas, (placed.width, placed.height), &mut marks, density, dark)
}

/// Paints marks with their opacity on a canvas of a size in the chart's own pixels.
pub fn paint_marks(
    canvas: &HtmlCanvasElement,
    (wide, tall): (f64, f64),
    marks: &mut dyn Iterator<Item = (&Mark, f64)>,
    density: f64,
    dark: bool,
) -> bool {
    // Setting the size clears the canvas; nothing is shown before this task ends.
    canvas.set_width((wide * density).round() as u32);
    canvas.set_height((tall * density).round() as u32);
    let style = canvas.style();
    style.set_property("width", &format!("{wide}px")).ok();
    style.set_property("height", &format!("{tall}px")).ok();
    let Some(mut backend) = CanvasBackend::with_canvas_object(canvas.clone()) else { return false };
    draw_marks(marks, &mut backend, density, dark).is_ok()
}

/// Lays the band under the target that is pointed at.
pub fn lay_band(band: &web_sys::HtmlElement, area: Option<crate::chart::Area>) {
    let style = band.style();
    match area {
        None => {
            style.set_property("height", "0").ok();
        }
        Some(area) => {
            let sides = [("left", area.x), ("top", area.y), ("width", area.width)];
            for (name, value) in sides.into_iter().chain([("height", area.height)]) {
                style.set_property(name, &format!("{value}px")).ok();
            }
        }
    }
}
