//! Starting the explorer with the data that the page has fetched.

use std::rc::Rc;

use super::AppProps;
use crate::data::{Problem, Reading};
use crate::state::Model;
use crate::web::page;
use crate::web::turns::Portions;

/// Mounts the explorer beside the static page, whose place it takes once it is painted. `data` is
/// the text of `data.json`: `www/boot.js` fetches it while the browser still compiles this module.
/// In portions, between which the browser answers the reader.
///
/// # Errors
/// Says what is wrong with data that arrived cut short or broken; the static page then stays.
pub async fn start(data: String) -> Result<(), String> {
    let mut portions = Portions::begin();
    // The browser has just made the module ready, in this very task.
    portions.pause().await;
    let dataset = {
        let mut reading = Reading::new(&data).map_err(|problem| problem.to_string())?;
        portions.rest().await;
        while reading.read_on() {
            portions.rest().await;
        }
        reading.done().map_err(first_of)?
    };
    drop(data);
    portions.rest().await;
    let root = page::app_element().ok_or("the page has no element `app`")?;
    let of_page = page::of_page();
    let model = Model::new(Rc::new(dataset), &page::query(), &of_page.view, of_page.lang);
    let props = AppProps {
        model: Rc::new(model.located(&page::address(), &of_page.root)),
        root: of_page.root.into(),
        folder: "".into(),
        report: page::report_address().map(Into::into),
        live: true,
    };
    portions.rest().await;
    mount(root, props);
    Ok(())
}

fn first_of(problems: Vec<Problem>) -> String {
    problems.first().map_or_else(String::new, ToString::to_string)
}

#[cfg(target_arch = "wasm32")]
fn mount(root: web_sys::Element, props: AppProps) {
    yew::Renderer::<super::App>::with_root_and_props(root, props).render();
}

/// Natively there is no page to mount on.
#[cfg(not(target_arch = "wasm32"))]
fn mount(_: web_sys::Element, _: AppProps) {}
