//! What a native list has in it, whatever stands around it.

use leptos::prelude::*;

use crate::view_model::controls::{Choosable, Select};

/// The value chosen in a select.
pub fn picked(select: &Select) -> Option<String> {
    select.options.iter().find(|option| option.is_picked).map(|option| option.value.clone())
}

/// The options of a select; those that cannot be chosen now are shut.
pub fn options(select: Select) -> impl IntoView {
    let Select { options, shut, .. } = select;
    let option = |it: Choosable| {
        let is_shut = shut.contains(&it.value);
        view! { <option value=it.value selected=it.is_picked disabled=is_shut>{it.label}</option> }
    };
    options.into_iter().map(option).collect_view()
}
