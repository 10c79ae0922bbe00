//! The 63 provinces and cities by one indicator: the exhibit of the map.

use std::rc::Rc;

use super::asked::Asked;
use super::exhibit::rank_words;
use super::exhibit_bars::{exhibit as bars, rows};
use super::map::{MapClasses, MapKey, MapMarker, MapSpec, MapTile, Shade, class_limits, class_of};
use super::symbol::{Known, Side};
use super::{Exhibit, ExhibitRow, Spec};
use crate::compare::{Question, Ranking, Row, Universe, ranking};
use crate::data::{Dataset, Entity, EntityKind};
use crate::text::{Key, known_briefly, period};
use crate::view::Lang;

/// Whether the question is about provinces.
pub(super) fn has_provinces(asked: &Asked<'_>) -> bool {
    asked.order.as_ref().is_some_and(|(question, _)| question.universe == Universe::Provinces)
}

/// A map always shows the whole country with both archipelagos; chosen units are framed.
pub(super) fn exhibit(asked: &Asked<'_>) -> Option<Exhibit> {
    let asked_for = asked.order.as_ref()?;
    let (question, _) = asked_for;
    let whole = if asked_for.1.is_part() {
        let whole = Question { within: Vec::new(), only: false, ..question.clone() };
        let ranking = ranking(asked.dataset, &whole)?;
        Some((whole, ranking))
    } else {
        None
    };
    let order = whole.as_ref().unwrap_or(asked_for);
    let (_, ranking) = order;
    let lang = asked.lang;
    let mut shown = bars(asked, order);
    let when = period(&question.period, lang);
    let is_chosen = |unit: &Entity| {
        let of_region = |region| question.within.contains(region);
        question.extra.contains(&unit.id) || unit.region.as_ref().is_some_and(of_region)
    };
    // Every tile has a row; the units that other charts leave out follow those that they show.
    let mut told = rows(asked, ranking, &when);
    let silent = ranking.silent.iter().map(|row| match row.figure {
        Some(figure) => ExhibitRow::of(asked, figure, rank_words(row.rank)),
        None => ExhibitRow::unknown(asked, row.entity, &when),
    });
    let at = ranking.rows.len();
    told.splice(at..at, silent);
    let spec = spec(asked, ranking, is_chosen);
    shown.caveats.push(Key::MapNote.text(lang).to_owned());
    Some(Exhibit { rows: told, spec: Some(Rc::new(Spec::Map(spec))), ..shown })
}

fn spec(asked: &Asked<'_>, ranking: &Ranking<'_>, is_chosen: impl Fn(&Entity) -> bool) -> MapSpec {
    let all = || ranking.rows.iter().chain(&ranking.silent);
    let known = |row: &Row<'_>| row.figure.and_then(|o| Known::of(o.quantity, o.interval));
    let printed: Vec<f64> = all()
        .filter_map(known)
        .filter(|known| known.side != Side::Between)
        .flat_map(|known| known.ends())
        .collect();
    let limits = class_limits(&printed);
    let classes = limits.len() + 1;
    let is_inferred = |row: &Row<'_>| row.figure.is_some_and(|o| o.derived_from.is_some());
    // What only follows from a list belongs to no class, even if it lies within one: nobody
    // printed a figure of these places.
    let shaded = |row: &Row<'_>| match known(row) {
        None => Shade::Nothing,
        Some(_) if is_inferred(row) => Shade::Several,
        Some(found) => shade(&found, &limits),
    };
    let tiles = all().enumerate().filter_map(|(at, row)| {
        Some(MapTile {
            tile: row.entity.tile?,
            name: asked.lang.of(&row.entity.name).to_owned(),
            label: row
                .figure
                .map_or(String::new(), |o| known_briefly(asked.dataset, o, asked.lang)),
            is_inferred: is_inferred(row),
            shade: shaded(row),
            focus: asked.is_focus(row.entity) || is_chosen(row.entity),
            row: Some(at),
        })
    });
    let of_unit = |unit: &Entity| all().find(|row| row.entity.id == unit.id).map(shaded);
    MapSpec {
        tiles: tiles.collect(),
        markers: markers(asked.dataset, asked.lang, of_unit),
        key: MapKey::Classes(MapClasses {
            steps: (0..classes).map(|class| step(class, classes)).collect(),
            limits,
            unit: ranking.indicator.unit,
        }),
        lang: asked.lang,
    }
}

/// The archipelagos, each in the shade of the unit that governs it.
pub(super) fn markers(
    dataset: &Dataset,
    lang: Lang,
    shade: impl Fn(&Entity) -> Option<Shade>,
) -> Vec<MapMarker> {
    let marker = |marker: &Entity| {
        let unit = dataset.entity(marker.belongs_to.as_ref()?)?;
        Some(MapMarker {
            tile: marker.tile?,
            name: lang.of(&marker.name).to_owned(),
            governed_by: lang.of(&unit.name).to_owned(),
            shade: shade(unit)?,
        })
    };
    dataset.of_kind(EntityKind::Marker).filter_map(marker).collect()
}

/// The class that a figure certainly falls into; [`Shade::Several`] if it may fall into more.
fn shade(known: &Known, limits: &[f64]) -> Shade {
    let classes = limits.len() + 1;
    let exact = |value: f64| Shade::Class(step(class_of(limits, value), classes));
    if let (Side::Exact | Side::About, Some(value)) = (known.side, known.value) {
        return exact(value);
    }
    let low = known.low.map_or(0, |low| class_of(limits, low));
    // An upper end that equals a class limit counts as below that limit.
    let high = known.high.map_or(classes - 1, |high| {
        limits.iter().filter(|limit| high > **limit + 1e-9 * limit.abs()).count()
    });
    if low == high { Shade::Class(step(low, classes)) } else { Shade::Several }
}

/// With fewer than seven classes, their steps are spread over the whole scale.
fn step(class: usize, classes: usize) -> u8 {
    if classes < 2 { 4 } else { (1 + class * 6 / (classes - 1)) as u8 }
}
