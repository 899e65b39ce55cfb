//! The order of the rows of Explore's own table, as the address has it: kept as long as the column is there, told where it never was.

use leptos::prelude::*;

use super::exploring::Exploring;
use crate::{
    components::data_table::Sorting,
    export::address::{Address, Page},
    model::text::Language,
    state::place::PlaceState,
    view_model::table::{SortedBy, TablePanel},
    words::trouble,
};

/// The order that the address asks for, and what has become of it.
#[derive(Clone, Copy)]
pub struct SortState {
    place: PlaceState,
    by: Memo<Option<SortedBy>>,
    /// The newest that a table here has been sorted by.
    applied: StoredValue<Option<SortedBy>>,
    in_vain: RwSignal<Option<SortedBy>>,
}

impl SortState {
    /// The order that the address at hand asks for.
    pub fn here() -> Self {
        let place = PlaceState::get();
        let address = place.address();
        Self {
            place,
            by: Memo::new(move |_| address.with(|address| address.sort.clone())),
            applied: StoredValue::new(None),
            in_vain: RwSignal::new(None),
        }
    }

    /// What the address asks for.
    pub fn by(self) -> Option<SortedBy> {
        self.by.get_untracked()
    }

    /// A sentence where an address has asked for a column that is not there.
    pub fn said(self, language: Language) -> Option<String> {
        let by = self.in_vain.get()?;
        Some(trouble::ignored_part(language, &format!("sort={}", by.text())))
    }

    /// The reader has chosen anew: what was asked for in vain is no longer told, nor is an order that a link had for a table not yet seen.
    pub fn forget(self) {
        self.in_vain.set(None);
        self.applied.set_value(self.by());
    }

    /// The order of this table; where it has no such column, the address is put right.
    pub fn of_table(self, exploring: Exploring, panel: Memo<Option<TablePanel>>) -> Sorting {
        let address = self.place.address();
        let dataset = exploring.cleared.with_value(|cleared| cleared.cube().dataset.id.clone());
        Effect::new(move |_: Option<()>| {
            // An address that has moved on, to another page or dataset, is not this table's, nor are rows that come later.
            let is_own = address.with(|address| address.choice.dataset.as_ref() == Some(&dataset));
            if !is_own || self.place.page().get() != Some(Page::Explore) || exploring.is_late.get() {
                return;
            }
            let Some(by) = self.by.get() else { return };
            match panel.with(|panel| Some(by.among(&panel.as_ref()?.columns).is_some())) {
                Some(true) => self.applied.set_value(Some(by)),
                Some(false) => self.leave_out(by),
                None => {}
            }
        });
        let on_sort = Callback::new(move |sort: Option<SortedBy>| {
            self.forget();
            self.place.go(Page::Explore, Address { sort, ..address.get_untracked() });
        });
        Sorting { by: self.by.into(), on_sort }
    }

    /// Told only of a link: what the reader was sorting by goes with its column.
    fn leave_out(self, by: SortedBy) {
        if self.applied.with_value(|applied| applied.as_ref() != Some(&by)) {
            self.in_vain.set(Some(by.clone()));
        }
        // The router writes a new address into the history after the views have seen it: the correction must come after that.
        request_animation_frame(move || {
            let at_hand = self.place.address().get_untracked();
            if at_hand.sort.as_ref() == Some(&by) {
                self.place.correct(Page::Explore, Address { sort: None, ..at_hand });
            }
        });
    }
}
