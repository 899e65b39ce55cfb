//! The benchmark of linked views as a program for a browser or Node, which keeps the time: `linked.mjs` calls it.

#[path = "shape.rs"]
mod shape;

use insyn::{
    gate::{self, Cleared},
    load::packed,
    model::{
        area::Level,
        cube::{Cube, Summand},
    },
    query::linked::{
        Linked,
        scope::{Counted, Scope},
    },
};
use wasm_bindgen::prelude::*;

/// A made-up cube and its linked view.
#[wasm_bindgen]
pub struct LinkedBench {
    cleared: Cleared,
    scope: Scope,
    linked: Option<Linked>,
    leaves: Vec<Vec<usize>>,
}

#[wasm_bindgen]
impl LinkedBench {
    /// The cube of a shape, by its place among them; of the numerators so many per cent are hidden.
    #[wasm_bindgen(constructor)]
    pub fn new(shape: usize, share_hidden: u32) -> Self {
        let (_, small) = shape::SHAPES.get(shape).expect("there is such a shape");
        Self::of(shape::cube(small, share_hidden))
    }

    /// How many cells there are.
    pub fn n_cells(&self) -> usize {
        self.cleared.cube().n_rows().expect("it fits")
    }

    /// The numbers of a measure by row, to give to others; not a number where one is hidden.
    pub fn numbers(&self, measure: usize) -> Vec<f64> {
        self.cleared.cube().columns[measure].numbers().map(|number| number.unwrap_or(f64::NAN)).collect()
    }

    /// How many categories each dimension has.
    pub fn sizes(&self) -> Vec<usize> {
        self.cleared.cube().dimensions.iter().map(|dimension| dimension.categories.len()).collect()
    }

    /// Links the cube.
    pub fn build(&mut self) {
        let linked = Linked::build(&self.cleared, &self.scope).expect("it can be linked");
        self.leaves = self.scope.dimensions.iter().map(|dimension| linked.leaves(*dimension).to_vec()).collect();
        self.linked = Some(linked);
    }

    /// Chooses so many leaves of a dimension from one on, and answers with the sum of all numerators chosen.
    pub fn choose(&mut self, dimension: usize, begin: usize, n: usize) -> f64 {
        let linked = self.linked.as_mut().expect("it is linked");
        linked.choose(dimension, &self.leaves[dimension][begin..begin + n]).expect("they are there");
        linked.group_bys().all(0).map_or(f64::NAN, |group| group.known as f64)
    }

    /// The known sum of a group.
    pub fn group(&mut self, dimension: usize, leaf: usize, measure: usize) -> f64 {
        let groups = self.linked.as_mut().expect("it is linked").group_bys();
        groups.of(dimension, self.leaves[dimension][leaf], measure).map_or(f64::NAN, |group| group.known as f64)
    }

    /// How many cells of a group are hidden.
    pub fn hidden(&mut self, dimension: usize, leaf: usize, measure: usize) -> f64 {
        let groups = self.linked.as_mut().expect("it is linked").group_bys();
        groups.of(dimension, self.leaves[dimension][leaf], measure).map_or(f64::NAN, |group| group.n_hidden as f64)
    }

    /// Takes hold of a dimension.
    pub fn grab(&mut self, dimension: usize) -> bool {
        self.linked.as_mut().expect("it is linked").grab(dimension)
    }

    /// The bytes of the index.
    pub fn n_bytes(&self) -> usize {
        self.linked.as_ref().map_or(0, Linked::n_bytes)
    }
}

impl LinkedBench {
    fn of(cube: Cube) -> Self {
        let cleared = gate::admit(cube).expect("nothing in it is protected");
        let n = cleared.cube().dimensions.len();
        let counted = |measure| Counted { measure, at: Vec::new() };
        let scope = Scope {
            counted: vec![counted(0), counted(1)],
            dimensions: (0..n).collect(),
            at: vec![0; n],
            level: Some(Level::Municipality),
        };
        Self { cleared, scope, linked: None, leaves: Vec::new() }
    }
}

/// A cube as the reader of files handed it over.
#[wasm_bindgen]
pub struct ReadBench {
    cube: Cube,
}

#[wasm_bindgen]
impl ReadBench {
    /// Unpacks it, as the page does.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Self {
        Self { cube: packed::unpack(bytes, "bench").expect("the reader packed it") }
    }

    /// Passes the gate, on to linked views.
    pub fn admit(self) -> LinkedBench {
        LinkedBench::of(self.cube)
    }

    /// The ids of the dimensions, then of the measures.
    pub fn ids(&self) -> Vec<String> {
        let dimensions = self.cube.dimensions.iter().map(|it| it.id.clone());
        dimensions.chain(self.cube.measures.iter().map(|it| it.id.clone())).collect()
    }

    /// The codes of a dimension.
    pub fn codes(&self, dimension: usize) -> Vec<String> {
        self.cube.dimensions[dimension].categories.iter().map(|it| it.code.clone()).collect()
    }

    /// By category of a dimension, the sum of a measure's numbers and how many cells have none, by one plain pass.
    pub fn sums(&self, dimension: usize, measure: usize) -> Vec<f64> {
        let sizes: Vec<usize> = self.cube.dimensions.iter().map(|it| it.categories.len()).collect();
        let stride: usize = sizes[dimension + 1..].iter().product();
        let column = self.cube.measures[measure].column.expect("it has cells");
        let column = &self.cube.columns[column];
        let mut sums = vec![0.0; 2 * sizes[dimension]];
        for row in 0..column.len() {
            let place = 2 * (row / stride % sizes[dimension]);
            match column.summand(row) {
                Summand::Number(number) => sums[place] += number,
                _ => sums[place + 1] += 1.0,
            }
        }
        sums
    }
}

fn main() {
    console_error_panic_hook::set_once();
}
