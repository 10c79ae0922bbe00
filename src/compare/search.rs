//! Finding places by what a reader types, with or without tone marks.

use super::sort_stably;
use super::vietnamese::{fold, lower, order};
use crate::data::{Dataset, Entity, EntityKind};

/// A place that matches what was typed.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// The place.
    pub entity: &'a Entity,
    /// How well it matches; smaller is better.
    pub distance: u8,
}

/// Entities of one kind that match `typed`, best first. An exact name with its marks comes before
/// the same letters with other marks; a beginning before a middle.
pub fn search<'a>(dataset: &'a Dataset, kind: EntityKind, typed: &str) -> Vec<Found<'a>> {
    let needle = fold(typed);
    if needle.is_empty() {
        return Vec::new();
    }
    let marked: String = typed.trim().chars().map(lower).collect();
    let mut found: Vec<Found<'a>> = dataset
        .of_kind(kind)
        .filter_map(|entity| {
            let distance =
                names(entity).filter_map(|name| distance(name, &needle, &marked)).min()?;
            Some(Found { entity, distance })
        })
        .collect();
    sort_stably(&mut found, |a, b| {
        a.distance.cmp(&b.distance).then_with(|| order(&a.entity.name.vi, &b.entity.name.vi))
    });
    found
}

fn names(entity: &Entity) -> impl Iterator<Item = &str> {
    [&*entity.name.vi, &*entity.name.en]
        .into_iter()
        .chain(entity.full_name.iter().flat_map(|text| [&*text.vi, &*text.en]))
        .chain(entity.abbr.as_deref())
        .chain(entity.aliases.iter().map(|alias| &**alias))
}

fn distance(name: &str, needle: &str, marked: &str) -> Option<u8> {
    let folded = fold(name);
    let solid = |text: &str| text.replace(' ', "");
    let marks_fit = name.chars().map(lower).collect::<String>().contains(marked);
    let place = if folded == needle || solid(&folded) == solid(needle) {
        0
    } else if folded.starts_with(needle) {
        2
    } else if folded.split(' ').enumerate().any(|(at, _)| starts_at_word(&folded, at, needle)) {
        4
    } else if needle.len() > 2 && solid(&folded).contains(&solid(needle)) {
        6
    } else {
        return None;
    };
    Some(if marks_fit { place } else { place + 1 })
}

fn starts_at_word(folded: &str, word: usize, needle: &str) -> bool {
    let rest: Vec<&str> = folded.split(' ').skip(word).collect();
    rest.join(" ").starts_with(needle)
}
