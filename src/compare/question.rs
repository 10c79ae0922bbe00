//! From what the reader looks at to a question that the dataset can answer.

use super::sort_stably;
use crate::data::{Dataset, Entity, EntityKind, Id, Indicator, Kind, Measure, Observation, Period};
use crate::view::{Sort, Time, View};

/// The units that a ranking is drawn from.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Universe {
    /// The 63 provinces and cities until 30 June 2025.
    Provinces,
    /// Ministries and agencies of 2022 to 2024.
    Ministries,
    /// The six regions.
    Regions,
}

impl Universe {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Provinces, Self::Ministries, Self::Regions];

    /// The kind of its units.
    pub fn kind(self) -> EntityKind {
        match self {
            Self::Provinces => EntityKind::Province63,
            Self::Ministries => EntityKind::Ministry22,
            Self::Regions => EntityKind::Region6,
        }
    }

    /// How the address names the whole set.
    pub fn token(self) -> &'static str {
        match self {
            Self::Provinces => "province63",
            Self::Ministries => "ministry22",
            Self::Regions => "region6",
        }
    }
}

/// What the reader asks: an order of units by one indicator at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What is measured.
    pub indicator: Id,
    /// For when.
    pub period: Period,
    /// Among which units.
    pub universe: Universe,
    /// Units named on top of those that have a figure of their own.
    pub extra: Vec<Id>,
    /// Regions whose provinces alone are shown; the places they hold stay those among all.
    pub within: Vec<Id>,
    /// The unit that stands out.
    pub focus: Option<Id>,
    /// Order of the rows.
    pub sort: Sort,
}

/// Something that a view names and the dataset does not have. The nearest is shown instead.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Missed {
    /// No such indicator, or one without figures to order.
    Indicator(Id),
    /// No such entity.
    Entity(Id),
    /// No figures of that time.
    Time(String),
}

/// Indicators with enough figures to order, in the order of the file.
pub fn offered_indicators(dataset: &Dataset) -> Vec<&Indicator> {
    dataset
        .indicators
        .iter()
        .filter(|indicator| indicator.measure != Measure::Rank)
        .filter(|indicator| has_order(dataset, &indicator.id))
        .collect()
}

/// Whether two units of an indicator can be put in order at any time: whether it has [`periods`],
/// without looking for all of them.
fn has_order(dataset: &Dataset, indicator: &str) -> bool {
    let kind = |o: &Observation| dataset.entity(&o.entity).map(|entity| entity.kind);
    let printed = || dataset.of_indicator(indicator).filter(|o| is_printed_measure(o));
    printed().any(|o| {
        let is_universe = Universe::ALL.into_iter().any(|u| Some(u.kind()) == kind(o));
        let same =
            |other: &&Observation| kind(other) == kind(o) && other.period.same_span(&o.period);
        is_universe && printed().filter(same).nth(1).is_some()
    })
}

/// Indicators that lead somewhere although their units cannot be put in order: they have figures
/// of several places or times, or a figure and a target.
pub fn other_indicators(dataset: &Dataset) -> Vec<&Indicator> {
    let leads = |indicator: &&Indicator| {
        let figures = || dataset.of_indicator(&indicator.id).filter(|o| o.quantity.is_some());
        let measured = figures().filter(|o| is_printed_measure(o)).count();
        let has_target = figures().any(|o| o.kind == Kind::Target);
        measured > 1 || (measured == 1 && has_target)
    };
    dataset
        .indicators
        .iter()
        .filter(|indicator| indicator.measure != Measure::Rank)
        .filter(|indicator| !has_order(dataset, &indicator.id))
        .filter(leads)
        .collect()
}

/// The times for which an indicator has at least two units to order, the newest first.
pub fn periods(dataset: &Dataset, indicator: &str) -> Vec<Period> {
    let mut found: Vec<Period> = Vec::new();
    for observation in dataset.of_indicator(indicator).filter(|o| is_printed_measure(o)) {
        if !found.iter().any(|period| period.same_span(&observation.period)) {
            found.push(observation.period.clone());
        }
    }
    found.retain(|period| !universes(dataset, indicator, period).is_empty());
    sort_stably(&mut found, |a, b| b.chronological(a));
    found
}

/// The universes with at least two printed figures, with the number of figures in each.
pub fn universes(dataset: &Dataset, indicator: &str, period: &Period) -> Vec<(Universe, usize)> {
    let count = |universe: Universe| {
        dataset
            .of_indicator(indicator)
            .filter(|o| is_printed_measure(o) && o.period.same_span(period))
            .filter(|o| {
                dataset.entity(&o.entity).is_some_and(|entity| entity.kind == universe.kind())
            })
            .count()
    };
    Universe::ALL.into_iter().map(|u| (u, count(u))).filter(|(_, n)| *n > 1).collect()
}

/// Settles what a view leaves open and what the dataset does not have.
/// `None` only where the dataset has nothing to order at all.
pub fn ask(dataset: &Dataset, view: &View) -> Option<(Question, Vec<Missed>)> {
    let mut missed = Vec::new();
    let offered = offered_indicators(dataset);
    let wanted = view.indicators.first();
    let known = wanted.and_then(|id| offered.iter().find(|indicator| indicator.id == *id));
    // An indicator that cannot be put in order may still be drawn over time.
    if let Some(id) = wanted.filter(|id| dataset.of_indicator(id).next().is_none()) {
        missed.push(Missed::Indicator(id.clone()));
    }
    let indicator = known
        .or_else(|| offered.iter().find(|i| &*i.id == DEFAULT_INDICATOR))
        .or(offered.first())?;
    let period = choose_period(dataset, indicator, view, &mut missed)?;
    let available = universes(dataset, &indicator.id, &period);

    let has = |set| available.iter().any(|(universe, _)| *universe == set);
    // Where regions have no figures of their own, a region stands for its provinces.
    let is_region = |entity: &Entity| {
        entity.kind == EntityKind::Region6 && has(Universe::Provinces) && !has(Universe::Regions)
    };
    let mut universe = None;
    let (mut extra, mut within): (Vec<Id>, Vec<Id>) = (Vec::new(), Vec::new());
    for token in view.entities.iter().chain(&view.focus) {
        if let Some(set) = Universe::ALL.into_iter().find(|u| *u.token() == **token) {
            universe.get_or_insert(set);
        } else if let Some(region) = dataset.entity(token).filter(|entity| is_region(entity)) {
            universe = universe.or(Some(Universe::Provinces));
            within.push(region.id.clone());
        } else if let Some(entity) = dataset.entity(token) {
            universe = universe.or_else(|| universe_of(entity));
            if !extra.contains(token) {
                extra.push(token.clone());
            }
        } else {
            missed.push(Missed::Entity(token.clone()));
        }
    }
    let has_figures = |u: &Universe| available.iter().any(|(other, _)| other == u);
    let universe = universe.filter(has_figures).or_else(|| available.first().map(|(u, _)| *u))?;
    let in_universe =
        |id: &Id| dataset.entity(id).is_some_and(|entity| entity.kind == universe.kind());
    extra.retain(in_universe);
    let focus = view.focus.clone().filter(in_universe);
    if universe != Universe::Provinces {
        within.clear();
    }
    let question = Question {
        indicator: indicator.id.clone(),
        period,
        universe,
        extra,
        within,
        focus,
        sort: view.sort,
    };
    Some((question, missed))
}

/// What the explorer opens with: the 2024 figures that the headline story is about.
const DEFAULT_INDICATOR: &str = "end_to_end_dossier_rate";

fn choose_period(
    dataset: &Dataset,
    indicator: &Indicator,
    view: &View,
    missed: &mut Vec<Missed>,
) -> Option<Period> {
    let available = periods(dataset, &indicator.id);
    let wanted = match view.time {
        Time::Latest => None,
        Time::At(date) => Some(date.to_string()),
        Time::Between(_, to) => Some(to.to_string()),
    };
    if let Some(token) = wanted {
        match available.iter().find(|period| period.token() == token) {
            Some(period) => return Some(period.clone()),
            None => missed.push(Missed::Time(token)),
        }
    }
    available.first().cloned()
}

/// The universe that a unit is put in order with; `None` for blocks, the nation and the units of
/// today.
pub fn universe_of(entity: &Entity) -> Option<Universe> {
    Universe::ALL.into_iter().find(|universe| universe.kind() == entity.kind)
}

fn is_printed_measure(observation: &Observation) -> bool {
    observation.kind == Kind::Observation && observation.derived_from.is_none()
}
