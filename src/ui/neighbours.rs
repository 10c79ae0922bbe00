//! What a figure may be compared with: a few of the nearest figures, and the way to all of them.

use yew::Html;

use super::context::Ctx;
use super::element::{all, el, nothing, text, words};
use super::figures::{labelled_button, whose};
use crate::compare::{
    Neighbours, Verdict, judge, newer_figure, offered_indicators, what_it_may_be_compared_with,
};
use crate::data::{Kind, Observation, Operation};
use crate::state::comparison_of;
use crate::text::{Key, NBSP, known, period, time_of};
use crate::view::View;

/// Most figures that are listed of each kind.
const MOST_COMPARABLE: usize = 5;
const MOST_WITH_CARE: usize = 3;

/// The section of the provenance panel.
pub(super) fn neighbours(ctx: &Ctx, o: &Observation) -> Html {
    let Neighbours { comparable, with_care } = what_it_may_be_compared_with(ctx.dataset(), o);
    let mut parts = vec![ctx.words("h3", "", Key::MayBeCompared)];
    if comparable.is_empty() && with_care.is_empty() {
        let is_change = o.kind == Kind::Change;
        let why = if is_change { Key::ChangeStandsAlone } else { Key::NothingToCompare };
        parts.push(ctx.words("p", "small", why));
        return all(parts);
    }
    if !comparable.is_empty() {
        parts.push(list(ctx, &comparable, MOST_COMPARABLE));
    }
    if !with_care.is_empty() {
        let count = format!(
            "{} ({}{NBSP}{}):",
            ctx.t(Key::MayBeComparedWithCare),
            with_care.len(),
            ctx.t(Key::Figures)
        );
        parts.push(words("p", "care", count));
        parts.push(list(ctx, &with_care, MOST_WITH_CARE));
    }
    if let Some(view) = comparison(ctx, o) {
        parts.push(el("p", "", vec![ctx.link(view, "", ctx.text(Key::OpenInCompare))]));
    }
    all(parts)
}

fn list(ctx: &Ctx, figures: &[&Observation], most: usize) -> Html {
    let mut items: Vec<Html> = figures.iter().take(most).map(|o| item(ctx, o)).collect();
    if figures.len() > most {
        let more = ctx.t(Key::AndMore).replace("{n}", &(figures.len() - most).to_string());
        items.push(words("li", "small", more));
    }
    el("ul", "plain near", items)
}

/// Whose figure it is, the figure as a button, its time.
fn item(ctx: &Ctx, o: &Observation) -> Html {
    let label = known(ctx.dataset(), o, ctx.lang());
    let when = words("span", "small", time_of(o, ctx.lang()));
    el("li", "", vec![words("span", "", whose(ctx, o)), labelled_button(ctx, o, label), when])
}

/// A newer figure of the same place, if there is one.
pub(super) fn newer(ctx: &Ctx, o: &Observation) -> Html {
    let Some(newer) = newer_figure(ctx.dataset(), o) else { return nothing() };
    let label = known(ctx.dataset(), newer, ctx.lang());
    let mut when = format!(", {}", period(&newer.period, ctx.lang()));
    let judged = judge(ctx.dataset(), o, newer, Operation::Trend);
    if judged.verdict == Verdict::NotComparable {
        when = format!("{when}; {}", ctx.t(Key::NewerIsAnother));
    }
    let lead = text(format!("{} ", ctx.t(Key::NewerFigure)));
    el("p", "small", vec![lead, labelled_button(ctx, newer, label), text(when)])
}

/// The comparison that a figure belongs to, if there is one to draw.
pub(super) fn comparison(ctx: &Ctx, o: &Observation) -> Option<View> {
    let dataset = ctx.dataset();
    let indicator =
        offered_indicators(dataset).into_iter().find(|found| found.id == o.indicator)?;
    let unit = dataset.entity(&o.entity)?;
    comparison_of(dataset, unit, unit, indicator, &o.period)
}
