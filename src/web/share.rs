//! The device's own way of sharing, if it has one.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::Reflect;
use web_sys::{DomException, Navigator, ShareData};

use super::{clipboard, window};
use crate::state::{Handed, What};

/// Offers an address to the device. If the device cannot share (most desktops, many in-app
/// browsers) or fails to, the address is copied instead.
pub fn share(title: &str, text: &str, address: String, done: impl Fn(Handed) + 'static) {
    let Some(navigator) = window().map(|window| window.navigator()).filter(can_share) else {
        return clipboard::copy(What::Address, address, done);
    };
    let data = ShareData::new();
    data.set_title(title);
    data.set_text(text);
    data.set_url(&address);
    let promise = navigator.share_with_data(&data);
    spawn_local(async move {
        // A reader who cancels wants no copy.
        if let Err(error) = JsFuture::from(promise).await
            && error.dyn_ref::<DomException>().is_none_or(|error| error.name() != "AbortError")
        {
            clipboard::copy(What::Address, address, done);
        }
    });
}

fn can_share(navigator: &Navigator) -> bool {
    Reflect::get(navigator, &JsValue::from_str("share")).is_ok_and(|f| f.is_function())
}
