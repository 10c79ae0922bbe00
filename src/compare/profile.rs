//! What is known of a place: its figures and what they are compared with, the lists that name it,
//! and the figures that it lacks, with the reason.

use super::question::universe_of;
use super::silence::silences;
use super::spread::simple_mean;
use super::wholes::{figure_of_whole, wholes, wholes_of};
use super::{Question, RankSpan, Silence, Universe, ranking, sort_stably, target_for};
use crate::data::{
    Dataset, Entity, EntityKind, Id, Indicator, Kind, Measure, Observation, Period, Scope,
};
use crate::quantity::arithmetic::Derived;

/// Everything that is known of a place.
#[derive(Clone, Debug)]
pub struct Profile<'a> {
    /// The place.
    pub unit: &'a Entity,
    /// Its measured figures, the newest first.
    pub measures: Vec<Measured<'a>>,
    /// For a unit of today: its announced ranks, whose scores are not known.
    pub announced: Vec<&'a Observation>,
    /// Other figures, the newest first: targets, changes, capacities, and for other units ranks
    /// whose scores are not known.
    pub others: Vec<&'a Observation>,
    /// Lists that name it, and policies.
    pub named: Vec<&'a Observation>,
    /// Indicators for which it has no figure, in the order of the file.
    pub silent: Vec<(&'a Indicator, Silence)>,
    /// The units that it was made from, if none of them has a measured figure; else empty.
    pub silent_before: Vec<&'a Entity>,
}

/// The figures of a place for one indicator.
#[derive(Clone, Debug)]
pub struct Measured<'a> {
    /// What is measured.
    pub indicator: &'a Indicator,
    /// One for each time, the newest first; never empty.
    pub standings: Vec<Standing<'a>>,
}

/// A figure of a place, and what it is compared with.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    /// The figure, printed or inferred.
    pub figure: &'a Observation,
    /// The group of places that share the figure, where several do.
    pub jointly: Option<&'a Entity>,
    /// Its rank, among which units and how many; `None` where it cannot be determined.
    pub rank: Option<(RankSpan, Universe, usize)>,
    /// How many other units certainly have the same rank.
    pub level_with: usize,
    /// The rank as printed.
    pub printed_rank: Option<&'a Observation>,
    /// Figures of the block, the other block or the nation, of the same time and layer.
    pub wholes: Vec<&'a Observation>,
    /// The target that the figure is measured against.
    pub target: Option<&'a Observation>,
    /// For a score: its region, the simple mean of all units there, and their number.
    pub region_mean: Option<(&'a Entity, Derived, usize)>,
}

/// What is known of a place.
pub fn profile<'a>(dataset: &'a Dataset, unit: &'a Entity) -> Profile<'a> {
    let mut measures: Vec<Measured<'a>> = Vec::new();
    let (mut announced, mut others, mut named) = (Vec::new(), Vec::new(), Vec::new());
    for figure in &dataset.observations {
        let group = shared_by(dataset, figure, unit);
        if figure.entity != unit.id && group.is_none() {
            continue;
        }
        match figure.kind {
            Kind::Observation => add(dataset, &mut measures, figure, group),
            Kind::Membership | Kind::Policy => named.push(figure),
            Kind::Rank if score_of(dataset, figure).is_some() => {}
            Kind::Rank if unit.kind == EntityKind::Province34 => announced.push(figure),
            Kind::Rank | Kind::Target | Kind::Change | Kind::Capacity => others.push(figure),
        }
    }
    for measure in &mut measures {
        sort_stably(&mut measure.standings, |a, b| newest_first(a.figure, b.figure));
        for standing in &mut measure.standings {
            hold(dataset, unit, standing);
        }
    }
    sort_stably(&mut measures, |a, b| match (a.newest(), b.newest()) {
        (Some(a), Some(b)) => newest_first(a.figure, b.figure),
        _ => std::cmp::Ordering::Equal,
    });
    sort_stably(&mut others, |a, b| newest_first(a, b));
    let silent = silences(dataset, unit, &measures);
    let silent_before = silent_before(dataset, unit);
    Profile { unit, measures, announced, others, named, silent, silent_before }
}

fn silent_before<'a>(dataset: &'a Dataset, unit: &Entity) -> Vec<&'a Entity> {
    let is_earlier =
        |o: &Observation| o.kind == Kind::Observation && unit.predecessors.contains(&o.entity);
    if dataset.observations.iter().any(is_earlier) {
        return Vec::new();
    }
    dataset.units(&unit.predecessors)
}

impl<'a> Profile<'a> {
    /// The newest printed figure of the place, alone or together with others.
    pub fn newest(&self) -> Option<&'a Observation> {
        let printed = self.standings().map(|standing| standing.figure);
        printed
            .filter(|figure| figure.derived_from.is_none())
            .max_by_key(|figure| figure.period.last_certain_day())
    }

    /// Every figure shown for the place, with those that it is compared with.
    pub fn figures(&self) -> Vec<&'a Observation> {
        let standing = |one: &Standing<'a>| {
            let beside = one.wholes.iter().copied().chain(one.target).chain(one.printed_rank);
            std::iter::once(one.figure).chain(beside).collect::<Vec<_>>()
        };
        let told = self.named.iter().chain(&self.others).chain(&self.announced).copied();
        self.standings().flat_map(standing).chain(told).collect()
    }

    /// All its measured figures, the newest of each indicator before the earlier ones.
    pub fn standings(&self) -> impl Iterator<Item = &Standing<'a>> {
        self.measures.iter().flat_map(|measure| &measure.standings)
    }
}

impl<'a> Measured<'a> {
    /// The newest of the figures.
    pub fn newest(&self) -> Option<&Standing<'a>> {
        self.standings.first()
    }

    /// Whether its figures have a scale with two ends on which they can be shown.
    pub fn has_scale(&self) -> bool {
        let is_part = is_part_of_a_score(self.indicator);
        matches!(self.indicator.measure, Measure::Rate | Measure::Index) && !is_part
    }
}

/// Parts of a score whose own maximum is not printed: on the scale of the whole score they would
/// look low.
const PARTS_OF_A_SCORE: [&str; 2] = ["par_appraisal", "par_survey"];

/// Whether an indicator is a part of a score, and its own maximum is not printed.
pub fn is_part_of_a_score(indicator: &Indicator) -> bool {
    PARTS_OF_A_SCORE.contains(&&*indicator.id)
}

/// Whether entities of a kind are places that a reader may want to know more about, and that have a
/// page. Banks, classes of apps and the archipelagos are not: no figure is theirs alone.
pub fn is_place(kind: EntityKind) -> bool {
    !matches!(kind, EntityKind::Area | EntityKind::Group | EntityKind::Marker)
}

/// The number of measured figures printed for a place, not counting ranks.
pub fn printed_figures(dataset: &Dataset, unit: &Entity) -> usize {
    let is_its = |o: &&Observation| o.entity == unit.id && o.is_printed_measure();
    dataset.observations.iter().filter(is_its).count()
}

fn newest_first(a: &Observation, b: &Observation) -> std::cmp::Ordering {
    b.period.chronological(&a.period)
}

/// The group that shares a figure, if the unit is a member of it.
fn shared_by<'a>(dataset: &'a Dataset, figure: &Observation, unit: &Entity) -> Option<&'a Entity> {
    if figure.scope != Scope::Jointly {
        return None;
    }
    dataset.entity(&figure.entity).filter(|group| group.members.contains(&unit.id))
}

fn add<'a>(
    dataset: &'a Dataset,
    measures: &mut Vec<Measured<'a>>,
    figure: &'a Observation,
    jointly: Option<&'a Entity>,
) {
    let standing = Standing {
        figure,
        jointly,
        rank: None,
        level_with: 0,
        printed_rank: None,
        wholes: Vec::new(),
        target: None,
        region_mean: None,
    };
    match measures.iter_mut().find(|known| known.indicator.id == figure.indicator) {
        Some(known) => known.standings.push(standing),
        None => measures.extend(
            dataset
                .indicator(&figure.indicator)
                .map(|indicator| Measured { indicator, standings: vec![standing] }),
        ),
    }
}

/// The score that a printed rank goes with: of the same place, theme and time.
fn score_of<'a>(dataset: &'a Dataset, rank: &Observation) -> Option<&'a Indicator> {
    let field = dataset.indicator(&rank.indicator)?.theme;
    dataset.indicators.iter().find(|indicator| {
        indicator.measure == Measure::Index
            && indicator.theme == field
            && dataset.measured(&indicator.id, &rank.entity, &rank.period).is_some()
    })
}

/// Fills in what a figure is compared with.
fn hold<'a>(dataset: &'a Dataset, unit: &'a Entity, standing: &mut Standing<'a>) {
    let figure = standing.figure;
    standing.wholes = wholes_beside(dataset, unit, figure);
    standing.target = target_for(dataset, figure);
    if standing.jointly.is_some() {
        return;
    }
    if let Some((rank, level_with)) = rank_of(dataset, unit, figure) {
        (standing.rank, standing.level_with) = (Some(rank), level_with);
    }
    let Some(indicator) = dataset.indicator(&figure.indicator) else { return };
    if indicator.measure == Measure::Index {
        standing.printed_rank = dataset.observations.iter().find(|o| {
            o.kind == Kind::Rank
                && o.entity == unit.id
                && o.period.same_span(&figure.period)
                && dataset.indicator(&o.indicator).is_some_and(|i| i.theme == indicator.theme)
        });
        standing.region_mean = region_mean(dataset, unit, &indicator.id, &figure.period);
    }
}

/// The rank of a unit among all, and how many others certainly share it.
fn rank_of(
    dataset: &Dataset,
    unit: &Entity,
    figure: &Observation,
) -> Option<((RankSpan, Universe, usize), usize)> {
    let universe = universe_of(unit)?;
    let question = Question::of_all(&figure.indicator, &figure.period, universe);
    let found = ranking(dataset, &question)?;
    let row = found.rows.iter().chain(&found.silent).find(|row| row.entity.id == unit.id)?;
    let is_this = row.figure.is_some_and(|ranked| ranked.id == figure.id);
    let span = row.rank.filter(|_| is_this)?;
    Some(((span, universe, found.of), row.level_with))
}

/// Figures of the wholes that a place belongs to; for the nation or a block, of the other wholes.
fn wholes_beside<'a>(
    dataset: &'a Dataset,
    unit: &Entity,
    figure: &Observation,
) -> Vec<&'a Observation> {
    let beside: Vec<&Entity> = match unit.kind {
        EntityKind::Nation | EntityKind::Block => {
            wholes(dataset).filter(|other| other.id != unit.id).collect()
        }
        _ => wholes_of(dataset, unit).collect(),
    };
    beside.into_iter().filter_map(|whole| figure_of_whole(dataset, whole, figure)).collect()
}

fn region_mean<'a>(
    dataset: &'a Dataset,
    unit: &Entity,
    indicator: &Id,
    period: &Period,
) -> Option<(&'a Entity, Derived, usize)> {
    let region = dataset.entity(unit.region.as_ref()?)?;
    let members = region
        .members
        .iter()
        .map(|id| Some((dataset.entity(id)?, dataset.measured(indicator, id, period)?)));
    let members: Option<Vec<_>> = members.collect();
    let members = members?;
    simple_mean(&members).map(|mean| (region, mean, members.len()))
}
