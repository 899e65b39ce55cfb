//! What is to be said of the cell at hand, below its table.

use leptos::prelude::*;

use crate::{components::facts::SourceLink, view_model::table::Noted};

/// The cell, its remarks, which are spoken, and its source.
#[component]
pub fn CellNotes(noted: RwSignal<Option<Noted>>) -> impl IntoView {
    let cell = move || noted.with(|noted| noted.as_ref().map(|noted| noted.cell.clone()));
    // Always there, so that what comes into it is announced.
    let remarks = move || noted.with(|noted| noted.as_ref().map(|noted| noted.remarks.join(" ")));
    let source = move || noted.with(|noted| noted.as_ref().and_then(|noted| noted.source.clone()));
    view! {
        <div class="data-table__cell" class=("data-table__cell--on", move || noted.with(Option::is_some))>
            {move || cell().map(|cell| view! { <p><strong>{cell}</strong></p> })}
            <p role="status">{remarks}</p>
            {move || source().map(|source| view! { <p><SourceLink source/></p> })}
        </div>
    }
}
