//! Every chart stands as it was last looked at and accepted, and whatever the data, its marks are
//! where a reader can see them.
//!
//! `UPDATE_GOLDEN=1 cargo test --test charts_golden` accepts the pictures as they are now; look at
//! them first. A picture that differs is written beside the accepted one as `NAME-changed.svg`.
#![expect(clippy::expect_used, reason = "a failing test says where it failed")]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use common::{odd_bars, questions, row, shipped};
use ro_so::chart::{
    Anchor, Area, BarSpec, Mark, Placed, Role, WIDTHS, Weight, panel_bars, place_bars, place_ruler,
    ranking_bars, text_width,
};
use ro_so::compare::{Question, ask, ranking};
use ro_so::data::{Dataset, Id};
use ro_so::quantity::{Hedge, Quantity, Reading, Unit};
use ro_so::render::{Paint, svg};
use ro_so::text::title;
use ro_so::view::{Lang, address};

// ---- pictures as they were accepted ----

#[test]
fn every_chart_is_drawn_as_it_was_accepted() {
    let dataset = shipped();
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut names = BTreeSet::new();
    let mut different = Vec::new();
    for (name, markup) in pictures(&dataset) {
        assert!(names.insert(name.clone()), "two pictures are named {name}");
        // One element a line: a change shows as a few lines.
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

/// Names and markup of all pictures.
fn pictures(dataset: &Dataset) -> Vec<(String, String)> {
    use Lang::{En, Vi};
    let mut found = panels(dataset);
    // What the reader asks for, and at which widths and in which languages it is looked at.
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
        for &(lang, width) in views {
            let (spec, label) = asked_bars(dataset, query, lang);
            found.push(picture(&spec, &label, name, width, Paint::Classes));
        }
    }
    // A file that stands alone carries its colours.
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
    found
}

/// The panels of the stories.
fn panels(dataset: &Dataset) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for story in &dataset.stories {
        for (at, panel) in story.panels.iter().enumerate() {
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
    let placed = place_bars(spec, f64::from(width));
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
            // A text may be longer than its place; that is another test's business.
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
                // The grid is pale enough to read over.
                let Mark::Line { from, to, stroke, .. } = line else { continue };
                if *stroke == Role::Rule || !crosses(*from, *to, letters) {
                    continue;
                }
                // Ground laid over the line, under the text, keeps the two apart.
                let ground = marks.get(under..at).unwrap_or_default();
                let covered = ground.iter().any(|mark| match mark {
                    Mark::Rect { area, .. } => holds(*area, letters),
                    _ => false,
                });
                if !covered {
                    let content = text.content;
                    problems.push(format!("{content:?} under {stroke:?} {from:?}–{to:?}"));
                }
            }
        }
        problems
    });
}

#[test]
fn the_rows_answer_in_order_and_leave_no_gap() {
    check(|chart| {
        let targets = &chart.placed.targets;
        let mut problems = Vec::new();
        if targets.len() != chart.spec.rows.len() {
            problems.push(format!("{} targets, {} rows", targets.len(), chart.spec.rows.len()));
        }
        let mut y = targets.first().map_or(0.0, |target| target.area.y);
        for (at, target) in targets.iter().enumerate() {
            let whole = target.area.x == 0.0 && target.area.width == chart.placed.width;
            if target.row != at || (target.area.y - y).abs() > 1e-9 || !whole {
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
    check(|chart| {
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
    check(|chart| {
        let mut problems = Vec::new();
        for (target, row) in chart.placed.targets.iter().zip(&chart.spec.rows) {
            let is_upper = |quantity: Quantity| {
                quantity.is_bound() && matches!(quantity.hedge, Hedge::Below(_) | Hedge::AtMost)
            };
            if !row.quantity.is_none_or(is_upper) {
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
    // The first pale area of a row is what its figure allows; a label's ground may not widen it.
    check(|chart| {
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
    for (name, spec) in specs(&dataset) {
        for class in [&WIDTHS[..4], &WIDTHS[4..]] {
            let placed: Vec<Placed> =
                class.iter().map(|width| place_bars(&spec, f64::from(*width))).collect();
            let lines = |placed: &Placed| texts(placed).len();
            // Rows with as many lines as at another width are as high; labels of reference lines
            // that meet stand above each other and are counted apart.
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

/// Lines of the names of all rows.
fn name_lines(placed: &Placed) -> usize {
    let top = placed.targets.first().map_or(0.0, |target| target.area.y);
    texts(placed).iter().filter(|text| text.area.x == 0.0 && text.baseline > top).count()
}

/// Lines above the bars.
fn label_levels(placed: &Placed) -> usize {
    let top = placed.targets.first().map_or(0.0, |target| target.area.y);
    let above = texts(placed).into_iter().filter(|text| text.baseline < top);
    above.map(|text| text.baseline.to_bits()).collect::<BTreeSet<_>>().len()
}

/// A chart at a width.
struct Chart {
    spec: BarSpec,
    placed: Placed,
}

/// Fails with all that `problems` finds in any chart at any width.
#[track_caller]
fn check(mut problems: impl FnMut(&Chart) -> Vec<String>) {
    let dataset = shipped();
    let mut found = Vec::new();
    for (name, spec) in specs(&dataset) {
        for width in WIDTHS {
            let chart = Chart { placed: place_bars(&spec, f64::from(width)), spec: spec.clone() };
            let lines = problems(&chart);
            found.extend(lines.into_iter().map(|line| format!("{name} at {width}: {line}")));
        }
    }
    let (count, shown) = (found.len(), found.iter().take(25).cloned().collect::<Vec<_>>());
    assert!(found.is_empty(), "{count} problems, the first of them:\n{}", shown.join("\n"));
}

/// Everything that the explorer offers, as it is and with every unnamed unit added, the panels
/// of the stories, and the odd ones; in both languages.
fn specs(dataset: &Dataset) -> Vec<(String, BarSpec)> {
    let mut specs = vec![(String::from("odd"), odd_bars())];
    specs.extend(small_charts().into_iter().map(|(name, spec)| (name.to_owned(), spec)));
    for lang in Lang::ALL {
        for story in &dataset.stories {
            for (at, panel) in story.panels.iter().enumerate() {
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

/// The corners of what a mark covers; of a text its anchor.
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
        Mark::Text { at, .. } => vec![at],
    }
}
