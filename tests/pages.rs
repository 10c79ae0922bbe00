//! Pages as written without a browser: the recomputed checks, the systems, the sources.

mod common;

use std::rc::Rc;

use common::{UNFAIR, rendered, shipped};
use ro_so::compare::{
    VerdictKind, checked, evaluate, findings, offered_indicators, systems_of_check,
};
use ro_so::data::{Dataset, Kind, Layer};
use ro_so::text::{SumPart, check_detail, check_sentence, check_sum, check_verdict};
use ro_so::view::Lang;

/// Words that the page of recomputed figures must not use, besides those that no page may use.
const NEVER_OF_CHECKS: [&str; 4] = ["số sai", "bóc số", "tính sai", "sai số liệu"];

#[test]
fn every_system_has_a_page_in_both_languages() {
    let dataset = Rc::new(shipped());
    for lang in Lang::ALL {
        for system in &dataset.systems {
            let page = Page::new(&dataset, &format!("p=system&e={}", system.id), lang);
            page.holds(lang.of(&system.name));
            page.holds(lang.of(&system.what));
            for milestone in &system.milestones {
                page.holds(lang.of(&milestone.text));
            }
            let printed = |id| dataset.of_indicator(id).any(|o| o.derived_from.is_none());
            for id in system.indicators.iter().filter(|id| printed(id)) {
                page.holds(lang.of(&dataset.indicator(id).expect("an indicator").definition));
            }
            for item in checked(&dataset, Some(system)) {
                page.holds(lang.of(&item.check.statement));
            }
            page.is_fair();
        }
    }
}

#[test]
fn a_page_of_a_system_leads_to_every_figure_of_the_reports() {
    let dataset = Rc::new(shipped());
    for system in &dataset.systems {
        let page = Page::new(&dataset, &format!("p=system&e={}", system.id), Lang::Vi);
        let figures = dataset.observations.iter().filter(|o| {
            o.layer == Layer::Reports
                && o.derived_from.is_none()
                && system.indicators.contains(&o.indicator)
        });
        let buttons = page.html.matches("aria-haspopup=\"dialog\"").count();
        assert!(buttons >= figures.clone().count(), "{}: {buttons} buttons", system.id);
        for o in figures.filter(|o| o.quantity.is_some()) {
            page.holds(&ro_so::text::figure_of(o, Lang::Vi));
        }
    }
}

#[test]
fn the_list_of_systems_names_them_all_and_counts_their_figures() {
    let dataset = Rc::new(shipped());
    for lang in Lang::ALL {
        let page = Page::new(&dataset, "p=system", lang);
        for system in &dataset.systems {
            page.holds(lang.of(&system.name));
            page.holds_markup(&format!("systems/{}", system.id));
        }
        page.is_fair();
    }
    Page::new(&dataset, "p=system", Lang::Vi).holds("6 số trong báo cáo");
}

#[test]
fn what_the_address_names_and_nothing_is_called_is_told() {
    let dataset = Rc::new(shipped());
    // An unknown system gives the page for what does not exist, with the nearest that does.
    let page = Page::new(&dataset, "p=system&e=sme-program", Lang::Vi);
    page.holds(&dataset.system("sme-programme").expect("the programme").name.vi);
    for (query, wanted) in [
        ("p=checks&e=province63:17", "the data have no system called: province63:17"),
        ("p=checks&focus=wrong", "there is no verdict called: wrong"),
    ] {
        let page = Page::new(&dataset, query, Lang::En);
        page.holds(wanted);
        assert_eq!(page.html.matches("class=\"check\"").count(), dataset.checks.len());
    }
}

#[test]
fn an_indicator_with_nothing_to_compare_leads_to_its_figures() {
    let dataset = Rc::new(shipped());
    for (lang, name, link) in [
        (Lang::Vi, "<h1>Mức giảm phí, lệ phí nhiều nhất</h1>", "Xem các số đã in"),
        (Lang::En, "<h1>Largest fee cut</h1>", "See its printed figures"),
    ] {
        let page = Page::new(&dataset, "p=compare&i=fee_cut_cap", lang);
        for held in [name, link, "focus=fee_cut_cap"] {
            assert!(page.html.contains(held), "{held}: {}", page.html);
        }
    }
}

#[test]
fn the_counts_are_those_that_the_checks_give() {
    let dataset = Rc::new(shipped());
    for lang in Lang::ALL {
        let page = Page::new(&dataset, "p=checks", lang);
        for kind in VerdictKind::ALL {
            let found = dataset.checks.iter().map(|check| evaluate(&dataset, check));
            let count = found.filter(|found| found.verdict.kind() == kind).count();
            let name = check_verdict(kind, lang);
            assert!(count > 0, "{name}: nothing to show");
            page.holds(&format!("{count} {name}"));
            page.holds(&format!("{name} {count}"));
        }
        page.holds(&format!("{} ", dataset.checks.len()));
        for check in &dataset.checks {
            page.holds(lang.of(&check.statement));
        }
        page.is_fair();
        let text = page.text.to_lowercase();
        for words in NEVER_OF_CHECKS {
            assert!(!text.contains(words), "{words}");
        }
        assert_eq!(text.matches("lỗi").count(), text.matches("không phải lỗi cộng").count());
    }
}

#[test]
fn disagreements_come_first() {
    let dataset = Rc::new(shipped());
    let page = Page::new(&dataset, "p=checks", Lang::Vi);
    let place = |kind: VerdictKind| {
        let heading = format!("<section id=\"{}\"", kind.token());
        page.html.find(&heading).expect("a heading")
    };
    let places: Vec<usize> = [
        VerdictKind::DoesNotFit,
        VerdictKind::NotFullyExplained,
        VerdictKind::CannotBeDecided,
        VerdictKind::LastDigit,
        VerdictKind::AfterRounding,
    ]
    .map(place)
    .into();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn a_verdict_or_a_system_in_the_address_leaves_only_its_checks() {
    let dataset = Rc::new(shipped());
    let rows = |query: &str| {
        let page = Page::new(&dataset, query, Lang::Vi);
        page.html.matches("class=\"check\"").count()
    };
    assert_eq!(rows("p=checks"), dataset.checks.len());
    assert_eq!(rows("p=checks&focus=does-not-fit"), 1);
    assert_eq!(rows("p=checks&focus=last-digit"), 2);
    let programme = dataset.system("sme-programme").expect("the programme");
    assert_eq!(rows("p=checks&e=sme-programme"), checked(&dataset, Some(programme)).len());
    assert_eq!(rows("p=checks&e=sme-programme&focus=last-digit"), 2);
    assert_eq!(rows("p=checks&e=semiconductors"), 0);
}

#[test]
fn what_adds_up_to_no_plan_of_the_programme_stands_on_its_page() {
    let dataset = Rc::new(shipped());
    let page = Page::new(&dataset, "p=system&e=sme-programme", Lang::Vi);
    for text in [
        "1.255.068 ÷ 1.600.000 = 78,44% (Rõ Số tính); in là ước 78,45%",
        "346.670 ÷ 400.000 = 86,67% (Rõ Số tính); in là ước 86,68%",
        "Lệch chữ số cuối lệch 0,01 điểm phần trăm",
        "Số mới nhất ở đây: ngày 12/8/2024",
        "một nguồn, in ở một nơi",
    ] {
        page.holds(text);
    }
}

#[test]
fn a_borrowed_whole_does_not_make_a_check_one_of_another_system() {
    let dataset = shipped();
    let check = dataset.check("fee-cut-of-63").expect("a check");
    let systems: Vec<&str> =
        systems_of_check(&dataset, check).iter().map(|system| &*system.id).collect();
    assert_eq!(systems, ["online-public-services"]);
}

#[test]
fn a_sum_in_parts_reads_as_its_sentence_begins() {
    let dataset = shipped();
    for lang in Lang::ALL {
        for check in &dataset.checks {
            let found = evaluate(&dataset, check);
            let parts = check_sum(&dataset, check, &found, lang);
            let first = |part: &&SumPart| !matches!(part, SumPart::Printed(_));
            let start: String = parts.iter().take_while(first).map(SumPart::text).collect();
            let start = start.split("; ").next().unwrap_or_default();
            let sentence = check_sentence(&dataset, check, &found, lang);
            assert!(!start.is_empty() && sentence.starts_with(start), "{start} | {sentence}");
            let detail = check_detail(&dataset, check, &found, lang);
            let is_plain = matches!(
                found.verdict.kind(),
                VerdictKind::Agrees | VerdictKind::AfterRounding | VerdictKind::ComputedHere
            );
            assert_eq!(detail.is_empty(), is_plain, "{}: {detail}", check.id);
        }
    }
}

#[test]
fn what_the_program_found_is_told_with_its_figures() {
    let dataset = Rc::new(shipped());
    let page = Page::new(&dataset, "p=checks", Lang::Vi);
    page.holds("Rõ Số tự tìm ra");
    let rows = page.html.matches("class=\"finding\"").count();
    assert_eq!(rows, findings(&dataset).len());
    // A filter by verdict is about checks only.
    let filtered = Page::new(&dataset, "p=checks&focus=agrees", Lang::Vi);
    assert!(!filtered.html.contains("class=\"finding\""));
}

#[test]
fn the_sources_lead_to_the_systems_and_say_who_copies_whom() {
    let dataset = Rc::new(shipped());
    let page = Page::new(&dataset, "p=sources&tab=systems", Lang::Vi);
    page.holds_markup("href=\"systems/sme-programme/\"");
    for lang in Lang::ALL {
        let page = Page::new(&dataset, "p=sources", lang);
        for document in &dataset.documents {
            page.holds(lang.of(&document.title));
            if let Some(url) = &document.url {
                page.holds_markup(&format!("href=\"{url}\""));
            }
        }
        page.is_fair();
    }
    let page = Page::new(&dataset, "p=sources", Lang::Vi);
    page.holds("một nguồn, in ở ba nơi");
    page.holds("chưa ghi địa chỉ bài đăng");
    page.holds("Đăng: tháng 8/2022 (suy ra)");
}

#[test]
fn an_address_that_is_not_known_is_not_cited() {
    let dataset = Rc::new(shipped());
    let page = Page::new(&dataset, "p=story&e=cyber-attacks", Lang::Vi);
    page.holds("(suy ra); số trong báo cáo. Rõ Số.");
    assert!(!page.text.contains("?p="), "{}", page.text);
    assert!(!page.text.contains(") ("), "{}", page.text);
}

/// A page as it is written into a static file.
struct Page {
    html: String,
    /// What a reader reads: without markup, every space a plain and single one.
    text: String,
}

impl Page {
    fn new(dataset: &Rc<Dataset>, query: &str, lang: Lang) -> Self {
        let html = rendered(dataset, query, lang);
        let text = text_of(&html);
        Self { html, text }
    }

    #[track_caller]
    fn holds(&self, text: &str) {
        let text = plain(text);
        assert!(self.text.contains(&text), "not on the page: {text}\n{}", self.text);
    }

    #[track_caller]
    fn holds_markup(&self, markup: &str) {
        assert!(self.html.contains(markup), "not in the markup: {markup}");
    }

    #[track_caller]
    fn is_fair(&self) {
        let text = self.text.to_lowercase();
        let found: Vec<&str> = UNFAIR.into_iter().filter(|words| text.contains(words)).collect();
        assert!(found.is_empty(), "{found:?}");
    }
}

fn text_of(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
        // A block ends a word; a figure inside a sentence does not.
        if !["b", "/b", "button", "/button", "a", "/a"]
            .contains(&tag.split(' ').next().unwrap_or(""))
        {
            text.push(' ');
        }
        rest = after;
    }
    text.push_str(rest);
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    plain(&text.replace("&#x27;", "'").replace("&#39;", "'").replace("&amp;", "&"))
}

fn plain(text: &str) -> String {
    let text = text.replace('\u{a0}', " ");
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

#[test]
fn what_rests_on_more_than_is_drawn_as_a_lower_limit() {
    let dataset = Rc::new(shipped());
    let page = rendered(&dataset, "p=story&e=onetouch-visits", Lang::Vi);
    let page = page.replace('\u{a0}', " ");
    assert!(page.contains("hơn 47.000") && !page.contains("48.000"));
}

#[test]
fn a_document_that_is_quoted_is_among_the_sources() {
    let dataset = Rc::new(shipped());
    let page = rendered(&dataset, "p=story&e=services-and-dossiers", Lang::Vi);
    assert!(page.contains("gần 90 triệu căn cước"), "VnEconomy, whose words the story quotes");
}

#[test]
fn what_was_printed_is_vietnamese_on_an_english_page_too() {
    let dataset = Rc::new(shipped());
    for system in &dataset.systems {
        let page = rendered(&dataset, &format!("p=system&e={}", system.id), Lang::En);
        for mention in system.milestones.iter().flat_map(|milestone| &milestone.mentions) {
            let quote = format!("<span lang=\"vi\">“{}”</span>", escaped(&mention.printed));
            assert!(page.contains(&quote), "{}: {quote}", system.id);
        }
        // A rule without a quantity is quoted: no button holds its bare words.
        for o in system.indicators.iter().flat_map(|id| dataset.of_indicator(id)) {
            let Some(mention) = o.mentions.first().filter(|_| o.quantity.is_none()) else {
                continue;
            };
            let label = escaped(&mention.printed);
            // A member of a list has its name in the page's language.
            if label.is_empty() || o.kind == Kind::Membership {
                continue;
            }
            assert!(!page.contains(&format!(">{label}</button>")), "{}: {label}", o.id);
        }
    }
}

#[test]
fn no_list_is_empty() {
    let dataset = Rc::new(shipped());
    for entity in &dataset.entities {
        let page = rendered(&dataset, &format!("p=place&e={}", entity.id), Lang::Vi);
        assert!(!page.contains("<ul></ul>"), "{}", entity.id);
    }
}

#[test]
fn headings_leave_out_no_level_in_a_frame_of_an_article() {
    let dataset = Rc::new(shipped());
    let stories = dataset.stories.iter().map(|story| format!("p=story&e={}", story.id));
    let offered = offered_indicators(&dataset);
    let indicators = offered.iter().map(|i| format!("p=compare&i={}", i.id));
    for query in stories.chain(indicators) {
        let page = rendered(&dataset, &format!("{query}&embed=1"), Lang::Vi);
        let levels = page.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10));
        let mut before = 0;
        for level in levels {
            assert!(level <= before + 1, "{query}: {level} below {before}");
            before = level;
        }
        assert!(before > 1, "{query}: headings");
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
