//! Every text of a cube, read for what leads to a person.

use std::collections::HashMap;

use super::{
    address,
    findings::Findings,
    personal,
    reason::{CellName, DatasetText, Part, Reason, TextPlace, discreet},
};
use crate::model::{
    cube::Cube,
    dataset::{Comparability, Dataset},
    dimension::{Dimension, DimensionKind},
    measure::Measure,
    text::Text,
};

/// Reads every text.
pub fn check(cube: &Cube, findings: &mut Findings) {
    let signs = &cube.dataset.hidden_signs;
    if signs.len() > 1 {
        // Whoever knows which are hidden for another's sake knows that the rest are small.
        findings.refuse(|| Reason::SeveralSigns { signs: signs.iter().map(|sign| discreet(sign)).collect() });
    }
    let mut reading = Reading { findings };
    reading.dataset(&cube.dataset);
    reading.sources(&cube.dataset);
    for dimension in &cube.dimensions {
        reading.dimension(dimension);
    }
    for (position, measure) in cube.measures.iter().enumerate() {
        reading.measure(measure);
        reading.cells(cube, position, measure);
    }
}

struct Reading<'f> {
    findings: &'f mut Findings,
}

impl Reading<'_> {
    fn one(&mut self, text: &str, place: impl Fn() -> TextPlace) {
        for kind in personal::kinds(text) {
            self.findings.refuse(|| Reason::PersonalData { place: place(), kind });
        }
    }

    fn all<'t>(&mut self, texts: impl IntoIterator<Item = &'t Text>, place: impl Fn() -> TextPlace) {
        for text in texts {
            for wording in text.wordings() {
                self.one(wording, &place);
            }
        }
    }

    fn dataset(&mut self, dataset: &Dataset) {
        let place = |part| move || TextPlace::Dataset(part);
        self.one(&dataset.id, place(DatasetText::Id));
        self.all([&dataset.label], place(DatasetText::Title));
        for number in &dataset.registry_numbers {
            self.one(number, place(DatasetText::RegistryNumber));
        }
        self.all(&dataset.publisher, place(DatasetText::Publisher));
        self.one(dataset.licence.as_deref().unwrap_or_default(), place(DatasetText::Licence));
        self.one(dataset.updated.as_deref().unwrap_or_default(), place(DatasetText::Updated));
        self.all(&dataset.population, place(DatasetText::Population));
        let comparable = &dataset.comparable;
        for answer in [&comparable.over_time, &comparable.between_areas, &comparable.between_categories] {
            if let Comparability::WithCare(reason) | Comparability::No(reason) = answer {
                self.all([reason], place(DatasetText::Comparison));
            }
        }
        let description = dataset.disclosure.as_ref().and_then(|disclosure| disclosure.description.as_ref());
        self.all(description, place(DatasetText::Disclosure));
        if let Some(metric) = &dataset.metric {
            let place = |part| move || TextPlace::Dimension(discreet(&metric.id), part);
            self.one(&metric.id, place(Part::Code));
            self.all([&metric.label], place(Part::Label));
        }
        self.all(&dataset.notes, place(DatasetText::Note));
        self.all(&dataset.mandatory_notes, place(DatasetText::Note));
        for event in &dataset.events {
            self.all([&event.label].into_iter().chain(&event.source), place(DatasetText::Event));
            self.one(&event.from, place(DatasetText::Event));
            self.one(event.until.as_deref().unwrap_or_default(), place(DatasetText::Event));
        }
        for basis in &dataset.legal_bases {
            self.all([&basis.act].into_iter().chain(&basis.provision), place(DatasetText::LegalBasis));
            self.one(basis.from.as_deref().unwrap_or_default(), place(DatasetText::LegalBasis));
            self.one(basis.until.as_deref().unwrap_or_default(), place(DatasetText::LegalBasis));
        }
    }

    fn sources(&mut self, dataset: &Dataset) {
        for (number, source) in (1..).zip(&dataset.sources) {
            let place = || TextPlace::Source(number);
            let address = source.url.as_deref();
            for text in [source.title.as_str(), source.publisher.as_str(), address.unwrap_or_default()] {
                self.one(text, place);
            }
            if address.is_some_and(|address| !address::is_safe(address)) {
                self.findings.refuse(|| Reason::UnsafeAddress { place: place() });
            }
        }
    }

    fn dimension(&mut self, dimension: &Dimension) {
        let place = |part| move || TextPlace::Dimension(discreet(&dimension.id), part);
        self.one(&dimension.id, place(Part::Code));
        if let DimensionKind::Other(kind) = &dimension.kind {
            self.one(kind, place(Part::Code));
        }
        self.all([&dimension.label], place(Part::Label));
        self.all(&dimension.notes, place(Part::Note));
        self.all(dimension.breaks.iter().map(|it| &it.reason), place(Part::Break));
        for category in &dimension.categories {
            let place = |part| move || TextPlace::Category(discreet(&dimension.id), discreet(&category.code), part);
            self.one(&category.code, place(Part::Code));
            self.all([&category.label], place(Part::Label));
            self.all(&category.notes, place(Part::Note));
        }
    }

    fn measure(&mut self, measure: &Measure) {
        let place = |part| move || TextPlace::Measure(discreet(&measure.id), part);
        self.one(&measure.id, place(Part::Code));
        self.all([&measure.label], place(Part::Label));
        self.all([&measure.unit], place(Part::Unit));
        self.all(&measure.notes, place(Part::Note));
    }

    fn cells(&mut self, cube: &Cube, position: usize, measure: &Measure) {
        let column = measure.column.and_then(|column| cube.columns.get(column));
        let Some(column) = column else { return };
        for (row, remark) in column.remarks() {
            let place = || TextPlace::Cell(CellName::of(cube, position, row));
            self.one(remark.fact.as_deref().unwrap_or_default(), place);
            self.all(&remark.note, place);
        }
        // A sign may stand in a million cells: it is looked at once.
        let mut kinds = HashMap::new();
        for (row, sign) in column.signs() {
            for kind in kinds.entry(sign).or_insert_with(|| personal::kinds(sign).collect::<Vec<_>>()) {
                let place = || TextPlace::Cell(CellName::of(cube, position, row));
                self.findings.refuse(|| Reason::PersonalData { place: place(), kind: *kind });
            }
        }
    }
}
