//! Which parts of Explore are shown: all, one of them large, or two side by side.

use leptos::prelude::*;

use super::select_field::SelectField;
use crate::{
    export::address::View,
    model::text::Language,
    state::place::PlaceState,
    view_model::controls::{Choosable, Select},
    words::{crosstab, explore as words, funnel, time},
};

/// The name of a view.
pub fn name(view: View, language: Language) -> &'static str {
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

/// Whether the dataset has what the view shows.
fn can_show(view: View, has_map: bool, has_crosstab: bool) -> bool {
    match view {
        View::Map | View::Funnel => has_map,
        View::Crosstab => has_crosstab,
        _ => true,
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
        let is_shut = move || !can_show(offered, has_map.get(), has_crosstab.get());
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

/// What stands beside the view at hand: nothing, or another of the views, and then the two can change places. Where all is shown there is nothing to add.
#[component]
pub fn Beside(
    #[prop(into)] view: Signal<View>,
    #[prop(into)] beside: Signal<Option<View>>,
    #[prop(into)] has_map: Signal<bool>,
    #[prop(into)] has_crosstab: Signal<bool>,
    #[prop(into)] on_choose: Callback<Option<View>>,
    #[prop(into)] on_change_places: Callback<()>,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let select = Memo::new(move |_| {
        let (view, beside, language) = (view.get(), beside.get(), language.get());
        let nothing = Choosable {
            value: String::new(),
            label: words::beside_nothing(language).to_owned(),
            is_picked: beside.is_none(),
        };
        let offered = View::ALL.into_iter().filter(|it| {
            view.can_have_beside(*it) && (beside == Some(*it) || can_show(*it, has_map.get(), has_crosstab.get()))
        });
        let offered = offered.map(|it| Choosable {
            value: it.id().to_owned(),
            label: name(it, language).to_owned(),
            is_picked: beside == Some(it),
        });
        let options = [nothing].into_iter().chain(offered).collect();
        Select { id: "beside".to_owned(), label: words::beside(language).to_owned(), options, ..Select::default() }
    });
    let has_room = Memo::new(move |_| view.get() != View::All);
    let on_choose = Callback::new(move |id: String| on_choose.run(View::ALL.into_iter().find(|view| view.id() == id)));
    let is_pair = Memo::new(move |_| beside.with(Option::is_some));
    // Said to those who do not see them move.
    let has_changed = RwSignal::new(false);
    let order = move || {
        let (first, second) = (view.get(), beside.get().filter(|_| has_changed.get())?);
        let language = language.get();
        Some(words::places_of_views(language, name(first, language), name(second, language)))
    };
    let press = move |_| {
        has_changed.set(true);
        on_change_places.run(());
    };
    let swap = move || {
        is_pair.get().then(|| {
            view! {
                <button class="button beside__swap" type="button" on:click=press>
                    {move || words::change_places(language.get())}
                </button>
            }
        })
    };
    move || {
        has_room.get().then(|| view! { <div class="beside"><SelectField select on_choose/> {swap} <p class="visually-hidden" role="status">{order}</p></div> })
    }
}
