//! One chart for an article on another site: title, finding, picture and source, which are seen
//! even in a frame that is too low; then verdict, caveats, table, and a link to all the rest.
//! Nothing in it leads the frame away from what the article shows.

use yew::Html;

use super::context::Ctx;
use super::element::{all, el, nothing, with, words};
use super::explorer::{key, missing, plot_props, table};
use super::figures::figures_table;
use super::frame::{numbered, source_line};
use super::kept::{Part, kept};
use super::plot::plot;
use super::stories::sign_line;
use super::story::reading_notes;
use super::verdict::set_verdict;
use crate::compare::vietnamese::{capitalised, uncapitalised};
use crate::compare::{ask, documents_of_story, figures_of_story, story_judgement};
use crate::data::{Id, Story, fingerprint};
use crate::text::{Key, reason_label};
use crate::view::Page;

/// Whether a page has a form for frames.
pub(super) fn is_made(page: Page) -> bool {
    matches!(page, Page::Home | Page::Compare | Page::Story)
}

/// What the frame shows.
pub(super) fn embedded(ctx: &Ctx) -> Html {
    let parts = if ctx.model.view.page == Page::Story { story(ctx) } else { comparison(ctx) };
    parts.map_or_else(
        || ctx.words("p", "lead", Key::NoTwoFigures),
        |parts| el("section", "frame embedded", parts),
    )
}

fn comparison(ctx: &Ctx) -> Option<Vec<Html>> {
    let (question, _) = ask(ctx.dataset(), &ctx.model.view)?;
    let shown = ctx.model.shown.as_ref()?;
    let picture = shown.spec.as_ref().map_or_else(nothing, |spec| {
        all(vec![key(ctx, &question, spec), plot(plot_props(ctx, shown, spec))])
    });
    Some(vec![
        head(ctx, &shown.title, &shown.finding, shown.version(ctx.dataset())),
        words("p", "unit", &shown.unit_line),
        picture,
        source_line(ctx, &shown.documents),
        set_verdict(ctx, "h2", shown),
        notes(vec![numbered(ctx, Key::ReadingNotes, &shown.caveats), missing(ctx, shown)]),
        folded(ctx, table(ctx), shown.spec.is_none()),
        foot(ctx),
    ])
}

fn story(ctx: &Ctx) -> Option<Vec<Html>> {
    let story = ctx.dataset().story(ctx.model.view.subject()?)?;
    let figures = figures_of_story(ctx.dataset(), story);
    let version = fingerprint(figures.iter().copied()).into();
    Some(vec![
        head(ctx, ctx.of(&story.headline), ctx.of(&story.finding), version),
        sign_line(ctx, story).unwrap_or_default(),
        reasons(ctx, story),
        kept(ctx, Part::Pictures),
        source_line(ctx, &documents_of_story(ctx.dataset(), story)),
        notes(vec![reading_notes(ctx, story)]),
        folded(ctx, figures_table(ctx, &figures), false),
        foot(ctx),
    ])
}

/// Why the two figures of a story may not be compared, or only with care, in a few words each.
fn reasons(ctx: &Ctx, story: &Story) -> Html {
    let Some(found) = story_judgement(ctx.dataset(), story) else { return nothing() };
    let labels = found.reasons.iter().map(|(reason, _)| reason_label(reason, ctx.lang()));
    let told: Vec<String> = labels.map(uncapitalised).collect();
    if told.is_empty() {
        return nothing();
    }
    words("p", "small", format!("{}.", capitalised(&told.join("; "))))
}

/// Title and finding, below a note if the article was made with other figures. A static page does
/// not know the article, so its script shows the note.
fn head(ctx: &Ctx, title: &str, finding: &str, version: Id) -> Html {
    let asked = ctx.model.view.version.as_ref();
    let is_same = asked.is_none_or(|asked| *asked == version);
    let values = vec![
        Some("notice".into()),
        Some("changed".into()),
        Some("note".into()),
        is_same.then_some("".into()),
    ];
    let keys = &["class", "id", "role", "hidden"];
    let changed = with("p", keys, values, vec![ctx.text(Key::FiguresChanged)]);
    el("header", "", vec![changed, words("h1", "", title), words("p", "finding", finding)])
}

fn notes(parts: Vec<Html>) -> Html {
    el("aside", "notes", parts)
}

/// The table, closed at first if a picture says the same.
fn folded(ctx: &Ctx, table: Html, is_open: bool) -> Html {
    let parts = vec![ctx.words("summary", "", Key::TableTitle), table];
    with("details", &["open"], vec![is_open.then(|| "".into())], parts)
}

fn foot(ctx: &Ctx) -> Html {
    let whole = ctx.outward(&ctx.model.view, "opens", ctx.text(Key::OpenWhole));
    el("footer", "", vec![el("p", "", vec![whole])])
}
