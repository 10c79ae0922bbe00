//! Several indicators beside one another, each in a panel of its own: the exhibit of small
//! multiples.

use std::rc::Rc;

use super::asked::Asked;
use super::exhibit_dots::bar_row;
use super::exhibit_time::reasons_of;
use super::history::is_measured;
use super::multiples::{MultiplesPanel, MultiplesSpec};
use super::symbol::Known;
use super::{BarRow, BarSpec, Exhibit, ExhibitRow, Missing, MissingUnit, Role, Spec, entity_shape};
use crate::compare::vietnamese::capitalised;
use crate::compare::{Judgement, Verdict, is_part_of_a_score, judge, sort_stably};
use crate::data::{Entity, EntityKind, Id, Indicator, Observation, Operation, Period};
use crate::text::{Key, NBSP, known, marked_inferred, name_inside, period, unit_words};
use crate::view::Lang;

/// What a panel shows.
pub(super) struct Shown<'a> {
    indicator: &'a Indicator,
    time: Period,
    figures: Vec<&'a Observation>,
    /// Named places without a figure here.
    without: Vec<&'a Entity>,
}

/// The panels of the indicators with a figure of a named place, the country or a block.
pub(super) fn panels<'a>(asked: &Asked<'a>) -> Vec<Shown<'a>> {
    let indicators = std::iter::once(asked.indicator).chain(asked.others.iter().copied());
    indicators.filter_map(|indicator| panel(asked, indicator)).collect()
}

fn panel<'a>(asked: &Asked<'a>, indicator: &'a Indicator) -> Option<Shown<'a>> {
    let is_whole = |entity: &Entity| matches!(entity.kind, EntityKind::Nation | EntityKind::Block);
    let is_named = |o: &Observation| asked.is_place(&o.entity);
    let measured = || {
        asked
            .dataset
            .of_indicator(&indicator.id)
            .filter(|o| is_measured(o) || (is_named(o) && o.derived_from.is_some()))
    };
    let is_wanted =
        |o: &Observation| is_named(o) || asked.dataset.entity(&o.entity).is_some_and(is_whole);
    // The time asked for, else the newest with a figure of a named place.
    let time = measured()
        .filter(|o| is_wanted(o))
        .max_by_key(|o| (asked.wants(&o.period), is_named(o), o.period.end().last_day()))
        .map(|o| o.period.clone())?;
    let mut figures: Vec<&Observation> =
        measured().filter(|o| is_wanted(o) && o.period.same_span(&time)).collect();
    // Two layers may print different figures of a whole: it stands once, from the places' layer.
    let layer = figures.iter().find(|o| is_named(o)).map(|o| o.layer);
    sort_stably(&mut figures, |a, b| {
        let is_other = |o: &Observation| layer.is_some_and(|layer| layer != o.layer);
        is_other(a).cmp(&is_other(b))
    });
    let mut seen: Vec<&Id> = Vec::new();
    figures.retain(|o| {
        !seen.contains(&&o.entity) && {
            seen.push(&o.entity);
            true
        }
    });
    let value = |o: &Observation| {
        Known::of(o.quantity, o.interval).and_then(|known| known.at()).unwrap_or(0.0)
    };
    sort_stably(&mut figures, |a, b| value(b).total_cmp(&value(a)));
    let without = asked
        .places
        .iter()
        .filter(|place| !figures.iter().any(|o| o.entity == place.id))
        .copied()
        .collect();
    Some(Shown { indicator, time, figures, without })
}

pub(super) fn exhibit(asked: &Asked<'_>) -> Exhibit {
    let lang = asked.lang;
    let shown = panels(asked);
    let mut told: Vec<ExhibitRow> = Vec::new();
    let mut drawn = Vec::new();
    for panel in &shown {
        let first_row = told.len();
        let measure = lang.of(&panel.indicator.official);
        let detail = format!("{measure}, {}", period(&panel.time, lang));
        let rows = panel
            .figures
            .iter()
            .map(|o| ExhibitRow::of(asked, o, None).with_detail(detail.clone(), lang));
        told.extend(rows);
        for entity in &panel.without {
            let row = ExhibitRow::unknown(asked, entity, &period(&panel.time, lang));
            told.push(ExhibitRow {
                indicator: panel.indicator.id.clone(),
                detail: detail.clone(),
                ..row
            });
        }
        drawn.push(MultiplesPanel {
            title: capitalised(measure),
            note: note(panel, lang),
            rows: rows_of(asked, panel),
            first_row,
        });
    }
    let judgements = across(asked, &shown);
    let (verdict, reasons) = reasons_of(&judgements, Some(Key::OneTimeOneMeasure), lang);
    let spec = MultiplesSpec {
        panels: drawn,
        is_parted: judgements.iter().any(|found| found.verdict == Verdict::NotComparable),
    };
    let indicators: Vec<&Indicator> = shown.iter().map(|panel| panel.indicator).collect();
    let figures: Vec<&Observation> = shown.iter().flat_map(|p| p.figures.iter().copied()).collect();
    let names: Vec<&str> = indicators.iter().map(|i| lang.of(&i.official)).collect();
    Exhibit {
        title: capitalised(&names.join(&format!("{NBSP}· "))),
        finding: finding(asked, &shown),
        unit_line: Key::OwnAxes.text(lang).to_owned(),
        verdict,
        reasons,
        spec: Some(Rc::new(Spec::Multiples(spec))),
        missing: missing(asked, &shown),
        ..Exhibit::of(asked, &indicators, &figures, told)
    }
}

/// Unit and time of a panel.
fn note(panel: &Shown<'_>, lang: Lang) -> String {
    let when = period(&panel.time, lang);
    match unit_words(panel.indicator, lang) {
        "" => when,
        unit => format!("{unit}, {when}"),
    }
}

fn rows_of(asked: &Asked<'_>, panel: &Shown<'_>) -> BarSpec {
    let known = panel.figures.iter().map(|o| bar_row(asked, o));
    let unknown = panel.without.iter().map(|entity| BarRow {
        name: asked.lang.of(&entity.name).to_owned(),
        rank: None,
        quantity: None,
        interval: None,
        label: Key::NoFigure.text(asked.lang).to_owned(),
        color: Role::Ink,
        shape: entity_shape(entity),
        focus: asked.stands_out(&entity.id),
    });
    BarSpec {
        rows: known.chain(unknown).collect(),
        gap: None,
        lines: Vec::new(),
        unit: panel.indicator.unit,
        rank_heading: "",
        is_whole: true,
        is_part: is_part_of_a_score(panel.indicator),
        lang: asked.lang,
    }
}

/// The judgements between panels: on a place that two panels share, else on their first figures.
fn across(asked: &Asked<'_>, shown: &[Shown<'_>]) -> Vec<Judgement> {
    let mut found = Vec::new();
    for (at, one) in shown.iter().enumerate() {
        for other in shown.iter().skip(at + 1) {
            let same = |a: &Observation| other.figures.iter().find(|b| b.entity == a.entity);
            let shared = one.figures.iter().find_map(|a| Some((a, same(a)?)));
            let pair = shared.or(one.figures.first().zip(other.figures.first()));
            found.extend(pair.map(|(a, b)| judge(asked.dataset, a, b, Operation::Difference)));
        }
    }
    found
}

/// One sentence for each of three panels: up to three figures, of named places if there are any.
fn finding(asked: &Asked<'_>, shown: &[Shown<'_>]) -> String {
    let lang = asked.lang;
    let is_one_time = shown.windows(2).all(|pair| match pair {
        [a, b] => a.time.same_span(&b.time),
        _ => true,
    });
    let sentence = |panel: &Shown<'_>| {
        let named: Vec<&&Observation> =
            panel.figures.iter().filter(|o| asked.is_place(&o.entity)).collect();
        let picked = if named.is_empty() { panel.figures.iter().collect() } else { named };
        let told: Vec<String> = picked.into_iter().take(3).map(|o| told_of(asked, o)).collect();
        let measure = capitalised(lang.of(&panel.indicator.official));
        let when =
            if is_one_time { String::new() } else { format!(", {}", period(&panel.time, lang)) };
        format!("{measure}{when}: {}.", told.join("; "))
    };
    shown.iter().take(3).map(sentence).collect::<Vec<_>>().join(" ")
}

/// "Hà Nam 68,54%"; "Hòa Bình từ 10% đến dưới 50% (suy ra)".
fn told_of(asked: &Asked<'_>, o: &Observation) -> String {
    let ExhibitRow { printed, .. } = ExhibitRow::of(asked, o, None);
    let name = asked
        .dataset
        .entity(&o.entity)
        .map_or_else(String::new, |entity| name_inside(entity, asked.lang));
    match o.interval.filter(|_| o.quantity.is_none()) {
        Some(_) => {
            let told = known(asked.dataset, o, asked.lang);
            format!("{name} {}", marked_inferred(&told, asked.lang))
        }
        None => format!("{name} {printed}"),
    }
}

/// Indicators without a figure of these places, and for each panel the places without one.
fn missing(asked: &Asked<'_>, shown: &[Shown<'_>]) -> Vec<Missing> {
    let lang = asked.lang;
    let has_panel = |id| shown.iter().any(|panel| panel.indicator.id == id);
    let measure = |indicator: &Indicator| capitalised(lang.of(&indicator.official));
    let units: Vec<MissingUnit> = std::iter::once(&asked.indicator)
        .chain(&asked.others)
        .filter(|indicator| !has_panel(indicator.id.clone()))
        .map(|indicator| MissingUnit { name: measure(indicator), id: None, interval: None })
        .collect();
    let indicators = Missing::sorted(Key::NoFigureOfThesePlaces.text(lang).to_owned(), units);
    let places = shown.iter().filter_map(|panel| {
        let unit = |entity: &&Entity| MissingUnit::of(entity, None, lang);
        let reason = format!("{}, {}:", measure(panel.indicator), Key::NoFigure.text(lang));
        Missing::sorted(reason, panel.without.iter().map(unit).collect())
    });
    indicators.into_iter().chain(places).collect()
}
