//! Work in portions: while the explorer is made beside the static page, the browser answers the
//! reader between one portion and the next.

use std::cell::RefCell;
use std::collections::VecDeque;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::Promise;

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

/// How long a portion may be before the reader gets a turn, in milliseconds.
const LONG: f64 = 8.0;

/// Work that is done in portions.
pub struct Portions {
    /// When the current one began.
    began: f64,
}

impl Portions {
    /// The first begins now.
    pub fn begin() -> Self {
        Self { began: now() }
    }

    /// Gives the reader a turn if the current portion was long.
    pub async fn rest(&mut self) {
        if now() - self.began >= LONG {
            self.pause().await;
        }
    }

    /// Gives the reader a turn.
    pub async fn pause(&mut self) {
        let turn = Promise::new(&mut |go_on, _| {
            in_turn(move || drop(go_on.call0(&JsValue::NULL)));
        });
        JsFuture::from(turn).await.ok();
        self.began = now();
    }
}

fn now() -> f64 {
    window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}
