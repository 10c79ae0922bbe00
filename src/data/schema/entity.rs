//! Entities and systems.

use super::observation::mention;
use crate::data::EntityKind;
use crate::data::decode::{Names, Record};
use crate::data::records::{Entity, Milestone, PlaceWithin, System, Tile};

pub(in crate::data) const ENTITY_KINDS: Names<EntityKind> = &[
    ("nation", EntityKind::Nation),
    ("block", EntityKind::Block),
    ("province63", EntityKind::Province63),
    ("province34", EntityKind::Province34),
    ("ministry22", EntityKind::Ministry22),
    ("ministry25", EntityKind::Ministry25),
    ("region6", EntityKind::Region6),
    ("area", EntityKind::Area),
    ("group", EntityKind::Group),
    ("marker", EntityKind::Marker),
];

pub(in crate::data) fn entity(r: &Record<'_>) -> Option<Entity> {
    let entity = Entity {
        id: r.string("id"),
        kind: r.choice("kind", ENTITY_KINDS).unwrap_or(EntityKind::Group),
        name: r.text("name"),
        full_name: r.maybe_text("full_name"),
        code: r.maybe_string("code"),
        abbr: r.maybe_string("abbr"),
        class: r.maybe_string("type"),
        iso: r.maybe_string("iso"),
        region: r.maybe_string("region"),
        from: r.maybe_date("from"),
        to: r.maybe_date("to"),
        name_to: r.maybe_date("name_to"),
        dissolved: r.flag("dissolved"),
        members: r.ids("members"),
        successors: r.ids("successors"),
        predecessors: r.ids("predecessors"),
        aliases: r.ids("aliases"),
        within: r.records("within").iter().map(place_within).collect(),
        tile: r.maybe_record("tile").map(|tile| self::tile(&tile)),
        belongs_to: r.maybe_string("belongs_to"),
        notes: r.texts("notes"),
    };
    r.is_sound().then_some(entity)
}

fn place_within(r: &Record<'_>) -> PlaceWithin {
    let place = PlaceWithin { name: r.text("name"), note: r.text("note") };
    r.is_sound();
    place
}

fn tile(r: &Record<'_>) -> Tile {
    let tile = Tile { col: r.small_count("col"), row: r.small_count("row") };
    r.is_sound();
    tile
}

pub(in crate::data) fn system(r: &Record<'_>) -> Option<System> {
    let system = System {
        id: r.string("id"),
        name: r.text("name"),
        what: r.text("what"),
        reported: r.maybe_text("reported"),
        milestones: r.records("milestones").iter().map(milestone).collect(),
        indicators: r.ids("indicators"),
    };
    r.is_sound().then_some(system)
}

fn milestone(r: &Record<'_>) -> Milestone {
    r.needs("mentions");
    let milestone = Milestone {
        date: r.date("date"),
        text: r.text("text"),
        mentions: r.records("mentions").iter().map(mention).collect(),
    };
    r.is_sound();
    milestone
}
