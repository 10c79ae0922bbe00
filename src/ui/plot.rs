//! One bar chart: a canvas in the browser, SVGs of every width class on a static page.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{HtmlCanvasElement, HtmlElement};
use yew::prelude::*;

use crate::chart::{BarSpec, Placed, place_bars, width_class};
use crate::web;

/// What a plot needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PlotProps {
    /// What to draw.
    pub spec: Rc<BarSpec>,
    /// Its name, for those who do not see it.
    pub label: AttrValue,
    /// How to use it.
    pub hint: AttrValue,
    /// What each row says when it is pointed at, walked to or spoken.
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

/// A bar chart with a band under the row that is pointed at, and that row in words below.
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
        let placed = place_bars(&props.spec, f64::from(width));
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
    spec: Option<Rc<BarSpec>>,
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
        // Another chart has other rows.
        let active = active.clone();
        use_effect_with(Rc::clone(&props.spec), move |_| active.set(None));
    }
    {
        let (band, surface) = (band.clone(), Rc::clone(&surface));
        use_effect_with(*active, move |active| {
            let Some(band) = band.cast::<HtmlElement>() else { return };
            let surface = surface.borrow();
            let area =
                active.and_then(|row| surface.placed.targets.get(row)).map(|target| target.area);
            web::canvas::lay_band(&band, area);
        });
    }
    let interactive = !props.hint.is_empty();
    let readout = active.and_then(|row| props.readouts.get(row)).cloned().unwrap_or_default();
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
    surface.placed = place_bars(&spec, width);
    surface.density = density;
    web::canvas::paint(&canvas, &surface.placed, surface.dark);
}

/// How far from a row, in pixels, the pointer may be and still mean it.
const REACH: f64 = 6.0;

fn point_at(
    surface: &Rc<RefCell<Surface>>,
    active: &UseStateHandle<Option<usize>>,
) -> Callback<PointerEvent> {
    let (surface, active) = (Rc::clone(surface), active.clone());
    Callback::from(move |event: PointerEvent| {
        let row = surface
            .borrow()
            .placed
            .nearest(f64::from(event.offset_y()), REACH)
            .map(|target| target.row);
        if *active != row {
            active.set(row);
        }
    })
}

fn choose(surface: &Rc<RefCell<Surface>>, on_choose: Callback<usize>) -> Callback<MouseEvent> {
    let surface = Rc::clone(surface);
    Callback::from(move |event: MouseEvent| {
        let row = surface
            .borrow()
            .placed
            .nearest(f64::from(event.offset_y()), REACH)
            .map(|target| target.row);
        if let Some(row) = row {
            on_choose.emit(row);
        }
    })
}

fn walk(
    active: &UseStateHandle<Option<usize>>,
    props: &PlotProps,
    surface: &Rc<RefCell<Surface>>,
    stage: &NodeRef,
) -> Callback<KeyboardEvent> {
    let (surface, stage) = (Rc::clone(surface), stage.clone());
    let (active, on_choose, count) =
        (active.clone(), props.on_choose.clone(), props.readouts.len());
    Callback::from(move |event: KeyboardEvent| {
        let Some(last) = count.checked_sub(1) else { return };
        let next = match (event.key().as_str(), *active) {
            ("ArrowDown", None) | ("Home", _) => Some(0),
            ("ArrowDown", Some(row)) => Some((row + 1).min(last)),
            ("ArrowUp", None) | ("End", _) => Some(last),
            ("ArrowUp", Some(row)) => Some(row.saturating_sub(1)),
            ("Escape", _) => None,
            ("Enter" | " ", Some(row)) => {
                event.prevent_default();
                return on_choose.emit(row);
            }
            _ => return,
        };
        event.prevent_default();
        let area = next.and_then(|row| Some(surface.borrow().placed.targets.get(row)?.area));
        if let (Some(area), Some(stage)) = (area, stage.cast::<web_sys::Element>()) {
            web::page::keep_in_view(&stage, area.y, area.height);
        }
        active.set(next);
    })
}
