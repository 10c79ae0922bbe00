//! What was corrected, and how to report an error.

use yew::prelude::*;

use super::context::Ctx;
use super::drawer::when;
use super::element::{all, el, nothing, text, with, words};
use super::figures::{labelled_button, place_name};
use super::handed::handed;
use super::header::titles;
use crate::data::{Erratum, Observation};
use crate::state::{Msg, What};
use crate::text::{Key, date, known, official_of, printed_in, report};

/// The page. The focus of its address is the figure that a reader wants to report.
pub(super) fn corrections(ctx: &Ctx) -> Html {
    let (title, lead) = (ctx.t(Key::CorrectionsTitle), ctx.t(Key::CorrectionsLead));
    let head = titles(ctx, Key::Corrections, title, lead);
    let parts = vec![el("header", "head", head), reporting(ctx), errata(ctx)];
    el("section", "alone", parts)
}

/// What to send, where, and a text to begin with.
fn reporting(ctx: &Ctx) -> Html {
    let focus = ctx.model.view.focus.as_ref();
    let figure = focus.and_then(|id| ctx.dataset().observation(id));
    let steps = [Key::ReportStepFigure, Key::ReportStepPlace, Key::ReportStepAddress];
    let steps = steps.map(|key| ctx.words("li", "", key)).into();
    let mut parts = vec![ctx.words("h2", "", Key::ReportError)];
    match (focus, figure) {
        (_, Some(figure)) => parts.push(about(ctx, figure)),
        (Some(id), None) => parts.push(el(
            "p",
            "notice",
            vec![el(
                "span",
                "",
                vec![ctx.text(Key::NoSuchFigure), text(" "), words("code", "", &**id)],
            )],
        )),
        (None, None) => {}
    }
    parts.push(ctx.words("p", "text", Key::ReportWhat));
    parts.push(el("ol", "to-send", steps));
    parts.push(letter(ctx, figure));
    el("section", "part", parts)
}

/// The figure that is reported: measure, place, time, and where it is said to be printed.
fn about(ctx: &Ctx, o: &Observation) -> Html {
    let measure = official_of(ctx.dataset(), o, ctx.lang());
    let of = format!("{}, {}: {measure}", place_name(ctx, o), when(ctx, o));
    let parts = vec![
        ctx.words("h3", "", Key::ReportAbout),
        el("p", "big", vec![labelled_button(ctx, o, known(ctx.dataset(), o, ctx.lang()))]),
        words("p", "", of),
        words("p", "small", printed_in(ctx.dataset(), o, ctx.lang())),
    ];
    el("div", "figure-asked", parts)
}

/// The text to copy, and where to send it.
fn letter(ctx: &Ctx, figure: Option<&Observation>) -> Html {
    // The view where the figure was seen; else this page, whose address names the figure.
    let own = figure.map(|_| &ctx.model.view);
    let view = ctx.model.reported_from.as_ref().or(own);
    let address = view.map(|view| ctx.model.public_address(view)).unwrap_or_default();
    let content = report(ctx.dataset(), figure, &address, ctx.lang());
    let copy = ctx.button(Msg::Copy(What::Report, content.clone()), ctx.text(Key::CopyReport));
    let mut acts = vec![copy];
    acts.extend(ctx.report.as_ref().map(|address| {
        let address = with_letter(address, ctx.t(Key::ReportSubject), &content);
        let keys = &["href", "class", "rel"];
        let rel = Some("noopener noreferrer external".into());
        with(
            "a",
            keys,
            vec![Some(address.into()), Some("btn".into()), rel],
            vec![ctx.text(Key::SendReport)],
        )
    }));
    let whom = if ctx.report.is_some() { Key::ReportThere } else { Key::ReportToWhom };
    // Some lines wrap.
    let rows = (content.lines().count() + 4).to_string();
    let area = html! {
        <textarea id="letter" class="letter" {rows} readonly={true} value={content} />
    };
    all(vec![
        el("p", "", vec![ctx.label_for("letter", Key::ReportLetter)]),
        area,
        el("p", "acts", acts),
        handed(ctx, What::Report),
        ctx.words("p", "text", whom),
    ])
}

/// Puts the letter into a `mailto:` address; any other address stays as it is.
fn with_letter(address: &str, subject: &str, letter: &str) -> String {
    if !address.starts_with("mailto:") || address.contains('?') {
        return address.to_owned();
    }
    let encode = crate::view::address::encode;
    format!("{address}?subject={}&body={}", encode(subject), encode(letter))
}

/// What was corrected, the newest first, or a sentence that nothing was.
fn errata(ctx: &Ctx) -> Html {
    let errata = &ctx.dataset().errata;
    let mut parts = vec![ctx.words("h2", "", Key::ErrataTitle)];
    parts.push(if errata.is_empty() {
        ctx.words("p", "text", Key::NoErrata)
    } else {
        el("ol", "errata", errata.iter().map(|erratum| item(ctx, erratum)).collect())
    });
    el("section", "sec part", parts)
}

fn item(ctx: &Ctx, erratum: &Erratum) -> Html {
    let figure = |o: &&Observation| {
        let of = format!(" {}, {}", place_name(ctx, o), when(ctx, o));
        el("li", "", vec![labelled_button(ctx, o, known(ctx.dataset(), o, ctx.lang())), text(of)])
    };
    let line = |key: Key, content: &str| {
        el("p", "", vec![ctx.words("b", "", key), text(" "), text(content)])
    };
    let figures = ctx.dataset().figures(&erratum.observations);
    let figures: Vec<Html> = figures.iter().map(figure).collect();
    let list = if figures.is_empty() { nothing() } else { el("ul", "plain", figures) };
    let parts = vec![
        words("h3", "", date(erratum.date, ctx.lang())),
        line(Key::ErratumWas, ctx.of(&erratum.was)),
        line(Key::ErratumNow, ctx.of(&erratum.now)),
        list,
    ];
    el("li", "", parts)
}
