//! Nothing enters that could identify anyone: a cube is cleared with a receipt, or refused with the cells and the reasons.
//!
//! | rule | refused | warned of | not checked |
//! |---|---|---|---|
//! | `SmallCounts` | a protected count from 1 to the threshold less one | | of unknown kind, not whole |
//! | `CountsFromShares` | a share and its n that leave only such counts | | no n; all rounded |
//! | `HiddenFromTotals` | a hidden count that everything together leaves too little room; a small one that is left out and follows; a rounded one that must be small | sums that do not hold | more cells together than are looked into; in the program of the first view |
//! | `WholeGroups` | all of fewer than ten; a share of fewer than twenty alone | none of fewer than ten; such a share beside its counts | |
//! | `Contributors`, `Dominance` | fewer than three homes or operators; one with more than three quarters | | not given |
//! | `Records` | one row for each running number | one row for each other code | |
//! | `NamesOfHomes` | protected counts home by home | categories like names | |
//! | `PersonalData`, `Addresses`, `OneSign` | any | | |
//!
//! A file that says itself that it has not been protected is refused whatever it holds. What is certain is refused; what a publisher alone can know is a warning, and stands in the receipt.

pub mod reason;
pub mod receipt;

mod address;
mod coordinates;
mod counts;
mod derived;
mod email_address;
mod findings;
mod identity_number;
pub mod personal;
mod phone_number;
mod texts;
mod threshold;
pub mod warning;
#[cfg(any(feature = "explore", not(feature = "page")))]
pub mod whole;

use findings::Findings;
use reason::{Name, Reason, Refused};
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

/// A cube in which nobody could be found who should not be. Only `admit` and its like make one.
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
    pub reasons: Vec<Refused>,
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

impl Refusal {
    /// Whether some text of it leads to a person: then none of its texts may be repeated.
    pub fn is_about_texts(&self) -> bool {
        // With reasons that are not listed nobody knows.
        self.n_unlisted > 0 || self.reasons.iter().any(|it| matches!(it.reason, Reason::PersonalData { .. }))
    }
}

/// Lets a cube in, or says why not.
///
/// # Errors
/// The reasons why not.
pub fn admit(cube: Cube) -> Result<Cleared, Refusal> {
    only(admit_all(vec![cube], &[]))
}

/// The same with pauses, for a page that has other things to do.
///
/// # Errors
/// As [`admit`].
pub async fn admit_in_slices(cube: Cube, pause: &impl AsyncFn()) -> Result<Cleared, Refusal> {
    only(admit_all_in_slices(vec![cube], &[], pause).await)
}

/// Lets cubes in that are published together, all or none of them, in the order they came.
///
/// `earlier` are the same tables as they have been published before: what they told cannot be taken back, and counts with the rest.
///
/// # Errors
/// The reasons why not; each says which dataset it is about where there are several.
pub fn admit_all(cubes: Vec<Cube>, earlier: &[Cube]) -> Result<Vec<Cleared>, Refusal> {
    at_once(admit_all_in_slices(cubes, earlier, &async || {})).unwrap_or_else(|| Err(unfinished()))
}

/// The same with pauses.
///
/// # Errors
/// As [`admit_all`].
pub async fn admit_all_in_slices(
    cubes: Vec<Cube>,
    earlier: &[Cube],
    pause: &impl AsyncFn(),
) -> Result<Vec<Cleared>, Refusal> {
    let is_one = cubes.len() == 1;
    let (mut found, mut thresholds) = (Vec::new(), Vec::new());
    for cube in &cubes {
        let mut findings = Findings::of((!is_one).then(|| Name::of_dataset(cube)));
        if cube.dataset.is_unprotected {
            findings.refuse(|| Reason::Unprotected);
        }
        let threshold = threshold::of(cube, &mut findings);
        counts::check(cube, threshold, &mut findings, pause).await;
        derived::check(cube, threshold, &mut findings, pause).await;
        texts::check(cube, &mut findings);
        receipt::CHECKED.into_iter().for_each(|rule| findings.checked(rule));
        found.push(findings);
        thresholds.push(threshold);
    }
    whole(&cubes, earlier, &mut found, pause).await;
    if let Some(refusal) = Findings::refusal(&mut found) {
        return Err(refusal);
    }
    let mut cleared = Vec::new();
    for ((cube, findings), threshold) in cubes.into_iter().zip(found).zip(thresholds) {
        let receipt = findings.receipt(tally(&cube, pause).await, threshold);
        cleared.push(Cleared { cube, receipt, bounds: OnceLock::new() });
    }
    Ok(cleared)
}

/// The rules that look further than one cell.
#[cfg(any(feature = "explore", not(feature = "page")))]
async fn whole(cubes: &[Cube], earlier: &[Cube], found: &mut [Findings], pause: &impl AsyncFn()) {
    whole::check(cubes, earlier, found, pause).await;
}

/// The program of the first view shows only what is shipped with it, which was checked when it was published: there they would weigh.
#[cfg(not(any(feature = "explore", not(feature = "page"))))]
async fn whole(_: &[Cube], _: &[Cube], found: &mut [Findings], _: &impl AsyncFn()) {
    for it in found {
        receipt::WHOLE.into_iter().for_each(|rule| it.not_checked(receipt::NotChecked::WhenPublished(rule)));
    }
}

/// How many cells hold something, and how many of them are hidden.
async fn tally(cube: &Cube, pause: &impl AsyncFn()) -> (usize, usize) {
    let (mut n_cells, mut n_hidden) = (0, 0);
    for column in &cube.columns {
        in_slices(column.len(), pause, |rows| {
            let (n_published, n_suppressed) = column.tally(rows);
            n_cells += n_published;
            n_hidden += n_suppressed;
        })
        .await;
    }
    (n_cells, n_hidden)
}

/// One was asked for, one is answered.
fn only(admitted: Result<Vec<Cleared>, Refusal>) -> Result<Cleared, Refusal> {
    admitted?.pop().ok_or_else(unfinished)
}

/// Nobody is let in on half a check.
fn unfinished() -> Refusal {
    Refusal { reasons: Vec::new(), n_unlisted: 0 }
}
