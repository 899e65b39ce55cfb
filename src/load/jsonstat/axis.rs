//! One dimension as the standard describes it, before the profile is asked: an axis of the cells.

use std::collections::HashMap;

use super::{
    context::Context,
    given::{Code, Entries, Given, Member, right, texts},
    index,
    profile::TranslatedDimension,
    pxweb::{self, WireAxisExtension},
    wire::{WireCategory, WireDimension, WireUnit},
};
use crate::{
    load::{
        complaint::{Severity, pointer},
        fault::{Fault, Named, Shape},
    },
    model::{area::Level, dimension::Category, text::Text},
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
    /// What PxWeb says of it.
    pub pxweb: pxweb::Said,
}

/// One axis; none only after a fatal complaint.
pub fn read(id: &str, wire: WireDimension, context: &mut Context) -> Option<Axis> {
    let place = |member: &'static str| move || pointer(["dimension", id, member]);
    let label = right(&mut context.complaints, Severity::Warning, wire.label, Shape::Text, place("label"));
    let notes = texts(&mut context.complaints, wire.note, place("note"));
    let extension = right(&mut context.complaints, Severity::Note, wire.extension, Shape::Object, place("extension"));
    let extension = extension.unwrap_or_default();
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
        notes: Vec::new(),
        pxweb: pxweb::Said::of(&extension),
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
    for (position, note) in notes.into_iter().enumerate() {
        axis.note(context.text(note, None), pxweb::is_mandatory(&extension.note_mandatory, position));
    }
    axis.read_notes(note, &extension, context);
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

    /// Whether all codes are Statistics Sweden's of places, municipalities among them: PxWeb gives such an axis no role.
    pub fn has_area_codes(&self) -> bool {
        let mut levels = self.categories.iter().map(|category| Level::of_code(&category.code));
        let is_year = |code: &str| code.starts_with("19") || code.starts_with("20");
        levels.clone().all(|level| level.is_some())
            && levels.any(|level| level == Some(Level::Municipality))
            && !self.categories.iter().all(|category| is_year(&category.code))
    }

    /// A note on the axis; one that must be shown stands with the dataset's.
    fn note(&mut self, note: Text, is_mandatory: bool) {
        let notes = if is_mandatory { &mut self.pxweb.mandatory_notes } else { &mut self.notes };
        notes.push(note);
    }

    fn read_notes(
        &mut self,
        notes: Member<Entries<Given<super::given::Texts>>>,
        extension: &WireAxisExtension,
        context: &mut Context,
    ) {
        for (position, code, notes) in self.members("note", notes, context) {
            let place = || pointer(["dimension", &self.id, "category", "note", &code]);
            let notes = texts(&mut context.complaints, Some(notes), place);
            let Some(category) = self.categories.get_mut(position) else { continue };
            for (position, note) in notes.into_iter().enumerate() {
                if pxweb::is_mandatory_of(extension, &code, position) {
                    let label = category.label.original();
                    self.pxweb.mandatory_notes.push(context.text(format!("{label}: {note}"), None));
                } else {
                    category.notes.push(context.text(note, None));
                }
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
