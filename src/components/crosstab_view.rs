//! One dimension by another as a table with shades, and the choice of what stands in rows and columns.

use leptos::prelude::*;

use super::{
    data_table::{DataTable, Sorting},
    pointing::Pointing,
    select_field::SelectField,
};
use crate::{
    state::place::PlaceState,
    view_model::{
        controls::Select,
        crosstab::{CrosstabChoices, reading},
        table::{Noted, TablePanel},
    },
    words::{crosstab as words, funnel as funnel_words, table as table_words},
};

/// The table with how to read it; `on_pick` is told the code of a row.
#[component]
pub fn CrosstabView(
    #[prop(into)] panel: Signal<Option<TablePanel>>,
    #[prop(into)] on_pick: Callback<String>,
    /// What is to be said of a cell, by row and column.
    notes: Callback<(usize, usize), Option<Noted>>,
    /// The order of its rows, where it is kept elsewhere.
    #[prop(optional_no_strip)]
    sorting: Option<Sorting>,
    /// What is pointed at in other views, and told to them.
    pointing: Pointing,
    /// A name for the parts of this table, of which there may be several on the page.
    #[prop(into)]
    name: String,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let read = move || panel.with(|panel| panel.as_ref().map(|panel| reading(panel, language.get())));
    view! {
        <div class="crosstab">
            <DataTable panel on_pick notes sorting pointing name/>
            <p class="data-table__note crosstab__reading">
                <strong>{move || funnel_words::how_to_read(language.get())}": "</strong>
                {read}
                " "
                <span class="data-table__hint">{move || table_words::sort_hint(language.get())}</span>
            </p>
        </div>
    }
}

/// The choice of rows and columns; both callbacks are told the id of a dimension.
#[component]
pub fn CrosstabControls(
    #[prop(into)] choices: Signal<CrosstabChoices>,
    #[prop(into)] on_rows: Callback<String>,
    #[prop(into)] on_columns: Callback<String>,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let part = move |part: fn(&CrosstabChoices) -> &Select| Memo::new(move |_| choices.with(|it| part(it).clone()));
    let (rows, columns) = (part(|it| &it.rows), part(|it| &it.columns));
    let n_at_least = move |n: usize, select: Memo<Select>| Memo::new(move |_| select.with(|it| it.options.len() >= n));
    let (has_rows, has_columns) = (n_at_least(2, rows), n_at_least(1, columns));
    let can_swap = Memo::new(move |_| choices.with(|it| it.swapped.is_some()));
    let swap = move |_| {
        if let Some(swapped) = choices.with_untracked(|it| it.swapped.clone()) {
            on_columns.run(swapped);
        }
    };
    let reasons = move || {
        let said = choices.with(|it| it.reasons.clone());
        (!said.is_empty()).then(|| {
            let items = said.into_iter().map(|reason| view! { <li>{reason}</li> }).collect_view();
            view! { <ul class="groups__reasons">{items}</ul> }
        })
    };
    view! {
        <form class="groups crosstab__choices" aria-label=move || words::controls(language.get()) on:submit=move |event| event.prevent_default()>
            {move || has_rows.get().then(|| view! { <SelectField select=rows on_choose=on_rows/> })}
            {move || can_swap.get().then(|| view! {
                <button class="button groups__swap" type="button" on:click=swap>{move || words::swap(language.get())}</button>
            })}
            {move || has_columns.get().then(|| view! { <SelectField select=columns on_choose=on_columns/> })}
            {reasons}
        </form>
    }
}
