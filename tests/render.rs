//! What reaches a drawing backend: every mark at the right place for the density of the screen,
//! sharp where it can be, and no text that plotters would have to measure.

mod common;

use std::cell::Cell;
use std::convert::Infallible;

use common::{odd_bars, odd_charts, questions, shipped, telling_views};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle, FontTransform,
};
use ro_so::chart::{
    Anchor, DESCENT_EM, Mark, Placed, Role, Spec, Weight, exhibit, offered_tabs, place,
    place_ruler, ranking_bars,
};
use ro_so::compare::ranking;
use ro_so::render::draw;
use ro_so::view::{Lang, Tab, View};

/// Densities of real screens.
const DENSITIES: [f64; 4] = [1.0, 1.5, 2.0, 3.0];

#[test]
fn every_text_stands_at_its_baseline_in_its_size() {
    check(|drawing| {
        let Drawing { placed, calls, density, .. } = drawing;
        let wanted: Vec<&Mark> =
            placed.marks.iter().filter(|mark| matches!(mark, Mark::Text { .. })).collect();
        let found: Vec<&TextCall> = calls.iter().filter_map(Call::text).collect();
        assert_eq!(found.len(), wanted.len(), "number of texts");
        for (mark, call) in wanted.into_iter().zip(found) {
            let Mark::Text { at, anchor, size, weight, content, .. } = mark else { continue };
            // Backends place a text by its bottom, but it is the baseline that is rounded.
            let bottom = (at.1 * density).round() + (size * DESCENT_EM * density).round();
            assert_eq!(call.content, *content);
            assert_eq!(call.at, ((at.0 * density).round() as i32, bottom as i32));
            assert_eq!(call.size, size * density, "{content}");
            assert_eq!((call.horizontal, call.vertical), (horizontal(*anchor), Side::Bottom));
            assert_eq!(call.bold, *weight == Weight::Semibold, "{content}");
            assert!(call.upright, "{content}");
        }
    });
}

#[test]
fn lines_along_an_axis_are_filled_rectangles_of_whole_pixels() {
    check(|drawing| {
        for call in &drawing.calls {
            if let Call::Path { points, .. } = call {
                let slanted = points.windows(2).all(|pair| match pair {
                    [a, b] => a.0 != b.0 && a.1 != b.1,
                    _ => true,
                });
                // Rounding may make a short slanted line upright, so the chart decides.
                assert!(slanted || is_slanted_in_chart(drawing, points), "{points:?}");
            }
            assert!(!matches!(call, Call::Line | Call::Outline), "{call:?}");
        }
        let upright = drawing.placed.marks.iter().filter_map(|mark| match mark {
            Mark::Line { from, to, width, dash: None, .. } if from.0 == to.0 || from.1 == to.1 => {
                Some((*from, *to, *width))
            }
            _ => None,
        });
        for (from, to, width) in upright {
            let half = width / 2.0;
            let pad = if from.0 == to.0 { (half, 0.0) } else { (0.0, half) };
            let low = (from.0.min(to.0) - pad.0, from.1.min(to.1) - pad.1);
            let high = (from.0.max(to.0) + pad.0, from.1.max(to.1) + pad.1);
            let wanted = (drawing.device(low), drawing.device(high));
            // A line without length, as of an exact value's range, has nothing to show.
            let is_seen = |a, b| is_visible(a, b) || from == to;
            let found = drawing
                .rects()
                .any(|(a, b, _)| a == wanted.0 && covers(b, wanted.1) && is_seen(a, b));
            assert!(found, "no rectangle from {wanted:?} for the line {from:?} to {to:?}");
        }
    });
}

#[test]
fn a_thin_rectangle_is_never_lost() {
    check(|drawing| {
        for mark in &drawing.placed.marks {
            let Mark::Rect { area, .. } = mark else { continue };
            let (low, high) = ((area.x, area.y), (area.x + area.width, area.y + area.height));
            let wanted = (drawing.device(low), drawing.device(high));
            let found = drawing
                .rects()
                .any(|(a, b, _)| a == wanted.0 && covers(b, wanted.1) && is_visible(a, b));
            assert!(found || area.width <= 0.0 || area.height <= 0.0, "no rectangle of {area:?}");
        }
    });
}

#[test]
fn dashes_begin_and_end_with_their_line_and_leave_its_gaps() {
    check(|drawing| {
        for mark in &drawing.placed.marks {
            let Mark::Line { from, to, stroke, width, dash: Some((dash, gap)) } = mark else {
                continue;
            };
            let is_upright = from.0 == to.0;
            assert!(is_upright || from.1 == to.1, "lines along an axis only: {mark:?}");
            // Coordinates across the line and along it.
            let turned = |(x, y): (f64, f64)| if is_upright { (x, y) } else { (y, x) };
            let turned_back = |(x, y): BackendCoord| if is_upright { (x, y) } else { (y, x) };
            let (from, to) = (turned(*from), turned(*to));
            let device = |at: f64| drawing.device((at, 0.0)).0;
            let color = stroke.rgb(drawing.dark);
            let (left, right) = (device(from.0 - width / 2.0), device(from.0 + width / 2.0));
            let (top, bottom) = (device(from.1), device(to.1));
            let pieces: Vec<(i32, i32)> = drawing
                .rects()
                .map(|(a, b, c)| (turned_back(a), turned_back(b), c))
                .filter(|(a, b, c)| a.0 == left && b.0 == right.max(left + 1) && *c == color)
                .map(|(a, b, _)| (a.1, b.1))
                .filter(|(a, b)| *a >= top && *b <= bottom && b - a <= (bottom - top) / 2)
                .collect();
            let length = to.1 - from.1;
            let count = (length / (dash + gap)).ceil() as usize;
            // Two lines of one colour at one place share their dashes.
            assert_eq!(pieces.len() % count, 0, "{from:?} {to:?}: {pieces:?}");
            assert_eq!(pieces.first().map(|piece| piece.0), Some(top), "{pieces:?}");
            let last = device(from.1 + (count - 1) as f64 * (dash + gap));
            assert_eq!(pieces.last().map(|piece| piece.0), Some(last), "{pieces:?}");
            let drawn: i32 = pieces.iter().take(count).map(|(a, b)| b - a).sum();
            let share = f64::from(drawn) / (length * drawing.density);
            let wanted = dash / (dash + gap);
            assert!((share - wanted).abs() < 0.08, "{share:.3} of the line, wanted {wanted:.3}");
        }
    });
}

#[test]
fn nothing_asks_how_wide_a_text_is() {
    // plotters-canvas would insert an element into the page to measure it.
    check(|drawing| assert_eq!(drawing.measured, 0));
}

#[test]
fn nothing_is_drawn_outside_the_canvas() {
    check(|drawing| {
        let (width, height) = drawing.size;
        let inside = |(x, y): BackendCoord| {
            assert!((0..=width).contains(&x) && (0..=height).contains(&y), "({x}, {y})");
        };
        for call in &drawing.calls {
            match call {
                Call::Rect { from, to, .. } => [*from, *to].into_iter().for_each(inside),
                Call::Path { points, .. } => points.iter().copied().for_each(inside),
                Call::Circle { center, radius, .. } => {
                    let reach = *radius as i32;
                    inside((center.0 - reach, center.1 - reach));
                    inside((center.0 + reach, center.1 + reach));
                }
                Call::Polygon { corners, .. } => corners.iter().copied().for_each(inside),
                Call::Text(text) => inside(text.at),
                Call::Line | Call::Outline => {}
            }
        }
    });
}

#[test]
fn circles_and_strokes_grow_with_the_density() {
    check(|drawing| {
        let wanted = drawing.placed.marks.iter().flat_map(|mark| match mark {
            Mark::Circle { center, radius, ring, .. } => {
                let center = drawing.device(*center);
                let radius = (radius * drawing.density).round() as u32;
                let stroke = ring.map(|width| (width * drawing.density).round() as u32);
                // A ring is a disc of paper with its line on top.
                let mut calls = vec![(center, radius, true)];
                calls.extend(stroke.map(|_| (center, radius, false)));
                calls
            }
            _ => Vec::new(),
        });
        let found = drawing.calls.iter().filter_map(|call| match call {
            Call::Circle { center, radius, fill, .. } => Some((*center, *radius, *fill)),
            _ => None,
        });
        assert_eq!(found.collect::<Vec<_>>(), wanted.collect::<Vec<_>>());
        for call in &drawing.calls {
            if let Call::Circle { fill: false, stroke, .. } | Call::Path { stroke, .. } = call {
                // The widest stroke is the ground of a line that stands out.
                assert!(
                    *stroke >= 1 && *stroke <= (7.0 * drawing.density).round() as u32,
                    "{call:?}"
                );
            }
        }
    });
}

#[test]
fn polygons_are_filled_in_their_place_and_colour() {
    check(|drawing| {
        let wanted = drawing.placed.marks.iter().filter_map(|mark| match mark {
            Mark::Polygon { points, fill } => {
                let corners: Vec<BackendCoord> =
                    points.iter().map(|point| drawing.device(*point)).collect();
                Some((corners, fill.rgb(drawing.dark)))
            }
            _ => None,
        });
        let found = drawing.calls.iter().filter_map(|call| match call {
            Call::Polygon { corners, color } => Some((corners.clone(), *color)),
            _ => None,
        });
        assert_eq!(found.collect::<Vec<_>>(), wanted.collect::<Vec<_>>());
    });
}

#[test]
fn both_themes_are_drawn_in_their_own_colours() {
    check(|drawing| {
        let wanted: Vec<(u8, u8, u8)> = drawing
            .placed
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Text { fill, .. } => Some(fill.rgb(drawing.dark)),
                _ => None,
            })
            .collect();
        let found: Vec<_> = drawing.calls.iter().filter_map(Call::text).map(|t| t.color).collect();
        assert_eq!(found, wanted);
        let paper = Role::Paper.rgb(!drawing.dark);
        assert!(drawing.rects().all(|(.., color)| color != paper), "the other theme's paper");
    });
}

/// Draws a few charts at every density and hands each drawing to `test`.
#[track_caller]
fn check(test: impl Fn(&Drawing)) {
    let dataset = shipped();
    let mut charts: Vec<Placed> =
        [256.0, 358.0, 740.0].map(|w| place(&Spec::Bars(odd_bars()), w)).into();
    charts.extend(odd_charts().iter().map(|(_, spec)| place(spec, 480.0)));
    for view in telling_views(&dataset).into_iter().take(24) {
        for (tab, found) in offered_tabs(&dataset, &view) {
            if found.is_ok() && !matches!(tab, Tab::Bars | Tab::Dots | Tab::Table) {
                let shown = exhibit(&dataset, &View { tab, ..view.clone() }, Lang::Vi);
                charts.extend(shown.and_then(|shown| Some(place(&*shown.spec?, 600.0))));
            }
        }
    }
    for question in questions(&dataset) {
        if let Some(answer) = ranking(&dataset, &question) {
            let spec = ranking_bars(&answer, &question, &dataset, Lang::Vi);
            charts.push(place(&Spec::Bars(spec), 358.0));
        }
    }
    let quantities = odd_bars().rows.into_iter().filter_map(|row| row.quantity);
    charts.extend(quantities.map(|q| place_ruler(&q, Role::Category(3), 300.0, Lang::Vi)));
    for placed in charts {
        for density in DENSITIES {
            for dark in [false, true] {
                test(&Drawing::new(&placed, density, dark));
            }
        }
    }
}

/// A chart and the calls with which it was drawn.
struct Drawing {
    placed: Placed,
    density: f64,
    dark: bool,
    /// Size of the canvas, as `web::canvas` sets it.
    size: (i32, i32),
    calls: Vec<Call>,
    measured: u32,
}

impl Drawing {
    fn new(placed: &Placed, density: f64, dark: bool) -> Self {
        let size =
            ((placed.width * density).round() as i32, (placed.height * density).round() as i32);
        let mut recorder = Recorder { size, calls: Vec::new(), measured: Cell::new(0) };
        let drawn = draw(placed, &mut recorder, density, dark);
        assert!(drawn.is_ok(), "drawing fails only where the backend does");
        let Recorder { calls, measured, .. } = recorder;
        Self { placed: placed.clone(), density, dark, size, calls, measured: measured.get() }
    }

    fn device(&self, (x, y): (f64, f64)) -> BackendCoord {
        ((x * self.density).round() as i32, (y * self.density).round() as i32)
    }

    fn rects(&self) -> impl Iterator<Item = (BackendCoord, BackendCoord, (u8, u8, u8))> {
        self.calls.iter().filter_map(|call| match call {
            Call::Rect { from, to, color } => Some((*from, *to, *color)),
            _ => None,
        })
    }
}

/// Whether a corner is the wanted one, or one pixel further, as for a line that would vanish.
fn covers(corner: BackendCoord, wanted: BackendCoord) -> bool {
    (0..=1).contains(&(corner.0 - wanted.0)) && (0..=1).contains(&(corner.1 - wanted.1))
}

fn is_visible(low: BackendCoord, high: BackendCoord) -> bool {
    high.0 > low.0 && high.1 > low.1
}

fn is_slanted_in_chart(drawing: &Drawing, points: &[BackendCoord]) -> bool {
    let on_screen = |legs: &[(f64, f64)]| {
        let slanted = legs.windows(2).all(|leg| leg[0].0 != leg[1].0 && leg[0].1 != leg[1].1);
        let drawn: Vec<BackendCoord> = legs.iter().map(|point| drawing.device(*point)).collect();
        slanted && drawn == points
    };
    drawing.placed.marks.iter().any(|mark| match mark {
        Mark::Line { from, to, .. } => on_screen(&[*from, *to]),
        // A stroke is the part of a path between two legs along an axis.
        Mark::Path { points: all, dash: None, .. } => all.windows(points.len()).any(&on_screen),
        Mark::Path { dash: Some(_), .. } => true,
        _ => false,
    })
}

fn horizontal(anchor: Anchor) -> Side {
    match anchor {
        Anchor::Start => Side::Left,
        Anchor::Middle => Side::Center,
        Anchor::End => Side::Right,
    }
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Side {
    Left,
    Center,
    Right,
    Top,
    Bottom,
}

#[derive(Debug)]
struct TextCall {
    content: String,
    at: BackendCoord,
    size: f64,
    color: (u8, u8, u8),
    bold: bool,
    upright: bool,
    horizontal: Side,
    vertical: Side,
}

#[derive(Debug)]
enum Call {
    /// A filled rectangle.
    Rect {
        from: BackendCoord,
        to: BackendCoord,
        color: (u8, u8, u8),
    },
    /// The outline of a rectangle.
    Outline,
    /// A stroke through `draw_line`.
    Line,
    Path {
        points: Vec<BackendCoord>,
        stroke: u32,
    },
    Circle {
        center: BackendCoord,
        radius: u32,
        fill: bool,
        stroke: u32,
    },
    Polygon {
        corners: Vec<BackendCoord>,
        color: (u8, u8, u8),
    },
    Text(TextCall),
}

impl Call {
    fn text(&self) -> Option<&TextCall> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// A backend that keeps what it is asked to draw.
struct Recorder {
    size: (i32, i32),
    calls: Vec<Call>,
    measured: Cell<u32>,
}

type Answer = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Recorder {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.size.0 as u32, self.size.1 as u32)
    }

    fn ensure_prepared(&mut self) -> Answer {
        Ok(())
    }

    fn present(&mut self) -> Answer {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Answer {
        self.calls.push(Call::Rect { from: at, to: at, color: color.rgb });
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, _: BackendCoord, _: BackendCoord, _: &S) -> Answer {
        self.calls.push(Call::Line);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Answer {
        let color = style.color().rgb;
        self.calls.push(if fill { Call::Rect { from, to, color } } else { Call::Outline });
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Answer {
        let points = path.into_iter().collect();
        self.calls.push(Call::Path { points, stroke: style.stroke_width() });
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Answer {
        let corners = corners.into_iter().collect();
        self.calls.push(Call::Polygon { corners, color: style.color().rgb });
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Answer {
        self.calls.push(Call::Circle { center, radius, fill, stroke: style.stroke_width() });
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &T,
        at: BackendCoord,
    ) -> Answer {
        let anchor = style.anchor();
        self.calls.push(Call::Text(TextCall {
            content: text.to_owned(),
            at,
            size: style.size(),
            color: style.color().rgb,
            bold: matches!(style.style(), FontStyle::Bold),
            upright: matches!(style.transform(), FontTransform::None),
            horizontal: match anchor.h_pos {
                HPos::Left => Side::Left,
                HPos::Center => Side::Center,
                HPos::Right => Side::Right,
            },
            vertical: match anchor.v_pos {
                VPos::Top => Side::Top,
                VPos::Center => Side::Center,
                VPos::Bottom => Side::Bottom,
            },
        }));
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        _: &str,
        _: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        self.measured.set(self.measured.get() + 1);
        Ok((0, 0))
    }
}
