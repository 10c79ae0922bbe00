//! What can be done with a comparison or a story: download it, embed it, cite it, copy its link.

use yew::Html;

use super::context::Ctx;
use super::element::{all, el, group, status, text, with, words};
use super::embed_codes;
use super::handed::handed;
use crate::chart::Exhibit;
use crate::compare::documents_of_story;
use crate::data::Story;
use crate::state::{Format, Msg, NotSaved, What};
use crate::text::{Key, cited_sources};
use crate::view::{Lang, Page, View};

/// One row of choices below a chart. A static page only reserves its place.
pub(super) fn take(ctx: &Ctx, shown: &Exhibit) -> Html {
    if !ctx.live {
        // Neither seen nor read aloud, and as high as the later choices.
        let choices = [Key::Download, Key::Embed, Key::Cite, Key::CopyLink];
        let choices = choices.map(|key| ctx.words("span", "btn", key)).to_vec();
        return all(vec![el("div", "take later", choices), handed(ctx, What::Link)]);
    }
    let copied = Msg::Copy(What::Link, ctx.model.shared_address());
    let link = ctx.button(copied, ctx.text(Key::CopyLink));
    let parts = vec![
        fold(ctx, Key::Download, download(ctx, shown)),
        fold(ctx, Key::Embed, embed_codes::of_comparison(ctx, shown)),
        fold(ctx, Key::Cite, cite(ctx, cited(ctx, shown))),
        link,
        not_saved(ctx, &shown.title),
    ];
    all(vec![group("take", ctx.t(Key::TakeAway), parts), handed(ctx, What::Link)])
}

/// The citation of a comparison, in its language.
pub(super) fn cited(ctx: &Ctx, shown: &Exhibit) -> String {
    let (sources, address) = source_of_comparison(ctx, shown);
    in_one_line(&shown.title, &shown.finding, &sources, &address)
}

/// The sources of a comparison in words, and the address that shows it, in its language.
pub(super) fn source_of_comparison(ctx: &Ctx, shown: &Exhibit) -> (String, String) {
    let address = ctx.model.printed_address(&ctx.model.cited_view(shown));
    (cited_sources(ctx.dataset(), &shown.documents, shown.lang), address)
}

/// The citation of a story, in a language.
pub(super) fn cited_story(ctx: &Ctx, story: &Story, lang: Lang) -> String {
    let (sources, address) = source_of_story(ctx, story, lang);
    in_one_line(lang.of(&story.headline), lang.of(&story.finding), &sources, &address)
}

/// The sources of a story in words, and the address of its page, in a language.
pub(super) fn source_of_story(ctx: &Ctx, story: &Story, lang: Lang) -> (String, String) {
    let documents = documents_of_story(ctx.dataset(), story);
    let view = View { lang: Some(lang), ..View::about(Page::Story, story.id.clone()) };
    (cited_sources(ctx.dataset(), &documents, lang), ctx.model.printed_address(&view))
}

/// What can be done with a story. A static page shows the same; a press there loads the explorer.
pub(super) fn take_story(ctx: &Ctx, story: &Story) -> Html {
    let note = ctx.words("p", "small", Key::StoryDownloadNote);
    let table = |ending: &str, key| ctx.data_file(&format!("stories/{}.{ending}", story.id), key);
    let tables = vec![
        ctx.text(Key::StoryFigures),
        text(" "),
        table("csv", Key::DownloadCsv),
        text(" · "),
        table("vi.csv", Key::DownloadVietnameseCsv),
    ];
    let files =
        vec![el("p", "acts", pictures(ctx).into()), note, el("p", "small downloads", tables)];
    let parts = vec![
        fold(ctx, Key::Download, files),
        fold(ctx, Key::Embed, embed_codes::of_story(ctx, story)),
        fold(ctx, Key::Cite, cite(ctx, cited_story(ctx, story, ctx.lang()))),
        not_saved(ctx, ctx.of(&story.headline)),
    ];
    group("take", ctx.t(Key::TakeAway), parts)
}

/// The citation of something with a heading and a finding, in one line. An address that is only a
/// query is left out.
fn in_one_line(title: &str, finding: &str, sources: &str, address: &str) -> String {
    // A static page of a site without an address does not know where it is.
    let is_known = !address.starts_with('?');
    let address = if is_known { format!(", {address}") } else { ".".to_owned() };
    format!("{title}. {finding} {sources} Rõ Số{address}")
}

/// A choice that unfolds; opening one closes the others.
fn fold(ctx: &Ctx, key: Key, content: Vec<Html>) -> Html {
    let summary = ctx.words("summary", "btn", key);
    let inside = el("div", "unfolded", content);
    with("details", &["name"], vec![Some("take".into())], vec![summary, inside])
}

fn download(ctx: &Ctx, shown: &Exhibit) -> Vec<Html> {
    let button = |format, label: &str| file(ctx, format, label);
    let tables = vec![
        button(Format::Workbook, "Excel (XLSX)"),
        button(Format::Csv, "CSV"),
        button(Format::VietnameseCsv, ctx.t(Key::DownloadVietnameseCsv)),
        button(Format::Json, "JSON"),
        // Hidden in the one file itself, which cannot reach the site's other files.
        el("span", "downloads", vec![button(Format::OneFile, ctx.t(Key::DownloadFile))]),
    ];
    let mut parts = Vec::new();
    if shown.spec.is_some() {
        parts.push(el("p", "acts", pictures(ctx).into()));
    }
    let note = if shown.spec.is_some() { Key::DownloadNote } else { Key::NoPicture };
    parts.extend([el("p", "acts", tables), ctx.words("p", "small", note)]);
    parts
}

/// The picture formats, the one for an article first.
fn pictures(ctx: &Ctx) -> [Html; 5] {
    [
        file(ctx, Format::Png(2), ctx.t(Key::PngWide)),
        file(ctx, Format::PhonePng, ctx.t(Key::PngPhone)),
        file(ctx, Format::Svg, "SVG"),
        file(ctx, Format::Png(1), ctx.t(Key::PngSmall)),
        file(ctx, Format::Png(3), ctx.t(Key::PngLarge)),
    ]
}

fn file(ctx: &Ctx, format: Format, label: &str) -> Html {
    ctx.button(Msg::Download(format, ctx.lang()), text(label))
}

/// Why a file is not saved, and the picture if it can be held instead.
fn not_saved(ctx: &Ctx, title: &str) -> Html {
    let (told, picture) = match &ctx.model.not_saved {
        None => ("", None),
        Some(NotSaved::Failed) => (ctx.t(Key::NotSaved), None),
        Some(NotSaved::WithinApp) => (ctx.t(Key::NotSavedWithinApp), None),
        Some(NotSaved::Picture(address)) => (ctx.t(Key::HoldPicture), Some(address)),
    };
    let mut parts = vec![status("notsaved", vec![text(told)])];
    parts.extend(picture.map(|address| {
        let values = vec![
            Some("held".into()),
            Some(address.to_string().into()),
            Some(title.to_owned().into()),
        ];
        with("img", &["class", "src", "alt"], values, Vec::new())
    }));
    all(parts)
}

fn cite(ctx: &Ctx, cited: String) -> Vec<Html> {
    let line = words("p", "", &cited);
    let copy = ctx.button(Msg::Copy(What::Citation, cited), ctx.text(Key::CopyThis));
    vec![line, el("p", "acts", vec![copy]), handed(ctx, What::Citation)]
}
