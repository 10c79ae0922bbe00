//! A placed chart as strokes: SVG text, or calls on any plotters drawing backend.
//!
//! Nothing here may import `state`, `web`, `ui` or a browser API: the canvas itself is opened in
//! `web`.

mod backend;
mod svg;

pub use backend::{DrawError, draw, draw_marks};
pub use svg::{Element, Paint, elements, escaped, short, svg};
