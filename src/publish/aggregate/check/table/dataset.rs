//! What a table says of itself: title, source, population, and what may be compared.

use crate::{
    load::jsonstat::{
        profile::{WireComparability, WireComparable, Words},
        vocabulary::DESIGNS,
    },
    model::{
        dataset::{Combination, Comparability, Comparable, Dataset, MetricDimension, Source},
        text::{Language, Text},
    },
    publish::aggregate::{
        check::Checking,
        fault::{FaultKind, Place},
        spec::{Spec, table::SpecTable},
    },
    words::fetch as words,
};

impl Checking<'_> {
    /// What the table says of itself; what it leaves out, the specification says for all.
    pub(super) fn dataset(
        &mut self,
        it: &SpecTable,
        spec: &Spec,
        combinations: Vec<Combination>,
        place: &Place,
    ) -> Dataset {
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
