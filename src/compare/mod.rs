//! What may be said about several figures together.
//!
//! * [`judge`] answers whether two figures may be compared for an [`Operation`], with reasons.
//! * [`ask`] turns what the reader looks at into a [`Question`] that the dataset can answer.
//! * [`ranking`] answers it: rows in order, ranks as spans, what is missing.
//! * [`search`] finds places by what a reader types.
//! * [`evaluate`] recomputes an identity between printed figures.
//!
//! Pure: nothing here may import `text`, `chart`, `ui` or a browser API.
//!
//! [`Operation`]: crate::data::Operation

mod checks;
mod question;
mod ranking;
mod reason;
mod search;
mod sorting;
mod verdict;
pub mod vietnamese;

pub use checks::{CheckVerdict, Recomputed, Undecided, evaluate};
pub use question::{Missed, Question, Universe, ask, offered_indicators, periods, universes};
pub use ranking::{RankSpan, Ranking, Row, ranking};
pub use reason::{Reason, Severity};
pub use search::{Found, search};
pub use sorting::sort_stably;
pub use verdict::{Judgement, Verdict, judge};
