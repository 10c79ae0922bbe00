//! Fetching the data that the page names.

use gloo::net::http::Request;

use super::document;
use crate::data::{Dataset, load_bundle};

/// Why the explorer did not start. The static page stays in place.
#[derive(Debug)]
pub enum StartError {
    /// The page names no data.
    NoAddress,
    /// The data did not arrive.
    Fetch(String),
    /// The data arrived cut short or broken.
    Broken(String),
}

/// Fetches and checks the dataset that the page's preload link names.
pub async fn fetch_dataset() -> Result<Dataset, StartError> {
    let link = document()
        .and_then(|document| document.get_element_by_id("data"))
        .ok_or(StartError::NoAddress)?;
    let address = link.get_attribute("href").ok_or(StartError::NoAddress)?;
    let failed = |error: gloo::net::Error| StartError::Fetch(error.to_string());
    let response = Request::get(&address).send().await.map_err(failed)?;
    if !response.ok() {
        return Err(StartError::Fetch(response.status().to_string()));
    }
    let text = response.text().await.map_err(failed)?;
    load_bundle(&text).map_err(|problems| {
        StartError::Broken(problems.first().map_or_else(String::new, ToString::to_string))
    })
}

/// Says on the static page that the interactive part is missing; the page itself stays.
pub fn show_failure() {
    if let Some(notice) = document().and_then(|document| document.get_element_by_id("failed")) {
        notice.remove_attribute("hidden").ok();
    }
}
