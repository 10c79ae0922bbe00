//! How the explorer answers what the reader does: the view, the address, the effects.

mod common;

use std::rc::Rc;

use common::shipped;
use ro_so::chart::Mark;
use ro_so::compare::{
    Hit, SearchIndex, Universe, Wanted, is_place, offered_indicators, other_indicators,
};
use ro_so::data::{Dataset, Id};
use ro_so::state::{
    Effect, Format, Handed, Missing, Model, Msg, NotSaved, What, title, update, view_of_hit,
};
use ro_so::view::address::{self, Note};
use ro_so::view::{Lang, Page, Sort, Tab, Theme, View};

const HOA_BINH: &str = "province63:17";
const HA_NOI: &str = "province63:01";
const MINISTRY: &str = "ministry22:BNV";
/// The view that a static page about one comparison carries.
const PAGE_VIEW: &str = "p=compare&i=dti_province&focus=province63:17";

// Choosing.

#[test]
fn another_indicator_starts_at_its_newest_figures_and_is_a_step_back() {
    let choose = |id: &str| vec![Msg::ChooseIndicator(id.into())];
    check(
        "i=online_handled_dossier_rate&time=2022-08",
        choose("dti_province"),
        &["push i=dti_province", "document vi"],
    );
    // Everything but the time stays.
    check(
        "p=compare&tab=table&i=dti_province&e=province63&time=2022&focus=province63:17&sort=name&theme=dark&lang=en",
        choose("end_to_end_dossier_rate"),
        &[
            "push p=compare&tab=table&i=end_to_end_dossier_rate&e=province63&focus=province63:17&sort=name&lang=en&theme=dark",
            "document en dark",
        ],
    );
    // Of several indicators only the chosen one is left.
    check("i=dti_province~par_index", choose("par_index"), &["push i=par_index", "document vi"]);
}

#[test]
fn a_choice_of_time_sort_or_units_is_a_step_back() {
    for (start, msg, push) in [
        ("i=dti_province", Msg::ChooseTime("2022".into()), "push i=dti_province&time=2022"),
        ("time=2022", Msg::ChooseTime("2022-08".into()), "push time=2022-08"),
        ("time=2022", Msg::ChooseTime("latest".into()), "push "),
        ("time=2022", Msg::ChooseTime("2022-13".into()), "push "),
        // A single date, which other tabs look at, is not taken for the end of a line.
        ("tab=line&time=2022", Msg::ChooseStart("2024".into()), "push tab=line&time=2024.."),
        (
            "tab=line&time=2022..2024",
            Msg::ChooseStart("2023".into()),
            "push tab=line&time=2023..2024",
        ),
        ("tab=table", Msg::ChooseSort(Sort::Name), "push tab=table&sort=name"),
        ("sort=name", Msg::ChooseSort(Sort::Value), "push "),
        // Other units drop the chosen places and the focus.
        (
            "e=province63:17&focus=province63:17",
            Msg::ChooseUniverse(Universe::Ministries),
            "push e=ministry22",
        ),
        ("e=ministry22", Msg::ChooseUniverse(Universe::Provinces), "push e=province63"),
        // Several named places can be shown alone; with other places, or one, all are shown again.
        (
            "e=province63:01~province63:17",
            Msg::ShowOnly(true),
            "push e=province63:01~province63:17&only=1",
        ),
        (
            "e=province63:01~province63:17&only=1",
            Msg::ShowOnly(false),
            "push e=province63:01~province63:17",
        ),
        (
            "e=province63:01~province63:17&only=1",
            Msg::RemoveEntity(HA_NOI.into()),
            "push e=province63:17",
        ),
        (
            "e=province63:01~province63:17&only=1",
            Msg::AddEntity("ministry22:BTC".into()),
            "push e=ministry22:BTC&focus=ministry22:BTC",
        ),
        (
            "e=province63:01~province63:17&only=1",
            Msg::ChooseEntities(vec!["region6:TN".into()], None),
            "push e=region6:TN",
        ),
        (
            "e=province63:01~province63:17&only=1",
            Msg::ChooseUniverse(Universe::Ministries),
            "push e=ministry22",
        ),
    ] {
        let is_less = matches!(msg, Msg::RemoveEntity(_));
        let effects = [push, "document vi", "focus choice 0"];
        check(start, vec![msg], &effects[..if is_less { 3 } else { 2 }]);
    }
}

#[test]
fn another_page_begins_at_its_top() {
    check(
        "i=dti_province",
        vec![Msg::GoTo(Page::Compare)],
        &["push p=compare&i=dti_province", "document vi", "top"],
    );
    // The reader is there already: only the scroll position changes.
    check("p=compare", vec![Msg::GoTo(Page::Compare)], &["top"]);
}

// Places.

#[test]
fn a_place_is_added_to_those_of_its_kind_and_stands_out() {
    for (start, place, query) in [
        ("", HOA_BINH, "e=province63:17&focus=province63:17"),
        (
            "e=province63:17&focus=province63:17",
            HA_NOI,
            "e=province63:17~province63:01&focus=province63:01&only=1",
        ),
        // A third joins them alone, or among all if the reader chose to see all.
        (
            "e=province63:17~province63:01&only=1",
            "province63:66",
            "e=province63:17~province63:01~province63:66&focus=province63:66&only=1",
        ),
        (
            "e=province63:17~province63:01",
            "province63:66",
            "e=province63:17~province63:01~province63:66&focus=province63:66",
        ),
        // The whole set counts as the same kind as its units.
        ("e=province63", HOA_BINH, "e=province63~province63:17&focus=province63:17"),
        // A place that is there already only gets the focus.
        (
            "e=province63:17~province63:01&focus=province63:01",
            HOA_BINH,
            "e=province63:17~province63:01&focus=province63:17",
        ),
        ("e=province63:17", HOA_BINH, "e=province63:17&focus=province63:17"),
    ] {
        check(
            start,
            vec![Msg::AddEntity(place.into())],
            &[&format!("push {query}"), "document vi"],
        );
    }
}

#[test]
fn a_place_of_another_kind_starts_a_new_selection() {
    for (start, place, query) in [
        (
            "e=province63:17~province63:01&focus=province63:17",
            MINISTRY,
            "e=ministry22:BNV&focus=ministry22:BNV",
        ),
        ("e=ministry22", HOA_BINH, "e=province63:17&focus=province63:17"),
        // Phú Thọ until June 2025 and Phú Thọ since are of two kinds.
        ("e=province63:25", "province34:25", "e=province34:25&focus=province34:25"),
        // An unknown place has no kind.
        ("e=province63:99", HOA_BINH, "e=province63:17&focus=province63:17"),
    ] {
        check(
            start,
            vec![Msg::AddEntity(place.into())],
            &[&format!("push {query}"), "document vi"],
        );
    }
}

#[test]
fn a_place_taken_out_no_longer_stands_out() {
    for (start, query, at) in [
        ("e=province63:17~province63:01&focus=province63:17", "e=province63:01", 0),
        (
            "e=province63:01~province63:17&focus=province63:01",
            "e=province63:01&focus=province63:01",
            1,
        ),
        // A place can have the focus without being selected.
        ("e=province63&focus=province63:17", "e=province63", 0),
        ("e=province63:01&focus=province63:17", "e=province63:01", 1),
        ("e=province63:17", "", 0),
    ] {
        let remove = vec![Msg::RemoveEntity(HOA_BINH.into())];
        let push = format!("push {query}");
        check(start, remove, &[&push, "document vi", &format!("focus choice {at}")]);
    }
}

#[test]
fn what_a_new_selection_puts_aside_is_told_once() {
    let start = "e=province63:17~province63:01&focus=province63:17";
    let model = Model::new(data(), start, "", Lang::Vi);
    let (model, _) = update(&model, Msg::AddEntity(MINISTRY.into()));
    assert_eq!(model.notes, [Note::PutAside(vec![HOA_BINH.into(), HA_NOI.into()])]);
    let (model, _) = update(&model, Msg::ChooseTab(Tab::Table));
    assert_eq!(model.notes, []);
    // A whole set is not a place that could be missed.
    let model = Model::new(data(), "e=ministry22", "", Lang::Vi);
    assert_eq!(update(&model, Msg::AddEntity(HOA_BINH.into())).0.notes, []);
}

#[test]
fn a_second_indicator_stands_beside_the_one_that_is_shown() {
    let beside = || vec![Msg::ChooseSecond(Some("dti_province".into()))];
    let both = "i=end_to_end_dossier_rate~dti_province";
    check("p=compare", beside(), &[&format!("push p=compare&{both}"), "document vi"]);
    check("i=par_index", beside(), &["push i=par_index~dti_province", "document vi"]);
    let alone = vec![Msg::ChooseSecond(None)];
    check(
        &format!("p=compare&{both}"),
        alone,
        &["push p=compare&i=end_to_end_dossier_rate", "document vi"],
    );
}

// Language and colours.

#[test]
fn language_and_colours_keep_the_view() {
    let view = "p=compare&tab=table&i=dti_province&e=province63:17&time=2022&focus=province63:17&sort=name";
    for (start, msg, effects) in [
        (
            view.to_owned(),
            Msg::SetLang(Lang::En),
            // As the link does on a page without the explorer, so that one step leads back.
            [format!("push {view}&lang=en"), "document en".into()],
        ),
        (
            format!("{view}&lang=en"),
            Msg::SetLang(Lang::Vi),
            [format!("push {view}"), "document vi".into()],
        ),
        (
            view.to_owned(),
            Msg::SetTheme(Theme::Dark),
            [format!("replace {view}&theme=dark"), "document vi dark".into()],
        ),
        (
            format!("{view}&theme=dark"),
            Msg::SetTheme(Theme::System),
            [format!("replace {view}"), "document vi".into()],
        ),
    ] {
        check(&start, vec![msg], &effects.each_ref().map(String::as_str));
    }
}

#[test]
fn the_language_is_the_address_s_else_the_page_s() {
    for (query, page, wanted) in [
        ("", Lang::Vi, Lang::Vi),
        ("", Lang::En, Lang::En),
        ("lang=vi", Lang::En, Lang::Vi),
        ("lang=en", Lang::Vi, Lang::En),
        ("lang=fr", Lang::En, Lang::En),
    ] {
        assert_eq!(Model::new(data(), query, "", page).lang(), wanted, "{query} on {page:?}");
    }
    // On the English page it is Vietnamese that the address must name.
    let english = Model::new(data(), "", "", Lang::En);
    let (vietnamese, effects) = step(&english, Msg::SetLang(Lang::Vi));
    assert_eq!(effects, ["push lang=vi", "document vi"]);
    let (_, effects) = step(&vietnamese, Msg::SetLang(Lang::En));
    assert_eq!(effects, ["push ", "document en"]);
}

#[test]
fn a_page_that_does_not_exist_is_still_asked_for_in_the_other_language() {
    let shown = |query: &str, page_view: &str, msg: Msg| {
        let (next, effects) = update(&Model::new(data(), query, page_view, Lang::Vi), msg);
        let written = effects.into_iter().find_map(|effect| match effect {
            Effect::PushAddress(to) | Effect::ReplaceAddress(to) => Some(to.query),
            _ => None,
        });
        (next, written.unwrap_or_default())
    };
    for (query, page_view, wanted) in [
        ("p=hoa-binh", "", "p=hoa-binh&lang=en"),
        ("p=hoa-binh&i=dti_province", "p=sources", "p=hoa-binh&i=dti_province&lang=en"),
        ("p=a%26b%20c", "", "p=a%26b%20c&lang=en"),
    ] {
        let (next, written) = shown(query, page_view, Msg::SetLang(Lang::En));
        assert_eq!(written, wanted);
        // Opening that address says the same.
        let other = Model::new(data(), &written, page_view, Lang::Vi);
        assert_eq!(other.missing(), next.missing(), "{query}");
        assert!(other.missing().is_some(), "{query}");
        // Going to a page that exists drops the missing one.
        assert_eq!(
            shown(&written, "", Msg::GoTo(Page::Method)).1.split('&').next(),
            Some("p=method")
        );
    }
}

#[test]
fn the_document_is_titled_by_what_it_shows() {
    let model = |query| Model::new(data(), query, "", Lang::Vi);
    let site = title(&model(""));
    for (query, is_home) in [
        ("", true),
        ("sort=name", true),
        ("p=compare", false),
        ("i=dti_province", false),
        // An unknown indicator opens one that is known, which has a title.
        ("i=nothing_of_ours", false),
    ] {
        assert_eq!(title(&model(query)) == site, is_home, "{query}: {}", title(&model(query)));
    }
    let (before, after) = (model("i=dti_province"), "i=par_index");
    let (next, effects) = update(&before, Msg::AddressChanged(String::new(), after.into()));
    let titled = |effect: &Effect| matches!(effect, Effect::Document { title: shown, .. } if *shown == title(&next));
    assert!(effects.iter().all(titled) && title(&next) != title(&before), "{effects:?}");
}

// Back, forward, and the start.

#[test]
fn going_back_or_forward_writes_no_address() {
    let to = |query: &str| Msg::AddressChanged(String::new(), query.into());
    check("i=dti_province", vec![to("i=par_index")], &["document vi"]);
    check("i=dti_province", vec![to("")], &["document vi"]);
    check("", vec![to("lang=en")], &["document en"]);
    let choose = Msg::ChooseIndicator("par_index".into());
    check("i=dti_province", vec![choose, to("i=dti_province")], &["document vi"]);
    // What is new on another page is its heading.
    for query in ["p=sources", "p=place&e=province63:17", "p=nosuch"] {
        let other = [to(query), to("i=dti_province")];
        for effects in [1, 2].map(|count| other[..count].to_vec()) {
            check("i=dti_province", effects, &["document vi", "focus the heading"]);
        }
    }
    let place = vec![to("p=place&e=province63:01")];
    check("p=place&e=province63:17", place, &["document vi", "focus the heading"]);
}

#[test]
fn the_list_of_places_is_as_it_was_left_and_whole_where_it_is_asked_for() {
    let start = Model::new(data(), "p=place", "", Lang::Vi);
    let (typed, effects) = update(&start, Msg::FilterPlaces("hoa".into()));
    assert!(effects.is_empty(), "what is typed is no view");
    let (place, _) = update(&typed, Msg::ChooseHit(Hit::Place(HOA_BINH.into())));
    let (back, _) = update(&place, Msg::AddressChanged(String::new(), "p=place".into()));
    assert_eq!(&*back.filter, "hoa");
    for anew in [Msg::GoTo(Page::Place), Msg::Visit(View::of(Page::Place))] {
        assert_eq!(&*update(&place, anew).0.filter, "");
    }
}

#[test]
fn going_back_shows_the_view_of_that_address() {
    let start = Model::new(data(), "i=dti_province&e=province63:17&time=2022", "", Lang::Vi);
    let (next, _) = update(&start, Msg::ChooseIndicator("par_index".into()));
    let (opened, _) = update(&next, Msg::OpenFigure("dti.nation".into()));
    let back =
        Msg::AddressChanged(String::new(), "i=dti_province&e=province63:17&time=2022".into());
    // The panel is not in the address, so it closes. What going back changed is announced.
    let (mut back, _) = update(&opened, back);
    assert_ne!(&*back.told, "");
    back.told = start.told.clone();
    assert_eq!(back, start);
}

#[test]
fn a_page_s_own_view_is_where_an_address_that_names_no_page_begins() {
    let own = address::parse(PAGE_VIEW).0;
    let read = |query| address::parse(query).0;
    for (query, wanted) in [
        ("", own.clone()),
        // Parameters that networks append are ignored.
        ("fbclid=IwAR0&utm_source=zalo", own),
        ("i=par_index", read("p=compare&i=par_index&focus=province63:17")),
        ("p=compare", read("p=compare")),
        ("p=home&i=par_index", read("i=par_index")),
    ] {
        let model = Model::new(data(), query, PAGE_VIEW, Lang::Vi);
        assert_eq!(model.view, wanted, "{query}");
    }
}

#[test]
fn an_unknown_parameter_does_not_hide_a_page_s_own_view() {
    // A newsletter's "?ref=" must not turn the page about one province into the home page.
    let model = Model::new(data(), "ref=newsletter", PAGE_VIEW, Lang::Vi);
    assert_eq!(model.view, address::parse(PAGE_VIEW).0);
    assert_eq!(model.notes, [Note::UnknownParameter("ref".into())]);
}

#[test]
fn going_back_to_a_page_s_bare_address_shows_its_own_view_again() {
    let start = Model::new(data(), "", PAGE_VIEW, Lang::Vi);
    let (next, _) = update(&start, Msg::ChooseIndicator("par_index".into()));
    let (back, _) = update(&next, Msg::AddressChanged(String::new(), String::new()));
    assert_eq!(back.view, start.view);
}

#[test]
fn a_page_opened_anew_shows_the_same_view() {
    // The address is the whole state, also on static pages with a view of their own.
    for page_view in ["", PAGE_VIEW, "p=compare"] {
        for msgs in [
            vec![Msg::GoTo(Page::Home)],
            vec![Msg::ChooseIndicator("par_index".into()), Msg::GoTo(Page::Home)],
            vec![Msg::AddEntity(HA_NOI.into()), Msg::SetLang(Lang::En)],
        ] {
            let mut model = Model::new(data(), "", page_view, Lang::Vi);
            let mut query = String::new();
            for msg in msgs.clone() {
                let (next, effects) = update(&model, msg);
                model = next;
                for effect in effects {
                    if let Effect::PushAddress(to) | Effect::ReplaceAddress(to) = effect {
                        query = to.query;
                    }
                }
            }
            let anew = Model::new(data(), &query, page_view, Lang::Vi);
            assert_eq!(anew.view, model.view, "page {page_view:?}, {msgs:?}, address {query:?}");
        }
    }
}

// What is not in the address.

#[test]
fn looking_at_a_figure_leaves_the_address_alone() {
    let start = Model::new(data(), "i=dti_province", "", Lang::Vi);
    let id: Id = "online-handled.hoa-binh.2022-08".into();
    let (opened, effects) = step(&start, Msg::OpenFigure(id.clone()));
    assert_eq!(effects, ["panel i=dti_province"], "going back closes it");
    assert!(opened.opened == Some(id.clone()) && opened.view == start.view);
    // Another figure replaces the first.
    assert_eq!(step(&opened, Msg::OpenFigure("dti.17.2024".into())).1, [""; 0]);
    let (closed, effects) = step(&opened, Msg::CloseFigure);
    assert_eq!((closed, effects), (start.clone(), vec!["pop panel".to_owned()]));
    let back = Msg::AddressChanged(String::new(), "i=dti_province".into());
    assert_eq!(step(&opened, back), (start, vec!["document vi".to_owned()]));
    // A frame leaves the history of its article alone.
    let framed = Model::new(data(), "p=compare&i=dti_province&embed=1", "", Lang::Vi);
    assert_eq!(step(&framed, Msg::OpenFigure(id)).1, [""; 0]);
}

#[test]
fn searching_leaves_the_address_alone_until_something_is_chosen() {
    let start = Model::new(data(), "i=dti_province", "", Lang::Vi);
    let (open, effects) = step(&start, Msg::OpenSearch);
    assert_eq!(effects, ["panel i=dti_province"], "going back closes it");
    assert!(open.searching && open.view == start.view);
    assert_eq!(step(&open, Msg::OpenSearch), (open.clone(), Vec::new()));
    assert_eq!(step(&open, Msg::CloseSearch), (start.clone(), vec!["pop panel".to_owned()]));
    // Going back closes it.
    assert!(!step(&open, Msg::AddressChanged(String::new(), String::new())).0.searching);

    let (found, effects) = step(&open, Msg::ChooseHit(Hit::Place(HOA_BINH.into())));
    assert_eq!(effects, ["push p=place&e=province63:17", "document vi", "top"]);
    assert!(!found.searching);
    assert_eq!(title(&found), "Tỉnh Hòa Bình · Rõ Số");
}

#[test]
fn a_hit_is_followed_in_the_language_and_colours_of_the_reader() {
    let start = "p=compare&tab=table&i=par_index&e=ministry22&sort=name&lang=en&theme=dark";
    let choose = Msg::ChooseHit(Hit::System("vneid".into()));
    let wanted = ["push p=system&e=vneid&lang=en&theme=dark", "document en dark", "top"];
    check(start, vec![Msg::OpenSearch, choose], &wanted);
    // The reader is there already: the search closes, and only the scroll position changes.
    check("p=system&e=vneid", vec![Msg::ChooseHit(Hit::System("vneid".into()))], &["top"]);
}

#[test]
fn every_hit_leads_to_the_page_that_is_about_it() {
    let place = |id: &str| Hit::Place(id.into());
    let indicator = |id: &str| Hit::Indicator(id.into());
    for (hit, query) in [
        (place("province63:17"), "p=place&e=province63:17"),
        (place("province34:25"), "p=place&e=province34:25"),
        (place("ministry25:BTC"), "p=place&e=ministry25:BTC"),
        (place("nation"), "p=place&e=nation"),
        // An archipelago: the unit that governs it.
        (place("marker:hoang-sa"), "p=place&e=province63:48"),
        // A bank has no page of its own, but a page lists its figures.
        (place("bank:vietcombank"), "p=sources&tab=places"),
        (indicator("dti_province"), "p=compare&i=dti_province"),
        // With nothing to compare it with, the system that it measures.
        (indicator("identity_cards"), "p=system&e=identity-cards&focus=identity_cards"),
        (Hit::System("vneid".into()), "p=system&e=vneid"),
        (Hit::Story("hoa-binh".into()), "p=story&e=hoa-binh"),
        (Hit::Figure("end-to-end.provinces.2024".into()), "p=compare&i=end_to_end_dossier_rate"),
    ] {
        assert_eq!(address::print(&view_of_hit(&data(), &hit)), query, "{hit:?}");
    }
}

#[test]
fn no_hit_leads_to_what_is_not_there() {
    let dataset = data();
    let index = SearchIndex::new(&dataset, Wanted::Everything);
    let mut seen = 0;
    for typed in ["a", "co", "tinh", "bo", "so", "ho so", "ngan hang", "the", "ha", "sa", "dich vu"]
    {
        for found in index.search(typed) {
            let view = view_of_hit(&dataset, &found.hit);
            let known = match (view.page, view.subject()) {
                (Page::Place, Some(id)) => {
                    dataset.entity(id).is_some_and(|entity| is_place(entity.kind))
                }
                (Page::System, Some(id)) => dataset.system(id).is_some(),
                (Page::Story, Some(id)) => dataset.story(id).is_some(),
                (Page::Compare, _) => {
                    let offered = [offered_indicators(&dataset), other_indicators(&dataset)];
                    let mut offered = offered.iter().flatten();
                    offered.any(|indicator| view.indicators.contains(&indicator.id))
                }
                (page, _) => page == Page::Sources,
            };
            assert!(known, "{typed}: {found:?} leads to {view:?}");
            seen += 1;
        }
    }
    assert!(seen > 200, "{seen} hits");
}

#[test]
fn what_was_not_understood_is_noted_until_it_is_put_away() {
    let start = Model::new(data(), "i=dti_province&colour=red&tab=pie&fbclid=1", "", Lang::Vi);
    let wanted = [
        Note::UnknownParameter("colour".into()),
        Note::BadValue { name: "tab", value: "pie".into() },
    ];
    assert_eq!(start.notes, wanted);
    let (next, effects) = step(&start, Msg::DismissNotes);
    assert!(next.notes.is_empty() && effects.is_empty() && next.view == start.view);
    // Another address has its own notes.
    let (next, _) = step(&start, Msg::AddressChanged(String::new(), "shape=round".into()));
    assert_eq!(next.notes, [Note::UnknownParameter("shape".into())]);
    let (next, _) = step(&next, Msg::AddressChanged(String::new(), "i=dti_province".into()));
    assert_eq!(next.notes, []);
}

#[test]
fn what_changes_nothing_has_no_effect() {
    let query = "i=dti_province&e=province63:17&focus=province63:17&sort=name&theme=dark";
    let start = Model::new(data(), query, "", Lang::Vi);
    for msg in [
        Msg::ChooseIndicator("dti_province".into()),
        Msg::ChooseTime("latest".into()),
        Msg::AddEntity(HOA_BINH.into()),
        Msg::AddEntity("province63:99".into()),
        Msg::RemoveEntity(HA_NOI.into()),
        Msg::ChooseSort(Sort::Name),
        Msg::SetLang(Lang::Vi),
        Msg::SetTheme(Theme::Dark),
        Msg::CloseFigure,
        Msg::CloseSearch,
        Msg::DismissNotes,
    ] {
        let (next, effects) = step(&start, msg.clone());
        assert!(next == start && effects.is_empty(), "{msg:?}: {effects:?}");
    }
}

// Sharing.

/// A model on a page of a site.
fn on_a_site(query: &str, lang: Lang) -> Model {
    Model::new(data(), query, "", lang).located("https://example.org/ro-so/", "")
}

#[test]
fn a_view_is_shared_with_its_title_and_address_but_not_the_readers_colours() {
    let model = on_a_site("p=method&lang=en&theme=dark", Lang::Vi);
    let (next, effects) = update(&model, Msg::Share);
    let [Effect::Share { title: shared, text, address }] = &effects[..] else {
        panic!("{effects:?}")
    };
    assert_eq!(*shared, title(&model));
    assert_eq!(address, "https://example.org/ro-so/en/method/");
    assert!(!text.is_empty());
    assert_eq!(next.view, model.view);
    // The default view has no query.
    let (_, effects) = step(&on_a_site("", Lang::Vi), Msg::Share);
    assert!(effects[0].ends_with(" https://example.org/ro-so/"), "{effects:?}");
}

#[test]
fn the_address_of_a_view_is_that_of_its_own_page_with_how_it_is_looked_at() {
    let site = "https://example.org/ro-so/";
    let model = |query: &str, page_view: &str, lang, folder: &str| {
        let root = "../".repeat(folder.matches('/').count());
        Model::new(data(), query, page_view, lang).located(&format!("{site}{folder}"), &root)
    };
    for (query, wanted) in [
        ("", ""),
        ("tab=map", "?tab=map"),
        ("p=compare", "compare/"),
        ("p=compare&i=dti_province", "indicators/dti_province/"),
        (
            "p=compare&i=dti_province&tab=map&time=2023",
            "indicators/dti_province/?tab=map&time=2023",
        ),
        (
            "p=compare&i=dti_province&focus=province63:17",
            "indicators/dti_province/?focus=province63:17",
        ),
        ("p=place&e=province63:17", "places/province63-17/"),
        ("p=place&e=province63:17&lang=en", "en/places/province63-17/"),
        ("p=story&e=hoa-binh", "stories/hoa-binh/"),
        ("p=story&e=hoa-binh&tab=steps", "stories/hoa-binh/?tab=steps"),
        ("p=system&e=vneid", "systems/vneid/"),
        ("p=sources&tab=places", "sources/?tab=places"),
        // A view without a page of its own goes into the query of a more general page.
        (
            "p=compare&i=dti_province&e=province63:01~province63:17",
            "compare/?p=compare&i=dti_province&e=province63:01~province63:17",
        ),
        ("p=sources&i=dti_province", "sources/?p=sources&i=dti_province"),
        ("p=place&e=province63:99", "places/?p=place&e=province63:99"),
        ("p=system&e=nothing-such", "systems/?p=system&e=nothing-such"),
        ("p=compare&i=nothing_such", "compare/?p=compare&i=nothing_such"),
        ("p=story", "?p=story"),
    ] {
        let wanted = Some(format!("{site}{wanted}"));
        for (page_view, folder) in [("", ""), ("p=compare", "compare/")] {
            let query = if query.is_empty() { "p=home" } else { query };
            let here = model(query, page_view, Lang::Vi, folder);
            if query == "tab=map" && !page_view.is_empty() {
                continue; // There it is a tab of the comparison.
            }
            assert_eq!(here.address_on_site(&here.view), wanted, "{query} on {folder:?}");
            assert_eq!(Some(here.shared_address()), wanted, "{query} on {folder:?}");
            // Read on another page of the site, the address gives the same view.
            let written = here.address_on_site(&here.view).unwrap_or_default();
            let (page, query) = written.split_once('?').unwrap_or((&written, ""));
            let elsewhere = model("p=method", "p=method", Lang::Vi, "method/");
            let gone = Msg::AddressChanged(page.to_owned(), query.to_owned());
            assert_eq!(update(&elsewhere, gone).0.view, here.view, "{written}");
        }
    }
    // The reader's colours stay in the address bar and are not shared.
    let dark = model("p=method&theme=dark", "", Lang::Vi, "");
    let shown = dark.address_on_site(&dark.view);
    assert_eq!(shown, Some(format!("{site}method/?theme=dark")));
    assert_eq!(dark.shared_address(), format!("{site}method/"));
    // From the page of a place, in English.
    let on = |query: &str| {
        let folder = "en/places/province63-17/";
        model(query, "p=place&e=province63:17", Lang::En, folder).shared_address()
    };
    assert_eq!(on(""), format!("{site}en/places/province63-17/"));
    assert_eq!(on("p=sources"), format!("{site}en/sources/"));
    assert_eq!(on("p=sources&lang=vi"), format!("{site}sources/"));
    // A page that does not exist has no address on the site.
    let lost = model("p=hoa-binh", "", Lang::Vi, "");
    assert_eq!(lost.address_on_site(&lost.view), None);
}

#[test]
fn where_no_site_lies_around_a_page_its_address_stays() {
    let file = "file:///media/usb/ro-so.html";
    let alone = Model::new(data(), "p=sources", "", Lang::Vi).located(file, "");
    assert_eq!(alone.address_on_site(&alone.view), None);
    // The folder of the file is left out.
    assert_eq!(alone.shared_address(), "ro-so.html?p=sources");
    let framed = Model::new(data(), "i=dti_province&embed=1", "", Lang::Vi)
        .located("https://example.org/embed/", "../");
    assert_eq!(framed.address_on_site(&framed.view), None);
}

#[test]
fn what_is_cited_names_everything_in_its_query() {
    let at = "https://example.org/places/province63-17/";
    let model = Model::new(data(), "p=compare&i=dti_province", "p=place&e=province63:17", Lang::Vi)
        .located(at, "../../");
    let english = View { lang: Some(Lang::En), ..model.view.clone() };
    let page = "indicators/dti_province/?p=compare&i=dti_province";
    let site = "https://example.org/";
    assert_eq!(model.public_address(&model.view), format!("{site}{page}"));
    assert_eq!(model.public_address(&english), format!("{site}en/{page}&lang=en"));
}

#[test]
fn what_is_shared_of_a_comparison_is_its_finding() {
    let sentence = |query: &str| {
        let (_, effects) = update(&on_a_site(query, Lang::Vi), Msg::Share);
        effects.into_iter().find_map(|effect| match effect {
            Effect::Share { text, .. } => Some(text),
            _ => None,
        })
    };
    assert!(sentence("p=compare&i=dti_province").is_some_and(|text| text.contains("0,8373")));
    assert!(sentence("p=story&e=hoa-binh").is_some_and(|text| text.contains("87,02%")));
    assert_ne!(sentence("p=compare&i=dti_province"), sentence(""));
}

#[test]
fn a_text_that_was_copied_is_told_until_something_else_is_looked_at() {
    let model = on_a_site("", Lang::Vi);
    let copy = Msg::Copy(What::Citation, "Hòa Bình".into());
    let (model, effects) = step(&model, copy);
    assert_eq!(effects, ["copy Citation Hòa Bình"]);
    assert_eq!(model.handed, None, "nothing is told before the browser has done it");
    let handed = Handed { what: What::Citation, text: "Hòa Bình".into(), copied: false };
    let done = Msg::Handed(model.asked.text, handed.clone());
    let (told, effects) = step(&model, done.clone());
    assert_eq!((told.handed.clone(), effects.len()), (Some(handed), 0));
    for msg in [
        Msg::OpenFigure("dti.nation".into()),
        Msg::GoTo(Page::Sources),
        Msg::Visit(View::of(Page::Method)),
        Msg::AddressChanged(String::new(), "p=sources".into()),
        Msg::SetLang(Lang::En),
        Msg::ChooseTab(Tab::Map),
        Msg::Share,
    ] {
        assert_eq!(update(&told, msg.clone()).0.handed, None, "{msg:?}");
        // The browser's answer may come only then.
        let (late, _) = update(&update(&model, msg.clone()).0, done.clone());
        assert_eq!(late.handed, None, "{msg:?}");
    }
}

#[test]
fn the_page_that_a_report_is_about_is_remembered() {
    let start = on_a_site("p=compare&i=dti_province&focus=province63:17", Lang::Vi);
    let (reporting, _) = step(&start, Msg::Visit(View::of(Page::Corrections)));
    assert_eq!(reporting.reported_from, Some(start.view.clone()));
    // Another figure on the page of corrections keeps the page that is reported from.
    let figure = View { focus: Some("x".into()), ..View::of(Page::Corrections) };
    let (next, _) = step(&reporting, Msg::Visit(figure));
    assert_eq!(next.reported_from, Some(start.view));
    // The reported figure does not become the focus of another page.
    let (compare, effects) = step(&next, Msg::GoTo(Page::Compare));
    assert_eq!(compare.view.focus, None);
    assert_eq!(effects, ["push p=compare", "document vi", "top"]);
}

// What does not exist.

#[test]
fn an_address_that_leads_nowhere_is_told_from_one_with_a_mistake() {
    let missing = |query: &str| Model::new(data(), query, "", Lang::Vi).missing();
    assert_eq!(missing("p=foo"), Some(Missing::Page("foo".into())));
    assert_eq!(missing("p=place&e=province63:99"), Some(Missing::Place("province63:99".into())));
    assert_eq!(missing("p=system&e=none"), Some(Missing::System("none".into())));
    assert_eq!(missing("p=story&e=none"), Some(Missing::Story("none".into())));
    for query in ["", "p=place", "p=place&e=province63:17", "p=compare&e=province63:99", "tab=pie"]
    {
        assert_eq!(missing(query), None, "{query}");
    }
    let lost = Model::new(data(), "p=foo", "", Lang::Vi);
    assert_ne!(title(&lost), title(&Model::new(data(), "", "", Lang::Vi)));
    // A note does not take its place, and is put away without it.
    let (noted, _) = update(&lost, Msg::Dropped(None));
    assert_eq!((noted.missing(), &noted.notes[..]), (lost.missing(), &[Note::ForeignPicture][..]));
    assert_eq!(update(&noted, Msg::DismissNotes).0.missing(), lost.missing());
    // Going to another page clears it.
    for msg in [Msg::GoTo(Page::Home), Msg::Visit(View::of(Page::Compare))] {
        assert_eq!(update(&lost, msg).0.missing(), None);
    }
}

// Helpers.

thread_local! {
    /// Loaded once per thread: a model compares its data by identity.
    static DATA: Rc<Dataset> = Rc::new(shipped());
}

fn data() -> Rc<Dataset> {
    DATA.with(Rc::clone)
}
// In an article.

#[test]
fn a_frame_begins_with_its_page_and_changes_what_its_address_names() {
    let frame = "p=compare&tab=best&i=dti_province&embed=1";
    let shown = |query: &str| address::print(&Model::new(data(), query, frame, Lang::En).view);
    assert_eq!(shown(""), frame);
    assert_eq!(
        shown("tab=bars&theme=dark&v=0a1b2c3d"),
        "p=compare&tab=bars&i=dti_province&theme=dark&embed=1&v=0a1b2c3d"
    );
    assert_eq!(shown("i=par_index&utm_source=x"), "p=compare&tab=best&i=par_index&embed=1");
    // Outside a frame, an address with a page replaces the page's own view; any other changes it.
    let on_page =
        |query: &str| address::print(&Model::new(data(), query, PAGE_VIEW, Lang::Vi).view);
    assert_eq!(on_page("p=compare&i=par_index"), "p=compare&i=par_index");
    assert_eq!(on_page("tab=bars"), "p=compare&tab=bars&i=dti_province&focus=province63:17");
}

#[test]
fn what_is_given_away_from_a_frame_leads_to_the_site() {
    let place = |query: &str, address: &str, root: &str| {
        let model = Model::new(data(), query, "", Lang::En).located(address, root);
        let whole = View { embed: false, ..model.view.clone() };
        (model.site_address.to_string(), model.public_address(&whole))
    };
    let (site, whole) = place(
        "p=story&e=hoa-binh&embed=1",
        "https://example.org/a/en/embed/stories/hoa-binh/",
        "../../../../",
    );
    assert_eq!(site, "https://example.org/a/");
    assert_eq!(whole, "https://example.org/a/en/stories/hoa-binh/?p=story&e=hoa-binh&lang=en");
    let (site, whole) = place("i=dti_province", "https://example.org/index.html", "");
    assert_eq!(site, "https://example.org/");
    assert_eq!(whole, "https://example.org/index.html?i=dti_province");
    // A static page has no address while it is built.
    assert_eq!(place("embed=1", "", "../"), (String::new(), String::new()));
}

#[test]
fn choosing_for_an_article_changes_nothing_on_the_page() {
    let model = Model::new(data(), "i=dti_province", "", Lang::Vi);
    assert_eq!(model.for_article, (None, Theme::Light));
    let (next, effects) = step(&model, Msg::ChooseForArticle(Lang::En, Theme::Dark));
    assert_eq!(next.for_article, (Some(Lang::En), Theme::Dark));
    assert_eq!((&next.view, next.lang()), (&model.view, Lang::Vi));
    assert_eq!(effects, Vec::<String>::new());
}

/// Checks the effects (see [`shown`]) of the last of `msgs` on the Vietnamese page at `start`.
fn check(start: &str, msgs: Vec<Msg>, wanted: &[&str]) {
    let mut model = Model::new(data(), start, "", Lang::Vi);
    let mut effects = Vec::new();
    for msg in &msgs {
        (model, effects) = step(&model, msg.clone());
    }
    assert_eq!(effects, wanted, "{start}: {msgs:?}");
}

/// Applies one message, and checks for every written address that reading it gives the view back.
fn step(model: &Model, msg: Msg) -> (Model, Vec<String>) {
    let (next, effects) = update(model, msg);
    for effect in &effects {
        if let Effect::PushAddress(to) | Effect::ReplaceAddress(to) = effect {
            assert_eq!(address::parse(&to.query), (next.view.clone(), Vec::new()));
        }
    }
    (next, effects.iter().map(shown).collect())
}

fn shown(effect: &Effect) -> String {
    match effect {
        Effect::PushAddress(to) => format!("push {}", to.query),
        Effect::PushPanel(to) => format!("panel {}", to.query),
        Effect::PopPanel => "pop panel".to_owned(),
        Effect::ReplaceAddress(to) => format!("replace {}", to.query),
        Effect::Document { lang, theme: Theme::System, .. } => format!("document {}", lang.tag()),
        Effect::Document { lang, theme: Theme::Light, .. } => {
            format!("document {} light", lang.tag())
        }
        Effect::Document { lang, theme: Theme::Dark, .. } => {
            format!("document {} dark", lang.tag())
        }
        Effect::ToggleFullScreen => "full screen".into(),
        Effect::SaveText { name, .. }
        | Effect::SavePicture { name, .. }
        | Effect::SaveMade { name, .. } => format!("save {name}"),
        Effect::ScrollToTop => "top".to_owned(),
        Effect::ShowSection(id) => format!("show {id}"),
        Effect::FocusHeading => "focus the heading".to_owned(),
        Effect::FocusChoice(at) => format!("focus choice {at}"),
        Effect::Share { title, address, .. } => format!("share {title} {address}"),
        Effect::Forget(address) => format!("forget {address}"),
        Effect::Copy { what, text } => format!("copy {what:?} {text}"),
    }
}

// Downloads.

#[test]
fn each_file_is_named_after_what_it_shows() {
    for (query, lang, name) in [
        ("p=compare&i=dti_province&tab=line", Lang::Vi, "ro-so-dti-province-line-2024.csv"),
        (
            "p=compare&i=dti_province&tab=line&time=2022..2023",
            Lang::En,
            "ro-so-dti-province-line-2022-2023-en.csv",
        ),
    ] {
        check(query, vec![Msg::Download(Format::Csv, lang)], &[&format!("save {name}")]);
    }
    for (format, name) in [
        (Format::Png(2), "ro-so-dti-province-2024-1360.png"),
        (Format::PhonePng, "ro-so-dti-province-2024-1080.png"),
        (Format::Svg, "ro-so-dti-province-2024.svg"),
        (Format::Csv, "ro-so-dti-province-2024.csv"),
        (Format::VietnameseCsv, "ro-so-dti-province-2024.vi.csv"),
        (Format::Json, "ro-so-dti-province-2024.json"),
        (Format::Workbook, "ro-so-dti-province-2024.xlsx"),
    ] {
        let saved = format!("save {name}");
        check("p=compare&i=dti_province", vec![Msg::Download(format, Lang::Vi)], &[&saved]);
    }
    // Each target has its own time, and each panel its newest; places shown alone are named.
    let both = "services_with_dossiers_rate~end_to_end_dossier_rate";
    let some = "province63:01~province63:17~province63:79";
    for (query, name) in [
        (
            "p=compare&i=end_to_end_dossier_rate&tab=progress&time=2022-08".to_owned(),
            "ro-so-end-to-end-dossier-rate-progress-2024.csv",
        ),
        (
            format!("p=compare&i={both}&tab=multiples"),
            "ro-so-services-with-dossiers-rate-end-to-end-dossier-rate-multiples-2025-10-26.csv",
        ),
        (
            format!("p=compare&i=dti_province&tab=bars&e={some}&only=1"),
            "ro-so-dti-province-province63-01-province63-17-province63-79-2024.csv",
        ),
        (
            format!("p=compare&i=dti_province&tab=bars&e={some}~province63:48&only=1"),
            "ro-so-dti-province-4-places-2024.csv",
        ),
        (format!("p=compare&i=dti_province&tab=bars&e={some}"), "ro-so-dti-province-2024.csv"),
        // So are other units, and a region whose provinces alone are shown.
        ("p=compare&i=par_index&e=ministry22".to_owned(), "ro-so-par-index-ministry22-2023.csv"),
        (
            "p=compare&i=dti_province&e=region6:DNB".to_owned(),
            "ro-so-dti-province-region6-DNB-2024.csv",
        ),
    ] {
        check(&query, vec![Msg::Download(Format::Csv, Lang::Vi)], &[&format!("save {name}")]);
    }
    // A table has no picture.
    check("p=compare&i=dti_province&tab=table", vec![Msg::Download(Format::Svg, Lang::Vi)], &[]);
}

#[test]
fn a_cited_view_has_the_time_that_its_figures_are_of() {
    for (query, time) in [
        ("i=dti_province", "&time=2024"),
        ("i=dti_province&tab=map&time=2022", "&time=2022"),
        ("i=end_to_end_dossier_rate&tab=progress&time=2024", ""),
        ("i=end_to_end_dossier_rate&tab=progress", ""),
        (
            "i=dti_province~end_to_end_dossier_rate&tab=multiples&e=province63:17&time=2022-08",
            "&time=2024",
        ),
        ("i=dti_province~par_index&tab=multiples&e=province63:17&time=2022", "&time=2022"),
        ("i=dti_province&tab=progress&time=2022", "&time=2022"),
    ] {
        let model = Model::new(data(), &format!("p=compare&{query}"), "", Lang::Vi);
        let shown = model.shown.clone().expect("an exhibit");
        let cited = address::print(&model.cited_view(&shown));
        let asked = query.split("&time").next().expect("a query");
        let rest = cited.split("&time=").nth(1).map(|rest| rest.split('&').next().expect("time"));
        assert_eq!(rest.map_or(String::new(), |t| format!("&time={t}")), time, "{query}: {cited}");
        assert_eq!(address::parse(&cited).0.tab, address::parse(asked).0.tab);
        let shared = model.shared_address();
        let is_heeded = query.ends_with(time) && !time.is_empty();
        assert_eq!(shared.contains("time="), is_heeded && query != asked, "{query}: {shared}");
        // The cited address shows the same rows.
        let again = Model::new(data(), &cited, "", Lang::Vi).shown.expect("an exhibit");
        assert_eq!(again.rows, shown.rows, "{query}");
    }
}

/// The browser's answer to the last request for a file.
fn not_saved(model: &Model, why: NotSaved) -> Msg {
    Msg::NotSaved(model.asked.file, why)
}

#[test]
fn a_file_of_a_view_that_was_left_meanwhile_is_no_matter_of_the_next_one() {
    let start = Model::new(data(), "p=compare&i=dti_province", "", Lang::Vi);
    let (asked, _) = update(&start, Msg::Download(Format::Json, Lang::Vi));
    let picture = || not_saved(&asked, NotSaved::Picture("blob:x".into()));
    for next in [
        Msg::ChooseIndicator("par_index".into()),
        Msg::Download(Format::Csv, Lang::Vi),
        // The same file in another view.
        Msg::ChooseSort(Sort::Name),
    ] {
        let (left, _) = update(&asked, next);
        let (late, effects) = update(&left, picture());
        assert_eq!(late.not_saved, None);
        assert_eq!(effects, [Effect::Forget("blob:x".into())]);
    }
    // Going back leaves the view, too.
    let back = Msg::AddressChanged(String::new(), "p=compare&i=par_index".into());
    assert_eq!(update(&update(&asked, back).0, picture()).0.not_saved, None);
}

#[test]
fn a_file_that_could_not_be_made_is_told_until_something_else_is_asked_for() {
    let model = Model::new(data(), "p=compare&i=dti_province", "", Lang::Vi);
    let (model, _) = update(&model, Msg::Download(Format::Json, Lang::Vi));
    for why in [NotSaved::Failed, NotSaved::WithinApp, NotSaved::Picture("blob:x".into())] {
        let (failed, effects) = update(&model, not_saved(&model, why.clone()));
        assert_eq!((&failed.not_saved, effects.len()), (&Some(why), 0));
        assert_eq!(update(&failed, Msg::Download(Format::Csv, Lang::Vi)).0.not_saved, None);
        assert_eq!(update(&failed, Msg::ChooseTab(Tab::Table)).0.not_saved, None);
        let back = Msg::AddressChanged(String::new(), "p=compare&i=par_index".into());
        assert_eq!(update(&failed, back).0.not_saved, None);
    }
}

#[test]
fn a_held_picture_is_let_go_when_it_is_seen_no_more() {
    let start = Model::new(data(), "p=compare&i=dti_province", "", Lang::Vi);
    let (asked, _) = step(&start, Msg::Download(Format::Json, Lang::Vi));
    let (held, _) = step(&asked, not_saved(&asked, NotSaved::Picture("blob:x".into())));
    let table = ["push p=compare&tab=table&i=dti_province", "document vi", "forget blob:x"];
    assert_eq!(step(&held, Msg::ChooseTab(Tab::Table)).1, table);
    let again = ["save ro-so-dti-province-2024.csv", "forget blob:x"];
    assert_eq!(step(&held, Msg::Download(Format::Csv, Lang::Vi)).1, again);
}

#[test]
fn a_file_is_in_the_language_that_was_chosen_for_it() {
    let model = Model::new(data(), "p=compare&i=dti_province", "", Lang::Vi);
    let (_, effects) = update(&model, Msg::Download(Format::Png(2), Lang::En));
    let [Effect::SavePicture { placed, address, .. }] = &effects[..] else { panic!("{effects:?}") };
    assert!(address.ends_with("?p=compare&i=dti_province&time=2024&lang=en"), "{address}");
    let says = |word: &str| {
        let texts = placed.marks.iter().filter_map(|mark| match mark {
            Mark::Text { content, .. } => Some(content),
            _ => None,
        });
        texts.clone().any(|content| content.contains(word))
    };
    assert!(says("Source") && !says("Nguồn"));
    // And in the chosen colours.
    let (model, _) = update(&model, Msg::ChooseForArticle(Lang::Vi, Theme::Dark));
    let (_, effects) = update(&model, Msg::Download(Format::Png(1), Lang::Vi));
    let [Effect::SavePicture { name, is_dark: true, .. }] = &effects[..] else {
        panic!("{effects:?}")
    };
    assert!(name.ends_with("-dark.png"), "{name}");
}

#[test]
fn colours_are_kept_on_the_way_back_and_a_frame_is_not_led_away() {
    let back = Msg::AddressChanged(String::new(), "p=sources".into());
    check(
        "p=corrections&theme=dark",
        vec![back],
        &["replace p=sources&theme=dark", "document vi dark", "focus the heading"],
    );
    let named = Msg::AddressChanged(String::new(), "p=sources&theme=light".into());
    check(
        "p=corrections&theme=dark",
        vec![named],
        &["replace p=sources&theme=dark", "document vi dark", "focus the heading"],
    );
    // The last choice counts, whatever the entry in the history has.
    let chosen = vec![
        Msg::GoTo(Page::Sources),
        Msg::SetTheme(Theme::System),
        Msg::AddressChanged(String::new(), "p=corrections&theme=dark".into()),
    ];
    let wanted = ["replace p=corrections", "document vi", "focus the heading"];
    check("p=corrections&theme=dark", chosen, &wanted);
    let dropped = Msg::Dropped(Some("p=sources".into()));
    check("p=compare&i=dti_province&embed=1", vec![dropped.clone()], &[]);
    // A picture from a frame opens on the whole page.
    let framed = Msg::Dropped(Some("p=sources&embed=1".into()));
    check("p=compare&i=dti_province", vec![framed], &["push p=sources", "document vi", "top"]);
    // An open search is closed.
    let open = vec![Msg::OpenSearch, dropped];
    check("p=compare&i=dti_province", open, &["push p=sources", "document vi", "top"]);
}

// Checks.

#[test]
fn checks_are_filtered_by_a_step_back_that_does_not_move_the_page() {
    let focus = |token: &str| vec![Msg::ChooseFocus(Some(token.into()))];
    check(
        "p=checks&e=sme-programme",
        focus("last-digit"),
        &["push p=checks&e=sme-programme&focus=last-digit", "document vi"],
    );
    check("p=checks&focus=agrees", vec![Msg::ChooseFocus(None)], &["push p=checks", "document vi"]);
    // The system and verdict of a filter are no places, so other pages drop them.
    let filtered = "p=checks&e=sme-programme&focus=last-digit";
    check(filtered, vec![Msg::GoTo(Page::Compare)], &["push p=compare", "document vi", "top"]);
    check(filtered, vec![Msg::GoTo(Page::Checks)], &["push p=checks", "document vi", "top"]);
}

#[test]
fn the_title_of_the_checks_says_what_they_are_confined_to() {
    for (query, wanted) in [
        ("p=checks", "Tính lại · Rõ Số"),
        ("p=checks&focus=last-digit", "Tính lại · Lệch chữ số cuối · Rõ Số"),
        (
            "p=checks&e=sme-programme&focus=last-digit&lang=en",
            "Recomputed · Programme for small and medium firms · Off in the last digit · Rõ Số",
        ),
        ("p=checks&focus=no-such-thing", "Tính lại · Rõ Số"),
    ] {
        let model = Model::new(Rc::new(shipped()), query, "", Lang::Vi);
        assert_eq!(title(&model), wanted);
    }
}

// The comparison that is shown.

#[test]
fn what_depends_on_the_view_alone_is_not_drawn_again_for_anything_else() {
    let start = on_a_site("p=compare&i=dti_province&bogus=1", Lang::Vi);
    let handed = Handed { what: What::Link, text: "x".into(), copied: true };
    for msg in [
        Msg::UnfoldChoices(true),
        Msg::FilterPlaces("hoa".into()),
        Msg::OpenFigure("dti.ha-noi.2024".into()),
        Msg::OpenSearch,
        Msg::DismissNotes,
        Msg::ChooseForArticle(Lang::En, Theme::Dark),
        Msg::Handed(start.asked.text, handed),
        Msg::NotSaved(start.asked.file, NotSaved::Failed),
    ] {
        let (next, _) = update(&start, msg.clone());
        assert_ne!(next, start, "{msg:?}");
        assert_eq!(next.of_view(), start.of_view(), "{msg:?}");
    }
    let (other, _) = update(&start, Msg::ChooseTab(Tab::Map));
    assert_ne!(other.of_view(), start.of_view());
    assert_eq!(other.of_page(), start.of_page());
    let (dark, _) = update(&start, Msg::SetTheme(Theme::Dark));
    assert_ne!(dark.of_page(), start.of_page());
    // Whence a figure is reported is no matter of the page that is gone back to.
    let (reporting, _) = update(&start, Msg::Visit(View::of(Page::Corrections)));
    let (back, _) = update(&reporting, Msg::GoTo(Page::Compare));
    assert!(back.reported_from.is_some());
    assert_eq!(back.of_page(), start.of_page());
}

#[test]
fn the_same_comparison_stays_the_same_picture() {
    let model = Model::new(Rc::new(shipped()), "p=compare&i=dti_province", "", Lang::Vi);
    let stays = |msg: Msg| {
        let (next, _) = update(&model, msg);
        let (before, after) = (model.shown.clone(), next.shown.clone());
        Rc::ptr_eq(&before.expect("a comparison"), &after.expect("a comparison"))
    };
    assert!(stays(Msg::OpenSearch) && stays(Msg::OpenFigure("dti.ha-noi.2024".into())));
    assert!(stays(Msg::SetTheme(Theme::Dark)), "colours are no part of it");
    assert!(!stays(Msg::SetLang(Lang::En)) && !stays(Msg::ChooseSort(Sort::Name)));
    let (elsewhere, _) = update(&model, Msg::GoTo(Page::Sources));
    assert_eq!(elsewhere.shown, None, "a page that compares nothing");
    let (back, _) =
        update(&elsewhere, Msg::AddressChanged(String::new(), "p=compare&i=dti_province".into()));
    assert_eq!(back.shown.map(|shown| shown.rows.len()), model.shown.map(|shown| shown.rows.len()));
}

#[test]
fn the_code_of_a_picture_is_made_when_it_is_asked_for() {
    let model = Model::new(Rc::new(shipped()), "p=compare&i=dti_province", "", Lang::Vi);
    let (_, effects) = update(&model, Msg::CopyFigure);
    let [Effect::Copy { what: What::Code, text }] = &effects[..] else { panic!("{effects:?}") };
    assert!(text.starts_with("<figure") && text.contains("<svg") && text.contains("Hải Phòng"));
    // A table has no picture.
    let table = Model::new(Rc::new(shipped()), "p=compare&tab=table", "", Lang::Vi);
    assert_eq!(update(&table, Msg::CopyFigure).1, []);
}

#[test]
fn the_way_back_to_an_address_that_leads_nowhere_says_so_again() {
    let mut model = Model::new(data(), "p=nosuch", "", Lang::Vi);
    assert!(model.missing().is_some());
    (model, _) = update(&model, Msg::GoTo(Page::Home));
    assert_eq!(model.missing(), None);
    (model, _) = update(&model, Msg::AddressChanged(String::new(), "p=nosuch".into()));
    assert!(model.missing().is_some());
    // A dismissed note stays away when going back only closes a panel, which keeps the address.
    let mut model = Model::new(data(), "p=sources&zzz=1", "", Lang::Vi);
    assert_eq!(model.notes.len(), 1);
    (model, _) = update(&model, Msg::DismissNotes);
    (model, _) = update(&model, Msg::AddressChanged(String::new(), "p=sources&zzz=1".into()));
    assert_eq!(model.notes, []);
}

#[test]
fn a_change_of_the_comparison_is_told_in_a_sentence() {
    let start = on_a_site("p=compare&i=dti_province", Lang::Vi);
    assert_eq!(&*start.told, "", "nothing has changed yet");
    let told = |msg: Msg| update(&start, msg).0;
    let finding = |model: &Model| {
        let shown = model.shown.as_ref().map(|shown| shown.finding.clone());
        ro_so::text::first_sentence(&shown.unwrap_or_default()).0.to_owned()
    };
    let map = told(Msg::ChooseTab(Tab::Map));
    assert_eq!(*map.told, format!("Bản đồ. {}", finding(&map)));
    let other = told(Msg::ChooseIndicator("par_index".into()));
    assert_eq!(*other.told, finding(&other));
    assert_ne!(finding(&other), finding(&start));
    assert_eq!(&*told(Msg::ChooseSort(Sort::Name)).told, "Sắp theo: tên.");
    let added = told(Msg::AddEntity(HA_NOI.into()));
    assert_eq!(&*added.told, "Đã thêm Hà Nội.");
    assert_eq!(&*update(&added, Msg::RemoveEntity(HA_NOI.into())).0.told, "Đã bỏ Hà Nội.");
    // The announcement stays until something else is shown; another page or language clears it.
    assert_eq!(update(&added, Msg::SetTheme(Theme::Dark)).0.told, added.told);
    for msg in [Msg::SetLang(Lang::En), Msg::GoTo(Page::Sources)] {
        assert_eq!(&*update(&added, msg.clone()).0.told, "", "{msg:?}");
    }
    let back = Msg::AddressChanged(String::new(), "p=compare&i=dti_province".into());
    assert_eq!(&*update(&added, back).0.told, "Đã bỏ Hà Nội.");
}
