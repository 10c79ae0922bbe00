//! The dataset as four tables. A column has one meaning, and a row of figures is one place that
//! prints one fact.

use crate::data::{
    Dataset, Date, Direction, Document, Entity, EntityKind, Id, Indicator, Kind, Layer, Measure,
    Mention, Observation, Scope, Span, Text, Theme, Word,
};
use crate::quantity::{Amount, End, Hedge, Interval, Quantity, Reading, Unit};

/// What stands where a row and a column meet.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing is known, or nothing can be.
    Empty,
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
    /// Yes or no.
    Flag(bool),
}

/// What the cells of a column may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Form {
    /// Words.
    Text,
    /// A number.
    Number,
    /// A whole number.
    Whole,
    /// `true` or `false`.
    Flag,
    /// A year, a month or a day: `2024`, `2024-08`, `2024-08-20`.
    Date,
    /// An address.
    Url,
    /// One of these words.
    Word(&'static [&'static str]),
    /// What the rows of this table are told apart by.
    Key,
    /// The key of a row of another table.
    Link(&'static str),
}

/// One column of a [`Table`].
#[derive(Clone, Debug)]
pub struct Column {
    /// Name in the first line of the file.
    pub name: &'static str,
    /// What its cells may be.
    pub form: Form,
    /// Whether no cell is empty.
    pub required: bool,
    /// What it means, in English.
    pub about: &'static str,
}

/// One table, to be written as one file.
#[derive(Clone, Debug)]
pub struct Table {
    /// Name of the file without its ending.
    pub name: &'static str,
    /// What it holds, in English.
    pub about: &'static str,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Names of the columns that together tell its rows apart.
    pub key: &'static [&'static str],
    /// Its rows, each with one cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// The cells of a column, from the first row to the last; none where no column has that name.
    pub fn column(&self, name: &str) -> impl Iterator<Item = &Cell> {
        let at = self.columns.iter().position(|column| column.name == name);
        self.rows.iter().filter_map(move |row| row.get(at?))
    }
}

/// The dataset as tables: figures, sources, indicators, entities.
pub fn tables(dataset: &Dataset) -> [Table; 4] {
    [figures(dataset), sources(dataset), indicators(dataset), entities(dataset)]
}

/// A column and how its cells are made.
type Made<R> = (Column, fn(&R) -> Cell);

fn some<R>(name: &'static str, form: Form, about: &'static str, cell: fn(&R) -> Cell) -> Made<R> {
    (Column { name, form, required: false, about }, cell)
}

/// A column without empty cells.
fn always<R>(name: &'static str, form: Form, about: &'static str, cell: fn(&R) -> Cell) -> Made<R> {
    (Column { name, form, required: true, about }, cell)
}

fn table<R>(
    name: &'static str,
    about: &'static str,
    key: &'static [&'static str],
    made: Vec<Made<R>>,
    records: impl Iterator<Item = R>,
) -> Table {
    let rows = records.map(|record| made.iter().map(|(_, cell)| cell(&record)).collect()).collect();
    Table { name, about, columns: made.into_iter().map(|(column, _)| column).collect(), key, rows }
}

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

    /// What this place allows.
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

fn figures(dataset: &Dataset) -> Table {
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
            "Last date of the period; without period_from: since a beginning that is not printed.",
            |f| match f.fact.period.span {
                Span::AsOf(_) => Cell::Empty,
                Span::During { to, .. } | Span::SinceStart { to } => date(to),
            },
        ),
        some(
            "period_as_of",
            Form::Date,
            "Date whose end the figure describes; for a target the date it is due.",
            |f| match f.fact.period.span {
                Span::AsOf(at) => date(at),
                Span::During { .. } | Span::SinceStart { .. } => Cell::Empty,
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
            |f| match f.quantity().map(|quantity| quantity.hedge) {
                Some(Hedge::Above(reading) | Hedge::Below(reading)) => word(reading),
                _ => Cell::Empty,
            },
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

/// A document, and the report it digests.
struct Source<'a> {
    document: &'a Document,
    report: Option<&'a crate::data::Report>,
}

fn sources(dataset: &Dataset) -> Table {
    let report = |document: &Document| document.report.as_ref().and_then(|id| dataset.report(id));
    let records =
        dataset.documents.iter().map(|document| Source { document, report: report(document) });
    table("sources", "The documents that print the figures.", &["id"], source_columns(), records)
}

fn source_columns<'a>() -> Vec<Made<Source<'a>>> {
    vec![
        always("id", Form::Key, "Id of the document.", |s| id(&s.document.id)),
        always("layer", LAYER, "The five report texts, or other publications.", |s| {
            word(s.document.layer)
        }),
        some("seed", Form::Text, "Number of the report text, 000 to 004.", |s| {
            maybe(s.document.seed.as_ref())
        }),
        always("title_vi", Form::Text, "Title as cited, Vietnamese.", |s| {
            vi(Some(&s.document.title))
        }),
        always("title_en", Form::Text, "Title, English.", |s| en(Some(&s.document.title))),
        always("publisher_vi", Form::Text, "Where it was published, Vietnamese.", |s| {
            vi(Some(&s.document.publisher))
        }),
        always("publisher_en", Form::Text, "Where it was published, English.", |s| {
            en(Some(&s.document.publisher))
        }),
        always("issuer_vi", Form::Text, "Whose figures they are, Vietnamese.", |s| {
            vi(Some(&s.document.issuer))
        }),
        always("issuer_en", Form::Text, "Whose figures they are, English.", |s| {
            en(Some(&s.document.issuer))
        }),
        always("date", Form::Date, "Date of publication.", |s| date(s.document.date)),
        always("date_inferred", Form::Flag, "Whether that date is inferred.", |s| {
            Cell::Flag(s.document.date_inferred)
        }),
        some("url", Form::Url, "Address, where known.", |s| maybe(s.document.url.as_ref())),
        some("report", Form::Text, "Id of the report that it digests.", |s| {
            maybe(s.document.report.as_ref())
        }),
        some("report_title_vi", Form::Text, "Title of that report, Vietnamese.", |s| {
            vi(s.report.map(|r| &r.title))
        }),
        some("report_title_en", Form::Text, "Title of that report, English.", |s| {
            en(s.report.map(|r| &r.title))
        }),
        some("report_issuer_vi", Form::Text, "Who issued that report, Vietnamese.", |s| {
            vi(s.report.map(|r| &r.issuer))
        }),
        some("report_issuer_en", Form::Text, "Who issued that report, English.", |s| {
            en(s.report.map(|r| &r.issuer))
        }),
        some("report_date", Form::Date, "Date of that report.", |s| {
            s.report.map_or(Cell::Empty, |r| date(r.date))
        }),
    ]
}

fn indicators(dataset: &Dataset) -> Table {
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

fn entities(dataset: &Dataset) -> Table {
    let about = "Whose situation the figures describe, each with its vintage.";
    table("entities", about, &["id"], entity_columns(), dataset.entities.iter())
}

fn entity_columns<'a>() -> Vec<Made<&'a Entity>> {
    vec![
        always("id", Form::Key, "Id with its vintage.", |e| id(&e.id)),
        always("kind", ENTITY_KIND, "What it is.", |e| word(e.kind)),
        always("name_vi", Form::Text, "Name, Vietnamese.", |e| vi(Some(&e.name))),
        always("name_en", Form::Text, "Name, English.", |e| en(Some(&e.name))),
        some("full_name_vi", Form::Text, "Official name, Vietnamese.", |e| {
            vi(e.full_name.as_ref())
        }),
        some("full_name_en", Form::Text, "Official name, English.", |e| en(e.full_name.as_ref())),
        some("code", Form::Text, "Code of the statistics office, with its leading zeros.", |e| {
            maybe(e.code.as_ref())
        }),
        some("abbr", Form::Text, "Abbreviation.", |e| maybe(e.abbr.as_ref())),
        some("type", Form::Text, "Municipality, province, ministry …", |e| {
            maybe(e.class.as_ref())
        }),
        some("iso", Form::Text, "ISO 3166-2 code.", |e| maybe(e.iso.as_ref())),
        some("region", Form::Link("entities"), "Its region.", |e| maybe(e.region.as_ref())),
        some("from", Form::Date, "First day.", |e| e.from.map_or(Cell::Empty, date)),
        some("to", Form::Date, "Last day.", |e| e.to.map_or(Cell::Empty, date)),
        some("members", Form::Text, "Ids of what it consists of, with spaces between.", |e| {
            ids(&e.members)
        }),
        some(
            "predecessors",
            Form::Text,
            "Ids of the units it took in, with spaces between.",
            |e| ids(&e.predecessors),
        ),
        some(
            "successors",
            Form::Text,
            "Ids of the units that took it in, with spaces between.",
            |e| ids(&e.successors),
        ),
        some("belongs_to", Form::Link("entities"), "The unit that governs an archipelago.", |e| {
            maybe(e.belongs_to.as_ref())
        }),
        some("aliases", Form::Text, "Other names.", |e| {
            joined(e.aliases.iter().map(|alias| &**alias), " | ")
        }),
        some(
            "within",
            Form::Text,
            "Districts, towns and communes in it that the texts name, Vietnamese.",
            |e| joined(e.within.iter().map(|place| &*place.name.vi), " | "),
        ),
        some("tile_column", Form::Whole, "Place on the tile map, 1 in the west.", |e| {
            e.tile.map_or(Cell::Empty, |tile| count(tile.col.into()))
        }),
        some("tile_row", Form::Whole, "Place on the tile map, 1 in the north.", |e| {
            e.tile.map_or(Cell::Empty, |tile| count(tile.row.into()))
        }),
        some("note_vi", Form::Text, "Remarks, Vietnamese.", |e| {
            joined(e.notes.iter().map(|note| &*note.vi), " ")
        }),
        some("note_en", Form::Text, "Remarks, English.", |e| {
            joined(e.notes.iter().map(|note| &*note.en), " ")
        }),
    ]
}

const LAYER: Form = Form::Word(&words_of::<Layer, { Layer::WORDS.len() }>());
const MEASURE: Form = Form::Word(&words_of::<Measure, { Measure::WORDS.len() }>());
const UNIT: Form = Form::Word(&words_of::<Unit, { Unit::WORDS.len() }>());
const DIRECTION: Form = Form::Word(&words_of::<Direction, { Direction::WORDS.len() }>());
const THEME: Form = Form::Word(&words_of::<Theme, { Theme::WORDS.len() }>());
const ENTITY_KIND: Form = Form::Word(&words_of::<EntityKind, { EntityKind::WORDS.len() }>());
const SCOPE: Form = Form::Word(&words_of::<Scope, { Scope::WORDS.len() }>());
const KIND: Form = Form::Word(&words_of::<Kind, { Kind::WORDS.len() }>());
const READING: Form = Form::Word(&words_of::<Reading, { Reading::WORDS.len() }>());

/// The words of the files for a `T`, all `N` of them.
const fn words_of<T: Word, const N: usize>() -> [&'static str; N] {
    let mut words = [""; N];
    let mut at = 0;
    while at < N {
        words[at] = T::WORDS[at].0;
        at += 1;
    }
    words
}

const QUALIFIERS: [&str; 8] =
    ["exact", "about", "estimated", "above", "below", "at_least", "at_most", "range"];

/// The word beside a number.
pub(super) fn qualifier(quantity: &Quantity) -> &'static str {
    if matches!(quantity.amount, Amount::Range { .. }) {
        return "range";
    }
    match quantity.hedge {
        Hedge::Exact | Hedge::Set => "exact",
        Hedge::About => "about",
        Hedge::Estimated => "estimated",
        Hedge::Above(_) => "above",
        Hedge::Below(_) => "below",
        Hedge::AtLeast => "at_least",
        Hedge::AtMost => "at_most",
    }
}

fn text(content: &str) -> Cell {
    if content.is_empty() { Cell::Empty } else { Cell::Text(content.to_owned()) }
}

fn id(id: &Id) -> Cell {
    text(id)
}

fn maybe(content: Option<&Id>) -> Cell {
    content.map_or(Cell::Empty, id)
}

fn ids(ids: &[Id]) -> Cell {
    joined(ids.iter().map(|id| &**id), " ")
}

fn joined<'a>(parts: impl Iterator<Item = &'a str>, between: &str) -> Cell {
    text(&parts.collect::<Vec<_>>().join(between))
}

fn vi(content: Option<&Text>) -> Cell {
    content.map_or(Cell::Empty, |content| text(&content.vi))
}

fn en(content: Option<&Text>) -> Cell {
    content.map_or(Cell::Empty, |content| text(&content.en))
}

fn word(value: impl Word) -> Cell {
    text(value.word())
}

fn date(date: Date) -> Cell {
    Cell::Text(date.to_string())
}

fn number(number: Option<f64>) -> Cell {
    number.map_or(Cell::Empty, Cell::Number)
}

fn count(count: usize) -> Cell {
    Cell::Number(count as f64)
}

fn open(end: End) -> Cell {
    match end {
        End::Unbounded => Cell::Empty,
        End::Open(_) => Cell::Flag(true),
        End::Closed(_) => Cell::Flag(false),
    }
}
