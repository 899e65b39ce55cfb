//! How large the page's words are, for what does not follow them by itself.

use leptos::{context::Provider, prelude::*};

use crate::browser::document;

/// How much larger the page's words are than a browser's own.
#[derive(Clone, Copy)]
pub struct TextScale(Option<RwSignal<f64>>);

impl TextScale {
    /// One that is looked at again when [`measure`](Self::measure) says so.
    pub fn followed() -> Self {
        Self(Some(RwSignal::new(document::text_scale())))
    }

    /// That of the part of the page that is being made.
    pub fn here() -> Self {
        use_context().unwrap_or(Self(None))
    }

    /// How much larger.
    pub fn get(self) -> f64 {
        self.0.map_or_else(document::text_scale, |scale| scale.get())
    }

    /// The size of the words may have changed.
    pub fn measure(self) {
        let now = document::text_scale();
        if let Some(scale) = self.0.filter(|scale| scale.get_untracked().to_bits() != now.to_bits()) {
            scale.set(now);
        }
    }
}

/// Makes it known to the parts within it.
#[component]
pub fn Lettered(
    /// The size that they follow.
    scale: TextScale,
    children: Children,
) -> impl IntoView {
    view! { <Provider value=scale>{children()}</Provider> }
}
