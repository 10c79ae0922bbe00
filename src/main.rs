//! The module that the browser loads. It does nothing by itself: `www/boot.js` calls [`start`]
//! once the data are there.

use wasm_bindgen::prelude::wasm_bindgen;

/// See [`ro_so::ui::start`]. An error is shown on the static page, which then stays.
#[wasm_bindgen]
pub async fn start(data: String) -> Result<(), String> {
    ro_so::ui::start(data).await
}

fn main() {}
