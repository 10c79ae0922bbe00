//! What was printed, and the interval of true values that its wording allows.
//!
//! The convention (which the page explains to readers): a plain number is rounded to its last
//! printed digit; "hơn" and "gần" beside a precise number mean that it was rounded down or up by
//! less than one such digit; "trên" and "dưới" before a round limit only say on which side the
//! value lies; "khoảng" allows one step to either side.

use super::digits::{decimals_of, is_whole};
use super::{End, Interval, Unit};

/// The number or the two numbers that were printed, in base units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    /// One number.
    Value(f64),
    /// Two limits, each with whether the limit itself is excluded.
    Range {
        /// The lower limit.
        low: f64,
        /// Whether the lower limit is excluded ("từ trên 90%").
        low_open: bool,
        /// The upper limit.
        high: f64,
        /// Whether the upper limit is excluded.
        high_open: bool,
    },
}

/// How a word such as "hơn" or "dưới" is meant.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Reading {
    /// The writer rounded: the value lies within one step of the number.
    Rounding,
    /// The writer sorted values into classes: the value may be anything on that side.
    Threshold,
}

/// The word beside the number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Hedge {
    /// No word: the number stands alone.
    Exact,
    /// No word, and the number was set (a target, a rule): it holds exactly, however many digits
    /// were printed.
    Set,
    /// "khoảng", "about".
    About,
    /// "ước", "estimated".
    Estimated,
    /// "hơn", "trên", "more than".
    Above(Reading),
    /// "gần", "dưới", "less than".
    Below(Reading),
    /// "ít nhất", "tối thiểu": the number itself is allowed.
    AtLeast,
    /// "nhiều nhất", "tối đa": the number itself is allowed.
    AtMost,
}

/// A printed figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// The number or numbers.
    pub amount: Amount,
    /// One unit of the last printed digit, in base units: 0.01 for "87,02%", 100000 for
    /// "57,1 triệu".
    pub step: f64,
    /// The unit.
    pub unit: Unit,
    /// What the word beside the number says about it.
    pub hedge: Hedge,
    /// Whether the text prints the second of two words for this hedge: "trên 87,7 triệu" for a
    /// figure just past that number, "hơn 81.500" for a limit, "tối đa" for "nhiều nhất".
    pub other_word: bool,
    /// The whole printed beside the part: 20 in "13/20".
    pub denominator: Option<f64>,
}

impl Quantity {
    /// A plain number.
    pub fn exact(value: f64, step: f64, unit: Unit) -> Self {
        Self {
            amount: Amount::Value(value),
            step,
            unit,
            hedge: Hedge::Exact,
            other_word: false,
            denominator: None,
        }
    }

    /// The same number with another word.
    #[must_use]
    pub fn hedged(self, hedge: Hedge) -> Self {
        Self { hedge, other_word: false, ..self }
    }

    /// The printed number; `None` for a range.
    pub fn value(&self) -> Option<f64> {
        match self.amount {
            Amount::Value(value) => Some(value),
            Amount::Range { .. } => None,
        }
    }

    /// Whether the wording only says on which side of a limit the value lies.
    pub fn is_bound(&self) -> bool {
        matches!(
            self.hedge,
            Hedge::Above(Reading::Threshold)
                | Hedge::Below(Reading::Threshold)
                | Hedge::AtLeast
                | Hedge::AtMost
        )
    }

    /// Whether it is a bound from above: "dưới 10%", "tối đa 50%".
    pub fn is_upper_bound(&self) -> bool {
        matches!(self.hedge, Hedge::Below(Reading::Threshold) | Hedge::AtMost)
    }

    /// Decimals needed to write a value at this step: 2 for 0.01, 0 for 1 and above.
    pub fn decimals(&self) -> usize {
        decimals_of(self.step, 9)
    }

    /// Every true value that the wording and the digits allow, within the unit's bounds.
    pub fn interval(&self) -> Interval {
        let bounds = self.unit.bounds();
        match self.amount {
            Amount::Value(value) => self.around(value, bounds),
            Amount::Range { low, low_open, high, high_open } => {
                let end = |value, open| if open { End::Open(value) } else { End::Closed(value) };
                Interval::new(end(low, low_open), end(high, high_open))
            }
        }
        .clamped_to(bounds)
    }

    fn around(&self, value: f64, bounds: Interval) -> Interval {
        let at = |half_steps: f64| grid(value, self.step, half_steps);
        match self.hedge {
            Hedge::Set => Interval::point(value),
            Hedge::Exact | Hedge::Estimated if self.unit.is_whole() && self.step <= 1.0 => {
                Interval::point(value)
            }
            Hedge::Exact | Hedge::Estimated => Interval::half_open(at(-1.0), at(1.0)),
            Hedge::About => Interval::closed(at(-2.0), at(2.0)),
            Hedge::Above(Reading::Rounding) => Interval::half_open(at(0.0), at(2.0)),
            Hedge::Below(Reading::Rounding) => {
                Interval::new(End::Open(at(-2.0)), End::Closed(at(0.0)))
            }
            Hedge::Above(Reading::Threshold) => Interval::new(End::Open(value), bounds.high()),
            Hedge::Below(Reading::Threshold) => Interval::new(bounds.low(), End::Open(value)),
            Hedge::AtLeast => Interval::new(End::Closed(value), bounds.high()),
            Hedge::AtMost => Interval::new(bounds.low(), End::Closed(value)),
        }
    }
}

/// `value + half_steps × step / 2` as the floating-point number nearest to that decimal, so that
/// the upper limit of 0,6350 and the lower limit of 0,6351 are the very same number.
fn grid(value: f64, step: f64, half_steps: f64) -> f64 {
    let steps = (value / step).round();
    if !is_whole(value / step) {
        return value + half_steps * step / 2.0;
    }
    let halves = 2.0 * steps + half_steps;
    let per_one = 1.0 / step;
    if step < 1.0 && is_whole(per_one) {
        halves / (2.0 * per_one.round())
    } else {
        halves * step / 2.0
    }
}
