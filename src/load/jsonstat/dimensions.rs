//! Dimensions of the model: an axis with what the profile says of it.

use std::collections::BTreeSet;

use super::{
    axis::Axis,
    context::{Context, in_profile},
    profile::WireDimension,
    pxweb::Elimination,
    vocabulary::{self, LEVELS, NO_LEVEL},
};
use crate::{
    load::fault::{Fault, Named},
    model::{
        area::Level,
        dimension::{Break, Category, Dimension, DimensionKind},
        text::Text,
    },
};

/// A dimension; `role` is the kind that JSON-stat's role gives it.
pub fn of(axis: Axis, role: Option<DimensionKind>, context: &mut Context) -> Dimension {
    let none = WireDimension::default();
    let said = context.profile.dimensions.get(&axis.id).unwrap_or(&none);
    let kind = match &said.kind {
        Some(word) => DimensionKind::from_id(word),
        None => role.unwrap_or_else(|| DimensionKind::Other(axis.id.clone())),
    };
    let mut reading = Reading { axis, said, context };
    let total = reading.total();
    reading.parents();
    reading.break_circles();
    reading.levels(&kind);
    reading.category_notes();
    let breaks = reading.breaks();
    let Reading { axis, .. } = reading;
    let mut notes = axis.notes;
    notes.extend(context.notes(&said.notes, || in_profile(["dimensions", &axis.id, "notes"])));
    Dimension {
        id: axis.id,
        label: axis.label,
        kind,
        categories: axis.categories,
        total,
        is_multi_response: said.multi_response,
        is_ordered: said.ordered,
        breaks,
        notes,
    }
}

struct Reading<'r, 'c> {
    axis: Axis,
    said: &'r WireDimension,
    context: &'r mut Context<'c>,
}

impl Reading<'_, '_> {
    /// Where a code is, or a complaint.
    fn position(&mut self, member: &'static str, code: &str) -> Option<usize> {
        let position = self.axis.positions.get(code).copied();
        if position.is_none() {
            let place = in_profile(["dimensions", &self.axis.id, member]);
            self.context.no_such(place, Named::Category, code);
        }
        position
    }

    fn category(&mut self, member: &'static str, code: &str) -> Option<&mut Category> {
        let position = self.position(member, code)?;
        self.axis.categories.get_mut(position)
    }

    fn total(&mut self) -> Option<usize> {
        if let Some(code) = &self.said.total {
            return self.position("total", code);
        }
        match &self.axis.pxweb.elimination {
            Elimination::Total(code) => self.axis.positions.get(code).copied(),
            _ => None,
        }
    }

    fn parents(&mut self) {
        for (code, parent) in &self.said.parents {
            let parent = self.position("parents", parent);
            if let Some(category) = self.category("parents", code)
                && parent.is_some()
            {
                category.parent = parent;
            }
        }
    }

    /// Takes the parent from a category that is above itself: whoever climbs the tree must come to an end.
    fn break_circles(&mut self) {
        let mut is_checked = vec![false; self.axis.categories.len()];
        for start in 0..self.axis.categories.len() {
            let mut path = BTreeSet::new();
            let mut at = start;
            loop {
                if is_checked.get(at) != Some(&false) {
                    break;
                }
                path.insert(at);
                let Some(category) = self.axis.categories.get_mut(at) else {
                    break;
                };
                match category.parent {
                    None => break,
                    Some(parent) if path.contains(&parent) => {
                        category.parent = None;
                        let code = category.code.clone();
                        let place = crate::load::complaint::pointer(["dimension", &self.axis.id, "category"]);
                        self.context.complaints.warn(place, Fault::Circular(code));
                        break;
                    }
                    Some(parent) => at = parent,
                }
            }
            for at in path {
                if let Some(checked) = is_checked.get_mut(at) {
                    *checked = true;
                }
            }
        }
    }

    fn levels(&mut self, kind: &DimensionKind) {
        if *kind == DimensionKind::Area {
            for category in &mut self.axis.categories {
                category.level = Level::of_code(&category.code);
            }
        }
        for (code, word) in &self.said.levels {
            let id = self.axis.id.clone();
            let place = || in_profile(["dimensions", &id, "levels", code]);
            let complaints = &mut self.context.complaints;
            let word = Some(word.as_str()).filter(|word| *word != NO_LEVEL);
            let level = vocabulary::meaning_or_complaint(complaints, LEVELS, word, place);
            if let Some(category) = self.category("levels", code) {
                category.level = level;
            }
        }
    }

    fn category_notes(&mut self) {
        for (code, notes) in &self.said.category_notes {
            let id = self.axis.id.clone();
            let place = || in_profile(["dimensions", &id, "category_notes", code]);
            let notes = self.context.notes(notes, place);
            if let Some(category) = self.category("category_notes", code) {
                category.notes.extend(notes);
            }
        }
    }

    fn breaks(&mut self) -> Vec<Break> {
        let mut breaks = Vec::new();
        for wire in &self.said.breaks {
            if self.position("breaks", &wire.period).is_none() {
                continue;
            }
            let place = || in_profile(["dimensions", &self.axis.id, "breaks"]);
            let reason = self.context.words(&wire.reason, place);
            if reason.is_none() {
                self.context.complaints.warn(place(), Fault::NoReason);
            }
            breaks.push(Break {
                period: wire.period.clone(),
                reason: reason.unwrap_or_else(|| Text::new(self.context.language, "")),
            });
        }
        breaks
    }
}
