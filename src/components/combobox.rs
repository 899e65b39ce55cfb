//! What an editable combobox by the ARIA pattern knows, and what its keys do, however its list looks.

use leptos::{ev, prelude::*};

use crate::browser::document;

/// A box to type in and the list below it. Its parts bear its name: `start-input`, `start-list`, `start-option-0`.
#[derive(Clone, Copy)]
pub struct Combobox {
    name: &'static str,
    typed: RwSignal<String>,
    is_open: RwSignal<bool>,
    /// The option that Enter picks.
    active: RwSignal<Option<usize>>,
}

impl Combobox {
    /// A shut one.
    pub fn new(name: &'static str, typed: RwSignal<String>) -> Self {
        Self { name, typed, is_open: RwSignal::new(false), active: RwSignal::new(None) }
    }

    /// The id of one of its parts.
    pub fn id(self, part: &str) -> String {
        format!("{}-{part}", self.name)
    }

    /// The id of an option.
    pub fn option_id(self, place: usize) -> String {
        self.id(&format!("option-{place}"))
    }

    /// Whether it is open; the list may still have nothing to show.
    pub fn is_open(self) -> bool {
        self.is_open.get()
    }

    /// The option that Enter picks, by id.
    pub fn active_id(self) -> Option<String> {
        self.active.get().map(|place| self.option_id(place))
    }

    /// Whether Enter picks this option, as an attribute has it.
    pub fn is_selected(self, place: usize) -> &'static str {
        if self.active.get() == Some(place) { "true" } else { "false" }
    }

    /// Something is typed: another list, of which nothing is about to be picked.
    pub fn write(self, text: String) {
        self.typed.set(text);
        self.rest();
        self.open();
    }

    /// Opens the list.
    pub fn open(self) {
        self.is_open.set(true);
    }

    /// The list has changed: what was about to be picked still is, where `moved` says that it now stands; if nowhere, nothing is.
    pub fn follow(self, moved: impl FnOnce(usize) -> Option<usize>) {
        let Some(place) = self.active.get_untracked() else { return };
        match moved(place) {
            Some(new) if new == place => {}
            Some(new) => {
                self.active.set(Some(new));
                // The new list is not written yet.
                request_animation_frame(move || document::scroll_into_list(&self.option_id(new)));
            }
            None => self.rest(),
        }
    }

    /// Nothing is about to be picked.
    fn rest(self) {
        self.active.try_set(None);
    }

    /// Puts the list away; a button beside the box may still pick what was about to be picked.
    pub fn fold(self) {
        self.is_open.try_set(false);
    }

    /// Puts the list away, and nothing is about to be picked.
    pub fn shut(self) {
        self.fold();
        self.rest();
    }

    /// The option that Enter or a button picks: the one gone to, else the first where something is typed.
    pub fn asked(self) -> Option<usize> {
        let is_typed = self.typed.with_untracked(|typed| !typed.trim().is_empty());
        self.active.get_untracked().or(is_typed.then_some(0))
    }

    fn move_to(self, place: usize) {
        self.open();
        self.active.set(Some(place));
        document::scroll_into_list(&self.option_id(place));
    }

    /// A key pressed in the box, while the list has so many options.
    pub fn keydown(self, event: &ev::KeyboardEvent, n_options: usize, submit: impl FnOnce()) {
        let last = n_options.checked_sub(1);
        let from = self.active.get_untracked();
        match (event.key().as_str(), last) {
            ("ArrowDown", Some(last)) => self.move_to(from.filter(|place| *place < last).map_or(0, |place| place + 1)),
            ("ArrowUp", Some(last)) => self.move_to(from.and_then(|place| place.checked_sub(1)).unwrap_or(last)),
            ("Enter", _) => submit(),
            // What lies around the box has its own use of the key, once the list is shut.
            ("Escape", _) if self.is_open.get_untracked() => {
                self.shut();
                event.stop_propagation();
            }
            ("Escape", _) => self.typed.set(String::new()),
            _ => return,
        }
        event.prevent_default();
    }
}
