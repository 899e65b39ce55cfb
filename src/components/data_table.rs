//! A table that says what the map or the chart says; a row can be picked.

mod cell_notes;
mod copy_rows;
mod rows;

use leptos::{ev, html, prelude::*};

use cell_notes::CellNotes;
use copy_rows::CopyRows;
use rows::{Written, write_row};

use super::{pointer::place_of, pointing::Pointing};
use crate::{
    browser::{document, grid},
    model::text::Language,
    state::place::PlaceState,
    view_model::{
        map::Held,
        table::{Key, Noted, Sort, SortedBy, TableColumn, TablePanel, TableRow, moved_cell, order},
    },
    words::{explore as words, funnel as funnel_words, map as map_words, table as table_words},
};

/// From so many rows on, a table can be searched.
const SEARCHABLE: usize = 12;

/// More rows than this are found by searching: a browser takes long over them.
const MOST_ROWS: usize = 1000;

/// Rows that are shown alone, and the way back to all.
#[derive(Clone, Copy)]
pub struct Only {
    /// Which; none where all are shown.
    pub held: Signal<Option<Held>>,
    /// Told that all shall be shown again.
    pub on_all: Callback<()>,
}

/// The order of the rows, where it is kept elsewhere.
#[derive(Clone, Copy)]
pub struct Sorting {
    /// What they are sorted by; none where they stand as they were given.
    pub by: Signal<Option<SortedBy>>,
    /// Told what they shall be sorted by.
    pub on_sort: Callback<Option<SortedBy>>,
}

/// A table whose row names are buttons that pick, and whose heads are buttons that sort.
#[component]
pub fn DataTable(
    #[prop(into)] panel: Signal<Option<TablePanel>>,
    #[prop(into)] on_pick: Callback<String>,
    /// Whether it says how to read it; a table within a chart's card need not.
    #[prop(optional, into)]
    has_reading: Signal<bool>,
    /// Rows that the reader has asked to see alone.
    #[prop(optional)]
    only: Option<Only>,
    /// What is to be said of a cell, by row and column.
    #[prop(optional)]
    notes: Option<Callback<(usize, usize), Option<Noted>>>,
    /// The order of its rows, where it is kept elsewhere.
    #[prop(optional_no_strip)]
    sorting: Option<Sorting>,
    /// What is pointed at in other views, and told to them.
    #[prop(optional)]
    pointing: Option<Pointing>,
    /// A name for the parts of this table, of which there may be several on the page.
    #[prop(into)]
    name: String,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let rows_id = StoredValue::new(format!("{name}-rows"));
    let (sought, set_sought) = signal(String::new());
    let n_rows = Memo::new(move |_| panel.with(|panel| panel.as_ref().map_or(0, |panel| panel.rows.len())));
    let columns =
        Memo::new(move |_| panel.with(|panel| panel.as_ref().map_or_else(Vec::new, |panel| panel.columns.clone())));
    // The column by its label too: another question may have others, and is not sorted by what the reader did not choose.
    let chosen = RwSignal::new(None::<(Sort, String)>);
    let sort = Memo::new(move |_| match sorting {
        Some(Sorting { by, .. }) => by.with(|by| columns.with(|columns| by.as_ref()?.among(columns))),
        None => {
            let (sort, label) = chosen.get()?;
            columns.with(|columns| columns.get(sort.column).is_some_and(|column| column.label == label)).then_some(sort)
        }
    });
    let press = move |column: usize| {
        let next = Sort::pressed(sort.get_untracked(), column);
        columns.with_untracked(|columns| match sorting {
            Some(Sorting { on_sort, .. }) => on_sort.run(next.and_then(|next| SortedBy::of(next, columns))),
            None => chosen.set(next.zip(columns.get(column).map(|column| column.label.clone()))),
        });
    };
    // Rows by place: another question changes the words in a row, and the row stays where it is, unless the table is sorted.
    let shown = Memo::new(move |_| {
        let sought = sought.get().to_lowercase();
        let held = only.and_then(|only| only.held.get());
        let is_held = |row: &TableRow| held.as_ref().is_none_or(|held| held.codes.contains(&row.code));
        panel.with(|panel| {
            let rows = panel.as_ref().map_or(&[][..], |panel| panel.rows.as_slice());
            let is_sought = |row: &TableRow| {
                row.cells.first().is_some_and(|name| name.to_lowercase().contains(&sought)) && is_held(row)
            };
            let places = order(rows, sort.get()).into_iter();
            places.filter(|place| rows.get(*place).is_some_and(is_sought)).take(MOST_ROWS).collect::<Vec<_>>()
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
    // Always there, so that what comes into it is announced.
    let alone = only.map(|Only { held, on_all }| {
        let all = move || {
            held.with(Option::is_some).then(|| {
                let show_all = move || map_words::show_all(language.get());
                let press = move |_| {
                    on_all.run(());
                    // The button goes, and the keyboard must be somewhere.
                    request_animation_frame(move || rows_id.with_value(|id| document::focus_if_lost(id)));
                };
                view! { <button class="button" type="button" on:click=press>{show_all}</button> }
            })
        };
        view! {
            <div class="data-table__alone">
                <p role="status">{move || held.get().map(|held| held.said)}</p>
                {all}
            </div>
        }
    });
    let caption = move || panel.with(|panel| panel.as_ref().map(|panel| panel.caption.clone()));
    // Words stand behind the numbers: remarks, a verdict, or both.
    let n_words = move || columns.with(|columns| columns.iter().rev().take_while(|column| !column.is_number()).count());
    let header = move || {
        let header = |(place, column): (usize, TableColumn)| {
            let sorted = move || {
                let sort = sort.get().filter(|sort| sort.column == place)?;
                Some(if sort.is_descending { "descending" } else { "ascending" })
            };
            let is_number = column.is_number();
            view! {
                <th scope="col" class=("data-table__number", is_number) aria-sort=sorted>
                    <button class="data-table__sort" type="button" on:click=move |_| press(place)>{column.label}</button>
                </th>
            }
        };
        columns.get().into_iter().enumerate().map(header).collect_view()
    };
    let sorted = move || {
        let sort = sort.get()?;
        columns.with(|columns| {
            let column = columns.get(sort.column)?;
            Some(table_words::sorted(language.get(), &column.label, column.is_number(), sort.is_descending))
        })
    };
    let table = NodeRef::<html::Table>::new();
    let on_click = move |event: ev::MouseEvent| {
        let code = place_of(event.target())
            .and_then(|place| panel.with_untracked(|panel| Some(panel.as_ref()?.rows.get(place)?.code.clone())));
        match (code, table.get_untracked(), grid::cell_of(event.target())) {
            (Some(code), ..) => on_pick.run(code),
            (None, Some(table), Some(cell)) => drop(grid::focus_cell(&table, cell)),
            _ => {}
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        // With Alt or Shift a key is the browser's own.
        if event.alt_key() || event.shift_key() {
            return;
        }
        let is_with_control = event.ctrl_key() || event.meta_key();
        let (Some(key), Some(table)) = (Key::from_name(&event.key(), is_with_control), table.get_untracked()) else {
            return;
        };
        let next = grid::cell_of(event.target()).and_then(|at| moved_cell(key, at, grid::size(&table)));
        if next.is_some_and(|next| grid::focus_cell(&table, next)) {
            event.prevent_default();
        }
    };
    // What is to be said of the cell that the keyboard or the pointer is on.
    let at = RwSignal::new(None::<Noted>);
    let note = move |(row, column): (usize, usize)| {
        let place = row.checked_sub(1).and_then(|row| shown.with_untracked(|shown| shown.get(row).copied()));
        at.set(place.and_then(|place| notes?.run((place, column))));
    };
    // The row that an event is within, by the code that other views know it by.
    let point = move |target: Option<web_sys::EventTarget>| {
        let Some(pointing) = pointing else { return };
        let place = grid::row_of(target).and_then(|row| place_of(grid::name_of(&row).map(Into::into)));
        let code =
            place.and_then(|place| panel.with_untracked(|panel| Some(panel.as_ref()?.rows.get(place)?.code.clone())));
        pointing.point(code);
    };
    let on_focus = move |event: ev::FocusEvent| {
        point(event.target());
        if let Some(cell) = grid::cell_of(event.target()) {
            note(cell);
        }
    };
    // Of another table, or of other rows, something else is to be said.
    Effect::watch(move || (shown.track(), panel.track()), move |_, _, _| at.set(None), false);
    let row = move |place: usize| {
        view! { <tr><th scope="row"><button class="data-table__pick" type="button" tabindex="-1" data-place=place></button></th></tr> }
    };
    let body = NodeRef::<html::Tbody>::new();
    // Written straight into the cells, and only where something changes: a thousand cells are too many to be reactive each.
    Effect::new(move |written: Option<Written>| {
        let places = shown.get();
        let rows = panel.with(|panel| panel.as_ref().map_or_else(Vec::new, |panel| panel.rows.clone()));
        let written = written.filter(|written| written.places == places);
        if let Some(body) = body.get() {
            for (element, place) in document::children(&body).zip(&places) {
                let before = written.as_ref().and_then(|written| written.rows.get(*place));
                if let Some(row) = rows.get(*place).filter(|row| before != Some(row)) {
                    write_row(&element, row, before);
                }
            }
            grid::keep_stop(&body);
        }
        Written { places, rows }
    });
    let lit = pointing.map(|pointing| {
        let place = move |code: &str| panel.with(|panel| panel.as_ref()?.rows.iter().position(|row| row.code == code));
        pointing.place(place)
    });
    // One row bears the class: no other is touched.
    Effect::new(move |before: Option<Option<web_sys::Element>>| {
        // A row that is searched for or sorted is another element, or at another place.
        shown.track();
        let (lit, body) = (lit?.get(), body.get()?);
        let row = lit.and_then(|place| grid::row_at(&body, place));
        let before = before.flatten();
        if before != row {
            for (row, is_lit) in before.iter().map(|row| (row, false)).chain(row.iter().map(|row| (row, true))) {
                drop(row.class_list().toggle_with_force("data-table__row--pointed", is_lit));
            }
        }
        row
    });
    let empty = move || {
        (shown.with(Vec::is_empty))
            .then(|| view! { <p class="data-table__none">{words::table_none(language.get())}</p> })
    };
    // A region that scrolls must be reachable by keyboard, and so must have a name.
    view! {
        <div class="data-table">
            <p class="card__title" aria-hidden="true">{caption}</p>
            {search}
            {alone}
            <div class="data-table__scroll" id=rows_id.get_value() tabindex="0" role="region" aria-label=move || label(caption(), language.get())>
                <table role="grid" node_ref=table on:keydown=on_key on:focusin=on_focus on:focusout=move |event| point(event.related_target()) class="data-table__figures" class=("data-table__figures--remarks", move || n_words() > 0) class=("data-table__figures--verdicts", move || n_words() > 1)>
                    <caption class="visually-hidden">{caption}</caption>
                    <thead><tr>{header}</tr></thead>
                    <tbody node_ref=body on:click=on_click on:pointerover=move |event| point(event.target()) on:pointerleave=move |_| point(None)>
                        <For each=move || shown.get() key=|place| *place let(place)>{row(place)}</For>
                    </tbody>
                </table>
            </div>
            {empty}
            {notes.is_some().then(|| view! { <CellNotes noted=at/> })}
            <p class="data-table__sorted" role="status">{sorted}</p>
            <CopyRows panel shown/>
            {move || has_reading.get().then(|| view! {
                <p class="data-table__note">
                    <strong>{move || funnel_words::how_to_read(language.get())}": "</strong>
                    {move || words::read_table(language.get())}
                    " "
                    <span class="data-table__hint">{move || table_words::sort_hint(language.get())}</span>
                </p>
            })}
            {move || {
                let note = panel.with(|panel| panel.as_ref().map(|panel| panel.note.clone()).unwrap_or_default());
                (!note.is_empty()).then(|| view! { <p class="data-table__note">{note}</p> })
            }}
        </div>
    }
}

fn label(caption: Option<String>, language: Language) -> String {
    format!("{}: {}", words::view_table(language), caption.unwrap_or_default())
}
