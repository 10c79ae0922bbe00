//! Folders of the static pages: each is an alias of a view.
//!
//! Nothing here may import a layer other than `data`'s ids, a browser API or a formatter.

use super::{Lang, Page, Sort, Tab, Time, View};

/// The folder of the static page that shows a view, below the root of its language: `""` for the
/// home page, `"places/province63-17/"` for Hòa Bình. `None` where no page was made for it.
pub fn folder(view: &View) -> Option<String> {
    let plain = view.tab == Tab::default()
        && view.time == Time::Latest
        && view.focus.is_none()
        && view.sort == Sort::default()
        && !view.embed;
    if !plain {
        return None;
    }
    let about = |folder: &str| match view.entities.as_slice() {
        [] => Some(format!("{folder}/")),
        [one] => Some(format!("{folder}/{}/", one.replace(':', "-"))),
        _ => None,
    };
    match (view.page, view.indicators.as_slice()) {
        (Page::Compare, [one]) if view.entities.is_empty() => Some(format!("indicators/{one}/")),
        (_, [_, ..]) => None,
        (Page::Place, []) => about("places"),
        (Page::System, []) => about("systems"),
        (Page::Story, []) => about("stories"),
        (_, []) if !view.entities.is_empty() => None,
        (Page::Home, []) => Some(String::new()),
        (Page::Compare, []) => Some("compare/".into()),
        (Page::Checks, []) => Some("checks/".into()),
        (Page::Sources, []) => Some("sources/".into()),
        (Page::Method, []) => Some("method/".into()),
        (Page::Corrections, []) => Some("corrections/".into()),
    }
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
}
