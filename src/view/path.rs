//! Folders of the static pages: each is an alias of a view.
//!
//! Nothing here may import a browser API, a formatter or another layer, except ids of `data`.

use super::{Lang, Page, Sort, Tab, Time, View, address};

/// The folder of the pages for frames in articles. Its own page is empty at first.
const EMBED: &str = "embed/";

/// The file beside the home page that holds the whole explorer.
pub const ONE_FILE: &str = "ro-so.html";

/// The folder of each page.
const PAGES: [(Page, &str); 9] = [
    (Page::Home, ""),
    (Page::Compare, "compare"),
    (Page::Place, "places"),
    (Page::System, "systems"),
    (Page::Checks, "checks"),
    (Page::Sources, "sources"),
    (Page::Method, "method"),
    (Page::Corrections, "corrections"),
    (Page::Story, "stories"),
];

/// The folder of the comparisons of one indicator.
const INDICATORS: &str = "indicators";

/// The folder of the static page that shows a view, below the root of its language: `""` for the
/// home page, `"places/province63-17/"` for Hòa Bình, `"embed/stories/hoa-binh/"` for a story in a
/// frame. `None` if no page has this form; ids are not checked.
pub fn folder(view: &View) -> Option<String> {
    let plain = view.tab == Tab::default()
        && view.time == Time::Latest
        && view.focus.is_none()
        && view.sort == Sort::default();
    if !plain {
        return None;
    }
    if view.embed {
        return embed_folder(view);
    }
    let (_, page) = PAGES.into_iter().find(|(page, _)| *page == view.page)?;
    let is_about_one = matches!(view.page, Page::Place | Page::System | Page::Story);
    match (view.page, view.indicators.as_slice(), view.entities.as_slice()) {
        (Page::Home, [], []) => Some(String::new()),
        (Page::Compare, [one], []) => Some(format!("{INDICATORS}/{one}/")),
        // The home page is the list of stories.
        (Page::Story, [], []) => None,
        (_, [], []) => Some(format!("{page}/")),
        (_, [], [one]) if is_about_one => Some(format!("{page}/{}/", one.replace(':', "-"))),
        _ => None,
    }
}

/// The view of a folder below the root of its language: the inverse of [`folder`]. `None` for a
/// folder without a page and for folders of frames.
pub fn view(folder: &str) -> Option<View> {
    let mut parts = folder.strip_suffix('/').unwrap_or(folder).split('/');
    let (first, about) = (parts.next()?, parts.next());
    if parts.next().is_some() || about == Some("") {
        return None;
    }
    if first == INDICATORS {
        return Some(View { indicators: vec![about?.into()], ..View::of(Page::Compare) });
    }
    let (page, _) = PAGES.into_iter().find(|(_, name)| *name == first)?;
    match (page, about) {
        (Page::Story, None) => None,
        (_, None) => Some(View::of(page)),
        // Only ids of places have a colon, after their kind.
        (Page::Place, Some(id)) => Some(View::about(page, id.replacen('-', ":", 1).into())),
        (Page::System | Page::Story, Some(id)) => Some(View::about(page, id.into())),
        _ => None,
    }
}

/// Stories and comparisons of one indicator have a page for frames. A comparison without an
/// indicator has the page that waits for the explorer.
fn embed_folder(view: &View) -> Option<String> {
    if *view == (View { embed: true, ..View::of(Page::Compare) }) {
        return Some(EMBED.to_owned());
    }
    let whole = folder(&View { embed: false, ..view.clone() }).filter(|_| is_about_one(view))?;
    Some(format!("{EMBED}{whole}"))
}

/// Whether a view is a story or a comparison with an indicator: what an article can show.
pub fn is_about_one(view: &View) -> bool {
    match view.page {
        Page::Story => view.subject().is_some(),
        Page::Compare => !view.indicators.is_empty(),
        _ => false,
    }
}

/// The address for a frame in an article, below the site's root: the page made for the view, or the
/// one that waits for the explorer. `shown` is the tab that the reader sees; the address names it
/// so that the frame keeps its form when a default changes.
pub fn embed_address(view: &View, shown: Tab, lang: Lang) -> String {
    let view = View { embed: true, lang: None, ..view.clone() };
    let tab = if view.page == Page::Story { Tab::default() } else { shown };
    let start = language(lang);
    let (folder, query) = match folder(&view) {
        Some(folder) => {
            let View { theme, version, .. } = view;
            (folder, address::print(&View { tab, theme, version, ..View::default() }))
        }
        None => (EMBED.to_owned(), address::print(&View { tab, ..view })),
    };
    address::with_query(&format!("{start}{folder}"), &query)
}

/// The folder of a language below the site's root.
pub fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "",
        Lang::En => "en/",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Id;

    #[test]
    fn folders_are_those_of_the_static_pages() {
        let place = View::about(Page::Place, Id::from("province63:17"));
        assert_eq!(folder(&place).as_deref(), Some("places/province63-17/"));
        assert_eq!(folder(&View::of(Page::Place)).as_deref(), Some("places/"));
        assert_eq!(folder(&View::default()).as_deref(), Some(""));
        let indicator =
            View { indicators: vec![Id::from("dti_province")], ..View::of(Page::Compare) };
        assert_eq!(folder(&indicator).as_deref(), Some("indicators/dti_province/"));
        assert_eq!(folder(&View { sort: Sort::Name, ..indicator }), None);
        let two = View { entities: vec!["a".into(), "b".into()], ..View::of(Page::Place) };
        assert_eq!(folder(&two), None);
    }

    #[test]
    fn a_folder_without_a_name_is_none() {
        for folder in ["places//", "indicators//", "systems//", "places/a/b/", "nowhere/"] {
            assert_eq!(view(folder), None, "{folder}");
        }
    }

    #[test]
    fn the_view_of_a_folder_is_the_way_back() {
        let place = View::about(Page::Place, Id::from("province63:17"));
        let system = View::about(Page::System, Id::from("binh-dan-hoc-vu-so"));
        let story = View::about(Page::Story, Id::from("hoa-binh"));
        let indicator =
            View { indicators: vec![Id::from("dti_province")], ..View::of(Page::Compare) };
        let about_one = [place, system, story, indicator];
        // The home page is the list of stories.
        let lists = Page::ALL.into_iter().filter(|page| *page != Page::Story).map(View::of);
        for shown in lists.chain(about_one) {
            let folder = folder(&shown).expect("a folder");
            assert_eq!(view(&folder), Some(shown), "{folder}");
        }
        assert_eq!(folder(&View::of(Page::Story)), None);
        for nowhere in
            ["stories/", "indicators/", "nothing/", "checks/a/", "places/a/b/", "embed/", "Places/"]
        {
            assert_eq!(view(nowhere), None, "{nowhere}");
        }
    }

    #[test]
    fn frames_have_pages_of_their_own_where_one_was_made() {
        let story = View::about(Page::Story, Id::from("hoa-binh"));
        let dti = View { indicators: vec![Id::from("dti_province")], ..View::of(Page::Compare) };
        let framed = |view: &View| folder(&View { embed: true, ..view.clone() });
        assert_eq!(framed(&story).as_deref(), Some("embed/stories/hoa-binh/"));
        assert_eq!(framed(&dti).as_deref(), Some("embed/indicators/dti_province/"));
        assert_eq!(framed(&View::of(Page::Compare)).as_deref(), Some("embed/"));
        for page in [Page::Home, Page::Story, Page::Place] {
            assert_eq!(framed(&View::of(page)), None);
        }
        assert_eq!(framed(&View::about(Page::Place, Id::from("province63:17"))), None);
    }

    #[test]
    fn a_frame_names_its_tab_and_what_the_article_was_made_with() {
        let dti = View {
            indicators: vec![Id::from("dti_province")],
            version: Some(Id::from("0a1b2c3d")),
            ..View::of(Page::Compare)
        };
        assert_eq!(
            embed_address(&dti, Tab::Bars, Lang::En),
            "en/embed/indicators/dti_province/?tab=bars&v=0a1b2c3d"
        );
        let dark = View { theme: super::super::Theme::Dark, ..dti.clone() };
        assert_eq!(
            embed_address(&dark, Tab::Bars, Lang::Vi),
            "embed/indicators/dti_province/?tab=bars&theme=dark&v=0a1b2c3d"
        );
        // A tab chosen by hand: no page was made for it.
        let map = View { tab: Tab::Map, ..dti };
        assert_eq!(
            embed_address(&map, Tab::Map, Lang::Vi),
            "embed/?p=compare&tab=map&i=dti_province&embed=1&v=0a1b2c3d"
        );
        let story = View::about(Page::Story, Id::from("hoa-binh"));
        assert_eq!(embed_address(&story, Tab::Best, Lang::Vi), "embed/stories/hoa-binh/");
    }
}
