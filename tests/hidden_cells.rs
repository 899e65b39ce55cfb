//! Hidden cells that can be worked out are refused, and no others: against all fillings of small tables.

mod small_tables;

use insyn::{
    bounds::protection::Exposure,
    gate::{
        self, Refusal,
        reason::{Elsewhere, Reason, Step, Way, Withheld},
        receipt::Rule,
        warning::Warning,
    },
    model::{
        cube::{Column, Cube},
        dimension::Dimension,
        figure::{Absence, Figure},
        measure::{Measure, MeasureKind, ProtectedUnit, Ratio},
    },
};
use proptest::{collection::vec, prelude::*};
use small_tables::count;

/// A dimension whose first category is its total.
fn dimension(id: &str, codes: &[&str]) -> Dimension {
    small_tables::dimension(id, &codes.iter().map(|code| (*code, None)).collect::<Vec<_>>())
}

const HIDDEN: i32 = -1;
const MISSING: i32 = -2;

fn column(cells: &[i32]) -> Column {
    let mut column = Column::unpublished(cells.len());
    for (row, cell) in cells.iter().enumerate() {
        match *cell {
            HIDDEN => column.set(row, Figure::Absent(Absence::Suppressed)),
            MISSING => column.set(row, Figure::Absent(Absence::Missing)),
            value => column.set(row, Figure::exact(f64::from(value))),
        }
    }
    column
}

/// A table of one count of children.
fn table(id: &str, dimensions: Vec<Dimension>, cells: &[i32]) -> Cube {
    let mut cube = Cube {
        measures: vec![count("barn", 0, dimensions.len())],
        columns: vec![column(cells)],
        dimensions,
        ..Cube::default()
    };
    cube.dataset.id = id.to_owned();
    cube
}

fn sexes() -> Dimension {
    dimension("sex", &["T", "flickor", "pojkar"])
}

/// Each reason: the codes of its cell, and how it can be worked out.
fn told(refusal: Refusal) -> Vec<(String, Exposure, Way)> {
    let told = |reason| match reason {
        Reason::HiddenFollows { cell, exposure, way, .. } => {
            let codes: Vec<String> = cell.categories.into_iter().map(|(_, name)| name.code).collect();
            (codes.join(" "), exposure, way)
        }
        other => panic!("{other:?}"),
    };
    refusal.reasons.into_iter().map(|refused| told(refused.reason)).collect()
}

fn refused(cubes: Vec<Cube>, earlier: &[Cube]) -> Vec<(String, Exposure, Way)> {
    gate::admit_all(cubes, earlier).err().map(told).unwrap_or_default()
}

fn cells(told: &[(String, Exposure, Way)]) -> Vec<&str> {
    told.iter().map(|(cell, _, _)| cell.as_str()).collect()
}

#[test]
fn a_total_less_the_other_parts_gives_a_hidden_one_away() {
    let told = refused(vec![table("a", vec![sexes()], &[14, 11, HIDDEN])], &[]);
    let [(cell, Exposure::Exact, Way { steps, is_chain: false, is_presumed: false, n_more: 0 })] = &told[..] else {
        panic!("{told:?}")
    };
    assert_eq!(cell, "pojkar");
    let [Step::LessParts { whole, parts, n_more: 0 }] = &steps[..] else { panic!("{steps:?}") };
    assert_eq!((whole.categories[0].1.code.as_str(), parts.len()), ("T", 1));
    let cleared = gate::admit(table("a", vec![sexes()], &[14, HIDDEN, HIDDEN])).expect("neither is told");
    assert!(cleared.receipt().checked.contains(&Rule::HiddenFromTotals));
}

#[test]
fn a_hidden_cell_that_lies_too_narrow_is_told_too_much_of() {
    // Two that make five: each is one to four, where the threshold is five.
    let of = |sum| {
        let kinds = dimension("kind", &["T", "a", "b", "c"]);
        let mut cube = table("a", vec![kinds], &[20 + sum, 20, HIDDEN, HIDDEN]);
        cube.dataset.disclosure = Some(insyn::model::dataset::Disclosure {
            threshold: Some(5),
            hides_only_small: true,
            ..Default::default()
        });
        refused(vec![cube], &[])
    };
    let told = of(5);
    assert_eq!(told.iter().map(|(_, exposure, _)| *exposure).collect::<Vec<_>>(), [Exposure::Narrow; 2]);
    assert_eq!(of(4), []);
}

#[test]
fn a_zero_that_is_hidden_tells_no_more_than_one_that_is_not() {
    assert_eq!(refused(vec![table("a", vec![sexes()], &[14, 14, HIDDEN])], &[]), []);
}

#[test]
fn a_table_may_be_safe_by_itself_and_not_beside_another() {
    let kinds = || dimension("kind", &["T", "a", "b"]);
    let by_sex = table("kön", vec![kinds(), sexes()], &[30, 14, 16, 20, HIDDEN, HIDDEN, 10, HIDDEN, HIDDEN]);
    let who = dimension("who", &["T", "p", "q"]);
    let by_who = table("vem", vec![kinds(), who], &[30, 14, 16, HIDDEN, 9, 11, HIDDEN, HIDDEN, HIDDEN]);
    assert_eq!(refused(vec![by_sex.clone()], &[]), []);
    let told = refused(vec![by_sex, by_who], &[]);
    assert!(cells(&told).contains(&"a T"), "{told:?}");
    let is_elsewhere = |step: &Step| match step {
        Step::Same(other) => matches!(&other.elsewhere, Some(Elsewhere::Dataset(name)) if name.code == "kön"),
        _ => false,
    };
    assert!(told.iter().any(|(_, _, way)| way.steps.iter().any(is_elsewhere)), "{told:?}");
}

#[test]
fn a_county_of_one_municipality_gives_it_away() {
    let areas = |codes: &[&str]| dimension("area", codes);
    let told = refused(vec![table("a", vec![areas(&["00", "09", "0980"])], &[90, 6, HIDDEN])], &[]);
    assert_eq!(cells(&told), ["0980"]);
    assert_eq!(refused(vec![table("a", vec![areas(&["00", "09", "0980"])], &[90, HIDDEN, HIDDEN])], &[]), []);
    let told = refused(
        vec![
            table("kommuner", vec![areas(&["00", "0980"])], &[90, HIDDEN]),
            table("län", vec![areas(&["00", "09"])], &[90, 6]),
        ],
        &[],
    );
    assert_eq!(cells(&told), ["0980"]);
}

#[test]
fn a_share_and_its_n_give_the_count_away() {
    let of = |share: f64, n: i32| {
        let mut cube = table("a", vec![dimension("kind", &["a", "b"])], &[HIDDEN, 60]);
        cube.dimensions[0].total = None;
        cube.columns.push(column(&[n, 400]));
        cube.columns.push(column(&[HIDDEN, HIDDEN]));
        cube.columns[2].set(0, Figure::exact(share));
        cube.measures.push(Measure { protected_unit: ProtectedUnit::None, ..count("alla", 1, 1) });
        let ratio = Ratio { numerator: Some(0), denominator: 1, denominator_at: Vec::new(), per: 100.0 };
        let share = Measure { kind: MeasureKind::Share, ratio: Some(ratio), ..count("andel", 2, 0) };
        cube.measures.push(share);
        gate::admit(cube).err().map(|it| it.reasons).unwrap_or_default()
    };
    let reasons = of(30.0, 29);
    let is_told = |reason: &Reason| matches!(reason, Reason::HiddenFollows { way: Way { steps, .. }, .. } if matches!(steps[..], [Step::Quotient { .. }]));
    assert!(of(31.0, 29).iter().any(|it| is_told(&it.reason)), "9 of 29: {reasons:?}");
    assert_eq!(of(31.0, 1000), [], "305 to 315");
}

#[test]
fn a_sum_over_years_gives_a_year_away() {
    let years = dimension("period", &["2015-2017", "2015", "2016", "2017"]);
    let told = refused(vec![table("a", vec![years.clone()], &[60, 20, 31, HIDDEN])], &[]);
    assert_eq!(cells(&told), ["2017"]);
    // Without a word of it, by what it is called.
    let mut cube = table("a", vec![Dimension { total: None, ..years }], &[60, 20, 31, HIDDEN]);
    assert_eq!(cells(&refused(vec![cube.clone()], &[])), ["2017"]);
    cube.measures[0].additive_over.clear();
    let told = refused(vec![cube], &[]);
    assert!(told[0].2.is_presumed, "{told:?}");
}

#[test]
fn what_was_published_before_counts() {
    let now = || table("hem", vec![sexes()], &[14, HIDDEN, HIDDEN]);
    // Hidden both times: as before.
    assert_eq!(refused(vec![now()], &[now()]), []);
    let told = refused(vec![now()], &[table("hem", vec![sexes()], &[14, 9, 5])]);
    assert_eq!(cells(&told), ["flickor", "pojkar"]);
    let is_earlier =
        |step: &Step| matches!(step, Step::Same(other) if matches!(other.elsewhere, Some(Elsewhere::Earlier { .. })));
    assert!(told.iter().all(|(_, _, way)| way.steps.iter().any(is_earlier)), "{told:?}");
    // A part then, the total now.
    let then = table("hem", vec![sexes()], &[HIDDEN, 9, HIDDEN]);
    assert_eq!(cells(&refused(vec![now()], &[then])), ["flickor", "pojkar"]);
    // What is hidden no longer gives away what was hidden for its sake.
    let then = || table("hem", vec![sexes()], &[14, HIDDEN, HIDDEN]);
    let told = refused(vec![table("hem", vec![dimension("sex", &["T", "flickor"])], &[14, 11])], &[then()]);
    assert_eq!(cells(&told), ["pojkar"]);
    assert_eq!(refused(vec![table("hem", vec![sexes()], &[14, 8, 6])], &[then()]), []);
}

#[test]
fn sums_are_presumed_until_they_are_disproved_or_overlap() {
    let mut cube =
        table("a", vec![dimension("kind", &["T", "a", "b"]), sexes()], &[20, 9, 11, 14, 11, HIDDEN, 6, HIDDEN, HIDDEN]);
    cube.measures[0].additive_over.clear();
    let told = refused(vec![cube.clone()], &[]);
    assert!(cells(&told).contains(&"a pojkar") && told.iter().all(|(_, _, way)| way.is_presumed), "{told:?}");
    let mut overlapping = cube.clone();
    overlapping.dimensions.iter_mut().for_each(|dimension| dimension.is_multi_response = true);
    assert_eq!(refused(vec![overlapping], &[]), []);
    // Girls and boys make another total than the published one.
    cube.columns[0].set(0, Figure::exact(25.0));
    cube.dimensions[0].is_multi_response = true;
    assert_eq!(refused(vec![cube], &[]), []);
}

#[test]
fn what_was_left_out_is_worked_out_too() {
    let reasons = gate::admit(table("a", vec![sexes()], &[14, 11, MISSING])).expect_err("three boys").reasons;
    assert!(matches!(&reasons[0].reason, Reason::HiddenFollows { withheld: Withheld::Absent, .. }), "{reasons:?}");
    assert!(gate::admit(table("a", vec![sexes()], &[24, 11, MISSING])).is_ok(), "thirteen are many");
    assert!(gate::admit(table("a", vec![sexes()], &[11, 11, MISSING])).is_ok(), "nobody is nobody");
}

#[test]
fn rounding_that_gives_small_counts_away_is_refused() {
    let n_told = |cells: &[i32]| {
        let mut cube = table("a", vec![sexes()], cells);
        cube.dataset.disclosure = Some(insyn::model::dataset::Disclosure {
            threshold: Some(5),
            rounding_base: Some(5),
            ..Default::default()
        });
        let reasons = gate::admit(cube).err().map(|it| it.reasons).unwrap_or_default();
        let is_told = |reason: &Reason| matches!(reason, Reason::HiddenFollows { withheld: Withheld::Rounded, .. });
        reasons.iter().filter(|it| is_told(&it.reason)).count()
    };
    // At least six, of two that are at most four: each is two, three or four.
    assert_eq!(n_told(&[10, 0, 0]), 2);
    assert_eq!(n_told(&[5, 0, 0]), 0);
}

#[test]
fn nobody_asks_for_what_is_hidden_of_what_is_nobodys() {
    let mut cube = table("a", vec![sexes()], &[14, 11, HIDDEN]);
    cube.measures[0].protected_unit = ProtectedUnit::None;
    assert!(gate::admit(cube).is_ok());
}

#[test]
fn figures_that_contradict_each_other_are_warned_of() {
    let cleared = gate::admit(table("a", vec![sexes()], &[10, 11, HIDDEN])).expect("nothing follows");
    assert_eq!(cleared.receipt().warnings, [Warning::SumsContradict { n: 1 }]);
}

#[test]
fn with_pauses_the_same_is_found() {
    let cube = || {
        table("a", vec![dimension("kind", &["T", "a", "b"]), sexes()], &[40, 20, 20, 24, HIDDEN, HIDDEN, 16, HIDDEN, 9])
    };
    let n_pauses = std::cell::Cell::new(0);
    let pause = async || n_pauses.set(n_pauses.get() + 1);
    let in_slices = gate::admit_all_in_slices(vec![cube()], &[], &pause);
    let in_slices = insyn::model::slices::at_once(in_slices).expect("nothing is waited for");
    assert_eq!(in_slices.map_err(told).err(), gate::admit_all(vec![cube()], &[]).map_err(told).err());
    assert!(n_pauses.get() > 0);
}

/// Cells by number, those that hide, and sums: a whole and its parts.
struct Puzzle<'p> {
    truth: &'p [i32],
    hidden: &'p [bool],
    sums: &'p [(usize, Vec<usize>)],
}

impl Puzzle<'_> {
    /// The least and the most of each cell over all fillings; none where there are too many to try.
    fn tried(&self, most: i32) -> Option<Vec<(i32, i32)>> {
        let open: Vec<usize> = (0..self.truth.len()).filter(|cell| self.hidden[*cell]).collect();
        let mut cells: Vec<Option<i32>> =
            self.truth.iter().zip(self.hidden).map(|(value, hidden)| (!hidden).then_some(*value)).collect();
        let mut found = vec![(i32::MAX, i32::MIN); cells.len()];
        let mut left = 400_000_u32;
        self.fill(&open, most, &mut cells, &mut found, &mut left).then_some(found)
    }

    fn may_hold(&self, cells: &[Option<i32>]) -> bool {
        self.sums.iter().all(|(whole, parts)| {
            let known: i32 = parts.iter().filter_map(|part| cells[*part]).sum();
            let is_whole = parts.iter().all(|part| cells[*part].is_some());
            cells[*whole].is_none_or(|whole| if is_whole { known == whole } else { known <= whole })
        })
    }

    fn fill(
        &self,
        open: &[usize],
        most: i32,
        cells: &mut Vec<Option<i32>>,
        found: &mut Vec<(i32, i32)>,
        left: &mut u32,
    ) -> bool {
        *left = left.saturating_sub(1);
        if *left == 0 {
            return false;
        }
        let Some((cell, rest)) = open.split_first() else {
            for (found, cell) in found.iter_mut().zip(cells.iter().flatten()) {
                *found = (found.0.min(*cell), found.1.max(*cell));
            }
            return true;
        };
        for value in 0..=most {
            cells[*cell] = Some(value);
            if self.may_hold(cells) && !self.fill(rest, most, cells, found, left) {
                return false;
            }
        }
        cells[*cell] = None;
        true
    }
}

/// Two linked tables of three kinds: by sex, and by who; small counts hide, and some more.
fn linked() -> impl Strategy<Value = (Vec<i32>, Vec<bool>, bool)> {
    let counts = vec(prop_oneof![0..4_i32, 5..9_i32], 8);
    (counts, vec(0..100_u32, 18), 0..60_u32, any::<bool>()).prop_map(|(counts, draws, share, are_linked)| {
        // Kind a, b by sex f, m by who p, q.
        let sum = |kinds: &[usize], sexes: &[usize], whos: &[usize]| -> i32 {
            let all =
                kinds.iter().flat_map(|k| sexes.iter().flat_map(move |s| whos.iter().map(move |w| k * 4 + s * 2 + w)));
            all.map(|at| counts[at]).sum()
        };
        let part = |of: usize| if of == 0 { vec![0, 1] } else { vec![of - 1] };
        let mut truth = Vec::new();
        for is_second in [false, true] {
            for kind in 0..3 {
                for other in 0..3 {
                    let (sexes, whos) = if is_second { (part(0), part(other)) } else { (part(other), part(0)) };
                    truth.push(sum(&part(kind), &sexes, &whos));
                }
            }
        }
        let hidden = truth.iter().zip(&draws).enumerate().map(|(cell, (value, draw))| {
            // The grand totals stand: so there is an end to the fillings.
            cell % 9 != 0 && ((1..5).contains(value) || *draw < share)
        });
        let mut hidden: Vec<bool> = hidden.collect();
        for (total, value) in [(0, truth[0]), (9, truth[9])] {
            hidden[total] = (1..5).contains(&value);
        }
        (truth, hidden, are_linked)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, max_global_rejects: 4_000, ..ProptestConfig::default() })]

    #[test]
    fn the_gate_refuses_what_all_fillings_give_away_and_nothing_else((truth, hidden, are_linked) in linked()) {
        prop_assume!(!hidden[0] && !hidden[9]);
        let kinds = || dimension("kind", &["T", "a", "b"]);
        let cells: Vec<i32> =
            truth.iter().zip(&hidden).map(|(value, hidden)| if *hidden { HIDDEN } else { *value }).collect();
        let by_sex = table("sex", vec![kinds(), sexes()], &cells[..9]);
        let by_who = table("who", vec![kinds(), dimension("who", &["T", "p", "q"])], &cells[9..]);
        let n = if are_linked { 18 } else { 9 };
        let mut sums = Vec::new();
        for first in (0..n).step_by(9) {
            for line in 0..3 {
                sums.push((first + line * 3, vec![first + line * 3 + 1, first + line * 3 + 2]));
                sums.push((first + line, vec![first + 3 + line, first + 6 + line]));
            }
        }
        if are_linked {
            sums.extend([0, 3, 6].map(|cell| (cell, vec![cell + 9])));
        }
        let puzzle = Puzzle { truth: &truth[..n], hidden: &hidden[..n], sums: &sums };
        let tried = puzzle.tried(truth[0]);
        prop_assume!(tried.is_some());
        let is_told = |cell: &usize| {
            let (least, most) = tried.as_ref().expect("it was assumed")[*cell];
            hidden[*cell] && most - least < 4 && most > 0
        };
        let expected: Vec<usize> = (0..n).filter(is_told).collect();
        let cubes = if are_linked { vec![by_sex, by_who] } else { vec![by_sex] };
        let told = refused(cubes, &[]);
        prop_assert_eq!(told.len(), expected.len(), "{:?} {:?}", expected, told);
    }
}
