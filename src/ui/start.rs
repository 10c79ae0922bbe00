//! Starting the explorer with the data that the page has fetched.

use std::rc::Rc;

use super::AppProps;
use crate::data::{Dataset, Problem, Reading};
use crate::state::Model;
use crate::web::page;
use crate::web::turns::turn;

/// Mounts the explorer beside the static page, and replaces that page once the explorer is painted.
/// `data` is the text of `data.json`, which `www/boot.js` fetches while the browser still compiles
/// this module. Works in portions, between which the browser answers the reader.
///
/// # Errors
/// What is wrong with truncated or broken data, or with the page; the static page then stays.
pub async fn start(data: String) -> Result<(), String> {
    // The browser has made the module ready in this same task.
    turn().await;
    let dataset = Rc::new(read(&data).await?);
    drop(data);
    let root = page::app_element().ok_or("the page has no element `app`")?;
    let of_page = page::of_page();
    let mut model;
    loop {
        let (address, query) = (page::address(), page::query());
        model = Model::new(Rc::clone(&dataset), &query, &of_page.view, of_page.lang)
            .located(&address, &of_page.root);
        turn().await;
        // The reader may have gone back meanwhile, which nothing listens to yet.
        if (address, query) == (page::address(), page::query()) {
            break;
        }
    }
    let props = AppProps {
        model: Rc::new(model),
        root: of_page.root.into(),
        folder: "".into(),
        report: page::report_address().map(Into::into),
        live: true,
    };
    mount(root, props);
    Ok(())
}

/// The dataset, file by file.
async fn read(data: &str) -> Result<Dataset, String> {
    let mut reading = Reading::new(data).map_err(|problem| problem.to_string())?;
    turn().await;
    while reading.read_on() {
        turn().await;
    }
    reading.done().map_err(first_of)
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
