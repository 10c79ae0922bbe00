//! One chart: a canvas in the browser, SVGs of every width class on a static page.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::context::Ctx;
use super::drawn::drawn;
use super::element::{el, pressable, status, text, vietnamese, with};
use super::icons;
use super::paint::use_paint;
use super::surface::{self, Nodes, Surface};
use crate::chart::{Exhibit, Spec};
use crate::compare::vietnamese::uncapitalised;
use crate::text::{Key, NBSP};
use crate::web;

/// A chart higher than this, in pixels, gets a page of its own on paper.
const TALL: f64 = 800.0;

/// What a plot needs.
#[derive(Clone, Properties)]
pub(super) struct PlotProps {
    /// What to draw.
    pub spec: Rc<Spec>,
    /// Its name for screen readers.
    pub label: AttrValue,
    /// The comparison that it shows, whose rows answer to pointer and keyboard; `None` for a
    /// picture without interaction.
    pub shown: Option<Rc<Exhibit>>,
    /// Context.
    pub ctx: Ctx,
}

/// Equal if the picture is the same object; comparing contents would take as long as drawing.
impl PartialEq for PlotProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.spec, &other.spec) && self.label == other.label && self.ctx == other.ctx
    }
}

/// A chart with a band under the target that is pointed at, and that target's row in words below.
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
    // In a frame a touch loads the explorer, so the still picture says how to use it. No article's
    // column is as narrow as the narrowest width.
    let is_framed = props.ctx.model.view.embed && props.shown.is_some();
    // A map has a thousand marks: two drawings, scaled to fit, are as much as a page may weigh.
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
        // Markup that this build wrote itself; this path does not exist in the browser.
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

/// A picture that an effect depends on, compared by identity, not by content.
struct Same(Rc<Spec>);

impl PartialEq for Same {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The target that the reader means, and whether it stays while the pointer moves on.
#[derive(Clone, Copy, PartialEq)]
struct Meant {
    at: usize,
    is_pinned: bool,
}

/// The target that is meant, and what is announced besides its row.
#[derive(Clone, Copy, Default, PartialEq)]
struct Now {
    meant: Option<Meant>,
    said: Option<Key>,
}

impl Now {
    /// The next state; pinning and releasing a figure are announced.
    fn then(self, meant: Option<Meant>) -> Self {
        let is_pinned = |meant: Option<Meant>| meant.is_some_and(|meant| meant.is_pinned);
        let said = match (is_pinned(self.meant), is_pinned(meant)) {
            (false, true) => Some(Key::Pinned),
            (true, false) => Some(Key::Unpinned),
            (true, true) => self.said,
            (false, false) => None,
        };
        Self { meant, said }
    }
}

#[component]
fn LivePlot(props: &PlotProps) -> Html {
    let nodes = Nodes { plot: use_node_ref(), canvas: use_node_ref(), band: use_node_ref() };
    let surface = use_mut_ref(Surface::default);
    let now = use_state(Now::default);
    let paint = use_paint(&props.ctx);
    {
        let (nodes, surface) = (nodes.clone(), Rc::clone(&surface));
        let (now, shown) = (now.clone(), props.shown.clone());
        use_effect_with((Same(Rc::clone(&props.spec)), paint), move |(Same(spec), paint)| {
            if surface::show(&surface, &nodes, spec, shown.as_deref(), paint.dark) {
                // Another chart has other targets.
                now.set(Now::default());
            }
            let resize = nodes.plot.cast::<web_sys::Element>().and_then(|element| {
                web::resize::Resize::new(&element, move || surface::fit(&surface))
            });
            move || drop(resize)
        });
    }
    {
        let surface = Rc::clone(&surface);
        use_effect_with(now.meant.map(|meant| meant.at), move |at| surface.borrow_mut().mean(*at));
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
            // Always one node, empty or not, so that the canvas before it stays the same element.
            { vector.unwrap_or_default() }
        </>
    };
    let Some(shown) = &props.shown else {
        return html! { <div class="plot" ref={nodes.plot.clone()} role="img" aria-label={props.label.clone()}>{ body }</div> };
    };
    let on_walk = walk(&now, &surface, &nodes.plot);
    let stage = nodes.plot.clone();
    html! {
        <div class="plot" ref={nodes.plot.clone()}>
            <div class="stage" tabindex="0" role="group" aria-label={props.label.clone()} aria-describedby={HINT}
                onfocus={move |_: FocusEvent| with_stage(&stage, web::page::show_beginning)}
                onpointermove={point_at(&surface, &now)}
                onpointerleave={let now = now.clone(); move |_: PointerEvent| {
                    if now.meant.is_some_and(|meant| !meant.is_pinned) { now.set(Now::default()); }
                }}
                onclick={pin(&surface, &now)}
                onkeydown={on_walk}>
                { body }
            </div>
            { readout(&props.ctx, shown, &surface, &now, &nodes.plot) }
        </div>
    }
}

/// Whether the page is being printed, where charts are vectors, not pixels. Each component asks by
/// itself: the whole page would be ready only after the browser has captured it.
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

/// Id of the hint on how to use a chart.
const HINT: &str = "chart-hint";

/// Calls `act` with the part of a plot that takes the keyboard's focus.
fn with_stage(plot: &NodeRef, act: fn(&web_sys::HtmlElement)) {
    let plot = plot.cast::<web_sys::Element>();
    if let Some(stage) = plot.and_then(|plot| plot.first_element_child()) {
        act(stage.unchecked_ref());
    }
}

/// The row that is meant, in words; if pinned, with a button for where its figure is printed.
fn readout(
    ctx: &Ctx,
    shown: &Exhibit,
    surface: &RefCell<Surface>,
    now: &UseStateHandle<Now>,
    plot: &NodeRef,
) -> Html {
    let meant = now.meant;
    let row = meant.and_then(|meant| shown.rows.get(row_of(surface, meant.at)?));
    let mut told = vec![text(row.map_or("", |row| &row.spoken))];
    let figure = row.and_then(|row| ctx.dataset().observation(row.observation.as_ref()?));
    // The printed wording, if it differs from the figure in the reader's language.
    if let (Some(row), Some(mention)) = (row, figure.and_then(|figure| figure.mentions.first()))
        && !mention.printed.is_empty()
        && row.printed.replace(NBSP, " ") != mention.printed.replace(NBSP, " ")
    {
        let as_printed = uncapitalised(ctx.t(Key::ColumnPrinted));
        told.push(text(format!(" · {as_printed} ")));
        told.push(vietnamese("span", &format!("“{}”", mention.printed)));
    }
    // The hint describes the chart (`aria-describedby`), so it stays in the page when hidden.
    let hidden = row.map(|_| "".into());
    let hint = vec![ctx.text(Key::ChartHint)];
    let mut parts = vec![
        with("p", &["id", "hidden"], vec![Some(HINT.into()), hidden], hint),
        status("", told),
        status("vh", vec![text(now.said.map_or("", |said| ctx.t(said)))]),
    ];
    let is_pinned = meant.is_some_and(|meant| meant.is_pinned);
    if is_pinned {
        let button = |press, content: Vec<Html>| {
            let values = vec![Some("button".into()), Some("where".into())];
            pressable("button", &["type", "class"], values, press, content)
        };
        if let Some(figure) = figure {
            let content = vec![icons::document(), ctx.text(Key::WhereIsThisPrinted)];
            parts.push(button(ctx.open(&figure.id), content));
        }
        let (now, plot) = (now.clone(), plot.clone());
        let release = Callback::from(move |_: MouseEvent| {
            now.set(now.then(None));
            // The button that was pressed is about to disappear.
            with_stage(&plot, web::page::focus_there);
        });
        parts.push(button(release, vec![ctx.text(Key::Unpin)]));
    }
    let class = match row {
        Some(_) if is_pinned => "readout told pinned",
        Some(_) => "readout told",
        None => "readout",
    };
    el("div", class, parts)
}

/// Index of the target that is meant by a point of the stage.
fn target_at(surface: &RefCell<Surface>, event: &MouseEvent) -> Option<usize> {
    let placed = &surface.borrow().placed;
    let found = placed.nearest((f64::from(event.offset_x()), f64::from(event.offset_y())))?;
    placed.targets.iter().position(|target| std::ptr::eq(target, found))
}

fn point_at(surface: &Rc<RefCell<Surface>>, now: &UseStateHandle<Now>) -> Callback<PointerEvent> {
    let (surface, now) = (Rc::clone(surface), now.clone());
    Callback::from(move |event: PointerEvent| {
        if now.meant.is_some_and(|meant| meant.is_pinned) {
            return;
        }
        let at = target_at(&surface, &event);
        if now.meant.map(|meant| meant.at) != at {
            now.set(now.then(at.map(|at| Meant { at, is_pinned: false })));
        }
    })
}

/// A press on a target pins it; a second one on the same, or one beside all targets, releases it.
fn pin(surface: &Rc<RefCell<Surface>>, now: &UseStateHandle<Now>) -> Callback<MouseEvent> {
    let (surface, now) = (Rc::clone(surface), now.clone());
    Callback::from(move |event: MouseEvent| {
        let pinned = now.meant.filter(|meant| meant.is_pinned).map(|meant| meant.at);
        let at = target_at(&surface, &event);
        now.set(now.then(at.map(|at| Meant { at, is_pinned: Some(at) != pinned })));
    })
}

/// The index of the row that a target represents.
fn row_of(surface: &RefCell<Surface>, at: usize) -> Option<usize> {
    surface.borrow().placed.targets.get(at).map(|target| target.row)
}

/// Where an arrow key points.
fn direction(key: &str) -> Option<(f64, f64)> {
    match key {
        "ArrowRight" => Some((1.0, 0.0)),
        "ArrowLeft" => Some((-1.0, 0.0)),
        "ArrowDown" => Some((0.0, 1.0)),
        "ArrowUp" => Some((0.0, -1.0)),
        _ => None,
    }
}

/// Arrow keys go from target to target, Enter pins, Escape first releases and then leaves.
fn walk(
    now: &UseStateHandle<Now>,
    surface: &Rc<RefCell<Surface>>,
    stage: &NodeRef,
) -> Callback<KeyboardEvent> {
    let (surface, stage, now) = (Rc::clone(surface), stage.clone(), now.clone());
    Callback::from(move |event: KeyboardEvent| {
        // With a modifier they are the browser's: Alt+← goes back.
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let Some(last) = surface.borrow().placed.targets.len().checked_sub(1) else { return };
        let is_pinned = now.meant.is_some_and(|meant| meant.is_pinned);
        // Whoever goes on lets go of what was pinned: the next Enter pins what it has come to.
        let to = |at: usize| Some(Meant { at, is_pinned: false });
        let key = event.key();
        // On a map they follow their direction, elsewhere they go from row to row.
        let pointed = direction(&key).filter(|_| surface.borrow().is_map()).zip(now.meant);
        let beside = pointed.map(|(direction, Meant { at, .. })| {
            surface.borrow().placed.beside(at, direction).unwrap_or(at)
        });
        let next = match (key.as_str(), now.meant) {
            _ if beside.is_some() => beside.and_then(to),
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
        let mut then = now.then(next);
        if next.is_none() {
            then.said = Some(Key::NoneMeant);
        }
        now.set(then);
    })
}
