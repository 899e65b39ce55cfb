//! Notes of a cube as PX has them; those that must be shown get an X where they belong.

use super::{facts, loss::PxLoss, out::Out, table::Variable};
use crate::model::{
    cube::{Column, Cube},
    measure::Measure,
    text::{Language, Text},
};

/// What notes are written of.
pub struct Notes<'c> {
    /// The cube.
    pub cube: &'c Cube,
    /// The variables of the file.
    pub variables: &'c [Variable],
    /// The measures with cells.
    pub measures: &'c [&'c Measure],
}

impl Notes<'_> {
    /// Writes all notes.
    pub fn write(&self, out: &mut Out, stored: &[(&Measure, &Column)]) {
        let mut shown: Vec<&Text> = Vec::new();
        for note in &self.cube.dataset.notes {
            if !facts::write(out, |_| Vec::new(), note) {
                out.note("NOTE", |_| Vec::new(), note);
            }
        }
        for variable in self.variables {
            match variable.dimension.and_then(|at| self.cube.dimensions.get(at)) {
                Some(dimension) => {
                    for note in &dimension.notes {
                        let name = |language| vec![variable.name(language).to_owned()];
                        if !facts::write(out, name, note) {
                            out.note(self.keyword("NOTE", "NOTEX", note, &mut shown), name, note);
                        }
                    }
                    for (value, category) in dimension.categories.iter().enumerate() {
                        self.of_value(out, variable, value, category.notes.iter().collect(), &mut shown);
                    }
                }
                None => {
                    for (value, measure) in self.measures.iter().enumerate() {
                        let own = out.language;
                        let key = |language| variable.key(value, language, own).map(|key| vec![key.to_owned()]);
                        let own_key = key(own);
                        let keys = |language| key(language).or_else(|| own_key.clone()).unwrap_or_default();
                        let mut notes: Vec<&Text> = measure.notes.iter().collect();
                        notes.retain(|note| own_key.is_none() || !facts::write(out, keys, note));
                        self.of_value(out, variable, value, notes, &mut shown);
                    }
                }
            }
        }
        let has_contents = self.variables.iter().any(|variable| variable.dimension.is_none());
        if let ([only], false) = (self.measures, has_contents) {
            // Without CONTVARIABLE a note on the measure is one on the table.
            for note in &only.notes {
                if facts::write(out, |_| Vec::new(), note) {
                    continue;
                }
                out.losses.insert(PxLoss::Places);
                out.note("NOTE", |_| Vec::new(), note);
            }
        }
        for (position, (_, column)) in stored.iter().enumerate() {
            self.of_cells(out, position, column, &mut shown);
        }
        for note in self.cube.dataset.mandatory_notes.iter().filter(|note| !shown.contains(note)) {
            out.note("NOTEX", |_| Vec::new(), note);
        }
    }

    /// The keyword with an X where the note must be shown.
    fn keyword<'n>(
        &self,
        plain: &'static str,
        mandatory: &'static str,
        note: &'n Text,
        shown: &mut Vec<&'n Text>,
    ) -> &'static str {
        if self.cube.dataset.mandatory_notes.contains(note) && !shown.contains(&note) {
            shown.push(note);
            mandatory
        } else {
            plain
        }
    }

    fn of_value<'n>(
        &self,
        out: &mut Out,
        variable: &Variable,
        value: usize,
        notes: Vec<&'n Text>,
        shown: &mut Vec<&'n Text>,
    ) {
        let own = out.language;
        for note in notes {
            let Some(key) = variable.key(value, own, own) else {
                out.losses.insert(PxLoss::Places);
                out.note("NOTE", |_| Vec::new(), note);
                continue;
            };
            let keys = |language: Language| {
                let key = variable.key(value, language, own).unwrap_or(key);
                vec![variable.name(language).to_owned(), key.to_owned()]
            };
            out.note(self.keyword("VALUENOTE", "VALUENOTEX", note, shown), keys, note);
        }
    }

    fn of_cells<'n>(&'n self, out: &mut Out, position: usize, column: &'n Column, shown: &mut Vec<&'n Text>) {
        let own = out.language;
        for (row, remark) in column.remarks() {
            let Some(note) = &remark.note else { continue };
            let at = self.cube.coordinates(row);
            let value =
                |variable: &Variable| variable.dimension.map_or(Some(position), |dimension| at.get(dimension).copied());
            let keys = |language: Language| -> Option<Vec<String>> {
                let key = |variable: &Variable| {
                    Some(variable.key(value(variable)?, language, own)?.to_owned()).filter(|key| key != "*")
                };
                self.variables.iter().map(key).collect()
            };
            match keys(own) {
                Some(own_keys) => {
                    let keyword = self.keyword("CELLNOTE", "CELLNOTEX", note, shown);
                    out.note(keyword, |language| keys(language).unwrap_or_else(|| own_keys.clone()), note);
                }
                None => {
                    out.losses.insert(PxLoss::Places);
                    out.note("NOTE", |_| Vec::new(), note);
                }
            }
        }
    }
}
