//! Dimensions: their categories in order, and how a record's category is found.

use std::collections::HashMap;

use serde::Deserialize;

use super::Checking;
use crate::{
    model::{
        area::Level,
        dimension::{Break, Category, Dimension as Named, DimensionKind},
        text::{Language, Text},
    },
    publish::{
        aggregate::{
            fault::{FaultKind, Named as What, Place},
            plan::{Asked, Coding, Dimension, Place as At, Span},
            spec::dimension::{DatePart, SpecAreas, SpecCategory, SpecDimension},
        },
        data::areas::{self, Area},
    },
};

/// The nation's code.
const NATION: &str = "00";

/// A line of a list of codes.
#[derive(Debug, Deserialize)]
struct Line {
    code: String,
    sv: String,
    #[serde(default)]
    en: Option<String>,
    #[serde(default)]
    parent: Option<String>,
    #[serde(default)]
    value: Option<String>,
}

impl Checking<'_> {
    /// How a dimension is read, and what it is called; none where that can't be told.
    pub(super) fn dimension(&mut self, it: &SpecDimension) -> Option<(Dimension, Named)> {
        let place = Place::Dimension(it.id.clone());
        let n_faults = self.faults.len();
        let label = self.text(&it.label, "label", &place);
        let mut categories: Vec<SpecCategory> = it.total.iter().cloned().collect();
        categories.extend(self.areas(it, &place));
        categories.extend(self.code_list(it, &place));
        categories.extend(it.categories.iter().cloned());
        categories.extend(it.missing.iter().cloned());
        if categories.is_empty() {
            self.fault(&place, FaultKind::Nothing(What::Category));
        }
        let mut codes: HashMap<&str, usize> = HashMap::new();
        for (at, category) in categories.iter().enumerate() {
            if codes.insert(&category.code, at).is_some() {
                self.fault(&place, FaultKind::Twice(What::Category, category.code.clone()));
            }
        }
        let find = |category: &SpecCategory| codes.get(category.code.as_str()).copied();
        let nation = it.areas.as_ref().and_then(|_| codes.get(NATION).copied());
        let total = it.total.as_ref().map_or(nation, find);
        let missing = it.missing.as_ref().and_then(find);
        let kind = DimensionKind::from_id(&it.kind);
        let has_areas = it.areas.is_some() || kind == DimensionKind::Area;
        let places = self.places(&categories, &codes, total, has_areas, &place)?;
        let coding = self.coding(it, &categories, &places, (total, missing), &place)?;
        let n_levels = places.iter().map(|at| at.depth).max().unwrap_or(0);
        let mut breaks = Vec::new();
        for it in &it.breaks {
            breaks.push(Break { period: it.period.clone(), reason: self.text(&it.reason, "reason", &place) });
        }
        let named = Named {
            id: it.id.clone(),
            label,
            kind,
            categories: categories
                .iter()
                .zip(&places)
                .map(|(category, at)| self.category(category, at, &place))
                .collect(),
            total,
            is_multi_response: coding.is_multi_response() || it.overlapping,
            is_ordered: it.ordered,
            breaks,
            notes: self.notes(&it.notes, &place),
        };
        if self.faults.len() > n_faults {
            return None;
        }
        let is_whole = !it.overlapping && !matches!(it.areas, Some(SpecAreas::Codes(_)));
        Some((Dimension { id: it.id.clone(), places, total, missing, coding, n_levels, is_whole }, named))
    }

    /// The areas asked for and those above them, in the order of the list.
    fn areas(&mut self, it: &SpecDimension, place: &Place) -> Vec<SpecCategory> {
        let all = areas::known();
        let wanted: Vec<&Area> = match &it.areas {
            None => return Vec::new(),
            Some(SpecAreas::Word(word)) if word == "all" => all.iter().collect(),
            Some(SpecAreas::Word(word)) => {
                let kind = FaultKind::UnknownWord { word: word.clone(), expected: vec!["all".to_owned()] };
                self.fault(place, kind);
                return Vec::new();
            }
            Some(SpecAreas::Codes(codes)) => {
                for code in codes {
                    if !all.iter().any(|area| area.code == *code) {
                        let (id, known) = (code.clone(), Vec::new());
                        self.fault(place, FaultKind::NoSuch { what: What::Area, id, known });
                    }
                }
                let is_over = |above: &Area, code: &String| {
                    above.code == NATION || above.code == *code || code.starts_with(&above.code)
                };
                all.iter().filter(|area| codes.iter().any(|code| is_over(area, code))).collect()
            }
        };
        let category = |area: &&Area| SpecCategory {
            code: area.code.clone(),
            sv: area.name.clone(),
            en: area.english(),
            parent: area.parent().map(str::to_owned),
            ..SpecCategory::default()
        };
        wanted.iter().map(category).collect()
    }

    fn code_list(&mut self, it: &SpecDimension, place: &Place) -> Vec<SpecCategory> {
        let Some(list) = &it.code_list else { return Vec::new() };
        let path = self.folder.join(list);
        let read = csv::Reader::from_path(&path).and_then(|mut reader| reader.deserialize().collect());
        let lines: Vec<Line> = match read {
            Ok(lines) => lines,
            Err(why) => {
                self.fault(place, FaultKind::Io(format!("{}: {why}", path.display())));
                return Vec::new();
            }
        };
        let given = |text: Option<String>| text.filter(|text| !text.is_empty());
        let category = |line: Line| SpecCategory {
            code: line.code,
            sv: line.sv,
            en: given(line.en),
            parent: given(line.parent),
            values: given(line.value).into_iter().collect(),
            ..SpecCategory::default()
        };
        lines.into_iter().map(category).collect()
    }

    /// Where each category lies under the total.
    fn places(
        &mut self,
        categories: &[SpecCategory],
        codes: &HashMap<&str, usize>,
        total: Option<usize>,
        has_areas: bool,
        place: &Place,
    ) -> Option<Vec<At>> {
        let mut places = Vec::new();
        for category in categories {
            let parent = category.parent.as_deref().map(|code| codes.get(code).copied().ok_or(code));
            let parent = match parent {
                Some(Err(code)) => {
                    let (id, known) = (code.to_owned(), Vec::new());
                    self.fault(place, FaultKind::NoSuch { what: What::Category, id, known });
                    None
                }
                Some(Ok(parent)) => Some(parent),
                None => None,
            };
            let level = Level::of_code(&category.code).filter(|_| has_areas);
            places.push(At { depth: 0, parent, level });
        }
        let mut depths = Vec::new();
        for (at, category) in categories.iter().enumerate() {
            let (mut depth, mut here) = (0_usize, Some(at));
            while let Some(it) = here.filter(|it| Some(*it) != total) {
                depth = depth.saturating_add(1);
                if depth > categories.len() {
                    self.fault(place, FaultKind::Circle(category.code.clone()));
                    return None;
                }
                here = places.get(it).and_then(|it| it.parent);
            }
            depths.push(depth);
        }
        for (it, depth) in places.iter_mut().zip(depths) {
            it.depth = depth;
        }
        Some(places)
    }

    fn coding(
        &mut self,
        it: &SpecDimension,
        categories: &[SpecCategory],
        places: &[At],
        (total, missing): (Option<usize>, Option<usize>),
        place: &Place,
    ) -> Option<Coding> {
        if it.column.is_some() != it.columns.is_empty() {
            self.fault(place, FaultKind::ColumnOrColumns);
            return None;
        }
        let is_leaf = |at: usize| {
            let is_parent = places.iter().any(|other| other.parent == Some(at));
            !is_parent && Some(at) != total && Some(at) != missing
        };
        let leaves: Vec<(usize, &SpecCategory)> =
            categories.iter().enumerate().filter(|(at, _)| is_leaf(*at)).collect();
        let Some(column) = &it.column else { return self.flags(it, &leaves, place) };
        let column = self.asked(column, place)?;
        if leaves.iter().any(|(_, category)| category.from.is_some() || category.to.is_some()) {
            return self.spans(column, &leaves, place);
        }
        let mut values = self.values(&leaves, place);
        if it.areas.is_some() {
            add_areas(&mut values, categories);
        }
        Some(match (&it.separator, it.part) {
            (Some(separator), _) => Coding::Several(column, separator.clone(), values),
            (None, Some(part)) => {
                let first = if part == DatePart::Year { 4 } else { 7 };
                Coding::Codes(Asked { first: Some(first), ..column }, Some(part), values)
            }
            (None, None) => Coding::Codes(column, None, values),
        })
    }

    fn flags(&mut self, it: &SpecDimension, leaves: &[(usize, &SpecCategory)], place: &Place) -> Option<Coding> {
        let mut flags = Vec::new();
        for flag in &it.columns {
            let column = self.asked(&flag.column, place)?;
            match leaves.iter().find(|(_, category)| category.code == flag.code) {
                Some((at, _)) => flags.push((column, *at)),
                None => {
                    let known = leaves.iter().map(|(_, category)| category.code.clone()).collect();
                    self.fault(place, FaultKind::NoSuch { what: What::Category, id: flag.code.clone(), known });
                }
            }
        }
        Some(Coding::Flags(flags))
    }

    fn spans(&mut self, column: Asked, leaves: &[(usize, &SpecCategory)], place: &Place) -> Option<Coding> {
        let span = |(category, it): &(usize, &SpecCategory)| {
            let (from, to) = (it.from.unwrap_or(i64::MIN), it.to.unwrap_or(i64::MAX));
            (it.from.is_some() || it.to.is_some()).then_some(Span { from, to, category: *category })
        };
        let spans: Option<Vec<Span>> = leaves.iter().map(span).collect();
        let fit = |spans: &Vec<Span>| {
            let mut sorted = spans.clone();
            sorted.sort_unstable_by_key(|span| span.from);
            let apart = sorted.windows(2).all(|pair| matches!(pair, [one, next] if one.to < next.from));
            apart && spans.iter().all(|span| span.from <= span.to)
        };
        let spans = spans.filter(fit);
        if spans.is_none() {
            self.fault(place, FaultKind::BadSpans);
        }
        Some(Coding::Numbers(column, spans?))
    }

    fn category(&mut self, it: &SpecCategory, at: &At, place: &Place) -> Category {
        let label = Text::new(Language::Swedish, &it.sv);
        Category {
            code: it.code.clone(),
            label: match &it.en {
                Some(english) => label.translated(english),
                None => label,
            },
            parent: at.parent,
            level: at.level,
            notes: self.notes(&it.note, place),
        }
    }

    fn values(&mut self, leaves: &[(usize, &SpecCategory)], place: &Place) -> HashMap<String, usize> {
        let mut meanings: HashMap<String, usize> = HashMap::new();
        for (at, category) in leaves {
            let own = std::slice::from_ref(&category.code);
            for value in if category.values.is_empty() { own } else { &category.values } {
                if meanings.insert(value.trim().to_owned(), *at).is_some_and(|before| before != *at) {
                    self.fault(place, FaultKind::TwoMeanings(value.clone()));
                }
            }
        }
        meanings
    }
}

/// Municipalities that are not shown count where they lie: a county is all of itself, whichever of its parts are shown.
fn add_areas(values: &mut HashMap<String, usize>, categories: &[SpecCategory]) {
    let position = |code: &str| categories.iter().position(|category| category.code == code);
    for area in areas::known().iter().filter(|area| Level::of_code(&area.code) == Some(Level::Municipality)) {
        if position(&area.code).is_none()
            && let Some(above) = area.parent().and_then(position).or_else(|| position(NATION))
        {
            values.entry(area.code.clone()).or_insert(above);
        }
    }
}
