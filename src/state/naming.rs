//! The names of parts that may stand on one page several times: each has a name of its own, for labels and tests to find it by.

use leptos::{context::Provider, prelude::*};

/// What is put behind the names of all parts below.
#[derive(Clone)]
struct Ending(String);

/// Gives the parts within it names that end so.
#[component]
pub fn Named(
    /// What tells these parts from the others of their kind.
    ending: String,
    children: Children,
) -> impl IntoView {
    view! { <Provider value=Ending(format!("-{ending}"))>{children()}</Provider> }
}

/// The name of a part here: the plain one where it stands on the page once. To be called while the part is made.
pub fn own(name: &str) -> String {
    let ending = use_context::<Ending>().map(|ending| ending.0).unwrap_or_default();
    format!("{name}{ending}")
}
