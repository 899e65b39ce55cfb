//! The benchmark of linked views as a program for a browser or Node, which keeps the time: `linked.mjs` calls it.

#[path = "shape.rs"]
mod shape;

use insyn::{
    gate::{self, Cleared},
    model::area::Level,
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
        let cleared = gate::admit(shape::cube(small, share_hidden)).expect("nothing in it is protected");
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

    /// Takes hold of a dimension.
    pub fn grab(&mut self, dimension: usize) -> bool {
        self.linked.as_mut().expect("it is linked").grab(dimension)
    }

    /// The bytes of the index.
    pub fn n_bytes(&self) -> usize {
        self.linked.as_ref().map_or(0, Linked::n_bytes)
    }
}

fn main() {
    console_error_panic_hook::set_once();
}
