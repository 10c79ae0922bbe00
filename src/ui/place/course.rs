//! How a province's score moved over the years, among those of its region.

use std::rc::Rc;

use yew::Html;

use super::super::context::Ctx;
use super::super::element::{el, nothing, words};
use super::super::explorer::plot_props;
use super::super::frame::{finding, numbered, source_line};
use super::super::plot::plot;
use crate::chart::exhibit;
use crate::compare::Profile;
use crate::data::{EntityKind, Theme};
use crate::text::Key;
use crate::view::{Page, Tab, Time, View};

/// The lines of the region with the province highlighted; nothing if only one year is known.
pub(super) fn section(ctx: &Ctx, profile: &Profile<'_>) -> Html {
    let Some(view) = view(profile) else { return nothing() };
    let Some(shown) = exhibit(ctx.dataset(), &view, ctx.lang()) else { return nothing() };
    let shown = Rc::new(shown);
    let Some(spec) = &shown.spec else { return nothing() };
    let name = ctx.of(&profile.unit.name);
    let head = vec![
        words("h2", "", ctx.t(Key::PlaceCourse).replace("{name}", name)),
        finding(&shown.finding),
        words("p", "unit", &shown.unit_line),
    ];
    // The other caveats are about the figures of the whole.
    let notes = shown.caveats.get(..1).unwrap_or_default();
    let open = ctx.link(view, "opens", ctx.text(Key::OpenInCompare));
    let sources = source_line(ctx, &shown.documents);
    let parts = vec![
        el("header", "", head),
        plot(plot_props(ctx, &shown, spec)),
        el("aside", "notes", vec![numbered(ctx, Key::ReadingNotes, notes)]),
        el("footer", "", vec![sources, el("p", "small", vec![open])]),
    ];
    el("section", "frame sec", parts)
}

/// The comparison: the digital transformation index of the region, over the years that the
/// province has.
fn view(profile: &Profile<'_>) -> Option<View> {
    let unit = profile.unit;
    let region = unit.region.clone().filter(|_| unit.kind == EntityKind::Province63)?;
    let is_score = |theme| theme == Theme::Dti;
    let score = profile.measures.iter().find(|measure| is_score(measure.indicator.theme))?;
    let (newest, first) = (score.standings.first()?, score.standings.last()?);
    let (from, to) = (first.figure.period.end(), newest.figure.period.end());
    (from != to).then(|| View {
        tab: Tab::Line,
        indicators: vec![score.indicator.id.clone()],
        entities: vec![region],
        focus: Some(unit.id.clone()),
        time: Time::Between(from, to),
        ..View::of(Page::Compare)
    })
}
