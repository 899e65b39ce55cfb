//! The selects of the question.

use leptos::prelude::*;

use super::exploring::Exploring;
use crate::{
    components::select_field::SelectField,
    view_model::controls::{ControlsPanel, Select, controls},
    words::explore as words,
};

/// The selects.
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
    view! {
        <form class="controls" aria-label=move || words::controls(language.get()) on:submit=move |event| event.prevent_default()>
            {one(|panel| Some(panel.measure.clone()))}
            {one(|panel| panel.level.clone())}
            <For each=move || ids.get() key=|id| id.clone() let(id)>{dimension(id)}</For>
            {one(|panel| panel.by.clone())}
            {one(|panel| panel.against.clone())}
            {one(|panel| panel.colour.clone())}
            {one(|panel| panel.classes.clone())}
        </form>
    }
}
