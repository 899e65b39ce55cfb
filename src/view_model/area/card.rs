//! What one dataset says of a place: the figure of its main measure with its verdict, beside others, through the years.

use std::sync::Arc;

use super::{PlacePanel, similar::Basis};
use crate::{
    gate::Cleared,
    model::{area::Level, choice::Choice, dimension::DimensionKind, text::Language},
    query::{
        against::Against,
        breakdown::{Row, areas_at},
        compared::{MOST, choice_of_comparison, to_text},
        judged,
        place::question_at,
        question::{Question, choice_of},
    },
    verdict::Kind,
    view_model::{
        asked::Asked,
        context::Context,
        figure::{AnswerWords, FigurePanel, answer_words, figure},
        table::{self, TablePanel},
        time::{TimePanel, time},
        verdict::{VerdictWords, verdict_words},
    },
    words::{area as words, explore, similar},
};

/// One dataset on the page of a place.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaCard {
    /// The dataset's id: the name of the card's parts on the page.
    pub id: String,
    /// The dataset's title.
    pub label: String,
    /// What the publisher requires to be shown with the figures.
    pub mandatory_notes: Vec<String>,
    /// What it says of the place; none where it does not tell the place apart from others.
    pub told: Option<Told>,
    /// Why there is nothing to tell; empty where there is.
    pub why_not: String,
    /// The very question in Explore: at the place, else of the whole country.
    pub choice: Choice,
    /// The same compared: what is asked, and the codes of the place and as many of those beside it as can be compared.
    pub compared: Option<(Choice, String)>,
}

/// What a dataset says of a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The figure.
    pub figure: FigurePanel,
    /// The verdict against the nation; none where nothing is judged.
    pub kind: Option<Kind>,
    /// The verdict against the place's own county, where it can be judged.
    pub by_county: Option<VerdictWords>,
    /// That numbers are not compared, where the measure is one; may be empty.
    pub not_judged: &'static str,
    /// What a larger area says, where the place's own figure cannot be judged.
    pub larger: Option<String>,
    /// The place beside its county, the nation and its neighbours.
    pub table: Option<TablePanel>,
    /// The place through the years.
    pub time: Option<TimePanel>,
    /// By what similar areas are found; none where the dataset declares nothing that areas may be called similar by.
    pub similar: Option<Arc<Basis>>,
}

/// The card of a dataset.
pub fn card(cleared: &Cleared, place: &PlacePanel, language: Language) -> AreaCard {
    let cube = cleared.cube();
    let dataset = &cube.dataset;
    let question = question_at(cleared, &place.code);
    let told = question.as_ref().and_then(|question| told(cleared, place, question, language));
    let choice = match &question {
        Some(question) => choice_of(cube, question),
        None => Choice { dataset: Some(dataset.id.clone()), ..Choice::default() },
    };
    let area = cube.dimension_of_kind(&DimensionKind::Area);
    let compared = question.as_ref().zip(area).map(|(question, area)| {
        let beside = own_and_larger(cleared, place).into_iter().chain(neighbours(cleared, place));
        let beside: Vec<usize> = beside.take(MOST).collect();
        (beside.len() > 1).then(|| (choice_of_comparison(cube, question), to_text(cube, area, &beside)))
    });
    AreaCard {
        compared: compared.flatten(),
        id: dataset.id.clone(),
        label: dataset.label.get(language).to_owned(),
        mandatory_notes: dataset.mandatory_notes.iter().map(|note| note.get(language).to_owned()).collect(),
        why_not: if told.is_some() { String::new() } else { words::not_in_data(language, &place.name) },
        told,
        choice,
    }
}

impl AreaCard {
    /// What is said where the address chooses by what areas are similar and there are none; `chosen` is that part of the address.
    pub fn chosen_in_vain(&self, chosen: Option<&str>, language: Language) -> Option<String> {
        let has_similar = self.told.as_ref().is_some_and(|told| told.similar.is_some());
        chosen.filter(|_| !has_similar).map(|chosen| similar::none(language, chosen))
    }
}

fn told(cleared: &Cleared, place: &PlacePanel, question: &Question, language: Language) -> Option<Told> {
    let areas = judged::areas(cleared, question, place.level)?;
    let neighbours = neighbours(cleared, place);
    let beside: Vec<usize> = own_and_larger(cleared, place).into_iter().chain(neighbours.iter().copied()).collect();
    let parts = judged::side_by_side(cleared, question, &beside, std::slice::from_ref(&areas))?;
    let similar = Basis::of(cleared, question, &areas, place, language).map(Arc::new);
    let asked = Asked { peers: Some(areas.clone()), areas: Some(areas), parts };
    let context = Context { cleared, question, asked: &asked, language };
    let figure = figure(context)?;
    let kind = figure.verdict.as_ref().map(|verdict| verdict.kind);
    let is_judged = matches!(kind, Some(Kind::Higher | Kind::Lower | Kind::NotApart));
    let is_too_little = matches!(kind, Some(Kind::TooFew | Kind::NoFigure)) || !figure.is_known;
    // Every table of the page has a name of its own.
    let label = cleared.cube().dataset.label.get(language);
    let caption = words::beside(language, label, &place.name, place.level, !neighbours.is_empty());
    Some(Told {
        kind,
        by_county: (is_judged && place.level == Level::Municipality).then(|| by_county(context)).flatten(),
        not_judged: if kind.is_none() && figure.is_known { words::not_judged(language) } else { "" },
        larger: is_too_little.then(|| larger(context)).flatten(),
        table: table::side_by_side(context, caption, &asked.parts).filter(|table| table.rows.len() > 1),
        time: time(context),
        similar,
        figure,
    })
}

/// The place, its county, the nation: those that the dataset has, by position.
fn own_and_larger(cleared: &Cleared, place: &PlacePanel) -> Vec<usize> {
    let county = place.above.as_ref().filter(|_| place.level == Level::Municipality).map(|above| above.code.as_str());
    let codes = std::iter::once(place.code.as_str()).chain(county);
    positions(cleared, codes).into_iter().chain(nation(cleared)).collect()
}

fn neighbours(cleared: &Cleared, place: &PlacePanel) -> Vec<usize> {
    positions(cleared, place.neighbours.iter().map(|it| it.code.as_str()))
}

fn positions<'a>(cleared: &Cleared, codes: impl Iterator<Item = &'a str>) -> Vec<usize> {
    let cube = cleared.cube();
    let area = cube.dimension_of_kind(&DimensionKind::Area).and_then(|area| cube.dimensions.get(area));
    codes.filter_map(|code| area?.position(code)).collect()
}

fn nation(cleared: &Cleared) -> Option<usize> {
    let area = cleared.cube().dimension_of_kind(&DimensionKind::Area)?;
    areas_at(cleared, area, Level::Nation).first().copied()
}

/// The verdict against the place's own county, among all of its level.
fn by_county(context: Context) -> Option<VerdictWords> {
    let question = Question { against: Against::County, ..context.question.clone() };
    let level = context.question.level?;
    let judged = judged::areas(context.cleared, &question, level)?;
    let verdict = judged.verdict(context.picked(context.area()?))?;
    let said = verdict_words(Context { question: &question, ..context }, &judged, verdict);
    matches!(said.kind, Kind::Higher | Kind::Lower | Kind::NotApart).then_some(said)
}

/// The nearest larger area that has a figure, with its verdict where it has one.
fn larger(context: Context) -> Option<String> {
    let Context { asked, language, .. } = context;
    let picked = context.picked(context.area()?);
    let known = |row: &&Row| row.category != picked && row.answer.figure.value().is_some();
    // The county stands before the nation, and the neighbours after both.
    let nation = context.nation();
    let is_larger = |row: &&Row| Some(row.category) == nation || is_above(context, picked, row.category);
    let row = asked.parts.rows.iter().find(|row| is_larger(row) && known(row))?;
    let AnswerWords { value, n, interval, .. } = answer_words(context.measure()?, &row.answer, language);
    let n = (!n.is_empty()).then(|| explore::n_is(&n));
    let interval = (!interval.is_empty()).then(|| explore::interval_is(language, &interval));
    let asides: Vec<String> = n.into_iter().chain(interval).collect();
    let said = words::larger(language, context.category_label(context.area()?, row.category), &value, &asides);
    let verdict = asked.parts.verdict(row.category).filter(|verdict| verdict.evidence().is_some());
    let verdict = verdict.map(|verdict| verdict_words(context, &asked.parts, verdict).sentence);
    Some(std::iter::once(said).chain(verdict).collect::<Vec<_>>().join(" "))
}

fn is_above(context: Context, picked: usize, other: usize) -> bool {
    let categories = context.area().and_then(|area| context.dimension(area)).map(|it| &it.categories);
    categories.and_then(|it| it.get(picked)?.parent) == Some(other)
}
