//! Calls before the next frames on the screen.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::window;

/// A call before the next frame; dropping it cancels the call.
pub struct Frame {
    id: i32,
    _callback: Closure<dyn FnMut(f64)>,
}

impl Frame {
    /// Asks for the call, which gets the frame's time in milliseconds. `None` if the browser
    /// cannot.
    pub fn next(call: impl FnOnce(f64) + 'static) -> Option<Self> {
        let mut call = Some(call);
        let callback = Closure::<dyn FnMut(f64)>::new(move |time| {
            if let Some(call) = call.take() {
                call(time);
            }
        });
        let id = window()?.request_animation_frame(callback.as_ref().unchecked_ref()).ok()?;
        Some(Self { id, _callback: callback })
    }
}

/// A call before the frame after the next, so that the next one need not wait for what it changes.
/// Dropping it cancels the call.
pub struct SecondFrame {
    _held: Rc<RefCell<Option<Frame>>>,
}

impl SecondFrame {
    /// Asks for the call.
    pub fn after(call: impl FnOnce() + 'static) -> Self {
        let held = Rc::new(RefCell::new(None));
        let still_held = Rc::downgrade(&held);
        let first = Frame::next(move |_| {
            if let Some(held) = still_held.upgrade() {
                *held.borrow_mut() = Frame::next(move |_| call());
            }
        });
        *held.borrow_mut() = first;
        Self { _held: held }
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        if let Some(window) = window() {
            window.cancel_animation_frame(self.id).ok();
        }
    }
}
