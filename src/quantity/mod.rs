//! Printed figures and the arithmetic that is honest about them.
//!
//! A [`Quantity`] holds what was printed; [`Quantity::interval`] says which true values that
//! wording allows; the functions of [`arithmetic`] compute with those intervals, or return a
//! [`Refusal`] that says why there is no answer.
//!
//! Nothing here may import another layer of this crate, a browser API or a formatter.

pub mod arithmetic;
mod interval;
mod printed;
mod refusal;
mod unit;

pub use interval::{End, Interval, Order};
pub(crate) use printed::decimals_of;
pub use printed::{Amount, Hedge, Quantity, Reading};
pub use refusal::Refusal;
pub use unit::Unit;
