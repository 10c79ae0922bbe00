//! Every place that prints a figure, grouped by independent source.

use yew::Html;

use super::context::Ctx;
use super::element::{all, el, nothing, text, vietnamese, with, words};
use crate::compare::{Witness, who_says_so};
use crate::data::{Document, Mention, Observation};
use crate::text::{Key, NBSP, date, layer_key, witnesses_sentence};

/// How many independent sources there are, and under each the places that print it.
pub(super) fn mentions(ctx: &Ctx, o: &Observation) -> Html {
    let witnesses = who_says_so(ctx.dataset(), o);
    let heading = if o.mentions.len() > 1 { Key::PrintedElsewhere } else { Key::Publication };
    let mut parts = vec![
        ctx.words("h3", "", heading),
        words("p", "witness", witnesses_sentence(&witnesses, ctx.lang())),
    ];
    for witness in &witnesses {
        parts.extend(one_report(ctx, witness));
        let items = witness.mentions.iter().map(|mention| item(ctx, o, mention)).collect();
        parts.push(el("ol", "mentions", items));
    }
    all(parts)
}

/// The report that several documents digest, which makes them one witness.
fn one_report(ctx: &Ctx, witness: &Witness<'_>) -> Option<Html> {
    let report = witness.report.filter(|_| witness.documents.len() > 1)?;
    let named = format!("{}, {}", ctx.of(&report.title), ctx.of(&report.issuer));
    Some(words("p", "care", ctx.t(Key::DigestOneReport).replace("{report}", &named)))
}

fn item(ctx: &Ctx, o: &Observation, mention: &Mention) -> Html {
    let Some(document) = ctx.dataset().document(&mention.source) else { return nothing() };
    let inferred =
        if document.date_inferred { format!(" ({})", ctx.t(Key::Inferred)) } else { String::new() };
    let published =
        format!(", {}, {}{inferred}", ctx.of(&document.publisher), date(document.date, ctx.lang()));
    let issued = format!("{}: {} ", ctx.t(Key::IssuedBy), ctx.of(&document.issuer));
    let mut place = vec![text(issued), ctx.words("span", "layer", layer_key(o.layer))];
    if let Some(number) = mention.paragraph {
        let paragraph = format!("{}{NBSP}{number} · ", ctx.t(Key::Paragraph));
        place.insert(0, words("span", "para", paragraph));
    }
    let mut parts = vec![
        el("p", "", vec![words("b", "", ctx.of(&document.title)), text(published)]),
        el("p", "", place),
    ];
    if !mention.printed.is_empty() {
        let quote = vietnamese("mark", &format!("“{}”", mention.printed));
        let label = words("span", "small", format!("{} ", ctx.t(Key::PrintedAs)));
        parts.insert(0, el("p", "printed", vec![label, quote]));
    }
    parts.extend(mention.note.as_ref().map(|note| words("p", "small", ctx.of(note))));
    parts.push(el("p", "small", vec![address_of(ctx, document)]));
    el("li", "", parts)
}

/// A link to where a document was published, or that this is not known.
pub(super) fn address_of(ctx: &Ctx, document: &Document) -> Html {
    match &document.url {
        Some(url) => with(
            "a",
            &["href", "rel"],
            vec![Some(url.to_string().into()), Some("noopener noreferrer external".into())],
            vec![ctx.text(Key::OpenPublication)],
        ),
        None => ctx.text(Key::AddressUnknown),
    }
}
