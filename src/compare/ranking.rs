//! Units in the order of one indicator, with ranks that say only what is known.

use std::cmp::Ordering;

use super::wholes::{figure_of_whole, wholes_of};
use super::{Question, sort_stably, targets_of, vietnamese};
use crate::data::{Dataset, Direction, Entity, Id, Indicator, Observation};
use crate::quantity::{Order, arithmetic};
use crate::view::Sort;

/// The ranks that a unit may have: from `first` to `last`, equal where the rank is certain.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct RankSpan {
    /// The best possible rank.
    pub first: u16,
    /// The worst possible rank.
    pub last: u16,
}

/// One unit of a ranking.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// The unit.
    pub entity: &'a Entity,
    /// Its figure, printed or inferred; `None` where nothing is known.
    pub figure: Option<&'a Observation>,
    /// Its rank among all units; `None` where it cannot be determined.
    pub rank: Option<RankSpan>,
    /// How many other units, asked for or not, are printed alike and certainly share that place.
    pub level_with: usize,
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
    /// The region, where only one was asked for and all units that were asked for belong to it.
    pub region: Option<&'a Entity>,
    /// Units of the universe.
    pub of: usize,
    /// Whether something is known of every unit, so that ranks can be determined.
    pub complete: bool,
    /// Figures of the nation and of the block, for reference lines.
    pub references: Vec<&'a Observation>,
    /// The first of them, with the whole that it describes: the block, else the nation.
    pub whole: Option<(&'a Observation, &'a Entity)>,
    /// The named figure that the silent units lie above, where a list says so.
    pub rest_low: Option<(&'a Entity, &'a Observation)>,
    /// The named figure that the silent units lie below.
    pub rest_high: Option<(&'a Entity, &'a Observation)>,
    /// Targets due in the same year.
    pub targets: Vec<&'a Observation>,
    /// Units of today that were asked for, each with the earlier units shown in its place.
    pub stands_for: Vec<(&'a Entity, Vec<&'a Entity>)>,
}

impl Row<'_> {
    /// Whether the unit has a printed figure, not an inferred one.
    pub fn is_printed(&self) -> bool {
        self.figure.is_some_and(|figure| figure.derived_from.is_none())
    }
}

impl Ranking<'_> {
    /// How many units were asked for: all, or those that are named or belong to a region.
    pub fn asked(&self) -> usize {
        self.rows.len() + self.silent.len()
    }

    /// How many of them have a printed figure.
    pub fn asked_printed(&self) -> usize {
        self.rows.iter().filter(|row| row.is_printed()).count()
    }

    /// Whether units were left out because nobody asked for them.
    pub fn is_part(&self) -> bool {
        self.asked() < self.of
    }
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
            level_with: 0,
        })
        .collect();
    let complete = figures.iter().all(|row| row.figure.is_some());
    let mut all =
        if complete { with_ranks(dataset, figures, indicator.direction) } else { figures };
    sort_stably(&mut all, |a, b| by_value(a, b, indicator.direction));
    let of = all.len();
    all.retain(|row| is_within(row.entity, question));
    let region = region_of(dataset, question, &all);
    let (mut rows, silent): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|row| row.is_printed() || question.extra.contains(&row.entity.id));
    if question.sort == Sort::Name {
        sort_stably(&mut rows, |a, b| vietnamese::order(&a.entity.name.vi, &b.entity.name.vi));
    }
    let derived = rows.iter().chain(&silent).find_map(|row| row.figure?.derived_from.clone());
    let list = derived.and_then(|id| dataset.list(&id));
    let named = |id: &Option<Id>| {
        let observation = dataset.observation(id.as_ref()?)?;
        Some((dataset.entity(&observation.entity)?, observation))
    };
    let references = references(dataset, rows.iter().chain(&silent));
    Some(Ranking {
        rest_low: list.and_then(|list| named(&list.low_from)),
        rest_high: list.and_then(|list| named(&list.high_from)),
        indicator,
        region,
        silent,
        of,
        complete,
        whole: references.first().and_then(|o| Some((*o, dataset.entity(&o.entity)?))),
        references,
        rows,
        targets: targets(dataset, question),
        stands_for: question
            .stands_for
            .iter()
            .filter_map(|(unit, before)| Some((dataset.entity(unit)?, dataset.units(before))))
            .collect(),
    })
}

/// Whether a unit is asked for: named itself or, unless `only` is set, in one of any named regions.
fn is_within(unit: &Entity, question: &Question) -> bool {
    let in_region = |region: &Id| question.within.contains(region);
    question.extra.contains(&unit.id)
        || (!question.only
            && (question.within.is_empty() || unit.region.as_ref().is_some_and(in_region)))
}

fn region_of<'a>(
    dataset: &'a Dataset,
    question: &Question,
    asked: &[Row<'_>],
) -> Option<&'a Entity> {
    let ([region], false) = (&question.within[..], question.only) else { return None };
    let is_of_it = |row: &Row<'_>| row.entity.region.as_ref() == Some(region);
    dataset.entity(region).filter(|_| asked.iter().all(is_of_it))
}

/// Gives every row the span of ranks that its interval leaves open. Figures printed with the same
/// digits share a rank.
fn with_ranks<'a>(dataset: &Dataset, rows: Vec<Row<'a>>, direction: Direction) -> Vec<Row<'a>> {
    let held: Vec<Option<(RankSpan, usize)>> = rows
        .iter()
        .map(|row| {
            let mut span = RankSpan { first: 1, last: rows.len() as u16 };
            let mut alike = 0;
            for other in rows.iter().filter(|other| other.entity.id != row.entity.id) {
                match order(dataset, other.figure?, row.figure?, direction) {
                    // The other row is better; one that is level shares this row's rank.
                    Order::Above => span.first += 1,
                    Order::Below => span.last -= 1,
                    Order::Equal => {
                        span.last -= 1;
                        alike += 1;
                    }
                    Order::Undecided => {}
                }
            }
            Some((span, if span.first == span.last { alike } else { 0 }))
        })
        .collect();
    let with_rank = |(row, held): (Row<'a>, Option<(RankSpan, usize)>)| {
        let (rank, level_with) = held.unzip();
        Row { rank, level_with: level_with.unwrap_or(0), ..row }
    };
    rows.into_iter().zip(held).map(with_rank).collect()
}

/// How `a` compares with `b`; `Above` means the better rank. Printed figures are ordered by
/// [`arithmetic::order`], which calls figures with the same digits level. A unit that a list does
/// not name lies beyond every unit that it names.
fn order(dataset: &Dataset, a: &Observation, b: &Observation, direction: Direction) -> Order {
    let found = match (a.quantity, b.quantity) {
        (Some(x), Some(y)) => arithmetic::order(&x, &y).unwrap_or(Order::Undecided),
        (Some(_), None) => beside_list(dataset, a, b),
        (None, Some(_)) => match beside_list(dataset, b, a) {
            Order::Above => Order::Below,
            Order::Below => Order::Above,
            order => order,
        },
        (None, None) => Order::Undecided,
    };
    match (found, direction) {
        (Order::Below, Direction::Lower) => Order::Above,
        (Order::Above, Direction::Lower) => Order::Below,
        (order, _) => order,
    }
}

/// How a printed figure compares with one that follows from a list. Where the list names the
/// printed figure, the list decides, although rounding makes the two intervals touch.
fn beside_list(dataset: &Dataset, printed: &Observation, derived: &Observation) -> Order {
    let (Some(x), Some(rest)) = (printed.interval, derived.interval) else {
        return Order::Undecided;
    };
    let list = derived.derived_from.as_ref().and_then(|id| dataset.list(id));
    let is_named = list.is_some_and(|list| list.named.contains(&printed.id));
    match (is_named, x.middle(), rest.middle()) {
        (true, Some(x), Some(rest)) => {
            if x > rest {
                Order::Above
            } else {
                Order::Below
            }
        }
        _ => x.order(rest),
    }
}

/// Best first, by the worst rank that is possible; then a printed value by itself, a bound by the
/// worst value that it allows and then by the best; the unknown last; ties by name.
fn by_value(a: &Row<'_>, b: &Row<'_>, direction: Direction) -> Ordering {
    let worst = |row: &Row<'_>| row.rank.map(|rank| rank.last);
    let key = |row: &Row<'_>| row.figure.and_then(|figure| order_key(figure, direction));
    let by_key = || match (key(a), key(b)) {
        (Some(x), Some(y)) => y.partial_cmp(&x).unwrap_or(Ordering::Equal),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    };
    // Ranks are known for all rows or for none.
    worst(a)
        .cmp(&worst(b))
        .then_with(by_key)
        .then_with(|| vietnamese::order(&a.entity.name.vi, &b.entity.name.vi))
}

/// The sort key of a figure, highest for the best: the least and the most that it may be.
pub(crate) fn order_key(figure: &Observation, direction: Direction) -> Option<(f64, f64)> {
    let interval = figure.interval?;
    let printed = figure.quantity.filter(|quantity| !quantity.is_bound()).and_then(|q| q.value());
    let low = printed.or(interval.low().value()).unwrap_or(f64::NEG_INFINITY);
    let high = printed.or(interval.high().value()).unwrap_or(f64::INFINITY);
    Some(if direction == Direction::Lower { (-high, -low) } else { (low, high) })
}

/// The figures of the block and the nation to compare the rows with.
fn references<'r, 'a: 'r>(
    dataset: &'a Dataset,
    mut rows: impl Iterator<Item = &'r Row<'a>>,
) -> Vec<&'a Observation> {
    let Some((unit, figure)) = rows.find_map(|row| Some((row.entity, row.figure?))) else {
        return Vec::new();
    };
    wholes_of(dataset, unit).filter_map(|whole| figure_of_whole(dataset, whole, figure)).collect()
}

/// The targets of the year that are set for all units of the universe.
fn targets<'a>(dataset: &'a Dataset, question: &Question) -> Vec<&'a Observation> {
    let Some(unit) = dataset.of_kind(question.universe.kind()).next() else { return Vec::new() };
    let mut found = targets_of(dataset, &question.indicator, unit);
    let year = question.period.end().year;
    found.retain(|o| o.entity != unit.id && o.period.end().year == year);
    found
}
