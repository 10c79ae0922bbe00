//! Indicators.

use super::quantity::UNITS;
use crate::data::decode::{Names, Record};
use crate::data::records::{Break, Indicator};
use crate::data::{Direction, Measure, Operation, Theme};
use crate::quantity::Unit;

pub(in crate::data) const MEASURES: Names<Measure> = &[
    ("rate", Measure::Rate),
    ("stock", Measure::Stock),
    ("flow", Measure::Flow),
    ("count", Measure::Count),
    ("index", Measure::Index),
    ("rank", Measure::Rank),
    ("money", Measure::Money),
    ("capacity", Measure::Capacity),
    ("factor", Measure::Factor),
];

pub(in crate::data) const DIRECTIONS: Names<Direction> =
    &[("higher", Direction::Higher), ("lower", Direction::Lower), ("neither", Direction::Neither)];

pub(in crate::data) const THEMES: Names<Theme> = &[
    ("services", Theme::Services),
    ("dossiers", Theme::Dossiers),
    ("portal", Theme::Portal),
    ("documents", Theme::Documents),
    ("government", Theme::Government),
    ("data", Theme::Data),
    ("identity", Theme::Identity),
    ("economy", Theme::Economy),
    ("skills", Theme::Skills),
    ("security", Theme::Security),
    ("dti", Theme::Dti),
    ("reform", Theme::Reform),
    ("population", Theme::Population),
];

pub(super) const OPERATIONS: Names<Operation> = &[
    ("side_by_side", Operation::SideBySide),
    ("difference", Operation::Difference),
    ("ratio", Operation::Ratio),
    ("rank", Operation::Rank),
    ("trend", Operation::Trend),
    ("sum", Operation::Sum),
    ("share", Operation::Share),
];

pub(in crate::data) fn indicator(r: &Record<'_>) -> Option<Indicator> {
    let indicator = Indicator {
        id: r.string("id"),
        label: r.text("label"),
        official: r.text("official"),
        definition: r.text("definition"),
        measure: r.choice("measure", MEASURES).unwrap_or(Measure::Count),
        unit: r.choice("unit", UNITS).unwrap_or(Unit::Count),
        counted: r.maybe_text("counted"),
        direction: r.choice("direction", DIRECTIONS).unwrap_or(Direction::Neither),
        theme: r.choice("theme", THEMES).unwrap_or(Theme::Services),
        numerator: r.maybe_text("numerator"),
        denominator: r.maybe_text("denominator"),
        denominator_note: r.maybe_text("denominator_note"),
        family: r.string("family"),
        breaks: r.records("breaks").iter().map(series_break).collect(),
        covers: r.maybe_text("covers"),
        self_reported: r.flag("self_reported"),
        not_compared: r.flag("not_compared"),
    };
    r.is_sound().then_some(indicator)
}

fn series_break(r: &Record<'_>) -> Break {
    r.needs("blocks");
    let found = Break {
        at: r.date("at"),
        reason: r.text("reason"),
        blocks: r.choices("blocks", OPERATIONS),
    };
    r.is_sound();
    found
}
