//! Rõ Số: what Vietnam's digital-transformation reports print, what each figure means, and which
//! figures may be compared.
//!
//! The crate is a pipeline of layers. Each may use only the layers above it in this list;
//! `tests/layering.rs` reads the sources and enforces this.
//!
//! | layer | question it answers |
//! |---|---|
//! | [`quantity`] | What does a printed figure allow, and what follows from two of them? |
//! | [`data`] | What is known, about whom, for when, and where is it printed? |
//! | [`view`] | What does the reader look at, and how is that written in the address? |
//! | [`compare`] | What may be said about several figures together? |
//! | [`text`] | How is it said, in Vietnamese and in English? |
//! | [`chart`] | Where does every mark and every label of a picture stand? |
//! | [`render`] | How does a placed chart become SVG or canvas strokes? |
//! | [`export`] | How do other programs read the dataset? |
//! | [`state`] | How does the explorer respond to the reader? |
//! | [`web`] | The browser: the only layer that calls `web_sys` and `gloo`. |
//! | [`ui`] | The Yew components, rendered in the browser and natively for the static pages. |
//!
//! Everything before `web` is pure: no DOM, no clock, no network, no randomness.

pub mod quantity;

pub mod data;

pub mod view;

pub mod compare;

pub mod text;

pub mod chart;

pub mod render;

pub mod export;

pub mod state;

pub mod web;

pub mod ui;
