//! The head and the foot of every page.

use yew::prelude::*;

use super::context::Ctx;
use super::element::{el, text, words};
use super::icons;
use crate::state::Msg;
use crate::text::Key;
use crate::view::{Lang, Page, Theme, View};

/// Name, menu, language, colours.
pub(super) fn header(ctx: &Ctx) -> Html {
    let link = |page: Page, key: Key| {
        // The place that a page is about stays behind; what is compared comes along.
        let href = match page {
            Page::Home | Page::Compare if ctx.live => ctx.address(|view| view.page = page),
            _ => ctx.href(&View::of(page)),
        };
        let shown = match ctx.model.view.page {
            Page::Story => Page::Home,
            other => other,
        };
        let current = (shown == page).then_some("page");
        html! { <a {href} aria-current={current} onclick={ctx.follow(Msg::GoTo(page))}>{ ctx.t(key) }</a> }
    };
    html! {
        <header class="site">
            <div class="wrap">
                <a class="brand" href={ctx.href(&View::default())} onclick={ctx.follow(Msg::GoTo(Page::Home))}>{ "Rõ " }<b>{ "Số" }</b></a>
                <nav class="nav" aria-label={ctx.t(Key::Menu)}>
                    { for MENU.map(|(page, key)| link(page, key)) }
                </nav>
                { language_switch(ctx) }
                { theme_switch(ctx) }
            </div>
        </header>
    }
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

fn language_switch(ctx: &Ctx) -> Html {
    let choice = |lang: Lang, label: &'static str, name: &'static str, page: &'static str| {
        let href = if ctx.live {
            ctx.address(|view| view.lang = Some(lang))
        } else {
            format!("{}{page}{}", ctx.root, ctx.folder)
        };
        let current = (ctx.lang() == lang).then_some("true");
        html! {
            <a {href} lang={lang.tag()} hreflang={lang.tag()} aria-current={current} onclick={ctx.follow(Msg::SetLang(lang))}>
                <span aria-hidden="true">{ label }</span><span class="vh">{ name }</span>
            </a>
        }
    };
    html! {
        <div class="set" role="group" aria-label={ctx.t(Key::LanguageLabel)}>
            { choice(Lang::Vi, "VI", "Tiếng Việt", "./") }
            { choice(Lang::En, "EN", "English", "en/") }
        </div>
    }
}

fn theme_switch(ctx: &Ctx) -> Html {
    let choice = |theme: Theme, icon: Html, key: Key| {
        let pressed = (ctx.model.view.theme == theme).to_string();
        // Pressing the chosen one again hands the choice back to the device.
        let next = if ctx.model.view.theme == theme { Theme::System } else { theme };
        html! {
            <button type="button" aria-pressed={pressed} aria-label={ctx.t(key)} title={ctx.t(key)} disabled={!ctx.live}
                onclick={ctx.on(Msg::SetTheme(next))}>{ icon }</button>
        }
    };
    html! {
        <div class="set" role="group" aria-label={ctx.t(Key::ThemeLabel)}>
            { choice(Theme::Light, icons::sun(), Key::ThemeLight) }
            { choice(Theme::Dark, icons::moon(), Key::ThemeDark) }
        </div>
    }
}

/// What the site is, how figures are read, where they come from.
pub(super) fn footer(ctx: &Ctx) -> Html {
    let column = |heading: &str, content: Key| {
        el("p", "", vec![words("b", "", heading), text(ctx.t(content))])
    };
    let columns = vec![
        column("Rõ Số", Key::FooterAbout),
        column(ctx.t(Key::FooterConvention), Key::FooterConventionText),
        column(ctx.t(Key::FooterData), Key::FooterDataText),
    ];
    el("footer", "foot", vec![el("div", "wrap", columns)])
}
