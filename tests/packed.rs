//! What a worker packs, the page unpacks as the same cube; what nobody packed is no cube and no panic.

mod cubes;

use insyn::{
    export::packed::pack,
    load::{jsonstat, packed::unpack},
    model::{
        cube::{Column, Cube},
        figure::{Absence, Figure},
    },
};
use proptest::{collection::vec, prelude::*, sample::Index};

proptest! {
    #[test]
    fn a_cube_is_the_same_when_it_is_unpacked(cube in cubes::any_cube()) {
        prop_assert_eq!(unpack(&pack(&cube), cubes::ID), Some(cube));
    }

    #[test]
    fn bytes_that_are_cut_are_no_cube(cube in cubes::any_cube(), at in any::<Index>()) {
        let bytes = pack(&cube);
        prop_assert_eq!(unpack(&bytes[..at.index(bytes.len())], cubes::ID), None);
        let longer = [bytes.as_slice(), &[0]].concat();
        prop_assert_eq!(unpack(&longer, cubes::ID), None);
    }

    #[test]
    fn bytes_that_are_changed_are_unpacked_without_a_panic(
        cube in cubes::any_cube(),
        changes in vec((any::<Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = pack(&cube);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cube) = unpack(&bytes, cubes::ID) {
            let is_finite = |column: &Column| column.numbers().flatten().all(f64::is_finite);
            prop_assert!(cube.columns.iter().all(is_finite));
        }
    }
}

/// A million cells in four dimensions, every tenth hidden.
fn large() -> Cube {
    let sizes = [290, 35, 10, 10];
    let mut document = serde_json::json!({
        "class": "dataset", "label": "t", "id": ["a", "b", "c", "d"], "size": sizes, "dimension": {}, "value": {},
        "extension": {"insyn": {"profile": "1"}},
    });
    for (id, size) in ["a", "b", "c", "d"].into_iter().zip(sizes) {
        let codes: Vec<String> = (0..size).map(|code| code.to_string()).collect();
        document["dimension"][id] = serde_json::json!({"category": {"index": codes}});
    }
    let mut cube = jsonstat::read(document.to_string().as_bytes(), "t").0.expect("it is whole");
    for row in 0..cube.columns[0].len() {
        let hidden = Figure::Absent(Absence::Suppressed);
        cube.columns[0].set(row, if row % 10 == 0 { hidden } else { Figure::exact(row as f64) });
    }
    cube
}

#[test]
fn a_million_cells_are_carried_over_whole() {
    let cube = large();
    let bytes = pack(&cube);
    assert_eq!(unpack(&bytes, "t"), Some(cube));
    assert!(bytes.len() < 10 * 1024 * 1024, "nine bytes a cell, and a small head");
}
