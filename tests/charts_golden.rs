//! Every chart looks as it did when it was last accepted, and whatever the data, its marks are
//! where a reader can see them.
//!
//! `UPDATE_GOLDEN=1 cargo test --test charts_golden` accepts the pictures as they are now; look at
//! them first. A picture that differs is written beside the accepted one as `NAME-changed.svg`.
#![expect(clippy::expect_used, reason = "a failing test says where it failed")]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use common::{TELLING, odd_bars, odd_charts, questions, row, shipped, telling_views};
use ro_so::chart::{
    Anchor, Area, BarSpec, Link, Mark, Motion, PHONE_SHEET_WIDTH, Placed, Role, SHEET_WIDTH, Spec,
    WIDTHS, Weight, exhibit, offered_tabs, panel_bars, place, place_ruler, place_sheet,
    place_story, ranking_bars, text_width,
};
use ro_so::compare::{Question, ask, ranking};
use ro_so::data::{Dataset, Form, Id};
use ro_so::quantity::{Hedge, Quantity, Reading, Unit};
use ro_so::render::{Paint, svg};
use ro_so::text::title;
use ro_so::view::{Lang, Tab, View, address};

// ---- pictures as they were accepted ----

#[test]
fn every_chart_is_drawn_as_it_was_accepted() {
    let dataset = shipped();
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut names = BTreeSet::new();
    let mut different = Vec::new();
    for (name, markup) in pictures(&dataset) {
        assert!(names.insert(name.clone()), "two pictures are named {name}");
        // One element a line, so that a change shows as a few lines.
        let found = markup.replace("><", ">\n<") + "\n";
        let (path, changed) = (golden(&name), golden(&format!("{name}-changed")));
        if update {
            fs::write(&path, &found).expect("tests/golden can be written");
        }
        if fs::read_to_string(&path).is_ok_and(|accepted| accepted == found) {
            // Left by an earlier run.
            fs::remove_file(&changed).ok();
        } else {
            fs::write(&changed, &found).expect("tests/golden can be written");
            different.push(format!("{} differs from {}", changed.display(), path.display()));
        }
    }
    let count = different.len();
    assert!(different.is_empty(), "{count} pictures changed:\n{}", different.join("\n"));

    let kept = fs::read_dir("tests/golden").expect("tests/golden").filter_map(|entry| {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        name.strip_suffix(".svg").map(str::to_owned)
    });
    let orphans: Vec<String> = kept.filter(|name| !names.contains(name)).collect();
    assert!(orphans.is_empty(), "no test draws these any more: {orphans:?}");
}

fn golden(name: &str) -> PathBuf {
    PathBuf::from(format!("tests/golden/{name}.svg"))
}

/// A name, an address, and the languages and widths that its chart is drawn in.
type Asked = (&'static str, &'static str, &'static [(Lang, u16)]);

/// The widths of charts on screens of 320, 640 and 1280 px; `tests/browser/pixels.test.mjs` checks
/// them.
const ON_SCREENS: [u16; 3] = [288, 480, 740];

/// The languages and widths of a view: those listed, and each of the three screens at least once.
fn looked_at(listed: &[(Lang, u16)]) -> Vec<(Lang, u16)> {
    let mut all = listed.to_vec();
    for (at, width) in ON_SCREENS.into_iter().enumerate() {
        if all.iter().all(|(_, known)| *known != width) {
            all.push((Lang::ALL[at % 2], width));
        }
    }
    all
}

/// Names and markup of all pictures.
fn pictures(dataset: &Dataset) -> Vec<(String, String)> {
    use Lang::{En, Vi};
    let mut found = panels(dataset);
    // What a reader asks for, in which languages and at which widths.
    let asked: [Asked; 9] = [
        // Values, and seven units known only to lie below 10 %.
        (
            "provinces",
            "i=end_to_end_dossier_rate&time=2024",
            &[(Vi, 256), (Vi, 358), (Vi, 740), (En, 358), (En, 740)],
        ),
        // Bounds from below and from above, and names that wrap.
        (
            "ministries",
            "i=end_to_end_dossier_rate&time=2024&e=ministry22",
            &[(Vi, 256), (Vi, 740), (En, 358), (En, 740)],
        ),
        // Hòa Bình is known only through the list.
        (
            "added-hoa-binh",
            "i=end_to_end_dossier_rate&time=2024&focus=province63:17",
            &[(Vi, 358), (Vi, 740), (En, 358), (En, 740)],
        ),
        // Nothing at all is known of the Ministry of Public Security.
        (
            "added-unknown",
            "i=end_to_end_dossier_rate&time=2024&e=ministry22&focus=ministry22:BCA",
            &[(Vi, 358), (En, 740)],
        ),
        (
            "leaders-2022",
            "i=online_handled_dossier_rate&time=2022-08&focus=province63:17",
            &[(Vi, 740)],
        ),
        (
            "dti-2024",
            "i=dti_province&time=2024&focus=province63:17",
            &[(Vi, 256), (Vi, 740), (En, 358)],
        ),
        ("population-2023", "i=population_mean&time=2023", &[(Vi, 358), (En, 740)]),
        ("regions", "i=par_index_region&time=2023", &[(Vi, 480), (En, 600)]),
        ("by-name", "i=end_to_end_dossier_rate&time=2024&sort=name", &[(Vi, 328)]),
    ];
    for (name, query, views) in asked {
        for (lang, width) in looked_at(views) {
            let (spec, label) = asked_bars(dataset, query, lang);
            found.push(picture(&spec, &label, name, width, Paint::Classes));
        }
    }
    found.extend(tabs(dataset));
    // A file that stands alone carries its own colours.
    let (spec, label) = asked_bars(dataset, "focus=province63:17", Vi);
    for (name, paint) in [("paint-light", Paint::Light), ("paint-dark", Paint::Dark)] {
        found.push(picture(&spec, &label, name, 740, paint));
    }
    for width in [256, 358, 740] {
        found.push(picture(&odd_bars(), "Mọi dạng", "odd", width, Paint::Classes));
    }
    for (name, spec) in small_charts() {
        found.push(picture(&spec, name, name, 358, Paint::Classes));
        found.push(picture(&spec, name, name, 740, Paint::Classes));
    }
    found.extend(rulers());
    found.extend(sheets(dataset));
    found
}

/// Downloaded pictures of a comparison, a story and a map, for a wide column and for a phone.
fn sheets(dataset: &Dataset) -> Vec<(String, String)> {
    let address = "https://example.org/indicators/end_to_end_dossier_rate/?time=2024";
    let (view, _) = address::parse("i=end_to_end_dossier_rate&time=2024&e=ministry22");
    let story = dataset.stories.iter().find(|story| *story.id == *"hoa-binh").expect("a story");
    let mut found = Vec::new();
    for (lang, width) in [(Lang::Vi, PHONE_SHEET_WIDTH), (Lang::En, SHEET_WIDTH)] {
        let shown = exhibit(dataset, &view, lang).expect("an exhibit");
        let comparison = place_sheet(dataset, &shown, address, width).expect("a picture");
        let told = place_story(dataset, story, lang, address, width);
        let (view, _) = address::parse("tab=map&i=end_to_end_dossier_rate");
        let shown = exhibit(dataset, &view, lang).expect("an exhibit");
        let map = place_sheet(dataset, &shown, address, width).expect("a picture");
        for (name, placed) in [("comparison", comparison), ("story", told), ("map", map)] {
            let markup = svg(&placed, name, "ro-so", Paint::Light);
            found.push((format!("sheet-{name}-{}-{width}", lang.tag()), markup));
        }
    }
    found
}

/// Every other tab.
fn tabs(dataset: &Dataset) -> Vec<(String, String)> {
    use Lang::{En, Vi};
    let asked: [Asked; 22] = [
        (
            "dots-ministries",
            "tab=dots&i=end_to_end_dossier_rate&time=2024&e=ministry22",
            &[(Vi, 256), (Vi, 740), (En, 358)],
        ),
        ("dots-index", "tab=dots&i=dti_province&focus=province63:17", &[(Vi, 740)]),
        ("dots-levels", "tab=dots&i=end_to_end_service_rate", &[(Vi, 740), (En, 256)]),
        ("dots-range", "tab=dots&i=app_active_accounts", &[(Vi, 358), (En, 740)]),
        // A break, dotted links, three entities.
        ("line-break", "tab=line&i=end_to_end_dossier_rate", &[(Vi, 256), (Vi, 740), (En, 358)]),
        // A focused place among the others of its region.
        ("line-group", "tab=line&i=dti_province&focus=province63:17", &[(Vi, 740), (En, 328)]),
        // Without a focus, the ends of the group stand out.
        ("line-all", "tab=line&i=population_mean", &[(Vi, 740)]),
        ("line-fall", "tab=line&i=cyber_attacks_month", &[(Vi, 358)]),
        ("slope-group", "tab=slope&i=dti_province&focus=province63:17", &[(Vi, 256), (Vi, 740)]),
        ("slope-blocks", "tab=slope&i=end_to_end_dossier_rate", &[(En, 358)]),
        (
            "slope-broken",
            "tab=slope&i=end_to_end_dossier_rate&time=2024..2025-10-26",
            &[(Vi, 358), (En, 740)],
        ),
        (
            "progress-blocks",
            "tab=progress&i=end_to_end_dossier_rate&e=province63:01",
            &[(Vi, 256), (Vi, 740), (En, 358)],
        ),
        ("progress-unknown", "tab=progress&i=adult_users_rate", &[(Vi, 358)]),
        ("progress-counts", "tab=progress&i=sme_contacts", &[(En, 740)]),
        (
            "scatter-bounds",
            "tab=scatter&i=dti_province~end_to_end_dossier_rate",
            &[(Vi, 256), (Vi, 740)],
        ),
        (
            "scatter-focus",
            "tab=scatter&i=par_appraisal~par_survey&focus=ministry22:BTC",
            &[(Vi, 358), (En, 740)],
        ),
        ("scatter-many", "tab=scatter&i=population_mean~dti_province", &[(Vi, 740)]),
        (
            "map-index",
            "tab=map&i=dti_province&focus=province63:17",
            &[(Vi, 256), (Vi, 740), (En, 480)],
        ),
        ("map-bounds", "tab=map&i=end_to_end_dossier_rate", &[(Vi, 328), (Vi, 740)]),
        ("map-people", "tab=map&i=population_mean", &[(En, 740), (En, 256)]),
        (
            "multiples-place",
            "tab=multiples&e=province63:17\
             &i=online_handled_dossier_rate~end_to_end_dossier_rate~dti_province",
            &[(Vi, 256), (Vi, 740)],
        ),
        (
            "multiples-nation",
            "tab=multiples&i=services_with_dossiers_rate~end_to_end_dossier_rate",
            &[(En, 740)],
        ),
    ];
    let mut found = Vec::new();
    for (name, query, views) in asked {
        let (view, notes) = address::parse(query);
        assert!(notes.is_empty(), "{query}: {notes:?}");
        for (lang, width) in looked_at(views) {
            let shown = exhibit(dataset, &view, lang).expect("an exhibit");
            assert_eq!((shown.tab, shown.refused), (view.tab, None), "{query}");
            let spec = shown.spec.expect("a picture");
            let placed = place(&spec, f64::from(width));
            let markup = svg(&placed, &shown.title, &format!("chart w{width}"), Paint::Classes);
            found.push((format!("{name}-{}-{width}", lang.tag()), markup));
        }
    }
    for (name, spec) in odd_charts() {
        for width in [256, 288, 480, 740] {
            let placed = place(&spec, f64::from(width));
            let markup = svg(&placed, name, &format!("chart w{width}"), Paint::Classes);
            found.push((format!("odd-{name}-{width}"), markup));
        }
    }
    found
}

/// The panels of the stories.
fn panels(dataset: &Dataset) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for story in &dataset.stories {
        let panels = story.panels.iter().enumerate();
        for (at, panel) in panels.filter(|(_, panel)| panel.form == Form::Bars) {
            let name = format!("story-{}-{}", story.id, at + 1);
            for (lang, width) in
                [(Lang::Vi, 256), (Lang::Vi, 358), (Lang::Vi, 740), (Lang::En, 358)]
            {
                let spec = panel_bars(panel, &story.pair, dataset, lang);
                let label = lang.of(&panel.title);
                found.push(picture(&spec, label, &name, width, Paint::Classes));
            }
        }
    }
    found
}

fn rulers() -> Vec<(String, String)> {
    let percent = |value, step| Quantity::exact(value, step, Unit::Percent);
    let drawn = |(name, quantity, color): (&str, Quantity, Role)| {
        let placed = place_ruler(&quantity, color, 300.0, Lang::Vi);
        (format!("ruler-{name}"), svg(&placed, name, "chart", Paint::Classes))
    };
    let figures = [
        ("value", percent(87.02, 0.01), Role::Category(3)),
        ("below", percent(5.0, 1.0).hedged(Hedge::Below(Reading::Threshold)), Role::Category(2)),
        ("above", percent(50.0, 1.0).hedged(Hedge::Above(Reading::Threshold)), Role::Category(1)),
        ("index", Quantity::exact(0.8373, 0.0001, Unit::Index01), Role::Category(6)),
    ];
    figures.into_iter().map(drawn).collect()
}

/// Charts with little in them, or with nothing to scale by.
fn small_charts() -> Vec<(&'static str, BarSpec)> {
    let one = row("Hòa Bình", Quantity::exact(87.02, 0.01, Unit::Percent), Role::Category(3));
    let zeros = ["Không", "Cũng không"]
        .map(|name| row(name, Quantity::exact(0.0, 1.0, Unit::Count), Role::Category(2)));
    let with = |rows, unit| BarSpec { rows, lines: Vec::new(), unit, ..odd_bars() };
    vec![
        ("one-row", with(vec![one], Unit::Percent)),
        ("empty", with(Vec::new(), Unit::Percent)),
        ("zeros", with(zeros.into(), Unit::Count)),
    ]
}

fn picture(spec: &BarSpec, label: &str, name: &str, width: u16, paint: Paint) -> (String, String) {
    let placed = place(&Spec::Bars(spec.clone()), f64::from(width));
    let name = format!("{name}-{}-{width}", spec.lang.tag());
    (name, svg(&placed, label, &format!("chart w{width}"), paint))
}

/// The bars of what an address asks for, and their title.
fn asked_bars(dataset: &Dataset, query: &str, lang: Lang) -> (BarSpec, String) {
    let (view, notes) = address::parse(query);
    assert!(notes.is_empty(), "{query}: {notes:?}");
    let (question, missed) = ask(dataset, &view).expect("a question");
    assert!(missed.is_empty(), "{query}: {missed:?}");
    let ranking = ranking(dataset, &question).expect("an answer");
    let label = title(&ranking, &question, lang);
    (ranking_bars(&ranking, &question, dataset, lang), label)
}

// ---- what holds for every chart ----

#[test]
fn every_coordinate_is_a_number_within_the_picture() {
    check(|chart| {
        let Placed { width, height, .. } = chart.placed;
        let mut problems = Vec::new();
        for mark in &chart.placed.marks {
            // Only the anchor of a text counts here; another test checks where it ends.
            for (x, y) in corners(mark) {
                let inside =
                    (-0.01..=width + 0.01).contains(&x) && (-0.01..=height + 0.01).contains(&y);
                // NaN lies in no range.
                if !inside {
                    problems.push(format!("({x}, {y}) of {mark:?}"));
                }
            }
        }
        problems
    });
}

#[test]
fn every_text_ends_within_the_picture() {
    check(|chart| {
        let texts = texts(&chart.placed);
        let outside = texts.iter().filter(|text| {
            let Area { x, width, .. } = text.area;
            x < -0.01 || x + width > chart.placed.width + 0.01
        });
        outside.map(|text| format!("{:?} spans {}", text.content, span(text))).collect()
    });
}

#[test]
fn no_two_texts_overlap() {
    check(|chart| {
        let texts = texts(&chart.placed);
        let mut problems = Vec::new();
        for (at, a) in texts.iter().enumerate() {
            for b in texts.iter().skip(at + 1).filter(|b| overlap(a.area, b.area)) {
                let (here, there) = (span(a), span(b));
                problems.push(format!("{:?} {here} and {:?} {there}", a.content, b.content));
            }
        }
        problems
    });
}

#[test]
fn no_line_runs_through_a_text() {
    check(|chart| {
        let marks = &chart.placed.marks;
        let mut problems = Vec::new();
        for (at, mark) in marks.iter().enumerate() {
            let Some(text) = text_of(mark) else { continue };
            let letters = letters(&text);
            for (under, line) in marks.iter().enumerate() {
                let Some((stroke, legs)) = strokes(line) else { continue };
                // The grid is pale enough to read over.
                let meets = |(from, to): &((f64, f64), (f64, f64))| crosses(*from, *to, letters);
                if stroke == Role::Rule || !legs.iter().any(meets) {
                    continue;
                }
                // A ground over the line and under the text keeps the two apart.
                let ground = marks.get(under..at).unwrap_or_default();
                let covered = ground.iter().any(|mark| match mark {
                    Mark::Rect { area, .. } => holds(*area, letters),
                    _ => false,
                });
                if !covered {
                    let content = text.content;
                    problems.push(format!("{content:?} under {stroke:?} {line:?}"));
                }
            }
        }
        problems
    });
}

#[test]
fn every_target_can_be_pointed_at() {
    check(|chart| {
        let placed = &chart.placed;
        let mut problems = Vec::new();
        for target in &placed.targets {
            let Area { x, y, width, height } = target.area;
            let middle = (x + width / 2.0, y + height / 2.0);
            let found = placed.nearest(middle);
            // Two targets at one place are interchangeable.
            let same = found.is_some_and(|found| {
                let Area { x, y, width, height } = found.area;
                (x + width / 2.0 - middle.0).hypot(y + height / 2.0 - middle.1) < 1e-6
            });
            if !same || placed.reach <= 0.0 {
                problems.push(format!("{target:?} is answered by {found:?}"));
            }
            let inside = (0.0..=placed.width).contains(&middle.0)
                && (0.0..=placed.height).contains(&middle.1);
            if !inside {
                problems.push(format!("{target:?} lies outside"));
            }
        }
        problems
    });
}

#[test]
fn every_map_shows_both_archipelagos_in_the_colour_of_their_unit() {
    let mut maps = 0;
    check(|chart| {
        let Spec::Map(map) = &chart.spec else { return Vec::new() };
        if map.tiles.is_empty() {
            return Vec::new();
        }
        maps += 1;
        let mut problems = Vec::new();
        for (name, unit) in [("Hoàng Sa", "Đà Nẵng"), ("Trường Sa", "Khánh Hòa")] {
            let marker = map.markers.iter().find(|marker| marker.name.contains(name));
            let tile = map.tiles.iter().find(|tile| tile.name == unit);
            if tile.is_none() || marker.map(|m| m.shade) != tile.map(|t| t.shade) {
                problems.push(format!("{marker:?} beside {tile:?}"));
            }
            let words: Vec<&str> =
                texts(&chart.placed).iter().flat_map(|t| t.content.split(' ')).collect();
            if !name.split(' ').all(|word| words.contains(&word)) {
                problems.push(format!("{name} is not named"));
            }
        }
        let islands =
            chart.placed.marks.iter().filter(|mark| matches!(mark, Mark::Circle { .. })).count();
        if map.markers.len() != 2 || islands < 12 {
            problems.push(format!("{} markers, {islands} discs", map.markers.len()));
        }
        problems
    });
    assert!(maps > 20, "only {maps} maps");
}

#[test]
fn no_line_of_figures_runs_across_a_break() {
    let mut breaks = 0;
    check(|chart| {
        let marks = &chart.placed.marks;
        if !matches!(chart.spec, Spec::Lines(_) | Spec::Slope(_)) {
            return Vec::new();
        }
        let bands = marks.iter().filter_map(|mark| match mark {
            Mark::Rect { area, fill: Role::BreakSoft } => Some(area.x + area.width / 2.0),
            _ => None,
        });
        let mut problems = Vec::new();
        for x in bands {
            breaks += 1;
            for mark in marks {
                let Mark::Path { points, stroke, width, .. } = mark else { continue };
                // Leaders are thin and carry no figure.
                if *stroke == Role::Break || *width <= 1.0 {
                    continue;
                }
                if points.windows(2).any(|pair| pair[0].0 < x && pair[1].0 > x) {
                    problems.push(format!("{mark:?} crosses {x}"));
                }
            }
        }
        problems
    });
    assert!(breaks > 30, "only {breaks} breaks");
}

#[test]
fn a_gap_stays_open_and_care_is_dotted() {
    // Each link between two points is drawn as one leg, solid or dotted.
    check(|chart| {
        let Spec::Lines(lines) = &chart.spec else { return Vec::new() };
        let joints = |wanted| {
            let points = lines.series.iter().flat_map(|series| &series.points);
            // A point that is not a number is neither drawn nor joined.
            let joined = points.filter(|point| point.known.at().is_some() && point.link == wanted);
            joined.count()
        };
        let legs = |dotted: bool| {
            let drawn = chart.placed.marks.iter().filter_map(|mark| match mark {
                Mark::Path { points, stroke, width, dash } => {
                    let counts = !matches!(stroke, Role::Break | Role::Rule2 | Role::Paper)
                        && *width > 1.0
                        // A repeated hue has long dashes.
                        && (*dash == Some((2.0, 4.0))) == dotted;
                    counts.then_some(points.len() - 1)
                }
                _ => None,
            });
            drawn.sum::<usize>()
        };
        let wanted = (joints(Link::Solid), joints(Link::Dotted));
        let found = (legs(false), legs(true));
        if wanted == found { Vec::new() } else { vec![format!("{wanted:?} became {found:?}")] }
    });
}

#[test]
fn what_is_not_a_number_is_not_drawn() {
    // plotters would draw it at the beginning of the axis.
    let charts = odd_charts();
    let spec = |name: &str| charts.iter().find(|(n, _)| *n == name).expect(name).1.clone();
    let (Spec::Lines(lines), Spec::Scatter(dots)) = (spec("lines-kinds"), spec("scatter-bounds"))
    else {
        panic!("other charts")
    };
    let mut clean = lines.clone();
    let removed: usize = clean
        .series
        .iter_mut()
        .map(|series| {
            let before = series.points.len();
            series.points.retain(|point| point.known.at().is_some());
            before - series.points.len()
        })
        .sum();
    assert_eq!(removed, 1);
    assert_eq!(place(&Spec::Lines(lines), 740.0), place(&Spec::Lines(clean), 740.0));
    let mut clean = dots.clone();
    clean.dots.retain(|dot| dot.across.at().is_some() && dot.up.at().is_some());
    assert_eq!((dots.dots.len(), clean.dots.len()), (3, 2));
    assert_eq!(place(&Spec::Scatter(dots), 740.0), place(&Spec::Scatter(clean), 740.0));
}

#[test]
fn equal_values_stand_on_one_level_and_one_point_within_its_plot() {
    // plotters would put a flat domain at the middle of the page, not of the plot.
    let charts = odd_charts();
    for (name, count) in [("lines-flat", 3), ("lines-one", 1)] {
        let spec = &charts.iter().find(|(n, _)| *n == name).expect(name).1;
        for width in [256.0, 740.0] {
            let placed = place(spec, width);
            let middles: Vec<(f64, f64)> = placed
                .targets
                .iter()
                .map(|t| (t.area.x + t.area.width / 2.0, t.area.y + t.area.height / 2.0))
                .collect();
            assert_eq!(middles.len(), count, "{name}");
            let Some(first) = middles.first() else { continue };
            assert!(middles.iter().all(|middle| middle.1 == first.1), "{name}: {middles:?}");
            assert!(first.1 > 16.0 && first.1 < placed.height - 40.0, "{name}: {middles:?}");
        }
    }
}

#[test]
fn a_text_is_as_large_in_the_file_as_it_was_measured() {
    // plotters' own SVG would write it at 1/1.24 of that.
    check(|chart| {
        let markup = svg(&chart.placed, "", "chart", Paint::Light);
        let written =
            markup.split("font-size=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let sizes: Vec<f64> = written.filter_map(|size| size.parse().ok()).collect();
        let wanted: Vec<f64> = chart
            .placed
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Text { size, .. } => Some(*size),
                _ => None,
            })
            .collect();
        let same = sizes.len() == wanted.len()
            && sizes.iter().zip(&wanted).all(|(found, size)| (found - size).abs() < 0.006);
        if same { Vec::new() } else { vec![format!("{sizes:?} for {wanted:?}")] }
    });
}

#[test]
fn a_chart_that_moves_begins_as_the_one_and_ends_as_exactly_the_other() {
    let dataset = shipped();
    let shown = |query: &str| {
        let (view, _) = address::parse(query);
        let shown = exhibit(&dataset, &view, Lang::Vi).expect("an exhibit");
        let entities: Vec<Id> = shown.rows.iter().map(|row| row.entity.clone()).collect();
        (place(&shown.spec.expect("a picture"), 358.0), entities)
    };
    let seen = |marks: Vec<(Mark, f64)>| {
        marks.into_iter().filter(|(_, opacity)| *opacity > 0.0).map(|(mark, _)| mark).collect()
    };
    let sorted = |marks: Vec<Mark>| {
        let mut marks: Vec<String> = marks.iter().map(|mark| format!("{mark:?}")).collect();
        marks.sort();
        marks
    };
    for tab in ["bars", "dots", "line", "slope", "map"] {
        let at = |rest: &str| shown(&format!("tab={tab}&i=dti_province{rest}"));
        let views = [at(""), at("&focus=province63:17"), at("&time=2022"), at("&sort=name")];
        for (from, to) in views.iter().zip(views.iter().skip(1)) {
            let motion = Motion::new((&from.0, &from.1), (&to.0, &to.1));
            assert_eq!(seen(motion.at(1.0)), to.0.marks, "{tab}");
            // Marks that leave are drawn behind, so only the order may differ.
            assert_eq!(sorted(seen(motion.at(0.0))), sorted(from.0.marks.clone()), "{tab}");
        }
    }
}

#[test]
fn no_text_is_too_small_to_read() {
    check(|chart| {
        // Names on the tiles of a narrow map are the smallest there are.
        let least = if matches!(chart.spec, Spec::Map(_)) { 8.5 } else { 12.0 };
        let small = chart.placed.marks.iter().filter_map(|mark| match mark {
            Mark::Text { size, content, .. } if *size < least => {
                Some(format!("{content:?}: {size}"))
            }
            _ => None,
        });
        small.collect()
    });
}

#[test]
fn the_rows_answer_in_order_and_leave_no_gap_but_for_units_without_a_row() {
    check_bars(|chart| {
        let targets = &chart.placed.targets;
        let mut problems = Vec::new();
        if targets.len() != chart.spec.rows.len() {
            problems.push(format!("{} targets, {} rows", targets.len(), chart.spec.rows.len()));
        }
        let mut y = targets.first().map_or(0.0, |target| target.area.y);
        for (at, target) in targets.iter().enumerate() {
            let whole = target.area.x == 0.0 && target.area.width == chart.placed.width;
            let is_parted = chart.spec.gap.as_ref().is_some_and(|(after, _)| *after == at);
            let fits = if is_parted { target.area.y > y } else { (target.area.y - y).abs() < 1e-9 };
            if target.row != at || !fits || !whole {
                problems.push(format!("target {at} is {target:?}"));
            }
            y = target.area.y + target.area.height;
        }
        if y > chart.placed.height {
            problems.push(format!("rows end at {y}, the picture at {}", chart.placed.height));
        }
        problems
    });
}

#[test]
fn a_row_holds_its_own_name_and_label() {
    check_bars(|chart| {
        let mut problems = Vec::new();
        let texts = texts(&chart.placed);
        for (target, row) in chart.placed.targets.iter().zip(&chart.spec.rows) {
            let Area { y, height, .. } = target.area;
            let held = |text: &&Text| text.baseline > y && text.baseline < y + height;
            let inside: Vec<&str> = texts.iter().filter(held).map(|t| t.content).collect();
            let name = row.name.split_whitespace().collect::<String>();
            let written: String = inside.iter().flat_map(|t| t.split_whitespace()).collect();
            if !written.contains(&name) || !inside.contains(&row.label.as_str()) {
                problems.push(format!("{:?} with {:?} reads {inside:?}", row.name, row.label));
            }
        }
        problems
    });
}

#[test]
fn a_limit_from_above_is_never_drawn_as_a_bar_up_to_it() {
    // "dưới 10%" may be nothing at all: a solid bar would claim ten per cent.
    let mut seen = 0;
    check_bars(|chart| {
        let mut problems = Vec::new();
        for (target, row) in chart.placed.targets.iter().zip(&chart.spec.rows) {
            if !row.quantity.is_none_or(|quantity| quantity.is_upper_bound()) {
                continue;
            }
            seen += 1;
            let Area { y: top, height, .. } = target.area;
            for mark in &chart.placed.marks {
                let Mark::Rect { area, fill: Role::Category(_) | Role::Ink } = mark else {
                    continue;
                };
                if area.y < top + height && area.y + area.height > top {
                    problems.push(format!("{:?}: {mark:?}", row.name));
                }
            }
        }
        problems
    });
    assert!(seen > 500, "only {seen} such rows");
}

#[test]
fn nothing_is_washed_beyond_what_is_possible() {
    // The first pale area of a row is what its figure allows; a label's ground must not exceed it.
    check_bars(|chart| {
        let mut problems = Vec::new();
        for (target, row) in chart.placed.targets.iter().zip(&chart.spec.rows) {
            let Area { y: top, height, .. } = target.area;
            let washes = chart.placed.marks.iter().filter_map(|mark| match mark {
                Mark::Rect { area, fill: Role::Wash(_) | Role::WashInk } => Some(*area),
                _ => None,
            });
            let mut inside = washes.filter(|area| area.y >= top && area.y < top + height);
            let Some(possible) = inside.next() else { continue };
            for area in inside.filter(|area| !holds(possible, *area)) {
                problems.push(format!("{:?}: {area:?} beyond {possible:?}", row.label));
            }
        }
        problems
    });
}

#[test]
fn the_height_depends_on_the_width_only_where_words_wrap() {
    let dataset = shipped();
    for (name, spec) in bar_specs(&dataset) {
        let drawn = Spec::Bars(spec.clone());
        for class in [&WIDTHS[..4], &WIDTHS[4..]] {
            let placed: Vec<Placed> =
                class.iter().map(|width| place(&drawn, f64::from(*width))).collect();
            let lines = |placed: &Placed| texts(placed).len();
            // Rows with as many lines as at another width are as high. Labels of reference lines
            // that would meet are stacked, so they are counted separately.
            let rows = |placed: &Placed| {
                let top = placed.targets.first().map_or(placed.height, |target| target.area.y);
                placed.height - top
            };
            for pair in placed.windows(2) {
                let [a, b] = pair else { continue };
                if name_lines(a) == name_lines(b) {
                    assert_eq!(rows(a), rows(b), "{name}, rows at {} and {}", a.width, b.width);
                    if label_levels(a) == label_levels(b) {
                        assert_eq!(a.height, b.height, "{name} at {} and {}", a.width, b.width);
                    }
                }
                assert!(lines(a) > 0 || spec.rows.is_empty());
            }
        }
    }
}

/// How many lines the names of all rows have.
fn name_lines(placed: &Placed) -> usize {
    let top = placed.targets.first().map_or(0.0, |target| target.area.y);
    texts(placed).iter().filter(|text| text.area.x == 0.0 && text.baseline > top).count()
}

/// How many lines of text are above the bars.
fn label_levels(placed: &Placed) -> usize {
    let top = placed.targets.first().map_or(0.0, |target| target.area.y);
    let above = texts(placed).into_iter().filter(|text| text.baseline < top);
    above.map(|text| text.baseline.to_bits()).collect::<BTreeSet<_>>().len()
}

/// A chart at a width.
struct Chart<S> {
    spec: S,
    placed: Placed,
}

/// Fails with all that `problems` finds in any chart at any width.
#[track_caller]
fn check(mut problems: impl FnMut(&Chart<Spec>) -> Vec<String>) {
    let dataset = shipped();
    let mut found = Vec::new();
    let bars = bar_specs(&dataset).into_iter().map(|(name, spec)| (name, Spec::Bars(spec)));
    for (name, spec) in bars.chain(tab_specs(&dataset)) {
        let mut chart = Chart { placed: Placed::default(), spec };
        // For what the explorer offers besides, three widths are enough.
        let is_offered = name.starts_with("offered");
        for width in WIDTHS.into_iter().filter(|w| !is_offered || [256, 358, 740].contains(w)) {
            chart.placed = place(&chart.spec, f64::from(width));
            let lines = problems(&chart);
            found.extend(lines.into_iter().map(|line| format!("{name} at {width}: {line}")));
        }
    }
    report(&found);
}

/// The same for bars only.
#[track_caller]
fn check_bars(mut problems: impl FnMut(&Chart<BarSpec>) -> Vec<String>) {
    let dataset = shipped();
    let mut found = Vec::new();
    for (name, spec) in bar_specs(&dataset) {
        for width in WIDTHS {
            let placed = place(&Spec::Bars(spec.clone()), f64::from(width));
            let lines = problems(&Chart { placed, spec: spec.clone() });
            found.extend(lines.into_iter().map(|line| format!("{name} at {width}: {line}")));
        }
    }
    report(&found);
}

#[track_caller]
fn report(found: &[String]) {
    let (count, shown) = (found.len(), found.iter().take(25).cloned().collect::<Vec<_>>());
    assert!(found.is_empty(), "{count} problems, the first of them:\n{}", shown.join("\n"));
}

/// Every other chart: each tab that can be drawn of [`telling_views`], in one of the languages, and
/// the odd ones.
fn tab_specs(dataset: &Dataset) -> Vec<(String, Spec)> {
    let mut found: Vec<(String, Spec)> =
        odd_charts().into_iter().map(|(name, spec)| (name.to_owned(), spec)).collect();
    for (at, view) in telling_views(dataset).into_iter().enumerate() {
        for (tab, answer) in offered_tabs(dataset, &view) {
            if answer.is_err() || matches!(tab, Tab::Bars | Tab::Table) {
                continue;
            }
            // One language a view is enough to find labels that meet.
            let lang = Lang::ALL[at % 2];
            let view = View { tab, lang: Some(lang), ..view.clone() };
            let shown = exhibit(dataset, &view, lang).expect("an exhibit");
            let spec = shown.spec.expect("a picture");
            let kind = if at < TELLING { "telling" } else { "offered" };
            found.push((format!("{kind} {}", address::print(&view)), Spec::clone(&spec)));
        }
    }
    found
}

/// Everything that the explorer offers, as it is and with every silent unit added, the panels of
/// the stories, and the odd ones; in both languages.
fn bar_specs(dataset: &Dataset) -> Vec<(String, BarSpec)> {
    let mut specs = vec![(String::from("odd"), odd_bars())];
    specs.extend(small_charts().into_iter().map(|(name, spec)| (name.to_owned(), spec)));
    for lang in Lang::ALL {
        for story in &dataset.stories {
            let panels = story.panels.iter().enumerate();
            for (at, panel) in panels.filter(|(_, panel)| panel.form == Form::Bars) {
                let spec = panel_bars(panel, &story.pair, dataset, lang);
                specs.push((format!("panel {} of {}, {}", at + 1, story.id, lang.tag()), spec));
            }
        }
        for question in questions(dataset) {
            let name = format!(
                "{} {} {:?}, {}",
                question.indicator,
                question.period.token(),
                question.universe,
                lang.tag()
            );
            let answer = ranking(dataset, &question).expect("an answer");
            specs.push((name.clone(), ranking_bars(&answer, &question, dataset, lang)));
            let extra: Vec<Id> = answer.silent.iter().map(|row| row.entity.id.clone()).collect();
            let focus = extra.first().or(answer.rows.first().map(|row| &row.entity.id)).cloned();
            let question = Question { extra, focus, ..question };
            let answer = ranking(dataset, &question).expect("an answer");
            let spec = ranking_bars(&answer, &question, dataset, lang);
            specs.push((format!("{name}, all added"), spec));
        }
    }
    specs
}

struct Text<'a> {
    content: &'a str,
    baseline: f64,
    /// The box of its line: from the height of an accented capital to the depth of a descender.
    area: Area,
}

fn texts(placed: &Placed) -> Vec<Text<'_>> {
    placed.marks.iter().filter_map(text_of).collect()
}

fn text_of(mark: &Mark) -> Option<Text<'_>> {
    match mark {
        &Mark::Text { at: (x, y), anchor, size, weight, ref content, .. } => {
            let area = line_box(content, (x, y), anchor, size, weight);
            Some(Text { content, baseline: y, area })
        }
        _ => None,
    }
}

/// The straight pieces of a line.
type Legs = Vec<((f64, f64), (f64, f64))>;

fn strokes(mark: &Mark) -> Option<(Role, Legs)> {
    match mark {
        Mark::Line { from, to, stroke, .. } => Some((*stroke, vec![(*from, *to)])),
        Mark::Path { points, stroke, .. } => {
            Some((*stroke, points.windows(2).map(|pair| (pair[0], pair[1])).collect()))
        }
        _ => None,
    }
}

/// What the letters of a text cover for sure: from the height of an `x` to the baseline.
fn letters(text: &Text<'_>) -> Area {
    let Area { x, width, height, .. } = text.area;
    let tall = height * 0.4;
    Area { x: x + 0.5, y: text.baseline - tall, width: (width - 1.0).max(0.0), height: tall }
}

/// Whether a line has a point in an area.
fn crosses(from: (f64, f64), to: (f64, f64), Area { x, y, width, height }: Area) -> bool {
    // The part of the line, from 0 to 1, that lies between the area's sides in both directions.
    let (mut start, mut end) = (0.0f64, 1.0f64);
    for (at, run, low, high) in
        [(from.0, to.0 - from.0, x, x + width), (from.1, to.1 - from.1, y, y + height)]
    {
        if run == 0.0 {
            if !(low..=high).contains(&at) {
                return false;
            }
        } else {
            let (a, b) = ((low - at) / run, (high - at) / run);
            start = start.max(a.min(b));
            end = end.min(a.max(b));
        }
    }
    start <= end
}

fn holds(outer: Area, inner: Area) -> bool {
    outer.x <= inner.x
        && outer.y <= inner.y
        && outer.x + outer.width >= inner.x + inner.width
        && outer.y + outer.height >= inner.y + inner.height
}

fn line_box(content: &str, (x, y): (f64, f64), anchor: Anchor, size: f64, weight: Weight) -> Area {
    let width = text_width(content, size, weight);
    let x = match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    Area { x, y: y - size, width, height: size * 1.265 }
}

fn span(text: &Text<'_>) -> String {
    let Area { x, y, width, height } = text.area;
    format!("[{x:.1}–{:.1} × {y:.1}–{:.1}]", x + width, y + height)
}

/// Whether two boxes share more than one pixel in both directions.
fn overlap(a: Area, b: Area) -> bool {
    let shared =
        |a: f64, a_length: f64, b: f64, b_length: f64| (a + a_length).min(b + b_length) - a.max(b);
    shared(a.x, a.width, b.x, b.width) > 1.0 && shared(a.y, a.height, b.y, b.height) > 1.0
}

/// The corners of what a mark covers; for a text, its anchor.
fn corners(mark: &Mark) -> Vec<(f64, f64)> {
    match *mark {
        Mark::Rect { area: Area { x, y, width, height }, .. } => {
            vec![(x, y), (x + width, y + height)]
        }
        Mark::Line { from, to, .. } => vec![from, to],
        Mark::Circle { center: (x, y), radius, ring, .. } => {
            let reach = radius + ring.unwrap_or(0.0) / 2.0;
            vec![(x - reach, y - reach), (x + reach, y + reach)]
        }
        Mark::Path { ref points, .. } | Mark::Polygon { ref points, .. } => points.clone(),
        Mark::Text { at, .. } => vec![at],
    }
}
