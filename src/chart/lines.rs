//! Lines over time. Gaps stay open, a break is a zigzag that no line crosses, a dotted line joins
//! figures that are comparable only with care.

use super::labels::{
    AXIS, LINE, Label, Leg, SIZE, Spot, Taken, Wish, legible, set_apart, text_area,
};
use super::rows::NARROW;
use super::symbol::{Known, sign, span};
use super::time::TimeAxis;
use super::{Anchor, Area, HitArea, Placed, Role, Scale, Shape, Weight, breaks, text_width, wrap};
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

    /// Names and last values at the right, moved apart, with leaders where they had to move.
    fn place_names(&self, taken: &mut Taken, placed: &mut Placed) {
        let named: Vec<(&Series, &Point, Vec<Vec<Piece>>)> = self
            .spec
            .series
            .iter()
            .filter_map(|series| {
                let last = series.points.last()?;
                Some((series, last, name_lines(series, last, self.names.1)?))
            })
            .collect();
        let wishes: Vec<Wish> = named
            .iter()
            .map(|(series, last, lines)| Wish {
                middle: self.at(last).1,
                height: block_height(lines),
                rank: series.emphasis as u8,
            })
            .collect();
        let Area { y, height, x, width } = self.plot;
        let middles = set_apart(&wishes, (y - 6.0, y + height + 8.0), STRAY);
        for ((series, last, lines), middle) in named.iter().zip(middles) {
            let Some(middle) = middle else { continue };
            let point = self.at(last);
            let is_far = point.0 < x + width - 14.0;
            if is_far || (middle - point.1).abs() > 5.0 {
                let from = (point.0 + 8.0, point.1);
                let points = vec![from, (x + width, point.1), (self.names.0 - 4.0, middle)];
                placed.path(points, Role::Rule2, 1.0, None);
                taken.lines.push((from, (x + width, point.1)));
            }
            let first = middle - (lines.len() as f64 - 1.0) * LINE / 2.0 + 4.6;
            place_pieces(lines, (self.names.0, first), series, placed);
        }
    }

    /// Values beside the other points, where there is room for them: first those that a finding
    /// tells, the ends of what is joined, then the extremes, then the others.
    fn place_values(&self, taken: &mut Taken, placed: &mut Placed) {
        let plain = self.spec.series.iter().filter(|s| s.emphasis == Emphasis::Plain).count();
        let wanted = |series: &&Series| match series.emphasis {
            Emphasis::Focus => true,
            Emphasis::Plain => plain <= 4,
            Emphasis::Peer => false,
        };
        for rank in 0..=2 {
            for series in self.spec.series.iter().filter(wanted) {
                let before_last = series.points.len().saturating_sub(1);
                // Backwards, as there is least room before a break.
                for (at, point) in series.points.iter().enumerate().take(before_last).rev() {
                    if value_rank(series, at) == rank {
                        self.place_value(series, point, rank, taken, placed);
                    }
                }
            }
        }
    }

    /// A value at its sign; one of rank 0 with a leader if there is no room beside it.
    fn place_value(
        &self,
        series: &Series,
        point: &Point,
        rank: u8,
        taken: &mut Taken,
        placed: &mut Placed,
    ) {
        let Area { x, y, width, height } = self.plot;
        let bounds = Area { x: 0.0, y: y - 14.0, width: x + width + LEADER, height: height + 14.0 };
        let (content, weight) = (&point.label, Weight::Semibold);
        let label = Label { content, size: SIZE, weight, fill: legible(series.color) };
        let at = self.at(point);
        let is_low = self.is_low(series, at);
        let mut found = taken.write(&label, &around(at, is_low), bounds, placed);
        if found.is_none() && rank == 0 {
            let fits = |((spot, anchor), (from, to)): &(Spot, Leg)| {
                let area = text_area(*spot, *anchor, SIZE, weight, content);
                taken.is_free(area, bounds) && !taken.meets(*from, *to)
            };
            let Some((spot, (from, to))) = led(at, is_low).into_iter().find(fits) else { return };
            placed.path(vec![from, to], Role::Rule2, 1.0, None);
            taken.lines.push((from, to));
            found = taken.write(&label, &[spot], bounds, placed);
        }
        if let Some(Area { x, y, width, height }) = found {
            // Two values that touch could each be that of either sign.
            let (width, height) = (width + APART, height + 2.0 * APART);
            taken.areas.push(Area { x: x - APART / 2.0, y: y - APART, width, height });
        }
    }

    /// Whether the nearest sign of another series at about the same date is above a point.
    fn is_low(&self, series: &Series, (x, y): (f64, f64)) -> bool {
        let others = self.spec.series.iter().filter(|other| !std::ptr::eq(*other, series));
        let points = others.filter(|other| other.emphasis != Emphasis::Peer);
        let points = points.flat_map(|other| &other.points).map(|point| self.at(point));
        let near = points.filter(|at| (at.0 - x).abs() < 24.0).map(|at| at.1 - y);
        near.min_by(|a, b| a.abs().total_cmp(&b.abs())).is_some_and(|down| down < 0.0)
    }
}

/// Space above and below a value, and between names of several lines.
const APART: f64 = 6.0;

/// How much the value of a point matters: 0 where a run of joined points begins or ends, 1 if it is
/// the highest or the lowest of its series, 2 otherwise.
fn value_rank(series: &Series, at: usize) -> u8 {
    let is_open = |at: usize| series.points.get(at).is_none_or(|point| point.link == Link::Open);
    if is_open(at) || is_open(at + 1) {
        return 0;
    }
    let values = || series.points.iter().filter_map(|point| point.known.at());
    let own = series.points.get(at).and_then(|point| point.known.at());
    let ends = [values().reduce(f64::max), values().reduce(f64::min)];
    if ends.contains(&own) { 1 } else { 2 }
}

/// Places around a sign, the best first; below it rather than above if it is low.
fn around((x, y): (f64, f64), is_low: bool) -> Vec<Spot> {
    let above = [
        ((x, y - 11.0), Anchor::Middle),
        ((x - 5.0, y - 10.0), Anchor::End),
        ((x + 5.0, y - 10.0), Anchor::Start),
    ];
    let below = [
        ((x, y + 21.0), Anchor::Middle),
        ((x + 5.0, y + 20.0), Anchor::Start),
        ((x - 5.0, y + 20.0), Anchor::End),
    ];
    let (first, then) = if is_low { (below, above) } else { (above, below) };
    let (left, right) = (((x - 9.0, y + 4.6), Anchor::End), ((x + 9.0, y + 4.6), Anchor::Start));
    first.into_iter().chain([left]).chain(then).chain([right]).collect()
}

/// Places further above or below a sign, each with its leader.
fn led((x, y): (f64, f64), is_low: bool) -> Vec<(Spot, Leg)> {
    let shifts = [(0.0, Anchor::Middle), (3.0, Anchor::End), (-3.0, Anchor::Start)];
    let mut found = Vec::new();
    for distance in [24.0, 36.0, 48.0] {
        for is_low in [is_low, !is_low] {
            let (base, from, to) = if is_low {
                (y + distance + SIZE, y + 7.0, y + distance - 1.0)
            } else {
                (y - distance - 3.5, y - 7.0, y - distance + 1.0)
            };
            found.extend(
                shifts.map(|(shift, anchor)| (((x + shift, base), anchor), ((x, from), (x, to)))),
            );
        }
    }
    found
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

/// The height of a name with its value; a name above its value has space around both.
pub(super) fn block_height(lines: &[Vec<Piece>]) -> f64 {
    lines.len() as f64 * LINE + if lines.len() > 1 { APART } else { 0.0 }
}

/// A piece of a line of a label.
pub(super) struct Piece {
    content: String,
    weight: Weight,
    is_value: bool,
}

/// The name and the last value of a series in lines of at most `width`: one line if they fit. A
/// peer has one line or none.
pub(super) fn name_lines(series: &Series, last: &Point, width: f64) -> Option<Vec<Vec<Piece>>> {
    let weight =
        if series.emphasis == Emphasis::Focus { Weight::Semibold } else { Weight::Regular };
    let name = |content: String| Piece { content, weight, is_value: false };
    let is_peer = series.emphasis == Emphasis::Peer;
    let value_weight = if is_peer { Weight::Regular } else { Weight::Semibold };
    let value = Piece { content: last.label.clone(), weight: value_weight, is_value: true };
    if name_width(series) + value_width(series) <= width + 0.01 {
        return Some(vec![vec![name(series.name.clone()), value]]);
    }
    if is_peer {
        return None;
    }
    let mut lines: Vec<Vec<Piece>> =
        wrap(&series.name, width, SIZE, weight).into_iter().map(|line| vec![name(line)]).collect();
    lines.push(vec![value]);
    Some(lines)
}

pub(super) fn place_pieces(
    lines: &[Vec<Piece>],
    (left, first): (f64, f64),
    series: &Series,
    placed: &mut Placed,
) {
    for (at, line) in lines.iter().enumerate() {
        let baseline = first + at as f64 * LINE;
        let mut x = left;
        for piece in line {
            let fill = match (series.emphasis, piece.is_value) {
                (Emphasis::Peer, _) | (Emphasis::Plain, false) => Role::Ink2,
                _ => legible(series.color),
            };
            let at = (x, baseline);
            placed.write(at, Anchor::Start, SIZE, piece.weight, fill, &piece.content);
            x += text_width(&piece.content, SIZE, piece.weight) + 6.0;
        }
    }
}

fn name_width(series: &Series) -> f64 {
    let weight =
        if series.emphasis == Emphasis::Focus { Weight::Semibold } else { Weight::Regular };
    text_width(&series.name, SIZE, weight)
}

/// Width of the last value with the space before it.
fn value_width(series: &Series) -> f64 {
    series.points.last().map_or(0.0, |last| 6.0 + text_width(&last.label, SIZE, Weight::Semibold))
}

/// The number of a tick; the last one carries the unit.
pub(super) fn tick_text(scale: &Scale, ticks: &[f64], at: usize, unit: Unit, lang: Lang) -> String {
    let is_last = at + 1 == ticks.len();
    scale.text(ticks.get(at).copied().unwrap_or(0.0), (4, is_last), unit, lang)
}
