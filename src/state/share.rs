//! The addresses of a view: what the browser shows for it, and what is given to somebody else.

use super::model::read;
use super::{Missing, Model, has_page};
use crate::compare::offered_indicators;
use crate::view::address::Note;
use crate::view::{Lang, Page, Sort, Tab, Theme, Time, View, address, path};

impl Model {
    /// The address that the browser shows for a view: that of its own page where one was made, with how
    /// it is looked at in the query; else that of the home page, with the whole view. Who copies it, or
    /// loads it anew, is shown the right page before any script runs. `None` where the page keeps its
    /// own address, and only the query changes: no site lies around it (the one file, a frame), or it is
    /// one that does not exist.
    pub fn address_on_site(&self, view: &View) -> Option<String> {
        self.address_of_page(view).or_else(|| self.address_at_root(view)).filter(|_| !view.embed)
    }

    /// As [`Model::public_address`], but that of the view's own page where one was made: what shows a
    /// preview of a shared address (Zalo, Facebook) runs no script and would take every query for the
    /// page that it belongs to.
    pub fn shared_address(&self) -> String {
        let view = View { theme: Theme::System, ..self.view.clone() };
        self.address_of_page(&view).unwrap_or_else(|| self.public_address(&view))
    }

    /// The whole address of a view, all of it in the query, to be cited and kept: in the language that
    /// it is seen in, without the colours, which are the reader's own.
    pub fn public_address(&self, view: &View) -> String {
        let view = View { theme: Theme::System, ..view.clone() };
        self.address_at_root(&view)
            .unwrap_or_else(|| with_query(&self.page_address, &self.own_address(&view)))
    }

    /// The view of an address of the site, with what was not understood in it: the way back from
    /// [`Model::address_on_site`]. Elsewhere a query is one on this page.
    pub(super) fn view_at(&self, page: &str, query: &str) -> (View, Vec<Note>) {
        let below = page.strip_prefix(&*self.site_address).filter(|_| page != &*self.page_address);
        let (lang, folder) = match below.map(|below| (below, below.strip_prefix("en/"))) {
            Some((_, Some(folder))) => (Lang::En, Some(folder)),
            Some((folder, None)) => (Lang::Vi, Some(folder)),
            None => (self.page_lang, None),
        };
        let Some(own) = folder.and_then(path::view) else { return read(query, &self.page_view) };
        let (view, notes) = read(query, &address::print(&own));
        let lang = view.lang.or((lang != self.page_lang).then_some(lang));
        (View { lang, ..view }, notes)
    }

    fn address_of_page(&self, view: &View) -> Option<String> {
        let about = View {
            tab: Tab::default(),
            time: Time::default(),
            focus: None,
            sort: Sort::default(),
            lang: None,
            theme: Theme::System,
            ..view.clone()
        };
        let folder = path::folder(&about).filter(|_| self.is_made(&about))?;
        let View { tab, time, focus, sort, theme, .. } = view.clone();
        let how = View { tab, time, focus, sort, theme, ..View::default() };
        Some(with_query(&format!("{}{folder}", self.root(view)?), &address::print(&how)))
    }

    fn address_at_root(&self, view: &View) -> Option<String> {
        let query = address::print(&View { lang: None, ..view.clone() });
        Some(with_query(&self.root(view)?, &query))
    }

    /// The home page in the language of a view; `None` where no site lies around the page.
    fn root(&self, view: &View) -> Option<String> {
        let is_site = self.page_address.starts_with("http") && self.page_address.ends_with('/');
        let lang = view.lang.unwrap_or(self.page_lang);
        let is_unknown = matches!(self.missing(), Some(Missing::Page(_)));
        (is_site && !is_unknown).then(|| format!("{}{}", self.site_address, path::language(lang)))
    }

    /// Whether a static page is made of what the view is about (`src/bin/site/plan.rs`).
    fn is_made(&self, view: &View) -> bool {
        let dataset = &*self.dataset;
        match (view.page, view.subject()) {
            (Page::Place, Some(id)) => dataset.entity(id).is_some_and(|unit| has_page(unit.kind)),
            (Page::System, Some(id)) => dataset.system(id).is_some(),
            (Page::Story, about) => about.is_some_and(|id| dataset.story(id).is_some()),
            _ if view.indicators.is_empty() => true,
            _ => {
                let made = offered_indicators(dataset);
                view.indicators.iter().all(|id| made.iter().any(|one| one.id == *id))
            }
        }
    }
}

fn with_query(address: &str, query: &str) -> String {
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{address}{mark}{query}")
}
