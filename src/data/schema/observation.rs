//! Observations: facts with their periods and the places that print them.

use super::quantity::{quantity, worded};
use crate::data::decode::{Names, Record};
use crate::data::records::{Change, ChangeAs, Mention, Observation};
use crate::data::{Date, Kind, Layer, Period, Scope, Span};
use crate::quantity::Hedge;

pub(in crate::data) const SCOPES: Names<Scope> = &[
    ("whole", Scope::Whole),
    ("some", Scope::Some),
    ("partial", Scope::Partial),
    ("jointly", Scope::Jointly),
    ("each", Scope::Each),
];

pub(in crate::data) const KINDS: Names<Kind> = &[
    ("observation", Kind::Observation),
    ("target", Kind::Target),
    ("change", Kind::Change),
    ("policy", Kind::Policy),
    ("membership", Kind::Membership),
    ("rank", Kind::Rank),
    ("capacity", Kind::Capacity),
];

const CHANGES: Names<ChangeAs> = &[
    ("points", ChangeAs::Points),
    ("percent", ChangeAs::Percent),
    ("times", ChangeAs::Times),
    ("absolute", ChangeAs::Absolute),
    ("undetermined", ChangeAs::Undetermined),
];

pub(in crate::data) fn observation(r: &Record<'_>, layer: Layer) -> Option<Observation> {
    let kind = r.choice_or("kind", KINDS, Kind::Observation);
    // With a mistyped kind, messages about other kinds would only mislead.
    let is_kind_known = r.is_sound_so_far();
    let due = r.maybe_date("due");
    let period = r.maybe_record("period").and_then(|period| self::period(&period));
    let due_period = |due| Period { span: Span::AsOf(due), inferred: Vec::new() };
    if is_kind_known && r.has("due") && kind != Kind::Target {
        r.problem("due", "expected only on a target");
    } else if !r.has("due") && !r.has("period") {
        r.problem("period", "expected a period (or `due` for a target)");
    }
    let period = period.or(due.map(due_period));
    let change = change(r, is_kind_known.then_some(kind));
    let quantity = r.maybe_record("quantity").and_then(|quantity| self::quantity(&quantity));
    let is_set = matches!(kind, Kind::Target | Kind::Policy);
    let quantity = quantity.map(|quantity| match quantity.hedge {
        Hedge::Exact if is_set => quantity.hedged(Hedge::Set),
        _ => quantity,
    });
    r.needs("mentions");
    let mentions: Vec<Mention> = r.records("mentions").iter().map(mention).collect();
    let quantity = quantity.map(|quantity| {
        mentions.first().map_or(quantity, |first| worded(quantity, &first.printed))
    });
    let observation = Observation {
        id: r.string("id"),
        indicator: r.string("indicator"),
        entity: r.string("entity"),
        scope: r.choice_or("scope", SCOPES, Scope::Whole),
        kind,
        period: period.unwrap_or(Period {
            span: Span::AsOf(Date { year: 1, month: None, day: None }),
            inferred: Vec::new(),
        }),
        interval: quantity.map(|quantity| quantity.interval()),
        quantity,
        of: r.maybe_count("of"),
        change,
        mentions,
        notes: r.texts("notes"),
        layer,
        derived_from: None,
    };
    r.is_sound().then_some(observation)
}

/// A change says how it is expressed and what it is measured against; nothing else does.
fn change(r: &Record<'_>, kind: Option<Kind>) -> Option<Change> {
    let (has_as, has_base) = (r.has("as"), r.has("base"));
    let mut change = Change { expressed: ChangeAs::Undetermined, period: None, observation: None };
    if let Some(base) = r.maybe_record("base") {
        change.period = base.maybe_record("period").and_then(|period| self::period(&period));
        change.observation = base.maybe_string("observation");
        if !base.has("period") && !base.has("observation") {
            base.problem("", "expected a period or an observation");
        }
        base.is_sound();
    }
    if kind == Some(Kind::Change) {
        change.expressed = r.choice("as", CHANGES).unwrap_or(ChangeAs::Undetermined);
        if !has_base {
            r.problem("base", "expected what the change is measured against");
        }
        return Some(change);
    } else if kind.is_some() && (has_base || has_as) {
        r.problem("base", "expected only on a change");
    }
    None
}

pub(super) fn mention(r: &Record<'_>) -> Mention {
    let printed = r.string("printed");
    let quantity = r.maybe_record("quantity").and_then(|quantity| self::quantity(&quantity));
    let mention = Mention {
        source: r.string("source"),
        paragraph: r.maybe_count("paragraph"),
        quantity: quantity.map(|quantity| worded(quantity, &printed)),
        printed,
        note: r.maybe_text("note"),
    };
    r.is_sound();
    mention
}

/// A period has exactly one span.
pub(super) fn period(r: &Record<'_>) -> Option<Period> {
    let as_of = r.maybe_date("as_of").map(Span::AsOf);
    let from = r.maybe_date("from").map(Span::From);
    let during = r.maybe_record("during").map(|during| {
        let dates = during.needed_date("from").zip(during.needed_date("to"));
        if dates.is_some_and(|(from, to)| from.first_day() > to.last_day()) {
            during.problem("", "expected `from` to come before `to`");
        }
        during.is_sound();
        dates.map(|(from, to)| Span::During { from, to })
    });
    let since_start = r.maybe_record("since_start").map(|since| {
        let to = since.needed_date("to");
        since.is_sound();
        to.map(|to| Span::SinceStart { to })
    });
    let inferred = r.ids("inferred");
    if inferred.iter().any(|part| !matches!(&**part, "from" | "to" | "as_of" | "year")) {
        r.problem("inferred", "expected names among from, to, as_of, year");
    }
    if ["as_of", "during", "since_start", "from"].into_iter().filter(|name| r.has(name)).count()
        != 1
    {
        r.problem("", "expected exactly one of as_of, during, since_start, from");
    }
    r.is_sound();
    let span = as_of.or(from).or(during.flatten()).or(since_start.flatten())?;
    Some(Period { span, inferred })
}
