//! The figures of an indicator over time: whose they are, and how each is joined to the next.

use super::asked::Asked;
use super::build::entity_role;
use super::lines::{Emphasis, Link, Point, Series};
use super::symbol::{Known, entity_shape};
use super::{Role, Shape};
use crate::compare::{Judgement, Reason, Verdict, judge, sort_stably};
use crate::data::{Entity, EntityKind, Indicator, Kind, Layer, Observation, Operation, Scope};
use crate::text::figure;

/// An entity with its figures in the order of time.
pub(super) struct History<'a> {
    pub(super) entity: &'a Entity,
    pub(super) emphasis: Emphasis,
    pub(super) figures: Vec<&'a Observation>,
}

/// The printed figures of an entity in the order of time, one per date, within the time asked for.
pub(super) fn figures<'a>(
    asked: &Asked<'a>,
    indicator: &Indicator,
    entity: &Entity,
) -> Vec<&'a Observation> {
    let mut found = of_all_times(asked, indicator, entity);
    found.retain(|o| asked.time.holds(o.period.end()));
    found
}

/// As [`figures`], whatever the time asked for.
pub(super) fn of_all_times<'a>(
    asked: &Asked<'a>,
    indicator: &Indicator,
    entity: &Entity,
) -> Vec<&'a Observation> {
    let mut found: Vec<&Observation> = asked
        .dataset
        .of_indicator(&indicator.id)
        .filter(|o| o.entity == entity.id && is_measured(o))
        .collect();
    // Where two publications print a figure for the same date, the line uses the layer that prints
    // most of its dates. All dates count, so that no figure changes with the time viewed.
    let context = found.iter().filter(|o| o.layer == Layer::Context).count();
    let other = if 2 * context > found.len() { Layer::Reports } else { Layer::Context };
    let key = |o: &Observation| (o.period.end().last_day(), o.layer == other);
    sort_stably(&mut found, |a, b| key(a).cmp(&key(b)));
    found.dedup_by_key(|o| o.period.end().last_day());
    found
}

/// Whether a figure was printed for the whole of its place, or for the branches that were counted.
pub(super) fn is_measured(observation: &Observation) -> bool {
    observation.kind == Kind::Observation
        && observation.quantity.is_some()
        && matches!(observation.scope, Scope::Whole | Scope::Partial)
}

/// The entities shown over time: the named places, the country and the blocks, and the group behind
/// a single place in focus. Without named places, the compared units with at least two dates; if
/// that leaves no line, all units.
pub(super) fn histories<'a>(asked: &Asked<'a>) -> Vec<History<'a>> {
    let history = |entity: &'a Entity, emphasis| History {
        entity,
        emphasis,
        figures: figures(asked, asked.indicator, entity),
    };
    let mut found: Vec<History<'a>> = Vec::new();
    let are_few = asked.places.len() <= FEW;
    for entity in &asked.places {
        let emphasis = match (asked.is_focus(entity), asked.focus) {
            (true, _) => Emphasis::Focus,
            (false, None) if are_few => Emphasis::Focus,
            (false, Some(_)) if are_few => Emphasis::Plain,
            _ => Emphasis::Peer,
        };
        found.push(history(entity, emphasis));
    }
    let wholes = asked
        .dataset
        .entities
        .iter()
        .filter(|entity| matches!(entity.kind, EntityKind::Nation | EntityKind::Block));
    // With `only`, the chosen units stand alone.
    let are_alone = asked.order.as_ref().is_some_and(|(question, _)| question.only);
    for entity in wholes.filter(|_| !are_alone) {
        if !found.iter().any(|known| known.entity.id == entity.id) {
            found.push(history(entity, Emphasis::Plain));
        }
    }
    let has_line = |found: &[History<'_>]| found.iter().any(|history| history.figures.len() > 1);
    let group = |entity: &Entity| match asked.focus {
        Some(focus) if focus.region.is_some() => entity.region == focus.region,
        Some(focus) => entity.kind == focus.kind,
        None => matches!(
            entity.kind,
            EntityKind::Province63 | EntityKind::Ministry22 | EntityKind::Region6
        ),
    };
    let compared = asked.order.as_ref().map(|(question, _)| question.universe.kind());
    if asked.places.is_empty() {
        let units = asked.dataset.entities.iter().filter(|entity| Some(entity.kind) == compared);
        let lines = units.map(|entity| history(entity, Emphasis::Peer));
        found.extend(lines.filter(|history| history.figures.len() > 1));
    }
    // A reader who names several places wants only these.
    if (asked.focus.is_some() && asked.places.len() == 1) || !has_line(&found) {
        for entity in asked.dataset.entities.iter().filter(|entity| group(entity)) {
            if !found.iter().any(|known| known.entity.id == entity.id) {
                found.push(history(entity, Emphasis::Peer));
            }
        }
    }
    begin_with_places(asked, &mut found);
    found.retain(|history| !history.figures.is_empty());
    if !found.iter().any(|history| history.emphasis == Emphasis::Focus) {
        raise_extremes(&mut found);
    }
    found
}

/// Lets other lines begin no earlier than those of the named places, so as not to take their room.
fn begin_with_places(asked: &Asked<'_>, found: &mut [History<'_>]) {
    let lines = found.iter().filter(|h| asked.is_place(&h.entity.id) && h.figures.len() > 1);
    let first = lines.filter_map(|h| h.figures.first()).map(|o| o.period.end().first_day()).min();
    let Some(first) = first else { return };
    for whole in found.iter_mut().filter(|history| !asked.is_place(&history.entity.id)) {
        whole.figures.retain(|o| o.period.end().last_day() >= first);
    }
}

/// Maximum number of places that each get their own hue.
pub(super) const FEW: usize = 6;

/// If nothing stands out, raises the highest and the lowest of the group at the last date and puts
/// them first.
fn raise_extremes(found: &mut Vec<History<'_>>) {
    let end = found.iter().filter_map(newest_of_line).map(|o| o.period.end().last_day()).max();
    // An entity without a figure for that date cannot be an extreme.
    let value = |history: &History<'_>| {
        let is_last = |o: &&Observation| Some(o.period.end().last_day()) == end;
        newest_of_line(history).filter(is_last)?.quantity?.value()
    };
    let by_value = |a: &(usize, f64), b: &(usize, f64)| a.1.total_cmp(&b.1);
    let values = || found.iter().enumerate().filter_map(|(at, h)| Some((at, value(h)?)));
    let ends = [values().max_by(by_value), values().min_by(by_value)];
    for (at, _) in ends.into_iter().flatten() {
        if let Some(history) = found.get_mut(at) {
            history.emphasis = Emphasis::Plain;
        }
    }
    sort_stably(found, |a, b| a.emphasis.cmp(&b.emphasis));
}

/// The newest figure of a peer that has a line.
fn newest_of_line<'a>(history: &History<'a>) -> Option<&'a Observation> {
    let is_line = history.emphasis == Emphasis::Peer && history.figures.len() > 1;
    history.figures.last().copied().filter(|_| is_line)
}

/// Series with their links, hues and signs. Rows are counted from 0 in the order of the figures.
pub(super) fn series(asked: &Asked<'_>, histories: &[History<'_>]) -> Vec<Series> {
    let mut row = 0;
    let mut signs: Vec<(Role, Shape)> = Vec::new();
    let mut found = Vec::new();
    for history in histories {
        let entity = history.entity;
        let is_peer = history.emphasis == Emphasis::Peer;
        let (color, shape) = if is_peer {
            (Role::Peer, entity_shape(entity))
        } else {
            distinct(&mut signs, entity_role(entity), entity_shape(entity))
        };
        let mut points = Vec::new();
        for (at, o) in history.figures.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| history.figures.get(at));
            if let Some(known) = Known::of(o.quantity, o.interval) {
                points.push(Point {
                    end: o.period.end(),
                    is_year: o.period.whole_year().is_some(),
                    known,
                    label: o.quantity.map_or(String::new(), |q| figure(&q, asked.lang)),
                    link: before.map_or(Link::Open, |before| link(asked, before, o)),
                    row,
                });
            }
            row += 1;
        }
        found.push(Series {
            name: asked.lang.of(&entity.name).to_owned(),
            color,
            shape,
            emphasis: history.emphasis,
            points,
        });
    }
    found
}

/// Gives an entity another sign if its hue and sign are already taken.
pub(super) fn distinct(signs: &mut Vec<(Role, Shape)>, color: Role, shape: Shape) -> (Role, Shape) {
    let shapes = [shape, Shape::Triangle, Shape::Square, Shape::Circle, Shape::Diamond];
    let free = shapes.into_iter().find(|shape| !signs.contains(&(color, *shape)));
    let sign = (color, free.unwrap_or(shape));
    signs.push(sign);
    sign
}

/// How two successive figures are joined. Self-reporting is a caveat on a whole series and does not
/// make a link dotted.
pub(super) fn link(asked: &Asked<'_>, before: &Observation, after: &Observation) -> Link {
    let found = judge(asked.dataset, before, after, Operation::Trend);
    let is_apart = found.reasons.iter().any(|(reason, _)| *reason != Reason::SelfReported);
    match found.verdict {
        Verdict::NotComparable => Link::Open,
        Verdict::WithCare if is_apart => Link::Dotted,
        Verdict::Comparable | Verdict::WithCare => Link::Solid,
    }
}

/// The judgements on all pairs of successive figures.
pub(super) fn judgements(asked: &Asked<'_>, histories: &[History<'_>]) -> Vec<Judgement> {
    let pairs = histories.iter().flat_map(|history| history.figures.windows(2));
    pairs
        .filter_map(|pair| Some((pair.first()?, pair.get(1)?)))
        .map(|(before, after)| judge(asked.dataset, before, after, Operation::Trend))
        .collect()
}
