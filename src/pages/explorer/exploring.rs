//! The dataset at hand, the question put to it, and the panels made of the two.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    gate::Cleared,
    model::text::Language,
    query::question::Question,
    view_model::{asked::Asked, choosing, context::Context},
};

/// The dataset and the question put to it.
#[derive(Clone, Copy)]
pub struct Exploring {
    /// The dataset.
    pub cleared: StoredValue<Arc<Cleared>>,
    /// What is asked; none until the address has been understood.
    pub question: Memo<Option<Question>>,
    /// The answers.
    pub asked: Memo<Option<Asked>>,
    /// The reader's.
    pub language: Memo<Language>,
    /// Puts another question.
    pub choose: Callback<Question>,
}

impl Exploring {
    /// A panel of the question at hand.
    pub fn panel<T: PartialEq + Send + Sync + 'static>(self, make: fn(Context) -> T) -> Memo<Option<T>> {
        Memo::new(move |_| self.with(make))
    }

    /// What is worked out of the question at hand and its answers.
    pub fn with<T>(self, make: impl FnOnce(Context) -> T) -> Option<T> {
        self.question.with(|question| {
            self.asked.with(|asked| {
                let (question, asked) = (question.as_ref()?, asked.as_ref()?);
                let language = self.language.get();
                self.cleared.with_value(|cleared| Some(make(Context { cleared, question, asked, language })))
            })
        })
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
        let next = self.question.with_untracked(|question| {
            let question = question.as_ref()?;
            self.cleared.with_value(|cleared| choosing::changed(cleared, question, part, value))
        });
        if let Some(next) = next {
            self.choose.run(next);
        }
    }

    /// What is told the code of a picked category of the dimension.
    pub fn on_pick(self, dimension: fn(Context) -> Option<usize>) -> Callback<String> {
        Callback::new(move |code: String| {
            let id = untrack(|| self.with(|context| Some(context.dimension(dimension(context)?)?.id.clone())));
            if let Some(id) = id.flatten() {
                self.change(&id, &code);
            }
        })
    }
}
