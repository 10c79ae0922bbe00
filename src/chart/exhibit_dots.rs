//! Figures of one time on one scale, whatever their level: the exhibit of dots.

use std::rc::Rc;

use super::asked::Asked;
use super::build::{entity_role, ranking_bars};
use super::exhibit::unit_line;
use super::exhibit_time::reasons_of;
use super::rows::{Form, row_scale};
use super::symbol::Known;
use super::{BarRow, BarSpec, Exhibit, ExhibitRow, Role, Shape, Spec, entity_shape, exhibit_bars};
use crate::compare::vietnamese::capitalised;
use crate::compare::{Judgement, is_part_of_a_score, judge, sort_stably};
use crate::data::{Indicator, Observation, Operation, Scope};
use crate::text::{Key, known, marked_partial, name_of, period, with_thing};

/// The units in their order; without one, every figure of the time asked for or else the newest.
pub(super) fn exhibit(asked: &Asked<'_>) -> Option<Exhibit> {
    let Some(order) = &asked.order else { return unordered(asked) };
    // The country and the blocks are lines, as among bars: a row between two ranks would look like
    // one more unit.
    let (question, ranking) = order;
    let spec = ranking_bars(ranking, question, asked.dataset, asked.lang);
    let cut = cut(&spec);
    Some(Exhibit { cut, ..exhibit_bars::drawn_as(asked, order, Spec::Dots(spec)) })
}

fn unordered(asked: &Asked<'_>) -> Option<Exhibit> {
    let lang = asked.lang;
    let indicator = asked.indicator;
    let figures = newest(asked, indicator)?;
    let when = period(&figures.first()?.period, lang);
    let told: Vec<ExhibitRow> = figures.iter().map(|o| ExhibitRow::of(asked, o, None)).collect();
    let drawn = figures.iter().map(|o| bar_row(asked, o)).collect();
    let judgements: Vec<Judgement> = figures
        .windows(2)
        .filter_map(|pair| Some((pair.first()?, pair.get(1)?)))
        .map(|(a, b)| judge(asked.dataset, a, b, Operation::Difference))
        .collect();
    let (verdict, reasons) = reasons_of(&judgements, Some(Key::OneTimeOneMeasure), lang);
    let spec = BarSpec {
        rows: drawn,
        gap: None,
        lines: Vec::new(),
        unit: indicator.unit,
        rank_heading: "",
        is_whole: false,
        is_part: is_part_of_a_score(indicator),
        lang,
    };
    let measure = capitalised(lang.of(&indicator.official));
    let is_asked = |o: &&&Observation| asked.is_place(&o.entity);
    let (own, others): (Vec<&Observation>, Vec<&Observation>) = figures.iter().partition(is_asked);
    let said = own.into_iter().chain(others).take(3).map(|o| {
        let name = name_of(asked.dataset, o, lang);
        format!("{name}: {}", marked_partial(with_thing(asked.dataset, o, lang), o, lang))
    });
    let said: Vec<String> = said.collect();
    Some(Exhibit {
        title: format!("{measure}, {when}"),
        finding: format!("{}.", said.join("; ")),
        unit_line: unit_line(indicator, &when, lang),
        cut: cut(&spec),
        verdict,
        reasons,
        spec: Some(Rc::new(Spec::Dots(spec))),
        ..Exhibit::of(asked, &[indicator], &figures, told)
    })
}

/// Where the axis begins, if not at zero.
fn cut(spec: &BarSpec) -> Option<f64> {
    let scale = row_scale(spec, Form::Dots);
    (scale.min > 0.0).then_some(scale.min)
}

/// Every figure of an indicator for the time asked for, else the newest, the largest first.
pub(super) fn newest<'a>(asked: &Asked<'a>, indicator: &Indicator) -> Option<Vec<&'a Observation>> {
    let measured = || {
        let figures = asked.dataset.of_indicator(&indicator.id);
        figures.filter(|o| o.is_printed_measure() && o.scope != Scope::Some)
    };
    let time = measured()
        .max_by_key(|o| (asked.wants(&o.period), o.period.end().last_day()))
        .map(|o| o.period.clone())?;
    let mut found: Vec<&Observation> =
        measured().filter(|o| o.period.same_span(&time) && o.interval.is_some()).collect();
    let value = |o: &Observation| {
        Known::of(o.quantity, o.interval).and_then(|known| known.at()).unwrap_or(f64::NEG_INFINITY)
    };
    sort_stably(&mut found, |a, b| value(b).total_cmp(&value(a)));
    (!found.is_empty()).then_some(found)
}

/// The row of a figure in the hue of its entity: one for every figure, so that the rows of the
/// picture are those of the table.
pub(super) fn bar_row(asked: &Asked<'_>, o: &Observation) -> BarRow {
    let entity = asked.dataset.entity(&o.entity);
    BarRow {
        name: name_of(asked.dataset, o, asked.lang).to_owned(),
        rank: None,
        quantity: o.quantity,
        interval: o.interval,
        label: known(asked.dataset, o, asked.lang),
        color: entity.map_or(Role::Ink, entity_role),
        shape: entity.map_or(Shape::Circle, entity_shape),
        focus: asked.stands_out(&o.entity),
    }
}
