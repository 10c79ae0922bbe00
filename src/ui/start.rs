//! Starting the explorer with the data that the page has fetched.

use std::rc::Rc;

use super::{AppProps, Data};
use crate::data::load_bundle;
use crate::web::page;
use crate::web::turns::in_turn;

/// Mounts the explorer beside the static page, whose place it takes once it is painted. `data` is
/// the text of `data.json`: `www/boot.js` fetches it while the browser still compiles this module.
///
/// # Errors
/// Says what is wrong with data that arrived cut short or broken; the static page then stays.
pub fn start(data: &str) -> Result<(), String> {
    let dataset = load_bundle(data)
        .map_err(|problems| problems.first().map_or_else(String::new, ToString::to_string))?;
    let root = page::app_element().ok_or("the page has no element `app`")?;
    let of_page = page::of_page();
    let props = AppProps {
        data: Data(Rc::new(dataset)),
        query: page::query(),
        page_view: of_page.view,
        page_lang: of_page.lang,
        root: of_page.root.into(),
        folder: "".into(),
        address: page::address().into(),
        report: page::report_address().map(Into::into),
        live: true,
    };
    in_turn(|| mount(root, props));
    Ok(())
}

#[cfg(target_arch = "wasm32")]
fn mount(root: web_sys::Element, props: AppProps) {
    yew::Renderer::<super::App>::with_root_and_props(root, props).render();
}

/// Natively there is no page to mount on.
#[cfg(not(target_arch = "wasm32"))]
fn mount(_: web_sys::Element, _: AppProps) {}
