//! What can be found, and by which names.

use std::rc::Rc;

use super::needle::Role;
use super::words::Words;
use super::{Hit, Wanted};
use crate::data::{Dataset, Entity, EntityKind, Indicator, PlaceWithin, Story, System, Text};

/// A name under which something is found.
#[derive(Debug)]
pub(super) struct Name {
    pub text: Rc<str>,
    pub words: Words,
    pub role: Role,
    /// Whether the interface shows this name.
    pub is_main: bool,
    /// The district, town or commune that has this name.
    pub within: Option<PlaceWithin>,
}

impl Name {
    /// Whether it is an abbreviation: capitals only, and not the name that the interface shows.
    pub(super) fn is_short(&self) -> bool {
        let is_capital = |c: char| c.is_ascii_uppercase() || c == 'Đ';
        !self.is_main && self.text.len() > 1 && self.text.chars().all(is_capital)
    }
}

/// Something that can be found.
#[derive(Debug)]
pub(super) struct Candidate {
    pub hit: Hit,
    /// Its Vietnamese name, for alphabetical order.
    pub title: Rc<str>,
    pub names: Vec<Name>,
    /// Among equally good hits the lower group comes first.
    pub group: u8,
    /// How much the dataset has of it, to order equally good wordings: figures of an indicator,
    /// indicators of a system.
    pub figures: usize,
}

/// Everything that is wanted, with its names.
pub(super) fn candidates(dataset: &Dataset, wanted: Wanted<'_>) -> Vec<Candidate> {
    let is_wanted = |entity: &&Entity| match wanted {
        Wanted::Everything => true,
        Wanted::Places(kinds) => kinds.contains(&entity.kind),
    };
    let places = dataset.entities.iter().filter(is_wanted);
    let mut found: Vec<Candidate> = places.map(|entity| place(dataset, entity)).collect();
    if wanted == Wanted::Everything {
        found.extend(dataset.indicators.iter().map(|found| indicator(dataset, found)));
        found.extend(dataset.systems.iter().map(system));
        found.extend(dataset.stories.iter().map(story));
    }
    found
}

fn place(dataset: &Dataset, entity: &Entity) -> Candidate {
    let mut names = Names::default();
    names.title(&entity.name, Role::Name);
    entity.full_name.iter().for_each(|text| names.both(text, Role::Name));
    for other in entity.abbr.iter().chain(&entity.aliases) {
        names.add(other, Role::Name);
    }
    for place in &entity.within {
        let first = names.0.len();
        names.both(&place.name, Role::Name);
        names.0.iter_mut().skip(first).for_each(|name| name.within = Some(place.clone()));
    }
    names.told_apart(dataset, entity);
    for old in dataset.units(&entity.predecessors) {
        names.both(&old.name, Role::Predecessor);
    }
    let group = match entity.kind {
        EntityKind::Nation => 0,
        EntityKind::Block => 1,
        // Nearly all figures are of units before the reorganisation of 2025.
        EntityKind::Province63 => 2,
        EntityKind::Province34 => 3,
        EntityKind::Ministry22 => 4,
        EntityKind::Ministry25 => 5,
        EntityKind::Region6 => 6,
        EntityKind::Marker => 7,
        // Their names are sentences.
        EntityKind::Area | EntityKind::Group => 13,
    };
    names.of(Hit::Place(entity.id.clone()), group, 0)
}

fn indicator(dataset: &Dataset, indicator: &Indicator) -> Candidate {
    let mut names = Names::default();
    names.title(&indicator.label, Role::Phrase);
    names.both(&indicator.official, Role::Phrase);
    names.both(&indicator.definition, Role::Description);
    let figures = dataset.of_indicator(&indicator.id).count();
    names.of(Hit::Indicator(indicator.id.clone()), 10, figures)
}

fn system(system: &System) -> Candidate {
    let mut names = Names::default();
    names.title(&system.name, Role::Title);
    names.both(&system.what, Role::Description);
    names.of(Hit::System(system.id.clone()), 11, system.indicators.len())
}

fn story(story: &Story) -> Candidate {
    let mut names = Names::default();
    names.title(&story.headline, Role::Phrase);
    names.both(&story.short, Role::Phrase);
    names.both(&story.finding, Role::Description);
    names.of(Hit::Story(story.id.clone()), 12, 0)
}

/// The names of one candidate; the first is its title.
#[derive(Default)]
struct Names(Vec<Name>);

impl Names {
    fn add(&mut self, text: &Rc<str>, role: Role) {
        let words = Words::of(text);
        self.0.push(Name { text: text.clone(), words, role, is_main: false, within: None });
    }

    /// Adds both languages, or one where they are the same.
    fn both(&mut self, text: &Text, role: Role) {
        self.add(&text.vi, role);
        if text.en != text.vi {
            self.add(&text.en, role);
        }
    }

    fn title(&mut self, text: &Text, role: Role) {
        self.both(text, role);
        self.0.iter_mut().for_each(|name| name.is_main = true);
    }

    /// "Phú Thọ mới" and "Phú Thọ cũ": how readers tell a unit from the earlier one of that name.
    fn told_apart(&mut self, dataset: &Dataset, entity: &Entity) {
        let successor = entity.successors.first().and_then(|id| dataset.entity(id));
        let (vi, en) = match entity.kind {
            EntityKind::Province34 if entity.predecessors.len() > 1 => ("mới", "new"),
            EntityKind::Province63 if successor.is_some_and(|it| it.predecessors.len() > 1) => {
                ("cũ", "old")
            }
            _ => return,
        };
        if entity.kind == EntityKind::Province34 {
            // A reader who asks for mergers means the units that they made.
            self.add(&"sáp nhập, hợp nhất, nhập tỉnh".into(), Role::Description);
            self.add(&"merged, merger, mergers, reorganised".into(), Role::Description);
        }
        for name in [Some(&entity.name), entity.full_name.as_ref()].into_iter().flatten() {
            self.add(&format!("{} {vi}", name.vi).into(), Role::Name);
            // After the name, so that typing "n" does not find every new province.
            self.add(&format!("{} {en}", name.en).into(), Role::Name);
        }
    }

    fn of(self, hit: Hit, group: u8, figures: usize) -> Candidate {
        let title = self.0.first().map_or_else(|| hit.id().clone(), |name| name.text.clone());
        Candidate { hit, title, names: self.0, group, figures }
    }
}
