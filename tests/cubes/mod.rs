//! Cubes of every kind that a reader could make: for the tests of what is written and read again.

use std::collections::BTreeMap;

use insyn::model::{
    area::Level,
    cube::{Column, Cube},
    dataset::{
        Combination, CombinedDimension, Comparability, Comparable, Dataset, Design, Disclosure, MetricDimension,
        Reading, Source,
    },
    dimension::{Break, Category, Dimension, DimensionKind},
    figure::{Absence, Figure, Flag, Flags, Known, Qualifier},
    measure::{Measure, MeasureKind, Polarity, ProtectedUnit, Ratio},
    policy::{Event, LegalBasis, LegalSubject},
    text::{Language, Text},
};
use proptest::{
    collection::vec,
    option,
    prelude::*,
    sample::{Index, select, subsequence},
};

/// The id that every cube has.
pub const ID: &str = "t";

/// A cube in one of the languages.
pub fn any_cube() -> BoxedStrategy<Cube> {
    let language = select(Language::ALL.to_vec());
    let shape = (language, 0_usize..4, 1_usize..4, 0_usize..3).prop_flat_map(|(language, n, n_stored, n_derived)| {
        let dimensions: Vec<_> = (0..n).map(|place| dimension(language, place)).collect();
        (
            Just(language),
            dataset(language),
            dimensions,
            vec(drafts(language), n_stored),
            vec(drafts(language), n_derived),
        )
    });
    let framed = (shape, any::<bool>(), 0_usize..4).prop_map(|(shape, is_only, place)| {
        let (language, mut dataset, dimensions, stored, derived): (_, Dataset, Vec<Dimension>, Vec<Draft>, _) = shape;
        if is_only && stored.len() == 1 {
            dataset.metric = None;
        } else {
            let metric = MetricDimension { id: "content".to_owned(), ..dataset.metric.take().unwrap_or_default() };
            dataset.metric = Some(MetricDimension { place: place.min(dimensions.len()), ..metric });
        }
        let measures = measures(&dataset, &dimensions, stored, derived, is_only);
        (language, dataset, dimensions, measures)
    });
    framed
        .prop_flat_map(|(language, dataset, dimensions, measures)| {
            let n_rows: usize = dimensions.iter().map(|dimension| dimension.categories.len()).product();
            let n_columns = measures.iter().filter(|measure| measure.column.is_some()).count();
            let columns = vec(vec(cell(language, dataset.sources.len()), n_rows), n_columns);
            let combinations = option::of(vec(combination(dimensions.len()), 0..3));
            (columns, combinations).prop_map(move |(columns, combinations)| {
                let cube = Cube {
                    dataset: Dataset { combinations, ..dataset.clone() },
                    dimensions: dimensions.clone(),
                    measures: measures.clone(),
                    columns: columns.into_iter().map(column).collect(),
                };
                (language, cube)
            })
        })
        .prop_flat_map(|(language, cube)| {
            let legal_bases = legal_bases(language, &cube);
            let n_measures = cube.measures.len();
            let covariates = subsequence((0..n_measures).collect::<Vec<_>>(), 0..=n_measures).prop_shuffle();
            (Just(cube), legal_bases, covariates).prop_map(|(mut cube, legal_bases, covariates)| {
                cube.dataset.legal_bases = legal_bases;
                cube.dataset.covariates = covariates;
                cube
            })
        })
        .boxed()
}

/// Words as publishers write them, with what breaks careless writers.
fn words() -> BoxedStrategy<String> {
    prop_oneof!["[a-zåäö]{1,6}", "[ -~åé€\n\t;,\"=+@-]{0,8}", Just("=1+1".to_owned()), Just("-3".to_owned())].boxed()
}

/// A label: in the file's language, perhaps with a translation.
fn label(language: Language) -> BoxedStrategy<Text> {
    (words(), option::of(words()))
        .prop_map(move |(words, translation)| match translation {
            Some(translation) => Text::new(language, words).translated(translation),
            None => Text::new(language, words),
        })
        .boxed()
}

/// A note: in either language alone, or in both.
fn note(language: Language) -> BoxedStrategy<Text> {
    let other = if language == Language::Swedish { Language::English } else { Language::Swedish };
    prop_oneof![label(language), words().prop_map(move |words| Text::new(other, words))].boxed()
}

fn notes(language: Language) -> BoxedStrategy<Vec<Text>> {
    vec(note(language), 0..3).boxed()
}

fn dataset(language: Language) -> BoxedStrategy<Dataset> {
    let source = (words(), words(), option::of(1900_u16..2100), option::of(words()))
        .prop_map(|(title, publisher, year, url)| Source { title, publisher, year, url });
    let whose =
        (label(language), any::<[bool; 2]>(), vec(words(), 0..3), option::of(note(language)), vec(source, 0..3));
    let what = (
        option::of(words()),
        option::of(words()),
        select(vec![
            Design::Total,
            Design::Register,
            Design::Sample,
            Design::Targeted,
            Design::Survey,
            Design::Unknown,
        ]),
        option::of(note(language)),
    );
    let comparable = [comparability(language), comparability(language), comparability(language)];
    let disclosure = option::of((
        option::of(any::<u32>()),
        any::<[bool; 2]>(),
        option::of(any::<u32>()),
        option::of(note(language)),
    ));
    (
        whose,
        what,
        comparable,
        disclosure,
        (label(language), notes(language), vec(event(language), 0..3)),
        notes(language),
    )
        .prop_map(
            |(
                whose,
                what,
                [over_time, between_areas, between_categories],
                disclosure,
                (metric, mandatory_notes, events),
                notes,
            )| {
                let (label, [is_synthetic, is_unprotected], registry_numbers, publisher, sources) = whose;
                let (licence, updated, design, population) = what;
                Dataset {
                    id: ID.to_owned(),
                    label,
                    is_synthetic,
                    is_unprotected,
                    registry_numbers,
                    publisher,
                    sources,
                    licence,
                    updated,
                    design,
                    population,
                    comparable: Comparable { over_time, between_areas, between_categories },
                    disclosure: disclosure.map(|(threshold, is_said, rounding_base, description)| {
                        let [has_complementary, hides_only_small] = is_said;
                        Disclosure { threshold, has_complementary, hides_only_small, rounding_base, description }
                    }),
                    contributors: Vec::new(),
                    covariates: Vec::new(),
                    hidden_signs: Vec::new(),
                    combinations: None,
                    metric: Some(MetricDimension { label: metric, ..MetricDimension::default() }),
                    mandatory_notes,
                    notes,
                    events,
                    legal_bases: Vec::new(),
                }
            },
        )
        .boxed()
}

/// A date, and perhaps a later one.
fn dates() -> BoxedStrategy<(String, Option<String>)> {
    let until = select(vec!["2020", "2020-02", "2020-02-22", "2023-03-01"]);
    (select(vec!["2019", "2019-09", "2019-09-30", "2020-02-22"]), option::of(until))
        .prop_map(|(from, until)| (from.to_owned(), until.filter(|until| *until >= from).map(str::to_owned)))
        .boxed()
}

fn event(language: Language) -> BoxedStrategy<Event> {
    (dates(), label(language), option::of(note(language)))
        .prop_map(|((from, until), label, source)| Event { from, until, label, source })
        .boxed()
}

/// What rests on one provision each: some of the categories, then some of the measures.
fn legal_bases(language: Language, cube: &Cube) -> BoxedStrategy<Vec<LegalBasis>> {
    let categories = cube.dimensions.iter().enumerate().flat_map(|(dimension, it)| {
        (0..it.categories.len()).map(move |category| LegalSubject::Category { dimension, category })
    });
    let subjects: Vec<_> = categories.chain((0..cube.measures.len()).map(LegalSubject::Measure)).collect();
    let n = subjects.len();
    (subsequence(subjects, 0..=n.min(3)), dates(), note(language), option::of(note(language)))
        .prop_map(|(subjects, (from, until), act, provision)| {
            let basis = |subject| {
                let (from, until) = (Some(from.clone()), until.clone());
                LegalBasis { subject, act: act.clone(), provision: provision.clone(), from, until }
            };
            subjects.into_iter().map(basis).collect()
        })
        .boxed()
}

fn comparability(language: Language) -> BoxedStrategy<Comparability> {
    prop_oneof![
        Just(Comparability::Unknown),
        Just(Comparability::Yes),
        note(language).prop_map(Comparability::No),
        note(language).prop_map(Comparability::WithCare),
    ]
    .boxed()
}

fn dimension(language: Language, place: usize) -> BoxedStrategy<Dimension> {
    let codes = prop_oneof![
        Just(vec!["00", "01", "0180", "0580", "ost"]),
        Just(vec!["2021", "2022", "1", "007", "-"]),
        Just(vec!["a/b", "=1", "å~", "1,5", "x;y"]),
    ];
    let codes = codes.prop_flat_map(|codes| subsequence(codes, 1..=4)).prop_shuffle();
    let kind = select(vec!["area", "area", "period", "sex", "ownership", "home_type", "step", "d2"]);
    let categories = codes.prop_flat_map(move |codes| {
        let one = |code: &str| {
            let level = option::of(select(vec![Level::Nation, Level::Division, Level::County, Level::Municipality]));
            (Just(code.to_owned()), label(language), option::of(any::<Index>()), level, notes(language))
        };
        codes.into_iter().map(one).collect::<Vec<_>>()
    });
    let categories = categories.prop_map(|parts| {
        let category = |(place, (code, label, parent, level, notes)): (usize, (_, _, Option<Index>, _, _))| {
            // Only what stands before: nobody is above himself.
            let parent = parent.filter(|_| place > 0).map(|parent| parent.index(place));
            Category { code, label, parent, level, notes }
        };
        parts.into_iter().enumerate().map(category).collect::<Vec<_>>()
    });
    let total = option::of(any::<Index>());
    let breaks = vec((any::<Index>(), note(language)), 0..2);
    (label(language), kind, categories, total, any::<(bool, bool)>(), breaks, notes(language))
        .prop_map(move |(label, kind, categories, total, (is_multi_response, is_ordered), breaks, notes)| {
            let n = categories.len();
            let code = |at: Index| categories[at.index(n)].code.clone();
            Dimension {
                // Names that the measures, or a kind, would have.
                id: ["measure", "sex", "d2"].get(place).map_or_else(String::new, ToString::to_string),
                label,
                kind: DimensionKind::from_id(kind),
                total: total.map(|total| total.index(n)),
                is_multi_response,
                is_ordered,
                breaks: breaks.into_iter().map(|(at, reason)| Break { period: code(at), reason }).collect(),
                notes,
                categories,
            }
        })
        .boxed()
}

/// A measure before it is known what others there are.
#[derive(Clone, Debug)]
struct Draft {
    measure: Measure,
    numerator: Option<Index>,
    denominator: Option<Index>,
    at: Vec<(Index, Index)>,
    additive_over: Vec<Index>,
    per: f64,
}

fn drafts(language: Language) -> BoxedStrategy<Draft> {
    let words = (label(language), label(language), notes(language));
    let kinds = (
        select(vec![
            MeasureKind::Count,
            MeasureKind::Share,
            MeasureKind::Rate,
            MeasureKind::Mean,
            MeasureKind::Index,
            MeasureKind::Duration,
            MeasureKind::Unknown,
        ]),
        select(vec![Polarity::HigherIsWorse, Polarity::HigherIsBetter, Polarity::Neutral]),
        select(vec![
            ProtectedUnit::Child,
            ProtectedUnit::Case,
            ProtectedUnit::Staff,
            ProtectedUnit::Home,
            ProtectedUnit::None,
        ]),
        0_u8..15,
    );
    let index = any::<Index>;
    let parts = (option::of(index()), option::of(index()), vec((index(), index()), 0..2), vec(index(), 0..3));
    (words, kinds, parts, select(vec![100.0, 1000.0, 0.1]))
        .prop_map(|((label, unit, notes), (kind, polarity, protected_unit, decimals), parts, per)| {
            let (numerator, denominator, at, additive_over) = parts;
            let measure = Measure {
                id: String::new(),
                label,
                kind,
                unit,
                column: None,
                ratio: None,
                polarity,
                decimals,
                protected_unit,
                additive_over: Vec::new(),
                notes,
            };
            Draft { measure, numerator, denominator, at, additive_over, per }
        })
        .boxed()
}

fn measures(
    dataset: &Dataset,
    dimensions: &[Dimension],
    stored: Vec<Draft>,
    derived: Vec<Draft>,
    is_only: bool,
) -> Vec<Measure> {
    let n_stored = stored.len();
    let mut measures = Vec::new();
    for (place, draft) in stored.into_iter().chain(derived).enumerate() {
        let Draft { mut measure, numerator, denominator, at, additive_over, per } = draft;
        measure.id = format!("m{place}");
        measure.column = (place < n_stored).then_some(place);
        if is_only && n_stored == 1 && place == 0 {
            measure.id = "value".to_owned();
            measure.label = dataset.label.clone();
        }
        let mut numerator = numerator.map(|at| at.index(n_stored));
        let mut denominator = denominator.map(|at| at.index(n_stored));
        if measure.column.is_none() {
            numerator = numerator.or(Some(0));
            denominator = denominator.or(Some(0));
            if matches!(measure.kind, MeasureKind::Count | MeasureKind::Unknown) {
                measure.kind = MeasureKind::Rate;
            }
        }
        let can_be_worked_out = !matches!(measure.kind, MeasureKind::Count | MeasureKind::Unknown);
        let mut places = BTreeMap::new();
        if !dimensions.is_empty() {
            for (dimension, category) in at {
                let dimension = dimension.index(dimensions.len());
                // By name, as a reader finds them.
                places.insert(
                    &dimensions[dimension].id,
                    (dimension, category.index(dimensions[dimension].categories.len())),
                );
            }
            let over: Vec<usize> = additive_over.iter().map(|at| at.index(dimensions.len())).collect();
            measure.additive_over = over;
        }
        measure.ratio = denominator.filter(|_| can_be_worked_out).map(|denominator| Ratio {
            numerator,
            denominator,
            denominator_at: places.into_values().collect(),
            per,
        });
        measures.push(measure);
    }
    measures
}

fn combination(n_dimensions: usize) -> BoxedStrategy<Combination> {
    let level = option::of(select(vec![Level::Nation, Level::Division, Level::County, Level::Municipality]));
    let part = (0..n_dimensions.max(1), level).prop_map(|(dimension, level)| CombinedDimension { dimension, level });
    vec(part, 0..if n_dimensions == 0 { 1 } else { 3 }).boxed()
}

/// A cell and what is said of it.
#[derive(Clone, Debug)]
pub struct Cell {
    figure: Figure,
    source: Option<usize>,
    reading: Option<Reading>,
    fact: Option<String>,
    note: Option<Text>,
}

fn cell(language: Language, n_sources: usize) -> BoxedStrategy<Cell> {
    let source =
        option::of(any::<Index>()).prop_map(move |at| at.filter(|_| n_sources > 0).map(|at| at.index(n_sources)));
    let reading =
        option::of(select(vec![Reading::Primary, Reading::PrimaryMirror, Reading::Secondary, Reading::Derived]));
    let said = (source, reading, option::of(words()), option::of(note(language)));
    let said = prop_oneof![4 => Just((None, None, None, None)), 1 => said];
    (figure(), said)
        .prop_map(|(figure, (source, reading, fact, note))| Cell { figure, source, reading, fact, note })
        .boxed()
}

fn figure() -> BoxedStrategy<Figure> {
    let number = prop_oneof![
        any::<i32>().prop_map(f64::from),
        (0_i32..2000).prop_map(|number| f64::from(number) / 10.0),
        any::<f64>().prop_filter("a known number is finite", |number| number.is_finite()),
        Just(0.0),
    ];
    let qualifier = prop_oneof![
        select(vec![
            Qualifier::JustOver,
            Qualifier::Over,
            Qualifier::About,
            Qualifier::Nearly,
            Qualifier::Almost,
            Qualifier::Half,
            Qualifier::Rounded,
            Qualifier::Derived,
            Qualifier::Contradicted,
        ]),
        (2_u8..).prop_map(Qualifier::OneIn),
    ];
    let flags = subsequence(Flag::ALL.to_vec(), 0..4).prop_map(|flags| flags.into_iter().collect::<Flags>());
    let qualified = (number.clone(), option::of(qualifier), flags)
        .prop_map(|(value, qualifier, flags)| Figure::Known(Known { value, qualifier, flags }));
    let absence = select(vec![
        Absence::RoundsToZero,
        Absence::Suppressed,
        Absence::Missing,
        Absence::NotApplicable,
        Absence::Uncertain,
        Absence::NotYet,
        Absence::Unpublished,
    ]);
    let symbol = select(vec!["x", "c", "p", "*", "", " ", " c", "c*", "..", "=1"]);
    prop_oneof![
        3 => number.prop_map(Figure::exact),
        2 => qualified,
        2 => absence.prop_map(Figure::Absent),
        1 => symbol.prop_map(|symbol| Figure::Absent(Absence::UnknownSymbol(symbol.to_owned()))),
    ]
    .boxed()
}

fn column(cells: Vec<Cell>) -> Column {
    let mut column = Column::unpublished(cells.len());
    for (row, Cell { figure, source, reading, fact, note }) in cells.into_iter().enumerate() {
        column.set(row, figure);
        if source.is_some() || reading.is_some() || fact.is_some() || note.is_some() {
            let remark = column.remark_mut(u32::try_from(row).expect("a small cube"));
            (remark.source, remark.reading, remark.fact, remark.note) = (source, reading, fact, note);
        }
    }
    column
}
