//! Numbers in, numbers out: no text, no idea what the numbers are about.

mod areas;
pub mod beta_binomial;
pub mod binomial;
pub mod binomial_test;
pub mod chi_squared;
pub mod classes;
pub mod clopper_pearson;
pub mod cochran_armitage;
pub mod estimate;
pub mod fisher;
pub mod funnel;
pub mod heterogeneity;
pub mod interval;
pub mod intraclass;
pub mod moran;
pub mod nearest;
pub mod newcombe;
pub mod nice;
pub mod observed_expected;
pub mod overdispersion;
pub mod poisson;
pub mod poisson_interval;
pub mod poisson_test;
pub mod random;
pub mod rank_interval;
pub mod rate_difference;
pub mod rate_ratio;
mod rising;
pub mod risk_ratio;
pub mod scores;
pub mod several;
pub mod smoothing;
mod solve;
pub mod special;
pub mod standardised;
pub mod variation;
pub mod weighted_share;
pub mod wilson;

use interval::Undefined;

/// The smallest count from 0 to `most` that `is_reached` says yes to, where it says yes to all above one that it says yes to; `most` where there is none.
/// The search starts from a guess, and doubles its steps away from it.
fn smallest(guess: u64, most: u64, is_reached: impl Fn(u64) -> Result<bool, Undefined>) -> Result<u64, Undefined> {
    let guess = guess.min(most);
    let mut step = 1_u64;
    // Not reached below `low`, and reached at `high`.
    let (mut low, mut high) = (guess, guess);
    if is_reached(guess)? {
        while low > 0 {
            low = low.saturating_sub(step);
            if !is_reached(low)? {
                low += 1;
                break;
            }
            high = low;
            step = step.saturating_mul(2);
        }
    } else {
        while high < most {
            low = high + 1;
            high = high.saturating_add(step).min(most);
            if is_reached(high)? {
                break;
            }
            step = step.saturating_mul(2);
        }
    }
    while low < high {
        let middle = low + (high - low) / 2;
        if is_reached(middle)? {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Ok(high)
}
