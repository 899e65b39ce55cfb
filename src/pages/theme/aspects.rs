//! What the questions of a theme can be chosen by, and how many are left.

use leptos::prelude::*;

use crate::{
    export::{address::Page, theme_address::ThemeAddress},
    model::theme::{Aspect, AspectFamily, Theme},
    state::place::PlaceState,
    words::aspects as words,
};

/// A button for each aspect, one for all questions, and what is shown in words. `questions` are what each is about.
#[component]
pub(super) fn AspectFilter(theme: Theme, questions: Vec<Vec<Aspect>>, chosen: Memo<Option<Aspect>>) -> impl IntoView {
    let place = PlaceState::get();
    let language = place.language();
    let n_all = questions.len();
    let n_left = move |of: Option<Aspect>| questions.iter().filter(|aspects| Aspect::is_left(of, aspects)).count();
    let n_left = StoredValue::new(n_left);
    let button = move |offered: Option<Aspect>| {
        let is_chosen = move || chosen.get() == offered;
        let choose = move |_| {
            let now = chosen.get_untracked();
            // Pressed once more, it lets go.
            let next = offered.filter(|_| now != offered);
            if next != now {
                place.go(Page::Theme(theme), ThemeAddress::to(language.get_untracked(), next));
            }
        };
        let name = move || match offered {
            Some(aspect) => words::name(language.get(), aspect),
            None => words::all(language.get()),
        };
        view! {
            <button
                class="aspects__choice"
                type="button"
                data-code=offered.map(Aspect::id)
                aria-pressed=move || if is_chosen() { "true" } else { "false" }
                on:click=choose
            >
                {name}
                " "
                <span class="aspects__count">{n_left.with_value(|n_left| n_left(offered))}</span>
            </button>
        }
    };
    let family = move |(id, family): (&'static str, AspectFamily)| {
        let aspects = Aspect::ALL.into_iter().filter(|aspect| aspect.family() == family);
        view! {
            <div class="aspects__family" role="group" aria-labelledby=id>
                <p class="aspects__label" id=id>{move || words::family(language.get(), family)}</p>
                <div class="aspects__choices">{aspects.map(|aspect| button(Some(aspect))).collect_view()}</div>
            </div>
        }
    };
    let families =
        [("aspects-perspectives", AspectFamily::Perspective), ("aspects-indicators", AspectFamily::Indicator)];
    let status = move || {
        let chosen = chosen.get();
        words::status(language.get(), chosen, n_left.with_value(|n_left| n_left(chosen)), n_all)
    };
    let counted = move || {
        let chosen = chosen.get()?;
        Some(view! { <p class="theme__counted">{words::counted(language.get(), chosen)}</p> })
    };
    view! {
        <div class="aspects" role="group" aria-labelledby="aspects">
            <h2 class="theme__label" id="aspects">{move || words::title(language.get())}</h2>
            <div class="aspects__choices">{button(None)}</div>
            {families.map(family).collect_view()}
        </div>
        <p class="theme__status" role="status">{status}</p>
        {counted}
    }
}
