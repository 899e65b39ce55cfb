//! The rank of headings, where the same part stands by itself on one page and below a question on another.

use leptos::{context::Provider, prelude::*};

/// The rank of headings here.
#[derive(Clone, Copy)]
struct Rank(u8);

/// Gives the headings within it a rank: 3 for those below one of rank 2.
#[component]
pub fn Ranked(
    /// The rank.
    rank: u8,
    children: Children,
) -> impl IntoView {
    view! { <Provider value=Rank(rank)>{children()}</Provider> }
}

/// The rank of a heading here; `alone` where nothing is said of it.
pub fn rank(alone: u8) -> u8 {
    use_context::<Rank>().map_or(alone, |rank| rank.0)
}
