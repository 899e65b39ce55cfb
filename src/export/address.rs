//! A view → its address, and back. Everything chosen is in it, defaults included.

use crate::{
    model::{
        choice::{Choice, dimension_of, part_of},
        text::Language,
        theme::Theme,
    },
    view_model::table::SortedBy,
};

/// What an address says after the question mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The language.
    pub language: Language,
    /// Which parts of the view are shown.
    pub view: View,
    /// The part that stands beside the one that is shown, where the reader wants two.
    pub beside: Option<View>,
    /// The order of the rows of the table; none where they stand as they were given.
    pub sort: Option<SortedBy>,
    /// What is asked.
    pub choice: Choice,
    /// What stood there and means nothing: (name, value).
    pub unknown: Vec<(String, String)>,
}

/// Which parts of Explore are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// Map, figure, chart and table.
    #[default]
    All,
    /// The map alone.
    Map,
    /// The chart alone.
    Chart,
    /// The funnel plot, with the figure.
    Funnel,
    /// Two groups set against each other.
    Difference,
    /// The periods.
    Time,
    /// One dimension by another.
    Crosstab,
    /// The table alone.
    Table,
}

impl View {
    /// All views, in the order they are offered.
    pub const ALL: [Self; 8] =
        [Self::All, Self::Map, Self::Chart, Self::Funnel, Self::Difference, Self::Time, Self::Crosstab, Self::Table];

    /// Its name in an address.
    pub const fn id(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Map => "map",
            Self::Chart => "chart",
            Self::Funnel => "funnel",
            Self::Difference => "difference",
            Self::Time => "time",
            Self::Crosstab => "crosstab",
            Self::Table => "table",
        }
    }

    /// Whether another part can stand beside this one: two that are not the same, and neither is all.
    pub fn can_have_beside(self, other: Self) -> bool {
        self != Self::All && other != Self::All && self != other
    }
}

/// A page of the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// What supervision has shown, in sentences.
    Start,
    /// Map, chart, table of one question.
    Explore,
    /// A file of the reader's own.
    Open,
    /// Sources, method, accessibility, privacy.
    About,
    /// Every method with its formula, source and an example.
    Method,
    /// What the words mean.
    Glossary,
    /// A theme: its questions, and what the data answer.
    Theme(Theme),
    /// One municipality, county or division.
    Area,
    /// Up to six places or groups side by side.
    Compare,
}

impl Page {
    /// All pages.
    pub fn all() -> impl Iterator<Item = Self> {
        let themes = Theme::ALL.into_iter().map(Self::Theme);
        let others = [
            Self::Start,
            Self::Explore,
            Self::Open,
            Self::About,
            Self::Method,
            Self::Glossary,
            Self::Area,
            Self::Compare,
        ];
        others.into_iter().chain(themes)
    }

    /// Its folder, with a slash at the end; `src/build/finish.mjs` makes a file for each.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Start => "",
            Self::Explore => "utforska/",
            Self::Open => "oppna/",
            Self::About => "om-data/",
            Self::Method => "metod/",
            Self::Glossary => "ordlista/",
            Self::Theme(theme) => theme.path(),
            Self::Area => "omrade/",
            Self::Compare => "jamfor/",
        }
    }
}

impl Address {
    /// The address of these pairs, in their order. The last of several with the same name counts.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut address = Self::default();
        for (name, value) in pairs {
            let text = || Some(value.to_owned());
            match name {
                "lang" => match Language::from_tag(value) {
                    Some(language) => address.language = language,
                    None => address.unknown.push((name.to_owned(), value.to_owned())),
                },
                "view" => match View::ALL.into_iter().find(|view| view.id() == value) {
                    Some(view) => address.view = view,
                    None => address.unknown.push((name.to_owned(), value.to_owned())),
                },
                "beside" => match View::ALL.into_iter().find(|view| view.id() == value) {
                    Some(view) => address.beside = Some(view),
                    None => address.unknown.push((name.to_owned(), value.to_owned())),
                },
                "sort" => match SortedBy::from_text(value) {
                    Some(sort) => address.sort = Some(sort),
                    None => address.unknown.push((name.to_owned(), value.to_owned())),
                },
                "dataset" => address.choice.dataset = text(),
                "version" => address.choice.version = text(),
                "measure" => address.choice.measure = text(),
                "level" => address.choice.level = text(),
                "by" => address.choice.by = text(),
                "across" => address.choice.across = text(),
                "against" => address.choice.against = text(),
                "colour" => address.choice.colour = text(),
                "classes" => address.choice.classes = text(),
                "shape" => address.choice.shape = text(),
                "each" => address.choice.each = text(),
                "pair" => address.choice.pair = text(),
                dimension => {
                    let id = dimension_of(dimension);
                    address.choice.categories.retain(|(known, _)| known != id);
                    address.choice.categories.push((id.to_owned(), value.to_owned()));
                }
            }
        }
        if let Some(beside) = address.beside.take_if(|beside| !address.view.can_have_beside(*beside)) {
            address.unknown.push(("beside".to_owned(), beside.id().to_owned()));
        }
        address
    }

    /// The pairs of the address, in a fixed order, not yet encoded.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let choice = &self.choice;
        let sort = self.sort.as_ref().map(SortedBy::text);
        let own = [
            ("lang", Some(self.language.tag())),
            ("dataset", choice.dataset.as_deref()),
            ("version", choice.version.as_deref()),
            ("measure", choice.measure.as_deref()),
            ("level", choice.level.as_deref()),
            ("by", choice.by.as_deref()),
            ("across", choice.across.as_deref()),
            ("against", choice.against.as_deref()),
            ("colour", choice.colour.as_deref()),
            ("classes", choice.classes.as_deref()),
            ("shape", choice.shape.as_deref()),
            ("each", choice.each.as_deref()),
            ("pair", choice.pair.as_deref()),
            ("view", choice.dataset.as_ref().map(|_| self.view.id())),
            ("beside", choice.dataset.as_ref().and(self.beside).map(View::id)),
            ("sort", sort.as_deref()),
        ];
        let own = own.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?.to_owned())));
        let dimensions = choice.categories.iter().map(|(id, code)| (part_of(id), code.clone()));
        own.chain(dimensions).collect()
    }

    /// The text after the question mark.
    pub fn query(&self) -> String {
        let pairs = self.pairs();
        let pairs = pairs.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
        pairs.collect::<Vec<_>>().join("&")
    }
}

/// Percent-encoded as RFC 3986 asks: unreserved characters stand as they are, and the colon, which a query may hold.
fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut encoded, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b':' => {
                encoded.push(char::from(byte))
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
        encoded
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Address {
        Address::from_pairs(pairs.iter().copied())
    }

    #[test]
    fn an_address_says_everything_that_is_chosen() {
        let address = read(&[("dataset", "demo"), ("year", "2022"), ("lang", "en"), ("view", "map"), ("by", "sex")]);
        assert_eq!(address.query(), "lang=en&dataset=demo&by=sex&view=map&year=2022");
        assert!(address.unknown.is_empty());
    }

    #[test]
    fn two_parts_stand_side_by_side_only_if_they_are_two() {
        let address = read(&[("dataset", "demo"), ("view", "map"), ("beside", "time")]);
        assert_eq!(address.beside, Some(View::Time));
        assert_eq!(address.query(), "lang=sv&dataset=demo&view=map&beside=time");
        for (view, beside) in [("map", "map"), ("all", "time"), ("map", "all"), ("map", "globe")] {
            let address = read(&[("beside", beside), ("dataset", "demo"), ("view", view)]);
            assert_eq!((address.beside, address.unknown.len()), (None, 1), "{view} {beside}");
        }
    }

    #[test]
    fn nonsense_is_kept_to_be_told() {
        let address = read(&[("lang", "klingon"), ("view", "globe")]);
        assert_eq!(address.language, Language::Swedish);
        assert_eq!(address.unknown.len(), 2);
    }

    #[test]
    fn a_dimension_may_bear_a_name_of_ours() {
        let mut address = Address::default();
        address.choice.dataset = Some("d".into());
        address.choice.categories = vec![("view".into(), "a b&c=å".into())];
        assert_eq!(address.query(), "lang=sv&dataset=d&view=all&_view=a%20b%26c%3D%C3%A5");
        let pairs = address.pairs();
        assert_eq!(Address::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()))), address);
    }

    #[test]
    fn a_crosstab_says_both_its_dimensions() {
        let address =
            read(&[("across", "sex"), ("by", "area"), ("view", "crosstab"), ("dataset", "demo"), ("_across", "1")]);
        assert_eq!((address.choice.by.as_deref(), address.choice.across.as_deref()), (Some("area"), Some("sex")));
        assert_eq!(address.view, View::Crosstab);
        assert_eq!(address.query(), "lang=sv&dataset=demo&by=area&across=sex&view=crosstab&_across=1");
    }

    #[test]
    fn a_link_may_lead_to_one_version() {
        let address = read(&[("dataset", "demo"), ("version", "29ea0b214e0ad357"), ("year", "2022")]);
        assert_eq!(address.choice.version.as_deref(), Some("29ea0b214e0ad357"));
        assert_eq!(address.query(), "lang=sv&dataset=demo&version=29ea0b214e0ad357&view=all&year=2022");
    }

    #[test]
    fn a_map_says_its_shape_its_limits_and_that_it_is_several() {
        let address = read(&[("dataset", "demo"), ("each", "sex"), ("classes", "own:10:20.5"), ("shape", "tiles")]);
        let choice = &address.choice;
        assert_eq!((choice.shape.as_deref(), choice.each.as_deref()), (Some("tiles"), Some("sex")));
        assert_eq!(address.query(), "lang=sv&dataset=demo&classes=own:10:20.5&shape=tiles&each=sex&view=all");
    }

    #[test]
    fn the_order_of_the_rows_stands_only_where_there_is_one() {
        let address = read(&[("dataset", "demo"), ("sort", "-value"), ("_sort", "1")]);
        assert_eq!(address.sort, Some(SortedBy { column: "value".into(), is_descending: true }));
        assert_eq!(address.query(), "lang=sv&dataset=demo&view=all&sort=-value&_sort=1");
        let address = read(&[("dataset", "demo"), ("sort", "-")]);
        assert_eq!((address.sort.as_ref(), address.unknown.len()), (None, 1));
        assert_eq!(address.query(), "lang=sv&dataset=demo&view=all");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(ids in prop::collection::vec("[a-z_]{1,8}", 0..4), code in ".*", sort in prop::option::of((".+", any::<bool>()))) {
            let mut address = Address::default();
            address.choice.dataset = Some(code.clone());
            address.sort = sort.map(|(column, is_descending)| SortedBy { column, is_descending });
            for id in ids {
                let id = id.trim_start_matches('_').to_owned();
                if !id.is_empty() && !address.choice.categories.iter().any(|(known, _)| *known == id) {
                    address.choice.categories.push((id, code.clone()));
                }
            }
            let pairs = address.pairs();
            let back = Address::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
            prop_assert_eq!(back, address);
        }
    }
}
