//! How far it is to a target: the exhibit of progress.

use std::rc::Rc;

use super::asked::Asked;
use super::build::{entity_role, label};
use super::exhibit::unit_line;
use super::exhibit_time::reasons_of;
use super::history::of_all_times;
use super::progress::{ProgressRow, ProgressSpec};
use super::symbol::Known;
use super::{Exhibit, ExhibitRow, Missing, MissingUnit, Spec, entity_shape};
use crate::compare::vietnamese::capitalised;
use crate::compare::{Judgement, how_far_to_target, targets_of};
use crate::data::{Dataset, Entity, Kind, Observation};
use crate::text::{
    Key, due_date, figure, moment, span_of_time, target_sentence, time_or_target, when, with_thing,
};
use crate::view::{Lang, Time};

/// An entity, its target, and its newest figure up to the date of the target: the newest up to the
/// time viewed, if there is one.
struct Way<'a> {
    entity: &'a Entity,
    target: &'a Observation,
    reached: Option<&'a Observation>,
}

/// Whether the indicator has a target at all.
pub(super) fn has_target(asked: &Asked<'_>) -> bool {
    targets(asked).next().is_some()
}

fn targets<'a>(asked: &Asked<'a>) -> impl Iterator<Item = &'a Observation> {
    let found = asked.dataset.of_indicator(&asked.indicator.id);
    found.filter(|o| o.kind == Kind::Target && has_flag(o))
}

/// Whether a target is one number, which can be marked on a scale.
fn has_flag(target: &Observation) -> bool {
    target.quantity.is_some_and(|quantity| quantity.value().is_some())
}

/// The named places without a target of their own, each with those of the nearest whole; then every
/// target with its own unit, those used for the places first.
fn ways<'a>(asked: &Asked<'a>) -> Vec<Way<'a>> {
    let mut found = Vec::new();
    let way = |entity: &'a Entity, target: &'a Observation| {
        let due = target.period.end().last_day();
        let viewed = match asked.time {
            Time::At(date) | Time::Between(_, date) => due.min(date.last_day()),
            Time::Latest => due,
        };
        let figures = of_all_times(asked, asked.indicator, entity);
        let newest = |until| figures.iter().rfind(|o| o.period.end().last_day() <= until).copied();
        let reached = newest(viewed).or_else(|| newest(due));
        Way { entity, target, reached: reached.or_else(|| inferred(asked, entity, due)) }
    };
    for entity in asked.places.iter().copied() {
        let mut targets = targets_of(asked.dataset, &asked.indicator.id, entity);
        targets.retain(|target| has_flag(target));
        // A target of its own has its row below.
        let nearest = targets.first().map(|target| &target.entity).filter(|id| **id != entity.id);
        let of_nearest = targets.iter().filter(|target| Some(&target.entity) == nearest);
        found.extend(of_nearest.map(|target| way(entity, target)));
    }
    let is_own = |o: &Observation| {
        asked.is_place(&o.entity) || found.iter().any(|way| way.target.entity == o.entity)
    };
    let (own, others): (Vec<_>, Vec<_>) = targets(asked).partition(|o| is_own(o));
    for target in own.into_iter().chain(others) {
        found.extend(asked.dataset.entity(&target.entity).map(|entity| way(entity, target)));
    }
    found
}

/// The newest figure up to the day `due` that only follows from a list.
fn inferred<'a>(asked: &Asked<'a>, entity: &Entity, due: u32) -> Option<&'a Observation> {
    let figures = asked.dataset.of_indicator(&asked.indicator.id);
    let of_unit = figures.filter(|o| o.entity == entity.id && o.derived_from.is_some());
    of_unit.filter(|o| o.period.end().last_day() <= due).max_by_key(|o| o.period.end().last_day())
}

pub(super) fn exhibit<'a>(asked: &Asked<'a>) -> Exhibit {
    let lang = asked.lang;
    let ways = ways(asked);
    let mut told: Vec<ExhibitRow> = Vec::new();
    let mut drawn = Vec::new();
    let mut used: Vec<&Observation> = Vec::new();
    let mut reached: Vec<&Observation> = Vec::new();
    let mut judgements: Vec<Judgement> = Vec::new();
    let mut unknown: Vec<MissingUnit> = Vec::new();
    let mut sentences: Vec<String> = Vec::new();
    // Several places may have one target, one place several.
    let mut use_once = |o: &'a Observation| {
        if used.iter().all(|known| known.id != o.id) {
            used.push(o);
        }
    };
    for way in &ways {
        let name = lang.of(&way.entity.name).to_owned();
        let row = told.len();
        let due = due_date(way.target.period.end(), lang);
        if let Some(o) = way.reached {
            use_once(o);
            reached.push(o);
            let found = how_far_to_target(asked.dataset, o, way.target);
            sentences.push(target_sentence(asked.dataset, &found, lang));
            judgements.push(found.judgement);
            let detail = when(&o.period, lang);
            told.push(ExhibitRow::of(asked, o, None).with_detail(detail, lang));
        } else {
            // Several targets may be set for one unit.
            if unknown.iter().all(|unit: &MissingUnit| unit.id.as_ref() != Some(&way.entity.id)) {
                unknown.push(MissingUnit::of(way.entity, None, lang));
            }
            told.push(ExhibitRow::unknown(asked, way.entity, &due));
        }
        use_once(way.target);
        told.push(ExhibitRow::of(asked, way.target, None).with_detail(due.clone(), lang));
        drawn.extend(progress_row(way, asked.dataset, name, (row, due), lang));
    }
    let (verdict, mut reasons) = reasons_of(&judgements, None, lang);
    if judgements.is_empty() {
        // The finding already says so.
        reasons.clear();
    }
    let measure = capitalised(lang.of(&asked.indicator.official));
    if sentences.is_empty() {
        let wanted = ways.iter().map(|way| way.target).find(|o| o.quantity.is_some());
        sentences.extend(wanted.map(|o| {
            format!(
                "{}: {}.",
                capitalised(&time_or_target(o, lang)),
                with_thing(asked.dataset, o, lang)
            )
        }));
        sentences.push(Key::NoFigureBeforeTarget.text(lang).to_owned());
    }
    sentences.truncate(3);
    let against = Key::AgainstTarget.text(lang);
    let spec = ProgressSpec { rows: drawn, unit: asked.indicator.unit, lang };
    let shown = Exhibit::of(asked, &[asked.indicator], &used, told);
    // Without a time of their own, the figures are dated by the newest.
    let times = span_of_time(&reached, lang);
    let is_of_first_time =
        |o: &&Observation| reached.first().is_some_and(|first| first.period.same_span(&o.period));
    let are_of_one_time = reached.iter().all(is_of_first_time);
    let time = if are_of_one_time { &shown.dated } else { &times };
    let missing = Missing::sorted(Key::NoFigureBeforeTarget.text(lang).to_owned(), unknown);
    Exhibit {
        title: format!("{measure}, {against}"),
        finding: sentences.join(" "),
        unit_line: unit_line(asked.indicator, time, lang),
        verdict,
        reasons,
        spec: Some(Rc::new(Spec::Progress(spec))),
        missing: missing.into_iter().collect(),
        ..shown
    }
}

fn progress_row(
    way: &Way<'_>,
    dataset: &Dataset,
    name: String,
    (row, due): (usize, String),
    lang: Lang,
) -> Option<ProgressRow> {
    let target = way.target.quantity?;
    Some(ProgressRow {
        name,
        detail: way.reached.map_or_else(|| due.clone(), |o| moment(&o.period, lang)),
        known: way.reached.and_then(|o| Known::of(o.quantity, o.interval)),
        label: label(way.reached, dataset, lang),
        target: target.value()?,
        target_label: format!("{} {}, {due}", Key::Target.text(lang), figure(&target, lang)),
        color: entity_role(way.entity),
        shape: entity_shape(way.entity),
        row,
        target_row: row + 1,
    })
}
