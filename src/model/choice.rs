//! What a reader has chosen, in the publisher's own ids and codes: what an address can say.

/// A choice as it stands in an address. What is left out is chosen by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Dataset id.
    pub dataset: Option<String>,
    /// Which version of the dataset a link leads to: the first digits of its file's hash. None: the newest.
    pub version: Option<String>,
    /// Measure id.
    pub measure: Option<String>,
    /// Id of the dimension that the chart breaks down by.
    pub by: Option<String>,
    /// Id of the dimension that a crosstab has across.
    pub across: Option<String>,
    /// Level of the map and its table.
    pub level: Option<String>,
    /// What figures are set against.
    pub against: Option<String>,
    /// What the colours of the map say.
    pub colour: Option<String>,
    /// How the map's values are put into classes.
    pub classes: Option<String>,
    /// What the areas of the map are drawn as.
    pub shape: Option<String>,
    /// Id of the dimension that there is a map for each category of.
    pub each: Option<String>,
    /// The two groups that are set against each other: dimension id and two codes.
    pub pair: Option<String>,
    /// Dimension id and category code, in the order of the address.
    pub categories: Vec<(String, String)>,
}

/// The names of parts of a choice that are the page's own.
const OWN: [&str; 16] = [
    "lang", "view", "beside", "dataset", "version", "measure", "level", "by", "across", "against", "colour", "classes",
    "shape", "each", "pair", "sort",
];

/// Whether this is a name of the page's own, or one with underscores before it.
fn is_own(name: &str) -> bool {
    OWN.contains(&name.trim_start_matches('_'))
}

/// What a dimension is called among the parts of a choice: its id, with one underscore more before it where that is a name of the page's own, or such a name with underscores.
pub fn part_of(dimension: &str) -> String {
    if is_own(dimension) { format!("_{dimension}") } else { dimension.to_owned() }
}

/// The id of the dimension that a part of a choice is called after.
pub fn dimension_of(part: &str) -> &str {
    part.strip_prefix('_').filter(|id| is_own(id)).unwrap_or(part)
}

impl Choice {
    /// The same choice at another category of a dimension, both by their ids.
    pub fn at(mut self, dimension: &str, code: &str) -> Self {
        self.categories.retain(|(id, _)| id != dimension);
        self.categories.push((dimension.to_owned(), code.to_owned()));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dimension_may_bear_a_name_of_ours() {
        for id in ["level", "_level", "__by", "by", "sex", "_sex", ""] {
            assert_eq!(dimension_of(&part_of(id)), id);
        }
        assert_eq!((part_of("level").as_str(), part_of("sex").as_str()), ("_level", "sex"));
    }

    #[test]
    fn a_category_takes_the_place_of_another_of_its_dimension() {
        let choice = Choice::default().at("area", "01").at("period", "2022").at("area", "03");
        let pair = |id: &str, code: &str| (id.to_owned(), code.to_owned());
        assert_eq!(choice.categories, [pair("period", "2022"), pair("area", "03")]);
    }
}
