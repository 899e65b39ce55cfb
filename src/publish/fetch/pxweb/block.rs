//! A question in parts, each with no more cells than the server gives at once.

use std::{collections::VecDeque, ops::Range};

/// A part of a table: a range of categories for each dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// For each dimension, which of the chosen categories.
    pub ranges: Vec<Range<usize>>,
}

impl Block {
    /// How many cells it has.
    pub fn n_cells(&self) -> usize {
        self.ranges.iter().fold(1, |product, range| product.saturating_mul(range.len()))
    }

    /// The two halves along the largest dimension; none of a single cell.
    pub fn halves(&self) -> Option<[Self; 2]> {
        let (at, range) = self.ranges.iter().enumerate().max_by_key(|(_, range)| range.len())?;
        let middle = range.start.checked_add(range.len() / 2).filter(|_| range.len() > 1)?;
        let with = |range| {
            let mut half = self.clone();
            if let Some(place) = half.ranges.get_mut(at) {
                *place = range;
            }
            half
        };
        Some([with(range.start..middle), with(middle..range.end)])
    }
}

/// The blocks of a table of these sizes, none with more than so many cells: cut along the largest dimensions, as evenly as may be.
pub fn blocks(sizes: &[usize], most: usize) -> VecDeque<Block> {
    let steps = steps(sizes, most.max(1));
    let mut blocks = VecDeque::from([Block { ranges: Vec::new() }]);
    for (&size, &step) in sizes.iter().zip(&steps) {
        let n_parts = size.div_ceil(step.max(1));
        let mut longer = VecDeque::with_capacity(blocks.len().saturating_mul(n_parts));
        for block in &blocks {
            for part in 0..n_parts {
                // Evenly: each part begins where its share of the whole begins.
                let at = |part: usize| (size.saturating_mul(part)) / n_parts;
                let mut block = block.clone();
                block.ranges.push(at(part)..at(part.saturating_add(1)));
                longer.push_back(block);
            }
        }
        blocks = longer;
    }
    blocks
}

/// How many categories of each dimension go into one block.
fn steps(sizes: &[usize], most: usize) -> Vec<usize> {
    let mut steps = sizes.to_vec();
    loop {
        let product = |steps: &[usize]| steps.iter().fold(1, |product: usize, step| product.saturating_mul(*step));
        if product(&steps) <= most {
            return steps;
        }
        let Some(at) = (0..steps.len()).max_by_key(|at| steps.get(*at)) else {
            return steps;
        };
        let others: usize = steps
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at)
            .fold(1, |product, (_, step)| product.saturating_mul(*step));
        match steps.get_mut(at) {
            Some(step) if *step > 1 => *step = (most / others.max(1)).clamp(1, step.saturating_sub(1)),
            _ => return steps,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_table_is_cut_along_its_largest_dimension_first() {
        let blocks = blocks(&[312, 2, 3], 1000);
        assert_eq!(blocks.len(), 2);
        assert_eq!(blocks.front().map(|block| block.ranges.clone()), Some(vec![0..156, 0..2, 0..3]));
    }

    #[test]
    fn a_block_is_halved_until_it_is_one_cell() {
        let block = Block { ranges: vec![0..1, 4..7] };
        let halves = block.halves().expect("it has three cells");
        assert_eq!(halves.map(|half| half.ranges[1].clone()), [4..5, 5..7]);
        assert_eq!(Block { ranges: vec![0..1, 3..4] }.halves(), None);
    }

    proptest! {
        #[test]
        fn the_blocks_hold_each_cell_once_and_none_holds_too_many(
            sizes in prop::collection::vec(1_usize..8, 1..5),
            most in 1_usize..60,
        ) {
            let n_cells: usize = sizes.iter().product();
            let mut seen = vec![0; n_cells];
            for block in blocks(&sizes, most) {
                prop_assert!(block.n_cells() <= most);
                let mut flats = vec![0];
                for (range, size) in block.ranges.iter().zip(&sizes) {
                    flats = flats.iter().flat_map(|flat| range.clone().map(move |at| flat * size + at)).collect();
                }
                for flat in flats {
                    seen[flat] += 1;
                }
            }
            prop_assert!(seen.iter().all(|times| *times == 1));
        }
    }
}
