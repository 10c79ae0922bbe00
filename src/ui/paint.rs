//! How charts are painted: in which colours, and when again. Each chart listens for itself, so that
//! other colours or another density repaint the charts and redraw nothing else of the page.

use std::rc::Rc;

use yew::prelude::*;

use super::context::Ctx;
use crate::web::environment;

/// The colours, and how often a chart had to be repainted.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Paint {
    /// Whether the page is dark.
    pub dark: bool,
    epoch: u32,
}

/// How a chart is to be painted now.
#[hook]
pub(super) fn use_paint(ctx: &Ctx) -> Paint {
    let epoch = use_reducer(|| Epoch(0));
    let repaint = epoch.dispatcher();
    // A new watcher each time, because it keeps the density at which it was made.
    use_effect_with(epoch.0, move |&epoch| {
        if epoch == 0 {
            let repaint = repaint.clone();
            environment::when_fonts_come(move || repaint.dispatch(()));
        }
        let watcher = environment::Watcher::new(move || repaint.dispatch(()));
        move || drop(watcher)
    });
    let dark = ctx.live && environment::is_dark(ctx.model.view.theme);
    Paint { dark, epoch: epoch.0 }
}

struct Epoch(u32);

impl Reducible for Epoch {
    type Action = ();

    fn reduce(self: Rc<Self>, (): ()) -> Rc<Self> {
        Rc::new(Self(self.0 + 1))
    }
}
