//! A story: two figures held apart, why, and which figures each of them belongs beside.

use std::rc::Rc;

use yew::prelude::*;

use super::context::Ctx;
use super::element::{el, pressable, text, with, words};
use super::figures::{figures_table, place_name};
use super::frame::{figures_source, numbered};
use super::icons;
use super::plot::{PlotProps, plot};
use super::verdict::pair_verdict;
use crate::chart::{Spec, entity_role, panel_bars, place_ruler};
use crate::compare::{Verdict, judge, story_judgement};
use crate::data::{Observation, Operation, Panel, Story};
use crate::quantity::{Order, arithmetic};
use crate::render::{Paint, svg};
use crate::text::{Key, computed, date, figure, name_inside, period};
use crate::web;

/// The story that the address names, alone on its page.
pub(super) fn story_page(ctx: &Ctx) -> Html {
    let subject = ctx.model.view.subject();
    let story = subject.and_then(|id| ctx.dataset().story(id)).or(ctx.dataset().stories.first());
    story.map_or_else(Html::default, |story| story_article(ctx, story))
}

/// The headline story.
pub(super) fn story_section(ctx: &Ctx) -> Html {
    ctx.dataset().stories.first().map_or_else(Html::default, |story| story_article(ctx, story))
}

fn story_article(ctx: &Ctx, story: &Story) -> Html {
    let [left, right] =
        story.pair.iter().filter_map(|id| ctx.dataset().observation(id)).collect::<Vec<_>>()[..]
    else {
        return Html::default();
    };
    let Some(judgement) = story_judgement(ctx.dataset(), story) else { return Html::default() };
    let class = if judgement.verdict == Verdict::NotComparable { "break" } else { "gap" };
    let kicker = format!("{} {}", ctx.t(Key::Stories), story.number);
    let head = vec![
        el(
            "p",
            "kicker",
            vec![text(&kicker), words("span", "age", &latest(ctx).unwrap_or_default())],
        ),
        with("h1", &["id"], vec![Some("headline".into())], vec![text(ctx.of(&story.headline))]),
        words("p", "lead", ctx.of(&story.finding)),
    ];
    let pair = vec![held_figure(ctx, left), el("div", class, Vec::new()), held_figure(ctx, right)];
    let prose = story.text.iter().map(|paragraph| words("p", "", ctx.of(paragraph))).collect();
    let parts = vec![
        el("header", "head", head),
        el("div", "pair", pair),
        pair_verdict(ctx, &judgement, left, right),
        el("div", "text prose", prose),
        neighbours(ctx, story),
    ];
    with(
        "article",
        &["id", "aria-labelledby"],
        vec![Some("story".into()), Some("headline".into())],
        parts,
    )
}

/// The date of the newest figure, for the top of the page.
fn latest(ctx: &Ctx) -> Option<String> {
    let measured =
        ctx.dataset().observations.iter().filter(|o| o.kind == crate::data::Kind::Observation);
    let newest = measured.map(|o| o.period.end()).max_by_key(|end| end.last_day())?;
    Some(format!("{} {}", ctx.t(Key::LatestFigure), date(newest, ctx.lang())))
}

/// One of the two figures, large, with its measure, place, period and ruler.
fn held_figure(ctx: &Ctx, o: &Observation) -> Html {
    let lang = ctx.lang();
    let Some((quantity, indicator)) = o.quantity.zip(ctx.dataset().indicator(&o.indicator)) else {
        return Html::default();
    };
    let printed = figure(&quantity, lang);
    // The word before the number is set smaller than the number.
    let (word, number) = printed.rsplit_once(crate::text::NBSP).unwrap_or(("", &printed));
    let mut big = vec![text(number)];
    if !word.is_empty() {
        big.splice(0..0, [words("small", "", word), text("\u{a0}")]);
    }
    let who = format!("{}, {}", place_name(ctx, o), period(&o.period, lang));
    let parts = vec![
        words("h2", "what", ctx.of(&indicator.label)),
        words("p", "who", &who),
        el("p", "big", big),
        html! { <Ruler ctx={ctx.clone()} observation={o.id.clone()} label={printed.clone()} /> },
        pressable(
            "button",
            &["type", "class", "disabled", "aria-haspopup"],
            vec![
                Some("button".into()),
                Some("where".into()),
                ctx.disabled(),
                Some("dialog".into()),
            ],
            ctx.open(&o.id),
            vec![
                icons::document(),
                text(ctx.t(Key::WhereIsThisPrinted)),
                words("span", "vh", &format!(" {printed}")),
            ],
        ),
    ];
    el("section", "fig", parts)
}

#[derive(Clone, PartialEq, Properties)]
struct RulerProps {
    ctx: Ctx,
    observation: crate::data::Id,
    label: String,
}

const RULER_WIDTH: f64 = 300.0;

/// One figure on the whole of its scale.
#[component]
fn Ruler(RulerProps { ctx, observation, label }: &RulerProps) -> Html {
    let canvas = use_node_ref();
    let placed = ctx.dataset().observation(observation).and_then(|o| {
        let color = entity_role(ctx.dataset().entity(&o.entity)?);
        Some(place_ruler(&o.quantity?, color, RULER_WIDTH, ctx.lang()))
    });
    {
        let (canvas, placed) = (canvas.clone(), placed.clone());
        use_effect_with((ctx.lang(), ctx.dark, ctx.epoch), move |(_, dark, _)| {
            if let Some((canvas, placed)) = canvas.cast().zip(placed) {
                web::canvas::paint(&canvas, &placed, *dark);
            }
        });
    }
    let Some(placed) = placed else { return Html::default() };
    if ctx.live {
        html! { <div class="ruler" role="img" aria-label={label.clone()}><canvas ref={canvas} /></div> }
    } else {
        html! { <div class="ruler">{ raw(svg(&placed, label, "chart", Paint::Classes)) }</div> }
    }
}

/// Markup that the build wrote itself. In the browser there is no such path.
#[cfg(not(target_arch = "wasm32"))]
fn raw(markup: String) -> Html {
    Html::from_html_unchecked(markup.into())
}

#[cfg(target_arch = "wasm32")]
fn raw(_: String) -> Html {
    Html::default()
}

/// The two panels: each figure beside figures of its own kind.
fn neighbours(ctx: &Ctx, story: &Story) -> Html {
    let ids = story
        .panels
        .iter()
        .flat_map(|p| p.observations.iter().chain(&p.references).chain(&p.targets));
    let figures: Vec<&Observation> = ids.filter_map(|id| ctx.dataset().observation(id)).collect();
    let mut panels: Vec<Html> =
        story.panels.iter().map(|panel| panel_plot(ctx, story, panel)).collect();
    if panels.len() == 2 {
        panels.insert(1, el("div", "break", Vec::new()));
    }
    let head = vec![
        words("h2", "", ctx.t(Key::WhichNeighbours)),
        words("p", "finding", &gaps(ctx, story).join(" ")),
        words("p", "unit", ctx.t(Key::PanelsSeparate)),
    ];
    let caveats: Vec<String> = story.caveats.iter().map(|line| ctx.of(line).to_owned()).collect();
    let parts = vec![
        el("header", "", head),
        el("div", "panels", panels),
        el("aside", "notes", vec![numbered(ctx.t(Key::ReadingNotes), &caveats)]),
        el("footer", "", vec![figures_source(ctx, &figures)]),
        figures_table(ctx, &figures),
    ];
    el("section", "frame sec", parts)
}

fn panel_plot(ctx: &Ctx, story: &Story, panel: &Panel) -> Html {
    let bars = panel_bars(panel, &story.pair, ctx.dataset(), ctx.lang());
    let rows: Vec<String> =
        bars.rows.iter().map(|row| format!("{}: {}", row.name, row.label)).collect();
    let title = ctx.of(&panel.title);
    let label = format!("{}. {}", title, rows.join("; "));
    let props = PlotProps {
        spec: Rc::new(Spec::Bars(bars)),
        label: label.into(),
        hint: "".into(),
        readouts: Rc::new(rows),
        live: ctx.live,
        dark: ctx.dark,
        epoch: ctx.epoch,
        on_choose: Callback::noop(),
    };
    el("figure", "panelplot", vec![words("figcaption", "", title), plot(props)])
}

/// For each panel: how far the story's figure lies from the reference of its own kind, computed.
fn gaps(ctx: &Ctx, story: &Story) -> Vec<String> {
    story.panels.iter().filter_map(|panel| gap(ctx, story, panel)).collect()
}

fn gap(ctx: &Ctx, story: &Story, panel: &Panel) -> Option<String> {
    let dataset = ctx.dataset();
    let figure =
        dataset.observation(panel.observations.iter().find(|id| story.pair.contains(id))?)?;
    // The nearest whole: the block where the panel has one, else the nation.
    let reference = panel
        .references
        .iter()
        .filter_map(|id| dataset.observation(id))
        .max_by_key(|o| o.entity.len())?;
    if judge(dataset, figure, reference, Operation::Difference).verdict == Verdict::NotComparable {
        return None;
    }
    let gap = computed(
        &arithmetic::difference(&figure.quantity?, &reference.quantity?).ok()?,
        ctx.lang(),
    );
    let whole = format!(
        "{} ({})",
        name_inside(dataset.entity(&reference.entity)?, ctx.lang()),
        crate::text::figure(&reference.quantity?, ctx.lang())
    );
    let sentence = |key: Key, name: &str| {
        ctx.t(key).replace("{a}", name).replace("{b}", &whole).replace("{gap}", &gap)
    };
    match figure.interval?.order(reference.interval?) {
        Order::Above => Some(sentence(Key::SameMeasureAbove, &place_name(ctx, figure))),
        Order::Below => {
            let printed = crate::text::figure(&figure.quantity?, ctx.lang());
            Some(sentence(Key::SameMeasureBelow, &printed))
        }
        Order::Equal | Order::Undecided => None,
    }
}
