//! The parts of a table, put together cell by cell, each where its codes say.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::{Map, Number, Value};

use super::{
    notes::{self, Notes},
    selection::Chosen,
    wire::{Members, Statuses, WireDataset},
};
use crate::publish::fetch::error::FetchError;

/// The sign of a cell that the source leaves empty without a word.
pub const EMPTY: &str = "null";

/// A table as it is filled, part by part.
#[derive(Debug)]
pub struct Joined {
    chosen: Vec<Chosen>,
    values: Vec<Option<Number>>,
    status: BTreeMap<usize, String>,
    is_filled: Vec<bool>,
    whole: Map<String, Value>,
    dimensions: Map<String, Value>,
    notes: Notes,
}

/// A table with all its parts.
#[derive(Debug)]
pub struct Whole {
    /// The categories of each dimension, in the order of the cells.
    pub chosen: Vec<Chosen>,
    /// The numbers.
    pub values: Vec<Option<Number>>,
    /// Position → sign.
    pub status: BTreeMap<usize, String>,
    /// The other members of the document.
    pub rest: Map<String, Value>,
    /// The dimensions.
    pub dimensions: Map<String, Value>,
}

impl Joined {
    /// A table that waits for its cells.
    pub fn new(chosen: Vec<Chosen>) -> Self {
        let n_cells = chosen.iter().fold(1, |product: usize, one| product.saturating_mul(one.codes.len()));
        Self {
            chosen,
            values: vec![None; n_cells],
            status: BTreeMap::new(),
            is_filled: vec![false; n_cells],
            whole: Map::new(),
            dimensions: Map::new(),
            notes: Notes::default(),
        }
    }

    /// Takes in a part. It must have exactly these categories, in whatever order.
    pub fn add(&mut self, mut part: WireDataset, asked: &[Vec<String>], url: &str) -> Result<(), FetchError> {
        let positions = self.positions(&part, asked, url)?;
        let n_cells = positions.iter().fold(1, |product: usize, one| product.saturating_mul(one.len()));
        let wrong = |why: &str| FetchError::WrongAnswer { url: url.to_owned(), why: why.to_owned() };
        let values = part.value.take().and_then(|values| cells(values, n_cells));
        let mut values = values.ok_or_else(|| wrong("value"))?;
        let status = match part.status.take() {
            None => vec![None; n_cells],
            Some(Statuses::One(sign)) => vec![Some(sign); n_cells],
            Some(Statuses::Each(each)) => cells(each, n_cells).ok_or_else(|| wrong("status"))?,
        };
        for (at, (value, sign)) in values.iter_mut().zip(status).enumerate() {
            let Some(flat) = flat(at, &positions) else { continue };
            let (Some(cell), Some(filled)) = (self.values.get_mut(flat), self.is_filled.get_mut(flat)) else {
                continue;
            };
            *filled = true;
            *cell = value.take();
            match sign.filter(|sign| !sign.is_empty()) {
                Some(sign) => {
                    self.status.insert(flat, sign);
                }
                None if cell.is_none() => {
                    self.status.insert(flat, EMPTY.to_owned());
                }
                None => {}
            }
        }
        self.notes.take(&mut part.rest, &mut part.dimension);
        // A table that was updated in between is another table.
        for name in ["updated", "source"] {
            if let (Some(before), Some(now)) = (self.whole.get(name), part.rest.get(name))
                && before != now
            {
                return Err(FetchError::Changed(name.to_owned()));
            }
        }
        merge(&mut self.whole, part.rest);
        merge(&mut self.dimensions, part.dimension);
        Ok(())
    }

    /// The whole table, when every cell has come.
    pub fn finish(mut self) -> Result<Whole, FetchError> {
        if self.is_filled.contains(&false) {
            return Err(FetchError::Changed("value".to_owned()));
        }
        for one in &self.chosen {
            if let Some(dimension) = self.dimensions.get_mut(&one.id).and_then(Value::as_object_mut) {
                notes::put(dimension, &["category", "index"], one.codes.clone().into());
            }
        }
        self.notes.put(&mut self.whole, &mut self.dimensions);
        Ok(Whole {
            chosen: self.chosen,
            values: self.values,
            status: self.status,
            rest: self.whole,
            dimensions: self.dimensions,
        })
    }

    /// For each dimension of the part, what its categories add to a position in the whole.
    fn positions(&self, part: &WireDataset, asked: &[Vec<String>], url: &str) -> Result<Vec<Vec<usize>>, FetchError> {
        let codes = part.codes(url)?;
        let mut strides = vec![1_usize; self.chosen.len()];
        for at in (1..self.chosen.len()).rev() {
            let below = strides.get(at).copied().unwrap_or(1);
            let size = self.chosen.get(at).map_or(1, |one| one.codes.len());
            if let Some(stride) = strides.get_mut(at.saturating_sub(1)) {
                *stride = below.saturating_mul(size);
            }
        }
        let mut is_seen = vec![false; self.chosen.len()];
        let mut positions = Vec::with_capacity(part.id.len());
        for (id, codes) in part.id.iter().zip(codes) {
            let at = self.chosen.iter().position(|one| one.id == *id);
            let found =
                at.and_then(|at| Some((self.chosen.get(at)?, asked.get(at)?, strides.get(at)?, is_seen.get_mut(at)?)));
            let Some((one, asked, stride, seen)) = found else {
                return Err(FetchError::Changed(id.clone()));
            };
            let is_right = !*seen && codes.len() == asked.len();
            *seen = true;
            let places: HashMap<&str, usize> = one.codes.iter().map(String::as_str).zip(0..).collect();
            let mut wanted: HashSet<&str> = asked.iter().map(String::as_str).collect();
            let place = |code: &String| match wanted.remove(code.as_str()) {
                true => Some(places.get(code.as_str())?.saturating_mul(*stride)),
                false => None,
            };
            let places: Option<Vec<usize>> = codes.iter().map(place).collect();
            positions.push(places.filter(|_| is_right).ok_or_else(|| FetchError::Changed(id.clone()))?);
        }
        match is_seen.iter().position(|seen| !seen) {
            Some(at) => {
                let id = self.chosen.get(at).map(|one| one.id.clone());
                Err(FetchError::Changed(id.unwrap_or_default()))
            }
            None => Ok(positions),
        }
    }
}

/// All cells of a part: as they stand, or from those that are given. None where there are not as many, or a position is none.
fn cells<T: Clone>(members: Members<Option<T>>, n_cells: usize) -> Option<Vec<Option<T>>> {
    match members {
        Members::List(list) => (list.len() == n_cells).then_some(list),
        Members::Object(given) => {
            let mut all = vec![None; n_cells];
            for (at, member) in given {
                *all.get_mut(at.parse::<usize>().ok()?)? = member;
            }
            Some(all)
        }
    }
}

/// Where a cell of a part stands in the whole.
fn flat(mut at: usize, positions: &[Vec<usize>]) -> Option<usize> {
    let mut flat: usize = 0;
    for places in positions.iter().rev() {
        let size = places.len();
        flat = flat.checked_add(*places.get(at.checked_rem(size)?)?)?;
        at = at.checked_div(size)?;
    }
    Some(flat)
}

/// Adds what is new. Of two words for the same thing the first stays; but a dimension that has its total in one part has it.
fn merge(into: &mut Map<String, Value>, more: Map<String, Value>) {
    for (name, value) in more {
        match (into.get_mut(&name), value) {
            (Some(Value::Object(known)), Value::Object(more)) => merge(known, more),
            (Some(Value::Bool(known)), Value::Bool(now)) if name == "elimination" => *known |= now,
            (Some(_), _) => {}
            (None, value) => {
                into.insert(name, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn waiting() -> (Joined, Vec<Vec<String>>) {
        let codes = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
        let asked = vec![codes(&["a", "b"]), codes(&["1", "2", "3"])];
        let ids = ["X", "Y"].into_iter().zip(&asked);
        let chosen = ids.map(|(id, codes)| Chosen { id: id.into(), codes: codes.clone(), is_all: true }).collect();
        (Joined::new(chosen), asked)
    }

    fn add(part: &str) -> Result<Whole, FetchError> {
        let (mut joined, asked) = waiting();
        let part = crate::publish::fetch::http::parsed(part.as_bytes(), "it")?;
        joined.add(part, &asked, "it")?;
        joined.finish()
    }

    fn part() -> Value {
        json!({"id": ["Y", "X"], "size": [3, 2], "value": {"0": 10, "1": 20, "5": 32}, "status": {"2": "p"}, "dimension": {
            "X": {"category": {"index": {"b": 1, "a": 0}}}, "Y": {"category": {"index": ["1", "2", "3"]}}}})
    }

    #[test]
    fn cells_stand_where_their_codes_say_in_whatever_order_they_come() {
        let whole = add(&part().to_string()).expect("it fits");
        let numbers: Vec<Option<u64>> = whole.values.iter().map(|value| value.as_ref()?.as_u64()).collect();
        assert_eq!(numbers, [Some(10), None, None, Some(20), None, Some(32)]);
        let signs: Vec<(usize, &str)> = whole.status.iter().map(|(at, sign)| (*at, sign.as_str())).collect();
        assert_eq!(signs, [(1, "p"), (2, EMPTY), (4, EMPTY)]);
    }

    #[test]
    fn a_part_that_is_not_what_was_asked_for_is_refused() {
        for (pointer, value) in [
            ("/id", json!(["Y", "Z"])),
            ("/id", json!(["Y", "Y"])),
            ("/size", json!([3, 3])),
            ("/size", json!([3])),
            ("/value", json!({"6": 1})),
            ("/value", json!({"x": 1})),
            ("/value", json!([1, 2])),
            ("/value", json!(null)),
            ("/status", json!(["p"])),
            ("/dimension/Y/category/index", json!(["1", "2", "4"])),
            ("/dimension/Y/category/index", json!(["1", "2", "2"])),
            ("/dimension/X/category", json!({"index": ["a"]})),
            ("/dimension/X", json!(null)),
        ] {
            let mut part = part();
            *part.pointer_mut(pointer).expect("it is there") = value.clone();
            assert!(add(&part.to_string()).is_err(), "{pointer} {value}");
        }
    }

    proptest! {
        #[test]
        fn no_answer_makes_it_panic(at in 0_usize..300, length in 0_usize..40, with in "[0-9a-zXY\\[\\]{}:,\"-]{0,20}") {
            let text = part().to_string();
            let at = at.min(text.len());
            let end = at.saturating_add(length).min(text.len());
            let _ = add(&format!("{}{with}{}", &text[..at], &text[end..]));
        }
    }
}
