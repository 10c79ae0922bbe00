//! What has no figure in an exhibit, and why.

use crate::compare::{sort_stably, vietnamese};
use crate::data::{Entity, Id};
use crate::quantity::Interval;
use crate::view::Lang;

/// Units that have no figure here, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Missing {
    /// Why.
    pub reason: String,
    /// Which units.
    pub units: Vec<MissingUnit>,
}

/// Something that has no figure here.
#[derive(Clone, Debug, PartialEq)]
pub struct MissingUnit {
    /// Its name.
    pub name: String,
    /// Its id; `None` for an indicator of which no chosen place has a figure.
    pub id: Option<Id>,
    /// The interval that a list implies for it, in the unit of the exhibit's indicator.
    pub interval: Option<Interval>,
}

impl MissingUnit {
    /// A unit without a figure.
    pub(super) fn of(unit: &Entity, interval: Option<Interval>, lang: Lang) -> Self {
        Self { name: lang.of(&unit.name).to_owned(), id: Some(unit.id.clone()), interval }
    }
}

impl Missing {
    /// Units sorted by name; `None` if there are none.
    pub(super) fn sorted(reason: String, mut units: Vec<MissingUnit>) -> Option<Self> {
        sort_stably(&mut units, |a, b| vietnamese::order(&a.name, &b.name));
        (!units.is_empty()).then_some(Self { reason, units })
    }

    /// The names of the units.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.units.iter().map(|unit| unit.name.as_str())
    }

    /// The names of the units, joined by `between`.
    pub fn listed(&self, between: &str) -> String {
        self.names().collect::<Vec<_>>().join(between)
    }
}
