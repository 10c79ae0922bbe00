//! What the reader can do, and what must then happen outside the model.

use std::rc::Rc;

use crate::chart::Placed;
use crate::compare::{Hit, Universe};
use crate::data::Id;
use crate::view::{Lang, Page, Sort, Tab, Theme, View};

/// A text that was handed to the clipboard.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Handed {
    /// What it is.
    pub what: What,
    /// The text.
    pub text: Rc<str>,
    /// Whether it is on the clipboard. Otherwise the reader is shown it, selected.
    pub copied: bool,
}

/// What can be handed to the clipboard.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum What {
    /// Address of the view, to be shared.
    Address,
    /// Address of a comparison, taken away with its other forms.
    Link,
    /// A comparison, as it is cited.
    Citation,
    /// A figure, as it is cited, in the panel over the page.
    FigureCitation,
    /// A letter that reports a figure as wrong.
    Report,
    /// Code for an article.
    Code,
}

/// A file that a comparison can be taken away as.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Format {
    /// A picture of so many pixels to each of its own.
    Png(u8),
    /// A picture laid out for a narrow column, of three pixels to each of its own.
    PhonePng,
    /// A picture of lines.
    Svg,
    /// A table for any program.
    Csv,
    /// A table for an Excel with Vietnamese settings.
    VietnameseCsv,
    /// A workbook with all that is said of the figures.
    Workbook,
    /// Everything, for programs.
    Json,
    /// The whole explorer in one file, which opens at this view.
    OneFile,
}

/// Why a file is not saved.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum NotSaved {
    /// It could not be made.
    Failed,
    /// The page is shown within an app (Zalo, Facebook), which saves no files.
    WithinApp,
    /// As before; the picture at this address is shown, to be pressed and held.
    Picture(Rc<str>),
}

/// What the reader can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// Go to another page.
    GoTo(Page),
    /// Look at something else; language and colours stay.
    Visit(View),
    /// Choose the way of looking.
    ChooseTab(Tab),
    /// Choose what is measured.
    ChooseIndicator(Id),
    /// Choose a second indicator to hold the first against; none takes it out again.
    ChooseSecond(Option<Id>),
    /// Choose the time, by its address token.
    ChooseTime(String),
    /// Choose the first date of a stretch of time, by its token; an empty one begins at the first.
    ChooseStart(String),
    /// Look at these places or sets of places, with one that stands out.
    ChooseEntities(Vec<Id>, Option<Id>),
    /// Choose which units are put in order.
    ChooseUniverse(Universe),
    /// Add a place and make it stand out.
    AddEntity(Id),
    /// Take a place out again.
    RemoveEntity(Id),
    /// Choose what stands out, or alone is shown: a place, a kind of verdict.
    ChooseFocus(Option<Id>),
    /// Show the places that were named alone, or among all of their kind again.
    ShowOnly(bool),
    /// Choose the order of the rows.
    ChooseSort(Sort),
    /// Narrow the list of places to those that fit what was typed.
    FilterPlaces(String),
    /// Where all choices do not fit on the screen, unfold those that are folded, or fold them again.
    UnfoldChoices(bool),
    /// Switch the language.
    SetLang(Lang),
    /// Switch the colours.
    SetTheme(Theme),
    /// Show where a figure was printed.
    OpenFigure(Id),
    /// Close that again.
    CloseFigure,
    /// Open the search over everything.
    OpenSearch,
    /// Close it without a choice.
    CloseSearch,
    /// Go to what was found.
    ChooseHit(Hit),
    /// Put away the notes about the address.
    DismissNotes,
    /// In step mode: on to the next story, or back to the one before.
    Step {
        /// On, not back.
        forward: bool,
    },
    /// Fill the screen, or leave that again.
    FullScreen,
    /// Give the view to somebody else.
    Share,
    /// Put a text on the clipboard.
    Copy(What, String),
    /// Put the code of the comparison's picture on the clipboard; it is made only now.
    CopyFigure,
    /// Choose language and colours of the code for an article.
    ChooseForArticle(Lang, Theme),
    /// Take the comparison or the story that is shown away as a file, in a language.
    Download(Format, Lang),
    /// The browser did not save the file of this name.
    NotSaved(Rc<str>, NotSaved),
    /// A file was dropped on the page: the query of the view in it, none where it is not ours.
    Dropped(Option<String>),
    /// The browser has copied a text, or refused to.
    Handed(Handed),
    /// The reader went back or forward: to this page, with this query.
    AddressChanged(String, String),
}

/// What the browser is to keep of a view.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Address {
    /// What it shows; `None` for the page's own address with the query.
    pub shown: Option<String>,
    /// The query that gives the view back on this page.
    pub query: String,
}

/// What must happen outside the model.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Write a new entry into the history.
    PushAddress(Address),
    /// Change the current entry of the history.
    ReplaceAddress(Address),
    /// Write an entry for what now lies over the page: going back closes it.
    PushPanel(Address),
    /// Take that entry out again, where it is still the current one.
    PopPanel,
    /// Set language, title and colours of the document.
    Document {
        /// Language.
        lang: Lang,
        /// Title.
        title: String,
        /// Colours.
        theme: Theme,
    },
    /// Show the top of the page.
    ScrollToTop,
    /// Give the focus to what is left of the chosen places, where the button that had it is gone.
    FocusChoices,
    /// Fill the screen with the page, or leave that again.
    ToggleFullScreen,
    /// Offer the view to the device's ways of sharing, else copy its address.
    Share {
        /// Title.
        title: String,
        /// One sentence.
        text: String,
        /// Whole address.
        address: String,
    },
    /// Save a text as a file.
    SaveText {
        /// Name of the file.
        name: String,
        /// Media type.
        kind: &'static str,
        /// Content.
        content: String,
    },
    /// Paint a picture and save it.
    SavePicture {
        /// Name of the file.
        name: String,
        /// The picture.
        placed: Box<Placed>,
        /// Pixels to each of its own.
        scale: u8,
        /// Whether in the colours of dark pages.
        is_dark: bool,
        /// Address of its view, kept in the file.
        address: String,
    },
    /// Load what makes a file of a kind, make one of a text, and save it.
    SaveMade {
        /// Name of the file.
        name: String,
        /// Name of the function of `www/lazy.js`.
        maker: &'static str,
        /// The JSON of a comparison for a workbook, the query of a view for the whole explorer.
        text: String,
    },
    /// Let go of a picture that was made to be held: no more is to be seen of it.
    Forget(Rc<str>),
    /// Put a text on the clipboard.
    Copy {
        /// What it is.
        what: What,
        /// The text.
        text: String,
    },
}

impl Effect {
    /// The name of the file that it makes.
    pub(super) fn file(&self) -> Option<&str> {
        match self {
            Self::SaveText { name, .. }
            | Self::SavePicture { name, .. }
            | Self::SaveMade { name, .. } => Some(name),
            _ => None,
        }
    }
}
