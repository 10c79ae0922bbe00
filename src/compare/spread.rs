//! The median and the extremes of a set of figures, some of which are known only as limits or not
//! at all.

use super::Ranking;
use super::outcome::known;
use crate::data::{Dataset, Entity, Observation};
use crate::quantity::arithmetic::Derived;
use crate::quantity::{End, Interval, Quantity, Unit};

/// Median and spread of all units of a universe.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// Where the lowest value lies.
    pub lowest: Derived,
    /// Where the median lies.
    pub median: Derived,
    /// Where the highest value lies.
    pub highest: Derived,
    /// Units of the universe.
    pub of: usize,
}

/// Why a set has no median.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NoSpread {
    /// There are fewer than three units.
    TooFew,
    /// Nothing is known of some units.
    NotAllKnown {
        /// Units of which something is known.
        known: usize,
        /// Units of the universe.
        of: usize,
    },
    /// The median may lie anywhere in more than half of the whole scale.
    TooWide,
}

/// Median and spread of a ranking, whatever the true values are. Something must be known of every
/// unit: the median of those that have a figure is not the median of all.
///
/// # Errors
/// [`NoSpread`] where there are fewer than three units, nothing is known of some of them, or the
/// median stays too uncertain.
pub fn what_is_typical(dataset: &Dataset, ranking: &Ranking<'_>) -> Result<Spread, NoSpread> {
    let figures: Vec<Option<&Observation>> =
        ranking.rows.iter().chain(&ranking.silent).map(|row| row.figure).collect();
    spread(dataset, &figures, ranking.indicator.unit)
}

/// Like [`what_is_typical`], for any figures in one unit of measure; `None` stands for a place
/// without a figure.
///
/// # Errors
/// As for [`what_is_typical`].
pub fn spread(
    dataset: &Dataset,
    figures: &[Option<&Observation>],
    unit: Unit,
) -> Result<Spread, NoSpread> {
    let of = figures.len();
    if of < 3 {
        return Err(NoSpread::TooFew);
    }
    let quantities: Vec<Quantity> =
        figures.iter().filter_map(|o| known(dataset, (*o)?)).filter(|q| q.unit == unit).collect();
    let known = quantities.len();
    if known < of {
        return Err(NoSpread::NotAllKnown { known, of });
    }
    let decimals = quantities.iter().map(Quantity::decimals).max().unwrap_or(0);
    let intervals: Vec<Interval> = quantities.iter().map(Quantity::interval).collect();
    let ends = Ends::of(&intervals);
    let median = ends.median();
    let width = |interval: Interval| interval.width().unwrap_or(f64::INFINITY);
    if width(median).is_infinite() || width(median) > 0.5 * width(unit.bounds()) {
        return Err(NoSpread::TooWide);
    }
    let derived = |interval| Derived { interval, unit, decimals };
    Ok(Spread {
        lowest: derived(ends.at(0)),
        median: derived(median),
        highest: derived(ends.at(of - 1)),
        of,
    })
}

/// The simple mean of the units' figures, only where all of them are printed and none is a limit.
/// It is not the figure of the whole that the units make up, and must not be labelled so.
pub fn simple_mean(figures: &[(&Entity, &Observation)]) -> Option<Derived> {
    let (_, first) = figures.first()?;
    let unit = first.quantity?.unit;
    let mut total = Interval::point(0.0);
    let mut decimals = 0;
    for (_, figure) in figures {
        let quantity = figure.quantity.filter(|q| q.unit == unit && !q.is_bound())?;
        total = total.plus(quantity.interval());
        decimals = decimals.max(quantity.decimals());
    }
    let interval = total.scaled(1.0 / figures.len() as f64);
    Some(Derived { interval, unit, decimals }.with_decimals(decimals))
}

/// The lower and the upper ends of many intervals, each in order.
struct Ends {
    low: Vec<End>,
    high: Vec<End>,
}

impl Ends {
    /// Among equal lower ends the closed one comes first, among equal upper ends the open one. The
    /// end at a position then says whether the value at that position may equal it.
    fn of(intervals: &[Interval]) -> Self {
        let mut low: Vec<End> = intervals.iter().map(|interval| interval.low()).collect();
        let mut high: Vec<End> = intervals.iter().map(|interval| interval.high()).collect();
        let value = |end: &End, unbounded: f64| end.value().unwrap_or(unbounded);
        super::sort_stably(&mut low, |a, b| {
            let order = value(a, f64::NEG_INFINITY).total_cmp(&value(b, f64::NEG_INFINITY));
            order.then_with(|| b.is_closed().cmp(&a.is_closed()))
        });
        super::sort_stably(&mut high, |a, b| {
            let order = value(a, f64::INFINITY).total_cmp(&value(b, f64::INFINITY));
            order.then_with(|| a.is_closed().cmp(&b.is_closed()))
        });
        Self { low, high }
    }

    /// The interval of the value at a position in ascending order.
    fn at(&self, place: usize) -> Interval {
        let end = |ends: &[End]| ends.get(place).copied().unwrap_or(End::Unbounded);
        Interval::new(end(&self.low), end(&self.high))
    }

    fn median(&self) -> Interval {
        let middle = self.low.len() / 2;
        if self.low.len() % 2 == 1 {
            self.at(middle)
        } else {
            self.at(middle - 1).plus(self.at(middle)).scaled(0.5)
        }
    }
}
