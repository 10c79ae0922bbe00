//! Where a hit of the search leads. Nowhere else is that decided.

use crate::compare::{Hit, offered_indicators, other_indicators};
use crate::data::{Dataset, EntityKind, Id};
use crate::view::{Page, Tab, View};

/// Whether units of a kind have a page of their own. Banks, classes of apps and the archipelagos
/// have none: no figure is theirs alone.
pub fn has_page(kind: EntityKind) -> bool {
    crate::compare::is_place(kind)
}

/// The view that a hit leads to: the page of a place, system or story; the comparison by an
/// indicator. What has no page of its own is shown where its figures are.
pub fn view_of_hit(dataset: &Dataset, hit: &Hit) -> View {
    match hit {
        Hit::Place(id) => place(dataset, id),
        Hit::Indicator(id) => indicator(dataset, id),
        Hit::System(id) => View::about(Page::System, id.clone()),
        Hit::Story(id) => View::about(Page::Story, id.clone()),
        // Its panel opens over whatever is there; without one, where it is compared.
        Hit::Figure(id) => {
            let figure = dataset.observation(id);
            figure.map_or_else(View::default, |o| indicator(dataset, &o.indicator))
        }
    }
}

fn place(dataset: &Dataset, id: &Id) -> View {
    let entity = dataset.entity(id);
    match entity.and_then(|entity| entity.belongs_to.as_ref()) {
        // An archipelago: the unit that governs it.
        Some(governing) => View::about(Page::Place, governing.clone()),
        None if entity.is_some_and(|entity| !has_page(entity.kind)) => {
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
        Some(system) => View::about(Page::System, system.id.clone()),
        None => View { tab: Tab::Systems, ..View::of(Page::Sources) },
    }
}
