//! The verdicts, and how much each reason weighs for each operation.

use yew::Html;

use crate::compare::{Reason, Severity, Verdict};
use crate::data::Operation;
use crate::text::{Key, operation_name, reason_label, reason_sentence};
use crate::ui::context::Ctx;
use crate::ui::element::{data_table, el, labelled_cell, row_head, text, words};
use crate::ui::verdict::{coloured, named};

/// What each verdict means.
pub(super) fn verdicts(ctx: &Ctx) -> Html {
    let one = |found: Verdict, key: Key| {
        let parts = vec![named(ctx, "h3", found), ctx.words("p", "", key)];
        coloured("li", "verdict", found, parts)
    };
    let items = vec![
        one(Verdict::Comparable, Key::ComparableMeans),
        one(Verdict::WithCare, Key::WithCareMeans),
        one(Verdict::NotComparable, Key::NotComparableMeans),
    ];
    el("ul", "three", items)
}

/// The operations, in the order of the table.
const OPERATIONS: [Operation; 6] = [
    Operation::Difference,
    Operation::Ratio,
    Operation::Rank,
    Operation::Trend,
    Operation::Sum,
    Operation::Share,
];

/// Every reason with what it forbids and what it allows with care, computed from its severity.
pub(super) fn reasons(ctx: &Ctx) -> Html {
    let headings = [
        ("", ctx.t(Key::ColumnReason)),
        ("", ctx.t(Key::ColumnForbids)),
        ("", ctx.t(Key::ColumnWithCare)),
    ];
    let rows = Reason::every(ctx.dataset()).iter().map(|reason| row(ctx, reason)).collect();
    el("div", "severity", vec![data_table(ctx.t(Key::SeverityTitle), &headings, rows)])
}

fn row(ctx: &Ctx, reason: &Reason) -> Html {
    let lang = ctx.lang();
    let mut name = vec![words("b", "", reason_label(reason, lang))];
    if let Some(key) = particular(reason) {
        name.push(text(format!(" ({})", ctx.t(key))));
    }
    name.push(words("small", "", reason_sentence(reason, lang)));
    let weighs = |severity: Severity| {
        let names = OPERATIONS.iter().filter(|o| reason.severity(**o) == severity);
        let names: Vec<&str> = names.map(|o| operation_name(*o, lang)).collect();
        let all = (names.len() == OPERATIONS.len()).then(|| ctx.t(Key::EveryOperation).to_owned());
        all.unwrap_or_else(|| names.join(", "))
    };
    let cell = |key: Key, class: &'static str, names: String| {
        let label = (!names.is_empty()).then(|| ctx.t(key).into());
        labelled_cell(class, label, vec![text(names)])
    };
    let cells = vec![
        row_head(name),
        cell(Key::ColumnForbids, "forbids", weighs(Severity::Blocks)),
        cell(Key::ColumnWithCare, "cares", weighs(Severity::Care)),
    ];
    el("tr", "", cells)
}

/// What distinguishes two reasons of the same name.
fn particular(reason: &Reason) -> Option<Key> {
    match reason {
        Reason::OtherLength { flows: true } => Some(Key::BetweenFlows),
        Reason::OtherLength { flows: false } => Some(Key::BetweenOthers),
        Reason::OtherKind { against_target: true } => Some(Key::TargetAgainstMeasured),
        Reason::OtherKind { against_target: false } => Some(Key::AgainstOthers),
        Reason::BrokenSeries(_) => Some(Key::AnExample),
        _ => None,
    }
}
