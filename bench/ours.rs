//! Our side of `bench/charts.mjs`: named values as bars with labels, placed and painted as the
//! explorer does it.

use ro_so::chart::{BarRow, BarSpec, Placed, Role, Shape, Spec, place};
use ro_so::quantity::{Quantity, Unit};
use ro_so::text::figure;
use ro_so::view::Lang;
use ro_so::web::canvas;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{HtmlCanvasElement, HtmlElement};

/// Bars, and their last placement.
#[wasm_bindgen]
pub struct Bars {
    spec: Spec,
    placed: Placed,
}

#[wasm_bindgen]
impl Bars {
    /// Bars of values between 0 and 1.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(names: Vec<String>, values: &[f64]) -> Self {
        let row = |(name, value): (String, &f64)| {
            let quantity = Quantity::exact(*value, 0.0001, Unit::Index01);
            BarRow {
                name,
                rank: None,
                quantity: Some(quantity),
                interval: Some(quantity.interval()),
                label: figure(&quantity, Lang::En),
                color: Role::Category(2),
                shape: Shape::Diamond,
                focus: false,
            }
        };
        let spec = BarSpec {
            rows: names.into_iter().zip(values).map(row).collect(),
            lines: Vec::new(),
            unit: Unit::Index01,
            rank_heading: "",
            is_whole: false,
            lang: Lang::En,
        };
        Self { spec: Spec::Bars(spec), placed: Placed::default() }
    }

    /// Places and paints them.
    pub fn draw(&mut self, canvas: &HtmlCanvasElement, width: f64, density: f64) {
        self.placed = place(&self.spec, width);
        canvas::paint_at(canvas, &self.placed, density, false);
    }

    /// Finds the row at a point and puts the band under it; returns the row.
    #[must_use]
    pub fn hover(&self, band: &HtmlElement, x: f64, y: f64) -> Option<usize> {
        let target = self.placed.nearest((x, y));
        canvas::lay_band(band, target.map(|target| target.area));
        target.map(|target| target.row)
    }
}
