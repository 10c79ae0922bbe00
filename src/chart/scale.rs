//! Linear scales and their ticks.

/// A linear scale from values to pixels that starts at zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Pixel of zero.
    pub start: f64,
    /// Pixels that the scale covers.
    pub length: f64,
    /// Value at its end, above zero.
    pub max: f64,
}

impl Scale {
    /// A scale whose end is `max`; a `max` that is not a positive number counts as 1, so that a
    /// set of zeros or of nothing still has an axis.
    pub fn new(start: f64, length: f64, max: f64) -> Self {
        let max = if max.is_finite() && max > 0.0 { max } else { 1.0 };
        Self { start, length, max }
    }

    /// Pixel of a value, kept within the scale.
    pub fn px(&self, value: f64) -> f64 {
        let share = if value.is_nan() { 0.0 } else { (value / self.max).clamp(0.0, 1.0) };
        self.start + share * self.length
    }

    /// The step between ticks: 1, 2, 2.5 or 5 times a power of ten, so that at most `most` steps
    /// fit.
    pub fn step(&self, most: usize) -> f64 {
        nice_step(self.max, most)
    }

    /// Ticks from zero to the end.
    pub fn ticks(&self, most: usize) -> Vec<f64> {
        let step = self.step(most);
        let count = (self.max / step + 1e-9).floor() as usize;
        (0..=count).map(|n| n as f64 * step).collect()
    }
}

/// The end of an axis that holds `value`: the next multiple of a nice step.
pub(super) fn nice_max(value: f64) -> f64 {
    if !(value.is_finite() && value > 0.0) {
        return 1.0;
    }
    let step = nice_step(value, 4);
    (value / step - 1e-9).ceil() * step
}

fn nice_step(max: f64, most: usize) -> f64 {
    let rough = max / most.max(1) as f64;
    let power = 10f64.powi(rough.log10().floor() as i32);
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
    fn flat_and_broken_domains_still_have_an_axis() {
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
