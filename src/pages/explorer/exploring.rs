//! The dataset at hand, the question put to it, and the panels made of the two.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::pause::next_picture,
    components::pointing::{Pointed, Pointing},
    gate::Cleared,
    model::{choice::part_of, text::Language},
    query::question::Question,
    view_model::{
        asked::Asked,
        choosing,
        context::Context,
        map::Shade,
        table::{Noted, TablePanel, noted},
    },
};

/// A question and the answers to it.
#[derive(PartialEq)]
pub struct Answered {
    /// What is asked.
    pub question: Question,
    /// The answers.
    pub asked: Asked,
}

/// The dataset and the question put to it.
#[derive(Clone, Copy)]
pub struct Exploring {
    /// The dataset.
    pub cleared: StoredValue<Arc<Cleared>>,
    /// What is asked; none until the address has been understood.
    pub question: Memo<Option<Question>>,
    /// What is asked and answered: the newest question, or where a card comes later the one before.
    pub answered: Signal<Option<Arc<Answered>>>,
    /// Whether a newer question has been answered.
    pub is_late: Signal<bool>,
    /// The reader's.
    pub language: Memo<Language>,
    /// The shade of the map whose areas the reader wants to see apart from the others.
    pub held: RwSignal<Option<Shade>>,
    /// What the pointer or the keyboard is on in one view, for all to mark.
    pub pointed: RwSignal<Option<Pointed>>,
    /// Puts another question; Back undoes it.
    pub choose: Callback<Question>,
    /// Puts another question in place of the one at hand: Back skips it.
    pub pass: Callback<Question>,
}

impl Exploring {
    /// A panel of the question at hand.
    pub fn panel<T: PartialEq + Send + Sync + 'static>(self, make: fn(Context) -> T) -> Memo<Option<T>> {
        Memo::new(move |_| self.with(make))
    }

    /// What is worked out of the question at hand and its answers.
    pub fn with<T>(self, make: impl FnOnce(Context) -> T) -> Option<T> {
        self.answered.with(|answered| {
            let Answered { question, asked } = answered.as_deref()?;
            let language = self.language.get();
            self.cleared.with_value(|cleared| Some(make(Context { cleared, question, asked, language })))
        })
    }

    /// The same for a card that may come so many pictures later than the first, so that the first need not wait for it.
    pub fn later(self, n_pictures: usize) -> Self {
        let newest = self.answered;
        let answered = RwSignal::new(newest.get_untracked());
        let is_same = |one: &Option<Arc<Answered>>, other: &Option<Arc<Answered>>| match (one, other) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        let is_late = move || newest.with(|newest| answered.with(|answered| !is_same(newest, answered)));
        Effect::new(move |_: Option<()>| {
            let next = newest.get();
            spawn_local(async move {
                for _ in 0..n_pictures {
                    next_picture().await;
                }
                // Only the newest, and only while there is somebody to show it to.
                if newest.try_with_untracked(|newest| is_same(newest, &next)) == Some(true)
                    && answered.try_with_untracked(|answered| is_same(answered, &next)) == Some(false)
                {
                    answered.set(next);
                }
            });
        });
        Self { answered: answered.into(), is_late: Signal::derive(is_late), ..self }
    }

    /// The same, of a panel that may not be there.
    pub fn optional<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        make: fn(Context) -> Option<T>,
    ) -> Memo<Option<T>> {
        let panel = self.panel(make);
        Memo::new(move |_| panel.get().flatten())
    }

    /// Puts another question: the one at hand with one part changed.
    pub fn change(self, part: &str, value: &str) {
        self.put(part, value, self.choose);
    }

    /// The same without a trace in the history.
    pub fn pass(self, part: &str, value: &str) {
        self.put(part, value, self.pass);
    }

    fn put(self, part: &str, value: &str, put: Callback<Question>) {
        let next = self.question.with_untracked(|question| {
            let question = question.as_ref()?;
            self.cleared.with_value(|cleared| choosing::changed(cleared, question, part, value))
        });
        if let Some(next) = next {
            put.run(next);
        }
    }

    /// What is to be said of a cell of a table of the question at hand, by row and column.
    pub fn notes(self, panel: Memo<Option<TablePanel>>) -> Callback<(usize, usize), Option<Noted>> {
        Callback::new(move |(row, column): (usize, usize)| {
            let panel = panel.get_untracked()?;
            untrack(|| self.with(|context| noted(context, &panel, row, column))).flatten()
        })
    }

    /// What is pointed at, as a view of the dimension sees it.
    pub fn pointing(self, dimension: fn(Context) -> Option<usize>) -> Pointing {
        let id = move |context: Context| Some(context.dimension(dimension(context)?)?.id.clone());
        Pointing::new(self.pointed, Memo::new(move |_| self.with(id).flatten()))
    }

    /// What is told the code of a picked category of the dimension.
    pub fn on_pick(self, dimension: fn(Context) -> Option<usize>) -> Callback<String> {
        Callback::new(move |code: String| {
            let id = untrack(|| self.with(|context| Some(context.dimension(dimension(context)?)?.id.clone())));
            if let Some(id) = id.flatten() {
                self.change(&part_of(&id), &code);
            }
        })
    }
}
