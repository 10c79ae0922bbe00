//! The larger units that a unit belongs to, and their figures.

use super::verdict::is_part_of;
use crate::data::{Dataset, Entity, EntityKind, Kind, Observation, Scope};

/// The blocks and the nation that a unit belongs to, the nearest first.
pub(super) fn wholes_of<'a>(
    dataset: &'a Dataset,
    unit: &Entity,
) -> impl Iterator<Item = &'a Entity> {
    wholes(dataset).filter(move |whole| is_part_of(dataset, unit, whole))
}

/// The two blocks and the nation.
pub(super) fn wholes(dataset: &Dataset) -> impl Iterator<Item = &Entity> {
    dataset.of_kind(EntityKind::Block).chain(dataset.of_kind(EntityKind::Nation))
}

/// The figure of a whole to compare another figure with: of the same indicator, time and layer,
/// preferably from a document that prints both.
pub(super) fn figure_of_whole<'a>(
    dataset: &'a Dataset,
    whole: &Entity,
    figure: &Observation,
) -> Option<&'a Observation> {
    let candidates = || {
        dataset.of_indicator(&figure.indicator).filter(|o| {
            o.kind == Kind::Observation
                && o.entity == whole.id
                && o.scope == Scope::Whole
                && o.layer == figure.layer
                && o.period.same_span(&figure.period)
        })
    };
    candidates().find(|o| o.shares_document(figure)).or_else(|| candidates().next())
}
