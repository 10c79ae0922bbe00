//! One chart: a canvas in the browser, SVGs of every width class on a static page.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::context::Ctx;
use super::drawn::drawn;
use super::element::{el, pressable, text, with};
use super::icons;
use super::paint::use_paint;
use super::surface::{self, Nodes, Surface};
use crate::chart::{Exhibit, Spec};
use crate::compare::vietnamese::uncapitalised;
use crate::text::{Key, NBSP};
use crate::web;

/// Higher than this, in px, a chart has a page of its own on paper.
const TALL: f64 = 800.0;

/// What a plot needs.
#[derive(Clone, Properties)]
pub(super) struct PlotProps {
    /// What to draw.
    pub spec: Rc<Spec>,
    /// Its name, for those who do not see it.
    pub label: AttrValue,
    /// The comparison that it is the picture of, whose rows answer to pointer and keyboard; none
    /// for a picture that only shows.
    pub shown: Option<Rc<Exhibit>>,
    /// Context.
    pub ctx: Ctx,
}

/// Equal where the picture is the same one, not where another looks like it: to find that out
/// would take as long as drawing.
impl PartialEq for PlotProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.spec, &other.spec) && self.label == other.label && self.ctx == other.ctx
    }
}

/// A chart with a band under the target that is pointed at, and its row in words below.
pub(super) fn plot(props: PlotProps) -> Html {
    if props.ctx.live {
        html! { <LivePlot ..props /> }
    } else {
        static_plot(&props)
    }
}

/// All width classes; container queries in `www/app.css` show the one that fits.
#[cfg(not(target_arch = "wasm32"))]
fn static_plot(props: &PlotProps) -> Html {
    use crate::chart::{WIDTHS, place, width_class};
    use crate::render::{Paint, svg};
    // In a frame of an article a touch brings the explorer, so the still picture says how to use it;
    // no article's column has the narrowest of the widths.
    let is_framed = props.ctx.model.view.embed && props.shown.is_some();
    // A map is a thousand marks: two drawings of it, fitted in, weigh as much as a page may.
    let widths = match *props.spec {
        Spec::Map(_) => &[358, 600][..],
        _ => WIDTHS.get(usize::from(is_framed)..).unwrap_or_default(),
    };
    let drawings = widths.iter().map(|&width| {
        let placed = place(&props.spec, f64::from(width));
        let is_shown = |at: &u16| width_class(widths, f64::from(*at)) == width;
        let classes = WIDTHS.into_iter().filter(is_shown).map(|at| format!(" w{at}"));
        let class = format!("chart{}", classes.collect::<String>());
        let markup = svg(&placed, &props.label, &class, Paint::Classes);
        // Markup that this build wrote itself; in the browser there is no such path.
        Html::from_html_unchecked(markup.into())
    });
    html! {
        <div class="plot">
            { for drawings }
            if props.shown.is_some() {
                <div class="readout">
                    if is_framed { <p>{ props.ctx.t(Key::ChartHint) }</p> }
                </div>
            }
        </div>
    }
}

#[cfg(target_arch = "wasm32")]
fn static_plot(_: &PlotProps) -> Html {
    Html::default()
}

/// A picture as what an effect depends on: the same one, not one like it.
struct Same(Rc<Spec>);

impl PartialEq for Same {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The target that is meant, and whether it stays so while the pointer moves on.
#[derive(Clone, Copy, PartialEq)]
struct Meant {
    at: usize,
    is_pinned: bool,
}

#[component]
fn LivePlot(props: &PlotProps) -> Html {
    let nodes = use_mut_ref(Nodes::default).borrow().clone();
    let surface = use_mut_ref(Surface::default);
    let meant = use_state(|| None::<Meant>);
    let paint = use_paint(&props.ctx);
    {
        let (nodes, surface) = (nodes.clone(), Rc::clone(&surface));
        let (meant, shown) = (meant.clone(), props.shown.clone());
        use_effect_with((Same(Rc::clone(&props.spec)), paint), move |(Same(spec), paint)| {
            if surface::show(&surface, &nodes, spec, shown.as_deref(), paint.dark) {
                // Another chart has other targets.
                meant.set(None);
            }
            let resize = nodes.plot.cast::<web_sys::Element>().and_then(|element| {
                web::resize::Resize::new(&element, move || surface::fit(&surface))
            });
            move || drop(resize)
        });
    }
    {
        let surface = Rc::clone(&surface);
        use_effect_with(meant.map(|meant| meant.at), move |at| surface.borrow_mut().mean(*at));
    }
    let vector = use_paper().then(|| {
        let placed = &surface.borrow().placed;
        let tall = if placed.height > TALL { " tall" } else { "" };
        drawn(placed, &props.label, format!("chart vector{tall}"))
    });
    let body = html! {
        <>
            <div class="band" ref={nodes.band.clone()} />
            <canvas ref={nodes.canvas.clone()} hidden={vector.is_some()} aria-hidden="true" />
            // A place of its own, empty or not: the canvas before it stays the same one.
            { vector.unwrap_or_default() }
        </>
    };
    let Some(shown) = &props.shown else {
        return html! { <div class="plot" ref={nodes.plot.clone()} role="img" aria-label={props.label.clone()}>{ body }</div> };
    };
    let hint_id = "chart-hint";
    let on_walk = walk(&meant, &surface, &nodes.plot);
    let hint = props.ctx.t(Key::ChartHint);
    html! {
        <div class="plot" ref={nodes.plot.clone()}>
            <div class="stage" tabindex="0" role="group" aria-label={props.label.clone()} aria-describedby={hint_id}
                onpointermove={point_at(&surface, &meant)}
                onpointerleave={let meant = meant.clone(); move |_: PointerEvent| {
                    if meant.is_some_and(|meant| !meant.is_pinned) { meant.set(None); }
                }}
                onclick={pin(&surface, &meant)}
                onkeydown={on_walk}>
                { body }
            </div>
            { readout(&props.ctx, shown, &surface, &meant) }
            <p class="vh" id={hint_id}>{ hint }</p>
        </div>
    }
}

/// Whether the page is being put on paper, where charts are lines and letters, not pixels. A
/// component asks by itself: the page as a whole would be ready only after the picture of it is
/// taken.
#[hook]
pub(super) fn use_paper() -> bool {
    let is_paper = use_state_eq(|| false);
    let changed = is_paper.setter();
    use_effect_with((), move |()| {
        let listener = web::environment::on_paper(move |is_paper| changed.set(is_paper));
        move || drop(listener)
    });
    *is_paper
}

/// The row that is meant, in words; where it is pinned, with a way to where its figure is printed.
fn readout(
    ctx: &Ctx,
    shown: &Exhibit,
    surface: &RefCell<Surface>,
    meant: &UseStateHandle<Option<Meant>>,
) -> Html {
    let row = meant.and_then(|meant| shown.rows.get(row_of(surface, meant.at)?));
    let mut words = row.map_or(ctx.t(Key::ChartHint), |row| &row.spoken).to_owned();
    let figure = row.and_then(|row| ctx.dataset().observation(row.observation.as_ref()?));
    // What stands in the publication, where that is not what the reader's language makes of it.
    if let (Some(row), Some(mention)) = (row, figure.and_then(|figure| figure.mentions.first()))
        && !mention.printed.is_empty()
        && row.printed.replace(NBSP, " ") != mention.printed.replace(NBSP, " ")
    {
        let as_printed = uncapitalised(ctx.t(Key::ColumnPrinted));
        words.push_str(&format!(" · {as_printed} “{}”", mention.printed));
    }
    let mut parts = vec![with("p", &["role"], vec![Some("status".into())], vec![text(&words)])];
    let is_pinned = meant.is_some_and(|meant| meant.is_pinned);
    if is_pinned {
        let button = |press, content: Vec<Html>| {
            let values = vec![Some("button".into()), Some("where".into())];
            pressable("button", &["type", "class"], values, press, content)
        };
        if let Some(figure) = figure {
            let content = vec![icons::document(), text(ctx.t(Key::WhereIsThisPrinted))];
            parts.push(button(ctx.open(&figure.id), content));
        }
        let meant = meant.clone();
        let release = Callback::from(move |_: MouseEvent| meant.set(None));
        parts.push(button(release, vec![text(ctx.t(Key::Unpin))]));
    }
    let class = match row {
        Some(_) if is_pinned => "readout told pinned",
        Some(_) => "readout told",
        None => "readout",
    };
    el("div", class, parts)
}

/// Place among the targets of the one that is meant by a point of the stage.
fn target_at(surface: &RefCell<Surface>, event: &MouseEvent) -> Option<usize> {
    let placed = &surface.borrow().placed;
    let found = placed.nearest((f64::from(event.offset_x()), f64::from(event.offset_y())))?;
    placed.targets.iter().position(|target| std::ptr::eq(target, found))
}

fn point_at(
    surface: &Rc<RefCell<Surface>>,
    meant: &UseStateHandle<Option<Meant>>,
) -> Callback<PointerEvent> {
    let (surface, meant) = (Rc::clone(surface), meant.clone());
    Callback::from(move |event: PointerEvent| {
        if meant.is_some_and(|meant| meant.is_pinned) {
            return;
        }
        let at = target_at(&surface, &event);
        if meant.map(|meant| meant.at) != at {
            meant.set(at.map(|at| Meant { at, is_pinned: false }));
        }
    })
}

/// A press pins what it meets; a second one on the same, or one beside everything, releases it.
fn pin(
    surface: &Rc<RefCell<Surface>>,
    meant: &UseStateHandle<Option<Meant>>,
) -> Callback<MouseEvent> {
    let (surface, meant) = (Rc::clone(surface), meant.clone());
    Callback::from(move |event: MouseEvent| {
        let pinned = meant.filter(|meant| meant.is_pinned).map(|meant| meant.at);
        let at = target_at(&surface, &event);
        meant.set(at.map(|at| Meant { at, is_pinned: Some(at) != pinned }));
    })
}

/// The row that a target stands for.
fn row_of(surface: &RefCell<Surface>, at: usize) -> Option<usize> {
    surface.borrow().placed.targets.get(at).map(|target| target.row)
}

/// Arrow keys go from target to target, Enter pins, Escape first releases and then leaves.
fn walk(
    meant: &UseStateHandle<Option<Meant>>,
    surface: &Rc<RefCell<Surface>>,
    stage: &NodeRef,
) -> Callback<KeyboardEvent> {
    let (surface, stage, meant) = (Rc::clone(surface), stage.clone(), meant.clone());
    Callback::from(move |event: KeyboardEvent| {
        // Those with another key held are the browser's: Alt+← goes back.
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let Some(last) = surface.borrow().placed.targets.len().checked_sub(1) else { return };
        let is_pinned = meant.is_some_and(|meant| meant.is_pinned);
        let to = |at: usize| Some(Meant { at, is_pinned });
        let next = match (event.key().as_str(), *meant) {
            ("ArrowDown" | "ArrowRight", None) | ("Home", _) => to(0),
            ("ArrowDown" | "ArrowRight", Some(meant)) => to((meant.at + 1).min(last)),
            ("ArrowUp" | "ArrowLeft", None) | ("End", _) => to(last),
            ("ArrowUp" | "ArrowLeft", Some(meant)) => to(meant.at.saturating_sub(1)),
            ("Enter" | " ", Some(meant)) => Some(Meant { is_pinned: !is_pinned, ..meant }),
            ("Escape", Some(meant)) if is_pinned => Some(Meant { is_pinned: false, ..meant }),
            ("Escape", Some(_)) => None,
            _ => return,
        };
        event.prevent_default();
        let area = next.and_then(|next| Some(surface.borrow().placed.targets.get(next.at)?.area));
        if let (Some(area), Some(stage)) = (area, stage.cast::<web_sys::Element>()) {
            web::page::keep_in_view(&stage, area.y, area.height);
        }
        meant.set(next);
    })
}
