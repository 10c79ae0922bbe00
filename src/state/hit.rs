//! Where a search hit and where a figure lead. This is decided nowhere else.

use crate::compare::{
    Hit, is_place, offered_indicators, other_indicators, periods, universe_of, universes,
};
use crate::data::{Dataset, Entity, Id, Indicator, Period};
use crate::view::{Page, Tab, Time, View};

/// The view that a hit leads to: the page of a place, system or story, or the comparison by an
/// indicator. A hit without a page of its own leads to where its figures are.
pub fn view_of_hit(dataset: &Dataset, hit: &Hit) -> View {
    match hit {
        Hit::Place(id) => place(dataset, id),
        Hit::Indicator(id) => indicator(dataset, id),
        Hit::System(id) => View::about(Page::System, id.clone()),
        Hit::Story(id) => View::about(Page::Story, id.clone()),
        // Usually its panel opens over the page instead; as a view, it is the comparison.
        Hit::Figure(id) => {
            let figure = dataset.observation(id);
            figure.map_or_else(View::default, |o| indicator(dataset, &o.indicator))
        }
    }
}

fn place(dataset: &Dataset, id: &Id) -> View {
    let entity = dataset.entity(id);
    match entity.and_then(|entity| entity.belongs_to.as_ref()) {
        // An archipelago leads to the unit that governs it.
        Some(governing) => View::about(Page::Place, governing.clone()),
        None if entity.is_some_and(|entity| !is_place(entity.kind)) => {
            View { tab: Tab::Places, ..View::of(Page::Sources) }
        }
        None => View::about(Page::Place, id.clone()),
    }
}

fn indicator(dataset: &Dataset, id: &Id) -> View {
    let offered = [offered_indicators(dataset), other_indicators(dataset)];
    if offered.iter().flatten().any(|indicator| indicator.id == *id) {
        return View { indicators: vec![id.clone()], ..View::of(Page::Compare) };
    }
    match dataset.systems.iter().find(|system| system.indicators.contains(id)) {
        // Its page is long: the indicator is shown at once.
        Some(system) => {
            View { focus: Some(id.clone()), ..View::about(Page::System, system.id.clone()) }
        }
        None => View { tab: Tab::Systems, ..View::of(Page::Sources) },
    }
}

/// The comparison that a figure of a unit belongs to, with `place` highlighted: the unit itself, or
/// the unit of today that it became part of. `None` if its period or kind of unit is not offered.
pub fn comparison_of(
    dataset: &Dataset,
    unit: &Entity,
    place: &Entity,
    indicator: &Indicator,
    period: &Period,
) -> Option<View> {
    let periods = periods(dataset, &indicator.id);
    let at = periods.iter().position(|known| known.same_span(period))?;
    let universe = universe_of(unit);
    let offered = universes(dataset, &indicator.id, period);
    if universe.is_some_and(|own| !offered.iter().any(|(found, _)| *found == own)) {
        return None;
    }
    let time = match at {
        0 => Time::Latest,
        _ => Time::At(period.named()),
    };
    let focus = universe.map(|_| place.id.clone());
    Some(View { indicators: vec![indicator.id.clone()], time, focus, ..View::of(Page::Compare) })
}
