//! Every figure of the report texts, by text, by system or by place.

use yew::Html;

use super::context::Ctx;
use super::drawer::when;
use super::element::{el, group, pressable, row_head, text, with, words};
use super::figures::{labelled_button, place_name};
use crate::compare::sort_stably;
use crate::compare::vietnamese::capitalised;
use crate::data::{Document, Kind, Layer, Observation, System};
use crate::state::Msg;
use crate::text::{Key, date, kind_name};
use crate::view::Tab;

/// Some figures under a heading.
struct Group<'a> {
    heading: String,
    /// What stands between the heading and the figures.
    about: Vec<Html>,
    figures: Vec<&'a Observation>,
    /// The document whose paragraphs are named; all of them where it is not given.
    document: Option<&'a Document>,
}

/// The page of sources.
pub(super) fn sources(ctx: &Ctx) -> Html {
    let tab = match ctx.model.view.tab {
        tab @ (Tab::Systems | Tab::Places) => tab,
        _ => Tab::Texts,
    };
    let groups = match tab {
        Tab::Systems => by_system(ctx),
        Tab::Places => by_place(ctx),
        _ => by_text(ctx),
    };
    let head = vec![
        words("p", "kicker", ctx.t(Key::Sources)),
        words("h1", "", ctx.t(Key::SourcesTitle)),
        words("p", "lead", ctx.t(Key::SourcesLead)),
        downloads(ctx),
    ];
    let mut parts = vec![el("header", "head", head), tabs(ctx, tab)];
    parts.extend(
        groups.iter().filter(|group| !group.figures.is_empty()).map(|group| section(ctx, group)),
    );
    el("section", "alone", parts)
}

/// The dataset as files.
fn downloads(ctx: &Ctx) -> Html {
    let link = |file: &str, key: Key| {
        let href = format!("{}data/{file}", ctx.root);
        with("a", &["href"], vec![Some(href.into())], vec![text(ctx.t(key))])
    };
    let between = || text(" · ");
    el(
        "p",
        "small",
        vec![
            text(ctx.t(Key::DownloadAll)),
            text(" "),
            link("figures.csv", Key::DownloadCsv),
            between(),
            link("figures.vi.csv", Key::DownloadVietnameseCsv),
            between(),
            link("datapackage.json", Key::DownloadPackage),
        ],
    )
}

fn tabs(ctx: &Ctx, chosen: Tab) -> Html {
    let choice = |tab: Tab, key: Key| {
        let pressed = (tab == chosen).to_string();
        pressable(
            "button",
            &["type", "aria-pressed", "disabled"],
            vec![Some("button".into()), Some(pressed.into()), ctx.disabled()],
            ctx.on(Msg::ChooseTab(tab)),
            vec![text(ctx.t(key))],
        )
    };
    let choices = vec![
        choice(Tab::Texts, Key::ByText),
        choice(Tab::Systems, Key::BySystem),
        choice(Tab::Places, Key::ByPlace),
    ];
    group("set", ctx.t(Key::GroupBy), choices)
}

/// The facts that the report texts print; bounds that only follow from a list are not among them.
fn printed(ctx: &Ctx) -> impl Iterator<Item = &Observation> {
    let facts = ctx.dataset().observations.iter();
    facts.filter(|o| o.layer == Layer::Reports && o.derived_from.is_none())
}

fn by_text(ctx: &Ctx) -> Vec<Group<'_>> {
    let documents = ctx.dataset().documents.iter().filter(|document| document.seed.is_some());
    let group = |document| {
        let mut figures: Vec<&Observation> =
            printed(ctx).filter(|o| paragraph(o, document).is_some()).collect();
        sort_stably(&mut figures, |a, b| paragraph(a, document).cmp(&paragraph(b, document)));
        Group {
            heading: ctx.of(&document.title).to_owned(),
            about: about_document(ctx, document),
            figures,
            document: Some(document),
        }
    };
    documents.map(group).collect()
}

/// Where a document prints a figure first.
fn paragraph(o: &Observation, document: &Document) -> Option<u16> {
    o.mentions.iter().filter(|m| m.source == document.id).filter_map(|m| m.paragraph).min()
}

fn about_document(ctx: &Ctx, document: &Document) -> Vec<Html> {
    let published = format!("{}, {}", ctx.of(&document.publisher), date(document.date, ctx.lang()));
    let mut about = vec![words("p", "small", &published)];
    let report = document.report.as_ref().and_then(|id| ctx.dataset().report(id));
    if let Some(report) = report {
        let digest = format!(
            "{} {} ({})",
            ctx.t(Key::Digests),
            ctx.of(&report.title),
            ctx.of(&report.issuer)
        );
        about.push(words("p", "small", &digest));
    }
    about
}

fn by_system(ctx: &Ctx) -> Vec<Group<'_>> {
    let group = |system: &System| Group {
        heading: ctx.of(&system.name).to_owned(),
        about: about_system(ctx, system),
        figures: printed(ctx).filter(|o| system.indicators.contains(&o.indicator)).collect(),
        document: None,
    };
    ctx.dataset().systems.iter().map(group).collect()
}

fn about_system(ctx: &Ctx, system: &System) -> Vec<Html> {
    let mut about = vec![words("p", "", ctx.of(&system.what))];
    if let Some(reported) = &system.reported {
        let line = format!("{} {}", ctx.t(Key::ReportedWithoutNumber), ctx.of(reported));
        about.push(words("p", "", &line));
    }
    about
}

fn by_place(ctx: &Ctx) -> Vec<Group<'_>> {
    let group = |entity: &crate::data::Entity| Group {
        heading: ctx.of(&entity.name).to_owned(),
        about: Vec::new(),
        figures: printed(ctx).filter(|o| o.entity == entity.id).collect(),
        document: None,
    };
    ctx.dataset().entities.iter().map(group).collect()
}

fn section(ctx: &Ctx, group: &Group<'_>) -> Html {
    let count = format!("{}\u{a0}{}", group.figures.len(), ctx.t(Key::Figures));
    let summary = el(
        "summary",
        "",
        vec![words("h2", "", &capitalised(&group.heading)), words("span", "small", &count)],
    );
    let mut parts = vec![summary];
    parts.extend(group.about.iter().cloned());
    let rows = group.figures.iter().map(|o| row(ctx, group, o)).collect();
    parts.push(table(ctx, &group.heading, rows));
    el("details", "group", parts)
}

fn table(ctx: &Ctx, caption: &str, rows: Vec<Html>) -> Html {
    let heading = |class: &'static str, key: Key| {
        with(
            "th",
            &["scope", "class"],
            vec![Some("col".into()), Some(class.into())],
            vec![text(ctx.t(key))],
        )
    };
    let head = vec![
        heading("", Key::Definition),
        heading("r", Key::ColumnPrinted),
        heading("", Key::ColumnSource),
    ];
    let caption = words("caption", "vh", caption);
    el(
        "table",
        "data",
        vec![caption, el("thead", "", vec![el("tr", "", head)]), el("tbody", "", rows)],
    )
}

fn row(ctx: &Ctx, group: &Group<'_>, o: &Observation) -> Html {
    let indicator = ctx.dataset().indicator(&o.indicator);
    let label = indicator.map_or(String::new(), |i| capitalised(ctx.of(&i.label)));
    let kind = match o.kind {
        Kind::Observation => String::new(),
        kind => format!("{} · ", kind_name(kind, ctx.lang())),
    };
    let of = format!("{kind}{}, {}", place_name(ctx, o), when(ctx, o));
    let places: Vec<String> =
        o.mentions.iter().filter_map(|mention| place(ctx, group, mention)).collect();
    // As that text prints it, or as the first does.
    let own = o.mentions.iter().find(|m| group.document.is_some_and(|d| d.id == m.source));
    let printed = own.or(o.mentions.first()).map_or(String::new(), |m| m.printed.to_string());
    let figure = labelled_button(ctx, o, printed);
    el(
        "tr",
        "",
        vec![
            row_head(vec![text(&label), words("small", "", &of)]),
            el("td", "r", vec![figure]),
            words("td", "", &places.join("; ")),
        ],
    )
}

/// "đoạn 4" within a document's own group, with its title elsewhere.
fn place(ctx: &Ctx, group: &Group<'_>, mention: &crate::data::Mention) -> Option<String> {
    let number = mention.paragraph?;
    let paragraph = format!("{}\u{a0}{number}", ctx.t(Key::Paragraph));
    if let Some(document) = group.document {
        return (document.id == mention.source).then_some(paragraph);
    }
    let document = ctx.dataset().document(&mention.source)?;
    Some(format!("{}, {paragraph}", ctx.of(&document.title)))
}
