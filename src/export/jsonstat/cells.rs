//! The cells of a file: numbers and signs, each as a list or as an object, whichever is shorter; and remarks on single cells.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{
    Serialize, Serializer,
    ser::{SerializeMap, SerializeSeq},
};

use super::{CellsProfile, Plan, texts::words, word};
use crate::{
    load::jsonstat::{
        profile::WireCell,
        vocabulary::{ABSENCES, FLAGS, READINGS, qualifier_word},
    },
    model::{
        cube::Remark,
        figure::{Absence, Figure, Flag, Flags},
    },
};

/// `value`
pub struct Values<'p> {
    plan: &'p Plan<'p>,
    is_list: bool,
}

/// `status`
pub struct Statuses {
    distinct: Vec<String>,
    at: Vec<(usize, usize)>,
    n_cells: usize,
}

/// What is said of the cells beside their numbers.
pub struct Cells {
    legend: BTreeMap<String, String>,
    remarks: Vec<WireCell>,
    statuses: Statuses,
}

/// A line break, two spaces, quotation marks and a colon: what a member of an object takes beside its position and its value.
const BYTES_OF_MEMBER: usize = 6;
/// `null`
const BYTES_OF_NULL: usize = 4;

impl<'p> Values<'p> {
    /// The numbers, as a list or as an object.
    pub fn of(plan: &'p Plan<'p>) -> Self {
        let (mut as_list, mut as_object) = (0_usize, 0_usize);
        for (flat, number) in numbers(plan).enumerate() {
            match number {
                None => as_list = as_list.saturating_add(BYTES_OF_NULL + 1),
                Some(_) => as_object = as_object.saturating_add(BYTES_OF_MEMBER + n_digits(flat)),
            }
        }
        Self { plan, is_list: as_list <= as_object }
    }
}

fn numbers(plan: &Plan) -> impl Iterator<Item = Option<f64>> {
    plan.cells().map(|(column, row)| column.number(row).filter(|number| number.is_finite()))
}

fn n_digits(flat: usize) -> usize {
    flat.checked_ilog10().map_or(1, |digits| digits as usize + 1)
}

impl Serialize for Values<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_list {
            let mut list = serializer.serialize_seq(None)?;
            for number in numbers(self.plan) {
                list.serialize_element(&number.map(Number))?;
            }
            return list.end();
        }
        let mut object = serializer.serialize_map(None)?;
        for (flat, number) in numbers(self.plan).enumerate() {
            if let Some(number) = number {
                object.serialize_entry(&flat, &Number(number))?;
            }
        }
        object.end()
    }
}

/// A number, without a point where it is whole.
struct Number(f64);

/// Up to here a double has every whole number.
const LARGEST_WHOLE: f64 = 9_007_199_254_740_992.0;

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let is_whole = self.0.fract() == 0.0 && self.0.abs() <= LARGEST_WHOLE;
        if is_whole { serializer.serialize_i64(self.0 as i64) } else { serializer.serialize_f64(self.0) }
    }
}

impl Cells {
    /// All that is said of the cells of a plan.
    pub fn of(plan: &Plan) -> Self {
        let mut signs = Signs::new(plan);
        let mut remarks = Vec::new();
        for (flat, (column, row)) in plan.cells().enumerate() {
            let sign = signs.of(&column.figure(row));
            signs.at.extend(sign.map(|sign| (flat, sign)));
        }
        for (number, column) in plan.columns().enumerate() {
            for (row, remark) in column.remarks() {
                remarks.extend(wire(remark, plan.flat(number, row), column.sign(row)));
            }
            // The signs of cells of which nothing else is said.
            for (row, sign) in column.signs().filter(|(row, _)| column.remark(*row).is_none()) {
                remarks.extend(wire(&Remark::default(), plan.flat(number, row), Some(sign)));
            }
        }
        remarks.sort_by_key(|remark: &WireCell| remark.at);
        let n_cells = plan.n_rows().saturating_mul(plan.stored.len());
        let Signs { legend, distinct, at, .. } = signs;
        Self { legend, remarks, statuses: Statuses { distinct, at, n_cells } }
    }

    /// What of it stands in the profile.
    pub fn profile(&self) -> CellsProfile {
        CellsProfile { states: self.legend.clone(), cells: self.remarks.clone() }
    }

    /// `status`, where there are signs.
    pub fn statuses(self) -> Option<Statuses> {
        Some(self.statuses).filter(|statuses| !statuses.at.is_empty())
    }
}

fn wire(remark: &Remark, flat: usize, sign: Option<&str>) -> Option<WireCell> {
    let symbol = sign.filter(|sign| !is_plain(sign)).map(str::to_owned);
    let wire = WireCell {
        at: u32::try_from(flat).ok()?,
        qualifier: remark.qualifier.as_ref().map(qualifier_word),
        symbol,
        source: remark.source,
        read: remark.reading.as_ref().and_then(|reading| word(READINGS, reading)),
        fact: remark.fact.clone(),
        note: remark.note.as_ref().map(words),
    };
    (wire != WireCell { at: wire.at, ..WireCell::default() }).then_some(wire)
}

/// Whether `status` can have this sign: it is read without the space around it, and points may be read as Statistics Sweden means them.
fn is_plain(symbol: &str) -> bool {
    symbol.trim() == symbol && !symbol.trim_matches('.').is_empty()
}

/// The signs of a file as they are given out.
struct Signs {
    /// Signs that the publisher used and nobody explains: they get no meaning now.
    unexplained: BTreeSet<String>,
    legend: BTreeMap<String, String>,
    distinct: Vec<String>,
    places: HashMap<Meaning, usize>,
    at: Vec<(usize, usize)>,
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum Meaning {
    Absent(Absence),
    Flags(Flags),
}

impl Signs {
    fn new(plan: &Plan) -> Self {
        let unexplained: BTreeSet<&str> =
            plan.columns().flat_map(|column| column.signs()).map(|(_, sign)| sign).collect();
        Self {
            unexplained: unexplained.into_iter().map(str::to_owned).collect(),
            legend: BTreeMap::new(),
            distinct: Vec::new(),
            places: HashMap::new(),
            at: Vec::new(),
        }
    }

    /// Which of the distinct signs a cell has.
    fn of(&mut self, figure: &Figure) -> Option<usize> {
        let meaning = match figure {
            Figure::Known(known) if known.flags.is_empty() => return None,
            Figure::Known(known) => Meaning::Flags(known.flags),
            Figure::Absent(Absence::Unpublished) => return None,
            Figure::Absent(Absence::UnknownSymbol(symbol)) if !is_plain(symbol) => return None,
            Figure::Absent(absence) => Meaning::Absent(absence.clone()),
        };
        if let Some(place) = self.places.get(&meaning) {
            return Some(*place);
        }
        let sign = match &meaning {
            Meaning::Absent(Absence::UnknownSymbol(symbol)) => symbol.clone(),
            Meaning::Absent(absence) => self.explained(sign_of(absence).to_owned(), word(ABSENCES, absence)?),
            Meaning::Flags(flags) => {
                let sign = flags.iter().map(letter).collect();
                let said: Option<Vec<String>> = flags.iter().map(|flag| word(FLAGS, &flag)).collect();
                self.explained(sign, said?.join(" "))
            }
        };
        let place = self.distinct.len();
        self.distinct.push(sign);
        self.places.insert(meaning, place);
        Some(place)
    }

    /// The sign, or one like it that is free.
    fn explained(&mut self, mut sign: String, said: String) -> String {
        while self.unexplained.contains(&sign) || self.legend.contains_key(&sign) {
            sign.push('*');
        }
        self.legend.insert(sign.clone(), said);
        sign
    }
}

/// The sign that a reader of other statistics expects.
fn sign_of(absence: &Absence) -> &'static str {
    match absence {
        Absence::RoundsToZero => "low",
        Absence::Suppressed => "c",
        Absence::Missing => ":",
        Absence::NotApplicable => "z",
        Absence::Uncertain => "u",
        Absence::NotYet => "...",
        Absence::Unpublished | Absence::UnknownSymbol(_) => "?",
    }
}

/// Eurostat's letter where it has one.
fn letter(flag: Flag) -> char {
    match flag {
        Flag::Provisional => 'p',
        Flag::Estimated => 'e',
        Flag::Revised => 'r',
        Flag::BreakInSeries => 'b',
        Flag::DefinitionDiffers => 'd',
        Flag::Imputed => 'i',
        Flag::Forecast => 'f',
        Flag::Perturbed => 'm',
        Flag::RoundedToBase => 'o',
        Flag::ImpliedZero => '-',
    }
}

impl Serialize for Statuses {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let sign = |place: usize| self.distinct.get(place).map(String::as_str);
        if let [only] = self.distinct.as_slice()
            && self.at.len() == self.n_cells
        {
            return only.serialize(serializer);
        }
        let n_bare = self.n_cells.saturating_sub(self.at.len());
        let as_list = n_bare.saturating_mul(BYTES_OF_NULL + 1);
        let member = |(flat, _): &(usize, usize)| BYTES_OF_MEMBER + n_digits(*flat);
        let as_object = self.at.iter().map(member).fold(0_usize, usize::saturating_add);
        if as_object <= as_list {
            let mut object = serializer.serialize_map(Some(self.at.len()))?;
            for (flat, place) in &self.at {
                object.serialize_entry(flat, &sign(*place))?;
            }
            return object.end();
        }
        let mut list = serializer.serialize_seq(Some(self.n_cells))?;
        let mut signs = self.at.iter().peekable();
        for flat in 0..self.n_cells {
            let here = signs.next_if(|(at, _)| *at == flat);
            list.serialize_element(&here.and_then(|(_, place)| sign(*place)))?;
        }
        list.end()
    }
}
