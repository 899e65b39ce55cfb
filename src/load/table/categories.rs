//! From a column of codes to a dimension, and where each text of the column is among its categories.

use std::collections::HashMap;

use super::{
    Table, area,
    column::Column,
    fault::TableFault,
    mapping::{CodeForm, ColumnMapping, Mapping, Meaning, Role},
    period, words,
};
use crate::{
    load::complaint::Complaints,
    model::{
        area::Level,
        dimension::{Category, Dimension, DimensionKind},
        text::Text,
    },
};

/// A dimension, and the column it stands in.
pub struct Axis {
    /// The column of the table; none where the headers say it.
    pub column: Option<usize>,
    /// For each distinct text of the column, or each header in order, its category.
    pub places: Vec<Option<usize>>,
    /// The dimension.
    pub dimension: Dimension,
}

/// The axis of a column.
pub fn of_column(table: &Table, mapping: &Mapping, number: usize, complaints: &mut Complaints) -> Option<Axis> {
    let (column, mapped) = (table.columns.get(number)?, mapping.columns.get(number)?);
    let (kind, form) = match &mapped.role {
        Role::Dimension { kind, codes } => (kind.clone(), *codes),
        Role::MeasureNames => (DimensionKind::Other(mapped.id.clone()), CodeForm::AsWritten),
        _ => return None,
    };
    let labels = labels(table, mapping, number, complaints);
    let mut categories = Categories::default();
    let mut places = Vec::with_capacity(column.n_distinct());
    for (at, text) in column.distinct().enumerate() {
        if text.is_empty() || matches!(mapped.signs.get(text), Some(Meaning::Absent(_))) {
            places.push(None);
            continue;
        }
        let (code, name) = split(text, form);
        let listed = mapped.labels.get(&code).map(String::as_str);
        let name = listed.or(labels.get(at).copied().flatten()).or(name);
        places.push(Some(categories.add(code, name, mapping)));
    }
    let place = table.header_place(number);
    let dimension = categories.finish(mapped, kind, &mut places, |fault| match fault {
        TableFault::NotAPeriod(_) => complaints.note(place.clone(), fault.into()),
        fault => complaints.warn(place.clone(), fault.into()),
    });
    Some(Axis { column: Some(number), places, dimension })
}

/// The axis of the periods in the headers of these columns.
pub fn of_headers<'t>(periods: impl Iterator<Item = &'t str>, mapping: &Mapping) -> Axis {
    let mut categories = Categories::default();
    let mut places: Vec<Option<usize>> =
        periods.map(|period| Some(categories.add(period.to_owned(), None, mapping))).collect();
    // Swedish and English have the same word.
    let mapped = ColumnMapping::new("period".to_owned(), Text::new(mapping.language, "Period").translated("Period"));
    let dimension = categories.finish(&mapped, DimensionKind::Period, &mut places, |_| {});
    Axis { column: None, places, dimension }
}

fn split(text: &str, form: CodeForm) -> (String, Option<&str>) {
    match form {
        CodeForm::AsWritten => (text.to_owned(), None),
        CodeForm::ZerosLost => (area::with_zero(text).unwrap_or_else(|| text.to_owned()), None),
        CodeForm::CodeAndName => match area::split(text) {
            Some((code, name)) => (code.to_owned(), Some(name)),
            None => (text.to_owned(), None),
        },
    }
}

/// The names of a column's codes, by its distinct texts, from the column of labels.
fn labels<'t>(table: &'t Table, mapping: &Mapping, number: usize, complaints: &mut Complaints) -> Vec<Option<&'t str>> {
    let is_label = |mapped: &ColumnMapping| mapped.role == (Role::Label { of: number });
    let names = mapping.columns.iter().position(is_label);
    let (Some(codes), Some(names)) =
        (table.columns.get(number), names.and_then(|names| Some((names, table.columns.get(names)?))))
    else {
        return Vec::new();
    };
    let mut labels: Vec<Option<(usize, &str)>> = vec![None; codes.n_distinct()];
    let (at, names): (usize, &Column) = names;
    for row in 0..table.n_rows() {
        let (Some(code), Some(name)) = (codes.code(row), names.code(row)) else { continue };
        match labels.get_mut(code) {
            Some(label @ None) => {
                let text = names.text(row);
                *label = (!text.is_empty()).then_some((name, text));
            }
            Some(Some((known, first))) if *known != name && !names.text(row).is_empty() => {
                let (first, second) = ((*first).to_owned(), names.text(row).to_owned());
                let fault = TableFault::TwoLabels { code: codes.text(row).to_owned(), first, second };
                complaints.warn(table.place(row, Some(at)), fault.into());
            }
            _ => {}
        }
    }
    labels.into_iter().map(|label| label.map(|(_, text)| text)).collect()
}

/// Categories as they come, each code once.
#[derive(Default)]
struct Categories {
    listed: Vec<Category>,
    known: HashMap<String, usize>,
}

impl Categories {
    /// Where the category of this code is.
    fn add(&mut self, code: String, name: Option<&str>, mapping: &Mapping) -> usize {
        if let Some(place) = self.known.get(&code) {
            return *place;
        }
        let label = Text::new(mapping.language, name.unwrap_or(&code));
        let place = self.listed.len();
        self.known.insert(code.clone(), place);
        self.listed.push(Category { code, label, parent: None, level: None, notes: Vec::new() });
        place
    }

    fn finish(
        mut self,
        mapped: &ColumnMapping,
        kind: DimensionKind,
        places: &mut [Option<usize>],
        mut complain: impl FnMut(TableFault),
    ) -> Dimension {
        match kind {
            DimensionKind::Period => self.sort_periods(places, &mut complain),
            DimensionKind::Area => {
                for category in &mut self.listed {
                    category.level = Level::of_code(&category.code);
                }
            }
            _ => {}
        }
        let total = self.total(&kind, &mut complain);
        Dimension {
            id: mapped.id.clone(),
            label: mapped.label.clone(),
            kind,
            categories: self.listed,
            total,
            is_multi_response: false,
            is_ordered: false,
            breaks: Vec::new(),
            notes: mapped.notes.clone(),
        }
    }

    /// Oldest first, whatever order the file has; a text that is no period leaves the order as it stands.
    fn sort_periods(&mut self, places: &mut [Option<usize>], complain: &mut impl FnMut(TableFault)) {
        if let Some(odd) = self.listed.iter().find(|category| period::key(&category.code).is_none()) {
            complain(TableFault::NotAPeriod(odd.code.clone()));
            return;
        }
        let mut order: Vec<usize> = (0..self.listed.len()).collect();
        order.sort_by_key(|place| self.listed.get(*place).and_then(|category| period::key(&category.code)));
        let mut moved = vec![0; order.len()];
        for (to, from) in order.iter().enumerate() {
            if let Some(place) = moved.get_mut(*from) {
                *place = to;
            }
        }
        for place in places.iter_mut().flatten() {
            *place = moved.get(*place).copied().unwrap_or(*place);
        }
        let mut sorted: Vec<(usize, Category)> = moved.into_iter().zip(self.listed.drain(..)).collect();
        sorted.sort_by_key(|(place, _)| *place);
        self.listed = sorted.into_iter().map(|(_, category)| category).collect();
    }

    fn total(&self, kind: &DimensionKind, complain: &mut impl FnMut(TableFault)) -> Option<usize> {
        if *kind == DimensionKind::Period {
            return None;
        }
        let is_total = |category: &Category| {
            let is_nation = *kind == DimensionKind::Area && category.level == Some(Level::Nation);
            // Kolada and others write T, K, M.
            let is_letter = *kind == DimensionKind::Sex && category.code.eq_ignore_ascii_case("t");
            is_nation || is_letter || words::is_total(&category.code) || words::is_total(category.label.original())
        };
        let mut totals = self.listed.iter().enumerate().filter(|(_, category)| is_total(category));
        let (place, first) = totals.next()?;
        match totals.next() {
            None => Some(place),
            Some((_, second)) => {
                let label = |category: &Category| category.label.original().to_owned();
                complain(TableFault::TwoTotals { first: label(first), second: label(second) });
                None
            }
        }
    }
}
