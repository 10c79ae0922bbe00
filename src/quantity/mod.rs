//! Printed figures, and arithmetic that keeps track of what they leave open.
//!
//! A [`Quantity`] holds what was printed; [`Quantity::interval`] gives the true values that this
//! wording allows; the functions of [`arithmetic`] compute with these intervals, or return a
//! [`Refusal`] that says why there is no answer.
//!
//! Nothing here may import another layer of this crate, a browser API or a formatter.

pub mod arithmetic;
mod digits;
mod interval;
mod printed;
mod refusal;
mod unit;

pub use digits::{decimals_of, magnitude};
pub use interval::{End, Interval, Order};
pub use printed::{Amount, Hedge, Quantity, Reading};
pub use refusal::Refusal;
pub use unit::Unit;
