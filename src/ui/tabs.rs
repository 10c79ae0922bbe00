//! The ways of looking at a comparison: one row of links, those that cannot be opened struck
//! through, with the reason.

use yew::Html;

use super::context::Ctx;
use super::element::{all, el, nothing, pressable, status, text, with, words};
use crate::chart::Exhibit;
use crate::state::Msg;
use crate::text::Key;
use crate::view::Tab;

/// The row of tabs, and why some of them are closed.
pub(super) fn tabs(ctx: &Ctx, shown: &Exhibit) -> Html {
    let mut links = Vec::new();
    let mut closed = Vec::new();
    for tab in Tab::COMPARISONS {
        let Some((_, found)) = shown.tabs.iter().find(|(other, _)| *other == tab) else { continue };
        let name = ctx.t(shown.tab_name(tab));
        match found {
            Ok(()) => links.push(link(ctx, tab, name, shown.tab == tab)),
            Err(refusal) => {
                let sentence = refusal.sentence(ctx.lang());
                let parts = vec![text(name), words("span", "vh", format!(": {sentence}"))];
                let values = vec![Some("off".into()), Some(sentence.into())];
                links.push(with("span", &["class", "title"], values, parts));
                closed.push(el("li", "", vec![words("b", "", name), text(": "), text(sentence)]));
            }
        }
    }
    let row = with(
        "nav",
        &["class", "aria-label"],
        vec![Some("tabs".into()), Some(ctx.t(Key::Tabs).into())],
        links,
    );
    let refused = shown.refused.map_or_else(nothing, |(tab, refusal)| {
        let line = format!("{}: {}", ctx.t(shown.tab_name(tab)), refusal.sentence(ctx.lang()));
        status("notice", vec![text(line)])
    });
    let why = if closed.is_empty() {
        nothing()
    } else {
        let summary = ctx.words("summary", "small", Key::TabsClosed);
        el("details", "closed", vec![summary, el("ul", "plain", closed)])
    };
    all(vec![row, why, refused])
}

fn link(ctx: &Ctx, tab: Tab, name: &str, is_chosen: bool) -> Html {
    let href = ctx.address(|view| view.tab = tab);
    let current = is_chosen.then(|| "true".into());
    let values = vec![Some(href.into()), current];
    pressable(
        "a",
        &["href", "aria-current"],
        values,
        ctx.follow(Msg::ChooseTab(tab)),
        vec![text(name)],
    )
}
