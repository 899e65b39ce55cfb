//! What holds for every JSON-stat file: reading never panics, and the same data in another form are the same data.

use std::{fs, path::PathBuf};

use insyn::load::{complaint::Severity, jsonstat};
use proptest::{collection::vec, prelude::*, sample::Index};
use serde_json::{Value, json};

fn fixture(name: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/jsonstat");
    fs::read_to_string(folder.join(name)).expect("the fixture is in the repository")
}

fn any_fixture() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["plain.json", "sparse.json", "profile.json", "eurostat.json", "catalogue.json"])
        .prop_map(fixture)
}

/// Reads as a dataset and as a catalogue; nothing comes only with a reason.
fn read(bytes: &[u8]) {
    let (cube, complaints) = jsonstat::read(bytes, "t");
    let is_fatal = complaints.iter().any(|complaint| complaint.severity == Severity::Fatal);
    assert_eq!(cube.is_none(), is_fatal, "{complaints:?}");
    assert!(complaints.len() <= 102);
    let (catalogue, complaints) = jsonstat::catalogue(bytes);
    assert!(catalogue.is_some() || !complaints.is_empty());
}

/// Values that do not belong where they are put.
fn any_json() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[a-z0-9_:|.]{0,4}".prop_map(Value::from),
        vec(-1_i64..5, 0..4).prop_map(Value::from),
        vec("[a-c0-2]{1,2}", 0..4).prop_map(Value::from),
        vec(("[a-c0-2]{1,4}", -1_i64..5), 0..4).prop_map(|members| members.into_iter().collect()),
        Just(json!({"profile": "1", "synthetic": true})),
    ]
}

/// How many values there are in a tree.
fn n_values(tree: &Value) -> usize {
    1 + match tree {
        Value::Array(list) => list.iter().map(n_values).sum(),
        Value::Object(object) => object.values().map(n_values).sum(),
        _ => 0,
    }
}

/// The value of this number in a tree, counted from the root.
fn nth<'t>(tree: &'t mut Value, n: &mut usize) -> Option<&'t mut Value> {
    if *n == 0 {
        return Some(tree);
    }
    *n -= 1;
    match tree {
        Value::Array(list) => list.iter_mut().find_map(|value| nth(value, n)),
        Value::Object(object) => object.values_mut().find_map(|value| nth(value, n)),
        _ => None,
    }
}

/// One table: how many categories each dimension has, and the cells.
fn any_table() -> impl Strategy<Value = (Vec<usize>, Vec<Option<f64>>, Vec<Option<String>>)> {
    vec(1_usize..4, 1..4).prop_flat_map(|sizes| {
        let n: usize = sizes.iter().product();
        let number = prop_oneof![Just(None), (0_i32..1000).prop_map(|number| Some(f64::from(number) / 4.0))];
        let sign =
            prop::sample::select(vec![None, Some("x"), Some("p"), Some("?")]).prop_map(|sign| sign.map(str::to_owned));
        (Just(sizes), vec(number, n), vec(sign, n))
    })
}

fn table(sizes: &[usize], metric: Option<usize>) -> Value {
    let ids: Vec<String> = (0..sizes.len()).map(|number| format!("d{number}")).collect();
    let dimension: serde_json::Map<String, Value> = ids
        .iter()
        .zip(sizes)
        .map(|(id, size)| {
            let codes: Vec<String> = (0..*size).map(|code| code.to_string()).collect();
            (id.clone(), json!({"category": {"index": codes}}))
        })
        .collect();
    let metric: Vec<&String> = metric.and_then(|metric| ids.get(metric)).into_iter().collect();
    json!({
        "version": "2.0", "class": "dataset", "label": "t", "id": ids, "size": sizes, "dimension": dimension,
        "role": {"metric": metric},
        "extension": {"insyn": {"profile": "1", "states": {"x": "suppressed", "p": "provisional"}}},
    })
}

fn sparse<T: Clone + Into<Value>>(cells: &[Option<T>]) -> Value {
    let cell = |(at, cell): (usize, &Option<T>)| Some((at.to_string(), cell.clone()?.into()));
    cells.iter().enumerate().filter_map(cell).collect::<serde_json::Map<_, _>>().into()
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in vec(any::<u8>(), 0..400)) {
        read(&bytes);
    }

    #[test]
    fn a_file_with_bytes_changed_is_read_without_a_panic(
        text in any_fixture(),
        changes in vec((any::<Index>(), any::<u8>(), 0_u8..3), 1..8),
    ) {
        let mut bytes = text.into_bytes();
        for (at, byte, how) in changes {
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => bytes.truncate(at.max(1)),
            }
        }
        read(&bytes);
    }

    #[test]
    fn a_file_with_values_changed_is_read_without_a_panic(
        text in any_fixture(),
        changes in vec((any::<Index>(), any_json()), 1..6),
    ) {
        let mut tree: Value = serde_json::from_str(&text).expect("the fixture is JSON");
        for (at, value) in changes {
            let mut n = at.index(n_values(&tree));
            *nth(&mut tree, &mut n).expect("it is one of them") = value;
        }
        read(tree.to_string().as_bytes());
    }

    #[test]
    fn a_list_and_an_object_of_the_same_cells_are_the_same(
        (sizes, numbers, signs) in any_table(),
        metric in prop::option::of(0_usize..4),
    ) {
        let forms = |value: Value, status: Value| {
            let mut file = table(&sizes, metric);
            file["value"] = value;
            file["status"] = status;
            jsonstat::read(file.to_string().as_bytes(), "t")
        };
        let list = forms(json!(numbers), json!(signs));
        prop_assert!(list.0.is_some(), "{:?}", list.1);
        prop_assert_eq!(&list, &forms(sparse(&numbers), json!(signs)));
        prop_assert_eq!(&list, &forms(json!(numbers), sparse(&signs)));
        prop_assert_eq!(&list, &forms(sparse(&numbers), sparse(&signs)));
    }

    #[test]
    fn one_sign_for_all_is_the_same_as_all_signs((sizes, numbers, _) in any_table(), sign in "[xp?]") {
        let forms = |status: Value| {
            let mut file = table(&sizes, None);
            file["value"] = json!(numbers);
            file["status"] = status;
            jsonstat::read(file.to_string().as_bytes(), "t")
        };
        let all = vec![sign.clone(); numbers.len()];
        prop_assert_eq!(forms(json!(sign)), forms(json!(all)));
        prop_assert_eq!(forms(json!([sign])), forms(json!(all)));
    }
}
