//! Names with the last value, in a column beside lines.

use super::super::labels::{LINE, SIZE, Taken, Wish, legible, set_apart};
use super::super::{Anchor, Area, Placed, Role, Weight, text_width, wrap};
use super::{APART, Chart, Emphasis, Point, STRAY, Series};

impl Chart<'_> {
    /// Names and last values at the right, moved apart, with leaders where they had to move.
    pub(super) fn place_names(&self, taken: &mut Taken, placed: &mut Placed) {
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
}

/// The height of a name with its value; a name above its value has space around both.
pub(in crate::chart) fn block_height(lines: &[Vec<Piece>]) -> f64 {
    lines.len() as f64 * LINE + if lines.len() > 1 { APART } else { 0.0 }
}

/// A piece of a line of a label.
pub(in crate::chart) struct Piece {
    content: String,
    weight: Weight,
    is_value: bool,
}

/// The name and the last value of a series in lines of at most `width`: one line if they fit. A
/// peer has one line or none.
pub(in crate::chart) fn name_lines(
    series: &Series,
    last: &Point,
    width: f64,
) -> Option<Vec<Vec<Piece>>> {
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

pub(in crate::chart) fn place_pieces(
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

pub(super) fn name_width(series: &Series) -> f64 {
    let weight =
        if series.emphasis == Emphasis::Focus { Weight::Semibold } else { Weight::Regular };
    text_width(&series.name, SIZE, weight)
}

/// Width of the last value with the space before it.
pub(super) fn value_width(series: &Series) -> f64 {
    series.points.last().map_or(0.0, |last| 6.0 + text_width(&last.label, SIZE, Weight::Semibold))
}
