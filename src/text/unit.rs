//! Reorganised units in words: how long one existed, what became of it, and whose figures describe
//! it.

use super::figure::computed;
use super::name::{full_name_inside, list, new_name_inside, with_article};
use super::{Key, NBSP, date, figure, interval, marked_inferred, period};
use crate::compare::vietnamese::capitalised;
use crate::compare::{Combined, Territory, UnitHistory};
use crate::data::{Dataset, Date, Entity, EntityKind, Indicator, Measure, Observation, Period};
use crate::view::Lang;

/// What became of a unit, or what it was made from: "Tỉnh Phú Thọ (mới), hoạt động từ ngày 1/7/2025,
/// được lập từ ba tỉnh: Hòa Bình, Phú Thọ và Vĩnh Phúc."
pub fn history_sentence(history: &UnitHistory<'_>, lang: Lang) -> String {
    let unit = history.unit;
    let since = since(history.since.or_else(|| unit.to.map(Date::next_day)), lang);
    let sentence = match (history.became.first(), history.made_from.as_slice()) {
        (Some(next), _) if history.together_with.is_empty() && is_province(unit) => {
            unchanged(unit, next, lang)
        }
        (Some(next), _) => became(history, next, &since, lang),
        (None, [only]) if is_province(unit) => unchanged(only, unit, lang),
        (None, earlier) => made_from(unit, earlier, lang),
    };
    capitalised(&sentence)
}

/// "từ ngày 1/3/2025, ", "on 1 March 2025 ", before what became of a unit on that day.
fn since(day: Option<Date>, lang: Lang) -> String {
    day.map_or(String::new(), |day| match lang {
        Lang::Vi => format!("từ {}, ", date(day, lang)),
        Lang::En => format!("on {} ", date(day, lang)),
    })
}

fn is_province(unit: &Entity) -> bool {
    matches!(unit.kind, EntityKind::Province34 | EntityKind::Province63)
}

fn unchanged(before: &Entity, after: &Entity, lang: Lang) -> String {
    let (old, new) = (lang.of(&before.name), lang.of(&after.name));
    let (then, since) =
        (full_name_inside(before, lang), since(before.name_to.map(Date::next_day), lang));
    let whole = full_name_inside(after, lang);
    match (lang, old == new) {
        (Lang::Vi, true) => {
            format!(
                "{new} giữ nguyên khi cả nước sắp xếp còn 34{NBSP}tỉnh, thành phố từ ngày{NBSP}1/7/2025."
            )
        }
        (Lang::Vi, false) => format!(
            "{since}{then} trở thành {whole}; địa giới giữ nguyên khi cả nước sắp xếp còn 34{NBSP}tỉnh, thành phố từ ngày{NBSP}1/7/2025."
        ),
        (Lang::En, true) => {
            format!(
                "{new} stayed as it was when the country was reorganised into 34{NBSP}units on 1{NBSP}July 2025."
            )
        }
        (Lang::En, false) => format!(
            "{since}{then} became {whole}; its area stayed as it was when the country was reorganised into 34{NBSP}units on 1{NBSP}July 2025."
        ),
    }
}

fn became(history: &UnitHistory<'_>, next: &Entity, since: &str, lang: Lang) -> String {
    let unit = history.unit;
    let (name, whole) = (list(&[unit], lang), full_name_inside(next, lang));
    let new = new_name_inside(next, lang);
    let others: Vec<&Entity> =
        history.together_with.iter().copied().filter(|other| is_principal(other)).collect();
    let others = list(&others, lang);
    if is_province(unit) {
        let parts = || history.together_with.iter().copied().chain([unit]);
        let earlier = next.predecessors.iter().filter_map(|id| parts().find(|one| one.id == *id));
        return made_from(next, &earlier.collect::<Vec<_>>(), lang);
    }
    let is_renamed = others.is_empty() && next.predecessors.len() == 1 && next.from.is_some();
    match (lang, is_principal(unit) && !others.is_empty(), is_renamed) {
        (Lang::Vi, true, _) => {
            format!("{since}{name} cùng {others} hợp nhất thành {new}.")
        }
        (Lang::En, true, _) => {
            format!("{since}{name} and {others} became one: {new}.")
        }
        (Lang::Vi, _, true) => format!("{since}{name} được tổ chức lại thành {whole}."),
        (Lang::En, _, true) => format!("{since}{name} was reorganised into the {whole}."),
        (Lang::Vi, ..) if unit.dissolved => {
            format!("{since}{name} kết thúc hoạt động; chức năng chuyển về {whole}.")
        }
        (Lang::En, ..) if unit.dissolved => {
            format!("{since}{name} ceased to exist; its work went to the {whole}.")
        }
        (Lang::Vi, ..) => format!("{since}{name} chuyển về {whole}."),
        (Lang::En, ..) => format!("{since}{name} came under the {whole}."),
    }
}

/// Whether a unit is a province, a ministry or an agency of that level, not an agency that was
/// moved under another.
pub fn is_principal(unit: &Entity) -> bool {
    unit.class.as_deref() != Some("government_agency")
}

fn made_from(unit: &Entity, earlier: &[&Entity], lang: Lang) -> String {
    let (whole, new) = (full_name_inside(unit, lang), new_name_inside(unit, lang));
    let (principal, moved): (Vec<&Entity>, Vec<&Entity>) =
        earlier.iter().partition(|unit| is_principal(unit));
    let (dissolved, moved): (Vec<&Entity>, Vec<&Entity>) =
        moved.iter().partition(|unit| unit.dissolved);
    let (names, others) = (list(&principal, lang), list(&moved, lang));
    let day = unit.from.map(|day| date(day, lang));
    let Some(day) = day else {
        let last = moved.iter().find_map(|one| one.to);
        let since = since(last.map(Date::next_day), lang);
        return match lang {
            Lang::Vi => format!("{since}{others} chuyển về {whole}."),
            Lang::En => format!("{since}{others} came under the {whole}."),
        };
    };
    let work = match (lang, dissolved.is_empty()) {
        (_, true) => String::new(),
        (Lang::Vi, false) => format!("chức năng của {}", list(&dissolved, lang)),
        (Lang::En, false) => format!("the work of {}", list(&dissolved, lang)),
    };
    let and = if lang == Lang::Vi { " và " } else { " and " };
    let more = [others.as_str(), &work].into_iter().filter(|part| !part.is_empty());
    let more = more.collect::<Vec<_>>().join(and);
    let taken = match (lang, more.is_empty()) {
        (_, true) => String::new(),
        (Lang::Vi, false) => format!("; nhận thêm {more}"),
        (Lang::En, false) => format!("; it also took in {more}"),
    };
    match (lang, is_province(unit)) {
        (Lang::Vi, true) => {
            let (count, units) = (count_word(principal.len(), lang), kinds(&principal, lang));
            format!("{new}, hoạt động từ {day}, được lập từ {count} {units}: {names}.")
        }
        (Lang::En, true) => {
            let units = provinces_and_cities(&principal);
            format!("{new}, in operation since {day}, was formed from {units}: {names}.")
        }
        (Lang::Vi, false) => format!("{new} lập {day} từ {names}{taken}."),
        (Lang::En, false) => format!("{new} was formed on {day} from {names}{taken}."),
    }
}

/// "three provinces", "a city and two provinces", in the order of the units.
fn provinces_and_cities(units: &[&Entity]) -> String {
    let some = |count: usize, one: &str, many: &str| match count {
        1 => format!("a {one}"),
        _ => format!("{} {many}", count_word(count, Lang::En)),
    };
    let cities = units.iter().filter(|unit| is_city(unit)).count();
    let provinces = some(units.len() - cities, "province", "provinces");
    let whole = some(cities, "city", "cities");
    match cities {
        0 => provinces,
        _ if units.first().is_some_and(|first| is_city(first)) => {
            format!("{whole} and {provinces}")
        }
        _ => format!("{provinces} and {whole}"),
    }
}

fn is_city(unit: &Entity) -> bool {
    unit.class.as_deref() == Some("municipality")
}

/// "tỉnh", or "tỉnh, thành phố" where one of them is a city.
pub(super) fn kinds(units: &[&Entity], lang: Lang) -> &'static str {
    let has_city = units.iter().any(|unit| is_city(unit));
    match (lang, has_city) {
        (Lang::Vi, true) => "tỉnh, thành phố",
        (Lang::Vi, false) => "tỉnh",
        (Lang::En, true) => "provinces and cities",
        (Lang::En, false) => "provinces",
    }
}

/// The figures of the units that a later one was made from, with the note that they are separate
/// and with their combined value, if there is one.
pub fn territory_sentence(
    found: &Territory<'_>,
    indicator: &Indicator,
    time: &Period,
    lang: Lang,
) -> String {
    let shown = |(entity, observation): &(&Entity, Option<&Observation>)| {
        let value = observation
            .map_or_else(|| Key::NoFigure.text(lang).to_owned(), |o| value(o, indicator, lang));
        format!("{} {value}", lang.of(&entity.name))
    };
    let members: Vec<String> = found.members.iter().map(shown).collect();
    let measure = lang.of(&indicator.official);
    let when = period(time, lang);
    let joined = members.join("; ");
    let whole = new_name_inside(found.unit, lang);
    let several = members.len() > 1;
    let first = match (lang, several) {
        (Lang::Vi, true) => {
            format!("{measure}, {when}: {joined}. Đó là số của từng đơn vị trước khi lập {whole}")
        }
        (Lang::En, true) => format!(
            "{measure}, {when}: {joined}. These are figures of the units from which {whole} was formed"
        ),
        (_, false) => format!("{measure}, {when}: {joined}"),
    };
    format!("{}{}", capitalised(&first), together(&found.combined, indicator, lang))
}

fn value(o: &Observation, indicator: &Indicator, lang: Lang) -> String {
    match (o.quantity, o.interval) {
        (Some(quantity), _) => figure(&quantity, lang),
        (None, Some(allowed)) => marked_inferred(&interval(allowed, indicator.unit, lang), lang),
        (None, None) => Key::NoFigure.text(lang).to_owned(),
    }
}

/// The combined value of several figures with the method, or why there is none.
fn together(combined: &Combined, indicator: &Indicator, lang: Lang) -> String {
    let here = Key::ComputedHere.text(lang);
    let thing =
        indicator.counted.as_ref().map_or(String::new(), |t| format!("{NBSP}{}", lang.of(t)));
    match (combined, lang) {
        (Combined::Sum(total), Lang::Vi) => {
            format!("; cộng lại là {}{thing} ({here}).", computed(total, lang))
        }
        (Combined::Sum(total), Lang::En) => {
            format!("; together they are {}{thing} ({here}).", computed(total, lang))
        }
        (Combined::SimpleMean(mean), Lang::Vi) => format!(
            "; trung bình cộng là {} ({here}, theo cách của bảng xếp hạng 34 tỉnh, thành phố công bố ngày 21/10/2025).",
            computed(mean, lang)
        ),
        (Combined::SimpleMean(mean), Lang::En) => format!(
            "; their simple mean is {} ({here}, by the method of the ranking of the 34 units announced on 21 October 2025).",
            computed(mean, lang)
        ),
        (Combined::Same, _) => ".".to_owned(),
        _ => why_apart(combined, indicator, lang).map_or(String::new(), |why| format!("; {why}.")),
    }
}

/// Why several figures have no combined value; `None` where they have one, or are one.
pub fn why_apart(combined: &Combined, indicator: &Indicator, lang: Lang) -> Option<&'static str> {
    let is_score = indicator.measure == Measure::Index;
    let (vi, en) = match combined {
        Combined::Sum(_) | Combined::SimpleMean(_) | Combined::Same => return None,
        Combined::Between(_) | Combined::Unknown if is_score => (
            "điểm tổng hợp không gộp lại được nên không tính mức chung",
            "composite scores cannot be pooled, so no common score is computed",
        ),
        Combined::Between(_) => (
            "nguồn không in tổng số của từng nơi nên không tính mức chung",
            "the sources do not print the whole of each, so no common rate is computed",
        ),
        Combined::Unknown => ("không tính được mức chung", "no common figure can be computed"),
    };
    Some(if lang == Lang::Vi { vi } else { en })
}

/// "hai", "ba" … "mười"; digits above ten.
pub(super) fn count_word(count: usize, lang: Lang) -> String {
    const VI: [&str; 11] =
        ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];
    const EN: [&str; 11] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let words = match lang {
        Lang::Vi => VI,
        Lang::En => EN,
    };
    words.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// A count with what was counted: "16 số trong báo cáo", "1 report figure". The English of `key` is
/// a plural in -s.
pub fn counted_words(count: usize, key: Key, lang: Lang) -> String {
    let words = key.text(lang);
    let one = words.strip_suffix('s').filter(|_| count == 1 && lang == Lang::En);
    format!("{count}{NBSP}{}", one.unwrap_or(words))
}

/// From when or until when a unit existed: "đến ngày 30/6/2025", "từ ngày 1/7/2025".
pub fn existence(unit: &Entity, lang: Lang) -> Option<String> {
    let (day, vi, en) = match (unit.named_until(), unit.from) {
        (Some(to), _) => (to, "đến", "until"),
        (None, Some(from)) => (from, "từ", "since"),
        (None, None) => return None,
    };
    let word = if lang == Lang::Vi { vi } else { en };
    Some(format!("{word} {}", date(day, lang)))
}

/// The official name, with its time where its predecessor or successor has the same name: "Tỉnh Phú
/// Thọ (đến ngày 30/6/2025)".
pub fn dated_name(dataset: &Dataset, unit: &Entity, lang: Lang) -> String {
    let full =
        |entity: &Entity| lang.of(entity.full_name.as_ref().unwrap_or(&entity.name)).to_owned();
    let name = full(unit);
    let related = unit.successors.iter().chain(&unit.predecessors);
    let is_shared = related.filter_map(|id| dataset.entity(id)).any(|other| full(other) == name);
    match existence(unit, lang).filter(|_| is_shared) {
        Some(time) => format!("{name} ({time})"),
        None => name,
    }
}

/// What became of a unit: "nay thuộc tỉnh Phú Thọ", "nay là thành phố Huế".
pub fn now_part_of(dataset: &Dataset, unit: &Entity, lang: Lang) -> Option<String> {
    let next = dataset.entity(unit.successors.first()?)?;
    // A successor without a start date existed before and took this unit in.
    let is_alone = next.predecessors.len() == 1 && next.from.is_some();
    let is_renamed = next.name != unit.name;
    let mut whole = match (next.kind, lang) {
        (EntityKind::Ministry22 | EntityKind::Ministry25, Lang::En) => with_article(next, lang),
        _ => full_name_inside(next, lang),
    };
    if !is_alone && !is_renamed {
        whole = match lang {
            Lang::Vi => format!("{whole} (mới)"),
            Lang::En => format!("the new {}", whole.strip_prefix("the ").unwrap_or(&whole)),
        };
    }
    if let Some(told) = merged_with(dataset, unit, next, lang) {
        return Some(told);
    }
    let is_province = unit.kind == EntityKind::Province63;
    match (is_alone, is_renamed, lang) {
        // The unit stayed as it was.
        (true, false, _) => None,
        (true, true, Lang::Vi) => Some(format!("nay là {whole}")),
        (true, true, Lang::En) => Some(format!("today {whole}")),
        (false, _, Lang::Vi) if unit.dissolved => Some(format!("chức năng chuyển về {whole}")),
        (false, _, Lang::En) if unit.dissolved => Some(format!("its work went to {whole}")),
        (false, _, Lang::Vi) if is_province => Some(format!("nay thuộc {whole}")),
        (false, _, Lang::En) if is_province => Some(format!("now part of {whole}")),
        // An agency was put under a ministry.
        (false, _, Lang::Vi) => Some(format!("nay thuộc {whole}")),
        (false, _, Lang::En) => Some(format!("now under {whole}")),
    }
}

/// Ministries that were merged: "nay hợp nhất với Bộ Kế hoạch và Đầu tư, giữ tên cũ". `None` for other
/// units.
fn merged_with(dataset: &Dataset, unit: &Entity, next: &Entity, lang: Lang) -> Option<String> {
    let mut others = merged(dataset, unit, next);
    others.retain(|other| other.id != unit.id);
    let first = others.first()?;
    let names = list(&others, lang);
    Some(match (next.name == unit.name, others.len() == 1 && first.name == next.name, lang) {
        (true, _, Lang::Vi) => format!("nay hợp nhất với {names}, giữ tên cũ"),
        (true, _, Lang::En) => format!("now merged with {names}, keeping its name"),
        (_, true, Lang::Vi) => format!("nay hợp nhất với {names}, lấy tên của bộ này"),
        (_, true, Lang::En) => format!("now merged with {names}, under the name of the latter"),
        (.., Lang::Vi) => format!("nay hợp nhất với {names}, lấy tên {}", lang.of(&next.name)),
        (.., Lang::En) => {
            format!("now merged with {names}, under the name {}", lang.of(&next.name))
        }
    })
}

/// The ministries of before that one of today was made from, if the unit is one of them; else none.
fn merged<'a>(dataset: &'a Dataset, unit: &Entity, next: &Entity) -> Vec<&'a Entity> {
    if unit.kind != EntityKind::Ministry22 || !is_principal(unit) || next.from.is_none() {
        return Vec::new();
    }
    let mut parts = dataset.units(&next.predecessors);
    parts.retain(|part| is_principal(part));
    parts
}

/// What became of units shown under their names of that time: "Tên đơn vị ghi theo thời điểm của số
/// liệu: Hòa Bình nay thuộc tỉnh Phú Thọ (mới)."; `None` where none has changed. Ministries that
/// became one are told together.
pub fn renamed_sentence(dataset: &Dataset, units: &[&Entity], lang: Lang) -> Option<String> {
    let told = units.iter().enumerate().filter_map(|(at, unit)| {
        let next = dataset.entity(unit.successors.first()?)?;
        let parts = merged(dataset, unit, next);
        let place = |part: &&Entity| units.iter().position(|one| one.id == part.id);
        let places: Option<Vec<usize>> = parts.iter().map(place).collect();
        if let Some(places) = places.filter(|places| places.len() > 1) {
            let is_first = places.iter().all(|place| *place >= at);
            let (names, new) = (list(&parts, lang), with_article(next, lang));
            return is_first.then(|| match lang {
                Lang::Vi => format!("{names} nay là một bộ, mang tên {new}"),
                Lang::En => format!("{names} are now one, {new}"),
            });
        }
        let (name, now) = (lang.of(&unit.name), now_part_of(dataset, unit, lang)?);
        let comma = if lang == Lang::Vi { "" } else { "," };
        Some(format!("{name}{comma} {now}"))
    });
    let told: Vec<String> = told.collect();
    let before = match lang {
        Lang::Vi => "Tên đơn vị ghi theo thời điểm của số liệu",
        Lang::En => "Units bear the names that they had at the time of the figures",
    };
    (!told.is_empty()).then(|| format!("{before}: {}.", told.join("; ")))
}
