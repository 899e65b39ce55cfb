//! Tables of the country's areas by one more dimension, with counts drawn by lot.

use insyn::model::{
    area::Level,
    cube::{Column, Cube},
    dimension::{Category, Dimension, DimensionKind},
    figure::{Absence, Figure},
    measure::{Measure, MeasureKind, ProtectedUnit},
    text::{Language, Text},
};

/// Municipalities in each of 21 counties: 290 in all.
const COUNTIES: [usize; 21] = [26, 8, 9, 13, 13, 8, 12, 1, 5, 33, 6, 49, 16, 12, 10, 15, 10, 7, 8, 15, 14];

/// A small generator of its own: the same cells on every machine.
pub struct Random(pub u64);

impl Random {
    /// A number under this.
    pub fn below(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) % below
    }
}

/// Nation, counties and municipalities by one more dimension with its total; counts under this hidden, and nothing more.
pub fn table(id: &str, n: usize, counts: &[u64], threshold: u64, leaves: impl Fn(usize, usize) -> Vec<usize>) -> Cube {
    let category = |code: String, parent: Option<usize>, level: Option<Level>| Category {
        label: Text::new(Language::Swedish, &code),
        code,
        parent,
        level,
        notes: Vec::new(),
    };
    let dimension = |id: &str, categories: Vec<Category>| Dimension {
        id: id.to_owned(),
        label: Text::new(Language::Swedish, id),
        kind: DimensionKind::from_id(id),
        categories,
        total: Some(0),
        is_multi_response: false,
        is_ordered: false,
        breaks: Vec::new(),
        notes: Vec::new(),
    };
    let codes = [
        "01", "03", "04", "05", "06", "07", "08", "09", "10", "12", "13", "14", "17", "18", "19", "20", "21", "22",
        "23", "24", "25",
    ];
    let mut areas = vec![category("00".to_owned(), None, Some(Level::Nation))];
    let mut inside: Vec<Vec<usize>> = vec![(0..290).collect()];
    let mut first = 0;
    for (code, size) in codes.iter().zip(COUNTIES) {
        areas.push(category((*code).to_owned(), Some(0), Some(Level::County)));
        inside.push((first..first + size).collect());
        let county = areas.len() - 1;
        for number in 0..size {
            areas.push(category(format!("{code}{:02}", number + 10), Some(county), Some(Level::Municipality)));
            inside.push(vec![first + number]);
        }
        first += size;
    }
    let mut categories = vec![category("T".to_owned(), None, None)];
    categories.extend((0..n).map(|place| category(format!("{id}{place}"), None, None)));
    let dimensions = vec![dimension("area", areas), dimension(id, categories)];
    let mut column = Column::unpublished(inside.len() * (n + 1));
    for (area, inside) in inside.iter().enumerate() {
        for other in 0..=n {
            let others = if other == 0 { 0..n } else { other - 1..other };
            let cells = inside.iter().flat_map(|area| others.clone().flat_map(|other| leaves(*area, other)));
            let sum: u64 = cells.map(|leaf| counts[leaf]).sum();
            let is_hidden = (1..threshold).contains(&sum);
            let figure = if is_hidden { Figure::Absent(Absence::Suppressed) } else { Figure::exact(sum as f64) };
            column.set(area * (n + 1) + other, figure);
        }
    }
    let measure = Measure {
        id: "children".to_owned(),
        label: Text::new(Language::Swedish, "Barn"),
        kind: MeasureKind::Count,
        unit: Text::new(Language::Swedish, "barn"),
        column: Some(0),
        ratio: None,
        polarity: Default::default(),
        decimals: 0,
        protected_unit: ProtectedUnit::Child,
        additive_over: vec![0, 1],
        notes: Vec::new(),
    };
    Cube { dimensions, measures: vec![measure], columns: vec![column], ..Cube::default() }
}
