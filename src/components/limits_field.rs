//! The field for the reader's own limits of the map's classes: what is wrong stands under it, and what was typed stays in it.

use leptos::prelude::*;

use crate::{
    state::place::PlaceState,
    view_model::limits::{LimitsPanel, typed},
};

/// The field; `on_choose` is told the classes as they stand in an address.
#[component]
pub fn LimitsField(
    #[prop(into)] panel: Signal<LimitsPanel>,
    #[prop(into)] on_choose: Callback<String>,
) -> impl IntoView {
    let language = PlaceState::get().language();
    // What was typed, as long as it is no list of limits.
    let in_vain = RwSignal::new(None::<String>);
    let limits = Memo::new(move |_| panel.with(|panel| panel.text.clone()));
    Effect::new(move |_: Option<()>| {
        limits.track();
        in_vain.set(None);
    });
    let why = Memo::new(move |_| in_vain.with(|text| typed(text.as_deref()?, language.get()).err()));
    let on_change = move |text: String| match typed(&text, language.get_untracked()) {
        Ok(classes) => {
            in_vain.set(None);
            on_choose.run(classes);
        }
        Err(_) => in_vain.set(Some(text)),
    };
    let is_wrong = move || why.with(Option::is_some);
    view! {
        <div class="select-field limits-field">
            <label class="select-field__label" for="limits">{move || panel.with(|panel| panel.label.clone())}</label>
            <input
                class="limits-field__input"
                id="limits"
                type="text"
                autocomplete="off"
                spellcheck="false"
                aria-describedby="limits-hint limits-wrong"
                aria-invalid=move || is_wrong().then_some("true")
                prop:value=move || in_vain.get().unwrap_or_else(|| limits.get())
                on:change:target=move |event| on_change(event.target().value())
            />
            <p class="select-field__reason" id="limits-hint">{move || panel.with(|panel| panel.hint.clone())}</p>
            <p class="limits-field__wrong" id="limits-wrong" role="status">{move || why.get()}</p>
        </div>
    }
}
