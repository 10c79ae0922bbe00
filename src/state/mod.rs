//! The explorer as a state machine: [`Model`], [`Msg`], [`update`].
//!
//! `update` is a pure function. What must happen in the browser is returned as [`Effect`]s and
//! carried out by `web`. The address is a projection of the model, and an input only at the start
//! and when the reader goes back or forward.
//!
//! Nothing here may import `web`, `ui` or a browser API.

mod hit;
mod share;

use std::rc::Rc;

pub use self::hit::{has_page, view_of_hit};
use crate::chart::{Exhibit, Placed, cited_sources, exhibit, place, place_sheet};
use crate::compare::{Hit, Universe, VerdictKind};
use crate::data::{Dataset, Date, Id};
use crate::export::{Dialect, csv, exhibit_json, exhibit_table, figure_code, svg_file};
use crate::text::{Key, check_verdict};
use crate::view::address::{self, Note};
use crate::view::{Lang, Page, Sort, Tab, Theme, Time, View, path};

/// Everything that the page is drawn from.
#[derive(Clone, Debug)]
pub struct Model {
    /// The data; never changes.
    pub dataset: Rc<Dataset>,
    /// What the reader looks at; all of it stands in the address.
    pub view: View,
    /// The comparison of the view, made once and not in every drawing of the page; none where the
    /// page shows none.
    pub shown: Option<Rc<Exhibit>>,
    /// What was not understood in the address that the reader came with.
    pub notes: Vec<Note>,
    /// Language where the address names none.
    pub page_lang: Lang,
    /// The figure whose provenance is shown. Not in the address: a panel is a look, not a view.
    pub opened: Option<Id>,
    /// Whether the search over everything is open.
    pub searching: bool,
    /// What was last handed to the clipboard, and whether it arrived there.
    pub handed: Option<Handed>,
    /// Why the file that was last asked for is not among the reader's files.
    pub not_saved: Option<NotSaved>,
    /// Address of the page without its query, to which that of a view is appended where it leaves
    /// the page; empty on a static page.
    pub page_address: Rc<str>,
    /// Address of the site, below which the pages lie; empty on a static page.
    pub site_address: Rc<str>,
    /// The view that the reader came from to report a figure.
    pub reported_from: Option<View>,
    /// Language and colours that a code for an article asks for: the page's language where none is
    /// chosen; light at first, as most articles are, whatever the reader's device prefers.
    pub for_article: (Option<Lang>, Theme),
    /// The view of the static page, shown where the address says nothing.
    page_view: Rc<str>,
}

impl PartialEq for Model {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.dataset, &other.dataset)
            && self.view == other.view
            && self.notes == other.notes
            && self.page_lang == other.page_lang
            && self.opened == other.opened
            && self.searching == other.searching
            && self.handed == other.handed
            && self.not_saved == other.not_saved
            && self.reported_from == other.reported_from
            && self.for_article == other.for_article
    }
}

impl Model {
    /// The model of an address. `page_view` is the view of the static page, used where the
    /// address says nothing.
    pub fn new(dataset: Rc<Dataset>, query: &str, page_view: &str, page_lang: Lang) -> Self {
        let (view, notes) = read(query, page_view);
        let model = Self {
            dataset,
            view,
            shown: None,
            notes,
            page_lang,
            opened: None,
            searching: false,
            handed: None,
            not_saved: None,
            page_address: Rc::default(),
            site_address: Rc::default(),
            reported_from: None,
            for_article: (None, Theme::Light),
            page_view: page_view.into(),
        };
        Self { shown: model.compared(), ..model }
    }

    /// The comparison that the view asks for.
    fn compared(&self) -> Option<Rc<Exhibit>> {
        let compares = matches!(self.view.page, Page::Home | Page::Compare);
        let shown = || exhibit(&self.dataset, &self.view, self.lang()).map(Rc::new);
        if compares { shown() } else { None }
    }

    /// Compares anew where what is looked at has changed since `before`. The same comparison stays
    /// the same picture, which is not drawn again.
    fn compare_anew(&mut self, before: &Self) {
        let looked_at = |model: &Self| {
            let view = View { theme: Theme::System, lang: None, ..model.view.clone() };
            (view, model.lang())
        };
        if looked_at(self) != looked_at(before) {
            self.shown = self.compared();
        }
    }

    /// The model of a page that the browser shows at `address`, its query left out; `root` leads from
    /// there to the site's root ("", "../" …). Addresses that are given away from within an article
    /// are those of the site, not of the frame's page.
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

    /// The whole address of a view, to be given to others: in the language that it is seen in,
    /// without the colours, which are the reader's own.
    pub fn public_address(&self, view: &View) -> String {
        let query = self.own_address(&View { theme: Theme::System, ..view.clone() });
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{mark}{query}", self.page_address)
    }

    /// The query of a view on this page. Where the page has a view of its own, an empty query
    /// would mean that.
    pub fn address_of(&self, view: &View) -> String {
        let query = address::print(view);
        match query.as_str() {
            _ if self.page_view.is_empty() || address::names_content(&query) => query,
            "" => "p=home".to_owned(),
            _ => format!("p=home&{query}"),
        }
    }

    /// The query of the view that is shown, or of a variant of it: of a page that does not exist
    /// it goes on naming that, so that who comes with it is told so.
    pub fn own_address(&self, view: &View) -> String {
        match self.missing() {
            Some(Missing::Page(name)) => address::print_unknown(&name, view),
            _ => self.address_of(view),
        }
    }

    /// What the address asks for and does not exist, where nothing else can take its place.
    pub fn missing(&self) -> Option<Missing> {
        let page = self.notes.iter().find_map(|note| match note {
            Note::BadValue { name: "p", value } => Some(Missing::Page(value.clone())),
            _ => None,
        });
        let Some(id) = self.view.subject().filter(|_| page.is_none()) else { return page };
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

/// The view of an address. Where that says nothing of what to look at, the page's own view. On a page
/// for frames it always begins with that view: the address of a frame names only what differs.
fn read(query: &str, page_view: &str) -> (View, Vec<Note>) {
    let is_frame = address::parse(page_view).0.embed;
    if page_view.is_empty() || (address::names_content(query) && !is_frame) {
        address::parse(query)
    } else {
        address::parse(&format!("{page_view}&{}", query.trim_start_matches('?')))
    }
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

/// A text that was handed to the clipboard.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Handed {
    /// What it is.
    pub what: What,
    /// The text.
    pub text: Rc<str>,
    /// Whether it is on the clipboard. Otherwise the reader is shown it, selected.
    pub copied: bool,
}

/// What can be handed to the clipboard.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum What {
    /// Address of the view, to be shared.
    Address,
    /// Address of a comparison, taken away with its other forms.
    Link,
    /// A figure, as it is cited.
    Citation,
    /// A letter that reports a figure as wrong.
    Report,
    /// Code for an article.
    Code,
}

/// A file that a comparison can be taken away as.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Format {
    /// A picture of so many pixels to each of its own.
    Png(u8),
    /// A picture of lines.
    Svg,
    /// A table for any program.
    Csv,
    /// A table for an Excel with Vietnamese settings.
    VietnameseCsv,
    /// A workbook with all that is said of the figures.
    Workbook,
    /// Everything, for programs.
    Json,
    /// The whole explorer in one file, which opens at this view.
    OneFile,
}

/// Why a file is not saved.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum NotSaved {
    /// It could not be made.
    Failed,
    /// The page is shown within an app (Zalo, Facebook), which saves no files.
    WithinApp,
    /// As before; the picture at this address is shown, to be pressed and held.
    Picture(Rc<str>),
}

/// What the reader can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// Go to another page.
    GoTo(Page),
    /// Look at something else; language and colours stay.
    Visit(View),
    /// Choose the way of looking.
    ChooseTab(Tab),
    /// Choose what is measured.
    ChooseIndicator(Id),
    /// Choose a second indicator to hold the first against; none takes it out again.
    ChooseSecond(Option<Id>),
    /// Choose the time, by its address token.
    ChooseTime(String),
    /// Choose the first date of a stretch of time, by its token; an empty one begins at the first.
    ChooseStart(String),
    /// Look at these places or sets of places, with one that stands out.
    ChooseEntities(Vec<Id>, Option<Id>),
    /// Choose which units are put in order.
    ChooseUniverse(Universe),
    /// Add a place and make it stand out.
    AddEntity(Id),
    /// Take a place out again.
    RemoveEntity(Id),
    /// Choose what stands out, or alone is shown: a place, a kind of verdict.
    ChooseFocus(Option<Id>),
    /// Choose the order of the rows.
    ChooseSort(Sort),
    /// Switch the language.
    SetLang(Lang),
    /// Switch the colours.
    SetTheme(Theme),
    /// Show where a figure was printed.
    OpenFigure(Id),
    /// Close that again.
    CloseFigure,
    /// Open the search over everything.
    OpenSearch,
    /// Close it without a choice.
    CloseSearch,
    /// Go to what was found.
    ChooseHit(Hit),
    /// Put away the notes about the address.
    DismissNotes,
    /// In step mode: on to the next story, or back to the one before.
    Step {
        /// On, not back.
        forward: bool,
    },
    /// Fill the screen, or leave that again.
    FullScreen,
    /// Give the view to somebody else.
    Share,
    /// Put a text on the clipboard.
    Copy(What, String),
    /// Put the code of the comparison's picture on the clipboard; it is made only now.
    CopyFigure,
    /// Choose language and colours of the code for an article.
    ChooseForArticle(Lang, Theme),
    /// Take the comparison that is shown away as a file.
    Download(Format),
    /// The browser did not save the file.
    NotSaved(NotSaved),
    /// A file was dropped on the page: the query of the view in it, none where it is not ours.
    Dropped(Option<String>),
    /// The browser has copied a text, or refused to.
    Handed(Handed),
    /// The reader went back or forward to this query.
    AddressChanged(String),
}

/// What must happen outside the model.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Write a new entry into the history.
    PushAddress(String),
    /// Change the current entry of the history.
    ReplaceAddress(String),
    /// Set language, title and colours of the document.
    Document {
        /// Language.
        lang: Lang,
        /// Title.
        title: String,
        /// Colours.
        theme: Theme,
    },
    /// Show the top of the page.
    ScrollToTop,
    /// Fill the screen with the page, or leave that again.
    ToggleFullScreen,
    /// Offer the view to the device's ways of sharing, else copy its address.
    Share {
        /// Title.
        title: String,
        /// One sentence.
        text: String,
        /// Whole address.
        address: String,
    },
    /// Save a text as a file.
    SaveText {
        /// Name of the file.
        name: String,
        /// Media type.
        kind: &'static str,
        /// Content.
        content: String,
    },
    /// Paint a picture and save it.
    SavePicture {
        /// Name of the file.
        name: String,
        /// The picture.
        placed: Box<Placed>,
        /// Pixels to each of its own.
        scale: u8,
        /// Address of its view, kept in the file.
        address: String,
    },
    /// Load what makes a file of a kind, make one of a text, and save it.
    SaveMade {
        /// Name of the file.
        name: String,
        /// Name of the function of `www/lazy.js`.
        maker: &'static str,
        /// The JSON of a comparison for a workbook, the query of a view for the whole explorer.
        text: String,
    },
    /// Put a text on the clipboard.
    Copy {
        /// What it is.
        what: What,
        /// The text.
        text: String,
    },
}

/// The model after a message, and what must happen outside.
pub fn update(model: &Model, msg: Msg) -> (Model, Vec<Effect>) {
    let mut next = model.clone();
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
            next.view.indicators.truncate(1);
            next.view.indicators.extend(other);
            next.view.tab = Tab::default();
        }
        Msg::ChooseStart(token) => {
            let end = match next.view.time {
                Time::At(date) | Time::Between(_, date) => date,
                Time::Latest => LAST,
            };
            next.view.time = Date::parse(&token)
                .filter(|start| start.first_day() <= end.last_day())
                .map_or(Time::Latest, |start| Time::Between(start, end));
        }
        Msg::ChooseEntities(entities, focus) => {
            next.view.entities = entities;
            next.view.focus = focus;
        }
        Msg::ChooseTime(token) => {
            next.view.time = Date::parse(&token).map_or(Time::Latest, Time::At);
        }
        Msg::ChooseUniverse(universe) => {
            next.view.entities = vec![Id::from(universe.token())];
            next.view.focus = None;
        }
        Msg::AddEntity(id) => add_entity(&mut next, id),
        Msg::RemoveEntity(id) => {
            next.view.entities.retain(|other| *other != id);
            if next.view.focus == Some(id) {
                next.view.focus = None;
            }
        }
        Msg::ChooseFocus(focus) => next.view.focus = focus,
        Msg::ChooseSort(sort) => next.view.sort = sort,
        Msg::SetLang(lang) => {
            next.view.lang = (lang != next.page_lang).then_some(lang);
            push = false;
        }
        Msg::SetTheme(theme) => {
            next.view.theme = theme;
            push = false;
        }
        Msg::OpenFigure(id) => {
            next.opened = Some(id);
            next.handed = None;
        }
        Msg::CloseFigure => next.opened = None,
        Msg::OpenSearch => next.searching = true,
        Msg::CloseSearch => next.searching = false,
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
            next.handed = None;
            more = Some(Effect::Share {
                title: title(model),
                text: description(model),
                address: model.shared_address(),
            });
        }
        Msg::Copy(what, text) => {
            next.handed = None;
            more = Some(Effect::Copy { what, text });
        }
        Msg::ChooseForArticle(lang, theme) => next.for_article = (Some(lang), theme),
        Msg::CopyFigure => {
            next.handed = None;
            more = figure(model).map(|text| Effect::Copy { what: What::Code, text });
        }
        Msg::Download(format) => {
            next.not_saved = None;
            more = download(model, format);
        }
        Msg::NotSaved(why) => next.not_saved = Some(why),
        Msg::Dropped(Some(query)) => {
            (next.view, next.notes) = read(&query, "");
            top = true;
        }
        Msg::Dropped(None) => next.notes = vec![Note::ForeignPicture],
        Msg::Handed(handed) => next.handed = Some(handed),
        Msg::AddressChanged(query) => {
            (next.view, next.notes) = read(&query, &model.page_view);
            next.opened = None;
            next.handed = None;
            next.searching = false;
            next.compare_anew(model);
            let document = document(&next);
            return (next, vec![document]);
        }
    }
    let mut effects = Vec::new();
    if next.view != model.view {
        next.not_saved = None;
        next.compare_anew(model);
        let query = next.own_address(&next.view);
        effects.push(if push { Effect::PushAddress(query) } else { Effect::ReplaceAddress(query) });
        effects.push(document(&next));
    }
    if top {
        effects.push(Effect::ScrollToTop);
    }
    effects.extend(more);
    (next, effects)
}

/// Width of the picture that is put into an article as HTML: legible where a phone makes it smaller,
/// not coarse where a wide column makes it larger.
const FIGURE_WIDTH: f64 = 480.0;

/// The code of the picture that is shown, for an article in the language that was chosen; `None`
/// where there is none.
fn figure(model: &Model) -> Option<String> {
    let lang = model.for_article.0.unwrap_or(model.lang());
    let shown = exhibit(&model.dataset, &model.view, lang)?;
    let address = model.public_address(&View { lang: Some(lang), ..model.view.clone() });
    let placed = place(shown.spec.as_ref()?, FIGURE_WIDTH);
    Some(figure_code(&placed, &shown, &cited_sources(&model.dataset, &shown), &address))
}

/// The comparison that is shown as a file; `None` where it has no picture to be taken away.
fn download(model: &Model, format: Format) -> Option<Effect> {
    let (dataset, lang) = (&*model.dataset, model.lang());
    let shown = exhibit(dataset, &model.view, lang)?;
    let address = model.public_address(&model.view);
    let name = |ending: &str| format!("ro-so-{}.{ending}", shown.indicator.replace('_', "-"));
    let text = |ending, kind, content| Effect::SaveText { name: name(ending), kind, content };
    let table = || exhibit_table(dataset, &shown);
    let all = || exhibit_json(dataset, &shown, &address);
    Some(match format {
        Format::Png(scale) => Effect::SavePicture {
            name: name("png"),
            placed: Box::new(place_sheet(dataset, &shown, &address)?),
            scale,
            address,
        },
        Format::Svg => {
            let placed = place_sheet(dataset, &shown, &address)?;
            text("svg", "image/svg+xml", svg_file(&placed, &shown, &address))
        }
        Format::Csv => text("csv", "text/csv", csv(&table(), Dialect::International)),
        Format::VietnameseCsv => text("vi.csv", "text/csv", csv(&table(), Dialect::Vietnamese)),
        Format::Json => text("json", "application/json", all()),
        Format::Workbook => {
            Effect::SaveMade { name: name("xlsx"), maker: "roSoWorkbook", text: all() }
        }
        Format::OneFile => {
            let view = View { lang: Some(lang), ..model.view.clone() };
            Effect::SaveMade { name: name("html"), maker: "roSoFile", text: address::print(&view) }
        }
    })
}

/// Goes on to the next story, or back, where stories are stepped through; says whether it did.
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

/// The end of a stretch of time that has none: later than any figure.
const LAST: Date = Date { year: 2099, month: None, day: None };

/// What belongs to the view that a reader leaves.
fn leave(model: &Model, next: &mut Model) {
    next.handed = None;
    next.notes.retain(|note| !matches!(note, Note::BadValue { name: "p", .. }));
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

/// What the menu leads to from a view: what is compared comes along, what a page was about stays
/// behind.
pub fn leads_to(view: &View, page: Page) -> View {
    let is_about = |page| matches!(page, Page::Place | Page::System | Page::Story | Page::Checks);
    // Each page has tabs of its own.
    let mut next = View { page, tab: Tab::default(), ..view.clone() };
    if [page, view.page].contains(&Page::Corrections) {
        // There the focus is a figure, elsewhere a place.
        next.focus = None;
    }
    if is_about(page) || is_about(view.page) {
        // Such a page is about one thing, which no other page is about.
        next.entities.clear();
        next.focus = None;
    }
    next
}

/// Adds a place to those named. A place of another kind than theirs starts a new selection: the
/// two are never put into one order.
fn add_entity(model: &mut Model, id: Id) {
    let dataset = Rc::clone(&model.dataset);
    let Some(added) = dataset.entity(&id) else { return };
    let same_kind = |token: &Id| {
        let set = Universe::ALL.into_iter().find(|universe| *universe.token() == **token);
        set.map(Universe::kind).or_else(|| dataset.entity(token).map(|e| e.kind))
            == Some(added.kind)
    };
    model.view.entities.retain(same_kind);
    if !model.view.entities.contains(&id) {
        model.view.entities.push(id.clone());
    }
    model.view.focus = Some(id);
}

/// What a model asks of the document around it: at the start, and whenever the view changes.
pub fn document(model: &Model) -> Effect {
    let lang = model.lang();
    Effect::Document { lang, title: title(model), theme: model.view.theme }
}

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
    let found = crate::compare::ask(&model.dataset, &model.view).and_then(|(question, _)| {
        let ranking = crate::compare::ranking(&model.dataset, &question)?;
        Some(crate::text::title(&ranking, &question, lang))
    });
    found.map_or_else(|| site.to_owned(), |title| format!("{title} · Rõ Số"))
}

/// "Tính lại", with the system and the verdict that it is confined to.
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

/// What a search engine or a social network shows of the page that a model shows, at most some
/// two hundred characters.
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
            Key::PlaceDescription.text(lang).replace("{name}", &name)
        }),
        Page::Compare => model.shown.as_ref().map(|shown| shown.finding.clone()),
        _ => None,
    };
    found.unwrap_or_else(|| Key::SiteDescription.text(lang).to_owned())
}
