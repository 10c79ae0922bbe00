//! The head and the foot of every page, and the titles of one.

use yew::{AttrValue, Html};

use super::context::Ctx;
use super::element::{all, el, group, pressable, text, with, words};
use super::icons;
use crate::state::{Msg, leads_to};
use crate::text::Key;
use crate::view::{Lang, Page, Theme, View, path};

/// Name, menu, language, colours.
pub(super) fn header(ctx: &Ctx) -> Html {
    let link = |page: Page, key: Key| {
        let href = match page {
            Page::Home | Page::Compare if ctx.live => ctx.href(&leads_to(&ctx.model.view, page)),
            _ => ctx.href(&View::of(page)),
        };
        let shown = match ctx.model.view.page {
            Page::Story => Page::Home,
            other => other,
        };
        let is_shown = shown == page && ctx.model.missing().is_none();
        let current = is_shown.then_some("page");
        pressable(
            "a",
            &["href", "aria-current"],
            vec![Some(href.into()), current.map(AttrValue::Static)],
            ctx.follow(Msg::GoTo(page)),
            vec![ctx.text(key)],
        )
    };
    let name = all(vec![text("Rõ "), words("b", "", "Số")]);
    let brand = ctx.link(View::default(), "brand", name);
    let menu = with(
        "nav",
        &["class", "aria-label"],
        vec![Some("nav".into()), Some(ctx.t(Key::Menu).into())],
        MENU.into_iter().map(|(page, key)| link(page, key)).collect(),
    );
    let parts = vec![brand, menu, search_button(ctx), language_switch(ctx), theme_switch(ctx)];
    el("header", "site", vec![el("div", "wrap", parts)])
}

/// The pages of the menu, in its order.
const MENU: [(Page, Key); 8] = [
    (Page::Home, Key::Stories),
    (Page::Compare, Key::Compare),
    (Page::Place, Key::Places),
    (Page::System, Key::Systems),
    (Page::Checks, Key::Checks),
    (Page::Sources, Key::Sources),
    (Page::Method, Key::Method),
    (Page::Corrections, Key::Corrections),
];

/// What the content of a page begins with: the part of the site, its title, what it is about.
pub(super) fn titles(ctx: &Ctx, part: Key, title: &str, lead: &str) -> Vec<Html> {
    vec![ctx.words("p", "kicker", part), words("h1", "", title), words("p", "lead", lead)]
}

/// Opens the search over everything.
fn search_button(ctx: &Ctx) -> Html {
    pressable(
        "button",
        &["type", "class", "title", "aria-haspopup", "aria-keyshortcuts", "disabled"],
        vec![
            Some("button".into()),
            Some("btn find".into()),
            Some(ctx.t(Key::SearchAllTitle).into()),
            Some("dialog".into()),
            Some("Control+K Meta+K".into()),
            ctx.disabled(),
        ],
        ctx.on(Msg::OpenSearch),
        vec![icons::glass(), ctx.words("span", "vh", Key::SearchAll)],
    )
}

fn language_switch(ctx: &Ctx) -> Html {
    let choice = |lang: Lang, label: &'static str, name: &'static str, page: &'static str| {
        let href = if ctx.live {
            ctx.address(|view| view.lang = Some(lang))
        } else {
            format!("{}{page}{}", ctx.root, ctx.folder)
        };
        let current = (ctx.lang() == lang).then_some("true");
        let tag = Some(lang.tag().into());
        let seen = with("span", &["aria-hidden"], vec![Some("true".into())], vec![text(label)]);
        pressable(
            "a",
            &["href", "lang", "hreflang", "aria-current"],
            vec![Some(href.into()), tag.clone(), tag, current.map(AttrValue::Static)],
            ctx.follow(Msg::SetLang(lang)),
            vec![seen, words("span", "vh", name)],
        )
    };
    let choices =
        vec![choice(Lang::Vi, "VI", "Tiếng Việt", "./"), choice(Lang::En, "EN", "English", "en/")];
    group("set", ctx.t(Key::LanguageLabel), choices)
}

fn theme_switch(ctx: &Ctx) -> Html {
    let choice = |theme: Theme, icon: Html, key: Key| {
        let pressed = (ctx.model.view.theme == theme).to_string();
        // Pressing the chosen one again leaves the choice to the device.
        let next = if ctx.model.view.theme == theme { Theme::System } else { theme };
        let name = Some(ctx.t(key).into());
        pressable(
            "button",
            &["type", "aria-pressed", "aria-label", "title", "disabled"],
            vec![Some("button".into()), Some(pressed.into()), name.clone(), name, ctx.disabled()],
            ctx.on(Msg::SetTheme(next)),
            vec![icon],
        )
    };
    let choices = vec![
        choice(Theme::Light, icons::sun(), Key::ThemeLight),
        choice(Theme::Dark, icons::moon(), Key::ThemeDark),
    ];
    group("set", ctx.t(Key::ThemeLabel), choices)
}

/// What the site is, how figures are read, where they come from.
pub(super) fn footer(ctx: &Ctx) -> Html {
    let column = |heading: &str, content: Key, page: Page, leads: Key| {
        let heading = words("b", "", heading);
        let more = ctx.link(View::of(page), "", ctx.text(leads));
        el("p", "", vec![heading, ctx.text(content), text(" "), more])
    };
    let columns = vec![
        column("Rõ Số", Key::FooterAbout, Page::Corrections, Key::ReportError),
        column(ctx.t(Key::FooterConvention), Key::FooterConventionText, Page::Method, Key::Method),
        column(ctx.t(Key::FooterData), Key::FooterDataText, Page::Sources, Key::Sources),
        to_take_along(ctx),
    ];
    el("footer", "foot", vec![el("div", "wrap", columns)])
}

/// Downloads for others to work with: every figure, and the explorer in one file.
fn to_take_along(ctx: &Ctx) -> Html {
    let figures = ctx.link(View::of(Page::Sources), "", ctx.text(Key::DownloadEverything));
    let href = format!("{}{}", ctx.root, path::ONE_FILE);
    let file = with(
        "a",
        &["href", "download"],
        vec![Some(href.into()), Some("".into())],
        vec![ctx.text(Key::DownloadFile)],
    );
    let heading = ctx.words("b", "", Key::FooterReuse);
    // Hidden in the one file, which has no files beside it.
    el("p", "downloads", vec![heading, figures, el("br", "", Vec::new()), file])
}
