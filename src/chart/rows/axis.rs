//! The axis of a chart of rows: its scale, its numbers, its reference lines with their names.

use super::super::flags::{Flag, LINE_HEIGHT, levels, poles};
use super::super::labels::legible;
use super::super::scale::nice_max;
use super::super::symbol::{Known, Side};
use super::super::{Anchor, Area, Placed, Role, Scale, Weight, text_width};
use super::{AXIS_SIZE, BarRow, BarSpec, Form, LONG, Layout, NAME_SIZE};
use crate::quantity::Unit;

impl Layout {
    /// Writes the names of the reference lines above the rows, like flags on poles. Returns where
    /// the rows begin, and the parts of each pole above them.
    pub(super) fn place_reference_labels(
        &self,
        spec: &BarSpec,
        placed: &mut Placed,
    ) -> (f64, Vec<Vec<(f64, f64)>>) {
        let heading = if self.has_ranks && !self.narrow { LINE_HEIGHT } else { 0.0 };
        // The heading of the ranks stands to the left of the scale.
        let leftmost = if heading > 0.0 { self.scale.start - 6.0 } else { 0.0 };
        let flags: Vec<Flag> = spec
            .lines
            .iter()
            .map(|line| {
                let wide = text_width(&line.label, NAME_SIZE, Weight::Semibold);
                Flag::new(self.scale.px(line.value), wide, leftmost, self.width)
            })
            .collect();
        let levels = levels(&flags);
        let deepest = levels.iter().max().map_or(0, |level| level + 1);
        let names = deepest as f64 * LINE_HEIGHT;
        // Numbers above the rows have a line of their own, as they may stand below any name.
        let head = if is_long(spec) { names + LINE_HEIGHT } else { names.max(heading) };
        let top = head + if head == 0.0 { 2.0 } else { 8.0 };
        for ((flag, level), line) in flags.iter().zip(&levels).zip(&spec.lines) {
            placed.write(
                (flag.left, 12.0 + *level as f64 * LINE_HEIGHT),
                Anchor::Start,
                NAME_SIZE,
                Weight::Semibold,
                legible(line.color),
                &line.label,
            );
        }
        let poles = poles(&flags, &levels);
        if heading > 0.0 {
            placed.write(
                (self.scale.start - 14.0, top - 8.0 - 4.5),
                Anchor::End,
                AXIS_SIZE,
                Weight::Regular,
                Role::Ink3,
                spec.rank_heading,
            );
        }
        (top, poles)
    }

    /// Grid, reference lines and axis numbers, on a long chart above the rows, too. On a narrow
    /// chart names stand between the bars, so lines run only beside the bars and as high as they.
    pub(super) fn place_axis(
        &self,
        spec: &BarSpec,
        spans: &[(f64, f64)],
        poles: &[Vec<(f64, f64)>],
        (top, bottom): (f64, f64),
        placed: &mut Placed,
    ) {
        for (tick, content) in self.numbers(spec) {
            let x = self.scale.px(tick).round();
            if tick != 0.0 {
                verticals(x, spans, Role::Rule, None, placed);
            }
            let wide = text_width(&content, AXIS_SIZE, Weight::Regular);
            let x = x.min(self.width - wide / 2.0).max(wide / 2.0);
            let at = (x, bottom + 17.0);
            placed.write(at, Anchor::Middle, AXIS_SIZE, Weight::Regular, Role::Ink3, &content);
        }
        for (line, pole) in spec.lines.iter().zip(poles) {
            let (x, dash) = (self.scale.px(line.value), Some((4.0, 3.0)));
            if self.narrow {
                verticals(x, spans, line.color, dash, placed);
            }
            verticals(x, pole, line.color, dash, placed);
        }
        // A cut axis does not begin with a zero line.
        let is_cut = self.scale.min > 0.0;
        let (zero, stroke) =
            if is_cut { (self.scale.start, Role::Rule) } else { (self.scale.px(0.0), Role::Ink) };
        verticals(zero.round(), spans, stroke, None, placed);
        if is_long(spec) {
            for (tick, content) in self.numbers(spec) {
                let wide = text_width(&content, AXIS_SIZE, Weight::Regular);
                // Not too close to the heading of the ranks.
                let left = self.scale.px(tick) - wide / 2.0;
                let left = left.min(self.width - wide).max(self.scale.start - 5.0);
                // The line of a reference may pass behind a number.
                placed
                    .rect(Area { x: left, y: top - 24.0, width: wide, height: 16.0 }, Role::Paper);
                let at = (left, top - 12.5);
                placed.write(at, Anchor::Start, AXIS_SIZE, Weight::Regular, Role::Ink3, &content);
            }
        }
    }

    /// The ticks of the axis with their numbers.
    fn numbers(&self, spec: &BarSpec) -> Vec<(f64, String)> {
        let most = if self.scale.length < 150.0 { 2 } else { 4 };
        let ticks = self.scale.ticks(most);
        let last = ticks.len().saturating_sub(1);
        let text = |(at, tick): (usize, f64)| {
            (tick, self.scale.text(tick, (most, at == last), spec.unit, spec.lang))
        };
        ticks.into_iter().enumerate().map(text).collect()
    }
}

/// Whether the numbers of the axis stand above the rows, too: below them, they are out of sight.
fn is_long(spec: &BarSpec) -> bool {
    spec.rows.len() > LONG
}

/// The scale of the rows. For bars: the whole scale of shares and indices, if it is known, else
/// from zero to a round number beyond all values. For dots: the same if it is to be whole, else
/// what the figures and the lines need.
pub(in crate::chart) fn row_scale(spec: &BarSpec, form: Form) -> Scale {
    let marks = spec.lines.iter().map(|line| line.value);
    let known = |row: &BarRow| Known::of(row.quantity, row.interval);
    if form == Form::Dots && !spec.is_whole {
        let ends = spec.rows.iter().filter_map(known).flat_map(|known| known.ends());
        let scale = Scale::over(ends.chain(marks), spec.unit);
        // An open side must have room to be seen as open.
        let is_open = |row: &BarRow| known(row).is_some_and(|known| known.side == Side::Above);
        let room = spec.unit.bounds().high().value().unwrap_or(scale.max * 1.3);
        let max = if spec.rows.iter().any(is_open) { room } else { scale.max };
        return Scale { max, ..scale };
    }
    let whole = match spec.unit {
        _ if spec.is_part => None,
        Unit::Percent | Unit::Score100 => Some(100.0),
        Unit::Index01 => Some(1.0),
        _ => None,
    };
    let ends = spec
        .rows
        .iter()
        .filter_map(|row| row.interval)
        .filter_map(|interval| interval.high().value().or(interval.low().value()));
    let (low, high) =
        ends.chain(marks).fold((0.0, 0.0), |(low, high), value| (value.min(low), value.max(high)));
    let scale = Scale::new(0.0, 1.0, whole.unwrap_or_else(|| nice_max(high)));
    if low < 0.0 {
        let max = if high > 0.0 { scale.max } else { 0.0 };
        return Scale { min: -nice_max(-low), max, ..scale };
    }
    Scale { length: 1.0, ..scale }
}

/// The number at the end of the axis.
pub(super) fn last_number(scale: &Scale, spec: &BarSpec) -> String {
    scale.text(scale.max, (4, true), spec.unit, spec.lang)
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
        placed.dashed((x, *top), (x, *bottom), stroke, width, dash);
    }
}
