//! One chart: a canvas in the browser, SVGs of every width class on a static page.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{HtmlCanvasElement, HtmlElement};
use yew::prelude::*;

use crate::chart::{Placed, Spec, place, width_class};
use crate::web;

/// What a plot needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PlotProps {
    /// What to draw.
    pub spec: Rc<Spec>,
    /// Its name, for those who do not see it.
    pub label: AttrValue,
    /// How to use it.
    pub hint: AttrValue,
    /// What each row of the description says when it is pointed at, walked to or spoken.
    pub readouts: Rc<Vec<String>>,
    /// In the browser.
    pub live: bool,
    /// Dark colours.
    pub dark: bool,
    /// Grows whenever the chart must be painted anew.
    pub epoch: u32,
    /// The reader chose a row.
    pub on_choose: Callback<usize>,
}

/// A chart with a band under the target that is pointed at, and its row in words below.
pub(super) fn plot(props: PlotProps) -> Html {
    if props.live {
        html! { <LivePlot ..props /> }
    } else {
        static_plot(&props)
    }
}

/// All width classes; container queries in `www/app.css` show the one that fits.
#[cfg(not(target_arch = "wasm32"))]
fn static_plot(props: &PlotProps) -> Html {
    use crate::chart::WIDTHS;
    use crate::render::{Paint, svg};
    let drawings = WIDTHS.map(|width| {
        let placed = place(&props.spec, f64::from(width));
        let markup = svg(&placed, &props.label, &format!("chart w{width}"), Paint::Classes);
        // Markup that this build wrote itself; in the browser there is no such path.
        Html::from_html_unchecked(markup.into())
    });
    html! {
        <div class="plot">
            { for drawings }
            if !props.hint.is_empty() { <p class="readout" /> }
        </div>
    }
}

#[cfg(target_arch = "wasm32")]
fn static_plot(_: &PlotProps) -> Html {
    Html::default()
}

/// What the painter works from; it outlives single renders.
#[derive(Default)]
struct Surface {
    placed: Placed,
    spec: Option<Rc<Spec>>,
    dark: bool,
    density: f64,
}

#[component]
fn LivePlot(props: &PlotProps) -> Html {
    let plot = use_node_ref();
    let canvas = use_node_ref();
    let band = use_node_ref();
    let surface = use_mut_ref(Surface::default);
    let active = use_state(|| None::<usize>);
    {
        let (plot, canvas, surface) = (plot.clone(), canvas.clone(), Rc::clone(&surface));
        use_effect_with(
            (Rc::clone(&props.spec), props.dark, props.epoch),
            move |(spec, dark, _)| {
                surface.borrow_mut().spec = Some(Rc::clone(spec));
                surface.borrow_mut().dark = *dark;
                surface.borrow_mut().density = 0.0;
                repaint(&plot, &canvas, &surface);
                let resize = {
                    let (plot, canvas, surface) =
                        (plot.clone(), canvas.clone(), Rc::clone(&surface));
                    let element = plot.cast::<web_sys::Element>();
                    element.and_then(|element| {
                        web::resize::Resize::new(&element, move || {
                            repaint(&plot, &canvas, &surface);
                        })
                    })
                };
                move || drop(resize)
            },
        );
    }
    {
        // Another chart has other targets.
        let active = active.clone();
        use_effect_with(Rc::clone(&props.spec), move |_| active.set(None));
    }
    {
        let (band, surface) = (band.clone(), Rc::clone(&surface));
        use_effect_with(*active, move |active| {
            let Some(band) = band.cast::<HtmlElement>() else { return };
            let surface = surface.borrow();
            let area =
                active.and_then(|at| surface.placed.targets.get(at)).map(|target| target.area);
            web::canvas::lay_band(&band, area);
        });
    }
    let interactive = !props.hint.is_empty();
    let row = active.and_then(|at| row_of(&surface, at));
    let readout = row.and_then(|row| props.readouts.get(row)).cloned().unwrap_or_default();
    let body = html! {
        <>
            <div class="band" ref={band} />
            <canvas ref={canvas} aria-hidden="true" />
        </>
    };
    if !interactive {
        return html! { <div class="plot" ref={plot} role="img" aria-label={props.label.clone()}>{ body }</div> };
    }
    let on_walk = walk(&active, props, &surface, &plot);
    let hint_id = "chart-hint";
    html! {
        <div class="plot" ref={plot}>
            <div class="stage" tabindex="0" role="group" aria-label={props.label.clone()} aria-describedby={hint_id}
                onpointermove={point_at(&surface, &active)}
                onpointerleave={let active = active.clone(); move |_: PointerEvent| active.set(None)}
                onclick={choose(&surface, props.on_choose.clone())}
                onkeydown={on_walk}>
                { body }
            </div>
            <p class="readout" role="status">{ if readout.is_empty() { props.hint.to_string() } else { readout } }</p>
            <p class="vh" id={hint_id}>{ props.hint.clone() }</p>
        </div>
    }
}

/// Places and paints the chart at the width that the page gives it, unless it stands so already.
fn repaint(plot: &NodeRef, canvas: &NodeRef, surface: &Rc<RefCell<Surface>>) {
    let (Some(plot), Some(canvas)) =
        (plot.cast::<HtmlElement>(), canvas.cast::<HtmlCanvasElement>())
    else {
        return;
    };
    let mut surface = surface.borrow_mut();
    let Some(spec) = surface.spec.clone() else { return };
    let width = f64::from(width_class(f64::from(plot.client_width())));
    let density = web::environment::pixel_density();
    if surface.placed.width == width && surface.density == density {
        return;
    }
    surface.placed = place(&spec, width);
    surface.density = density;
    web::canvas::paint(&canvas, &surface.placed, surface.dark);
}

/// Place among the targets of the one that is meant by a point of the stage.
fn target_at(surface: &RefCell<Surface>, event: &MouseEvent) -> Option<usize> {
    let placed = &surface.borrow().placed;
    let found = placed.nearest((f64::from(event.offset_x()), f64::from(event.offset_y())))?;
    placed.targets.iter().position(|target| std::ptr::eq(target, found))
}

fn point_at(
    surface: &Rc<RefCell<Surface>>,
    active: &UseStateHandle<Option<usize>>,
) -> Callback<PointerEvent> {
    let (surface, active) = (Rc::clone(surface), active.clone());
    Callback::from(move |event: PointerEvent| {
        let at = target_at(&surface, &event);
        if *active != at {
            active.set(at);
        }
    })
}

fn choose(surface: &Rc<RefCell<Surface>>, on_choose: Callback<usize>) -> Callback<MouseEvent> {
    let surface = Rc::clone(surface);
    Callback::from(move |event: MouseEvent| {
        let row = target_at(&surface, &event).and_then(|at| row_of(&surface, at));
        if let Some(row) = row {
            on_choose.emit(row);
        }
    })
}

/// The row that a target stands for.
fn row_of(surface: &RefCell<Surface>, at: usize) -> Option<usize> {
    surface.borrow().placed.targets.get(at).map(|target| target.row)
}

fn walk(
    active: &UseStateHandle<Option<usize>>,
    props: &PlotProps,
    surface: &Rc<RefCell<Surface>>,
    stage: &NodeRef,
) -> Callback<KeyboardEvent> {
    let (surface, stage) = (Rc::clone(surface), stage.clone());
    let (active, on_choose) = (active.clone(), props.on_choose.clone());
    Callback::from(move |event: KeyboardEvent| {
        let Some(last) = surface.borrow().placed.targets.len().checked_sub(1) else { return };
        let next = match (event.key().as_str(), *active) {
            ("ArrowDown" | "ArrowRight", None) | ("Home", _) => Some(0),
            ("ArrowDown" | "ArrowRight", Some(at)) => Some((at + 1).min(last)),
            ("ArrowUp" | "ArrowLeft", None) | ("End", _) => Some(last),
            ("ArrowUp" | "ArrowLeft", Some(at)) => Some(at.saturating_sub(1)),
            ("Escape", _) => None,
            ("Enter" | " ", Some(at)) => {
                event.prevent_default();
                if let Some(row) = row_of(&surface, at) {
                    on_choose.emit(row);
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        let area = next.and_then(|at| Some(surface.borrow().placed.targets.get(at)?.area));
        if let (Some(area), Some(stage)) = (area, stage.cast::<web_sys::Element>()) {
            web::page::keep_in_view(&stage, area.y, area.height);
        }
        active.set(next);
    })
}
