//! What every component gets: the model, a way to send messages, how the page is rendered.

use std::rc::Rc;

use yew::{AttrValue, Callback, Html};

use super::element::{el, fixed, pressable, text, with};
use crate::data::{Dataset, Id, Text};
use crate::state::{Model, Msg};
use crate::text::Key;
use crate::view::{Lang, Theme, View, path};

/// Handed down to every component.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ctx {
    /// What to show.
    pub model: Rc<Model>,
    /// What the reader does goes here.
    pub send: Callback<Msg>,
    /// In the browser, with canvases and handlers; otherwise a static page with SVG.
    pub live: bool,
    /// The site's root: on a static page a relative path ("", "../" …); in the browser, where the
    /// address changes with the view, the whole address.
    pub root: AttrValue,
    /// Folder of this page below its language's root.
    pub folder: AttrValue,
    /// Where errors are reported, if that is known.
    pub report: Option<AttrValue>,
}

impl Ctx {
    /// Language of the interface.
    pub(super) fn lang(&self) -> Lang {
        self.model.lang()
    }

    /// A fixed string.
    pub(super) fn t(&self, key: Key) -> &'static str {
        key.text(self.lang())
    }

    /// A fixed string as a text.
    pub(super) fn text(&self, key: Key) -> Html {
        fixed(self.t(key))
    }

    /// A fixed string inside an element.
    pub(super) fn words(&self, tag: &'static str, class: &'static str, key: Key) -> Html {
        el(tag, class, vec![self.text(key)])
    }

    /// This language's half of a text of the dataset.
    pub(super) fn of<'a>(&self, text: &'a Text) -> &'a str {
        self.lang().of(text)
    }

    /// The attribute `disabled`: on a static page nothing responds to a press.
    pub(super) fn disabled(&self) -> Option<AttrValue> {
        (!self.live).then_some("disabled".into())
    }

    /// The dataset.
    pub(super) fn dataset(&self) -> &Dataset {
        &self.model.dataset
    }

    /// A callback that sends `msg`, whatever the event.
    pub(super) fn on<E>(&self, msg: Msg) -> Callback<E> {
        let send = self.send.clone();
        Callback::from(move |_: E| send.emit(msg.clone()))
    }

    /// A callback for a link that the app follows itself.
    pub(super) fn follow(&self, msg: Msg) -> Callback<yew::MouseEvent> {
        let send = self.send.clone();
        Callback::from(move |event: yew::MouseEvent| {
            // New tabs and downloads are left to the browser.
            let is_chord =
                event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
            if is_chord || event.button() != 0 {
                return;
            }
            event.prevent_default();
            send.emit(msg.clone());
        })
    }

    /// Opens the provenance panel of a figure.
    pub(super) fn open(&self, id: &Id) -> Callback<yew::MouseEvent> {
        self.on(Msg::OpenFigure(id.clone()))
    }

    /// Where a link to a view leads: its address in the app, its folder on a static page.
    pub(super) fn href(&self, view: &View) -> String {
        if self.live {
            let View { lang, theme, .. } = self.model.view;
            let view = View { lang, theme, ..view.clone() };
            let own = || format!("?{}", self.model.query_of(&view));
            return self.model.address_on_site(&view).unwrap_or_else(own);
        }
        // The page that fits best without the explorer, which may start later or never.
        let (start, path) = (path::language(self.lang()), self.model.path_of(view));
        let here = if path.is_empty() || path.starts_with('?') { "./" } else { "" };
        format!("{}{start}{here}{path}", self.root)
    }

    /// A link to a view that opens in a new tab, to lead out of a frame.
    pub(super) fn outward(&self, view: &View, class: &'static str, content: Html) -> Html {
        let lang = self.model.view.lang;
        let view = View { lang, theme: Theme::System, embed: false, version: None, ..view.clone() };
        let href = if self.live { self.model.public_address(&view) } else { self.href(&view) };
        let values = vec![
            Some(class.into()).filter(|_| !class.is_empty()),
            Some(href.into()),
            Some("_blank".into()),
            Some("noopener".into()),
        ];
        with("a", &["class", "href", "target", "rel"], values, vec![content])
    }

    /// A link to a view that the app follows itself; within a frame it opens in a new tab.
    pub(super) fn link(&self, view: View, class: &'static str, content: Html) -> Html {
        if self.model.view.embed {
            return self.outward(&view, class, content);
        }
        let href = self.href(&view);
        let values = vec![Some(class.into()).filter(|_| !class.is_empty()), Some(href.into())];
        pressable("a", &["class", "href"], values, self.follow(Msg::Visit(view)), vec![content])
    }

    /// A link to a file of the dataset. It belongs into an element of the class `downloads`, which
    /// is hidden in the one file: that has no files beside it.
    pub(super) fn data_file(&self, file: &str, label: Key) -> Html {
        let href = format!("{}data/{file}", self.root);
        with("a", &["href"], vec![Some(href.into())], vec![self.text(label)])
    }

    /// A plain button.
    pub(super) fn button(&self, msg: Msg, label: Html) -> Html {
        let values = vec![Some("button".into()), Some("btn".into()), self.disabled()];
        pressable("button", &["type", "class", "disabled"], values, self.on(msg), vec![label])
    }

    /// A plain button that stays pressed while its choice is active.
    pub(super) fn choice(&self, msg: Msg, label: &str, is_chosen: bool) -> Html {
        let values = vec![
            Some("button".into()),
            Some("btn".into()),
            Some(is_chosen.to_string().into()),
            self.disabled(),
        ];
        let keys = &["type", "class", "aria-pressed", "disabled"];
        pressable("button", keys, values, self.on(msg), vec![text(label)])
    }

    /// The name of the field with the given id.
    pub(super) fn label_for(&self, id: &'static str, key: Key) -> Html {
        with("label", &["for"], vec![Some(id.into())], vec![self.text(key)])
    }

    /// The address of the current view with a change.
    pub(super) fn address(&self, change: impl FnOnce(&mut View)) -> String {
        let mut view = self.model.view.clone();
        change(&mut view);
        let own = || format!("?{}", self.model.own_query(&view));
        self.model.address_on_site(&view).unwrap_or_else(own)
    }
}

/// The property that nearly every component takes.
#[derive(Clone, Debug, PartialEq, yew::Properties)]
pub(super) struct CtxProps {
    pub ctx: Ctx,
}
