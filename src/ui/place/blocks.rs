//! The national figure beside its two blocks, on the pages of all three.

use yew::Html;

use super::super::context::Ctx;
use super::super::element::{
    Heading, data_table, el, labelled_cell, nothing, row_head, text, words,
};
use super::super::figures::figure_button;
use crate::compare::vietnamese::capitalised;
use crate::compare::{Blocks, Profile, does_the_whole_fit, sort_stably};
use crate::data::{EntityKind, Observation};
use crate::text::{Key, mean_and_leaning, time_marked, time_of};

/// For a block and the nation: a table for each indicator that is printed for all three at one
/// time.
pub(super) fn section(ctx: &Ctx, profile: &Profile<'_>) -> Html {
    if !matches!(profile.unit.kind, EntityKind::Nation | EntityKind::Block) {
        return nothing();
    }
    let nation = ctx.dataset().observations.iter().filter(|o| &*o.entity == "nation");
    let mut found: Vec<Blocks<'_>> =
        nation.filter_map(|o| does_the_whole_fit(ctx.dataset(), o)).collect();
    sort_stably(&mut found, |a, b| b.nation.period.chronological(&a.nation.period));
    if found.is_empty() {
        return nothing();
    }
    let headings = headings(ctx);
    let mut parts = vec![ctx.words("h2", "", Key::PlaceWhole), ctx.words("p", "", Key::BlocksLead)];
    for indicator in &ctx.dataset().indicators {
        let own = found.iter().filter(|blocks| blocks.nation.indicator == indicator.id);
        let rows: Vec<Html> = own.filter_map(|blocks| row(ctx, blocks, &headings)).collect();
        if !rows.is_empty() {
            let measure = capitalised(ctx.of(&indicator.official));
            parts.push(words("h3", "", measure.clone()));
            parts.push(data_table(&measure, &headings, rows));
        }
    }
    el("section", "sec blocks", parts)
}

fn headings(ctx: &Ctx) -> [Heading<'_>; 6] {
    let name = |id| ctx.dataset().entity(id).map_or("", |unit| ctx.of(&unit.name));
    [
        ("", ctx.t(Key::PeriodOfFigure)),
        ("r", name("nation")),
        ("r", name("block:ministries")),
        ("r", name("block:provinces")),
        ("r", ctx.t(Key::BlocksMean)),
        ("", ctx.t(Key::BlocksLeaning)),
    ]
}

/// One time: the three figures, and what follows from them.
fn row(ctx: &Ctx, found: &Blocks<'_>, headings: &[Heading<'_>]) -> Option<Html> {
    let (mean, leaning) = mean_and_leaning(found, ctx.lang())?;
    let printed = |o: &Observation| figure_button(ctx, o);
    let contents = [
        printed(found.nation),
        printed(found.ministries),
        printed(found.provinces),
        text(mean),
        text(leaning),
    ];
    let time = time_of(found.nation, ctx.lang());
    let when = capitalised(&time_marked(found.nation, &time, ctx.lang()));
    let mut cells = vec![row_head(vec![text(when)])];
    let named = contents.into_iter().zip(headings.iter().skip(1));
    cells.extend(named.map(|(content, (class, label))| {
        labelled_cell(class, Some((*label).to_owned().into()), vec![content])
    }));
    Some(el("tr", "", cells))
}
