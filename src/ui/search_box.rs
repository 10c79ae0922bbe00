//! Finding a place by typing, with or without tone marks (an ARIA combobox).

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::context::Ctx;
use super::icons;
use crate::compare::{Question, Wanted, search, universes};
use crate::data::{EntityKind, Id};
use crate::state::Msg;
use crate::text::Key;

/// Most places that are offered at once.
const MOST: usize = 7;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct SearchProps {
    pub ctx: Ctx,
    pub question: Question,
}

/// The box and the list of what matches.
#[component]
pub(super) fn SearchBox(SearchProps { ctx, question }: &SearchProps) -> Html {
    let typed = use_state(String::new);
    let marked = use_state(|| 0usize);
    let found = matches(ctx, question, &typed);
    let choose = {
        let (send, typed, marked) = (ctx.send.clone(), typed.clone(), marked.clone());
        Callback::from(move |id: Id| {
            typed.set(String::new());
            marked.set(0);
            send.emit(Msg::AddEntity(id));
        })
    };
    let oninput = {
        let (typed, marked) = (typed.clone(), marked.clone());
        Callback::from(move |event: InputEvent| {
            let input: Option<HtmlInputElement> = event.target_dyn_into();
            typed.set(input.map(|input| input.value()).unwrap_or_default());
            marked.set(0);
        })
    };
    let onkeydown = {
        let (typed, marked, choose) = (typed.clone(), marked.clone(), choose.clone());
        let ids: Vec<Id> = found.iter().map(|(id, ..)| id.clone()).collect();
        Callback::from(move |event: KeyboardEvent| {
            // Enter and arrows that belong to an input method (Telex, VNI) are its own.
            if event.is_composing() {
                return;
            }
            let last = ids.len().saturating_sub(1);
            match event.key().as_str() {
                "ArrowDown" => marked.set((*marked + 1).min(last)),
                "ArrowUp" => marked.set(marked.saturating_sub(1)),
                "Enter" => {
                    if let Some(id) = ids.get(*marked) {
                        choose.emit(id.clone());
                    }
                }
                "Escape" => typed.set(String::new()),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let onblur = {
        let typed = typed.clone();
        Callback::from(move |_: FocusEvent| typed.set(String::new()))
    };
    let open = !typed.trim().is_empty();
    let active = (open && !found.is_empty()).then(|| format!("found-{}", *marked));
    let items = found.iter().enumerate().map(|(at, (id, name, kind))| {
        let (choose, id) = (choose.clone(), id.clone());
        // The box keeps the focus; the choice is made where the press ends.
        let onpointerdown = Callback::from(|event: PointerEvent| event.prevent_default());
        let onclick = Callback::from(move |_: MouseEvent| choose.emit(id.clone()));
        html! {
            <li role="option" id={format!("found-{at}")} aria-selected={(at == *marked).to_string()} {onpointerdown} {onclick}>
                { name }<small>{ kind }</small>
            </li>
        }
    });
    html! {
        <>
            <label for="search">{ ctx.t(Key::SearchLabel) }</label>
            <div class="search">
                { icons::glass() }
                <input id="search" type="text" role="combobox" autocomplete="off" spellcheck="false" enterkeyhint="search"
                    disabled={!ctx.live} placeholder={ctx.t(Key::SearchPlaceholder)} value={(*typed).clone()}
                    aria-expanded={open.to_string()} aria-controls="found" aria-autocomplete="list" aria-activedescendant={active}
                    {oninput} {onkeydown} {onblur} />
                <ul id="found" class="options" role="listbox" aria-label={ctx.t(Key::SearchResults)} hidden={!open || found.is_empty()}>
                    { for items }
                </ul>
            </div>
            <p class="small" role="status">{ if open && found.is_empty() { ctx.t(Key::SearchNothing) } else { "" } }</p>
        </>
    }
}

/// Id, name and kind of the places that match, among all units that the indicator has figures of.
fn matches(ctx: &Ctx, question: &Question, typed: &str) -> Vec<(Id, String, &'static str)> {
    if typed.trim().is_empty() {
        return Vec::new();
    }
    let universes = universes(ctx.dataset(), &question.indicator, &question.period);
    let kinds: Vec<EntityKind> = universes.iter().map(|(universe, _)| universe.kind()).collect();
    let found = search(ctx.dataset(), typed, Wanted::Places(&kinds)).into_iter();
    let places = found.filter_map(|found| ctx.dataset().entity(found.hit.id())).take(MOST);
    let named = places.map(|entity| {
        let kind = match entity.kind {
            EntityKind::Ministry22 => Key::Ministries,
            EntityKind::Region6 => Key::Regions,
            _ => Key::Provinces,
        };
        (entity.id.clone(), ctx.of(&entity.name).to_owned(), ctx.t(kind))
    });
    named.collect()
}
