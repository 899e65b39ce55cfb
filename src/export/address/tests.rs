//! What stands in an address is understood again.

use proptest::prelude::*;

use super::*;

fn read(pairs: &[(&str, &str)]) -> Address {
    Address::from_pairs(pairs.iter().copied())
}

#[test]
fn an_address_says_everything_that_is_chosen() {
    let address = read(&[("dataset", "demo"), ("year", "2022"), ("lang", "en"), ("view", "map"), ("by", "sex")]);
    assert_eq!(address.query(), "lang=en&dataset=demo&by=sex&view=map&year=2022");
    assert!(address.unknown.is_empty());
}

#[test]
fn two_parts_stand_side_by_side_only_if_they_are_two() {
    let address = read(&[("dataset", "demo"), ("view", "map"), ("beside", "time")]);
    assert_eq!(address.beside, Some(View::Time));
    assert_eq!(address.query(), "lang=sv&dataset=demo&view=map&beside=time");
    for (view, beside) in [("map", "map"), ("all", "time"), ("map", "all"), ("map", "globe")] {
        let address = read(&[("beside", beside), ("dataset", "demo"), ("view", view)]);
        assert_eq!((address.beside, address.unknown.len()), (None, 1), "{view} {beside}");
    }
}

#[test]
fn nonsense_is_kept_to_be_told() {
    let address = read(&[("lang", "klingon"), ("view", "globe")]);
    assert_eq!(address.language, Language::Swedish);
    assert_eq!(address.unknown.len(), 2);
}

#[test]
fn a_dimension_may_bear_a_name_of_ours() {
    let mut address = Address::default();
    address.choice.dataset = Some("d".into());
    address.choice.categories = vec![("view".into(), "a b&c=å".into())];
    assert_eq!(address.query(), "lang=sv&dataset=d&view=all&_view=a%20b%26c%3D%C3%A5");
    let pairs = address.pairs();
    assert_eq!(Address::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()))), address);
}

#[test]
fn a_crosstab_says_both_its_dimensions() {
    let address =
        read(&[("across", "sex"), ("by", "area"), ("view", "crosstab"), ("dataset", "demo"), ("_across", "1")]);
    assert_eq!((address.choice.by.as_deref(), address.choice.across.as_deref()), (Some("area"), Some("sex")));
    assert_eq!(address.view, View::Crosstab);
    assert_eq!(address.query(), "lang=sv&dataset=demo&by=area&across=sex&view=crosstab&_across=1");
}

#[test]
fn a_link_may_lead_to_one_version() {
    let address = read(&[("dataset", "demo"), ("version", "29ea0b214e0ad357"), ("year", "2022")]);
    assert_eq!(address.choice.version.as_deref(), Some("29ea0b214e0ad357"));
    assert_eq!(address.query(), "lang=sv&dataset=demo&version=29ea0b214e0ad357&view=all&year=2022");
}

#[test]
fn a_map_says_its_shape_its_limits_and_that_it_is_several() {
    let address = read(&[("dataset", "demo"), ("each", "sex"), ("classes", "own:10:20.5"), ("shape", "tiles")]);
    let choice = &address.choice;
    assert_eq!((choice.shape.as_deref(), choice.each.as_deref()), (Some("tiles"), Some("sex")));
    assert_eq!(address.query(), "lang=sv&dataset=demo&classes=own:10:20.5&shape=tiles&each=sex&view=all");
}

#[test]
fn the_order_of_the_rows_stands_only_where_there_is_one() {
    let address = read(&[("dataset", "demo"), ("sort", "-value"), ("_sort", "1")]);
    assert_eq!(address.sort, Some(SortedBy { column: "value".into(), is_descending: true }));
    assert_eq!(address.query(), "lang=sv&dataset=demo&view=all&sort=-value&_sort=1");
    let address = read(&[("dataset", "demo"), ("sort", "-")]);
    assert_eq!((address.sort.as_ref(), address.unknown.len()), (None, 1));
    assert_eq!(address.query(), "lang=sv&dataset=demo&view=all");
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(ids in prop::collection::vec("[a-z_]{1,8}|_{1,2}(level|by|sort|view)", 0..4), code in ".*", sort in prop::option::of((".+", any::<bool>()))) {
        let mut address = Address::default();
        address.choice.dataset = Some(code.clone());
        address.sort = sort.map(|(column, is_descending)| SortedBy { column, is_descending });
        for id in ids {
            if !id.is_empty() && !address.choice.categories.iter().any(|(known, _)| *known == id) {
                address.choice.categories.push((id, code.clone()));
            }
        }
        let pairs = address.pairs();
        let back = Address::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        prop_assert_eq!(back, address);
    }
}
