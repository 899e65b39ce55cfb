//! Class breaks of a choropleth: quantiles, equal widths or natural breaks, moved to round numbers; or the reader's own.

mod limits;
mod natural;

use std::fmt;

pub use limits::{Limits, MOST_DECIMALS, MOST_LIMITS};

use super::nice::{multiple, roundest_between, step_at_least};

/// As many classes as a reader can tell apart by colour on a map.
pub const MOST_CLASSES: usize = 5;

/// How values are put into classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Classing {
    /// About as many values in each.
    #[default]
    Quantiles,
    /// As wide each.
    EqualWidths,
    /// Values that lie close together in one.
    Natural,
    /// By limits that the reader has set.
    Own(Limits),
}

impl Classing {
    /// All ways that are worked out, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Quantiles, Self::EqualWidths, Self::Natural];

    /// Its name in an address.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Quantiles => "quantile",
            Self::EqualWidths => "equal",
            Self::Natural => "natural",
            Self::Own(_) => OWN,
        }
    }

    /// The way of a name; limits of the reader's own stand behind theirs: `own:10:20.5`.
    pub fn from_id(id: &str) -> Option<Self> {
        let mut parts = id.split(':');
        if parts.next() != Some(OWN) {
            return Self::ALL.into_iter().find(|classing| classing.id() == id);
        }
        let limits: Option<Vec<f64>> = parts.map(|limit| limit.parse().ok()).collect();
        Limits::new(&limits?).map(Self::Own)
    }
}

/// The name of the reader's own limits in an address.
const OWN: &str = "own";

/// As it stands in an address; [`Classing::from_id`] reads it.
impl fmt::Display for Classing {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        into.write_str(self.id())?;
        match self {
            Self::Own(limits) => limits.values().iter().try_for_each(|limit| write!(into, ":{limit}")),
            _ => Ok(()),
        }
    }
}

/// The breaks of the classes by one of the ways, under the rules of [`class_breaks`]. Equal widths are round numbers,
/// and a class between may be empty;
/// natural breaks are moved only within the gap between two values, so that each value keeps its class. The reader's own are as they are set.
pub fn class_breaks_by(classing: Classing, values: &[f64], n_classes: usize) -> Vec<f64> {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|v| v.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    let n_classes = n_classes.min(MOST_CLASSES);
    match (classing, sorted.first(), sorted.last()) {
        (Classing::Quantiles, ..) => class_breaks(&sorted, n_classes),
        (Classing::EqualWidths, Some(lowest), Some(highest)) => {
            let Some(width) = step_at_least((highest - lowest) / n_classes as f64) else { return Vec::new() };
            let first = (lowest / width + 1e-9).floor() + 1.0;
            let all = (0..n_classes).map(|place| multiple(first + place as f64, width));
            all.take_while(|edge| edge <= highest).take(n_classes.saturating_sub(1)).collect()
        }
        (Classing::Natural, ..) => {
            let rounded = natural::natural(&sorted, n_classes).into_iter().map(|edge| {
                let below = sorted.partition_point(|value| *value < edge).checked_sub(1);
                let below = below.and_then(|below| sorted.get(below)).copied().unwrap_or(edge);
                roundest_between(below + (edge - below) / 1000.0, edge).unwrap_or(edge)
            });
            rounded.collect()
        }
        (Classing::EqualWidths, ..) => Vec::new(),
        (Classing::Own(limits), ..) => limits.values().to_vec(),
    }
}

/// Where one class ends and the next begins: `k` breaks make `k + 1` classes, and a break belongs to the class above it.
///
/// Quantile classes, which readers of statistical maps make the fewest mistakes with (Brewer, C. A. and Pickle, L. (2002), "Evaluation of methods for classifying
/// epidemiological data on choropleth maps in series", Annals of the AAG 92(4), 662–681). Each quantile (type 7 of Hyndman and Fan, 1996) is moved to the roundest
/// number within a third of the way to its neighbours (Heckbert, 1990), so that breaks can be read and a slightly changed figure rarely moves one. A value that is
/// so common that it would fill a class alone at the lower end, such as 0 %, is a class of its own.
///
/// At most `n_classes` classes, and never more than [`MOST_CLASSES`]; no class is empty. Numbers that are not finite are left out. No breaks where there are no two
/// different numbers. The order of the values does not matter.
pub fn class_breaks(values: &[f64], n_classes: usize) -> Vec<f64> {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|v| v.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    let mut rest = sorted.as_slice();
    let mut n_classes = n_classes.min(MOST_CLASSES);
    let mut targets = Vec::new();
    // A heap at the lower end becomes a class of its own, and the others share what is left.
    while let Some(&lowest) = rest.first() {
        let n_lowest = rest.partition_point(|value| *value <= lowest);
        if n_classes < 2 || n_lowest == rest.len() || n_lowest * n_classes <= rest.len() {
            break;
        }
        rest = &rest[n_lowest..];
        targets.push(rest[0]);
        n_classes -= 1;
    }
    let n_heaps = targets.len();
    targets.extend((1..n_classes).filter_map(|i| quantile(rest, i as f64 / n_classes as f64)));
    targets.dedup();
    round_breaks(&sorted, &targets, n_heaps)
}

/// The class of a value, from 0, by the breaks of [`class_breaks`].
pub fn class_of(value: f64, breaks: &[f64]) -> usize {
    breaks.partition_point(|edge| *edge <= value)
}

/// The quantile of sorted values, by linear interpolation: type 7 of Hyndman, R. J. and Fan, Y. (1996), "Sample quantiles in statistical packages",
/// The American Statistician 50(4), 361–365. None of nothing. `probability` is from 0 to 1.
pub fn quantile(sorted: &[f64], probability: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let place = probability.clamp(0.0, 1.0) * last as f64;
    let below = place.floor() as usize;
    let (low, high) = (sorted[below], sorted[(below + 1).min(last)]);
    Some(low + (high - low) * (place - below as f64))
}

/// Moves each target to the roundest number near it, and drops those that would leave a class empty. The first `n_heaps` targets are the lowest value of the class
/// above a heap, which no break may be above.
fn round_breaks(sorted: &[f64], targets: &[f64], n_heaps: usize) -> Vec<f64> {
    let (Some(&lowest), Some(&highest)) = (sorted.first(), sorted.last()) else {
        return Vec::new();
    };
    let mut breaks: Vec<f64> = Vec::new();
    let mut n_below_last = 0;
    for (i, &target) in targets.iter().enumerate() {
        let below = if i == 0 { lowest } else { targets[i - 1] };
        let above = targets.get(i + 1).copied().unwrap_or(highest);
        let reach_down = (target - below) / 3.0;
        let reach_up = if i < n_heaps { 0.0 } else { (above - target) / 3.0 };
        let Some(edge) = roundest_between(target - reach_down, target + reach_up) else {
            continue;
        };
        let n_below = sorted.partition_point(|value| *value < edge);
        if n_below > n_below_last && n_below < sorted.len() {
            breaks.push(edge);
            n_below_last = n_below;
        }
    }
    breaks
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn breaks_are_round_numbers_near_the_quantiles() {
        let shares: Vec<f64> = (0..50).map(|i| 10.0 + 0.8 * f64::from(i)).collect();
        assert_eq!(class_breaks(&shares, 5), [20.0, 25.0, 35.0, 40.0]);
        assert_eq!(class_breaks(&[3.1, 8.7, 12.2, 19.8, 33.4, 41.0], 3), [10.0, 20.0]);
        assert_eq!(class_breaks(&[0.011, 0.024, 0.038, 0.052], 2), [0.03]);
    }

    #[test]
    fn a_heap_of_zeros_is_a_class_of_its_own() {
        let mut shares = vec![0.0; 80];
        shares.extend([4.0, 9.0, 14.0, 22.0, 31.0, 45.0, 60.0, 75.0]);
        let breaks = class_breaks(&shares, 5);
        assert_eq!(breaks.len(), 4);
        assert_eq!(class_of(0.0, &breaks), 0);
        assert_eq!(class_of(4.0, &breaks), 1);
    }

    #[test]
    fn one_far_off_value_does_not_swallow_the_classes() {
        let breaks = class_breaks(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 5_000.0], 5);
        assert_eq!(breaks.len(), 4);
    }

    #[test]
    fn little_or_nothing_to_tell_apart_gives_few_or_no_breaks() {
        assert!(class_breaks(&[], 5).is_empty());
        assert!(class_breaks(&[7.0; 9], 5).is_empty());
        assert!(class_breaks(&[f64::NAN, 7.0, f64::INFINITY], 5).is_empty());
        assert!(class_breaks(&[1.0, 2.0], 1).is_empty());
        assert!(class_breaks(&[1.0, 2.0], 0).is_empty());
        assert_eq!(class_breaks(&[0.0, 0.0, 0.0, 100.0, 100.0, 100.0], 5), [100.0]);
        assert_eq!(class_breaks(&[1.0, 2.0], 5), [2.0]);
    }

    #[test]
    fn equal_widths_share_the_span_and_natural_breaks_the_gaps() {
        let shares = [2.0, 3.0, 4.0, 5.0, 6.0, 48.0, 50.0, 97.0, 100.0];
        assert_eq!(class_breaks_by(Classing::EqualWidths, &shares, 5), [20.0, 40.0, 60.0, 80.0]);
        assert_eq!(class_breaks_by(Classing::Natural, &shares, 3), [20.0, 80.0]);
        assert_eq!(class_breaks_by(Classing::Quantiles, &shares, 5), class_breaks(&shares, 5));
        for classing in Classing::ALL {
            assert!(class_breaks_by(classing, &[], 5).is_empty());
            assert!(class_breaks_by(classing, &[f64::NAN, 4.0, 4.0], 5).is_empty());
            assert_eq!(Classing::from_id(classing.id()), Some(classing));
        }
    }

    #[test]
    fn the_readers_own_limits_stand_in_an_address() {
        for (text, limits) in [("own", &[][..]), ("own:10", &[10.0]), ("own:-2.5:0:12.25", &[-2.5, 0.0, 12.25])] {
            let classing = Classing::from_id(text).expect("they are limits");
            assert_eq!(classing.to_string(), text);
            assert_eq!(class_breaks_by(classing, &[1.0, 2.0], 5), limits);
        }
        for wrong in [
            "own:",
            "own:20:10",
            "own:x",
            "own:10:10",
            "own:nan",
            "own:1:2:3:4:5:6:7",
            "own:0.1234567",
            "own:1e-7",
            "ownly",
            "quantile:1",
        ] {
            assert_eq!(Classing::from_id(wrong), None, "{wrong}");
        }
        assert!(Classing::ALL.into_iter().all(|it| Classing::from_id(&it.to_string()) == Some(it)));
    }

    proptest! {
        #[test]
        fn in_every_way_classes_are_in_order_and_none_is_empty_but_between_equal_widths(
            values in prop::collection::vec(prop_oneof![0.0..100.0_f64, Just(0.0), Just(33.3)], 1..60),
            n_classes in 1_usize..9,
            classing in prop::sample::select(Classing::ALL.to_vec()),
        ) {
            let breaks = class_breaks_by(classing, &values, n_classes);
            prop_assert!(breaks.len() < n_classes.clamp(1, MOST_CLASSES));
            prop_assert!(breaks.windows(2).all(|pair| pair[0] < pair[1]));
            for class in 0..=breaks.len() {
                let is_between = class > 0 && class < breaks.len() && classing == Classing::EqualWidths;
                prop_assert!(is_between || values.iter().any(|value| class_of(*value, &breaks) == class));
            }
        }

        #[test]
        fn there_are_few_classes_in_order_and_none_is_empty(
            values in prop::collection::vec(prop_oneof![0.0..100.0_f64, Just(0.0), Just(33.3)], 0..60),
            n_classes in 0_usize..9,
        ) {
            let breaks = class_breaks(&values, n_classes);
            prop_assert!(breaks.len() < n_classes.clamp(1, MOST_CLASSES));
            prop_assert!(breaks.windows(2).all(|pair| pair[0] < pair[1]));
            for class in 0..=breaks.len() {
                let is_used = values.iter().any(|value| class_of(*value, &breaks) == class);
                prop_assert!(is_used || values.is_empty());
            }
        }

        #[test]
        fn the_order_does_not_matter(mut values in prop::collection::vec(-50.0..50.0_f64, 0..40)) {
            let breaks = class_breaks(&values, 5);
            values.reverse();
            prop_assert_eq!(class_breaks(&values, 5), breaks);
        }

        #[test]
        fn different_values_are_told_apart(values in prop::collection::vec(0.0..1.0_f64, 2..40)) {
            let differ = values.iter().any(|value| *value != values[0]);
            prop_assert_eq!(!class_breaks(&values, 5).is_empty(), differ);
        }
    }
}
