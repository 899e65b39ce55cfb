//! Measures: what is counted, and what the reader is told of it.

use super::Checking;
use crate::{
    load::jsonstat::vocabulary::{MEASURE_KINDS, POLARITIES, PROTECTED_UNITS},
    model::measure::{Measure, MeasureKind},
    publish::aggregate::{
        fault::{FaultKind, Named, Place},
        plan::{Amount, Condition},
        spec::{
            Spec,
            measure::{SpecCondition, SpecMeasure},
        },
    },
};

/// What a measure is worked out from, and what it is called. Where its parts stand is only known in a table.
pub type Counted = (Amount, Measure);

impl Checking<'_> {
    /// What a measure counts; none where that can't be told.
    pub(super) fn measure(&mut self, it: &SpecMeasure, spec: &Spec) -> Option<Counted> {
        let place = Place::Measure(it.id.clone());
        let n_faults = self.faults.len();
        let label = self.text(&it.label, "label", &place);
        let unit = self.text(&it.unit, "unit", &place);
        let protected_unit = self.word(PROTECTED_UNITS, &it.protected_unit, &place).unwrap_or_default();
        let polarity = it.polarity.as_deref().and_then(|word| self.word(POLARITIES, word, &place));
        let kind = it.kind.as_deref().and_then(|word| self.word(MEASURE_KINDS, word, &place));
        let conditions: Vec<Condition> =
            it.conditions.iter().filter_map(|condition| self.condition(condition, &place)).collect();
        self.contributors(it, spec, &place);
        let notes = self.notes(&it.notes, &place);
        let amount = self.amount(it, conditions, &place)?;
        if self.faults.len() > n_faults {
            return None;
        }
        let is_share = it.per.is_none_or(|per| per == 100.0);
        let (follows, decimals) = match amount {
            Amount::Rows(_) | Amount::Distinct(..) | Amount::Largest(..) | Amount::Sum(..) => (MeasureKind::Count, 0),
            Amount::Mean(..) | Amount::Quantile(..) => (MeasureKind::Mean, 1),
            Amount::Ratio if is_share => (MeasureKind::Share, 1),
            Amount::Ratio => (MeasureKind::Rate, 1),
        };
        let measure = Measure {
            id: it.id.clone(),
            label,
            kind: kind.unwrap_or(follows),
            unit,
            column: None,
            ratio: None,
            polarity: polarity.unwrap_or_default(),
            decimals: it.decimals.unwrap_or(decimals),
            protected_unit,
            additive_over: Vec::new(),
            notes,
        };
        Some((amount, measure))
    }

    fn contributors(&mut self, it: &SpecMeasure, spec: &Spec, place: &Place) {
        for id in it.homes_of.iter().chain(&it.operators_of).chain(&it.largest_of) {
            if !spec.measure.iter().any(|other| other.id == *id) {
                let known = spec.measure.iter().map(|other| other.id.clone()).collect();
                self.fault(place, FaultKind::NoSuch { what: Named::Measure, id: id.clone(), known });
            }
        }
    }

    fn amount(&mut self, it: &SpecMeasure, conditions: Vec<Condition>, place: &Place) -> Option<Amount> {
        let is_ratio = it.numerator.is_some() && it.denominator.is_some();
        let given = [
            it.rows,
            it.distinct.is_some(),
            it.largest.is_some(),
            it.sum.is_some(),
            it.mean.is_some(),
            it.quantile.is_some(),
            it.numerator.is_some() || it.denominator.is_some(),
        ];
        if given.iter().filter(|is| **is).count() != 1 {
            self.fault(place, FaultKind::NotOneAmount);
            return None;
        }
        if let Some(column) = &it.distinct {
            return Some(Amount::Distinct(self.asked(column, place)?, conditions));
        }
        if let Some(column) = &it.largest {
            return Some(Amount::Largest(self.asked(column, place)?, conditions));
        }
        if let Some(column) = &it.sum {
            return Some(Amount::Sum(self.asked(column, place)?, conditions));
        }
        if let Some(column) = &it.mean {
            return Some(Amount::Mean(self.asked(column, place)?, conditions));
        }
        if let Some(quantile) = &it.quantile {
            if !(quantile.p > 0.0 && quantile.p < 1.0) {
                self.fault(place, FaultKind::BadQuantile);
            }
            return Some(Amount::Quantile(self.asked(&quantile.column, place)?, quantile.p, conditions));
        }
        if it.rows {
            return Some(Amount::Rows(conditions));
        }
        if !is_ratio || !conditions.is_empty() || it.per.is_some_and(|per| !(per.is_finite() && per > 0.0)) {
            self.fault(place, FaultKind::BadRatio(it.id.clone()));
        }
        Some(Amount::Ratio)
    }

    fn condition(&mut self, it: &SpecCondition, place: &Place) -> Option<Condition> {
        let column = self.asked(&it.column, place)?;
        let (values, wants) = match (&it.is, &it.is_not) {
            (Some(values), None) => (values, true),
            (None, Some(values)) => (values, false),
            _ => {
                self.fault(place, FaultKind::NotOneCondition);
                return None;
            }
        };
        let values = values.iter().map(|value| value.trim().to_owned()).collect();
        Some(Condition { column, separator: it.separator.clone(), values, wants })
    }
}
