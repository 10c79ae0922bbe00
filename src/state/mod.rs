//! The explorer as a state machine: [`Model`], [`Msg`], [`update`].
//!
//! `update` is a pure function. What must happen in the browser is returned as [`Effect`]s and
//! carried out by `web`. The address is a projection of the model, and an input only at the start
//! and when the reader goes back or forward.
//!
//! Nothing here may import `web`, `ui` or a browser API.

mod hit;
mod message;
mod model;
mod share;
mod taken;
mod title;
mod told;

use std::rc::Rc;

pub use self::hit::{comparison_of, view_of_hit};
pub use self::message::{Address, Effect, Format, Handed, Msg, NotSaved, What};
use self::model::read;
pub use self::model::{Asked, Missing, Model};
use self::taken::{download, figure};
pub use self::title::{description, title};
use crate::compare::{Hit, Universe};
use crate::data::{Date, Id};
use crate::view::address::Note;
use crate::view::{OPEN_END, Page, Tab, Time, View};

/// The model after a message, and what must happen outside.
pub fn update(model: &Model, msg: Msg) -> (Model, Vec<Effect>) {
    let is_history = matches!(msg, Msg::AddressChanged(..));
    let (next, mut effects) = answer(model, msg);
    // On a phone, going back closes what lies over a page. A frame leaves the history of its
    // article alone.
    match (model.is_covered(), next.is_covered()) {
        (false, true) if !next.view.embed => effects.push(Effect::PushPanel(own(&next))),
        (true, false) if !is_history && next.view == model.view => effects.push(Effect::PopPanel),
        _ => {}
    }
    if let Some(NotSaved::Picture(address)) = &model.not_saved
        && next.not_saved != model.not_saved
    {
        effects.push(Effect::Forget(address.clone()));
    }
    (next, effects)
}

fn answer(model: &Model, msg: Msg) -> (Model, Vec<Effect>) {
    let mut next = model.clone();
    // This note is shown once: the next message removes it.
    next.notes.retain(|note| !matches!(note, Note::PutAside(_)));
    let mut top = false;
    let mut push = true;
    let mut more = None;
    match msg {
        Msg::GoTo(page) => {
            next.view = leads_to(&next.view, page);
            leave(model, &mut next);
            top = true;
        }
        Msg::Visit(view) => {
            visit(model, &mut next, view);
            top = true;
        }
        Msg::ChooseTab(tab) => next.view.tab = tab,
        Msg::ChooseIndicator(id) => {
            next.view.indicators = vec![id];
            // Another indicator has other times.
            next.view.time = Time::Latest;
        }
        Msg::ChooseSecond(other) => {
            // The address need not name the indicator that the explorer opens with.
            let first = next.view.indicators.first().cloned();
            let first = first.or_else(|| model.shown.as_ref().map(|shown| shown.indicator.clone()));
            next.view.indicators = first.into_iter().chain(other).collect();
            next.view.tab = Tab::default();
        }
        Msg::ChooseStart(token) => {
            let end = match next.view.time {
                Time::Between(_, date) => date,
                // A line goes on beyond the single date of other tabs.
                Time::At(_) | Time::Latest => OPEN_END,
            };
            next.view.time = Date::parse(&token)
                .filter(|start| start.first_day() <= end.last_day())
                .map_or(Time::Latest, |start| Time::Between(start, end));
        }
        Msg::ChooseEntities(entities, focus) => {
            next.view.entities = entities;
            next.view.focus = focus;
            next.view.only = false;
        }
        Msg::ChooseTime(token) => {
            next.view.time = Date::parse(&token).map_or(Time::Latest, Time::At);
        }
        Msg::ChooseUniverse(universe) => {
            next.view.entities = vec![Id::from(universe.token())];
            next.view.focus = None;
            next.view.only = false;
        }
        Msg::AddEntity(id) => add_entity(&mut next, id),
        Msg::RemoveEntity(id) => {
            let named = model.view.entities.iter().chain(&model.view.focus);
            let mut chosen = named.filter(|id| model.dataset.entity(id).is_some());
            more = chosen.position(|other| *other == id).map(Effect::FocusChoice);
            next.view.entities.retain(|other| *other != id);
            if next.view.focus == Some(id) {
                next.view.focus = None;
            }
            // A single place has no others beside it to show alone.
            next.view.only &= next.view.entities.len() > 1;
        }
        Msg::ChooseFocus(focus) => next.view.focus = focus,
        Msg::ShowOnly(only) => next.view.only = only,
        Msg::ChooseSort(sort) => next.view.sort = sort,
        Msg::UnfoldChoices(unfold) => next.unfolded = unfold,
        Msg::FilterPlaces(typed) => next.filter = typed.into(),
        Msg::SetLang(lang) => {
            next.view.lang = (lang != next.page_lang).then_some(lang);
        }
        Msg::SetTheme(theme) => {
            next.view.theme = theme;
            push = false;
        }
        Msg::OpenFigure(id) => {
            next.opened = Some(id);
            next.forget_text();
        }
        Msg::CloseFigure => next.opened = None,
        Msg::OpenSearch => next.searching = true,
        Msg::CloseSearch => next.searching = false,
        Msg::ChooseHit(Hit::Figure(id)) => {
            next.searching = false;
            next.opened = Some(id);
            next.forget_text();
        }
        Msg::ChooseHit(hit) => {
            visit(model, &mut next, view_of_hit(&model.dataset, &hit));
            top = true;
        }
        Msg::DismissNotes => next.notes.clear(),
        Msg::Step { forward } => {
            top = step(&mut next, forward);
        }
        Msg::FullScreen if next.view.tab != Tab::Steps => {}
        Msg::FullScreen => return (next, vec![Effect::ToggleFullScreen]),
        Msg::Share => {
            next.forget_text();
            more = Some(Effect::Share {
                title: title(model),
                text: description(model),
                address: model.shared_address(),
            });
        }
        Msg::Copy(what, text) => {
            next.forget_text();
            more = Some(Effect::Copy { what, text });
        }
        Msg::ChooseForArticle(lang, theme) => next.for_article = (Some(lang), theme),
        Msg::CopyFigure => {
            next.forget_text();
            more = figure(model).map(|text| Effect::Copy { what: What::Code, text });
        }
        Msg::Download(format, lang) => {
            next.forget_file();
            more = download(model, format, lang);
        }
        Msg::NotSaved(number, why) if number == model.asked.file => next.not_saved = Some(why),
        // The view was left meanwhile, or another file was asked for.
        Msg::NotSaved(_, NotSaved::Picture(address)) => more = Some(Effect::Forget(address)),
        // A frame in an article always keeps its view.
        Msg::Dropped(_) if model.view.embed => {}
        Msg::Dropped(Some(query)) => {
            let (view, notes) = read(&query, "");
            let lang = view.lang.or(model.view.lang);
            visit(model, &mut next, view);
            // A picture taken in a frame opens on a whole page.
            let view = View { lang, embed: false, ..next.view.clone() };
            next.show((view, notes));
            top = true;
        }
        Msg::Dropped(None) => next.notes = vec![Note::ForeignPicture],
        Msg::Handed(number, handed) if number == model.asked.text => next.handed = Some(handed),
        // Answers that come too late.
        Msg::NotSaved(..) | Msg::Handed(..) => {}
        Msg::AddressChanged(page, query) => {
            let was_missing = model.missing();
            let notes = std::mem::take(&mut next.notes);
            next.show(model.view_at(&page, &query));
            let is_same_page = next.missing() == was_missing
                && (next.view.page, next.view.subject()) == (model.view.page, model.view.subject());
            if next.view == model.view && next.missing() == was_missing {
                // Going back from a panel must not bring back dismissed notes.
                next.notes = notes;
            } else {
                next.forget_file();
                next.forget_text();
            }
            let is_changed = next.view != model.view;
            next.opened = None;
            next.searching = false;
            next.compare_anew(model);
            if is_changed {
                next.told = told::told(model, &next).into();
            }
            let mut effects = vec![document(&next)];
            // The colours belong to the reader, not to the history entry.
            if next.view.theme != model.view.theme {
                next.view.theme = model.view.theme;
                effects = vec![Effect::ReplaceAddress(own(&next)), document(&next)];
            }
            if !is_same_page {
                effects.push(Effect::FocusHeading);
            }
            return (next, effects);
        }
    }
    let mut effects = Vec::new();
    // From a missing page to the home page, only what is missing changes.
    if next.view != model.view || next.missing() != model.missing() {
        next.forget_file();
        next.compare_anew(model);
        // A change of colours is not announced.
        if push {
            next.forget_text();
            next.told = told::told(model, &next).into();
        }
        let keep = if push { Effect::PushAddress } else { Effect::ReplaceAddress };
        effects.push(keep(own(&next)));
        effects.push(document(&next));
    }
    if top {
        effects.push(next.section().map_or(Effect::ScrollToTop, Effect::ShowSection));
    }
    effects.extend(more);
    (next, effects)
}

/// The address that the browser keeps for a model's view.
fn own(model: &Model) -> Address {
    Address { shown: model.address_on_site(&model.view), query: model.own_query(&model.view) }
}

/// In step mode, goes to the next story or back; returns whether it did.
fn step(model: &mut Model, forward: bool) -> bool {
    let View { page: Page::Story, tab: Tab::Steps, .. } = model.view else { return false };
    let stories = &model.dataset.stories;
    let shown = model.view.subject();
    let at = stories.iter().position(|story| Some(&story.id) == shown).unwrap_or(0);
    let wanted = if forward { Some(at + 1) } else { at.checked_sub(1) };
    let Some(id) = wanted.and_then(|at| stories.get(at)).map(|story| story.id.clone()) else {
        return false;
    };
    model.view.entities = vec![id];
    true
}

/// Drops what belongs to the view that the reader leaves.
fn leave(model: &Model, next: &mut Model) {
    next.forget_text();
    if next.view.page == Page::Place && next.view.subject().is_none() {
        // A reader who opens the list wants all of it.
        next.filter = "".into();
    }
    next.lost = None;
    if next.view.page == Page::Corrections && model.view.page != Page::Corrections {
        next.reported_from = Some(model.view.clone());
    }
}

/// Looks at something else. Language and colours stay; what lies over the page is closed.
fn visit(model: &Model, next: &mut Model, view: View) {
    let View { lang, theme, .. } = model.view;
    next.view = View { lang, theme, ..view };
    next.opened = None;
    next.searching = false;
    leave(model, next);
}

/// The view that the menu leads to: what is compared comes along, what a page was about stays
/// behind.
pub fn leads_to(view: &View, page: Page) -> View {
    let is_about = |page| matches!(page, Page::Place | Page::System | Page::Story | Page::Checks);
    // Each page has tabs of its own.
    let mut next = View { page, tab: Tab::default(), ..view.clone() };
    if [page, view.page].contains(&Page::Corrections) {
        // On that page the focus is a figure, on a system's an indicator, elsewhere a place.
        next.focus = None;
    }
    if is_about(page) || is_about(view.page) {
        // What such a page is about means nothing to another page.
        next.entities.clear();
        next.focus = None;
        next.only = false;
    }
    next
}

/// Adds a place to the named ones. A place of another kind starts a new selection, even if an
/// address may name both (a region stands for its provinces): whoever adds a place wants to see it
/// beside others like it. A note names the places that this removes.
fn add_entity(model: &mut Model, id: Id) {
    let dataset = Rc::clone(&model.dataset);
    let Some(added) = dataset.entity(&id) else { return };
    let same_kind = |token: &Id| {
        let set = Universe::ALL.into_iter().find(|universe| *universe.token() == **token);
        set.map(Universe::kind).or_else(|| dataset.entity(token).map(|e| e.kind))
            == Some(added.kind)
    };
    let named = model.view.entities.len();
    let mut aside: Vec<Id> = Vec::new();
    for id in model.view.entities.iter().chain(&model.view.focus) {
        if !same_kind(id) && dataset.entity(id).is_some() && !aside.contains(id) {
            aside.push(id.clone());
        }
    }
    if !aside.is_empty() {
        model.notes.push(Note::PutAside(aside));
    }
    model.view.entities.retain(same_kind);
    model.view.only &= model.view.entities.len() == named;
    // The place that was highlighted until now counts, too.
    let before = model.view.focus.take().filter(same_kind);
    let looked_at = usize::from(before.is_some()).max(model.view.entities.len());
    for id in before.into_iter().chain([id.clone()]) {
        if !model.view.entities.contains(&id) {
            model.view.entities.push(id);
        }
    }
    // Two places are shown alone, beside each other; a button brings back all others.
    let is_place = |id: &Id| dataset.entity(id).is_some_and(|place| place.kind == added.kind);
    if looked_at == 1 && model.view.entities.len() == 2 {
        model.view.only = model.view.entities.iter().all(is_place);
    }
    model.view.focus = Some(id);
}

/// What a model asks of the document around it: at the start, and whenever the view changes.
pub fn document(model: &Model) -> Effect {
    let lang = model.lang();
    Effect::Document { lang, title: title(model), theme: model.view.theme }
}
