//! The part of the style sheet that a page needs.

use std::collections::BTreeSet;

/// Names of classes and ids in markup that the components wrote.
pub(crate) fn names(markup: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for attribute in [" class=\"", " id=\""] {
        for part in markup.split(attribute).skip(1) {
            let value = part.split('"').next().unwrap_or_default();
            found.extend(value.split_whitespace().map(str::to_owned));
        }
    }
    found
}

/// The classes of a style sheet that fill and stroke the marks of a chart: `f-…` and `s-…`.
pub(crate) fn paints(css: &str) -> BTreeSet<String> {
    let classes = css.split('.').filter(|part| part.starts_with("f-") || part.starts_with("s-"));
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    classes.map(|part| part.chars().take_while(|c| is_name(*c)).collect()).collect()
}

/// The rules of a style sheet without comments that can apply where only the classes and ids in
/// `names` occur. Rules without a class or id (elements, fonts, tokens) are kept.
pub(crate) fn pruned(css: &str, names: &BTreeSet<String>) -> String {
    let mut kept = String::new();
    let mut rest = css;
    while let Some((prelude, after)) = rest.split_once('{') {
        let (body, next) = block(after);
        rest = next;
        let prelude = prelude.trim();
        if ["@media", "@container", "@supports"].iter().any(|rule| prelude.starts_with(rule)) {
            let inner = pruned(body, names);
            if !inner.is_empty() {
                kept.push_str(&format!("{prelude}{{{inner}}}"));
            }
            continue;
        }
        let is_used = |selector: &&str| prelude.starts_with('@') || may_apply(selector, names);
        let selectors: Vec<&str> = selectors(prelude).into_iter().filter(is_used).collect();
        if !selectors.is_empty() {
            kept.push_str(&format!("{}{{{body}}}", selectors.join(",")));
        }
    }
    kept
}

/// The selectors of a list; commas within parentheses do not separate them.
fn selectors(list: &str) -> Vec<&str> {
    let mut depth = 0;
    let parts = list.split(|letter| {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        letter == ',' && depth == 0
    });
    parts.map(str::trim).collect()
}

/// The text before the brace that closes a block, and the text after it.
fn block(css: &str) -> (&str, &str) {
    let mut depth = 1;
    for (at, letter) in css.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let (body, rest) = css.split_at(at);
            return (body, rest.strip_prefix('}').unwrap_or_default());
        }
    }
    (css, "")
}

/// Whether all classes and ids that a selector names occur. Those in parentheses are ignored: they
/// are alternatives, of which one is enough, or must not occur.
fn may_apply(selector: &str, names: &BTreeSet<String>) -> bool {
    let selector = without_alternatives(selector);
    let mut parts = selector.split(['.', '#']);
    parts.next();
    parts.all(|part| {
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let end = part.find(|c| !is_name(c)).unwrap_or(part.len());
        part.get(..end).is_some_and(|name| names.contains(name))
    })
}

/// A selector without the content of the parentheses of `:is(…)`, `:where(…)` and `:not(…)`.
fn without_alternatives(selector: &str) -> String {
    let mut plain = String::new();
    let mut depth = 0;
    for letter in selector.chars() {
        depth -= i32::from(letter == ')');
        if depth == 0 {
            plain.push(letter);
        }
        depth += i32::from(letter == '(');
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_classes_and_ids() {
        let found = names("<p class=\"a b-1\" id=\"c\">class=\"d\"</p><i class=\"\"></i>");
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["a", "b-1", "c"]);
    }

    #[test]
    fn paints_are_the_classes_of_marks() {
        let found = paints(".f-ink{fill:1}.chart .s-cat-2,.f-on-1{x:.5s-1}.frame{x:var(--s-3)}");
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["f-ink", "f-on-1", "s-cat-2"]);
    }

    #[test]
    fn rules_of_other_classes_go_and_the_rest_stays() {
        let names = names("<p class=\"a b\" id=\"c\">");
        for (css, left) in [
            ("p{x:1}", "p{x:1}"),
            (".a{x:1}.z{x:2}#c > .b:hover{x:3}", ".a{x:1}#c > .b:hover{x:3}"),
            (".a, .z, .a.z, .ab{x:1}", ".a{x:1}"),
            (
                "@media print{.z{x:1}}@media (max-width: 9.5em){.z{x:1}.a{x:2}}",
                "@media (max-width: 9.5em){.a{x:2}}",
            ),
            (":root :is(.a, .z) .b, .z:is(.a){x:1}", ":root :is(.a, .z) .b{x:1}"),
            (".a:not(.z){x:1}", ".a:not(.z){x:1}"),
            ("@font-face{src: url(\"a.b\")}", "@font-face{src: url(\"a.b\")}"),
            (
                "@media all{:root:not([data-theme=\"light\"]){--z:1}}",
                "@media all{:root:not([data-theme=\"light\"]){--z:1}}",
            ),
        ] {
            assert_eq!(pruned(css, &names), left, "{css}");
        }
    }
}
