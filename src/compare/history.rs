//! Units that were reorganised: what became of one, what it was made from, and whose figures
//! answer a question about it.

use super::spread::simple_mean;
use crate::data::{Dataset, Date, Entity, Indicator, Measure, Observation, Period};
use crate::quantity::arithmetic::{Derived, sum, weighted_mean};

/// What became of a unit, or what it was made from.
#[derive(Clone, Debug)]
pub struct UnitHistory<'a> {
    /// The unit.
    pub unit: &'a Entity,
    /// The units that replaced it, if any.
    pub became: Vec<&'a Entity>,
    /// The units that it was made from, if any.
    pub made_from: Vec<&'a Entity>,
    /// Other units that went into the same successors.
    pub together_with: Vec<&'a Entity>,
    /// The first day of the new units.
    pub since: Option<Date>,
}

/// The history of a unit; `None` where it was never reorganised.
pub fn what_became_of<'a>(dataset: &'a Dataset, unit: &'a Entity) -> Option<UnitHistory<'a>> {
    let (became, made_from) = (dataset.units(&unit.successors), dataset.units(&unit.predecessors));
    if became.is_empty() && made_from.is_empty() {
        return None;
    }
    let mut together_with: Vec<&Entity> = Vec::new();
    for other in became.iter().flat_map(|next| dataset.units(&next.predecessors)) {
        if other.id != unit.id && !together_with.iter().any(|known| known.id == other.id) {
            together_with.push(other);
        }
    }
    let since = became.first().map_or(unit.from, |next| next.from);
    Some(UnitHistory { unit, became, made_from, together_with, since })
}

/// Figures of the units that a later unit was made from, and what follows for that unit.
#[derive(Clone, Debug)]
pub struct Territory<'a> {
    /// The later unit.
    pub unit: &'a Entity,
    /// Each of the earlier units with its figure, where it has one.
    pub members: Vec<(&'a Entity, Option<&'a Observation>)>,
    /// What follows for the territory as a whole.
    pub combined: Combined,
}

/// What the figures of several units say of all of them together.
#[derive(Clone, Debug, PartialEq)]
pub enum Combined {
    /// Counts or amounts of money, added up.
    Sum(Derived),
    /// The DTI of 2024: the simple mean, as in the official ranking of the 34 units.
    SimpleMean(Derived),
    /// A rate or score whose weights are not printed: between the lowest and the highest.
    Between(Derived),
    /// The only member's own figure.
    Same,
    /// Figures are missing, or are of a kind that has no common value.
    Unknown,
}

/// The figures that answer a question about a unit of today for a time before it existed. They
/// stay separate; [`Combined`] says what follows for all of them, and only the DTI of 2024 is
/// averaged without weights.
pub fn figures_of_territory<'a>(
    dataset: &'a Dataset,
    unit: &'a Entity,
    indicator: &Indicator,
    period: &Period,
) -> Option<Territory<'a>> {
    let members: Vec<(&Entity, Option<&Observation>)> = dataset
        .units(&unit.predecessors)
        .into_iter()
        .map(|member| (member, dataset.measured(&indicator.id, &member.id, period)))
        .collect();
    if members.is_empty() {
        return None;
    }
    let combined = combine(indicator, &members, period);
    Some(Territory { unit, members, combined })
}

fn combine(
    indicator: &Indicator,
    members: &[(&Entity, Option<&Observation>)],
    period: &Period,
) -> Combined {
    let figures: Option<Vec<(&Entity, &Observation)>> =
        members.iter().map(|(entity, figure)| Some((*entity, (*figure)?))).collect();
    let Some(figures) = figures else { return Combined::Unknown };
    if figures.len() == 1 {
        return Combined::Same;
    }
    let quantities: Option<Vec<_>> = figures.iter().map(|(_, o)| o.quantity).collect();
    let Some(quantities) = quantities else { return Combined::Unknown };
    let found = match indicator.measure {
        Measure::Stock | Measure::Flow | Measure::Count | Measure::Money => {
            sum(&quantities).map(Combined::Sum).ok()
        }
        // Announced on 21 October 2025 for the year 2024, not for earlier years.
        Measure::Index if &*indicator.id == DTI && period.whole_year() == Some(2024) => {
            simple_mean(&figures).map(Combined::SimpleMean)
        }
        Measure::Index | Measure::Rate => weighted_mean(&quantities).map(Combined::Between).ok(),
        Measure::Rank | Measure::Capacity | Measure::Factor => None,
    };
    found.unwrap_or(Combined::Unknown)
}

/// The digital transformation index of the provinces.
const DTI: &str = "dti_province";

/// The units that a reader means by a name: for figures older than a unit of today, those that it
/// was made from.
pub fn units_meant<'a>(dataset: &'a Dataset, unit: &'a Entity, period: &Period) -> Vec<&'a Entity> {
    let existed = unit.from.is_none_or(|from| from.first_day() <= period.end().last_day());
    let is_new = unit.is_of_today();
    if existed || !is_new || unit.predecessors.is_empty() {
        return vec![unit];
    }
    dataset.units(&unit.predecessors)
}
