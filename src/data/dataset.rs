//! The dataset as the rest of the program reads it.

use super::records::{
    Check, Document, Entity, EntityKind, Erratum, Indicator, Kind, List, MethodSection,
    Observation, Report, Story, System, Term,
};
use super::{Id, Layer, Period, Problem};

/// All records. Immutable after loading.
#[derive(Debug, Default)]
pub struct Dataset {
    /// Reports that documents digest.
    pub reports: Vec<Report>,
    /// Documents that print figures.
    pub documents: Vec<Document>,
    /// What is measured.
    pub indicators: Vec<Indicator>,
    /// Places and organisations that figures describe.
    pub entities: Vec<Entity>,
    /// The facts: printed ones first, then the bounds that follow from lists.
    pub observations: Vec<Observation>,
    /// Complete lists, and lists of leaders.
    pub lists: Vec<List>,
    /// Stories, in the order of the file.
    pub stories: Vec<Story>,
    /// Platforms and programmes.
    pub systems: Vec<System>,
    /// Identities between figures that can be recomputed.
    pub checks: Vec<Check>,
    /// Sections of the method page, in their order.
    pub method: Vec<MethodSection>,
    /// The glossary, table by table.
    pub terms: Vec<Term>,
    /// Corrections, the newest first.
    pub errata: Vec<Erratum>,
    pub(super) index: Index,
}

#[derive(Debug, Default)]
pub(super) struct Index {
    documents: Places,
    reports: Places,
    indicators: Places,
    entities: Places,
    observations: Places,
    /// For each indicator, by its position: the positions of its observations.
    by_indicator: Vec<Vec<usize>>,
}

/// The position of each record in its list, in the order of the ids.
#[derive(Debug, Default)]
struct Places(Vec<(Id, usize)>);

impl Places {
    /// The position of the record with that id.
    fn get(&self, id: &str) -> Option<usize> {
        let found = self.search(id).ok()?;
        self.0.get(found).map(|(_, at)| *at)
    }

    /// Where the id is, or else where it belongs.
    fn search(&self, id: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| (**known).cmp(id))
    }

    /// The positions of records, given with their file and id; an id used twice is a problem, and
    /// means the first of its records.
    fn of(
        records: &mut dyn Iterator<Item = (&'static str, &Id)>,
        problems: &mut Vec<Problem>,
    ) -> Self {
        let mut places = Self::default();
        for (at, (file, id)) in records.enumerate() {
            match places.search(id) {
                // Moving a thousand entries takes no time; a tree would take kilobytes.
                Err(free) => places.0.insert(free, (id.clone(), at)),
                Ok(_) => problems.push(used_twice(file, id)),
            }
        }
        places
    }
}

impl Dataset {
    /// The document with that id.
    pub fn document(&self, id: &str) -> Option<&Document> {
        self.index.documents.get(id).and_then(|at| self.documents.get(at))
    }

    /// The report with that id.
    pub fn report(&self, id: &str) -> Option<&Report> {
        self.index.reports.get(id).and_then(|at| self.reports.get(at))
    }

    /// The indicator with that id.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.index.indicators.get(id).and_then(|at| self.indicators.get(at))
    }

    /// The entity with that id.
    pub fn entity(&self, id: &str) -> Option<&Entity> {
        self.index.entities.get(id).and_then(|at| self.entities.get(at))
    }

    /// The observation with that id.
    pub fn observation(&self, id: &str) -> Option<&Observation> {
        self.index.observations.get(id).and_then(|at| self.observations.get(at))
    }

    /// The observations with these ids, in their order; an unknown id is left out.
    pub fn figures(&self, ids: &[Id]) -> Vec<&Observation> {
        ids.iter().filter_map(|id| self.observation(id)).collect()
    }

    /// The entities with these ids, in their order; an unknown id is left out.
    pub fn units(&self, ids: &[Id]) -> Vec<&Entity> {
        ids.iter().filter_map(|id| self.entity(id)).collect()
    }

    /// The list with that id.
    pub fn list(&self, id: &str) -> Option<&List> {
        self.lists.iter().find(|list| *list.id == *id)
    }

    /// The story with that id.
    pub fn story(&self, id: &str) -> Option<&Story> {
        self.stories.iter().find(|story| *story.id == *id)
    }

    /// The system with that id.
    pub fn system(&self, id: &str) -> Option<&System> {
        self.systems.iter().find(|system| *system.id == *id)
    }

    /// The check with that id.
    pub fn check(&self, id: &str) -> Option<&Check> {
        self.checks.iter().find(|check| *check.id == *id)
    }

    /// Every fact of an indicator, printed ones first.
    pub fn of_indicator<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a Observation> + use<'a> {
        let of = |at: usize| self.index.by_indicator.get(at);
        let places = self.index.indicators.get(id).and_then(of).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|&at| self.observations.get(at))
    }

    /// The measured figure of an entity for an indicator and a time.
    pub fn measured(&self, indicator: &str, entity: &str, period: &Period) -> Option<&Observation> {
        self.of_indicator(indicator).find(|o| {
            o.kind == Kind::Observation && *o.entity == *entity && o.period.same_span(period)
        })
    }

    /// The documents that print the given figures, each once, in the order of the figures.
    pub fn documents_of(&self, figures: &[&Observation]) -> Vec<Id> {
        let mut documents: Vec<Id> = Vec::new();
        for mention in figures.iter().flat_map(|o| &o.mentions) {
            let is_known = self.document(&mention.source).is_some();
            if is_known && !documents.contains(&mention.source) {
                documents.push(mention.source.clone());
            }
        }
        documents
    }

    /// All entities of one kind, in the order of the file.
    pub fn of_kind(&self, kind: EntityKind) -> impl Iterator<Item = &Entity> {
        self.entities.iter().filter(move |entity| entity.kind == kind)
    }

    /// Builds the look-up tables; an id used twice is a problem.
    pub(super) fn index_records(&mut self, problems: &mut Vec<Problem>) {
        let file = |observation: &Observation| match observation.layer {
            Layer::Reports => "observations.json",
            Layer::Context => "context.json",
        };
        let documents = &mut self.documents.iter().map(|r| ("sources.json", &r.id));
        let reports = &mut self.reports.iter().map(|r| ("sources.json", &r.id));
        let indicators = &mut self.indicators.iter().map(|r| ("indicators.json", &r.id));
        let entities = &mut self.entities.iter().map(|r| ("entities.json", &r.id));
        let observations = &mut self.observations.iter().map(|r| (file(r), &r.id));
        self.index = Index {
            documents: Places::of(documents, problems),
            reports: Places::of(reports, problems),
            indicators: Places::of(indicators, problems),
            entities: Places::of(entities, problems),
            observations: Places::of(observations, problems),
            by_indicator: vec![Vec::new(); self.indicators.len()],
        };
        for (at, observation) in self.observations.iter().enumerate() {
            let Index { indicators, by_indicator, .. } = &mut self.index;
            let indicator = indicators.get(&observation.indicator);
            if let Some(places) = indicator.and_then(|place| by_indicator.get_mut(place)) {
                places.push(at);
            }
        }
    }
}

pub(super) fn used_twice(file: &str, id: &Id) -> Problem {
    Problem::new(file, id, "id", "expected to be used once, found twice")
}
