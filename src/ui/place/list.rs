//! The list of all places.

use yew::Html;

use super::super::context::Ctx;
use super::super::element::{all, el, text, words};
use super::link;
use crate::compare::{printed_figures, sort_stably, vietnamese};
use crate::data::{Entity, EntityKind};
use crate::text::{Key, NBSP, existence};

/// The page that lists them.
pub(super) fn list(ctx: &Ctx) -> Html {
    let head =
        vec![words("h1", "", ctx.t(Key::Places)), words("p", "lead", ctx.t(Key::PlaceListLead))];
    all(vec![el("header", "head", head), groups(ctx)])
}

/// All places by kind, the 63 by region.
pub(super) fn groups(ctx: &Ctx) -> Html {
    let dataset = ctx.dataset();
    let regions = dataset.of_kind(EntityKind::Region6).map(|region| {
        let mut members: Vec<&Entity> =
            region.members.iter().filter_map(|id| dataset.entity(id)).collect();
        by_name(&mut members);
        let heading = el("h3", "", vec![link(ctx, region, ctx.of(&region.name))]);
        el("div", "", vec![heading, entries(ctx, &members)])
    });
    let mut provinces = vec![words("h2", "", ctx.t(Key::PlaceList63))];
    provinces.extend(regions);
    let plain = |key: Key, kinds: &[EntityKind], sorted: bool| {
        let units = kinds.iter().flat_map(|kind| dataset.of_kind(*kind));
        let mut units: Vec<&Entity> = units.collect();
        if sorted {
            by_name(&mut units);
        }
        el("section", "sec", vec![words("h2", "", ctx.t(key)), entries(ctx, &units)])
    };
    let wholes = [EntityKind::Nation, EntityKind::Block, EntityKind::Region6];
    let groups = vec![
        el("section", "sec", provinces),
        plain(Key::PlaceList34, &[EntityKind::Province34], true),
        plain(Key::PlaceList22, &[EntityKind::Ministry22], true),
        plain(Key::PlaceList25, &[EntityKind::Ministry25], true),
        plain(Key::PlaceListWhole, &wholes, false),
    ];
    el("div", "placegroups", groups)
}

fn by_name(units: &mut Vec<&Entity>) {
    sort_stably(units, |a, b| vietnamese::order(&a.name.vi, &b.name.vi));
}

fn entries(ctx: &Ctx, units: &[&Entity]) -> Html {
    let items = units.iter().map(|unit| el("li", "", vec![entry(ctx, unit, false)])).collect();
    el("ul", "placelist", items)
}

/// A place with how much is known of it, and with its time where it stands among places of
/// several times.
pub(super) fn entry(ctx: &Ctx, unit: &Entity, dated: bool) -> Html {
    let figures = printed_figures(ctx.dataset(), unit);
    let mut about = Vec::new();
    about.extend(existence(unit, ctx.lang()).filter(|_| dated));
    if figures > 0 {
        about.push(format!("{figures}{NBSP}{}", ctx.t(Key::Figures)));
    }
    let small = words("small", "", &about.join(" · "));
    all(vec![link(ctx, unit, ctx.of(&unit.name)), text(" "), small])
}
