//! The catalogue: a JSON-stat document of class `collection`, each item with a line about it.

use super::{
    context::text_of_words,
    document,
    given::{Given, Member, right},
    node::members,
    profile::Words,
};
use crate::{
    load::{
        complaint::{Complaints, Place, Severity, pointer, shortened},
        fault::{Class, Fault, Limit, Shape},
        limits,
    },
    model::{
        area::Level,
        catalogue::{Catalogue, CatalogueItem, PackedFile},
        text::{Language, Text},
    },
};

#[derive(Debug, Default)]
struct WireCatalogue {
    class: Member<String>,
    link: Member<WireLink>,
}
members!(WireCatalogue: class, link);

#[derive(Clone, Debug, Default)]
struct WireLink {
    item: Member<Vec<Given<WireItem>>>,
}
members!(WireLink: item);

#[derive(Clone, Debug, Default)]
struct WireItem {
    class: Member<String>,
    href: Member<String>,
    label: Member<String>,
    extension: Member<WireExtension>,
}
members!(WireItem: class, href, label, extension);

#[derive(Clone, Debug, Default)]
struct WireExtension {
    insyn: Member<WireAbout>,
}
members!(WireExtension: insyn);

#[derive(Clone, Debug, Default)]
struct WireAbout {
    id: Member<String>,
    label: Member<Words>,
    about: Member<Words>,
    bytes: Member<u64>,
    sha256: Member<String>,
    packed: Member<WirePacked>,
    synthetic: Member<bool>,
    levels: Member<Vec<String>>,
}
members!(WireAbout: id, label, about, bytes, sha256, packed, synthetic, levels);

#[derive(Clone, Debug, Default)]
struct WirePacked {
    href: Member<String>,
    bytes: Member<u64>,
    sha256: Member<String>,
}
members!(WirePacked: href, bytes, sha256);

/// The catalogue; none only after a fatal complaint about the whole of it.
pub fn read(bytes: &[u8], complaints: &mut Complaints) -> Option<Catalogue> {
    let wire: WireCatalogue = document::whole(bytes, complaints)?;
    let class = right(complaints, Severity::Fatal, wire.class, Shape::Text, || pointer(["class"]));
    if class.as_deref() != Some("collection") {
        let found = document::class_of(class.as_deref());
        complaints.fail(Place::File, Fault::WrongClass { expected: Class::Catalogue, found });
        return None;
    }
    if wire.link.is_none() {
        complaints.fail(Place::File, Fault::Lacking("link"));
    }
    let link = right(complaints, Severity::Fatal, wire.link, Shape::Object, || pointer(["link"]))?;
    if link.item.is_none() {
        complaints.fail(pointer(["link"]), Fault::Lacking("item"));
    }
    let place = pointer(["link", "item"]);
    let items = right(complaints, Severity::Fatal, link.item, Shape::List, || place.clone())?;
    if items.len() > limits::ITEMS {
        let (limit, most, found) = (Limit::Items, limits::ITEMS, Some(items.len()));
        complaints.fail(place, Fault::OverLimit { limit, most, found });
        return None;
    }
    let mut catalogue = Catalogue::default();
    for (number, wire) in items.into_iter().enumerate() {
        let mut reading = Reading { number: number.to_string(), complaints };
        let Some(item) = reading.item(wire) else { continue };
        if catalogue.item(&item.id).is_some() {
            let place = pointer(["link", "item", &reading.number]);
            complaints.fail(place, Fault::Duplicate(item.id));
        } else {
            catalogue.items.push(item);
        }
    }
    Some(catalogue)
}

struct Reading<'r> {
    number: String,
    complaints: &'r mut Complaints,
}

impl Reading<'_> {
    /// One item; none after a fatal complaint about it.
    fn item(&mut self, wire: Given<WireItem>) -> Option<CatalogueItem> {
        let number = self.number.clone();
        let place = || pointer(["link", "item", &number]);
        let wire = right(self.complaints, Severity::Fatal, Some(wire), Shape::Object, place)?;
        let class = self.needed(wire.class, "class", Shape::Text)?;
        if class != "dataset" {
            let found = document::class_of(Some(&class));
            self.complaints.fail(place(), Fault::WrongClass { expected: Class::Dataset, found });
            return None;
        }
        let href = self.href(wire.href);
        let extension = self.needed(wire.extension, "extension", Shape::Object)?;
        let about = self.needed(extension.insyn, "insyn", Shape::Object)?;
        let id = about.id.filter(|id| *id != Given::Right(String::new()));
        let id = self.needed(id, "id", Shape::Text);
        let bytes = self.needed(about.bytes, "bytes", Shape::WholeNumber);
        let sha256 = self.sha256(about.sha256);
        let packed = match about.packed {
            None => None,
            Some(wire) => Some(self.packed(wire)?),
        };
        // Whether the figures are made up is never taken for granted.
        let is_synthetic = self.needed(about.synthetic, "synthetic", Shape::Truth);
        let levels = || pointer(["link", "item", &number, "extension", "insyn", "levels"]);
        let levels = right(self.complaints, Severity::Warning, about.levels, Shape::List, levels);
        let plain_label = right(self.complaints, Severity::Warning, wire.label, Shape::Text, place);
        let label = self.words(about.label, "label");
        let about = self.words(about.about, "about");
        let id = id?;
        Some(CatalogueItem {
            label: label
                .or_else(|| plain_label.map(|label| Text::new(Language::default(), label)))
                .unwrap_or_else(|| Text::new(Language::default(), id.clone())),
            id,
            href: href?,
            about: about.unwrap_or_default(),
            bytes: bytes?,
            sha256: sha256?,
            packed,
            is_synthetic: is_synthetic?,
            levels: levels.unwrap_or_default().iter().filter_map(|level| Level::from_id(level)).collect(),
        })
    }

    /// The packed file; none after a fatal complaint about it.
    fn packed(&mut self, wire: Given<WirePacked>) -> Option<PackedFile> {
        let wire = self.needed(Some(wire), "packed", Shape::Object)?;
        let (href, bytes) = (self.href(wire.href), self.needed(wire.bytes, "bytes", Shape::WholeNumber));
        let sha256 = self.sha256(wire.sha256);
        Some(PackedFile { href: href?, bytes: bytes?, sha256: sha256? })
    }

    fn href(&mut self, href: Member<String>) -> Option<String> {
        let href = self.needed(href, "href", Shape::Text)?;
        if !is_inside(&href) {
            let fault = Fault::OutsideFolder(shortened(&href));
            self.complaints.fail(pointer(["link", "item", &self.number, "href"]), fault);
            return None;
        }
        Some(href)
    }

    fn sha256(&mut self, hash: Member<String>) -> Option<String> {
        let hash = self.needed(hash, "sha256", Shape::Text)?;
        if hash.len() != 64 || !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            let fault = Fault::NotSha256(shortened(&hash));
            self.complaints.fail(pointer(["link", "item", &self.number, "sha256"]), fault);
            return None;
        }
        Some(hash)
    }

    /// A member without which there is no item.
    fn needed<T>(&mut self, member: Member<T>, name: &'static str, expected: Shape) -> Option<T> {
        if member.is_none() {
            let place = pointer(["link", "item", &self.number]);
            self.complaints.fail(place, Fault::Lacking(name));
        }
        let place = || pointer(["link", "item", &self.number, name]);
        right(self.complaints, Severity::Fatal, member, expected, place)
    }

    fn words(&mut self, member: Member<Words>, name: &'static str) -> Option<Text> {
        let place = || pointer(["link", "item", &self.number, "extension", "insyn", name]);
        let words = right(self.complaints, Severity::Warning, member, Shape::Object, place)?;
        text_of_words(&words, Language::default(), |tag| {
            self.complaints.note(place(), Fault::UnknownLanguage(tag.to_owned()));
        })
    }
}

/// Whether an address stays in the folder of the catalogue, whatever a browser makes of it.
fn is_inside(href: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    href.split('/').all(|step| !step.is_empty() && step != "." && step != ".." && step.bytes().all(is_plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_stays_in_the_folder() {
        for inside in ["a.json", "demo/a-1_b.json", "..a.json"] {
            assert!(is_inside(inside), "{inside}");
        }
        for outside in [
            "",
            "/a.json",
            "../a.json",
            "a/../../b.json",
            "./a",
            "https://a.se/b",
            "//a.se/b",
            "a\\b",
            "a%2fb",
            "a?b",
            "javascript:a",
            "a//b",
            "a b",
        ] {
            assert!(!is_inside(outside), "{outside}");
        }
    }
}
