//! A few bars, small enough to stand under a link: each with its name and its figure in words.

use leptos::prelude::*;

use crate::view_model::theme_picture::{PicturePanel, SmallBar};

/// The bars, on one scale.
#[component]
pub fn SmallBars(panel: PicturePanel) -> impl IntoView {
    let bar = |SmallBar { label, value, length }: SmallBar| {
        view! {
            <li class="small-bars__row">
                <span class="small-bars__label">{label}</span>
                " "
                <strong class="small-bars__value">{value}</strong>
                <svg class="small-bars__bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                    <rect width=format!("{length:.1}") height="4"/>
                </svg>
            </li>
        }
    };
    view! {
        <figure class="small-bars">
            <figcaption class="small-bars__caption">{panel.caption}</figcaption>
            <ul class="small-bars__rows">{panel.bars.into_iter().map(bar).collect_view()}</ul>
        </figure>
    }
}
