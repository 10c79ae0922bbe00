//! Identities between printed figures, recomputed.
//!
//! [`evaluate`] computes the result of a [`Check`] from the intervals of its operands, and compares
//! it with the printed result. The verdict is never written down: it follows from the figures.

mod denominator;
mod obstacle;

use self::denominator::denominator;
use self::obstacle::obstacle;
use super::Reason;
use crate::data::{Check, CheckOperation, Dataset, Days, Observation, Operand, Parts};
use crate::quantity::arithmetic::{
    Answer, Derived, complement, duration, growth, growth_without, implied_base, implied_total,
    mean, monthly_mean, over_mean, pace, ratio, remainder, share, sum, weighted_mean,
};
use crate::quantity::{Hedge, Interval, Order, Quantity, Refusal, Unit};

/// The verdict of a check: how its computed result compares with the printed one.
#[derive(Clone, Debug, PartialEq)]
pub enum CheckVerdict {
    /// The printed numbers give the printed result.
    Agrees,
    /// The printed numbers give it once rounding is allowed for.
    AgreesAfterRounding,
    /// Rounded alike, the two results differ by one in the last printed digit.
    LastDigit,
    /// The two results cannot both be right if they count the same thing.
    DoesNotFit,
    /// The parts that the text names add up to less than its total.
    NotFullyExplained,
    /// The figures do not settle it.
    CannotBeDecided(Undecided),
    /// No result is printed to compare with.
    ComputedHere,
}

/// Why a check cannot be decided.
#[derive(Clone, Debug, PartialEq)]
pub enum Undecided {
    /// The figures cannot be computed with.
    Arithmetic(Refusal),
    /// The figures may not be combined in this way.
    Blocked(Reason),
    /// The wording does not tell how the change is expressed.
    UndeterminedChange,
    /// The printed mean is possible, but the weights are not printed.
    WeightsNotPrinted,
    /// The part is not printed exactly, so the whole number behind it cannot be told.
    PartNotExact,
    /// A figure is missing.
    NoFigure,
}

/// A check recomputed.
#[derive(Clone, Debug, PartialEq)]
pub struct Recomputed {
    /// What it was computed from: the operands that have a figure; of the share of a year, its days.
    pub operands: Vec<Quantity>,
    /// The days of a pace, the months of a mean.
    pub length: u32,
    /// What the operands give; `None` where that may not be computed.
    pub computed: Option<Derived>,
    /// What is printed.
    pub printed: Option<Quantity>,
    /// The verdict.
    pub verdict: CheckVerdict,
    /// The distance between the two where they differ, or the unexplained remainder.
    pub gap: Option<Derived>,
}

/// One operand or the result, looked up.
struct Term<'a> {
    observation: &'a Observation,
    quantity: Option<Quantity>,
    is_denominator: bool,
}

/// What came of a check, apart from what it was computed from.
struct Found {
    computed: Option<Derived>,
    verdict: CheckVerdict,
    gap: Option<Derived>,
}

impl From<Undecided> for Found {
    fn from(why: Undecided) -> Self {
        Self { computed: None, verdict: CheckVerdict::CannotBeDecided(why), gap: None }
    }
}

/// Recomputes a check.
pub fn evaluate(dataset: &Dataset, check: &Check) -> Recomputed {
    let terms: Option<Vec<Term<'_>>> = check.operands.iter().map(|o| term(dataset, o)).collect();
    let terms = terms.as_deref();
    let known = terms.unwrap_or_default();
    let operands = if check.operation == CheckOperation::YearGone {
        days_of_year(known)
    } else {
        known.iter().filter_map(|term| term.quantity).collect()
    };
    let length = length(check, known);
    let result = check.result.as_ref().map(|operand| term(dataset, operand));
    let printed = result.as_ref().and_then(|term| term.as_ref()?.quantity);
    let found = match terms.filter(|_| check.result.is_none() || printed.is_some()) {
        None => Undecided::NoFigure.into(),
        Some(terms) => match obstacle(dataset, check, terms, result.flatten().as_ref()) {
            Some(why) => why.into(),
            None => recompute(check, terms, (&operands, length), printed),
        },
    };
    let Found { computed, verdict, gap } = found;
    Recomputed { operands, length, computed, printed, verdict, gap }
}

fn recompute(
    check: &Check,
    terms: &[Term<'_>],
    (figures, length): (&[Quantity], u32),
    printed: Option<Quantity>,
) -> Found {
    if check.operation == CheckOperation::ListLength {
        return list_length(check, terms.len(), printed);
    }
    if terms.iter().any(|term| term.quantity.is_none()) {
        return Undecided::NoFigure.into();
    }
    let computed = match compute(check.operation, figures, length) {
        Ok(computed) => computed,
        Err(refusal) => return Undecided::Arithmetic(refusal).into(),
    };
    if check.operation == CheckOperation::Denominator {
        return denominator(figures, computed, printed);
    }
    let Some(printed) = printed else {
        let computed = Some(readable(check.operation, computed));
        return Found { computed, verdict: CheckVerdict::ComputedHere, gap: None };
    };
    // The same operation on the bare numbers, as on a pocket calculator.
    let numbers: Option<Vec<Quantity>> = figures.iter().map(number).collect();
    let point = numbers
        .and_then(|numbers| compute(check.operation, &numbers, length).ok())
        .and_then(|found| found.interval.middle());
    let is_exact = figures.iter().chain([&printed]).all(is_plain);
    compare(check, computed, point.filter(|_| is_exact), point, printed)
}

/// Looks an operand up; `None` where the dataset lacks it or its denominator.
fn term<'a>(dataset: &'a Dataset, operand: &Operand) -> Option<Term<'a>> {
    let observation = dataset.observation(&operand.observation)?;
    let quantity = match (observation.quantity, operand.denominator) {
        (Some(figure), true) => {
            Some(Quantity::exact(figure.denominator?, figure.step.max(1.0), figure.unit))
        }
        (figure, _) => figure,
    };
    Some(Term { observation, quantity, is_denominator: operand.denominator })
}

/// Whether a figure is a plain number: no estimate, limit, range or rounded "hơn".
fn is_plain(figure: &Quantity) -> bool {
    matches!(figure.hedge, Hedge::Exact | Hedge::Set) && figure.value().is_some()
}

/// The printed number, taken as exact.
fn number(figure: &Quantity) -> Option<Quantity> {
    figure.value().map(|_| figure.hedged(Hedge::Set))
}

/// For a pace, the days that the check gives, else those of the operand's period. For a monthly
/// mean, the months of the first operand less those of the second.
fn length(check: &Check, terms: &[Term<'_>]) -> u32 {
    let mut months = terms.iter().map(|term| term.observation.period.months().unwrap_or(0));
    if matches!(check.operation, CheckOperation::MonthlyMean | CheckOperation::OverMean) {
        let all = months.next().unwrap_or(0);
        return all.saturating_sub(months.sum());
    }
    let own = || terms.first().and_then(|term| term.observation.period.days());
    check.days.map(Days::number).or_else(own).unwrap_or(0)
}

/// The days elapsed in the year in which the operand's period ends, and the days of that year.
fn days_of_year(terms: &[Term<'_>]) -> Vec<Quantity> {
    let days = terms.first().map(|term| term.observation.period.days_of_year());
    let days = days.map_or_else(Vec::new, |(gone, all)| vec![gone, all]);
    days.into_iter().map(|days| Quantity::exact(f64::from(days), 1.0, Unit::Count)).collect()
}

fn compute(operation: CheckOperation, figures: &[Quantity], length: u32) -> Answer {
    match (operation, figures) {
        (CheckOperation::Sum, terms) => sum(terms),
        (CheckOperation::Difference, [whole, parts @ ..]) => remainder(whole, parts),
        (CheckOperation::Ratio, [left, right]) if left.unit == right.unit => ratio(left, right),
        (CheckOperation::Ratio, [left, right]) => mean(left, right),
        (CheckOperation::Share | CheckOperation::YearGone, [part, whole]) => share(part, whole),
        (CheckOperation::MonthlyMean, [total, part]) => monthly_mean(total, part, length),
        (CheckOperation::OverMean, [total, part]) => over_mean(total, part, length),
        (CheckOperation::Growth, [before, after]) => growth(before, after),
        (CheckOperation::Growth, [before, after, before_part, after_part]) => {
            growth_without(before, after, before_part, after_part)
        }
        (CheckOperation::Change, [after, change]) => implied_base(after, change),
        (CheckOperation::Complement, [rate]) => complement(rate),
        (CheckOperation::WeightedMean, terms) => weighted_mean(terms),
        (CheckOperation::Pace, [total]) => pace(total, length),
        (CheckOperation::Pace, [total, daily]) => duration(total, daily),
        (CheckOperation::ImpliedTotal | CheckOperation::Denominator, [part, rate]) => {
            implied_total(part, rate)
        }
        _ => Err(Refusal::NoFigures),
    }
}

/// Limits a multiple to the decimals that a reader needs: two below 10, one below 1000, else none.
fn readable(operation: CheckOperation, computed: Derived) -> Derived {
    let size = computed.interval.middle().or(computed.interval.low().value()).unwrap_or(0.0).abs();
    match operation {
        CheckOperation::Ratio if computed.unit == Unit::Times => {
            let most = if size < 10.0 { 2 } else { usize::from(size < 1000.0) };
            computed.with_decimals(most)
        }
        _ => computed,
    }
}

/// Compares the computed with the printed result. `point` is the result of the bare printed
/// numbers, where there are any; `exact` is the same, but only where all figures are plain.
fn compare(
    check: &Check,
    computed: Derived,
    exact: Option<f64>,
    point: Option<f64>,
    printed: Quantity,
) -> Found {
    let found = |computed, verdict, gap| Found { computed: Some(computed), verdict, gap };
    if computed.unit != printed.unit {
        let refusal = Refusal::UnitsDiffer { left: computed.unit, right: printed.unit };
        let why = Undecided::Arithmetic(refusal);
        return found(computed, CheckVerdict::CannotBeDecided(why), None);
    }
    let decimals = printed.decimals();
    let order = computed.interval.order(printed.interval());
    let meets = matches!(order, Order::Equal | Order::Undecided);
    let mut gap = apart(computed, &printed, order);
    gap.decimals = gap.with_decimals(decimals).decimals;
    if check.operation == CheckOperation::WeightedMean {
        let why = CheckVerdict::CannotBeDecided(Undecided::WeightsNotPrinted);
        return if meets {
            found(computed, why, None)
        } else {
            found(computed, CheckVerdict::DoesNotFit, Some(gap))
        };
    }
    let same = |value: f64| {
        let wanted = printed.value().unwrap_or(f64::NAN);
        (value - wanted).abs() <= 1e-9 * wanted.abs().max(1.0)
    };
    if exact.is_some_and(same) {
        return found(computed.with_decimals(decimals), CheckVerdict::Agrees, None);
    }
    if meets {
        // One digit more than was printed shows the rounding.
        let most = if printed.unit.is_whole() { 0 } else { decimals + 1 };
        return found(computed.with_decimals(most), CheckVerdict::AgreesAfterRounding, None);
    }
    let computed = computed.with_decimals(decimals);
    if check.parts == Parts::Part && order == Order::Below {
        return found(computed, CheckVerdict::NotFullyExplained, Some(gap));
    }
    let steps = |value: f64| (value / printed.step).round();
    let digits = point.zip(printed.value()).map(|(a, b)| (steps(a) - steps(b)).abs());
    // Whole numbers are exact: only a rounded figure may be off by one in the last digit.
    let is_rounded = |interval: Interval| interval.width() != Some(0.0);
    let may_differ = is_rounded(computed.interval) || is_rounded(printed.interval());
    if may_differ && digits.is_some_and(|digits| digits <= 1.0) {
        return found(computed, CheckVerdict::LastDigit, Some(gap));
    }
    found(computed, CheckVerdict::DoesNotFit, Some(gap))
}

/// The distance of the computed from the printed result, counted positive.
fn apart(computed: Derived, printed: &Quantity, order: Order) -> Derived {
    let (here, there) = (computed.interval, printed.interval());
    let interval = if order == Order::Below { there.minus(here) } else { here.minus(there) };
    Derived { interval, unit: computed.unit.of_difference(), decimals: computed.decimals }
}

fn list_length(check: &Check, length: usize, printed: Option<Quantity>) -> Found {
    let interval = Interval::point(length as f64);
    let computed = Derived { interval, unit: Unit::Count, decimals: 0 };
    let verdict = CheckVerdict::ComputedHere;
    let mut found = Found { computed: Some(computed), verdict, gap: None };
    if let Some(printed) = printed {
        let order = interval.order(printed.interval());
        let is_short = order == Order::Below && check.parts == Parts::Part;
        found.verdict = match order {
            Order::Equal | Order::Undecided => CheckVerdict::Agrees,
            _ if is_short => CheckVerdict::NotFullyExplained,
            Order::Below | Order::Above => CheckVerdict::DoesNotFit,
        };
        if found.verdict != CheckVerdict::Agrees {
            found.gap = Some(apart(computed, &printed, order));
        }
    }
    found
}
