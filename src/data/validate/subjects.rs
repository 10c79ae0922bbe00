//! Rules for indicators, and for the entities that figures describe.

use super::Checker;
use crate::data::records::{Entity, EntityKind, Indicator, Measure};
use crate::data::{Id, Problem, Word as _};
use crate::quantity::Unit;

/// Longest interface label, in characters.
const LABEL_MAX: usize = 45;

impl Checker<'_> {
    pub(super) fn indicators(&mut self) {
        const FILE: &str = "indicators.json";
        for indicator in &self.dataset.indicators {
            let id = &indicator.id;
            self.text(FILE, id, "label", &indicator.label);
            self.text(FILE, id, "official", &indicator.official);
            self.text(FILE, id, "definition", &indicator.definition);
            self.maybe(FILE, id, "counted", indicator.counted.as_ref());
            self.maybe(FILE, id, "numerator", indicator.numerator.as_ref());
            self.maybe(FILE, id, "denominator", indicator.denominator.as_ref());
            self.maybe(FILE, id, "denominator_note", indicator.denominator_note.as_ref());
            for (at, found) in indicator.breaks.iter().enumerate() {
                self.text(FILE, id, &format!("breaks[{at}].reason"), &found.reason);
            }
            for (language, label) in [("vi", &indicator.label.vi), ("en", &indicator.label.en)] {
                let length = label.chars().count();
                if length > LABEL_MAX {
                    let field = format!("label.{language}");
                    self.add(
                        FILE,
                        id,
                        &field,
                        format!("expected at most {LABEL_MAX} characters, found {length}"),
                    );
                }
            }
            if !unit_fits(indicator) {
                let (measure, unit) = (indicator.measure.word(), indicator.unit.word());
                let expected = format!("expected a unit that fits {measure}, found {unit}");
                self.add(FILE, id, "unit", expected);
            }
            if indicator.unit == Unit::Count && indicator.counted.is_none() {
                self.add(FILE, id, "counted", "expected the thing that is counted");
            }
            if indicator.measure == Measure::Rate
                && indicator.denominator.is_none()
                && indicator.denominator_note.is_none()
            {
                self.add(
                    FILE,
                    id,
                    "denominator",
                    "expected a denominator, or a denominator_note that says what is known of it",
                );
            }
        }
    }

    pub(super) fn entities(&mut self) {
        const FILE: &str = "entities.json";
        for entity in &self.dataset.entities {
            let id = &entity.id;
            self.text(FILE, id, "name", &entity.name);
            self.maybe(FILE, id, "full_name", entity.full_name.as_ref());
            self.all(FILE, id, "notes", &entity.notes);
            let needs_code = matches!(entity.kind, EntityKind::Province63 | EntityKind::Province34);
            let own = id.split_once(':').map(|(_, code)| code);
            if needs_code && (own.is_none() || entity.code.as_deref() != own) {
                self.add(FILE, id, "code", "expected the code that ends the id");
            }
            if entity.kind == EntityKind::Province34 && entity.from.is_none() {
                self.add(
                    FILE,
                    id,
                    "from",
                    "expected the first day of the unit: a code without its vintage does not exist",
                );
            }
            if entity.kind == EntityKind::Province63 && entity.to.is_none() {
                self.add(
                    FILE,
                    id,
                    "to",
                    "expected the last day of the unit: a code without its vintage does not exist",
                );
            }
            self.places_within(entity);
            let mut link = |field: &str, ids: &[Id]| {
                for other in ids {
                    if self.dataset.entity(other).is_none() {
                        self.unknown(FILE, id, field, "an entity", other);
                    }
                }
            };
            link("members", &entity.members);
            link("successors", &entity.successors);
            link("predecessors", &entity.predecessors);
            link("region", entity.region.as_slice());
            link("belongs_to", entity.belongs_to.as_slice());
            for old in entity.predecessors.iter().filter_map(|p| self.dataset.entity(p)) {
                if !old.successors.contains(id) {
                    let expected = format!("expected {} to name {id} among its successors", old.id);
                    self.problems.push(Problem::new(FILE, id, "predecessors", expected));
                }
            }
            for successor in entity.successors.iter().filter_map(|s| self.dataset.entity(s)) {
                if !successor.predecessors.contains(id) {
                    let expected =
                        format!("expected {} to name {id} among its predecessors", successor.id);
                    self.problems.push(Problem::new(FILE, id, "successors", expected));
                }
            }
        }
    }

    /// The districts that the texts name ended with the 63 provinces: only these may list them.
    fn places_within(&mut self, entity: &Entity) {
        const FILE: &str = "entities.json";
        if entity.kind != EntityKind::Province63 && !entity.within.is_empty() {
            self.add(FILE, &entity.id, "within", "expected only on a province of the 63");
        }
        for (at, place) in entity.within.iter().enumerate() {
            self.text(FILE, &entity.id, &format!("within[{at}].name"), &place.name);
            self.text(FILE, &entity.id, &format!("within[{at}].note"), &place.note);
        }
    }
}

fn unit_fits(indicator: &Indicator) -> bool {
    match indicator.measure {
        Measure::Rate => indicator.unit == Unit::Percent,
        Measure::Index => matches!(indicator.unit, Unit::Index01 | Unit::Score100),
        Measure::Rank => indicator.unit == Unit::Rank,
        Measure::Money => indicator.unit == Unit::Dong,
        Measure::Factor => indicator.unit == Unit::Times,
        Measure::Stock | Measure::Flow | Measure::Count | Measure::Capacity => {
            matches!(
                indicator.unit,
                Unit::Count | Unit::Dong | Unit::Hours | Unit::Days | Unit::Years
            )
        }
    }
}
