//! What is known of a platform or programme.

use super::sort_stably;
use crate::data::{Dataset, EntityKind, Kind, Observation, System};

/// The printed figures of an indicator as a reader wants them: the newest first, measured ones
/// before changes and targets, the whole country before its parts.
pub fn figures_newest_first<'a>(dataset: &'a Dataset, indicator: &str) -> Vec<&'a Observation> {
    let of_indicator = dataset.of_indicator(indicator);
    let mut figures: Vec<&Observation> =
        of_indicator.filter(|o| o.derived_from.is_none()).collect();
    let kind = |o: &Observation| match o.kind {
        Kind::Observation => 0,
        Kind::Change => 1,
        Kind::Target => 2,
        _ => 3,
    };
    let size = |o: &Observation| match dataset.entity(&o.entity).map(|entity| entity.kind) {
        Some(EntityKind::Nation) => 0,
        Some(EntityKind::Block) => 1,
        _ => 2,
    };
    sort_stably(&mut figures, |a, b| {
        let newest = b.period.end().last_day().cmp(&a.period.end().last_day());
        newest.then(kind(a).cmp(&kind(b))).then(size(a).cmp(&size(b)))
    });
    figures
}

/// The printed figures of a system, in the order of its indicators.
pub fn figures_of_system<'a>(dataset: &'a Dataset, system: &System) -> Vec<&'a Observation> {
    let indicators = system.indicators.iter();
    indicators.flat_map(|indicator| figures_newest_first(dataset, indicator)).collect()
}

/// The newest measured figure; `None` where nothing was measured.
pub fn newest<'a>(figures: impl IntoIterator<Item = &'a Observation>) -> Option<&'a Observation> {
    let measured = figures.into_iter().filter(|o| o.kind == Kind::Observation);
    measured.max_by_key(|o| o.period.last_certain_day())
}
