//! The table of places and other entities.

use super::cells::{ENTITY_KIND, count, date, en, id, ids, joined, maybe, vi, word};
use super::{Cell, Form, Made, Table, always, some, table};
use crate::data::{Dataset, Entity};

pub(super) fn entities(dataset: &Dataset) -> Table {
    let about = "Whose situation the figures describe, each with its vintage.";
    table("entities", about, &["id"], entity_columns(), dataset.entities.iter())
}

fn entity_columns<'a>() -> Vec<Made<&'a Entity>> {
    vec![
        always("id", Form::Key, "Id with its vintage.", |e| id(&e.id)),
        always("kind", ENTITY_KIND, "What it is.", |e| word(e.kind)),
        always("name_vi", Form::Text, "Name, Vietnamese.", |e| vi(Some(&e.name))),
        always("name_en", Form::Text, "Name, English.", |e| en(Some(&e.name))),
        some("full_name_vi", Form::Text, "Official name, Vietnamese.", |e| {
            vi(e.full_name.as_ref())
        }),
        some("full_name_en", Form::Text, "Official name, English.", |e| en(e.full_name.as_ref())),
        some("code", Form::Text, "Code of the statistics office, with its leading zeros.", |e| {
            maybe(e.code.as_ref())
        }),
        some("abbr", Form::Text, "Abbreviation.", |e| maybe(e.abbr.as_ref())),
        some("type", Form::Text, "Municipality, province, ministry …", |e| {
            maybe(e.class.as_ref())
        }),
        some("iso", Form::Text, "ISO 3166-2 code.", |e| maybe(e.iso.as_ref())),
        some("region", Form::Link("entities"), "Its region.", |e| maybe(e.region.as_ref())),
        some("from", Form::Date, "First day.", |e| e.from.map_or(Cell::Empty, date)),
        some("to", Form::Date, "Last day.", |e| e.to.map_or(Cell::Empty, date)),
        some("name_to", Form::Date, "Last day of its name, where the unit lasted longer.", |e| {
            e.name_to.map_or(Cell::Empty, date)
        }),
        some("members", Form::Text, "Ids of what it consists of, with spaces between.", |e| {
            ids(&e.members)
        }),
        some(
            "predecessors",
            Form::Text,
            "Ids of the units it took in, with spaces between.",
            |e| ids(&e.predecessors),
        ),
        some(
            "successors",
            Form::Text,
            "Ids of the units that took it in, with spaces between.",
            |e| ids(&e.successors),
        ),
        some("belongs_to", Form::Link("entities"), "The unit that governs an archipelago.", |e| {
            maybe(e.belongs_to.as_ref())
        }),
        some("aliases", Form::Text, "Other names.", |e| {
            joined(e.aliases.iter().map(|alias| &**alias), " | ")
        }),
        some(
            "within",
            Form::Text,
            "Districts, towns and communes in it that the texts name, Vietnamese.",
            |e| joined(e.within.iter().map(|place| &*place.name.vi), " | "),
        ),
        some("tile_column", Form::Whole, "Place on the tile map, 1 in the west.", |e| {
            e.tile.map_or(Cell::Empty, |tile| count(tile.col.into()))
        }),
        some("tile_row", Form::Whole, "Place on the tile map, 1 in the north.", |e| {
            e.tile.map_or(Cell::Empty, |tile| count(tile.row.into()))
        }),
        some("note_vi", Form::Text, "Remarks, Vietnamese.", |e| {
            joined(e.notes.iter().map(|note| &*note.vi), " ")
        }),
        some("note_en", Form::Text, "Remarks, English.", |e| {
            joined(e.notes.iter().map(|note| &*note.en), " ")
        }),
    ]
}
