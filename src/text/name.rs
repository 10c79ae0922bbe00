//! Names of places inside a sentence.

use super::Key;
use crate::compare::vietnamese::uncapitalised;
use crate::data::{Entity, EntityKind};
use crate::view::Lang;

/// The display name as it stands inside a sentence: "cả nước", "các tỉnh, thành phố", "Hòa Bình".
pub fn name_inside(entity: &Entity, lang: Lang) -> String {
    let name = lang.of(&entity.name);
    let is_common_noun = match entity.kind {
        EntityKind::Block => true,
        EntityKind::Nation => lang == Lang::Vi,
        _ => false,
    };
    if is_common_noun { uncapitalised(name) } else { name.to_owned() }
}

/// The official name as it stands inside a sentence: "tỉnh Phú Thọ", "Bộ Tài chính".
pub fn full_name_inside(entity: &Entity, lang: Lang) -> String {
    let name = lang.of(entity.full_name.as_ref().unwrap_or(&entity.name));
    let is_province = matches!(entity.kind, EntityKind::Province34 | EntityKind::Province63);
    if is_province && lang == Lang::Vi { uncapitalised(name) } else { name.to_owned() }
}

/// What a target is called: "Mục tiêu", "Mục tiêu các tỉnh, thành phố".
pub fn target_name(entity: &Entity, lang: Lang) -> String {
    let target = Key::Target.text(lang);
    if entity.kind == EntityKind::Nation {
        return target.to_owned();
    }
    match lang {
        Lang::Vi => format!("{target} {}", name_inside(entity, lang)),
        Lang::En => format!("{target}, {}", name_inside(entity, lang)),
    }
}
