//! Figures of the dataset that show how a wording is read, how ranks and medians are given, and
//! what one source in several places is.

use yew::Html;

use super::example;
use crate::compare::vietnamese::uncapitalised;
use crate::compare::{Universe, ask, ranking, what_is_typical, who_says_so};
use crate::data::{Kind, Layer, Observation};
use crate::quantity::{Hedge, Quantity, Reading};
use crate::text::{
    Key, allowed, listed_time, official_of, rank_line, spread_sentence, units_name,
    witnesses_sentence,
};
use crate::ui::context::Ctx;
use crate::ui::element::{all, el, nothing, text, with, words};
use crate::ui::figures::{kind_before, labelled_button, place_name};
use crate::ui::still::ruler;
use crate::view::{Page, Time, View};

/// A wording, and a test for figures that are printed in it.
type Wording = (Key, fn(&Observation) -> bool);

/// Every wording, in the order of the table.
const WORDINGS: [Wording; 10] = [
    (Key::WordingExact, |o| is_measured(o) && hedge(o) == Some(Hedge::Exact) && !is_whole(o)),
    (Key::WordingRoundedDown, |o| {
        is_measured(o) && hedge(o) == Some(Hedge::Above(Reading::Rounding))
    }),
    (Key::WordingRoundedUp, |o| is_rounded(o) && hedge(o) == Some(Hedge::Below(Reading::Rounding))),
    (Key::WordingBelow, |o| hedge(o) == Some(Hedge::Below(Reading::Threshold))),
    (Key::WordingAbove, |o| hedge(o) == Some(Hedge::Above(Reading::Threshold))),
    (Key::WordingAbout, |o| hedge(o) == Some(Hedge::About)),
    (Key::WordingEstimated, |o| hedge(o) == Some(Hedge::Estimated)),
    (Key::WordingRange, |o| o.quantity.is_some_and(|quantity| quantity.value().is_none())),
    (Key::WordingWhole, |o| is_measured(o) && hedge(o) == Some(Hedge::Exact) && is_large(o)),
    (Key::WordingSet, |o| o.kind == Kind::Target && hedge(o) == Some(Hedge::Set)),
];

fn hedge(o: &Observation) -> Option<Hedge> {
    let is_usual = |quantity: &Quantity| quantity.value().is_some() && !quantity.other_word;
    o.quantity.filter(is_usual).map(|quantity| quantity.hedge)
}

fn is_measured(o: &Observation) -> bool {
    o.kind == Kind::Observation
}

fn is_whole(o: &Observation) -> bool {
    o.quantity.is_some_and(|quantity| quantity.unit.is_whole() && quantity.step <= 1.0)
}

/// A number too large to be mistaken for a stray digit of the text.
fn is_large(o: &Observation) -> bool {
    is_whole(o) && o.quantity.and_then(|q| q.value()).is_some_and(|value| value >= 10_000.0)
}

/// "Gần" before a number printed to the unit is an odd way to write, so no good example.
fn is_rounded(o: &Observation) -> bool {
    is_measured(o) && !is_whole(o)
}

/// Each wording with a figure: as printed, drawn, and what it allows.
pub(super) fn intervals(ctx: &Ctx) -> Html {
    let shown = WORDINGS.iter().filter_map(|(key, fits)| {
        let is_measure = |o: &Observation| o.derived_from.is_none() && fits(o);
        example(ctx, is_measure).map(|o| wording(ctx, *key, o))
    });
    let mut items: Vec<Html> = shown.collect();
    let derived = example(ctx, |o| o.derived_from.is_some());
    items.extend(derived.map(|o| wording(ctx, Key::WordingInferred, o)));
    el("ul", "wordings", items)
}

fn wording(ctx: &Ctx, key: Key, o: &Observation) -> Html {
    let label = match o.quantity {
        Some(quantity) => crate::text::figure(&quantity, ctx.lang()),
        None => ctx.t(Key::NotPrinted).to_owned(),
    };
    let measure = official_of(ctx.dataset(), o, ctx.lang());
    let when = listed_time(o, ctx.lang());
    let of = format!("{}{}, {when}, {measure}", kind_before(ctx, o), place_name(ctx, o));
    let printed = el("p", "printed-as", vec![labelled_button(ctx, o, label.clone())]);
    let parts = vec![
        ctx.words("h3", "", key),
        printed,
        words("p", "allows", allowed(ctx.dataset(), o, ctx.lang())),
        ruler(ctx, o, label),
        words("p", "small", of),
    ];
    el("li", "", parts)
}

/// A rank that is a span, and a median, computed from the data.
pub(super) fn ranks(ctx: &Ctx) -> Html {
    let lines = [rank_of(ctx), median(ctx)];
    let lines = lines.into_iter().flatten().map(|line| words("li", "", line)).collect();
    el("ul", "never", lines)
}

/// The rank of a place whose figure is only known to lie between two limits.
fn rank_of(ctx: &Ctx) -> Option<String> {
    let dataset = ctx.dataset();
    // The place of the first story, in a period when it is in no list.
    let held = dataset.observation(dataset.stories.first()?.pair.first()?)?;
    let shown = example(ctx, |o| {
        let low = o.interval.and_then(|interval| interval.low().value());
        o.derived_from.is_some() && o.entity == held.entity && low.is_some_and(|low| low > 0.0)
    })?;
    let view = View {
        indicators: vec![shown.indicator.clone()],
        entities: vec![shown.entity.clone()],
        time: Time::At(shown.period.named()),
        ..View::of(Page::Compare)
    };
    let (question, _) = ask(dataset, &view)?;
    let answer = ranking(dataset, &question)?;
    let row = answer.rows.iter().find(|row| row.entity.id == shown.entity)?;
    let line = format!(
        "{}, {}: {}; {}.",
        place_name(ctx, shown),
        uncapitalised(&crate::text::title(&answer, &question, ctx.lang())),
        allowed(dataset, shown, ctx.lang()),
        rank_line(row.rank?, question.universe, answer.of, ctx.lang())
    );
    Some(line)
}

/// The median of the first indicator for which every province has a printed value.
fn median(ctx: &Ctx) -> Option<String> {
    let dataset = ctx.dataset();
    let offered = crate::compare::offered_indicators(dataset);
    offered.iter().find_map(|indicator| {
        let view = View { indicators: vec![indicator.id.clone()], ..View::of(Page::Compare) };
        let (question, _) = ask(dataset, &view)?;
        let answer =
            ranking(dataset, &question).filter(|_| question.universe == Universe::Provinces)?;
        // If every figure is a printed value, the median is one too.
        let is_value = |o: &Observation| o.quantity.is_some_and(|quantity| !quantity.is_bound());
        if !answer.rows.iter().all(|row| row.figure.is_some_and(is_value)) {
            return None;
        }
        let spread = what_is_typical(dataset, &answer).ok()?;
        let units = units_name(question.universe, ctx.lang());
        let title = crate::text::title(&answer, &question, ctx.lang());
        Some(format!("{title}. {}", spread_sentence(&spread, units, ctx.lang())))
    })
}

/// Of the figures with one source, the one that most documents print, and its sources in words.
pub(super) fn witness(ctx: &Ctx) -> Html {
    let dataset = ctx.dataset();
    let places = |o: &&Observation| {
        let witnesses = who_says_so(dataset, o);
        let most = witnesses.iter().map(|witness| witness.documents.len()).max().unwrap_or(0);
        if witnesses.len() == 1 { most } else { 0 }
    };
    let reports =
        dataset.observations.iter().filter(|o| o.layer == Layer::Reports && o.quantity.is_some());
    // `max_by_key` returns the last of several maxima; reversed, it is the first in the data.
    let Some(shown) = reports.rev().max_by_key(places) else { return nothing() };
    let Some(quantity) = shown.quantity else { return nothing() };
    let label = crate::text::figure(&quantity, ctx.lang());
    let measure = official_of(dataset, shown, ctx.lang());
    let said =
        format!(" ({measure}): {}.", witnesses_sentence(&who_says_so(dataset, shown), ctx.lang()));
    let line = all(vec![labelled_button(ctx, shown, label), text(said)]);
    with("p", &["class"], vec![Some("text".into())], vec![line])
}
