//! The flow of a count from stage to stage.

use leptos::prelude::*;

use crate::{
    components::flow_view::FlowView, pages::explorer::exploring::Exploring, view_model::flow, words::flow as words,
};

/// The flow, or why there is none.
#[component]
pub(super) fn FlowCard(exploring: Exploring) -> impl IntoView {
    let panel = exploring.optional(flow::panel);
    let language = exploring.language;
    let body = move || match panel.get() {
        Some(panel) => view! { <FlowView panel/> }.into_any(),
        None => view! { <p class="explore__no-map">{words::none(language.get())}</p> }.into_any(),
    };
    view! { <section class="card flow-card">{body}</section> }
}
