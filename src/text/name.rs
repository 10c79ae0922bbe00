//! Names of places inside a sentence.

use super::Key;
use crate::compare::vietnamese::uncapitalised;
use crate::data::{Dataset, Entity, EntityKind, Id, Observation, code_of};
use crate::view::Lang;

/// The official wording of what a figure measures; empty for an unknown indicator.
pub fn official_of<'a>(dataset: &'a Dataset, o: &Observation, lang: Lang) -> &'a str {
    dataset.indicator(&o.indicator).map_or("", |indicator| lang.of(&indicator.official))
}

/// The short name of what a figure measures; empty for an unknown indicator.
pub fn label_of<'a>(dataset: &'a Dataset, o: &Observation, lang: Lang) -> &'a str {
    dataset.indicator(&o.indicator).map_or("", |indicator| lang.of(&indicator.label))
}

/// The display name of the place or organisation that a figure describes; empty for an unknown one.
pub fn name_of<'a>(dataset: &'a Dataset, o: &Observation, lang: Lang) -> &'a str {
    dataset.entity(&o.entity).map_or("", |entity| lang.of(&entity.name))
}

/// The display name as it stands inside a sentence: "cả nước", "các tỉnh, thành phố", "Hòa Bình".
pub fn name_inside(entity: &Entity, lang: Lang) -> String {
    let name = lang.of(&entity.name);
    let is_common_noun = match entity.kind {
        EntityKind::Block => true,
        EntityKind::Nation => lang == Lang::Vi,
        // "Five leading provinces", unlike the name of a bank.
        EntityKind::Group => entity.id.starts_with("group:") && !name.starts_with("Viet"),
        _ => false,
    };
    if is_common_noun { uncapitalised(name) } else { name.to_owned() }
}

/// The official name as it stands inside a sentence: "tỉnh Phú Thọ", "Bộ Tài chính".
pub fn full_name_inside(entity: &Entity, lang: Lang) -> String {
    let name = lang.of(entity.full_name.as_ref().unwrap_or(&entity.name));
    let is_province = matches!(entity.kind, EntityKind::Province34 | EntityKind::Province63);
    // Only this city is always written with a capital (Decree 30/2020/NĐ-CP).
    let is_always_large = name.ends_with("Hồ Chí Minh");
    if is_province && lang == Lang::Vi && !is_always_large {
        uncapitalised(name)
    } else {
        name.to_owned()
    }
}

/// The official name. That of a unit of today made from several is marked as new where one of them
/// had the same: "tỉnh Phú Thọ (mới)", "the new Phú Thọ province", but "Bộ Nông nghiệp và Môi trường".
pub fn new_name_inside(entity: &Entity, lang: Lang) -> String {
    let name = full_name_inside(entity, lang);
    let has_same_code = |id: &Id| code_of(id) == code_of(&entity.id);
    // A merged province has the name of one of its parts, a ministry that of the one with its
    // abbreviation.
    let is_new = match entity.kind {
        EntityKind::Province34 => true,
        EntityKind::Ministry25 => entity.predecessors.iter().any(has_same_code),
        _ => false,
    };
    match (is_new && entity.predecessors.len() > 1, lang) {
        (false, Lang::En) if entity.kind == EntityKind::Ministry25 => with_article(entity, lang),
        (false, _) => name,
        (true, Lang::Vi) => format!("{name} (mới)"),
        (true, Lang::En) => format!("the new {name}"),
    }
}

/// What a target is called: "Mục tiêu cả nước", "Mục tiêu các tỉnh, thành phố". The national one is
/// only "Mục tiêu" where it `is_only`, with no target of another unit beside it.
pub fn target_name(entity: &Entity, is_only: bool, lang: Lang) -> String {
    let target = Key::Target.text(lang);
    match (entity.kind, lang) {
        (EntityKind::Nation, _) if is_only => target.to_owned(),
        (_, Lang::Vi) => format!("{target} {}", name_inside(entity, lang)),
        (EntityKind::Nation, Lang::En) => "National target".to_owned(),
        (_, Lang::En) => format!("{target}, {}", name_inside(entity, lang)),
    }
}

/// "A", "A và B", "A, B và C"; with semicolons where a name holds a comma or "và" itself.
pub fn list(entities: &[&Entity], lang: Lang) -> String {
    joined(&entities.iter().map(|entity| with_article(entity, lang)).collect::<Vec<_>>(), lang)
}

/// Like [`list`], for places some of which are shown as their parts: "vùng Tây Nguyên", "các đơn vị
/// trước khi lập tỉnh Phú Thọ (mới)". A region and one of its units: "Hà Tĩnh và các nơi cùng vùng Bắc
/// Trung Bộ và Duyên hải miền Trung".
pub fn list_of_units(units: &[(&Entity, bool)], lang: Lang) -> String {
    if let [(region, _), (unit, _)] = units
        && unit.region.as_ref() == Some(&region.id)
    {
        let (unit, region) = (lang.of(&unit.name), with_article(region, lang));
        return match lang {
            Lang::Vi => format!("{unit} và các nơi cùng vùng {region}"),
            Lang::En => format!("{unit} and the others of {region}"),
        };
    }
    let name = |(entity, in_parts): &(&Entity, bool)| match (entity.kind, lang) {
        (EntityKind::Region6, Lang::Vi) => format!("vùng {}", lang.of(&entity.name)),
        (_, Lang::Vi) if *in_parts && entity.predecessors.len() > 1 => {
            format!("các đơn vị trước khi lập {}", new_name_inside(entity, lang))
        }
        (_, Lang::En) if *in_parts && entity.predecessors.len() > 1 => {
            format!("the units before {}", new_name_inside(entity, lang))
        }
        _ => with_article(entity, lang),
    };
    joined(&units.iter().map(name).collect::<Vec<_>>(), lang)
}

/// Like [`list`], for any texts.
pub fn joined(names: &[String], lang: Lang) -> String {
    let and = match lang {
        Lang::Vi => "và",
        Lang::En => "and",
    };
    let is_long = |name: &String| name.contains(',') || name.contains(&format!(" {and} "));
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] if first.len() > 1 && names.iter().any(is_long) => {
            format!("{}; {last}", first.join("; "))
        }
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// "the Ministry of Finance", "the Red River Delta" inside an English sentence.
pub(super) fn with_article(entity: &Entity, lang: Lang) -> String {
    let name = name_inside(entity, lang);
    let is_body = matches!(entity.kind, EntityKind::Ministry22 | EntityKind::Ministry25);
    let is_region = entity.kind == EntityKind::Region6;
    let is_named = ["Viet Nam", "Vietnam Television", "Voice of Vietnam"]
        .iter()
        .any(|own| name.starts_with(own));
    let takes_one = (is_body && !is_named) || is_region;
    if takes_one && lang == Lang::En { format!("the {name}") } else { name }
}

/// Whether the name takes a plural verb in English.
pub(super) fn is_plural(entity: &Entity) -> bool {
    matches!(entity.kind, EntityKind::Block | EntityKind::Group | EntityKind::Area)
}
