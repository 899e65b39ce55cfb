//! Nothing enters that could identify anyone: a cube is cleared with a receipt, or refused with the cells and the reasons.

pub mod reason;
pub mod receipt;

mod address;
mod counts;
mod derived;
mod email_address;
mod findings;
mod identity_number;
pub mod personal;
mod phone_number;
mod texts;
mod threshold;

use findings::Findings;
use reason::Reason;
use receipt::Receipt;

use std::sync::OnceLock;

use crate::{
    bounds::{Attack, Bounds, shown::shown},
    model::{
        cube::Cube,
        slices::{at_once, in_slices},
    },
    stats::interval::Interval,
};

/// With more hidden cells than this nobody is told between which numbers they lie: to work that out takes a slow machine longer than a tenth of a second.
const MOST_HIDDEN_SHOWN: usize = 5_000;

/// A cube in which nobody could be found who should not be. Only `admit` makes one.
#[derive(Clone, Debug)]
pub struct Cleared {
    cube: Cube,
    receipt: Receipt,
    /// Worked out when it is first asked for.
    bounds: OnceLock<Bounds>,
}

impl PartialEq for Cleared {
    fn eq(&self, other: &Self) -> bool {
        self.cube == other.cube && self.receipt == other.receipt
    }
}

/// Why a cube is not let in. It names the places and never what stands there.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The reasons, the first of them.
    pub reasons: Vec<Reason>,
    /// How many more there are.
    pub n_unlisted: usize,
}

impl Cleared {
    /// The cube.
    pub fn cube(&self) -> &Cube {
        &self.cube
    }

    /// What was checked.
    pub fn receipt(&self) -> &Receipt {
        &self.receipt
    }

    /// What can be worked out of its hidden cells, from it alone. Not for a reader: see [`Cleared::shown`].
    pub fn bounds(&self) -> &Bounds {
        self.bounds.get_or_init(|| Bounds::of(&[&self.cube], Attack::default()))
    }

    /// Where a hidden count lies, as a reader may be told; none where nobody can say, or so much is hidden that the page would stand still over it.
    pub fn shown(&self, measure: usize, at: &[usize]) -> Option<Interval> {
        if self.receipt.n_hidden > MOST_HIDDEN_SHOWN {
            return None;
        }
        shown(&self.cube, measure, self.cube.row(at)?, || self.bounds())
    }
}

/// Lets a cube in, or says why not.
pub fn admit(cube: Cube) -> Result<Cleared, Refusal> {
    let unfinished = Refusal { reasons: Vec::new(), n_unlisted: 0 };
    at_once(admit_in_slices(cube, &async || {})).unwrap_or(Err(unfinished))
}

/// The same with pauses, for a page that has other things to do.
pub async fn admit_in_slices(cube: Cube, pause: &impl AsyncFn()) -> Result<Cleared, Refusal> {
    let mut findings = Findings::default();
    if cube.dataset.is_unprotected {
        findings.refuse(|| Reason::Unprotected);
    }
    let threshold = threshold::of(&cube, &mut findings);
    counts::check(&cube, threshold, &mut findings, pause).await;
    derived::check(&cube, threshold, &mut findings, pause).await;
    texts::check(&cube, &mut findings);
    let (refusal, not_checked) = findings.finish();
    if let Some(refusal) = refusal {
        return Err(refusal);
    }
    let (mut n_cells, mut n_hidden) = (0, 0);
    for column in &cube.columns {
        in_slices(column.len(), pause, |rows| {
            let (n_published, n_suppressed) = column.tally(rows);
            n_cells += n_published;
            n_hidden += n_suppressed;
        })
        .await;
    }
    let receipt = Receipt { n_cells, n_hidden, threshold, checked: receipt::CHECKED.to_vec(), not_checked };
    Ok(Cleared { cube, receipt, bounds: OnceLock::new() })
}
