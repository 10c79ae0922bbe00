//! Work in portions: while the explorer is made beside the static page, the browser answers the
//! reader between one portion and the next.

use std::cell::RefCell;
use std::collections::VecDeque;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::window;

type Portion = Box<dyn FnOnce()>;

thread_local! {
    /// What is still to be done, the next first.
    static WAITING: RefCell<VecDeque<Portion>> = const { RefCell::new(VecDeque::new()) };
}

/// Does something in a task of its own, after all that was asked for before.
pub fn in_turn(portion: impl FnOnce() + 'static) {
    let is_next = WAITING.with_borrow_mut(|waiting| {
        waiting.push_back(Box::new(portion));
        waiting.len() == 1
    });
    if is_next {
        ask();
    }
}

fn ask() {
    let call = Closure::once_into_js(next);
    if let Some(window) = window() {
        window.set_timeout_with_callback(call.unchecked_ref()).ok();
    }
}

fn next() {
    let (portion, are_more) = WAITING.with_borrow_mut(|waiting| {
        let portion = waiting.pop_front();
        (portion, !waiting.is_empty())
    });
    if are_more {
        ask();
    }
    if let Some(portion) = portion {
        portion();
    }
}
