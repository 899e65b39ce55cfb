//! A view → its address, and back. Everything chosen is in it, defaults included.

mod page;
#[cfg(test)]
mod tests;
mod view;

pub use page::Page;
pub use view::View;

use crate::{
    model::{
        choice::{Choice, dimension_of, part_of},
        text::Language,
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
