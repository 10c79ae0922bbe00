//! Turns what the reader looks at into a question that the dataset can answer.

use super::{sort_stably, units_meant};
use crate::data::{
    Dataset, Date, Entity, EntityKind, Id, Indicator, Kind, Measure, Observation, Period,
};
use crate::view::{OPEN_END, Sort, Time, View};

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

/// What the reader asks: a ranking of units by one indicator at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What is measured.
    pub indicator: Id,
    /// The time.
    pub period: Period,
    /// The units that are ranked.
    pub universe: Universe,
    /// Units that are shown even without a printed figure.
    pub extra: Vec<Id>,
    /// If not empty, only the provinces of these regions and `extra` are shown; ranks stay those
    /// among all.
    pub within: Vec<Id>,
    /// Whether only the units of `extra` are shown; their ranks, too, stay those among all.
    pub only: bool,
    /// The unit to highlight.
    pub focus: Option<Id>,
    /// Units of today that are named although the figures are older, each with the earlier units
    /// shown in its place.
    pub stands_for: Vec<(Id, Vec<Id>)>,
    /// Order of the rows.
    pub sort: Sort,
}

impl Question {
    /// A ranking of all units, the best first.
    pub fn of_all(indicator: &Id, period: &Period, universe: Universe) -> Self {
        Self {
            indicator: indicator.clone(),
            period: period.clone(),
            universe,
            extra: Vec::new(),
            within: Vec::new(),
            only: false,
            focus: None,
            stands_for: Vec::new(),
            sort: Sort::Value,
        }
    }

    /// Whether a unit is highlighted: the focus or, without one, each of several units that
    /// replace a unit of today.
    pub fn stands_out(&self, id: &Id) -> bool {
        match &self.focus {
            Some(focus) => focus == id,
            None => self.stands_for.iter().any(|(_, ids)| ids.len() > 1 && ids.contains(id)),
        }
    }
}

/// Something that a view names but the dataset lacks. The nearest alternative is shown instead.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Missed {
    /// No such indicator, or one without any figure.
    Indicator(Id),
    /// No such entity.
    Entity(Id),
    /// No two units of one kind have figures of that time, so that nothing can be ranked.
    Time(Date),
    /// Units of a kind that is not ranked here: provinces where ministries are.
    OtherKind(Vec<Id>),
}

/// Indicators with enough figures to rank, in the order of the file.
pub fn offered_indicators(dataset: &Dataset) -> Vec<&Indicator> {
    dataset.indicators.iter().filter(|indicator| is_offered(dataset, indicator)).collect()
}

/// Whether an indicator has enough figures to rank.
pub fn is_offered(dataset: &Dataset, indicator: &Indicator) -> bool {
    indicator.measure != Measure::Rank && has_order(dataset, &indicator.id)
}

/// Whether two units of one kind can be ranked at any time: whether there are any [`periods`],
/// without collecting all of them.
fn has_order(dataset: &Dataset, indicator: &str) -> bool {
    let kind = |o: &Observation| dataset.entity(&o.entity).map(|entity| entity.kind);
    let printed = || dataset.of_indicator(indicator).filter(|o| o.is_printed_measure());
    printed().any(|o| {
        let is_universe = Universe::ALL.into_iter().any(|u| Some(u.kind()) == kind(o));
        let same =
            |other: &&Observation| kind(other) == kind(o) && other.period.same_span(&o.period);
        is_universe && printed().filter(same).nth(1).is_some()
    })
}

/// Indicators worth showing although their units cannot be ranked: they have figures of several
/// places or times, or a figure and a target.
pub fn other_indicators(dataset: &Dataset) -> Vec<&Indicator> {
    let leads = |indicator: &&Indicator| {
        let figures = || dataset.of_indicator(&indicator.id).filter(|o| o.quantity.is_some());
        let measured = figures().filter(|o| o.is_printed_measure()).count();
        let has_target = figures().any(|o| o.kind == Kind::Target);
        measured > 1 || (measured == 1 && has_target)
    };
    dataset
        .indicators
        .iter()
        .filter(|indicator| indicator.measure != Measure::Rank && !indicator.not_compared)
        .filter(|indicator| !has_order(dataset, &indicator.id))
        .filter(leads)
        .collect()
}

/// The times for which an indicator has at least two figures of one kind of unit, the newest first.
pub fn periods(dataset: &Dataset, indicator: &str) -> Vec<Period> {
    let mut found: Vec<Period> = Vec::new();
    for observation in dataset.of_indicator(indicator).filter(|o| o.is_printed_measure()) {
        if !found.iter().any(|period| period.same_span(&observation.period)) {
            found.push(observation.period.clone());
        }
    }
    found.retain(|period| counts(dataset, indicator, period).iter().any(|count| *count > 1));
    sort_stably(&mut found, |a, b| b.chronological(a));
    found
}

/// The universes with at least two printed figures, with the number of figures in each.
pub fn universes(dataset: &Dataset, indicator: &str, period: &Period) -> Vec<(Universe, usize)> {
    let counts = counts(dataset, indicator, period);
    Universe::ALL.into_iter().zip(counts).filter(|(_, count)| *count > 1).collect()
}

/// The number of printed figures of one time in each universe, in the order of [`Universe::ALL`].
/// Looks at each figure once, because the explorer asks at every message.
fn counts(dataset: &Dataset, indicator: &str, period: &Period) -> [usize; 3] {
    let mut counts = [0; 3];
    let printed = dataset.of_indicator(indicator).filter(|o| o.is_printed_measure());
    for o in printed.filter(|o| o.period.same_span(period)) {
        let universe = dataset.entity(&o.entity).and_then(universe_of);
        for (count, _) in counts.iter_mut().zip(Universe::ALL).filter(|(_, u)| universe == Some(*u))
        {
            *count += 1;
        }
    }
    counts
}

/// Chooses what a view leaves open and replaces what the dataset lacks.
/// `None` only where the dataset has nothing to rank at all.
pub fn ask(dataset: &Dataset, view: &View) -> Option<(Question, Vec<Missed>)> {
    let mut missed = Vec::new();
    let wanted = view.indicators.first();
    let offered = |id: &str| dataset.indicator(id).filter(|found| is_offered(dataset, found));
    let known = wanted.and_then(|id| offered(id));
    // An indicator that cannot be ranked may still be drawn over time.
    if let Some(id) = wanted.filter(|id| dataset.of_indicator(id).next().is_none()) {
        missed.push(Missed::Indicator(id.clone()));
    }
    let indicator = known
        .or_else(|| offered(DEFAULT_INDICATOR))
        .or_else(|| offered_indicators(dataset).first().copied())?;
    let available = periods(dataset, &indicator.id);
    let chosen = chosen_period(&available, view.time);
    // If another indicator is shown than the one asked for, its times do not matter.
    if chosen.is_none() && (wanted.is_none() || known.is_some()) {
        missed.extend(asked_time(view.time).map(Missed::Time));
    }
    let period = chosen.or(available.first())?.clone();
    let available = universes(dataset, &indicator.id, &period);

    let has = |set| available.iter().any(|(universe, _)| *universe == set);
    // Where regions have no figures of their own, a region stands for its provinces.
    let is_region = |entity: &Entity| {
        entity.kind == EntityKind::Region6 && has(Universe::Provinces) && !has(Universe::Regions)
    };
    let mut universe = None;
    let (mut extra, mut within): (Vec<Id>, Vec<Id>) = (Vec::new(), Vec::new());
    let mut stands_for: Vec<(Id, Vec<Id>)> = Vec::new();
    for token in view.entities.iter().chain(&view.focus) {
        if let Some(set) = Universe::ALL.into_iter().find(|u| *u.token() == **token) {
            universe.get_or_insert(set);
        } else if let Some(region) = dataset.entity(token).filter(|entity| is_region(entity)) {
            universe = universe.or(Some(Universe::Provinces));
            // A region that was added is also the focus, so it comes twice.
            if !within.contains(&region.id) {
                within.push(region.id.clone());
            }
        } else if let Some(entity) = dataset.entity(token) {
            // For 2024, today's Phú Thọ means Hòa Bình, Phú Thọ and Vĩnh Phúc.
            let meant = units_meant(dataset, entity, &period);
            universe = universe.or_else(|| meant.iter().find_map(|unit| universe_of(unit)));
            let ids: Vec<Id> = meant.iter().map(|unit| unit.id.clone()).collect();
            for id in ids.iter().filter(|id| !extra.contains(id)).collect::<Vec<_>>() {
                extra.push(id.clone());
            }
            let is_other = ids.first().is_some_and(|id| id != token);
            if (is_other || ids.len() > 1) && !stands_for.iter().any(|(known, _)| known == token) {
                stands_for.push((token.clone(), ids));
            }
        } else {
            missed.push(Missed::Entity(token.clone()));
        }
    }
    let has_figures = |u: &Universe| available.iter().any(|(other, _)| other == u);
    let universe = universe.filter(has_figures).or_else(|| available.first().map(|(u, _)| *u))?;
    let in_universe =
        |id: &Id| dataset.entity(id).is_some_and(|entity| entity.kind == universe.kind());
    let is_apart = |id: &&Id| {
        !in_universe(id) && dataset.entity(id).is_some_and(|unit| universe_of(unit).is_some())
    };
    let apart: Vec<Id> = extra.iter().filter(is_apart).cloned().collect();
    if !apart.is_empty() {
        missed.push(Missed::OtherKind(apart));
    }
    extra.retain(in_universe);
    stands_for.retain(|(_, ids)| ids.iter().any(in_universe));
    // A focus on a unit of today moves to its predecessor; among several there is no focus.
    let before = |focus: &Id| stands_for.iter().find(|(unit, _)| unit == focus);
    let focus =
        view.focus.as_ref().and_then(|focus| match before(focus).map(|(_, ids)| &ids[..]) {
            None => Some(focus.clone()),
            Some([only]) => Some(only.clone()),
            Some(_) => None,
        });
    let focus = focus.filter(in_universe);
    if universe != Universe::Provinces {
        within.clear();
    }
    let question = Question {
        indicator: indicator.id.clone(),
        period,
        universe,
        // A single unit has nothing to be ranked with.
        only: view.only && extra.len() > 1,
        extra,
        within,
        focus,
        stands_for,
        sort: view.sort,
    };
    Some((question, missed))
}

/// What the explorer opens with: the 2024 figures that the headline story is about.
const DEFAULT_INDICATOR: &str = "end_to_end_dossier_rate";

/// The date that a view asks for; of a range, its end, or its start if the end is open. `None` for
/// the newest.
fn asked_time(time: Time) -> Option<Date> {
    match time {
        Time::Latest => None,
        Time::Between(from, OPEN_END) => Some(from),
        Time::At(date) | Time::Between(_, date) => Some(date),
    }
}

/// The period asked for, out of those available (newest first): the one of that date, or the newest
/// in a range.
fn chosen_period(available: &[Period], time: Time) -> Option<&Period> {
    match time {
        Time::Latest => available.first(),
        Time::At(date) => available.iter().find(|period| period.named() == date),
        Time::Between(..) => available.iter().find(|period| time.holds(period.end())),
    }
}

/// The universe that a unit is ranked in; `None` for blocks, the nation and the units of today.
pub fn universe_of(entity: &Entity) -> Option<Universe> {
    Universe::ALL.into_iter().find(|universe| universe.kind() == entity.kind)
}
