//! What the gate finds as it goes.

use super::{
    Refusal,
    reason::{Name, Reason, Refused},
    receipt::{NotChecked, Receipt, Rule},
    warning::Warning,
};

/// As many reasons as a refusal lists; the rest are counted.
pub const MOST_REASONS: usize = 100;

/// What was found in one cube, and what could not be checked.
#[derive(Debug, Default)]
pub struct Findings {
    /// The dataset, where there are several.
    dataset: Option<Name>,
    reasons: Vec<Refused>,
    n_unlisted: usize,
    checked: Vec<Rule>,
    not_checked: Vec<NotChecked>,
    warnings: Vec<Warning>,
}

impl Findings {
    /// Nothing found yet, in this dataset where there are several.
    pub fn of(dataset: Option<Name>) -> Self {
        Self { dataset, ..Self::default() }
    }

    /// A reason to refuse; it is only made where it is listed.
    pub fn refuse(&mut self, reason: impl FnOnce() -> Reason) {
        if self.reasons.len() < MOST_REASONS {
            self.reasons.push(Refused { dataset: self.dataset.clone(), reason: reason() });
        } else {
            self.n_unlisted = self.n_unlisted.saturating_add(1);
        }
    }

    /// Something that could not be checked.
    pub fn not_checked(&mut self, what: NotChecked) {
        self.not_checked.push(what);
    }

    /// A rule that was checked.
    pub fn checked(&mut self, rule: Rule) {
        self.checked.push(rule);
    }

    /// Something worth a second look.
    #[cfg(any(feature = "explore", not(feature = "page")))]
    pub fn warn(&mut self, warning: Warning) {
        self.warnings.push(warning);
    }

    /// The receipt of a cube that is let in.
    pub fn receipt(self, (n_cells, n_hidden): (usize, usize), threshold: u32) -> Receipt {
        let Self { mut checked, mut not_checked, warnings, .. } = self;
        checked.sort_unstable();
        checked.dedup();
        not_checked.dedup();
        Receipt { n_cells, n_hidden, threshold, checked, not_checked, warnings }
    }

    /// The refusal, if there is a reason for one in any of the cubes.
    pub fn refusal(all: &mut [Self]) -> Option<Refusal> {
        let mut refusal = Refusal { reasons: Vec::new(), n_unlisted: 0 };
        for it in all {
            refusal.reasons.append(&mut it.reasons);
            refusal.n_unlisted = refusal.n_unlisted.saturating_add(it.n_unlisted);
        }
        let n_more = refusal.reasons.len().saturating_sub(MOST_REASONS);
        refusal.reasons.truncate(MOST_REASONS);
        refusal.n_unlisted = refusal.n_unlisted.saturating_add(n_more);
        (!refusal.reasons.is_empty()).then_some(refusal)
    }
}
