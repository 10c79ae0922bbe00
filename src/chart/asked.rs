//! What a view asks for, resolved against the dataset; all tabs start from it.

use crate::compare::{Question, Ranking, ask, ranking};
use crate::data::{Dataset, Entity, EntityKind, Id, Indicator, Period};
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
    /// Places named one by one, including the focus, each with the units whose figures are shown
    /// for it: a region without figures of its own is shown as its provinces, a unit of today as
    /// the units that it was made from.
    pub(super) named: Vec<(&'a Entity, Vec<&'a Entity>)>,
    /// All units whose figures are shown, each once.
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
        let has_own = |id: &Id| {
            let mut indicators = std::iter::once(indicator).chain(others.iter().copied());
            indicators.any(|i| dataset.of_indicator(&i.id).any(|o| o.entity == *id))
        };
        let mut named: Vec<(&Entity, Vec<&Entity>)> = Vec::new();
        for entity in view.entities.iter().chain(&view.focus).filter_map(|id| dataset.entity(id)) {
            if named.iter().all(|(known, _)| known.id != entity.id) {
                named.push((entity, standing_for(dataset, entity, has_own)));
            }
        }
        let mut places: Vec<&Entity> = Vec::new();
        for entity in named.iter().flat_map(|(_, shown)| shown) {
            if places.iter().all(|known| known.id != entity.id) {
                places.push(entity);
            }
        }
        let order = (question.indicator == indicator.id)
            .then(|| ranking(dataset, &question).map(|ranking| (question, ranking)))
            .flatten();
        // If several units stand for the focus, none of them stands out.
        let focus =
            view.focus.as_ref().and_then(|id| named.iter().find(|(unit, _)| unit.id == *id));
        let focus = focus.and_then(|(_, shown)| match shown[..] {
            [only] => Some(only),
            _ => None,
        });
        let time = view.time;
        Some(Self { dataset, lang, indicator, others, order, named, places, focus, time })
    }

    /// Named units of today, each with the predecessors that are shown in its place.
    pub(super) fn stands_for(&self) -> impl Iterator<Item = &(&'a Entity, Vec<&'a Entity>)> {
        self.named.iter().filter(|(unit, shown)| unit.is_of_today() && in_parts(unit, shown))
    }

    /// Whether a place was asked for, by its own name or through the place that it stands for.
    pub(super) fn is_place(&self, id: &Id) -> bool {
        self.places.iter().any(|place| place.id == *id)
    }

    /// Whether a period is the one asked for, or ends within the stretch of time asked for.
    pub(super) fn wants(&self, period: &Period) -> bool {
        match self.time {
            Time::Latest => false,
            Time::At(date) => period.named() == date,
            Time::Between(..) => self.time.holds(period.end()),
        }
    }

    /// Whether a row of the table stands out: the place in focus, or each unit that stands for it.
    pub(super) fn stands_out(&self, id: &Id) -> bool {
        self.focus.is_some_and(|focus| focus.id == *id)
            || self.order.as_ref().is_some_and(|(question, _)| question.stands_out(id))
    }

    pub(super) fn is_focus(&self, entity: &Entity) -> bool {
        self.focus.is_some_and(|focus| focus.id == entity.id)
    }
}

/// Whether other units are shown in place of this one.
pub(super) fn in_parts(unit: &Entity, shown: &[&Entity]) -> bool {
    shown.iter().all(|one| one.id != unit.id)
}

/// The units whose figures are shown for a named place: the place itself, or its parts if only they
/// have figures.
fn standing_for<'a>(
    dataset: &'a Dataset,
    named: &'a Entity,
    has_own: impl Fn(&Id) -> bool,
) -> Vec<&'a Entity> {
    let parts = match named.kind {
        EntityKind::Region6 => &named.members,
        _ if named.is_of_today() => &named.predecessors,
        _ => return vec![named],
    };
    if has_own(&named.id) || !parts.iter().any(has_own) {
        return vec![named];
    }
    dataset.units(parts)
}
