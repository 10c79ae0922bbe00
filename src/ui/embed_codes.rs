//! Codes for an article: frames with and without a script, the picture as HTML.

use yew::Html;

use super::context::Ctx;
use super::element::{all, el, group, with, words};
use super::handed::handed;
use super::take::{cited, cited_story, source_of_comparison, source_of_story};
use crate::chart::{Exhibit, place, story_picture};
use crate::compare::figures_of_story;
use crate::data::{Story, fingerprint};
use crate::export::{embed_code_with_script, embed_code_with_source};
use crate::state::{Format, Msg, What};
use crate::text::Key;
use crate::view::{Lang, Page, Tab, Theme, View, path};

/// Height of a frame whose content is not known here.
const FRAME_HEIGHT: u32 = 720;
/// Height of title and finding above a picture and of source and verdict below it, on a phone, in
/// CSS pixels. A frame without a script shows these; the reader scrolls to the rest.
const AROUND_PICTURE: u32 = 640;
/// Greatest height of such a frame.
const HIGHEST: u32 = 1100;
/// Height of all that is above the pictures of a story and of the source below, on a phone.
const AROUND_STORY: u32 = 480;
/// Height of the heading and margins of each of its pictures.
const AROUND_PANEL: u32 = 70;
/// Width of a picture in a frame on a phone.
const PHONE: f64 = 328.0;

/// All ways to put the comparison that is shown into an article.
pub(super) fn of_comparison(ctx: &Ctx, shown: &Exhibit) -> Vec<Html> {
    let (lang, _) = chosen(ctx);
    let told = ctx.model.shown_in(lang);
    let shown = told.as_deref().unwrap_or(shown);
    let version = Some(shown.version(ctx.dataset()));
    let view = View { page: Page::Compare, version, ..ctx.model.named_view(shown) };
    let mut parts = Vec::new();
    let mut height = FRAME_HEIGHT;
    if let Some(spec) = &shown.spec {
        parts.extend(picture(ctx, cited(ctx, shown)));
        height = (place(spec, PHONE).height as u32 + AROUND_PICTURE).min(HIGHEST);
    }
    let (sources, page) = source_of_comparison(ctx, shown);
    parts.extend(frames(ctx, &shown.title, (&view, shown.tab), height, (&sources, &page)));
    if shown.spec.is_some() {
        parts.push(code(ctx, Key::EmbedFigure, Msg::CopyFigure));
    }
    parts.push(ctx.words("p", "small", Key::EmbedNote));
    parts.push(handed(ctx, What::Code));
    parts
}

/// What works in every newsroom's system: a picture, one for phones, and a caption.
fn picture(ctx: &Ctx, caption: String) -> [Html; 3] {
    let (lang, _) = chosen(ctx);
    let save = |what, format| row(ctx, what, Key::Download, Msg::Download(format, lang));
    [
        save(Key::EmbedPicture, Format::Png(2)),
        save(Key::EmbedPhonePicture, Format::PhonePng),
        code(ctx, Key::EmbedCaption, Msg::Copy(What::Code, caption)),
    ]
}

/// All ways to put a story into an article.
pub(super) fn of_story(ctx: &Ctx, story: &Story) -> Vec<Html> {
    let (lang, _) = chosen(ctx);
    let version = fingerprint(figures_of_story(ctx.dataset(), story)).into();
    let view = View { version: Some(version), ..View::about(Page::Story, story.id.clone()) };
    let mut parts = Vec::from(picture(ctx, cited_story(ctx, story, lang)));
    let height = height_of_story(ctx, story, lang);
    let (sources, page) = source_of_story(ctx, story, lang);
    let headline = lang.of(&story.headline);
    parts.extend(frames(ctx, headline, (&view, Tab::Best), height, (&sources, &page)));
    parts.push(handed(ctx, What::Code));
    parts
}

/// Height at which a frame without a script shows every picture of a story, on a phone too: half of
/// them would tell another story.
fn height_of_story(ctx: &Ctx, story: &Story, lang: Lang) -> u32 {
    let drawn = |panel| story_picture(ctx.dataset(), story, panel, lang);
    let pictures: Vec<_> = story.panels.iter().filter_map(drawn).collect();
    let heights = pictures.iter().map(|spec| place(spec, PHONE).height as u32 + AROUND_PANEL);
    if pictures.is_empty() { FRAME_HEIGHT } else { AROUND_STORY + heights.sum::<u32>() }
}

/// Language and colours that the code asks for.
fn chosen(ctx: &Ctx) -> (Lang, Theme) {
    let (lang, theme) = ctx.model.for_article;
    (lang.unwrap_or(ctx.lang()), theme)
}

/// The choices, and the two codes of a frame. Only a page on the web can give an address; a static
/// page does not know its own yet.
fn frames(
    ctx: &Ctx,
    title: &str,
    (view, tab): (&View, Tab),
    height: u32,
    (sources, page): (&str, &str),
) -> Vec<Html> {
    let site = &ctx.model.site_address;
    if ctx.live && !site.starts_with("http") {
        return Vec::new();
    }
    let (lang, theme) = chosen(ctx);
    let view = View { theme, ..view.clone() };
    let address = format!("{site}{}", path::embed_address(&view, tab, lang));
    let plain = embed_code_with_source(title, &address, height, (sources, page));
    let auto = embed_code_with_script(title, &address, height, site);
    vec![
        choices(ctx, lang, theme),
        code(ctx, Key::EmbedAuto, Msg::Copy(What::Code, auto)),
        code(ctx, Key::EmbedFrame, Msg::Copy(What::Code, plain)),
    ]
}

fn choices(ctx: &Ctx, lang: Lang, theme: Theme) -> Html {
    let choice = |label: &str, is_on: bool, lang, theme| {
        ctx.choice(Msg::ChooseForArticle(lang, theme), label, is_on)
    };
    let languages = [(Lang::Vi, "Tiếng Việt"), (Lang::En, "English")]
        .map(|(other, label)| choice(label, other == lang, other, theme));
    let themes = [
        (Theme::System, Key::ThemeOfReader),
        (Theme::Light, Key::ThemeLight),
        (Theme::Dark, Key::ThemeDark),
    ]
    .map(|(other, key)| choice(ctx.t(key), other == theme, lang, other));
    let line = |key: Key, choices: Vec<Html>| {
        // Screen readers read it as the name of the group.
        let hidden = vec![Some("small".into()), Some("true".into())];
        let told = with("p", &["class", "aria-hidden"], hidden, vec![ctx.text(key)]);
        el("div", "", vec![told, group("acts", ctx.t(key), choices)])
    };
    let rows =
        vec![line(Key::EmbedLanguage, languages.into()), line(Key::EmbedTheme, themes.into())];
    el("div", "", rows)
}

/// A code's name with a button that copies the code, which is shown only if copying fails.
fn code(ctx: &Ctx, what: Key, copied: Msg) -> Html {
    row(ctx, what, Key::CopyThis, copied)
}

/// A name, and a button for it that repeats the name for screen readers.
fn row(ctx: &Ctx, what: Key, act: Key, msg: Msg) -> Html {
    let name = vec![ctx.text(act), words("span", "vh", format!(": {}", ctx.t(what)))];
    el("p", "acts", vec![ctx.words("span", "", what), ctx.button(msg, all(name))])
}
