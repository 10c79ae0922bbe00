//! Counts out of a known whole: for each count a row of small squares, of which that many are
//! filled. On a phone, where squares would be too small, a solid bar.

use super::labels::{LINE, SIZE};
use super::{Anchor, Area, HitArea, Placed, Role, Weight, text_width, wrap};

/// One count of a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct SquareRow {
    /// What was counted.
    pub name: String,
    /// How many.
    pub count: u16,
    /// The count in words: "57/63".
    pub label: String,
}

/// Counts of one whole, in the order of the rows.
#[derive(Clone, Debug, PartialEq)]
pub struct SquareSpec {
    /// The rows.
    pub rows: Vec<SquareRow>,
    /// The whole.
    pub of: u16,
    /// Hue of what is counted.
    pub color: Role,
}

/// Below this width, names stand above solid bars.
const WIDE: f64 = 560.0;
/// Pixels between two squares.
const SPACE: f64 = 1.5;

/// Places the rows at a width.
pub(super) fn place_squares(spec: &SquareSpec, width: f64) -> Placed {
    let wide = width >= WIDE;
    let label = spec.rows.iter().map(|row| text_width(&row.label, SIZE, Weight::Semibold));
    let label = label.fold(0.0, f64::max) + 8.0;
    let names = if wide { (width * 0.36).floor() } else { width };
    let start = if wide { names + 12.0 } else { 0.0 };
    let length = (width - start - label).max(60.0);
    let mut placed = Placed { width, ..Placed::default() };
    let mut y = 0.0;
    for (at, row) in spec.rows.iter().enumerate() {
        let lines = wrap(&row.name, names, SIZE, Weight::Regular);
        let block = lines.len() as f64 * LINE;
        let height = if wide { block.max(LINE) + 9.0 } else { block + 26.0 };
        for (line, content) in lines.iter().enumerate() {
            let baseline = y + 13.0 + line as f64 * LINE;
            let (at, anchor) = ((0.0, baseline), Anchor::Start);
            placed.write(at, anchor, SIZE, Weight::Regular, Role::Ink2, content);
        }
        let middle = if wide { y + block / 2.0 } else { y + block + 9.0 };
        let area = Area { x: start, y: middle - 6.0, width: length, height: 12.0 };
        let end = if wide {
            squares(spec, row, area, &mut placed)
        } else {
            bar(spec, row, area, &mut placed)
        };
        let at_label = (end + 8.0, middle + 4.6);
        placed.write(at_label, Anchor::Start, SIZE, Weight::Semibold, Role::Ink, &row.label);
        placed.targets.push(HitArea { area: Area { x: 0.0, y, width, height }, row: at });
        y += height;
    }
    placed.height = y;
    placed
}

/// All the squares, the filled ones first; returns the x where they end.
fn squares(spec: &SquareSpec, row: &SquareRow, area: Area, placed: &mut Placed) -> f64 {
    let pitch = (area.width / f64::from(spec.of.max(1))).min(9.0);
    let side = pitch - SPACE;
    for at in 0..spec.of {
        let fill = if at < row.count { spec.color } else { spec.color.washed() };
        let x = area.x + f64::from(at) * pitch;
        let area = Area { x, y: area.y + (12.0 - side) / 2.0, width: side, height: side };
        placed.rect(area, fill);
    }
    area.x + f64::from(spec.of) * pitch
}

fn bar(spec: &SquareSpec, row: &SquareRow, area: Area, placed: &mut Placed) -> f64 {
    placed.rect(area, spec.color.washed());
    let share = f64::from(row.count.min(spec.of)) / f64::from(spec.of.max(1));
    let filled = Area { width: area.width * share, ..area };
    placed.rect(filled, spec.color);
    area.x + area.width
}
