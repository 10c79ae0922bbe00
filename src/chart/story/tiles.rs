//! What a story knows of each province, as a map: its own figure, a shared figure, a name in a
//! list, or nothing.

use std::iter;

use crate::chart::exhibit_map::markers;
use crate::chart::{MapKey, MapSpec, MapTile, Shade};
use crate::data::{Dataset, Entity, EntityKind, Kind, Observation, Panel, Scope};
use crate::text::{Key, figure};
use crate::view::Lang;

/// A figure of its own.
const OWN: Shade = Shade::Class(6);
/// A figure shared by several provinces.
const SHARED: Shade = Shade::Class(3);
/// A name without a figure.
const NAMED: Shade = Shade::Class(1);
/// Not even a name.
const NOTHING: Shade = Shade::Blank;

/// The map of a panel, with both archipelagos.
pub(super) fn tiles(dataset: &Dataset, panel: &Panel, lang: Lang) -> MapSpec {
    let figures = dataset.figures(&panel.observations);
    let known = |unit: &Entity| known(dataset, &figures, unit, lang);
    let tiles = dataset.of_kind(EntityKind::Province63).filter_map(|unit| {
        let (shade, label) = known(unit);
        let name = lang.of(&unit.name).to_owned();
        Some(MapTile {
            tile: unit.tile?,
            name,
            label,
            is_inferred: false,
            shade,
            focus: false,
            row: None,
        })
    });
    let ranges = figures.iter().filter(|o| o.scope == Scope::Jointly).filter_map(|o| o.quantity);
    let shared = ranges.map(|quantity| figure(&quantity, lang));
    let shared: Vec<String> =
        iter::once(Key::FigureShared.text(lang).to_owned()).chain(shared).collect();
    let words = |key: Key| key.text(lang).to_owned();
    let meanings = vec![
        (OWN, words(Key::FigureOfItsOwn)),
        (SHARED, shared.join(", ")),
        (NAMED, words(Key::NamedOnly)),
        (NOTHING, words(Key::NoFigure)),
    ];
    MapSpec {
        tiles: tiles.collect(),
        markers: markers(dataset, lang, |unit| Some(known(unit).0)),
        key: MapKey::Known(meanings),
        lang,
    }
}

/// The most that the figures say about a unit, and its own figure in words.
fn known(
    dataset: &Dataset,
    figures: &[&Observation],
    unit: &Entity,
    lang: Lang,
) -> (Shade, String) {
    let own = || figures.iter().filter(|o| o.entity == unit.id);
    if let Some(quantity) = own().find_map(|o| o.quantity) {
        return (OWN, figure(&quantity, lang));
    }
    let is_shared = |o: &&Observation| {
        let group = dataset.entity(&o.entity).filter(|_| o.scope == Scope::Jointly);
        group.is_some_and(|group| group.members.contains(&unit.id))
    };
    let shade = if figures.iter().any(is_shared) {
        SHARED
    } else if own().any(|o| o.kind == Kind::Membership) {
        NAMED
    } else {
        NOTHING
    };
    (shade, String::new())
}
