//! Figures over time: the exhibits of lines and of slopes.

use std::rc::Rc;

use super::asked::{Asked, in_parts};
use super::exhibit::unit_line;
use super::history::{FEW, History, figures, histories, judgements, of_all_times, series};
use super::lines::axis_cut;
use super::{Emphasis, Exhibit, ExhibitRow, LineSpec, Missing, MissingUnit, SlopeSpec, Spec};
use crate::compare::vietnamese::capitalised;
use crate::compare::{Judgement, Verdict, judge, sort_stably};
use crate::data::{Direction, Entity, EntityKind, Observation, Operation, Period};
use crate::quantity::Order;
use crate::text::{
    Key, NAMED, change, figure, highest_and_lowest, in_between, list_of_units, moment,
    reason_sentence, span_of_time, stood_for, units_name, when,
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
    // What separates the newest figure from the others is told only once.
    let mut run = None;
    let sentences = leading(&found).filter_map(|history| {
        let (dates, told) = story_of(asked, history, run.is_none())?;
        // A whole beside a named place is told for the same dates or not at all.
        let is_asked = asked.places.is_empty() || asked.is_place(&history.entity.id);
        let is_told = is_asked || run.is_none_or(|first| first == dates);
        run = run.or(Some(dates));
        is_told.then_some(told)
    });
    let finding = told_of(asked, &found, sentences.take(told(asked)).collect());
    let cut = axis_cut(&spec.series, spec.unit);
    let outside = missing(asked, Key::NoFigureThen, of_other_times(asked, &found));
    let mut shown = exhibit(asked, &found, Spec::Lines(spec), finding);
    shown.missing.extend(outside);
    shown.cut = cut;
    shown
}

/// From one date to another.
pub(super) fn slope_exhibit(asked: &Asked<'_>) -> Option<Exhibit> {
    let all = histories(asked);
    let (from, to) = slope_dates(asked, &all)?;
    let at = |history: &History<'_>, period: &Period| {
        history.figures.iter().position(|o| is_same_date(&o.period, period))
    };
    let mut found = Vec::new();
    let mut without: Vec<&Entity> = Vec::new();
    for history in all {
        let ends = [at(&history, &from), at(&history, &to)];
        let picked: Vec<&Observation> =
            ends.iter().flatten().filter_map(|at| history.figures.get(*at).copied()).collect();
        let is_meant = asked.places.is_empty() && picked.len() == 1;
        if picked.len() == 2 {
            found.push(History { figures: picked, ..history });
        } else if is_meant {
            without.push(history.entity);
        }
    }
    without.extend(of_other_times(asked, &found));
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
    shown.missing.extend(missing(asked, Key::OneOfTwoDates, without));
    Some(shown)
}

/// How well two dates suit a slope: whether lines may join them, how many entities have both, how
/// late and how far apart they are; within a stretch of time: how far apart, then how many have
/// both.
type Score = (bool, usize, usize);

/// The two dates of a slope, which some entity has both of. Within a stretch of time, the two
/// furthest apart; else those that no break separates and most entities have, the latest and
/// furthest apart.
pub(super) fn slope_dates(asked: &Asked<'_>, found: &[History<'_>]) -> Option<(Period, Period)> {
    let mut dates: Vec<&Period> = Vec::new();
    for o in found.iter().flat_map(|history| &history.figures) {
        if !dates.iter().any(|known| is_same_date(known, &o.period)) {
            dates.push(&o.period);
        }
    }
    sort_stably(&mut dates, |a, b| a.chronological(b));
    let mut best: Option<(Score, [&Period; 2])> = None;
    for (at, from) in dates.iter().enumerate() {
        for (place, to) in dates.iter().enumerate().skip(at + 1) {
            let pairs = found.iter().filter_map(|history| {
                let of = |period: &Period| {
                    history.figures.iter().find(|o| is_same_date(&o.period, period))
                };
                Some((of(from)?, of(to)?))
            });
            let (mut count, mut joined) = (0, false);
            for (a, b) in pairs {
                count += 1;
                let verdict = judge(asked.dataset, a, b, Operation::Trend).verdict;
                joined |= verdict != Verdict::NotComparable;
            }
            let apart = place - at;
            let score = if matches!(asked.time, Time::Between(..)) {
                (true, apart, count)
            } else {
                (joined, count, place * dates.len() + apart)
            };
            if count > 0 && best.is_none_or(|(least, _)| score > least) {
                best = Some((score, [from, to]));
            }
        }
    }
    best.map(|(_, [from, to])| (from.clone(), to.clone()))
}

/// Whether two periods stand at one place of the time axis, however precisely they were printed.
fn is_same_date(a: &Period, b: &Period) -> bool {
    a.end().last_day() == b.end().last_day()
}

/// The heading of a date: only the year if the period is a whole year.
fn heading(period: &Period, lang: Lang) -> String {
    period.whole_year().map_or_else(|| capitalised(&moment(period, lang)), |year| year.to_string())
}

/// How many series the finding tells: all named places up to a readable number, and at least three
/// (the nation and its two blocks).
fn told(asked: &Asked<'_>) -> usize {
    asked.places.len().clamp(3, FEW)
}

/// The finding: the newest figures of places without a line, the extremes of many lines, and then
/// the given sentences.
fn told_of(asked: &Asked<'_>, found: &[History<'_>], sentences: Vec<String>) -> String {
    let lang = asked.lang;
    let has_line =
        |place: &Entity| found.iter().any(|h| h.entity.id == place.id && h.figures.len() > 1);
    let newest = asked.places.iter().filter(|place| !has_line(place)).filter_map(|place| {
        let o = of_all_times(asked, asked.indicator, place).pop()?;
        let (name, value) = (lang.of(&place.name), figure(&o.quantity?, lang));
        Some(format!("{name}: {value} ({})", when(&o.period, lang)))
    });
    let newest: Vec<String> = newest.take(NAMED).collect();
    let newest = (!newest.is_empty()).then(|| format!("{}.", newest.join("; ")));
    let extremes = extremes(asked, found);
    newest.into_iter().chain(extremes).chain(sentences).collect::<Vec<_>>().join(" ")
}

/// "Ở kỳ cuối, cao nhất là Đà Nẵng, thấp nhất là Bạc Liêu.", if that is certain among all that were
/// asked for, including those without a line.
fn extremes(asked: &Asked<'_>, found: &[History<'_>]) -> Option<String> {
    let lang = asked.lang;
    let is_unit =
        |h: &&History<'_>| !matches!(h.entity.kind, EntityKind::Nation | EntityKind::Block);
    let raised = found.iter().filter(is_unit).filter(|h| h.emphasis == Emphasis::Plain);
    let [first, second] = raised.collect::<Vec<_>>()[..] else { return None };
    let are_asked = asked.is_place(&first.entity.id);
    let units: Vec<&Entity> = if are_asked {
        asked.places.clone()
    } else {
        asked.dataset.of_kind(first.entity.kind).collect()
    };
    let lasts: Option<Vec<&Observation>> =
        units.iter().map(|unit| figures(asked, asked.indicator, unit).pop()).collect();
    let lasts = lasts.filter(|lasts| lasts.len() > 2)?;
    let date = &first.figures.last()?.period;
    let stands = |one: &History<'_>, wanted: Order| {
        let own = one.figures.last().and_then(|o| o.interval);
        lasts.iter().filter(|o| o.entity != one.entity.id).all(|o| {
            is_same_date(&o.period, date)
                && own.zip(o.interval).is_some_and(|(own, other)| own.order(other) == wanted)
        })
    };
    let (high, low) = if stands(first, Order::Above) { (first, second) } else { (second, first) };
    if !stands(high, Order::Above) || !stands(low, Order::Below) {
        return None;
    }
    let is_amount = asked.indicator.direction == Direction::Neither;
    Some(highest_and_lowest([high.entity, low.entity], are_asked, is_amount, lang))
}

/// The histories with a line that stand out, the focus first.
fn leading<'h, 'a>(found: &'h [History<'a>]) -> impl Iterator<Item = &'h History<'a>> {
    let of = move |emphasis| found.iter().filter(move |history| history.emphasis == emphasis);
    of(Emphasis::Focus).chain(of(Emphasis::Plain)).filter(|history| history.figures.len() > 1)
}

/// What became of an entity's figure: the change over its last run of joined figures and, if its
/// newest figure stands alone, why. With the dates of that run.
fn story_of(
    asked: &Asked<'_>,
    history: &History<'_>,
    with_newest: bool,
) -> Option<([u32; 2], String)> {
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
    for turn in turns(figures.get(first..=last + 1).unwrap_or_default(), asked.lang) {
        told = format!("{told} {turn}");
    }
    if let Some(newest) = figures.last().filter(|newest| with_newest && newest.id != b.id)
        && let Some(apart) = change(asked.dataset, name, (b, newest), asked.lang)
    {
        told = format!("{told} {apart}");
    }
    Some(([a, b].map(|o| o.period.end().last_day()), told))
}

/// Where a line was certainly above, or below, both of its ends.
fn turns(figures: &[&Observation], lang: Lang) -> Vec<String> {
    let [first, middle @ .., last] = figures else { return Vec::new() };
    let farthest = |wanted: Order| {
        let is_beyond = |o: &&&Observation, than: &Observation| {
            let both = o.interval.zip(than.interval);
            both.is_some_and(|(own, other)| own.order(other) == wanted)
        };
        let value = |o: &Observation| o.quantity.and_then(|q| q.value()).unwrap_or(f64::NAN);
        let beyond = middle.iter().filter(|o| is_beyond(o, first) && is_beyond(o, last));
        let by_value = |a: &&&Observation, b: &&&Observation| value(a).total_cmp(&value(b));
        let is_high = wanted == Order::Above;
        let found = if is_high { beyond.max_by(by_value) } else { beyond.min_by(by_value) };
        in_between(found?, is_high, middle.len() == 1, lang)
    };
    [Order::Above, Order::Below].into_iter().filter_map(farthest).collect()
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
    let (verdict, mut reasons) = reasons_of(&judged, Some(Key::SameMeasureOverTime), lang);
    reasons.extend(asked.stands_for().filter_map(|(unit, before)| stood_for(unit, before, lang)));
    // The time of the lines that were asked for, if there are any.
    let own: Vec<&Observation> = found
        .iter()
        .filter(|history| asked.is_place(&history.entity.id) && history.figures.len() > 1)
        .flat_map(|history| history.figures.iter().copied())
        .collect();
    let when = span_of_time(if own.is_empty() { &figures } else { &own }, lang);
    let measure = capitalised(lang.of(&asked.indicator.official));
    let mut title = format!("{measure}, {when}");
    let has_drawn = |shown: &[&Entity]| shown.iter().any(|unit| is_drawn(found, unit));
    let named = asked.named.iter().filter(|(_, shown)| has_drawn(shown));
    let named: Vec<_> = named.map(|(unit, shown)| (*unit, in_parts(unit, shown))).collect();
    if (1..=NAMED).contains(&named.len()) {
        title.push_str(&format!(": {}", list_of_units(&named, lang)));
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

/// The verdict on a set of pairs, and each reason once; `clear`, if given, where there is none. No
/// verdict without pairs.
pub(super) fn reasons_of(
    judged: &[Judgement],
    clear: Option<Key>,
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
        reasons.extend(clear.map(|clear| clear.text(lang).to_owned()));
    }
    (Some(verdict), reasons)
}

/// Named places without a figure; if none is named, units with a single date, which makes no line.
fn nameless(asked: &Asked<'_>, found: &[History<'_>]) -> Vec<Missing> {
    let without = asked.places.iter().filter(|place| dates(asked, place) == 0).copied().collect();
    let compared = asked.order.as_ref().filter(|_| asked.places.is_empty());
    let single = compared.map(|(question, _)| {
        let units = asked.dataset.of_kind(question.universe.kind());
        units.filter(|unit| !is_drawn(found, unit) && dates(asked, unit) == 1).collect::<Vec<_>>()
    });
    missing(asked, Key::NoFigureOverTime, without)
        .into_iter()
        .chain(missing(asked, Key::OneDateOnly, single.unwrap_or_default()))
        .collect()
}

/// Named places that have figures but are not drawn.
fn of_other_times<'a>(asked: &Asked<'a>, found: &[History<'_>]) -> Vec<&'a Entity> {
    let is_meant = |place: &&&Entity| !is_drawn(found, place) && dates(asked, place) > 0;
    asked.places.iter().filter(is_meant).copied().collect()
}

fn is_drawn(found: &[History<'_>], unit: &Entity) -> bool {
    found.iter().any(|history| history.entity.id == unit.id)
}

/// For how many dates a unit has a figure, regardless of the time asked for.
fn dates(asked: &Asked<'_>, unit: &Entity) -> usize {
    of_all_times(asked, asked.indicator, unit).len()
}

/// Units that are missing for a reason, by name; `None` where there are none.
fn missing(asked: &Asked<'_>, reason: Key, units: Vec<&Entity>) -> Option<Missing> {
    let units = units.into_iter().map(|unit| MissingUnit::of(unit, None, asked.lang)).collect();
    Missing::sorted(reason.text(asked.lang).to_owned(), units)
}
