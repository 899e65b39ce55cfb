//! The figure of the picked cell: the number large, its n and interval, what qualifies it, where it stands.

use leptos::prelude::*;

use crate::{components::facts::SourceLink, view_model::figure::FigurePanel};

/// The card of the picked cell. What it says is spoken when it changes.
#[component]
pub fn FigureCard(
    #[prop(into)] panel: Signal<Option<FigurePanel>>,
    /// The way to the page of the picked place: its words and its address.
    #[prop(into)]
    more: Signal<Option<(String, String)>>,
) -> impl IntoView {
    let card = move || {
        panel.get().map(|panel| {
            view! {
                <h2 class="figure-card__place">{panel.place.clone()}</h2>
                <p class="figure-card__what">{panel.what.clone()}</p>
                <FigureSaid panel/>
            }
        })
    };
    view! {
        <section class="card figure-card">
            {card}
            {move || more.get().map(|(words, href)| view! { <p class="figure-card__more"><a href=href>{words}</a></p> })}
            <p class="visually-hidden" aria-live="polite">{move || panel.with(|panel| panel.as_ref().map(|panel| panel.spoken.clone()))}</p>
        </section>
    }
}

/// The number large, its n and interval beside it, the verdict, what qualifies it.
#[component]
pub fn FigureSaid(panel: FigurePanel) -> impl IntoView {
    let asides = [panel.counts, panel.interval];
    view! {
        <div class="figure-card__row">
            <p class="figure-card__value" class=("figure-card__value--absent", !panel.is_known)>{panel.value}</p>
            <div class="figure-card__asides">
                {asides.into_iter().flatten().map(|aside| view! { <p>{aside}</p> }).collect_view()}
            </div>
        </div>
        {panel.verdict.filter(|verdict| !verdict.sentence.is_empty()).map(|verdict| view! {
            <p class=format!("figure-card__verdict verdict verdict--{}", verdict.kind.id())>{verdict.sentence}</p>
        })}
        {panel.caution.into_iter().map(|caution| view! { <p class="figure-card__remark">{caution}</p> }).collect_view()}
        {panel.remarks.into_iter().map(|remark| view! { <p class="figure-card__remark">{remark}</p> }).collect_view()}
        {panel.source.map(|source| view! { <p class="figure-card__source"><SourceLink source/></p> })}
    }
}
