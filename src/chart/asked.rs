//! What a view asks, settled against the dataset: the common ground of all tabs.

use crate::compare::{Question, Ranking, ask, ranking};
use crate::data::{Dataset, Entity, EntityKind, Id, Indicator};
use crate::view::{Lang, Time, View};

/// Indicators, places and times that a view names, as far as the dataset has them.
pub(super) struct Asked<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) lang: Lang,
    /// What is measured; the others are for charts of several indicators.
    pub(super) indicator: &'a Indicator,
    pub(super) others: Vec<&'a Indicator>,
    /// The order of the units, where at least two of them have a figure.
    pub(super) order: Option<(Question, Ranking<'a>)>,
    /// Places named one by one, the focus among them.
    pub(super) named: Vec<&'a Entity>,
    /// The places whose figures are shown for them: a region without figures of its own stands for its
    /// provinces, a unit of today for those that it was made from.
    pub(super) places: Vec<&'a Entity>,
    pub(super) focus: Option<&'a Entity>,
    pub(super) time: Time,
}

impl<'a> Asked<'a> {
    /// `None` only where the dataset has nothing to show at all.
    pub(super) fn new(dataset: &'a Dataset, view: &View, lang: Lang) -> Option<Self> {
        let (question, _) = ask(dataset, view)?;
        let has_figures = |id: &Id| dataset.of_indicator(id).next().is_some();
        let mut named = view
            .indicators
            .iter()
            .filter(|id| has_figures(id))
            .filter_map(|id| dataset.indicator(id));
        let indicator = match named.next() {
            Some(indicator) => indicator,
            None => dataset.indicator(&question.indicator)?,
        };
        let mut others: Vec<&Indicator> = Vec::new();
        for other in named {
            if other.id != indicator.id && others.iter().all(|known| known.id != other.id) {
                others.push(other);
            }
        }
        let mut named: Vec<&Entity> = Vec::new();
        for entity in view.entities.iter().chain(&view.focus).filter_map(|id| dataset.entity(id)) {
            if named.iter().all(|known| known.id != entity.id) {
                named.push(entity);
            }
        }
        let has_own = |id: &Id| {
            let mut indicators = std::iter::once(indicator).chain(others.iter().copied());
            indicators.any(|i| dataset.of_indicator(&i.id).any(|o| o.entity == *id))
        };
        let shown = |entity| standing_for(dataset, entity, has_own);
        let mut places: Vec<&Entity> = Vec::new();
        for entity in named.iter().flat_map(|entity| shown(entity)) {
            if places.iter().all(|known| known.id != entity.id) {
                places.push(entity);
            }
        }
        let order = (question.indicator == indicator.id)
            .then(|| ranking(dataset, &question).map(|ranking| (question, ranking)))
            .flatten();
        // Of several that stand for one, none stands out.
        let focus = view.focus.as_ref().and_then(|id| match shown(dataset.entity(id)?)[..] {
            [only] => Some(only),
            _ => None,
        });
        let time = view.time;
        Some(Self { dataset, lang, indicator, others, order, named, places, focus, time })
    }

    /// Units of today that were named, each with the units before it that are shown in its place.
    pub(super) fn stands_for(&self) -> Vec<(&'a Entity, Vec<&'a Entity>)> {
        let is_new =
            |unit: &&&Entity| matches!(unit.kind, EntityKind::Province34 | EntityKind::Ministry25);
        let is_shown = |unit: &Entity| self.places.iter().any(|place| place.id == unit.id);
        let of = |unit: &'a Entity| {
            let before = unit.predecessors.iter().filter_map(|id| self.dataset.entity(id));
            (unit, before.filter(|unit| is_shown(unit)).collect())
        };
        let named = self.named.iter().filter(is_new).filter(|unit| !is_shown(unit));
        named.map(|unit| of(unit)).filter(|(_, before): &(_, Vec<_>)| !before.is_empty()).collect()
    }

    pub(super) fn is_focus(&self, entity: &Entity) -> bool {
        self.focus.is_some_and(|focus| focus.id == entity.id)
    }
}

/// Whose figures are shown where a place is named: its own, or those of its parts that have any.
fn standing_for<'a>(
    dataset: &'a Dataset,
    named: &'a Entity,
    has_own: impl Fn(&Id) -> bool,
) -> Vec<&'a Entity> {
    let parts = match named.kind {
        EntityKind::Region6 => &named.members,
        EntityKind::Province34 | EntityKind::Ministry25 => &named.predecessors,
        _ => return vec![named],
    };
    let parts: Vec<&Entity> =
        parts.iter().filter(|id| has_own(id)).filter_map(|id| dataset.entity(id)).collect();
    if parts.is_empty() || has_own(&named.id) { vec![named] } else { parts }
}
