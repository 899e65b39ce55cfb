//! Dimensions: as the standard has them, what the profile adds, and their labels in the other language.

use std::collections::BTreeMap;

use super::{
    Plan, measures, policy,
    texts::words,
    wire::{Categories, Dimension as Wire},
};
use crate::{
    load::jsonstat::{
        profile::{TranslatedDimension, WireBreak, WireDimension},
        vocabulary::NO_LEVEL,
    },
    model::{
        area::Level,
        dimension::{Category, Dimension, DimensionKind},
    },
};

/// All dimensions of a file, the measures among them.
#[derive(Default)]
pub struct Dimensions {
    /// In the order of the cells.
    pub ids: Vec<String>,
    /// How many categories each has.
    pub sizes: Vec<usize>,
    /// `time`, `geo`, `metric`.
    pub roles: BTreeMap<&'static str, Vec<String>>,
    /// As the standard has them.
    pub wires: BTreeMap<String, Wire>,
    /// What the profile adds.
    pub profiles: BTreeMap<String, WireDimension>,
    /// In the other language.
    pub translations: BTreeMap<String, TranslatedDimension>,
}

/// The dimensions of a cube.
pub fn of(plan: &Plan) -> Dimensions {
    let mut all = Dimensions::default();
    let mut metric = plan.metric.as_ref();
    for place in 0..=plan.cube.dimensions.len() {
        if let Some(metric) = metric.take_if(|metric| metric.place == place) {
            let (wire, translated) = measures::dimension(&metric.label, plan);
            all.add(&metric.id, wire, Some("metric"), WireDimension::default(), translated);
        }
        let Some(dimension) = plan.cube.dimensions.get(place) else { continue };
        let role = role(&dimension.kind);
        let (wire, translated) = wire(dimension, plan);
        let profile =
            WireDimension { legal_basis: policy::of_categories(plan, place), ..profile(dimension, role, plan) };
        all.add(&dimension.id, wire, role, profile, translated);
    }
    all
}

impl Dimensions {
    fn add(
        &mut self,
        id: &str,
        wire: Wire,
        role: Option<&'static str>,
        profile: WireDimension,
        translated: TranslatedDimension,
    ) {
        self.ids.push(id.to_owned());
        self.sizes.push(wire.category.index.len());
        self.wires.insert(id.to_owned(), wire);
        if let Some(role) = role {
            self.roles.entry(role).or_default().push(id.to_owned());
        }
        if profile != WireDimension::default() {
            self.profiles.insert(id.to_owned(), profile);
        }
        if translated != TranslatedDimension::default() {
            self.translations.insert(id.to_owned(), translated);
        }
    }
}

fn role(kind: &DimensionKind) -> Option<&'static str> {
    match kind {
        DimensionKind::Period => Some("time"),
        DimensionKind::Area => Some("geo"),
        _ => None,
    }
}

fn wire(dimension: &Dimension, plan: &Plan) -> (Wire, TranslatedDimension) {
    let (label, label_translated) = plan.texts.label(&dimension.label);
    let (mut category, mut translated) = (Categories::default(), BTreeMap::new());
    for Category { code, label, notes, .. } in &dimension.categories {
        let (label, translation) = plan.texts.label(label);
        category.index.push(code.clone());
        category.label.insert(code.clone(), label);
        translated.extend(translation.map(|translation| (code.clone(), translation)));
        let (notes, _) = plan.texts.notes(notes);
        if !notes.is_empty() {
            category.note.insert(code.clone(), notes);
        }
    }
    let (note, _) = plan.texts.notes(&dimension.notes);
    (Wire { label, note, category }, TranslatedDimension { label: label_translated, category: translated })
}

fn profile(dimension: &Dimension, role: Option<&str>, plan: &Plan) -> WireDimension {
    let code = |place: usize| Some(dimension.categories.get(place)?.code.clone());
    let kind = dimension.kind.id();
    let parent = |category: &Category| Some((category.code.clone(), code(category.parent?)?));
    let notes = |category: &Category| {
        let (_, notes) = plan.texts.notes(&category.notes);
        (!notes.is_empty()).then(|| (category.code.clone(), notes))
    };
    let level = |category: &Category| {
        let is_area = dimension.kind == DimensionKind::Area;
        let seems = Level::of_code(&category.code).filter(|_| is_area);
        let word = category.level.map_or(NO_LEVEL, Level::id);
        (seems != category.level).then(|| (category.code.clone(), word.to_owned()))
    };
    WireDimension {
        kind: Some(kind.to_owned()).filter(|_| role.is_none()),
        total: dimension.total.and_then(code),
        multi_response: dimension.is_multi_response,
        ordered: dimension.is_ordered,
        breaks: dimension
            .breaks
            .iter()
            .map(|it| WireBreak { period: it.period.clone(), reason: words(&it.reason) })
            .collect(),
        levels: dimension.categories.iter().filter_map(level).collect(),
        parents: dimension.categories.iter().filter_map(parent).collect(),
        notes: plan.texts.notes(&dimension.notes).1,
        category_notes: dimension.categories.iter().filter_map(notes).collect(),
        ..WireDimension::default()
    }
}
