//! Rules for stories: what a headline may hold, and what each form of picture needs.

use super::Checker;
use crate::data::records::{EntityKind, Form, Observation, Panel, Story};
use crate::data::{Id, Word as _};
use crate::quantity::Unit;

const FILE: &str = "stories.json";

/// Longest headline and longest short headline of a story, in characters.
const HEADLINE_MAX: usize = 90;
const SHORT_MAX: usize = 55;

impl Checker<'_> {
    pub(super) fn stories(&mut self) {
        for (at, story) in self.dataset.stories.iter().enumerate() {
            let is_other = |other: &&Story| other.id != story.id;
            let earlier = self.dataset.stories.iter().take(at).filter(is_other);
            if let Some(twin) = earlier.rev().find(|other| other.number == story.number) {
                let expected = format!(
                    "expected a number of its own, found {} on {} too",
                    twin.number, twin.id
                );
                self.add(FILE, &story.id, "number", expected);
            }
            self.story_texts(story);
            self.pair(story);
            self.figures(story, "figures", &story.figures);
            self.check_ids(story, "computed", &story.computed);
            for quoted in story.quotes.iter().filter(|id| self.dataset.document(id).is_none()) {
                self.unknown(FILE, &story.id, "quotes", "a document", quoted);
            }
            for (at, panel) in story.panels.iter().enumerate() {
                self.panel(story, &format!("panels[{at}]"), panel);
            }
        }
    }

    fn story_texts(&mut self, story: &Story) {
        let id = &story.id;
        self.text(FILE, id, "headline", &story.headline);
        self.text(FILE, id, "finding", &story.finding);
        for (field, text, most) in
            [("headline", &story.headline, HEADLINE_MAX), ("short", &story.short, SHORT_MAX)]
        {
            // Shared pictures show the line in either language.
            for (language, words) in [("vi", &text.vi), ("en", &text.en)] {
                let length = words.chars().count();
                if length > most {
                    let field = format!("{field}.{language}");
                    let expected = format!("expected at most {most} characters, found {length}");
                    self.add(FILE, id, &field, expected);
                }
            }
        }
        self.text(FILE, id, "short", &story.short);
        for (field, texts) in [("text", &story.text), ("caveats", &story.caveats)] {
            for (at, text) in texts.iter().enumerate() {
                self.text(FILE, id, &format!("{field}[{at}]"), text);
            }
        }
    }

    /// A verdict needs two figures.
    fn pair(&mut self, story: &Story) {
        self.figures(story, "pair", &story.pair);
        let is_pair = matches!(&story.pair[..], [left, right] if left != right);
        if !is_pair && !story.pair.is_empty() {
            let expected = "expected two different figures, or none";
            self.add(FILE, &story.id, "pair", expected);
        }
    }

    fn panel(&mut self, story: &Story, path: &str, panel: &Panel) {
        let field = |name: &str| format!("{path}.{name}");
        self.text(FILE, &story.id, &field("title"), &panel.title);
        let mut sound = true;
        for (name, ids) in [
            ("observations", &panel.observations),
            ("references", &panel.references),
            ("targets", &panel.targets),
        ] {
            sound &= self.figures(story, &field(name), ids);
        }
        sound &= self.check_ids(story, &field("computed"), &panel.computed);
        let drawn = panel.observations.iter().chain(&panel.references).chain(&panel.targets);
        if drawn.clone().chain(&panel.computed).next().is_none() {
            self.add(FILE, &story.id, path, "expected something to draw");
        }
        if let Some(indicator) = &panel.indicator {
            if self.dataset.indicator(indicator).is_none() {
                self.unknown(FILE, &story.id, &field("indicator"), "an indicator", indicator);
                sound = false;
            }
            let is_other =
                |id: &&Id| self.dataset.observation(id).is_some_and(|o| o.indicator != *indicator);
            if let Some(other) = drawn.clone().find(is_other).filter(|_| sound) {
                let expected =
                    format!("expected the indicator of all figures, not that of {other}");
                self.add(FILE, &story.id, &field("indicator"), expected);
            }
        }
        if let Some(expected) = self.form_problem(panel).filter(|_| sound) {
            self.add(FILE, &story.id, &field("form"), expected);
        }
    }

    /// Why the figures of a panel cannot be drawn in its form.
    fn form_problem(&self, panel: &Panel) -> Option<String> {
        let figures = self.dataset.figures(&panel.observations);
        let units: Vec<Option<Unit>> =
            figures.iter().map(|o| o.quantity.map(|quantity| quantity.unit)).collect();
        let name = panel.form.word();
        match panel.form {
            Form::Bars | Form::Dots | Form::Columns | Form::Scale => {
                let is_one = units.iter().all(|unit| unit.is_some() && Some(unit) == units.first());
                (!is_one).then(|| format!("expected figures of one unit for {name}"))
            }
            Form::Squares => {
                let all = self.dataset.of_kind(EntityKind::Province63).count() as f64;
                let fits = |o: &&Observation| {
                    let value =
                        o.quantity.filter(|q| q.unit == Unit::Count).and_then(|q| q.value());
                    let is_whole =
                        o.quantity.and_then(|q| q.denominator).is_none_or(|of| of == all);
                    let is_part = value.is_some_and(|value| value <= all);
                    &*o.entity == "block:provinces" && is_part && is_whole
                };
                let odd = figures.iter().find(|o| !fits(o))?;
                Some(format!("expected counts of provinces for {name}, found {}", odd.id))
            }
            Form::Timeline => units.contains(&None).then(|| format!("expected figures for {name}")),
            Form::Targets => (panel.targets.len() != 1)
                .then(|| format!("expected one target for {name}, found {}", panel.targets.len())),
            Form::Tiles => {
                let odd = figures.iter().find(|o| !self.is_of_provinces(o))?;
                Some(format!("expected provinces or a group of them for {name}, found {}", odd.id))
            }
        }
    }

    fn is_of_provinces(&self, o: &Observation) -> bool {
        let is_province = |id: &Id| {
            self.dataset.entity(id).is_some_and(|entity| entity.kind == EntityKind::Province63)
        };
        let members = self.dataset.entity(&o.entity).map(|entity| &entity.members);
        is_province(&o.entity)
            || members.is_some_and(|members| !members.is_empty() && members.iter().all(is_province))
    }

    /// Reports the first id that is no figure; returns whether all are.
    fn figures(&mut self, story: &Story, field: &str, ids: &[Id]) -> bool {
        let unknown = ids.iter().find(|id| self.dataset.observation(id).is_none());
        if let Some(unknown) = unknown {
            self.unknown(FILE, &story.id, field, "an observation", unknown);
        }
        unknown.is_none()
    }

    /// Reports the first id that is no check; returns whether all are.
    fn check_ids(&mut self, story: &Story, field: &str, ids: &[Id]) -> bool {
        let unknown = ids.iter().find(|id| self.dataset.check(id).is_none());
        if let Some(unknown) = unknown {
            self.unknown(FILE, &story.id, field, "a check", unknown);
        }
        unknown.is_none()
    }
}
