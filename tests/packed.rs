//! What a worker packs, the page unpacks as the same cube; what nobody packed is no cube and no panic.

mod cubes;

use insyn::{
    export::packed::pack,
    gate,
    load::{
        fault::Fault,
        jsonstat,
        packed::{MARK, read, unpack},
    },
    model::{
        cube::{Column, Cube},
        dataset::{CombinedDimension, Contributors, MetricDimension},
        figure::{Absence, Figure},
        measure::Ratio,
        policy::{LegalBasis, LegalSubject},
        text::{Language, Text},
    },
    words::complaint,
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
            prop_assert_eq!(unpack(&pack(&cube), cubes::ID), Some(cube.clone()));
            let _ = gate::admit(cube);
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

#[test]
fn a_file_of_another_version_says_that_the_site_is_to_be_made_anew() {
    let bytes = pack(&large());
    let (name, _) = MARK.split_at(MARK.len() - 1);
    let newer = [name, b"9", &bytes[MARK.len()..]].concat();
    let complaint = read(&newer, "t").expect_err("it is of another version");
    assert_eq!(complaint.fault, Fault::OtherPacking { expected: '4', found: '9' });
    let said = |language| complaint::complaint(&complaint, language);
    assert!(said(Language::Swedish).contains("version 9") && said(Language::Swedish).contains("göra om webbplatsen"));
    assert!(said(Language::English).contains("version 9") && said(Language::English).contains("make the site anew"));
    let mut not_packed = ["", "{}", "insynpk", "<!DOCTYPE html>", "insynpk4"].map(str::as_bytes).to_vec();
    not_packed.push(&bytes[..bytes.len() - 1]);
    for bytes in not_packed {
        let complaint = read(bytes, "t").expect_err("it is no packed file");
        assert_eq!(complaint.fault, Fault::NotPacked);
        assert!(complaint::complaint(&complaint, Language::Swedish).contains("göra om webbplatsen"));
    }
}

/// What makes no cube of a cube.
type Spoil<'s> = &'s dyn Fn(&mut Cube);

/// A small cube with a share of its counts.
fn small() -> Cube {
    let document = serde_json::json!({
        "class": "dataset", "label": "t", "id": ["m", "a"], "size": [3, 2], "role": {"metric": ["m"]}, "value": [1, 2, 3, 4, 5, 6],
        "dimension": {"m": {"category": {"index": ["n", "all", "share"]}}, "a": {"category": {"index": ["x", "y"]}}},
        "extension": {"insyn": {"profile": "1", "measures": {"share": {"kind": "share", "numerator": "n", "denominator": "all"}}}},
    });
    jsonstat::read(document.to_string().as_bytes(), "t").0.expect("it is whole")
}

#[test]
fn what_points_at_nothing_is_no_cube() {
    assert_eq!(unpack(&pack(&small()), "t"), Some(small()));
    let ratio =
        |cube: &mut Cube, change: fn(&mut Ratio)| change(cube.measures[2].ratio.as_mut().expect("it is a share"));
    let basis = |subject| LegalBasis { subject, act: Text::default(), provision: None, from: None, until: None };
    let spoilt: [(&str, Spoil); 22] = [
        ("total", &|cube| cube.dimensions[0].total = Some(2)),
        ("parent", &|cube| cube.dimensions[0].categories[0].parent = Some(2)),
        ("its own parent", &|cube| cube.dimensions[0].categories[1].parent = Some(1)),
        ("the same code", &|cube| cube.dimensions[0].categories[1].code = "x".to_owned()),
        ("no category", &|cube| cube.dimensions[0].categories.clear()),
        ("one category more", &|cube| {
            let category = cube.dimensions[0].categories[0].clone();
            cube.dimensions[0].categories.push(category);
        }),
        ("the same dimension", &|cube| cube.dimensions.push(cube.dimensions[0].clone())),
        ("the same measure", &|cube| cube.measures[1].id = "n".to_owned()),
        ("column", &|cube| cube.measures[0].column = Some(3)),
        ("neither column nor ratio", &|cube| cube.measures[0].column = None),
        ("numerator", &|cube| ratio(cube, |ratio| ratio.numerator = Some(3))),
        ("denominator", &|cube| ratio(cube, |ratio| ratio.denominator = 3)),
        ("denominator at a dimension", &|cube| ratio(cube, |ratio| ratio.denominator_at = vec![(1, 0)])),
        ("denominator at a category", &|cube| ratio(cube, |ratio| ratio.denominator_at = vec![(0, 2)])),
        ("per nothing", &|cube| ratio(cube, |ratio| ratio.per = 0.0)),
        ("additive over", &|cube| cube.measures[0].additive_over = vec![1]),
        ("metric", &|cube| cube.dataset.metric = Some(MetricDimension { place: 2, ..MetricDimension::default() })),
        ("contributors", &|cube| {
            cube.dataset.contributors = vec![Contributors { homes: Some(3), ..Contributors::default() }];
        }),
        ("covariate", &|cube| cube.dataset.covariates = vec![3]),
        ("combination", &|cube| {
            cube.dataset.combinations = Some(vec![vec![CombinedDimension { dimension: 1, level: None }]]);
        }),
        ("category in law", &|cube| {
            cube.dataset.legal_bases = vec![basis(LegalSubject::Category { dimension: 0, category: 2 })];
        }),
        ("measure in law", &|cube| cube.dataset.legal_bases = vec![basis(LegalSubject::Measure(3))]),
    ];
    for (what, spoil) in spoilt {
        let mut cube = small();
        spoil(&mut cube);
        assert_eq!(unpack(&pack(&cube), "t"), None, "{what}");
    }
}

#[test]
fn promises_of_much_take_no_memory() {
    let mut bytes = MARK.to_vec();
    for n in [60_u32, 0, 0] {
        bytes.extend(n.to_le_bytes());
    }
    bytes.resize(bytes.len() + 100, 0xff);
    assert_eq!(unpack(&bytes, "t"), None);
}
