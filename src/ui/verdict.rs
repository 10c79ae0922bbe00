//! A verdict on two figures, with what each of them is.

use yew::prelude::*;

use super::context::Ctx;
use super::icons;
use crate::compare::{Judgement, Verdict};
use crate::data::Observation;
use crate::text::{Key, figure, reason_label, reason_sentence, reason_side, verdict};

fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Comparable => "verdict v-ok",
        Verdict::WithCare => "verdict v-care",
        Verdict::NotComparable => "verdict v-no",
    }
}

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
    let rows = judgement.reasons.iter().map(|(reason, _)| {
        html! {
            <tr>
                <th scope="row">{ reason_label(reason, lang) }<span class="vh">{ ": " }{ reason_sentence(reason, lang) }</span></th>
                <td data-l={left_name.clone()}>{ reason_side(reason, ctx.dataset(), left, lang) }</td>
                <td data-l={right_name.clone()}>{ reason_side(reason, ctx.dataset(), right, lang) }</td>
            </tr>
        }
    });
    html! {
        <section class={class(judgement.verdict)} aria-labelledby="verdict">
            <h2 id="verdict">{ icons::sign(judgement.verdict) }{ verdict(judgement.verdict, lang) }</h2>
            if judgement.verdict == Verdict::NotComparable {
                <p>{ ctx.t(Key::NotComparableIntro) }</p>
            }
            <table class="reasons">
                <thead>
                    <tr><th scope="col">{ ctx.t(Key::WhyNot) }</th><th scope="col">{ &left_name }</th><th scope="col">{ &right_name }</th></tr>
                </thead>
                <tbody>{ for rows }</tbody>
            </table>
        </section>
    }
}

/// The verdict on a set of figures, with one sentence a reason.
pub(super) fn set_verdict(ctx: &Ctx, found: Verdict, lines: Vec<String>) -> Html {
    let lines = lines.into_iter().map(|line| html! { <li>{ line }</li> });
    html! {
        <section class={class(found)} aria-labelledby="set-verdict">
            <h3 id="set-verdict">{ icons::sign(found) }{ verdict(found, ctx.lang()) }</h3>
            <ul>{ for lines }</ul>
        </section>
    }
}
