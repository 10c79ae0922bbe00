//! The sources keep to the architecture: layers use only the layers before them, the browser stays
//! in `web` and `ui`, markup needs no exception from the Content-Security-Policy, and nothing reads
//! a clock.
//!
//! The rules are checked on tokens, so that comments and strings may name anything. The last test
//! gives the checker made-up sources: a checker that finds nothing proves nothing.
#![expect(clippy::expect_used, reason = "a failing test says where it failed")]

use std::fmt;
use std::fs;
use std::path::Path;

/// The layers, each free to use those before it.
const LAYERS: [&str; 11] = [
    "quantity", "data", "view", "compare", "text", "chart", "render", "export", "state", "web",
    "ui",
];

#[test]
fn each_layer_uses_only_the_layers_before_it() {
    check(Rule::Layer);
}

#[test]
fn browser_crates_stay_in_the_browser_layers() {
    check(Rule::Crate);
}

#[test]
fn every_module_says_what_it_may_import() {
    check(Rule::Header);
}

#[test]
fn no_markup_needs_an_exception_from_the_security_policy() {
    check(Rule::Markup);
}

#[test]
fn nothing_but_the_binaries_reads_a_clock() {
    check(Rule::Clock);
}

#[test]
fn every_layer_has_its_folder_and_is_declared() {
    let lib = fs::read_to_string("src/lib.rs").expect("src/lib.rs");
    let declared: Vec<&str> =
        lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert_eq!(declared, LAYERS, "src/lib.rs declares the layers in their order");
    for layer in LAYERS {
        assert!(Path::new(&format!("src/{layer}/mod.rs")).exists(), "src/{layer}/mod.rs");
    }
}

#[test]
fn the_checker_catches_each_violation_and_nothing_else() {
    use Rule::{Clock, Crate, Header, Layer, Markup};
    let native = "#[cfg(not(target_arch = \"wasm32\"))]";
    let cases: &[(&str, &str, &[Rule])] = &[
        // Layers: plain paths, groups, paths through `super`, macros.
        ("data/load.rs", "use crate::quantity::Unit;", &[]),
        ("data/load.rs", "use crate::text::Key;", &[Layer]),
        ("data/load.rs", "use crate::text;", &[Layer]),
        ("data/load.rs", "fn f() { crate::ui::App::new() }", &[Layer]),
        ("data/load.rs", "use crate::{quantity::Unit, view::{Lang, Tab}, ui};", &[Layer, Layer]),
        ("data/load.rs", "use super::super::chart::Role;", &[Layer]),
        ("data/mod.rs", "use super::chart::Role;", &[Header, Layer]),
        ("data/mod.rs", "//! Nothing here may import.\nuse super::quantity::Unit;", &[]),
        ("data/load.rs", "macro_rules! m { () => { $crate::state::title }; }", &[Layer]),
        ("data/load.rs", "// use crate::ui::App;\n/* crate::ui /* nested */ crate::web */", &[]),
        (
            "data/load.rs",
            "const A: &str = \"crate::ui::App\"; const B: &str = r#\"crate::ui\"#;",
            &[],
        ),
        (
            "data/load.rs",
            "fn f<'a>(x: &'a str) -> char { '\"' } // crate::ui\nuse crate::web::x;",
            &[Layer],
        ),
        ("data/load.rs", "pub(crate) fn text() {} fn g() { self::text() }", &[]),
        ("ui/story.rs", "use crate::web; use crate::data::Id;", &[]),
        ("web/page.rs", "use crate::ui::App;", &[Layer]),
        // Crates of the browser and of plotters.
        ("state/mod.rs", "//! Nothing here.\nuse yew::Html;", &[Crate]),
        ("chart/bars.rs", "fn f() { web_sys::window(); }", &[Crate]),
        (
            "chart/bars.rs",
            "use wasm_bindgen_futures::spawn_local; use js_sys::Date;",
            &[Crate, Crate, Clock],
        ),
        ("chart/bars.rs", "use plotters_backend::DrawingBackend;", &[Crate]),
        ("render/backend.rs", "use plotters_backend::DrawingBackend;", &[]),
        ("render/backend.rs", "use plotters_canvas::CanvasBackend;", &[Crate]),
        ("web/brush.rs", "use plotters_canvas::CanvasBackend;", &[]),
        ("web/brush.rs", "use plotters_backend::DrawingBackend;", &[]),
        ("web/canvas.rs", "use plotters_canvas::CanvasBackend;", &[Crate]),
        ("web/canvas.rs", "use plotters_backend::DrawingBackend;", &[Crate]),
        ("ui/plot.rs", "use plotters_canvas::CanvasBackend;", &[Crate]),
        ("web/page.rs", "use gloo::events::EventListener; use web_sys::window;", &[]),
        ("ui/plot.rs", "use gloo::events::EventListener;", &[Crate]),
        ("ui/plot.rs", "use web_sys::{HtmlElement, Node}; f::<web_sys::Element>();", &[]),
        ("ui/plot.rs", "fn f() { web_sys::window(); }", &[Crate]),
        ("ui/plot.rs", "use web_sys::{HtmlElement, window};", &[Crate]),
        ("ui/plot.rs", "use web_sys as browser;", &[Crate]),
        ("main.rs", "use yew::Renderer; use web_sys::window;", &[]),
        ("chart/bars.rs", "use plotters::prelude::*;", &[Crate]),
        // Headers.
        ("data/mod.rs", "//! Data.\n//!\n//! Nothing here may import `ui`.", &[]),
        ("data/mod.rs", "//! Data.", &[Header]),
        ("data/mod.rs", "// Nothing here may import `ui`.\n", &[Header]),
        ("data/load.rs", "//! Loading.", &[]),
        // Markup.
        ("ui/a.rs", "fn f() { html! { <p style=\"color: red\">{ x }</p> } }", &[Markup]),
        ("ui/a.rs", "fn f() { html! { <p class=\"a\" style={s}/> } }", &[Markup]),
        ("ui/a.rs", "fn f() { html!(<p {style}>{ \"style=\" }</p>) }", &[Markup]),
        ("ui/a.rs", "fn f() { let style = canvas.style(); html! { <p>{ style }</p> } }", &[]),
        ("ui/a.rs", "fn f() { html! { <p>{ { let style = 1; style == 2 } }</p> } }", &[]),
        ("web/a.rs", "fn f() { e.set_inner_html(text); }", &[Markup]),
        ("web/a.rs", "fn f() { e.set_attribute(\"style\", text); }", &[Markup]),
        ("web/a.rs", "fn f() { e.set_attribute(\"lang\", text); }", &[]),
        ("ui/a.rs", "fn f() { Html::from_html_unchecked(a) }", &[Markup]),
        ("ui/a.rs", &format!("{native}\nfn f() {{ Html::from_html_unchecked(a) }}"), &[]),
        (
            "ui/a.rs",
            &format!("{native}\n#[inline]\nfn f() {{ a }}\nfn g() {{ from_html_unchecked(a) }}"),
            &[Markup],
        ),
        (
            "ui/a.rs",
            &format!("{native}\nuse a::b;\nfn g() {{ from_html_unchecked(a) }}"),
            &[Markup],
        ),
        // Clocks.
        ("state/a.rs", "use std::time::{Duration, Instant};", &[Clock]),
        ("web/a.rs", "fn f() { std::time::SystemTime::now(); }", &[Clock]),
        ("bin/site/main.rs", "use std::time::Instant; fn f() { ro_so::ui::x() }", &[]),
        ("web/a.rs", "fn f() { js_sys::Date::now(); }", &[Clock]),
        ("web/a.rs", "use js_sys::{Array, Date};", &[Clock]),
        ("web/a.rs", "fn f() { window.performance(); }", &[Clock]),
        ("web/a.rs", "use web_sys::Performance;", &[Clock]),
        ("web/a.rs", "use crate::data::Date; fn f(date: Date) {}", &[]),
        ("state/a.rs", "/// Not an Instant.\nstruct Instants;", &[]),
    ];
    for (path, source, expected) in cases {
        let found: Vec<Rule> = violations(path, source).iter().map(|v| v.rule).collect();
        assert_eq!(found, *expected, "{path}: {source}");
    }
}

/// Fails with every place in `src/` that breaks `rule`.
#[track_caller]
fn check(rule: Rule) {
    let mut files = Vec::new();
    read_folder(Path::new("src"), &mut files);
    assert!(files.len() > 50, "only {} source files were found", files.len());
    let broken: Vec<String> = files
        .iter()
        .flat_map(|(path, source)| violations(path, source))
        .filter(|violation| violation.rule == rule)
        .map(|violation| violation.to_string())
        .collect();
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

/// Collects the path of every Rust file, below `src/` and with `/` between its parts, and its text.
fn read_folder(folder: &Path, files: &mut Vec<(String, String)>) {
    let entries = fs::read_dir(folder).expect("a readable folder");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            read_folder(&path, files);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            let source = fs::read_to_string(&path).expect("a source file");
            let name = path.strip_prefix("src").expect("a path below src").to_string_lossy();
            files.push((name.replace('\\', "/"), source));
        }
    }
}

/// What a source may not do.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Rule {
    /// Name a layer that comes after its own.
    Layer,
    /// Name a crate that belongs to another layer.
    Crate,
    /// Leave a module without a statement on what it may import.
    Header,
    /// Write markup that the Content-Security-Policy or Trusted Types refuse.
    Markup,
    /// Read a clock, which panics in a browser and makes pages differ from build to build.
    Clock,
}

struct Violation {
    rule: Rule,
    path: String,
    line: usize,
    what: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "src/{}:{}: {}", self.path, self.line, self.what)
    }
}

/// Everything that the source of `path` (below `src/`) breaks.
fn violations(path: &str, source: &str) -> Vec<Violation> {
    let tokens = tokens(source);
    let mut found = Vec::new();
    let mut add = |rule, line, what: String| {
        found.push(Violation { rule, path: path.to_owned(), line, what });
    };
    if path.ends_with("/mod.rs") && !says_what_it_may_import(source) {
        add(Rule::Header, 1, "its header says neither `may import` nor `Nothing here`".into());
    }
    for (line, layer) in later_layers(path, &tokens) {
        add(Rule::Layer, line, format!("names `{layer}`, a layer after its own"));
    }
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Word) {
        if is_out_of_place(path, &tokens, at) {
            add(Rule::Crate, token.line, format!("names `{}`", token.text));
        }
        if is_clock(&tokens, at) && !path.starts_with("bin/") {
            add(Rule::Clock, token.line, format!("names a clock, `{}`", token.text));
        }
    }
    for (line, what) in refused_markup(path, &tokens) {
        add(Rule::Markup, line, what);
    }
    found
}

fn says_what_it_may_import(source: &str) -> bool {
    let header: Vec<&str> =
        source.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim).collect();
    let header = header.join(" ");
    header.contains("may import") || header.contains("Nothing here")
}

/// Lines and names of the later layers that a file names.
fn later_layers(path: &str, tokens: &[Token]) -> Vec<(usize, String)> {
    let own = path.split('/').next().and_then(place);
    let Some(own) = own.filter(|_| path.contains('/')) else { return Vec::new() };
    // `a/mod.rs` is one step below the crate's root, `a/b.rs` two.
    let depth = path.trim_end_matches("/mod.rs").split('/').count();
    let is = |at: usize, text: &str| tokens.get(at).is_some_and(|token| token.text == text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let start = at;
        at += 1;
        let mut supers = 0;
        while is(start + 2 * supers, "super") && is(start + 2 * supers + 1, "::") {
            supers += 1;
        }
        let after = if is(start, "crate") && is(start + 1, "::") {
            start + 2
        } else if supers >= depth {
            start + 2 * supers
        } else {
            continue;
        };
        let firsts = if is(after, "{") { items_of_group(tokens, after) } else { vec![after] };
        for token in firsts.into_iter().filter_map(|first| tokens.get(first)) {
            if place(&token.text).is_some_and(|layer| layer > own) {
                found.push((token.line, token.text.clone()));
            }
        }
        at = after;
    }
    found
}

fn place(layer: &str) -> Option<usize> {
    LAYERS.iter().position(|name| *name == layer)
}

/// The first tokens of the items in the group that opens at `open`.
fn items_of_group(tokens: &[Token], open: usize) -> Vec<usize> {
    let mut firsts = vec![open + 1];
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.text.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            "," if depth == 1 => firsts.push(at + 1),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    firsts
}

/// Whether the word at `at` is a crate that may not be named in `path`.
fn is_out_of_place(path: &str, tokens: &[Token], at: usize) -> bool {
    let below = |folder: &str| path.starts_with(folder);
    let Some(name) = tokens.get(at).map(|token| token.text.as_str()) else { return false };
    match name {
        "plotters" => true,
        "plotters_backend" => !below("render/") && path != "web/brush.rs",
        "plotters_canvas" => path != "web/brush.rs",
        // Components name only types of elements, to which they cast events and node references.
        "web_sys" if below("ui/") => !names_types_only(tokens, at),
        "yew" | "web_sys" | "js_sys" => !is_browser(path),
        _ if name.starts_with("gloo") => below("ui/") || !is_browser(path),
        _ if name.starts_with("wasm_bindgen") => !is_browser(path),
        _ => false,
    }
}

/// Whether the word at `at` is a clock, of the standard library or of the browser. A `Date` is a
/// clock only from `js_sys`; the project's own is a printed day.
fn is_clock(tokens: &[Token], at: usize) -> bool {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    match text(at) {
        "Instant" | "SystemTime" | "Performance" | "performance" => true,
        "js_sys" if text(at + 1) == "::" => {
            let is_group = text(at + 2) == "{";
            let firsts = if is_group { items_of_group(tokens, at + 2) } else { vec![at + 2] };
            firsts.into_iter().any(|first| text(first) == "Date")
        }
        _ => false,
    }
}

fn is_browser(path: &str) -> bool {
    ["web/", "ui/", "bin/"].iter().any(|folder| path.starts_with(folder)) || path == "main.rs"
}

fn names_types_only(tokens: &[Token], at: usize) -> bool {
    let is_type = |at: usize| {
        tokens.get(at).is_some_and(|token| token.text.starts_with(|c: char| c.is_ascii_uppercase()))
    };
    let is = |at: usize, text: &str| tokens.get(at).is_some_and(|token| token.text == text);
    let firsts = if is(at + 2, "{") { items_of_group(tokens, at + 2) } else { vec![at + 2] };
    is(at + 1, "::") && firsts.into_iter().all(is_type)
}

/// What the page's policy refuses, with its line: style attributes, and text that becomes markup.
fn refused_markup(path: &str, tokens: &[Token]) -> Vec<(usize, String)> {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    let native = native_items(tokens);
    let macros = if path.starts_with("ui/") { html_macros(tokens) } else { Vec::new() };
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let before = |back: usize| at.checked_sub(back).map_or("", text);
        let what = match token.text.as_str() {
            "set_inner_html" => "sets markup from text",
            "from_html_unchecked" if !native.iter().any(|range| range.contains(&at)) => {
                "makes markup from text outside a native-only item"
            }
            "\"style\"" if before(2) == "set_attribute" => "sets a style attribute",
            "style" if macros.iter().any(|range| range.contains(&at)) => {
                let attribute = text(at + 1) == "="
                    && text(at + 2) != "="
                    && !matches!(before(1), "let" | "mut" | ".");
                // `{style}` passes an attribute; `{ style }` is a text.
                let short = before(1) == "{"
                    && text(at + 1) == "}"
                    && tokens.get(at - 1).is_some_and(|brace| brace.at + 1 == token.at);
                if !attribute && !short {
                    continue;
                }
                "has a style attribute"
            }
            _ => continue,
        };
        found.push((token.line, what.to_owned()));
    }
    found
}

/// Ranges of the items that do not exist in the browser.
fn native_items(tokens: &[Token]) -> Vec<std::ops::Range<usize>> {
    let cfg = ["#", "[", "cfg", "(", "not", "(", "target_arch", "=", "\"wasm32\"", ")", ")", "]"];
    let starts = (0..tokens.len()).filter(|&at| {
        cfg.iter().enumerate().all(|(n, text)| tokens.get(at + n).is_some_and(|t| t.text == *text))
    });
    let end = |start: usize| {
        let mut at = start;
        // Skips further attributes, then the item up to its `;` or its closing brace.
        while tokens.get(at).is_some_and(|token| token.text == "#") {
            at = closing(tokens, at + 1) + 1;
        }
        while let Some(token) = tokens.get(at) {
            match token.text.as_str() {
                ";" => return at,
                "{" => return closing(tokens, at),
                "(" | "[" => at = closing(tokens, at) + 1,
                _ => at += 1,
            }
        }
        at
    };
    starts.map(|start| start..end(start + cfg.len()) + 1).collect()
}

/// Ranges of the tokens inside `html!`.
fn html_macros(tokens: &[Token]) -> Vec<std::ops::Range<usize>> {
    let is = |at: usize, text: &str| tokens.get(at).is_some_and(|token| token.text == text);
    let starts = (0..tokens.len()).filter(|&at| {
        (is(at, "html") || is(at, "html_nested")) && is(at + 1, "!") && !is(at + 2, "=")
    });
    starts.map(|start| start + 3..closing(tokens, start + 2)).collect()
}

/// The place of the token that closes the bracket at `open`; the end if none does.
fn closing(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.text.as_str() {
            "{" | "(" | "[" => depth += 1,
            "}" | ")" | "]" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    tokens.len()
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum Kind {
    Word,
    /// One sign, or `::`.
    Sign,
    /// A string, with its quotation marks.
    Text,
}

struct Token {
    kind: Kind,
    text: String,
    line: usize,
    /// Place of its first character.
    at: usize,
}

/// The tokens of Rust source, without comments, lifetimes and character literals.
fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let get = |at: usize| chars.get(at).copied().unwrap_or('\0');
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut tokens = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < chars.len() {
        let start = at;
        let kind = match (get(at), get(at + 1)) {
            ('/', '/') => {
                while at < chars.len() && get(at) != '\n' {
                    at += 1;
                }
                None
            }
            ('/', '*') => {
                at = end_of_comment(&chars, at);
                None
            }
            ('r', '"' | '#') if raw_string(&chars, at).is_some() => {
                at = raw_string(&chars, at).unwrap_or(at + 1);
                Some(Kind::Text)
            }
            ('"', _) => {
                at += 1;
                while at < chars.len() && get(at) != '"' {
                    at += if get(at) == '\\' { 2 } else { 1 };
                }
                at += 1;
                Some(Kind::Text)
            }
            ('\'', '\\') => {
                at += 3;
                while at < chars.len() && get(at) != '\'' {
                    at += 1;
                }
                at += 1;
                None
            }
            ('\'', _) => {
                // A character literal has a closing quote, a lifetime has none.
                at += if get(at + 2) == '\'' { 3 } else { 1 };
                while get(start + 2) != '\'' && is_word(get(at)) {
                    at += 1;
                }
                None
            }
            (c, _) if is_word(c) => {
                while is_word(get(at)) {
                    at += 1;
                }
                Some(Kind::Word)
            }
            (':', ':') => {
                at += 2;
                Some(Kind::Sign)
            }
            (c, _) => {
                at += 1;
                (!c.is_whitespace()).then_some(Kind::Sign)
            }
        };
        let text: String = chars.iter().take(at).skip(start).collect();
        let breaks = text.chars().filter(|&c| c == '\n').count();
        tokens.extend(kind.map(|kind| Token { kind, text, line, at: start }));
        line += breaks;
    }
    tokens
}

/// The place after the comment that begins at `at`; such comments nest.
fn end_of_comment(chars: &[char], mut at: usize) -> usize {
    let mut depth = 0;
    while at < chars.len() {
        match (chars.get(at), chars.get(at + 1)) {
            (Some('/'), Some('*')) => (depth, at) = (depth + 1, at + 2),
            (Some('*'), Some('/')) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// The place after the raw string that begins with the `r` at `at`, if one does.
fn raw_string(chars: &[char], at: usize) -> Option<usize> {
    let hashes = chars.iter().skip(at + 1).take_while(|&&c| c == '#').count();
    (chars.get(at + 1 + hashes) == Some(&'"')).then_some(())?;
    let mut end = at + 2 + hashes;
    while end < chars.len() {
        let closes = chars.get(end) == Some(&'"')
            && chars.iter().skip(end + 1).take(hashes).filter(|&&c| c == '#').count() == hashes;
        end += 1;
        if closes {
            return Some(end + hashes);
        }
    }
    Some(end)
}
