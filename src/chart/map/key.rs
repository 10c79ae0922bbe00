//! The key of a map: a histogram of its classes, and what other shades mean.

use super::{MapClasses, MapKey, MapSpec, Shade, shade};
use crate::chart::labels::{AXIS, LINE, SIZE};
use crate::chart::{Anchor, Area, Placed, Role, Weight, text_width, wrap};
use crate::quantity::{Unit, decimals_of};
use crate::text::{Key, number};
use crate::view::Lang;

const KEY_HEIGHT: f64 = 112.0;

/// Places the key of a map, `wide` pixels wide, on a picture of `width`; returns the y of its end.
pub(super) fn place_key(
    spec: &MapSpec,
    (left, top, wide): (f64, f64, f64),
    width: f64,
    placed: &mut Placed,
) -> f64 {
    // A figure that spans several classes may belong to any of them.
    let how_many = match count(spec, Shade::Several) {
        0 => Key::HowManyOfEach,
        _ => Key::HowManyForSure,
    };
    let heading = wrap(how_many.text(spec.lang), wide, SIZE, Weight::Semibold);
    for (at, line) in heading.iter().enumerate() {
        let at = (left, top + 12.0 + at as f64 * LINE);
        placed.write(at, Anchor::Start, SIZE, Weight::Semibold, Role::Ink, line);
    }
    let top = top + heading.len() as f64 * LINE;
    let beside = [(Shade::Several, Key::OnlyARange), (Shade::Nothing, Key::NoFigure)]
        .map(|(shade, key)| (shade, key.text(spec.lang).to_owned()));
    let (mut bottom, shades) = match &spec.key {
        MapKey::Classes(classes) => {
            (place_histogram(spec, classes, (left, top, wide), placed) + 28.0, &beside[..])
        }
        MapKey::Known(meanings) => (top + 8.0, &meanings[..]),
    };
    for (shade_of, words) in shades {
        let count = count(spec, *shade_of);
        if count == 0 {
            continue;
        }
        let area = Area { x: left, y: bottom, width: 20.0, height: 12.0 };
        shade(area, *shade_of, placed);
        let words = format!("{words}: {count}");
        let lines = wrap(&words, wide.min(width) - 28.0, SIZE, Weight::Regular);
        for (at, line) in lines.iter().enumerate() {
            let at = (left + 28.0, bottom + 11.0 + at as f64 * LINE);
            placed.write(at, Anchor::Start, SIZE, Weight::Regular, Role::Ink2, line);
        }
        bottom += lines.len() as f64 * LINE + 5.0;
    }
    bottom
}

/// How many tiles have a shade.
fn count(spec: &MapSpec, wanted: Shade) -> usize {
    spec.tiles.iter().filter(|tile| tile.shade == wanted).count()
}

/// Places the histogram of the classes; returns the y of its base.
fn place_histogram(
    spec: &MapSpec,
    classes: &MapClasses,
    (left, top, wide): (f64, f64, f64),
    placed: &mut Placed,
) -> f64 {
    let counts = classes.steps.iter().map(|step| count(spec, Shade::Class(*step)));
    let counts: Vec<usize> = counts.collect();
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let (base, tall) = (top + KEY_HEIGHT - 34.0, KEY_HEIGHT - 58.0);
    let step = wide / counts.len().max(1) as f64;
    let are_all_placed = count(spec, Shade::Several) == 0;
    for (at, (count, color)) in counts.iter().zip(&classes.steps).enumerate() {
        if *count == 0 && !are_all_placed {
            continue;
        }
        let x = left + at as f64 * step;
        let height = (tall * *count as f64 / most as f64).max(1.0);
        let area = Area { x: x + 0.5, y: base - height, width: step - 1.0, height };
        let border = Area {
            x: area.x - 0.5,
            y: area.y - 0.5,
            width: area.width + 1.0,
            height: area.height + 0.5,
        };
        placed.rect(border, Role::Rule2);
        placed.rect(area, Role::Step(*color));
        let at = (x + step / 2.0, base - height - 5.0);
        placed.write(at, Anchor::Middle, AXIS, Weight::Semibold, Role::Ink, &count.to_string());
    }
    placed.line((left, base + 0.5), (left + wide, base + 0.5), Role::Ink, 1.0);
    place_limits(classes, spec.lang, (left, base, step), placed);
    base
}

/// The limits between the classes, as many as there is room for; the last carries the unit.
fn place_limits(
    classes: &MapClasses,
    lang: Lang,
    (left, base, step): (f64, f64, f64),
    placed: &mut Placed,
) {
    let words = limit_texts(classes, lang);
    let widest = words.iter().map(|w| text_width(w, AXIS, Weight::Regular)).fold(0.0, f64::max);
    let every = ((widest + 5.0) / step).ceil().max(1.0) as usize;
    let last = words.len().saturating_sub(1);
    for (at, words) in words.iter().enumerate() {
        if (last - at).is_multiple_of(every) {
            let at = (left + (at as f64 + 1.0) * step, base + 17.0);
            placed.write(at, Anchor::Middle, AXIS, Weight::Regular, Role::Ink3, words);
        }
    }
}

fn limit_texts(classes: &MapClasses, lang: Lang) -> Vec<String> {
    let high = classes.limits.last().copied().unwrap_or(1.0);
    let (divisor, word) = match (high, lang) {
        (1e6.., Lang::Vi) => (1e6, "triệu"),
        (1e6.., Lang::En) => (1e6, "million"),
        _ => (1.0, ""),
    };
    let needed = classes.limits.iter().map(|limit| decimals_of(limit / divisor, 4));
    let decimals = needed.max().unwrap_or(0);
    let last = classes.limits.len().saturating_sub(1);
    let written = |(at, limit): (usize, &f64)| {
        let plain = number(limit / divisor, decimals, lang);
        match (at == last, classes.unit) {
            (true, Unit::Percent) => format!("{plain}%"),
            (true, _) if !word.is_empty() => format!("{plain}{}{word}", crate::text::NBSP),
            _ => plain,
        }
    };
    classes.limits.iter().enumerate().map(written).collect()
}
