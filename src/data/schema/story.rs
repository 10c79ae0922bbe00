//! Stories.

use super::indicator::OPERATIONS;
use super::observation::period;
use crate::data::Operation;
use crate::data::decode::{Names, Record, THOROUGH};
use crate::data::records::{Form, Never, Panel, Story};

pub(in crate::data) const FORMS: Names<Form> = &[
    ("bars", Form::Bars),
    ("dots", Form::Dots),
    ("squares", Form::Squares),
    ("columns", Form::Columns),
    ("timeline", Form::Timeline),
    ("scale", Form::Scale),
    ("targets", Form::Targets),
    ("tiles", Form::Tiles),
];

pub(in crate::data) fn story(r: &Record<'_>) -> Option<Story> {
    let story = Story {
        id: r.string("id"),
        number: r.small_count("number"),
        reserve: r.flag("reserve"),
        headline: r.text("headline"),
        short: r.text("short"),
        finding: r.text("finding"),
        text: r.texts("text"),
        pair: r.ids("pair"),
        operation: r.choice_or("operation", OPERATIONS, Operation::Difference),
        figures: r.ids("figures"),
        computed: r.ids("computed"),
        quotes: r.ids("quotes"),
        panels: r.records("panels").iter().filter_map(panel).collect(),
        caveats: r.texts("caveats"),
        never: if THOROUGH { r.records("never").iter().map(never).collect() } else { Vec::new() },
        updated: r.date("updated"),
    };
    r.is_sound().then_some(story)
}

fn panel(r: &Record<'_>) -> Option<Panel> {
    let panel = Panel {
        title: r.text("title"),
        form: r.choice("form", FORMS).unwrap_or(Form::Bars),
        indicator: r.maybe_string("indicator"),
        period: r.maybe_record("period").and_then(|period| self::period(&period)),
        observations: r.ids("observations"),
        references: r.ids("references"),
        targets: r.ids("targets"),
        computed: r.ids("computed"),
        view: r.maybe_string("view"),
    };
    r.is_sound().then_some(panel)
}

fn never(r: &Record<'_>) -> Never {
    let never = Never { vi: r.maybe_string("vi"), en: r.maybe_string("en") };
    r.is_sound();
    never
}
