//! Which parts of Explore are shown: all, or one of them large.

use leptos::prelude::*;

use crate::{
    export::address::View,
    model::text::Language,
    state::place::PlaceState,
    words::{crosstab, explore as words, funnel, time},
};

/// The name of a view.
fn name(view: View, language: Language) -> &'static str {
    match view {
        View::All => words::view_all(language),
        View::Map => words::view_map(language),
        View::Chart => words::view_chart(language),
        View::Funnel => funnel::view(language),
        View::Difference => words::view_difference(language),
        View::Time => time::view(language),
        View::Crosstab => crosstab::view(language),
        View::Table => words::view_table(language),
    }
}

/// A row of buttons, one for each view that can be shown.
#[component]
pub fn ViewSwitch(
    #[prop(into)] view: Signal<View>,
    #[prop(into)] has_map: Signal<bool>,
    /// Whether there are two dimensions to cross.
    #[prop(into)]
    has_crosstab: Signal<bool>,
    #[prop(into)] on_choose: Callback<View>,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let button = move |offered: View| {
        let is_chosen = move || view.get() == offered;
        let is_shut = move || match offered {
            View::Map | View::Funnel => !has_map.get(),
            View::Crosstab => !has_crosstab.get(),
            _ => false,
        };
        let reason = move || match offered {
            View::Map | View::Funnel => words::no_map(language.get()),
            _ => crosstab::one_dimension(language.get()),
        };
        view! {
            <button
                class="view-switch__button"
                type="button"
                aria-pressed=move || if is_chosen() { "true" } else { "false" }
                disabled=is_shut
                title=move || is_shut().then(reason)
                on:click=move |_| on_choose.run(offered)
            >
                {move || name(offered, language.get())}
            </button>
        }
    };
    view! {
        <div class="view-switch" role="group" aria-label=move || words::view(language.get())>
            {View::ALL.map(button).collect_view()}
        </div>
    }
}
