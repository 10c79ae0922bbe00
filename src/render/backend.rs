//! A placed chart drawn on any plotters backend, at any pixel density.
//!
//! Backends work in whole device pixels, so every length, including text sizes, stroke widths and
//! radii, is multiplied by the density before it is rounded. Horizontal and vertical lines are
//! drawn as filled rectangles, which stay sharp where a stroke would straddle two pixels.

use std::convert::Infallible;

use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontFamily, FontStyle,
};

use crate::chart::{Anchor, Area, DESCENT_EM, Mark, Placed, Role, Weight, distance, text_width};

/// Why a chart could not be drawn.
pub type DrawError<DB> = DrawingErrorKind<<DB as DrawingBackend>::ErrorType>;

/// The font stack for text, as CSS writes it.
const FAMILY: &str = "'Be Vietnam Pro', 'Be Vietnam Arial', 'Be Vietnam Roboto', 'Be Vietnam DejaVu', system-ui, sans-serif";

/// Draws `placed` with `density` device pixels to a CSS pixel.
pub fn draw<DB: DrawingBackend>(
    placed: &Placed,
    backend: &mut DB,
    density: f64,
    dark: bool,
) -> Result<(), DrawError<DB>> {
    draw_marks(&mut placed.marks.iter().map(|mark| (mark, 1.0)), backend, density, dark)
}

/// Draws marks, each with an opacity from 0 to 1, for a chart that is changing into the next.
pub fn draw_marks<DB: DrawingBackend>(
    marks: &mut dyn Iterator<Item = (&Mark, f64)>,
    backend: &mut DB,
    density: f64,
    dark: bool,
) -> Result<(), DrawError<DB>> {
    backend.ensure_prepared()?;
    let mut pen = Pen { backend, density, dark, opacity: 1.0 };
    for (mark, opacity) in marks {
        pen.opacity = opacity;
        pen.mark(mark)?;
    }
    pen.backend.present()
}

struct Pen<'a, DB> {
    backend: &'a mut DB,
    density: f64,
    dark: bool,
    opacity: f64,
}

impl<DB: DrawingBackend> Pen<'_, DB> {
    fn mark(&mut self, mark: &Mark) -> Result<(), DrawError<DB>> {
        match mark {
            Mark::Rect { area, fill } => self.rect(*area, *fill),
            Mark::Line { from, to, stroke, width, dash: None } => {
                self.line(*from, *to, *stroke, *width)
            }
            Mark::Line { from, to, stroke, width, dash: Some(dash) } => {
                dashes(*from, *to, *dash, 0.0)
                    .try_for_each(|(a, b)| self.line(a, b, *stroke, *width))
            }
            Mark::Circle { center, radius, color, ring } => {
                let center = self.point(*center);
                if let Some(width) = ring {
                    let paper = self.stroke(Role::Paper, 1.0);
                    self.backend.draw_circle(center, self.length(*radius), &paper, true)?;
                    let stroke = self.stroke(*color, *width);
                    self.backend.draw_circle(center, self.length(*radius), &stroke, false)
                } else {
                    let style = self.stroke(*color, 1.0);
                    self.backend.draw_circle(center, self.length(*radius), &style, true)
                }
            }
            Mark::Path { points, stroke, width, dash: None } => self.path(points, *stroke, *width),
            Mark::Path { points, stroke, width, dash: Some(dash) } => {
                // The dash pattern continues around corners, as in an SVG.
                let mut gone = 0.0;
                legs(points).try_for_each(|(from, to)| {
                    let before = gone;
                    gone += distance(from, to);
                    dashes(from, to, *dash, before)
                        .try_for_each(|(a, b)| self.line(a, b, *stroke, *width))
                })
            }
            Mark::Polygon { points, fill } => {
                let style = self.stroke(*fill, 1.0);
                let corners: Vec<BackendCoord> = points.iter().map(|p| self.point(*p)).collect();
                self.backend.fill_polygon(corners, &style)
            }
            Mark::Text { at, anchor, size, weight, fill, content } => {
                let style = TextStyle {
                    color: self.color(*fill),
                    size: size * self.density,
                    weight: *weight,
                    anchor: *anchor,
                };
                // Backends place text by its bottom, marks by its baseline. The two are rounded
                // separately, so that the baseline falls on the same pixel as in an SVG.
                let (x, baseline) = self.point(*at);
                let depth = (size * self.density * DESCENT_EM).round() as i32;
                self.backend.draw_text(content, &style, (x, baseline + depth))
            }
        }
    }

    fn rect(&mut self, area: Area, fill: Role) -> Result<(), DrawError<DB>> {
        let from = self.point((area.x, area.y));
        let to = self.point((area.x + area.width, area.y + area.height));
        // A rectangle that is not empty covers at least one device pixel.
        let to = (
            to.0.max(from.0 + i32::from(area.width > 0.0)),
            to.1.max(from.1 + i32::from(area.height > 0.0)),
        );
        let style = self.stroke(fill, 1.0);
        self.backend.draw_rect(from, to, &style, true)
    }

    fn line(
        &mut self,
        from: (f64, f64),
        to: (f64, f64),
        stroke: Role,
        width: f64,
    ) -> Result<(), DrawError<DB>> {
        if from.0 == to.0 || from.1 == to.1 {
            let half = width / 2.0;
            let (pad_x, pad_y) = if from.0 == to.0 { (half, 0.0) } else { (0.0, half) };
            return self.rect(
                Area {
                    x: from.0.min(to.0) - pad_x,
                    y: from.1.min(to.1) - pad_y,
                    width: (from.0 - to.0).abs() + 2.0 * pad_x,
                    height: (from.1 - to.1).abs() + 2.0 * pad_y,
                },
                stroke,
            );
        }
        let style = self.stroke(stroke, width);
        let path = [self.point(from), self.point(to)];
        self.backend.draw_path(path, &style)
    }

    /// Draws a line through points: legs along an axis as rectangles, each run of other legs as one
    /// stroke, so that they are joined.
    fn path(
        &mut self,
        points: &[(f64, f64)],
        stroke: Role,
        width: f64,
    ) -> Result<(), DrawError<DB>> {
        let style = self.stroke(stroke, width);
        let mut run: Vec<BackendCoord> = Vec::new();
        for (from, to) in legs(points) {
            if from.0 == to.0 || from.1 == to.1 {
                if run.len() > 1 {
                    self.backend.draw_path(std::mem::take(&mut run), &style)?;
                }
                run.clear();
                self.line(from, to, stroke, width)?;
            } else {
                if run.is_empty() {
                    run.push(self.point(from));
                }
                run.push(self.point(to));
            }
        }
        if run.len() > 1 { self.backend.draw_path(run, &style) } else { Ok(()) }
    }

    fn point(&self, (x, y): (f64, f64)) -> BackendCoord {
        ((x * self.density).round() as i32, (y * self.density).round() as i32)
    }

    fn length(&self, length: f64) -> u32 {
        (length * self.density).round().max(1.0) as u32
    }

    fn color(&self, role: Role) -> BackendColor {
        BackendColor { alpha: self.opacity, rgb: role.rgb(self.dark) }
    }

    fn stroke(&self, role: Role, width: f64) -> Stroke {
        Stroke { color: self.color(role), width: self.length(width) }
    }
}

/// The legs of a line through points.
fn legs(points: &[(f64, f64)]) -> impl Iterator<Item = ((f64, f64), (f64, f64))> {
    points.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?)))
}

/// The dashes along one leg of a dashed line, in order; `gone` is the length of the line before
/// that leg.
fn dashes(
    from: (f64, f64),
    to: (f64, f64),
    (dash, gap): (f64, f64),
    gone: f64,
) -> impl Iterator<Item = ((f64, f64), (f64, f64))> {
    let length = distance(from, to);
    let period = dash + gap;
    // The remainder of two floating-point numbers, `%`, would bring two kilobytes of code.
    let begun = gone - (gone / period).floor() * period;
    let count = ((length + begun) / period).ceil().max(0.0) as usize;
    let at = move |run: f64| {
        let share = if length > 0.0 { (run / length).clamp(0.0, 1.0) } else { 0.0 };
        (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share)
    };
    (0..count)
        .map(move |n| n as f64 * period - begun)
        .filter(move |start| start + dash > 0.0)
        .map(move |start| (at(start), at(start + dash)))
}

struct Stroke {
    color: BackendColor,
    width: u32,
}

impl BackendStyle for Stroke {
    fn color(&self) -> BackendColor {
        self.color
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

struct TextStyle {
    color: BackendColor,
    size: f64,
    weight: Weight,
    anchor: Anchor,
}

impl BackendTextStyle for TextStyle {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        self.color
    }

    fn size(&self) -> f64 {
        self.size
    }

    fn style(&self) -> FontStyle {
        match self.weight {
            Weight::Regular => FontStyle::Normal,
            // The heaviest face of the family is 600, which "bold" selects.
            Weight::Semibold => FontStyle::Bold,
        }
    }

    fn anchor(&self) -> Pos {
        let horizontal = match self.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        Pos::new(horizontal, VPos::Bottom)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(FAMILY)
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        let width = text_width(text, self.size, self.weight);
        Ok(((0, 0), (width.ceil() as i32, (self.size * 1.265).ceil() as i32)))
    }

    /// Only backends without text of their own call this; none is used here.
    fn draw<E, DrawFunc: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: DrawFunc,
    ) -> Result<Result<(), E>, Infallible> {
        Ok(Ok(()))
    }
}
