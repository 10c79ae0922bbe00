//! The name of a search hit, and what tells it apart.

use super::{Key, existence, listed_time, now_part_of};
use crate::compare::vietnamese::capitalised;
use crate::compare::{Found, Hit};
use crate::data::{Dataset, Entity, EntityKind, Id};
use crate::view::Lang;

/// The name of a hit and a second line: the official name, which of two units of that name it
/// is, what became of it, or why it was found. `None` where the dataset does not have it.
pub fn hit_lines(dataset: &Dataset, found: &Found, lang: Lang) -> Option<(String, String)> {
    let (name, detail) = match &found.hit {
        Hit::Place(id) => {
            let entity = dataset.entity(id)?;
            let why = found.within.as_ref().map(|place| lang.of(&place.note).to_owned());
            (&entity.name, why.unwrap_or_else(|| place_line(dataset, entity, lang)))
        }
        Hit::Indicator(id) => {
            let indicator = dataset.indicator(id)?;
            (&indicator.label, lang.of(&indicator.official).to_owned())
        }
        Hit::System(id) => {
            let system = dataset.system(id)?;
            (&system.name, lang.of(&system.what).to_owned())
        }
        Hit::Figure(id) => {
            let o = dataset.observation(id)?;
            let (entity, indicator) =
                (dataset.entity(&o.entity)?, dataset.indicator(&o.indicator)?);
            let detail = format!(
                "{}: {}, {}",
                lang.of(&entity.name),
                lang.of(&indicator.official),
                listed_time(o, lang)
            );
            // Each wording once.
            let mut printed: Vec<String> = Vec::new();
            for mention in &o.mentions {
                if !printed.iter().any(|known| **known == *mention.printed) {
                    printed.push(mention.printed.to_string());
                }
            }
            return Some((printed.join(" · "), detail));
        }
        Hit::Story(id) => {
            let story = dataset.story(id)?;
            (&story.short, lang.of(&story.headline).to_owned())
        }
    };
    Some((capitalised(lang.of(name)), capitalised(&detail)))
}

/// "Tỉnh Hòa Bình · đến ngày 30/6/2025 · nay thuộc tỉnh Phú Thọ".
fn place_line(dataset: &Dataset, entity: &Entity, lang: Lang) -> String {
    let kind = match entity.kind {
        EntityKind::Ministry22 | EntityKind::Ministry25 => Key::HitMinistry.text(lang).to_owned(),
        EntityKind::Region6 => Key::KindRegion.text(lang).to_owned(),
        _ => entity.full_name.as_ref().map(|name| lang.of(name).to_owned()).unwrap_or_default(),
    };
    let abbr = entity.abbr.as_ref().map(ToString::to_string).unwrap_or_default();
    let when = existence(entity, lang).unwrap_or_default();
    let line = joined(&[kind, abbr, when, history(dataset, entity, lang)], " · ");
    let note = entity.notes.first().filter(|_| line.is_empty());
    note.map_or(line, |note| lang.of(note).to_owned())
}

/// What a former province became a part of, or what a province of today or a group is made of. A
/// ministry's work may have gone to several units, which is left to its page.
fn history(dataset: &Dataset, entity: &Entity, lang: Lang) -> String {
    let name = |unit: &Entity, lang: Lang| lang.of(&unit.name).to_owned();
    let units = |ids: &[Id], name: fn(&Entity, Lang) -> String| {
        let names = dataset.units(ids).into_iter().map(|unit| name(unit, lang));
        joined(&names.collect::<Vec<_>>(), ", ")
    };
    match entity.kind {
        EntityKind::Province63 => now_part_of(dataset, entity, lang).unwrap_or_default(),
        EntityKind::Province34 if entity.predecessors.len() > 1 => {
            format!("{} {}", Key::MadeOf.text(lang), units(&entity.predecessors, name))
        }
        EntityKind::Group if !entity.members.is_empty() => {
            format!("{} {}", Key::MadeOf.text(lang), units(&entity.members, name))
        }
        _ => String::new(),
    }
}

fn joined(parts: &[String], between: &str) -> String {
    let parts: Vec<&str> =
        parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    parts.join(between)
}
