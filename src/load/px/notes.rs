//! Notes: on the table, a variable, a value or cells; those that must be shown stand with the table too.

use std::collections::{BTreeMap, HashMap};

use super::{
    fault::PxFault,
    header::{Entry, Header},
    said::Said,
    variables::{Variable, Variables},
};
use crate::{
    load::{
        complaint::Severity,
        fault::{Fault, Named},
        jsonstat::layout::Layout,
    },
    model::{
        cube::Cube,
        text::{Language, Text},
    },
};

/// Bytes of notes that are written beside single cells: a note on more cells than this holds stands with the table.
const MOST_CELL_BYTES: usize = 4 * 1024 * 1024;

/// What a note is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum About {
    Table,
    Variable(usize),
    Value(usize, usize),
    /// For each variable a value, or any.
    Cells(Vec<Option<usize>>),
}

/// The notes on one thing, in each language in the order of the file.
#[derive(Default)]
struct Notes {
    own: Vec<String>,
    swedish: Vec<String>,
    english: Vec<String>,
}

/// Writes all notes into the cube; `metric` is which variable is the measures.
pub fn write(header: &mut Header, variables: &Variables, metric: Option<usize>, layout: &Layout, cube: &mut Cube) {
    let entries: Vec<Entry> = header.entries.iter().filter(|entry| is_note(&entry.keyword)).cloned().collect();
    let finder = Finder::new(&variables.all);
    let mut all: BTreeMap<(About, bool), Notes> = BTreeMap::new();
    for entry in entries {
        let text = header.text(&entry).replace('#', "\n");
        if text.trim().is_empty() {
            continue;
        }
        let about = match finder.about(&entry) {
            Ok(about) => about,
            Err(fault) => {
                header.complain(Severity::Note, entry.at, fault);
                About::Table
            }
        };
        let is_mandatory = entry.keyword.ends_with('X');
        let notes = all.entry((about, is_mandatory)).or_default();
        match entry.language {
            None => notes.own.push(text),
            Some(Language::Swedish) => notes.swedish.push(text),
            Some(Language::English) => notes.english.push(text),
        }
    }
    let mut writer = Writer { variables: &variables.all, metric, layout, of_cells: BTreeMap::new(), n_bytes: 0 };
    for ((about, is_mandatory), notes) in all {
        for note in notes.paired() {
            if is_mandatory {
                cube.dataset.mandatory_notes.push(note.clone().into_text(header.own));
            }
            if let Some(n_cells) = writer.write(&about, note, is_mandatory, header.own, cube) {
                header.note(0, PxFault::WideNote { n_cells });
            }
        }
    }
    for ((column, row), notes) in writer.of_cells {
        if let (Some(column), Ok(row)) = (cube.columns.get_mut(column), u32::try_from(row)) {
            column.remark_mut(row).note = Some(joined(&notes).into_text(header.own));
        }
    }
}

fn is_note(keyword: &str) -> bool {
    matches!(keyword, "NOTE" | "NOTEX" | "VALUENOTE" | "VALUENOTEX" | "CELLNOTE" | "CELLNOTEX" | "DATANOTECELL")
}

impl Notes {
    /// Each note with its translations; the languages are paired by their order.
    fn paired(self) -> Vec<Said<String>> {
        let n = self.own.len().max(self.swedish.len()).max(self.english.len());
        let at = |list: &[String], position: usize| list.get(position).cloned();
        (0..n)
            .filter_map(|position| {
                let (swedish, english) = (at(&self.swedish, position), at(&self.english, position));
                let own = at(&self.own, position);
                Some(match (own, swedish, english) {
                    (Some(own), swedish, english) => Said { own, swedish, english },
                    // Only in another language than the file's own.
                    (None, Some(swedish), english) => Said { own: swedish.clone(), swedish: Some(swedish), english },
                    (None, None, english) => Said { own: english.clone()?, swedish: None, english },
                })
            })
            .collect()
    }
}

/// Finds variables and values by their names in any language.
struct Finder<'v> {
    variables: &'v [Variable],
    values: Vec<HashMap<&'v str, usize>>,
}

impl<'v> Finder<'v> {
    fn new(variables: &'v [Variable]) -> Self {
        let names = |variable: &'v Variable| {
            let Said { own, swedish, english } = &variable.values;
            // The file's own names win over codes, and codes over the names in other languages.
            let lists = [english.as_ref(), swedish.as_ref(), Some(&variable.codes), Some(own)];
            let names = lists.into_iter().flatten().flat_map(|list| list.iter().enumerate().rev());
            names.map(|(position, name)| (name.as_str(), position)).collect()
        };
        Self { variables, values: variables.iter().map(names).collect() }
    }

    fn about(&self, entry: &Entry) -> Result<About, Fault> {
        let variable = |name: &String| {
            let found = self.variables.iter().position(|variable| variable.is_named(name));
            found.ok_or_else(|| Fault::NoSuch { what: Named::Dimension, id: name.clone() })
        };
        let value = |variable: usize, name: &String| {
            let found = self.values.get(variable).and_then(|names| names.get(name.as_str())).copied();
            found.ok_or_else(|| Fault::NoSuch { what: Named::Category, id: name.clone() })
        };
        match (entry.keyword.as_str(), entry.keys.as_slice()) {
            (_, []) => Ok(About::Table),
            ("NOTE" | "NOTEX", [name]) => Ok(About::Variable(variable(name)?)),
            ("VALUENOTE" | "VALUENOTEX", [name, of]) => {
                let variable = variable(name)?;
                Ok(About::Value(variable, value(variable, of)?))
            }
            ("CELLNOTE" | "CELLNOTEX" | "DATANOTECELL", keys) if keys.len() == self.variables.len() => {
                let any = |(variable, name): (usize, &String)| match name.as_str() {
                    "*" => Ok(None),
                    _ => value(variable, name).map(Some),
                };
                Ok(About::Cells(keys.iter().enumerate().map(any).collect::<Result<_, _>>()?))
            }
            (keyword, keys) => {
                let expected = match keyword {
                    "NOTE" | "NOTEX" => 1,
                    "VALUENOTE" | "VALUENOTEX" => 2,
                    _ => self.variables.len(),
                };
                let fault = PxFault::Miscounted { keyword: keyword.to_owned(), expected, found: keys.len() };
                Err(Fault::Px(fault))
            }
        }
    }
}

struct Writer<'v> {
    variables: &'v [Variable],
    metric: Option<usize>,
    layout: &'v Layout,
    /// By column and row.
    of_cells: BTreeMap<(usize, usize), Vec<Said<String>>>,
    n_bytes: usize,
}

impl Writer<'_> {
    /// Writes a note where it belongs; says on how many cells it is, where they are too many.
    fn write(
        &mut self,
        about: &About,
        note: Said<String>,
        is_mandatory: bool,
        own: Option<Language>,
        cube: &mut Cube,
    ) -> Option<usize> {
        let text = || note.clone().into_text(own);
        match about {
            About::Table if is_mandatory => {}
            About::Table => cube.dataset.notes.push(text()),
            About::Variable(variable) => match self.dimension(*variable).and_then(|at| cube.dimensions.get_mut(at)) {
                Some(dimension) => dimension.notes.push(text()),
                None => cube.dataset.notes.push(text()),
            },
            About::Value(variable, value) => {
                if let Some(notes) = self.notes_of_value(*variable, *value, cube) {
                    notes.push(text());
                }
            }
            About::Cells(at) => {
                let mut given = at.iter().enumerate().filter_map(|(variable, value)| Some((variable, (*value)?)));
                match (given.next(), given.next()) {
                    (None, _) => return self.write(&About::Table, note, is_mandatory, own, cube),
                    (Some((variable, value)), None) if at.len() > 1 => {
                        return self.write(&About::Value(variable, value), note, is_mandatory, own, cube);
                    }
                    _ => return self.write_cells(at, note, is_mandatory, own, cube),
                }
            }
        }
        None
    }

    fn notes_of_value<'c>(&self, variable: usize, value: usize, cube: &'c mut Cube) -> Option<&'c mut Vec<Text>> {
        match self.dimension(variable) {
            Some(dimension) => Some(&mut cube.dimensions.get_mut(dimension)?.categories.get_mut(value)?.notes),
            None => Some(&mut cube.measures.get_mut(value)?.notes),
        }
    }

    /// The dimension of a variable; none for the measures.
    fn dimension(&self, variable: usize) -> Option<usize> {
        match self.metric {
            Some(metric) if metric == variable => None,
            Some(metric) if metric < variable => variable.checked_sub(1),
            _ => Some(variable),
        }
    }

    fn write_cells(
        &mut self,
        at: &[Option<usize>],
        note: Said<String>,
        is_mandatory: bool,
        own: Option<Language>,
        cube: &mut Cube,
    ) -> Option<usize> {
        let mut flats = vec![0_usize];
        let n_bytes = [Some(&note.own), note.swedish.as_ref(), note.english.as_ref()].into_iter().flatten();
        let n_bytes = n_bytes.fold(256_usize, |sum, text| sum.saturating_add(text.len()));
        let n_cells = at
            .iter()
            .zip(self.variables)
            .fold(1_usize, |n, (value, variable)| if value.is_some() { n } else { n.saturating_mul(variable.len()) });
        let total = n_cells.saturating_mul(n_bytes).saturating_add(self.n_bytes);
        if total > MOST_CELL_BYTES {
            self.write(&About::Table, note, is_mandatory, own, cube);
            return Some(n_cells);
        }
        self.n_bytes = total;
        for (value, variable) in at.iter().zip(self.variables) {
            let n = variable.len();
            flats = flats
                .into_iter()
                .flat_map(|flat| {
                    let values = value.map_or(0..n, |value| value..value.saturating_add(1));
                    values.map(move |value| flat.saturating_mul(n).saturating_add(value))
                })
                .collect();
        }
        for place in flats.into_iter().filter_map(|flat| self.layout.place(flat)) {
            self.of_cells.entry(place).or_default().push(note.clone());
        }
        None
    }
}

/// Several notes on one cell as one, each on its line.
fn joined(notes: &[Said<String>]) -> Said<String> {
    let all = |of: fn(&Said<String>) -> Option<&String>| {
        let has_any = notes.iter().any(|note| of(note).is_some());
        let lines = notes.iter().map(|note| of(note).unwrap_or(&note.own).as_str());
        has_any.then(|| lines.collect::<Vec<_>>().join("\n"))
    };
    Said {
        own: all(|note| Some(&note.own)).unwrap_or_default(),
        swedish: all(|note| note.swedish.as_ref()),
        english: all(|note| note.english.as_ref()),
    }
}
