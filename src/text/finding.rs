//! What a ranking shows, as one or two sentences that a newspaper could print.

use super::figure::{computed, interval_of};
use super::{NBSP, figure, period};
use crate::compare::vietnamese::capitalised;
use crate::compare::{Question, RankSpan, Ranking, Row, Universe, sort_stably};
use crate::data::{Direction, Observation};
use crate::quantity::arithmetic::difference;
use crate::quantity::{Order, Refusal};
use crate::view::Lang;

/// The heading of a ranking: what is measured, of whom, when. The provinces are always said to be
/// those before 1 July 2025: for some indicators there is a second table, of the 34 units since.
pub fn title(ranking: &Ranking<'_>, question: &Question, lang: Lang) -> String {
    let measure = capitalised(lang.of(&ranking.indicator.official));
    let when = period(&question.period, lang);
    let units = units(question.universe, lang);
    match (lang, question.universe) {
        (Lang::Vi, Universe::Provinces) => {
            format!("{measure} của {}{NBSP}{units} (trước{NBSP}1/7/2025), {when}", ranking.of)
        }
        (Lang::Vi, _) => format!("{measure} của các {units}, {when}"),
        (Lang::En, Universe::Provinces) => {
            format!("{measure} of the {} {units} before 1{NBSP}July 2025, {when}", ranking.of)
        }
        (Lang::En, _) => format!("{measure} of {units}, {when}"),
    }
}

/// The finding: who leads, who is known only to lie below a limit, how far from the country.
pub fn finding(ranking: &Ranking<'_>, question: &Question, lang: Lang) -> String {
    let mut sentences = Vec::new();
    sentences.extend(leaders(ranking, question, lang));
    sentences.extend(trailing(ranking, question, lang));
    sentences.extend(against_reference(ranking, lang));
    sentences.join(" ")
}

/// How many units have a figure, and what is known of the others.
pub fn coverage(ranking: &Ranking<'_>, question: &Question, lang: Lang) -> Vec<String> {
    let Ranking { printed, of, .. } = *ranking;
    let units = units(question.universe, lang);
    let mut lines = vec![match lang {
        Lang::Vi if printed == of => format!("Cả {of}{NBSP}{units} đều có số."),
        Lang::Vi => format!("Có số riêng: {printed} trên {of}{NBSP}{units}."),
        Lang::En if printed == of => format!("All {of} {units} have a figure."),
        Lang::En => format!("With a figure of their own: {printed} of {of} {units}."),
    }];
    if let Some((count, allowed)) = silent_bound(ranking, lang) {
        lines.push(match lang {
            Lang::Vi => {
                format!("{count}{NBSP}{units} còn lại: {allowed} (suy ra từ danh sách, không in).")
            }
            Lang::En => format!(
                "The other {count} {units}: {allowed} (inferred from the list, not printed)."
            ),
        });
    } else if printed < of {
        lines.push(match lang {
            Lang::Vi => format!("{}{NBSP}{units} còn lại: chưa có số.", of - printed),
            Lang::En => format!("The other {} {units}: no figure.", of - printed),
        });
    }
    lines
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
fn units(universe: Universe, lang: Lang) -> &'static str {
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
    let mut rows: Vec<_> = ranking
        .rows
        .iter()
        .filter_map(|row| Some((row, row.figure.filter(|figure| figure.derived_from.is_none())?)))
        .collect();
    let key = |o: &Observation| {
        let low = o.interval.and_then(|i| i.low().value()).unwrap_or(f64::NEG_INFINITY);
        if ranking.indicator.direction == Direction::Lower { -low } else { low }
    };
    sort_stably(&mut rows, |a, b| key(b.1).total_cmp(&key(a.1)));
    rows
}

fn leaders(ranking: &Ranking<'_>, question: &Question, lang: Lang) -> Option<String> {
    let rows = by_value(ranking);
    let (_, best) = rows.first()?;
    let quantity = best.quantity.filter(|quantity| !quantity.is_bound())?;
    // A unit known only to lie above a limit may stand above the highest printed value.
    let rivals = rows.iter().filter(|(_, other)| {
        let undecided = |o: &Observation| {
            o.interval.zip(best.interval).map(|(x, y)| x.order(y)) == Some(Order::Undecided)
        };
        other.quantity != best.quantity && undecided(other)
    });
    let rivals = rivals.count();
    let tied: Vec<&str> = rows
        .iter()
        .filter(|(_, o)| o.quantity == best.quantity)
        .map(|(row, _)| lang.of(&row.entity.name))
        .collect();
    let names = list(&tied, lang);
    let value = figure(&quantity, lang);
    let units = units(question.universe, lang);
    let printed = ranking.printed;
    let among = match (lang, ranking.printed == ranking.of) {
        (Lang::Vi, true) => format!("trong {printed}{NBSP}{units}"),
        (Lang::Vi, false) => format!("trong {printed}{NBSP}{units} có số"),
        (Lang::En, true) => format!("of {printed} {units}"),
        (Lang::En, false) => format!("of the {printed} {units} with a figure"),
    };
    let extreme = match (lang, ranking.indicator.direction) {
        (Lang::Vi, Direction::Lower) => "thấp nhất",
        (Lang::Vi, Direction::Higher) => "cao nhất",
        (Lang::Vi, Direction::Neither) => "nhiều nhất",
        (Lang::En, Direction::Lower) => "lowest",
        (Lang::En, Direction::Higher) => "highest",
        (Lang::En, Direction::Neither) => "largest",
    };
    Some(match (lang, rivals > 0, tied.len() > 1) {
        (Lang::Vi, true, _) => format!(
            "Trong những số in rõ, {names} {extreme}: {value}; {rivals}{NBSP}nơi chỉ biết một phía có thể cao hơn."
        ),
        (Lang::En, true, _) => format!(
            "Of the values printed outright {names} has the {extreme}, {value}; {rivals} known only by a limit may stand higher."
        ),
        (Lang::Vi, false, false) => format!("{names} {extreme} {among}: {value}."),
        (Lang::Vi, false, true) => format!("{names} cùng {extreme} {among}: {value}."),
        (Lang::En, false, false) => format!("{names} has the {extreme} {among}: {value}."),
        (Lang::En, false, true) => format!("{names} share the {extreme} {among}: {value}."),
    })
}

fn trailing(ranking: &Ranking<'_>, question: &Question, lang: Lang) -> Option<String> {
    let rows = by_value(ranking);
    let (row, last) = rows.last().filter(|_| rows.len() > 2)?;
    let quantity = last.quantity?;
    let value = figure(&quantity, lang);
    if quantity.is_bound() {
        let same: Vec<&str> = rows
            .iter()
            .filter(|(_, o)| o.quantity == last.quantity)
            .map(|(row, _)| lang.of(&row.entity.name))
            .collect();
        let units = units(question.universe, lang);
        let count = same.len();
        let names = list(&same, lang);
        return Some(match lang {
            Lang::Vi => format!("{count}{NBSP}{units} chỉ được ghi là {value}: {names}."),
            Lang::En => format!("{count} {units} are given only as {value}: {names}."),
        });
    }
    let name = lang.of(&row.entity.name);
    let lowest = ranking.printed == ranking.of;
    match (lang, lowest, ranking.indicator.direction) {
        (Lang::Vi, true, Direction::Higher) => Some(format!("{name} thấp nhất: {value}.")),
        (Lang::Vi, true, Direction::Neither) => Some(format!("{name} ít nhất: {value}.")),
        (Lang::Vi, true, Direction::Lower) => Some(format!("{name} cao nhất: {value}.")),
        (Lang::En, true, Direction::Higher) => Some(format!("{name} has the lowest: {value}.")),
        (Lang::En, true, Direction::Neither) => Some(format!("{name} has the smallest: {value}.")),
        (Lang::En, true, Direction::Lower) => Some(format!("{name} has the highest: {value}.")),
        // The last of a partial list is not the last of all.
        (_, false, _) => None,
    }
}

fn against_reference(ranking: &Ranking<'_>, lang: Lang) -> Option<String> {
    let rows = by_value(ranking);
    let (row, best) = rows.first()?;
    let nation = ranking.references.iter().find(|o| &*o.entity == "nation")?;
    let (a, b) = (best.quantity.filter(|q| !q.is_bound())?, nation.quantity?);
    let order = best.interval?.order(nation.interval?);
    let gap = computed(&difference(&a, &b).ok()?, lang);
    let name = lang.of(&row.entity.name);
    let whole = figure(&b, lang);
    match (lang, order) {
        (Lang::Vi, Order::Above) => Some(format!("Mức cả nước là {whole}; {name} cao hơn {gap}.")),
        (Lang::Vi, Order::Below) => Some(format!("Mức cả nước là {whole}; {name} thấp hơn {gap}.")),
        (Lang::En, Order::Above) => {
            Some(format!("The national figure is {whole}; {name} stands {gap} above it."))
        }
        (Lang::En, Order::Below) => {
            Some(format!("The national figure is {whole}; {name} stands {gap} below it."))
        }
        (_, Order::Equal | Order::Undecided) => None,
    }
}

/// Where a list implies one interval for every unit that is not shown: their number and it.
fn silent_bound(ranking: &Ranking<'_>, lang: Lang) -> Option<(usize, String)> {
    let first = ranking.silent.first()?.figure?;
    let same =
        ranking.silent.iter().all(|row| row.figure.is_some_and(|f| f.interval == first.interval));
    let allowed = interval_of(first, ranking.indicator, lang)?;
    same.then_some((ranking.silent.len(), allowed))
}

/// "A", "A và B", "A, B và C".
fn list(names: &[&str], lang: Lang) -> String {
    let and = match lang {
        Lang::Vi => "và",
        Lang::En => "and",
    };
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}
