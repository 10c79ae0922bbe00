//! What a chart in the browser is painted on. It outlives single renderings, fits the chart to its
//! width, and moves it from one picture to the next.

use std::cell::RefCell;
use std::mem::discriminant;
use std::rc::Rc;

use web_sys::{HtmlCanvasElement, HtmlElement};
use yew::NodeRef;

use crate::chart::{Exhibit, Motion, Placed, Spec, WIDTHS, place, width_class};
use crate::data::Id;
use crate::web;
use crate::web::frames::Frame;

/// How long a chart takes to move to the next, in milliseconds.
const DURATION: f64 = 240.0;

/// The elements of a chart.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Nodes {
    /// Gives the width.
    pub plot: NodeRef,
    /// What is painted on.
    pub canvas: NodeRef,
    /// The band under the target that is meant.
    pub band: NodeRef,
}

/// What the painter works from.
#[derive(Default)]
pub(super) struct Surface {
    nodes: Nodes,
    /// The picture that is shown, or moved to.
    pub placed: Placed,
    /// The entity of each row.
    entities: Vec<Id>,
    spec: Option<Rc<Spec>>,
    dark: bool,
    density: f64,
    /// Index of the target that is meant.
    meant: Option<usize>,
    /// The next frame of a movement; dropping it ends the movement.
    frame: Option<Frame>,
}

/// Shows a picture. If it is of the kind that is shown already, its marks move there, unless the
/// reader has asked for less motion. Returns whether targets, entities or marks have changed.
pub(super) fn show(
    surface: &Rc<RefCell<Surface>>,
    nodes: &Nodes,
    spec: &Rc<Spec>,
    shown: Option<&Exhibit>,
    dark: bool,
) -> bool {
    let entities: Vec<Id> =
        shown.map_or_else(Vec::new, |shown| shown.rows.iter().map(|r| r.entity.clone()).collect());
    let mut now = surface.borrow_mut();
    let is_kind = now.spec.as_ref().is_some_and(|old| discriminant(&**old) == discriminant(spec));
    now.nodes = nodes.clone();
    now.spec = Some(Rc::clone(spec));
    now.dark = dark;
    now.density = 0.0;
    let (before, were) = (now.placed.clone(), std::mem::replace(&mut now.entities, entities));
    // Keeps the width from before, if there was one: measuring would make the browser lay out the
    // page now and once more. If the page's width has changed, its watcher calls `fit`.
    let known = Some(before.width).filter(|width| *width > 0.0);
    now.place(known);
    if before.targets == now.placed.targets
        && were == now.entities
        && before.marks == now.placed.marks
    {
        now.paint();
        return false;
    }
    let moves = is_kind && before.width == now.placed.width;
    if moves && !web::environment::prefers_less_motion() {
        let motion = Motion::new((&before, &were), (&now.placed, &now.entities));
        drop(now);
        step(surface, Rc::new(motion), None, 0.0);
    } else {
        now.paint();
    }
    true
}

/// Places and paints the chart at the width that the page gives it, unless nothing has changed.
pub(super) fn fit(surface: &Rc<RefCell<Surface>>) {
    let mut surface = surface.borrow_mut();
    if surface.place(None) {
        surface.paint();
        let meant = surface.meant;
        surface.mean(meant);
    }
}

/// Paints one moment of a movement and asks for the next. `began` is the time of the first frame.
fn step(surface: &Rc<RefCell<Surface>>, motion: Rc<Motion>, began: Option<f64>, time: f64) {
    let mut now = surface.borrow_mut();
    let share = began.map_or(0.0, |began| (time - began) / DURATION);
    let Some(canvas) = now.nodes.canvas.cast().filter(|_| share < 1.0) else {
        now.paint();
        return;
    };
    let marks = motion.at(share);
    let mut marks = marks.iter().map(|(mark, opacity)| (mark, *opacity));
    let size = (now.placed.width, now.placed.height);
    web::canvas::paint_marks(&canvas, size, &mut marks, now.density, now.dark);
    let surface = Rc::clone(surface);
    now.frame = Frame::next(move |time| step(&surface, motion, Some(began.unwrap_or(time)), time));
}

impl Surface {
    /// Places the chart if its width (measured unless known) or the density has changed; returns
    /// whether it did.
    fn place(&mut self, known: Option<f64>) -> bool {
        let plot = self.nodes.plot.cast::<HtmlElement>();
        let (Some(plot), Some(spec)) = (plot, &self.spec) else { return false };
        let measured = || f64::from(width_class(&WIDTHS, f64::from(plot.client_width())));
        let width = known.unwrap_or_else(measured);
        let density = web::environment::pixel_density();
        if self.placed.width == width && self.density == density {
            return false;
        }
        self.placed = place(spec, width);
        self.density = density;
        true
    }

    /// Paints the chart as it is, and ends a movement.
    fn paint(&mut self) {
        self.frame = None;
        if let Some(canvas) = self.nodes.canvas.cast::<HtmlCanvasElement>() {
            web::canvas::paint(&canvas, &self.placed, self.dark);
        }
    }

    /// Whether it shows a map.
    pub(super) fn is_map(&self) -> bool {
        matches!(self.spec.as_deref(), Some(Spec::Map(_)))
    }

    /// Lays the band under a target, given by its index.
    pub(super) fn mean(&mut self, at: Option<usize>) {
        self.meant = at;
        if let Some(band) = self.nodes.band.cast::<HtmlElement>() {
            let target = at.and_then(|at| self.placed.targets.get(at));
            web::canvas::lay_band(&band, target.map(|target| target.area));
        }
    }
}
