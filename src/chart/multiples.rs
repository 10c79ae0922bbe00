//! Small multiples: one panel per indicator, each with its own axis. Zigzags separate the panels if
//! some of them may not be compared.

use super::labels::{AXIS, LINE, SIZE};
use super::rows::{Form, NARROW, place_rows};
use super::{Anchor, BarSpec, HitArea, Placed, Role, Weight, breaks, wrap};

/// One panel.
#[derive(Clone, Debug, PartialEq)]
pub struct MultiplesPanel {
    /// What is measured.
    pub title: String,
    /// Unit and time.
    pub note: String,
    /// Its rows.
    pub rows: BarSpec,
    /// Index in the exhibit of its first row; the others follow.
    pub first_row: usize,
}

/// What small multiples show.
#[derive(Clone, Debug, PartialEq)]
pub struct MultiplesSpec {
    /// The panels.
    pub panels: Vec<MultiplesPanel>,
    /// Whether some of them may not be compared.
    pub is_parted: bool,
}

/// Space between two panels side by side.
const GUTTER: f64 = 40.0;
/// Space between two panels one above the other.
const BETWEEN: f64 = 34.0;

/// Places small multiples at a width.
pub(super) fn place_multiples(spec: &MultiplesSpec, width: f64) -> Placed {
    let columns = if width < NARROW || spec.panels.len() < 2 { 1 } else { 2 };
    let panel_width = if columns == 1 { width } else { (width - GUTTER) / 2.0 };
    let mut placed = Placed { width, reach: 6.0, ..Placed::default() };
    let mut top = 0.0;
    for (at, pair) in spec.panels.chunks(columns).enumerate() {
        if at > 0 {
            if spec.is_parted {
                breaks::lying(width, top + BETWEEN / 2.0, &mut placed);
            }
            top += BETWEEN;
        }
        // The pictures of panels side by side begin at the same height.
        let heads: Vec<Head> = pair.iter().map(|panel| Head::new(panel, panel_width)).collect();
        let head = heads.iter().map(Head::height).fold(0.0, f64::max);
        let mut bottom = top;
        for (column, (panel, lines)) in pair.iter().zip(&heads).enumerate() {
            let left = column as f64 * (panel_width + GUTTER);
            lines.place(left, top, &mut placed);
            let drawn = place_rows(&panel.rows, panel_width, Form::Dots);
            bottom = bottom.max(top + head + drawn.height);
            let (x, y) = (left, top + head);
            placed.marks.extend(drawn.marks.into_iter().map(|mark| mark.shifted(x, y)));
            placed.targets.extend(drawn.targets.into_iter().map(|target| HitArea {
                area: target.area.shifted(x, y),
                row: panel.first_row + target.row,
            }));
        }
        if spec.is_parted && pair.len() > 1 {
            breaks::upright((panel_width + GUTTER / 2.0, top), bottom, &mut placed);
        }
        top = bottom;
    }
    placed.height = top.max(1.0);
    placed
}

/// The heading of a panel, broken into lines.
struct Head {
    title: Vec<String>,
    note: Vec<String>,
}

impl Head {
    fn new(panel: &MultiplesPanel, width: f64) -> Self {
        Self {
            title: wrap(&panel.title, width, SIZE, Weight::Semibold),
            note: wrap(&panel.note, width, AXIS, Weight::Regular),
        }
    }

    fn height(&self) -> f64 {
        (self.title.len() + self.note.len()) as f64 * LINE + 8.0
    }

    fn place(&self, left: f64, top: f64, placed: &mut Placed) {
        let titles = self.title.iter().map(|line| (line, SIZE, Weight::Semibold, Role::Ink));
        let notes = self.note.iter().map(|line| (line, AXIS, Weight::Regular, Role::Ink3));
        for (at, (line, size, weight, fill)) in titles.chain(notes).enumerate() {
            let at = (left, top + 13.0 + at as f64 * LINE);
            placed.write(at, Anchor::Start, size, weight, fill, line);
        }
    }
}
