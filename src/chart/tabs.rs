//! Which tabs a comparison offers, the best first, and why some of them cannot be drawn.

use super::asked::Asked;
use super::exhibit_dots::newest;
use super::exhibit_map::has_provinces;
use super::exhibit_multiples::panels;
use super::exhibit_progress::has_target;
use super::exhibit_scatter::pairs;
use super::history::histories;
use super::{Exhibit, RowRole};
use crate::compare::offered_indicators;
use crate::data::{Dataset, Id, Indicator};
use crate::text::Key;
use crate::view::{Lang, Tab, Time, View};

/// Why a tab cannot be drawn.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TabRefusal {
    /// Fewer than two units of the same kind have a figure for the same time.
    OneUnit,
    /// No entity has figures for two dates.
    OneDate,
    /// The indicator has no target.
    NoTarget,
    /// Only one indicator is asked for.
    OneIndicator,
    /// No place is named, and fewer than two indicators have a figure of the country or a block.
    NoPlaceNamed,
    /// Too few units have a figure of both indicators.
    NoSharedUnits,
    /// The figures are not those of the 63 provinces and cities.
    NotProvinces,
    /// There is no figure.
    NoFigure,
}

impl Exhibit {
    /// The name of a tab; bars whose rows have no ranks are called "sorted".
    pub fn tab_name(&self, tab: Tab) -> Key {
        let is_partial = || {
            let mut units = self.rows.iter().filter(|row| row.role == RowRole::Unit);
            units.all(|row| row.rank.is_none())
        };
        match tab {
            Tab::Bars if self.tab == Tab::Bars && is_partial() => Key::TabSorted,
            Tab::Dots => Key::TabDots,
            Tab::Line => Key::TabLine,
            Tab::Slope => Key::TabSlope,
            Tab::Progress => Key::TabProgress,
            Tab::Scatter => Key::TabScatter,
            Tab::Map => Key::TabMap,
            Tab::Multiples => Key::TabMultiples,
            Tab::Table => Key::TabTable,
            _ => Key::TabBars,
        }
    }
}

impl TabRefusal {
    /// The reason as a sentence.
    pub fn sentence(self, lang: Lang) -> &'static str {
        let key = match self {
            Self::OneUnit => Key::RefusedOneUnit,
            Self::OneDate => Key::RefusedOneDate,
            Self::NoTarget => Key::RefusedNoTarget,
            Self::OneIndicator => Key::RefusedOneIndicator,
            Self::NoPlaceNamed => Key::RefusedNoPlaceNamed,
            Self::NoSharedUnits => Key::RefusedNoSharedUnits,
            Self::NotProvinces => Key::RefusedNotProvinces,
            Self::NoFigure => Key::RefusedNoFigure,
        };
        key.text(lang)
    }
}

/// The tabs of a comparison: the one that answers the question best first, then the others in
/// their fixed order. The table can always be drawn. For tests and measurements: an exhibit has
/// its own.
pub fn offered_tabs(dataset: &Dataset, view: &View) -> Vec<(Tab, Result<(), TabRefusal>)> {
    // Which tabs can be drawn does not depend on the language.
    let Some(asked) = Asked::new(dataset, view, Lang::default()) else { return Vec::new() };
    offered(&asked)
}

/// The indicators that a view can show together with `first`, in a scatter plot or as small
/// multiples, in the order in which they are offered.
pub fn second_indicators<'a>(dataset: &'a Dataset, view: &View, first: &Id) -> Vec<&'a Indicator> {
    let alone = View { indicators: vec![first.clone()], ..view.clone() };
    let Some(mut asked) = Asked::new(dataset, &alone, Lang::default()) else { return Vec::new() };
    let mut found = offered_indicators(dataset);
    // `asked` is built once for `first`; only the other indicator changes.
    found.retain(|other| {
        asked.others = vec![*other];
        let is_possible = |tab| possible(&asked, tab).is_ok();
        other.id != asked.indicator.id && (is_possible(Tab::Scatter) || is_possible(Tab::Multiples))
    });
    found
}

pub(super) fn offered(asked: &Asked<'_>) -> Vec<(Tab, Result<(), TabRefusal>)> {
    // An entity with two dates makes both a line and a slope, so the two tabs share one check.
    let over_time = possible(asked, Tab::Line);
    let found = |tab| match tab {
        Tab::Line | Tab::Slope => over_time,
        tab => possible(asked, tab),
    };
    let mut tabs: Vec<_> = Tab::COMPARISONS.into_iter().map(|tab| (tab, found(tab))).collect();
    let is_possible = |wanted: &Tab| tabs.iter().any(|(tab, found)| tab == wanted && found.is_ok());
    let best = preferred(asked).find(is_possible).unwrap_or(Tab::Table);
    if let Some(at) = tabs.iter().position(|(tab, _)| *tab == best) {
        let found = tabs.remove(at);
        tabs.insert(0, found);
    }
    tabs
}

/// Tabs from the best answer to the worst: a scatter plot for two indicators, small multiples for
/// several, a line for a stretch of time, else a ranking or what can be drawn instead.
fn preferred(asked: &Asked<'_>) -> impl Iterator<Item = Tab> {
    let several = !asked.others.is_empty();
    let over_time = matches!(asked.time, Time::Between(..));
    [
        (asked.others.len() == 1, Tab::Scatter),
        (several, Tab::Multiples),
        (over_time, Tab::Line),
        (true, Tab::Bars),
        (true, Tab::Line),
        (true, Tab::Progress),
        (true, Tab::Dots),
    ]
    .into_iter()
    .filter_map(|(is_asked, tab)| is_asked.then_some(tab))
}

fn possible(asked: &Asked<'_>, tab: Tab) -> Result<(), TabRefusal> {
    let (is_possible, refusal) = match tab {
        Tab::Bars => (asked.order.is_some(), TabRefusal::OneUnit),
        Tab::Dots => (newest(asked, asked.indicator).is_some(), TabRefusal::NoFigure),
        Tab::Line | Tab::Slope => {
            (histories(asked).iter().any(|h| h.figures.len() > 1), TabRefusal::OneDate)
        }
        Tab::Progress => (has_target(asked), TabRefusal::NoTarget),
        Tab::Scatter | Tab::Multiples if asked.others.is_empty() => {
            (false, TabRefusal::OneIndicator)
        }
        Tab::Scatter => (pairs(asked).is_some(), TabRefusal::NoSharedUnits),
        Tab::Multiples if asked.places.is_empty() => {
            (panels(asked).len() > 1, TabRefusal::NoPlaceNamed)
        }
        Tab::Multiples => (panels(asked).len() > 1, TabRefusal::NoSharedUnits),
        Tab::Map => (has_provinces(asked), TabRefusal::NotProvinces),
        _ => (true, TabRefusal::NoFigure),
    };
    if is_possible { Ok(()) } else { Err(refusal) }
}
