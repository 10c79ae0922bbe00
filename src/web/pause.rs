//! Waiting for the reader to pause.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::window;

/// A delayed call; dropping it cancels the call.
pub struct Pause {
    id: i32,
    _callback: Closure<dyn FnMut()>,
}

impl Pause {
    /// Asks for the call. `None` if the browser cannot.
    pub fn after(milliseconds: i32, call: impl FnOnce() + 'static) -> Option<Self> {
        let mut call = Some(call);
        let callback = Closure::<dyn FnMut()>::new(move || {
            if let Some(call) = call.take() {
                call();
            }
        });
        let id = window()?
            .set_timeout_with_callback_and_timeout_and_arguments_0(
                callback.as_ref().unchecked_ref(),
                milliseconds,
            )
            .ok()?;
        Some(Self { id, _callback: callback })
    }
}

impl Drop for Pause {
    fn drop(&mut self) {
        if let Some(window) = window() {
            window.clear_timeout_with_handle(self.id);
        }
    }
}
