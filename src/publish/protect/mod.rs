//! Protects tables that are published together: hides what the rules say, and as little more as it takes for nobody to work it out.

pub mod failure;
pub mod rules;
pub mod spec;

mod audit;
mod choose;
pub mod command;
mod cuts;
mod filling;
mod moves;
mod rounding;
mod web;
mod write;

use std::collections::BTreeMap;

use self::{
    choose::Chooser,
    failure::Failure,
    rules::Rule,
    spec::{Kept, Spec},
    web::{Standing, Web},
    write::Hidden,
};
use crate::{
    gate::reason::CellName,
    model::{cube::Cube, dataset::Disclosure},
    words::protection as words,
};

/// Tables as they may be published, and what was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Protected {
    /// The tables, in the order they came.
    pub cubes: Vec<Cube>,
    /// What was done.
    pub report: Report,
}

/// What was done: counts only.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Counts from 1 up to this less one were hidden.
    pub threshold: u32,
    /// Cells that held a figure or a sign.
    pub n_cells: usize,
    /// Cells that are hidden now, by the first reason that holds.
    pub hidden: BTreeMap<Rule, usize>,
    /// Cells that were rounded, and the base.
    pub rounded: Option<(u32, usize)>,
    /// How much of what the counts told is still told, from 0 to 1: each weighs 1 + ln(1 + count).
    pub kept: f64,
}

impl Report {
    /// Cells that are hidden now.
    pub fn n_hidden(&self) -> usize {
        self.hidden.values().sum()
    }
}

/// Protects tables that are published together.
///
/// # Errors
/// Why they cannot be protected.
pub fn protect(cubes: Vec<Cube>, spec: &Spec) -> Result<Protected, Failure> {
    protect_telling(cubes, spec, |_, _| {})
}

/// The same; `tell` hears how many hidden figures are safe, and of how many.
///
/// # Errors
/// As [`protect`].
pub fn protect_telling(
    mut cubes: Vec<Cube>,
    spec: &Spec,
    mut tell: impl FnMut(usize, usize),
) -> Result<Protected, Failure> {
    spec.check(&cubes)?;
    let threshold = spec.threshold(&cubes)?;
    let kept = spec.kept(&cubes)?;
    let hits = rules::hits(&cubes, spec, threshold);
    let mut hidden = Hidden::before(&cubes);
    let mut report = Report { threshold, n_cells: n_cells(&cubes), ..Report::default() };
    if let Some(base) = spec.rounding {
        report.rounded = Some((base, rounding::round(&mut cubes, base, threshold, &hits, spec, &mut hidden)?));
        hidden.follow(&cubes);
        hidden.write(&mut cubes);
        report.kept = 1.0;
    } else {
        let mut web = Web::of(&cubes)?;
        filling::fill(&mut web)?;
        suppress(&cubes, &web, spec, threshold, &hits, &kept, &mut hidden, &mut tell)?;
        report.kept = share_kept(&web, spec, &hidden);
        hidden.write(&mut cubes);
    }
    let is_kept = |place: &web::Place| {
        cubes.get(place.cube).is_some_and(|cube| kept.iter().any(|it| it.has(cube, place.measure, place.row)))
    };
    for (place, rule) in hidden.iter() {
        if rule != Rule::Earlier && is_kept(&place) {
            return Err(Failure::must_stay(&cubes, place));
        }
        *report.hidden.entry(rule).or_default() += 1;
    }
    declare(&mut cubes, threshold, spec.rounding, &hidden);
    let helpers: Vec<&String> = spec.dominance.of.values().collect();
    let cubes = cubes.into_iter().map(|cube| write::without(cube, &helpers)).collect();
    Ok(Protected { cubes, report })
}

/// Chooses what is hidden, until no attack finds anything.
#[expect(clippy::too_many_arguments, reason = "it is one step of the above, and has its own name")]
fn suppress(
    cubes: &[Cube],
    web: &Web,
    spec: &Spec,
    threshold: u32,
    hits: &[(web::Place, Rule)],
    kept: &[Kept],
    hidden: &mut Hidden,
    tell: &mut impl FnMut(usize, usize),
) -> Result<(), Failure> {
    let name = |entry: usize| {
        let place = web.entries.get(entry)?.places.first()?;
        Some(Box::new(CellName::of(cubes.get(place.cube)?, place.measure, place.row)))
    };
    let is_kept = |place: &web::Place| {
        cubes.get(place.cube).is_some_and(|cube| kept.iter().any(|it| it.has(cube, place.measure, place.row)))
    };
    let mut must = vec![false; web.entries.len()];
    for (place, rule) in hits {
        if is_kept(place) {
            return Err(Failure::must_stay(cubes, *place));
        }
        hidden.hide(*place, *rule);
        if let Some(must) = web.at(*place).and_then(|entry| must.get_mut(entry)) {
            *must = true;
        }
    }
    let mut costs = Vec::with_capacity(web.entries.len());
    for (entry, must) in web.entries.iter().zip(&mut must) {
        *must |= entry.standing == Standing::Hidden || entry.is_half_hidden;
        let measure = |place: &web::Place| Some(cubes.get(place.cube)?.measures.get(place.measure)?.id.as_str());
        let id = entry.places.first().and_then(measure).unwrap_or_default();
        let is_free = entry.standing == Standing::Shown && !entry.places.iter().any(is_kept);
        if *must
            && entry.standing == Standing::Shown
            && let Some(place) = entry.places.iter().find(|place| is_kept(place))
        {
            return Err(Failure::must_stay(cubes, *place));
        }
        costs.push(is_free.then(|| spec.cost(id, entry.value, entry.level)));
    }
    let n_hidden = must.iter().filter(|must| **must).count();
    let width = f64::from(threshold.saturating_sub(1));
    let mut chooser = Chooser::new(web, costs, must, width);
    chooser.run(|done| tell(done, n_hidden)).map_err(|entry| Failure::NoWay { cell: name(entry) })?;
    loop {
        let mut outcome = hidden.clone();
        for (number, entry) in web.entries.iter().enumerate().filter(|(number, _)| chooser.is_hidden(*number)) {
            let rule = match entry.standing {
                _ if chooser.is_complementary(number) => Rule::Complementary,
                Standing::Hidden => Rule::Earlier,
                _ => Rule::SameFigure,
            };
            entry.places.iter().for_each(|place| outcome.hide(*place, rule));
        }
        outcome.follow(cubes);
        match audit::weakness(cubes, &outcome, web, &chooser, width) {
            audit::Weakness::None => {
                // Each hidden figure has its proof, or there is a mistake of ours: then nothing is written.
                if let Some(entry) = chooser.unproved().first() {
                    return Err(Failure::NoWay { cell: name(*entry) });
                }
                *hidden = outcome;
                return Ok(());
            }
            audit::Weakness::Mended(entry) => {
                chooser.add(entry).map_err(|entry| Failure::NoWay { cell: name(entry) })?;
            }
            audit::Weakness::Lost(cell) => return Err(Failure::NoWay { cell }),
        }
    }
}

fn n_cells(cubes: &[Cube]) -> usize {
    cubes.iter().flat_map(|cube| &cube.columns).map(|column| column.tally(0..column.len()).0).sum()
}

/// How much of what the counts told is still told.
fn share_kept(web: &Web, spec: &Spec, hidden: &Hidden) -> f64 {
    let is_hidden: std::collections::HashSet<usize> = hidden.iter().filter_map(|(place, _)| web.at(place)).collect();
    let plain = Spec { cost: spec::Cost { zero: 1.0, ..spec::Cost::default() }, ..spec.clone() };
    let (mut all, mut kept) = (0.0, 0.0);
    let known = web.entries.iter().enumerate().filter(|(_, entry)| entry.standing == Standing::Shown);
    for (number, entry) in known {
        let weight = plain.cost("", entry.value, 0);
        all += weight;
        kept += if is_hidden.contains(&number) { 0.0 } else { weight };
    }
    if all > 0.0 { kept / all } else { 1.0 }
}

/// Says in each cube what was done.
fn declare(cubes: &mut [Cube], threshold: u32, rounding: Option<u32>, hidden: &Hidden) {
    for (number, cube) in cubes.iter_mut().enumerate() {
        let of_cube = || hidden.iter().filter(move |(place, _)| place.cube == number).map(|(_, rule)| rule);
        let before = cube.dataset.disclosure.clone();
        let is_new = of_cube().any(|rule| rule != Rule::Earlier);
        let has_complementary = of_cube().any(|rule| matches!(rule, Rule::Complementary | Rule::SameFigure))
            || before.as_ref().is_some_and(|it| it.has_complementary);
        let hides_only_small = !is_new && before.as_ref().is_some_and(|it| it.hides_only_small);
        let rounding_base = rounding.or(before.as_ref().and_then(|it| it.rounding_base));
        let description = before.and_then(|it| it.description);
        let description =
            description.or_else(|| Some(words::description(threshold, has_complementary, rounding_base)));
        cube.dataset.disclosure =
            Some(Disclosure { threshold: Some(threshold), has_complementary, hides_only_small, rounding_base, description });
    }
}
