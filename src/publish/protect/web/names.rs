//! The same figure has the same key in every table: what is counted, and each category that is not all of its dimension.

use std::collections::{HashMap, HashSet};

use crate::{
    bounds::cuts::{Whole, top},
    model::cube::Cube,
};

/// Dimensions and codes by number, so that the same cell has the same key in every table.
pub struct Names {
    /// For each cube and dimension its number.
    dimensions: Vec<Vec<u32>>,
    /// For each cube, dimension and category the code's number; none where it is all of the dimension.
    codes: Vec<Vec<Vec<Option<u32>>>>,
    by_code: HashMap<String, u32>,
}

impl Names {
    pub fn of(cubes: &[Cube]) -> Self {
        let mut by_dimension: HashMap<(&str, &str), u32> = HashMap::new();
        let mut by_code: HashMap<String, u32> = HashMap::new();
        let mut tops: HashSet<(u32, &str)> = HashSet::new();
        let mut dimensions = Vec::new();
        for cube in cubes {
            let mut of_cube = Vec::new();
            for it in &cube.dimensions {
                let next = u32::try_from(by_dimension.len()).unwrap_or(u32::MAX);
                let number = *by_dimension.entry((&it.id, it.kind.id())).or_insert(next);
                tops.extend(top(it).and_then(|top| Some((number, it.categories.get(top)?.code.as_str()))));
                of_cube.push(number);
            }
            dimensions.push(of_cube);
        }
        let mut codes = Vec::new();
        for (cube, numbers) in cubes.iter().zip(&dimensions) {
            let mut of_cube = Vec::new();
            for (it, number) in cube.dimensions.iter().zip(numbers) {
                let mut of_dimension = Vec::new();
                for category in &it.categories {
                    let next = u32::try_from(by_code.len()).unwrap_or(u32::MAX);
                    let code = *by_code.entry(category.code.clone()).or_insert(next);
                    of_dimension.push((!tops.contains(&(*number, category.code.as_str()))).then_some(code));
                }
                of_cube.push(of_dimension);
            }
            codes.push(of_cube);
        }
        Self { dimensions, codes, by_code }
    }

    /// The same for the same figure: what is counted, and each category that is not all of its dimension. `instead` stands for another category of a dimension.
    pub fn key(&mut self, class: u32, cube: usize, at: &[usize], instead: Option<(usize, &Whole)>) -> Vec<u32> {
        let (Some(dimensions), Some(codes)) = (self.dimensions.get(cube), self.codes.get(cube)) else {
            return Vec::new();
        };
        let mut pairs = Vec::new();
        for (place, ((number, codes), category)) in dimensions.iter().zip(codes).zip(at).enumerate() {
            let code = match instead {
                Some((dimension, Whole::All)) if dimension == place => None,
                Some((dimension, Whole::Code(code))) if dimension == place => {
                    // A code that no table has is nowhere.
                    Some(self.by_code.get(code).copied().unwrap_or(u32::MAX))
                }
                Some((dimension, Whole::Category(category))) if dimension == place => {
                    codes.get(*category).copied().flatten()
                }
                _ => codes.get(*category).copied().flatten(),
            };
            pairs.extend(code.map(|code| (*number, code)));
        }
        pairs.sort_unstable();
        std::iter::once(class).chain(pairs.into_iter().flat_map(|(number, code)| [number, code])).collect()
    }
}
