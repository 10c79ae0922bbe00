//! Units in the order of one indicator, with ranks that say only what is known.

use std::cmp::Ordering;

use super::{Question, Universe, sort_stably, vietnamese};
use crate::data::{Dataset, Direction, Entity, Indicator, Kind, Observation};
use crate::quantity::{Interval, Order, arithmetic};
use crate::view::Sort;

/// The places that a unit may hold: from `first` to `last`, equal where the place is certain.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct RankSpan {
    /// The best place possible.
    pub first: u16,
    /// The worst place possible.
    pub last: u16,
}

/// One unit of a ranking.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// The unit.
    pub entity: &'a Entity,
    /// Its figure, printed or following from a list; `None` where nothing is known.
    pub figure: Option<&'a Observation>,
    /// Its place among all units; `None` where that cannot be told.
    pub rank: Option<RankSpan>,
}

/// Units in order, and what is missing.
#[derive(Clone, Debug)]
pub struct Ranking<'a> {
    /// What is measured.
    pub indicator: &'a Indicator,
    /// The rows to show: units with a printed figure, and those the reader added.
    pub rows: Vec<Row<'a>>,
    /// Units of the universe that are not shown, with what a list implies for them.
    pub silent: Vec<Row<'a>>,
    /// Units of the universe.
    pub of: usize,
    /// Units with a printed figure.
    pub printed: usize,
    /// Whether something is known of every unit, so that places can be told.
    pub complete: bool,
    /// Figures of the nation and of the block, for reference lines.
    pub references: Vec<&'a Observation>,
    /// Targets due in the same year.
    pub targets: Vec<&'a Observation>,
}

/// Answers a question. `None` where the question names an indicator that does not exist.
pub fn ranking<'a>(dataset: &'a Dataset, question: &Question) -> Option<Ranking<'a>> {
    let indicator = dataset.indicator(&question.indicator)?;
    let figures: Vec<Row<'a>> = dataset
        .of_kind(question.universe.kind())
        .map(|entity| Row {
            entity,
            figure: dataset.measured(&indicator.id, &entity.id, &question.period),
            rank: None,
        })
        .collect();
    let printed = figures.iter().filter(|row| is_printed(row)).count();
    let complete = figures.iter().all(|row| row.figure.is_some());
    let mut all = if complete { with_ranks(figures, indicator.direction) } else { figures };
    sort_stably(&mut all, |a, b| by_value(a, b, indicator.direction));
    let of = all.len();
    let (mut rows, silent): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|row| is_printed(row) || question.extra.contains(&row.entity.id));
    if question.sort == Sort::Name {
        sort_stably(&mut rows, |a, b| vietnamese::order(&a.entity.name.vi, &b.entity.name.vi));
    }
    Some(Ranking {
        indicator,
        silent,
        of,
        printed,
        complete,
        references: references(dataset, question, &rows),
        rows,
        targets: targets(dataset, question),
    })
}

fn is_printed(row: &Row<'_>) -> bool {
    row.figure.is_some_and(|figure| figure.derived_from.is_none())
}

/// Gives every row the span of places that its interval leaves open. Figures printed alike to
/// the digit share a place.
fn with_ranks(rows: Vec<Row<'_>>, direction: Direction) -> Vec<Row<'_>> {
    let spans: Vec<Option<RankSpan>> = rows
        .iter()
        .map(|row| {
            let mut span = RankSpan { first: 1, last: rows.len() as u16 };
            for other in rows.iter().filter(|other| other.entity.id != row.entity.id) {
                match order(other.figure?, row.figure?, direction) {
                    // Better than this row, or as good as it to the digit.
                    Order::Above => span.first += 1,
                    Order::Below | Order::Equal => span.last -= 1,
                    Order::Undecided => {}
                }
            }
            Some(span)
        })
        .collect();
    rows.into_iter().zip(spans).map(|(row, rank)| Row { rank, ..row }).collect()
}

/// How `a` stands to `b`, `Above` meaning the better place. Printed figures are ordered as
/// [`arithmetic::order`] does, which calls two that are printed alike to the digit level; what
/// follows from a list has only its interval.
fn order(a: &Observation, b: &Observation, direction: Direction) -> Order {
    let found = match (a.quantity, b.quantity) {
        (Some(x), Some(y)) => arithmetic::order(&x, &y).unwrap_or(Order::Undecided),
        _ => match (a.interval, b.interval) {
            (Some(x), Some(y)) => x.order(y),
            _ => Order::Undecided,
        },
    };
    match (found, direction) {
        (Order::Below, Direction::Lower) => Order::Above,
        (Order::Above, Direction::Lower) => Order::Below,
        (order, _) => order,
    }
}

/// Best first; overlapping intervals by their better end, then by name; the unknown last.
fn by_value(a: &Row<'_>, b: &Row<'_>, direction: Direction) -> Ordering {
    let key = |row: &Row<'_>| {
        row.figure.and_then(|f| f.interval).map(|interval| order_key(interval, direction))
    };
    match (key(a), key(b)) {
        (Some(x), Some(y)) => y.partial_cmp(&x).unwrap_or(Ordering::Equal),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
    .then_with(|| vietnamese::order(&a.entity.name.vi, &b.entity.name.vi))
}

/// What is certain comes first, then what is possible.
fn order_key(interval: Interval, direction: Direction) -> (f64, f64) {
    let low = interval.low().value().unwrap_or(f64::NEG_INFINITY);
    let high = interval.high().value().unwrap_or(f64::INFINITY);
    if direction == Direction::Lower { (-high, -low) } else { (low, high) }
}

/// The figures of the block and the nation to hold the rows against: from the document that
/// prints the rows where it prints them too, never from another layer.
fn references<'a>(
    dataset: &'a Dataset,
    question: &Question,
    rows: &[Row<'a>],
) -> Vec<&'a Observation> {
    let block = match question.universe {
        Universe::Provinces | Universe::Regions => "block:provinces",
        Universe::Ministries => "block:ministries",
    };
    let Some(row) = rows.iter().find_map(|row| row.figure) else { return Vec::new() };
    let shares_source = |o: &Observation| {
        o.mentions.iter().any(|m| row.mentions.iter().any(|other| other.source == m.source))
    };
    let found = |entity: &str| {
        let candidates = || {
            dataset.of_indicator(&question.indicator).filter(move |o| {
                o.kind == Kind::Observation
                    && *o.entity == *entity
                    && o.layer == row.layer
                    && o.period.same_span(&question.period)
            })
        };
        candidates().find(|o| shares_source(o)).or_else(|| candidates().next())
    };
    [block, "nation"].into_iter().filter_map(found).collect()
}

fn targets<'a>(dataset: &'a Dataset, question: &Question) -> Vec<&'a Observation> {
    let year = question.period.end().year;
    dataset
        .of_indicator(&question.indicator)
        .filter(|o| o.kind == Kind::Target && o.period.end().year == year)
        .filter(|o| {
            let block = match question.universe {
                Universe::Ministries => "block:ministries",
                _ => "block:provinces",
            };
            &*o.entity == block || &*o.entity == "nation"
        })
        .collect()
}
