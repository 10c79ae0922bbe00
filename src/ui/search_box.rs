//! Adding a place to the comparison by typing its name.

use std::cell::OnceCell;

use yew::prelude::*;

use super::combobox::{Answer, Combobox, Group, counted};
use super::context::Ctx;
use crate::compare::{
    Found, Hit, Question, SearchIndex, Wanted, is_place, search, sort_stably, universes,
};
use crate::data::{EntityKind, Word as _};
use crate::state::Msg;
use crate::text::Key;

/// Most places that are offered at once.
const MOST: usize = 7;

/// The field, and the places for which the indicator has figures.
pub(super) fn search_box(ctx: &Ctx, question: &Question) -> Html {
    let universes = universes(ctx.dataset(), &question.indicator, &question.period);
    let mut kinds: Vec<EntityKind> =
        universes.iter().map(|(universe, _)| universe.kind()).collect();
    if kinds.contains(&EntityKind::Province63) {
        // A region stands for its provinces, a province of today for those before it.
        kinds.extend([EntityKind::Province34, EntityKind::Region6]);
    }
    let chosen = question.extra.first().and_then(|id| ctx.dataset().entity(id));
    let chosen = chosen.map(|unit| unit.kind);
    let find = {
        let (ctx, index) = (ctx.clone(), OnceCell::new());
        Callback::from(move |typed: String| {
            // The names are folded once, when something is typed.
            let fold = || SearchIndex::new(ctx.dataset(), Wanted::Places(&kinds));
            let mut hits = index.get_or_init(fold).search(&typed);
            // Places that can join the chosen ones come first.
            let is_other = |found: &Found| {
                let unit = ctx.dataset().entity(found.hit.id());
                chosen.is_some_and(|chosen| unit.is_some_and(|unit| unit.kind != chosen))
            };
            sort_stably(&mut hits, |a, b| is_other(a).cmp(&is_other(b)));
            let count = hits.len();
            hits.truncate(MOST);
            let is_elsewhere = || {
                let kinds = EntityKind::WORDS.iter().map(|(_, kind)| *kind);
                let kinds: Vec<EntityKind> = kinds.filter(|kind| is_place(*kind)).collect();
                !search(ctx.dataset(), &typed, Wanted::Places(&kinds)).is_empty()
            };
            let status = if !hits.is_empty() {
                counted(&ctx, count, hits.len())
            } else if is_elsewhere() {
                ctx.t(Key::SearchOtherPlace).to_owned()
            } else {
                ctx.t(Key::SearchNothing).to_owned()
            };
            Answer { groups: vec![Group { heading: "", hits }], status }
        })
    };
    let send = ctx.send.clone();
    let on_choose = Callback::from(move |hit: Hit| send.emit(Msg::AddEntity(hit.id().clone())));
    html! {
        <Combobox ctx={ctx.clone()} id="search" list="found" label={Key::SearchLabel}
            placeholder={Key::SearchPlaceholder} overlay={true} {find} {on_choose} />
    }
}
