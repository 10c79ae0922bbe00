//! The result of copying a text, and the foot of every page: sharing, reporting.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::context::{Ctx, CtxProps};
use super::element::{all, el, status, text, with, words};
use super::icons;
use crate::state::{Msg, What};
use crate::text::Key;
use crate::view::{Page, View};
use crate::web;

/// Says that a text was copied; if the browser refused, shows it to be copied by hand.
pub(super) fn handed(ctx: &Ctx, what: What) -> Html {
    let found = ctx.model.handed.as_ref().filter(|handed| handed.what == what);
    let done = match what {
        What::Address | What::Link => Key::CopiedAddress,
        What::Citation | What::FigureCitation => Key::CopiedCitation,
        What::Report => Key::CopiedReport,
        What::Code => Key::CopiedCode,
    };
    let told = found.filter(|handed| handed.copied).map_or("", |_| ctx.t(done));
    let refused = found.filter(|handed| !handed.copied);
    let mut parts = vec![status("done", vec![text(told)])];
    parts.extend(refused.map(|_| html! { <ByHand ctx={ctx.clone()} /> }));
    all(parts)
}

/// The text, selected in a field that has the focus.
#[component]
fn ByHand(CtxProps { ctx }: &CtxProps) -> Html {
    let field = use_node_ref();
    let content = ctx.model.handed.as_ref().map(|handed| handed.text.clone()).unwrap_or_default();
    {
        let field = field.clone();
        use_effect_with(content.clone(), move |_| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                web::clipboard::select(&field);
            }
        });
    }
    html! {
        <div class="byhand">
            { ctx.label_for("byhand", Key::CopyByHand) }
            <textarea id="byhand" ref={field} rows="4" readonly={true} value={content.to_string()} />
        </div>
    }
}

/// The foot of every page's content: share it, or report an error.
pub(super) fn page_foot(ctx: &Ctx) -> Html {
    let share = ctx.button(Msg::Share, all(vec![icons::share(), ctx.text(Key::Share)]));
    let mut acts = vec![share];
    if ctx.model.view.page != Page::Corrections {
        let report = View::of(Page::Corrections);
        acts.push(ctx.link(report, "btn", ctx.text(Key::ReportError)));
    }
    let row = el("p", "acts", acts);
    let foot = with(
        "section",
        &["class", "aria-label"],
        vec![Some("wrap pagefoot".into()), Some(ctx.t(Key::PageFoot).into())],
        vec![row, handed(ctx, What::Address)],
    );
    if !ctx.live {
        return foot;
    }
    // A printed page shows its address.
    let address = format!("Rõ Số · {}", ctx.model.shared_address());
    all(vec![foot, words("p", "wrap paper", address)])
}
