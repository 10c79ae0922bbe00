//! Figures over time: the exhibits of lines and of slopes.

use std::rc::Rc;

use super::asked::Asked;
use super::exhibit::{cut_note, unit_line};
use super::history::{History, histories, judgements, series};
use super::lines::axis_cut;
use super::{Emphasis, Exhibit, ExhibitRow, LineSpec, Missing, SlopeSpec, Spec};
use crate::compare::vietnamese::capitalised;
use crate::compare::{Judgement, Verdict, judge, sort_stably};
use crate::data::{Entity, Observation, Operation, Period};
use crate::text::{Key, change, list_of_names, moment, reason_sentence};
use crate::view::{Lang, Time};

/// Lines over time.
pub(super) fn line_exhibit(asked: &Asked<'_>) -> Exhibit {
    let found = histories(asked);
    let spec = LineSpec {
        series: series(asked, &found),
        breaks: asked.indicator.breaks.iter().map(|found| found.at).collect(),
        unit: asked.indicator.unit,
        lang: asked.lang,
    };
    // What parts the newest figure from the others is told once.
    let sentences = leading(&found).take(told(asked)).enumerate().filter_map(|(at, history)| {
        let name = asked.lang.of(&history.entity.name);
        story_of(asked, name, &history.figures, at == 0)
    });
    let finding = sentences.collect::<Vec<_>>().join(" ");
    let cut = cut_note(axis_cut(&spec.series, spec.unit), asked.lang);
    let mut shown = exhibit(asked, &found, Spec::Lines(spec), finding);
    shown.unit_line.push_str(&cut);
    shown
}

/// From one date to another.
pub(super) fn slope_exhibit(asked: &Asked<'_>) -> Option<Exhibit> {
    let all = histories(asked);
    let (from, to) = slope_dates(asked, &all)?;
    let at = |history: &History<'_>, period: &Period| {
        history.figures.iter().position(|o| o.period.end() == period.end())
    };
    let mut found = Vec::new();
    let mut without: Vec<String> = Vec::new();
    for history in all {
        let ends = [at(&history, &from), at(&history, &to)];
        let picked: Vec<&Observation> =
            ends.iter().flatten().filter_map(|at| history.figures.get(*at).copied()).collect();
        if picked.len() == 2 {
            found.push(History { figures: picked, ..history });
        } else {
            without.push(asked.lang.of(&history.entity.name).to_owned());
        }
    }
    let judged = judgements(asked, &found);
    let lang = asked.lang;
    let spec = SlopeSpec {
        dates: [&from, &to].map(|period| heading(period, lang)),
        series: series(asked, &found),
        is_broken: judged.iter().all(|found| found.verdict == Verdict::NotComparable),
        unit: asked.indicator.unit,
        lang,
    };
    let sentences = leading(&found).filter_map(|history| match history.figures.as_slice() {
        [a, b] => change(asked.dataset, lang.of(&history.entity.name), (a, b), lang),
        _ => None,
    });
    let finding = sentences.take(told(asked)).collect::<Vec<_>>().join(" ");
    let mut shown = exhibit(asked, &found, Spec::Slope(spec), finding);
    if !without.is_empty() {
        let reason = Key::OneOfTwoDates.text(lang).to_owned();
        shown.missing.push(Missing { reason, names: without });
    }
    Some(shown)
}

/// How well two dates make a slope: whether lines may join them, how many entities have both, how
/// late and how far apart they are.
type Score = (bool, usize, usize);

/// The two dates of a slope: the ends of the time asked for; else the two that most entities have
/// and no break parts, the latest and furthest of them.
pub(super) fn slope_dates(asked: &Asked<'_>, found: &[History<'_>]) -> Option<(Period, Period)> {
    let mut dates: Vec<&Period> = Vec::new();
    for o in found.iter().flat_map(|history| &history.figures) {
        if !dates.iter().any(|known| known.end() == o.period.end()) {
            dates.push(&o.period);
        }
    }
    sort_stably(&mut dates, |a, b| a.chronological(b));
    if matches!(asked.time, Time::Between(..)) {
        let (first, last) = (dates.first()?, dates.last()?);
        return (first.end() != last.end()).then(|| ((*first).clone(), (*last).clone()));
    }
    let mut best: Option<(Score, [&Period; 2])> = None;
    for (at, from) in dates.iter().enumerate() {
        for (place, to) in dates.iter().enumerate().skip(at + 1) {
            let pairs = found.iter().filter_map(|history| {
                let of = |period: &Period| {
                    history.figures.iter().find(|o| o.period.end() == period.end())
                };
                Some((of(from)?, of(to)?))
            });
            let (mut count, mut joined) = (0, false);
            for (a, b) in pairs {
                count += 1;
                let verdict = judge(asked.dataset, a, b, Operation::Trend).verdict;
                joined |= verdict != Verdict::NotComparable;
            }
            let score = (joined, count, place * dates.len() + place - at);
            if count > 0 && best.is_none_or(|(least, _)| score > least) {
                best = Some((score, [from, to]));
            }
        }
    }
    best.map(|(_, [from, to])| (from.clone(), to.clone()))
}

/// The heading of a date: the year alone, where the figures are of a whole one.
fn heading(period: &Period, lang: Lang) -> String {
    period.whole_year().map_or_else(|| capitalised(&moment(period, lang)), |year| year.to_string())
}

/// Of how many series the finding tells: of all places that were named, as long as it can be read.
fn told(asked: &Asked<'_>) -> usize {
    asked.places.len().clamp(2, MOST_NAMED)
}

/// Most places that the title and the finding name.
const MOST_NAMED: usize = 4;

/// What stands out first.
fn leading<'h, 'a>(found: &'h [History<'a>]) -> impl Iterator<Item = &'h History<'a>> {
    let of = move |emphasis| found.iter().filter(move |history| history.emphasis == emphasis);
    of(Emphasis::Focus).chain(of(Emphasis::Plain)).filter(|history| history.figures.len() > 1)
}

/// What became of an entity's figure: the change over its last run of joined figures, and, where
/// its newest figure stands alone, why.
fn story_of(
    asked: &Asked<'_>,
    name: &str,
    figures: &[&Observation],
    with_newest: bool,
) -> Option<String> {
    let is_joined = |pair: &&[&Observation]| match pair {
        [a, b] => judge(asked.dataset, a, b, Operation::Trend).verdict != Verdict::NotComparable,
        _ => false,
    };
    let pairs: Vec<&[&Observation]> = figures.windows(2).collect();
    let last = pairs.iter().rposition(&is_joined)?;
    let first = (0..=last).rev().take_while(|at| pairs.get(*at).is_some_and(&is_joined)).last()?;
    let (a, b) = (figures.get(first)?, figures.get(last + 1)?);
    let mut told = change(asked.dataset, name, (a, b), asked.lang)?;
    if let Some(newest) = figures.last().filter(|newest| with_newest && newest.id != b.id)
        && let Some(apart) = change(asked.dataset, name, (b, newest), asked.lang)
    {
        told = format!("{told} {apart}");
    }
    Some(told)
}

fn exhibit(asked: &Asked<'_>, found: &[History<'_>], spec: Spec, finding: String) -> Exhibit {
    let lang = asked.lang;
    let figures: Vec<&Observation> =
        found.iter().flat_map(|history| history.figures.iter().copied()).collect();
    let rows = figures
        .iter()
        .map(|o| ExhibitRow::of(asked, o, None).with_detail(moment(&o.period, lang), lang))
        .collect();
    let judged = judgements(asked, found);
    let (verdict, reasons) = reasons_of(&judged, Key::SameMeasureOverTime, lang);
    let when = span_of_time(&figures, lang);
    let measure = capitalised(lang.of(&asked.indicator.official));
    // A region stands for its provinces.
    let is_shown = |place: &&&Entity| found.iter().any(|history| history.entity.id == place.id);
    let named: Vec<&Entity> = asked.places.iter().filter(is_shown).copied().collect();
    let mut title = format!("{measure}, {when}");
    if (2..=MOST_NAMED).contains(&named.len()) {
        title.push_str(&format!(": {}", list_of_names(&named, lang)));
    }
    Exhibit {
        title,
        finding,
        unit_line: unit_line(asked.indicator, &when, lang),
        verdict,
        reasons,
        spec: Some(Rc::new(spec)),
        missing: nameless(asked, found),
        ..Exhibit::of(asked, &[asked.indicator], &figures, rows)
    }
}

/// "từ năm 2023 đến ngày 26/10/2025".
fn span_of_time(figures: &[&Observation], lang: Lang) -> String {
    let by_end = |o: &&&Observation| o.period.end().last_day();
    let first = figures.iter().min_by_key(by_end).map(|o| moment(&o.period, lang));
    let last = figures.iter().max_by_key(by_end).map(|o| moment(&o.period, lang));
    match (first, last) {
        (Some(first), Some(last)) if first != last => match lang {
            Lang::Vi => format!("từ {first} đến {last}"),
            Lang::En => format!("{first} to {last}"),
        },
        (first, _) => first.unwrap_or_default(),
    }
}

/// The verdict on a set of pairs, and every reason against it once; `clear` where there is none.
pub(super) fn reasons_of(judged: &[Judgement], clear: Key, lang: Lang) -> (Verdict, Vec<String>) {
    let mut reasons: Vec<String> = Vec::new();
    for (reason, _) in judged.iter().flat_map(|judgement| &judgement.reasons) {
        let sentence = reason_sentence(reason, lang);
        if !reasons.contains(&sentence) {
            reasons.push(sentence);
        }
    }
    let is = |wanted| judged.iter().filter(move |judgement| judgement.verdict == wanted).count();
    let verdict = match (is(Verdict::Comparable), is(Verdict::NotComparable)) {
        (joined, _) if joined == judged.len() => Verdict::Comparable,
        (_, parted) if parted == judged.len() => Verdict::NotComparable,
        _ => Verdict::WithCare,
    };
    if reasons.is_empty() {
        reasons.push(clear.text(lang).to_owned());
    }
    (verdict, reasons)
}

/// Places that were named and have no figure at all.
fn nameless(asked: &Asked<'_>, found: &[History<'_>]) -> Vec<Missing> {
    let shown = |id| found.iter().any(|history| history.entity.id == id);
    let names: Vec<String> = asked
        .places
        .iter()
        .filter(|entity| !shown(entity.id.clone()))
        .map(|entity| asked.lang.of(&entity.name).to_owned())
        .collect();
    if names.is_empty() {
        return Vec::new();
    }
    vec![Missing { reason: Key::NoFigureOverTime.text(asked.lang).to_owned(), names }]
}
