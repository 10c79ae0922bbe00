//! The mark of a break: nothing is computed across it.

use super::{Area, Placed, Role};

/// A vertical break from a point down to `bottom`, on a band.
pub(super) fn upright((x, top): (f64, f64), bottom: f64, placed: &mut Placed) {
    let area = Area { x: x - 12.0, y: top, width: 24.0, height: bottom - top };
    placed.rect(area, Role::BreakSoft);
    zigzag(bottom - top, &|along, aside| (x + aside, top + along), placed);
}

/// A horizontal break from side to side, on a band.
pub(super) fn lying(width: f64, y: f64, placed: &mut Placed) {
    let area = Area { x: 0.0, y: y - 8.0, width, height: 16.0 };
    placed.rect(area, Role::BreakSoft);
    zigzag(width, &|along, aside| (along, y + aside), placed);
}

/// A zigzag of a length; `place` returns the point at a distance along it and a distance aside.
pub(super) fn zigzag(length: f64, place: &dyn Fn(f64, f64) -> (f64, f64), placed: &mut Placed) {
    let strokes = (length / 11.0).floor().max(1.0);
    let points = (0..=strokes as usize)
        .map(|n| place(length * n as f64 / strokes, if n % 2 == 0 { -3.5 } else { 3.5 }))
        .collect();
    placed.path(points, Role::Break, 1.75, None);
}
