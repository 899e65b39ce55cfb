//! A dataset in the making: the recipe's dimensions with their categories, and cells by position.

use std::collections::BTreeMap;

use serde_json::Number;

use crate::load::jsonstat::profile::{WireCell, WireEvent, WireLegalBasis, WireSource};

use super::{
    areas::Area,
    common::Common,
    error::{Fault, FaultKind},
    recipe::{Areas, Recipe, RecipeCategory, RecipeMeasure},
};

/// A dataset in the making.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Everything but the cells.
    pub recipe: Recipe,
    /// The categories of each of the recipe's dimensions.
    pub categories: Vec<Vec<RecipeCategory>>,
    /// Area code → code of the area above it.
    pub parents: BTreeMap<String, String>,
    /// Measure by measure, row-major; none where nothing is published.
    pub values: Vec<Option<Number>>,
    /// Position → sign.
    pub status: BTreeMap<u32, String>,
    /// Position → what is said of the cell.
    pub cells: BTreeMap<u32, WireCell>,
    /// Where the figures stand.
    pub sources: Vec<WireSource>,
    /// Dated events, oldest first.
    pub events: Vec<WireEvent>,
    /// The provisions that the recipe names, by their name.
    pub laws: BTreeMap<String, WireLegalBasis>,
}

impl Draft {
    /// The recipe with its categories, and no cell published yet.
    pub fn new(recipe: Recipe, common: &Common) -> Result<Self, Vec<Fault>> {
        let areas = &common.areas;
        let mut faults = Vec::new();
        for measure in &recipe.measures {
            if let Some(key) = measure.stray.keys().next() {
                let (measure, key) = (measure.id.clone(), key.clone());
                faults.push(fault(&recipe, FaultKind::UnknownKey { measure, key }));
            }
        }
        let mut parents = BTreeMap::new();
        let mut categories = Vec::new();
        for dimension in &recipe.dimensions {
            let chosen: Vec<&Area> = match &dimension.areas {
                None => Vec::new(),
                Some(Areas::All(_)) => areas.iter().collect(),
                Some(Areas::Some(codes)) => {
                    let find = |code: &String| {
                        let area = areas.iter().find(|area| area.code == *code);
                        if area.is_none() {
                            faults.push(fault(&recipe, FaultKind::UnknownArea(code.clone())));
                        }
                        area
                    };
                    codes.iter().filter_map(find).collect()
                }
            };
            for area in &chosen {
                let is_among = |code: &&str| chosen.iter().any(|other| other.code == **code);
                if let Some(parent) = area.parent().filter(is_among) {
                    parents.insert(area.code.clone(), parent.to_owned());
                }
            }
            let named = chosen.into_iter().map(category_of);
            categories.push(named.chain(dimension.categories.clone()).collect());
        }
        let events = events(&recipe, common, &mut faults);
        let laws = laws(&recipe, common, &mut faults);
        let mut draft = Self {
            recipe,
            categories,
            parents,
            values: Vec::new(),
            status: BTreeMap::new(),
            cells: BTreeMap::new(),
            sources: Vec::new(),
            events,
            laws,
        };
        let n_rows = draft.categories.iter().map(Vec::len);
        let n_cells = n_rows
            .chain([draft.stored_measures().count()])
            .try_fold(1_usize, usize::checked_mul)
            .filter(|n| u32::try_from(*n).is_ok());
        match n_cells {
            Some(n) => draft.values = vec![None; n],
            None => faults.push(fault(&draft.recipe, FaultKind::TooManyCells)),
        }
        if faults.is_empty() { Ok(draft) } else { Err(faults) }
    }

    /// The measures that have cells.
    pub fn stored_measures(&self) -> impl Iterator<Item = &RecipeMeasure> {
        self.recipe.measures.iter().filter(|measure| !measure.derived)
    }

    /// The flat position of a measure's cell, by the place of each category.
    pub fn position(&self, measure: usize, at: &[usize]) -> u32 {
        let flat =
            self.categories.iter().zip(at).fold(measure, |flat, (categories, place)| flat * categories.len() + place);
        u32::try_from(flat).expect("the number of cells was checked when the draft was made")
    }

    /// Writes a number.
    pub fn set(&mut self, position: u32, number: Number) {
        self.values[position as usize] = Some(number);
    }
}

/// A fault of the recipe as a whole.
pub fn fault(recipe: &Recipe, kind: FaultKind) -> Fault {
    Fault { file: recipe.path.clone(), fact: None, kind }
}

/// The events that the recipe names, oldest first.
fn events(recipe: &Recipe, common: &Common, faults: &mut Vec<Fault>) -> Vec<WireEvent> {
    let mut events = Vec::new();
    for id in &recipe.events {
        match common.events.get(id) {
            Some(event) => events.push(event.clone()),
            None => faults.push(fault(recipe, FaultKind::UnknownEvent(id.clone()))),
        }
    }
    events.sort_by(|one, other| one.from.cmp(&other.from));
    events
}

/// The provisions that the recipe names.
fn laws(recipe: &Recipe, common: &Common, faults: &mut Vec<Fault>) -> BTreeMap<String, WireLegalBasis> {
    let of_categories =
        recipe.dimensions.iter().flat_map(|dimension| &dimension.categories).flat_map(|it| &it.legal_basis);
    let mut laws = BTreeMap::new();
    for id in recipe.measures.iter().flat_map(|measure| &measure.legal_basis).chain(of_categories) {
        match common.laws.get(id) {
            Some(law) => _ = laws.insert(id.clone(), law.clone()),
            None => faults.push(fault(recipe, FaultKind::UnknownLaw(id.clone()))),
        }
    }
    laws
}

fn category_of(area: &Area) -> RecipeCategory {
    RecipeCategory { code: area.code.clone(), sv: area.name.clone(), en: area.english(), ..RecipeCategory::default() }
}
