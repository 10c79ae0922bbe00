//! Where a place stands: a row for each rate and score, with ruler, comparisons and earlier
//! periods.

use yew::Html;

use super::super::context::Ctx;
use super::super::drawer::when;
use super::super::drawn::drawn;
use super::super::element::{all, el, nothing, text, words};
use super::super::figures::{labelled_button, worded_button};
use super::super::icons;
use super::super::verdict::coloured;
use crate::chart::{ProfileRuler, RulerMark, entity_role, place_profile_ruler};
use crate::compare::vietnamese::{capitalised, uncapitalised};
use crate::compare::{
    Judgement, Measured, Outcome, Profile, Reason, Standing, Verdict, how_far_apart,
    how_far_to_target, how_it_changed,
};
use crate::data::{Date, Entity, EntityKind, Indicator, Observation};
use crate::state::comparison_of;
use crate::text::{
    Key, NBSP, beside_time, figure, known, list_of_names, listed_time, name_inside, onward,
    outcome_sentence, printed_in, prints_its_time, rank_held, rank_of, reason_label,
    region_sentence, target_name, target_sentence, time_behind, time_marked, time_of, unit_words,
    verdict,
};
use crate::view::{Lang, View};

/// Widths of a ruler; `www/app.css` shows the one that fits.
const WIDTHS: [u16; 4] = [256, 328, 480, 600];
/// Most characters of a name or a figure that stand together on a ruler.
const NAME_MOST: usize = 20;

/// The measures that get a row with a ruler, and those that are listed in a table.
pub(super) fn split<'p, 'a>(
    profile: &'p Profile<'a>,
) -> (Vec<&'p Measured<'a>>, Vec<&'p Measured<'a>>) {
    let is_whole = matches!(profile.unit.kind, EntityKind::Nation | EntityKind::Block);
    profile.measures.iter().partition(|measure| {
        let held = |s: &Standing<'_>| !s.wholes.is_empty() || s.target.is_some();
        measure.has_scale() && (!is_whole || measure.standings.iter().any(held))
    })
}

/// The section with all rows.
pub(super) fn section(ctx: &Ctx, profile: &Profile<'_>, measures: &[&Measured<'_>]) -> Html {
    if measures.is_empty() {
        return nothing();
    }
    let title = match profile.unit.kind {
        // The whole has no rank among others.
        EntityKind::Nation | EntityKind::Block => ctx.t(Key::FiguresTitle).to_owned(),
        _ => {
            let name = list_of_names(&[profile.unit], ctx.lang());
            ctx.t(Key::PlaceStands).replace("{name}", &name)
        }
    };
    let newest = profile.newest().map(|figure| figure.period.end());
    let mut parts = vec![words("h2", "", title)];
    let rows = measures.iter().filter_map(|measure| row(ctx, profile.unit, measure, newest));
    parts.extend(rows);
    el("section", "sec", parts)
}

fn row(ctx: &Ctx, unit: &Entity, measure: &Measured<'_>, newest: Option<Date>) -> Option<Html> {
    let standing = measure.newest()?;
    let parts = vec![
        figure_side(ctx, measure, standing, newest),
        el(
            "div",
            "",
            vec![
                ruler(ctx, unit, measure, standing),
                held_against(ctx, standing),
                remarks(ctx, standing.figure),
                actions(ctx, unit, measure, standing),
                earlier(ctx, measure),
            ],
        ),
    ];
    Some(el("section", "row", parts))
}

/// Label, period and age, the figure in large, the rank.
fn figure_side(
    ctx: &Ctx,
    measure: &Measured<'_>,
    standing: &Standing<'_>,
    newest: Option<Date>,
) -> Html {
    let (lang, o) = (ctx.lang(), standing.figure);
    let behind = newest.map_or(String::new(), |at| time_behind(o.period.end(), at, lang));
    let label = ctx.of(&measure.indicator.label);
    // A percent sign follows the figure itself; a scale may be part of the label.
    let is_needed = |unit: &&str| *unit != "%" && !label.contains(*unit);
    let unit = Some(unit_words(measure.indicator, lang)).filter(is_needed);
    let when = when(ctx, o);
    let about = [when.clone(), unit.unwrap_or_default().to_owned(), behind];
    let about: Vec<String> = about.into_iter().filter(|part| !part.is_empty()).collect();
    let mut parts = vec![
        words("h3", "", capitalised(beside_time(label, &when))),
        words("p", "small", about.join(" · ")),
        large(ctx, o),
    ];
    if let Some(group) = standing.jointly {
        parts.push(words("p", "rank", jointly(ctx, group)));
    }
    if o.derived_from.is_some() {
        parts.push(ctx.words("p", "rank", Key::KeyInferred));
    }
    parts.push(rank(ctx, standing));
    el("div", "", parts)
}

/// The remarks on a printed figure. Where its period is inferred that is marked beside it, and the
/// remarks, which say how, stand in the panel only.
fn remarks(ctx: &Ctx, o: &Observation) -> Html {
    if o.derived_from.is_some() || !o.period.inferred.is_empty() {
        return nothing();
    }
    all(o.notes.iter().map(|note| words("p", "small", ctx.of(note))).collect())
}

/// "một khoảng chung cho 5 nơi, không có số riêng".
fn jointly(ctx: &Ctx, group: &Entity) -> String {
    ctx.t(Key::PlaceJointly).replace("{n}", &group.members.len().to_string())
}

/// The figure in large, with the word before it set smaller.
fn large(ctx: &Ctx, o: &Observation) -> Html {
    let Some(quantity) = o.quantity else {
        return words("p", "mid between", known(ctx.dataset(), o, ctx.lang()));
    };
    let printed = figure(&quantity, ctx.lang());
    match printed.split_once(NBSP) {
        Some((word, rest)) if !word.contains(|c: char| c.is_ascii_digit()) => {
            let word = words("small", "", format!("{word}{NBSP}"));
            el("p", "mid", vec![word, text(rest)])
        }
        _ => words("p", "mid", printed),
    }
}

fn rank(ctx: &Ctx, standing: &Standing<'_>) -> Html {
    let Some(line) = rank_held(standing, ctx.lang()) else { return nothing() };
    let mut parts = vec![text(capitalised(&line))];
    if let Some((printed, quantity)) = standing.printed_rank.and_then(|o| Some((o, o.quantity?))) {
        let given = standing.rank.filter(|(span, ..)| span.first == span.last);
        let is_given =
            given.is_some_and(|(span, ..)| quantity.value() == Some(f64::from(span.first)));
        let (before, label) = if is_given {
            (" (".to_owned(), ctx.t(Key::PlaceRankAsPrinted).to_owned())
        } else {
            (format!(" ({} ", ctx.t(Key::PlacePrintedRank)), figure(&quantity, ctx.lang()))
        };
        parts.push(words("small", "", before));
        parts.push(labelled_button(ctx, printed, label));
        parts.push(words("small", "", ")"));
    }
    el("p", "rank", parts)
}

fn ruler(ctx: &Ctx, unit: &Entity, measure: &Measured<'_>, standing: &Standing<'_>) -> Html {
    let (lang, o) = (ctx.lang(), standing.figure);
    let shown = known(ctx.dataset(), o, lang);
    let name = name_inside(unit, lang);
    let is_short = name.chars().count() <= NAME_MOST && shown.chars().count() <= NAME_MOST;
    // A figure that several share is the figure of none of them.
    let is_own = standing.jointly.is_none();
    let label = if is_short && is_own { format!("{name} {shown}") } else { shown };
    let marks: Vec<RulerMark> =
        standing.wholes.iter().chain(&standing.target).filter_map(|o| ruler_mark(ctx, o)).collect();
    let told = marks.iter().map(|mark| mark.label.clone());
    let first = match standing.jointly {
        Some(group) => format!("{}: {label}", jointly(ctx, group)),
        None => label.clone(),
    };
    let told: Vec<String> = [first].into_iter().chain(told).collect();
    let spoken = ctx.t(Key::PlaceRuler).replace("{what}", &told.join("; "));
    let spec = ProfileRuler {
        quantity: o.quantity,
        interval: o.interval,
        unit: measure.indicator.unit,
        label,
        color: entity_role(unit),
        marks,
        lang,
    };
    let drawings = WIDTHS.map(|width| {
        let placed = place_profile_ruler(&spec, f64::from(width));
        drawn(&placed, &spoken, format!("chart w{width}"))
    });
    el("div", "scale", drawings.into())
}

fn ruler_mark(ctx: &Ctx, o: &Observation) -> Option<RulerMark> {
    let (quantity, entity) = o.quantity.zip(ctx.dataset().entity(&o.entity))?;
    let is_target = o.kind == crate::data::Kind::Target;
    let name = if is_target {
        uncapitalised(&target_name(entity, true, ctx.lang()))
    } else {
        name_inside(entity, ctx.lang())
    };
    let label = format!("{name} {}", figure(&quantity, ctx.lang()));
    Some(RulerMark { value: quantity.value()?, label, color: entity_role(entity), is_target })
}

/// How the figure compares with its wholes, its target and its region, and what to bear in mind.
fn held_against(ctx: &Ctx, standing: &Standing<'_>) -> Html {
    let (dataset, lang) = (ctx.dataset(), ctx.lang());
    let kind = dataset.entity(&standing.figure.entity).map(|entity| entity.kind);
    // The nation holds both blocks: a place is held against its own block where that has a figure.
    let most = match kind {
        Some(EntityKind::Nation | EntityKind::Block) => usize::MAX,
        _ => 1,
    };
    let outcomes: Vec<Outcome<'_>> = standing
        .wholes
        .iter()
        .take(most)
        .map(|whole| how_far_apart(dataset, standing.figure, whole))
        .collect();
    let target = standing.target.map(|target| how_far_to_target(dataset, standing.figure, target));
    let told = outcomes.iter().filter(|outcome| outcome.answer.is_ok());
    let mut lines: Vec<String> =
        told.map(|outcome| outcome_sentence(dataset, outcome, lang)).collect();
    lines.extend(target.as_ref().map(|found| target_sentence(dataset, found, lang)));
    lines.extend(region_sentence(dataset, standing, lang));
    let judged = outcomes.iter().map(|outcome| &outcome.judgement);
    let judged: Vec<&Judgement> = judged.chain(target.iter().map(|t| &t.judgement)).collect();
    let items: Vec<Html> = lines.into_iter().map(|line| words("li", "", line)).collect();
    let list = if items.is_empty() { nothing() } else { el("ul", "", items) };
    el("div", "against", vec![list, care(ctx, &judged)])
}

/// The verdict if care is needed, with its reasons in a few words. Reasons that every row has are
/// left out: a place is part of its whole, and a target is no measurement.
fn care(ctx: &Ctx, judged: &[&Judgement]) -> Html {
    let is_meant = |reason: &Reason| {
        matches!(
            reason,
            Reason::PartOfTheOther
                | Reason::OtherLevel
                | Reason::OtherKind { against_target: true }
        )
    };
    let mut labels: Vec<&str> = Vec::new();
    let mut worst = Verdict::WithCare;
    for judgement in judged {
        for (reason, _) in judgement.reasons.iter().filter(|(reason, _)| !is_meant(reason)) {
            let label = reason_label(reason, ctx.lang());
            if !labels.contains(&label) {
                labels.push(label);
            }
            if judgement.verdict == Verdict::NotComparable {
                worst = Verdict::NotComparable;
            }
        }
    }
    if labels.is_empty() {
        return nothing();
    }
    let said = format!("{}: {}", verdict(worst, ctx.lang()), labels.join(" · "));
    coloured("p", "pill", worst, vec![icons::sign(worst), words("span", "", said)])
}

fn actions(ctx: &Ctx, unit: &Entity, measure: &Measured<'_>, standing: &Standing<'_>) -> Html {
    let mut parts = vec![where_button(ctx, standing.figure, Key::WhereIsThisPrinted)];
    let view = comparison_of(ctx.dataset(), unit, unit, measure.indicator, &standing.figure.period);
    let label = match unit.kind {
        EntityKind::Region6 => Key::PlaceCompareRegions,
        _ => Key::PlaceCompareOthers,
    };
    parts.extend(view.map(|view| compare_link(ctx, view, (label, measure.indicator))));
    el("p", "actions", parts)
}

/// The link to the comparison that a figure belongs to.
pub(super) fn compare_link(ctx: &Ctx, view: View, (label, indicator): (Key, &Indicator)) -> Html {
    let about = words("span", "vh", format!(": {}", ctx.of(&indicator.label)));
    ctx.link(view, "more", all(vec![ctx.text(label), about]))
}

/// The button that opens the provenance panel.
pub(super) fn where_button(ctx: &Ctx, o: &Observation, label: Key) -> Html {
    let printed = known(ctx.dataset(), o, ctx.lang());
    let time = listed_time(o, ctx.lang());
    let about = match ctx.lang() {
        _ if prints_its_time(o, ctx.lang()) => printed,
        // The words of a rule are printed in Vietnamese.
        Lang::En if o.is_rule() => time,
        _ if printed.is_empty() => time,
        _ => format!("{printed}, {time}"),
    };
    worded_button(ctx, o, label, &about)
}

/// The figures of the earlier periods, each with its change to the next one.
fn earlier(ctx: &Ctx, measure: &Measured<'_>) -> Html {
    let before = measure.standings.get(1..).unwrap_or_default();
    if before.is_empty() {
        return nothing();
    }
    let items = before.iter().zip(&measure.standings).map(|(standing, after)| {
        let o = standing.figure;
        let mut line = vec![text(format!(
            "{}: ",
            capitalised(&time_marked(o, &time_of(o, ctx.lang()), ctx.lang()))
        ))];
        let label = known(ctx.dataset(), o, ctx.lang());
        line.push(labelled_button(ctx, o, label));
        if let Some((span, _, of)) = standing.rank {
            let place = rank_of(span, of, ctx.lang());
            line.push(text(format!(", {place}")));
        }
        if measure.standings.iter().filter(|s| s.figure.period.same_span(&o.period)).count() > 1 {
            line.push(text(format!(" ({})", printed_in(ctx.dataset(), o, ctx.lang()))));
        }
        line.push(change(ctx, o, after.figure));
        el("li", "", line)
    });
    let heading = ctx.words("h4", "", Key::PlaceEarlier);
    el("div", "earlier", vec![heading, el("ul", "", items.collect())])
}

/// The end of the line of an earlier figure: how it changed to the next, if that may be told; a
/// break is named. Periods of different lengths may overlap, so no change is read into them.
fn change(ctx: &Ctx, before: &Observation, after: &Observation) -> Html {
    if before.period.same_span(&after.period) {
        return text(".");
    }
    let outcome = how_it_changed(ctx.dataset(), before, after);
    let has = |wanted: fn(&Reason) -> bool| {
        outcome.judgement.reasons.iter().any(|(reason, _)| wanted(reason))
    };
    let is_broken = has(|reason| matches!(reason, Reason::BrokenSeries(_)));
    let other_length = has(|reason| matches!(reason, Reason::OtherLength { .. }));
    let onward = onward(ctx.dataset(), &outcome, ctx.lang()).filter(|_| !other_length);
    match onward {
        Some(told) => words("small", "", format!("{told}.")),
        None if is_broken => {
            let why = outcome_sentence(ctx.dataset(), &outcome, ctx.lang());
            all(vec![text("."), words("small", "", format!(" {why}"))])
        }
        None => text("."),
    }
}
