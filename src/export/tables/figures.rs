//! The table of figures: one row for each place that prints a fact.

use super::cells::{
    ENTITY_KIND, KIND, LAYER, QUALIFIERS, READING, SCOPE, UNIT, count, date, en, id, ids, joined,
    maybe, number, open, qualifier, reading, text, vi, word,
};
use super::{Cell, Form, Made, Table, always, some, table};
use crate::data::{Dataset, Document, Entity, Indicator, Mention, Observation, Span, Text};
use crate::quantity::{End, Interval, Quantity, Unit};

/// One place that prints one fact.
struct Figure<'a> {
    fact: &'a Observation,
    /// Its place among the mentions of the fact, from 1.
    number: usize,
    mention: &'a Mention,
    indicator: Option<&'a Indicator>,
    entity: Option<&'a Entity>,
    document: Option<&'a Document>,
}

impl Figure<'_> {
    /// What this place prints.
    fn quantity(&self) -> Option<Quantity> {
        self.mention.quantity.or(self.fact.quantity)
    }

    /// What the wording of this place allows.
    fn interval(&self) -> Option<Interval> {
        self.mention.quantity.map(|quantity| quantity.interval()).or(self.fact.interval)
    }

    /// The unit of the numbers in the row.
    fn unit(&self) -> Option<Unit> {
        let inferred = self.fact.interval.and(self.indicator).map(|indicator| indicator.unit);
        self.quantity().map(|quantity| quantity.unit).or(inferred)
    }

    fn low(&self) -> End {
        self.interval().map_or(End::Unbounded, Interval::low)
    }

    fn high(&self) -> End {
        self.interval().map_or(End::Unbounded, Interval::high)
    }

    fn notes(&self, of: fn(&Text) -> &str) -> Cell {
        joined(self.mention.note.iter().chain(&self.fact.notes).map(of), " ")
    }
}

pub(super) fn figures(dataset: &Dataset) -> Table {
    let facts = dataset.observations.iter();
    let records = facts.flat_map(|fact| {
        fact.mentions.iter().zip(1..).map(move |(mention, number)| Figure {
            fact,
            number,
            mention,
            indicator: dataset.indicator(&fact.indicator),
            entity: dataset.entity(&fact.entity),
            document: dataset.document(&mention.source),
        })
    });
    let about = "One row for each place that prints a fact. Facts that several documents print \
                 have several rows: count by `observation`.";
    table("figures", about, &["observation", "mention"], figure_columns(), records)
}

fn figure_columns<'a>() -> Vec<Made<Figure<'a>>> {
    vec![
        always("observation", Form::Text, "Id of the fact.", |f| id(&f.fact.id)),
        always(
            "mention",
            Form::Whole,
            "Number of this place among those that print the fact, from 1.",
            |f| count(f.number),
        ),
        always("indicator", Form::Link("indicators"), "What is measured.", |f| {
            id(&f.fact.indicator)
        }),
        always("indicator_vi", Form::Text, "Short name of the indicator, Vietnamese.", |f| {
            vi(f.indicator.map(|i| &i.label))
        }),
        always("indicator_en", Form::Text, "Short name of the indicator, English.", |f| {
            en(f.indicator.map(|i| &i.label))
        }),
        always("official_vi", Form::Text, "Wording of the reports, Vietnamese.", |f| {
            vi(f.indicator.map(|i| &i.official))
        }),
        always(
            "family",
            Form::Text,
            "Indicators of one family share concept, numerator, denominator and definition; nothing is comparable across families.",
            |f| f.indicator.map_or(Cell::Empty, |i| id(&i.family)),
        ),
        some(
            "unit",
            UNIT,
            "Unit of the numbers in this row, in base units (ones, đồng, per hundred). A change may have another unit than its indicator.",
            |f| f.unit().map_or(Cell::Empty, word),
        ),
        always(
            "entity",
            Form::Link("entities"),
            "Whose situation is described, with its vintage.",
            |f| id(&f.fact.entity),
        ),
        always("entity_vi", Form::Text, "Name of the entity, Vietnamese.", |f| {
            vi(f.entity.map(|e| &e.name))
        }),
        always("entity_en", Form::Text, "Name of the entity, English.", |f| {
            en(f.entity.map(|e| &e.name))
        }),
        always("entity_kind", ENTITY_KIND, "What the entity is.", |f| {
            f.entity.map_or(Cell::Empty, |e| word(e.kind))
        }),
        always("scope", SCOPE, "How much of the entity is described.", |f| word(f.fact.scope)),
        always(
            "kind",
            KIND,
            "What kind of statement it is: targets and policies were set, a change says by how much (its base is in the JSON files).",
            |f| word(f.fact.kind),
        ),
        some("period_from", Form::Date, "First date of the period.", |f| {
            f.fact.period.start().map_or(Cell::Empty, date)
        }),
        some(
            "period_to",
            Form::Date,
            "Last date of the period; without period_from: since a beginning that is not printed. With neither this nor period_as_of, period_from has no printed end.",
            |f| match f.fact.period.span {
                Span::AsOf(_) | Span::From(_) => Cell::Empty,
                Span::During { to, .. } | Span::SinceStart { to } => date(to),
            },
        ),
        some(
            "period_as_of",
            Form::Date,
            "Date whose end the figure describes; for a target the date it is due.",
            |f| match f.fact.period.span {
                Span::AsOf(at) => date(at),
                Span::During { .. } | Span::SinceStart { .. } | Span::From(_) => Cell::Empty,
            },
        ),
        some(
            "period_inferred",
            Form::Text,
            "Parts of the period that the source does not state (from, to, as_of, year), with spaces between.",
            |f| ids(&f.fact.period.inferred),
        ),
        some(
            "value",
            Form::Number,
            "The number printed here; empty for a range and for what follows from a list.",
            |f| number(f.quantity().and_then(|quantity| quantity.value())),
        ),
        some("step", Form::Number, "What the last printed digit is worth.", |f| {
            number(f.quantity().map(|quantity| quantity.step))
        }),
        some(
            "low",
            Form::Number,
            "Lower limit of the true values that the wording allows; empty where there is none.",
            |f| number(f.low().value()),
        ),
        some("low_open", Form::Flag, "Whether the lower limit itself is excluded.", |f| {
            open(f.low())
        }),
        some(
            "high",
            Form::Number,
            "Upper limit of the true values that the wording allows; empty where there is none.",
            |f| number(f.high().value()),
        ),
        some("high_open", Form::Flag, "Whether the upper limit itself is excluded.", |f| {
            open(f.high())
        }),
        some("qualifier", Form::Word(&QUALIFIERS), "The word beside the number.", |f| {
            f.quantity().map_or(Cell::Empty, |quantity| text(qualifier(&quantity)))
        }),
        some(
            "reading",
            READING,
            "How above and below are meant: the writer rounded, or sorted into classes.",
            |f| f.quantity().map_or(Cell::Empty, |quantity| reading(&quantity)),
        ),
        some("denominator", Form::Number, "The whole printed beside the part: 20 in 13/20.", |f| {
            number(f.quantity().and_then(|quantity| quantity.denominator))
        }),
        some("rank_of", Form::Whole, "For a rank: out of how many.", |f| {
            f.fact.of.map_or(Cell::Empty, |of| count(of.into()))
        }),
        some(
            "printed",
            Form::Text,
            "The figure exactly as printed, with its qualifier; empty where it follows from a list.",
            |f| text(&f.mention.printed),
        ),
        always(
            "printed_otherwise",
            Form::Flag,
            "Whether this place prints the fact otherwise than the most precise one, for example rounded.",
            |f| Cell::Flag(f.mention.quantity.is_some()),
        ),
        always("source", Form::Link("sources"), "The document that prints it.", |f| {
            id(&f.mention.source)
        }),
        always("publication_vi", Form::Text, "Title of the document, Vietnamese.", |f| {
            vi(f.document.map(|d| &d.title))
        }),
        always("publication_en", Form::Text, "Title of the document, English.", |f| {
            en(f.document.map(|d| &d.title))
        }),
        always("publisher_vi", Form::Text, "Where it was published, Vietnamese.", |f| {
            vi(f.document.map(|d| &d.publisher))
        }),
        always("publisher_en", Form::Text, "Where it was published, English.", |f| {
            en(f.document.map(|d| &d.publisher))
        }),
        always("issuer_vi", Form::Text, "Whose figures they are, Vietnamese.", |f| {
            vi(f.document.map(|d| &d.issuer))
        }),
        always("issuer_en", Form::Text, "Whose figures they are, English.", |f| {
            en(f.document.map(|d| &d.issuer))
        }),
        some("url", Form::Url, "Address of the document, where known.", |f| {
            maybe(f.document.and_then(|d| d.url.as_ref()))
        }),
        some(
            "report",
            Form::Text,
            "Report that the document digests: documents of one report are one witness.",
            |f| maybe(f.document.and_then(|d| d.report.as_ref())),
        ),
        always("layer", LAYER, "The five report texts, or other publications.", |f| {
            word(f.fact.layer)
        }),
        some(
            "paragraph",
            Form::Whole,
            "Number of the non-empty line in a report text, from 1.",
            |f| f.mention.paragraph.map_or(Cell::Empty, |number| count(number.into())),
        ),
        some(
            "derived_from",
            Form::Text,
            "List (lists.json) from which the limits follow: inferred, not printed.",
            |f| maybe(f.fact.derived_from.as_ref()),
        ),
        some("note_vi", Form::Text, "Remarks, Vietnamese.", |f| f.notes(|note| &note.vi)),
        some("note_en", Form::Text, "Remarks, English.", |f| f.notes(|note| &note.en)),
    ]
}
