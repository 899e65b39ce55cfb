//! How far above the parts that are cut no further a category is: totals are hidden last.

use crate::bounds::cuts::{Cut, Whole};

/// How many times each category is cut into parts on the way to those that are not: 0 for a part, 1 for a total of parts.
pub fn heights(n_categories: usize, cuts: &[Cut]) -> Vec<u32> {
    let mut heights = vec![0; n_categories];
    // Whatever a file says of parents, there are no more steps than categories.
    for _ in 0..n_categories {
        let before = heights.clone();
        for cut in cuts {
            let Whole::Category(whole) = cut.whole else { continue };
            let above =
                cut.parts.iter().filter_map(|part| before.get(*part)).max().map_or(1, |height: &u32| height + 1);
            if let Some(height) = heights.get_mut(whole) {
                *height = above.max(*height).min(MOST_HEIGHT);
            }
        }
        if heights == before {
            break;
        }
    }
    heights
}

/// Steps counted: more make no difference to what is hidden last.
const MOST_HEIGHT: u32 = 4;
