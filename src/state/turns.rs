//! Parts of a page that are built one after the other, each in a task of its own, so that the first can be read while the last is built.

use leptos::{prelude::*, task::spawn_local};

use crate::browser::pause::next_task;

/// How many parts have had their turn.
#[derive(Clone, Copy)]
pub struct Turns {
    n_come: RwSignal<usize>,
    n_all: usize,
}

impl Turns {
    /// The first turn comes when what is at hand has been built.
    pub fn begin(n_all: usize) -> Self {
        let n_come = RwSignal::new(0);
        spawn_local(async move {
            for n in 1..=n_all {
                next_task().await;
                // The page has been left meanwhile.
                if n_come.try_set(n).is_some() {
                    return;
                }
            }
        });
        Self { n_come, n_all }
    }

    /// Whether a part's turn has come; parts are counted from 0.
    pub fn of(self, part: usize) -> Memo<bool> {
        Memo::new(move |_| self.n_come.get() > part)
    }

    /// Whether all parts have had their turn.
    pub fn are_over(self) -> bool {
        self.n_come.get() == self.n_all
    }
}
