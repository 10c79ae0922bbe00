//! Painting a placed chart on a canvas element.

use plotters_canvas::CanvasBackend;
use web_sys::HtmlCanvasElement;

use crate::chart::Placed;
use crate::render::draw;

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
    let (width, height) = ((placed.width * density).round(), (placed.height * density).round());
    // Setting the size clears the canvas.
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let style = canvas.style();
    style.set_property("width", &format!("{}px", placed.width)).ok();
    style.set_property("height", &format!("{}px", placed.height)).ok();
    let Some(mut backend) = CanvasBackend::with_canvas_object(canvas.clone()) else { return false };
    draw(placed, &mut backend, density, dark).is_ok()
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
