//! What the gate finds as it goes.

use super::{
    Refusal,
    reason::Reason,
    receipt::{NOT_BUILT, NotChecked},
};

/// As many reasons as a refusal lists; the rest are counted.
pub const MOST_REASONS: usize = 100;

/// What was found, and what could not be checked.
#[derive(Debug, Default)]
pub struct Findings {
    reasons: Vec<Reason>,
    n_unlisted: usize,
    not_checked: Vec<NotChecked>,
}

impl Findings {
    /// A reason to refuse; it is only made where it is listed.
    pub fn refuse(&mut self, reason: impl FnOnce() -> Reason) {
        if self.reasons.len() < MOST_REASONS {
            self.reasons.push(reason());
        } else {
            self.n_unlisted = self.n_unlisted.saturating_add(1);
        }
    }

    /// Something that could not be checked.
    pub fn not_checked(&mut self, what: NotChecked) {
        self.not_checked.push(what);
    }

    /// The refusal, if there is a reason for one, and what was not checked.
    pub fn finish(self) -> (Option<Refusal>, Vec<NotChecked>) {
        let Self { reasons, n_unlisted, mut not_checked } = self;
        not_checked.extend(NOT_BUILT.map(NotChecked::NotBuilt));
        let refusal = (!reasons.is_empty()).then_some(Refusal { reasons, n_unlisted });
        (refusal, not_checked)
    }
}
