//! The home page below its first story: the other stories, each with a small picture.

use yew::Html;

use super::context::Ctx;
use super::element::{el, text, with, words};
use super::icons;
use super::still::small_picture;
use super::verdict::coloured;
use crate::compare::{Verdict, holds_each_against_target, sort_stably, story_judgement};
use crate::data::{Panel, Story};
use crate::text::{Key, verdict};
use crate::view::{Page, View};

/// All stories of the home page but the first.
pub(super) fn other_stories(ctx: &Ctx) -> Html {
    let stories = ctx.dataset().stories.iter().filter(|story| !story.reserve).skip(1);
    let items = stories.map(|story| item(ctx, story)).collect();
    let parts =
        vec![ctx.words("h2", "", Key::OtherStories), el("ol", "stories", items), more_stories(ctx)];
    with("section", &["class", "id"], vec![Some("sec".into()), Some("stories".into())], parts)
}

/// The stories that the home page only names.
fn more_stories(ctx: &Ctx) -> Html {
    let link = |story: &Story| {
        let view = View::about(Page::Story, story.id.clone());
        el("li", "", vec![ctx.link(view, "", text(ctx.of(&story.headline)))])
    };
    let stories = ctx.dataset().stories.iter().filter(|story| story.reserve);
    el("ul", "plain more", stories.map(link).collect())
}

fn item(ctx: &Ctx, story: &Story) -> Html {
    let view = View::about(Page::Story, story.id.clone());
    let number = story.number.to_string();
    let mut told = vec![
        el("h3", "", vec![ctx.link(view, "", text(ctx.of(&story.headline)))]),
        words("p", "", ctx.of(&story.finding)),
    ];
    told.extend(sign_line(ctx, story));
    let mut parts = vec![words("span", "number", number), el("div", "told", told)];
    if let Some((panel, picture)) = telling_panel(ctx, story) {
        parts.push(el("figure", "", vec![words("figcaption", "", panel), picture]));
    }
    el("li", "story", parts)
}

/// Heading and picture of the first panel that shows most of the story's two compared figures.
fn telling_panel(ctx: &Ctx, story: &Story) -> Option<(String, Html)> {
    let shown = |panel: &Panel| {
        let ids = || panel.observations.iter().chain(&panel.references).chain(&panel.targets);
        story.pair.iter().filter(|held| ids().any(|id| id == *held)).count()
    };
    let mut panels: Vec<&Panel> = story.panels.iter().collect();
    sort_stably(&mut panels, |a, b| shown(b).cmp(&shown(a)));
    let drawn = |panel: &&Panel| small_picture(ctx, story, panel);
    let (panel, picture) = panels.iter().find_map(|panel| Some((*panel, drawn(panel)?)))?;
    Some((ctx.of(&panel.title).to_owned(), picture))
}

/// The verdict on the two figures of a story, in one line.
pub(super) fn sign_line(ctx: &Ctx, story: &Story) -> Option<Html> {
    let found = story_judgement(ctx.dataset(), story)?.verdict;
    let each = found == Verdict::WithCare && holds_each_against_target(ctx.dataset(), story);
    let name = if each { ctx.t(Key::EachAgainstTarget) } else { verdict(found, ctx.lang()) };
    Some(coloured("p", "signline", found, vec![icons::sign(found), text(name)]))
}
