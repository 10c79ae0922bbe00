//! Charts of rows: one figure per row, with names, ranks, reference lines and an axis around it.

mod axis;

use axis::last_number;
pub(super) use axis::row_scale;

use super::flags::LINE_HEIGHT;
use super::{
    Anchor, Area, HitArea, Mark, Placed, Role, Scale, Shape, Weight, bars, dots, text_width, wrap,
};
use crate::compare::vietnamese::uncapitalised;
use crate::quantity::{Interval, Quantity, Unit};
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
    /// Its sign, for charts that draw signs.
    pub shape: Shape,
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

/// What a chart of rows shows, as bars or dots.
#[derive(Clone, Debug, PartialEq)]
pub struct BarSpec {
    /// Rows in their order.
    pub rows: Vec<BarRow>,
    /// Index of the first row after units that have none, and words about them.
    pub gap: Option<(usize, String)>,
    /// Reference lines.
    pub lines: Vec<RefLine>,
    /// Unit of the axis.
    pub unit: Unit,
    /// Heading of the column of ranks.
    pub rank_heading: &'static str,
    /// Whether dots use the axis of bars, which for shares and scores holds all that is possible,
    /// so that two pictures side by side have the same axis.
    pub is_whole: bool,
    /// Whether the figures are parts of a score whose own maximum is not printed: their axis ends
    /// beyond the largest of them, not at that of the whole score.
    pub is_part: bool,
    /// Language of the axis numbers.
    pub lang: Lang,
}

pub(super) const NAME_SIZE: f64 = 13.0;
const AXIS_SIZE: f64 = 12.5;
const ROW: f64 = 27.0;
const ROW_NARROW: f64 = 43.0;
pub(super) const BAR: f64 = 15.0;
/// Below this width names stand above their bars.
pub(super) const NARROW: f64 = 480.0;
/// Space between a ring and the value beside it.
pub(super) const RING_GAP: f64 = 11.0;
const AXIS_HEIGHT: f64 = 26.0;
pub(super) const RING: f64 = 5.0;
/// With more rows than these, the axis has its numbers at both ends.
const LONG: usize = 20;
/// How far above or below the rows the pointer may be and still mean one.
const REACH: f64 = 6.0;

/// How the figures of a chart of rows are drawn.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Form {
    /// As bars from zero.
    Bars,
    /// As signs with what they allow, on an axis that may be cut.
    Dots,
}

/// Places rows of bars or dots at a width.
pub(super) fn place_rows(spec: &BarSpec, width: f64, form: Form) -> Placed {
    let layout = Layout::new(spec, width, form);
    let mut placed = Placed { width, reach: REACH, ..Placed::default() };
    let (top, poles) = layout.place_reference_labels(spec, &mut placed);
    let mut y = top;
    let mut rows = Vec::new();
    let mut gap = None;
    for (at, row) in spec.rows.iter().enumerate() {
        if let Some((_, words)) = spec.gap.as_ref().filter(|(after, _)| *after == at) {
            let lines = wrap(words, width, AXIS_SIZE, Weight::Regular);
            let height = lines.len() as f64 * LINE_HEIGHT + 12.0;
            gap = Some((Area { x: 0.0, y, width, height }, lines));
            y += height;
        }
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
        placed.targets.push(HitArea { area, row: at });
    }
    let spans: Vec<(f64, f64)> = if layout.narrow {
        rows.iter()
            .map(|(y, height)| {
                // No longer than a bar: above and below one, lines behind it would look like dirt.
                let middle = layout.middle(*y, *height);
                (middle - BAR / 2.0 + 0.5, middle + BAR / 2.0 - 0.5)
            })
            .collect()
    } else {
        vec![((top - 4.0).max(0.0), bottom)]
    };
    // On a narrow chart, poles end at the first name, else they run through all rows.
    let end = if layout.narrow { top } else { bottom };
    let below = |mut parts: Vec<(f64, f64)>| {
        parts.last_mut().into_iter().for_each(|(_, last)| *last = end);
        parts
    };
    let poles: Vec<Vec<(f64, f64)>> = poles.into_iter().map(below).collect();
    layout.place_axis(spec, &spans, &poles, (top, bottom), &mut placed);
    if let Some((area, lines)) = gap {
        place_gap(area, &lines, &mut placed);
    }
    for (row, (y, height)) in spec.rows.iter().zip(rows) {
        layout.place_row(row, y, height, &mut placed);
    }
    placed
}

/// The place of units without a row: an interruption of all lines, with words and a dotted rule.
fn place_gap(area: Area, lines: &[String], placed: &mut Placed) {
    placed.rect(area, Role::Paper);
    let mut end = (0.0, 0.0);
    for (at, line) in lines.iter().enumerate() {
        let baseline = area.y + 18.0 + at as f64 * LINE_HEIGHT;
        let at = (area.x, baseline);
        placed.write(at, Anchor::Start, AXIS_SIZE, Weight::Regular, Role::Ink3, line);
        end = (text_width(line, AXIS_SIZE, Weight::Regular) + 8.0, baseline - 4.0);
    }
    if end.0 < area.width {
        placed.dashed(end, (area.width, end.1), Role::Rule2, 1.5, Some((1.5, 4.0)));
    }
}

/// Where the columns of a chart of rows stand.
pub(super) struct Layout {
    form: Form,
    narrow: bool,
    width: f64,
    name_width: f64,
    has_ranks: bool,
    rank_heading: &'static str,
    /// The hue of the rows of a ranking that were not chosen.
    common: Option<Role>,
    pub(super) scale: Scale,
}

impl Layout {
    fn new(spec: &BarSpec, width: f64, form: Form) -> Self {
        let narrow = width < NARROW;
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
        let common = common_hue(spec, form);
        let width_of = |row: &BarRow| text_width(&row.name, NAME_SIZE, weight(row, common));
        let names = widest(&mut spec.rows.iter().map(width_of));
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
        let edge = if form == Form::Bars { RING + 1.0 } else { 9.0 };
        let start = if narrow { edge } else { name_width + rank_width + 14.0 };
        let scale = row_scale(spec, form);
        // The label that needs most room after its bar decides the length of the scale.
        let room = width - start;
        let label_width =
            |row: &BarRow| text_width(&row.label, NAME_SIZE, Weight::Semibold) + RING_GAP + 4.0;
        let mut length =
            room - text_width(&last_number(&scale, spec), AXIS_SIZE, Weight::Regular) / 2.0 - 2.0;
        for row in &spec.rows {
            let share = scale.px(label_anchor(row));
            let free = room - label_width(row);
            if share > 0.0 && row.interval.is_some() {
                length = length.min(free / share);
            }
        }
        let scale = scale.along(start, length.max(room * 0.35));
        let rank_heading = spec.rank_heading;
        Self { form, narrow, width, name_width, has_ranks, rank_heading, common, scale }
    }

    fn row_height(&self, row: &BarRow) -> f64 {
        let lines = self.name_lines(row).len().max(1) as f64;
        if self.narrow {
            ROW_NARROW + (lines - 1.0) * LINE_HEIGHT
        } else {
            ROW.max(lines * LINE_HEIGHT + 6.0)
        }
    }

    /// y of the middle of the bar of a row.
    fn middle(&self, y: f64, height: f64) -> f64 {
        if self.narrow { y + height - 15.0 } else { y + height / 2.0 }
    }

    /// "30" in a column with a heading; "hạng 30" above a bar, where there is no heading.
    fn rank_told(&self, row: &BarRow) -> Option<String> {
        let rank = row.rank.as_ref()?;
        let word = uncapitalised(self.rank_heading);
        Some(if self.narrow { format!("{word}\u{a0}{rank}") } else { rank.clone() })
    }

    fn name_lines(&self, row: &BarRow) -> Vec<String> {
        let width = |rank: String| text_width(&rank, AXIS_SIZE, Weight::Regular) + 10.0;
        let rank = self.rank_told(row).map_or(0.0, width);
        let room = if self.narrow { self.width - rank } else { self.name_width + 1.0 };
        wrap(&row.name, room, NAME_SIZE, weight(row, self.common))
    }

    fn place_row(&self, row: &BarRow, y: f64, height: f64, placed: &mut Placed) {
        let lines = self.name_lines(row);
        let text_color = if row.focus { Role::Ink } else { Role::Ink2 };
        let middle = self.middle(y, height);
        let block = (lines.len() as f64 - 1.0) * LINE_HEIGHT;
        let first = if self.narrow { y + 14.0 } else { middle + 4.6 - block / 2.0 };
        for (at, line) in lines.iter().enumerate() {
            let baseline = first + at as f64 * LINE_HEIGHT;
            placed.write(
                (0.0, baseline),
                Anchor::Start,
                NAME_SIZE,
                weight(row, self.common),
                text_color,
                line,
            );
        }
        if let Some(rank) = self.rank_told(row) {
            let at = if self.narrow {
                (self.width, y + 14.0)
            } else {
                (self.scale.start - 14.0, middle + 4.5)
            };
            placed.write(at, Anchor::End, AXIS_SIZE, Weight::Regular, Role::Ink3, &rank);
        }
        let bar = Area { x: self.scale.start, y: middle - BAR / 2.0, width: 0.0, height: BAR };
        match (row.interval, row.quantity) {
            (None, _) => self.place_unknown(row, bar, placed),
            (Some(_), _) if self.form != Form::Bars => dots::place_dot(self, row, bar, placed),
            (Some(interval), quantity) => {
                bars::place_bar(self, row, (interval, quantity), bar, placed);
            }
        }
    }

    /// A hatch over the whole scale, and the reason on it.
    fn place_unknown(&self, row: &BarRow, bar: Area, placed: &mut Placed) {
        let area = Area { width: self.scale.length, ..bar };
        hatch(area, placed);
        let wide = text_width(&row.label, NAME_SIZE, Weight::Regular);
        let x = area.x + 10.0;
        placed.rect(
            Area { x: x - 4.0, y: area.y - 1.0, width: wide + 8.0, height: BAR + 2.0 },
            Role::Paper,
        );
        let baseline = area.y + BAR / 2.0 + 4.6;
        placed.write(
            (x, baseline),
            Anchor::Start,
            NAME_SIZE,
            Weight::Regular,
            Role::NoDataText,
            &row.label,
        );
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

/// The hue of the units of a ranking that were not chosen; `None` for other charts.
fn common_hue(spec: &BarSpec, form: Form) -> Option<Role> {
    let is_ranking = form == Form::Bars && !spec.rank_heading.is_empty();
    let is_there = |hue: &Role| spec.rows.iter().any(|row| row.color == *hue);
    let sets = [Role::Category(1), Role::Category(2)];
    sets.into_iter().find(is_there).filter(|_| is_ranking)
}

/// Names of chosen rows are bold, as not everybody can tell them by hue.
fn weight(row: &BarRow, common: Option<Role>) -> Weight {
    let is_chosen = common.is_some_and(|hue| row.color != hue);
    if row.focus || is_chosen { Weight::Semibold } else { Weight::Regular }
}

/// Grey with lines at 45°, cut to the area.
pub(super) fn hatch(area: Area, placed: &mut Placed) {
    placed.rect(area, Role::NoData);
    let Area { x, y, width, height } = area;
    let mut offset = 4.0;
    while offset < width + height {
        let start = (offset - height).max(0.0);
        let end = offset.min(width);
        placed.line(
            (x + start, y + (offset - start)),
            (x + end, y + (offset - end)),
            Role::NoDataLine,
            0.7,
        );
        offset += 5.5;
    }
}
