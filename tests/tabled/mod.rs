//! From a table as it was sent to a cube, by what is proposed of it.

use insyn::{
    load::{
        complaint::Complaint,
        table::{self, Mapping, Table},
    },
    model::{cube::Cube, figure::Figure},
};

/// The cube of a table, with all that was said on the way.
pub fn cube_of(table: Option<Table>, mut all: Vec<Complaint>) -> (Cube, Table, Mapping, Vec<Complaint>) {
    let table = table.unwrap_or_else(|| panic!("{all:?}"));
    let (mapping, complaints) = table::propose(&table);
    all.extend(complaints);
    let (cube, complaints) = table::cube(&table, &mapping, "t");
    all.extend(complaints);
    (cube.unwrap_or_else(|| panic!("{all:?}")), table, mapping, all)
}

/// The figure at these codes.
pub fn figure(cube: &Cube, measure: usize, codes: &[&str]) -> Figure {
    let at = cube.dimensions.iter().zip(codes).map(|(dimension, code)| dimension.position(code).expect(code));
    cube.published(measure, &at.collect::<Vec<_>>())
}
