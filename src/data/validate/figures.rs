//! Rules for figures and for lists of them.

use super::Checker;
use crate::data::records::{Document, Entity, Indicator, Kind, Mention, Observation};
use crate::data::{Layer, Word as _};
use crate::quantity::{Hedge, Quantity, Unit};

impl Checker<'_> {
    pub(super) fn observation(&mut self, o: &Observation) {
        let file = if o.layer == Layer::Reports { "observations.json" } else { "context.json" };
        let Some(indicator) = self.dataset.indicator(&o.indicator) else {
            return self.unknown(file, &o.id, "indicator", "an indicator", &o.indicator);
        };
        match self.dataset.entity(&o.entity) {
            None => {
                self.unknown(file, &o.id, "entity", "an entity", &o.entity);
            }
            Some(entity) => {
                if let Some(expected) = other_time(entity, o) {
                    self.add(file, &o.id, "entity", expected);
                }
            }
        }
        match &o.quantity {
            None if !matches!(o.kind, Kind::Policy | Kind::Membership) => {
                self.add(
                    file,
                    &o.id,
                    "quantity",
                    "expected a quantity: only policies and memberships go without",
                );
            }
            Some(quantity) => self.figure(file, o, indicator, quantity),
            None => {}
        }
        if o.mentions.is_empty() {
            self.add(file, &o.id, "mentions", "expected at least one place that prints the figure");
        }
        for (place, mention) in o.mentions.iter().enumerate() {
            let own = format!("mentions[{place}]");
            let field = |name: &str| format!("{own}.{name}");
            let Some(document) = self.mention(file, &o.id, &own, mention) else { continue };
            if document.layer != o.layer {
                self.add(
                    file,
                    &o.id,
                    &field("source"),
                    format!(
                        "expected a document of the layer of {file}: the layers are never mixed"
                    ),
                );
            }
            if o.kind != Kind::Change
                && let Some(quantity) = &mention.quantity
                && quantity.unit != indicator.unit
            {
                let expected = unit_of(indicator, quantity);
                self.add(file, &o.id, &field("quantity.unit"), expected);
            }
        }
        self.all(file, &o.id, "notes", &o.notes);
    }

    /// Checks a mention: a known document, its paragraph in a report text, and what is printed
    /// there. Returns the document.
    pub(super) fn mention(
        &mut self,
        file: &str,
        record: &str,
        field: &str,
        mention: &Mention,
    ) -> Option<&Document> {
        const NOT_PRINTED: &str = "expected the figure as printed, not the sentence around it";
        let printed = format!("{field}.printed");
        self.maybe(file, record, &format!("{field}.note"), mention.note.as_ref());
        if mention.printed.trim().is_empty() || mention.printed.chars().count() > 80 {
            self.add(file, record, &printed, NOT_PRINTED);
        } else {
            self.words(file, record, &printed, &mention.printed);
        }
        let document = self.dataset.document(&mention.source);
        if document.is_none() {
            self.unknown(file, record, &format!("{field}.source"), "a document", &mention.source);
        }
        let is_report = document.is_some_and(|document| document.layer == Layer::Reports);
        if is_report && mention.paragraph.is_none_or(|number| number == 0) {
            self.add(
                file,
                record,
                &format!("{field}.paragraph"),
                "expected the number of the paragraph: its non-empty line, counted from 1",
            );
        }
        document
    }

    fn figure(&mut self, file: &str, o: &Observation, indicator: &Indicator, quantity: &Quantity) {
        let fits = o.kind == Kind::Change || quantity.unit == indicator.unit;
        if !fits {
            self.add(file, &o.id, "quantity.unit", unit_of(indicator, quantity));
        }
        if quantity.unit == Unit::Rank
            && quantity.value().is_some_and(|rank| o.of.is_some_and(|of| rank > f64::from(of)))
        {
            self.add(file, &o.id, "of", "expected at least the rank");
        }
        if o.kind == Kind::Rank && quantity.hedge != Hedge::Exact {
            self.add(file, &o.id, "quantity.qualifier", "expected exact: a rank is a whole number");
        }
        let twin = self.dataset.of_indicator(&o.indicator).find(|other| {
            other.id < o.id
                && other.entity == o.entity
                && other.kind == o.kind
                && other.scope == o.scope
                && other.layer == o.layer
                && other.period.same_span(&o.period)
        });
        if let (Some(twin), true) = (twin, matches!(o.kind, Kind::Observation | Kind::Rank)) {
            self.add(
                file,
                &o.id,
                "mentions",
                format!("expected a mention on {}: one fact has one record", twin.id),
            );
        }
        let token = o.period.token();
        let namesake = self.dataset.of_indicator(&o.indicator).find(|other| {
            other.id < o.id
                && [o, other].iter().all(|one| one.kind == Kind::Observation)
                && other.period.token() == token
                && !other.period.same_span(&o.period)
        });
        if let Some(other) = namesake {
            let expected =
                format!("expected the period of {}: the address calls both {token}", other.id);
            self.add(file, &o.id, "period", expected);
        }
    }

    pub(super) fn lists(&mut self) {
        const FILE: &str = "lists.json";
        for list in &self.dataset.lists {
            if self.dataset.indicator(&list.indicator).is_none() {
                self.unknown(FILE, &list.id, "indicator", "an indicator", &list.indicator);
            }
            for named in &list.named {
                match self.dataset.observation(named) {
                    None => self.unknown(FILE, &list.id, "named", "an observation", named),
                    Some(_) if self.dataset.indicator(&list.indicator).is_none() => {}
                    Some(o) if o.indicator != list.indicator => {
                        self.add(
                            FILE,
                            &list.id,
                            "named",
                            format!("expected observations of {}, found {named:?}", list.indicator),
                        );
                    }
                    Some(o) if !o.period.same_span(&list.period) => {
                        let expected = format!("expected figures of its time, found {named:?}");
                        self.add(FILE, &list.id, "named", expected);
                    }
                    Some(_) => {}
                }
            }
            if list.top.is_some_and(|top| usize::from(top) != list.named.len()) {
                self.add(
                    FILE,
                    &list.id,
                    "top",
                    format!("expected the number of named observations ({})", list.named.len()),
                );
            }
            for (source, _) in &list.mentions {
                if self.dataset.document(source).is_none() {
                    self.unknown(FILE, &list.id, "mentions", "a document", source);
                }
            }
        }
    }
}

/// What is wrong with a figure of a unit that did not exist at that time: a code says nothing
/// without its vintage. A target may be due after its unit has ceased to exist.
fn other_time(entity: &Entity, o: &Observation) -> Option<String> {
    let end = o.period.end();
    if o.kind == Kind::Target {
        return None;
    }
    let ended = entity.to.filter(|to| end.first_day() > to.last_day());
    let begins = entity.from.filter(|from| end.last_day() < from.first_day());
    let is = ended.map(|to| format!("was until {to}"));
    let is = is.or_else(|| begins.map(|from| format!("is since {from}")))?;
    Some(format!("expected a unit of {end}, found {:?}, which {is}", o.entity))
}

fn unit_of(indicator: &Indicator, found: &Quantity) -> String {
    let (unit, found) = (indicator.unit.word(), found.unit.word());
    format!("expected the unit of the indicator, {unit}, found {found}")
}
