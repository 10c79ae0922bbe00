//! What the device says: pixel density, colours, fonts.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen_futures::JsFuture;
use web_sys::MediaQueryList;

use super::window;
use crate::view::Theme;

/// Device pixels per pixel of a chart, between 1 and 4.
pub fn pixel_density() -> f64 {
    (device_pixels() * enlarged()).clamp(1.0, 4.0)
}

/// Device pixels per CSS pixel.
fn device_pixels() -> f64 {
    window().map_or(1.0, |window| window.device_pixel_ratio())
}

/// The factor by which `www/app.css` enlarges charts in step mode on a wide screen.
fn enlarged() -> f64 {
    let in_steps = || super::document()?.query_selector(".steps").ok()?;
    let is_wide = || query("(min-width: 60em)").is_some_and(|list| list.matches());
    if in_steps().is_some() && is_wide() { 1.45 } else { 1.0 }
}

/// Whether the page is dark now. Paper is always light.
pub fn is_dark(theme: Theme) -> bool {
    if is_printing() {
        return false;
    }
    match theme {
        Theme::Light => false,
        Theme::Dark => true,
        Theme::System => query("(prefers-color-scheme: dark)").is_some_and(|list| list.matches()),
    }
}

fn is_printing() -> bool {
    query("print").is_some_and(|list| list.matches())
}

/// Calls back with `true` before the page is printed and with `false` after. Stops when dropped.
pub fn on_paper(changed: impl Fn(bool) + 'static) -> Option<Watcher> {
    let (window, list) = (window()?, query("print")?);
    let changed = Rc::new(changed);
    let (before, after, now) = (Rc::clone(&changed), Rc::clone(&changed), list.clone());
    let listeners = vec![
        // On a slow machine the pages are laid out before the media query reports the change.
        EventListener::new(&window, "beforeprint", move |_| before(true)),
        EventListener::new(&window, "afterprint", move |_| after(false)),
        EventListener::new(&list, "change", move |_| changed(now.matches())),
    ];
    Some(Watcher { _listeners: listeners })
}

/// Whether the reader has asked for less motion.
pub fn prefers_less_motion() -> bool {
    query("(prefers-reduced-motion: reduce)").is_some_and(|list| list.matches())
}

/// Several event listeners with one purpose. They stop when dropped.
pub struct Watcher {
    _listeners: Vec<EventListener>,
}

impl Watcher {
    /// Calls back whenever charts must be repainted because the density or the colours changed.
    pub fn new(changed: impl Fn() + Clone + 'static) -> Self {
        let density = device_pixels();
        let queries = [
            String::from("(prefers-color-scheme: dark)"),
            // Fires when the window moves to another screen or is zoomed.
            format!("(resolution: {density}dppx)"),
            String::from("print"),
        ];
        let listeners = queries.iter().filter_map(|text| query(text)).map(|list| {
            let changed = changed.clone();
            EventListener::new(&list, "change", move |_| changed())
        });
        // Zooming resizes the window too, even in browsers that report no change of resolution.
        let on_zoom = changed.clone();
        let zoomed = window().map(move |window| {
            EventListener::new(&window, "resize", move |_| {
                if (device_pixels() - density).abs() > f64::EPSILON {
                    on_zoom();
                }
            })
        });
        Self { _listeners: listeners.chain(zoomed).collect() }
    }
}

/// Calls back once all fonts of the page are loaded or have failed; never if none is missing.
pub fn when_fonts_come(ready: impl FnOnce() + 'static) {
    let Some(fonts) = super::document().map(|document| document.fonts()) else { return };
    let loaded: Vec<_> = ["13px 'Be Vietnam Pro'", "600 13px 'Be Vietnam Pro'"]
        .into_iter()
        .filter(|font| !fonts.check(font).unwrap_or(false))
        .map(|font| fonts.load(font))
        .collect();
    if loaded.is_empty() {
        return;
    }
    wasm_bindgen_futures::spawn_local(async move {
        for promise in loaded {
            // A font that fails leaves the metric-matched fallback in place.
            JsFuture::from(promise).await.ok();
        }
        ready();
    });
}

fn query(text: &str) -> Option<MediaQueryList> {
    window()?.match_media(text).ok().flatten()
}
