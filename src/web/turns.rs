//! Work in portions: while the explorer is built beside the static page, the browser can answer the
//! reader between two portions.

use std::cell::RefCell;
use std::collections::VecDeque;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;
use web_sys::js_sys::Promise;

type Portion = Box<dyn FnOnce()>;

thread_local! {
    /// The portions that are still to run, in their order.
    static WAITING: RefCell<VecDeque<Portion>> = const { RefCell::new(VecDeque::new()) };
    /// A message sent through it arrives in a task of its own. A timer would wait some milliseconds
    /// each time, and a second while the page is hidden.
    static CHANNEL: Option<MessageChannel> = opened();
}

fn opened() -> Option<MessageChannel> {
    let channel = MessageChannel::new().ok()?;
    let arrived = Closure::<dyn FnMut()>::new(next);
    channel.port1().set_onmessage(Some(arrived.as_ref().unchecked_ref()));
    arrived.forget();
    Some(channel)
}

/// Runs a portion in a task of its own, after all that were asked for before.
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
    let sent = |channel: &MessageChannel| channel.port2().post_message(&JsValue::NULL).ok();
    if CHANNEL.with(|channel| channel.as_ref().and_then(sent)).is_none() {
        // Without messages the page is built in one task.
        next();
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

/// Yields to the browser; what follows runs in a task of its own.
pub async fn turn() {
    let turn = Promise::new(&mut |go_on, _| {
        in_turn(move || drop(go_on.call0(&JsValue::NULL)));
    });
    JsFuture::from(turn).await.ok();
}
