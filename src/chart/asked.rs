//! What a view asks, settled against the dataset: the common ground of all tabs.

use crate::compare::{Question, Ranking, ask, ranking};
use crate::data::{Dataset, Entity, Id, Indicator};
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
        let mut places: Vec<&Entity> = Vec::new();
        for entity in view.entities.iter().chain(&view.focus).filter_map(|id| dataset.entity(id)) {
            if places.iter().all(|known| known.id != entity.id) {
                places.push(entity);
            }
        }
        let order = (question.indicator == indicator.id)
            .then(|| ranking(dataset, &question).map(|ranking| (question, ranking)))
            .flatten();
        let focus = view.focus.as_ref().and_then(|id| dataset.entity(id));
        Some(Self { dataset, lang, indicator, others, order, places, focus, time: view.time })
    }

    pub(super) fn is_focus(&self, entity: &Entity) -> bool {
        self.focus.is_some_and(|focus| focus.id == entity.id)
    }
}
