//! Bounds that follow from a list: what is known of the units that it does not name.

use super::records::{Entity, Kind, List, Mention, Observation, Scope};
use super::{Dataset, Id, Layer};

/// Adds, for every list, one derived observation for each unit of its universe that has no
/// figure of the same indicator and time.
pub(super) fn expand(dataset: &mut Dataset) {
    let mut derived = Vec::new();
    for list in &dataset.lists {
        let layer = layer_of(dataset, list);
        let members = dataset.entities.iter().filter(|entity| entity.kind == list.universe);
        for entity in members.filter(|entity| !has_figure(dataset, list, entity)) {
            derived.push(Observation {
                id: Id::from(format!("{}.{}", list.id, entity.id)),
                indicator: list.indicator.clone(),
                entity: entity.id.clone(),
                scope: Scope::Whole,
                kind: Kind::Observation,
                period: list.period.clone(),
                quantity: None,
                interval: Some(list.rest),
                of: None,
                change: None,
                mentions: mentions_of(list),
                notes: list.notes.clone(),
                layer,
                derived_from: Some(list.id.clone()),
            });
        }
    }
    dataset.observations.append(&mut derived);
}

fn has_figure(dataset: &Dataset, list: &List, entity: &Entity) -> bool {
    dataset.observations.iter().any(|o| {
        o.entity == entity.id
            && o.indicator == list.indicator
            && o.kind == Kind::Observation
            && o.period.same_span(&list.period)
    })
}

fn layer_of(dataset: &Dataset, list: &List) -> Layer {
    let reports = list.mentions.iter().filter_map(|(source, _)| dataset.document(source));
    if reports.clone().any(|document| document.layer == Layer::Reports) {
        Layer::Reports
    } else {
        Layer::Context
    }
}

fn mentions_of(list: &List) -> Vec<Mention> {
    let mention = |(source, paragraph): &(Id, Option<u16>)| Mention {
        source: source.clone(),
        paragraph: *paragraph,
        printed: "".into(),
        quantity: None,
        note: None,
    };
    list.mentions.iter().map(mention).collect()
}
