//! What categories and measures rest on.

use super::Checking;
use crate::{
    model::{
        dimension::Dimension as Named,
        measure::Measure,
        policy::{LegalBasis, LegalSubject, is_date},
    },
    publish::aggregate::{
        fault::{FaultKind, Named as What, Place},
        spec::Spec,
    },
};

impl Checking<'_> {
    /// The provisions of a table: of its categories, then of its measures, each in its order.
    pub(super) fn legal_bases(
        &mut self,
        spec: &Spec,
        named: &[Named],
        measures: &[Measure],
        place: &Place,
    ) -> Vec<LegalBasis> {
        let mut subjects: Vec<(&String, LegalSubject)> = Vec::new();
        for (dimension, it) in named.iter().enumerate() {
            let said = spec.dimension.iter().filter(|said| said.id == it.id);
            for said in said.flat_map(|said| said.total.iter().chain(&said.categories).chain(&said.missing)) {
                if let Some(category) = it.position(&said.code) {
                    let subject = LegalSubject::Category { dimension, category };
                    subjects.extend(said.legal_basis.iter().map(|id| (id, subject)));
                }
            }
        }
        for (measure, it) in measures.iter().enumerate() {
            let said = spec.measure.iter().filter(|said| said.id == it.id);
            subjects.extend(said.flat_map(|said| &said.legal_basis).map(|id| (id, LegalSubject::Measure(measure))));
        }
        let mut bases = Vec::new();
        for (id, subject) in subjects {
            let Some(law) = spec.law.get(id) else {
                let known = spec.law.keys().cloned().collect();
                self.fault(place, FaultKind::NoSuch { what: What::Law, id: id.clone(), known });
                continue;
            };
            let of_law = Place::Law(id.clone());
            for date in law.from.iter().chain(&law.until).filter(|date| !is_date(date)) {
                self.fault(&of_law, FaultKind::NotADate(date.clone()));
            }
            bases.push(LegalBasis {
                subject,
                act: self.text(&law.act, "act", &of_law),
                provision: law.provision.as_ref().map(|words| self.text(words, "provision", &of_law)),
                from: law.from.clone(),
                until: law.until.clone(),
            });
        }
        bases
    }
}
