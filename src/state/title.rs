//! Title and description of the page that a model shows.

use super::Model;
use crate::compare::VerdictKind;
use crate::compare::vietnamese::capitalised;
use crate::text::{Key, check_verdict};
use crate::view::Page;

/// The title of the page that a model shows.
pub fn title(model: &Model) -> String {
    let lang = model.lang();
    let site = Key::SiteTitle.text(lang);
    let named = |name: &str| format!("{name} · Rõ Số");
    if model.missing().is_some() {
        return named(Key::NotFound.text(lang));
    }
    let dataset = &model.dataset;
    let subject = model.view.subject();
    match model.view.page {
        Page::Home if model.view.indicators.is_empty() => return site.to_owned(),
        Page::Home | Page::Compare => {}
        Page::Place => {
            let entity = subject.and_then(|id| dataset.entity(id));
            let name = entity.map(|e| crate::text::dated_name(dataset, e, lang));
            return named(name.as_deref().unwrap_or(Key::Places.text(lang)));
        }
        Page::System => {
            let system = subject.and_then(|id| dataset.system(id));
            return named(system.map_or(Key::Systems.text(lang), |s| lang.of(&s.name)));
        }
        Page::Story => {
            let story = subject.and_then(|id| dataset.story(id));
            return named(story.map_or(Key::Stories.text(lang), |s| lang.of(&s.headline)));
        }
        Page::Checks => return named(&checks_title(model)),
        Page::Sources => return named(Key::SourcesTitle.text(lang)),
        Page::Method => return named(Key::Method.text(lang)),
        Page::Corrections => return named(Key::Corrections.text(lang)),
    }
    model.shown.as_ref().map_or_else(|| site.to_owned(), |shown| named(&shown.title))
}

/// "Tính lại", with the system and the verdict to which the page is confined.
fn checks_title(model: &Model) -> String {
    let lang = model.lang();
    let kind = model.view.focus.as_deref().and_then(VerdictKind::named);
    let system = model.view.entities.first().and_then(|id| model.dataset.system(id));
    let mut title = Key::Checks.text(lang).to_owned();
    let parts = [system.map(|s| lang.of(&s.name)), kind.map(|kind| check_verdict(kind, lang))];
    for part in parts.into_iter().flatten() {
        title.push_str(" · ");
        title.push_str(part);
    }
    title
}

/// What search engines and social networks show of the page, at most some two hundred characters.
pub fn description(model: &Model) -> String {
    let lang = model.lang();
    let dataset = &model.dataset;
    let subject = model.view.subject();
    let found = match model.view.page {
        Page::Story => subject.and_then(|id| dataset.story(id)).map(|s| lang.of(&s.finding).into()),
        Page::System => {
            subject.and_then(|id| dataset.system(id)).map(|system| lang.of(&system.what).into())
        }
        Page::Place => subject.and_then(|id| dataset.entity(id)).map(|entity| {
            let name = crate::text::full_name_inside(entity, lang);
            capitalised(&Key::PlaceDescription.text(lang).replace("{name}", &name))
        }),
        Page::Compare => model.shown.as_ref().map(|shown| shown.finding.clone()),
        _ => None,
    };
    // The text may be empty in data that nobody has checked.
    let said = found.filter(|said: &String| !said.is_empty());
    said.unwrap_or_else(|| Key::SiteDescription.text(lang).to_owned())
}
