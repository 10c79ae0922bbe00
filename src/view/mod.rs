//! What the reader looks at, as a small plain value, and how the address bar writes it.
//!
//! The address is the state: [`address::parse`] and [`address::print`] stand in one file and
//! round-trip exactly. A view may name ids that the dataset does not know; that is settled where
//! the view meets the data, not here.
//!
//! Nothing here may import a layer other than `data`'s ids, a browser API or a formatter.

pub mod address;
pub mod path;

use crate::data::{Date, Id};

/// The pages of the explorer.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Page {
    /// Stories, and below them the explorer.
    #[default]
    Home,
    /// The explorer alone.
    Compare,
    /// A province, ministry or block: `e` names it. Without a name, the list of them.
    Place,
    /// A platform or programme: `e` names it. Without a name, the list of them.
    System,
    /// The identities between printed figures, recomputed.
    Checks,
    /// Every figure of the report texts, by text, by system or by place.
    Sources,
    /// How figures are read, and what the words mean.
    Method,
    /// What was corrected, and how to report an error.
    Corrections,
    /// One story alone: `e` names it.
    Story,
}

impl Page {
    /// Every page, in the order of the menu.
    pub const ALL: [Self; 9] = [
        Self::Home,
        Self::Compare,
        Self::Place,
        Self::System,
        Self::Checks,
        Self::Sources,
        Self::Method,
        Self::Corrections,
        Self::Story,
    ];
}

/// Ways to look at one comparison.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Tab {
    /// The one that answers the question best; which that is, the figures decide.
    #[default]
    Best,
    /// Ranked bars.
    Bars,
    /// Dots on one scale, with the intervals that the figures allow.
    Dots,
    /// Lines over time.
    Line,
    /// From one date to another.
    Slope,
    /// How far it is to a target.
    Progress,
    /// Two indicators against each other.
    Scatter,
    /// A tile for each of the 63 provinces and cities.
    Map,
    /// A panel for each indicator.
    Multiples,
    /// The table.
    Table,
    /// On the page of sources: by text.
    Texts,
    /// On the page of sources: by system.
    Systems,
    /// On the page of sources: by place.
    Places,
    /// On the page of a story: large, for a projector, stepped through with the arrow keys.
    Steps,
}

impl Tab {
    /// Whether it shows units of one kind alone, in an order or side by side.
    pub fn is_of_one_kind(self) -> bool {
        matches!(self, Self::Bars | Self::Dots | Self::Map | Self::Table)
    }

    /// Every tab, in the order of this list; all but the last four belong to a
    /// comparison, of those three to the page of sources and one to stories.
    pub const ALL: [Self; 14] = [
        Self::Best,
        Self::Bars,
        Self::Dots,
        Self::Line,
        Self::Slope,
        Self::Progress,
        Self::Scatter,
        Self::Map,
        Self::Multiples,
        Self::Table,
        Self::Texts,
        Self::Systems,
        Self::Places,
        Self::Steps,
    ];

    /// The ways to look at a comparison, in the order in which they are offered.
    pub const COMPARISONS: [Self; 9] = [
        Self::Bars,
        Self::Dots,
        Self::Line,
        Self::Slope,
        Self::Progress,
        Self::Scatter,
        Self::Map,
        Self::Multiples,
        Self::Table,
    ];
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Sort {
    /// By value, the best or the largest first.
    #[default]
    Value,
    /// By name, in Vietnamese order.
    Name,
}

/// The end of a stretch of time that has none: later than any figure.
pub const OPEN_END: Date = Date { year: 2099, month: None, day: None };

/// The time that the figures are of.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Time {
    /// The newest there is.
    #[default]
    Latest,
    /// One period, named by its year or its last date.
    At(Date),
    /// From one to another, which is [`OPEN_END`] where it goes on.
    Between(Date, Date),
}

impl Time {
    /// Whether a figure of that date belongs to it: only a stretch of time leaves any out.
    pub fn holds(self, end: Date) -> bool {
        match self {
            Self::Between(from, to) => {
                from.first_day() <= end.last_day() && end.first_day() <= to.last_day()
            }
            Self::Latest | Self::At(_) => true,
        }
    }
}

/// Language of the interface.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Both languages, Vietnamese first.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The language's tag, as HTML and the address write it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// This language's half of a text.
    pub fn of(self, text: &crate::data::Text) -> &str {
        match self {
            Self::Vi => &text.vi,
            Self::En => &text.en,
        }
    }
}

/// Colours of the page.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Theme {
    /// As the reader's device asks.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// All of what a reader looks at. Two readers with the same view see the same page.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct View {
    /// Which page.
    pub page: Page,
    /// Which way of looking.
    pub tab: Tab,
    /// Indicators, the first being the one that is shown.
    pub indicators: Vec<Id>,
    /// Entities or sets of entities; empty means all that have a figure.
    pub entities: Vec<Id>,
    /// Which time.
    pub time: Time,
    /// The entity that stands out.
    pub focus: Option<Id>,
    /// Order of the rows.
    pub sort: Sort,
    /// The units that are named alone, where several are, without the others of their kind.
    pub only: bool,
    /// Language, where the address names one.
    pub lang: Option<Lang>,
    /// Colours.
    pub theme: Theme,
    /// One chart for another site's page.
    pub embed: bool,
    /// Version of the data that the address was made with.
    pub version: Option<Id>,
}

impl View {
    /// The view of a page, about nothing in particular.
    pub fn of(page: Page) -> Self {
        Self { page, ..Self::default() }
    }

    /// The view of a page about one thing: a place, a system, a story.
    pub fn about(page: Page, id: Id) -> Self {
        Self { page, entities: vec![id], ..Self::default() }
    }

    /// What a page is about, where it is about one thing.
    pub fn subject(&self) -> Option<&Id> {
        matches!(self.page, Page::Place | Page::System | Page::Story)
            .then(|| self.entities.first())
            .flatten()
    }
}
