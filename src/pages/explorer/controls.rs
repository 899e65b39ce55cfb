//! The question: as a sentence, and as a form of selects.

use leptos::{html, prelude::*};

use super::exploring::Exploring;
use crate::{
    components::{limits_field::LimitsField, question_sentence::QuestionSentenceView, select_field::SelectField},
    view_model::{
        controls::{ControlsPanel, Select, controls},
        limits,
        sentence::sentence,
    },
    words::{explore as words, sentence as sentence_words},
};

/// The question as a sentence.
#[component]
pub fn Sentence(exploring: Exploring, on_choose: Callback<(String, String)>) -> impl IntoView {
    let panel = exploring.panel(sentence);
    let panel = Signal::derive(move || panel.get().unwrap_or_default());
    view! { <QuestionSentenceView panel on_choose/> }
}

/// Whether the form is unfolded: it stays so while the reader goes from dataset to dataset.
#[derive(Clone, Copy)]
pub struct FormOpen(RwSignal<bool>);

impl FormOpen {
    /// Folded, and known to all below.
    #[cfg(feature = "explore")]
    pub fn provide() {
        provide_context(Self(RwSignal::new(false)));
    }

    fn get() -> RwSignal<bool> {
        use_context::<Self>().map_or_else(|| RwSignal::new(false), |it| it.0)
    }
}

/// The same as a form.
#[component]
pub fn Controls(exploring: Exploring, on_choose: Callback<(String, String)>) -> impl IntoView {
    let language = exploring.language;
    let panel = exploring.panel(controls);
    let field = move |select: Signal<Select>| {
        let id = select.get_untracked().id;
        view! { <SelectField select on_choose=Callback::new(move |value| on_choose.run((id.clone(), value)))/> }
    };
    let one = move |part: fn(&ControlsPanel) -> Option<Select>| {
        let select = Memo::new(move |_| panel.with(|panel| panel.as_ref().and_then(part)));
        let is_there = Memo::new(move |_| select.with(Option::is_some));
        move || is_there.get().then(|| field(Signal::derive(move || select.get().unwrap_or_default())))
    };
    let ids = Memo::new(move |_| {
        panel.with(|panel| {
            panel.iter().flat_map(|panel| panel.dimensions.iter().map(|select| select.id.clone())).collect::<Vec<_>>()
        })
    });
    let dimension = move |id: String| {
        let select = Signal::derive(move || {
            panel.with(|panel| {
                let selects = panel.iter().flat_map(|panel| &panel.dimensions);
                selects.into_iter().find(|select| select.id == id).cloned().unwrap_or_default()
            })
        });
        field(select)
    };
    let is_open = FormOpen::get();
    let details = NodeRef::<html::Details>::new();
    let on_toggle = move |_| is_open.set(details.get_untracked().is_some_and(|details| details.open()));
    let own = exploring.optional(limits::limits);
    let has_limits = Memo::new(move |_| own.with(Option::is_some));
    let limits = move || {
        let panel = Signal::derive(move || own.get().unwrap_or_default());
        let on_choose = Callback::new(move |classes: String| on_choose.run(("classes".to_owned(), classes)));
        has_limits.get().then(|| view! { <LimitsField panel on_choose/> })
    };
    view! {
        <details class="controls-form" open=is_open.get_untracked() node_ref=details on:toggle=on_toggle>
        <summary class="controls-form__summary">{move || sentence_words::as_form(language.get())}</summary>
        <form class="controls" aria-label=move || words::controls(language.get()) on:submit=move |event| event.prevent_default()>
            {one(|panel| Some(panel.measure.clone()))}
            {one(|panel| panel.level.clone())}
            <For each=move || ids.get() key=|id| id.clone() let(id)>{dimension(id)}</For>
            {one(|panel| panel.by.clone())}
            {one(|panel| panel.against.clone())}
            {one(|panel| panel.colour.clone())}
            {one(|panel| panel.classes.clone())}
            {limits}
            {one(|panel| panel.shape.clone())}
            {one(|panel| panel.each.clone())}
        </form>
        </details>
    }
}
