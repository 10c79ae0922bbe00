//! Figures in tables, each with what it allows and where it is printed.

use yew::{AttrValue, Html};

use super::context::Ctx;
use super::drawer::when;
use super::element::{
    Heading, data_table, el, labelled_cell, pressable, row_head, text, vietnamese, words,
};
use super::icons;
use crate::compare::vietnamese::{capitalised, uncapitalised};
use crate::data::{Kind, Observation};
use crate::text::{
    Key, allowed, beside_time, figure_of, kind_name, known, label_of, marked_inferred,
    measured_when, name_inside, name_of, official_of, printed_in, target_name,
};
use crate::view::Lang;

/// The figure in the reader's notation, as a button that shows where it is printed.
pub(super) fn figure_button(ctx: &Ctx, observation: &Observation) -> Html {
    let (lang, not_printed) = (ctx.lang(), ctx.t(Key::NotPrinted));
    match observation.quantity {
        Some(_) => labelled_button(ctx, observation, figure_of(observation, lang)),
        None if observation.interval.is_none() => {
            labelled_button(ctx, observation, not_printed.to_owned())
        }
        // On a phone there is no column for what is allowed.
        None => {
            let inferred = marked_inferred(&known(ctx.dataset(), observation, lang), lang);
            let mut label =
                vec![words("span", "wide", not_printed), words("span", "narrow", inferred)];
            if ctx.live {
                label.push(words("span", "vh", format!(", {}", place_name(ctx, observation))));
            }
            cell(ctx, observation, None, label)
        }
    }
}

/// Any wording of a figure, as a button that shows where it is printed.
pub(super) fn labelled_button(ctx: &Ctx, observation: &Observation, label: String) -> Html {
    let is_printed = || observation.mentions.iter().any(|mention| *mention.printed == *label);
    if ctx.lang() == Lang::En && is_printed() {
        return cell(ctx, observation, None, vec![vietnamese("span", &label)]);
    }
    // Many figures of a page have the same number, so a screen reader also hears whose it is. A
    // static page sends only what is seen.
    let name = ctx.live.then(|| format!("{label}, {}", whose(ctx, observation)));
    cell(ctx, observation, name, vec![text(label)])
}

/// A figure in a table or a line. `name` is the label for screen readers.
fn cell(ctx: &Ctx, observation: &Observation, name: Option<String>, label: Vec<Html>) -> Html {
    let title = Some(ctx.t(Key::WhereIsThisPrinted).into());
    button(ctx, observation, "cell", [title, name.map(Into::into)], label)
}

/// A button that opens the provenance panel of a figure. `title` is shown to a pointer, `name` is the
/// label for screen readers.
fn button(
    ctx: &Ctx,
    observation: &Observation,
    class: &'static str,
    [title, name]: [Option<AttrValue>; 2],
    content: Vec<Html>,
) -> Html {
    let dialog = Some("dialog".into());
    pressable(
        "button",
        &["type", "class", "disabled", "aria-haspopup", "title", "aria-label"],
        vec![Some("button".into()), Some(class.into()), ctx.disabled(), dialog, title, name],
        ctx.open(&observation.id),
        content,
    )
}

/// A figure in a sum or a sentence, as a button that says what it is and shows where it is printed.
pub(super) fn inline_button(
    ctx: &Ctx,
    observation: &Observation,
    class: &'static str,
    label: &str,
) -> Html {
    let title = Some(subject(ctx, observation).into());
    button(ctx, observation, class, [title, None], vec![text(label)])
}

/// A button in words that shows where a figure is printed; `about` is read aloud after them.
pub(super) fn worded_button(ctx: &Ctx, observation: &Observation, label: Key, about: &str) -> Html {
    let about = words("span", "vh", format!(" {about}"));
    let content = vec![icons::document(), ctx.text(label), about];
    button(ctx, observation, "where", [None, None], content)
}

/// What a figure describes: "Lượt doanh nghiệp tiếp cận chương trình, cả nước, đến ngày 12/8/2024";
/// with its kind before it if it was not measured.
fn subject(ctx: &Ctx, o: &Observation) -> String {
    let when = when(ctx, o);
    let label = label_beside(ctx, o, &when);
    let place = ctx.dataset().entity(&o.entity).map(|entity| name_inside(entity, ctx.lang()));
    let place = place.unwrap_or_default();
    format!("{}{label}, {place}, {when}", kind_before(ctx, o))
}

/// The label of what a figure measures, without an end that the time beside it says again.
pub(super) fn label_beside(ctx: &Ctx, o: &Observation, when: &str) -> String {
    capitalised(beside_time(label_of(ctx.dataset(), o, ctx.lang()), when))
}

/// "Mục tiêu · ", "Mức thay đổi · ": the prefix of a figure that was not measured. Empty for one
/// that was.
pub(super) fn kind_before(ctx: &Ctx, o: &Observation) -> String {
    match o.kind {
        Kind::Observation => String::new(),
        kind => format!("{} · ", kind_name(kind, ctx.lang())),
    }
}

/// The name of the place that a figure describes.
pub(super) fn place_name(ctx: &Ctx, observation: &Observation) -> String {
    name_of(ctx.dataset(), observation, ctx.lang()).to_owned()
}

/// Whose figure it is; of a target, whose target.
pub(super) fn whose(ctx: &Ctx, o: &Observation) -> String {
    match ctx.dataset().entity(&o.entity) {
        Some(entity) if o.kind == Kind::Target => target_name(entity, false, ctx.lang()),
        _ => place_name(ctx, o),
    }
}

/// The figures of a story: the text twin of its pictures.
pub(super) fn figures_table(ctx: &Ctx, observations: &[&Observation]) -> Html {
    let row = |o: &&Observation| {
        let official = official_of(ctx.dataset(), o, ctx.lang());
        // A change is listed beside the figure that changed.
        let kind = match o.kind {
            Kind::Observation | Kind::Target => String::new(),
            kind => format!("{} · ", kind_name(kind, ctx.lang())),
        };
        let measure = format!("{kind}{}", measured_when(official, o, ctx.lang()));
        let head = row_head(vec![text(whose(ctx, o)), words("small", "", measure)]);
        el("tr", "", with_cells(ctx, head, Some(o), None))
    };
    let rows = observations.iter().map(row).collect();
    data_table(ctx.t(Key::TableTitle), &headings(ctx, false), rows)
}

/// Headings of a table of figures.
pub(super) fn headings(ctx: &Ctx, has_ranks: bool) -> Vec<Heading<'static>> {
    let mut headings = vec![
        ("", ctx.t(Key::ColumnUnit)),
        ("r", ctx.t(Key::ColumnFigure)),
        ("r wide", ctx.t(Key::WhatItAllows)),
    ];
    if has_ranks {
        headings.push(("r", ctx.t(Key::ColumnRank)));
    }
    headings.push(("", ctx.t(Key::Publication)));
    headings
}

/// The cells of a row of figures that go with [`headings`].
pub(super) fn with_cells(
    ctx: &Ctx,
    head: Html,
    figure: Option<&Observation>,
    rank: Option<String>,
) -> Vec<Html> {
    let printed = figure.map_or_else(|| ctx.text(Key::NoFigure), |o| figure_button(ctx, o));
    let allowed = figure.map_or(String::new(), |o| allowed(ctx.dataset(), o, ctx.lang()));
    let source = figure.map_or(String::new(), |o| printed_in(ctx.dataset(), o, ctx.lang()));
    let mut cells = vec![head, el("td", "r", vec![printed]), words("td", "r wide", allowed)];
    cells.extend(rank.map(|rank| {
        let label = (!rank.is_empty()).then(|| uncapitalised(ctx.t(Key::ColumnRank)).into());
        labelled_cell("r", label, vec![text(rank)])
    }));
    cells.push(words("td", "", source));
    cells
}
