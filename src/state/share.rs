//! The address by which a view is given to somebody else.

use super::{Model, has_page};
use crate::compare::offered_indicators;
use crate::view::address;
use crate::view::{Page, Theme, View, path};

impl Model {
    /// As [`Model::public_address`], but that of the view's own static page where there is one: what
    /// shows a preview of a shared address (Zalo, Facebook) runs no script and would take every query
    /// for the page that it belongs to.
    pub fn shared_address(&self) -> String {
        let of_static_page = || {
            let view = View { theme: Theme::System, lang: None, ..self.view.clone() };
            let folder = path::folder(&view).filter(|_| self.is_made(&view))?;
            Some(format!("{}{}{folder}", self.site()?, path::language(self.lang())))
        };
        of_static_page().unwrap_or_else(|| self.public_address(&self.view))
    }

    /// The address of the site: that of the page without the folder that it lies in. `None` for the
    /// one file, beside which no pages lie.
    fn site(&self) -> Option<&str> {
        let (view, _) = address::parse(&self.page_view);
        let folder = format!("{}{}", path::language(self.page_lang), path::folder(&view)?);
        let site = self.page_address.strip_suffix(&*folder)?;
        (site.starts_with("http") && site.ends_with('/')).then_some(site)
    }

    /// Whether a static page is made of what the view is about (`src/bin/site/plan.rs`).
    fn is_made(&self, view: &View) -> bool {
        let dataset = &*self.dataset;
        let Some(id) = view.subject() else {
            // What is not found has no page.
            let made = offered_indicators(dataset);
            let mut asked = view.indicators.iter();
            return self.missing().is_none()
                && view.page != Page::Story
                && asked.all(|id| made.iter().any(|indicator| indicator.id == *id));
        };
        let is_place = dataset.entity(id).is_some_and(|entity| has_page(entity.kind));
        self.missing().is_none() && (view.page != Page::Place || is_place)
    }
}
