//! How figures and findings are said, in Vietnamese and in English.
//!
//! * [`Key`] holds every fixed string of the interface; a missing translation does not compile.
//! * [`number`], [`figure`] and [`period`] write values as a newspaper would.
//! * [`reason`] and [`finding`] make sentences from judgements and rankings, `check` from checks.
//!
//! Vietnamese puts a no-break space before a word that belongs to a number, none before `%`.
//! Nothing here may import `chart`, `ui` or a browser API.

mod check;
mod figure;
mod finding;
mod key;
mod name;
mod number;
mod period;
mod reason;

pub use check::{check_sentence, check_verdict, undecided};
pub use figure::{computed, figure, interval, interval_of};
pub use finding::{coverage, finding, rank, refusal, title};
pub use key::Key;
pub use name::{full_name_inside, name_inside, target_name};
pub use number::{NBSP, number};
pub use period::{date, period};
pub use reason::{kind_name, reason_label, reason_sentence, reason_side, verdict};
