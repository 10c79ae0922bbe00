//! Rules that hold between records. Each broken rule is one [`Problem`].

mod checks;
mod figures;
mod story;
mod subjects;

use unicode_normalization::is_nfc;

use super::dataset::used_twice;
use super::records::{System, Text};
use super::{Dataset, Id, Layer, Problem};

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

/// Files whose records have pages: their ids name folders.
const HAVE_PAGES: [&str; 4] = ["indicators.json", "entities.json", "stories.json", "systems.json"];

/// What makes an id unfit for an address or, where it names a folder, for a path: `..` leads out of
/// the folder, and a name with a dot looks like a file.
fn unfit(id: &str, has_page: bool) -> Option<&'static str> {
    let fits = |c: char| {
        c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':') || c == '.' && !has_page
    };
    let begins = id.starts_with(|c: char| c.is_ascii_alphanumeric());
    let is_fit = begins && id.len() <= 80 && id.chars().all(fits);
    match has_page {
        _ if is_fit => None,
        true => {
            Some("expected 1 to 80 of a-z A-Z 0-9 - _ : for the address, a letter or digit first")
        }
        false => {
            Some("expected 1 to 80 of a-z A-Z 0-9 - _ . : for the address, a letter or digit first")
        }
    }
}

/// What is wrong with a text: it is empty, not in NFC, or holds invisible characters. Those would
/// make a figure read differently from what is stored, or a picture invalid XML.
fn fault(words: &str) -> Option<String> {
    let is_hidden = |c: &char| {
        c.is_control()
            || matches!(*c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    if words.trim().is_empty() {
        return Some("expected words, found nothing".into());
    }
    if !is_nfc(words) {
        return Some("expected Unicode NFC".into());
    }
    let hidden = words.chars().find(is_hidden)?;
    Some(format!("expected characters that can be seen, found U+{:04X}", u32::from(hidden)))
}

struct Checker<'a> {
    dataset: &'a Dataset,
    problems: &'a mut Vec<Problem>,
}

impl Checker<'_> {
    fn add(&mut self, file: &str, record: &str, field: &str, expected: impl Into<String>) {
        self.problems.push(Problem::new(file, record, field, expected));
    }

    /// Reports an id that no record has: `kind` is "an indicator", "a document".
    fn unknown(&mut self, file: &str, record: &str, field: &str, kind: &str, found: &Id) {
        self.add(file, record, field, format!("expected the id of {kind}, found {found:?}"));
    }

    fn text(&mut self, file: &str, record: &str, field: &str, text: &Text) {
        for (language, words) in [("vi", &text.vi), ("en", &text.en)] {
            self.words(file, record, &format!("{field}.{language}"), words);
        }
    }

    fn words(&mut self, file: &str, record: &str, field: &str, words: &str) {
        if let Some(expected) = fault(words) {
            self.add(file, record, field, expected);
        }
    }

    fn maybe(&mut self, file: &str, record: &str, field: &str, text: Option<&Text>) {
        if let Some(text) = text {
            self.text(file, record, field, text);
        }
    }

    fn all(&mut self, file: &str, record: &str, field: &str, texts: &[Text]) {
        for (at, text) in texts.iter().enumerate() {
            self.text(file, record, &format!("{field}[{at}]"), text);
        }
    }

    /// Every id is used once, and an address can carry it.
    fn ids(&mut self) {
        let Dataset { entities, indicators, lists, stories, systems, checks, .. } = self.dataset;
        let of_layer = |layer| {
            let figures = self.dataset.observations.iter().filter(move |o| o.layer == layer);
            figures.filter(|o| o.derived_from.is_none()).map(|o| &o.id).collect()
        };
        let files: [(&str, Vec<&Id>); 8] = [
            ("indicators.json", indicators.iter().map(|r| &r.id).collect()),
            ("entities.json", entities.iter().map(|r| &r.id).collect()),
            ("lists.json", lists.iter().map(|r| &r.id).collect()),
            ("stories.json", stories.iter().map(|r| &r.id).collect()),
            ("systems.json", systems.iter().map(|r| &r.id).collect()),
            ("checks.json", checks.iter().map(|r| &r.id).collect()),
            ("observations.json", of_layer(Layer::Reports)),
            ("context.json", of_layer(Layer::Context)),
        ];
        for (file, ids) in files {
            for (at, id) in ids.iter().enumerate() {
                // In these files the look-up tables find duplicates.
                let has_table =
                    ["indicators.json", "entities.json", "observations.json", "context.json"];
                if !has_table.contains(&file) && ids[..at].contains(id) {
                    self.problems.push(used_twice(file, id));
                }
                if let Some(expected) = unfit(id, HAVE_PAGES.contains(&file)) {
                    self.add(file, id, "id", expected);
                }
            }
        }
    }

    /// The texts of the method page. Its sections and the terms of the glossary are anchors on one
    /// page, so they may not share ids.
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
            self.words(FILE, &term.id, "printed", &term.printed);
            let unknown = term.indicator.as_ref().filter(|id| dataset.indicator(id).is_none());
            if let Some(id) = unknown {
                self.unknown(FILE, &term.id, "indicator", "an indicator", id);
            }
        }
    }

    /// A correction has a day, both texts and published figures; the newest comes first.
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
                    self.unknown(FILE, id, "observations", "an observation", other);
                }
            }
        }
    }

    fn sources(&mut self) {
        const FILE: &str = "sources.json";
        for report in &self.dataset.reports {
            self.text(FILE, &report.id, "title", &report.title);
            self.text(FILE, &report.id, "issuer", &report.issuer);
        }
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
                self.unknown(FILE, &document.id, "report", "a report", report);
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
                self.unknown(FILE, id, "indicators", "an indicator", indicator);
            }
        }
        for (at, milestone) in system.milestones.iter().enumerate() {
            let field = |name: &str| format!("milestones[{at}].{name}");
            self.text(FILE, id, &field("text"), &milestone.text);
            for (place, mention) in milestone.mentions.iter().enumerate() {
                self.mention(FILE, id, &field(&format!("mentions[{place}]")), mention);
            }
        }
    }
}
