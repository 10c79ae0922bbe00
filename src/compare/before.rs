//! The figures of the units that a later one was made from, side by side, and the places that share
//! a code.

use super::{
    Question, RankSpan, Territory, figures_of_territory, is_place, ranking, sort_stably,
    universe_of,
};
use crate::data::{
    Dataset, Direction, Entity, EntityKind, Id, Indicator, Kind, Observation, Period, after_last,
    code_of,
};

/// The figures of one indicator and time, one for each of the earlier units.
#[derive(Clone, Debug)]
pub struct SideBySide<'a> {
    /// What is measured.
    pub indicator: &'a Indicator,
    /// The time.
    pub period: &'a Period,
    /// The figures, and what follows for all the units together.
    pub territory: Territory<'a>,
    /// The rank of each unit among all of its kind, where it can be determined.
    pub ranks: Vec<Option<RankSpan>>,
    /// How many units of that kind there are.
    pub of: usize,
    /// The figure of the whole that they belonged to: of their block, else of the nation.
    pub whole: Option<(&'a Observation, &'a Entity)>,
}

/// Every indicator and time for which one of the earlier units has a printed figure, the newest
/// first. Empty for a unit that was not made from others.
pub fn side_by_side<'a>(dataset: &'a Dataset, unit: &'a Entity) -> Vec<SideBySide<'a>> {
    let mut found: Vec<SideBySide<'a>> = Vec::new();
    for figure in &dataset.observations {
        let is_theirs = figure.is_printed_measure() && unit.predecessors.contains(&figure.entity);
        let is_known = |known: &SideBySide<'_>| {
            known.indicator.id == figure.indicator && known.period.same_span(&figure.period)
        };
        if !is_theirs || found.iter().any(is_known) {
            continue;
        }
        let Some(indicator) = dataset.indicator(&figure.indicator) else { continue };
        let period = &figure.period;
        let territory = figures_of_territory(dataset, unit, indicator, period);
        found.extend(territory.map(|territory| beside(dataset, indicator, period, territory)));
    }
    sort_stably(&mut found, |a, b| b.period.chronological(a.period));
    // The times of an indicator stay together; indicators of the size of a place come last.
    let order: Vec<Id> = found.iter().map(|row| row.indicator.id.clone()).collect();
    let place = |row: &SideBySide<'_>| {
        let is_size = row.indicator.direction == Direction::Neither;
        (is_size, order.iter().position(|id| *id == row.indicator.id))
    };
    sort_stably(&mut found, |a, b| place(a).cmp(&place(b)));
    found
}

fn beside<'a>(
    dataset: &'a Dataset,
    indicator: &'a Indicator,
    period: &'a Period,
    territory: Territory<'a>,
) -> SideBySide<'a> {
    let universe = territory.members.iter().find_map(|(unit, _)| universe_of(unit));
    let order = universe
        .and_then(|universe| ranking(dataset, &Question::of_all(&indicator.id, period, universe)));
    // Places are not ranked by their size.
    let is_ranked = indicator.direction != Direction::Neither;
    let rank = |unit: &Entity| {
        let rows = order.iter().flat_map(|order| order.rows.iter().chain(&order.silent));
        rows.filter(|_| is_ranked).find(|row| row.entity.id == unit.id)?.rank
    };
    let ranks = territory.members.iter().map(|(unit, _)| rank(unit)).collect();
    let whole = order.as_ref().and_then(|order| order.whole);
    let of = order.as_ref().map_or(0, |order| order.of);
    SideBySide { indicator, period, territory, ranks, of, whole }
}

/// The printed ranks of the units of today, the first place first.
pub fn printed_order(dataset: &Dataset) -> Vec<(&Entity, &Observation)> {
    let ranks = dataset.observations.iter().filter(|o| o.kind == Kind::Rank);
    let mut ranks: Vec<(&Entity, &Observation)> = ranks
        .filter_map(|rank| Some((dataset.entity(&rank.entity)?, rank)))
        .filter(|(unit, _)| unit.kind == EntityKind::Province34)
        .collect();
    let place = |rank: &Observation| rank.quantity.and_then(|q| q.value()).unwrap_or(f64::INFINITY);
    sort_stably(&mut ranks, |a, b| place(a.1).total_cmp(&place(b.1)));
    ranks
}

/// The places with the code of an id that does not exist: Hòa Bình for `province34:17`. A code
/// means nothing without its vintage, so it is easily taken from the wrong list.
pub fn same_code<'a>(dataset: &'a Dataset, wanted: &str) -> Vec<&'a Entity> {
    let Some(code) = after_last(wanted, b":-") else { return Vec::new() };
    let is_same = |entity: &&Entity| is_place(entity.kind) && code_of(&entity.id) == code;
    dataset.entities.iter().filter(is_same).collect()
}
