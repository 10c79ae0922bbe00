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
    /// Whether it is on the clipboard. If not, the reader is shown the text, selected.
    pub copied: bool,
}

/// What can be handed to the clipboard.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum What {
    /// Address of the view, for sharing.
    Address,
    /// Address of a comparison, copied from the choices below its chart.
    Link,
    /// Citation of a comparison.
    Citation,
    /// Citation of a figure, in the panel over the page.
    FigureCitation,
    /// A letter that reports a figure as wrong.
    Report,
    /// Code for an article.
    Code,
}

/// A form in which a comparison or a story can be saved as a file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Format {
    /// A picture with this many pixels per pixel of its layout.
    Png(u8),
    /// A picture laid out for a narrow column, with three pixels per pixel of its layout.
    PhonePng,
    /// A vector picture.
    Svg,
    /// A table for any program.
    Csv,
    /// A table for an Excel with Vietnamese settings.
    VietnameseCsv,
    /// A workbook with everything that is said about the figures.
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
    /// As [`Self::WithinApp`], but the picture at this address is shown, to be pressed and held.
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
    /// Choose a second indicator to compare the first with; `None` removes it.
    ChooseSecond(Option<Id>),
    /// Choose the time, by its address token.
    ChooseTime(String),
    /// Choose the first date of a time span, by its token; an empty one means the earliest.
    ChooseStart(String),
    /// Look at these places or sets of places, with one that is highlighted.
    ChooseEntities(Vec<Id>, Option<Id>),
    /// Choose which units are ranked.
    ChooseUniverse(Universe),
    /// Add a place and highlight it.
    AddEntity(Id),
    /// Remove a place again.
    RemoveEntity(Id),
    /// Choose what is highlighted, or shown alone: a place, a kind of verdict.
    ChooseFocus(Option<Id>),
    /// Show only the named places, or again all of their kind.
    ShowOnly(bool),
    /// Choose the order of the rows.
    ChooseSort(Sort),
    /// Narrow the list of places to those that fit what was typed.
    FilterPlaces(String),
    /// On a screen too small for all choices, unfold the folded ones, or fold them again.
    UnfoldChoices(bool),
    /// Switch the language.
    SetLang(Lang),
    /// Switch the colours.
    SetTheme(Theme),
    /// Show where a figure was printed.
    OpenFigure(Id),
    /// Close that panel again.
    CloseFigure,
    /// Open the search over everything.
    OpenSearch,
    /// Close it without a choice.
    CloseSearch,
    /// Go to what was found.
    ChooseHit(Hit),
    /// Dismiss the notes.
    DismissNotes,
    /// In step mode: on to the next story, or back to the one before.
    Step {
        /// On, not back.
        forward: bool,
    },
    /// Enter or leave full screen.
    FullScreen,
    /// Share the view.
    Share,
    /// Put a text on the clipboard.
    Copy(What, String),
    /// Put the code of the comparison's picture on the clipboard; it is made only now.
    CopyFigure,
    /// Choose language and colours of the code for an article.
    ChooseForArticle(Lang, Theme),
    /// Save the comparison or the story that is shown as a file, in a language.
    Download(Format, Lang),
    /// The browser did not save the file of the request with this number.
    NotSaved(u32, NotSaved),
    /// A file was dropped on the page: the query of the view in it, `None` if it is not ours.
    Dropped(Option<String>),
    /// The browser has copied the text of the request with this number, or refused to.
    Handed(u32, Handed),
    /// The reader went back or forward: to this page, with this query.
    AddressChanged(String, String),
}

/// The address that the browser keeps for a view.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Address {
    /// The address to show; `None` for the page's own address with the query.
    pub shown: Option<String>,
    /// The query that restores the view on this page.
    pub query: String,
}

/// What must happen outside the model.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Write a new entry into the history.
    PushAddress(Address),
    /// Change the current entry of the history.
    ReplaceAddress(Address),
    /// Write an entry for a panel over the page, so that going back closes it.
    PushPanel(Address),
    /// Remove that entry again, if it is still the current one.
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
    /// Show the section of an indicator on the page of a system, and focus it.
    ShowSection(Id),
    /// Focus the heading of the page if what had the focus is gone or led here.
    FocusHeading,
    /// Focus the button of the chosen place that now has this number.
    FocusChoice(usize),
    /// Enter or leave full screen.
    ToggleFullScreen,
    /// Share the view through the device, or copy its address if that is impossible.
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
        /// Pixels per pixel of its layout.
        scale: u8,
        /// Whether it has the colours of dark pages.
        is_dark: bool,
        /// Address of its view, kept in the file.
        address: String,
    },
    /// Load the code for a kind of file, make one from a text, and save it.
    SaveMade {
        /// Name of the file.
        name: String,
        /// Name of the function of `www/lazy.js`.
        maker: &'static str,
        /// The JSON of a comparison for a workbook, the query of a view for the whole explorer.
        text: String,
    },
    /// Free the memory of a picture that was shown to be held and is no longer visible.
    Forget(Rc<str>),
    /// Put a text on the clipboard.
    Copy {
        /// What it is.
        what: What,
        /// The text.
        text: String,
    },
}
