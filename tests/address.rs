//! The address bar: a view survives being written and read, and no address breaks the page.

#![expect(clippy::expect_used, reason = "a failing test says where it failed")]

mod common;

use common::shipped;
use proptest::prelude::*;
use proptest::sample::select;
use ro_so::data::{Date, Id};
use ro_so::view::address::{NAMES, Note, parse, print};
use ro_so::view::{Lang, OPEN_END, Page, Sort, Tab, Theme, Time, View};

// The scripts of static pages know the parameters of an address.

#[test]
fn the_scripts_of_static_pages_name_what_an_address_may_hold() {
    for (file, missing) in
        [("www/touch.js", &[][..]), ("www/embed.js", &["lang", "theme", "embed", "v"])]
    {
        let script = std::fs::read_to_string(file).expect("a script");
        let (_, names) = script.split_once("[\"p\", ").expect("a list that begins with the page");
        let (names, _) = names.split_once(']').expect("its end");
        let mut listed: Vec<&str> = names.split(", ").map(|name| name.trim_matches('"')).collect();
        listed.insert(0, "p");
        let wanted: Vec<&str> = NAMES.into_iter().filter(|name| !missing.contains(name)).collect();
        assert_eq!(listed, wanted, "{file}");
    }
    for name in NAMES {
        let (_, notes) = parse(&format!("{name}=%"));
        assert!(!notes.contains(&Note::UnknownParameter(name.into())), "{name} is not read");
    }
}

// A view survives.

proptest! {
    #![proptest_config(config(2000))]

    #[test]
    fn a_view_comes_back_from_its_address(view in views()) {
        let query = print(&view);
        prop_assert_eq!(parse(&query), (view.clone(), Vec::new()), "{}", query);
        // The browser includes the question mark.
        prop_assert_eq!(parse(&format!("?{query}")).0, view);
    }

    #[test]
    fn an_address_holds_nothing_that_a_network_rewrites(view in views()) {
        let query = print(&view);
        let safe = |c: char| c.is_ascii_alphanumeric() || "-_.:~%=&".contains(c);
        prop_assert!(query.chars().all(safe), "{query}");
    }

    #[test]
    fn a_view_survives_what_networks_do_to_its_address(view in views()) {
        let query = print(&view);
        // Some networks encode what needs no encoding, some append a parameter at either end.
        let encoded = query.replace('~', "%7E").replace(':', "%3a").replace('-', "%2D");
        for mangled in [encoded, format!("fbclid=IwAR0&{query}"), format!("{query}&utm_source=zalo")]
        {
            prop_assert_eq!(parse(&mangled), (view.clone(), Vec::new()), "{}", mangled);
        }
    }

    #[test]
    fn a_chart_in_an_article_names_its_tab(view in views()) {
        let query = print(&View { embed: true, ..view });
        prop_assert!(query.split('&').any(|part| part.starts_with("tab=")), "{query}");
    }

    #[test]
    fn no_address_breaks_the_page(query in queries()) {
        // Whatever was understood prints and parses like any other view.
        let (view, _) = parse(&query);
        let printed = print(&view);
        prop_assert_eq!(parse(&printed), (view, Vec::new()), "{} became {}", query, printed);
    }
}

#[test]
fn every_id_of_the_dataset_survives_the_address() {
    let dataset = shipped();
    let entities = dataset.entities.iter().map(|entity| &entity.id);
    for id in entities.chain(dataset.indicators.iter().map(|indicator| &indicator.id)) {
        let view = View { entities: vec![id.clone()], ..View::default() };
        assert_eq!(parse(&print(&view)), (view, Vec::new()), "{id}");
    }
}

#[test]
fn a_view_is_written_in_the_documented_grammar() {
    let ids = |ids: &[&str]| ids.iter().map(|id| Id::from(*id)).collect::<Vec<_>>();
    let plain = View::default;
    for (view, query) in [
        (plain(), ""),
        (View { page: Page::Compare, ..plain() }, "p=compare"),
        (View { tab: Tab::Table, ..plain() }, "tab=table"),
        (View { indicators: ids(&["dti.2024", "dti-2023"]), ..plain() }, "i=dti.2024~dti-2023"),
        (
            View { entities: ids(&["province63:17", "province63"]), ..plain() },
            "e=province63:17~province63",
        ),
        (View { entities: ids(&["hòa-bình"]), ..plain() }, "e=h%C3%B2a-b%C3%ACnh"),
        (View { time: Time::At(date("2022-08")), ..plain() }, "time=2022-08"),
        (View { time: Time::Between(date("2022"), date("2024")), ..plain() }, "time=2022..2024"),
        (View { time: Time::Between(date("2022"), OPEN_END), ..plain() }, "time=2022.."),
        (View { focus: Some("province63:17".into()), ..plain() }, "focus=province63:17"),
        (View { sort: Sort::Name, ..plain() }, "sort=name"),
        // A language that an address names is kept, even the default one.
        (View { lang: Some(Lang::Vi), ..plain() }, "lang=vi"),
        (View { lang: Some(Lang::En), ..plain() }, "lang=en"),
        (View { theme: Theme::Light, ..plain() }, "theme=light"),
        (View { theme: Theme::Dark, ..plain() }, "theme=dark"),
        (View { embed: true, ..plain() }, "tab=best&embed=1"),
        (View { tab: Tab::Bars, embed: true, ..plain() }, "tab=bars&embed=1"),
        (View { tab: Tab::Bars, ..plain() }, "tab=bars"),
        (View { tab: Tab::Dots, ..plain() }, "tab=dots"),
        (View { tab: Tab::Line, ..plain() }, "tab=line"),
        (View { tab: Tab::Slope, ..plain() }, "tab=slope"),
        (View { tab: Tab::Progress, ..plain() }, "tab=progress"),
        (View { tab: Tab::Scatter, ..plain() }, "tab=scatter"),
        (View { tab: Tab::Map, ..plain() }, "tab=map"),
        (View { tab: Tab::Multiples, ..plain() }, "tab=multiples"),
        (View { version: Some("2026-11".into()), ..plain() }, "v=2026-11"),
    ] {
        assert_eq!(print(&view), query);
        assert_eq!(parse(query), (view, Vec::new()), "{query}");
    }
}

// Reading.

#[test]
fn times_are_read_only_where_they_exist() {
    let at = |text| Some(Time::At(date(text)));
    let between = |from, to| Some(Time::Between(date(from), date(to)));
    for (value, wanted) in [
        ("latest", Some(Time::Latest)),
        ("2022", at("2022")),
        ("2022-08", at("2022-08")),
        ("2024-02-29", at("2024-02-29")),
        ("2022..2024", between("2022", "2024")),
        ("2022-08..2024-03-15", between("2022-08", "2024-03-15")),
        // The end lies inside the year of the beginning.
        ("2022..2022-08", between("2022", "2022-08")),
        // Older addresses spell out the open end.
        ("2022..", between("2022", "2099")),
        ("2022..2099", between("2022", "2099")),
        ("2022-08..2022", between("2022-08", "2022")),
        ("2022-13", None),
        ("2022-00", None),
        ("2024-02-30", None),
        ("2023-02-29", None),
        ("2022-8", None),
        ("0000", None),
        ("22", None),
        ("+2022", None),
        ("2022-08-20-01", None),
        ("2024..2022", None),
        ("..2022", None),
        ("..2024", None),
        ("2022..2023..2024", None),
        ("Latest", None),
        ("", None),
    ] {
        let query = format!("p=compare&time={value}&sort=name");
        let notes = match wanted {
            Some(_) => Vec::new(),
            None => vec![bad("time", value)],
        };
        let time = wanted.unwrap_or_default();
        check(
            &query,
            View { page: Page::Compare, time, sort: Sort::Name, ..View::default() },
            notes,
        );
    }
}

#[test]
fn lists_of_ids_pass_over_empty_parts() {
    let entities = |ids: &[&str]| View {
        entities: ids.iter().map(|id| Id::from(*id)).collect(),
        ..View::default()
    };
    for (query, ids) in [
        ("e=A~B", &["A", "B"][..]),
        ("e=~A", &["A"]),
        ("e=A~", &["A"]),
        ("e=A~~B", &["A", "B"]),
        ("e=~", &[]),
        ("e=", &[]),
        ("e", &[]),
        ("e=A%7EB", &["A", "B"]),
        // No form sends these addresses, so a plus stays a plus.
        ("e=A+B", &["A+B"]),
        ("e=A%2BB", &["A+B"]),
        ("e=h%c3%b2a", &["hòa"]),
        ("e=hòa", &["hòa"]),
        ("e=A=B", &["A=B"]),
        // A malformed escape is kept as it is.
        ("e=100%", &["100%"]),
        ("e=%zz", &["%zz"]),
        ("e=%4", &["%4"]),
        ("e=%%41", &["%A"]),
    ] {
        check(query, entities(ids), Vec::new());
    }
}

#[test]
fn empty_parts_of_an_address_say_nothing() {
    for query in ["", "?", "&", "&&&", "?&", "e=&i="] {
        check(query, View::default(), Vec::new());
    }
}

#[test]
fn a_bad_value_is_noted_and_the_rest_is_kept() {
    let rest = View { sort: Sort::Name, lang: Some(Lang::En), ..View::default() };
    for (part, note) in [
        ("p=nowhere", bad("p", "nowhere")),
        ("p=", bad("p", "")),
        ("p", bad("p", "")),
        ("p=Compare", bad("p", "Compare")),
        ("tab=pie", bad("tab", "pie")),
        ("i=a%20b", bad("i", "a b")),
        ("e=a%20b", bad("e", "a b")),
        ("e=A~%20", bad("e", "A~ ")),
        ("e=%00", bad("e", "\0")),
        // Bytes that are not UTF-8.
        ("e=%FF", bad("e", "\u{FFFD}")),
        ("e=%3Cscript%3E", bad("e", "<script>")),
        ("time=soon", bad("time", "soon")),
        ("focus=", bad("focus", "")),
        ("focus=a~b", bad("focus", "a~b")),
        ("sort=size", bad("sort", "size")),
        ("only=yes", bad("only", "yes")),
        ("lang=fr", bad("lang", "fr")),
        ("lang=VI", bad("lang", "VI")),
        ("theme=pink", bad("theme", "pink")),
        ("embed=yes", bad("embed", "yes")),
        ("v=%20", bad("v", " ")),
    ] {
        let wanted = if part.starts_with("lang") {
            View { lang: None, ..rest.clone() }
        } else {
            rest.clone()
        };
        let lang = if wanted.lang.is_some() { "&lang=en" } else { "" };
        check(&format!("{part}&sort=name{lang}"), wanted.clone(), vec![note.clone()]);
        check(&format!("sort=name{lang}&{part}"), wanted, vec![note]);
    }
}

#[test]
fn a_bad_value_leaves_an_earlier_good_one() {
    check(
        "tab=table&tab=pie",
        View { tab: Tab::Table, ..View::default() },
        vec![bad("tab", "pie")],
    );
    // Of two good values the later one counts.
    check("tab=table&tab=best", View::default(), Vec::new());
}

#[test]
fn what_networks_append_is_dropped_in_silence() {
    for name in [
        "fbclid",
        "gclid",
        "dclid",
        "msclkid",
        "igshid",
        "igsh",
        "mibextid",
        "zarsrc",
        "_gl",
        "mc_cid",
        "mc_eid",
        "si",
        "utm_source",
        "utm_medium",
        "utm_campaign",
        "utm_content",
        "utm_term",
        "utm_id",
        "zalo_id",
        "zl_src",
        "fb_action_ids",
        "__tn__",
        "__cft__[0]",
    ] {
        check_dropped(name);
    }
}

#[test]
fn click_numbers_of_other_networks_are_dropped_too() {
    // TikTok, X, Google's search results, its two successors of gclid, and its ads.
    for name in ["ttclid", "twclid", "srsltid", "gbraid", "wbraid", "gad_source"] {
        check_dropped(name);
    }
}

fn check_dropped(name: &str) {
    check(&format!("{name}=IwAR0xyz"), View::default(), Vec::new());
    let wanted = View { page: Page::Compare, sort: Sort::Name, ..View::default() };
    check(&format!("p=compare&{name}=%20~~%FF&sort=name"), wanted.clone(), Vec::new());
    check(&format!("p=compare&sort=name&{name}"), wanted, Vec::new());
}

#[test]
fn an_unknown_parameter_is_noted_and_the_rest_is_kept() {
    let unknown = |name: &str| vec![Note::UnknownParameter(name.to_owned())];
    let wanted = View { sort: Sort::Name, ..View::default() };
    check("colour=red&sort=name", wanted.clone(), unknown("colour"));
    check("sort=name&colour", wanted.clone(), unknown("colour"));
    // The names of parameters are case-sensitive.
    check("Sort=value&sort=name", wanted, unknown("Sort"));
}

#[test]
fn an_unknown_parameter_is_noted_once() {
    let wanted = vec![Note::UnknownParameter("colour".into())];
    check("colour=red&colour=blue", View::default(), wanted);
}

#[test]
fn a_long_value_is_noted_shortened() {
    let long = "a".repeat(10_000);
    let short = "a".repeat(40);
    for (query, note) in [
        (format!("p={long}"), bad("p", &short)),
        (format!("focus={long}"), bad("focus", &short)),
        (format!("e={long}"), bad("e", &short)),
        (format!("time={long}"), bad("time", &short)),
        (format!("e={}", "%F0%9F%87%BB".repeat(2500)), bad("e", &"🇻".repeat(40))),
        (format!("{long}=1"), Note::UnknownParameter(short.clone())),
    ] {
        check(&query, View::default(), vec![note]);
    }
    check(&format!("fbclid={long}"), View::default(), Vec::new());
    // The limit of 80 bytes is enough for every id of the dataset.
    let most = "a".repeat(80);
    let focused = View { focus: Some(Id::from(&*most)), ..View::default() };
    check(&format!("focus={most}"), focused, Vec::new());
    check(&format!("focus={most}a"), View::default(), vec![bad("focus", &short)]);
    // A list of too many ids is ignored as a whole.
    let many = vec!["A"; 10_000].join("~");
    check(&format!("e={many}"), View::default(), vec![bad("e", &many[..40])]);
}

fn bad(name: &'static str, value: &str) -> Note {
    Note::BadValue { name, value: value.to_owned() }
}

fn check(query: &str, view: View, notes: Vec<Note>) {
    assert_eq!(parse(query), (view, notes), "{query}");
}

// How values are drawn.

fn config(cases: u32) -> ProptestConfig {
    // A failing input is printed; a file of old failures would only grow.
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn date(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

/// Ids like those of the dataset, and others that it might have.
fn ids() -> impl Strategy<Value = Id> {
    let letters = "[a-zA-Z0-9_:.\\-%+=/,;!'()*@$|ăâđêôơưáàảãạấềỉộửĐƯ]{1,20}";
    letters.prop_map(Id::from)
}

fn lists() -> impl Strategy<Value = Vec<Id>> {
    prop::collection::vec(ids(), 0..6)
}

fn dates() -> impl Strategy<Value = Date> {
    let printed = prop_oneof![
        (1_u16..=9999).prop_map(|year| format!("{year:04}")),
        (1_u16..=9999, 1..=12).prop_map(|(year, month)| format!("{year:04}-{month:02}")),
        (1_u16..=9999, 1..=12, 1..=31)
            .prop_map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}")),
    ];
    printed.prop_filter_map("a day that exists", |text| Date::parse(&text))
}

fn spans_of_time() -> impl Strategy<Value = Time> {
    prop_oneof![
        Just(Time::Latest),
        dates().prop_map(Time::At),
        (dates(), dates()).prop_map(|(a, b)| {
            if a.first_day() <= b.last_day() { Time::Between(a, b) } else { Time::Between(b, a) }
        }),
    ]
}

fn views() -> impl Strategy<Value = View> {
    let looks = (
        select(Page::ALL.to_vec()),
        select(Tab::ALL.to_vec()),
        select(vec![Sort::Value, Sort::Name]),
        select(vec![Theme::System, Theme::Light, Theme::Dark]),
        prop::option::of(select(Lang::ALL.to_vec())),
        any::<bool>(),
        any::<bool>(),
    );
    let names = (lists(), lists(), prop::option::of(ids()), prop::option::of(ids()));
    (looks, names, spans_of_time()).prop_map(
        |(
            (page, tab, sort, theme, lang, embed, only),
            (indicators, entities, focus, version),
            time,
        )| {
            View {
                page,
                tab,
                indicators,
                entities,
                time,
                focus,
                sort,
                only,
                lang,
                theme,
                embed,
                version,
            }
        },
    )
}

/// Arbitrary text, and text that only resembles an address of the site.
fn queries() -> impl Strategy<Value = String> {
    let names = vec![
        "p", "tab", "i", "e", "time", "focus", "sort", "only", "lang", "theme", "embed", "v",
        "utm_x", "x", "", "%65", "é",
    ];
    let values = prop_oneof![
        any::<String>(),
        "[%0-9a-fA-F~+=.:-]{0,12}",
        "(latest|[0-9]{4}(-[0-9]{2}){0,2})(\\.\\.[0-9]{4}(-[0-9]{2})?)?",
        "(home|compare|best|bars|line|map|table|value|name|vi|en|auto|light|dark|0|1)",
    ];
    let pairs = prop::collection::vec((select(names), values), 0..8).prop_map(|pairs| {
        pairs.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
    });
    prop_oneof![1 => any::<String>(), 3 => pairs]
}
