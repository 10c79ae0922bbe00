//! The identities between printed figures, recomputed, and what the figures say by themselves.

use yew::Html;

use super::check_row::{check_row, finding_groups};
use super::context::Ctx;
use super::element::{all, el, nothing, pressable, text, with, words};
use super::header::titles;
use super::icons::check_sign;
use crate::compare::{Checked, VerdictKind, checked};
use crate::data::{Id, System};
use crate::state::Msg;
use crate::text::{Key, check_verdict};
use crate::view::{Page, View};

/// The page: all checks, or those of the system that `e` names, or those with the verdict that
/// `focus` names.
pub(super) fn checks(ctx: &Ctx) -> Html {
    let view = &ctx.model.view;
    let named = view.entities.first();
    let system = named.and_then(|id| ctx.dataset().system(id));
    let chosen = view.focus.as_deref().and_then(VerdictKind::named);
    let items = checked(ctx.dataset(), system);
    let mut parts = vec![head(ctx, system)];
    let missed = |id: Option<&Id>, key| id.map(|id| not_known(ctx, key, id));
    // Each part keeps its place among the others, so that the focused element stays the same.
    let notices = [
        missed(named.filter(|_| system.is_none()), Key::NoteNoSystem),
        missed(view.focus.as_ref().filter(|_| chosen.is_none()), Key::NoteNoVerdict),
    ];
    parts.push(all(notices.into_iter().flatten().collect()));
    parts.push(tally(ctx, &items, chosen));
    parts.push(shown(ctx, &items, chosen));
    let kinds = VerdictKind::ALL.into_iter().filter(|kind| chosen.is_none_or(|one| one == *kind));
    let is_alone = chosen.is_some() || system.is_some();
    let groups = kinds.map(|kind| group(ctx, kind, &items, system.is_none(), is_alone));
    parts.push(all(groups.collect()));
    parts.push(if chosen.is_none() { found(ctx, system) } else { nothing() });
    el("section", "alone", parts)
}

fn head(ctx: &Ctx, system: Option<&System>) -> Html {
    let title = system.map_or(ctx.t(Key::ChecksTitle), |system| ctx.of(&system.name));
    let mut parts = titles(ctx, Key::Checks, title, ctx.t(Key::ChecksLead));
    if let Some(system) = system {
        let only = ctx.t(Key::ChecksOfSystem).replace("{name}", ctx.of(&system.name));
        let link = |view, key| ctx.link(view, "", ctx.text(key));
        let links = vec![
            text(only),
            text(" "),
            link(View::of(Page::Checks), Key::ChecksOfAllSystems),
            text(" · "),
            link(View::about(Page::System, system.id.clone()), Key::SystemOpen),
        ];
        parts.push(el("p", "ways", links));
    }
    el("header", "head", parts)
}

/// A notice about an id in the address that does not exist.
fn not_known(ctx: &Ctx, key: Key, id: &Id) -> Html {
    let line = vec![ctx.text(key), text(" "), words("code", "", &**id)];
    let values = vec![Some("notice".into()), Some("status".into())];
    with("aside", &["class", "role"], values, vec![el("p", "", line)])
}

/// The number of checks per verdict; each number shows only those checks.
fn tally(ctx: &Ctx, items: &[Checked<'_>], chosen: Option<VerdictKind>) -> Html {
    let count = |kind| items.iter().filter(|item| item.kind() == kind).count();
    let mut choices = vec![choice(ctx, None, items.len(), chosen)];
    let kinds = VerdictKind::ALL.into_iter().map(|kind| (kind, count(kind)));
    // The chosen verdict stays even without checks, so that the reader can leave it.
    let kinds = kinds.filter(|(kind, number)| *number > 0 || chosen == Some(*kind));
    choices.extend(kinds.map(|(kind, number)| choice(ctx, Some(kind), number, chosen)));
    let label = Some(ctx.t(Key::ChecksTally).into());
    with("nav", &["aria-label"], vec![label], vec![el("ul", "tally", choices)])
}

fn choice(ctx: &Ctx, kind: Option<VerdictKind>, count: usize, chosen: Option<VerdictKind>) -> Html {
    let focus = kind.map(|kind| Id::from(kind.token()));
    // A static page holds every group, so its links lead to them.
    let href = match (&focus, ctx.live) {
        (_, true) => ctx.href(&View { focus: focus.clone(), ..ctx.model.view.clone() }),
        (Some(token), false) => format!("#{token}"),
        (None, false) => "#shown".to_owned(),
    };
    let name = kind.map_or(ctx.t(Key::ChecksAll), |kind| check_verdict(kind, ctx.lang()));
    let mut label = vec![words("b", "", count.to_string()), text(" "), words("span", "", name)];
    label.extend(kind.map(check_sign));
    let link = pressable(
        "a",
        &["class", "href", "aria-current"],
        vec![
            Some(kind.map_or("", colours).into()),
            Some(href.into()),
            (kind == chosen).then_some("true".into()),
        ],
        ctx.follow(Msg::ChooseFocus(focus)),
        label,
    );
    el("li", "", vec![link])
}

/// The class with the colours of a verdict.
pub(super) fn colours(kind: VerdictKind) -> &'static str {
    match kind {
        VerdictKind::DoesNotFit => "v-no",
        VerdictKind::NotFullyExplained | VerdictKind::LastDigit => "v-care",
        VerdictKind::AfterRounding | VerdictKind::Agrees => "v-ok",
        VerdictKind::CannotBeDecided | VerdictKind::ComputedHere => "v-open",
    }
}

/// How many of all checks are shown, read aloud when it changes.
fn shown(ctx: &Ctx, items: &[Checked<'_>], chosen: Option<VerdictKind>) -> Html {
    let is_shown = |item: &&Checked<'_>| chosen.is_none_or(|kind| item.kind() == kind);
    let number = items.iter().filter(is_shown).count();
    let line = if number == 0 {
        ctx.t(Key::ChecksNone).to_owned()
    } else if chosen.is_none() {
        String::new()
    } else {
        let line = ctx.t(Key::ChecksShown).replace("{n}", &number.to_string());
        line.replace("{of}", &items.len().to_string())
    };
    let values = vec![Some("shown".into()), Some("small".into()), Some("status".into())];
    with("p", &["id", "class", "role"], values, vec![text(line)])
}

/// The checks with one verdict; nothing if there are none. Beside other verdicts, those that are
/// only computed here are folded: they are two thirds, and contradict no printed result.
fn group(
    ctx: &Ctx,
    kind: VerdictKind,
    items: &[Checked<'_>],
    names_system: bool,
    is_alone: bool,
) -> Html {
    let of_kind = items.iter().filter(|item| item.kind() == kind);
    let rows: Vec<Html> = of_kind.map(|item| check_row(ctx, item, names_system)).collect();
    if rows.is_empty() {
        return nothing();
    }
    let meaning = match kind {
        VerdictKind::DoesNotFit => Key::WhenDoesNotFit,
        VerdictKind::NotFullyExplained => Key::WhenNotFullyExplained,
        VerdictKind::CannotBeDecided => Key::WhenCannotBeDecided,
        VerdictKind::LastDigit => Key::WhenLastDigit,
        VerdictKind::AfterRounding => Key::WhenAfterRounding,
        VerdictKind::Agrees => Key::WhenAgrees,
        VerdictKind::ComputedHere => Key::WhenComputedHere,
    };
    let heading = vec![
        text(check_verdict(kind, ctx.lang())),
        words("span", "count", format!(" {}", rows.len())),
    ];
    let (heading, rows) = (el("h2", "", heading), el("ol", "checks", rows));
    let meaning = ctx.words("p", "small", meaning);
    let is_folded = kind == VerdictKind::ComputedHere && !is_alone;
    let parts = if is_folded {
        vec![el("details", "group", vec![el("summary", "", vec![heading]), meaning, rows])]
    } else {
        vec![heading, meaning, rows]
    };
    let values = vec![Some(kind.token().into()), Some("verdicts".into())];
    with("section", &["id", "class"], values, parts)
}

/// The findings: what the figures show without a declared check.
fn found(ctx: &Ctx, system: Option<&System>) -> Html {
    let groups = finding_groups(ctx, system, "h3");
    if groups.is_empty() {
        return nothing();
    }
    let mut parts =
        vec![ctx.words("h2", "", Key::FoundTitle), ctx.words("p", "lead", Key::FoundLead)];
    parts.push(all(groups));
    with("section", &["id", "class"], vec![Some("found".into()), Some("sec".into())], parts)
}
