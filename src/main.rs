//! Starts the explorer in the browser, beside the static page whose place it takes.

#[cfg(target_arch = "wasm32")]
fn main() {
    use ro_so::ui::{App, AppProps, Data};
    use ro_so::web::{page, start};

    wasm_bindgen_futures::spawn_local(async {
        let root =
            web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id("app"));
        let (Ok(dataset), Some(root)) = (start::fetch_dataset().await, root) else {
            return start::show_failure();
        };
        let (page_view, page_lang) = page::of_page();
        let props = AppProps {
            data: Data(dataset.into()),
            query: page::query(),
            page_view,
            page_lang,
            root: "",
            live: true,
        };
        yew::Renderer::<App>::with_root_and_props(root, props).render();
    });
}

/// Natively there is nothing to start: the static pages are made by the binary `site`.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
