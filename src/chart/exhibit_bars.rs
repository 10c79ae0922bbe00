//! Units in the order of one indicator: the exhibit of ranked bars, and of the table.

use std::rc::Rc;

use super::asked::Asked;
use super::exhibit::{rank_words, unit_line};
use super::{Exhibit, ExhibitRow, Missing, MissingUnit, Spec, ranking_bars};
use crate::compare::{Question, Ranking, Reason, Universe, Verdict};
use crate::data::{Entity, Observation, Scope};
use crate::quantity::{Hedge, Quantity};
use crate::text::{
    Key, NAMED, coverage, finding, of_silent, period, reason_sentence, renamed_sentence, title,
};
use crate::view::Lang;

pub(super) fn exhibit(asked: &Asked<'_>, order: &(Question, Ranking<'_>)) -> Exhibit {
    let (question, ranking) = order;
    drawn_as(asked, order, Spec::Bars(ranking_bars(ranking, question, asked.dataset, asked.lang)))
}

/// What is said of an order, with its picture.
pub(super) fn drawn_as(
    asked: &Asked<'_>,
    (question, ranking): &(Question, Ranking<'_>),
    spec: Spec,
) -> Exhibit {
    let lang = asked.lang;
    let when = period(&question.period, lang);
    let (reasons, verdict) = judged(question, ranking, lang);
    let printed: Vec<&Observation> = ranking
        .rows
        .iter()
        .filter_map(|row| row.figure)
        .chain(ranking.references.iter().copied())
        .chain(ranking.targets.iter().copied())
        .collect();
    let mut shown = Exhibit {
        title: title(ranking, question, lang),
        finding: finding(ranking, question, lang),
        unit_line: unit_line(ranking.indicator, &when, lang),
        verdict,
        reasons,
        spec: Some(Rc::new(spec)),
        missing: missing(question, ranking, lang).into_iter().collect(),
        ..Exhibit::of(asked, &[ranking.indicator], &printed, rows(asked, ranking, &when))
    };
    shown.caveats.extend(renamed(asked, question, ranking));
    shown
}

/// What became of the units since, if they are few or ministries. The title dates all provinces.
fn renamed(asked: &Asked<'_>, question: &Question, ranking: &Ranking<'_>) -> Option<String> {
    let are_few = ranking.is_part() && ranking.asked() <= NAMED;
    let units: Vec<&Entity> = ranking.rows.iter().map(|row| row.entity).collect();
    (are_few || question.universe == Universe::Ministries)
        .then(|| renamed_sentence(asked.dataset, &units, asked.lang))
        .flatten()
}

/// The units in order, then the reference figures and targets.
pub(super) fn rows(asked: &Asked<'_>, ranking: &Ranking<'_>, when: &str) -> Vec<ExhibitRow> {
    let units = ranking.rows.iter().map(|row| match row.figure {
        Some(figure) => ExhibitRow::of(asked, figure, rank_words(row.rank)),
        None => ExhibitRow::unknown(asked, row.entity, when),
    });
    let marks = ranking
        .references
        .iter()
        .chain(&ranking.targets)
        .map(|o| ExhibitRow::of(asked, o, None).into_reference());
    units.chain(marks).collect()
}

/// Reasons and verdict for putting the rows in one order; no verdict with fewer than two figures.
fn judged(
    question: &Question,
    ranking: &Ranking<'_>,
    lang: Lang,
) -> (Vec<String>, Option<Verdict>) {
    let figures: Vec<&Observation> = ranking.rows.iter().filter_map(|row| row.figure).collect();
    let has_bounds = figures.iter().any(|o| o.quantity.is_some_and(|q| q.is_bound()));
    let has_ranks = ranking.rows.iter().any(|row| row.rank.is_some());
    let mut lines = Vec::new();
    if has_bounds && has_ranks {
        lines.push(Key::BoundsGiveSpans.text(lang).to_owned());
    } else if has_bounds && ranking.asked_printed() == ranking.asked() {
        // Otherwise the coverage says how many there are.
        lines.push(reason_sentence(&Reason::OnlyABound, lang));
    }
    if figures.iter().any(|o| o.derived_from.is_some()) {
        lines.push(reason_sentence(&Reason::FollowsFromList, lang));
    }
    if figures.iter().any(|o| o.scope == Scope::Partial) {
        lines.push(reason_sentence(&Reason::PartlyCounted, lang));
    }
    let is_approximate = |q: Quantity| matches!(q.hedge, Hedge::About | Hedge::Estimated);
    if figures.iter().any(|o| o.quantity.is_some_and(is_approximate)) {
        lines.push(reason_sentence(&Reason::Approximate, lang));
    }
    if figures.iter().any(|o| figures.first().is_some_and(|first| first.layer != o.layer)) {
        lines.push(reason_sentence(&Reason::OtherLayer, lang));
    }
    if ranking.asked_printed() < ranking.asked() || !ranking.stands_for.is_empty() {
        lines.extend(coverage(ranking, question, lang));
    }
    let are_several = figures.len() > 1;
    if lines.is_empty() {
        return (coverage(ranking, question, lang), are_several.then_some(Verdict::Comparable));
    }
    (lines, are_several.then_some(Verdict::WithCare))
}

/// The units that are not shown, with what is known of them.
fn missing(question: &Question, ranking: &Ranking<'_>, lang: Lang) -> Option<Missing> {
    if ranking.silent.is_empty() {
        return None;
    }
    let unit = |row: &crate::compare::Row<'_>| {
        MissingUnit::of(row.entity, row.figure.and_then(|o| o.interval), lang)
    };
    let units = ranking.silent.iter().map(unit).collect();
    Missing::sorted(of_silent(ranking, question, lang), units)
}
