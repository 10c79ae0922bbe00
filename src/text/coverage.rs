//! How many units of a ranking have a figure, and what is known of the others.

use super::figure::interval_of;
use super::name::{full_name_inside, list, new_name_inside, with_article};
use super::unit::{count_word, kinds};
use super::{NBSP, date, figure};
use crate::compare::vietnamese::capitalised;
use crate::compare::{Question, Ranking, Row, Universe};
use crate::data::{Entity, Observation};
use crate::quantity::Quantity;
use crate::view::Lang;

/// How many units have a figure, and what is known of the others.
pub fn coverage(ranking: &Ranking<'_>, question: &Question, lang: Lang) -> Vec<String> {
    let units = units_name(question.universe, lang);
    let mut lines = vec![with_figures(ranking, question, lang)];
    if ranking.is_part() && ranking.rows.iter().any(|row| row.rank.is_some()) {
        let of = ranking.of;
        lines.push(match lang {
            Lang::Vi => format!("Thứ hạng tính trong cả {of}{NBSP}{units}."),
            Lang::En => format!("Ranks are those among all {of} {units}."),
        });
    }
    lines.extend(
        ranking.stands_for.iter().filter_map(|(unit, earlier)| stood_for(unit, earlier, lang)),
    );
    // Every unit without a figure of its own, whether the reader has added it or not.
    let others: Vec<&Row<'_>> =
        ranking.rows.iter().chain(&ranking.silent).filter(|row| !row.is_printed()).collect();
    if others.len() < ranking.asked() {
        lines.extend(of_others(ranking, question, (&others, true), lang));
    }
    lines
}

/// What is known of the units that are not shown.
pub fn of_silent(ranking: &Ranking<'_>, question: &Question, lang: Lang) -> String {
    let silent: Vec<&Row<'_>> = ranking.silent.iter().collect();
    // If some units without a printed figure are shown, the silent ones are not all the others.
    let are_all = ranking.rows.iter().all(Row::is_printed);
    of_others(ranking, question, (&silent, are_all), lang).unwrap_or_default()
}

/// How many of the units that were asked for have a figure; where none has, what a list says about
/// all of them.
fn with_figures(ranking: &Ranking<'_>, question: &Question, lang: Lang) -> String {
    let (printed, of) = (ranking.asked_printed(), ranking.asked());
    if let Some(units) = ranking.indicator.covers.as_ref().filter(|_| !ranking.is_part()) {
        return match lang {
            Lang::Vi => format!("Bảng chỉ gồm {}.", lang.of(units)),
            Lang::En => format!("The table has only {}.", lang.of(units)),
        };
    }
    let asked = units_asked(ranking, question, of, lang);
    if printed == 0 {
        let all: Vec<&Row<'_>> = ranking.rows.iter().chain(&ranking.silent).collect();
        return match (common_bound(ranking, &all, lang), lang) {
            (None, Lang::Vi) => format!("Không nơi nào trong {asked} có số in riêng."),
            (None, Lang::En) => format!("None of the {asked} has a figure of its own."),
            (Some(allowed), Lang::Vi) => format!(
                "Không nơi nào trong {asked} có số in riêng; theo danh sách đã in, mỗi nơi {allowed}."
            ),
            (Some(allowed), Lang::En) => format!(
                "None of the {asked} has a figure of its own; by the printed list each is {allowed}."
            ),
        };
    }
    let figures = ranking.rows.iter().filter_map(|row| row.figure?.quantity);
    let bounds = figures.filter(Quantity::is_bound).count();
    let of_them = match (lang, bounds) {
        (_, 0) => String::new(),
        (Lang::Vi, 1) if printed == 1 => ", và chỉ in là trên hay dưới một mốc".into(),
        (Lang::Vi, _) if bounds == printed => ", nhưng chỉ in là trên hay dưới một mốc".into(),
        (Lang::Vi, _) => {
            format!(", trong đó {bounds}{NBSP}nơi chỉ in là trên hay dưới một mốc")
        }
        (Lang::En, _) if bounds == printed => ", known only by a limit".into(),
        (Lang::En, _) => format!(", {bounds} of them known only by a limit"),
    };
    match lang {
        Lang::Vi if of == 2 && printed == of => format!("Cả hai đều có số{of_them}."),
        Lang::Vi if printed == of => format!("Cả {asked} đều có số{of_them}."),
        Lang::Vi => format!("Có số: {printed} trên {asked}{of_them}."),
        Lang::En if of == 2 && printed == of => format!("Both have a figure{of_them}."),
        Lang::En if printed == of => format!("All {asked} have a figure{of_them}."),
        Lang::En => format!("With a figure: {printed} of {asked}{of_them}."),
    }
}

/// What is known of all or some of the units without a figure of their own; a single one is named.
/// `None` where there are none.
fn of_others(
    ranking: &Ranking<'_>,
    question: &Question,
    (others, are_all): (&[&Row<'_>], bool),
    lang: Lang,
) -> Option<String> {
    let units = units_here(ranking, question, lang);
    let count = others.len();
    let who = match (others, lang) {
        ([], _) => return None,
        ([one], _) => capitalised(&list(&[one.entity], lang)),
        (_, Lang::Vi) if count == ranking.asked() => format!("Cả {count}{NBSP}{units}"),
        (_, Lang::En) if count == ranking.asked() => format!("All {count} {units}"),
        (_, Lang::Vi) if are_all => format!("{count}{NBSP}{units} còn lại"),
        (_, Lang::En) if are_all => format!("The other {count} {units}"),
        (_, Lang::Vi) => format!("{count}{NBSP}{units} không hiện ở đây"),
        (_, Lang::En) => format!("{count} {units} not shown here"),
    };
    let is_outside = ranking.indicator.covers.is_some();
    Some(match (common_bound(ranking, others, lang), lang) {
        (Some(allowed), Lang::Vi) => format!("{who}: {allowed}, suy ra từ danh sách."),
        (Some(allowed), Lang::En) => format!("{who}: {allowed}, inferred from the list."),
        (None, Lang::Vi) if is_outside => format!("{who}: không có trong bảng."),
        (None, Lang::En) if is_outside => format!("{who}: not in the table."),
        (None, Lang::Vi) => format!("{who}: chưa có số."),
        (None, Lang::En) => format!("{who}: no figure."),
    })
}

/// Says that a unit of today is shown as the units it was made from. `None` where it was one unit
/// of the same name.
pub fn stood_for(unit: &Entity, earlier: &[&Entity], lang: Lang) -> Option<String> {
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
            "{new} chỉ có từ {day}, sau kỳ này; thay vào đó là {count} đơn vị trước khi sắp xếp: {names}."
        ),
        Lang::En => format!(
            "{new} has existed only since {day}, after this period; in its place are the {count} units before it: {names}."
        ),
    })
}

/// The largest number of units that a heading names one by one.
pub const NAMED: usize = 5;

/// The units that were asked for, without a number; those of a region by what they are: "tỉnh".
fn units_here(ranking: &Ranking<'_>, question: &Question, lang: Lang) -> &'static str {
    let Some(region) = ranking.region else { return units_name(question.universe, lang) };
    let all = ranking.rows.iter().chain(&ranking.silent).map(|row| row.entity);
    let is_in = |unit: &&Entity| unit.region.as_ref() == Some(&region.id);
    kinds(&all.filter(is_in).collect::<Vec<_>>(), lang)
}

/// A number of the units that were asked for: "63 tỉnh, thành phố", "5 tỉnh vùng Tây Nguyên", "3 bộ,
/// ngành được chọn".
pub(super) fn units_asked(
    ranking: &Ranking<'_>,
    question: &Question,
    count: usize,
    lang: Lang,
) -> String {
    let units = units_here(ranking, question, lang);
    match (ranking.is_part(), ranking.region, lang) {
        (false, _, _) => format!("{count}{NBSP}{units}"),
        (true, Some(region), Lang::Vi) => {
            format!("{count}{NBSP}{units} vùng {}", lang.of(&region.name))
        }
        (true, None, Lang::Vi) => format!("{count}{NBSP}{units} được chọn"),
        (true, Some(region), Lang::En) => {
            format!("{count}{NBSP}{units} of {}", with_article(region, lang))
        }
        (true, None, Lang::En) => format!("{count}{NBSP}chosen {units}"),
    }
}

/// The units in a heading where some were left out; a few are named.
pub(super) fn part_named(ranking: &Ranking<'_>, question: &Question, lang: Lang) -> String {
    let count = ranking.asked();
    let whose = if count <= NAMED && ranking.region.is_none() {
        let all = ranking.rows.iter().chain(&ranking.silent).map(|row| row.entity);
        let all: Vec<&Entity> = all.collect();
        let named = list(&all, lang);
        // A line break within "Phú Thọ" would make it look like two places.
        let short = all.iter().filter(|_| question.universe == Universe::Provinces);
        short
            .map(|unit| lang.of(&unit.name))
            .fold(named, |named, name| named.replace(name, &name.replace(' ', &NBSP.to_string())))
    } else {
        units_asked(ranking, question, count, lang)
    };
    match (question.universe, lang) {
        (Universe::Provinces, Lang::Vi) => format!("{whose} (trước{NBSP}1/7/2025)"),
        (Universe::Provinces, Lang::En) => format!("{whose} (before 1{NBSP}July 2025)"),
        _ => whose,
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

/// What a list implies for some units, where it is the same for all of them.
pub(super) fn common_bound(
    ranking: &Ranking<'_>,
    others: &[&Row<'_>],
    lang: Lang,
) -> Option<String> {
    let first = others.first()?.figure?;
    let same = |row: &&Row<'_>| row.figure.is_some_and(|f| f.interval == first.interval);
    if !others.iter().all(same) {
        return None;
    }
    // A limit that comes from a named unit is given by its figure, not by an unprinted number.
    let named = |limit: &Option<(&Entity, &Observation)>| {
        let (entity, observation) = (*limit)?;
        Some(level_of(&figure(&observation.quantity?, lang), entity, lang))
    };
    let (low, high) = (named(&ranking.rest_low), named(&ranking.rest_high));
    between(low, high, lang).or_else(|| interval_of(first, ranking.indicator, lang))
}

/// A limit given by the figure of a named unit: "mức 56,6% của Thanh Hóa".
pub(super) fn level_of(value: &str, unit: &Entity, lang: Lang) -> String {
    let name = lang.of(&unit.name);
    match lang {
        Lang::Vi => format!("mức {value} của {name}"),
        Lang::En => format!("{name}’s {value}"),
    }
}

/// The range left open by two limits that name units; `None` where there is neither.
pub(super) fn between(low: Option<String>, high: Option<String>, lang: Lang) -> Option<String> {
    Some(match (low, high, lang) {
        (None, None, _) => return None,
        (Some(low), None, Lang::Vi) => format!("không thấp hơn {low}"),
        (Some(low), None, Lang::En) => format!("not below {low}"),
        (None, Some(high), Lang::Vi) => format!("không cao hơn {high}"),
        (None, Some(high), Lang::En) => format!("not above {high}"),
        (Some(low), Some(high), Lang::Vi) => format!("từ {low} đến {high}"),
        (Some(low), Some(high), Lang::En) => format!("between {low} and {high}"),
    })
}
