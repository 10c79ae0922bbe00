//! Every figure of the report texts, by text, by system or by place.

use yew::Html;

use super::context::Ctx;
use super::drawer::when;
use super::element::{
    el, folded, group, plain_table, pressable, row_head, text, vietnamese, words,
};
use super::figures::{kind_before, label_beside, labelled_button, place_name};
use super::header::titles;
use super::mentions::address_of;
use crate::compare::vietnamese::{capitalised, uncapitalised};
use crate::compare::{Witness, sort_stably};
use crate::data::{Document, Layer, Mention, Observation, System};
use crate::state::Msg;
use crate::text::{
    Key, counted_words, date, mention_place, numbered_paragraphs, prints_its_time,
    witnesses_sentence,
};
use crate::view::{Page, Tab, View};

/// Some figures under a heading.
struct Group<'a> {
    heading: String,
    /// Where the heading leads; a group with neither a page nor `about` is folded up as a whole.
    page: Option<View>,
    /// What is between the heading and the figures.
    about: Vec<Html>,
    figures: Vec<&'a Observation>,
    /// The document whose paragraphs are listed; `None` lists those of all documents.
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
    let mut head = titles(ctx, Key::Sources, ctx.t(Key::SourcesTitle), ctx.t(Key::SourcesLead));
    head.push(downloads(ctx));
    let mut parts = vec![el("header", "head", head), tabs(ctx, tab)];
    parts.extend(
        groups.iter().filter(|group| !group.figures.is_empty()).map(|group| section(ctx, group)),
    );
    if tab == Tab::Texts {
        parts.push(context_documents(ctx));
    }
    el("section", "alone", parts)
}

/// The dataset as files.
fn downloads(ctx: &Ctx) -> Html {
    let link = |file: &str, key: Key| ctx.data_file(file, key);
    let between = || text(" · ");
    el(
        "p",
        "small downloads",
        vec![
            ctx.text(Key::DownloadAll),
            text(" "),
            link("figures.csv", Key::DownloadCsv),
            between(),
            link("figures.vi.csv", Key::DownloadVietnameseCsv),
            between(),
            link("observations.json", Key::DownloadReportJson),
            between(),
            link("context.json", Key::DownloadContextJson),
            between(),
            link("datapackage.json", Key::DownloadPackage),
            between(),
            link("indicators.csv", Key::DownloadDefinitions),
            between(),
            link("DATA-TERMS.md", Key::DataTerms),
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
            vec![ctx.text(key)],
        )
    };
    let choices = vec![
        choice(Tab::Texts, Key::ByText),
        choice(Tab::Systems, Key::BySystem),
        choice(Tab::Places, Key::ColumnUnit),
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
            page: None,
            about: about_document(ctx, document),
            figures,
            document: Some(document),
        }
    };
    documents.map(group).collect()
}

/// The first paragraph in which a document prints a figure.
fn paragraph(o: &Observation, document: &Document) -> Option<u16> {
    o.mentions.iter().filter(|m| m.source == document.id).filter_map(|m| m.paragraph).min()
}

/// Publisher, date and address; the report it digests, and who else does.
fn about_document(ctx: &Ctx, document: &Document) -> Vec<Html> {
    let mut about = vec![published(ctx, document)];
    let report = document.report.as_ref().and_then(|id| ctx.dataset().report(id));
    if let Some(report) = report {
        let digest = format!(
            "{} {} ({}: {})",
            ctx.t(Key::Digests),
            ctx.of(&report.title),
            uncapitalised(ctx.t(Key::IssuedBy)),
            ctx.of(&report.issuer)
        );
        about.push(words("p", "small", digest));
    }
    about.extend(also_digested(ctx, document));
    about
}

/// "`VnEconomy` · Ngày đăng: tháng 8/2024 (suy ra) · Mở bài đã đăng".
fn published(ctx: &Ctx, document: &Document) -> Html {
    let inferred =
        if document.date_inferred { format!(" ({})", ctx.t(Key::Inferred)) } else { String::new() };
    let publisher = ctx.of(&document.publisher);
    // A web address keeps its spelling.
    let is_address = publisher.contains('.') && !publisher.contains(' ');
    let publisher = if is_address { publisher.to_owned() } else { capitalised(publisher) };
    let line = format!(
        "{} · {} {}{inferred} · ",
        publisher,
        ctx.t(Key::PublishedOn),
        date(document.date, ctx.lang())
    );
    el("p", "small", vec![text(line), address_of(ctx, document)])
}

/// The other documents that digest the same report: together they are one source.
fn also_digested(ctx: &Ctx, document: &Document) -> Option<Html> {
    let documents = ctx.dataset().documents.iter();
    let others: Vec<&Document> = documents
        .filter(|other| other.report.is_some() && other.report == document.report)
        .filter(|other| other.id != document.id)
        .collect();
    if others.is_empty() {
        return None;
    }
    let witness = Witness {
        report: document.report.as_ref().and_then(|id| ctx.dataset().report(id)),
        documents: std::iter::once(document).chain(others.iter().copied()).collect(),
        mentions: Vec::new(),
    };
    let titles: Vec<&str> = others.iter().map(|other| ctx.of(&other.title)).collect();
    let line = format!(
        "{} {} ({}).",
        ctx.t(Key::AlsoDigestedBy),
        titles.join("; "),
        witnesses_sentence(&[witness], ctx.lang())
    );
    Some(words("p", "small", line))
}

/// The publications behind the context figures.
fn context_documents(ctx: &Ctx) -> Html {
    let documents = ctx.dataset().documents.iter().filter(|d| d.layer == Layer::Context);
    let item = |document: &Document| {
        let of_document = |o: &&Observation| {
            o.derived_from.is_none() && o.mentions.iter().any(|m| m.source == document.id)
        };
        let count = ctx.dataset().observations.iter().filter(of_document).count();
        let mut about = vec![words("b", "", ctx.of(&document.title)), published(ctx, document)];
        if count > 0 {
            about.push(words("p", "small", counted(ctx, count)));
        }
        el("li", "", about)
    };
    let parts = vec![
        ctx.words("h2", "", Key::ContextDocuments),
        ctx.words("p", "", Key::ContextDocumentsLead),
        el("ul", "systems", documents.map(item).collect()),
    ];
    el("section", "verdicts", parts)
}

fn counted(ctx: &Ctx, count: usize) -> String {
    counted_words(count, Key::Figures, ctx.lang())
}

fn by_system(ctx: &Ctx) -> Vec<Group<'_>> {
    let group = |system: &System| Group {
        heading: ctx.of(&system.name).to_owned(),
        page: Some(View::about(Page::System, system.id.clone())),
        about: about_system(ctx, system),
        figures: printed(ctx).filter(|o| system.indicators.contains(&o.indicator)).collect(),
        document: None,
    };
    ctx.dataset().systems.iter().map(group).collect()
}

fn about_system(ctx: &Ctx, system: &System) -> Vec<Html> {
    let mut about = vec![words("p", "", ctx.of(&system.what))];
    if let Some(reported) = &system.reported {
        let line = format!("{} {}", ctx.t(Key::Reported), ctx.of(reported));
        about.push(words("p", "", line));
    }
    about
}

fn by_place(ctx: &Ctx) -> Vec<Group<'_>> {
    let group = |entity: &crate::data::Entity| Group {
        heading: ctx.of(&entity.name).to_owned(),
        page: None,
        about: Vec::new(),
        figures: printed(ctx).filter(|o| o.entity == entity.id).collect(),
        document: None,
    };
    ctx.dataset().entities.iter().map(group).collect()
}

fn section(ctx: &Ctx, group: &Group<'_>) -> Html {
    let heading = capitalised(&group.heading);
    let count = counted(ctx, group.figures.len());
    let rows = group.figures.iter().map(|o| row(ctx, group, o)).collect();
    let headings = [
        ("", ctx.t(Key::Definition)),
        ("r", ctx.t(Key::ColumnPrinted)),
        ("", ctx.t(if group.document.is_some() { Key::Paragraph } else { Key::Publication })),
    ];
    let table = plain_table(&group.heading, &headings, rows);
    if group.page.is_none() && group.about.is_empty() {
        return folded(words("h2", "", heading), count, false, vec![table]);
    }
    let heading = match &group.page {
        Some(page) => ctx.link(page.clone(), "", text(heading)),
        None => text(heading),
    };
    let mut parts = vec![el("h2", "", vec![heading])];
    parts.extend(group.about.iter().cloned());
    parts.push(el("details", "", vec![words("summary", "", count), table]));
    el("section", "group", parts)
}

fn row(ctx: &Ctx, group: &Group<'_>, o: &Observation) -> Html {
    let when = when(ctx, o);
    let label = label_beside(ctx, o, &when);
    let mut of = format!("{}{}", kind_before(ctx, o), place_name(ctx, o));
    if !prints_its_time(o, ctx.lang()) {
        of.push_str(&format!(", {when}"));
    }
    let places = if let Some(document) = group.document {
        paragraphs(ctx, o, document)
    } else {
        let printed = o.mentions.iter().filter(|mention| mention.paragraph.is_some());
        let places = printed.map(|mention| mention_place(ctx.dataset(), mention, ctx.lang()));
        vec![text(places.collect::<Vec<_>>().join("; "))]
    };
    // The wording of the group's document, or else of the first mention.
    let own = o.mentions.iter().find(|m| group.document.is_some_and(|d| d.id == m.source));
    let printed = own.or(o.mentions.first()).map_or(String::new(), |m| m.printed.to_string());
    let figure = labelled_button(ctx, o, printed);
    el(
        "tr",
        "",
        vec![
            row_head(vec![text(label), words("small", "", of)]),
            el("td", "r", vec![figure]),
            el("td", "", places),
        ],
    )
}

/// "Đoạn 4 và 7", "“gần 90 triệu”: đoạn 1 và 2": where a text prints a figure, first in the wording
/// of the table, then in others.
fn paragraphs(ctx: &Ctx, o: &Observation, document: &Document) -> Vec<Html> {
    let own: Vec<&Mention> =
        o.mentions.iter().filter(|mention| mention.source == document.id).collect();
    let mut wordings: Vec<&str> = Vec::new();
    for mention in &own {
        let wording: &str = &mention.printed;
        if !wordings.contains(&wording) {
            wordings.push(wording);
        }
    }
    let mut told = Vec::new();
    for (at, wording) in wordings.iter().enumerate() {
        let alike = own.iter().filter(|mention| *mention.printed == **wording);
        let mut numbers: Vec<u16> = alike.filter_map(|mention| mention.paragraph).collect();
        sort_stably(&mut numbers, u16::cmp);
        let places = numbered_paragraphs(&numbers, ctx.lang());
        if at == 0 {
            told.push(text(places));
            continue;
        }
        told.push(text("; "));
        told.push(vietnamese("span", &format!("“{wording}”")));
        told.push(text(format!(": {}", uncapitalised(&places))));
    }
    told
}
