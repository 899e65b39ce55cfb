//! Tables: which dimensions and measures, which margins, and the cube that will hold them.

use super::{Checking, MOST_CELLS, measure::Counted};
use crate::{
    load::jsonstat::{
        profile::{WireComparability, WireComparable, Words},
        vocabulary::DESIGNS,
    },
    model::{
        area::Level,
        cube::{Column, Cube},
        dataset::{
            Combination, CombinedDimension, Comparability, Comparable, Contributors, Dataset, MetricDimension, Source,
        },
        dimension::{Break, Category, Dimension as Named},
        measure::{Measure, Ratio},
        text::{Language, Text},
    },
    publish::aggregate::{
        fault::{FaultKind, Named as What, Place},
        plan::{self, Amount, Asked, Dimension, Table},
        spec::{Spec, measure::SpecMeasure, table::SpecTable},
    },
    words::fetch as words,
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

    /// Every column must be led to from the records that are counted.
    fn ways(&mut self, base: usize, dimensions: &[Dimension], counted: &[Counted], place: &Place) {
        let mut columns: Vec<Asked> = dimensions.iter().flat_map(|it| it.coding.columns()).collect();
        for (amount, _) in counted {
            columns.extend(amount.conditions().iter().map(|condition| condition.column.clone()));
            match amount {
                Amount::Distinct(column, _)
                | Amount::Largest(column, _)
                | Amount::Sum(column, _)
                | Amount::Mean(column, _)
                | Amount::Quantile(column, ..) => columns.push(column.clone()),
                Amount::Rows(_) | Amount::Ratio => {}
            }
        }
        let mut told = Vec::new();
        for Asked { column, .. } in columns {
            if self.plan.way(base, column.records).is_none() && !told.contains(&column.records) {
                told.push(column.records);
                let name = |at: usize| self.plan.records.get(at).map(|it| it.name.clone()).unwrap_or_default();
                let kind = FaultKind::NoWay { from: name(base), to: name(column.records) };
                self.fault(place, kind);
            }
        }
    }

    /// How deep each margin goes in each dimension, and the same for the reader.
    fn margins(
        &mut self,
        it: &SpecTable,
        dimensions: &[Dimension],
        place: &Place,
    ) -> (Vec<Vec<usize>>, Vec<Combination>) {
        let all = || vec![it.dimensions.clone()];
        let (mut margins, mut combinations) = (Vec::new(), Vec::new());
        for parts in it.margins.clone().unwrap_or_else(all) {
            let mut depths: Vec<usize> = vec![0; dimensions.len()];
            let mut combination = Combination::new();
            for part in &parts {
                let Some((at, level)) = self.part(part, dimensions, place) else { continue };
                let Some(dimension) = dimensions.get(at) else { continue };
                let of_level = |at: &&plan::Place| level.is_some() && at.level == level;
                let depth = dimension.places.iter().find(of_level).map_or(dimension.n_levels, |at| at.depth);
                if let Some(place) = depths.get_mut(at) {
                    *place = depth;
                }
                combination.push(CombinedDimension { dimension: at, level });
            }
            for (dimension, depth) in dimensions.iter().zip(&depths) {
                if dimension.total.is_none() && *depth == 0 {
                    self.fault(place, FaultKind::NotInMargin(dimension.id.clone()));
                }
            }
            margins.push(depths);
            combinations.push(combination);
        }
        (margins, combinations)
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

    fn part(&mut self, part: &str, dimensions: &[Dimension], place: &Place) -> Option<(usize, Option<Level>)> {
        let position = |id: &str| dimensions.iter().position(|dimension| dimension.id == id);
        if let Some(at) = position(part) {
            return Some((at, None));
        }
        let (id, word) = part.split_once(':').unwrap_or((part, ""));
        let Some(at) = position(id) else {
            let known = dimensions.iter().map(|dimension| dimension.id.clone()).collect();
            self.fault(place, FaultKind::NoSuch { what: What::Dimension, id: id.to_owned(), known });
            return None;
        };
        let level = Level::from_id(word);
        let has_level = |dimension: &Dimension| dimension.places.iter().any(|at| at.level == level);
        let is_there = dimensions.get(at).is_some_and(has_level);
        if level.is_none() || !is_there {
            self.fault(place, FaultKind::NoLevel(part.to_owned()));
            return None;
        }
        Some((at, level))
    }

    /// Which measures have cells, which they may be summed over, and where the parts of a share stand.
    fn columns(
        &mut self,
        counted: Vec<Counted>,
        spec: &Spec,
        dimensions: &[Dimension],
        place: &Place,
    ) -> (Vec<Amount>, Vec<Measure>) {
        // What has no cells stands last, as whoever reads the file has it.
        let (ratios, mut counted): (Vec<Counted>, Vec<Counted>) =
            counted.into_iter().partition(|(amount, _)| *amount == Amount::Ratio);
        counted.extend(ratios);
        let (amounts, mut measures): (Vec<Amount>, Vec<Measure>) = counted.into_iter().unzip();
        let mut n_columns = 0_usize;
        for (amount, measure) in amounts.iter().zip(&mut measures) {
            if *amount != Amount::Ratio {
                measure.column = Some(n_columns);
                n_columns = n_columns.saturating_add(1);
            }
            if matches!(amount, Amount::Rows(_) | Amount::Sum(..)) {
                let adds_up =
                    |(_, dimension): &(usize, &Dimension)| !dimension.coding.is_multi_response() && dimension.is_whole;
                measure.additive_over = dimensions.iter().enumerate().filter(adds_up).map(|(at, _)| at).collect();
            }
        }
        let stored: Vec<Option<String>> = measures.iter().map(|it| it.column.map(|_| it.id.clone())).collect();
        let position = |id: &Option<String>| stored.iter().position(|other| other.is_some() && other == id);
        for (amount, measure) in amounts.iter().zip(&mut measures) {
            let Some(it) = spec.measure.iter().find(|it| it.id == measure.id) else { continue };
            if *amount == Amount::Ratio {
                match (position(&it.numerator), position(&it.denominator)) {
                    (Some(numerator), Some(denominator)) => {
                        let per = it.per.unwrap_or(100.0);
                        let denominator_at = Vec::new();
                        measure.ratio = Some(Ratio { numerator: Some(numerator), denominator, denominator_at, per });
                    }
                    _ => self.fault(place, FaultKind::BadRatio(measure.id.clone())),
                }
            }
        }
        (amounts, measures)
    }

    fn dataset(&mut self, it: &SpecTable, spec: &Spec, combinations: Vec<Combination>, place: &Place) -> Dataset {
        let design = it.design.as_ref().or(spec.design.as_ref());
        let design = design.and_then(|word| self.word(DESIGNS, word, place));
        let comparable = it.comparable.as_ref().or(spec.comparable.as_ref());
        let comparable = comparable.map(|wire| self.comparable(wire, place)).unwrap_or_default();
        let population = it.population.as_ref().or(spec.population.as_ref());
        let sources = spec.sources.iter().map(|source| Source {
            title: source.title.clone(),
            publisher: source.publisher.clone(),
            year: source.year,
            url: source.url.clone(),
        });
        Dataset {
            id: it.id.clone(),
            label: self.text(&it.label, "label", place),
            is_synthetic: spec.synthetic,
            is_unprotected: true,
            registry_numbers: spec.diarienummer.clone(),
            publisher: Some(self.text(&spec.publisher, "publisher", &Place::Spec)),
            sources: sources.collect(),
            licence: spec.licence.clone(),
            updated: Some(spec.updated.clone()),
            design: design.unwrap_or_default(),
            population: population.map(|words| self.text(words, "population", place)),
            comparable,
            combinations: Some(combinations),
            metric: Some(MetricDimension {
                id: "measure".to_owned(),
                label: Text::new(Language::Swedish, words::measure(Language::Swedish))
                    .translated(words::measure(Language::English)),
                place: 0,
            }),
            notes: self.notes(spec.notes.iter().chain(&it.notes), place),
            ..Dataset::default()
        }
    }

    fn comparable(&mut self, wire: &WireComparable, place: &Place) -> Comparable {
        Comparable {
            over_time: self.comparability(wire.over_time.as_ref(), place),
            between_areas: self.comparability(wire.between_areas.as_ref(), place),
            between_categories: self.comparability(wire.between_categories.as_ref(), place),
        }
    }

    fn comparability(&mut self, wire: Option<&WireComparability>, place: &Place) -> Comparability {
        let Some(wire) = wire else { return Comparability::Unknown };
        let mut reason = |words: Option<&Words>| self.text(words.unwrap_or(&Words::new()), "reason", place);
        match wire.answer.as_str() {
            "yes" => Comparability::Yes,
            "with_care" => Comparability::WithCare(reason(wire.reason.as_ref())),
            "no" => Comparability::No(reason(wire.reason.as_ref())),
            word => {
                let expected = ["yes", "with_care", "no"].map(str::to_owned).to_vec();
                self.fault(place, FaultKind::UnknownWord { word: word.to_owned(), expected });
                Comparability::Unknown
            }
        }
    }
}

/// Takes out the categories that no margin goes down to: a table by county has no need of the municipalities.
fn cut(read: &mut [Dimension], named: &mut [Named], margins: &[Vec<usize>]) {
    for (at, (dimension, named)) in read.iter_mut().zip(named).enumerate() {
        let deepest = margins.iter().filter_map(|depths| depths.get(at)).max().copied().unwrap_or(0);
        if deepest >= dimension.n_levels || deepest == 0 {
            continue;
        }
        let (left, kept) = dimension.down_to(deepest);
        let category = |(at, place): (&usize, &plan::Place)| {
            let category = named.categories.get(*at)?.clone();
            Some(Category { parent: place.parent, ..category })
        };
        named.categories = kept.iter().zip(&left.places).filter_map(category).collect();
        named.total = left.total;
        *dimension = left;
    }
}

/// Which measures of a table tell who stands behind another one of it.
fn contributors(measures: &[Measure], spec: &Spec) -> Vec<Contributors> {
    let teller = |told: &str, of: fn(&SpecMeasure) -> &Vec<String>| {
        measures.iter().position(|measure| {
            let it = spec.measure.iter().find(|it| it.id == measure.id);
            it.is_some_and(|it| of(it).iter().any(|id| id == told))
        })
    };
    let told = |(measure, it): (usize, &Measure)| {
        let homes = teller(&it.id, |it| &it.homes_of);
        let operators = teller(&it.id, |it| &it.operators_of);
        let largest = teller(&it.id, |it| &it.largest_of);
        let is_told = homes.or(operators).or(largest).is_some();
        is_told.then_some(Contributors { measure, homes, operators, largest })
    };
    measures.iter().enumerate().filter_map(told).collect()
}
