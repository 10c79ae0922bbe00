//! An operation on two figures: first whether it may be done, then what it gives.

use super::{Judgement, Verdict, judge};
use crate::data::{Dataset, Observation, Operation};
use crate::quantity::arithmetic::{Answer, Derived, difference, growth, ratio, share, sum};
use crate::quantity::{Amount, Hedge, Quantity, Refusal};

/// The outcome of an operation on two figures.
#[derive(Clone, Debug)]
pub struct Outcome<'a> {
    /// The first figure; the earlier one of a change.
    pub left: &'a Observation,
    /// The second figure.
    pub right: &'a Observation,
    /// Whether the operation may be done, with every reason.
    pub judgement: Judgement,
    /// Everything the result may be, or why there is none.
    pub answer: Result<Derived, Withheld>,
}

/// Why an operation gives no number.
#[derive(Clone, Debug, PartialEq)]
pub enum Withheld {
    /// The judgement forbids it.
    NotComparable,
    /// One of the two has no figure: a policy, a membership.
    NoFigure,
    /// The operation is not arithmetic: side by side, or ranking.
    NoNumber,
    /// The figures cannot be computed with.
    Arithmetic(Refusal),
}

/// By how much `left` exceeds `right`: percentages give percentage points.
pub fn how_far_apart<'a>(
    dataset: &Dataset,
    left: &'a Observation,
    right: &'a Observation,
) -> Outcome<'a> {
    compute(dataset, left, right, Operation::Difference)
}

/// The change from the earlier to the later of two figures, given in either order: points for rates
/// and scores, per cent of the earlier value for counts.
pub fn how_it_changed<'a>(
    dataset: &Dataset,
    one: &'a Observation,
    other: &'a Observation,
) -> Outcome<'a> {
    compute(dataset, one, other, Operation::Trend)
}

/// Does `operation` with two figures, if that is allowed. A trend runs from the earlier of the two
/// to the later, in whichever order they are given.
pub fn compute<'a>(
    dataset: &Dataset,
    left: &'a Observation,
    right: &'a Observation,
    operation: Operation,
) -> Outcome<'a> {
    let is_later = left.period.chronological(&right.period).is_gt();
    let (left, right) =
        if operation == Operation::Trend && is_later { (right, left) } else { (left, right) };
    let judgement = judge(dataset, left, right, operation);
    let answer = if judgement.verdict == Verdict::NotComparable {
        Err(Withheld::NotComparable)
    } else {
        let figures = known(dataset, left).zip(known(dataset, right));
        figures.ok_or(Withheld::NoFigure).and_then(|(a, b)| arithmetic(&a, &b, operation))
    };
    Outcome { left, right, judgement, answer }
}

fn arithmetic(
    left: &Quantity,
    right: &Quantity,
    operation: Operation,
) -> Result<Derived, Withheld> {
    let answer: Answer = match operation {
        Operation::Difference => difference(left, right),
        Operation::Ratio => ratio(left, right),
        Operation::Share => share(left, right),
        Operation::Sum => sum([left, right]),
        Operation::Trend if left.unit.is_scale() => difference(right, left),
        Operation::Trend => growth(left, right),
        Operation::SideBySide | Operation::Rank => return Err(Withheld::NoNumber),
    };
    answer.map_err(Withheld::Arithmetic)
}

/// What is known of a figure: what was printed, else the range that a list allows.
pub fn known(dataset: &Dataset, observation: &Observation) -> Option<Quantity> {
    if observation.quantity.is_some() {
        return observation.quantity;
    }
    let unit = dataset.indicator(&observation.indicator)?.unit;
    let allowed = observation.interval?.clamped_to(unit.bounds());
    let (low, high) = (allowed.low(), allowed.high());
    let (from, to) = low.value().zip(high.value())?;
    Some(Quantity {
        amount: Amount::Range {
            low: from,
            low_open: !low.is_closed(),
            high: to,
            high_open: !high.is_closed(),
        },
        step: step_of(from).min(step_of(to)),
        unit,
        hedge: Hedge::Exact,
        other_word: false,
        denominator: None,
    })
}

/// One unit of the last decimal of a limit, at most the fourth decimal.
fn step_of(value: f64) -> f64 {
    let fits = |step: &f64| (value / step - (value / step).round()).abs() < 1e-6;
    [1.0, 0.1, 0.01, 0.001].into_iter().find(fits).unwrap_or(0.0001)
}
