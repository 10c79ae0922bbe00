//! A story: two figures, why they may or may not be compared, pictures, and the figures in them.

use std::rc::Rc;

use yew::Html;

use super::context::Ctx;
use super::element::{all, el, nothing, pressable, text, with, words};
use super::figures::{figures_table, labelled_button, place_name, worded_button};
use super::frame::{note_level, numbered, source_line};
use super::icons;
use super::kept::{Part, kept};
use super::plot::{PlotProps, plot};
use super::still::ruler;
use super::take::take_story;
use super::verdict::pair_verdict;
use crate::chart::{Spec, picture_in_words, story_picture};
use crate::compare::{
    Judgement, Verdict, documents_of_story, evaluate, figures_of_story, judge, story_judgement,
};
use crate::data::{EntityKind, Form, Observation, Operation, Panel, Story};
use crate::quantity::{Order, arithmetic};
use crate::state::Msg;
use crate::text::{
    Key, check_sentence, date, due, figure, inferred_part, moment, name_inside, period,
    reason_sentence, time_of,
};
use crate::view::{Page, Tab, View, address};

/// The story that the address names, alone on its page; the first if it names none.
pub(super) fn story_page(ctx: &Ctx) -> Html {
    let Some(story) = ctx.model.story() else { return nothing() };
    let (article, steps) = (article(ctx, story), steps(ctx, story));
    // In step mode the navigation is at the top.
    match ctx.model.view.tab {
        Tab::Steps => el("div", "steps", vec![steps, article]),
        _ => el("div", "alone", vec![article, steps]),
    }
}

/// The headline story of the home page.
pub(super) fn story_section(ctx: &Ctx) -> Html {
    ctx.dataset().stories.first().map_or_else(nothing, |story| article(ctx, story))
}

fn article(ctx: &Ctx, story: &Story) -> Html {
    let kicker = format!("{} {}", ctx.t(Key::Story), story.number);
    let age = latest(ctx, &figures_of_story(ctx.dataset(), story));
    let mut kicker = vec![text(kicker), words("span", "age", age.unwrap_or_default())];
    if ctx.model.view.tab != Tab::Steps {
        kicker.push(ctx.link(stepped(story, Tab::Steps), "present", ctx.text(Key::Steps)));
    }
    let mut head = vec![
        el("p", "kicker", kicker),
        with("h1", &["id"], vec![Some("headline".into())], vec![text(ctx.of(&story.headline))]),
        words("p", "lead", ctx.of(&story.finding)),
    ];
    if ctx.model.view.page == Page::Home {
        head.insert(0, ctx.words("p", "about", Key::HomeAbout));
        // What most readers come for: their own place.
        let find = all(vec![ctx.text(Key::FindYourPlace), icons::arrow()]);
        head.push(el("p", "yours", vec![ctx.link(View::of(Page::Place), "btn", find)]));
    }
    let mut parts = vec![el("header", "head", head)];
    parts.extend(held_apart(ctx, story));
    let prose = story.text.iter().map(|paragraph| words("p", "", ctx.of(paragraph))).collect();
    parts.push(el("div", "text prose", prose));
    parts.push(frame(ctx, story));
    with(
        "article",
        &["id", "aria-labelledby"],
        vec![Some("story".into()), Some("headline".into())],
        parts,
    )
}

/// The two figures of the story, and the verdict on them.
fn held_apart(ctx: &Ctx, story: &Story) -> Option<Html> {
    let dataset = ctx.dataset();
    let judgement: Judgement = story_judgement(dataset, story)?;
    let [left, right] = dataset.figures(&story.pair)[..] else { return None };
    let class = if judgement.verdict == Verdict::NotComparable { "break" } else { "gap" };
    let pair = vec![held_figure(ctx, left), el("div", class, Vec::new()), held_figure(ctx, right)];
    Some(all(vec![el("div", "pair", pair), pair_verdict(ctx, &judgement, left, right)]))
}

/// The date of the newest of some figures, for the top of the page.
fn latest(ctx: &Ctx, figures: &[&Observation]) -> Option<String> {
    let measured = figures.iter().filter(|o| o.kind == crate::data::Kind::Observation);
    let newest = measured.max_by_key(|o| o.period.end().last_day())?;
    Some(format!("{} {}", ctx.t(Key::LatestOfStory), moment(&newest.period, ctx.lang())))
}

/// One of the two figures, large, with its measure, place, period and ruler.
fn held_figure(ctx: &Ctx, o: &Observation) -> Html {
    let lang = ctx.lang();
    let Some((quantity, indicator)) = o.quantity.zip(ctx.dataset().indicator(&o.indicator)) else {
        return nothing();
    };
    let printed = figure(&quantity, lang);
    let mut who = format!("{}, {}", place_name(ctx, o), time_of(o, lang));
    if o.kind == crate::data::Kind::Target {
        who = format!("{} · {who}", ctx.t(Key::Target));
    }
    if let Some(part) = inferred_part(&o.period, lang) {
        who = format!("{who} · {part}");
    }
    let parts = vec![
        words("h2", "what", ctx.of(&indicator.label)),
        words("p", "who", who),
        el("p", "big", big(&printed)),
        ruler(ctx, o, printed.clone()),
        worded_button(ctx, o, Key::WhereIsThisPrinted, &printed),
    ];
    el("section", "fig", parts)
}

/// A figure with the word before it set smaller than its number.
fn big(printed: &str) -> Vec<Html> {
    let number = printed.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let (word, number) = printed.split_at(number);
    let mut parts = vec![text(number)];
    if !word.is_empty() {
        parts.insert(0, text("\u{a0}"));
        parts.insert(0, words("small", "", word.trim_end_matches(crate::text::NBSP)));
    }
    parts
}

/// The pictures: each figure beside figures of its own kind.
fn frame(ctx: &Ctx, story: &Story) -> Html {
    let dataset = ctx.dataset();
    let figures = figures_of_story(dataset, story);
    let apart = is_apart(ctx, story);
    let mut head = Vec::new();
    if story.panels.len() == 2 && apart {
        head.push(ctx.words("h2", "", Key::WhichNeighbours));
        head.push(words("p", "finding", gaps(ctx, story).join(" ")));
        head.push(ctx.words("p", "unit", Key::PanelsSeparate));
    }
    let mut parts = Vec::new();
    if !head.is_empty() {
        parts.push(el("header", "", head));
    }
    parts.push(kept(ctx, Part::Pictures));
    parts.extend(computed_here(ctx, story));
    parts.push(el("aside", "notes", vec![reading_notes(ctx, story)]));
    let updated = format!("{} {}", ctx.t(Key::Updated), date(story.updated, ctx.lang()));
    let report = ctx.link(View::of(Page::Corrections), "", ctx.text(Key::ReportError));
    let mut foot = vec![
        source_line(ctx, &documents_of_story(dataset, story)),
        el("p", "small", vec![text(updated), text(" · "), report]),
    ];
    if ctx.model.view.page == Page::Story {
        foot.push(take_story(ctx, story));
    } else {
        let own = View::about(Page::Story, story.id.clone());
        let take = ctx.link(own, "btn", ctx.text(Key::TakeThisStory));
        foot.push(el("p", "acts", vec![take]));
    }
    parts.push(el("footer", "", foot));
    parts.push(figures_table(ctx, &figures));
    el("section", "frame sec", parts)
}

/// Whether the two figures may not be compared, so that their pictures are set apart.
fn is_apart(ctx: &Ctx, story: &Story) -> bool {
    let found = story_judgement(ctx.dataset(), story);
    found.is_some_and(|found| found.verdict == Verdict::NotComparable)
}

/// The panels of the story that is shown: pictures side by side, and below them the panels that are
/// lists.
pub(super) fn pictures(ctx: &Ctx) -> Html {
    let Some(story) = ctx.model.story() else { return nothing() };
    let mut panels: Vec<Html> =
        story.panels.iter().filter_map(|panel| panel_plot(ctx, story, panel)).collect();
    let class = match panels.len() {
        0 | 1 => "panels single",
        2 => "panels",
        _ => "panels many",
    };
    if panels.len() == 2 {
        panels.insert(1, el("div", if is_apart(ctx, story) { "break" } else { "gap" }, Vec::new()));
    }
    let lists = story.panels.iter().filter(|panel| panel.form == Form::Targets);
    let rows: Vec<Html> = lists.map(|panel| target_row(ctx, panel)).collect();
    let kinds = [("div", class, panels), ("ul", "targets", rows)];
    let filled = kinds.into_iter().filter(|(.., parts)| !parts.is_empty());
    all(filled.map(|(tag, class, parts)| el(tag, class, parts)).collect())
}

/// What to bear in mind when reading a story.
pub(super) fn reading_notes(ctx: &Ctx, story: &Story) -> Html {
    let caveats: Vec<String> = story.caveats.iter().map(|line| ctx.of(line).to_owned()).collect();
    numbered(ctx, Key::ReadingNotes, &caveats)
}

/// The calculations that the words use, each with its figures.
fn computed_here(ctx: &Ctx, story: &Story) -> Option<Html> {
    let lines: Vec<Html> = story
        .computed
        .iter()
        .filter_map(|id| ctx.dataset().check(id))
        .map(|check| {
            let found = evaluate(ctx.dataset(), check);
            words("li", "", check_sentence(ctx.dataset(), check, &found, ctx.lang()))
        })
        .collect();
    (!lines.is_empty()).then(|| {
        let summary = ctx.words("summary", "", Key::ComputedSummary);
        el("details", "sums", vec![summary, el("ul", "plain", lines)])
    })
}

fn panel_plot(ctx: &Ctx, story: &Story, panel: &Panel) -> Option<Html> {
    let spec: Rc<Spec> = Rc::new(story_picture(ctx.dataset(), story, panel, ctx.lang())?);
    let label = aloud(ctx, panel, &spec).into();
    let props = PlotProps { spec, label, shown: None, ctx: ctx.clone() };
    let mut parts = vec![words("figcaption", "", ctx.of(&panel.title)), plot(props)];
    if let Some(query) = panel.view.as_ref().filter(|_| !ctx.model.view.embed) {
        let (view, _) = address::parse(query);
        let link = ctx.link(view, "opens", ctx.text(Key::OpenInCompare));
        parts.push(el("p", "small", vec![link]));
    }
    Some(el("figure", "panelplot", parts))
}

/// A panel in words: its heading, then what its picture shows.
pub(super) fn aloud(ctx: &Ctx, panel: &Panel, picture: &Spec) -> String {
    format!("{}. {}", ctx.of(&panel.title), picture_in_words(picture).join("; "))
}

/// A target, the nearest figures, and why they do not measure it.
fn target_row(ctx: &Ctx, panel: &Panel) -> Html {
    let dataset = ctx.dataset();
    let mut parts = vec![words(note_level(ctx), "", ctx.of(&panel.title))];
    let targets = dataset.figures(&panel.targets);
    let nearest = dataset.figures(&panel.observations);
    let shown = |o: &Observation| o.quantity.map_or(String::new(), |q| figure(&q, ctx.lang()));
    for target in &targets {
        let line = format!("{} {} ", ctx.t(Key::Target), due(target.period.end(), ctx.lang()));
        let button = labelled_button(ctx, target, shown(target));
        parts.push(el("p", "", vec![text(line), button]));
    }
    for o in &nearest {
        let button = labelled_button(ctx, o, shown(o));
        let line = format!(" {}, {}. ", place_name(ctx, o), period(&o.period, ctx.lang()));
        let why = targets.first().and_then(|target| {
            let found = judge(dataset, o, target, Operation::Difference);
            let (reason, _) = found.reasons.first()?;
            Some(reason_sentence(reason, ctx.lang()))
        });
        let words = vec![
            text(format!("{} ", ctx.t(Key::NearestFigure))),
            button,
            text(line),
            text(why.unwrap_or_default()),
        ];
        parts.push(el("p", "small", words));
    }
    if nearest.is_empty() {
        parts.push(ctx.words("p", "small", Key::NoNearestFigure));
    }
    el("li", "", parts)
}

/// The page of a story, in step mode or not.
fn stepped(story: &Story, tab: Tab) -> View {
    View { tab, ..View::about(Page::Story, story.id.clone()) }
}

/// From story to story: links, and the step mode for a projector.
fn steps(ctx: &Ctx, story: &Story) -> Html {
    let all_stories = &ctx.dataset().stories;
    let at = all_stories.iter().position(|other| other.id == story.id);
    let stepping = ctx.model.view.tab == Tab::Steps;
    let tab = ctx.model.view.tab;
    let to = |other: Option<&Story>, key: Key, class: &'static str| {
        other.map(|other| {
            let view = View { tab, ..View::about(Page::Story, other.id.clone()) };
            let headline = words("small", "", ctx.of(&other.headline));
            ctx.link(view, class, all(vec![ctx.text(key), headline]))
        })
    };
    let before = at.and_then(|at| all_stories.get(at.checked_sub(1)?));
    let after = at.and_then(|at| all_stories.get(at + 1));
    let mut parts: Vec<Html> = Vec::new();
    parts.extend(to(before, Key::StoryBefore, "before"));
    let mode = stepped(story, if stepping { Tab::default() } else { Tab::Steps });
    let key = if stepping { Key::LeaveSteps } else { Key::Steps };
    parts.push(ctx.link(mode, "btn", ctx.text(key)));
    if stepping {
        let of_all = at.map(|at| format!("{}/{}", at + 1, all_stories.len()));
        parts.extend(of_all.map(|place| words("span", "small", place)));
        parts.push(pressable(
            "button",
            &["type", "class", "disabled"],
            vec![Some("button".into()), Some("btn full".into()), ctx.disabled()],
            ctx.on(Msg::FullScreen),
            vec![ctx.text(Key::FullScreen)],
        ));
    }
    parts.extend(to(after, Key::StoryAfter, "after"));
    let mut nav = vec![el("div", "stepbar", parts)];
    if stepping {
        nav.push(ctx.words("p", "small full", Key::StepsHint));
    }
    with(
        "nav",
        &["class", "aria-label"],
        vec![Some("stepnav".into()), Some(ctx.t(Key::Steps).into())],
        nav,
    )
}

/// For each panel: how far the story's figure lies from the reference of its own kind, computed.
fn gaps(ctx: &Ctx, story: &Story) -> Vec<String> {
    story.panels.iter().filter_map(|panel| gap(ctx, story, panel)).collect()
}
fn gap(ctx: &Ctx, story: &Story, panel: &Panel) -> Option<String> {
    let dataset = ctx.dataset();
    let figure =
        dataset.observation(panel.observations.iter().find(|id| story.pair.contains(id))?)?;
    // The nearest whole: the block if the panel has one, else the nation.
    let references = dataset.figures(&panel.references);
    let is_block = |o: &Observation| {
        dataset.entity(&o.entity).is_some_and(|unit| unit.kind == EntityKind::Block)
    };
    let reference = *references.iter().find(|o| is_block(o)).or(references.first())?;
    if judge(dataset, figure, reference, Operation::Difference).verdict == Verdict::NotComparable {
        return None;
    }
    let apart = arithmetic::difference(&figure.quantity?, &reference.quantity?).ok()?;
    let gap = crate::text::gap(&apart, dataset.indicator(&figure.indicator)?, ctx.lang())?;
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
