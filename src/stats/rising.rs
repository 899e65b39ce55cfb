//! Sums over the steps from a up to a + x: what is left of log-gamma and digamma functions when one is taken off another, without the digits that this loses.

/// Up to here the terms are added one by one.
const FEW: u64 = 16;
/// From here on the series of Stirling have all digits.
const LARGE: f64 = 16.0;

/// Three sums over k from 0 to x − 1.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rising {
    /// Σ ln(1 + k/a) = ln Γ(a+x) − ln Γ(a) − x ln a.
    pub logarithms: f64,
    /// Σ a/(a+k) = a (ψ(a+x) − ψ(a)).
    pub kept: f64,
    /// Σ k/(a+k) = x − `kept`.
    pub lost: f64,
}

/// The sums for a ≥ 0; at a = 0 only the first term of `kept` is there, 1, and `logarithms` is infinite where x > 1.
pub(super) fn rising(a: f64, x: u64) -> Rising {
    let n_single = if x <= FEW { x } else { (LARGE - a).ceil().max(0.0) as u64 };
    let mut sums = Rising::default();
    if n_single > 0 {
        sums.kept = 1.0;
        // One logarithm for several terms.
        let mut product = 1.0_f64;
        for k in 1..n_single {
            let k = k as f64;
            product *= 1.0 + k / a;
            if product > 1e250 {
                sums.logarithms += product.ln();
                product = 1.0;
            }
            sums.kept += a / (a + k);
            sums.lost += k / (a + k);
        }
        sums.logarithms += if product - 1.0 < 1e-3 { small_logarithms(a, n_single) } else { product.ln() };
    }
    if x > n_single {
        let rest = large(a, a + n_single as f64, (x - n_single) as f64);
        sums.logarithms += rest.logarithms;
        sums.kept += rest.kept;
        sums.lost += rest.lost;
    }
    sums
}

/// Σ ln(1 + k/a) where a is far above all k.
fn small_logarithms(a: f64, n: u64) -> f64 {
    (1..n).map(|k| (k as f64 / a).ln_1p()).sum()
}

/// The sums from b ≥ a, b large, over y steps: lnΓ and ψ by Stirling's series (NIST Digital Library of Mathematical Functions, 5.11.1 and 5.11.2).
fn large(a: f64, b: f64, y: f64) -> Rising {
    let ratio = y / b;
    let grown = ratio.ln_1p();
    // ln Γ(z) and ψ(z) without (z − ½) ln z − z + ½ ln 2π, and without ln z − 1/2z.
    let gamma_rest = |z: f64| {
        let s = 1.0 / (z * z);
        (1.0 / 12.0 - s * (1.0 / 360.0 - s * (1.0 / 1260.0 - s * (1.0 / 1680.0 - s / 1188.0)))) / z
    };
    let digamma_rest = |z: f64| {
        let s = 1.0 / (z * z);
        -s * (1.0 / 12.0 - s * (1.0 / 120.0 - s * (1.0 / 252.0 - s * (1.0 / 240.0 - s / 132.0))))
    };
    let rest = 0.5 * ratio / (b + y) + digamma_rest(b + y) - digamma_rest(b);
    let kept = a * (grown + rest);
    // y − b ln(1 + y/b), of which only the tail is left where y is far below b.
    let bent = b * less_logarithm(ratio);
    let lost = bent + (b - a) * grown - a * rest;
    let powers = y * grown - bent - 0.5 * grown + gamma_rest(b + y) - gamma_rest(b);
    Rising { logarithms: powers + y * (b / a).ln(), kept, lost }
}

/// u − ln(1 + u) for u ≥ 0.
fn less_logarithm(u: f64) -> f64 {
    if u > 0.1 {
        return u - u.ln_1p();
    }
    // ln(1+u) = 2 artanh(v) with v = u/(2+u), so that u − ln(1+u) = uv − 2(v³/3 + v⁵/5 + …).
    let v = u / (2.0 + u);
    let square = v * v;
    let tail = [15.0, 13.0, 11.0, 9.0, 7.0, 5.0, 3.0].into_iter().fold(0.0, |sum, odd| sum * square + 1.0 / odd);
    u * v - 2.0 * v * square * tail
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn one_by_one(a: f64, x: u64) -> Rising {
        let steps = || (0..x).map(|k| k as f64);
        Rising {
            logarithms: steps().map(|k| (k / a).ln_1p()).sum(),
            kept: steps().map(|k| a / (a + k)).sum(),
            lost: steps().map(|k| k / (a + k)).sum(),
        }
    }

    fn is_near(ours: f64, sum: f64) -> bool {
        (ours - sum).abs() <= 2e-13 * sum.abs()
    }

    #[test]
    fn at_nothing_there_is_one_term() {
        assert_eq!((rising(0.0, 0).kept, rising(0.0, 5).kept, rising(0.0, 500).kept), (0.0, 1.0, 1.0));
        assert_eq!((rising(2.0, 0).logarithms, rising(2.0, 1).lost), (0.0, 0.0));
    }

    proptest! {
        #[test]
        fn the_sums_are_those_of_the_terms(log_a in -12.0..12.0_f64, x in 0_u64..3000) {
            let a = 10_f64.powf(log_a);
            let (ours, sums) = (rising(a, x), one_by_one(a, x));
            prop_assert!(is_near(ours.logarithms, sums.logarithms), "{} {}", ours.logarithms, sums.logarithms);
            prop_assert!(is_near(ours.kept, sums.kept), "{} {}", ours.kept, sums.kept);
            prop_assert!(is_near(ours.lost, sums.lost), "{} {}", ours.lost, sums.lost);
        }
    }
}
