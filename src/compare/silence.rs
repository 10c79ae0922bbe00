//! Which figures a place lacks, and why: a gap is explained, never filled.

use super::Universe;
use super::profile::Measured;
use super::question::universe_of;
use crate::data::{Dataset, Entity, EntityKind, Id, Indicator, Kind, Measure, Observation, Scope};

/// Why a place has no figure of an indicator.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Silence {
    /// The sources print figures of some units of its kind, but not of this one.
    OthersNamed {
        /// Units that have a figure.
        named: usize,
        /// All units of its kind.
        of: usize,
        /// Which kind that is.
        universe: Universe,
    },
    /// They print one range for several leading units, and this is not one of them.
    LeadersJointly(usize),
    /// They print a table that was made for certain units only, and this is not one of them.
    OutsideTable,
    /// They print one figure for several unnamed units of its kind together: for how many, if that
    /// is printed with it.
    SomeTogether(Option<usize>, Universe),
    /// They print one figure for all units of its kind together.
    WholeOnly(Universe),
    /// They print a mean for each region.
    RegionsOnly,
}

/// The rates and scores that are known of others but not of this unit. Only for units of a kind
/// with individually printed figures: a unit of today has none yet.
pub(super) fn silences<'a>(
    dataset: &'a Dataset,
    unit: &Entity,
    known: &[Measured<'_>],
) -> Vec<(&'a Indicator, Silence)> {
    let Some(universe) = universe_of(unit).filter(|universe| *universe != Universe::Regions) else {
        return Vec::new();
    };
    let is_known = |indicator: &Indicator| known.iter().any(|m| m.indicator.id == indicator.id);
    dataset
        .indicators
        .iter()
        .filter(|indicator| matches!(indicator.measure, Measure::Rate | Measure::Index))
        .filter(|indicator| !is_known(indicator))
        .filter_map(|indicator| Some((indicator, silence(dataset, universe, indicator)?)))
        .collect()
}

fn silence(dataset: &Dataset, universe: Universe, indicator: &Indicator) -> Option<Silence> {
    let kind = universe.kind();
    let mut named: Vec<&Id> = Vec::new();
    let (mut jointly, mut part, mut whole, mut regions) = (None, None, false, false);
    for figure in dataset.of_indicator(&indicator.id) {
        let Some(entity) = dataset.entity(&figure.entity) else { continue };
        if !figure.is_printed_measure() {
            continue;
        }
        let is_member = |id: &Id| dataset.entity(id).is_some_and(|member| member.kind == kind);
        if entity.kind == kind && !named.contains(&&entity.id) {
            named.push(&entity.id);
        } else if figure.scope == Scope::Jointly && entity.members.iter().all(is_member) {
            jointly = Some(entity.members.len());
        } else if entity.kind == EntityKind::Block && figure.scope != Scope::Each {
            let is_own = kind.block().is_some_and(|block| *entity.id == *block);
            let is_part = figure.scope == Scope::Partial;
            whole |= is_own && !is_part;
            part = part.or((is_own && is_part).then_some(figure));
        } else if entity.kind == EntityKind::Region6 {
            regions |= universe == Universe::Provinces;
        }
    }
    let of = dataset.of_kind(kind).count();
    match (named.len(), jointly) {
        (1.., _) if indicator.covers.is_some() => Some(Silence::OutsideTable),
        (named @ 1.., _) => Some(Silence::OthersNamed { named, of, universe }),
        (0, Some(leaders)) => Some(Silence::LeadersJointly(leaders)),
        _ if whole => Some(Silence::WholeOnly(universe)),
        _ if regions => Some(Silence::RegionsOnly),
        _ => part.map(|figure| Silence::SomeTogether(units_counted(dataset, figure), universe)),
    }
}

/// How many units a figure of a part of their block covers, where the same paragraph prints it.
fn units_counted(dataset: &Dataset, figure: &Observation) -> Option<usize> {
    let count = dataset.observations.iter().find(|o| {
        o.entity == figure.entity
            && o.kind == Kind::Observation
            && dataset.indicator(&o.indicator).is_some_and(|i| i.measure == Measure::Count)
            && o.shares_paragraph(figure)
    });
    count?.quantity?.value().map(|count| count as usize)
}
