//! The head and the foot of every page.

use yew::prelude::*;

use super::context::Ctx;
use super::element::{el, text, words};
use super::icons;
use crate::state::Msg;
use crate::text::Key;
use crate::view::{Lang, Page, Theme};

/// Name, menu, language, colours.
pub(super) fn header(ctx: &Ctx) -> Html {
    // A static page links to other static pages of its language, or to places on them.
    let start = start(ctx);
    let link = |page: Page, key: Key, path: &'static str| {
        let href = if ctx.live {
            ctx.address(|view| view.page = page)
        } else {
            format!("{}{start}{path}", ctx.root)
        };
        let current = (ctx.model.view.page == page).then_some("page");
        html! { <a {href} aria-current={current} onclick={ctx.follow(Msg::GoTo(page))}>{ ctx.t(key) }</a> }
    };
    html! {
        <header class="site">
            <div class="wrap">
                <a class="brand" href={home(ctx)} onclick={ctx.follow(Msg::GoTo(Page::Home))}>{ "Rõ " }<b>{ "Số" }</b></a>
                <nav class="nav" aria-label={ctx.t(Key::Menu)}>
                    { link(Page::Home, Key::Stories, "./#story") }
                    { link(Page::Compare, Key::Compare, "./#explore") }
                    { link(Page::Sources, Key::Sources, "sources/") }
                </nav>
                { language_switch(ctx) }
                { theme_switch(ctx) }
            </div>
        </header>
    }
}

/// Folder of the static pages of the language.
fn start(ctx: &Ctx) -> &'static str {
    if ctx.lang() == Lang::En { "en/" } else { "" }
}

fn home(ctx: &Ctx) -> String {
    if ctx.live {
        ctx.address(|view| view.page = Page::Home)
    } else {
        format!("{}{}./", ctx.root, start(ctx))
    }
}

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
