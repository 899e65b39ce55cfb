//! One dimension as the standard describes it, before the profile is asked: an axis of the cells.

use std::collections::HashMap;

use super::{
    context::Context,
    given::{Code, Entries, Given, Member, right, texts},
    index,
    profile::TranslatedDimension,
    wire::{WireCategory, WireDimension, WireUnit},
};
use crate::{
    load::{
        complaint::{Severity, pointer},
        fault::{Fault, Named, Shape},
    },
    model::{dimension::Category, text::Text},
};

/// A dimension as the standard describes it; `units` are as many as the categories.
pub struct Axis {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: Text,
    /// Its categories; levels are not known yet.
    pub categories: Vec<Category>,
    /// Their units, which only measures have.
    pub units: Vec<Option<WireUnit>>,
    /// Where each code is.
    pub positions: HashMap<String, usize>,
    /// Notes on it.
    pub notes: Vec<Text>,
}

/// One axis; none only after a fatal complaint.
pub fn read(id: &str, wire: WireDimension, context: &mut Context) -> Option<Axis> {
    let place = |member: &'static str| move || pointer(["dimension", id, member]);
    let label = right(&mut context.complaints, Severity::Warning, wire.label, Shape::Text, place("label"));
    let notes = texts(&mut context.complaints, wire.note, place("note"));
    let category = wire.category;
    if category.is_none() {
        let fault = Fault::Lacking("category");
        context.complaints.fail(pointer(["dimension", id]), fault);
    }
    let mut category = right(&mut context.complaints, Severity::Fatal, category, Shape::Object, place("category"))?;
    let translation = context.translated_dimension(id);
    let codes = index::codes(&mut category, id, &mut context.complaints)?;
    let translated = translation.and_then(|translation| translation.label.as_ref());
    let mut axis = Axis {
        id: id.to_owned(),
        label: context.text(label.unwrap_or_else(|| id.to_owned()), translated),
        notes: notes.into_iter().map(|note| context.text(note, None)).collect(),
        units: vec![None; codes.len()],
        positions: codes.iter().cloned().zip(0..).collect(),
        categories: codes
            .into_iter()
            .map(|code| Category {
                label: context.text(code.clone(), None),
                code,
                parent: None,
                level: None,
                notes: Vec::new(),
            })
            .collect(),
    };
    let WireCategory { label, child, unit, note, .. } = category;
    axis.read_labels(label, translation, context);
    axis.read_children(child, context);
    axis.read_units(unit, context);
    axis.read_notes(note, context);
    Some(axis)
}

impl Axis {
    fn read_labels(
        &mut self,
        labels: Member<Entries<Given<Code>>>,
        translation: Option<&TranslatedDimension>,
        context: &mut Context,
    ) {
        let mut originals = HashMap::new();
        for (position, code, label) in self.members("label", labels, context) {
            let place = || pointer(["dimension", &self.id, "category", "label", &code]);
            let label = right(&mut context.complaints, Severity::Warning, Some(label), Shape::Text, place);
            originals.extend(label.map(|label| (position, label.text)));
        }
        for (position, category) in self.categories.iter_mut().enumerate() {
            let original = originals.remove(&position);
            let translated = translation.and_then(|labels| labels.category.get(&category.code));
            if original.is_some() || translated.is_some() {
                let original = original.unwrap_or_else(|| category.code.clone());
                category.label = context.text(original, translated);
            }
        }
    }

    fn read_children(&mut self, children: Member<Entries<Given<Vec<Given<Code>>>>>, context: &mut Context) {
        for (parent, code, children) in self.members("child", children, context) {
            let place = || pointer(["dimension", &self.id, "category", "child", &code]);
            let list = right(&mut context.complaints, Severity::Warning, Some(children), Shape::List, place);
            for child in list.unwrap_or_default() {
                let severity = Severity::Warning;
                let child = index::code_text(&mut context.complaints, Some(child), severity, place);
                let Some(child) = child else { continue };
                let Some(&at) = self.positions.get(&child) else {
                    context.no_such(place(), Named::Category, &child);
                    continue;
                };
                if let Some(category) = self.categories.get_mut(at) {
                    match category.parent {
                        None => category.parent = Some(parent),
                        Some(other) if other == parent => {}
                        Some(_) => context.complaints.warn(place(), Fault::TwoParents(child)),
                    }
                }
            }
        }
    }

    fn read_units(&mut self, units: Member<Entries<Given<WireUnit>>>, context: &mut Context) {
        for (position, code, unit) in self.members("unit", units, context) {
            let place = || pointer(["dimension", &self.id, "category", "unit", &code]);
            let severity = Severity::Warning;
            let unit = right(&mut context.complaints, severity, Some(unit), Shape::Object, place);
            if let Some(free) = self.units.get_mut(position) {
                *free = unit;
            }
        }
    }

    fn read_notes(&mut self, notes: Member<Entries<Given<super::given::Texts>>>, context: &mut Context) {
        for (position, code, notes) in self.members("note", notes, context) {
            let place = || pointer(["dimension", &self.id, "category", "note", &code]);
            let notes = texts(&mut context.complaints, Some(notes), place);
            if let Some(category) = self.categories.get_mut(position) {
                let notes = notes.into_iter().map(|note| context.text(note, None));
                category.notes.extend(notes);
            }
        }
    }

    /// The members of an object by code, each with the position of its category; a code that is none is complained of.
    fn members<T>(
        &self,
        name: &'static str,
        members: Member<Entries<T>>,
        context: &mut Context,
    ) -> Vec<(usize, String, T)> {
        let place = || pointer(["dimension", &self.id, "category", name]);
        let severity = Severity::Warning;
        let entries = right(&mut context.complaints, severity, members, Shape::Object, place);
        let mut known = Vec::new();
        let mut is_seen = vec![false; self.categories.len()];
        for (code, member) in entries.unwrap_or_default().0 {
            let position = self.positions.get(&code).copied();
            match position.and_then(|position| Some((position, is_seen.get_mut(position)?))) {
                Some((position, seen)) if !*seen => {
                    *seen = true;
                    known.push((position, code, member));
                }
                Some(_) => context.complaints.warn(place(), Fault::Duplicate(code)),
                None => context.no_such(place(), Named::Category, &code),
            }
        }
        known
    }
}
