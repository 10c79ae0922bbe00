//! One recomputed identity or finding as a row, wherever it is shown.

use yew::Html;

use super::checks::colours;
use super::context::Ctx;
use super::element::{el, nothing, text, words};
use super::figures::{inline_button, place_name};
use super::icons::check_sign;
use crate::compare::vietnamese::capitalised;
use crate::compare::{Checked, Finding, findings, systems_of_check};
use crate::data::{CheckOperation, Observation, System};
use crate::text::{
    Key, SumPart, check_detail, check_sum, check_verdict, figure_of, finding_sentence, label_of,
};
use crate::view::{Page, View};

/// Statement, sum, verdict, note. `names_system` adds a link to the system.
pub(super) fn check_row(ctx: &Ctx, item: &Checked<'_>, names_system: bool) -> Html {
    let mut about = vec![words("h3", "", ctx.of(&item.check.statement))];
    about.extend(item.check.note.as_ref().map(|note| words("p", "", ctx.of(note))));
    if names_system {
        about.push(system_link(ctx, item));
    }
    let parts = vec![el("div", "", about), el("div", "", sum(ctx, item)), outcome(ctx, item)];
    el("li", "check", parts)
}

fn system_link(ctx: &Ctx, item: &Checked<'_>) -> Html {
    let systems = systems_of_check(ctx.dataset(), item.check);
    let Some(system) = systems.first() else { return nothing() };
    let view = View::about(Page::System, system.id.clone());
    el("p", "small", vec![ctx.link(view, "where", text(ctx.of(&system.name)))])
}

/// The sum with its figures as buttons, and below it the figures that it uses but does not show.
fn sum(ctx: &Ctx, item: &Checked<'_>) -> Vec<Html> {
    let parts = check_sum(ctx.dataset(), item.check, &item.found, ctx.lang());
    let operand = |at: usize| {
        let operand = item.check.operands.get(at)?;
        ctx.dataset().observation(&operand.observation)
    };
    let result = item.check.result.as_ref();
    let result = result.and_then(|result| ctx.dataset().observation(&result.observation));
    let piece = |part: &SumPart| match part {
        SumPart::Words(words) => text(words),
        SumPart::Computed(value) => words("b", "", value),
        SumPart::Operand(at, label) => figure(ctx, operand(*at), "cell", label),
        SumPart::Printed(label) => figure(ctx, result, "cell held", label),
    };
    let line = el("p", "sum", parts.iter().map(piece).collect());
    let is_written =
        |at: usize| parts.iter().any(|p| matches!(p, SumPart::Operand(o, _) if *o == at));
    let unwritten: Vec<&Observation> =
        (0..item.check.operands.len()).filter(|at| !is_written(*at)).filter_map(operand).collect();
    let is_list = item.check.operation == CheckOperation::ListLength;
    let label = |o: &Observation| {
        if is_list { place_name(ctx, o) } else { named_figure(ctx, o) }
    };
    vec![line, figures_used(ctx, &unwritten, label)]
}

fn figure(ctx: &Ctx, of: Option<&Observation>, class: &'static str, label: &str) -> Html {
    of.map_or_else(|| text(label), |o| inline_button(ctx, o, class, label))
}

/// "Lượt doanh nghiệp tiếp cận chương trình: 1.255.068".
fn named_figure(ctx: &Ctx, o: &Observation) -> String {
    let label = capitalised(label_of(ctx.dataset(), o, ctx.lang()));
    format!("{label}: {}", figure_of(o, ctx.lang()))
}

fn figures_used(
    ctx: &Ctx,
    figures: &[&Observation],
    label: impl Fn(&Observation) -> String,
) -> Html {
    if figures.is_empty() {
        return nothing();
    }
    let mut parts = vec![ctx.text(Key::FiguresUsed)];
    for o in figures {
        parts.push(text(" "));
        parts.push(inline_button(ctx, o, "cell", &label(o)));
    }
    el("p", "used", parts)
}

fn outcome(ctx: &Ctx, item: &Checked<'_>) -> Html {
    let kind = item.kind();
    let name = words("span", "", check_verdict(kind, ctx.lang()));
    let mut parts = vec![el("p", "pill", vec![check_sign(kind), name])];
    let detail = check_detail(ctx.dataset(), item.check, &item.found, ctx.lang());
    if !detail.is_empty() {
        parts.push(words("p", "small", detail));
    }
    el("div", colours(kind), parts)
}

/// The program's own findings, under a heading for each kind; empty if the system has none.
pub(super) fn finding_groups(
    ctx: &Ctx,
    system: Option<&System>,
    heading: &'static str,
) -> Vec<Html> {
    let of_system =
        |found: &Finding<'_>| system.is_none_or(|one| found.concerns(ctx.dataset(), one));
    let all: Vec<Finding<'_>> = findings(ctx.dataset()).into_iter().filter(of_system).collect();
    let kinds = [Key::FoundTwoWays, Key::FoundLists, Key::FoundUndeclared, Key::FoundAlike];
    let group = |key: Key| {
        let of_kind = all.iter().filter(|found| kind_of(found) == key);
        let rows: Vec<Html> = of_kind.map(|found| finding_row(ctx, found)).collect();
        if rows.is_empty() {
            return None;
        }
        let count = words("span", "count", format!(" {}", rows.len()));
        let title = el(heading, "", vec![ctx.text(key), count]);
        // Long lists of findings that contradict no printed figure are folded.
        let is_folded = matches!(key, Key::FoundUndeclared | Key::FoundAlike) && rows.len() > 3;
        let list = el("ul", "checks", rows);
        let parts = if is_folded {
            vec![el("details", "group", vec![el("summary", "", vec![title]), list])]
        } else {
            vec![title, list]
        };
        Some(el("div", "verdicts", parts))
    };
    kinds.into_iter().filter_map(group).collect()
}

fn kind_of(finding: &Finding<'_>) -> Key {
    match finding {
        Finding::PrintedOtherwise { .. } => Key::FoundTwoWays,
        Finding::ListLength { .. } => Key::FoundLists,
        Finding::Undeclared { .. } => Key::FoundUndeclared,
        Finding::FractionEqualsRate { .. } => Key::FoundAlike,
    }
}

fn finding_row(ctx: &Ctx, finding: &Finding<'_>) -> Html {
    let figures = ctx.dataset().figures(&finding.figures());
    let sentence = words("p", "", finding_sentence(ctx.dataset(), finding, ctx.lang()));
    el("li", "finding", vec![sentence, figures_used(ctx, &figures, |o| named_figure(ctx, o))])
}
