//! Which static pages there are: one for each thing that a reader may look for by name, in both
//! languages. Each is an alias of a view.

use ro_so::compare::{is_place, offered_indicators};
use ro_so::data::{Dataset, Id};
use ro_so::view::{Lang, Page, View, address, path};

/// One static page.
pub(crate) struct StaticPage {
    /// What it shows.
    pub view: View,
    /// In which language.
    pub lang: Lang,
}

impl StaticPage {
    /// Its folder below the root of its language, with a slash at its end; empty for the root.
    pub(crate) fn path(&self) -> String {
        path::folder(&self.view).unwrap_or_default()
    }

    /// Its folder below the root of the site.
    pub(crate) fn folder(&self) -> String {
        format!("{}{}", path::language(self.lang), self.path())
    }

    /// The relative path from there to the root: "", "../", "../../" …
    pub(crate) fn root(&self) -> String {
        "../".repeat(self.folder().matches('/').count())
    }

    /// Whether the explorer starts by itself, because the page is there for it. The other pages are
    /// for reading, and fetch it when they are touched (`www/touch.js`). On a page for frames,
    /// `www/embed.js` puts the elements that start it into the page.
    pub(crate) fn starts_at_once(&self) -> bool {
        self.view.embed || self.view.page == Page::Compare
    }

    /// The query of its view; empty for the home page, which is what an empty address shows.
    pub(crate) fn query(&self) -> String {
        address::print(&self.view)
    }
}

/// Every static page, Vietnamese first.
pub(crate) fn pages(dataset: &Dataset) -> Vec<StaticPage> {
    let views = views(dataset);
    let of = |lang| views.iter().map(move |view| StaticPage { view: view.clone(), lang });
    Lang::ALL.into_iter().flat_map(of).collect()
}

fn views(dataset: &Dataset) -> Vec<View> {
    let plain = Page::ALL.into_iter().filter(|page| *page != Page::Story).map(View::of);
    let about = |page: Page, ids: Vec<&Id>| {
        ids.into_iter().map(|id| View::about(page, id.clone())).collect::<Vec<_>>()
    };
    let places = dataset.entities.iter().filter(|entity| is_place(entity.kind));
    plain
        .chain(about(Page::Story, dataset.stories.iter().map(|story| &story.id).collect()))
        .chain(about(Page::Place, places.map(|entity| &entity.id).collect()))
        .chain(about(Page::System, dataset.systems.iter().map(|system| &system.id).collect()))
        .chain(comparisons(dataset))
        .collect()
}

/// The comparison of each indicator, in its default view.
pub(crate) fn comparisons(dataset: &Dataset) -> impl Iterator<Item = View> {
    offered_indicators(dataset)
        .into_iter()
        .map(|indicator| View { indicators: vec![indicator.id.clone()], ..View::of(Page::Compare) })
}
