//! Turns rankings and story panels into the specs of bar charts.

use super::history::FEW;
use super::{BarRow, BarSpec, RefLine, Role, entity_shape};
use crate::compare::vietnamese::capitalised;
use crate::compare::{Question, Ranking, Row, is_part_of_a_score, sort_stably};
use crate::data::{Dataset, Entity, EntityKind, Kind, Observation, Panel};
use crate::quantity::Unit;
use crate::text::{Key, figure, known, rank, target_name};
use crate::view::{Lang, Sort};

/// The hue of an entity, the same in every view, link and export. The nation is ink, the blocks of
/// ministries and provinces have hues of their own, and any other entity gets one of six by its id.
pub fn entity_role(entity: &Entity) -> Role {
    match &*entity.id {
        "nation" => Role::Ink,
        "block:ministries" => Role::Category(1),
        // The unnamed places of the first story lie somewhere among the provinces.
        "block:provinces" | "area:rural-mountain" => Role::Category(2),
        // Hòa Bình, the place of the first story.
        "province63:17" => Role::Category(3),
        id => Role::Category(3 + (id.bytes().map(u32::from).sum::<u32>() % 6) as u8),
    }
}

/// The hue that all units of a kind share where none stands out.
pub(super) fn set_role(kind: EntityKind) -> Role {
    match kind {
        EntityKind::Ministry22 | EntityKind::Ministry25 => Role::Category(1),
        EntityKind::Nation => Role::Ink,
        _ => Role::Category(2),
    }
}

/// The bars of a ranking.
pub fn ranking_bars(
    ranking: &Ranking<'_>,
    question: &Question,
    dataset: &Dataset,
    lang: Lang,
) -> BarSpec {
    let rows = ranking.rows.iter().map(|row| ranking_row(row, question, dataset, lang)).collect();
    let lines = [&ranking.references[..], &ranking.targets].concat();
    BarSpec {
        rows,
        gap: gap(ranking, question, lang),
        lines: reference_lines(dataset, &lines, lang),
        unit: ranking.indicator.unit,
        rank_heading: Key::ColumnRank.text(lang),
        is_whole: false,
        is_part: is_part_of_a_score(ranking.indicator),
        lang,
    }
}

/// The gap between two ranks where units without a printed figure stand that are not shown.
fn gap(ranking: &Ranking<'_>, question: &Question, lang: Lang) -> Option<(usize, String)> {
    let between = |(at, pair): (usize, &[Row<'_>])| {
        let [above, below] = pair else { return None };
        let (above, below) = (above.rank?, below.rank?);
        let silent = ranking.silent.iter().filter_map(|row| row.rank);
        let count =
            silent.filter(|rank| above.last < rank.first && rank.last < below.first).count();
        let words = Key::BetweenRanks.text(lang).replace("{n}", &count.to_string());
        (count > 0).then_some((at + 1, words))
    };
    ranking.rows.windows(2).enumerate().find_map(between).filter(|_| question.sort == Sort::Value)
}

fn ranking_row(row: &Row<'_>, question: &Question, dataset: &Dataset, lang: Lang) -> BarRow {
    let focus = question.stands_out(&row.entity.id);
    let added = question.extra.contains(&row.entity.id);
    // Named units have their own hue, as in every other picture. If many are shown alone, their
    // names are enough to tell them apart.
    let is_hued = (focus || added) && (!question.only || question.extra.len() <= FEW);
    let color = if is_hued { entity_role(row.entity) } else { set_role(row.entity.kind) };
    BarRow {
        name: lang.of(&row.entity.name).to_owned(),
        rank: row.rank.map(rank),
        quantity: row.figure.and_then(|figure| figure.quantity),
        interval: row.figure.and_then(|figure| figure.interval),
        label: label(row.figure, dataset, lang),
        color,
        shape: entity_shape(row.entity),
        focus,
    }
}

/// A figure, or what a list allows, in words.
pub(super) fn label(observation: Option<&Observation>, dataset: &Dataset, lang: Lang) -> String {
    let none = || Key::NoFigure.text(lang).to_owned();
    observation.map_or_else(none, |o| known(dataset, o, lang))
}

/// Lines for targets and for the figures of wholes.
pub(super) fn reference_lines(dataset: &Dataset, all: &[&Observation], lang: Lang) -> Vec<RefLine> {
    let mut targets = all.iter().filter(|o| o.kind == Kind::Target).map(|o| &o.entity);
    let first = targets.next();
    let is_only = targets.all(|entity| Some(entity) == first);
    all.iter().filter_map(|o| reference_line(dataset, o, is_only, lang)).collect()
}

/// `is_only`: the targets beside it are all of one unit.
fn reference_line(
    dataset: &Dataset,
    observation: &Observation,
    is_only: bool,
    lang: Lang,
) -> Option<RefLine> {
    let quantity = observation.quantity?;
    let entity = dataset.entity(&observation.entity)?;
    let (name, color) = if observation.kind == Kind::Target {
        (target_name(entity, is_only, lang), Role::Ink2)
    } else {
        (lang.of(&entity.name).to_owned(), entity_role(entity))
    };
    Some(RefLine {
        value: quantity.value()?,
        label: format!("{name} {}", figure(&quantity, lang)),
        color,
    })
}

/// The bars of one story panel: figures and references in the order of value, targets as lines.
/// `focus` holds the figures that stand out.
pub fn panel_bars(
    panel: &Panel,
    focus: &[crate::data::Id],
    dataset: &Dataset,
    lang: Lang,
) -> BarSpec {
    let mut figures = dataset.figures(&panel.observations);
    figures.extend(dataset.figures(&panel.references));
    let key = |o: &Observation| o.quantity.and_then(|q| q.value()).unwrap_or(0.0);
    sort_stably(&mut figures, |a, b| key(b).total_cmp(&key(a)));
    let rows = figures.iter().filter_map(|o| {
        let entity = dataset.entity(&o.entity)?;
        let focus = focus.contains(&o.id);
        // Blocks and references keep their own hue everywhere.
        let is_whole = entity.kind == EntityKind::Block || panel.references.contains(&o.id);
        let color = if focus || is_whole { entity_role(entity) } else { set_role(entity.kind) };
        // If the figures have no common measure, each row is named after its own.
        let measure = dataset.indicator(&o.indicator).filter(|_| panel.indicator.is_none());
        let name = measure.map_or_else(
            || lang.of(&entity.name).to_owned(),
            |indicator| capitalised(lang.of(&indicator.label)),
        );
        Some(BarRow {
            name,
            rank: None,
            quantity: o.quantity,
            interval: o.interval,
            label: o.quantity.map_or(String::new(), |quantity| figure(&quantity, lang)),
            color,
            shape: entity_shape(entity),
            focus,
        })
    });
    BarSpec {
        rows: rows.collect(),
        gap: None,
        lines: reference_lines(dataset, &dataset.figures(&panel.targets), lang),
        unit: figures
            .iter()
            .find_map(|o| o.quantity)
            .map_or(Unit::Percent, |quantity| quantity.unit),
        rank_heading: "",
        is_whole: false,
        is_part: figures
            .iter()
            .filter_map(|o| dataset.indicator(&o.indicator))
            .any(is_part_of_a_score),
        lang,
    }
}
