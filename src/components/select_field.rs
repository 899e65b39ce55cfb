//! One select with its label, and the reason where it is shut.

use leptos::prelude::*;

use crate::view_model::controls::{Choosable, Select};

/// A labelled select; `on_choose` is told the value.
#[component]
pub fn SelectField(#[prop(into)] select: Signal<Select>, #[prop(into)] on_choose: Callback<String>) -> impl IntoView {
    let id = Memo::new(move |_| format!("select-{}", select.with(|select| select.id.clone())));
    let reason_id = move || format!("{}-reason", id.get());
    let is_shut = move || select.with(|select| select.shut_because.is_some());
    let picked = move || {
        select.with(|select| select.options.iter().find(|option| option.is_picked).map(|option| option.value.clone()))
    };
    let options = move || {
        let (options, shut) = select.with(|select| (select.options.clone(), select.shut.clone()));
        let option = |it: Choosable| {
            let is_shut = shut.contains(&it.value);
            view! { <option value=it.value selected=it.is_picked disabled=is_shut>{it.label}</option> }
        };
        options.into_iter().map(option).collect_view()
    };
    view! {
        <div class="select-field">
            <label class="select-field__label" for=move || id.get()>{move || select.with(|select| select.label.clone())}</label>
            <select
                class="select-field__select"
                id=move || id.get()
                disabled=is_shut
                aria-describedby=move || is_shut().then(reason_id)
                prop:value=picked
                on:change:target=move |event| on_choose.run(event.target().value())
            >
                {options}
            </select>
            {move || {
                select
                    .with(|select| select.shut_because.clone())
                    .map(|reason| view! { <p class="select-field__reason" id=reason_id()>{reason}</p> })
            }}
        </div>
    }
}
