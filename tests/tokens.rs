//! One palette: charts have the colours of the page, both dark blocks of the style sheet say the
//! same, and everything that must be read or told apart has enough contrast.
#![expect(clippy::expect_used, reason = "a failing test says where it failed")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use common::{odd_bars, odd_charts, questions, shipped, telling_views};
use ro_so::chart::{
    BarSpec, Mark, Placed, Role, Spec, exhibit, offered_tabs, panel_bars, place, place_ruler,
    ranking_bars,
};
use ro_so::compare::ranking;
use ro_so::data::Form;
use ro_so::render::{Paint, svg};
use ro_so::view::{Lang, Tab, View};

#[test]
fn charts_have_the_colours_of_the_page() {
    let css = uncommented("www/tokens.css");
    let light = properties(block(&css, ":root {"));
    let dark = properties(block(&css, ":root[data-theme=\"dark\"] {"));
    let value = |properties: &BTreeMap<String, String>, role: Role| {
        let name = format!("--{}", role.token());
        properties.get(&name).cloned().unwrap_or_else(|| format!("no {name}"))
    };
    for role in Role::ALL {
        assert_eq!(value(&light, role), hex(role.rgb(false)), "{role:?}, light");
        // What the dark theme does not name is the same in both, as the disc of the logo is.
        let in_dark =
            if dark.contains_key(&format!("--{}", role.token())) { &dark } else { &light };
        assert_eq!(value(in_dark, role), hex(role.rgb(true)), "{role:?}, dark");
    }
}

#[test]
fn every_block_of_the_style_sheets_is_closed() {
    // An unclosed block silently swallows all rules after it.
    for file in ["www/tokens.css", "www/app.css"] {
        let mut open = 0_i32;
        for line in uncommented(file).lines() {
            assert!(open == 0 || !line.starts_with("@media"), "{file}: before {line}");
            let outside = line.split('"').step_by(2);
            for brace in outside.flat_map(str::chars) {
                open += i32::from(brace == '{') - i32::from(brace == '}');
            }
        }
        assert_eq!(open, 0, "{file}");
    }
}

#[test]
fn both_dark_blocks_say_the_same() {
    let css = uncommented("www/tokens.css");
    // The first follows the device, the second the reader's choice.
    let device = properties(block(&css, ":root:not([data-theme=\"light\"]) {"));
    let chosen = properties(block(&css, ":root[data-theme=\"dark\"] {"));
    assert!(device.len() > 40, "only {} properties", device.len());
    assert_eq!(device, chosen);
}

#[test]
fn the_dark_theme_redefines_every_colour_of_the_light_one() {
    let css = uncommented("www/tokens.css");
    let light = properties(block(&css, ":root {"));
    let dark = properties(block(&css, ":root[data-theme=\"dark\"] {"));
    // The disc of the logo and the ink on it are meant to be the same in both themes.
    let shared = ["--disc", "--disc-ink"];
    let forgotten: Vec<&String> = light
        .iter()
        .filter(|(name, value)| value.starts_with('#') && !shared.contains(&name.as_str()))
        .map(|(name, _)| name)
        .filter(|name| !dark.contains_key(*name))
        .collect();
    assert!(forgotten.is_empty(), "{forgotten:?}");
}

#[test]
fn everything_drawn_can_be_told_from_the_paper_and_read() {
    for dark in [false, true] {
        for hue in 1..=8 {
            check(Role::Category(hue), Role::Paper, 3.0, dark);
        }
        // Hatching marks "no data", not only the grey.
        check(Role::NoDataLine, Role::Paper, 3.0, dark);
        for text in [Role::Ink, Role::Ink2, Role::Ink3, Role::NoDataText] {
            check(text, Role::Paper, 4.5, dark);
        }
        check(Role::NoDataText, Role::NoData, 4.5, dark);
        for step in 1..=7 {
            check(Role::OnStep(step), Role::Step(step), 4.5, dark);
        }
        // A break is readable, and visible on its band; borders and leaders are visible.
        check(Role::Break, Role::Paper, 4.5, dark);
        check(Role::Break, Role::BreakSoft, 3.0, dark);
        check(Role::Rule2, Role::Paper, 3.0, dark);
        // All texts of a row also appear on the ground of a highlighted row.
        for text in [Role::Ink, Role::Ink2, Role::Ink3] {
            check(text, Role::Lamp, 4.5, dark);
        }
    }
}

/// Asserts that the contrast of two colours is at least `least`.
#[track_caller]
fn check(front: Role, back: Role, least: f64, dark: bool) {
    let found = contrast(front.rgb(dark), back.rgb(dark));
    let theme = if dark { "dark" } else { "light" };
    assert!(found >= least, "{front:?} on {back:?}, {theme}: {found:.2}, wanted {least}");
}

#[test]
fn texts_on_the_chart_are_legible_in_their_colour() {
    for dark in [false, true] {
        for placed in drawings() {
            for (at, mark) in placed.marks.iter().enumerate() {
                let Mark::Text { fill, content, at: place, size, .. } = mark else { continue };
                // The colour under the middle of the letters; for hatching, its ground.
                let under = |mark: &Mark| match mark {
                    Mark::Rect { area, fill } => {
                        let across = area.x..=area.x + area.width;
                        let down = area.y..=area.y + area.height;
                        let middle = (place.0, place.1 - size * 0.35);
                        (across.contains(&middle.0) && down.contains(&middle.1)).then_some(*fill)
                    }
                    _ => None,
                };
                let below = placed.marks.get(..at).unwrap_or_default();
                let ground = below.iter().rev().find_map(under).unwrap_or(Role::Paper);
                let found = contrast(fill.rgb(dark), ground.rgb(dark));
                let told = format!("{content:?} in {fill:?} on {ground:?}, dark {dark}");
                assert!(found >= 4.5, "{told}: {found:.2}");
            }
        }
    }
}

#[test]
fn the_style_sheet_knows_every_class_that_a_chart_uses() {
    let css = uncommented("www/app.css");
    let mut used = BTreeSet::new();
    for placed in drawings() {
        let markup = svg(&placed, "", "chart", Paint::Classes);
        let classes = markup.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next());
        used.extend(classes.flat_map(str::split_whitespace).map(str::to_owned));
    }
    used.remove("chart");
    assert!(used.remove("ring") && css.contains(".chart .ring { fill: var(--paper); }"));
    assert!(used.len() > 25, "only {used:?}");
    for class in &used {
        let (property, token) = match class.split_once('-') {
            Some(("f", token)) => ("fill", token),
            Some(("s", token)) => ("stroke", token),
            _ => ("?", class.as_str()),
        };
        let rule = format!(".{class} {{ {property}: var(--{token}); }}");
        assert!(css.contains(&rule), "www/app.css lacks `{rule}`");
    }
}

/// Charts of everything that ships and of every form that a row can have, in every colour.
fn drawings() -> Vec<Placed> {
    let dataset = shipped();
    let mut specs: Vec<BarSpec> = Vec::new();
    for question in questions(&dataset) {
        let ranking = ranking(&dataset, &question).expect("an offered question has an answer");
        specs.push(ranking_bars(&ranking, &question, &dataset, Lang::Vi));
    }
    for story in &dataset.stories {
        let bars = story.panels.iter().filter(|panel| panel.form == Form::Bars);
        specs.extend(bars.map(|panel| panel_bars(panel, &story.pair, &dataset, Lang::Vi)));
    }
    let colors = (1..=8).map(Role::Category).chain([Role::Ink, Role::Ink2]);
    for color in colors.clone() {
        let mut spec = odd_bars();
        spec.rows.iter_mut().for_each(|row| row.color = color);
        spec.lines.iter_mut().for_each(|line| line.color = color);
        specs.push(spec);
    }
    let mut placed: Vec<Placed> =
        specs.into_iter().map(|spec| place(&Spec::Bars(spec), 740.0)).collect();
    placed.extend(odd_charts().iter().map(|(_, spec)| place(spec, 740.0)));
    for view in telling_views(&dataset) {
        for (tab, found) in offered_tabs(&dataset, &view) {
            if found.is_ok() && !matches!(tab, Tab::Bars | Tab::Table) {
                let shown = exhibit(&dataset, &View { tab, ..view.clone() }, Lang::Vi);
                placed.extend(shown.and_then(|shown| Some(place(&*shown.spec?, 740.0))));
            }
        }
    }
    for color in colors {
        let quantities = odd_bars().rows.into_iter().filter_map(|row| row.quantity);
        placed.extend(quantities.map(|q| place_ruler(&q, color, 300.0, Lang::Vi)));
    }
    placed
}

/// A style sheet without its comments.
fn uncommented(path: &str) -> String {
    let css = fs::read_to_string(path).expect(path);
    let mut parts = css.split("/*");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.split_once("*/").expect("every comment ends").1);
    }
    plain
}

/// The text between the braces of the rule that begins with `head`.
fn block<'a>(css: &'a str, head: &str) -> &'a str {
    let rest = css.split_once(head).expect(head).1;
    rest.split_once('}').expect("a rule ends").0
}

fn properties(block: &str) -> BTreeMap<String, String> {
    let pairs = block.split(';').filter_map(|line| line.split_once(':'));
    pairs.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())).collect()
}

fn hex((red, green, blue): (u8, u8, u8)) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// Contrast ratio of WCAG 2.
fn contrast(a: (u8, u8, u8), b: (u8, u8, u8)) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance((red, green, blue): (u8, u8, u8)) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}
