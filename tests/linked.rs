//! Linked views against a naive reference: any cube, any order of choices and drags, every group of every dimension.

use insyn::{
    gate::{self, Cleared},
    model::{
        cube::{Column, Cube},
        dataset::Disclosure,
        dimension::{Category, Dimension, DimensionKind},
        figure::{Absence, Figure, Flag, Flags, Known, Qualifier},
        measure::{Measure, MeasureKind, ProtectedUnit},
        text::{Language, Text},
    },
    query::{
        linked::{
            Group, Linked, NotChosen,
            scope::{Counted, NotLinked, Scope},
        },
        parts::NotSummable,
        sum::Sum,
    },
};
use proptest::{collection::vec, prelude::*, sample::Index};

/// How a dimension of a test cube is made.
#[derive(Clone, Debug)]
struct Plan {
    n_leaves: usize,
    /// The first category is the published total.
    has_total: bool,
    /// Leaves lie in groups of so many, which are categories too.
    grouped_by: Option<usize>,
    /// It may be summed over.
    is_additive: bool,
}

fn text(text: &str) -> Text {
    Text::new(Language::Swedish, text)
}

fn dimension(number: usize, plan: &Plan) -> Dimension {
    let category = |code: String, parent: Option<usize>| Category {
        code,
        label: text("Kategori"),
        parent,
        level: None,
        notes: Vec::new(),
    };
    let mut categories = Vec::new();
    if plan.has_total {
        categories.push(category("T".into(), None));
    }
    let first_group = categories.len();
    let n_groups = plan.grouped_by.map_or(0, |size| plan.n_leaves.div_ceil(size));
    categories.extend((0..n_groups).map(|group| category(format!("g{group}"), None)));
    let parent = |leaf: usize| plan.grouped_by.map(|size| first_group + leaf / size);
    categories.extend((0..plan.n_leaves).map(|leaf| category(format!("k{leaf}"), parent(leaf))));
    Dimension {
        id: format!("d{number}"),
        label: text("Dimension"),
        kind: DimensionKind::Other(format!("d{number}")),
        categories,
        total: plan.has_total.then_some(0),
        is_multi_response: false,
        is_ordered: false,
        breaks: Vec::new(),
        notes: Vec::new(),
    }
}

fn measure(column: usize, additive_over: Vec<usize>) -> Measure {
    Measure {
        id: format!("m{column}"),
        label: text("Mått"),
        kind: MeasureKind::Count,
        unit: text("hem"),
        column: Some(column),
        ratio: None,
        polarity: Default::default(),
        decimals: 0,
        protected_unit: ProtectedUnit::None,
        additive_over,
        notes: Vec::new(),
    }
}

/// A cube of two counts; each cell drawn from `cells` in turn.
fn cube(plans: &[Plan], cells: &[Figure]) -> Cube {
    let dimensions: Vec<Dimension> = plans.iter().enumerate().map(|(number, plan)| dimension(number, plan)).collect();
    let n_rows: usize = dimensions.iter().map(|dimension| dimension.categories.len()).product();
    let mut drawn = cells.iter().cycle().cloned();
    let mut column = || {
        let mut column = Column::unpublished(n_rows);
        (0..n_rows).for_each(|row| column.set(row, drawn.next().expect("there is a cell")));
        column
    };
    let columns = vec![column(), column()];
    let additive: Vec<usize> = (0..plans.len()).filter(|place| plans[*place].is_additive).collect();
    Cube { dimensions, measures: vec![measure(0, additive.clone()), measure(1, additive)], columns, ..Cube::default() }
}

fn cleared(cube: Cube) -> Cleared {
    gate::admit(cube).expect("the gate lets it in")
}

fn scope(cube: &Cube) -> Scope {
    let counted = |measure| Counted { measure, at: Vec::new() };
    Scope {
        counted: vec![counted(0), counted(1)],
        dimensions: (0..cube.dimensions.len()).collect(),
        at: vec![0; cube.dimensions.len()],
        level: None,
    }
}

/// The categories that lie in a category and have none below: the long way round.
fn leaves_in(dimension: &Dimension, category: usize, is_additive: bool) -> Vec<usize> {
    if !is_additive {
        return vec![category];
    }
    let is_leaf =
        |place: usize| Some(place) != dimension.total && dimension.categories.iter().all(|it| it.parent != Some(place));
    let lies_in = |place: usize| {
        place == category || dimension.total == Some(category) || dimension.categories[place].parent == Some(category)
    };
    (0..dimension.categories.len()).filter(|place| is_leaf(*place) && lies_in(*place)).collect()
}

/// The group of all cells at the categories chosen, by looking at every cell of the cube.
fn naive(cube: &Cube, measure: usize, chosen: &[Vec<usize>]) -> Group {
    let mut group = Group::default();
    for row in 0..cube.n_rows().expect("it is small") {
        let at = cube.coordinates(row);
        if !at.iter().zip(chosen).all(|(category, chosen)| chosen.contains(category)) {
            continue;
        }
        match cube.published(measure, &at) {
            Figure::Known(Known { value, qualifier: None | Some(Qualifier::Derived), .. }) => {
                group.known += value as u64
            }
            Figure::Absent(Absence::NotApplicable) => {}
            Figure::Absent(Absence::Suppressed) => group.n_hidden += 1,
            _ => group.n_absent += 1,
        }
    }
    group
}

fn assert_all_as_naive(cube: &Cube, plans: &[Plan], chosen: &[Vec<usize>], linked: &mut Linked) {
    let groups = linked.group_bys();
    for measure in 0..2 {
        assert_eq!(groups.all(measure), Some(naive(cube, measure, chosen)));
        for (place, dimension) in cube.dimensions.iter().enumerate() {
            for category in 0..dimension.categories.len() {
                let mut wanted = chosen.to_vec();
                wanted[place] = leaves_in(dimension, category, plans[place].is_additive);
                assert_eq!(
                    groups.of(place, category, measure),
                    Some(naive(cube, measure, &wanted)),
                    "dimension {place}, category {category}, measure {measure}"
                );
            }
        }
    }
}

fn plan() -> impl Strategy<Value = Plan> {
    (1..5_usize, any::<bool>(), proptest::option::of(1..3_usize), prop::bool::weighted(0.8)).prop_map(
        |(n_leaves, has_total, grouped_by, is_additive)| Plan { n_leaves, has_total, grouped_by, is_additive },
    )
}

fn cell() -> impl Strategy<Value = Figure> {
    let known = |value: f64, qualifier| Figure::Known(Known { value, qualifier, flags: Flags::default() });
    prop_oneof![
        4 => (0..300_u32).prop_map(|count| Figure::exact(f64::from(count))),
        1 => (0..100_000_u32).prop_map(|count| Figure::exact(f64::from(count))),
        1 => Just(Figure::exact(4_294_967_295.0)),
        2 => Just(Figure::Absent(Absence::Suppressed)),
        1 => Just(Figure::Absent(Absence::Missing)),
        1 => Just(Figure::Absent(Absence::NotApplicable)),
        1 => Just(known(30.0, Some(Qualifier::JustOver))),
        1 => Just(known(30.0, Some(Qualifier::Derived))),
    ]
}

/// Cells of files of several sorts: all known and small, many hidden, mostly not in the file, mostly zero.
fn cells() -> impl Strategy<Value = Vec<Figure>> {
    let small = (0..9_u32).prop_map(|count| Figure::exact(f64::from(count)));
    let mostly = |rest: Figure| prop_oneof![1 => cell(), 12 => Just(rest)];
    prop_oneof![
        vec(small, 1..200),
        vec(cell(), 1..200),
        vec(mostly(Figure::Absent(Absence::Unpublished)), 40..200),
        vec(mostly(Figure::exact(0.0)), 40..200),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_group_is_as_the_long_way_round_and_incremental_as_from_scratch(
        plans in vec(plan(), 1..5),
        cells in cells(),
        steps in vec((any::<Index>(), vec(any::<Index>(), 0..4), any::<bool>()), 1..8),
    ) {
        let cube = cube(&plans, &cells);
        let cleared = cleared(cube.clone());
        let mut linked = Linked::build(&cleared, &scope(&cube)).expect("it can be linked");
        let mut chosen: Vec<Vec<usize>> = (cube.dimensions.iter().zip(&plans))
            .map(|(dimension, plan)| match plan.is_additive {
                true => (0..dimension.categories.len()).flat_map(|place| leaves_in(dimension, place, true)).collect(),
                false => vec![0],
            })
            .collect();
        assert_all_as_naive(&cube, &plans, &chosen, &mut linked);
        for (dimension, categories, is_grabbed) in steps {
            let place = dimension.index(plans.len());
            let it = &cube.dimensions[place];
            if is_grabbed {
                prop_assert!(linked.grab(place));
            }
            let categories: Vec<usize> = categories.iter().map(|index| index.index(it.categories.len())).collect();
            let wanted: Vec<usize> =
                categories.iter().flat_map(|category| leaves_in(it, *category, plans[place].is_additive)).collect();
            let n_wanted = wanted.iter().collect::<std::collections::HashSet<_>>().len();
            let outcome = linked.choose(place, &categories);
            if plans[place].is_additive || n_wanted == 1 {
                prop_assert_eq!(outcome, Ok(()));
                chosen[place] = wanted;
            } else {
                prop_assert_eq!(outcome, Err(NotChosen::NotSummable(NotSummable::NotAdditive(place))));
            }
            // Two choices before a question, too.
            if categories.len() != 3 {
                assert_all_as_naive(&cube, &plans, &chosen, &mut linked);
            }
        }
        assert_all_as_naive(&cube, &plans, &chosen, &mut linked);
    }
}

const OPEN: Plan = Plan { n_leaves: 3, has_total: false, grouped_by: None, is_additive: true };

#[test]
fn a_group_with_hidden_cells_is_an_interval_or_nothing() {
    let hidden = || Figure::Absent(Absence::Suppressed);
    let mut cube =
        cube(&[OPEN], &[Figure::exact(10.0), hidden(), hidden(), Figure::exact(20.0), hidden(), Figure::exact(0.0)]);
    cube.measures[0].protected_unit = ProtectedUnit::Child;
    let mut said = |disclosure: Option<Disclosure>, measure: usize| {
        cube.dataset.disclosure = disclosure;
        let mut linked = Linked::build(&cleared(cube.clone()), &scope(&cube)).expect("it can be linked");
        let groups = linked.group_bys();
        groups.sum(groups.all(measure).expect("there are cells"), measure).expect("there is a measure")
    };
    let told = Disclosure { threshold: Some(5), hides_only_small: true, ..Disclosure::default() };
    let threshold = Some(told.clone());
    match said(threshold.clone(), 0) {
        Sum::Between { range, n_hidden } => assert_eq!((range.low, range.high, n_hidden), (10.0, 18.0, 2)),
        other => panic!("{other:?}"),
    }
    // Nobody says how large a hidden count of no protected unit is, nor one hidden for another's sake.
    assert!(matches!(said(threshold, 1), Sum::Nothing(_)));
    let complementary = Disclosure { has_complementary: true, ..told.clone() };
    assert!(matches!(said(Some(complementary), 0), Sum::Nothing(_)));
    let untold = Disclosure { hides_only_small: false, ..told };
    assert!(matches!(said(Some(untold), 0), Sum::Nothing(_)));
    assert!(matches!(said(None, 0), Sum::Nothing(_)));
}

#[test]
fn what_cannot_be_linked_is_refused_with_its_reason() {
    let refused = |change: fn(&mut Cube)| {
        let mut cube = cube(&[OPEN, OPEN], &[Figure::exact(10.0)]);
        change(&mut cube);
        Linked::build(&cleared(cube.clone()), &scope(&cube)).err()
    };
    assert_eq!(refused(|_| {}), None);
    assert_eq!(refused(|cube| cube.columns[1].set(3, Figure::exact(1.5))), Some(NotLinked::NotWhole { measure: 1 }));
    assert_eq!(refused(|cube| cube.columns[0].set(3, Figure::exact(-7.0))), Some(NotLinked::NotWhole { measure: 0 }));
    let perturbed = refused(|cube| {
        let flags = Flags::from_iter([Flag::Perturbed]);
        cube.columns[0].set(3, Figure::Known(Known { value: 9.0, qualifier: None, flags }));
    });
    assert_eq!(perturbed, Some(NotLinked::Perturbed { measure: 0 }));
    let not_cleared = refused(|cube| cube.dataset.combinations = Some(Vec::new()));
    assert!(matches!(not_cleared, Some(NotLinked::NotCleared(_))), "{not_cleared:?}");
    assert_eq!(refused(|cube| cube.columns[0].set(0, Figure::exact(9e15))), None);
    assert_eq!(refused(|cube| cube.columns[0].set(0, Figure::exact(1e16))), Some(NotLinked::NotWhole { measure: 0 }));
}

#[test]
fn overlapping_categories_are_never_summed() {
    let mut cube = cube(&[OPEN, OPEN], &[Figure::exact(10.0)]);
    cube.dimensions[1].is_multi_response = true;
    let mut linked = Linked::build(&cleared(cube.clone()), &scope(&cube)).expect("it can be linked");
    assert_eq!(linked.choose(1, &[0, 2]), Err(NotChosen::NotSummable(NotSummable::MultiResponse(1))));
    assert_eq!(linked.group_bys().all(0).map(|group| group.known), Some(30));
    assert_eq!(linked.group_bys().of(1, 2, 0).map(|group| group.known), Some(30));
}

#[test]
fn a_group_that_is_a_published_cell_says_which() {
    let plan = Plan { has_total: true, ..OPEN };
    let cube = cube(&[plan.clone(), plan], &[Figure::exact(10.0)]);
    let mut linked = Linked::build(&cleared(cube.clone()), &scope(&cube)).expect("it can be linked");
    assert_eq!(linked.group_bys().cell(0, 2), Some(vec![2, 0]));
    linked.choose(1, &[3]).expect("it is there");
    assert_eq!(linked.group_bys().cell(0, 2), Some(vec![2, 3]));
    linked.choose(1, &[3, 1]).expect("they are there");
    assert_eq!(linked.group_bys().cell(0, 2), None);
}
