//! A field to type into, and the list of what fits (an ARIA combobox).

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::context::Ctx;
use super::element::{self, pressable, text, with, words};
use super::icons;
use crate::compare::{Found, Hit};
use crate::text::{Key, hit_lines};
use crate::web;
use crate::web::pause::Pause;

/// Hits under a heading, which may be empty.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    pub heading: &'static str,
    pub hits: Vec<Found>,
}

/// The hits to show, and a sentence about them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Answer {
    pub groups: Vec<Group>,
    pub status: String,
}

/// What is in the field, what was found for it, and which of the hits is marked.
#[derive(Clone, Default)]
struct Typed {
    text: String,
    answer: Answer,
    marked: usize,
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ComboboxProps {
    pub ctx: Ctx,
    /// Id of the field.
    pub id: &'static str,
    /// Id of the list.
    pub list: &'static str,
    pub label: Key,
    pub placeholder: Key,
    /// Whether the list lies over what follows, and is closed when the field is left.
    pub overlay: bool,
    pub find: Callback<String, Answer>,
    pub on_choose: Callback<Hit>,
}

/// The field and its list.
#[component]
pub(super) fn Combobox(props: &ComboboxProps) -> Html {
    let ComboboxProps { ctx, id, list, overlay, .. } = props;
    let typed = use_state(Typed::default);
    let Typed { answer, marked, .. } = &*typed;
    let hits: Vec<Hit> =
        answer.groups.iter().flat_map(|group| &group.hits).map(|found| found.hit.clone()).collect();
    let active = (*marked < hits.len()).then(|| format!("{list}-{marked}"));
    {
        // Only the list in a dialog scrolls.
        let active = active.clone().filter(|_| !*overlay);
        use_effect_with(active, |active| {
            if let Some(id) = active {
                web::page::show_element(id);
            }
        });
    }
    // Announced once the reader pauses, not with every letter.
    let said = use_state(String::new);
    {
        let said = said.setter();
        use_effect_with(answer.status.clone(), move |news| {
            let news = news.clone();
            let pause = Pause::after(PAUSE, move || said.set(news));
            move || drop(pause)
        });
    }
    let choose = {
        let (on_choose, typed) = (props.on_choose.clone(), typed.clone());
        Callback::from(move |hit: Hit| {
            typed.set(Typed::default());
            on_choose.emit(hit);
        })
    };
    let oninput = {
        let (typed, find) = (typed.clone(), props.find.clone());
        Callback::from(move |event: InputEvent| {
            let input: Option<HtmlInputElement> = event.target_dyn_into();
            let text = input.map(|input| input.value()).unwrap_or_default();
            let is_blank = text.trim().is_empty();
            let answer = if is_blank { Answer::default() } else { find.emit(text.clone()) };
            typed.set(Typed { text, answer, marked: 0 });
        })
    };
    let onkeydown = on_key(hits.clone(), &typed, &choose, *overlay);
    let onblur = {
        let (typed, overlay) = (typed.clone(), *overlay);
        Callback::from(move |_: FocusEvent| {
            if overlay {
                typed.set(Typed::default());
            }
        })
    };
    let options = options(ctx, &answer.groups, list, *marked, &choose);
    // The field keeps the focus; the choice is made where the press ends.
    let onpointerdown = Callback::from(|event: PointerEvent| event.prevent_default());
    let found = html! {
        <div id={*list} class="options" role="listbox" tabindex="-1" aria-label={ctx.t(Key::SearchResults)} hidden={hits.is_empty()} {onpointerdown}>
            { for options }
        </div>
    };
    // What is seen follows every letter. A list that lies over the page shows its number by itself.
    let seen = (hits.is_empty() || !*overlay) && !answer.status.is_empty();
    let shown = seen.then(|| {
        let values = vec![Some("small".into()), Some("true".into())];
        with("p", &["class", "aria-hidden"], values, vec![text(answer.status.clone())])
    });
    let status = element::all(vec![
        shown.unwrap_or_default(),
        element::status("vh", vec![text((*said).clone())]),
    ]);
    let (over, below) = if *overlay { (found, Html::default()) } else { (Html::default(), found) };
    html! {
        <>
            { ctx.label_for(id, props.label) }
            <div class="search">
                { icons::glass() }
                <input id={*id} type="text" role="combobox" autocomplete="off" spellcheck="false" enterkeyhint="search"
                    disabled={!ctx.live} placeholder={ctx.t(props.placeholder)} value={typed.text.clone()}
                    aria-expanded={(!hits.is_empty()).to_string()} aria-controls={*list} aria-autocomplete="list" aria-activedescendant={active}
                    {oninput} {onkeydown} {onblur} />
                { over }
            </div>
            { status }
            { below }
        </>
    }
}

/// Pause in typing after which the result is announced, in milliseconds.
const PAUSE: i32 = 500;

/// "12 kết quả, hiện 7 kết quả đầu": how many hits there are and, if not all, how many are shown.
pub(super) fn counted(ctx: &Ctx, count: usize, shown: usize) -> String {
    let key = if shown < count { Key::SearchCountShown } else { Key::SearchCount };
    ctx.t(key).replace("{n}", &count.to_string()).replace("{m}", &shown.to_string())
}

/// Arrows move the mark, Enter chooses what is marked.
fn on_key(
    hits: Vec<Hit>,
    typed: &UseStateHandle<Typed>,
    choose: &Callback<Hit>,
    overlay: bool,
) -> Callback<KeyboardEvent> {
    let (typed, choose) = (typed.clone(), choose.clone());
    Callback::from(move |event: KeyboardEvent| {
        // Enter and arrows may belong to an input method (Telex, VNI).
        if event.is_composing() {
            return;
        }
        let last = hits.len().saturating_sub(1);
        let mark = |marked| typed.set(Typed { marked, ..(*typed).clone() });
        match event.key().as_str() {
            "ArrowDown" => mark((typed.marked + 1).min(last)),
            "ArrowUp" => mark(typed.marked.saturating_sub(1)),
            "Enter" => {
                if let Some(hit) = hits.get(typed.marked) {
                    choose.emit(hit.clone());
                }
            }
            // A dialog closes itself.
            "Escape" if overlay => typed.set(Typed::default()),
            _ => return,
        }
        event.prevent_default();
    })
}

fn options(
    ctx: &Ctx,
    groups: &[Group],
    list: &str,
    marked: usize,
    choose: &Callback<Hit>,
) -> Vec<Html> {
    let mut at = 0;
    let mut parts = Vec::new();
    for group in groups {
        let mut options = Vec::with_capacity(group.hits.len() + 1);
        for found in &group.hits {
            options.push(option(ctx, found, format!("{list}-{at}"), at == marked, choose));
            at += 1;
        }
        if group.heading.is_empty() {
            parts.append(&mut options);
            continue;
        }
        // Screen readers read the heading as the name of the group.
        let hidden = vec![Some("kicker".into()), Some("true".into())];
        let heading = with("p", &["class", "aria-hidden"], hidden, vec![text(group.heading)]);
        options.insert(0, heading);
        parts.push(element::group("", group.heading, options));
    }
    parts
}

fn option(ctx: &Ctx, found: &Found, id: String, marked: bool, choose: &Callback<Hit>) -> Html {
    let (name, detail) = hit_lines(ctx.dataset(), found, ctx.lang()).unwrap_or_default();
    let (choose, hit) = (choose.clone(), found.hit.clone());
    pressable(
        "div",
        &["class", "role", "id", "aria-selected"],
        vec![
            Some("option".into()),
            Some("option".into()),
            Some(id.into()),
            Some(marked.to_string().into()),
        ],
        Callback::from(move |_: MouseEvent| choose.emit(hit.clone())),
        vec![text(name), words("small", "", detail)],
    )
}
