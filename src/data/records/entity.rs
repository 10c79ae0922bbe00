//! Places and organisations that figures describe, and systems that figures are about.

use std::rc::Rc;

use super::{Id, Mention, Text};
use crate::data::Date;

/// What an entity is.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum EntityKind {
    /// The country.
    Nation,
    /// All ministries, or all provinces, taken as one.
    Block,
    /// A province or city of the 63 until 30 June 2025.
    Province63,
    /// A province or city of the 34 since 1 July 2025.
    Province34,
    /// A ministry or agency of 2022 to 2024.
    Ministry22,
    /// A ministry or agency formed on 1 March 2025.
    Ministry25,
    /// One of six regions of the 63.
    Region6,
    /// A kind of place, not a particular unit.
    Area,
    /// Several units that share a figure.
    Group,
    /// An archipelago shown on every map in the colour of the unit that governs it.
    Marker,
}

impl EntityKind {
    /// The id of the block that entities of this kind belong to; `None` for the nation, the blocks
    /// themselves, groups and markers.
    pub fn block(self) -> Option<&'static str> {
        match self {
            Self::Province63 | Self::Province34 | Self::Region6 | Self::Area => {
                Some("block:provinces")
            }
            Self::Ministry22 | Self::Ministry25 => Some("block:ministries"),
            Self::Nation | Self::Block | Self::Group | Self::Marker => None,
        }
    }
}

/// A cell of the tile-grid map.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Tile {
    /// Column, 1 in the west.
    pub col: u8,
    /// Row, 1 in the north.
    pub row: u8,
}

/// A district, town or commune that the texts name. No figure describes it alone; a reader who
/// looks for it is led to its province.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PlaceWithin {
    /// Its name at the time of the text: "Quận Đống Đa".
    pub name: Text,
    /// Where it belonged and what became of it, one sentence.
    pub note: Text,
}

/// A place or organisation that figures describe.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Identifier with its vintage: `province63:17` is Hòa Bình until 30 June 2025.
    pub id: Id,
    /// What it is.
    pub kind: EntityKind,
    /// Name in the interface.
    pub name: Text,
    /// Official name.
    pub full_name: Option<Text>,
    /// Code of the statistics office.
    pub code: Option<Rc<str>>,
    /// Abbreviation.
    pub abbr: Option<Rc<str>>,
    /// `municipality`, `province`, `ministry`, `ministry_level`, `government_agency`.
    pub class: Option<Rc<str>>,
    /// ISO 3166-2 code.
    pub iso: Option<Rc<str>>,
    /// Region of the 63.
    pub region: Option<Id>,
    /// First day of its existence, where it matters.
    pub from: Option<Date>,
    /// Last day of its existence.
    pub to: Option<Date>,
    /// Last day of its name, where the unit existed longer.
    pub name_to: Option<Date>,
    /// Whether it ceased to exist and only its work went to a successor.
    pub dissolved: bool,
    /// Units it consists of.
    pub members: Vec<Id>,
    /// Units that took it over.
    pub successors: Vec<Id>,
    /// Units that it took over.
    pub predecessors: Vec<Id>,
    /// Other names that a reader may type.
    pub aliases: Vec<Rc<str>>,
    /// Districts, towns and communes in it that the texts name.
    pub within: Vec<PlaceWithin>,
    /// Place on the tile map.
    pub tile: Option<Tile>,
    /// For a marker: the unit that governs it.
    pub belongs_to: Option<Id>,
    /// Remarks for readers.
    pub notes: Vec<Text>,
}

impl Entity {
    /// Last day on which it bore its name; `None` where it still does.
    pub fn named_until(&self) -> Option<Date> {
        self.name_to.or(self.to)
    }

    /// Whether it is a unit of the order of 2025: a province since 1 July, a ministry since 1 March.
    pub fn is_of_today(&self) -> bool {
        matches!(self.kind, EntityKind::Province34 | EntityKind::Ministry25)
    }
}

/// A platform or programme that the texts name.
#[derive(Clone, Debug, PartialEq)]
pub struct System {
    /// Identifier.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// What it is, in our words.
    pub what: Text,
    /// What the texts report about it without a number.
    pub reported: Option<Text>,
    /// Dates that the texts give.
    pub milestones: Vec<Milestone>,
    /// Indicators that measure it.
    pub indicators: Vec<Id>,
}

/// Something that happened or was to happen to a system.
#[derive(Clone, Debug, PartialEq)]
pub struct Milestone {
    /// Its date.
    pub date: Date,
    /// What happens.
    pub text: Text,
    /// Every place that says so.
    pub mentions: Vec<Mention>,
}
