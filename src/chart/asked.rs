//! What a view asks, settled against the dataset: the common ground of all tabs.

use crate::compare::{Question, Ranking, ask, ranking};
use crate::data::{Dataset, Entity, Indicator};
use crate::view::{Lang, View};

/// Indicators, places and times that a view names, as far as the dataset has them.
pub(super) struct Asked<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) lang: Lang,
    /// What is measured.
    pub(super) indicator: &'a Indicator,
    /// The order of the units, where at least two of them have a figure.
    pub(super) order: Option<(Question, Ranking<'a>)>,
    pub(super) focus: Option<&'a Entity>,
}

impl<'a> Asked<'a> {
    /// `None` only where the dataset has nothing to show at all.
    pub(super) fn new(dataset: &'a Dataset, view: &View, lang: Lang) -> Option<Self> {
        let (question, _) = ask(dataset, view)?;
        let indicator = dataset.indicator(&question.indicator)?;
        let order = ranking(dataset, &question).map(|ranking| (question, ranking));
        let focus = view.focus.as_ref().and_then(|id| dataset.entity(id));
        Some(Self { dataset, lang, indicator, order, focus })
    }

    pub(super) fn is_focus(&self, entity: &Entity) -> bool {
        self.focus.is_some_and(|focus| focus.id == entity.id)
    }
}
