//! Bounds of small random tables beside those of all fillings, tried one by one.

use proptest::prelude::*;

use super::*;
use crate::bounds::{Attack, Bounds, Cell};

/// The shapes of a dimension: categories with parents, the first the total; and which of them are leaves.
const SHAPES: [&[(&str, Option<usize>)]; 4] = [
    &[("T", None), ("a", None), ("b", None)],
    &[("T", None), ("a", None), ("b", None), ("c", None)],
    &[("T", None), ("A", Some(0)), ("B", Some(0)), ("a", Some(1)), ("b", Some(1)), ("c", Some(2))],
    &[("T", None), ("A", None), ("b", None), ("a", Some(1)), ("c", Some(1))],
];

/// A table, the truth of each cell, and how each cell is made of leaves.
#[derive(Clone, Debug)]
struct Table {
    dimensions: Vec<Dimension>,
    truth: Vec<i32>,
    hidden: Vec<bool>,
    is_small: bool,
}

/// The leaves below a category.
fn leaves(shape: &[(&str, Option<usize>)], category: usize) -> Vec<usize> {
    let below: Vec<usize> = (1..shape.len())
        .filter(|place| shape[*place].1 == Some(category) || (category == 0 && shape[*place].1.is_none()))
        .collect();
    if below.is_empty() { vec![category] } else { below.into_iter().flat_map(|part| leaves(shape, part)).collect() }
}

/// For each cell the leaf cells it is the sum of, by row.
fn made_of(shapes: &[&[(&str, Option<usize>)]]) -> Vec<Vec<usize>> {
    shapes.iter().fold(vec![vec![0]], |cells, shape| {
        let add = |rows: &Vec<usize>, category: usize| -> Vec<usize> {
            let of = leaves(shape, category);
            rows.iter().flat_map(|row| of.iter().map(move |leaf| row * shape.len() + leaf)).collect()
        };
        cells.iter().flat_map(|rows| (0..shape.len()).map(|category| add(rows, category)).collect::<Vec<_>>()).collect()
    })
}

fn tables() -> impl Strategy<Value = (Table, Vec<Vec<usize>>)> {
    let shapes = prop_oneof![
        (0..4_usize).prop_map(|one| vec![SHAPES[one]]),
        (0..4_usize).prop_map(|one| vec![SHAPES[one], SHAPES[0]]),
        (0..2_usize).prop_map(|one| vec![SHAPES[0], SHAPES[one]]),
    ];
    shapes
        .prop_flat_map(|shapes| {
            let made_of = made_of(&shapes);
            let n = made_of.len();
            let values = proptest::collection::vec(prop_oneof![0..4_i32, 0..8_i32], n);
            let hides = proptest::collection::vec(any::<(bool, bool)>(), n);
            (Just(shapes), Just(made_of), values, hides, any::<bool>())
        })
        .prop_map(|(shapes, made_of, values, hides, is_small)| {
            let truth: Vec<i32> = made_of.iter().map(|of| of.iter().map(|leaf| values[*leaf]).sum()).collect();
            // The grand total is published: so there is an end to the fillings.
            let hide = |(row, (one, other)): (usize, (bool, bool))| {
                row > 0 && (if is_small { truth[row] < 5 && (one || other) } else { one })
            };
            let hidden = hides.into_iter().enumerate().map(hide).collect();
            let ids = ["kind", "who"];
            let dimensions = shapes.iter().zip(ids).map(|(shape, id)| dimension(id, shape, true)).collect();
            (Table { dimensions, truth, hidden, is_small }, made_of)
        })
}

impl Table {
    fn cube(&self) -> Cube {
        let cells: Vec<i32> =
            self.truth.iter().zip(&self.hidden).map(|(cell, hidden)| if *hidden { -1 } else { *cell }).collect();
        let mut cube = cube(self.dimensions.clone(), &cells);
        cube.dataset.disclosure = self.is_small.then(only_small);
        cube
    }

    /// The least and the most of each cell over all fillings.
    fn tried(&self, made_of: &[Vec<usize>]) -> Vec<(i32, i32)> {
        let leaf_rows: Vec<usize> = (0..made_of.len()).filter(|row| made_of[*row] == [*row]).collect();
        let open: Vec<usize> = leaf_rows.iter().copied().filter(|row| self.hidden[*row]).collect();
        // What each cell may still take in, or may come to at most.
        let mut sums: Vec<i32> = made_of
            .iter()
            .map(|of| of.iter().filter(|leaf| !self.hidden[**leaf]).map(|leaf| self.truth[*leaf]).sum())
            .collect();
        let most: Vec<i32> = (0..made_of.len())
            .map(|row| match self.hidden[row] {
                false => self.truth[row],
                true if self.is_small => 4,
                true => self.truth[0],
            })
            .collect();
        let mut found = vec![(i32::MAX, i32::MIN); made_of.len()];
        let above: Vec<Vec<usize>> = (0..made_of.len())
            .map(|leaf| (0..made_of.len()).filter(|row| made_of[*row].contains(&leaf)).collect())
            .collect();
        self.fill(&open, &above, &most, &mut sums, &mut found);
        found
    }

    fn fill(
        &self,
        open: &[usize],
        above: &[Vec<usize>],
        most: &[i32],
        sums: &mut Vec<i32>,
        found: &mut Vec<(i32, i32)>,
    ) {
        let Some((leaf, rest)) = open.split_first() else {
            let fits = |row: usize| self.hidden[row] || sums[row] == self.truth[row];
            if (0..sums.len()).all(|row| fits(row) && sums[row] <= most[row]) {
                for (found, sum) in found.iter_mut().zip(sums) {
                    *found = (found.0.min(*sum), found.1.max(*sum));
                }
            }
            return;
        };
        let room = above[*leaf].iter().map(|row| most[*row] - sums[*row]).min().unwrap_or(0);
        for value in 0..=room {
            above[*leaf].iter().for_each(|row| sums[*row] += value);
            self.fill(rest, above, most, sums, found);
            above[*leaf].iter().for_each(|row| sums[*row] -= value);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn exact_bounds_are_those_of_all_fillings((table, made_of) in tables()) {
        let cube = table.cube();
        let tried = table.tried(&made_of);
        let mut bounds = Bounds::of(&[&cube], Attack::default());
        prop_assert!(bounds.is_whole() && bounds.contradictions().is_empty());
        let cell = |row| Cell { table: 0, measure: 0, row };
        for row in (0..tried.len()).filter(|row| table.hidden[*row]) {
            let range = bounds.known(cell(row)).expect("it hides");
            prop_assert!(range.contains(f64::from(tried[row].0)) && range.contains(f64::from(tried[row].1)));
        }
        prop_assert_eq!(bounds.make_exact(64), 0);
        for row in (0..tried.len()).filter(|row| table.hidden[*row]) {
            let range = bounds.known(cell(row)).expect("it hides");
            prop_assert_eq!((range.low, range.high), (f64::from(tried[row].0), f64::from(tried[row].1)), "row {}", row);
        }
    }
}
