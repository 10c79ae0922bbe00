//! The search over everything: places, indicators, systems, stories, figures.

use std::cell::OnceCell;

use yew::prelude::*;

use super::combobox::{Answer, Combobox, Group, counted};
use super::context::{Ctx, CtxProps};
use super::dialog::{Dialog, close_button, use_dialog};
use crate::compare::{Found, Hit, SearchIndex, Wanted, figures_printed};
use crate::data::Id;
use crate::state::Msg;
use crate::text::Key;

/// Most hits of one kind that are shown at once.
const MOST: usize = 6;
/// Most figures: they have the typed number in common, so typing more would not narrow them.
const MOST_FIGURES: usize = 24;

/// The dialog. It keeps neither what was typed nor what was chosen: each closing makes it anew, so
/// that the field is there before it opens (see [`crate::web::dialog::open`]).
#[component]
pub(super) fn SearchDialog(CtxProps { ctx }: &CtxProps) -> Html {
    let open = ctx.model.searching;
    let before = use_mut_ref(|| (false, 0));
    let (was_open, closings) = *before.borrow();
    let closings = closings + i32::from(was_open && !open);
    *before.borrow_mut() = (open, closings);
    let Dialog { node, onpointerdown, onclick } =
        use_dialog(ctx, open.then(|| Id::from("find")), Msg::CloseSearch);
    html! {
        <dialog class="drawer finder" ref={node} aria-label={ctx.t(Key::SearchAllLabel)} onclose={ctx.on(Msg::CloseSearch)} {onpointerdown} {onclick}>
            if ctx.live { <Finder key={closings} ctx={ctx.clone()} /> }
        </dialog>
    }
}

/// The content of the dialog. The names are folded once, at the first letter.
#[component]
fn Finder(CtxProps { ctx }: &CtxProps) -> Html {
    let index = use_memo((), |()| OnceCell::new());
    let find = {
        let ctx = ctx.clone();
        Callback::from(move |typed: String| {
            let index = index.get_or_init(|| SearchIndex::new(ctx.dataset(), Wanted::Everything));
            let mut found = figures_printed(ctx.dataset(), &typed);
            found.extend(index.search(&typed));
            answer(&ctx, found)
        })
    };
    let send = ctx.send.clone();
    let on_choose = Callback::from(move |hit: Hit| send.emit(Msg::ChooseHit(hit)));
    // The field comes first: the dialog gives it the focus.
    html! {
        <div class="inside">
            <Combobox ctx={ctx.clone()} id="find" list="hits" label={Key::SearchAllLabel}
                placeholder={Key::SearchAllPlaceholder} overlay={false} {find} {on_choose} />
            { close_button(ctx, Msg::CloseSearch) }
        </div>
    }
}

/// The hits by kind, the kind with the best of them first.
fn answer(ctx: &Ctx, found: Vec<Found>) -> Answer {
    let count = found.len();
    let mut groups: Vec<Group> = Vec::new();
    for found in found {
        let most = if matches!(found.hit, Hit::Figure(_)) { MOST_FIGURES } else { MOST };
        let heading = ctx.t(match found.hit {
            Hit::Place(_) => Key::HitPlaces,
            Hit::Indicator(_) => Key::HitIndicators,
            Hit::System(_) => Key::Systems,
            Hit::Story(_) => Key::Stories,
            Hit::Figure(_) => Key::HitFigures,
        });
        match groups.iter_mut().find(|group| group.heading == heading) {
            Some(group) if group.hits.len() < most => group.hits.push(found),
            Some(_) => {}
            None => groups.push(Group { heading, hits: vec![found] }),
        }
    }
    let shown: usize = groups.iter().map(|group| group.hits.len()).sum();
    let status =
        if count == 0 { ctx.t(Key::SearchNone).to_owned() } else { counted(ctx, count, shown) };
    Answer { groups, status }
}
