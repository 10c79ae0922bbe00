//! What a ranking shows, as one or two sentences that a newspaper could print.

use super::figure::{computed, interval_of};
use super::name::{full_name_inside, list, new_name_inside, with_article};
use super::outcome::without_hedge;
use super::unit::count_word;
use super::{Key, NBSP, date, figure, period};
use crate::compare::vietnamese::capitalised;
use crate::compare::{Question, RankSpan, Ranking, Row, Universe, sort_stably};
use crate::data::{Direction, Entity, Indicator, Observation};
use crate::quantity::arithmetic::difference;
use crate::quantity::{Order, Quantity, Refusal};
use crate::view::Lang;

/// Most units that a heading names one by one.
const NAMED: usize = 4;

/// The heading of a ranking: what is measured, of whom, when. The provinces are always said to be
/// those before 1 July 2025: for some indicators there is a second table, of the 34 units since.
pub fn title(ranking: &Ranking<'_>, question: &Question, lang: Lang) -> String {
    let measure = capitalised(lang.of(&ranking.indicator.official));
    let when = period(&question.period, lang);
    let units = units_name(question.universe, lang);
    if ranking.is_part() {
        return title_of_part(ranking, question, &measure, &when, lang);
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

/// As [`title`], where units were left out: a few are named, those of a region by its name.
fn title_of_part(
    ranking: &Ranking<'_>,
    question: &Question,
    measure: &str,
    when: &str,
    lang: Lang,
) -> String {
    let count = ranking.asked();
    let units = units_name(question.universe, lang);
    let (vi_before, en_before) = match question.universe {
        Universe::Provinces => {
            (format!(" (trước{NBSP}1/7/2025)"), format!(" before 1{NBSP}July 2025"))
        }
        Universe::Ministries | Universe::Regions => Default::default(),
    };
    if let Some(region) = ranking.region {
        let name = with_article(region, lang);
        return match lang {
            Lang::Vi => {
                format!("{measure} của {count}{NBSP}{units} vùng {name}{vi_before}, {when}")
            }
            Lang::En => format!("{measure}, {when}: the {count} {units} of {name}{en_before}"),
        };
    }
    if count <= NAMED {
        let all = ranking.rows.iter().chain(&ranking.silent).map(|row| row.entity);
        let names = list(&all.collect::<Vec<_>>(), lang);
        let before = match (lang, question.universe) {
            (_, Universe::Ministries | Universe::Regions) => String::new(),
            (Lang::Vi, Universe::Provinces) => vi_before,
            (Lang::En, Universe::Provinces) => format!(" (before 1{NBSP}July 2025)"),
        };
        return format!("{measure}, {when}: {names}{before}");
    }
    match lang {
        Lang::Vi => format!("{measure} của {count}{NBSP}{units} được chọn{vi_before}, {when}"),
        Lang::En => format!("{measure}, {when}: {count} chosen {units}{en_before}"),
    }
}

/// The finding: who leads, who comes last, who is known only by a limit, how far from the country.
pub fn finding(ranking: &Ranking<'_>, question: &Question, lang: Lang) -> String {
    let say = Say { ranking, question, lang, rows: by_value(ranking) };
    let mut sentences: Vec<String> =
        [say.leaders(), say.trailing(), say.against_nation()].into_iter().flatten().collect();
    if sentences.is_empty() {
        // Of the few that were chosen none may have a figure.
        sentences = coverage(ranking, question, lang);
    }
    sentences.join(" ")
}

/// How many units have a figure, and what is known of the others.
pub fn coverage(ranking: &Ranking<'_>, question: &Question, lang: Lang) -> Vec<String> {
    let (printed, of) = (ranking.asked_printed(), ranking.asked());
    let units = units_name(question.universe, lang);
    let chosen = match (ranking.is_part(), ranking.region, lang) {
        (false, ..) => String::new(),
        (true, Some(region), Lang::Vi) => format!(" vùng {}", lang.of(&region.name)),
        (true, Some(region), Lang::En) => format!(" of {}", with_article(region, lang)),
        (true, None, Lang::Vi) => " được chọn".into(),
        (true, None, Lang::En) => " that were chosen".into(),
    };
    let figures = ranking.rows.iter().filter_map(|row| row.figure?.quantity);
    let bounds = figures.filter(Quantity::is_bound).count();
    let of_them = match (lang, bounds) {
        (_, 0) => String::new(),
        (Lang::Vi, _) => format!(", trong đó {bounds}{NBSP}nơi chỉ biết một phía"),
        (Lang::En, _) => format!(", {bounds} of them known only by a limit"),
    };
    let mut lines = vec![match lang {
        Lang::Vi if printed == of => format!("Cả {of}{NBSP}{units}{chosen} đều có số{of_them}."),
        Lang::Vi => format!("Có số: {printed} trên {of}{NBSP}{units}{chosen}{of_them}."),
        Lang::En if printed == of => format!("All {of} {units}{chosen} have a figure{of_them}."),
        Lang::En => format!("With a figure: {printed} of {of} {units}{chosen}{of_them}."),
    }];
    if ranking.is_part() && ranking.complete {
        let of = ranking.of;
        lines.push(match lang {
            Lang::Vi => format!("Thứ hạng là thứ hạng trong cả {of}{NBSP}{units}."),
            Lang::En => format!("Ranks are those among all {of} {units}."),
        });
    }
    lines.extend(
        ranking.stands_for.iter().filter_map(|(unit, earlier)| stood_for(unit, earlier, lang)),
    );
    // Every unit without a figure of its own, whether the reader has added it or not.
    let others: Vec<&Row<'_>> =
        ranking.rows.iter().chain(&ranking.silent).filter(|row| !is_printed(row)).collect();
    let count = others.len();
    let other =
        if count == 1 { "The other one".into() } else { format!("The other {count} {units}") };
    match (common_bound(ranking, &others, lang), lang) {
        (_, _) if others.is_empty() => {}
        (Some(allowed), Lang::Vi) => {
            lines.push(format!("{count}{NBSP}{units} còn lại: {allowed} (suy ra từ danh sách)."));
        }
        (Some(allowed), Lang::En) => {
            lines.push(format!("{other}: {allowed} (inferred from the list)."));
        }
        (None, Lang::Vi) => lines.push(format!("{count}{NBSP}{units} còn lại: chưa có số.")),
        (None, Lang::En) => lines.push(format!("{other}: no figure.")),
    }
    lines
}

/// That a unit of today is shown as the units it was made from. `None` where it has only changed
/// the table that it stands in.
fn stood_for(unit: &Entity, earlier: &[&Entity], lang: Lang) -> Option<String> {
    if let [only] = earlier {
        let (now, then) = (full_name_inside(unit, lang), list(&[only], lang));
        return (only.name != unit.name).then(|| match lang {
            Lang::Vi => format!("{} khi ấy là {then}.", capitalised(&now)),
            Lang::En => format!("{} was {then} then.", capitalised(&now)),
        });
    }
    let (new, names) = (capitalised(&new_name_inside(unit, lang)), list(earlier, lang));
    let (count, day) = (count_word(earlier.len(), lang), unit.from.map(|day| date(day, lang))?);
    Some(match lang {
        Lang::Vi => format!(
            "{new} chỉ có từ {day}, sau kỳ này; ở đây là {count} đơn vị trước đó, mỗi nơi một dòng: {names}."
        ),
        Lang::En => format!(
            "{new} has existed only since {day}, after this period; here are the {count} units before it, a row each: {names}."
        ),
    })
}

/// A rank, or the span of ranks that is possible.
pub fn rank(span: RankSpan) -> String {
    if span.first == span.last {
        span.first.to_string()
    } else {
        format!("{}–{}", span.first, span.last)
    }
}

/// Why an operation has no answer, as a sentence.
pub fn refusal(refusal: &Refusal, lang: Lang) -> &'static str {
    let (vi, en) = match refusal {
        Refusal::UnitsDiffer { .. } => {
            ("Hai số khác đơn vị đo.", "The figures are in different units.")
        }
        Refusal::DivisorMayBeZero => (
            "Số chia có thể bằng 0, nên tỷ số có thể là bất kỳ số nào.",
            "The divisor may be zero, so the ratio may be anything.",
        ),
        Refusal::OpenSide => (
            "Cả hai phía đều không có giới hạn, nên không tính được.",
            "Neither side is limited, so nothing can be computed.",
        ),
        Refusal::MayBeNegative => (
            "Số có thể âm, nên tỷ số không có nghĩa.",
            "A figure may be negative, so a ratio has no meaning.",
        ),
        Refusal::PartMayExceedWhole => (
            "Phần lớn hơn tổng số, nên không tính tỷ lệ.",
            "The part exceeds the whole, so there is no share.",
        ),
        Refusal::NoFigures => ("Không có số nào để tính.", "There is no figure to compute with."),
        Refusal::NotAdditive(_) => (
            "Loại số này không cộng, trừ, chia được.",
            "Figures of this kind cannot be computed with.",
        ),
    };
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}

/// "tỉnh, thành phố", "bộ, ngành", "vùng".
pub fn units_name(universe: Universe, lang: Lang) -> &'static str {
    match (universe, lang) {
        (Universe::Provinces, Lang::Vi) => "tỉnh, thành phố",
        (Universe::Provinces, Lang::En) => "provinces and cities",
        (Universe::Ministries, Lang::Vi) => "bộ, ngành",
        (Universe::Ministries, Lang::En) => "ministries and agencies",
        (Universe::Regions, Lang::Vi) => "vùng",
        (Universe::Regions, Lang::En) => "regions",
    }
}

/// Rows with a printed figure, the best first, whatever order is shown.
fn by_value<'r, 'a>(ranking: &'r Ranking<'a>) -> Vec<(&'r Row<'a>, &'a Observation)> {
    let printed = |row: &'r Row<'a>| {
        let figure = row.figure.filter(|figure| figure.derived_from.is_none())?;
        Some((row, figure))
    };
    let mut rows: Vec<_> = ranking.rows.iter().filter_map(printed).collect();
    let key = |o: &Observation| {
        let printed = o.quantity.filter(|quantity| !quantity.is_bound()).and_then(|q| q.value());
        let low = printed.or(o.interval.and_then(|i| i.low().value())).unwrap_or(f64::NEG_INFINITY);
        if ranking.indicator.direction == Direction::Lower { -low } else { low }
    };
    sort_stably(&mut rows, |a, b| key(b.1).total_cmp(&key(a.1)));
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

    /// The units whose figure is printed just so.
    fn like(&self, quantity: &Quantity) -> Vec<&Entity> {
        let alike = self.rows.iter().filter(|(_, o)| o.quantity.as_ref() == Some(quantity));
        alike.map(|(row, _)| row.entity).collect()
    }

    /// A figure with the thing that it counts.
    fn value(&self, quantity: &Quantity) -> String {
        counted(quantity, self.ranking.indicator, self.lang)
    }

    fn leaders(&self) -> Option<String> {
        let (row, best) = self.rows.first()?;
        let quantity = best.quantity.filter(|quantity| !quantity.is_bound())?;
        let leaders = self.like(&quantity);
        let (names, value, units) =
            (list(&leaders, self.lang), self.value(&quantity), self.units());
        // A unit known only to lie above a limit may stand above the highest printed value.
        let undecided = |o: &Observation| {
            o.interval.zip(best.interval).map(|(x, y)| x.order(y)) == Some(Order::Undecided)
        };
        let is_rival = |o: &Observation| o.quantity.is_some_and(|q| q.is_bound()) && undecided(o);
        let rivals = self.rows.iter().filter(|(_, o)| is_rival(o)).count();
        let (most, en_most) = match self.ranking.indicator.direction {
            Direction::Lower => ("thấp nhất", "lowest"),
            Direction::Higher => ("cao nhất", "highest"),
            Direction::Neither => ("nhiều nhất", "largest"),
        };
        if rivals > 0 {
            let (vi_chosen, en_chosen) = match self.ranking.is_part() {
                true => (" của các nơi được chọn", " of those chosen"),
                false => ("", ""),
            };
            return Some(match self.lang {
                Lang::Vi => format!(
                    "Trong những số in rõ{vi_chosen}, {names} {most}: {value}; \
                     {rivals}{NBSP}nơi chỉ biết một phía có thể cao hơn."
                ),
                Lang::En => format!(
                    "Of the values printed outright{en_chosen} {names} has the {en_most}, {value}; \
                     {rivals} known only by a limit may stand higher."
                ),
            });
        }
        // Where the place is certain, so is that nobody else stands higher.
        let first_of_all = row.rank.is_some_and(|rank| rank.last as usize == leaders.len());
        if self.ranking.is_part() && !first_of_all {
            return Some(self.leader_of_part(&leaders, (most, en_most), &value, row.rank));
        }
        let (count, all) =
            if first_of_all { (self.ranking.of, true) } else { (self.ranking.printed, false) };
        Some(match (self.lang, leaders.len() > 1) {
            (Lang::Vi, several) => {
                let together = if several { "cùng " } else { "" };
                let known = if all { "" } else { " có số" };
                format!("{names} {together}{most} trong {count}{NBSP}{units}{known}: {value}.")
            }
            (Lang::En, several) => {
                let verb = if several { "share" } else { "has" };
                let known = if all { "" } else { " that have one" };
                let names = capitalised(&names);
                format!(
                    "{names} {verb} the {en_most} figure of the {count} {units}{known}: {value}."
                )
            }
        })
    }

    /// The highest of the units that were chosen, with its place among all.
    fn leader_of_part(
        &self,
        leaders: &[&Entity],
        (most, en_most): (&str, &str),
        value: &str,
        rank: Option<RankSpan>,
    ) -> String {
        let (names, units) = (list(leaders, self.lang), self.units());
        let (count, of) = (self.ranking.asked_printed(), self.ranking.asked());
        let rank = self.rank_among_all(rank);
        let several = leaders.len() > 1;
        match self.lang {
            Lang::Vi => {
                let together = if several { "cùng " } else { "" };
                let known = if count < of { " có số" } else { "" };
                let whose = match self.ranking.region {
                    Some(region) => format!("vùng {}", self.lang.of(&region.name)),
                    None => "được chọn".into(),
                };
                format!(
                    "{names} {together}{most} trong {count}{NBSP}{units} {whose}{known}: {value}{rank}."
                )
            }
            Lang::En => {
                let (names, verb) = (capitalised(&names), if several { "share" } else { "has" });
                let known = if count < of { " that have one" } else { "" };
                let whose = match self.ranking.region {
                    Some(region) => format!("{units} of {}", with_article(region, self.lang)),
                    None => format!("chosen {units}"),
                };
                format!(
                    "{names} {verb} the {en_most} figure of the {count} {whose}{known}: {value}{rank}."
                )
            }
        }
    }

    /// " (hạng 12 trong 63)", where a place is told.
    fn rank_among_all(&self, span: Option<RankSpan>) -> String {
        let Some(span) = span else { return String::new() };
        let (rank, of) = (rank(span), self.ranking.of);
        match self.lang {
            Lang::Vi => format!(" (hạng{NBSP}{rank} trong {of})"),
            Lang::En => format!(" (rank {rank} of {of})"),
        }
    }

    /// Whether every other of the units that were chosen is known to stand before the last.
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
        if self.rows.len() < 3 && !(is_part && quantity.is_bound()) {
            return None;
        }
        let same = self.like(&quantity);
        let (names, value, units) = (list(&same, self.lang), self.value(&quantity), self.units());
        if quantity.is_bound() {
            let count = same.len();
            return Some(match self.lang {
                Lang::Vi => format!("{count}{NBSP}{units} chỉ được ghi là {value}: {names}."),
                Lang::En => format!("{count} {units} are given only as {value}: {names}."),
            });
        }
        // The last of a partial list is not the last of all, unless a list says so.
        let of = self.ranking.of;
        let last_of_all = row.rank.is_some_and(|rank| rank.first as usize == of + 1 - same.len());
        let rank = if last_of_all { String::new() } else { self.rank_among_all(row.rank) };
        if !last_of_all && !(is_part && self.is_last_of_part(last, same.len())) {
            return None;
        }
        let value = value + &rank;
        let (vi, en) = match self.ranking.indicator.direction {
            Direction::Higher => ("thấp nhất", "lowest"),
            Direction::Neither => ("ít nhất", "smallest"),
            Direction::Lower => ("cao nhất", "highest"),
        };
        Some(match (self.lang, same.len() > 1) {
            (Lang::Vi, false) => format!("{names} {vi}: {value}."),
            (Lang::Vi, true) => format!("{names} cùng {vi}: {value}."),
            (Lang::En, false) => format!("{} has the {en}: {value}.", capitalised(&names)),
            (Lang::En, true) => format!("{} share the {en}: {value}.", capitalised(&names)),
        })
    }

    fn against_nation(&self) -> Option<String> {
        let (_, best) = self.rows.first()?;
        let nation = self.ranking.references.iter().find(|o| &*o.entity == "nation")?;
        let (a, b) = (best.quantity.filter(|q| !q.is_bound())?, nation.quantity?);
        let order = best.interval?.order(nation.interval?);
        let gap = computed(&difference(&a, &b).ok()?, self.lang);
        let names = list(&self.like(&a), self.lang);
        let whole = self.value(&b);
        let gap = without_hedge(&gap, self.lang);
        let (vi, en) = match order {
            Order::Above => ("cao hơn", "above"),
            Order::Below => ("thấp hơn", "below"),
            Order::Equal | Order::Undecided => return None,
        };
        let here = Key::ComputedHere.text(self.lang);
        Some(match self.lang {
            Lang::Vi => format!("Mức cả nước là {whole}; {names} {vi} {gap} ({here})."),
            Lang::En => {
                let verb = if self.like(&a).len() > 1 { "stand" } else { "stands" };
                format!("The national figure is {whole}; {names} {verb} {gap} {en} it ({here}).")
            }
        })
    }
}

/// A figure, with the thing counted where it counts something.
fn counted(quantity: &Quantity, indicator: &Indicator, lang: Lang) -> String {
    let value = figure(quantity, lang);
    match &indicator.counted {
        Some(thing) => format!("{value}{NBSP}{}", lang.of(thing)),
        None => value,
    }
}

fn is_printed(row: &Row<'_>) -> bool {
    row.figure.is_some_and(|figure| figure.derived_from.is_none())
}

/// What a list implies for every one of some units, where that is the same.
fn common_bound(ranking: &Ranking<'_>, others: &[&Row<'_>], lang: Lang) -> Option<String> {
    let first = others.first()?.figure?;
    let same = |row: &&Row<'_>| row.figure.is_some_and(|f| f.interval == first.interval);
    if !others.iter().all(same) {
        return None;
    }
    // A limit that is a named unit's figure is told by that unit, not by a number nobody printed.
    let named = |limit: &Option<(&Entity, &Observation)>| {
        let (entity, observation) = (*limit)?;
        Some(format!("{} ({})", lang.of(&entity.name), figure(&observation.quantity?, lang)))
    };
    Some(match (named(&ranking.rest_low), named(&ranking.rest_high), lang) {
        (None, None, _) => interval_of(first, ranking.indicator, lang)?,
        (Some(low), None, Lang::Vi) => format!("không thấp hơn {low}"),
        (Some(low), None, Lang::En) => format!("not below {low}"),
        (None, Some(high), Lang::Vi) => format!("không cao hơn {high}"),
        (None, Some(high), Lang::En) => format!("not above {high}"),
        (Some(low), Some(high), Lang::Vi) => format!("nằm giữa {low} và {high}"),
        (Some(low), Some(high), Lang::En) => format!("between {low} and {high}"),
    })
}
