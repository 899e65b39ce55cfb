//! The cells that `--cell` asks for.

use super::values;
use crate::{
    model::{cube::Cube, text::Language},
    words::inspection as words,
};

/// Categories by the ids and codes of the file.
pub type Asked = Vec<(String, String)>;

/// For each dimension, and last for the measures: the place of the category, or none for all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// By dimension of the cube.
    pub categories: Vec<Option<usize>>,
    /// The column.
    pub column: Option<usize>,
}

/// "area=00,year=2023"; a part without `=` belongs to the code before it, which has a comma.
pub fn parse(text: &str) -> Result<Asked, String> {
    let mut asked: Asked = Vec::new();
    for part in text.split(',') {
        match (part.split_once('='), asked.last_mut()) {
            (Some((id, code)), _) => asked.push((id.to_owned(), code.to_owned())),
            (None, Some((_, code))) => {
                code.push(',');
                code.push_str(part);
            }
            (None, None) => return Err("DIMENSION=CODE,DIMENSION=CODE".to_owned()),
        }
    }
    Ok(asked)
}

/// Where the asked categories are in a cube.
///
/// # Errors
/// A sentence that names what is not there, and what is.
pub fn places(cells: &[Asked], cube: &Cube, language: Language) -> Result<Vec<Places>, String> {
    cells.iter().map(|asked| place(asked, cube, language)).collect()
}

fn place(asked: &Asked, cube: &Cube, language: Language) -> Result<Places, String> {
    let metric = values::metric(cube);
    let mut places = Places { categories: vec![None; cube.dimensions.len()], column: None };
    for (id, code) in asked {
        let dimension = cube.dimension_by_id(id);
        let found = match dimension.and_then(|place| Some((place, cube.dimensions.get(place)?))) {
            Some((place, dimension)) => {
                let found = dimension.position(code);
                if let Some(free) = places.categories.get_mut(place) {
                    *free = found;
                }
                found.ok_or_else(|| dimension.categories.iter().map(|category| category.code.clone()).collect())
            }
            None if metric.as_ref().is_some_and(|metric| metric.id == *id) => {
                let measure = cube.measure_by_id(code).and_then(|place| cube.measures.get(place));
                places.column = measure.and_then(|measure| measure.column);
                let stored = cube.measures.iter().filter(|measure| measure.column.is_some());
                places.column.ok_or_else(|| stored.map(|measure| measure.id.clone()).collect())
            }
            None => {
                let ids = cube.dimensions.iter().map(|dimension| dimension.id.clone());
                let known: Vec<String> = ids.chain(metric.as_ref().map(|metric| metric.id.clone())).collect();
                return Err(words::no_such_cell(id, &in_short(&known), language));
            }
        };
        found
            .map_err(|known: Vec<String>| words::no_such_cell(&format!("{id}={code}"), &in_short(&known), language))?;
    }
    Ok(places)
}

/// So many codes are listed.
const MOST_CODES: usize = 12;

fn in_short(known: &[String]) -> String {
    let mut listed = known.iter().take(MOST_CODES).cloned().collect::<Vec<_>>().join(", ");
    if known.len() > MOST_CODES {
        listed.push_str(", …");
    }
    listed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_may_have_a_comma_or_an_equals_sign() {
        let pair = |id: &str, code: &str| (id.to_owned(), code.to_owned());
        assert_eq!(parse("area=00,sex=a,b"), Ok(vec![pair("area", "00"), pair("sex", "a,b")]));
        assert_eq!(parse("area=x=1"), Ok(vec![pair("area", "x=1")]));
        assert!(parse("00").is_err());
    }
}
