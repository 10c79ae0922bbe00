//! The document around a page: what every page has, whatever it shows.

use ro_so::render::escaped;

use crate::plan::StaticPage;
use crate::said;

/// What differs from page to page.
pub(crate) struct Document<'a> {
    /// Language, view and the relative path to the site's root.
    pub page: &'a StaticPage,
    /// The Content-Security-Policy, with the hash of `css`.
    pub policy: &'a str,
    /// Elements of the head, a line each.
    pub head: &'a str,
    /// The style sheet.
    pub css: &'a str,
    /// The elements that start the explorer. They come last, so that the text arrives first over a
    /// slow connection.
    pub script: &'a str,
    /// What is shown where the explorer cannot start.
    pub failed: &'a str,
    /// The static page.
    pub body: &'a str,
    /// Whether that is shown before the explorer starts, or only where the explorer fails.
    pub is_first: bool,
}

/// The notice that a new version waits, in both languages because the app may have switched.
const NEWS: [(&str, &str, &str); 2] = [
    ("vi", "Rõ Số có bản mới.", "Mở bản mới"),
    ("en", "There is a new version of Rõ Số.", "Open it"),
];

impl Document<'_> {
    /// The whole file.
    pub(crate) fn html(&self) -> String {
        let Self { page, policy, head, css, script, failed, body, is_first } = self;
        let (tag, no_script) = (page.lang.tag(), said::NO_SCRIPT.text(page.lang));
        let hidden = if *is_first { "" } else { " hidden" };
        let start = if page.starts_at_once() { "" } else { " data-start=\"touch\"" };
        let (view, root, news) = (escaped(&page.query()), page.root(), news());
        format!(
            "<!doctype html>
<html lang=\"{tag}\" data-view=\"{view}\" data-root=\"{root}\"{start}>
<head>
<meta charset=\"utf-8\">
<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">
<meta name=\"referrer\" content=\"no-referrer\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
{head}<style>{css}</style>
</head>
<body>
<div class=\"wrap\"><p class=\"notice\" id=\"failed\" role=\"alert\" hidden>{failed}</p>{news}<noscript><p class=\"notice\">{no_script}</p></noscript></div>
<div id=\"static\"{hidden}>{body}</div>
<div id=\"app\" class=\"beside\"></div>
{script}
</body>
</html>
"
        )
    }
}

/// The notice that `www/offline.js` shows.
fn news() -> String {
    let part = |pick: fn(&(&str, &'static str, &'static str)) -> &'static str| {
        NEWS.map(|half| format!("<span lang=\"{}\">{}</span>", half.0, pick(&half))).concat()
    };
    let (said, done) = (part(|half| half.1), part(|half| half.2));
    format!(
        "<div class=\"notice\" id=\"news\" aria-live=\"polite\" hidden><p>{said}</p><button type=\"button\" class=\"btn\">{done}</button></div>"
    )
}
