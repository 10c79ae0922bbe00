//! Values beside the points of lines, except the last: those stand with the names.

use super::super::labels::{Label, Leg, SIZE, Spot, Taken, legible, text_area};
use super::super::{Anchor, Area, Placed, Role, Weight};
use super::{APART, Chart, Emphasis, LEADER, Link, Point, Series};

impl Chart<'_> {
    /// Values beside the other points, where there is room for them: first those that a finding
    /// tells, the ends of what is joined, then the extremes, then the others.
    pub(super) fn place_values(&self, taken: &mut Taken, placed: &mut Placed) {
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
