//! The records of the dataset, checked and ready to use.

use std::rc::Rc;

use super::{Date, Period};
use crate::quantity::{Interval, Quantity, Unit};

/// Identifier of a record, such as `province63:17`. Cheap to clone.
pub type Id = Rc<str>;

/// A text in both languages of the interface.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Text {
    /// Vietnamese, NFC.
    pub vi: Rc<str>,
    /// English.
    pub en: Rc<str>,
}

/// Which body of sources a document belongs to. The two are never mixed without saying so.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Layer {
    /// The five report texts.
    Reports,
    /// Reference figures from other publications.
    Context,
}

/// A report that several documents digest: their agreement is copying, not confirmation.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Identifier.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// Who issued it.
    pub issuer: Text,
    /// Its date.
    pub date: Date,
}

/// A document that prints figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Identifier.
    pub id: Id,
    /// Reports or context.
    pub layer: Layer,
    /// Prefix of the text among the five, `000` to `004`.
    pub seed: Option<Id>,
    /// Title as cited.
    pub title: Text,
    /// Where it was published.
    pub publisher: Text,
    /// Who issued the figures in it.
    pub issuer: Text,
    /// Date of publication.
    pub date: Date,
    /// Whether that date is inferred.
    pub date_inferred: bool,
    /// Address, where one is known.
    pub url: Option<Rc<str>>,
    /// The report it digests.
    pub report: Option<Id>,
}

/// What kind of number an indicator is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Measure {
    /// Part of a whole.
    Rate,
    /// How many there are at a moment.
    Stock,
    /// How many came in a period.
    Flow,
    /// A number of units that did something.
    Count,
    /// A composite score.
    Index,
    /// A place in an order.
    Rank,
    /// An amount of money.
    Money,
    /// What something can take.
    Capacity,
    /// A multiple.
    Factor,
}

/// Which direction is better.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Direction {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither.
    Neither,
}

/// The field that an indicator belongs to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Theme {
    /// Online public services.
    Services,
    /// Dossiers.
    Dossiers,
    /// The National Public Service Portal.
    Portal,
    /// Documents that authorities exchange.
    Documents,
    /// Work inside the Government.
    Government,
    /// Shared data.
    Data,
    /// Identity cards and accounts.
    Identity,
    /// Digital economy.
    Economy,
    /// Digital skills.
    Skills,
    /// Information security.
    Security,
    /// The digital transformation index.
    Dti,
    /// Administrative reform.
    Reform,
    /// Population.
    Population,
}

/// What one may want to do with two or more figures.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Operation {
    /// Show them next to each other.
    SideBySide,
    /// Subtract one from the other.
    Difference,
    /// Divide one by the other.
    Ratio,
    /// Put them in an order.
    Rank,
    /// Read them as one line over time.
    Trend,
    /// Add them up.
    Sum,
    /// Read one as part of the other.
    Share,
}

impl Operation {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::SideBySide,
        Self::Difference,
        Self::Ratio,
        Self::Rank,
        Self::Trend,
        Self::Sum,
        Self::Share,
    ];
}

/// A date at which an indicator changed so that arithmetic may not cross it.
#[derive(Clone, Debug, PartialEq)]
pub struct Break {
    /// First date of the new definition.
    pub at: Date,
    /// What changed.
    pub reason: Text,
    /// Operations that may not cross it.
    pub blocks: Vec<Operation>,
}

/// What is measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Identifier.
    pub id: Id,
    /// Interface label: what is counted, out of what. At most 45 characters.
    pub label: Text,
    /// The wording of the reports.
    pub official: Text,
    /// What a reader must know, and what is easily misread.
    pub definition: Text,
    /// Kind of number.
    pub measure: Measure,
    /// Unit of its figures.
    pub unit: Unit,
    /// The thing counted, for counts ("hồ sơ").
    pub counted: Option<Text>,
    /// Which direction is better.
    pub direction: Direction,
    /// Field.
    pub theme: Theme,
    /// What stands above the line.
    pub numerator: Option<Text>,
    /// What stands below the line; `None` where no source prints it.
    pub denominator: Option<Text>,
    /// What is known of a denominator that is not printed.
    pub denominator_note: Option<Text>,
    /// Indicators of one family share concept, numerator, denominator and definition: only
    /// within a family is anything comparable.
    pub family: Id,
    /// Breaks in the series.
    pub breaks: Vec<Break>,
    /// Whether its figures are mostly reported by those that they are of.
    pub self_reported: bool,
}

/// What an entity is.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum EntityKind {
    /// The country.
    Nation,
    /// All ministries, or all provinces, taken as one.
    Block,
    /// A province or city of the 63 until 30 June 2025.
    Province63,
    /// A province or city of the 34 since 1 July 2025.
    Province34,
    /// A ministry or agency of 2022 to 2024.
    Ministry22,
    /// A ministry or agency formed on 1 March 2025.
    Ministry25,
    /// One of six regions of the 63.
    Region6,
    /// A kind of place that names no unit.
    Area,
    /// Several units that share a figure.
    Group,
    /// An archipelago shown on every map in the colour of the unit that governs it.
    Marker,
}

/// A cell of the tile-grid map.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Tile {
    /// Column, 1 in the west.
    pub col: u8,
    /// Row, 1 in the north.
    pub row: u8,
}

/// A district, town or commune that the texts name. No figure is of it alone; a reader who looks
/// for it is led to its province.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PlaceWithin {
    /// Its name at the time of the text: "Quận Đống Đa".
    pub name: Text,
    /// Where it belonged and what became of it, one sentence.
    pub note: Text,
}

/// Whose situation a figure describes.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Identifier with its vintage: `province63:17` is Hòa Bình until 30 June 2025.
    pub id: Id,
    /// What it is.
    pub kind: EntityKind,
    /// Name on the interface.
    pub name: Text,
    /// Official name.
    pub full_name: Option<Text>,
    /// Code of the statistics office.
    pub code: Option<Rc<str>>,
    /// Abbreviation.
    pub abbr: Option<Rc<str>>,
    /// `municipality`, `province`, `ministry`, `ministry_level`, `government_agency`.
    pub class: Option<Rc<str>>,
    /// ISO 3166-2 code.
    pub iso: Option<Rc<str>>,
    /// Region of the 63.
    pub region: Option<Id>,
    /// First day of its existence, where it matters.
    pub from: Option<Date>,
    /// Last day of its existence.
    pub to: Option<Date>,
    /// Units it consists of.
    pub members: Vec<Id>,
    /// Units that took it in.
    pub successors: Vec<Id>,
    /// Units that it took in.
    pub predecessors: Vec<Id>,
    /// Other names that a reader may type.
    pub aliases: Vec<Rc<str>>,
    /// Districts, towns and communes in it that the texts name.
    pub within: Vec<PlaceWithin>,
    /// Place on the tile map.
    pub tile: Option<Tile>,
    /// For a marker: the unit that governs it.
    pub belongs_to: Option<Id>,
    /// Remarks for readers.
    pub notes: Vec<Text>,
}

/// How much of the entity a figure describes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Scope {
    /// All of it.
    Whole,
    /// Some unnamed part ("có nơi").
    Some,
    /// A named unit of which only some branches were counted.
    Partial,
    /// One range shared by several.
    Jointly,
    /// Every one of several.
    Each,
}

/// What kind of statement a record is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// Something that was measured or counted.
    Observation,
    /// Something to be reached.
    Target,
    /// A difference against an earlier time.
    Change,
    /// A rule that was issued.
    Policy,
    /// Being on a list.
    Membership,
    /// A place in an order.
    Rank,
    /// What something can take.
    Capacity,
}

/// One place that prints a fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The document.
    pub source: Id,
    /// Number of the non-empty line in the text, from 1; `None` for context documents.
    pub paragraph: Option<u16>,
    /// The figure exactly as printed, with its qualifier, not the sentence around it.
    pub printed: Rc<str>,
    /// Where this place prints the fact otherwise: what it prints.
    pub quantity: Option<Quantity>,
    /// Remark on this place.
    pub note: Option<Text>,
}

/// How a change is expressed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ChangeAs {
    /// In percentage points.
    Points,
    /// In per cent of the earlier value.
    Percent,
    /// As a multiple of the earlier value.
    Times,
    /// In the unit of the figure itself.
    Absolute,
    /// The words do not tell.
    Undetermined,
}

/// How a change is expressed, and what it is measured against.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// How it is expressed.
    pub expressed: ChangeAs,
    /// The earlier time.
    pub period: Option<Period>,
    /// The earlier figure, where it is printed.
    pub observation: Option<Id>,
}

/// One fact with every place that prints it.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// Identifier.
    pub id: Id,
    /// What is measured.
    pub indicator: Id,
    /// Of whom.
    pub entity: Id,
    /// How much of it.
    pub scope: Scope,
    /// What kind of statement.
    pub kind: Kind,
    /// For when. Targets carry the date they are due.
    pub period: Period,
    /// The figure; policies and memberships may have none.
    pub quantity: Option<Quantity>,
    /// What true values are possible: the wording's interval, or what a list implies.
    pub interval: Option<Interval>,
    /// For ranks: out of how many.
    pub of: Option<u16>,
    /// For changes: how it is expressed and what it is measured against.
    pub change: Option<Change>,
    /// Every place that prints it.
    pub mentions: Vec<Mention>,
    /// Remarks for readers.
    pub notes: Vec<Text>,
    /// Reports or context; context as soon as no report text prints it.
    pub layer: Layer,
    /// For a bound that follows from a complete or leading list: that list.
    pub derived_from: Option<Id>,
}

/// A complete or leading list, from which bounds follow for the units it does not name.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// Identifier.
    pub id: Id,
    /// What is measured.
    pub indicator: Id,
    /// Kind of the units the list is drawn from.
    pub universe: EntityKind,
    /// For when.
    pub period: Period,
    /// Facts of the named units.
    pub named: Vec<Id>,
    /// Length of a leaders' list.
    pub top: Option<u16>,
    /// Size of the universe the list was drawn from.
    pub of: Option<u16>,
    /// What is possible for a unit that the list does not name.
    pub rest: Interval,
    /// The named figure that the others lie above, where that is the limit.
    pub low_from: Option<Id>,
    /// The named figure that the others lie below, where that is the limit.
    pub high_from: Option<Id>,
    /// Where the list is printed.
    pub mentions: Vec<(Id, Option<u16>)>,
    /// Remarks for readers.
    pub notes: Vec<Text>,
}

/// What a panel of a story draws.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Form {
    /// A bar for each figure, in the order of value; targets as lines.
    Bars,
    /// The figures as dots on one line, what was computed as the span between them.
    Dots,
    /// A row of as many squares as there are provinces for each figure, so many of them filled.
    Squares,
    /// Columns in the order of time, what was computed as paler ones; changes as arrows.
    Columns,
    /// Marks on an axis of time that are not joined; targets hollow.
    Timeline,
    /// Figures and what was computed as bands and arrows on one scale.
    Scale,
    /// A row of a table: a target, the nearest figures, and why they do not measure it.
    Targets,
    /// The tile map of the provinces: a figure of its own, one shared, a name in a list, nothing.
    Tiles,
}

/// One of the pictures of a story.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Heading.
    pub title: Text,
    /// What is drawn.
    pub form: Form,
    /// What is measured; `None` where the figures measure several things.
    pub indicator: Option<Id>,
    /// For when; `None` where the figures are of several times.
    pub period: Option<Period>,
    /// The figures.
    pub observations: Vec<Id>,
    /// Figures for reference: of the whole country, or the changes that are printed.
    pub references: Vec<Id>,
    /// Targets.
    pub targets: Vec<Id>,
    /// Checks whose results are drawn.
    pub computed: Vec<Id>,
    /// The query of the view that opens this picture in Compare.
    pub view: Option<Rc<str>>,
}

/// A finding for the home page.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// Identifier.
    pub id: Id,
    /// Place on the home page.
    pub number: u8,
    /// Whether it is kept back, and not on the home page.
    pub reserve: bool,
    /// At most 90 characters.
    pub headline: Text,
    /// At most 55 characters.
    pub short: Text,
    /// The one sentence used on page, picture, embed and in speech.
    pub finding: Text,
    /// Paragraphs.
    pub text: Vec<Text>,
    /// The two figures that the story holds against each other, or none.
    pub pair: Vec<Id>,
    /// What a reader may want to do with the two: the verdict is computed for it.
    pub operation: Operation,
    /// Figures that the words use and no picture draws.
    pub figures: Vec<Id>,
    /// Checks whose results the words use.
    pub computed: Vec<Id>,
    /// Its pictures.
    pub panels: Vec<Panel>,
    /// What a reader must bear in mind.
    pub caveats: Vec<Text>,
    /// Sentences that may not be written.
    pub never: Vec<Never>,
    /// Date of the last revision.
    pub updated: Date,
}

/// A sentence that must not be written, in the languages it was met in.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Never {
    /// Vietnamese.
    pub vi: Option<Rc<str>>,
    /// English.
    pub en: Option<Rc<str>>,
}

/// A part of the page on method.
#[derive(Clone, Debug, PartialEq)]
pub struct MethodSection {
    /// Identifier; the page adds examples from the data to some of them.
    pub id: Id,
    /// Heading.
    pub title: Text,
    /// Paragraphs.
    pub text: Vec<Text>,
}

/// Which table of the glossary a term belongs to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TermGroup {
    /// Services and dossiers.
    Services,
    /// Systems, bodies, indices.
    Systems,
    /// Words around a number.
    Words,
    /// Names and dates.
    Names,
}

/// A word of the reports as a reader needs it.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Identifier.
    pub id: Id,
    /// Its table.
    pub group: TermGroup,
    /// As newspapers and reports print it, in Vietnamese.
    pub printed: Rc<str>,
    /// What it is called here.
    pub label: Text,
    /// What is easily misread.
    pub misread: Text,
    /// The indicator that it names, where it names one.
    pub indicator: Option<Id>,
}

/// A correction of published figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Erratum {
    /// Identifier.
    pub id: Id,
    /// Day of the correction.
    pub date: Date,
    /// What was wrong.
    pub was: Text,
    /// What is right.
    pub now: Text,
    /// The figures that it concerns.
    pub observations: Vec<Id>,
}

/// A platform or programme that the texts name.
#[derive(Clone, Debug, PartialEq)]
pub struct System {
    /// Identifier.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// What it is, in our words.
    pub what: Text,
    /// What the texts report about it without a number.
    pub reported: Option<Text>,
    /// Dates that the texts give.
    pub milestones: Vec<Milestone>,
    /// Indicators that measure it.
    pub indicators: Vec<Id>,
}

/// Something that happened or was to happen to a system.
#[derive(Clone, Debug, PartialEq)]
pub struct Milestone {
    /// When.
    pub date: Date,
    /// What.
    pub text: Text,
    /// Every place that says so.
    pub mentions: Vec<Mention>,
}

/// How a check recomputes a figure.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum CheckOperation {
    /// All operands added up.
    Sum,
    /// The first operand less all the others.
    Difference,
    /// The first operand divided by the second.
    Ratio,
    /// The first operand in per cent of the second.
    Share,
    /// Growth from the first operand to the second; of four, the third is taken out of the first
    /// and the fourth out of the second before.
    Growth,
    /// The earlier value that follows from a value and its printed change.
    Change,
    /// What a percentage leaves of 100 %.
    Complement,
    /// How many operands there are.
    ListLength,
    /// Where a mean of the operands lies, whatever their weights.
    WeightedMean,
    /// The operand per day; of two, the days that the first takes at the second a day.
    Pace,
    /// The mean of a month, of what the second operand leaves of the first.
    MonthlyMean,
    /// By how much the second operand lies above that mean.
    OverMean,
    /// How much of the year was gone at the end of the operand's period.
    YearGone,
    /// The whole that follows from a part and its printed share.
    ImpliedTotal,
    /// The whole numbers that a printed share of a count can be a share of.
    Denominator,
}

/// A printed number that a check computes with.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Operand {
    /// The fact.
    pub observation: Id,
    /// Whether the whole is meant that is printed beside it: the 20 of "13/20".
    pub denominator: bool,
}

/// Whether the parts of a sum or a list are said to be all.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Parts {
    /// They are all.
    All,
    /// "Trong đó": there may be others.
    Part,
}

/// The days that a pace is taken over.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Days {
    /// So many.
    Number(u16),
    /// From the first day of one date to the last day of another.
    Between {
        /// First date.
        from: Date,
        /// Last date.
        to: Date,
    },
}

impl Days {
    /// How many days; 0 where they are in the wrong order.
    pub fn number(self) -> u32 {
        match self {
            Self::Number(days) => u32::from(days),
            Self::Between { from, to } => (to.last_day() + 1).saturating_sub(from.first_day()),
        }
    }
}

/// An identity between printed figures. What becomes of it is computed, never written down.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// Identifier.
    pub id: Id,
    /// What is recomputed, without a verdict.
    pub statement: Text,
    /// What it gives, in a few words, where a picture draws it: "bình quân tháng 1–7/2023".
    pub label: Option<Text>,
    /// How.
    pub operation: CheckOperation,
    /// With what, in the order of the operation.
    pub operands: Vec<Operand>,
    /// What it is held against; `None` where nothing is printed.
    pub result: Option<Operand>,
    /// Whether the parts of a sum or a list are said to be all.
    pub parts: Parts,
    /// For a pace: over how many days.
    pub days: Option<Days>,
    /// What a reader must bear in mind.
    pub note: Option<Text>,
}
