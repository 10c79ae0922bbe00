//! A place in words: what it is, what is known of it, how it ranks, what is missing and why.

use super::citation::time_between;
use super::name::{full_name_inside, is_plural, list, name_inside, new_name_inside, official_of};
use super::period::when;
use super::unit::{existence, kinds};
use super::{Key, NBSP, computed, date, figure, period, rank, units_name};
use crate::compare::vietnamese::{capitalised, uncapitalised};
use crate::compare::{Measured, Profile, RankSpan, Silence, Standing, Universe};
use crate::data::{Dataset, Date, Direction, Entity, EntityKind, Indicator, Kind, Observation};
use crate::view::Lang;

/// What a place is, in one to four words: "Tỉnh", "Cơ quan thuộc Chính phủ".
pub fn place_kind(unit: &Entity, lang: Lang) -> &'static str {
    let key = match (unit.kind, unit.class.as_deref()) {
        (EntityKind::Province63 | EntityKind::Province34, Some("municipality")) => Key::KindCity,
        (EntityKind::Province63 | EntityKind::Province34, _) => Key::KindProvince,
        (_, Some("government_agency")) => Key::KindAgency,
        (_, Some("ministry_level")) => Key::KindMinistryLevel,
        (EntityKind::Ministry22 | EntityKind::Ministry25, _) => Key::KindMinistry,
        (EntityKind::Region6, _) => Key::KindRegion,
        (EntityKind::Block, _) => Key::KindBlock,
        _ => Key::KindNation,
    };
    key.text(lang)
}

/// What is known of a place, in one or two sentences: its rank or, where nothing is ranked, its
/// newest figure; then how many figures there are.
pub fn profile_sentence(profile: &Profile<'_>, lang: Lang) -> String {
    let name = list(&[profile.unit], lang);
    let first = stands(profile, &name, lang).or_else(|| newest(profile, &name, lang));
    let holds = holds(profile, &name, first.is_some(), lang);
    let sentences = [first, Some(holds)];
    let told: Vec<String> = sentences.into_iter().flatten().map(|s| capitalised(&s)).collect();
    told.join(" ")
}

/// At most two ranks: that of the newest figure, and of the others the one farthest from the
/// middle, towards either end. A rank may be a span, but the figure must be printed: an inferred
/// one says too little.
fn stands(profile: &Profile<'_>, name: &str, lang: Lang) -> Option<String> {
    let known = |measure: &Measured<'_>| {
        let newest = measure.newest()?;
        let (span, universe, of) = newest.rank?;
        let is_own = newest.jointly.is_none() && newest.figure.derived_from.is_none();
        let counts = measure.indicator.direction != Direction::Neither && is_own;
        counts.then_some((span, universe, of))
    };
    let mut ranked = profile.measures.iter().filter_map(|measure| Some((measure, known(measure)?)));
    let newest = ranked.next()?;
    // Both ends of the span are added up; for the middle rank, the sum is `of + 1`.
    let from_middle = |(_, (span, _, of)): &(&Measured<'_>, (RankSpan, Universe, usize))| {
        let middle = usize::from(span.first) + usize::from(span.last);
        middle.abs_diff(of + 1) * 1000 / of
    };
    // Of two equally far, the newer.
    let farthest = ranked.reduce(|a, b| if from_middle(&b) > from_middle(&a) { b } else { a });
    let parts: Vec<String> = [Some(newest), farthest]
        .into_iter()
        .flatten()
        .enumerate()
        .filter_map(|(at, (measure, (span, universe, of)))| {
            let when = period(&measure.newest()?.figure.period, lang);
            let what = lang.of(&measure.indicator.official);
            let units = units_name(universe, lang);
            let level_with = measure.newest()?.level_with;
            let place = place_of(span, level_with > 0, lang);
            // A shared last rank does not show by its number that it is the last.
            let is_last = level_with > 0 && usize::from(span.first) + level_with == of;
            let is_lowest = is_last && measure.indicator.direction == Direction::Higher;
            let (lowest, comma) = match (is_lowest, lang) {
                (false, _) => ("", ""),
                (true, Lang::Vi) => (", thấp nhất", ","),
                (true, Lang::En) => (", the lowest,", ""),
            };
            Some(match (lang, at) {
                (Lang::Vi, 0) => {
                    // A span and a shared rank have words of their own.
                    let is_exact = span.first == span.last && level_with == 0;
                    let verb = if is_exact { "đứng " } else { "" };
                    format!(
                        "{name} {verb}{place}{lowest} trong {of}{NBSP}{units}{comma} về {what}, {when}"
                    )
                }
                (Lang::Vi, _) => format!("{place}{lowest}{comma} về {what}, {when}"),
                (Lang::En, 0) => {
                    format!("{name} ranks {place} of {of} {units}{lowest} by the {what}, {when}")
                }
                (Lang::En, _) => format!("{place}{lowest} by the {what}, {when}"),
            })
        })
        .collect();
    Some(format!("{}.", parts.join("; ")))
}

/// Where nothing is ranked: the newest figure that is printed for the place alone and has a scale.
fn newest(profile: &Profile<'_>, name: &str, lang: Lang) -> Option<String> {
    let (measure, o) = profile.measures.iter().find_map(|measure| {
        let newest = measure.newest()?;
        let is_own = newest.jointly.is_none() && newest.figure.derived_from.is_none();
        (is_own && measure.has_scale()).then_some((measure, newest.figure))
    })?;
    let printed = figure(&o.quantity?, lang);
    let (what, when) = (lang.of(&measure.indicator.official), period(&o.period, lang));
    Some(match lang {
        Lang::Vi => format!("{what} của {name} là {printed}, {when}."),
        Lang::En => format!("For {name}, the {what} is {printed} ({when})."),
    })
}

/// "thứ 19", "ở khoảng hạng 57 đến 63"; "19th", "between 57th and 63rd". A shared rank:
/// "đồng hạng 5", "joint 5th".
fn place_of(span: RankSpan, is_shared: bool, lang: Lang) -> String {
    let RankSpan { first, last } = span;
    if is_shared {
        return match lang {
            Lang::Vi => ordinal(&first.to_string()).replacen("thứ", "đồng hạng", 1),
            Lang::En => format!("joint {}", english_ordinal(first)),
        };
    }
    match (lang, first == last) {
        (Lang::Vi, true) => ordinal(&first.to_string()),
        (Lang::Vi, false) => {
            format!("ở khoảng hạng{NBSP}{first} đến{NBSP}{last}")
        }
        (Lang::En, true) => english_ordinal(first),
        (Lang::En, false) => {
            format!("between {} and{NBSP}{}", english_ordinal(first), english_ordinal(last))
        }
    }
}

/// "1st", "22nd", "13th".
fn english_ordinal(place: u16) -> String {
    let suffix = match (place % 10, place % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{place}{suffix}")
}

/// A rank in Vietnamese; the first has a word of its own.
fn ordinal(place: &str) -> String {
    format!("thứ{NBSP}{}", if place == "1" { "nhất" } else { place })
}

/// How many figures there are, and of which years. English does not repeat the name of the place
/// (`is_named`).
fn holds(profile: &Profile<'_>, name: &str, is_named: bool, lang: Lang) -> String {
    let own = profile.standings().filter(|standing| standing.jointly.is_none());
    let (printed, inferred): (Vec<&Standing<'_>>, Vec<&Standing<'_>>) =
        own.partition(|standing| standing.figure.derived_from.is_none());
    let has_own = |measure: &&Measured<'_>| {
        let mut own = measure.standings.iter();
        own.any(|s| s.jointly.is_none() && s.figure.derived_from.is_none())
    };
    let measures = profile.measures.iter().filter(has_own).count();
    let count = printed.len();
    if count == 0 {
        return none_held(profile, name, lang);
    }
    let years = years(printed.iter().map(|standing| standing.figure.period.end()), lang);
    let more = match (inferred.len(), lang) {
        (0, _) => String::new(),
        (more, Lang::Vi) => format!("; thêm {more}{NBSP}số chỉ suy ra từ danh sách đã in"),
        (1, Lang::En) => "; 1 more is inferred from a printed list".to_owned(),
        (more, Lang::En) => format!("; {more} more are inferred from printed lists"),
    };
    match lang {
        Lang::Vi if count == 1 => {
            format!("Trong dữ liệu chỉ có 1{NBSP}số đo của {name}, {years}{more}.")
        }
        Lang::En if count == 1 => {
            format!("The data hold only one measured figure for {name}, {years}{more}.")
        }
        Lang::Vi => format!(
            "Trong dữ liệu có {count}{NBSP}số đo của {name}, thuộc {measures}{NBSP}chỉ tiêu, {years}{more}."
        ),
        Lang::En => {
            let (figures, indicators) =
                (plural(count, "measured figure"), plural(measures, "indicator"));
            let whom = match (is_named, is_plural(profile.unit)) {
                (false, _) => name,
                (true, false) => "it",
                (true, true) => "them",
            };
            format!("The data hold {figures} for {whom}, on {indicators}, {years}{more}.")
        }
    }
}

/// Says that nothing is printed for a place alone; for a unit of today, points to those before it.
fn none_held(profile: &Profile<'_>, name: &str, lang: Lang) -> String {
    let unit = profile.unit;
    let before = unit.predecessors.len();
    let is_new = unit.is_of_today();
    if !profile.silent_before.is_empty() && is_new {
        let (unit, before) = (new_name_inside(unit, lang), list(&profile.silent_before, lang));
        return match lang {
            Lang::Vi => {
                format!("Chưa có số nào in cho riêng {unit}, cũng như cho {before} trước đó.")
            }
            Lang::En => {
                format!("No figure has been printed for {name}, nor for {before} before it.")
            }
        };
    }
    let only = match (profile.announced.is_empty(), lang) {
        (true, Lang::Vi) => "chưa",
        (true, Lang::En) => "no",
        (false, Lang::Vi) => "ngoài thứ hạng này, chưa",
        (false, Lang::En) => "apart from this rank, no",
    };
    match (lang, is_new && before > 0, before) {
        (Lang::Vi, false, _) => format!("Chưa có số nào in cho riêng {name}."),
        (Lang::En, false, _) => format!("No figure has been printed for {name} itself."),
        (Lang::Vi, true, 1) => format!(
            "{only} có số đo nào in cho riêng {} {}; dưới đây là số của đơn vị trước đó.",
            full_name_inside(unit, lang),
            existence(unit, lang).unwrap_or_default()
        ),
        (Lang::Vi, true, _) => format!(
            "{only} có số đo nào in cho riêng {}; dưới đây là số của {before}{NBSP}đơn vị trước khi sắp xếp, đặt cạnh nhau.",
            new_name_inside(unit, lang)
        ),
        (Lang::En, true, 1) => {
            let is_ministry = unit.kind == EntityKind::Ministry25;
            // Only the short name of a ministry comes with an article.
            let name = if is_ministry { name.to_owned() } else { full_name_inside(unit, lang) };
            let since = existence(unit, lang).unwrap_or_default();
            format!(
                "{only} measured figure has yet been printed for {name} {since}; below are those of the unit before it."
            )
        }
        (Lang::En, true, _) => format!(
            "{only} measured figure has yet been printed for {}; below are those of the {before} units it was formed from, side by side.",
            new_name_inside(unit, lang)
        ),
    }
}

fn plural(count: usize, thing: &str) -> String {
    if count == 1 { format!("1 {thing}") } else { format!("{count} {thing}s") }
}

/// "năm 2024", "từ năm 2022 đến năm 2024".
fn years(ends: impl Iterator<Item = Date> + Clone, lang: Lang) -> String {
    let (first, last) = (ends.clone().map(|end| end.year).min(), ends.map(|end| end.year).max());
    let (Some(first), Some(last)) = (first, last) else { return String::new() };
    match (lang, first == last) {
        (Lang::Vi, true) => format!("năm{NBSP}{last}"),
        (Lang::Vi, false) => format!("từ năm{NBSP}{first} đến năm{NBSP}{last}"),
        (Lang::En, true) => format!("{last}"),
        (Lang::En, false) => format!("from {first} to {last}"),
    }
}

/// A rank among how many: "hạng 30 trong 63 tỉnh, thành phố", "hạng trong khoảng 5–56 của 63 …".
pub fn rank_line(span: RankSpan, universe: Universe, of: usize, lang: Lang) -> String {
    let units = units_name(universe, lang);
    match (lang, span.first == span.last) {
        (Lang::Vi, true) => {
            format!("hạng{NBSP}{} trong {of}{NBSP}{units}", rank(span))
        }
        (Lang::Vi, false) => {
            format!("hạng trong khoảng {} của {of}{NBSP}{units}", rank(span))
        }
        (Lang::En, true) => format!("rank{NBSP}{} of {of} {units}", rank(span)),
        (Lang::En, false) => {
            format!("between rank{NBSP}{} and{NBSP}{} of {of} {units}", span.first, span.last)
        }
    }
}

/// The rank of a figure, which others may share: "đồng hạng 5 trong 6 vùng".
pub fn rank_held(standing: &Standing<'_>, lang: Lang) -> Option<String> {
    let (span, universe, of) = standing.rank?;
    let shared = match (standing.level_with > 0, lang) {
        (false, _) => "",
        (true, Lang::Vi) => "đồng ",
        (true, Lang::En) => "joint ",
    };
    Some(format!("{shared}{}", rank_line(span, universe, of, lang)))
}

/// The simple mean of the units of a region, labelled as computed here.
pub fn region_sentence(dataset: &Dataset, standing: &Standing<'_>, lang: Lang) -> Option<String> {
    let (region, mean, of) = standing.region_mean.as_ref()?;
    let units = kinds(&dataset.units(&region.members), lang);
    let (region, mean) = (name_inside(region, lang), computed(mean, lang));
    let here = Key::ComputedHere.text(lang);
    Some(match lang {
        Lang::Vi => format!("Trung bình cộng {of}{NBSP}{units} vùng {region}: {mean} ({here})."),
        Lang::En => format!("Simple mean of the {of} {units} of the {region}: {mean} ({here})."),
    })
}

/// Why a place has no figure of an indicator.
pub fn silence_sentence(
    (indicator, silence): (&Indicator, Silence),
    unit: &Entity,
    lang: Lang,
) -> String {
    let name = list(&[unit], lang);
    let covered = indicator.covers.as_ref().map_or("", |units| lang.of(units));
    match (silence, lang) {
        (Silence::OutsideTable, Lang::Vi) => format!("Bảng chỉ gồm {covered}, không có {name}."),
        (Silence::OutsideTable, Lang::En) => {
            format!("The table has only {covered}, not {name}.")
        }
        (Silence::SomeTogether(count, universe), Lang::Vi) => {
            let some = count.map_or_else(|| "một số".to_owned(), |count| count.to_string());
            let units = units_name(universe, lang);
            format!("Nguồn chỉ in mức chung của {some}{NBSP}{units} không nêu tên.")
        }
        (Silence::SomeTogether(count, universe), Lang::En) => {
            let some = count.map_or_else(|| "some".to_owned(), |count| count.to_string());
            let units = units_name(universe, lang);
            format!("The source prints one figure for {some} unnamed {units} together.")
        }
        (Silence::OthersNamed { named, of, universe }, Lang::Vi) => {
            let units = units_name(universe, lang);
            format!("Nguồn chỉ in số của {named} trong {of}{NBSP}{units}, không có {name}.")
        }
        (Silence::OthersNamed { named, of, universe }, Lang::En) => {
            let units = units_name(universe, lang);
            format!("The sources print figures for {named} of {of} {units}, not for {name}.")
        }
        (Silence::LeadersJointly(count), Lang::Vi) => {
            format!("Nguồn chỉ in một khoảng chung cho {count}{NBSP}nơi dẫn đầu, không có {name}.")
        }
        (Silence::LeadersJointly(count), Lang::En) => format!(
            "The source prints one range for {count} leading places together, not for {name}."
        ),
        (Silence::WholeOnly(Universe::Ministries), Lang::Vi) => {
            "Nguồn chỉ in mức chung của các bộ, ngành, không in cho từng nơi.".to_owned()
        }
        (Silence::WholeOnly(_), Lang::Vi) => {
            "Nguồn chỉ in mức chung của các tỉnh, thành phố, không in cho từng nơi.".to_owned()
        }
        (Silence::WholeOnly(Universe::Ministries), Lang::En) => {
            "The sources print one figure for all ministries and agencies, none for each."
                .to_owned()
        }
        (Silence::WholeOnly(_), Lang::En) => {
            "The sources print one figure for all provinces and cities, none for each.".to_owned()
        }
        (Silence::RegionsOnly, Lang::Vi) => {
            "Nguồn chỉ in trung bình của từng vùng, không in cho từng tỉnh, thành phố.".to_owned()
        }
        (Silence::RegionsOnly, Lang::En) => {
            "The source prints a mean of each region, none for each province or city.".to_owned()
        }
    }
}

/// How much older a figure is than the newest of its place; empty where it is not older.
pub fn time_behind(figure: Date, newest: Date, lang: Lang) -> String {
    match (time_between(figure, newest, lang), lang) {
        (None, _) => String::new(),
        (Some(apart), Lang::Vi) => format!("cũ hơn số mới nhất ở đây {apart}"),
        (Some(apart), Lang::En) => format!("{apart} older than the latest figure here"),
    }
}

/// What a list or a policy says about a place.
pub fn named_sentence(dataset: &Dataset, o: &Observation, lang: Lang) -> String {
    let Some(indicator) = dataset.indicator(&o.indicator) else { return String::new() };
    let what = lang.of(&indicator.official);
    // The title of a policy may already contain its year.
    if o.kind == Kind::Policy && what.contains(&o.period.end().year.to_string()) {
        return format!("{}.", capitalised(what));
    }
    if let Some(told) = rule_sentence(o, what, lang) {
        return told;
    }
    let when = when(&o.period, lang);
    let due = match lang {
        _ if o.kind != Kind::Target => "",
        Lang::Vi => "hạn ",
        Lang::En => "due ",
    };
    let when = format!("{due}{when}");
    match (o.kind, o.quantity, lang) {
        (Kind::Membership, _, Lang::Vi) => format!("Có tên trong danh sách {what}, {when}."),
        (Kind::Membership, _, Lang::En) => format!("Named on the list of {what}, {when}."),
        (_, Some(quantity), _) => {
            format!("{}: {}, {when}.", capitalised(what), figure(&quantity, lang))
        }
        (_, None, _) => format!("{}, {when}.", capitalised(what)),
    }
}

/// A rule in the words that print it: a document with its number and its subject ("Quyết định số
/// 715/QĐ-TTg ngày 26/7/2024 về việc …"), any other with its printed time. `None` for what is not a
/// rule, and where those words do not do in `lang`.
fn rule_sentence(o: &Observation, what: &str, lang: Lang) -> Option<String> {
    let printed = &*o.mentions.first().filter(|_| o.is_rule())?.printed;
    let is_title = printed.starts_with(|first: char| first.is_ascii_uppercase());
    match (o.notes.first().filter(|_| is_title), lang) {
        (Some(subject), Lang::Vi) => {
            let title = printed.replace("số ", "số\u{a0}").replace("ngày ", "ngày\u{a0}");
            Some(format!("{title} {}", uncapitalised(&subject.vi)))
        }
        (Some(subject), Lang::En) => {
            let number = printed.split(' ').find(|word| word.contains('/'))?;
            let day = date(o.period.end(), lang);
            let kind = if printed.starts_with("Công điện") { "Dispatch" } else { "Decision" };
            Some(format!("{kind} {number} of {day}: {}", uncapitalised(&subject.en)))
        }
        (None, Lang::Vi) => Some(format!("{}: {printed}.", capitalised(what))),
        (None, Lang::En) => None,
    }
}

/// The rank of a unit of today in the official order, with the date of its announcement.
pub fn printed_rank_sentence(
    dataset: &Dataset,
    unit: &Entity,
    rank: &Observation,
    lang: Lang,
) -> String {
    let order = official_of(dataset, rank, lang);
    let place = rank.quantity.map_or(String::new(), |quantity| figure(&quantity, lang));
    let (name, when) = (lang.of(&unit.name), date(rank.period.end(), lang));
    match lang {
        Lang::Vi => {
            format!("{name} đứng {} trong bảng {order}, công bố {when}.", ordinal(&place))
        }
        Lang::En => {
            format!("{name} is number{NBSP}{place} in the {order}, announced on {when}.")
        }
    }
}
