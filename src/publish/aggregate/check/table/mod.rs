//! Tables: which dimensions and measures, which margins, and the cube that will hold them.

mod dataset;
mod margins;
mod measures;

use margins::cut;
use measures::contributors;

use super::{Checking, MOST_CELLS, measure::Counted};
use crate::{
    model::{
        cube::{Column, Cube},
        dimension::{Break, Dimension as Named},
    },
    publish::aggregate::{
        fault::{FaultKind, Named as What, Place},
        plan::{Dimension, Table},
        spec::{Spec, table::SpecTable},
    },
};

impl Checking<'_> {
    /// A table; none where something it needs is not there.
    pub(super) fn table(
        &mut self,
        it: &SpecTable,
        spec: &Spec,
        dimensions: &[Option<(Dimension, Named)>],
        measures: &[Option<Counted>],
    ) -> Option<Table> {
        let place = Place::Table(it.id.clone());
        let n_faults = self.faults.len();
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
        if it.id.is_empty() || !it.id.chars().all(is_plain) {
            self.fault(&place, FaultKind::BadFileName(it.id.clone()));
        }
        let base = self.records_of(&it.records, &place);
        let mut found = Vec::new();
        for id in &it.dimensions {
            let known: Vec<&String> = spec.dimension.iter().map(|it| &it.id).collect();
            found.extend(self.find(id, &it.dimensions, &known, What::Dimension, &place).map(|at| dimensions.get(at)));
        }
        let mut counted = Vec::new();
        for id in &it.measures {
            let known: Vec<&String> = spec.measure.iter().map(|it| &it.id).collect();
            counted.extend(self.find(id, &it.measures, &known, What::Measure, &place).map(|at| measures.get(at)));
        }
        if it.measures.is_empty() {
            self.fault(&place, FaultKind::Nothing(What::Measure));
        }
        // What is missing here was told where it is defined.
        let read: Vec<(Dimension, Named)> = found.into_iter().map(|it| it.cloned().flatten()).collect::<Option<_>>()?;
        let counted: Vec<Counted> = counted.into_iter().map(|it| it.cloned().flatten()).collect::<Option<_>>()?;
        let (mut read, mut named): (Vec<Dimension>, Vec<Named>) = read.into_iter().unzip();
        let base = base?;
        self.ways(base, &read, &counted, &place);
        let (margins, combinations) = self.margins(it, &read, &place);
        cut(&mut read, &mut named, &margins);
        self.breaks(it, &mut named, &place);
        let never_same = self.never_same(it, &named, &place);
        let mut dataset = self.dataset(it, spec, combinations, &place);
        let (amounts, measures) = self.columns(counted, spec, &read, &place);
        dataset.legal_bases = self.legal_bases(spec, &named, &measures, &place);
        let ids: Vec<&String> = measures.iter().map(|measure| &measure.id).collect();
        let covariates =
            it.covariates.iter().filter_map(|id| self.find(id, &it.covariates, &ids, What::Measure, &place));
        dataset.covariates = covariates.collect();
        let mut sizes = named.iter().map(|dimension| dimension.categories.len());
        let n_columns = measures.iter().filter(|measure| measure.column.is_some()).count();
        let n_rows = sizes.try_fold(1_usize, usize::checked_mul);
        let is_few = |n: &usize| n.checked_mul(n_columns.max(1)).is_some_and(|n| n <= MOST_CELLS);
        let Some(n_rows) = n_rows.filter(is_few) else {
            self.fault(&place, FaultKind::TooManyCells(MOST_CELLS));
            return None;
        };
        if self.faults.len() > n_faults {
            return None;
        }
        let columns = (0..n_columns).map(|_| Column::unpublished(n_rows)).collect();
        dataset.contributors = contributors(&measures, spec);
        let cube = Cube { dataset, dimensions: named, measures, columns };
        Some(Table { base, dimensions: read, measures: amounts, margins, never_same, cube })
    }

    fn find(&mut self, id: &String, all: &[String], known: &[&String], what: What, place: &Place) -> Option<usize> {
        if all.iter().filter(|other| *other == id).count() > 1 {
            self.fault(place, FaultKind::Twice(what, id.clone()));
        }
        let found = known.iter().position(|other| *other == id);
        if found.is_none() {
            let known = known.iter().map(|id| (*id).clone()).collect();
            self.fault(place, FaultKind::NoSuch { what, id: id.clone(), known });
        }
        found
    }

    /// Where the series of this table alone is broken.
    fn breaks(&mut self, it: &SpecTable, named: &mut [Named], place: &Place) {
        for (id, breaks) in &it.breaks {
            let known = named.iter().map(|dimension| dimension.id.clone()).collect();
            let Some(dimension) = named.iter_mut().find(|dimension| dimension.id == *id) else {
                self.fault(place, FaultKind::NoSuch { what: What::Dimension, id: id.clone(), known });
                continue;
            };
            for it in breaks {
                let reason = self.text(&it.reason, "reason", place);
                dimension.breaks.push(Break { period: it.period.clone(), reason });
            }
        }
    }

    /// The dimensions of which no record has the same code.
    fn never_same(&mut self, it: &SpecTable, named: &[Named], place: &Place) -> Vec<[usize; 2]> {
        let known: Vec<&String> = named.iter().map(|dimension| &dimension.id).collect();
        let mut found = Vec::new();
        for pair in &it.never_same {
            let [one, other] = [0, 1].map(|at| self.find(&pair[at], pair, &known, What::Dimension, place));
            found.extend(one.zip(other).map(|(one, other)| [one, other]));
        }
        found
    }
}
