//! The patterns of areas without a figure, as fine on the screen in a map of any scale.

use leptos::prelude::*;

/// The patterns of one drawing; `unit` is how much of its grid is a pixel on the screen, about.
///
/// The style sheet (`map.css`) knows the names.
#[component]
pub fn Hatching(name: &'static str, #[prop(into)] unit: Signal<f64>) -> impl IntoView {
    let size = move || format!("{:.2}", unit.get() * 6.0);
    let of = move |share: f64| move || format!("{:.2}", unit.get() * 6.0 * share);
    view! {
        <defs>
            <pattern id=format!("{name}-hidden") patternUnits="userSpaceOnUse" width=size height=size patternTransform="rotate(45)">
                <rect class="hatch__ground" width=size height=size/>
                <rect class="hatch__line" width=of(0.28) height=size/>
            </pattern>
            <pattern id=format!("{name}-missing") patternUnits="userSpaceOnUse" width=size height=size>
                <rect class="hatch__ground" width=size height=size/>
                <circle class="hatch__line" cx=of(0.5) cy=of(0.5) r=of(0.17)/>
            </pattern>
        </defs>
    }
}
