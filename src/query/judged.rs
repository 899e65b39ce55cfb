//! Figures with a verdict each: every area of a level, or every category of a dimension, judged together.

use std::collections::HashMap;

use super::{
    against::Against,
    answer::{Answer, answer},
    breakdown::{Row, areas_at, break_down, moved},
    parts::whole_of,
    question::{Question, categories_shown},
};
use crate::{
    gate::Cleared,
    model::{area::Level, cube::Cube, dimension::DimensionKind, figure::Absence, measure::MeasureKind},
    stats::interval::Interval,
    verdict::{
        NotComparable, Verdict,
        counted::{Counted, Law},
        family::{Case, Family, NoCounts, Reference, judge},
        guard::{Along, Guard, guard},
    },
};

/// As many places count as similar, of all that are there: one in so many, and not fewer than [`FEWEST_SIMILAR`].
const SIMILAR_OF_ALL: usize = 10;

/// Fewer places than this are no group to be set against.
const FEWEST_SIMILAR: usize = 5;

/// Rows, and what is to be said of each.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// The dimension that the rows are categories of, by position.
    pub dimension: usize,
    /// Where the rows are all areas of one level: that level.
    pub level: Option<Level>,
    /// The rows, each with its answer.
    pub rows: Vec<Row>,
    /// The verdicts; none where nothing is compared.
    pub judgement: Option<Judgement>,
}

/// The verdicts on rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// A verdict for each row, in their order, and how they came about.
    pub family: Family,
    /// Whether the rows may be compared; where they may not, every verdict says so.
    pub guard: Guard,
    /// What they are set against.
    pub against: Against,
    /// The answer that all are set against, where it is one and the same.
    pub reference: Option<Answer>,
}

impl Judged {
    /// The verdict on a category.
    pub fn verdict(&self, category: usize) -> Option<&Verdict> {
        let place = self.rows.iter().position(|row| row.category == category)?;
        self.judgement.as_ref()?.family.verdicts.get(place)
    }
}

/// Every area of a level, judged together; none where the file has no areas.
pub fn areas(cleared: &Cleared, question: &Question, level: Level) -> Option<Judged> {
    let dimension = cleared.cube().dimension_of_kind(&DimensionKind::Area)?;
    let places = areas_at(cleared, dimension, level);
    let rows = break_down(cleared, question.measure, &question.at, dimension, places);
    let references = match question.against {
        _ if !is_judged(cleared.cube(), question.measure) => {
            return Some(Judged { dimension, level: Some(level), rows, judgement: None });
        }
        Against::Nothing => return Some(Judged { dimension, level: Some(level), rows, judgement: None }),
        Against::Similar => similar(cleared, question.measure, &rows),
        Against::Nation | Against::County => of_areas(cleared, question, dimension, &rows),
    };
    let nation = (question.against == Against::Nation).then(|| nation(cleared, question, dimension)).flatten();
    let judgement = judgement(cleared, question, Along::Categories(dimension), &rows, references, nation);
    Some(Judged { dimension, level: Some(level), rows, judgement: Some(judgement) })
}

/// Every category of the dimension that the question is broken down by.
///
/// An area has the same verdict here as among all areas of its level; `known` are the levels that have been judged already.
pub fn parts(cleared: &Cleared, question: &Question, known: &[Judged]) -> Judged {
    let cube = cleared.cube();
    let dimension = question.by;
    let shown = categories_shown(cleared, question, dimension);
    let rows = break_down(cleared, question.measure, &question.at, dimension, shown);
    let it = cube.dimensions.get(dimension);
    let kind = it.map(|it| &it.kind);
    if !is_judged(cube, question.measure)
        || question.against == Against::Nothing
        || matches!(kind, None | Some(DimensionKind::Period))
    {
        return Judged { dimension, level: None, rows, judgement: None };
    }
    if kind == Some(&DimensionKind::Area) {
        let judgement = among_their_levels(cleared, question, dimension, &rows, known);
        return Judged { dimension, level: None, rows, judgement };
    }
    let whole = it.map_or(0, whole_of);
    let reference = answer(cleared, question.measure, &moved(&question.at, dimension, whole));
    let of = |row: &Row| match row.category == whole {
        true => Reference::Itself,
        false => self::reference(cube, question.measure, &reference, Reference::Whole),
    };
    let references = rows.iter().map(of).collect();
    let judgement = judgement(cleared, question, Along::Categories(dimension), &rows, references, Some(reference));
    Judged { dimension, level: None, rows, judgement: Some(judgement) }
}

/// Shares, rates and averages of unlike places can be set against each other; counts and indices say something else.
fn is_judged(cube: &Cube, measure: usize) -> bool {
    let kind = cube.measures.get(measure).map(|measure| measure.kind);
    matches!(kind, Some(MeasureKind::Share | MeasureKind::Rate | MeasureKind::Mean))
}

/// The areas of the level that the picked area is on; none where the nation is picked.
pub fn picked_level(cleared: &Cleared, question: &Question, known: &[Judged]) -> Option<Judged> {
    let dimension = cleared.cube().dimension_of_kind(&DimensionKind::Area)?;
    let picked = *question.at.get(dimension)?;
    let level = cleared.cube().dimensions.get(dimension)?.categories.get(picked)?.level?;
    if level == Level::Nation { None } else { of_level(cleared, question, level, known) }
}

fn of_level(cleared: &Cleared, question: &Question, level: Level, known: &[Judged]) -> Option<Judged> {
    let known = known.iter().find(|known| known.level == Some(level));
    known.cloned().or_else(|| areas(cleared, question, level))
}

/// These areas of any level beside one another, each with the verdict that it has among all of its level; `known` as in [`parts`].
pub fn side_by_side(cleared: &Cleared, question: &Question, areas: &[usize], known: &[Judged]) -> Option<Judged> {
    let dimension = cleared.cube().dimension_of_kind(&DimensionKind::Area)?;
    let rows = break_down(cleared, question.measure, &question.at, dimension, areas.iter().copied());
    let is_judged = is_judged(cleared.cube(), question.measure) && question.against != Against::Nothing;
    let judgement = if is_judged { among_their_levels(cleared, question, dimension, &rows, known) } else { None };
    Some(Judged { dimension, level: None, rows, judgement })
}

fn among_their_levels(
    cleared: &Cleared,
    question: &Question,
    dimension: usize,
    rows: &[Row],
    known: &[Judged],
) -> Option<Judgement> {
    let categories = &cleared.cube().dimensions.get(dimension)?.categories;
    let level = |row: &Row| categories.get(row.category).and_then(|area| area.level);
    let mut levels: Vec<Level> = rows.iter().filter_map(level).filter(|level| *level != Level::Nation).collect();
    levels.sort_unstable();
    levels.dedup();
    let judged: Vec<Judged> = levels.iter().filter_map(|level| of_level(cleared, question, *level, known)).collect();
    let verdict = |row: &Row| {
        let verdict = judged.iter().find_map(|judged| judged.verdict(row.category));
        verdict.cloned().unwrap_or(Verdict::NotComparable(NotComparable::IsAll))
    };
    let verdicts = rows.iter().map(verdict).collect();
    // The finest level is what the rows are mostly of.
    let mut judgement = judged.last()?.judgement.clone()?;
    judgement.family.verdicts = verdicts;
    Some(judgement)
}

fn judgement(
    cleared: &Cleared,
    question: &Question,
    along: Along,
    rows: &[Row],
    references: Vec<Reference>,
    reference: Option<Answer>,
) -> Judgement {
    let cube = cleared.cube();
    let guard = guard(cube, question.measure, &question.at, along);
    let cases = rows
        .iter()
        .zip(references)
        .map(|(row, reference)| Case { figure: counted(cube, question.measure, &row.answer), reference });
    let mut family = judge(&cases.collect::<Vec<_>>());
    if let Guard::Closed(why) = &guard {
        for verdict in &mut family.verdicts {
            if !matches!(verdict, Verdict::NoFigure(_)) {
                *verdict = Verdict::NotComparable(why.clone());
            }
        }
        family.n_judged = 0;
        family.dispersion = None;
    }
    Judgement { family, guard, against: question.against, reference }
}

fn nation(cleared: &Cleared, question: &Question, dimension: usize) -> Option<Answer> {
    let nation = *areas_at(cleared, dimension, Level::Nation).first()?;
    Some(answer(cleared, question.measure, &moved(&question.at, dimension, nation)))
}

/// The nation, or each area's own county.
fn of_areas(cleared: &Cleared, question: &Question, dimension: usize, rows: &[Row]) -> Vec<Reference> {
    let cube = cleared.cube();
    let nation = areas_at(cleared, dimension, Level::Nation).first().copied();
    let wholes = |area: usize| match question.against {
        Against::County => {
            let parent = cube.dimensions.get(dimension)?.categories.get(area)?.parent;
            parent.or(nation)
        }
        _ => nation,
    };
    // Many areas share one whole.
    let mut known = HashMap::<usize, Reference>::new();
    let of_whole = |whole: usize| {
        let answer = answer(cleared, question.measure, &moved(&question.at, dimension, whole));
        self::reference(cube, question.measure, &answer, Reference::Whole)
    };
    let reference = |row: &Row| match wholes(row.category) {
        Some(whole) if whole == row.category => Reference::Itself,
        Some(whole) => known.entry(whole).or_insert_with(|| of_whole(whole)).clone(),
        None => Reference::Absent(Absence::Unpublished),
    };
    rows.iter().map(reference).collect()
}

/// For each area those with the number of units nearest to its own, in proportion, taken together.
fn similar(cleared: &Cleared, measure: usize, rows: &[Row]) -> Vec<Reference> {
    let cube = cleared.cube();
    let counted: Vec<Option<Counted>> = rows
        .iter()
        .map(|row| {
            counted(cube, measure, &row.answer).ok().filter(|counted| counted.is_exact() && counted.of.low > 0.0)
        })
        .collect();
    let n_similar = (counted.iter().flatten().count() / SIMILAR_OF_ALL).max(FEWEST_SIMILAR);
    let of = |place: usize, own: &Counted| {
        let size = own.of.low.ln();
        let others = counted.iter().enumerate().filter(|(other, _)| *other != place);
        let mut nearest: Vec<(f64, &Counted)> = others
            .filter_map(|(_, other)| other.as_ref())
            .map(|other| ((other.of.low.ln() - size).abs(), other))
            .collect();
        nearest.sort_by(|(one, _), (other, _)| one.total_cmp(other));
        nearest.truncate(n_similar);
        if nearest.len() < FEWEST_SIMILAR {
            return Reference::Absent(Absence::Unpublished);
        }
        let (found, all) =
            nearest.iter().fold((0.0, 0.0), |(found, all), (_, it)| (found + it.found.low, all + it.of.low));
        Reference::Others(Counted::exact(own.law, found, all))
    };
    let reference = |(place, own): (usize, &Option<Counted>)| {
        own.as_ref().map_or(Reference::Absent(Absence::Unpublished), |own| of(place, own))
    };
    counted.iter().enumerate().map(reference).collect()
}

fn reference(cube: &Cube, measure: usize, answer: &Answer, of: fn(Counted) -> Reference) -> Reference {
    match counted(cube, measure, answer) {
        Ok(counted) => of(counted),
        Err(NoCounts::Absent(absence)) => Reference::Absent(absence),
        Err(NoCounts::NotInFile) => Reference::NoCounts,
    }
}

/// The counts behind an answer, a hidden one as wide as a reader may be told. A rounded count lies within its rounding.
pub fn counted(cube: &Cube, measure: usize, answer: &Answer) -> Result<Counted, NoCounts> {
    let kind = cube.measures.get(measure).map(|measure| measure.kind);
    let law = match kind {
        Some(MeasureKind::Share) => Law::Share,
        Some(MeasureKind::Rate) => Law::Rate,
        _ => return Err(answer.figure.absence().map_or(NoCounts::NotInFile, |why| NoCounts::Absent(why.clone()))),
    };
    let base = cube.dataset.disclosure.as_ref().and_then(|disclosure| disclosure.rounding_base).unwrap_or(1);
    let slack = f64::from(base.saturating_sub(1));
    let slackened = |range: Interval| Interval { low: (range.low - slack).max(0.0), high: range.high + slack };
    match answer.count_ranges {
        Some([found, of]) => Ok(Counted { law, found: slackened(found), of: slackened(of) }),
        None => Err(answer.figure.absence().map_or(NoCounts::NotInFile, |why| NoCounts::Absent(why.clone()))),
    }
}
