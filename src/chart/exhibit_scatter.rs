//! Two indicators of the same units: the exhibit of a scatter plot.

use std::rc::Rc;

use super::asked::Asked;
use super::build::{entity_role, set_role};
use super::exhibit::unit_line;
use super::exhibit_time::reasons_of;
use super::history::{distinct, is_measured};
use super::scatter::{Dot, ScatterAxis, ScatterSpec};
use super::symbol::Known;
use super::{Exhibit, ExhibitRow, Missing, MissingUnit, Role, Shape, Spec, entity_shape};
use crate::compare::vietnamese::capitalised;
use crate::compare::{Judgement, Reason, Universe, Verdict, judge, periods};
use crate::data::{Dataset, Entity, Indicator, Observation, Operation, Period};
use crate::quantity::Order;
use crate::text::{
    Key, highest_of_two, known, list_of_names, moment, period, reason_sentence, when, with_thing,
};
use crate::view::Lang;

/// Two indicators with their times, and the units that have figures of both.
pub(super) struct Pairs<'a> {
    across: (&'a Indicator, Period),
    up: (&'a Indicator, Period),
    universe: Universe,
    both: Vec<(&'a Entity, &'a Observation, &'a Observation)>,
    /// Units with a figure of only one of the two.
    one: Vec<&'a Entity>,
}

/// Maximum number of named places whose figures the finding gives.
const MOST_TOLD: usize = 3;
/// Minimum number of units for a picture.
const FEWEST: usize = 3;

/// Pairs the figures of the first two indicators asked for, each at the time asked for or else its
/// newest. `None` if fewer than `FEWEST` units have both; if places are named, only units of their
/// kind count, so that nobody who asks about a province is shown ministries.
pub(super) fn pairs<'a>(asked: &Asked<'a>) -> Option<Pairs<'a>> {
    let other = *asked.others.first()?;
    let across = (asked.indicator, time_of(asked, asked.indicator)?);
    let up = (other, time_of(asked, other)?);
    let (all_across, all_up) = (measured(asked.dataset, &across), measured(asked.dataset, &up));
    if all_across.len().min(all_up.len()) < FEWEST {
        return None;
    }
    let wanted = asked.order.as_ref().map(|(question, _)| question.universe);
    let found = Universe::ALL.into_iter().map(|universe| {
        let (mut both, mut one) = (Vec::new(), Vec::new());
        for entity in asked.dataset.of_kind(universe.kind()) {
            let of = |all: &[&'a Observation]| all.iter().find(|o| o.entity == entity.id).copied();
            match (of(&all_across), of(&all_up)) {
                (Some(a), Some(b)) => both.push((entity, a, b)),
                (None, None) => {}
                _ => one.push(entity),
            }
        }
        (universe, both, one)
    });
    let is_named =
        |universe: Universe| asked.places.iter().any(|place| place.kind == universe.kind());
    let is_free = !Universe::ALL.into_iter().any(is_named);
    let (universe, both, one) = found
        .filter(|(universe, both, _)| both.len() >= FEWEST && (is_free || is_named(*universe)))
        .max_by_key(|(universe, both, _)| (Some(*universe) == wanted, both.len()))?;
    Some(Pairs { across, up, universe, both, one })
}

/// All measured figures of an indicator at a time.
fn measured<'a>(
    dataset: &'a Dataset,
    (indicator, period): &(&Indicator, Period),
) -> Vec<&'a Observation> {
    let is_meant =
        |o: &&Observation| o.is_printed_measure() && o.period.same_span(period) && is_measured(o);
    dataset.of_indicator(&indicator.id).filter(is_meant).collect()
}

fn time_of(asked: &Asked<'_>, indicator: &Indicator) -> Option<Period> {
    let known = periods(asked.dataset, &indicator.id);
    let found = known.iter().find(|period| asked.wants(period));
    found.or(known.first()).cloned()
}

pub(super) fn exhibit(asked: &Asked<'_>) -> Option<Exhibit> {
    let lang = asked.lang;
    let found = pairs(asked)?;
    let mut told = Vec::new();
    let mut figures = Vec::new();
    for (_, a, b) in &found.both {
        let measure = |o: &Observation, (indicator, period): &(&Indicator, Period)| {
            let detail = format!("{}, {}", lang.of(&indicator.official), when(period, lang));
            ExhibitRow::of(asked, o, None).with_detail(detail, lang)
        };
        let (mut across, up) = (measure(a, &found.across), measure(b, &found.up));
        // The sign of a unit stands for both of its figures.
        across.spoken = format!("{} · {}", across.spoken, up.spoken);
        told.extend([across, up]);
        figures.extend([*a, *b]);
    }
    let spec = ScatterSpec {
        dots: dots(asked, &found),
        across: axis(&found.across, lang),
        up: axis(&found.up, lang),
        lang,
    };
    let names = [found.across.0, found.up.0].map(|indicator| lang.of(&indicator.official));
    let and = Key::And.text(lang);
    let (verdict, reasons) = judged(asked.dataset, &found, lang);
    let when = period(&found.across.1, lang);
    let indicators = [found.across.0, found.up.0];
    Some(Exhibit {
        title: format!("{} {and} {}", capitalised(names[0]), names[1]),
        finding: finding(asked, &found, names),
        unit_line: format!(
            "{}; {}",
            unit_line(found.across.0, &when, lang),
            unit_line(found.up.0, &period(&found.up.1, lang), lang)
        ),
        verdict,
        reasons,
        spec: Some(Rc::new(Spec::Scatter(spec))),
        missing: missing(&found, lang).into_iter().collect(),
        ..Exhibit::of(asked, &indicators, &figures, told)
    })
}

/// Verdict and reasons for two measures, viewed side by side on their own axes, never subtracted.
fn judged(dataset: &Dataset, found: &Pairs<'_>, lang: Lang) -> (Option<Verdict>, Vec<String>) {
    let between =
        |(_, a, b): &(_, &Observation, &Observation)| judge(dataset, a, b, Operation::Difference);
    let judgements: Vec<Judgement> = found.both.iter().map(between).collect();
    let (verdict, _) = reasons_of(&judgements, Some(Key::TogetherIsNotCause), lang);
    // Other differences between two measures go without saying.
    let mut reasons = vec![Key::TogetherIsNotCause.text(lang).to_owned()];
    for wanted in [Reason::OtherIndicator, Reason::OtherPeriod] {
        let is_found = |(reason, _): &(Reason, _)| *reason == wanted;
        if judgements.iter().flat_map(|found| &found.reasons).any(is_found) {
            reasons.push(reason_sentence(&wanted, lang));
        }
    }
    (verdict, reasons)
}

fn axis((indicator, time): &(&Indicator, Period), lang: Lang) -> ScatterAxis {
    ScatterAxis { title: unit_line(indicator, &moment(time, lang), lang), unit: indicator.unit }
}

fn dots(asked: &Asked<'_>, found: &Pairs<'_>) -> Vec<Dot> {
    let mut signs: Vec<(Role, Shape)> = Vec::new();
    let known = |o: &Observation| Known::of(o.quantity, o.interval);
    let mut dots: Vec<Dot> = Vec::new();
    for (at, (entity, a, b)) in found.both.iter().enumerate() {
        let (Some(across), Some(up)) = (known(a), known(b)) else { continue };
        let is_named = asked.is_place(&entity.id);
        let shape = entity_shape(entity);
        let (color, shape) = if is_named {
            distinct(&mut signs, entity_role(entity), shape)
        } else {
            (set_role(found.universe.kind()), shape)
        };
        dots.push(Dot {
            name: asked.lang.of(&entity.name).to_owned(),
            across,
            up,
            color,
            shape,
            rank: if is_named { 0 } else { 2 },
            row: 2 * at,
        });
    }
    // The extremes of both axes are named before the other units.
    for value in [|dot: &Dot| dot.across.at(), |dot: &Dot| dot.up.at()] {
        let by_value = |a: &usize, b: &usize| {
            let of = |at: &usize| dots.get(*at).and_then(value).unwrap_or(f64::NAN);
            of(a).total_cmp(&of(b))
        };
        let ends = [(0..dots.len()).max_by(by_value), (0..dots.len()).min_by(by_value)];
        for at in ends.into_iter().flatten() {
            if let Some(dot) = dots.get_mut(at) {
                dot.rank = dot.rank.min(1);
            }
        }
    }
    dots
}

/// Names the unit that is certainly highest on each axis, and gives the figures of named places.
fn finding(asked: &Asked<'_>, found: &Pairs<'_>, names: [&str; 2]) -> String {
    let lang = asked.lang;
    let highest = |figures: Vec<&Observation>, measure| {
        let at = highest_for_sure(&figures)?;
        let (unit, ..) = found.both.get(at)?;
        let value = with_thing(asked.dataset, figures.get(at)?, lang);
        Some((list_of_names(&[unit], lang), measure, value))
    };
    let [across, up] = names;
    let told = [
        highest(found.both.iter().map(|pair| pair.1).collect(), across),
        highest(found.both.iter().map(|pair| pair.2).collect(), up),
    ];
    let of_all = highest_of_two((found.both.len(), found.universe), told, lang)
        .unwrap_or_else(|| Key::TogetherIsNotCause.text(lang).to_owned());
    // The figures of named places, as many as stay readable.
    let own = found.both.iter().filter(|(unit, ..)| asked.is_place(&unit.id)).take(MOST_TOLD);
    let own = own.map(|(unit, a, b)| {
        let [a, b] = [a, b].map(|o| known(asked.dataset, o, lang));
        format!(" {}: {a} {} {b}.", lang.of(&unit.name), Key::And.text(lang))
    });
    format!("{of_all}{}", own.collect::<String>())
}

/// Index of the figure that no other can reach.
fn highest_for_sure(figures: &[&Observation]) -> Option<usize> {
    let allowed = |at: usize| figures.get(at).and_then(|figure| figure.interval);
    let is_above = |at: usize, other: usize| {
        let both = allowed(at).zip(allowed(other));
        both.is_some_and(|(own, other)| own.order(other) == Order::Above)
    };
    let all = 0..figures.len();
    all.clone().find(|at| all.clone().all(|other| other == *at || is_above(*at, other)))
}

fn missing(found: &Pairs<'_>, lang: Lang) -> Option<Missing> {
    let units = found.one.iter().map(|entity| MissingUnit::of(entity, None, lang)).collect();
    Missing::sorted(Key::OneOfTwoMeasures.text(lang).to_owned(), units)
}
