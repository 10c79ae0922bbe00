//! What is tried with hostile input: for `cargo fuzz` (`fuzz/fuzz_targets`) and for the harness on
//! stable Rust (fuzz/stable). Each function panics where something is wrong.

use std::rc::Rc;

use ro_so::chart::{WIDTHS, exhibit, place};
use ro_so::data::{Dataset, read_bundle};
use ro_so::export::query_in_picture;
use ro_so::render::{Paint, svg};
use ro_so::state::{Model, description, title};
use ro_so::ui::{AppProps, markup};
use ro_so::view::{Lang, address};

/// A printed address and its notes may not be much longer than the input; a view is printed with
/// all its fields, so there is some slack.
const SLACK: usize = 200;

/// Any query gives a view, and that view has one address.
pub(crate) fn address(query: &str) {
    let (view, notes) = address::parse(query);
    let printed = address::print(&view);
    assert_eq!(address::parse(&printed), (view, Vec::new()), "printed as {printed:?}");
    let told: usize = notes.iter().map(|note| format!("{note:?}").len()).sum();
    // Every byte may take three when it is printed (`%3C`), and ten in debug notation.
    assert!(
        printed.len() <= 3 * query.len() + SLACK,
        "{} bytes become {}",
        query.len(),
        printed.len()
    );
    assert!(told <= 40 * query.len() + SLACK, "{told} bytes of notes");
}

/// Any address can be shown: title, description, the chart of every width.
pub(crate) fn view(dataset: &Rc<Dataset>, query: &str, lang: Lang) {
    let model = Model::new(Rc::clone(dataset), query, "", lang);
    let said = [title(&model), description(&model)];
    assert!(said.iter().all(|text| !text.is_empty()));
    let Some(exhibit) = exhibit(dataset, &model.view, lang) else { return };
    let Some(spec) = &exhibit.spec else { return };
    for width in WIDTHS {
        let placed = place(spec, f64::from(width));
        assert!(placed.width.is_finite() && placed.height.is_finite());
        no_script(&svg(&placed, &said[0], "chart", Paint::Classes));
    }
}

/// Any address can be shown as a whole page, in which it stays plain text.
pub(crate) fn page(dataset: &Rc<Dataset>, query: &str, lang: Lang) {
    let model = Model::new(Rc::clone(dataset), query, "", lang);
    no_script(&markup(AppProps::still(model)).expect("a page"));
}

/// Any file is either a picture with an address, which is read like any other, or not one of ours.
/// Returns which.
pub(crate) fn picture(file: &[u8]) -> bool {
    let query = query_in_picture(file);
    if let Some(query) = &query {
        assert!(query.len() <= file.len());
        address(query);
    }
    query.is_some()
}

/// Any text is either a dataset, which can be shown, or a list of problems. If `checked`, it is
/// read as a build reads it; otherwise as a browser does, which leaves the checks to the build.
pub(crate) fn dataset(text: &str, query: &str, checked: bool) -> bool {
    match read_bundle(text, checked) {
        Ok(dataset) => {
            view(&Rc::new(dataset), query, Lang::Vi);
            true
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            assert!(problems.iter().all(|problem| !problem.to_string().is_empty()));
            false
        }
    }
}

/// The app writes none of these elements, so one in its markup would come from a text.
fn no_script(markup: &str) {
    for element in ["<script", "<img", "<iframe", "<object"] {
        assert!(!markup.contains(element), "{element} in {markup}");
    }
}
