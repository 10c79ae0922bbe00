//! What each indicator is: what is counted, out of what, in which unit, with which breaks.

use yew::{AttrValue, Html};

use super::{INDICATORS, part};
use crate::compare::offered_indicators;
use crate::compare::vietnamese::capitalised;
use crate::data::{Direction, Id, Indicator, Theme};
use crate::text::{Key, counted_words, date, measure_name, operation_name, theme_name, unit_words};
use crate::ui::context::Ctx;
use crate::ui::element::{el, folded, text, with, words};
use crate::view::{Page, View};

/// The themes, in the order of the page.
const THEMES: [Theme; 13] = [
    Theme::Dossiers,
    Theme::Services,
    Theme::Portal,
    Theme::Documents,
    Theme::Government,
    Theme::Data,
    Theme::Identity,
    Theme::Economy,
    Theme::Skills,
    Theme::Security,
    Theme::Dti,
    Theme::Reform,
    Theme::Population,
];

/// All indicators, by theme.
pub(super) fn indicators(ctx: &Ctx) -> Html {
    let offered: Vec<&Id> = offered_indicators(ctx.dataset()).iter().map(|i| &i.id).collect();
    let mut content = vec![ctx.words("p", "text", Key::IndicatorsLead)];
    content.extend(THEMES.iter().map(|theme| group(ctx, *theme, &offered)));
    part(INDICATORS, ctx.t(Key::Indicators), content)
}

fn group(ctx: &Ctx, theme: Theme, offered: &[&Id]) -> Html {
    let of_theme = ctx.dataset().indicators.iter().filter(|i| i.theme == theme);
    let items: Vec<Html> = of_theme.map(|i| definition(ctx, i, offered.contains(&&i.id))).collect();
    let count = counted_words(items.len(), Key::IndicatorsCounted, ctx.lang());
    let name = words("h3", "", theme_name(theme, ctx.lang()));
    folded(name, count, false, items)
}

fn definition(ctx: &Ctx, indicator: &Indicator, is_offered: bool) -> Html {
    let mut parts = vec![
        words("h4", "", capitalised(ctx.of(&indicator.label))),
        words("p", "official", ctx.of(&indicator.official)),
        words("p", "", ctx.of(&indicator.definition)),
        el("dl", "", facts(ctx, indicator)),
    ];
    if is_offered {
        let view = View { indicators: vec![indicator.id.clone()], ..View::of(Page::Compare) };
        let link = ctx.link(view, "", ctx.text(Key::OpenInCompare));
        parts.push(el("p", "small", vec![link]));
    }
    let values = vec![Some(anchor(&indicator.id)), Some("indicator".into())];
    with("article", &["id", "class"], values, parts)
}

fn anchor(id: &Id) -> AttrValue {
    format!("i-{id}").into()
}

/// Names and values of what is known of an indicator.
fn facts(ctx: &Ctx, indicator: &Indicator) -> Vec<Html> {
    let lang = ctx.lang();
    let (name, unit) = (measure_name(indicator, lang), unit_words(indicator, lang));
    // Avoids "thứ hạng · thứ hạng".
    let kind = if name.ends_with(unit) { name.to_owned() } else { format!("{name} · {unit}") };
    let direction = match indicator.direction {
        Direction::Higher => Key::HigherIsBetter,
        Direction::Lower => Key::LowerIsBetter,
        Direction::Neither => Key::NeitherIsBetter,
    };
    let mut facts = Vec::new();
    let mut put = |key: Key, value: Html| {
        facts.extend([ctx.words("dt", "", key), el("dd", "", vec![value])]);
    };
    put(Key::KindOfNumber, text(kind));
    put(Key::Direction, ctx.text(direction));
    let known = [
        (Key::Numerator, &indicator.numerator),
        (Key::Denominator, &indicator.denominator),
        (Key::DenominatorNote, &indicator.denominator_note),
    ];
    for (key, value) in known {
        if let Some(value) = value {
            put(key, text(ctx.of(value)));
        }
    }
    for broken in &indicator.breaks {
        let blocked: Vec<&str> = broken.blocks.iter().map(|o| operation_name(*o, lang)).collect();
        let line = format!(
            "{}: {} {}",
            capitalised(&date(broken.at, lang)),
            ctx.of(&broken.reason),
            ctx.t(Key::BreakForbids).replace("{what}", &blocked.join(", "))
        );
        put(Key::Breaks, text(line));
    }
    if let Some(mates) = mates(ctx, indicator) {
        put(Key::FamilyMates, mates);
    }
    facts
}

/// The other indicators of the family, as links within the page.
fn mates(ctx: &Ctx, indicator: &Indicator) -> Option<Html> {
    let family = ctx.dataset().indicators.iter().filter(|other| other.family == indicator.family);
    let mut links = Vec::new();
    for mate in family.filter(|other| other.id != indicator.id) {
        if !links.is_empty() {
            links.push(text("; "));
        }
        let href = Some(AttrValue::from(format!("#i-{}", mate.id)));
        links.push(with("a", &["href"], vec![href], vec![text(ctx.of(&mate.label))]));
    }
    (!links.is_empty()).then(|| el("span", "", links))
}
