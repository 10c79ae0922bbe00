//! The list of all places: in groups that fold up, with a field that filters them.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::super::context::{Ctx, CtxProps};
use super::super::element::{self, all, el, folded, text, words};
use super::super::icons;
use crate::compare::{
    Hit, SearchIndex, Wanted, is_place, printed_figures, sort_stably, vietnamese,
};
use crate::data::{Dataset, Entity, EntityKind};
use crate::state::Msg;
use crate::text::{Key, NBSP, counted_words, existence, is_principal};
use crate::view::{Lang, Page, View};

/// The page that lists them.
pub(super) fn list(ctx: &Ctx) -> Html {
    let head = vec![ctx.words("h1", "", Key::Places), ctx.words("p", "lead", Key::PlaceListLead)];
    all(vec![el("header", "head", head), groups(ctx)])
}

/// All places by kind, the 63 provinces by region.
pub(super) fn groups(ctx: &Ctx) -> Html {
    html! { <Groups ctx={ctx.clone()} /> }
}

/// Places under one heading.
struct Group<'a> {
    heading: Key,
    /// Whether it is unfolded from the start.
    is_open: bool,
    /// The places, by region if the group is divided so.
    parts: Vec<(Option<&'a Entity>, Vec<&'a Entity>)>,
}

impl Group<'_> {
    fn count(&self) -> usize {
        self.parts.iter().map(|(_, units)| units.len()).sum()
    }
}

/// The field and the groups.
#[component]
fn Groups(CtxProps { ctx }: &CtxProps) -> Html {
    let typed = &ctx.model.filter;
    let is_typed = !typed.trim().is_empty();
    let index = use_memo(is_typed, |is_typed| {
        is_typed.then(|| SearchIndex::new(ctx.dataset(), Wanted::Everything))
    });
    let found = (*index).as_ref().map(|index| places(ctx.dataset(), index, typed));
    let oninput = {
        let send = ctx.send.clone();
        Callback::from(move |event: InputEvent| {
            let input: Option<HtmlInputElement> = event.target_dyn_into();
            let typed = input.map(|input| input.value()).unwrap_or_default();
            send.emit(Msg::FilterPlaces(typed));
        })
    };
    let best = found.as_ref().and_then(|found| found.first()).map(|unit| unit.id.clone());
    let send = ctx.send.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if let Some(best) = best.clone().filter(|_| event.key() == "Enter" && !event.is_composing())
        {
            send.emit(Msg::ChooseHit(Hit::Place(best)));
        }
    });
    let status = match &found {
        Some(found) if found.is_empty() => ctx.t(Key::SearchNothing).to_owned(),
        Some(found) => ctx.t(Key::PlacesFound).replace("{n}", &found.len().to_string()),
        None => String::new(),
    };
    let groups = grouped(ctx.dataset(), ctx.lang());
    let shown = match &found {
        Some(found) => fitting(ctx, &groups, found),
        None => groups.iter().map(|group| complete(ctx, group)).collect(),
    };
    html! {
        <>
            <div class="field filter">
                { ctx.label_for("filter", Key::PlaceFilter) }
                <div class="search">
                    { icons::glass() }
                    <input id="filter" type="text" autocomplete="off" spellcheck="false" enterkeyhint="go"
                        disabled={!ctx.live} placeholder={ctx.t(Key::PlaceFilterHint)} value={typed.to_string()}
                        {oninput} {onkeydown} />
                </div>
                { element::status("small", vec![text(status)]) }
            </div>
            { el("div", "placegroups", shown) }
        </>
    }
}

/// The places that fit what was typed, the best first.
fn places<'a>(dataset: &'a Dataset, index: &SearchIndex, typed: &str) -> Vec<&'a Entity> {
    let found = index.search(typed);
    let hits = found.iter().filter(|found| matches!(found.hit, Hit::Place(_)));
    let units = hits.filter_map(|found| dataset.entity(found.hit.id()));
    units.filter(|unit| is_place(unit.kind)).collect()
}

/// All places in their groups, the provinces of today first.
fn grouped(dataset: &Dataset, lang: Lang) -> Vec<Group<'_>> {
    let regions = dataset
        .of_kind(EntityKind::Region6)
        .map(|region| (Some(region), by_name(dataset.units(&region.members), lang)));
    let of = |kinds: &[EntityKind]| -> Vec<&Entity> {
        kinds.iter().flat_map(|kind| dataset.of_kind(*kind)).collect()
    };
    let whole = of(&[EntityKind::Nation, EntityKind::Block, EntityKind::Region6]);
    let plain = |heading, units, is_open| Group { heading, is_open, parts: vec![(None, units)] };
    vec![
        plain(Key::PlaceList34, by_name(of(&[EntityKind::Province34]), lang), true),
        Group { heading: Key::PlaceList63, is_open: true, parts: regions.collect() },
        plain(Key::PlaceList22, by_name(of(&[EntityKind::Ministry22]), lang), false),
        plain(Key::PlaceList25, by_name(of(&[EntityKind::Ministry25]), lang), false),
        plain(Key::PlaceListWhole, whole, false),
    ]
}

fn by_name(mut units: Vec<&Entity>, lang: Lang) -> Vec<&Entity> {
    sort_stably(&mut units, |a, b| vietnamese::order(lang.of(&a.name), lang.of(&b.name)));
    units
}

/// A group with all of its places, which can be folded up.
fn complete(ctx: &Ctx, group: &Group<'_>) -> Html {
    let count = format!("{}{NBSP}{}", group.count(), ctx.t(Key::PlacesCounted));
    let heading = ctx.words("h2", "", group.heading);
    let mut parts = Vec::new();
    let mut units = group.parts.iter().flat_map(|(_, units)| units);
    if units.all(|unit| printed_figures(ctx.dataset(), unit) == 0) {
        parts.push(ctx.words("p", "small", Key::PlaceListOfParts));
    }
    for (region, units) in &group.parts {
        let heading = region.map(|region| {
            let view = View::about(Page::Place, region.id.clone());
            el("h3", "", vec![ctx.link(view, "", text(ctx.of(&region.name)))])
        });
        parts.push(el("div", "", heading.into_iter().chain([entries(ctx, units)]).collect()));
    }
    folded(heading, count, group.is_open, parts)
}

/// The groups with only the places that fit, the group with the best one first.
fn fitting(ctx: &Ctx, groups: &[Group<'_>], found: &[&Entity]) -> Vec<Html> {
    let place = |unit: &Entity| found.iter().position(|one| one.id == unit.id);
    let mut shown: Vec<(usize, Html)> = Vec::new();
    for group in groups {
        let units = group.parts.iter().flat_map(|(_, units)| units).copied();
        let units: Vec<&Entity> = units.filter(|unit| place(unit).is_some()).collect();
        if let Some(best) = units.iter().filter_map(|unit| place(unit)).min() {
            let heading = ctx.words("h2", "", group.heading);
            shown.push((best, el("section", "group", vec![heading, entries(ctx, &units)])));
        }
    }
    sort_stably(&mut shown, |a, b| a.0.cmp(&b.0));
    shown.into_iter().map(|(_, group)| group).collect()
}

fn entries(ctx: &Ctx, units: &[&Entity]) -> Html {
    let items = units.iter().map(|unit| el("li", "", vec![entry(ctx, unit, false)])).collect();
    el("ul", "placelist", items)
}

/// A place with how much is known of it. `dated` adds its dates, for lists that mix times.
pub(super) fn entry(ctx: &Ctx, unit: &Entity, dated: bool) -> Html {
    let figures = printed_figures(ctx.dataset(), unit);
    let mut about = Vec::new();
    about.extend(existence(unit, ctx.lang()).filter(|_| dated));
    let (mut parts, mut key) = (unit.predecessors.len(), Key::PlaceParts);
    if unit.kind == EntityKind::Ministry25 {
        let before = ctx.dataset().units(&unit.predecessors);
        let principal = before.iter().filter(|one| is_principal(one));
        (parts, key) = (principal.count(), Key::PlaceMinistries);
    }
    if figures > 0 {
        about.push(counted_words(figures, Key::Figures, ctx.lang()));
    } else if parts > 1 {
        about.push(ctx.t(key).replace("{n}", &parts.to_string()));
    }
    let name = words("span", "", ctx.of(&unit.name));
    let small = words("small", "", about.join(" · "));
    ctx.link(View::about(Page::Place, unit.id.clone()), "", all(vec![name, text(" "), small]))
}
