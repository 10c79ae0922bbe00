//! A comparison or a story as a picture of lines, and a comparison as markup for an article.

use crate::chart::{Exhibit, Placed};
use crate::render::{Paint, svg};

/// The picture as a file of its own, with its address inside.
pub fn svg_file(placed: &Placed, title: &str, finding: &str, address: &str) -> String {
    let markup = svg(placed, &format!("{title}. {finding}"), "ro-so", Paint::Light);
    let about = format!(
        "<title>{}</title><desc>{}</desc>{}",
        escaped(title),
        escaped(finding),
        super::svg_metadata(address)
    );
    markup.replacen('>', &format!(">{about}"), 1)
}

/// The script of a page with frames, below the site's root. Its name stays for as long as codes that
/// name it stand in articles.
pub const HOST_SCRIPT: &str = "nhung-1.js";

/// Code for an article: a frame that needs no script, and no style that a host's policy would refuse.
pub fn embed_code(title: &str, address: &str, height: u32) -> String {
    format!(
        "<iframe title=\"{}\" src=\"{}\" loading=\"lazy\" width=\"100%\" height=\"{height}\" \
         frameborder=\"0\" referrerpolicy=\"no-referrer\" allow=\"clipboard-write\"></iframe>",
        escaped(title),
        escaped(address)
    )
}

/// The same with the script that gives the frame the height of what is in it; `site` is the address
/// of the site's root, with a slash at its end.
pub fn embed_code_with_script(title: &str, address: &str, height: u32, site: &str) -> String {
    let frame = embed_code(title, address, height);
    format!("{frame}<script async src=\"{}{HOST_SCRIPT}\"></script>", escaped(site))
}

/// Code for an article: title and finding, the picture, and below it the verdict, what to bear in
/// mind, what is missing, the sources and a link. It never changes and needs nothing from elsewhere;
/// the picture is as wide as the article's column.
pub fn figure_code(placed: &Placed, exhibit: &Exhibit, sources: &str, address: &str) -> String {
    let label = format!("{}. {}", exhibit.title, exhibit.finding);
    let mut picture = svg(placed, &label, "ro-so", Paint::Light);
    if let (Some(size), Some(after)) = (picture.find(" width="), picture.find(" viewBox=")) {
        picture.replace_range(size..after, " width=\"100%\"");
    }
    let mut caption = exhibit.verdict_told().map_or(String::new(), |told| format!("{told}. "));
    let missing = exhibit.missing.iter();
    let missing = missing.map(|group| format!("{} {}.", group.reason, group.names.join(" · ")));
    let lines = exhibit.reasons_alone().chain(&exhibit.caveats).cloned().chain(missing);
    for line in lines.chain([sources.to_owned()]) {
        caption.push_str(&line);
        caption.push(' ');
    }
    format!(
        "<figure><p><strong>{}</strong><br>{}</p>{picture}<figcaption>{}<a href=\"{}\">Rõ Số</a></figcaption></figure>",
        escaped(&exhibit.title),
        escaped(&exhibit.finding),
        escaped(&caption),
        escaped(address)
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
