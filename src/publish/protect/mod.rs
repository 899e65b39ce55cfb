//! Protects tables that are published together: hides what the rules say, and as little more as it takes for nobody to work it out.

pub mod failure;
pub mod rules;
pub mod spec;

mod audit;
mod choose;
pub mod command;
mod filling;
mod heights;
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
    web::{Entry, Place, Standing, Web},
    write::Hidden,
};
use crate::{
    gate::reason::CellName,
    model::{cube::Cube, dataset::Disclosure, measure::Measure},
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
    tell: impl FnMut(usize, usize),
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
        let task = Task { cubes: &cubes, spec, kept: &kept, threshold };
        task.suppress(&mut web, &hits, &mut hidden, tell)?;
        report.kept = share_kept(&web, spec, &hidden);
        hidden.write(&mut cubes);
    }
    let task = Task { cubes: &cubes, spec, kept: &kept, threshold };
    for (place, rule) in hidden.iter() {
        if rule != Rule::Earlier && task.is_kept(&place) {
            return Err(Failure::must_stay(&cubes, place));
        }
        *report.hidden.entry(rule).or_default() += 1;
    }
    declare(&mut cubes, threshold, spec.rounding, &hidden);
    let cubes = cubes.into_iter().map(|cube| {
        let named = spec.dominance.of.values().filter_map(|id| cube.measure_by_id(id));
        let largest: Vec<usize> =
            cube.dataset.contributors.iter().filter_map(|given| given.largest).chain(named).collect();
        write::without(cube, &largest)
    });
    Ok(Protected { cubes: cubes.collect(), report })
}

/// What is hidden by a rule, or was before, and what the rest costs.
struct Task<'t> {
    cubes: &'t [Cube],
    spec: &'t Spec,
    kept: &'t [Kept<'t>],
    threshold: u32,
}

impl Task<'_> {
    fn is_kept(&self, place: &Place) -> bool {
        let cube = self.cubes.get(place.cube);
        cube.is_some_and(|cube| self.kept.iter().any(|it| it.has(cube, place.measure, place.row)))
    }

    fn measure(&self, place: &Place) -> Option<&Measure> {
        self.cubes.get(place.cube)?.measures.get(place.measure)
    }

    /// The figures that must be hidden.
    fn must(&self, web: &Web, hits: &[(Place, Rule)]) -> Result<Vec<bool>, Failure> {
        let mut must: Vec<bool> =
            web.entries.iter().map(|entry| entry.standing == Standing::Hidden || entry.is_half_hidden).collect();
        for (place, _) in hits {
            if let Some(must) = web.at(*place).and_then(|entry| must.get_mut(entry)) {
                *must = true;
            }
        }
        let shown = web.entries.iter().zip(&must).filter(|(entry, must)| **must && entry.standing == Standing::Shown);
        match shown.flat_map(|(entry, _)| &entry.places).find(|place| self.is_kept(place)) {
            Some(place) => Err(Failure::must_stay(self.cubes, *place)),
            None => Ok(must),
        }
    }

    /// What each figure costs, where it may be hidden; and how wide it must lie then.
    fn costs(&self, web: &Web) -> (Vec<Option<f64>>, Vec<f64>) {
        let of = |entry: &Entry| {
            let is_free = entry.standing == Standing::Shown && !entry.places.iter().any(|place| self.is_kept(place));
            let id = entry.places.first().and_then(|place| self.measure(place)).map_or("", |measure| &measure.id);
            let cost = is_free.then(|| self.spec.cost(id, entry.value, entry.level));
            let mut measures = entry.places.iter().filter_map(|place| self.measure(place));
            let is_protected = measures.any(|measure| rules::is_protected(measure, self.spec));
            (cost, if is_protected { f64::from(self.threshold.saturating_sub(1)) } else { 0.0 })
        };
        web.entries.iter().map(of).unzip()
    }

    /// Chooses what is hidden, until no attack finds anything.
    fn suppress(
        &self,
        web: &mut Web,
        hits: &[(Place, Rule)],
        hidden: &mut Hidden,
        mut tell: impl FnMut(usize, usize),
    ) -> Result<(), Failure> {
        for (place, rule) in hits {
            hidden.hide(*place, *rule);
        }
        let must = self.must(web, hits)?;
        let (costs, widths) = self.costs(web);
        let mut forced = must.clone();
        // Each turn learns a sum, or hides one more.
        loop {
            let n_hidden = forced.iter().filter(|must| **must).count();
            let mut chooser = Chooser::new(web, costs.clone(), forced.clone(), widths.clone());
            let lost = |entry: usize| {
                let place = web.entries.get(entry).and_then(|entry| entry.places.first());
                let name = place.and_then(|it| Some(CellName::of(self.cubes.get(it.cube)?, it.measure, it.row)));
                Failure::NoWay { cell: name.map(Box::new) }
            };
            chooser.run(|done| tell(done, n_hidden)).map_err(lost)?;
            let mut outcome = hidden.clone();
            for (number, entry) in web.entries.iter().enumerate().filter(|(number, _)| chooser.is_hidden(*number)) {
                let rule = match entry.standing {
                    _ if must.get(number) != Some(&true) => Rule::Complementary,
                    Standing::Hidden => Rule::Earlier,
                    _ => Rule::SameFigure,
                };
                entry.places.iter().for_each(|place| outcome.hide(*place, rule));
            }
            outcome.follow(self.cubes);
            let (learnt, more) = match audit::weakness(self.cubes, &outcome, web, &chooser, self.threshold) {
                audit::Weakness::None => {
                    // Each hidden figure has its proof, or there is a mistake of ours: then nothing is written.
                    if let Some(entry) = chooser.unproved().first() {
                        return Err(lost(*entry));
                    }
                    *hidden = outcome;
                    return Ok(());
                }
                audit::Weakness::Mended(learnt, more) => (learnt, more),
                audit::Weakness::Lost(cell) => return Err(Failure::NoWay { cell }),
            };
            drop(chooser);
            web.learn(learnt);
            for entry in more {
                if let Some(must) = forced.get_mut(entry) {
                    *must = true;
                }
            }
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

/// Says in each cube what was done; it is no longer one that nobody has protected.
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
        let description = description.or_else(|| Some(words::description(threshold, has_complementary, rounding_base)));
        cube.dataset.is_unprotected = false;
        cube.dataset.disclosure = Some(Disclosure {
            threshold: Some(threshold),
            has_complementary,
            hides_only_small,
            rounding_base,
            description,
        });
    }
}
