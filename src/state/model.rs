//! What the page is drawn from, and its address.

use std::rc::Rc;

use super::{Handed, NotSaved};
use crate::chart::{Exhibit, exhibit};
use crate::data::{Dataset, Id, Story};
use crate::view::address::{self, Note};
use crate::view::{Lang, Page, Theme, View, path};

/// Everything that the page is drawn from.
#[derive(Clone, Debug)]
pub struct Model {
    /// The data; never changes.
    pub dataset: Rc<Dataset>,
    /// What the reader looks at; all of it is in the address.
    pub view: View,
    /// The comparison of the view, made once, not for every rendering; `None` if there is none.
    pub shown: Option<Rc<Exhibit>>,
    /// Notes for the reader, mainly on what was not understood in the address.
    pub notes: Vec<Note>,
    /// The page that the address names and that does not exist.
    pub(super) lost: Option<Rc<str>>,
    /// Language where the address names none.
    pub page_lang: Lang,
    /// The figure whose provenance is shown. Not part of the view or the address.
    pub opened: Option<Id>,
    /// Whether the search over everything is open.
    pub searching: bool,
    /// Whether a phone shows all choices of a comparison. Folded, the chart comes sooner.
    pub unfolded: bool,
    /// The text that narrows the list of places. It is not part of the view, so not in the address;
    /// a reader who comes back from a place finds it again.
    pub filter: Rc<str>,
    /// What was last handed to the clipboard, and whether it arrived there.
    pub handed: Option<Handed>,
    /// What the last change of the comparison did, in words for screen readers.
    pub told: Rc<str>,
    /// Why the file that was last asked for is not saved.
    pub not_saved: Option<NotSaved>,
    /// Which answers of the browser are still awaited.
    pub asked: Asked,
    /// Address of the page that the browser loaded, without its query; empty on a static page. If
    /// no site lies around it, the query of a view is appended to it.
    pub page_address: Rc<str>,
    /// Address of the site's root; empty on a static page.
    pub site_address: Rc<str>,
    /// The view that the reader came from to report a figure.
    pub reported_from: Option<View>,
    /// Language and colours of the code for an article. `None` is the language of the page. The
    /// colours are light at first, as most articles are, whatever the device prefers.
    pub for_article: (Option<Lang>, Theme),
    /// The view of the static page, used where the address says nothing.
    pub(super) page_view: Rc<str>,
}

impl PartialEq for Model {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.dataset, &other.dataset)
            && self.view == other.view
            && self.notes == other.notes
            && self.lost == other.lost
            && self.page_lang == other.page_lang
            && self.opened == other.opened
            && self.searching == other.searching
            && self.unfolded == other.unfolded
            && self.filter == other.filter
            && self.handed == other.handed
            && self.told == other.told
            && self.not_saved == other.not_saved
            && self.reported_from == other.reported_from
            && self.for_article == other.for_article
    }
}

impl Model {
    /// Whether something lies over the page: the panel of a figure, the search.
    pub(super) fn is_covered(&self) -> bool {
        self.opened.is_some() || self.searching
    }

    /// Forgets the last file, and what becomes of it: another is asked for, or another view.
    pub(super) fn forget_file(&mut self) {
        self.not_saved = None;
        self.asked.file += 1;
    }

    /// The same for the last text that was handed to the clipboard.
    pub(super) fn forget_text(&mut self) {
        self.handed = None;
        self.asked.text += 1;
    }

    /// Shows what was read in an address.
    pub(super) fn show(&mut self, (view, mut notes): (View, Vec<Note>)) {
        self.view = view;
        self.lost = None;
        notes.retain(|note| match note {
            Note::BadValue { name: "p", value } => {
                self.lost.get_or_insert_with(|| value.as_str().into());
                false
            }
            _ => true,
        });
        self.notes = notes;
    }

    /// The model of an address. `page_view` is the view of the static page, used where the
    /// address says nothing.
    pub fn new(dataset: Rc<Dataset>, query: &str, page_view: &str, page_lang: Lang) -> Self {
        let view = View::default();
        let mut model = Self::fresh(dataset, view, page_lang, page_view.into());
        model.show(read(query, page_view));
        model.shown = model.compared();
        model
    }

    /// The model of a view before anything is compared, opened, typed or told.
    fn fresh(dataset: Rc<Dataset>, view: View, page_lang: Lang, page_view: Rc<str>) -> Self {
        Self {
            dataset,
            view,
            shown: None,
            notes: Vec::new(),
            lost: None,
            page_lang,
            opened: None,
            searching: false,
            unfolded: false,
            filter: "".into(),
            handed: None,
            told: Rc::default(),
            not_saved: None,
            asked: Asked::default(),
            page_address: Rc::default(),
            site_address: Rc::default(),
            reported_from: None,
            for_article: (None, Theme::Light),
            page_view,
        }
    }

    /// The model with nothing but the view, for a part that depends on nothing else.
    #[must_use]
    pub fn of_view(&self) -> Self {
        self.untouched(self.view.clone())
    }

    /// As [`Model::of_view`], for a part that does not depend on what is compared either.
    #[must_use]
    pub fn of_page(&self) -> Self {
        let View { page, lang, theme, embed, .. } = self.view;
        self.untouched(View { page, lang, theme, embed, ..View::default() })
    }

    fn untouched(&self, view: View) -> Self {
        let page_view = Rc::clone(&self.page_view);
        Self {
            page_address: Rc::clone(&self.page_address),
            site_address: Rc::clone(&self.site_address),
            ..Self::fresh(Rc::clone(&self.dataset), view, self.page_lang, page_view)
        }
    }

    /// The comparison that the view asks for.
    fn compared(&self) -> Option<Rc<Exhibit>> {
        let compares = matches!(self.view.page, Page::Home | Page::Compare);
        let shown = || exhibit(&self.dataset, &self.view, self.lang()).map(Rc::new);
        if compares { shown() } else { None }
    }

    /// The comparison in a language: the one that is shown, if it is in that language.
    pub fn shown_in(&self, lang: Lang) -> Option<Rc<Exhibit>> {
        if lang == self.lang() {
            return self.shown.clone();
        }
        exhibit(&self.dataset, &self.view, lang).map(Rc::new)
    }

    /// The story that the view names, the first if it names none.
    pub fn story(&self) -> Option<&Story> {
        let named = self.view.subject().and_then(|id| self.dataset.story(id));
        named.or(self.dataset.stories.first())
    }

    /// Compares anew if what is looked at has changed since `before`. Otherwise the comparison
    /// stays the same object, whose picture is not drawn again.
    pub(super) fn compare_anew(&mut self, before: &Self) {
        let looked_at = |model: &Self| {
            let view = View { theme: Theme::System, lang: None, ..model.view.clone() };
            (view, model.lang())
        };
        if looked_at(self) != looked_at(before) {
            self.shown = self.compared();
        }
    }

    /// The model of a page at `address` (without its query); `root` leads from there to the site's
    /// root ("", "../" …). Addresses shared from an article are those of the site, not of the
    /// frame.
    #[must_use]
    pub fn located(mut self, address: &str, root: &str) -> Self {
        if address.is_empty() {
            return self;
        }
        let slashes = address.bytes().enumerate().filter(|(_, byte)| *byte == b'/');
        let last = slashes.rev().nth(root.len() / "../".len()).map_or(0, |(at, _)| at + 1);
        self.site_address = address.get(..last).unwrap_or_default().into();
        self.page_address = if self.view.embed {
            format!("{}{}", self.site_address, path::language(self.page_lang)).into()
        } else {
            address.into()
        };
        self
    }

    /// The query of a view on this page, where an empty one may mean the page's own view.
    pub fn query_of(&self, view: &View) -> String {
        let query = address::print(view);
        match query.as_str() {
            _ if self.page_view.is_empty() || address::names_page(&query) => query,
            "" => "p=home".to_owned(),
            _ => format!("p=home&{query}"),
        }
    }

    /// The query of the view that is shown, or of a variant of it. If the page does not exist, the
    /// query keeps its name, so that whoever follows it is told.
    pub fn own_query(&self, view: &View) -> String {
        match self.missing() {
            Some(Missing::Page(name)) => address::print_unknown(&name, view),
            _ => self.query_of(view),
        }
    }

    /// The indicator whose section is shown first on the page of a system.
    pub fn section(&self) -> Option<Id> {
        self.view.focus.clone().filter(|_| self.view.page == Page::System)
    }

    /// What the address asks for and does not exist, if nothing else can take its place.
    pub fn missing(&self) -> Option<Missing> {
        if let Some(name) = &self.lost {
            return Some(Missing::Page(name.to_string()));
        }
        let id = self.view.subject()?;
        let dataset = &self.dataset;
        match self.view.page {
            Page::Place if dataset.entity(id).is_none() => Some(Missing::Place(id.clone())),
            Page::System if dataset.systems.iter().all(|system| system.id != *id) => {
                Some(Missing::System(id.clone()))
            }
            Page::Story if dataset.story(id).is_none() => Some(Missing::Story(id.clone())),
            _ => None,
        }
    }

    /// Language of the interface: the address's, else the page's.
    pub fn lang(&self) -> Lang {
        self.view.lang.unwrap_or(self.page_lang)
    }
}

/// The view of an address. A query that names no page starts from the page's own view and names
/// only what differs. On a page for frames, every query does.
pub(super) fn read(query: &str, page_view: &str) -> (View, Vec<Note>) {
    let is_frame = address::parse(page_view).0.embed;
    if page_view.is_empty() || (address::names_page(query) && !is_frame) {
        address::parse(query)
    } else {
        address::parse(&format!("{page_view}&{}", query.trim_start_matches('?')))
    }
}

/// Numbers of the last requests to the browser. They also go up when another view is shown, which
/// makes the answer to an earlier request recognisable as one that came too late.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Asked {
    /// For a file.
    pub file: u32,
    /// For a text on the clipboard.
    pub text: u32,
}

/// Something that an address asks for and that does not exist.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Missing {
    /// A page of that name.
    Page(String),
    /// A place of that id.
    Place(Id),
    /// A system of that id.
    System(Id),
    /// A story of that id.
    Story(Id),
}
