//! What the reader looks at, as a small plain value, and how the address bar writes it.
//!
//! The address is the state: [`address::parse`] and [`address::print`] are in one file and
//! round-trip exactly. A view may name ids that the dataset does not know; this is resolved where
//! the view meets the data, not here.
//!
//! Nothing here may import a browser API, a formatter or a layer, except plain types of `data`.

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
    /// A province, ministry or block, named by `e`. Without `e`, the list of them.
    Place,
    /// A platform or programme, named by `e`. Without `e`, the list of them.
    System,
    /// The identities between printed figures, recomputed.
    Checks,
    /// Every figure of the report texts, by text, by system or by place.
    Sources,
    /// How figures are read, and what the words mean.
    Method,
    /// What was corrected, and how to report an error.
    Corrections,
    /// One story alone, named by `e`.
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
    /// The tab that answers the question best, chosen from the figures.
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
    /// The distance to a target.
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
    /// Whether the tab shows only units of one kind, ranked or side by side.
    pub fn is_of_one_kind(self) -> bool {
        matches!(self, Self::Bars | Self::Dots | Self::Map | Self::Table)
    }

    /// Every tab, in the order of the enum: ten for comparisons, three for sources, one for
    /// stories.
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

/// The end of an open time span: later than any figure.
pub const OPEN_END: Date = Date { year: 2099, month: None, day: None };

/// The time of the figures that are shown.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Time {
    /// The newest there is.
    #[default]
    Latest,
    /// One period, named by its year or its last date.
    At(Date),
    /// From one date to another, which is [`OPEN_END`] if the span is open.
    Between(Date, Date),
}

impl Time {
    /// Whether a figure with this end date belongs to this time. Only a time span excludes figures.
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

    /// The first of two wordings in Vietnamese, the second in English.
    pub fn pick<'a>(self, vi: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }

    /// This language's half of a text.
    pub fn of(self, text: &crate::data::Text) -> &str {
        self.pick(&text.vi, &text.en)
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

/// Everything that a reader looks at. Two readers with the same view see the same page.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct View {
    /// Which page.
    pub page: Page,
    /// Which tab.
    pub tab: Tab,
    /// Indicators, the first being the one that is shown.
    pub indicators: Vec<Id>,
    /// Entities or sets of entities; empty means all that have a figure.
    pub entities: Vec<Id>,
    /// Which time.
    pub time: Time,
    /// The entity that is highlighted; on the page of a system the indicator that is shown first, on
    /// that of corrections a figure.
    pub focus: Option<Id>,
    /// Order of the rows.
    pub sort: Sort,
    /// Whether only the named units are shown, if there are several, without others of their kind.
    pub only: bool,
    /// Language, where the address names one.
    pub lang: Option<Lang>,
    /// Colours.
    pub theme: Theme,
    /// Whether this is one chart in a frame on another site.
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

    /// The one thing that the page is about: a place, a system or a story.
    pub fn subject(&self) -> Option<&Id> {
        matches!(self.page, Page::Place | Page::System | Page::Story)
            .then(|| self.entities.first())
            .flatten()
    }
}
