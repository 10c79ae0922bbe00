//! The ways of looking at a comparison: one row of links, those that cannot be opened struck
//! through, with the reason.

use yew::Html;

use super::context::Ctx;
use super::element::{all, el, nothing, pressable, text, with, words};
use crate::chart::{Exhibit, RowRole};
use crate::state::Msg;
use crate::text::Key;
use crate::view::Tab;

/// The row of tabs, and why some of them are closed.
pub(super) fn tabs(ctx: &Ctx, shown: &Exhibit) -> Html {
    let mut links = Vec::new();
    let mut closed = Vec::new();
    for tab in Tab::COMPARISONS {
        let Some((_, found)) = shown.tabs.iter().find(|(other, _)| *other == tab) else { continue };
        let name = ctx.t(name(tab, shown));
        match found {
            Ok(()) => links.push(link(ctx, tab, name, shown.tab == tab)),
            Err(refusal) => {
                let sentence = refusal.sentence(ctx.lang());
                let parts = vec![text(name), words("span", "vh", &format!(": {sentence}"))];
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
        let line = format!("{}: {}", ctx.t(name(tab, shown)), refusal.sentence(ctx.lang()));
        with(
            "p",
            &["class", "role"],
            vec![Some("notice".into()), Some("status".into())],
            vec![text(&line)],
        )
    });
    let why = if closed.is_empty() {
        nothing()
    } else {
        let summary = words("summary", "small", ctx.t(Key::TabsClosed));
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

/// The name of a tab; an incomplete list is sorted, not ranked.
fn name(tab: Tab, shown: &Exhibit) -> Key {
    let is_partial = || {
        let mut units = shown.rows.iter().filter(|row| row.role == RowRole::Unit);
        units.all(|row| row.rank.is_none())
    };
    match tab {
        Tab::Bars if shown.tab == Tab::Bars && is_partial() => Key::TabSorted,
        Tab::Dots => Key::TabDots,
        Tab::Line => Key::TabLine,
        Tab::Slope => Key::TabSlope,
        Tab::Progress => Key::TabProgress,
        Tab::Scatter => Key::TabScatter,
        Tab::Map => Key::TabMap,
        Tab::Multiples => Key::TabMultiples,
        Tab::Table => Key::TabTable,
        _ => Key::TabBars,
    }
}
