//! What a ranking shows, as one or two sentences that a newspaper could print.

use std::cmp::Ordering;

use super::coverage::{NAMED, common_bound, coverage, part_named, units_asked, units_name};
use super::gap::{gap, gap_word, number_of};
use super::measure::marked_partial;
use super::name::{joined, list, with_article};
use super::outcome::beside;
use super::unit::count_word;
use super::{Key, NBSP, figure, period};
use crate::compare::vietnamese::{capitalised, uncapitalised};
use crate::compare::{Question, RankSpan, Ranking, Row, Universe, order_key, sort_stably};
use crate::data::{Direction, Entity, EntityKind, Indicator, Measure, Observation};
use crate::quantity::arithmetic::difference;
use crate::quantity::{Order, Quantity, Unit};
use crate::view::Lang;

/// The heading of a ranking: what is measured, for which units, when. Provinces are always marked
/// as those before 1 July 2025, because some indicators have a second table of the 34 units since.
pub fn title(ranking: &Ranking<'_>, question: &Question, lang: Lang) -> String {
    let measure = capitalised(lang.of(&ranking.indicator.official));
    let when = period(&question.period, lang);
    let units = units_name(question.universe, lang);
    if ranking.is_part() {
        return format!("{measure}, {when}: {}", part_named(ranking, question, lang));
    }
    match (lang, question.universe) {
        (Lang::Vi, Universe::Provinces) => {
            format!("{measure} của {}{NBSP}{units} (trước{NBSP}1/7/2025), {when}", ranking.of)
        }
        (Lang::Vi, Universe::Ministries) => format!("{measure} của các {units}, {when}"),
        (Lang::Vi, Universe::Regions) => format!("{measure} theo {units}, {when}"),
        (Lang::En, Universe::Provinces) => {
            format!("{measure}, {when}: the {} {units} before 1{NBSP}July 2025", ranking.of)
        }
        (Lang::En, _) => format!("{measure}, {when}: {units}"),
    }
}

/// The finding: what is known of the units that were named, who leads, who comes last, who is known
/// only by a limit, and how far the best is from the whole.
pub fn finding(ranking: &Ranking<'_>, question: &Question, lang: Lang) -> String {
    let say = Say { ranking, question, lang, rows: by_value(ranking) };
    let leaders = say.leaders();
    let named = say.named(leaders.as_deref());
    // A few that are shown alone are listed one by one, which already gives their order.
    let are_all = question.only && ranking.asked() <= NAMED;
    // Nor is the first of all repeated, where it was named with its rank.
    let is_told = are_all || named.is_some() && say.is_first_named();
    let leaders = leaders.filter(|_| !is_told);
    let trailing = say.trailing().filter(|_| !are_all);
    let told = [named, say.between_two(), leaders, trailing, say.against_whole()].into_iter();
    let mut sentences: Vec<String> = told.flatten().collect();
    if sentences.is_empty() {
        // It may be that none of the chosen units has a figure.
        sentences = coverage(ranking, question, lang);
    }
    sentences.join(" ")
}

/// Splits a finding into its first sentence, which is set larger, and the rest. An abbreviation
/// ("TP. Hồ Chí Minh") does not end a sentence.
pub fn first_sentence(finding: &str) -> (&str, &str) {
    let ends = finding.match_indices(". ").map(|(at, _)| at + 1);
    let mut parts = ends.filter_map(|at| finding.split_at_checked(at));
    parts
        .find(|(first, _)| !first.ends_with("TP."))
        .map_or((finding, ""), |(first, rest)| (first, rest.trim_start()))
}

/// A rank, or the span of ranks that is possible.
pub fn rank(span: RankSpan) -> String {
    if span.first == span.last {
        span.first.to_string()
    } else {
        format!("{}–{}", span.first, span.last)
    }
}

/// "hạng 12 trong 63", "rank 57–63 of 63".
pub fn rank_of(span: RankSpan, of: usize, lang: Lang) -> String {
    let (word, rank) = (uncapitalised(Key::ColumnRank.text(lang)), rank(span));
    match lang {
        Lang::Vi => format!("{word}{NBSP}{rank} trong{NBSP}{of}"),
        Lang::En => format!("{word}{NBSP}{rank} of{NBSP}{of}"),
    }
}

/// Rows with a printed figure, the best first, whatever the order shown.
fn by_value<'r, 'a>(ranking: &'r Ranking<'a>) -> Vec<(&'r Row<'a>, &'a Observation)> {
    let printed = |row: &'r Row<'a>| {
        let figure = row.figure.filter(|figure| figure.derived_from.is_none())?;
        Some((row, figure))
    };
    let mut rows: Vec<_> = ranking.rows.iter().filter_map(printed).collect();
    let key = |o: &Observation| order_key(o, ranking.indicator.direction);
    sort_stably(&mut rows, |a, b| key(b.1).partial_cmp(&key(a.1)).unwrap_or(Ordering::Equal));
    rows
}

/// What the sentences of one finding are made from.
struct Say<'r, 'a> {
    ranking: &'r Ranking<'a>,
    question: &'r Question,
    lang: Lang,
    rows: Vec<(&'r Row<'a>, &'a Observation)>,
}

impl Say<'_, '_> {
    fn units(&self) -> &'static str {
        units_name(self.question.universe, self.lang)
    }

    /// The units with exactly this printed figure.
    fn like(&self, quantity: &Quantity) -> Vec<&Entity> {
        let alike = self.rows.iter().filter(|(_, o)| o.quantity.as_ref() == Some(quantity));
        alike.map(|(row, _)| row.entity).collect()
    }

    /// A figure with the thing that it counts.
    fn value(&self, quantity: &Quantity) -> String {
        counted(quantity, self.ranking.indicator, self.lang)
    }

    /// What is known of each unit that was named, the best first; of many, only of the focus. A
    /// single one that the next sentence begins with is left to that sentence.
    fn named(&self, next: Option<&str>) -> Option<String> {
        let is_named = |row: &&Row<'_>| self.question.extra.contains(&row.entity.id);
        let is_focus = |row: &&Row<'_>| self.question.focus.as_ref() == Some(&row.entity.id);
        let printed = self.rows.iter().map(|(row, _)| *row);
        let others = self.ranking.rows.iter().filter(|row| !row.is_printed());
        let mut rows: Vec<&Row<'_>> = printed.chain(others).filter(is_named).collect();
        if rows.len() > NAMED {
            rows.retain(is_focus);
        }
        // Where there are ranks, inferred figures take their place among the printed ones.
        sort_stably(&mut rows, |a, b| {
            let first = |row: &Row<'_>| row.rank.map_or(u16::MAX, |span| span.first);
            first(a).cmp(&first(b))
        });
        if let [only] = &rows[..]
            && let name = capitalised(&list(&[only.entity], self.lang))
            && next.is_some_and(|next| next.starts_with(&name))
        {
            return None;
        }
        let mut told = Vec::new();
        for row in rows {
            told.push(self.unit_told(row, told.is_empty() && self.ranking.is_part()));
        }
        (!told.is_empty()).then(|| format!("{}.", told.join("; ")))
    }

    /// Whether there is a single certain first of all, and it is among the few that were named.
    fn is_first_named(&self) -> bool {
        let is_first = |row: &&Row<'_>| row.rank.is_some_and(|rank| rank.last == 1);
        let is_alone =
            |row: &Row<'_>| row.level_with == 0 && self.question.extra.contains(&row.entity.id);
        self.question.extra.len() <= NAMED
            && self.ranking.rows.iter().find(is_first).is_some_and(is_alone)
    }

    /// How far apart two named units are: "Hòa Bình cao hơn Phú Thọ 0,0790 điểm (Rõ Số tính)."; where
    /// that cannot be told, which of them is higher: "Bắc Giang cao hơn Bắc Ninh (suy ra)."
    fn between_two(&self) -> Option<String> {
        let [one, other] = &self.question.extra[..] else { return None };
        let is_named = |row: &&Row<'_>| [one, other].contains(&&row.entity.id);
        let known = self.ranking.rows.iter().filter(is_named);
        let known: Vec<_> = known.filter_map(|row| Some((row.entity, row.figure?))).collect();
        let [first, second] = known[..] else { return None };
        let (high, low) = match first.1.interval?.order(second.1.interval?) {
            Order::Above => (first, second),
            Order::Below => (second, first),
            Order::Equal | Order::Undecided => return None,
        };
        let apart = high.1.quantity.zip(low.1.quantity).and_then(|(a, b)| difference(&a, &b).ok());
        let gap = apart.and_then(|apart| gap(&apart, self.ranking.indicator, self.lang));
        let is_inferred = [high, low].iter().any(|(_, o)| o.derived_from.is_some());
        let [high, low] = [high, low].map(|(unit, _)| list(&[unit], self.lang));
        let unit = self.ranking.indicator.unit.of_difference();
        let word = gap_word(unit, true, self.lang);
        let verb = if matches!(unit, Unit::Count | Unit::Dong) { "has" } else { "is" };
        let how = if is_inferred { Key::Inferred } else { Key::ComputedHere }.text(self.lang);
        Some(match (self.lang, gap) {
            (Lang::Vi, Some(gap)) => format!("{high} {word} {low} {gap} ({how})."),
            (Lang::Vi, None) => format!("{high} {word} {low} ({how})."),
            (Lang::En, Some(gap)) => {
                format!("{} {verb} {gap} {word} {low} ({how}).", capitalised(&high))
            }
            (Lang::En, None) => format!("{} {verb} {word} {low} ({how}).", capitalised(&high)),
        })
    }

    /// "Hải Dương: dưới 10%, hạng 57–63", or `with_whole` "hạng 57–63 trong 63".
    fn unit_told(&self, row: &Row<'_>, with_whole: bool) -> String {
        let value = match (row.figure, row.figure.and_then(|o| o.quantity)) {
            (None, _) => Key::NoFigure.text(self.lang).to_owned(),
            (Some(o), Some(quantity)) => self.value_of(o, &quantity),
            (Some(_), None) => {
                let allowed = common_bound(self.ranking, &[row], self.lang).unwrap_or_default();
                beside(&allowed, Key::Inferred.text(self.lang))
            }
        };
        let rank = row.rank.map_or(String::new(), |span| {
            if with_whole {
                format!(", {}", rank_of(span, self.ranking.of, self.lang))
            } else {
                let word = uncapitalised(Key::ColumnRank.text(self.lang));
                format!(", {word}{NBSP}{}", rank(span))
            }
        });
        format!("{}: {value}{rank}", self.lang.of(&row.entity.name))
    }

    /// A figure of a unit, with a note where it counts only some of its branches.
    fn value_of(&self, o: &Observation, quantity: &Quantity) -> String {
        marked_partial(self.value(quantity), o, self.lang)
    }

    /// One or two names; of more, only their number.
    fn names_or_count(&self, units: &[&Entity]) -> String {
        match (units.len(), self.lang) {
            (1..=2, _) => list(units, self.lang),
            (count, Lang::Vi) => format!("{count}{NBSP}nơi"),
            (count, Lang::En) => format!("{count} others"),
        }
    }

    /// Units printed alike, and how many others that were not asked for share their place.
    fn names_level(&self, row: &Row<'_>, alike: &[&Entity]) -> String {
        let mut names: Vec<String> =
            alike.iter().map(|unit| with_article(unit, self.lang)).collect();
        let others = (row.level_with + 1).saturating_sub(alike.len());
        names.extend((others > 0).then(|| match (self.lang, others) {
            (Lang::Vi, _) => format!("{others}{NBSP}nơi khác"),
            (Lang::En, 1) => "one other".into(),
            (Lang::En, _) => format!("{others} others"),
        }));
        joined(&names, self.lang)
    }

    fn leaders(&self) -> Option<String> {
        let (row, best) = self.rows.first()?;
        let quantity = best.quantity.filter(|quantity| !quantity.is_bound())?;
        let leaders = self.like(&quantity);
        let (names, value) = (self.names_level(row, &leaders), self.value_of(best, &quantity));
        let (vi_most, en_most, vi_beyond, en_beyond) = match self.ranking.indicator.direction {
            Direction::Lower => ("thấp nhất", "lowest", "thấp hơn", "lower"),
            Direction::Higher => ("cao nhất", "highest", "cao hơn", "higher"),
            Direction::Neither => ("nhiều nhất", "largest", "cao hơn", "higher"),
        };
        let (of, printed) = (self.ranking.of, self.ranking.asked_printed());
        let is_part = self.ranking.is_part();
        if printed == 1 {
            let asked = units_asked(self.ranking, self.question, self.ranking.asked(), self.lang);
            let rank = self.rank_among_all(row.rank);
            return Some(match self.lang {
                Lang::Vi => format!("Trong {asked}, chỉ {names} có số: {value}{rank}."),
                Lang::En => format!("Of the {asked} only {names} has a figure: {value}{rank}."),
            });
        }
        // A unit known only to lie above a limit may lie above the highest printed value; a printed
        // value may be level with it before rounding.
        let undecided = |o: &Observation| {
            o.interval.zip(best.interval).map(|(x, y)| x.order(y)) == Some(Order::Undecided)
        };
        let rivals = |bounds: bool| -> Vec<&Entity> {
            let is_one = |o: &Observation| {
                o.quantity.is_some_and(|q| q.is_bound() == bounds && q != quantity) && undecided(o)
            };
            self.rows.iter().filter(|(_, o)| is_one(o)).map(|(row, _)| row.entity).collect()
        };
        let (open, rounded) = (rivals(true), rivals(false));
        let first_of_all = row.rank.is_some_and(|rank| rank.last == 1);
        let (group, all, rank) = if first_of_all {
            // Where the first rank is certain, nobody else can be higher.
            (format!("{of}{NBSP}{}", self.units()), true, String::new())
        } else {
            let group = units_asked(self.ranking, self.question, printed, self.lang);
            let rank = row.rank.filter(|_| is_part);
            (group, is_part && printed == self.ranking.asked(), self.rank_among_all(rank))
        };
        let several = leaders.len() > 1 || row.level_with > 0;
        Some(match self.lang {
            Lang::Vi => {
                let together = if several { "cùng " } else { "" };
                let known = if all { "" } else { " có số" };
                let mut told = if open.is_empty() {
                    format!("{names} {together}{vi_most} trong {group}{known}: {value}{rank}")
                } else {
                    let who = self.names_or_count(&open);
                    let chosen = if is_part { " của các nơi được chọn" } else { "" };
                    format!(
                        "Trong những số được in cụ thể{chosen}, {names} {together}{vi_most}: {value}{rank}; \
                         số của {who} chỉ in là trên hay dưới một mốc nên có thể {vi_beyond}"
                    )
                };
                if !rounded.is_empty() {
                    let who = self.names_or_count(&rounded);
                    told.push_str(&format!("; số đã làm tròn nên {who} có thể ngang mức này"));
                }
                told + "."
            }
            Lang::En => {
                let known = if all { "" } else { " that have one" };
                let verb = if several { "share" } else { "has" };
                let mut told = if open.is_empty() {
                    let names = capitalised(&names);
                    format!(
                        "{names} {verb} the {en_most} figure of the {group}{known}: {value}{rank}"
                    )
                } else {
                    let who = self.names_or_count(&open);
                    let chosen = if is_part { " for those chosen" } else { "" };
                    format!(
                        "Of the values printed outright{chosen} {names} {verb} the {en_most}, {value}{rank}; \
                         {who}, known only by a limit, may stand {en_beyond}"
                    )
                };
                if !rounded.is_empty() {
                    let who = self.names_or_count(&rounded);
                    told.push_str(&format!("; {who} may be level with it before rounding"));
                }
                told + "."
            }
        })
    }

    /// " (hạng 12 trong 63)", where there is a rank.
    fn rank_among_all(&self, span: Option<RankSpan>) -> String {
        span.map_or(String::new(), |span| {
            format!(" ({})", rank_of(span, self.ranking.of, self.lang))
        })
    }

    /// Whether every other chosen unit is known to come before the last.
    fn is_last_of_part(&self, last: &Observation, same: usize) -> bool {
        let (printed, of) = (self.ranking.asked_printed(), self.ranking.asked());
        let before = |o: &Observation| {
            let order = o.interval.zip(last.interval).map(|(x, y)| x.order(y));
            matches!(order, Some(Order::Above | Order::Below))
        };
        printed == of && self.rows.iter().filter(|(_, o)| before(o)).count() + same == of
    }

    fn trailing(&self) -> Option<String> {
        let is_part = self.ranking.is_part();
        let (row, last) = self.rows.last()?;
        let quantity = last.quantity?;
        let enough = match (quantity.is_bound(), is_part) {
            (true, true) => 1,
            (false, true) => 2,
            (_, false) => 3,
        };
        if self.rows.len() < enough {
            return None;
        }
        let same = self.like(&quantity);
        let (names, value, units) =
            (self.names_level(row, &same), self.value_of(last, &quantity), self.units());
        let count = same.len().max(row.level_with + 1);
        if quantity.is_bound() {
            return Some(match (self.lang, count) {
                (Lang::Vi, 1) => format!("{names} chỉ được ghi là {value}."),
                (Lang::En, 1) => format!("{} is given only as {value}.", capitalised(&names)),
                (Lang::Vi, _) => format!("{count}{NBSP}{units} chỉ được ghi là {value}: {names}."),
                (Lang::En, _) => {
                    let count = capitalised(&count_word(count, self.lang));
                    format!("{count} {units} are given only as {value}: {names}.")
                }
            });
        }
        // The last of those with a figure is the last of all only if its rank says so.
        let of = self.ranking.of;
        let last_of_all = row.rank.is_some_and(|rank| rank.first as usize == of + 1 - count);
        if !(last_of_all || is_part && self.is_last_of_part(last, count)) {
            return None;
        }
        let rank = if last_of_all { String::new() } else { self.rank_among_all(row.rank) };
        // Beside a leader of all, the last of a few would seem to be the last of all, too.
        let leads_all = self.rows.first()?.0.rank.is_some_and(|rank| rank.last == 1);
        let group = match (is_part, last_of_all) {
            (false, _) => String::new(),
            (true, true) => format!("{of}{NBSP}{units}"),
            (true, false) if leads_all => {
                units_asked(self.ranking, self.question, self.ranking.asked(), self.lang)
            }
            (true, false) => Key::TheseFew.text(self.lang).to_owned(),
        };
        let group = match (group.is_empty(), self.lang) {
            (true, _) => group,
            (false, Lang::Vi) => format!(" trong {group}"),
            (false, Lang::En) => format!(" of the {group}"),
        };
        let (vi, en) = match self.ranking.indicator.direction {
            Direction::Higher => ("thấp nhất", "lowest"),
            Direction::Neither => ("ít nhất", "smallest"),
            Direction::Lower => ("cao nhất", "highest"),
        };
        Some(match (self.lang, count > 1) {
            (Lang::Vi, false) => format!("{names} {vi}{group}: {value}{rank}."),
            (Lang::Vi, true) => format!("{names} cùng {vi}{group}: {value}{rank}."),
            (Lang::En, false) => {
                format!("{} has the {en}{group}: {value}{rank}.", capitalised(&names))
            }
            (Lang::En, true) => {
                format!("{} share the {en}{group}: {value}{rank}.", capitalised(&names))
            }
        })
    }

    /// The best unit, or the focus, against the figure of the whole that the units make up: their
    /// block, where it has one, else the nation.
    fn against_whole(&self) -> Option<String> {
        // A reader who asked for one place wants to read about it.
        let focus = self.question.focus.as_ref();
        let asked = self.rows.iter().find(|(row, _)| Some(&row.entity.id) == focus);
        let (_, best) = asked.or(self.rows.first())?;
        // What is counted adds up to the whole, which is no level to stand above or below.
        let (whole, unit) =
            self.ranking.whole.filter(|_| self.ranking.indicator.unit.is_scale())?;
        let (a, b) = (best.quantity.filter(|q| !q.is_bound())?, whole.quantity?);
        let apart = difference(&a, &b).ok()?;
        let gap = gap(&apart, self.ranking.indicator, self.lang)?;
        let names = list(&self.like(&a), self.lang);
        let value = self.value(&b);
        let is_more = match best.interval?.order(whole.interval?) {
            Order::Above => true,
            Order::Below => false,
            Order::Equal | Order::Undecided => return None,
        };
        let word = gap_word(apart.unit, is_more, self.lang);
        let (here, of) = (Key::ComputedHere.text(self.lang), list(&[unit], self.lang));
        let is_nation = unit.kind == EntityKind::Nation;
        Some(match self.lang {
            Lang::Vi if is_nation => {
                format!("Mức cả nước là {value}; {names} {word} mức này {gap} ({here}).")
            }
            // The score of the whole is the mean of its units' scores.
            Lang::Vi if self.ranking.indicator.measure == Measure::Index => {
                format!(
                    "Điểm trung bình của {of} là {value}; {names} {word} mức này {gap} ({here})."
                )
            }
            Lang::Vi => {
                format!("Mức chung của {of} là {value}; {names} {word} mức này {gap} ({here}).")
            }
            Lang::En => {
                let verb = if self.like(&a).len() > 1 { "stand" } else { "stands" };
                let of = match self.ranking.indicator.measure {
                    _ if is_nation => "The national figure".into(),
                    Measure::Index => format!("The average of the {of}"),
                    _ => format!("The figure for the {of}"),
                };
                format!("{of} is {value}; {names} {verb} {gap} {word} it ({here}).")
            }
        })
    }
}

/// A figure, with the thing counted where it counts something.
fn counted(quantity: &Quantity, indicator: &Indicator, lang: Lang) -> String {
    let value = figure(quantity, lang);
    match &indicator.counted {
        Some(things) => number_of(&value, things, lang),
        None => value,
    }
}
