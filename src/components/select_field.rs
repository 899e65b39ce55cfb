//! One select with its label, and the reason where it is shut.

use leptos::prelude::*;

use super::options::{options, picked};
use crate::view_model::controls::Select;

/// A labelled select; `on_choose` is told the value.
#[component]
pub fn SelectField(#[prop(into)] select: Signal<Select>, #[prop(into)] on_choose: Callback<String>) -> impl IntoView {
    let id = Memo::new(move |_| format!("select-{}", select.with(|select| select.id.clone())));
    let reason_id = move || format!("{}-reason", id.get());
    let is_shut = move || select.with(|select| select.shut_because.is_some());
    view! {
        <div class="select-field">
            <label class="select-field__label" for=move || id.get()>{move || select.with(|select| select.label.clone())}</label>
            <select
                class="select-field__select"
                id=move || id.get()
                disabled=is_shut
                aria-describedby=move || is_shut().then(reason_id)
                prop:value=move || select.with(picked)
                on:change:target=move |event| on_choose.run(event.target().value())
            >
                {move || options(select.get())}
            </select>
            {move || {
                select
                    .with(|select| select.shut_because.clone())
                    .map(|reason| view! { <p class="select-field__reason" id=reason_id()>{reason}</p> })
            }}
        </div>
    }
}
