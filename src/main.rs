//! The module that the browser loads. It does nothing by itself: `www/boot.js` calls [`start`] once
//! the data have arrived.

use wasm_bindgen::prelude::wasm_bindgen;

/// See [`ro_so::ui::start`]. An error is shown on the static page, which then stays in place.
#[wasm_bindgen]
pub async fn start(data: String) -> Result<(), String> {
    ro_so::ui::start(data).await
}

fn main() {}
