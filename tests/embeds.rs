//! Frames in articles show all that belongs to a figure; their codes can be pasted as they are.

mod common;

use std::rc::Rc;

use common::{rendered, shipped, telling_views};
use ro_so::chart::{Spec, exhibit};
use ro_so::compare::offered_indicators;
use ro_so::export::{
    HOST_SCRIPT, embed_code, embed_code_with_script, embed_code_with_source, figure_code,
};
use ro_so::text::{Key, cited_sources};
use ro_so::view::{Lang, address};

#[test]
fn no_frame_is_without_its_sources_and_caveats() {
    let dataset = Rc::new(shipped());
    for lang in Lang::ALL {
        for story in &dataset.stories {
            let html = rendered(&dataset, &format!("p=story&e={}&embed=1", story.id), lang);
            holds(&html, lang.of(&story.headline));
            holds(&html, lang.of(&story.finding));
            for caveat in &story.caveats {
                holds(&html, lang.of(caveat));
            }
            is_whole(&html, lang);
        }
        for indicator in offered_indicators(&dataset) {
            let query = format!("p=compare&i={}&embed=1", indicator.id);
            let html = rendered(&dataset, &query, lang);
            let shown = exhibit(&dataset, &address::parse(&query).0, lang).expect("an exhibit");
            for text in shown.caveats.iter().chain([&shown.title, &shown.finding]) {
                holds(&html, text);
            }
            is_whole(&html, lang);
        }
    }
}

fn is_whole(html: &str, lang: Lang) {
    holds(html, Key::Source.text(lang));
    holds(html, Key::TableTitle.text(lang));
    for markup in
        ["<table", "class=\"opens\"", "target=\"_blank\"", "id=\"changed\"", "hidden=\"\""]
    {
        assert!(html.contains(markup), "not in the markup: {markup}");
    }
    // Every link opens a new tab instead of leaving the frame, and a frame has no menu.
    let links = html.matches("<a ").count();
    assert_eq!(html.matches("target=\"_blank\"").count(), links);
    assert!(!html.contains("<nav"));
}

#[test]
fn the_note_about_changed_figures_is_shown_only_where_they_are_others() {
    let dataset = Rc::new(shipped());
    let view = address::parse("p=compare&i=dti_province").0;
    let version = exhibit(&dataset, &view, Lang::Vi).expect("an exhibit").version(&dataset);
    let english = exhibit(&dataset, &view, Lang::En).expect("an exhibit").version(&dataset);
    assert_eq!(version, english, "figures have no language");
    for (v, is_hidden) in [(&*version, true), ("0badf00d", false)] {
        let query = format!("p=compare&i=dti_province&embed=1&v={v}");
        let html = rendered(&dataset, &query, Lang::Vi);
        let note = html.split("id=\"changed\"").nth(1).expect("the note");
        let tag = note.split('>').next().unwrap_or_default();
        assert_eq!(tag.contains("hidden"), is_hidden, "{v}: {tag}");
    }
}

#[test]
fn a_code_can_be_pasted_as_it_is() {
    let address = "https://example.org/embed/?p=compare&i=a\"b";
    let plain = embed_code("Một <tên> & \"tên\"", address, 640);
    assert!(plain.starts_with("<iframe title=\"Một &lt;tên&gt; &amp; &quot;tên&quot;\" src=\""));
    assert!(plain.contains("src=\"https://example.org/embed/?p=compare&amp;i=a&quot;b\""));
    // A strict policy of the host blocks inline styles; a lazy frame loads when it is scrolled to.
    assert!(!plain.contains("style=") && plain.contains("loading=\"lazy\""));
    let sourced = embed_code_with_source("A & B", address, 640, ("Nguồn: <X>.", "https://a/?b&c"));
    let below =
        "</iframe><p>Nguồn: &lt;X&gt;. <a href=\"https://a/?b&amp;c\">A &amp; B, Rõ Số</a></p>";
    assert!(sourced.ends_with(below), "{sourced}");
    let auto = embed_code_with_script("a", address, 640, "https://example.org/");
    let script =
        format!("</iframe><script async src=\"https://example.org/{HOST_SCRIPT}\"></script>");
    assert!(auto.ends_with(&script), "{auto}");
}

#[test]
fn a_still_picture_holds_all_that_belongs_to_it_and_needs_nothing() {
    let dataset = shipped();
    for view in telling_views(&dataset) {
        let name = address::print(&view);
        let shown = exhibit(&dataset, &view, Lang::Vi).expect("an exhibit");
        let sources = cited_sources(&dataset, &shown.documents, shown.lang);
        let address = "https://example.org/?a=b&c";
        let Some(code) = figure_code(&shown, &sources, address) else { continue };
        let said = [&shown.title, &shown.finding, &shown.unit_line, &sources];
        for text in shown.caveats.iter().chain(&shown.reasons).chain(said) {
            holds(&code, text);
        }
        // Letters keep one size in every column; white ground keeps them readable on a dark page.
        let size = code.split("<svg ").nth(1).and_then(|svg| svg.split_once('>')).expect("an svg");
        let place = |text: &str| size.0.contains(text);
        assert!(place(" width=\"328\" height=\"") && place(" viewBox=\"0 0 328 "), "{name}");
        assert!(size.1.starts_with("<rect x=\"0\" y=\"0\" width=\"328\""), "{name}");
        assert!(size.1.contains("fill=\"#ffffff\"/>"), "{name}");
        for refused in ["style=", "class=\"f-", "<script", "url(", "width=\"100%"] {
            assert!(!code.contains(refused), "{name}: {refused}");
        }
        let at = |text: &str| code.find(&escaped(text)).expect("told");
        if let Some(caveat) = shown.caveats.first() {
            assert!(at(&sources) < at(caveat), "{name}: sources come first");
        }
        assert!(code.contains("href=\"https://example.org/?a=b&amp;c\""), "{name}");
    }
}

#[test]
fn a_still_map_tells_its_figures_and_a_still_limit_what_pale_means() {
    let dataset = shipped();
    let code = |query: &str| {
        let shown = exhibit(&dataset, &address::parse(query).0, Lang::Vi).expect("an exhibit");
        let code = figure_code(&shown, "", "").expect("a picture");
        (shown, code.replace('\u{a0}', " "))
    };
    let (shown, map) = code("tab=map&i=dti_province");
    assert!(matches!(shown.spec.as_deref(), Some(Spec::Map(_))));
    let rows: Vec<_> = shown.rows.iter().filter(|row| row.quantity.is_some()).collect();
    assert!(rows.len() >= 63, "{}", rows.len());
    for row in &rows[..63] {
        holds(&map, &format!("{} {}", row.name, row.printed.replace('\u{a0}', " ")));
    }
    let (_, bounds) = code("tab=dots&i=end_to_end_dossier_rate&e=ministry22&time=2024");
    holds(&bounds, Key::SolidIs.text(Lang::Vi));
    holds(&bounds, Key::OpenIs.text(Lang::Vi));
    assert!(!bounds.contains(Key::BetweenIs.text(Lang::Vi)));
    assert!(!map.contains(Key::SolidIs.text(Lang::Vi)));
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[track_caller]
fn holds(html: &str, text: &str) {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let quoted = escaped.replace('"', "&quot;");
    assert!(html.contains(&escaped) || html.contains(&quoted), "not in the markup: {text}");
}
