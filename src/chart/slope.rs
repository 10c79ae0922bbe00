//! From one date to another: a line for each entity, none across a break.

use super::labels::{LINE, SIZE, Wish, legible, set_apart};
use super::lines::names::{block_height, name_lines, place_pieces};
use super::lines::{Emphasis, Link, Point, STRAY, Series, Stroke, drawable};
use super::rows::NARROW;
use super::symbol::{sign, span};
use super::{Anchor, Area, HitArea, Placed, Role, Scale, Weight, breaks, text_width, wrap};
use crate::quantity::Unit;
use crate::view::Lang;

/// What a slope chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct SlopeSpec {
    /// The two dates in words.
    pub dates: [String; 2],
    /// The entities, the most important first, each with a figure for both dates.
    pub series: Vec<Series>,
    /// Whether no entity's two figures are comparable: a zigzag replaces the lines.
    pub is_broken: bool,
    /// Unit of the figures.
    pub unit: Unit,
    /// Language.
    pub lang: Lang,
}

/// Space for a leader beside a column of labels.
const LEADER: f64 = 16.0;
/// Space between a sign and its label.
const GAP: f64 = 10.0;

/// Places a slope chart at a width.
pub(super) fn place_slope(spec: &SlopeSpec, width: f64) -> Placed {
    // An entity without a finite value at both dates has no slope.
    let mut series = drawable(&spec.series);
    series.retain(|series| series.points.len() == 2);
    let spec = &SlopeSpec { series, ..spec.clone() };
    let chart = Chart::new(spec, width);
    let height = chart.bottom + 14.0;
    let mut placed = Placed { width, height, reach: 30.0, ..Placed::default() };
    chart.place_dates(&mut placed);
    for emphasis in [Emphasis::Peer, Emphasis::Plain, Emphasis::Focus] {
        for series in spec.series.iter().filter(|series| series.emphasis == emphasis) {
            chart.place_line(series, &mut placed);
        }
    }
    chart.place_first_values(&mut placed);
    chart.place_names(&mut placed);
    for series in &spec.series {
        for (side, point) in series.points.iter().enumerate() {
            let area = Area::around(chart.at(point, side), 9.0);
            placed.targets.push(HitArea { area, row: point.row });
        }
    }
    placed
}

struct Chart<'a> {
    spec: &'a SlopeSpec,
    /// The two dates, broken into lines.
    dates: [Vec<String>; 2],
    scale: Scale,
    top: f64,
    bottom: f64,
    /// x of the two dates.
    sides: [f64; 2],
    /// Width of the column of names.
    column: f64,
    width: f64,
}

impl<'a> Chart<'a> {
    fn new(spec: &'a SlopeSpec, width: f64) -> Self {
        let points = || spec.series.iter().flat_map(|series| &series.points);
        // Values stand beside the lines, so there is no axis that should begin at zero.
        let scale = Scale::snug(points().flat_map(|point| point.known.ends()));
        let dates = spec
            .dates
            .each_ref()
            .map(|words| wrap(words, width / 2.0 - 6.0, SIZE, Weight::Semibold));
        let lines = dates.iter().map(Vec::len).max().unwrap_or(1) as f64;
        let top = 16.0 + lines * LINE;
        let tall = if width < NARROW { 230.0 } else { 320.0 };
        let labelled = || spec.series.iter().filter(|series| series.emphasis != Emphasis::Peer);
        let value = |point: &Point| text_width(&point.label, SIZE, Weight::Semibold);
        let values = labelled().filter_map(|series| series.points.first()).map(value);
        let left = values.fold(30.0, f64::max).min(width / 3.0);
        let names = spec.series.iter().map(|s| text_width(&s.name, SIZE, Weight::Semibold));
        let last = spec.series.iter().filter_map(|series| series.points.last()).map(value);
        let last = last.fold(0.0, f64::max);
        let one_line = names.fold(60.0, f64::max) + last + 6.0;
        // Values are never cut, even if the column then exceeds a third of the width.
        let column = one_line.min(width / 3.0).max(last);
        let sides = [left + LEADER + GAP, width - column - LEADER - GAP];
        let scale = scale.along(top + tall, -tall);
        Self { spec, dates, scale, top, bottom: top + tall, sides, column, width }
    }

    fn at(&self, point: &Point, side: usize) -> (f64, f64) {
        let x = self.sides.get(side).copied().unwrap_or(0.0);
        (x, point.known.at().map_or(self.bottom, |at| self.scale.px(at)))
    }

    fn place_dates(&self, placed: &mut Placed) {
        let [left, right] = self.sides;
        for x in self.sides {
            placed.line((x, self.top - 6.0), (x, self.bottom + 8.0), Role::Rule, 1.0);
        }
        if self.spec.is_broken {
            let middle = f64::midpoint(left, right);
            breaks::upright((middle, self.top - 6.0), self.bottom + 8.0, placed);
        }
        let half = self.width / 2.0;
        let bounds = [(0.0, half - 3.0), (half + 3.0, self.width)];
        for ((lines, x), (from, to)) in self.dates.iter().zip(self.sides).zip(bounds) {
            for (at, line) in lines.iter().enumerate() {
                let wide = text_width(line, SIZE, Weight::Semibold);
                let at = ((x - wide / 2.0).min(to - wide).max(from), 13.0 + at as f64 * LINE);
                placed.write(at, Anchor::Start, SIZE, Weight::Semibold, Role::Ink, line);
            }
        }
    }

    fn place_line(&self, series: &Series, placed: &mut Placed) {
        let (width, radius) = match series.emphasis {
            Emphasis::Focus => (3.25, 6.0),
            Emphasis::Plain => (2.25, 5.0),
            Emphasis::Peer => (1.25, 2.5),
        };
        if let [first, last] = series.points.as_slice()
            && last.link != Link::Open
            && !self.spec.is_broken
        {
            let points = vec![self.at(first, 0), self.at(last, 1)];
            let stroke = Stroke::of(series, &self.spec.series);
            if stroke.is_alone {
                placed.path(points.clone(), Role::Paper, 7.0, None);
            }
            let dash = (last.link == Link::Dotted).then_some((2.0, 4.0)).or(stroke.dash);
            placed.path(points, series.color, width, dash);
        }
        for (side, point) in series.points.iter().enumerate() {
            let (x, y) = self.at(point, side);
            let along = |value: f64| (x, self.scale.px(value));
            span(&point.known, along, (self.scale.min, self.scale.max), series.color, placed);
            sign(&point.known, series.shape, (x, y), (radius, series.color), placed);
        }
    }

    /// The values of the first date, at the left.
    fn place_first_values(&self, placed: &mut Placed) {
        let found: Vec<(&Series, &Point)> = self
            .spec
            .series
            .iter()
            .filter(|series| series.emphasis != Emphasis::Peer)
            .filter_map(|series| Some((series, series.points.first()?)))
            .collect();
        let wish = |(series, point): &(&Series, &Point)| Wish {
            middle: self.at(point, 0).1,
            height: LINE,
            rank: series.emphasis as u8,
        };
        let wishes: Vec<Wish> = found.iter().map(wish).collect();
        let middles = set_apart(&wishes, (self.top - 8.0, self.bottom + 10.0), STRAY);
        for ((series, point), middle) in found.iter().zip(middles) {
            let Some(middle) = middle else { continue };
            let (x, y) = self.at(point, 0);
            let end = x - GAP - LEADER;
            leader((x - 7.0, y), (end + 3.0, middle), placed);
            let at = (end, middle + 4.6);
            let fill = legible(series.color);
            placed.write(at, Anchor::End, SIZE, Weight::Semibold, fill, &point.label);
        }
    }

    /// Names and the values of the second date, at the right.
    fn place_names(&self, placed: &mut Placed) {
        let found: Vec<_> = self
            .spec
            .series
            .iter()
            .filter_map(|series| {
                let point = series.points.last()?;
                Some((series, point, name_lines(series, point, self.column)?))
            })
            .collect();
        let wishes: Vec<Wish> = found
            .iter()
            .map(|(series, point, lines)| Wish {
                middle: self.at(point, 1).1,
                height: block_height(lines),
                rank: series.emphasis as u8,
            })
            .collect();
        let middles = set_apart(&wishes, (self.top - 8.0, self.bottom + 10.0), STRAY);
        for ((series, point, lines), middle) in found.iter().zip(middles) {
            let Some(middle) = middle else { continue };
            let (x, y) = self.at(point, 1);
            let start = x + GAP + LEADER;
            leader((x + 7.0, y), (start - 3.0, middle), placed);
            let first = middle - (lines.len() as f64 - 1.0) * LINE / 2.0 + 4.6;
            place_pieces(lines, (start, first), series, placed);
        }
    }
}

/// A thin line from a sign to a label that had to move.
fn leader(from: (f64, f64), to: (f64, f64), placed: &mut Placed) {
    if (from.1 - to.1).abs() > 4.0 {
        placed.path(vec![from, to], Role::Rule2, 1.0, None);
    }
}
