//! One comparison as a picture of lines, and as markup for an article.

use crate::chart::{Exhibit, Placed};
use crate::render::{Paint, svg};

/// The picture as a file of its own, with its address inside.
pub fn svg_file(placed: &Placed, exhibit: &Exhibit, address: &str) -> String {
    let label = format!("{}. {}", exhibit.title, exhibit.finding);
    let markup = svg(placed, &label, "ro-so", Paint::Light);
    let about = format!(
        "<title>{}</title><desc>{}</desc>{}",
        escaped(&exhibit.title),
        escaped(&exhibit.finding),
        super::svg_metadata(address)
    );
    markup.replacen('>', &format!(">{about}"), 1)
}

/// Code for an article: a frame that needs no script.
pub fn embed_code(title: &str, address: &str, height: u32) -> String {
    format!(
        "<iframe title=\"{}\" src=\"{}\" loading=\"lazy\" width=\"100%\" height=\"{height}\" \
         style=\"border:0\" referrerpolicy=\"no-referrer\" allow=\"clipboard-write; web-share; fullscreen\"></iframe>",
        escaped(title),
        escaped(address)
    )
}

/// Code for an article: the picture itself, its finding, its source, a link. It never changes and
/// needs nothing from elsewhere.
pub fn figure_code(placed: &Placed, exhibit: &Exhibit, sources: &str, address: &str) -> String {
    let label = format!("{}. {}", exhibit.title, exhibit.finding);
    format!(
        "<figure>{}<figcaption>{} {} <a href=\"{}\">Rõ Số</a></figcaption></figure>",
        svg(placed, &label, "ro-so", Paint::Light),
        escaped(&exhibit.finding),
        escaped(sources),
        escaped(address)
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
