//! The reader's places: they live as long as the page, and on the device only where the reader has said so.

use leptos::prelude::*;

use crate::{
    browser::keeping,
    load::kept::{read, write},
    model::kept::KeptPlaces,
};

/// What they are kept as on the device. That something stands there is the reader's consent.
const NAME: &str = "insyn-places";

/// The reader's places.
#[derive(Clone, Copy)]
pub struct KeptState {
    places: RwSignal<KeptPlaces>,
    is_remembered: RwSignal<bool>,
    is_refused: RwSignal<bool>,
}

impl KeptState {
    /// Makes the places known to all below: those on the device, where there are any.
    pub fn provide() {
        let text = keeping::kept(NAME);
        let state = Self {
            is_remembered: RwSignal::new(text.is_some()),
            places: RwSignal::new(text.as_deref().map(read).unwrap_or_default()),
            is_refused: RwSignal::new(false),
        };
        provide_context(state);
        // As long as the page: whoever changes them in another window changes them here.
        let listener = keeping::on_change(move || state.read_again());
        on_cleanup({
            let listener = StoredValue::new_local(listener);
            move || listener.dispose()
        });
    }

    /// The places; `provide` must have been called above.
    pub fn get() -> Self {
        expect_context()
    }

    /// The places.
    pub fn places(self) -> RwSignal<KeptPlaces> {
        self.places
    }

    /// Whether they are kept on the device.
    pub fn is_remembered(self) -> RwSignal<bool> {
        self.is_remembered
    }

    /// Whether the browser did not keep them though the reader said so.
    pub fn is_refused(self) -> RwSignal<bool> {
        self.is_refused
    }

    /// A place has been looked at, or a pin put or taken away.
    pub fn change(self, change: impl FnOnce(&mut KeptPlaces)) {
        // Another window may have kept places, or forgotten them, since.
        self.read_again();
        let before = self.places.get_untracked();
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            self.places.set(after);
            if self.is_remembered.get_untracked() {
                self.keep();
            }
        }
    }

    /// What another window has made of the places: its list where it keeps them, no list on the device where the reader has said no there.
    pub fn read_again(self) {
        let text = keeping::kept(NAME);
        let now = text.is_some();
        if let Some(text) = text {
            let mut places = read(&text);
            // Where the other window has said yes just now, what was pinned here stands beside what it keeps.
            let kept = places.clone();
            if !self.is_remembered.get_untracked() {
                self.places.with_untracked(|own| own.pinned().iter().for_each(|code| places.pin(code)));
            }
            if places != kept {
                keeping::keep(NAME, &write(&places));
            }
            if self.places.with_untracked(|own| *own != places) {
                self.places.set(places);
            }
        }
        if self.is_remembered.get_untracked() != now {
            self.is_remembered.set(now);
        }
    }

    /// The reader says that they may be kept on the device.
    pub fn remember(self) {
        let own = self.places.get_untracked();
        self.read_again();
        // What was pinned here before stands beside what another window has kept.
        self.places.update(|places| own.pinned().iter().for_each(|code| places.pin(code)));
        self.is_remembered.set(true);
        self.keep();
    }

    /// The reader says that they may not: all are gone at once, here and on the device.
    pub fn forget(self) {
        keeping::forget(NAME);
        self.is_remembered.set(false);
        self.is_refused.set(false);
        self.places.set(KeptPlaces::default());
    }

    fn keep(self) {
        let is_kept = self.places.with_untracked(|places| keeping::keep(NAME, &write(places)));
        self.is_refused.set(!is_kept);
        if !is_kept {
            // Nor does what stood there before.
            keeping::forget(NAME);
            self.is_remembered.set(false);
        }
    }
}
