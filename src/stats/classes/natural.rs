//! Natural breaks: the classes whose values lie closest together.

/// The lowest value of each class but the first, for the `n_classes` classes of sorted values whose squared deviations from their own means have the least sum
/// (Fisher, W. D. (1958), "On grouping for maximum homogeneity", JASA 53(284), 789–798; on maps known by Jenks, G. F. (1967), "The data model concept in
/// statistical mapping", International Yearbook of Cartography 7, 186–190). Found exactly, by dynamic programming: the best beginning of the last class never moves
/// down when a value is added above, so that each layer takes n log n steps. Fewer classes where there are fewer different values.
pub(super) fn natural(sorted: &[f64], n_classes: usize) -> Vec<f64> {
    let runs: Vec<&[f64]> = sorted.chunk_by(|one, other| one == other).collect();
    let values: Vec<f64> = runs.iter().filter_map(|run| run.first().copied()).collect();
    let sums = Sums::of(&runs);
    let n_classes = n_classes.min(values.len());
    // The least sum for the values up to each, in one class; then in one more at a time.
    let mut least: Vec<f64> = (0..values.len()).map(|last| sums.spread(0, last)).collect();
    let mut beginnings = Vec::new();
    for _ in 1..n_classes {
        let mut layer = Layer { sums: &sums, before: &least, least: least.clone(), begins: vec![0; values.len()] };
        layer.fill(1, values.len(), 1, values.len());
        let Layer { least: next, begins, .. } = layer;
        least = next;
        beginnings.push(begins);
    }
    let mut end = values.len();
    let mut breaks: Vec<f64> = Vec::new();
    for begins in beginnings.iter().rev() {
        let Some(begin) = end.checked_sub(1).and_then(|last| begins.get(last)).copied().filter(|it| *it > 0) else {
            break;
        };
        breaks.extend(values.get(begin));
        end = begin;
    }
    breaks.reverse();
    breaks
}

/// Running sums of how many, of the values and of their squares, around the middle value: small numbers lose no digits.
struct Sums(Vec<(f64, f64, f64)>);

impl Sums {
    fn of(runs: &[&[f64]]) -> Self {
        let value = |run: &[f64]| run.first().copied().unwrap_or_default();
        let middle = runs.get(runs.len() / 2).map(|run| value(run)).unwrap_or_default();
        let mut running = vec![(0.0, 0.0, 0.0)];
        let mut sums = (0.0, 0.0, 0.0);
        for run in runs {
            let (n, off) = (run.len() as f64, value(run) - middle);
            sums = (sums.0 + n, sums.1 + n * off, sums.2 + n * off * off);
            running.push(sums);
        }
        Self(running)
    }

    /// The squared deviations from their mean of the values from one place to another, both among them.
    fn spread(&self, from: usize, to: usize) -> f64 {
        let (Some(before), Some(after)) = (self.0.get(from), self.0.get(to + 1)) else { return f64::INFINITY };
        let (n, sum, squares) = (after.0 - before.0, after.1 - before.1, after.2 - before.2);
        (squares - sum * sum / n).max(0.0)
    }
}

/// One more class than before: for each last value the least sum, and where the last class begins.
struct Layer<'s> {
    sums: &'s Sums,
    before: &'s [f64],
    least: Vec<f64>,
    begins: Vec<usize>,
}

impl Layer<'_> {
    /// Fills the last values of one span, whose last classes begin within another: the middle one first, which halves both.
    fn fill(&mut self, from: usize, until: usize, low: usize, high: usize) {
        if from >= until {
            return;
        }
        let middle = from + (until - from) / 2;
        let mut best = (f64::INFINITY, low);
        for begin in low..=middle.min(high) {
            let Some(before) = self.before.get(begin - 1) else { break };
            let sum = before + self.sums.spread(begin, middle);
            if sum < best.0 {
                best = (sum, begin);
            }
        }
        if let (Some(least), Some(begins)) = (self.least.get_mut(middle), self.begins.get_mut(middle)) {
            (*least, *begins) = best;
        }
        self.fill(from, middle, low, best.1);
        self.fill(middle + 1, until, best.1, high);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Golden numbers of jenkspy 0.4 (PyPI), whose breaks are the highest value of each class: here the next one up.
    #[test]
    fn they_are_those_of_an_independent_program() {
        let few = [3.1, 8.7, 12.2, 19.8, 33.4, 41.0, 41.5, 60.0, 61.0, 62.5, 90.0];
        assert_eq!(natural(&few, 4), [33.4, 60.0, 90.0]);
        assert_eq!(natural(&few, 5), [19.8, 33.4, 60.0, 90.0]);
        let mut many = [
            36.9, 46.1, 37.3, 36.2, 28.8, 37.4, 53.3, 45.1, 52.4, 43.0, 44.7, 42.2, 20.0, 50.3, 46.1, 46.0, 19.7, 19.1,
            29.3, 34.4, 43.7, 39.4, 46.3, 32.3, 43.7, 44.7, 32.1, 60.6, 46.7, 54.4, 32.6, 31.1, 35.9, 38.7, 47.6, 43.0,
            34.6, 28.5, 33.8, 54.7, 30.3, 42.9, 45.1, 22.1, 40.6, 55.7, 15.8, 36.1, 38.7, 30.2, 46.0, 39.3, 22.4, 49.9,
            48.0, 51.4, 57.3, 44.3, 41.4, 24.4,
        ];
        many.sort_by(f64::total_cmp);
        assert_eq!(natural(&many, 5), [28.5, 34.4, 41.4, 49.9]);
    }

    #[test]
    fn values_that_are_alike_are_never_parted() {
        assert_eq!(natural(&[1.0, 1.0, 1.0, 2.0], 3), [2.0]);
        assert!(natural(&[7.0; 9], 5).is_empty());
        assert!(natural(&[], 5).is_empty());
        assert!(natural(&[1.0, 2.0], 1).is_empty());
    }

    /// The least sum by trying every way to part the values.
    fn tried(values: &[f64], n_classes: usize) -> f64 {
        let spread = |part: &[f64]| {
            let mean = part.iter().sum::<f64>() / part.len() as f64;
            part.iter().map(|value| (value - mean).powi(2)).sum::<f64>()
        };
        if n_classes == 1 {
            return spread(values);
        }
        let ends = 1..=values.len() + 1 - n_classes;
        ends.map(|end| spread(&values[..end]) + tried(&values[end..], n_classes - 1)).fold(f64::INFINITY, f64::min)
    }

    proptest! {
        #[test]
        fn no_other_classes_lie_closer_together(
            mut values in prop::collection::vec(0_u16..200, 5..12),
            n_classes in 2_usize..5,
        ) {
            values.sort_unstable();
            let values: Vec<f64> = values.into_iter().map(|it| f64::from(it) / 4.0).collect();
            let breaks = natural(&values, n_classes);
            let ends = breaks.iter().map(|edge| values.partition_point(|value| value < edge)).chain([values.len()]);
            let mut begin = 0;
            let mut sum = 0.0;
            for end in ends {
                sum += tried(&values[begin..end], 1);
                begin = end;
            }
            prop_assert!(sum <= tried(&values, n_classes) + 1e-9);
        }
    }
}
