//! An address that leads nowhere: what it asks for, and the nearest pages.

use yew::Html;

use super::context::Ctx;
use super::element::{el, text, words};
use crate::compare::vietnamese::{capitalised, fold};
use crate::compare::{Hit, SearchIndex, Wanted, same_code};
use crate::state::{Missing, view_of_hit};
use crate::text::Key;
use crate::view::{Page, View};

/// Most suggestions.
const MOST: usize = 5;

/// Most words of an address that are searched for together.
const LONGEST: usize = 8;

/// The page.
pub(super) fn not_found(ctx: &Ctx, missing: &Missing) -> Html {
    let (key, asked) = match missing {
        Missing::Page(name) => (Key::NotFoundPage, name.as_str()),
        Missing::Place(id) => (Key::NotFoundPlace, &**id),
        Missing::System(id) => (Key::NotFoundSystem, &**id),
        Missing::Story(id) => (Key::NotFoundStory, &**id),
    };
    let said = vec![text(format!("{} ", ctx.t(key))), words("code", "", asked)];
    let head = vec![
        ctx.words("h1", "", Key::NotFound),
        el("p", "lead", said),
        ctx.words("p", "", Key::NotFoundWhy),
    ];
    let mut parts = vec![el("header", "head", head)];
    let mut near = nearest(ctx, asked);
    if let Missing::Place(id) = missing {
        let coded = same_code(ctx.dataset(), id).into_iter();
        let coded = coded.filter_map(|entity| link_of(ctx, &Hit::Place(entity.id.clone())));
        let coded: Vec<(String, View)> = coded.collect();
        near.retain(|known| !coded.contains(known));
        near.splice(0..0, coded);
        near.truncate(MOST);
    }
    if !near.is_empty() {
        parts.push(ctx.words("h2", "", Key::NotFoundNearest));
        parts.push(links(ctx, near));
    }
    parts.push(ctx.words("h2", "", Key::NotFoundInstead));
    parts.push(links(ctx, beginnings(ctx)));
    el("section", "alone lost", parts)
}

/// Names and views of what resembles the words of an address, best first.
fn nearest(ctx: &Ctx, asked: &str) -> Vec<(String, View)> {
    // Ids such as "province63:99" and "hoa-binh" contain words.
    let words = fold(&asked.replace(['_', '%'], " "));
    let words: Vec<&str> = words.split(' ').collect();
    let index = SearchIndex::new(ctx.dataset(), Wanted::Everything);
    // The longest part that finds something; one or two characters name nothing.
    let parts = (1..=words.len().min(LONGEST)).rev().flat_map(|length| words.windows(length));
    let parts = parts.map(|part| part.join(" ")).filter(|part| part.len() > 2);
    let found = parts.map(|part| index.search(&part)).find(|found| !found.is_empty());
    found
        .unwrap_or_default()
        .iter()
        .filter_map(|found| link_of(ctx, &found.hit))
        .take(MOST)
        .collect()
}

/// The name of what was found, and its page.
fn link_of(ctx: &Ctx, hit: &Hit) -> Option<(String, View)> {
    let dataset = ctx.dataset();
    let name = match hit {
        Hit::Place(id) => {
            let entity = dataset.entity(id)?;
            entity.full_name.as_ref().unwrap_or(&entity.name)
        }
        Hit::System(id) => &dataset.system(id)?.name,
        Hit::Story(id) => &dataset.story(id)?.headline,
        Hit::Figure(_) => return None,
        Hit::Indicator(id) => &dataset.indicator(id)?.label,
    };
    Some((capitalised(ctx.of(name)), view_of_hit(dataset, hit)))
}

/// Where a reader can always begin.
fn beginnings(ctx: &Ctx) -> Vec<(String, View)> {
    [
        (Key::Stories, Page::Home),
        (Key::Compare, Page::Compare),
        (Key::Places, Page::Place),
        (Key::Systems, Page::System),
        (Key::Sources, Page::Sources),
    ]
    .map(|(key, page)| (ctx.t(key).to_owned(), View::of(page)))
    .into()
}

fn links(ctx: &Ctx, targets: Vec<(String, View)>) -> Html {
    let link =
        |(name, view): (String, View)| el("li", "", vec![ctx.link(view, "big-link", text(name))]);
    el("ul", "links", targets.into_iter().map(link).collect())
}
