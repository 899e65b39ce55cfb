//! A table that says what the map or the chart says; a row can be picked.

use leptos::prelude::*;

use crate::{
    model::text::Language,
    state::place::PlaceState,
    view_model::table::{TablePanel, TableRow},
    words::explore as words,
};

/// From so many rows on, a table can be searched.
const SEARCHABLE: usize = 12;

/// A table whose row names are buttons that pick.
#[component]
pub fn DataTable(
    #[prop(into)] panel: Signal<Option<TablePanel>>,
    #[prop(into)] on_pick: Callback<String>,
    /// A name for the parts of this table, of which there may be several on the page.
    name: &'static str,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let (sought, set_sought) = signal(String::new());
    let n_rows = Memo::new(move |_| panel.with(|panel| panel.as_ref().map_or(0, |panel| panel.rows.len())));
    let shown = Memo::new(move |_| {
        let sought = sought.get().to_lowercase();
        panel.with(|panel| {
            let rows = panel.iter().flat_map(|panel| &panel.rows);
            rows.filter(|row| row.cells.first().is_some_and(|name| name.to_lowercase().contains(&sought)))
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    let search = move || {
        (n_rows.get() >= SEARCHABLE).then(|| {
            let id = format!("{name}-search");
            view! {
                <div class="data-table__search">
                    <label for=id.clone()>{move || words::table_filter(language.get())}</label>
                    <input
                        id=id
                        class="input"
                        type="search"
                        autocomplete="off"
                        prop:value=sought
                        on:input:target=move |event| set_sought.set(event.target().value())
                    />
                    <p class="data-table__count" role="status">
                        {move || words::rows_shown(language.get(), shown.with(Vec::len), n_rows.get())}
                    </p>
                </div>
            }
        })
    };
    let caption = move || panel.with(|panel| panel.as_ref().map(|panel| panel.caption.clone()));
    let header = move || {
        let columns = panel.get().map(|panel| panel.columns).unwrap_or_default();
        let header = |column: crate::view_model::table::TableColumn| {
            view! { <th scope="col" class=("data-table__number", column.is_number)>{column.label}</th> }
        };
        columns.into_iter().map(header).collect_view()
    };
    let is_number = move |place: usize| {
        panel.with_untracked(|panel| {
            panel.as_ref().and_then(|panel| panel.columns.get(place)).is_some_and(|column| column.is_number)
        })
    };
    let row = move |row: TableRow| {
        let mut cells = row.cells.into_iter();
        let label = cells.next().unwrap_or_default();
        let code = row.code;
        let cells = cells.enumerate().map(|(place, cell)| {
            view! { <td class=("data-table__number", is_number(place + 1))>{cell}</td> }
        });
        view! {
            <tr class=("data-table__row--picked", row.is_picked)>
                <th scope="row">
                    <button
                        class="data-table__pick"
                        type="button"
                        aria-pressed=if row.is_picked { "true" } else { "false" }
                        on:click=move |_| on_pick.run(code.clone())
                    >
                        {label}
                    </button>
                </th>
                {cells.collect_view()}
            </tr>
        }
    };
    let empty = move || {
        (shown.with(Vec::is_empty))
            .then(|| view! { <p class="data-table__none">{words::table_none(language.get())}</p> })
    };
    // A region that scrolls must be reachable by keyboard, and so must have a name.
    view! {
        <div class="data-table">
            <p class="card__title" aria-hidden="true">{caption}</p>
            {search}
            <div class="data-table__scroll" tabindex="0" role="region" aria-label=move || label(caption(), language.get())>
                <table>
                    <caption class="visually-hidden">{caption}</caption>
                    <thead><tr>{header}</tr></thead>
                    <tbody>
                        <For each=move || shown.get() key=|row| row.clone() let(item)>{row(item)}</For>
                    </tbody>
                </table>
            </div>
            {empty}
        </div>
    }
}

fn label(caption: Option<String>, language: Language) -> String {
    format!("{}: {}", words::view_table(language), caption.unwrap_or_default())
}
