//! Ranked bars: one row a figure, drawn so that it shows how much is known.
//!
//! A printed value is a solid bar from zero. A bound is a pale band as wide as what it allows,
//! with a ring at the printed limit and an arrow to the open side. An interval that only follows
//! from a list is a pale band between two ticks. Nothing known is a hatch with its reason.

use super::scale::nice_max;
use super::{Anchor, Area, Mark, Placed, Role, Scale, Target, Weight, text_width, wrap};
use crate::quantity::{Hedge, Interval, Quantity, Unit};
use crate::text::number;
use crate::view::Lang;

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct BarRow {
    /// Name.
    pub name: String,
    /// Rank or span of ranks, where it can be told.
    pub rank: Option<String>,
    /// The printed figure.
    pub quantity: Option<Quantity>,
    /// What is possible; `None` where nothing is known.
    pub interval: Option<Interval>,
    /// The figure in words, or the reason why there is none.
    pub label: String,
    /// Hue of the entity.
    pub color: Role,
    /// Whether the row stands out.
    pub focus: bool,
}

/// A reference line.
#[derive(Clone, Debug, PartialEq)]
pub struct RefLine {
    /// Where.
    pub value: f64,
    /// What it is, with its figure.
    pub label: String,
    /// Its hue.
    pub color: Role,
}

/// What a bar chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct BarSpec {
    /// Rows in their order.
    pub rows: Vec<BarRow>,
    /// Reference lines.
    pub lines: Vec<RefLine>,
    /// Unit of the axis.
    pub unit: Unit,
    /// Heading of the column of ranks.
    pub rank_heading: &'static str,
    /// Language of the axis numbers.
    pub lang: Lang,
}

const NAME_SIZE: f64 = 13.0;
const AXIS_SIZE: f64 = 12.5;
const ROW: f64 = 27.0;
const ROW_NARROW: f64 = 43.0;
const BAR: f64 = 15.0;
const LINE_HEIGHT: f64 = 16.5;
/// Below this width names stand above their bars.
const NARROW: f64 = 480.0;
/// Space between a bar's end and its value.
const GAP: f64 = 6.0;
/// The same after a ring.
const RING_GAP: f64 = 11.0;
const AXIS_HEIGHT: f64 = 26.0;
const RING: f64 = 5.0;
/// How far above or below the rows the pointer may be and still mean one.
const REACH: f64 = 6.0;

/// Places a bar chart at a width.
pub fn place_bars(spec: &BarSpec, width: f64) -> Placed {
    let layout = Layout::new(spec, width);
    let mut placed = Placed { width, reach: REACH, ..Placed::default() };
    let top = layout.place_reference_labels(spec, &mut placed);
    let mut y = top;
    let mut rows = Vec::new();
    for row in &spec.rows {
        let height = layout.row_height(row);
        rows.push((y, height));
        y += height;
    }
    let bottom = y + 4.0;
    placed.height = bottom + AXIS_HEIGHT;
    for (at, (row, (y, height))) in spec.rows.iter().zip(&rows).enumerate() {
        let area = Area { x: 0.0, y: *y, width, height: *height };
        if row.focus {
            placed.marks.insert(0, Mark::Rect { area, fill: Role::Lamp });
        }
        placed.targets.push(Target { area, row: at });
    }
    let spans: Vec<(f64, f64)> = if layout.narrow {
        rows.iter()
            .map(|(y, height)| {
                (y + height - 15.0 - BAR / 2.0 - 1.0, y + height - 15.0 + BAR / 2.0 + 4.0)
            })
            .collect()
    } else {
        vec![((top - 4.0).max(0.0), bottom)]
    };
    layout.place_axis(spec, &spans, bottom, &mut placed);
    for (row, (y, height)) in spec.rows.iter().zip(rows) {
        layout.place_row(row, y, height, &mut placed);
    }
    placed
}

struct Layout {
    narrow: bool,
    width: f64,
    name_width: f64,
    has_ranks: bool,
    scale: Scale,
}

impl Layout {
    fn new(spec: &BarSpec, width: f64) -> Self {
        let narrow = width < NARROW;
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
        let names =
            widest(&mut spec.rows.iter().map(|row| text_width(&row.name, NAME_SIZE, weight(row))));
        let has_ranks = spec.rows.iter().any(|row| row.rank.is_some());
        let ranks = widest(
            &mut spec
                .rows
                .iter()
                .filter_map(|row| row.rank.as_deref())
                .map(|rank| text_width(rank, AXIS_SIZE, Weight::Regular)),
        );
        let rank_width = if has_ranks {
            ranks.max(text_width(spec.rank_heading, AXIS_SIZE, Weight::Regular)) + 14.0
        } else {
            0.0
        };
        let name_width = if narrow { 0.0 } else { names.min(width / 3.0).ceil() };
        let start = if narrow { RING + 1.0 } else { name_width + rank_width + 14.0 };
        let max = axis_max(spec);
        // The longest label behind its own bar decides how much room the scale leaves.
        let room = width - start;
        let label_width =
            |row: &BarRow| text_width(&row.label, NAME_SIZE, Weight::Semibold) + RING_GAP + 4.0;
        let mut length =
            room - text_width(&axis_number(max, max, spec), AXIS_SIZE, Weight::Regular) / 2.0 - 2.0;
        for row in &spec.rows {
            let share = (label_anchor(row) / max).clamp(0.0, 1.0);
            let free = room - label_width(row);
            if share > 0.0 && row.interval.is_some() {
                length = length.min(free / share);
            }
        }
        let length = length.max(room * 0.35);
        Self { narrow, width, name_width, has_ranks, scale: Scale::new(start, length, max) }
    }

    fn row_height(&self, row: &BarRow) -> f64 {
        let lines = self.name_lines(row).len().max(1) as f64;
        if self.narrow {
            ROW_NARROW + (lines - 1.0) * LINE_HEIGHT
        } else {
            ROW.max(lines * LINE_HEIGHT + 6.0)
        }
    }

    fn name_lines(&self, row: &BarRow) -> Vec<String> {
        let rank = row
            .rank
            .as_deref()
            .map_or(0.0, |rank| text_width(rank, AXIS_SIZE, Weight::Regular) + 10.0);
        let room = if self.narrow { self.width - rank } else { self.name_width + 1.0 };
        wrap(&row.name, room, NAME_SIZE, weight(row))
    }

    /// Labels of the reference lines, each on a row of its own where two would meet; returns
    /// where the bars begin.
    fn place_reference_labels(&self, spec: &BarSpec, placed: &mut Placed) -> f64 {
        let mut taken: Vec<Vec<(f64, f64)>> = Vec::new();
        let mut labels = Vec::new();
        let heading = if self.has_ranks && !self.narrow { LINE_HEIGHT } else { 0.0 };
        // The heading of the ranks stands to the left of the scale.
        let leftmost = if heading > 0.0 { self.scale.start - 6.0 } else { 0.0 };
        for line in &spec.lines {
            let x = self.scale.px(line.value);
            let wide = text_width(&line.label, NAME_SIZE, Weight::Semibold);
            let left = (x - wide / 2.0).min(self.width - wide).max(leftmost);
            let span = (left - 6.0, left + wide + 6.0);
            let free =
                |row: &Vec<(f64, f64)>| row.iter().all(|(a, b)| span.1 <= *a || span.0 >= *b);
            let level = taken.iter().position(free).unwrap_or(taken.len());
            if level == taken.len() {
                taken.push(Vec::new());
            }
            if let Some(row) = taken.get_mut(level) {
                row.push(span);
            }
            labels.push((left, level, line));
        }
        let top = (taken.len() as f64 * LINE_HEIGHT).max(heading)
            + if taken.is_empty() && heading == 0.0 { 2.0 } else { 8.0 };
        for (left, level, line) in labels {
            placed.marks.push(Mark::Text {
                at: (left, 12.0 + level as f64 * LINE_HEIGHT),
                anchor: Anchor::Start,
                size: NAME_SIZE,
                weight: Weight::Semibold,
                fill: legible(line.color),
                content: line.label.clone(),
            });
        }
        if heading > 0.0 {
            placed.marks.push(text(
                (self.scale.start - 14.0, top - 8.0 - 4.5),
                Anchor::End,
                AXIS_SIZE,
                Weight::Regular,
                Role::Ink3,
                spec.rank_heading,
            ));
        }
        top
    }

    /// Grid, reference lines and axis numbers. On a narrow chart names stand between the bars, so
    /// lines run only along the bars.
    fn place_axis(&self, spec: &BarSpec, spans: &[(f64, f64)], bottom: f64, placed: &mut Placed) {
        let ticks = self.scale.ticks(if self.scale.length < 150.0 { 2 } else { 4 });
        let last = ticks.len().saturating_sub(1);
        for (at, tick) in ticks.iter().enumerate() {
            let x = self.scale.px(*tick).round();
            if at > 0 {
                verticals(x, spans, Role::Rule, None, placed);
            }
            let max = self.scale.max;
            let content = if at == last {
                axis_number(*tick, max, spec)
            } else {
                axis_plain(*tick, max, spec)
            };
            let wide = text_width(&content, AXIS_SIZE, Weight::Regular);
            let x = x.min(self.width - wide / 2.0).max(wide / 2.0);
            let at = (x, bottom + 17.0);
            placed.marks.push(text(
                at,
                Anchor::Middle,
                AXIS_SIZE,
                Weight::Regular,
                Role::Ink3,
                &content,
            ));
        }
        for line in &spec.lines {
            verticals(self.scale.px(line.value), spans, line.color, Some((4.0, 3.0)), placed);
        }
        verticals(self.scale.start.round(), spans, Role::Ink, None, placed);
    }

    fn place_row(&self, row: &BarRow, y: f64, height: f64, placed: &mut Placed) {
        let lines = self.name_lines(row);
        let text_color = if row.focus { Role::Ink } else { Role::Ink2 };
        let middle = if self.narrow { y + height - 15.0 } else { y + height / 2.0 };
        let block = (lines.len() as f64 - 1.0) * LINE_HEIGHT;
        let first = if self.narrow { y + 14.0 } else { middle + 4.6 - block / 2.0 };
        for (at, line) in lines.iter().enumerate() {
            let baseline = first + at as f64 * LINE_HEIGHT;
            placed.marks.push(text(
                (0.0, baseline),
                Anchor::Start,
                NAME_SIZE,
                weight(row),
                text_color,
                line,
            ));
        }
        if let Some(rank) = &row.rank {
            let at = if self.narrow {
                (self.width, y + 14.0)
            } else {
                (self.scale.start - 14.0, middle + 4.5)
            };
            placed.marks.push(text(at, Anchor::End, AXIS_SIZE, Weight::Regular, Role::Ink3, rank));
        }
        let bar = Area { x: self.scale.start, y: middle - BAR / 2.0, width: 0.0, height: BAR };
        match (row.interval, row.quantity) {
            (None, _) => self.place_unknown(row, bar, placed),
            (Some(interval), quantity) => self.place_known(row, interval, quantity, bar, placed),
        }
    }

    /// A hatch over the whole scale, and the reason on it.
    fn place_unknown(&self, row: &BarRow, bar: Area, placed: &mut Placed) {
        let area = Area { width: self.scale.length, ..bar };
        hatch(area, placed);
        let wide = text_width(&row.label, NAME_SIZE, Weight::Regular);
        let x = area.x + 10.0;
        placed.marks.push(Mark::Rect {
            area: Area { x: x - 4.0, y: area.y - 1.0, width: wide + 8.0, height: BAR + 2.0 },
            fill: Role::Paper,
        });
        let baseline = area.y + BAR / 2.0 + 4.6;
        placed.marks.push(text(
            (x, baseline),
            Anchor::Start,
            NAME_SIZE,
            Weight::Regular,
            Role::NoDataText,
            &row.label,
        ));
    }

    fn place_known(
        &self,
        row: &BarRow,
        interval: Interval,
        quantity: Option<Quantity>,
        bar: Area,
        placed: &mut Placed,
    ) {
        let middle = bar.y + BAR / 2.0;
        let low = interval.low().value().unwrap_or(0.0);
        let high = interval.high().value().unwrap_or(self.scale.max);
        let (from, to) = (self.scale.px(low), self.scale.px(high));
        let band = Area { x: from, width: (to - from).max(0.0), ..bar };
        let label_x = match quantity {
            Some(quantity) if quantity.is_bound() => {
                let below = matches!(quantity.hedge, Hedge::Below(_) | Hedge::AtMost);
                let limit = self.scale.px(quantity.value().unwrap_or(high));
                placed.marks.push(Mark::Rect { area: band, fill: row.color.washed() });
                if below {
                    arrow((limit - RING - 1.0, middle), self.scale.start + 1.0, row.color, placed);
                } else {
                    let certain =
                        Area { x: self.scale.start, width: limit - self.scale.start, ..bar };
                    placed.marks.push(Mark::Rect { area: certain, fill: row.color });
                    arrow((limit + RING + 1.0, middle), to - 1.0, row.color, placed);
                }
                placed.marks.push(Mark::Circle {
                    center: (limit, middle),
                    radius: RING,
                    color: row.color,
                    ring: Some(2.5),
                });
                limit + RING_GAP
            }
            Some(quantity) if quantity.value().is_some() => {
                let end = self.scale.px(quantity.value().unwrap_or(high));
                let width = (end - bar.x).max(1.0);
                placed.marks.push(Mark::Rect { area: Area { width, ..bar }, fill: row.color });
                if quantity.hedge == Hedge::About {
                    // Hollow: the value is not known to the digit.
                    let inner = Area {
                        x: bar.x + 2.0,
                        y: bar.y + 2.0,
                        width: (width - 4.0).max(0.0),
                        height: BAR - 4.0,
                    };
                    placed.marks.push(Mark::Rect { area: inner, fill: Role::Paper });
                }
                end + GAP
            }
            _ => {
                placed.marks.push(Mark::Rect { area: band, fill: row.color.washed() });
                for x in [from, to] {
                    placed.marks.push(Mark::Line {
                        from: (x, bar.y),
                        to: (x, bar.y + BAR),
                        stroke: row.color,
                        width: 2.0,
                        dash: None,
                    });
                }
                to + GAP
            }
        };
        let derived = quantity.is_none();
        let (weight, fill) =
            if derived { (Weight::Regular, Role::Ink2) } else { (Weight::Semibold, Role::Ink) };
        // Grid and reference lines stop at the label; a band that it stands on goes on behind it.
        let width = text_width(&row.label, NAME_SIZE, weight) + 4.0;
        let area = Area { x: label_x - 2.0, y: bar.y, width, height: BAR };
        let ground = if row.focus { Role::Lamp } else { Role::Paper };
        placed.marks.push(Mark::Rect { area, fill: ground });
        let covered = (band.x + band.width).min(area.x + width) - area.x;
        if quantity.is_some_and(|quantity| quantity.is_bound()) && covered > 0.0 {
            let area = Area { width: covered, ..area };
            placed.marks.push(Mark::Rect { area, fill: row.color.washed() });
        }
        placed.marks.push(text(
            (label_x, middle + 4.6),
            Anchor::Start,
            NAME_SIZE,
            weight,
            fill,
            &row.label,
        ));
    }
}

/// Where a row's label is anchored on the scale.
fn label_anchor(row: &BarRow) -> f64 {
    match (row.quantity.and_then(|quantity| quantity.value()), row.interval) {
        (Some(value), _) => value,
        (None, Some(interval)) => interval.high().value().unwrap_or(0.0),
        (None, None) => 0.0,
    }
}

fn weight(row: &BarRow) -> Weight {
    if row.focus { Weight::Semibold } else { Weight::Regular }
}

/// The end of the axis: the whole scale for shares and indices, else a round number above all.
fn axis_max(spec: &BarSpec) -> f64 {
    match spec.unit {
        Unit::Percent | Unit::Score100 => 100.0,
        Unit::Index01 => 1.0,
        _ => {
            let ends = spec
                .rows
                .iter()
                .filter_map(|row| row.interval)
                .filter_map(|i| i.high().value().or(i.low().value()));
            nice_max(ends.chain(spec.lines.iter().map(|line| line.value)).fold(0.0, f64::max))
        }
    }
}

/// An axis number with its unit, for the last tick.
fn axis_number(value: f64, max: f64, spec: &BarSpec) -> String {
    let plain = axis_plain(value, max, spec);
    let word = match (max, spec.lang) {
        (1e9.., Lang::Vi) => "tỷ",
        (1e9.., Lang::En) => "billion",
        (1e6.., Lang::Vi) => "triệu",
        (1e6.., Lang::En) => "million",
        _ => "",
    };
    match spec.unit {
        Unit::Percent => format!("{plain}%"),
        _ if word.is_empty() => plain,
        _ => format!("{plain}{}{word}", crate::text::NBSP),
    }
}

fn axis_plain(value: f64, max: f64, spec: &BarSpec) -> String {
    let scale = if max >= 1e9 {
        1e9
    } else if max >= 1e6 {
        1e6
    } else {
        1.0
    };
    let step = Scale::new(0.0, 1.0, max).step(4) / scale;
    let decimals = if value == 0.0 { 0 } else { crate::quantity::decimals_of(step) };
    number(value / scale, decimals, spec.lang)
}

/// Hues that are not legible as text give way to ink.
fn legible(color: Role) -> Role {
    match color {
        Role::Category(4..=6 | 8) => Role::Ink,
        other => other,
    }
}

fn text(
    at: (f64, f64),
    anchor: Anchor,
    size: f64,
    weight: Weight,
    fill: Role,
    content: &str,
) -> Mark {
    Mark::Text { at, anchor, size, weight, fill, content: content.to_owned() }
}

fn verticals(
    x: f64,
    spans: &[(f64, f64)],
    stroke: Role,
    dash: Option<(f64, f64)>,
    placed: &mut Placed,
) {
    let width = if dash.is_some() { 1.5 } else { 1.0 };
    for (top, bottom) in spans {
        placed.marks.push(Mark::Line { from: (x, *top), to: (x, *bottom), stroke, width, dash });
    }
}

/// An arrow from `from` along its height to `to`.
fn arrow(from: (f64, f64), to: f64, color: Role, placed: &mut Placed) {
    if (from.0 - to).abs() < 6.0 {
        return;
    }
    let back = if to < from.0 { 4.0 } else { -4.0 };
    let tip = (to, from.1);
    let mut stroke = |from, to| {
        placed.marks.push(Mark::Line { from, to, stroke: color, width: 2.0, dash: None });
    };
    stroke(from, tip);
    stroke((to + back, from.1 - 4.0), tip);
    stroke((to + back, from.1 + 4.0), tip);
}

/// Grey with lines at 45°, cut to the area.
pub(super) fn hatch(area: Area, placed: &mut Placed) {
    placed.marks.push(Mark::Rect { area, fill: Role::NoData });
    let Area { x, y, width, height } = area;
    let mut offset = 4.0;
    while offset < width + height {
        let start = (offset - height).max(0.0);
        let end = offset.min(width);
        placed.marks.push(Mark::Line {
            from: (x + start, y + (offset - start)),
            to: (x + end, y + (offset - end)),
            stroke: Role::NoDataLine,
            width: 0.7,
            dash: None,
        });
        offset += 5.5;
    }
}
