//! What the pointer or the keyboard is on: one view tells, and all views of the same dimension mark it.

use leptos::prelude::*;

/// What is pointed at in any of the views.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointed {
    /// The id of its dimension: a year may be written as a municipality's code is.
    pub dimension: String,
    /// Its code.
    pub code: String,
}

/// What is pointed at, as one view sees it and tells it.
#[derive(Clone, Copy)]
pub struct Pointing {
    pointed: RwSignal<Option<Pointed>>,
    dimension: Memo<Option<String>>,
}

impl Pointing {
    /// For a view of a dimension, by id. When the view goes, nothing is pointed at.
    pub fn new(pointed: RwSignal<Option<Pointed>>, dimension: Memo<Option<String>>) -> Self {
        // The signal may be gone before the view.
        on_cleanup(move || drop(pointed.try_set(None)));
        Self { pointed, dimension }
    }

    /// Tells what the pointer or the keyboard is on in this view, by code. What is told already disturbs nobody.
    pub fn point(self, code: Option<String>) {
        // A view that goes takes the keyboard from its rows, and tells so when nobody is there any more.
        let dimension = self.dimension.try_get_untracked().flatten();
        let next = dimension.zip(code).map(|(dimension, code)| Pointed { dimension, code });
        if self.pointed.try_with_untracked(|pointed| *pointed != next) == Some(true) {
            drop(self.pointed.try_set(next));
        }
    }

    /// The place in this view of what is pointed at in any, where it is found by its code.
    pub fn place(self, find: impl Fn(&str) -> Option<usize> + Send + Sync + 'static) -> Memo<Option<usize>> {
        Memo::new(move |_| {
            self.pointed.with(|pointed| {
                let pointed = pointed.as_ref()?;
                let is_ours = self.dimension.with(|dimension| dimension.as_ref() == Some(&pointed.dimension));
                is_ours.then(|| find(&pointed.code)).flatten()
            })
        })
    }
}
