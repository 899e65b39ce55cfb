//! What follows from small tables, worked out by hand.

use super::*;
use crate::{
    bounds::{Attack, Bounds, Cell, relation::RelationKind, shown::shown},
    model::{
        figure::{Flag, Flags, Known},
        measure::Ratio,
    },
};

fn range(bounds: &Bounds, table: usize, row: usize) -> (f64, f64) {
    let range = bounds.known(Cell { table, measure: 0, row }).expect("it is hidden");
    (range.low, range.high)
}

fn sexes() -> Dimension {
    flat("sex", &["T", "girl", "boy"], true)
}

#[test]
fn one_hidden_part_is_the_total_less_the_others_and_it_is_told_why() {
    let cube = cube(vec![sexes()], &[14, 11, -1]);
    let bounds = Bounds::of(&[&cube], Attack::default());
    let bound = bounds.iter().next().expect("one cell hides");
    assert_eq!((bound.cell.row, bound.range.low, bound.range.high), (2, 3.0, 3.0));
    let relations = bounds.relations(&[&cube], &bounds.relations_of(bound.why_high));
    let relation = relations[0].as_ref().expect("it is one of them");
    let terms: Vec<_> = relation.terms.iter().map(|term| (term.cell.row, term.factor, term.value)).collect();
    assert_eq!(relation.kind, RelationKind::Sum);
    assert_eq!(terms, [(1, 1.0, Some(11.0)), (2, 1.0, None), (0, -1.0, Some(14.0))]);
}

#[test]
fn four_hidden_cells_of_a_rectangle_have_the_intervals_of_their_margins() {
    let dimensions = vec![flat("kind", &["T", "x", "y", "z"], true), flat("who", &["T", "p", "q", "r"], true)];
    // Hidden a, b / c, d with a + b = 6, c + d = 13, a + c = 9, b + d = 10.
    #[rustfmt::skip]
    let cells = [
        71, 19, 21, 31,
        20, -1, -1, 14,
        30, -1, -1, 17,
        21, 10, 11,  0,
    ];
    let mut bounds = Bounds::of(&[&cube(dimensions, &cells)], Attack::default());
    assert_eq!(bounds.contradictions(), []);
    assert_eq!([5, 6, 9, 10].map(|row| range(&bounds, 0, row)), [(0.0, 6.0), (0.0, 6.0), (3.0, 9.0), (4.0, 10.0)]);
    assert_eq!(bounds.make_exact(64), 0);
    assert!(bounds.iter().all(|bound| bound.is_exact && bound.range.width() == 6.0));
}

#[test]
fn what_only_all_relations_together_tell_takes_a_program() {
    // In rows x and y hide p and q, in row z hides p, and of the columns p and q: each sum has two or three hidden cells.
    let dimensions = vec![flat("kind", &["T", "x", "y"], true), flat("who", &["T", "p", "q", "r"], true)];
    #[rustfmt::skip]
    let cells = [
        30, 10, 12,  8,
        -1, -1, -1,  5,
        -1, -1, -1,  3,
    ];
    let cube = cube(dimensions, &cells);
    let mut bounds = Bounds::of(&[&cube], Attack::default());
    assert_eq!(range(&bounds, 0, 4), (5.0, 27.0));
    assert_eq!(bounds.make_exact(64), 0);
    assert_eq!(range(&bounds, 0, 4), (5.0, 27.0));
    // Odd and even: x + y = 5 and x − y = 0 have a middle, but no whole numbers.
    let mut system = crate::bounds::system::System::default();
    let (x, y) = (system.unknown(0.0, 9.0), system.unknown(0.0, 9.0));
    system.relate([(x, 1.0), (y, 1.0)], 5.0, 5.0);
    system.relate([(x, 1.0), (y, -1.0)], 0.0, 0.0);
    system.index();
    let component = crate::bounds::program::components(&system).remove(0);
    let asked = [x, y];
    let (enough, mut left) = (|_: usize| f64::INFINITY, f64::INFINITY);
    let found = crate::bounds::program::bounds(&system, &component, &asked, enough, &mut left, &async || {});
    assert_eq!(
        crate::model::slices::at_once(found),
        Some(Err(crate::bounds::program::NoBounds::Contradiction(vec![0, 1])))
    );
}

#[test]
fn a_county_of_one_municipality_gives_it_away() {
    let areas = dimension("area", &[("00", None), ("09", None), ("0980", None)], true);
    let cube = cube(vec![areas], &[90, 4, -1]);
    let bounds = Bounds::of(&[&cube], Attack::default());
    // By its code alone: no parents are named.
    assert_eq!(range(&bounds, 0, 2), (4.0, 4.0));
}

#[test]
fn a_county_without_all_its_municipalities_tells_nothing() {
    let areas = dimension("area", &[("00", None), ("01", None), ("0114", Some(1)), ("0115", Some(1))], true);
    let cube = cube(vec![areas], &[90, 40, 30, -1]);
    assert_eq!(range(&Bounds::of(&[&cube], Attack::default()), 0, 3), (0.0, f64::INFINITY));
}

#[test]
fn the_same_figure_in_another_table_gives_a_hidden_one_away() {
    let areas = || flat("kind", &["T", "a", "b"], true);
    let by_sex = cube(vec![areas(), sexes()], &[30, 14, 16, 20, -1, -1, 10, -1, -1]);
    let by_who = cube(vec![flat("who", &["T", "p", "q"], true), areas()], &[30, -1, -1, 12, 5, 7, 18, 15, 3]);
    let bounds = Bounds::of(&[&by_sex, &by_who], Attack::default());
    assert_eq!((range(&bounds, 1, 1), range(&bounds, 1, 2)), ((20.0, 20.0), (10.0, 10.0)));
    assert_eq!(range(&bounds, 0, 4), (4.0, 14.0));
    let apart = Bounds::of(&[&by_who], Attack::default());
    assert_eq!(range(&apart, 0, 1), (20.0, 20.0), "its own parts tell it too");
    let mut other = by_who.clone();
    other.measures[0].id = "vuxna".to_owned();
    for row in 3..9 {
        other.columns[0].set(row, figure(None));
    }
    assert_eq!(range(&Bounds::of(&[&by_sex, &other], Attack::default()), 1, 1), (0.0, 30.0));
}

#[test]
fn a_total_that_stands_only_in_another_table_counts() {
    let by_sex = cube(vec![flat("kind", &["a", "b"], false), flat("sex", &["girl", "boy"], false)], &[9, -1, 8, 7]);
    let totals = cube(vec![flat("kind", &["a", "b"], false)], &[12, 15]);
    let bounds = Bounds::of(&[&by_sex, &totals], Attack::default());
    assert_eq!(range(&bounds, 0, 1), (3.0, 3.0));
    // And the other way: the parts of a hidden total stand in another table.
    let by_sex = cube(vec![flat("kind", &["a", "b"], false), flat("sex", &["girl", "boy"], false)], &[9, 3, 8, 7]);
    let totals = cube(vec![flat("kind", &["a", "b"], false)], &[-1, 15]);
    assert_eq!(range(&Bounds::of(&[&totals, &by_sex], Attack::default()), 0, 0), (12.0, 12.0));
    // Municipalities here, their county there.
    let gotland = cube(vec![dimension("area", &[("0980", None)], false)], &[-1]);
    let counties = cube(vec![dimension("area", &[("00", None), ("09", None)], true)], &[50, 6]);
    assert_eq!(range(&Bounds::of(&[&gotland, &counties], Attack::default()), 0, 0), (6.0, 6.0));
}

#[test]
fn what_does_not_add_up_makes_no_relation() {
    let told = |change: fn(&mut Cube)| {
        let mut cube = cube(vec![sexes()], &[14, 11, -1]);
        change(&mut cube);
        range(&Bounds::of(&[&cube], Attack::default()), 0, 2)
    };
    let open = (0.0, f64::INFINITY);
    assert_eq!(told(|cube| cube.measures[0].additive_over.clear()), open);
    assert_eq!(told(|cube| cube.dimensions[0].is_multi_response = true), open);
    assert_eq!(
        told(|cube| {
            let flags = Flags::from_iter([Flag::Perturbed]);
            cube.columns[0].set(1, Figure::Known(Known { value: 11.0, qualifier: None, flags }));
        }),
        open
    );
    // Rounded to base 3, either is up to 2 away: 12 … 16 less 9 … 13.
    assert_eq!(
        told(|cube| cube.dataset.disclosure = Some(Disclosure { rounding_base: Some(3), ..Disclosure::default() })),
        (0.0, 7.0)
    );
}

#[test]
fn an_attacker_may_presume_sums_that_the_file_does_not_promise() {
    let attack = Attack { presumes_sums: true, ..Attack::default() };
    let kinds = || flat("kind", &["a", "b"], false);
    let mut silent = cube(vec![kinds(), sexes()], &[14, 11, -1, 9, 4, 5]);
    silent.measures[0].additive_over.clear();
    assert_eq!(range(&Bounds::of(&[&silent], Attack::default()), 0, 2), (0.0, f64::INFINITY));
    assert_eq!(range(&Bounds::of(&[&silent], attack), 0, 2), (3.0, 3.0));
    // Its own figures say that they do not add up.
    silent.columns[0].set(3, figure(Some(8.0)));
    assert_eq!(range(&Bounds::of(&[&silent], attack), 0, 2), (0.0, f64::INFINITY));
}

#[test]
fn a_share_and_its_n_give_the_count_away() {
    let mut cube = cube(vec![flat("kind", &["a", "b"], false)], &[-1, 12]);
    cube.columns.push(column(&[Some(29.0), Some(40.0)]));
    cube.columns.push(column(&[Some(10.3), Some(30.0)]));
    cube.measures.push(count("alla", 1, 1));
    let ratio = Ratio { numerator: Some(0), denominator: 1, denominator_at: Vec::new(), per: 100.0 };
    cube.measures.push(Measure { kind: MeasureKind::Share, ratio: Some(ratio), ..count("andel", 2, 0) });
    let bounds = Bounds::of(&[&cube], Attack::default());
    let bound = bounds.iter().next().expect("one hides");
    assert_eq!((bound.range.low, bound.range.high), (3.0, 3.0));
    let relations = bounds.relations(&[&cube], &bounds.relations_of(bound.why_low));
    let relation = relations[0].as_ref().expect("it is one of them");
    assert_eq!((relation.kind, relation.quotient.map(|cell| cell.measure)), (RelationKind::Quotient, Some(2)));
    // Without its figure it is no more than its n.
    cube.columns[2].set(0, figure(None));
    assert_eq!(range(&Bounds::of(&[&cube], Attack::default()), 0, 0), (0.0, 29.0));
    // And n hides where the count is known.
    cube.columns[0].set(0, figure(Some(3.0)));
    cube.columns[1].set(0, figure(None));
    cube.columns[2].set(0, figure(Some(10.3)));
    let n = Bounds::of(&[&cube], Attack::default()).known(Cell { table: 0, measure: 1, row: 0 }).expect("it hides");
    assert_eq!((n.low, n.high), (29.0, 29.0));
}

#[test]
fn rounded_figures_are_asked_for_where_the_attacker_does() {
    let mut cube = cube(vec![flat("kind", &["T", "a", "b", "c"], true)], &[6, 0, 0, 0]);
    cube.dataset.disclosure = Some(Disclosure { rounding_base: Some(3), ..Disclosure::default() });
    assert_eq!(Bounds::of(&[&cube], Attack::default()).iter().count(), 0);
    let bounds = Bounds::of(&[&cube], Attack { asks_rounded: true, ..Attack::default() });
    assert_eq!((range(&bounds, 0, 0), range(&bounds, 0, 1)), ((4.0, 6.0), (0.0, 2.0)));
}

#[test]
fn published_figures_that_contradict_each_other_are_named() {
    let cube = cube(vec![sexes()], &[10, 11, -1]);
    let bounds = Bounds::of(&[&cube], Attack::default());
    assert_eq!(bounds.contradictions().len(), 1);
    let relations = bounds.relations(&[&cube], &bounds.contradictions()[0].relations);
    assert_eq!(relations[0].as_ref().map(|relation| relation.terms.len()), Some(3));
    assert_eq!(shown(&cube, 0, 2, || &bounds), None);
}

#[test]
fn what_is_shown_is_never_narrower_than_the_protection() {
    let told = |cells: &[i32], disclosure: Option<Disclosure>| {
        let mut cube = cube(vec![sexes()], cells);
        cube.dataset.disclosure = disclosure;
        let bounds = Bounds::of(&[&cube], Attack::default());
        shown(&cube, 0, 2, || &bounds).map(|range| (range.low, range.high))
    };
    let complementary = Disclosure { threshold: Some(7), has_complementary: true, ..Disclosure::default() };
    // It can be worked out; the reader is told the rule.
    assert_eq!(told(&[14, 11, -1], Some(only_small())), Some((0.0, 4.0)));
    assert_eq!(told(&[14, 11, -1], None), Some((0.0, 4.0)));
    assert_eq!(told(&[14, 11, -1], Some(complementary.clone())), Some((0.0, 6.0)));
    // A large one, hidden for another's sake, is not told from a small one.
    assert_eq!(told(&[40, -1, -1], Some(complementary)), Some((0.0, 40.0)));
    assert_eq!(told(&[-1, -1, -1], None), None);
}
