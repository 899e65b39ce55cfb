//! The areas most like a place in what its dataset declares: which, in what, and the place's figure beside theirs.

use super::PlacePanel;
use crate::{
    gate::Cleared,
    model::text::Language,
    query::{
        judged::{self, Judged},
        question::Question,
        similar::{Found, NoneSimilar, Similar, covariate_of, offered, similar},
    },
    view_model::{
        asked::Asked,
        context::Context,
        figure::answer_words,
        table::{self, Holds, TableColumn, TablePanel, TableRow, answer_data},
    },
    words::similar as words,
};

/// What the section on similar areas is worked out from: the card's question and its judged areas, kept so that another choice is quick.
#[derive(Clone, Debug, PartialEq)]
pub struct Basis {
    /// The covariates that may be chosen, in the order of the file.
    pub covariates: Vec<Covariate>,
    question: Question,
    areas: Judged,
    place: PlacePanel,
}

/// A measure by which areas may be called similar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covariate {
    /// Its id, for the address.
    pub id: String,
    /// What the reader calls it.
    pub label: String,
}

/// The similar areas by the covariates that are chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SimilarPanel {
    /// The ids of the covariates that count.
    pub used: Vec<String>,
    /// Which areas, among how many, who was left out; or why there are none.
    pub said: String,
    /// What the address chooses in vain; may be empty.
    pub in_vain: String,
    /// The place's figure beside theirs, as beside its neighbours'.
    pub table: Option<TablePanel>,
    /// The covariates of the place and of the similar areas.
    pub values: Option<TablePanel>,
}

impl Basis {
    /// The basis for a place; none where the dataset declares no covariate that may count here.
    pub fn of(
        cleared: &Cleared,
        question: &Question,
        areas: &Judged,
        place: &PlacePanel,
        language: Language,
    ) -> Option<Self> {
        let measure = |covariate: usize| cleared.cube().measures.get(covariate);
        let covariate = |covariate: usize| {
            let measure = measure(covariate)?;
            Some(Covariate { id: measure.id.clone(), label: measure.label.get(language).to_owned() })
        };
        let covariates: Vec<_> = offered(cleared, question).into_iter().filter_map(covariate).collect();
        let is_among_others = !covariates.is_empty() && areas.rows.len() > 1;
        is_among_others.then(|| Self {
            covariates,
            question: question.clone(),
            areas: areas.clone(),
            place: place.clone(),
        })
    }

    /// The similar areas by the covariates with these ids; none chosen: by all of them.
    pub fn panel(&self, cleared: &Cleared, chosen: Option<&[String]>, language: Language) -> Option<SimilarPanel> {
        let asked = Asked { areas: None, parts: self.areas.clone(), peers: Some(self.areas.clone()) };
        let context = Context { cleared, question: &self.question, asked: &asked, language };
        let Similar { used, found, .. } = similar(cleared, &self.question, chosen)?;
        let ids: Vec<String> =
            used.iter().filter_map(|it| Some(cleared.cube().measures.get(*it)?.id.clone())).collect();
        let in_vain: Vec<&str> =
            chosen.unwrap_or_default().iter().filter(|id| !ids.contains(id)).map(String::as_str).collect();
        let panel = SimilarPanel {
            said: self.said(context, &found),
            in_vain: if in_vain.is_empty() { String::new() } else { words::in_vain(language, &in_vain.join(", ")) },
            used: ids,
            ..SimilarPanel::default()
        };
        let Ok(found) = found else { return Some(panel) };
        let beside: Vec<usize> = std::iter::once(context.picked(context.area()?)).chain(found.areas).collect();
        let label = cleared.cube().dataset.label.get(language);
        let known = std::slice::from_ref(&self.areas);
        let parts = judged::side_by_side(cleared, &self.question, &beside, known)?;
        let caption = words::beside(language, label, &self.place.name);
        let values_caption = words::values(language, label, &self.place.name);
        Some(SimilarPanel {
            table: table::side_by_side(context, caption, &parts),
            values: values(context, values_caption, &beside, &used),
            ..panel
        })
    }

    fn said(&self, context: Context, found: &Result<Found, NoneSimilar>) -> String {
        let Context { language, cleared, .. } = context;
        let PlacePanel { name, level, .. } = &self.place;
        match found {
            Ok(found) => {
                let area = context.area().unwrap_or(usize::MAX);
                let names: Vec<&str> = found.areas.iter().map(|it| context.category_label(area, *it)).collect();
                let counts = [found.n_candidates, found.n_left_out, found.n_as_near];
                words::found(language, name, *level, &names, counts)
            }
            Err(NoneSimilar::NothingChosen) => words::nothing_chosen(language).to_owned(),
            Err(NoneSimilar::Unknown(measures)) => {
                let label = |it: &usize| Some(cleared.cube().measures.get(*it)?.label.get(language));
                words::unknown(language, name, &measures.iter().filter_map(label).collect::<Vec<_>>())
            }
            Err(NoneSimilar::NotApart(n)) => words::not_apart(language, name, *level, *n),
            Err(NoneSimilar::NoCandidate) => words::no_candidate(language, *level),
        }
    }
}

/// A row for each area, a column for each covariate.
fn values(context: Context, caption: String, areas: &[usize], covariates: &[usize]) -> Option<TablePanel> {
    let Context { cleared, question, language, .. } = context;
    let dimension = context.dimension(context.area()?)?;
    let measures: Vec<_> = covariates.iter().filter_map(|it| Some((*it, cleared.cube().measures.get(*it)?))).collect();
    let name = TableColumn::new("label", dimension.label.get(language), Holds::Words);
    let columns =
        measures.iter().map(|(_, it)| TableColumn::of(it, it.id.clone(), it.label.get(language), Holds::Figures));
    let row = |area: &usize| {
        let category = dimension.categories.get(*area)?;
        let answers = measures.iter().map(|(place, it)| (it, covariate_of(cleared, question, *place, *area)));
        let (cells, data): (Vec<_>, Vec<_>) = answers
            .map(|(it, answer)| (answer_words(it, &answer, language).value, answer_data(it, &answer).value))
            .unzip();
        Some(TableRow {
            code: category.code.clone(),
            cells: std::iter::once(category.label.get(language).to_owned()).chain(cells).collect(),
            data: std::iter::once(table::Datum::Words).chain(data).collect(),
            looks: Vec::new(),
            is_picked: Some(*area) == context.area().map(|area| context.picked(area)),
        })
    };
    Some(TablePanel {
        caption,
        dimension: dimension.id.clone(),
        columns: std::iter::once(name).chain(columns).collect(),
        rows: areas.iter().filter_map(row).collect(),
        note: String::new(),
    })
}
