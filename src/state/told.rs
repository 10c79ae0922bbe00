//! What a change of the comparison did, in words for screen readers.

use super::Model;
use crate::compare::vietnamese::uncapitalised;
use crate::data::Id;
use crate::text::{Key, first_sentence, list_of_names};
use crate::view::{Sort, View};

/// "Đã thêm Hòa Bình.", "Bản đồ: Hà Nội đứng đầu…": one or two short sentences on what `next` shows
/// that `before` did not. Empty if the page or the language changed: then all is new.
pub(super) fn told(before: &Model, next: &Model) -> String {
    let lang = next.lang();
    let is_new = next.view.page != before.view.page || lang != before.lang();
    let Some(shown) = next.shown.as_ref().filter(|_| !is_new) else { return String::new() };
    for (key, has, had) in [(Key::PlaceAdded, next, before), (Key::PlaceRemoved, before, next)] {
        let names = names_of_others(has, had);
        if !names.is_empty() {
            return key.text(lang).replace("{name}", &names);
        }
    }
    // The finding may be the same in both orders, and unchanged words are not announced again.
    if next.view.sort != before.view.sort {
        let by_name = next.view.sort == Sort::Name;
        let order = if by_name { Key::SortName } else { Key::SortValue }.text(lang);
        return format!("{}: {}.", Key::SortLabel.text(lang), uncapitalised(order));
    }
    let (finding, _) = first_sentence(&shown.finding);
    if before.shown.as_ref().is_some_and(|was| was.tab == shown.tab) {
        return finding.to_owned();
    }
    format!("{}. {finding}", shown.tab_name(shown.tab).text(lang))
}

/// The names of the places that one model has chosen and the other has not.
fn names_of_others(has: &Model, had: &Model) -> String {
    let chosen =
        |view: &View| -> Vec<Id> { view.entities.iter().chain(&view.focus).cloned().collect() };
    let had = chosen(&had.view);
    let mut others: Vec<Id> = Vec::new();
    for id in chosen(&has.view) {
        if !had.contains(&id) && !others.contains(&id) {
            others.push(id);
        }
    }
    list_of_names(&has.dataset.units(&others), has.lang())
}
