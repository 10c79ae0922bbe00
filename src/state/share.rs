//! The addresses of a view: what the browser shows for it, and what is shared.

use super::model::read;
use super::{Missing, Model};
use crate::chart::Exhibit;
use crate::compare::{ask, is_offered, is_place};
use crate::data::{Date, after_last};
use crate::view::address::{Note, with_query};
use crate::view::{Lang, Page, Sort, Tab, Theme, Time, View, address, path};

impl Model {
    /// The address that the browser shows for a view: the view's own page if there is one, with the
    /// way of looking at it in the query; otherwise the page that it is on, with the whole view in
    /// the query. Whoever copies or reloads it gets the right page before any script runs. `None`
    /// if the page keeps its own address and only the query changes: no site lies around it (the
    /// one file, a frame), or it does not exist.
    pub fn address_on_site(&self, view: &View) -> Option<String> {
        let root = self.root(view).filter(|_| !view.embed)?;
        Some(format!("{root}{}", self.path_of(view)))
    }

    /// The page of a view, below the home page of its language, with the rest of the view as query.
    pub fn path_of(&self, view: &View) -> String {
        let (folder, is_all) = self.folder(view);
        let View { tab, time, focus, sort, theme, .. } = view.clone();
        let query = if is_all {
            address::print(&View { tab, time, focus, sort, theme, ..View::default() })
        } else {
            address::print(&View { lang: None, version: None, ..view.clone() })
        };
        with_query(&folder, &query)
    }

    /// The address for sharing a view, without the colours, which are the reader's own. Previews
    /// (Zalo, Facebook) run no script, and show only the page, whatever the query.
    pub fn shared_address(&self) -> String {
        let heeded = self.shown.as_ref().map(|shown| self.heeded_view(shown));
        self.printed_address(&heeded.unwrap_or_else(|| self.view.clone()))
    }

    /// As [`Model::shared_address`], for any view: short enough to be printed below a picture.
    pub fn printed_address(&self, view: &View) -> String {
        let view = View { theme: Theme::System, embed: false, ..view.clone() };
        self.address_on_site(&view).unwrap_or_else(|| self.public_address(&view))
    }

    /// An address to keep in files: as [`Model::shared_address`], but with the whole view in the
    /// query, which means the same on any page of any copy of the site, and in the one file.
    pub fn public_address(&self, view: &View) -> String {
        let view = View { theme: Theme::System, embed: false, version: None, ..view.clone() };
        let Some(root) = self.root(&view) else {
            // The path of a file on the reader's disk is private.
            let page = match after_last(&self.page_address, b"/") {
                Some(name) if self.page_address.starts_with("file:") => name,
                _ => &self.page_address,
            };
            return with_query(page, &self.own_query(&view));
        };
        let lang = Some(view.lang.unwrap_or(self.page_lang)).filter(|lang| *lang != Lang::Vi);
        let query = address::print(&View { lang, ..view.clone() });
        with_query(&format!("{root}{}", self.folder(&view).0), &query)
    }

    /// The view without a time that the shown tab ignores. The address bar keeps it for other tabs.
    fn heeded_view(&self, shown: &Exhibit) -> View {
        let has = |date: Date| shown.periods(&self.dataset).any(|period| period.named() == date);
        // If another tab is shown than the chosen one, the time may be the reason.
        let is_unheeded = match (self.view.time, shown.tab) {
            _ if shown.tab != self.view.tab => false,
            // A target has its own time.
            (_, Tab::Progress) => true,
            // Panels that have figures of that time show these, the others their newest.
            (Time::At(date), Tab::Multiples) => !has(date),
            _ => false,
        };
        let time = if is_unheeded { Time::Latest } else { self.view.time };
        View { time, ..self.view.clone() }
    }

    /// The view with its indicator named, because the default may change.
    pub fn named_view(&self, shown: &Exhibit) -> View {
        let mut view = self.heeded_view(shown);
        if view.indicators.is_empty() {
            view.indicators.push(shown.indicator.clone());
        }
        view
    }

    /// The view under which a comparison is cited and kept in files: with its language, its
    /// indicator and, if all figures share one, its time, because newer figures may come.
    pub fn cited_view(&self, shown: &Exhibit) -> View {
        let mut view = View { lang: Some(shown.lang), ..self.named_view(shown) };
        let is_heeded = shown.pictured() != Some(Tab::Progress);
        if let (Time::Latest, true, Some((question, _))) =
            (view.time, is_heeded, ask(&self.dataset, &view))
        {
            let asked = question.period.named();
            if shown.periods(&self.dataset).all(|period| period.named() == asked) {
                view.time = Time::At(asked);
            }
        }
        View { version: None, ..view }
    }

    /// The view of an address of the site, with notes on what was not understood: the inverse of
    /// [`Model::address_on_site`]. For any other address, the query is read as one on this page.
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

    /// The folder of the page for a view, and whether that page is about all that the view is
    /// about.
    fn folder(&self, view: &View) -> (String, bool) {
        let about = View {
            tab: Tab::default(),
            time: Time::default(),
            focus: None,
            sort: Sort::default(),
            only: false,
            lang: None,
            theme: Theme::System,
            version: None,
            ..view.clone()
        };
        match path::folder(&about).filter(|_| self.is_made(&about)) {
            Some(folder) => (folder, true),
            // Stories without a page of their own are on the home page.
            None => (path::folder(&View::of(view.page)).unwrap_or_default(), false),
        }
    }

    /// The home page in the language of a view; `None` without a site or an existing page.
    fn root(&self, view: &View) -> Option<String> {
        let is_site = self.page_address.starts_with("http") && self.page_address.ends_with('/');
        let lang = view.lang.unwrap_or(self.page_lang);
        let is_unknown = matches!(self.missing(), Some(Missing::Page(_)));
        (is_site && !is_unknown).then(|| format!("{}{}", self.site_address, path::language(lang)))
    }

    /// Whether there is a static page for what the view is about (`src/bin/site/plan.rs`).
    fn is_made(&self, view: &View) -> bool {
        let dataset = &*self.dataset;
        match (view.page, view.subject()) {
            (Page::Place, Some(id)) => dataset.entity(id).is_some_and(|unit| is_place(unit.kind)),
            (Page::System, Some(id)) => dataset.system(id).is_some(),
            (Page::Story, about) => about.is_some_and(|id| dataset.story(id).is_some()),
            _ => {
                let mut asked = view.indicators.iter().map(|id| dataset.indicator(id));
                asked.all(|one| one.is_some_and(|one| is_offered(dataset, one)))
            }
        }
    }
}
