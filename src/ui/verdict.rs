//! A verdict on two figures, with what each of them is.

use yew::{AttrValue, Html};

use super::context::Ctx;
use super::element::{el, nothing, row_head, text, with, words};
use super::icons;
use crate::chart::Exhibit;
use crate::compare::{Judgement, Verdict};
use crate::data::Observation;
use crate::text::{Key, figure, reason_label, reason_sentence, reason_side, verdict};

/// The verdict, and row by row what the left and the right figure are.
pub(super) fn pair_verdict(
    ctx: &Ctx,
    judgement: &Judgement,
    left: &Observation,
    right: &Observation,
) -> Html {
    let lang = ctx.lang();
    let name = |o: &Observation| o.quantity.map_or(String::new(), |q| figure(&q, lang));
    let (left_name, right_name) = (name(left), name(right));
    let side = |name: &str, content: String| {
        // On a phone, where the columns have no heading, each cell repeats its figure.
        with("td", &["data-l"], vec![Some(AttrValue::from(name.to_owned()))], vec![text(content)])
    };
    let row = |reason| {
        let sentence = format!(": {}", reason_sentence(reason, lang));
        let cells = vec![
            row_head(vec![text(reason_label(reason, lang)), words("span", "vh", sentence)]),
            side(&left_name, reason_side(reason, ctx.dataset(), left, lang)),
            side(&right_name, reason_side(reason, ctx.dataset(), right, lang)),
        ];
        el("tr", "", cells)
    };
    let headings = [ctx.t(Key::WhyNot), &left_name, &right_name];
    let heading =
        |content: &str| with("th", &["scope"], vec![Some("col".into())], vec![text(content)]);
    let head = el("tr", "", headings.into_iter().map(heading).collect());
    let rows = judgement.reasons.iter().map(|(reason, _)| row(reason)).collect();
    let table = with(
        "table",
        &["class", "aria-label"],
        vec![Some("reasons".into()), Some(ctx.t(Key::WhyNot).into())],
        vec![el("thead", "", vec![head]), el("tbody", "", rows)],
    );
    let mut parts = Vec::new();
    if judgement.verdict == Verdict::NotComparable {
        parts.push(ctx.words("p", "", Key::NotComparableIntro));
    }
    parts.push(table);
    panel(ctx, judgement.verdict, "h2", parts)
}

/// The verdict on the figures of a comparison, with one sentence per reason, under a heading of the
/// given level. If there is nothing to compare, only those sentences. What the list of what is
/// missing says is not repeated.
pub(super) fn set_verdict(ctx: &Ctx, heading: &'static str, shown: &Exhibit) -> Html {
    let lines: Vec<&str> = shown.reasons_alone().map(String::as_str).collect();
    let listed = match shown.verdict {
        _ if lines.is_empty() => Vec::new(),
        None => return words("p", "small", lines.join(" ")),
        Some(_) => vec![el("ul", "", lines.iter().map(|line| words("li", "", *line)).collect())],
    };
    shown.verdict.map_or_else(nothing, |found| panel(ctx, found, heading, listed))
}

fn panel(ctx: &Ctx, found: Verdict, heading: &'static str, mut parts: Vec<Html>) -> Html {
    parts.insert(0, named(ctx, heading, found));
    coloured("section", "verdict", found, parts)
}

/// A heading with the sign and the name of a verdict.
pub(super) fn named(ctx: &Ctx, heading: &'static str, found: Verdict) -> Html {
    el(heading, "", vec![icons::sign(found), text(verdict(found, ctx.lang()))])
}

/// An element in the colours of a verdict.
pub(super) fn coloured(tag: &'static str, class: &str, found: Verdict, parts: Vec<Html>) -> Html {
    let colours = match found {
        Verdict::Comparable => "v-ok",
        Verdict::WithCare => "v-care",
        Verdict::NotComparable => "v-no",
    };
    with(tag, &["class"], vec![Some(format!("{class} {colours}").into())], parts)
}
