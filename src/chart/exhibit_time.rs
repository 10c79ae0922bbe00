//! Figures over time: the exhibits of lines and of slopes.

use std::rc::Rc;

use super::asked::Asked;
use super::exhibit::{cut_note, unit_line};
use super::history::{History, figures, histories, judgements, of_all_times, series};
use super::lines::axis_cut;
use super::{Emphasis, Exhibit, ExhibitRow, LineSpec, Missing, SlopeSpec, Spec};
use crate::compare::vietnamese::{self, capitalised};
use crate::compare::{Judgement, Verdict, judge, sort_stably};
use crate::data::{Date, Entity, Observation, Operation, Period};
use crate::quantity::{Order, Unit};
use crate::text::{
    Key, change, figure, list_of_units, moment, name_inside, reason_sentence, stood_for,
    units_name, when,
};
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
    let mut run = None;
    let sentences = leading(&found).filter_map(|history| {
        let (dates, told) = story_of(asked, history, run.is_none())?;
        // A whole beside a place that was named is told of the same dates, or not at all.
        let is_asked = asked.places.is_empty() || is_place(asked, history.entity);
        let is_told = is_asked || run.is_none_or(|first| first == dates);
        run = run.or(Some(dates));
        is_told.then_some(told)
    });
    let finding = told_of(asked, &found, sentences.take(told(asked)).collect());
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
        } else if picked.len() == 1 && (asked.places.is_empty() || is_place(asked, history.entity))
        {
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
    let finding = told_of(asked, &found, sentences.take(told(asked)).collect());
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

/// Of how many series the finding tells: of all places that were named, as long as it can be read;
/// else of the nation and its two blocks.
fn told(asked: &Asked<'_>) -> usize {
    asked.places.len().clamp(3, MOST_NAMED)
}

fn is_place(asked: &Asked<'_>, entity: &Entity) -> bool {
    asked.places.iter().any(|place| place.id == entity.id)
}

/// The finding: first, where many lines are drawn and none was asked for, why two of them are told;
/// where there is nothing to tell of a change, the newest figures.
fn told_of(asked: &Asked<'_>, found: &[History<'_>], sentences: Vec<String>) -> String {
    let lang = asked.lang;
    if sentences.is_empty() {
        let newest = asked.places.iter().filter_map(|place| {
            let o = of_all_times(asked, asked.indicator, place).pop()?;
            let name = lang.of(&place.name);
            Some(format!("{name}: {} ({})", figure(&o.quantity?, lang), when(&o.period, lang)))
        });
        let told: Vec<String> = newest.take(MOST_NAMED).collect();
        return if told.is_empty() { String::new() } else { format!("{}.", told.join("; ")) };
    }
    extremes(asked, found).into_iter().chain(sentences).collect::<Vec<_>>().join(" ")
}

/// "Ở kỳ cuối, cao nhất là Đà Nẵng, thấp nhất là Bạc Liêu.", where that is certain of all units, those
/// without a line among them.
fn extremes(asked: &Asked<'_>, found: &[History<'_>]) -> Option<String> {
    let (question, _) = asked.order.as_ref().filter(|_| asked.places.is_empty())?;
    let kind = question.universe.kind();
    let raised = |h: &&History<'_>| h.entity.kind == kind && h.emphasis == Emphasis::Plain;
    let [first, second] = found.iter().filter(raised).collect::<Vec<_>>()[..] else { return None };
    let newest = |unit: &Entity| figures(asked, asked.indicator, unit).pop();
    let lasts: Vec<&Observation> = asked.dataset.of_kind(kind).filter_map(newest).collect();
    let end = first.figures.last()?.period.end();
    let stands = |one: &History<'_>, wanted: Order| {
        let own = one.figures.last().and_then(|o| o.interval);
        lasts.iter().filter(|o| o.entity != one.entity.id).all(|o| {
            o.period.end() == end
                && own.zip(o.interval).is_some_and(|(own, other)| own.order(other) == wanted)
        })
    };
    let (high, low) = if stands(first, Order::Above) { (first, second) } else { (second, first) };
    if !stands(high, Order::Above) || !stands(low, Order::Below) {
        return None;
    }
    let name = |history: &History<'_>| name_inside(history.entity, asked.lang);
    let (high, low) = (name(high), name(low));
    Some(match asked.lang {
        Lang::Vi => format!("Ở kỳ cuối, cao nhất là {high}, thấp nhất là {low}."),
        Lang::En => format!("At the last date {high} is highest, {low} lowest."),
    })
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
    history: &History<'_>,
    with_newest: bool,
) -> Option<([Date; 2], String)> {
    let (name, figures) = (asked.lang.of(&history.entity.name), &history.figures);
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
    Some(([a.period.end(), b.period.end()], told))
}

fn exhibit(asked: &Asked<'_>, found: &[History<'_>], spec: Spec, finding: String) -> Exhibit {
    let lang = asked.lang;
    let figures: Vec<&Observation> =
        found.iter().flat_map(|history| history.figures.iter().copied()).collect();
    let rows = figures
        .iter()
        .map(|o| ExhibitRow::of(asked, o, None).with_detail(when(&o.period, lang), lang))
        .collect();
    let judged = judgements(asked, found);
    let (verdict, mut reasons) = reasons_of(&judged, Key::SameMeasureOverTime, lang);
    let stands_for = asked.stands_for();
    reasons.extend(stands_for.iter().filter_map(|(unit, before)| stood_for(unit, before, lang)));
    // The time is that of the places which were asked for, as far as any has figures.
    let is_shown = |place: &&&Entity| found.iter().any(|history| history.entity.id == place.id);
    let own: Vec<&Observation> = found
        .iter()
        .filter(|history| is_place(asked, history.entity))
        .flat_map(|history| history.figures.iter().copied())
        .collect();
    let when = span_of_time(if own.is_empty() { &figures } else { &own }, lang);
    let measure = capitalised(lang.of(&asked.indicator.official));
    let mut title = format!("{measure}, {when}");
    let are_shown = asked.places.iter().any(|place| is_shown(&place));
    if are_shown && (1..=MOST_NAMED).contains(&asked.named.len()) {
        title.push_str(&format!(": {}", list_of_units(&asked.named, lang)));
    } else if let Some((question, _)) = asked.order.as_ref().filter(|_| asked.places.is_empty())
        && found.iter().any(|history| history.emphasis == Emphasis::Peer)
    {
        let all = if lang == Lang::Vi { "các " } else { "" };
        title.push_str(&format!(": {all}{}", units_name(question.universe, lang)));
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

/// "từ năm 2023 đến ngày 26/10/2025"; of rates from the start of each year that they are so: from one month
/// to another would be a period of its own.
fn span_of_time(figures: &[&Observation], lang: Lang) -> String {
    let by_end = |o: &&&Observation| o.period.end().last_day();
    let ends = figures.iter().min_by_key(by_end).zip(figures.iter().max_by_key(by_end));
    let Some((first, last)) = ends else { return String::new() };
    let is_to_date = |o: &Observation| {
        o.period.is_year_to_date() && o.quantity.is_some_and(|q| q.unit == Unit::Percent)
    };
    let to_date = is_to_date(first) && is_to_date(last);
    match (moment(&first.period, lang), moment(&last.period, lang), lang) {
        (first, last, _) if first == last => first,
        (first, last, Lang::Vi) if to_date => {
            format!("tính từ đầu năm, các mốc từ {first} đến {last}")
        }
        (first, last, Lang::Vi) => format!("từ {first} đến {last}"),
        (first, last, Lang::En) if to_date => format!("year to date, {first} to {last}"),
        (first, last, Lang::En) => format!("{first} to {last}"),
    }
}

/// The verdict on a set of pairs, and every reason against it once; `clear` where there is none. No
/// verdict on nothing.
pub(super) fn reasons_of(
    judged: &[Judgement],
    clear: Key,
    lang: Lang,
) -> (Option<Verdict>, Vec<String>) {
    if judged.is_empty() {
        return (None, vec![Key::OneFigureAlone.text(lang).to_owned()]);
    }
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
    (Some(verdict), reasons)
}

/// Places that were named and have no figure at all; where none was, units with one date only, which
/// makes no line.
fn nameless(asked: &Asked<'_>, found: &[History<'_>]) -> Vec<Missing> {
    let lang = asked.lang;
    let is_shown = |entity: &Entity| found.iter().any(|history| history.entity.id == entity.id);
    let dates = |entity: &Entity| of_all_times(asked, asked.indicator, entity).len();
    let names = |entities: Vec<&Entity>| -> Vec<String> {
        let mut names: Vec<String> =
            entities.into_iter().map(|entity| lang.of(&entity.name).to_owned()).collect();
        sort_stably(&mut names, |a, b| vietnamese::order(a, b));
        names
    };
    let without = asked.places.iter().filter(|place| !is_shown(place) && dates(place) == 0);
    let compared = asked.order.as_ref().filter(|_| asked.places.is_empty());
    let single = compared.map(|(question, _)| {
        let units = asked.dataset.of_kind(question.universe.kind());
        units.filter(|unit| !is_shown(unit) && dates(unit) == 1).collect::<Vec<_>>()
    });
    [
        (Key::NoFigureOverTime, names(without.copied().collect())),
        (Key::OneDateOnly, names(single.unwrap_or_default())),
    ]
    .into_iter()
    .filter(|(_, names)| !names.is_empty())
    .map(|(reason, names)| Missing { reason: reason.text(lang).to_owned(), names })
    .collect()
}
