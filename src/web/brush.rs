//! Paints charts with plotters' canvas, but does not set again what is already set.
//!
//! plotters sets colour, font and alignment again for every mark, each as a string that goes from
//! WebAssembly to JavaScript. That is half of the time of a frame in a moving chart. Nine of ten
//! marks are filled rectangles and horizontal texts; these are painted here, all others by
//! plotters.

use std::mem::discriminant;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

type Failed = DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>;

/// A canvas, and its last settings made here.
pub(super) struct Brush {
    canvas: CanvasBackend,
    context: CanvasRenderingContext2d,
    fill: Option<BackendColor>,
    /// Face and size in pixels.
    font: Option<(FontStyle, f64)>,
    align: Option<HPos>,
}

impl Brush {
    /// For a canvas that was just cleared and has its final size. `None` if it gives no context.
    pub(super) fn new(element: &HtmlCanvasElement) -> Option<Self> {
        let canvas = CanvasBackend::with_canvas_object(element.clone())?;
        let context = element.get_context("2d").ok()??.dyn_into().ok()?;
        Some(Self { canvas, context, fill: None, font: None, align: None })
    }

    fn fill_with(&mut self, color: BackendColor) {
        let is_set = |set: BackendColor| set.rgb == color.rgb && set.alpha == color.alpha;
        if !self.fill.is_some_and(is_set) {
            let BackendColor { rgb: (r, g, b), alpha } = color;
            self.context.set_fill_style_str(&format!("rgba({r},{g},{b},{alpha})"));
            self.fill = Some(color);
        }
    }

    /// The canvas for plotters, which changes the fill colour itself.
    fn lent(&mut self) -> &mut CanvasBackend {
        self.fill = None;
        &mut self.canvas
    }
}

impl DrawingBackend for Brush {
    type ErrorType = <CanvasBackend as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.canvas.get_size()
    }

    fn ensure_prepared(&mut self) -> Result<(), Failed> {
        self.canvas.ensure_prepared()
    }

    fn present(&mut self) -> Result<(), Failed> {
        self.canvas.present()
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Result<(), Failed> {
        self.lent().draw_pixel(at, color)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), Failed> {
        self.lent().draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), Failed> {
        self.lent().draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Result<(), Failed> {
        self.lent().fill_polygon(corners, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), Failed> {
        if !fill {
            return self.lent().draw_rect(from, to, style, fill);
        }
        self.fill_with(style.color());
        let [x, y, right, bottom] = [from.0, from.1, to.0, to.1].map(f64::from);
        self.context.fill_rect(x, y, right - x, bottom - y);
        Ok(())
    }

    /// Horizontal text, placed by its bottom edge: `render` asks for no other.
    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Result<(), Failed> {
        let Self { context, font, align, .. } = self;
        let (face, size) = (style.style(), style.size());
        if font.is_none_or(|set| discriminant(&set.0) != discriminant(&face) || set.1 != size) {
            context.set_font(&format!("{} {size}px {}", face.as_str(), style.family().as_str()));
            *font = Some((face, size));
        }
        let anchor = style.anchor();
        debug_assert!(matches!(anchor.v_pos, VPos::Bottom), "placed by its bottom");
        if align.is_none_or(|set| discriminant(&set) != discriminant(&anchor.h_pos)) {
            context.set_text_baseline("bottom");
            context.set_text_align(match anchor.h_pos {
                HPos::Left => "start",
                HPos::Center => "center",
                HPos::Right => "end",
            });
            *align = Some(anchor.h_pos);
        }
        self.fill_with(style.color());
        // Fails only for a position that is not a number, which whole pixels never are.
        self.context.fill_text(text, f64::from(x), f64::from(y)).ok();
        Ok(())
    }
}
