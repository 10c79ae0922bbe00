//! Linear scales, their ticks, and the numbers on them.

use crate::quantity::{Unit, decimals_of, magnitude};
use crate::text::{NBSP, number};
use crate::view::Lang;

/// A linear scale from values to pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Pixel of its lowest value.
    pub start: f64,
    /// Pixels that the scale covers; negative where it grows upwards.
    pub length: f64,
    /// Value at its start.
    pub min: f64,
    /// Value at its end, above `min`.
    pub max: f64,
}

impl Scale {
    /// A scale from zero to `max`; a `max` that is not a positive number counts as 1, so that an
    /// empty set or one of zeros still has an axis.
    pub fn new(start: f64, length: f64, max: f64) -> Self {
        let max = if max.is_finite() && max > 0.0 { max } else { 1.0 };
        Self { start, length, min: 0.0, max }
    }

    /// A scale that contains `values` of a unit. It begins at zero unless they all lie close
    /// together far from it; without values it ends at the unit's maximum, else at 1.
    pub(super) fn over(values: impl Iterator<Item = f64>, unit: Unit) -> Self {
        let (low, high) = range(values);
        if low > high {
            return Self::new(0.0, 1.0, unit.bounds().high().value().unwrap_or(1.0));
        }
        // A share is read against 0% and 100%, a score only against other scores. A number that
        // halved must not lie on the floor.
        let close = if matches!(unit, Unit::Index01 | Unit::Score100) { 0.45 } else { 0.75 };
        let cut = unit != Unit::Percent && low > close * high && high - low > 0.01 * high;
        let base = if cut { low } else { low.min(0.0) };
        let span = if high > base { high - base } else { base.abs().max(1.0) };
        let step = nice_step(span, 4);
        let most = unit.bounds().high().value().unwrap_or(f64::INFINITY);
        let max = (high.max(base) + 0.05 * span).min(most.max(high));
        let min = if base == 0.0 { 0.0 } else { (base / step + 1e-9).floor() * step };
        Self { start: 0.0, length: 1.0, min, max: if max > min { max } else { min + span } }
    }

    /// A scale that contains `values` and little else, for charts without an axis.
    pub(super) fn snug(values: impl Iterator<Item = f64>) -> Self {
        let (low, high) = range(values);
        let span = high - low;
        if span > 0.0 {
            let (min, max) = (low - 0.04 * span, high + 0.04 * span);
            return Self { start: 0.0, length: 1.0, min, max };
        }
        // One value stands in the middle.
        if low == high {
            return Self { start: 0.0, length: 1.0, min: low - 1.0, max: low + 1.0 };
        }
        Self::new(0.0, 1.0, 1.0)
    }

    /// The same scale over other pixels.
    pub(super) fn along(self, start: f64, length: f64) -> Self {
        Self { start, length, ..self }
    }

    /// Pixel of a value, kept within the scale.
    pub fn px(&self, value: f64) -> f64 {
        let share = (value - self.min) / (self.max - self.min);
        let share = if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) };
        self.start + share * self.length
    }

    /// The step between ticks: 1, 2, 2.5 or 5 times a power of ten, so that at most `most` steps
    /// fit.
    pub fn step(&self, most: usize) -> f64 {
        nice_step(self.max - self.min, most)
    }

    /// Ticks at the multiples of a step.
    pub fn ticks(&self, most: usize) -> Vec<f64> {
        let step = self.step(most);
        let first = (self.min / step - 1e-9).ceil();
        let count = (self.max / step + 1e-9).floor() - first;
        (0..=count.max(0.0) as usize).map(|n| (first + n as f64) * step).collect()
    }

    /// A number on the axis, with as many decimals as the distance of the ticks requires; the last
    /// tick carries the unit.
    pub(super) fn text(
        &self,
        value: f64,
        (most, is_last): (usize, bool),
        unit: Unit,
        lang: Lang,
    ) -> String {
        let (divisor, word) = match (self.max, lang) {
            (1e9.., Lang::Vi) => (1e9, "tỷ"),
            (1e9.., Lang::En) => (1e9, "billion"),
            (1e6.., Lang::Vi) => (1e6, "triệu"),
            (1e6.., Lang::En) => (1e6, "million"),
            _ => (1.0, ""),
        };
        let decimals = if value == 0.0 { 0 } else { decimals_of(self.step(most) / divisor, 9) };
        let plain = number(value / divisor, decimals, lang);
        match unit {
            _ if !is_last => plain,
            Unit::Percent | Unit::PercentChange => format!("{plain}%"),
            _ if word.is_empty() => plain,
            _ => format!("{plain}{NBSP}{word}"),
        }
    }
}

/// The least and the largest of the finite values; (∞, −∞) if there are none.
fn range(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values
        .filter(|value| value.is_finite())
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)))
}

/// The end of an axis that holds `value`: the next multiple of a nice step.
pub(super) fn nice_max(value: f64) -> f64 {
    if !(value.is_finite() && value > 0.0) {
        return 1.0;
    }
    let step = nice_step(value, 4);
    (value / step - 1e-9).ceil() * step
}

pub(super) fn nice_step(max: f64, most: usize) -> f64 {
    let rough = max / most.max(1) as f64;
    let power = 10f64.powi(magnitude(rough));
    let factor = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().find(|f| f * power >= rough * (1.0 - 1e-9));
    factor.unwrap_or(10.0) * power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_few() {
        assert_eq!(Scale::new(0.0, 100.0, 100.0).ticks(4), [0.0, 25.0, 50.0, 75.0, 100.0]);
        assert_eq!(Scale::new(0.0, 100.0, 1.0).ticks(4), [0.0, 0.25, 0.5, 0.75, 1.0]);
        assert_eq!(Scale::new(0.0, 100.0, 9_456_700.0).ticks(4), [0.0, 2.5e6, 5e6, 7.5e6]);
    }

    #[test]
    fn an_axis_is_cut_only_where_all_values_lie_far_from_zero() {
        let over = |values: &[f64], unit| Scale::over(values.iter().copied(), unit);
        assert_eq!(over(&[17.0, 45.8, 63.47], Unit::Percent).min, 0.0);
        assert!((over(&[0.61, 0.84], Unit::Index01).min - 0.6).abs() < 1e-9);
        assert_eq!(over(&[99.0, 100.0], Unit::Percent).max, 100.0);
        assert_eq!(over(&[4029.0, 8600.0], Unit::Count).min, 0.0);
        assert!(over(&[3000.0, 3600.0], Unit::Count).min > 0.0);
        assert_eq!(over(&[-12.0, 30.0], Unit::PercentChange).min, -20.0);
    }

    #[test]
    fn numbers_take_their_decimals_from_the_ticks_and_the_last_its_unit() {
        let scale = Scale::new(0.0, 100.0, 10e9);
        let text = |value, is_last| scale.text(value, (4, is_last), Unit::Dong, Lang::Vi);
        assert_eq!(text(2.5e9, false), "2,5");
        assert_eq!(text(10e9, true), format!("10,0{NBSP}tỷ"));
        let percent = Scale::new(0.0, 100.0, 100.0);
        assert_eq!(percent.text(100.0, (4, true), Unit::Percent, Lang::En), "100%");
    }

    #[test]
    fn flat_and_broken_domains_still_have_an_axis() {
        for values in [[2.0, 2.0], [0.0, 0.0], [f64::NAN, 3.0], [-3.0, -3.0], [1e-9, 1e12]] {
            let scale = Scale::over(values.into_iter(), Unit::Count).along(10.0, 100.0);
            assert!(scale.max > scale.min && !scale.ticks(4).is_empty(), "{values:?}: {scale:?}");
            assert!(values.iter().all(|value| (10.0..=110.0).contains(&scale.px(*value))));
        }
        for max in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            let scale = Scale::new(10.0, 100.0, max);
            assert_eq!(scale.px(0.5), 60.0);
            assert!(scale.px(f64::NAN).is_finite());
            assert_eq!(nice_max(max), 1.0);
        }
        assert_eq!(nice_max(9_456_700.0), 1e7);
        assert_eq!(nice_max(86.5), 100.0);
    }
}
