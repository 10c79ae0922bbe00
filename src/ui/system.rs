//! A platform or programme, and the list of them.

use yew::Html;

use super::check_row::{check_row, finding_groups};
use super::context::Ctx;
use super::element::{el, text, vietnamese, words};
use super::header::titles;
use super::system_figures::indicator_section;
use crate::compare::vietnamese::uncapitalised;
use crate::compare::{VerdictKind, checked, figures_of_system, newest, sort_stably, witnesses};
use crate::data::{Layer, Milestone, Observation, System};
use crate::text::{
    Key, count_of_checks, counted_words, date, mention_place, moment, short_layer_key,
    witnesses_sentence,
};
use crate::view::{Page, View};

/// The page of the system that the view names, else the list of all.
pub(super) fn system(ctx: &Ctx) -> Html {
    let subject = ctx.model.view.subject();
    let parts = match subject.and_then(|id| ctx.dataset().system(id)) {
        Some(system) => about(ctx, system),
        None => list(ctx),
    };
    el("section", "alone", parts)
}

fn about(ctx: &Ctx, system: &System) -> Vec<Html> {
    let figures = figures_of_system(ctx.dataset(), system);
    let mut parts = vec![head(ctx, system, &figures)];
    if !system.milestones.is_empty() {
        parts.push(milestones(ctx, system));
    }
    if !figures.is_empty() {
        let mut inside = vec![ctx.words("h2", "", Key::FiguresTitle)];
        inside.extend(system.indicators.iter().map(|id| indicator_section(ctx, id)));
        parts.push(el("section", "sec", inside));
    }
    parts.extend(recomputed(ctx, system));
    parts
}

fn head(ctx: &Ctx, system: &System, figures: &[&Observation]) -> Html {
    let list = View::of(Page::System);
    let mut kicker = vec![ctx.link(list, "", ctx.text(Key::Systems))];
    kicker.extend(newest(figures.iter().copied()).map(|newest| {
        let age = format!("{} {}", ctx.t(Key::LatestFigure), moment(&newest.period, ctx.lang()));
        words("span", "age", age)
    }));
    let mut parts = vec![
        el("p", "kicker", kicker),
        words("h1", "", ctx.of(&system.name)),
        words("p", "lead", ctx.of(&system.what)),
    ];
    if let Some(reported) = &system.reported {
        let heading = format!("{} ", ctx.t(Key::Reported));
        parts.push(el("p", "reported", vec![words("b", "", heading), text(ctx.of(reported))]));
    }
    parts.push(words("p", "small", sources_line(ctx, figures)));
    parts.extend(verdicts_line(ctx, system));
    el("header", "head", parts)
}

/// "Tính lại các số này: 1 phép không đủ dữ kiện · 2 số do Rõ Số tính", each a link to those checks.
fn verdicts_line(ctx: &Ctx, system: &System) -> Option<Html> {
    let items = checked(ctx.dataset(), Some(system));
    let mut line = Vec::new();
    for kind in VerdictKind::ALL {
        let count = items.iter().filter(|item| item.kind() == kind).count();
        if count == 0 {
            continue;
        }
        line.push(text(if line.is_empty() { ": " } else { " · " }));
        let view = View { focus: Some(kind.token().into()), ..checks_of(system) };
        line.push(ctx.link(view, "", text(count_of_checks(kind, count, ctx.lang()))));
    }
    let all = ctx.link(checks_of(system), "", ctx.text(Key::ChecksHere));
    (!line.is_empty()).then(|| {
        line.insert(0, all);
        el("p", "ways", line)
    })
}

/// The page of checks, confined to a system.
fn checks_of(system: &System) -> View {
    View { entities: vec![system.id.clone()], ..View::of(Page::Checks) }
}

/// "16 số trong báo cáo; tính chung: một nguồn, in ở ba nơi": not each figure is in all places.
fn sources_line(ctx: &Ctx, figures: &[&Observation]) -> String {
    if figures.is_empty() {
        return ctx.t(Key::SystemWithoutFigures).to_owned();
    }
    let mentions = figures.iter().flat_map(|o| &o.mentions);
    let sources = witnesses_sentence(&witnesses(ctx.dataset(), mentions), ctx.lang());
    let counted = counted(ctx, figures);
    if figures.len() == 1 {
        return format!("{counted}; {sources}.");
    }
    format!("{counted}; {}: {sources}.", ctx.t(Key::AllTogether))
}

/// "16 số trong báo cáo, 3 số bối cảnh".
fn counted(ctx: &Ctx, figures: &[&Observation]) -> String {
    let counts = [Layer::Reports, Layer::Context].into_iter().filter_map(|layer| {
        let count = figures.iter().filter(|o| o.layer == layer).count();
        (count > 0).then(|| counted_words(count, short_layer_key(layer), ctx.lang()))
    });
    counts.collect::<Vec<_>>().join(", ")
}

fn milestones(ctx: &Ctx, system: &System) -> Html {
    let mut dated: Vec<&Milestone> = system.milestones.iter().collect();
    sort_stably(&mut dated, |a, b| a.date.last_day().cmp(&b.date.last_day()));
    let item = |milestone: &&Milestone| {
        let mut places = Vec::new();
        for mention in &milestone.mentions {
            let before = if places.is_empty() { "" } else { "; " };
            let place = mention_place(ctx.dataset(), mention, ctx.lang());
            let printed = uncapitalised(ctx.t(Key::PrintedAs));
            places.push(text(format!("{before}{place}: {printed} ")));
            places.push(vietnamese("span", &format!("“{}”", mention.printed)));
        }
        let parts = vec![
            words("b", "", date(milestone.date, ctx.lang())),
            el("div", "", vec![words("p", "", ctx.of(&milestone.text)), el("p", "small", places)]),
        ];
        el("li", "", parts)
    };
    let items = dated.iter().map(item).collect();
    let parts = vec![ctx.words("h2", "", Key::Milestones), el("ol", "dates", items)];
    el("section", "sec", parts)
}

/// The checks and findings with a figure of the system.
fn recomputed(ctx: &Ctx, system: &System) -> Option<Html> {
    let items = checked(ctx.dataset(), Some(system));
    let found = finding_groups(ctx, Some(system), "h3");
    if items.is_empty() && found.is_empty() {
        return None;
    }
    let rows = items.iter().map(|item| check_row(ctx, item, false)).collect();
    let mut parts = vec![ctx.words("h2", "", Key::ChecksHere), el("ol", "checks", rows)];
    parts.extend(found);
    Some(el("section", "sec", parts))
}

/// Every system with the number of its figures.
fn list(ctx: &Ctx) -> Vec<Html> {
    let systems = &ctx.dataset().systems;
    let lead = ctx.t(Key::SystemsLead).replace("{n}", &systems.len().to_string());
    let head = titles(ctx, Key::Systems, ctx.t(Key::SystemsTitle), &lead);
    let mut parts = vec![el("header", "head", head)];
    for (key, with_figures) in
        [(Key::SystemsWithFigures, true), (Key::SystemsWithoutFigures, false)]
    {
        let items = systems.iter().filter_map(|system| {
            let figures = figures_of_system(ctx.dataset(), system);
            (figures.is_empty() != with_figures).then(|| list_item(ctx, system, &figures))
        });
        let inside = vec![ctx.words("h2", "", key), el("ul", "systems", items.collect())];
        parts.push(el("section", "verdicts", inside));
    }
    parts
}

fn list_item(ctx: &Ctx, system: &System, figures: &[&Observation]) -> Html {
    let view = View::about(Page::System, system.id.clone());
    let mut parts = vec![
        ctx.link(view, "where", text(ctx.of(&system.name))),
        words("p", "", ctx.of(&system.what)),
    ];
    if !figures.is_empty() {
        parts.push(words("p", "small", counted(ctx, figures)));
    }
    el("li", "", parts)
}
