//! The button that copies the rows that are shown.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::clipboard, export::table_tsv::table_tsv, state::place::PlaceState, view_model::table::TablePanel,
    words::table as words,
};

/// The button, and what came of it. `shown`: the rows, by place, in their order.
#[component]
pub fn CopyRows(panel: Signal<Option<TablePanel>>, shown: Memo<Vec<usize>>) -> impl IntoView {
    let language = PlaceState::get().language();
    let copied = RwSignal::new(None::<Result<usize, ()>>);
    // What was copied is no longer what stands there.
    Effect::watch(move || (shown.get(), panel.track()), move |_, _, _| copied.set(None), false);
    let copy = move |_| {
        let places = shown.get_untracked();
        let text = panel
            .with_untracked(|panel| panel.as_ref().map(|panel| table_tsv(panel, &places, language.get_untracked())));
        let Some(text) = text else { return };
        // So that a second copy is told too.
        copied.set(None);
        spawn_local(async move {
            let is_there = clipboard::write(&text).await;
            // Nobody may be there any more to tell.
            let _ = copied.try_set(Some(if is_there { Ok(places.len()) } else { Err(()) }));
        });
    };
    let said_of_copy = move || match copied.get()? {
        Ok(n_rows) => Some(words::copied(language.get(), n_rows)),
        Err(()) => Some(words::not_copied(language.get()).to_owned()),
    };
    view! {
        <div class="data-table__copy">
            <button class="button" type="button" on:click=copy>{move || words::copy(language.get())}</button>
            <p class="data-table__copied" role="status">{said_of_copy}</p>
        </div>
    }
}
