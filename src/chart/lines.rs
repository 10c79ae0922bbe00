//! Lines over time. Gaps stay open, a break is a zigzag that no line crosses, a dotted line joins
//! figures that are comparable only with care.

pub(super) mod names;
mod values;

use names::{name_width, value_width};

use super::labels::{AXIS, SIZE, Taken, text_area};
use super::rows::NARROW;
use super::symbol::{Known, sign, span};
use super::time::TimeAxis;
use super::{Anchor, Area, HitArea, Placed, Role, Scale, Shape, Weight, breaks, text_width};
use crate::data::Date;
use crate::quantity::Unit;
use crate::text::Key;
use crate::view::Lang;

/// How much a series stands out.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Emphasis {
    /// What the reader looks at.
    Focus,
    /// What the focus is compared with.
    Plain,
    /// One of a group behind them.
    Peer,
}

/// How a figure is joined to the one before it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Link {
    /// The two are comparable.
    Solid,
    /// They are comparable with care.
    Dotted,
    /// They are not comparable, or there is no figure before.
    Open,
}

/// A figure of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Last date of its period.
    pub end: Date,
    /// Whether the period is a whole year, for the axis.
    pub is_year: bool,
    /// What is known.
    pub known: Known,
    /// The figure in words.
    pub label: String,
    /// How it is joined to the point before.
    pub link: Link,
    /// Its row in the exhibit.
    pub row: usize,
}

/// An entity over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Name.
    pub name: String,
    /// Hue.
    pub color: Role,
    /// Sign.
    pub shape: Shape,
    /// How much it stands out.
    pub emphasis: Emphasis,
    /// Its figures in the order of time.
    pub points: Vec<Point>,
}

/// What a chart of lines shows.
#[derive(Clone, Debug, PartialEq)]
pub struct LineSpec {
    /// The series, the most important first.
    pub series: Vec<Series>,
    /// First days of new definitions.
    pub breaks: Vec<Date>,
    /// Unit of the axis.
    pub unit: Unit,
    /// Language.
    pub lang: Lang,
}

/// Maximum distance of a peer's label from its line.
pub(super) const STRAY: f64 = 26.0;
/// Space for a leader between the plot and the names.
const LEADER: f64 = 18.0;
/// Space above and below a value, and between names of several lines.
const APART: f64 = 6.0;

/// Where the axis of some series begins, if that is not zero.
pub(super) fn axis_cut(series: &[Series], unit: Unit) -> Option<f64> {
    let points = series.iter().flat_map(|series| &series.points);
    let scale = Scale::over(points.flat_map(|point| point.known.ends()), unit);
    (scale.min > 0.0).then_some(scale.min)
}

/// The series without the points that are not finite; the point after such a gap is not joined.
pub(super) fn drawable(series: &[Series]) -> Vec<Series> {
    let mut found = series.to_vec();
    for series in &mut found {
        let mut is_parted = false;
        series.points.retain_mut(|point| {
            let is_drawn = point.known.at().is_some();
            if is_drawn && is_parted {
                point.link = Link::Open;
            }
            is_parted = !is_drawn;
            is_drawn
        });
    }
    found
}

/// What tells the lines of a series from the others.
pub(super) struct Stroke {
    /// Long dashes if an earlier series has the same hue: the signs differ only at the points.
    pub(super) dash: Option<(f64, f64)>,
    /// Whether it is the only series in focus: a background would cut other lines in focus.
    pub(super) is_alone: bool,
}

impl Stroke {
    pub(super) fn of(series: &Series, all: &[Series]) -> Self {
        let is_peer = series.emphasis == Emphasis::Peer;
        let mut earlier = all.iter().take_while(|other| !std::ptr::eq(*other, series));
        let is_repeated = !is_peer && earlier.any(|other| other.color == series.color);
        let in_focus = all.iter().filter(|other| other.emphasis == Emphasis::Focus).count();
        Self {
            dash: is_repeated.then_some((11.0, 4.0)),
            is_alone: series.emphasis == Emphasis::Focus && in_focus == 1,
        }
    }
}

/// Number of peers above which their lines are thinner.
const CROWD: usize = 20;

/// Places lines over time at a width.
pub(super) fn place_lines(spec: &LineSpec, width: f64) -> Placed {
    let spec = &LineSpec {
        series: drawable(&spec.series),
        breaks: spec.breaks.clone(),
        unit: spec.unit,
        lang: spec.lang,
    };
    let chart = Chart::new(spec, width);
    let mut placed = Placed { width, height: chart.height, reach: 30.0, ..Placed::default() };
    chart.place_grid(&mut placed);
    for emphasis in [Emphasis::Peer, Emphasis::Plain, Emphasis::Focus] {
        for series in spec.series.iter().filter(|series| series.emphasis == emphasis) {
            chart.place_links(series, &mut placed);
        }
    }
    for series in spec.series.iter().rev() {
        chart.place_signs(series, &mut placed);
    }
    let mut taken = chart.taken();
    chart.place_names(&mut taken, &mut placed);
    chart.place_values(&mut taken, &mut placed);
    for point in spec.series.iter().flat_map(|series| &series.points) {
        let area = Area::around(chart.at(point), 9.0);
        placed.targets.push(HitArea { area, row: point.row });
    }
    placed
}

struct Chart<'a> {
    spec: &'a LineSpec,
    plot: Area,
    scale: Scale,
    time: TimeAxis,
    /// Left edge and width of the column of names.
    names: (f64, f64),
    width: f64,
    height: f64,
}

impl<'a> Chart<'a> {
    fn new(spec: &'a LineSpec, width: f64) -> Self {
        let points = || spec.series.iter().flat_map(|series| &series.points);
        let scale = Scale::over(points().flat_map(|point| point.known.ends()), spec.unit);
        let ticks = scale.ticks(4);
        let numbers =
            (0..ticks.len()).map(|at| tick_text(&scale, &ticks, at, spec.unit, spec.lang));
        let left = numbers.map(|n| text_width(&n, AXIS, Weight::Regular)).fold(0.0, f64::max) + 8.0;
        let single = |series: &Series| name_width(series) + value_width(series);
        let widest = spec.series.iter().map(single).fold(70.0, f64::max);
        // Values are never cut, even if the column then exceeds a third of the width.
        let value = spec.series.iter().map(value_width).fold(0.0, f64::max);
        let column = widest.min(width / 3.0 - 4.0).max(value);
        let top = if spec.breaks.is_empty() { 16.0 } else { 38.0 };
        // On a phone, values of several lines need as much height as elsewhere.
        let named = spec.series.iter().filter(|series| series.emphasis != Emphasis::Peer).count();
        let tall = if width < NARROW && named < 2 { 220.0 } else { 300.0 };
        let right = width - column - LEADER;
        let plot = Area { x: left, y: top, width: right - left, height: tall };
        let dates = points().map(|point| (point.end, point.is_year));
        let time = TimeAxis::new(dates, &spec.breaks, plot);
        let height = top + tall + time.height();
        let scale = scale.along(top + tall, -tall);
        Self { spec, plot, scale, time, names: (width - column, column), width, height }
    }

    fn at(&self, point: &Point) -> (f64, f64) {
        let y = point.known.at().map_or(self.plot.y + self.plot.height, |at| self.scale.px(at));
        (self.time.px(point.end), y)
    }

    fn place_grid(&self, placed: &mut Placed) {
        let Area { x, y, width, height } = self.plot;
        let ticks = self.scale.ticks(4);
        for (at, tick) in ticks.iter().enumerate() {
            let line = self.scale.px(*tick).round();
            let stroke = if *tick == 0.0 { Role::Ink } else { Role::Rule };
            placed.line((x, line), (x + width, line), stroke, 1.0);
            let number = tick_text(&self.scale, &ticks, at, self.spec.unit, self.spec.lang);
            let at = (x - 8.0, line + 4.5);
            placed.write(at, Anchor::End, AXIS, Weight::Regular, Role::Ink3, &number);
        }
        self.time.place(y + height, self.width, self.spec.lang, placed);
        for broken in self.time.breaks() {
            breaks::upright((broken, y), y + height, placed);
            let words = Key::NewSeries.text(self.spec.lang);
            let at = (self.break_label(broken, words), y - 16.0);
            placed.write(at, Anchor::Start, SIZE, Weight::Regular, Role::Break, words);
        }
    }

    /// Where the words above a break begin.
    fn break_label(&self, broken: f64, words: &str) -> f64 {
        let wide = text_width(words, SIZE, Weight::Regular);
        (broken - wide / 2.0).min(self.width - wide).max(0.0)
    }

    /// The lines between the points of a series; the only one in focus gets a background.
    fn place_links(&self, series: &Series, placed: &mut Placed) {
        let stroke = Stroke::of(series, &self.spec.series);
        let peers = self.spec.series.iter().filter(|other| other.emphasis == Emphasis::Peer);
        let width = match series.emphasis {
            Emphasis::Focus => 3.25,
            Emphasis::Plain => 2.25,
            // Nobody follows a single line of a large group; together the lines must not be a blot.
            Emphasis::Peer if peers.count() > CROWD => 1.1,
            Emphasis::Peer => 1.5,
        };
        for run in runs(series, Link::Solid) {
            let points: Vec<(f64, f64)> = run.iter().map(|point| self.at(point)).collect();
            if stroke.is_alone {
                placed.path(points.clone(), Role::Paper, 7.0, None);
            }
            placed.path(points, series.color, width, stroke.dash);
        }
        for run in runs(series, Link::Dotted) {
            let points = run.iter().map(|point| self.at(point)).collect();
            placed.path(points, series.color, width, Some((2.0, 4.0)));
        }
    }

    fn place_signs(&self, series: &Series, placed: &mut Placed) {
        let radius = match series.emphasis {
            Emphasis::Focus => 6.0,
            Emphasis::Plain => 5.0,
            // A peer with a single figure has no line, so it needs a sign.
            Emphasis::Peer if series.points.len() > 1 => return,
            Emphasis::Peer => 3.5,
        };
        for point in &series.points {
            let (x, y) = self.at(point);
            let along = |value: f64| (x, self.scale.px(value));
            span(&point.known, along, (self.scale.min, self.scale.max), series.color, placed);
            sign(&point.known, series.shape, (x, y), (radius, series.color), placed);
        }
    }

    /// Signs, lines, breaks and axis numbers, which no label may stand on.
    fn taken(&self) -> Taken {
        let mut taken = Taken::default();
        let numbers = self.scale.ticks(4).into_iter().map(|tick| Area {
            x: 0.0,
            y: self.scale.px(tick) - 8.0,
            width: self.plot.x - 6.0,
            height: 16.0,
        });
        taken.areas.extend(numbers);
        for series in self.spec.series.iter().filter(|s| s.emphasis != Emphasis::Peer) {
            let points = series.points.iter().map(|point| self.at(point));
            taken.areas.extend(points.map(|at| Area::around(at, 6.0)));
            for link in [Link::Solid, Link::Dotted] {
                for run in runs(series, link) {
                    let pairs =
                        run.windows(2).filter_map(|pair| Some((pair.first()?, pair.get(1)?)));
                    taken.lines.extend(pairs.map(|(a, b)| (self.at(a), self.at(b))));
                }
            }
        }
        let Area { y, height, .. } = self.plot;
        let broken = self.time.breaks();
        for x in broken {
            taken.areas.push(Area { x: x - 12.0, y, width: 24.0, height });
            let words = Key::NewSeries.text(self.spec.lang);
            let at = (self.break_label(x, words), y - 16.0);
            taken.areas.push(text_area(at, Anchor::Start, SIZE, Weight::Regular, words));
        }
        taken
    }
}

/// Runs of two or more points with the same link between them.
fn runs(series: &Series, link: Link) -> Vec<&[Point]> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in 1..=series.points.len() {
        let goes_on = series.points.get(at).is_some_and(|point| point.link == link);
        if !goes_on {
            if at - start > 1 {
                found.extend(series.points.get(start..at));
            }
            start = at;
        }
    }
    found
}

/// The number of a tick; the last one carries the unit.
pub(super) fn tick_text(scale: &Scale, ticks: &[f64], at: usize, unit: Unit, lang: Lang) -> String {
    let is_last = at + 1 == ticks.len();
    scale.text(ticks.get(at).copied().unwrap_or(0.0), (4, is_last), unit, lang)
}
