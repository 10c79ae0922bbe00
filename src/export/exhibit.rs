//! A comparison or a story as a vector picture, and a comparison as markup for an article.

use crate::chart::{Area, Exhibit, Mark, Placed, Role, figures_beside, legend, place};
use crate::render::{Paint, escaped, svg};

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

/// The script for a page with frames, below the site's root. Its name must stay: embed codes in
/// articles contain it.
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

/// The same with a line below it for the sources and a link to `page`: a part of the frame may be
/// out of sight, and a feed reader may leave out the frame.
pub fn embed_code_with_source(
    title: &str,
    address: &str,
    height: u32,
    (sources, page): (&str, &str),
) -> String {
    let frame = embed_code(title, address, height);
    let (sources, page, title) = (escaped(sources), escaped(page), escaped(title));
    format!("{frame}<p>{sources} <a href=\"{page}\">{title}, Rõ Số</a></p>")
}

/// The code with the script that fits the height of the frame to its content; `site` is the address
/// of the site's root, with a slash at its end.
pub fn embed_code_with_script(title: &str, address: &str, height: u32, site: &str) -> String {
    let frame = embed_code(title, address, height);
    format!("{frame}<script async src=\"{}{HOST_SCRIPT}\"></script>", escaped(site))
}

/// Width of the picture that is put into an article as HTML: a column on a phone. The picture is
/// not scaled, so its letters keep their size in any column.
pub const FIGURE_WIDTH: f64 = 328.0;

/// Code for an article: title, finding and measure, the picture with legend and figures, and below
/// it verdict, sources, caveats, what is missing and a link. It never changes and loads nothing.
/// `None` where there is no picture.
pub fn figure_code(exhibit: &Exhibit, sources: &str, address: &str) -> Option<String> {
    let spec = exhibit.spec.as_ref()?;
    let mut placed = place(spec, FIGURE_WIDTH);
    // The page around it may be dark.
    let area = Area { x: 0.0, y: 0.0, width: placed.width, height: placed.height };
    placed.marks.insert(0, Mark::Rect { area, fill: Role::Paper });
    let label = format!("{}. {}", exhibit.title, exhibit.finding);
    let picture = svg(&placed, &label, "ro-so", Paint::Light);
    // If the page's letters are wider, the end of a line must not be cut off.
    let picture = picture.replacen("<svg ", "<svg overflow=\"visible\" ", 1);
    let (title, finding) = (escaped(&exhibit.title), escaped(&exhibit.finding));
    let paragraph = |told: &str| match told {
        "" => String::new(),
        told => format!("<p>{}</p>", escaped(told)),
    };
    let meant = legend(spec).into_iter().map(|swatch| swatch.sentence().text(exhibit.lang));
    let beside = figures_beside(spec, FIGURE_WIDTH).unwrap_or_default();
    let verdict = exhibit.verdict_told().map(|told| format!("{told}."));
    let verdict = verdict.iter().chain(exhibit.reasons_alone()).map(String::as_str);
    let missing = exhibit.missing.iter();
    let missing = missing.map(|group| format!("{} {}.", group.reason, group.listed(" · ")));
    let caption = [joined(verdict), sources.to_owned()];
    let caption = caption.into_iter().chain(exhibit.caveats.iter().cloned()).chain(missing);
    Some(format!(
        "<figure><p><strong>{title}</strong><br>{finding}</p>{}{}{picture}{}<figcaption>{}\
         <p><a href=\"{}\">Rõ Số</a></p></figcaption></figure>",
        paragraph(&exhibit.unit_line),
        paragraph(&joined(meant)),
        paragraph(&beside),
        caption.map(|told| paragraph(&told)).collect::<String>(),
        escaped(address)
    ))
}

fn joined<'a>(sentences: impl Iterator<Item = &'a str>) -> String {
    sentences.collect::<Vec<_>>().join(" ")
}
