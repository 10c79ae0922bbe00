//! The root component: keeps the model, runs its effects, lays out the page.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::context::Ctx;
use super::drawer::Drawer;
use super::element::{all, el, pressable, text, with, words};
use super::explorer::explorer;
use super::handed::page_foot;
use super::header::{footer, header};
use super::kept::{Part, kept};
use super::search_dialog::SearchDialog;
use super::sources::sources;
use super::story::story_section;
use crate::compare::{Missed, ask};
use crate::data::Id;
use crate::state::{Effect, Model, Msg, document, update};
use crate::text::{Key, date, list_of_names};
use crate::view::Page;
use crate::view::address::Note;
use crate::web;

/// What the app starts from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// What it shows first.
    pub model: Rc<Model>,
    /// Path from the page to the site's root: "", "../" …
    #[prop_or_default]
    pub root: AttrValue,
    /// Folder of the page below its language's root: "", "sources/".
    #[prop_or_default]
    pub folder: AttrValue,
    /// Where errors are reported: an `https:` or `mailto:` address.
    #[prop_or_default]
    pub report: Option<AttrValue>,
    /// In the browser, with canvases; otherwise a static page with SVG.
    pub live: bool,
}

impl AppProps {
    /// A page without a browser, at the root of the site unless the caller says otherwise.
    pub fn still(model: Model) -> Self {
        Self {
            model: Rc::new(model),
            root: AttrValue::default(),
            folder: AttrValue::default(),
            report: None,
            live: false,
        }
    }
}

/// The markup of a page, rendered without a browser.
///
/// # Errors
/// If the system gives no runtime to render on.
#[cfg(not(target_arch = "wasm32"))]
pub fn markup(props: AppProps) -> std::io::Result<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let renderer = yew::LocalServerRenderer::<App>::with_props(props).hydratable(false);
    Ok(tokio::task::LocalSet::new().block_on(&runtime, renderer.render()))
}

/// The model, and the effects that wait to be carried out. The queue is shared between stores:
/// several messages may come before the first of them is rendered.
struct Store {
    model: Rc<Model>,
    effects: Rc<RefCell<Vec<Effect>>>,
    step: u32,
}

impl Reducible for Store {
    type Action = Msg;

    fn reduce(self: Rc<Self>, msg: Msg) -> Rc<Self> {
        let (model, effects) = update(&self.model, msg);
        if effects.is_empty() && model == *self.model {
            return self;
        }
        self.effects.borrow_mut().extend(effects);
        let effects = Rc::clone(&self.effects);
        Rc::new(Self { model: Rc::new(model), effects, step: self.step + 1 })
    }
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { model, root, folder, report, live } = props.clone();
    let store = use_reducer(|| {
        let effects = Rc::new(RefCell::new(vec![document(&model)]));
        Store { effects, model, step: 0 }
    });
    let send = {
        let dispatcher = store.dispatcher();
        use_callback((), move |msg: Msg, ()| {
            if matches!(msg, Msg::OpenSearch) {
                web::dialog::open(".finder");
            }
            dispatcher.dispatch(msg);
        })
    };
    {
        let (store, send) = (store.clone(), send.clone());
        use_effect_with(store.step, move |_| {
            let waiting = std::mem::take(&mut *store.effects.borrow_mut());
            for effect in waiting {
                let send = send.clone();
                web::effects::run(effect, store.model.asked, move |msg| send.emit(msg));
            }
        });
    }
    use_browser(&send, store.model.section());
    let [menu, tabs] = ROWS;
    use_effect_with((store.model.view.page, store.model.lang()), move |_| {
        web::page::show_current(menu);
    });
    use_effect_with((store.model.view.clone(), store.model.lang()), move |_| {
        web::page::show_current(tabs);
    });
    // The address that the browser shows changes with the view; the site's address stays.
    let site = &store.model.site_address;
    let root = if site.is_empty() { root } else { AttrValue::from(&**site) };
    let ctx = Ctx { model: Rc::clone(&store.model), send, live, root, folder, report };
    laid_out(&ctx)
}

/// The page around its content.
fn laid_out(ctx: &Ctx) -> Html {
    if ctx.model.view.embed && super::embed::is_made(ctx.model.view.page) {
        let parts = vec![notes(ctx), super::embed::embedded(ctx)];
        let values = vec![Some("main".into()), Some("wrap article".into())];
        let main = with("main", &["id", "class"], values, parts);
        return all(vec![main, html! { <Drawer ctx={ctx.clone()} /> }]);
    }
    let skip = with(
        "a",
        &["class", "href"],
        vec![Some("skip".into()), Some("#main".into())],
        vec![ctx.text(Key::SkipToContent)],
    );
    let main = with(
        "main",
        &["id", "class"],
        vec![Some("main".into()), Some("wrap".into())],
        vec![notes(ctx), kept(ctx, Part::Content)],
    );
    let dialogs = html! { <><Drawer ctx={ctx.clone()} /><SearchDialog ctx={ctx.clone()} /></> };
    all(vec![skip, header(ctx), main, page_foot(ctx), footer(ctx), dialogs])
}

/// The stories of the home page.
pub(super) fn stories(ctx: &Ctx) -> Html {
    all(vec![story_section(ctx), super::stories::other_stories(ctx)])
}

/// What is between the head and the foot.
pub(super) fn page(ctx: &Ctx) -> Html {
    if let Some(missing) = ctx.model.missing() {
        return super::not_found::not_found(ctx, &missing);
    }
    // Called through a pointer, each page stays a function of its own: a browser translates a
    // function when it is first called, and a reader begins with one page.
    let draw: fn(&Ctx) -> Html = match ctx.model.view.page {
        Page::Home => home,
        Page::Compare => explorer,
        Page::Place => super::place::place,
        Page::System => super::system::system,
        Page::Checks => super::checks::checks,
        Page::Sources => sources,
        Page::Method => super::method::method,
        Page::Corrections => super::corrections::corrections,
        Page::Story => super::story::story_page,
    };
    draw(ctx)
}

fn home(ctx: &Ctx) -> Html {
    all(vec![kept(ctx, Part::Stories), explorer(ctx)])
}

/// Whether a key works now.
type Due = fn() -> bool;

/// Keys that work on the whole page.
const ANYWHERE: &str = "body";
/// Arrow keys that step through stories; elsewhere they scroll.
const IN_STEPS: &str = ".steps";

/// Rows that are scrolled sideways to their current item: the menu, the tabs.
const ROWS: [&str; 2] = [".nav", ".tabs"];

/// Listens to the browser, and takes the static page's place once everything is painted.
#[hook]
fn use_browser(send: &Callback<Msg>, section: Option<Id>) {
    let (send, keyed, dropped) = (send.clone(), send.clone(), send.clone());
    use_effect_with((), move |()| {
        // Children's effects have run: every canvas is painted, and the later parts are scheduled.
        web::turns::in_turn(|| {
            web::page::take_over();
            ROWS.into_iter().for_each(web::page::show_current);
            if let Some(section) = section.filter(|_| web::page::is_at_top()) {
                web::page::show_section(&section);
            }
        });
        let navigation = web::page::on_navigation(move |page, query| {
            send.emit(Msg::AddressChanged(page, query));
        });
        let at_once: Due = || true;
        let (at_end, at_top): (Due, Due) = (web::page::is_at_end, web::page::is_at_top);
        let keys = [
            ("Ctrl+k", ANYWHERE, at_once, Msg::OpenSearch),
            ("ArrowRight", IN_STEPS, at_once, Msg::Step { forward: true }),
            ("ArrowLeft", IN_STEPS, at_once, Msg::Step { forward: false }),
            // The keys of a presenter's remote; they scroll as long as there is more to see.
            ("PageDown", IN_STEPS, at_end, Msg::Step { forward: true }),
            ("PageUp", IN_STEPS, at_top, Msg::Step { forward: false }),
            ("F11", IN_STEPS, at_once, Msg::FullScreen),
        ]
        .map(|(key, within, is_due, msg)| {
            let send = keyed.clone();
            web::keys::on_key(key, within, is_due, move || send.emit(msg.clone()))
        });
        let files = web::dropped::on_file_dropped(move |file| {
            dropped.emit(Msg::Dropped(crate::export::query_in_picture(&file)));
        });
        move || drop((navigation, keys, files))
    });
}

/// What was not understood in the address, and what is shown instead.
fn notes(ctx: &Ctx) -> Html {
    // Only there does the address name indicators, units and times. In place of a missing page
    // another one is shown, which says what is missing.
    let is_comparison =
        matches!(ctx.model.view.page, Page::Home | Page::Compare) && ctx.model.missing().is_none();
    let asked = is_comparison.then(|| ask(ctx.dataset(), &ctx.model.view));
    let mut missed = asked.flatten().map(|(_, missed)| missed).unwrap_or_default();
    if ctx.model.shown.as_ref().is_some_and(|shown| !shown.tab.is_of_one_kind()) {
        // These tabs draw units of every kind.
        missed.retain(|missed| !matches!(missed, Missed::OtherKind(_)));
    }
    if ctx.model.notes.is_empty() && missed.is_empty() {
        return Html::default();
    }
    let names = |ids: &[Id]| list_of_names(&ctx.dataset().units(ids), ctx.lang());
    let unread = ctx.model.notes.iter().map(|note| match note {
        Note::UnknownParameter(name) => (Key::NoteUnknownParameter, "code", name.clone()),
        Note::BadValue { name, value } => (Key::NoteBadValue, "code", format!("{name}={value}")),
        Note::ForeignPicture => (Key::NoteForeignPicture, "code", String::new()),
        Note::PutAside(ids) => (Key::NotePutAside, "b", names(ids)),
    });
    let unknown = missed.iter().map(|missed| match missed {
        Missed::Indicator(id) => (Key::NoteNoIndicator, "code", id.to_string()),
        Missed::Entity(id) => (Key::NoteNoEntity, "code", id.to_string()),
        Missed::Time(time) => (Key::NoteNoTime, "b", date(*time, ctx.lang())),
        Missed::OtherKind(ids) => (Key::NoteOtherKind, "b", names(ids)),
    });
    let lines = unread
        .chain(unknown)
        .map(|(key, tag, what)| el("li", "", vec![ctx.text(key), text(" "), words(tag, "", what)]));
    let lines = vec![el("ul", "", lines.collect())];
    // The button beside it is not to be announced.
    let mut parts = vec![with("div", &["role"], vec![Some("status".into())], lines)];
    if !ctx.model.notes.is_empty() {
        parts.push(pressable(
            "button",
            &["class"],
            vec![Some("btn".into())],
            ctx.on(Msg::DismissNotes),
            vec![ctx.text(Key::DrawerClose)],
        ));
    }
    // The reader may have dropped the file anywhere on a long page.
    let is_dropped = ctx.model.notes.contains(&Note::ForeignPicture);
    let class = if is_dropped { "notice pinned" } else { "notice" };
    el("div", class, parts)
}
