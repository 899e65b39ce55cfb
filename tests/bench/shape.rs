//! The cubes of the benchmark, made up by a small generator: the same on every machine.

use insyn::model::{
    area::Level,
    cube::{Column, Cube},
    dataset::Disclosure,
    dimension::{Category, Dimension, DimensionKind},
    figure::{Absence, Figure},
    measure::{Measure, MeasureKind, ProtectedUnit},
    text::{Language, Text},
};

/// The shape of a table on supervision: 290 municipalities, 10 years, and small dimensions as many as it takes.
pub const SHAPES: [(&str, &[usize]); 3] =
    [("100 k", &[2, 3, 6]), ("1 M", &[2, 3, 5, 4, 3]), ("10 M", &[2, 3, 6, 10, 10])];

const N_AREAS: usize = 290;
const N_YEARS: usize = 10;

/// A cube of this shape; of the numerators so many per cent are hidden.
pub fn cube(small: &[usize], share_hidden: u32) -> Cube {
    let category = |code: String, parent: Option<usize>, level: Option<Level>| Category {
        label: Text::new(Language::Swedish, &code),
        code,
        parent,
        level,
        notes: Vec::new(),
    };
    let dimension = |id: &str, kind: DimensionKind, categories: Vec<Category>| Dimension {
        id: id.to_owned(),
        label: Text::new(Language::Swedish, id),
        kind,
        categories,
        total: None,
        is_multi_response: false,
        is_ordered: false,
        breaks: Vec::new(),
        notes: Vec::new(),
    };
    let area = |area: usize| category(format!("{:04}", area + 100), None, Some(Level::Municipality));
    let areas = (0..N_AREAS).map(area).collect();
    let years = (0..N_YEARS).map(|year| category(format!("{}", 2013 + year), None, None)).collect();
    let mut dimensions =
        vec![dimension("area", DimensionKind::Area, areas), dimension("period", DimensionKind::Period, years)];
    for (number, n) in small.iter().enumerate() {
        let categories = (0..*n).map(|place| category(format!("k{place}"), None, None)).collect();
        dimensions.push(dimension(&format!("d{number}"), DimensionKind::Other(format!("d{number}")), categories));
    }
    let n_rows = dimensions.iter().map(|dimension| dimension.categories.len()).product();
    let measure = |column: usize| Measure {
        id: format!("m{column}"),
        label: Text::new(Language::Swedish, "Antal"),
        kind: MeasureKind::Count,
        unit: Text::new(Language::Swedish, "hem"),
        column: Some(column),
        ratio: None,
        polarity: Default::default(),
        decimals: 0,
        protected_unit: ProtectedUnit::None,
        additive_over: (0..dimensions.len()).collect(),
        notes: Vec::new(),
    };
    // A small generator of its own: the same cells on every machine.
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut random = |below: u32| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        u32::try_from((state >> 33) % u64::from(below)).expect("it is below")
    };
    let (mut above, mut below) = (Column::unpublished(n_rows), Column::unpublished(n_rows));
    for row in 0..n_rows {
        let n = random(500);
        below.set(row, Figure::exact(f64::from(n)));
        let is_hidden = random(100) < share_hidden;
        let found = Figure::exact(f64::from(random(n + 1)));
        above.set(row, if is_hidden { Figure::Absent(Absence::Suppressed) } else { found });
    }
    let mut cube =
        Cube { measures: vec![measure(0), measure(1)], dimensions, columns: vec![above, below], ..Cube::default() };
    cube.dataset.disclosure = Some(Disclosure { threshold: Some(5), ..Disclosure::default() });
    cube
}
