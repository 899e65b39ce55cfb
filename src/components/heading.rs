//! A heading of a part that stands by itself on one page and below a question on another.

use leptos::prelude::*;

use crate::state::rank::rank;

/// A heading; it looks as its class says, whatever its rank.
#[component]
pub fn Heading(
    /// Its rank where the part stands by itself.
    alone: u8,
    /// Its look.
    class: &'static str,
    /// Below another heading of the part.
    #[prop(optional)]
    is_below: bool,
    children: Children,
) -> impl IntoView {
    match rank(alone).saturating_add(is_below.into()) {
        ..=2 => view! { <h2 class=class>{children()}</h2> }.into_any(),
        3 => view! { <h3 class=class>{children()}</h3> }.into_any(),
        4 => view! { <h4 class=class>{children()}</h4> }.into_any(),
        5.. => view! { <h5 class=class>{children()}</h5> }.into_any(),
    }
}
