//! Method, glossary and corrections.

use crate::data::decode::{Names, Record};
use crate::data::records::{Erratum, MethodSection, Term, TermGroup};

const TERM_GROUPS: Names<TermGroup> = &[
    ("services", TermGroup::Services),
    ("systems", TermGroup::Systems),
    ("words", TermGroup::Words),
    ("names", TermGroup::Names),
];

pub(in crate::data) fn method_section(r: &Record<'_>) -> Option<MethodSection> {
    r.needs("text");
    let section =
        MethodSection { id: r.string("id"), title: r.text("title"), text: r.texts("text") };
    r.is_sound().then_some(section)
}

pub(in crate::data) fn term(r: &Record<'_>) -> Option<Term> {
    let term = Term {
        id: r.string("id"),
        group: r.choice("group", TERM_GROUPS).unwrap_or(TermGroup::Words),
        printed: r.string("printed"),
        label: r.text("label"),
        misread: r.text("misread"),
        indicator: r.maybe_string("indicator"),
    };
    r.is_sound().then_some(term)
}

pub(in crate::data) fn erratum(r: &Record<'_>) -> Option<Erratum> {
    r.needs("observations");
    let erratum = Erratum {
        id: r.string("id"),
        date: r.date("date"),
        was: r.text("was"),
        now: r.text("now"),
        observations: r.ids("observations"),
    };
    r.is_sound().then_some(erratum)
}
