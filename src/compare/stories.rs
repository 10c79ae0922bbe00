//! What follows from a story: the figures and documents it uses, the verdict on its two figures,
//! and whether the views that it opens exist.

use super::{Judgement, judge};
use crate::data::{Dataset, Id, Kind, Observation, Story};

/// The verdict on the two figures of a story; `None` for a story that does not compare two.
pub fn story_judgement(dataset: &Dataset, story: &Story) -> Option<Judgement> {
    let [left, right] = &story.pair[..] else { return None };
    let (left, right) = (dataset.observation(left)?, dataset.observation(right)?);
    Some(judge(dataset, left, right, story.operation))
}

/// Whether a story holds several measures each against a target of its own, so that the verdict on
/// its pair is one on each of them, not on one measure against another.
pub fn holds_each_against_target(dataset: &Dataset, story: &Story) -> bool {
    let with_target = story.panels.iter().filter(|panel| !panel.targets.is_empty()).count();
    let mut pair = story.pair.iter().filter_map(|id| dataset.observation(id));
    with_target > 1 && pair.any(|o| o.kind == Kind::Target)
}

/// Every figure that a story uses, each once.
pub fn figures_of_story<'a>(dataset: &'a Dataset, story: &Story) -> Vec<&'a Observation> {
    let panels = story.panels.iter();
    let ids = panels
        .flat_map(|p| p.observations.iter().chain(&p.references).chain(&p.targets))
        .chain(&story.pair)
        .chain(&story.figures);
    let mut figures: Vec<&Observation> = Vec::new();
    for o in ids.filter_map(|id| dataset.observation(id)) {
        if !figures.iter().any(|known| known.id == o.id) {
            figures.push(o);
        }
    }
    figures
}

/// The documents that a story rests on: those that print its figures, then those that it quotes.
pub fn documents_of_story(dataset: &Dataset, story: &Story) -> Vec<Id> {
    let mut documents = dataset.documents_of(&figures_of_story(dataset, story));
    documents.extend(story.quotes.iter().cloned());
    documents
}

/// Views of stories that the explorer cannot show as they are written.
#[cfg(not(target_arch = "wasm32"))]
pub fn view_problems(dataset: &Dataset) -> Vec<crate::data::Problem> {
    let mut problems = Vec::new();
    for story in &dataset.stories {
        for (at, panel) in story.panels.iter().enumerate() {
            let wrong = panel.view.as_deref().and_then(|query| view_problem(dataset, query));
            problems.extend(wrong.map(|expected| {
                let field = format!("panels[{at}].view");
                crate::data::Problem::new("stories.json", &story.id, &field, expected)
            }));
        }
    }
    problems
}

#[cfg(not(target_arch = "wasm32"))]
fn view_problem(dataset: &Dataset, query: &str) -> Option<String> {
    use super::ask;
    use crate::view::{Page, address};

    let (view, notes) = address::parse(query);
    if let Some(note) = notes.first() {
        return Some(format!("expected an address of the explorer, found {note:?}"));
    }
    let canonical = address::print(&view);
    if canonical != query {
        return Some(format!("expected it as the address bar has it: {canonical}"));
    }
    if view.page != Page::Compare || view.indicators.is_empty() {
        return Some("expected a comparison: p=compare and an indicator".to_owned());
    }
    let (_, missed) = ask(dataset, &view)?;
    missed.first().map(|missed| format!("expected what the explorer offers, found {missed:?}"))
}
