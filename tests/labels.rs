//! Labels of charts stand at what they name.

mod common;

use common::{shipped, telling_views};
use ro_so::chart::{
    Area, Dot, Emphasis, LineSpec, Link, Mark, Placed, Role, ScatterSpec, Spec, exhibit, place,
    text_width,
};
use ro_so::compare::offered_indicators;
use ro_so::view::{Lang, Tab, View, address};

type Point = (f64, f64);

/// Widths of a phone and of a wide column.
const LOOKED_AT: [f64; 2] = [358.0, 740.0];

/// From a point to the nearest edge of a box.
fn gap((x, y): Point, area: Area) -> f64 {
    let across = (area.x - x).max(x - area.x - area.width).max(0.0);
    let down = (area.y - y).max(y - area.y - area.height).max(0.0);
    across.hypot(down)
}

/// The boxes of a text, wherever it is written.
fn boxes(placed: &Placed, wanted: &str) -> Vec<Area> {
    let found = placed.marks.iter().filter_map(|mark| match mark {
        Mark::Text { at, anchor, size, weight, content, .. } if content == wanted => {
            let width = text_width(content, *size, *weight);
            let x = match anchor {
                ro_so::chart::Anchor::Start => at.0,
                ro_so::chart::Anchor::Middle => at.0 - width / 2.0,
                ro_so::chart::Anchor::End => at.0 - width,
            };
            Some(Area { x, y: at.1 - size, width, height: size * 1.265 })
        }
        _ => None,
    });
    found.collect()
}

/// The thin lines that lead to labels.
fn leaders(placed: &Placed) -> Vec<(Point, Point)> {
    let found = placed.marks.iter().filter_map(|mark| match mark {
        Mark::Path { points, stroke: Role::Rule2, .. } => Some((*points.first()?, *points.last()?)),
        _ => None,
    });
    found.collect()
}

fn is_crossing((a, b): (Point, Point), (c, d): (Point, Point)) -> bool {
    let side = |from: Point, to: Point, at: Point| {
        (to.0 - from.0) * (at.1 - from.1) - (to.1 - from.1) * (at.0 - from.0)
    };
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

/// Every scatter plot of two indicators, and some with chosen places.
fn scatters(mut test: impl FnMut(&str, &ScatterSpec, &Placed)) {
    let dataset = shipped();
    let ids: Vec<_> = offered_indicators(&dataset).iter().map(|found| found.id.clone()).collect();
    let mut queries = Vec::new();
    for (at, across) in ids.iter().enumerate() {
        for up in ids.iter().skip(at + 1) {
            queries.push(format!("tab=scatter&i={across}~{up}"));
        }
    }
    for places in ["focus=province63:17", "e=province63:01~province63:17~province63:79"] {
        for pair in [
            "dti_province~population_mean",
            "end_to_end_dossier_rate~population_mean",
            "dti_province~end_to_end_dossier_rate",
        ] {
            queries.push(format!("tab=scatter&i={pair}&{places}"));
        }
    }
    queries.push("tab=scatter&i=par_appraisal~par_survey&focus=ministry22:BTC".to_owned());
    let mut count = 0;
    for query in queries {
        let (view, _) = address::parse(&query);
        for lang in Lang::ALL {
            let Some(shown) = exhibit(&dataset, &view, lang) else { continue };
            let (Tab::Scatter, Some(Spec::Scatter(spec))) = (shown.tab, shown.spec.as_deref())
            else {
                continue;
            };
            count += 1;
            for width in LOOKED_AT {
                let placed = place(&Spec::Scatter(spec.clone()), width);
                test(&format!("{query} {} {width}", lang.tag()), spec, &placed);
            }
        }
    }
    assert!(count > 40, "only {count} scatter plots");
}

#[test]
fn a_name_beside_a_sign_is_the_name_of_no_other() {
    let mut problems = Vec::new();
    scatters(|what, spec, placed| {
        let middles: Vec<(usize, Point)> = placed
            .targets
            .iter()
            .map(|t| (t.row, (t.area.x + t.area.width / 2.0, t.area.y + t.area.height / 2.0)))
            .collect();
        let leaders = leaders(placed);
        for (dot, area) in spec
            .dots
            .iter()
            .flat_map(|dot| boxes(placed, &dot.name).into_iter().map(move |area| (dot, area)))
        {
            let own = middles.iter().find(|(row, _)| *row == dot.row).expect("a target").1;
            let is_led = leaders.iter().any(|(from, _)| *from == own);
            for (_, other) in middles.iter().filter(|(row, _)| *row != dot.row) {
                let in_line = other.1 > area.y && other.1 < area.y + area.height;
                let least = match (dot.rank, is_led) {
                    // Even the name of a chosen place covers no other sign.
                    (0, _) => 3.0,
                    (_, true) => 7.0,
                    (1, false) => gap(own, area) - 2.0,
                    (_, false) if in_line => gap(own, area) + 5.0,
                    (_, false) => gap(own, area) - 0.01,
                };
                if gap(*other, area) < least {
                    problems.push(format!("{what}: {} at {other:?}, not {own:?}", dot.name));
                }
            }
        }
        for (at, one) in leaders.iter().enumerate() {
            if leaders.iter().skip(at + 1).any(|other| is_crossing(*one, *other)) {
                problems.push(format!("{what}: leaders cross"));
            }
        }
    });
    let shown = problems.iter().take(25).cloned().collect::<Vec<_>>().join("\n");
    assert!(problems.is_empty(), "{} problems:\n{shown}", problems.len());
}

#[test]
fn a_chosen_place_is_named_in_every_scatter_plot() {
    let mut seen = 0;
    scatters(|what, spec, placed| {
        let is_chosen = |dot: &&Dot| dot.rank == 0;
        for dot in spec.dots.iter().filter(is_chosen) {
            seen += 1;
            assert_eq!(boxes(placed, &dot.name).len(), 1, "{what}: {}", dot.name);
        }
    });
    assert!(seen > 20, "only {seen} chosen places");
}

/// Every picture of lines of the views that tell something of their own, and some with many labels.
fn lines(mut test: impl FnMut(&str, &LineSpec, &Placed)) {
    let dataset = shipped();
    let more = [
        "i=end_to_end_dossier_rate",
        "i=dti_province&e=province63:17~province63:01~province63:79~province63:48",
        "i=dti_province&focus=province63:79&e=province63:75~province63:72~province63:77",
    ];
    let views = more.map(|query| address::parse(query).0).into_iter();
    for (at, view) in views.chain(telling_views(&dataset)).enumerate() {
        let view = View { tab: Tab::Line, ..view };
        for lang in Lang::ALL {
            let Some(shown) = exhibit(&dataset, &view, lang) else { continue };
            let Some(Spec::Lines(spec)) = shown.spec.as_deref() else { continue };
            for width in LOOKED_AT {
                let placed = place(&Spec::Lines(spec.clone()), width);
                test(&format!("{at}: {} {width}", shown.title), spec, &placed);
            }
        }
    }
}

#[test]
fn the_ends_of_lines_that_a_finding_tells_have_their_values() {
    let (mut seen, mut missing) = (0, Vec::new());
    lines(|what, spec, placed| {
        let told = spec.series.iter().filter(|series| series.emphasis == Emphasis::Focus);
        let few = spec.series.iter().filter(|series| series.emphasis == Emphasis::Plain);
        let told: Vec<_> = told.chain(few.take(3)).collect();
        let are_few = spec.series.iter().filter(|s| s.emphasis != Emphasis::Peer).count() <= 4;
        for series in told.into_iter().filter(|_| are_few) {
            let is_open = |at: usize| series.points.get(at).is_none_or(|p| p.link == Link::Open);
            let ends =
                series.points.iter().enumerate().filter(|(at, _)| is_open(*at) || is_open(at + 1));
            for (_, point) in ends {
                seen += 1;
                if boxes(placed, &point.label).is_empty() {
                    missing.push(format!("{what}: {} of {}", point.label, series.name));
                }
            }
        }
    });
    assert!(seen > 200, "only {seen} ends");
    assert!(missing.is_empty(), "{} of {seen}:\n{}", missing.len(), missing.join("\n"));
}

#[test]
fn a_value_belongs_to_one_sign_and_to_one_name() {
    let mut problems = Vec::new();
    lines(|what, spec, placed| {
        let texts: Vec<(Area, &str)> = placed
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Text { content, .. } => Some(content.as_str()),
                _ => None,
            })
            .flat_map(|content| boxes(placed, content).into_iter().map(move |area| (area, content)))
            .collect();
        let labelled = || spec.series.iter().filter(|series| series.emphasis != Emphasis::Peer);
        let is_value = |content: &str| {
            labelled().flat_map(|series| &series.points).any(|point| point.label == content)
        };
        let names = labelled().filter_map(|series| series.name.split(' ').next());
        let column = texts.iter().filter(|(area, content)| {
            area.x > placed.width / 2.0 && names.clone().any(|word| content.starts_with(word))
        });
        let column = column.map(|(area, _)| area.x).fold(f64::NAN, f64::min);
        for (value, content) in texts.iter().filter(|(_, content)| is_value(content)) {
            for (other, beside) in &texts {
                let is_same = (value.x, value.y) == (other.x, other.y);
                let across = value.x < other.x + other.width && other.x < value.x + value.width;
                let down = other.y - value.y - value.height;
                // A value in the column of names has its name above it and space below it.
                let in_column = (value.x - column).abs() < 0.1;
                let counts = if in_column { true } else { is_value(beside) && value.x < column };
                if !is_same && across && counts && (-0.1..3.0).contains(&down) {
                    problems.push(format!("{what}: {content} above {beside}"));
                }
            }
        }
    });
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}
