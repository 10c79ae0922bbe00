//! Progress to a target: the whole scale as a track, filled up to the figure, with a target flag.

use super::labels::{AXIS, LINE, SIZE, legible};
use super::rows::hatch;
use super::symbol::{Known, Side, flag, symbol};
use super::{Anchor, Area, HitArea, Placed, Role, Scale, Shape, Weight, text_width, wrap};
use crate::quantity::Unit;
use crate::view::Lang;

/// The progress of one entity to its target.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgressRow {
    /// Name of the entity.
    pub name: String,
    /// The period of the figure.
    pub detail: String,
    /// What is known; `None` for a gap.
    pub known: Option<Known>,
    /// The figure in words, or why there is none.
    pub label: String,
    /// The target.
    pub target: f64,
    /// The target in words, with its date.
    pub target_label: String,
    /// Hue.
    pub color: Role,
    /// Its sign, for a figure that is not known exactly.
    pub shape: Shape,
    /// Row of the figure in the exhibit.
    pub row: usize,
    /// Row of the target.
    pub target_row: usize,
}

/// What a chart of progress shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgressSpec {
    /// One row per target.
    pub rows: Vec<ProgressRow>,
    /// Unit of the figures.
    pub unit: Unit,
    /// Language.
    pub lang: Lang,
}

const TRACK: f64 = 12.0;
/// Height of the pole of a flag above its track.
const POLE: f64 = 14.0;
const EDGE: f64 = 9.0;

/// Places progress to targets at a width.
pub(super) fn place_progress(spec: &ProgressSpec, width: f64) -> Placed {
    let scale = scale(spec).along(EDGE, width - EDGE - 20.0);
    let mut placed = Placed { width, reach: 12.0, ..Placed::default() };
    let mut y = 0.0;
    for row in &spec.rows {
        y = place_row(row, y, &scale, width, &mut placed);
    }
    let ticks = scale.ticks(4);
    for (at, tick) in ticks.iter().enumerate() {
        let number = scale.text(*tick, (4, at + 1 == ticks.len()), spec.unit, spec.lang);
        let half = text_width(&number, AXIS, Weight::Regular) / 2.0;
        let x = scale.px(*tick).min(width - half).max(half);
        let at = (x, y + 14.0);
        placed.write(at, Anchor::Middle, AXIS, Weight::Regular, Role::Ink3, &number);
    }
    placed.height = y + 20.0;
    placed
}

/// The whole scale of a share or an index; else from zero to the largest target or figure.
fn scale(spec: &ProgressSpec) -> Scale {
    if let Some(most) = spec.unit.bounds().high().value() {
        return Scale::new(0.0, 1.0, most);
    }
    let reached = spec.rows.iter().filter_map(|row| row.known).flat_map(|known| known.ends());
    let wanted = spec.rows.iter().map(|row| row.target);
    Scale::over(reached.chain(wanted).chain([0.0]), spec.unit)
}

/// Places a row from `top` on and returns where the next begins.
fn place_row(row: &ProgressRow, top: f64, scale: &Scale, width: f64, placed: &mut Placed) -> f64 {
    let start = top;
    let mut baseline = top + 14.0;
    let detail_width = text_width(&row.detail, AXIS, Weight::Regular);
    let lines = wrap(&row.name, width, SIZE, Weight::Semibold);
    let mut end = 0.0;
    for (at, line) in lines.iter().enumerate() {
        baseline = top + 14.0 + at as f64 * LINE;
        let at = (0.0, baseline);
        placed.write(at, Anchor::Start, SIZE, Weight::Semibold, Role::Ink, line);
        end = text_width(line, SIZE, Weight::Semibold) + 8.0;
    }
    // The period follows the name if both fit on one line.
    if end + detail_width > width {
        baseline += LINE;
        end = 0.0;
    }
    let at = (end, baseline);
    placed.write(at, Anchor::Start, AXIS, Weight::Regular, Role::Ink3, &row.detail);

    let middle = baseline + 14.0 + LINE + POLE / 2.0 + TRACK / 2.0;
    let track =
        Area { x: scale.start, y: middle - TRACK / 2.0, width: scale.length, height: TRACK };
    place_track(row, track, scale, placed);
    let pole = scale.px(row.target);
    if row.target.is_finite() {
        flag((pole, track.y + TRACK), track.y - POLE, Role::Ink, placed);
    }
    let wide = text_width(&row.target_label, SIZE, Weight::Regular);
    let left = (pole - wide / 2.0).min(width - wide).max(0.0);
    let at = (left, track.y - POLE - 5.0);
    let label = &row.target_label;
    placed.write(at, Anchor::Start, SIZE, Weight::Regular, Role::Ink2, label);

    let wide = text_width(&row.label, SIZE, Weight::Semibold);
    let at = row.known.and_then(|known| known.at()).map_or(scale.start, |at| scale.px(at));
    let left = (at - wide / 2.0).min(width - wide).max(0.0);
    let (weight, fill) = match row.known {
        Some(_) => (Weight::Semibold, legible(row.color)),
        None => (Weight::Regular, Role::NoDataText),
    };
    let below = (left, track.y + TRACK + 17.0);
    placed.write(below, Anchor::Start, SIZE, weight, fill, &row.label);
    let next = track.y + TRACK + 36.0;
    let area = Area { x: 0.0, y: track.y + TRACK / 2.0, width, height: next - 10.0 - track.y };
    placed.targets.push(HitArea { area: Area { height: 26.0, ..area }, row: row.row });
    let area = Area { x: 0.0, y: start, width, height: track.y + TRACK / 2.0 - start };
    placed.targets.push(HitArea { area, row: row.target_row });
    next
}

/// What is reached: solid where certain, pale where possible, with a hollow sign at a limit, hatched
/// where nothing is known.
fn place_track(row: &ProgressRow, track: Area, scale: &Scale, placed: &mut Placed) {
    let Some((known, at)) = row.known.and_then(|known| Some((known, known.at()?))) else {
        return hatch(track, placed);
    };
    // An outline sets what is possible apart from the empty rest.
    let inner = Area {
        x: track.x + 1.0,
        y: track.y + 1.0,
        width: track.width - 2.0,
        height: track.height - 2.0,
    };
    placed.rect(track, Role::Rule2);
    placed.rect(inner, Role::Paper);
    let to = |value: f64| Area { width: (scale.px(value) - track.x).max(0.0), ..track };
    let (certain, possible) = match known.side {
        Side::Exact | Side::About => (Some(at), None),
        Side::Below => (None, Some(at)),
        Side::Above => (Some(at), Some(known.high.unwrap_or(scale.max))),
        Side::Between => (known.low, known.high),
    };
    if let Some(value) = possible {
        placed.rect(to(value), row.color.washed());
    }
    if let Some(value) = certain {
        placed.rect(to(value), row.color);
    }
    // An exact figure is where the bar ends; a sign there would lengthen it.
    if !matches!(known.side, Side::Exact | Side::Between) {
        let center = (scale.px(at), track.y + TRACK / 2.0);
        symbol(row.shape, center, 6.5, row.color, true, placed);
    }
}
