//! The table of indicators.

use super::cells::{DIRECTION, MEASURE, THEME, UNIT, en, id, joined, vi, word};
use super::{Cell, Form, Made, Table, always, some, table};
use crate::data::{Dataset, Indicator};

pub(super) fn indicators(dataset: &Dataset) -> Table {
    let about = "What is measured, and what may be compared with it.";
    table("indicators", about, &["id"], indicator_columns(), dataset.indicators.iter())
}

fn indicator_columns<'a>() -> Vec<Made<&'a Indicator>> {
    vec![
        always("id", Form::Key, "Id of the indicator.", |i| id(&i.id)),
        always("label_vi", Form::Text, "Short name, Vietnamese.", |i| vi(Some(&i.label))),
        always("label_en", Form::Text, "Short name, English.", |i| en(Some(&i.label))),
        always("official_vi", Form::Text, "Wording of the reports, Vietnamese.", |i| {
            vi(Some(&i.official))
        }),
        always("official_en", Form::Text, "Wording of the reports, English.", |i| {
            en(Some(&i.official))
        }),
        always("definition_vi", Form::Text, "What a reader must know, Vietnamese.", |i| {
            vi(Some(&i.definition))
        }),
        always("definition_en", Form::Text, "What a reader must know, English.", |i| {
            en(Some(&i.definition))
        }),
        always("measure", MEASURE, "What kind of number it is.", |i| word(i.measure)),
        always("unit", UNIT, "Unit of its figures.", |i| word(i.unit)),
        some("counted_vi", Form::Text, "The thing counted, Vietnamese.", |i| {
            vi(i.counted.as_ref())
        }),
        some("counted_en", Form::Text, "The thing counted, English.", |i| en(i.counted.as_ref())),
        always("direction", DIRECTION, "Which is better.", |i| word(i.direction)),
        always("theme", THEME, "Field.", |i| word(i.theme)),
        some("numerator_vi", Form::Text, "What stands above the line, Vietnamese.", |i| {
            vi(i.numerator.as_ref())
        }),
        some("numerator_en", Form::Text, "What stands above the line, English.", |i| {
            en(i.numerator.as_ref())
        }),
        some("denominator_vi", Form::Text, "What stands below the line, Vietnamese.", |i| {
            vi(i.denominator.as_ref())
        }),
        some("denominator_en", Form::Text, "What stands below the line, English.", |i| {
            en(i.denominator.as_ref())
        }),
        some(
            "denominator_note_vi",
            Form::Text,
            "What is known of a denominator that is not printed, Vietnamese.",
            |i| vi(i.denominator_note.as_ref()),
        ),
        some(
            "denominator_note_en",
            Form::Text,
            "What is known of a denominator that is not printed, English.",
            |i| en(i.denominator_note.as_ref()),
        ),
        always("family", Form::Text, "Only within a family is anything comparable.", |i| {
            id(&i.family)
        }),
        some(
            "covers_vi",
            Form::Text,
            "The units of a table that was made for them only, Vietnamese.",
            |i| vi(i.covers.as_ref()),
        ),
        some(
            "covers_en",
            Form::Text,
            "The units of a table that was made for them only, English.",
            |i| en(i.covers.as_ref()),
        ),
        always(
            "self_reported",
            Form::Flag,
            "Whether its figures are mostly reported by those that they are of.",
            |i| Cell::Flag(i.self_reported),
        ),
        some(
            "breaks",
            Form::Text,
            "Dates at which the definition changed, with spaces between.",
            |i| {
                let dates: Vec<String> =
                    i.breaks.iter().map(|found| found.at.to_string()).collect();
                joined(dates.iter().map(String::as_str), " ")
            },
        ),
        some("break_reasons_vi", Form::Text, "What changed, Vietnamese.", |i| {
            joined(i.breaks.iter().map(|found| &*found.reason.vi), " | ")
        }),
        some("break_reasons_en", Form::Text, "What changed, English.", |i| {
            joined(i.breaks.iter().map(|found| &*found.reason.en), " | ")
        }),
    ]
}
