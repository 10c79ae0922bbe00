//! The glossary: the printed word, what it is called here, what is easily misread.

use yew::{AttrValue, Html};

use super::{GLOSSARY, part};
use crate::compare::vietnamese::capitalised;
use crate::data::{Term, TermGroup};
use crate::text::Key;
use crate::ui::context::Ctx;
use crate::ui::element::{el, folded, text, vietnamese, with, words};

/// The tables, in their order.
const GROUPS: [(TermGroup, Key); 4] = [
    (TermGroup::Services, Key::TermsServices),
    (TermGroup::Systems, Key::TermsSystems),
    (TermGroup::Words, Key::TermsWords),
    (TermGroup::Names, Key::TermsNames),
];

/// All tables.
pub(super) fn glossary(ctx: &Ctx) -> Html {
    let mut content = vec![ctx.words("p", "text", Key::GlossaryLead)];
    content.extend(GROUPS.iter().map(|(group, key)| table(ctx, *group, *key)));
    part(GLOSSARY, ctx.t(Key::Glossary), content)
}

fn table(ctx: &Ctx, group: TermGroup, key: Key) -> Html {
    let terms = ctx.dataset().terms.iter().filter(|term| term.group == group);
    let items: Vec<Html> = terms.map(|term| item(ctx, term)).collect();
    let count = format!("{}\u{a0}{}", items.len(), ctx.t(Key::Terms));
    folded(ctx.words("h3", "", key), count, false, vec![el("dl", "terms", items)])
}

/// The printed word with its label, and below what is easily misread.
fn item(ctx: &Ctx, term: &Term) -> Html {
    let printed = vietnamese("b", &term.printed);
    let label = words("span", "label", capitalised(ctx.of(&term.label)));
    let values = vec![Some(AttrValue::from(term.id.to_string()))];
    let name = with("dt", &["id"], values, vec![printed, label]);
    let mut told = vec![text(ctx.of(&term.misread))];
    if let Some(indicator) = &term.indicator {
        let href = Some(AttrValue::from(format!("#i-{indicator}")));
        let link = with("a", &["href"], vec![href], vec![ctx.text(Key::ToDefinition)]);
        told.extend([text(" "), link]);
    }
    el("div", "", vec![name, el("dd", "", told)])
}
