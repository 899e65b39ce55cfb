//! The list of where more is needed, with the rule it is made by.

use leptos::prelude::*;

use crate::{
    components::heading::Heading,
    pages::explorer::exploring::Exploring,
    view_model::needs::{self, NeedRow, NeedsPanel},
    words::needs as words,
};

/// The parts whose share is largest for certain, with the rule they are listed by.
#[component]
pub(super) fn NeedsCard(exploring: Exploring) -> impl IntoView {
    let panel = exploring.optional(needs::needs);
    let language = exploring.language;
    let row = |row: NeedRow| {
        view! {
            <li class="needs__row" data-code=row.code>
                <span class="needs__name">{row.name}</span>
                <strong class="needs__least">{row.at_least}</strong>
                <span class="needs__figure">{row.figure}</span>
            </li>
        }
    };
    let drawn = move |panel: NeedsPanel| {
        let note = |note| view! { <p class="needs__rule">{note}</p> };
        view! {
            <Heading alone=3 class="heading card__title">{panel.title}</Heading>
            <ol class="needs">{panel.rows.into_iter().map(row).collect_view()}</ol>
            <p class="needs__rule"><strong>{words::rule_title(language.get())}": "</strong>{panel.rule}" "{panel.left_out}</p>
            {panel.notes.into_iter().map(note).collect_view()}
        }
    };
    let body = move || match panel.get() {
        Some(panel) => drawn(panel).into_any(),
        None => view! { <p class="explore__no-map">{words::none(language.get())}</p> }.into_any(),
    };
    view! { <section class="card needs-card">{body}</section> }
}
