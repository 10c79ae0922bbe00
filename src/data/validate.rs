//! Rules that hold between records. Each broken rule is one [`Problem`].

mod story;

use unicode_normalization::is_nfc;

use super::dataset::used_twice;
use super::records::{
    Check, CheckOperation, Entity, EntityKind, Indicator, Kind, Measure, Observation, Operand,
    Parts, System, Text,
};
use super::{Dataset, Id, Layer, Period, Problem, Word};
use crate::quantity::{Hedge, Quantity, Unit};

/// Longest interface label, in characters (`glossary`: shorter than 45).
const LABEL_MAX: usize = 45;

/// Appends what is wrong with `dataset` to `problems`.
pub(super) fn validate(dataset: &Dataset, problems: &mut Vec<Problem>) {
    let mut check = Checker { dataset, problems };
    check.ids();
    check.sources();
    check.indicators();
    check.entities();
    for observation in &dataset.observations {
        check.observation(observation);
    }
    check.lists();
    check.stories();
    for system in &dataset.systems {
        check.system(system);
    }
    for found in &dataset.checks {
        check.check(found);
    }
    check.method();
    check.errata();
}

struct Checker<'a> {
    dataset: &'a Dataset,
    problems: &'a mut Vec<Problem>,
}

impl Checker<'_> {
    fn add(&mut self, file: &str, record: &str, field: &str, expected: impl Into<String>) {
        self.problems.push(Problem::new(file, record, field, expected));
    }

    fn text(&mut self, file: &str, record: &str, field: &str, text: &Text) {
        for (language, words) in [("vi", &text.vi), ("en", &text.en)] {
            if words.trim().is_empty() {
                self.add(
                    file,
                    record,
                    &format!("{field}.{language}"),
                    "expected words, found nothing",
                );
            } else if !is_nfc(words) {
                self.add(file, record, &format!("{field}.{language}"), "expected Unicode NFC");
            }
        }
    }

    /// Every id is used once, and an address can carry it.
    fn ids(&mut self) {
        let Dataset { entities, indicators, lists, stories, checks, .. } = self.dataset;
        let files: [(&str, Vec<&Id>); 5] = [
            ("indicators.json", indicators.iter().map(|r| &r.id).collect()),
            ("entities.json", entities.iter().map(|r| &r.id).collect()),
            ("lists.json", lists.iter().map(|r| &r.id).collect()),
            ("stories.json", stories.iter().map(|r| &r.id).collect()),
            ("checks.json", checks.iter().map(|r| &r.id).collect()),
        ];
        for (file, ids) in files {
            for (at, id) in ids.iter().enumerate() {
                // The look-up tables find the others.
                if matches!(file, "lists.json" | "stories.json" | "checks.json")
                    && ids[..at].contains(id)
                {
                    self.problems.push(used_twice(file, id));
                }
                let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':');
                if id.is_empty() || id.len() > 80 || !id.chars().all(fits) {
                    let expected = "expected 1 to 80 letters, digits, - _ . : for the address";
                    self.add(file, id, "id", expected);
                }
            }
        }
    }

    /// The texts of the page on method. Its parts and the terms of the glossary are anchors of one
    /// page, so that they share their ids.
    fn method(&mut self) {
        const FILE: &str = "method.json";
        let dataset = self.dataset;
        let mut seen: Vec<&Id> = Vec::new();
        for id in dataset.method.iter().map(|s| &s.id).chain(dataset.terms.iter().map(|t| &t.id)) {
            if seen.contains(&id) {
                self.problems.push(used_twice(FILE, id));
            }
            seen.push(id);
        }
        for section in &dataset.method {
            self.text(FILE, &section.id, "title", &section.title);
            for (at, text) in section.text.iter().enumerate() {
                self.text(FILE, &section.id, &format!("text[{at}]"), text);
            }
        }
        for term in &dataset.terms {
            self.text(FILE, &term.id, "label", &term.label);
            self.text(FILE, &term.id, "misread", &term.misread);
            if term.printed.trim().is_empty() {
                self.add(FILE, &term.id, "printed", "expected words, found nothing");
            } else if !is_nfc(&term.printed) {
                self.add(FILE, &term.id, "printed", "expected Unicode NFC");
            }
            let unknown = term.indicator.as_ref().filter(|id| dataset.indicator(id).is_none());
            if let Some(id) = unknown {
                let expected = format!("expected the id of an indicator, found {id:?}");
                self.add(FILE, &term.id, "indicator", expected);
            }
        }
    }

    /// A correction says on which day what was wrong, and which published figures it concerns.
    fn errata(&mut self) {
        const FILE: &str = "errata.json";
        let dataset = self.dataset;
        for (at, erratum) in dataset.errata.iter().enumerate() {
            let id = &erratum.id;
            if dataset.errata.iter().take(at).any(|other| other.id == *id) {
                self.problems.push(used_twice(FILE, id));
            }
            self.text(FILE, id, "was", &erratum.was);
            self.text(FILE, id, "now", &erratum.now);
            if erratum.date.day.is_none() {
                self.add(FILE, id, "date", "expected a day, such as 2024-08-20");
            }
            let later = dataset
                .errata
                .get(at + 1)
                .is_some_and(|next| next.date.first_day() > erratum.date.first_day());
            if later {
                self.add(FILE, id, "date", "expected the newest correction first");
            }
            if erratum.observations.is_empty() {
                self.add(FILE, id, "observations", "expected the figures that it concerns");
            }
            for other in &erratum.observations {
                if dataset.observation(other).is_none() {
                    let expected = format!("expected the id of an observation, found {other:?}");
                    self.add(FILE, id, "observations", expected);
                }
            }
        }
    }

    fn sources(&mut self) {
        const FILE: &str = "sources.json";
        for (at, document) in self.dataset.documents.iter().enumerate() {
            let earlier = self.dataset.documents.iter().take(at);
            let twin = earlier.rev().find(|other| other.seed == document.seed);
            if let Some((seed, twin)) = document.seed.as_ref().zip(twin) {
                let expected =
                    format!("expected a number of its own, found {seed:?} on {} too", twin.id);
                self.add(FILE, &document.id, "seed", expected);
            }
            self.text(FILE, &document.id, "title", &document.title);
            self.text(FILE, &document.id, "publisher", &document.publisher);
            self.text(FILE, &document.id, "issuer", &document.issuer);
            if let Some(report) = &document.report
                && self.dataset.report(report).is_none()
            {
                self.add(
                    FILE,
                    &document.id,
                    "report",
                    format!("expected the id of a report, found {report:?}"),
                );
            }
            if (document.layer == Layer::Reports) != document.seed.is_some() {
                self.add(
                    FILE,
                    &document.id,
                    "seed",
                    "expected on the report texts, and only there",
                );
            }
            if document
                .url
                .as_ref()
                .is_some_and(|url| !url.starts_with("https://") && !url.starts_with("http://"))
            {
                self.add(
                    FILE,
                    &document.id,
                    "url",
                    "expected an address that begins with https:// or http://",
                );
            }
        }
    }

    fn indicators(&mut self) {
        const FILE: &str = "indicators.json";
        for indicator in &self.dataset.indicators {
            let id = &indicator.id;
            self.text(FILE, id, "label", &indicator.label);
            self.text(FILE, id, "official", &indicator.official);
            self.text(FILE, id, "definition", &indicator.definition);
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

    fn entities(&mut self) {
        const FILE: &str = "entities.json";
        for entity in &self.dataset.entities {
            let id = &entity.id;
            self.text(FILE, id, "name", &entity.name);
            let needs_code = matches!(entity.kind, EntityKind::Province63 | EntityKind::Province34);
            if needs_code && entity.code.as_deref().is_none_or(|code| !id.ends_with(code)) {
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
                        let expected = format!("expected the id of an entity, found {other:?}");
                        self.problems.push(Problem::new(FILE, id, field, expected));
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

    /// The districts that the texts name ended with the 63 provinces.
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

    fn observation(&mut self, o: &Observation) {
        let file = if o.layer == Layer::Reports { "observations.json" } else { "context.json" };
        let Some(indicator) = self.dataset.indicator(&o.indicator) else {
            return self.add(
                file,
                &o.id,
                "indicator",
                format!("expected the id of an indicator, found {:?}", o.indicator),
            );
        };
        match self.dataset.entity(&o.entity) {
            None => {
                let expected = format!("expected the id of an entity, found {:?}", o.entity);
                self.add(file, &o.id, "entity", expected);
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
            let field = |name: &str| format!("mentions[{place}].{name}");
            let Some(document) = self.dataset.document(&mention.source) else {
                self.add(
                    file,
                    &o.id,
                    &field("source"),
                    format!("expected the id of a document, found {:?}", mention.source),
                );
                continue;
            };
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
            if document.layer == Layer::Reports
                && mention.paragraph.is_none_or(|number| number == 0)
            {
                self.add(
                    file,
                    &o.id,
                    &field("paragraph"),
                    "expected the number of the paragraph: its non-empty line, counted from 1",
                );
            }
            if o.kind != Kind::Change
                && let Some(quantity) = &mention.quantity
                && quantity.unit != indicator.unit
            {
                let expected = unit_of(indicator, quantity);
                self.add(file, &o.id, &field("quantity.unit"), expected);
            }
            if mention.printed.trim().is_empty() || mention.printed.chars().count() > 80 {
                self.add(
                    file,
                    &o.id,
                    &field("printed"),
                    "expected the figure as printed, not the sentence around it",
                );
            } else if !is_nfc(&mention.printed) {
                self.add(file, &o.id, &field("printed"), "expected Unicode NFC");
            }
        }
        for (place, note) in o.notes.iter().enumerate() {
            self.text(file, &o.id, &format!("notes[{place}]"), note);
        }
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
                && other.period.span == o.period.span
        });
        if let (Some(twin), true) = (twin, matches!(o.kind, Kind::Observation | Kind::Rank)) {
            self.add(
                file,
                &o.id,
                "mentions",
                format!("expected a mention on {}: one fact has one record", twin.id),
            );
        }
    }

    fn lists(&mut self) {
        const FILE: &str = "lists.json";
        for list in &self.dataset.lists {
            if self.dataset.indicator(&list.indicator).is_none() {
                self.add(
                    FILE,
                    &list.id,
                    "indicator",
                    format!("expected the id of an indicator, found {:?}", list.indicator),
                );
            }
            for named in &list.named {
                match self.dataset.observation(named) {
                    None => self.add(
                        FILE,
                        &list.id,
                        "named",
                        format!("expected the id of an observation, found {named:?}"),
                    ),
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
                    self.add(
                        FILE,
                        &list.id,
                        "mentions",
                        format!("expected the id of a document, found {source:?}"),
                    );
                }
            }
        }
    }

    fn system(&mut self, system: &System) {
        const FILE: &str = "systems.json";
        let id = &system.id;
        self.text(FILE, id, "name", &system.name);
        self.text(FILE, id, "what", &system.what);
        if let Some(reported) = &system.reported {
            self.text(FILE, id, "reported", reported);
        }
        for indicator in &system.indicators {
            if self.dataset.indicator(indicator).is_none() {
                let expected = format!("expected the id of an indicator, found {indicator:?}");
                self.add(FILE, id, "indicators", expected);
            }
        }
        for (at, milestone) in system.milestones.iter().enumerate() {
            let field = |name: &str| format!("milestones[{at}].{name}");
            self.text(FILE, id, &field("text"), &milestone.text);
            for mention in &milestone.mentions {
                if self.dataset.document(&mention.source).is_none() {
                    let found = &mention.source;
                    let expected = format!("expected the id of a document, found {found:?}");
                    self.add(FILE, id, &field("mentions"), expected);
                }
            }
        }
    }

    fn check(&mut self, check: &Check) {
        const FILE: &str = "checks.json";
        let id = &check.id;
        self.text(FILE, id, "statement", &check.statement);
        if let Some(note) = &check.note {
            self.text(FILE, id, "note", note);
        }
        let mut sound = true;
        let operands = check.operands.iter().enumerate();
        let operands = operands.map(|(at, operand)| (format!("operands[{at}]"), operand));
        let result = check.result.iter().map(|result| ("result".to_owned(), result));
        for (field, operand) in operands.chain(result) {
            let is_listed =
                check.operation == CheckOperation::ListLength && field.starts_with("operands");
            if let Some(expected) = self.operand_problem(operand, is_listed) {
                self.add(FILE, id, &field, expected);
                sound = false;
            }
        }
        for (at, operand) in check.operands.iter().enumerate() {
            if check.operands[..at].contains(operand) {
                let expected = format!("expected each figure once, found {}", operand.observation);
                self.add(FILE, id, &format!("operands[{at}]"), expected);
                sound = false;
            }
        }
        let found = check.operands.len();
        let (fits, wanted) = operand_count(check.operation, found);
        if !fits {
            let name = check.operation.word();
            let expected = format!("expected {wanted} for {name}, found {found}");
            self.add(FILE, id, "operands", expected);
            sound = false;
        }
        if check.parts == Parts::Part
            && !matches!(check.operation, CheckOperation::Sum | CheckOperation::ListLength)
        {
            self.add(FILE, id, "of", "expected part only on a sum or a list");
        }
        self.check_days(check);
        self.check_months(check);
        if check.operation == CheckOperation::WeightedMean && check.result.is_none() {
            self.add(FILE, id, "result", "expected the mean that lies among the operands");
            sound = false;
        }
        if sound {
            self.check_units(check);
        }
    }

    /// What is wrong with an operand by itself. A list counts its members, which need no figure.
    fn operand_problem(&self, operand: &Operand, is_listed: bool) -> Option<String> {
        let Some(observation) = self.dataset.observation(&operand.observation) else {
            let found = &operand.observation;
            return Some(format!("expected the id of an observation, found {found:?}"));
        };
        let figure = observation.quantity;
        if operand.denominator && figure.is_none_or(|figure| figure.denominator.is_none()) {
            let found = &operand.observation;
            return Some(format!("expected a figure printed with its whole, found {found:?}"));
        }
        let is_missing = figure.is_none() && !is_listed;
        is_missing.then(|| {
            format!("expected an observation with a figure, found {:?}", operand.observation)
        })
    }

    fn check_days(&mut self, check: &Check) {
        const FILE: &str = "checks.json";
        let is_pace = check.operation == CheckOperation::Pace;
        let single = is_pace && check.operands.len() == 1;
        match check.days {
            Some(_) if !single => {
                self.add(FILE, &check.id, "days", "expected only on a pace of one figure");
            }
            Some(days) if days.number() == 0 => {
                self.add(FILE, &check.id, "days", "expected at least one day");
            }
            None if single => {
                let observation = check.operands.first();
                let observation =
                    observation.and_then(|o| self.dataset.observation(&o.observation));
                if observation.is_some_and(|o| o.period.days().is_none()) {
                    let expected = "expected days: the period of the figure has no beginning";
                    self.add(FILE, &check.id, "days", expected);
                }
            }
            _ => {}
        }
    }

    /// A mean of a month is taken over whole months, the part being some of those of the total.
    fn check_months(&mut self, check: &Check) {
        let operation = check.operation;
        if !matches!(operation, CheckOperation::MonthlyMean | CheckOperation::OverMean) {
            return;
        }
        let periods = check.operands.iter();
        let periods =
            periods.filter_map(|o| Some(&self.dataset.observation(&o.observation)?.period));
        let [total, part] = periods.collect::<Vec<_>>()[..] else { return };
        let span = |period: &Period| Some((period.start()?.first_day(), period.end().last_day()));
        let is_within = span(total)
            .zip(span(part))
            .is_some_and(|(total, part)| total.0 <= part.0 && part.1 <= total.1);
        let rest = total.months().zip(part.months()).map(|(all, some)| all.saturating_sub(some));
        if !is_within || rest.is_none_or(|months| months == 0) {
            let expected = "expected whole months, the second figure being of some of the first";
            self.add("checks.json", &check.id, "operands", expected);
        }
    }

    /// The units of the operands fit each other, and that of the result fits what comes out.
    fn check_units(&mut self, check: &Check) {
        const FILE: &str = "checks.json";
        let observation = |o: &Operand| self.dataset.observation(&o.observation);
        let unit = |o: &Operand| observation(o).and_then(|o| o.quantity).map(|q| q.unit);
        let units: Vec<Option<Unit>> = check.operands.iter().map(unit).collect();
        let first = units.first().copied().flatten();
        let second = units.get(1).copied().flatten();
        let is_change = |o: &Operand| observation(o).is_some_and(|o| o.kind == Kind::Change);
        let wanted = match check.operation {
            CheckOperation::ListLength | CheckOperation::Complement | CheckOperation::YearGone => {
                vec![first]
            }
            CheckOperation::Ratio if second == Some(Unit::Count) => vec![first, second],
            CheckOperation::ImpliedTotal => vec![first, Some(Unit::Percent)],
            CheckOperation::Denominator => vec![Some(Unit::Count), Some(Unit::Percent)],
            CheckOperation::Change => vec![first, second],
            _ => vec![first; units.len()],
        };
        let odd = units.iter().zip(&wanted).position(|(found, wanted)| found != wanted);
        if let Some((at, wanted)) = odd.and_then(|at| wanted.get(at).map(|wanted| (at, *wanted))) {
            let (wanted, found) = (name_of(wanted), name_of(units.get(at).copied().flatten()));
            let expected = format!("expected a figure in {wanted}, found {found}");
            return self.add(FILE, &check.id, &format!("operands[{at}]"), expected);
        }
        if check.operation == CheckOperation::Complement && first != Some(Unit::Percent) {
            let expected = format!("expected a figure in percent, found {}", name_of(first));
            return self.add(FILE, &check.id, "operands[0]", expected);
        }
        if check.operation == CheckOperation::Change
            && !check.operands.get(1).is_some_and(is_change)
        {
            return self.add(FILE, &check.id, "operands[1]", "expected a change");
        }
        let comes_out = match check.operation {
            CheckOperation::Difference => first.map(Unit::of_difference),
            CheckOperation::Ratio if first == second => Some(Unit::Times),
            CheckOperation::Share | CheckOperation::YearGone => Some(Unit::Percent),
            CheckOperation::Growth | CheckOperation::OverMean => Some(Unit::PercentChange),
            CheckOperation::ListLength => Some(Unit::Count),
            CheckOperation::Pace if units.len() == 2 => Some(Unit::Days),
            _ => first,
        };
        let printed = check.result.as_ref().and_then(unit);
        if printed.is_some() && printed != comes_out {
            let (wanted, found) = (name_of(comes_out), name_of(printed));
            let expected = format!("expected a figure in {wanted}, found {found}");
            self.add(FILE, &check.id, "result", expected);
        }
    }
}

/// What is wrong with a figure of a unit that did not exist at its time: a code says nothing
/// without its vintage. A target may be due when the unit is no more.
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

/// Whether an operation takes so many operands, and how many it takes.
fn operand_count(operation: CheckOperation, found: usize) -> (bool, &'static str) {
    match operation {
        CheckOperation::Sum | CheckOperation::Difference | CheckOperation::WeightedMean => {
            (found >= 2, "two figures or more")
        }
        CheckOperation::Ratio
        | CheckOperation::Share
        | CheckOperation::Change
        | CheckOperation::ImpliedTotal
        | CheckOperation::Denominator
        | CheckOperation::MonthlyMean
        | CheckOperation::OverMean => (found == 2, "two figures"),
        CheckOperation::Growth => (found == 2 || found == 4, "two or four figures"),
        CheckOperation::Complement | CheckOperation::YearGone => (found == 1, "one figure"),
        CheckOperation::ListLength => (found >= 1, "one figure or more"),
        CheckOperation::Pace => (found == 1 || found == 2, "one or two figures"),
    }
}

fn name_of(unit: Option<Unit>) -> String {
    unit.map_or("no unit", Unit::word).to_owned()
}
