//! Intervals with closed, open or unbounded ends, and sound arithmetic on them.
//!
//! *Sound* means: whatever true values lie in the inputs, the true result lies in the output.
//! Where a sum or product is not exact in binary floating point, its ends move outwards by one
//! unit in the last place.

use std::cmp::Ordering;

/// One end of an [`Interval`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End {
    /// The value itself is allowed.
    Closed(f64),
    /// Values up to this one are allowed, this one is not.
    Open(f64),
    /// There is no limit on this side.
    Unbounded,
}

impl End {
    /// The limiting value, if there is one.
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Closed(value) | Self::Open(value) => Some(value),
            Self::Unbounded => None,
        }
    }

    /// Whether the limiting value itself is allowed.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Closed(_))
    }

    fn map(self, change: impl FnOnce(f64) -> f64) -> Self {
        match self {
            Self::Closed(value) => Self::Closed(change(value)),
            Self::Open(value) => Self::Open(change(value)),
            Self::Unbounded => Self::Unbounded,
        }
    }
}

/// How the values of one interval compare with those of another.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Order {
    /// Every value is below every value of the other.
    Below,
    /// Every value is above every value of the other.
    Above,
    /// Both are the same single value.
    Equal,
    /// The intervals overlap: either may be larger.
    Undecided,
}

/// The set of values between two ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    low: End,
    high: End,
}

impl Interval {
    /// The interval between `low` and `high`. Ends in the wrong order are swapped; a NaN end
    /// counts as unbounded, the honest reading of "no number".
    pub fn new(low: End, high: End) -> Self {
        let clean =
            |end: End| if end.value().is_some_and(f64::is_nan) { End::Unbounded } else { end };
        let (low, high) = (clean(low), clean(high));
        match (low.value(), high.value()) {
            (Some(l), Some(h)) if l > h => Self { low: high, high: low },
            _ => Self { low, high },
        }
    }

    /// The interval of a single value.
    pub fn point(value: f64) -> Self {
        Self::new(End::Closed(value), End::Closed(value))
    }

    /// Both ends allowed.
    pub fn closed(low: f64, high: f64) -> Self {
        Self::new(End::Closed(low), End::Closed(high))
    }

    /// The low end allowed, the high end not, as for a rounded number.
    pub fn half_open(low: f64, high: f64) -> Self {
        Self::new(End::Closed(low), End::Open(high))
    }

    /// The low end.
    pub fn low(self) -> End {
        self.low
    }

    /// The high end.
    pub fn high(self) -> End {
        self.high
    }

    /// Whether `value` lies in the interval.
    pub fn holds(self, value: f64) -> bool {
        let above = match self.low {
            End::Closed(low) => value >= low,
            End::Open(low) => value > low,
            End::Unbounded => true,
        };
        let below = match self.high {
            End::Closed(high) => value <= high,
            End::Open(high) => value < high,
            End::Unbounded => true,
        };
        above && below
    }

    /// High end minus low end; `None` where a side is unbounded.
    pub fn width(self) -> Option<f64> {
        Some(self.high.value()? - self.low.value()?)
    }

    /// The middle; `None` where a side is unbounded.
    pub fn middle(self) -> Option<f64> {
        Some(f64::midpoint(self.low.value()?, self.high.value()?))
    }

    /// The values that lie in both. Where there are none, returns `self` unchanged: a printed
    /// figure outside its unit's bounds is an oddity to report, not a value to lose.
    #[must_use]
    pub fn clamped_to(self, bounds: Self) -> Self {
        let low = max_low(self.low, bounds.low);
        let high = min_high(self.high, bounds.high);
        match (low.value(), high.value()) {
            (Some(l), Some(h)) if l > h => self,
            _ => Self { low, high },
        }
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        // The outer of two limits; at equal values the closed one.
        let outer = |a: End, b: End, wanted: Ordering| match (a.value(), b.value()) {
            (Some(x), Some(y)) => match x.partial_cmp(&y) {
                Some(Ordering::Equal) | None => {
                    if a.is_closed() {
                        a
                    } else {
                        b
                    }
                }
                Some(order) if order == wanted => a,
                Some(_) => b,
            },
            _ => End::Unbounded,
        };
        Self {
            low: outer(self.low, other.low, Ordering::Less),
            high: outer(self.high, other.high, Ordering::Greater),
        }
    }

    /// How this interval compares with `other`.
    pub fn order(self, other: Self) -> Order {
        if lies_below(self, other) {
            Order::Below
        } else if lies_below(other, self) {
            Order::Above
        } else if self.width() == Some(0.0) && self == other {
            Order::Equal
        } else {
            Order::Undecided
        }
    }

    /// Every sum of a value of each.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self::new(
            combine(self.low, other.low, |a, b| sum(a, b, Direction::Down)),
            combine(self.high, other.high, |a, b| sum(a, b, Direction::Up)),
        )
    }

    /// Every value of this interval minus every value of the other.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        self.plus(other.negated())
    }

    /// The values with the opposite sign.
    #[must_use]
    pub fn negated(self) -> Self {
        Self { low: self.high.map(|v| -v), high: self.low.map(|v| -v) }
    }

    /// The values times `factor`, which is taken as exact.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        if factor < 0.0 {
            return self.negated().scaled(-factor);
        }
        Self::new(
            self.low.map(|v| widen(v * factor, v == 0.0, Direction::Down)),
            self.high.map(|v| widen(v * factor, v == 0.0, Direction::Up)),
        )
    }

    /// Every value of this interval divided by every value of `divisor`. `None` where the divisor
    /// may be zero or either may be negative.
    pub fn divided_by(self, divisor: Self) -> Option<Self> {
        let (low, divisor_low) = (self.low.value()?, divisor.low.value()?);
        if low < 0.0 || divisor_low < 0.0 || divisor.holds(0.0) {
            return None;
        }
        // Zero divided by anything is zero, so an open end of the divisor does not exclude it.
        let is_zero = |end: End| end == End::Closed(0.0);
        let low = match divisor.high {
            _ if is_zero(self.low) => self.low,
            // With an unlimited divisor, the quotient comes arbitrarily close to zero.
            End::Unbounded => End::Open(0.0),
            limit => combine(self.low, limit, |a, b| widen(a / b, a == 0.0, Direction::Down)),
        };
        let high = if is_zero(self.high) {
            self.high
        } else if divisor_low == 0.0 {
            End::Unbounded
        } else {
            combine(self.high, divisor.low, |a, b| widen(a / b, a == 0.0, Direction::Up))
        };
        Some(Self::new(low, high))
    }
}

/// Whether every value of `a` is below every value of `b`.
fn lies_below(a: Interval, b: Interval) -> bool {
    match (a.high, b.low) {
        (End::Closed(high), End::Closed(low)) => high < low,
        (high, low) => match (high.value(), low.value()) {
            (Some(high), Some(low)) => high <= low,
            _ => false,
        },
    }
}

fn max_low(a: End, b: End) -> End {
    pick(a, b, Ordering::Greater)
}

fn min_high(a: End, b: End) -> End {
    pick(a, b, Ordering::Less)
}

/// The tighter of two ends: the one whose value compares as `wanted`; at equal values the open
/// one.
fn pick(a: End, b: End, wanted: Ordering) -> End {
    match (a.value(), b.value()) {
        (Some(x), Some(y)) => match x.partial_cmp(&y) {
            Some(Ordering::Equal) | None => {
                if a.is_closed() {
                    b
                } else {
                    a
                }
            }
            Some(order) => {
                if order == wanted {
                    a
                } else {
                    b
                }
            }
        },
        (Some(_), None) => a,
        _ => b,
    }
}

#[derive(Clone, Copy)]
enum Direction {
    Down,
    Up,
}

fn combine(a: End, b: End, operation: impl FnOnce(f64, f64) -> f64) -> End {
    match (a, b) {
        (End::Unbounded, _) | (_, End::Unbounded) => End::Unbounded,
        (End::Closed(x), End::Closed(y)) => End::Closed(operation(x, y)),
        (x, y) => match (x.value(), y.value()) {
            (Some(x), Some(y)) => End::Open(operation(x, y)),
            _ => End::Unbounded,
        },
    }
}

/// `a + b`, moved outwards only where the floating-point sum is not exact (Knuth's two-sum), so
/// that whole counts stay whole.
fn sum(a: f64, b: f64, direction: Direction) -> f64 {
    let total = a + b;
    let b_part = total - a;
    let error = (a - (total - b_part)) + (b - b_part);
    match direction {
        Direction::Down if error < 0.0 => total.next_down(),
        Direction::Up if error > 0.0 => total.next_up(),
        _ => total,
    }
}

fn widen(value: f64, exact: bool, direction: Direction) -> f64 {
    match direction {
        _ if exact => value,
        Direction::Down => value.next_down(),
        Direction::Up => value.next_up(),
    }
}
