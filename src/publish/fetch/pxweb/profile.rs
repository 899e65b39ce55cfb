//! What a PxWeb table says of itself, in the words of our profile, and no more than it says.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{
    join::{EMPTY, Whole},
    notes,
    wire::{Config, WireDataset},
};
use crate::{
    load::jsonstat::profile::{Profile, TranslatedDimension, Translation, WireDimension, WireSource},
    model::area::Level,
};

/// The id that Statistics Sweden gives the dimension of areas; its tables do not say it otherwise.
const REGION: &str = "Region";

/// What the table itself does not say.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Where it is.
    pub url: String,
    /// The language of its texts.
    pub language: String,
    /// The dimension of areas, where whoever fetches says so; an empty one says that there is none.
    pub areas: Option<String>,
    /// The other language that the source has, and what the table is called in it.
    pub translation: Option<(String, WireDataset)>,
}

/// The file: JSON-stat 2.0 with the profile. And the dimension that was taken for areas without being called so.
pub fn document(mut whole: Whole, config: &Config, known: &Known) -> (Value, Option<String>) {
    let mut rest = std::mem::take(&mut whole.rest);
    // Names and telephone numbers of the staff are of no use in the file.
    if let Some(extension) = rest.get_mut("extension").and_then(Value::as_object_mut) {
        extension.remove("contact");
    }
    let says_language = rest.get("extension").is_some_and(|extension| {
        let px = extension.get("px").and_then(|px| px.get("language"));
        extension.get("lang").or(px).is_some_and(Value::is_string)
    });
    let text = |name: &str| rest.get(name).and_then(Value::as_str).map(str::to_owned).filter(|text| !text.is_empty());
    let (label, publisher, updated) = (text("label"), text("source"), text("updated"));
    let has_empty = whole.status.values().any(|sign| sign == EMPTY);
    let mut profile = Profile {
        profile: "1".to_owned(),
        publisher: publisher.clone().map(|name| BTreeMap::from([(known.language.clone(), name)])),
        licence: config.license.as_deref().filter(|licence| !licence.is_empty()).map(licence),
        states: match has_empty {
            true => BTreeMap::from([(EMPTY.to_owned(), "missing".to_owned())]),
            false => BTreeMap::new(),
        },
        ..Profile::default()
    };
    profile.sources.push(WireSource {
        title: label.unwrap_or_else(|| known.url.clone()),
        publisher: publisher.unwrap_or_default(),
        year: updated.as_deref().and_then(|date| date.get(..4)?.parse().ok()),
        url: Some(known.url.clone()),
    });
    let has_geo = rest.get("role").and_then(|role| role.get("geo")).and_then(Value::as_array);
    let has_geo = has_geo.is_some_and(|ids| !ids.is_empty());
    let mut taken = None;
    for one in &whole.chosen {
        let mut said = WireDimension::default();
        let is_region =
            one.id.eq_ignore_ascii_case(REGION) && one.codes.iter().all(|code| Level::of_code(code).is_some());
        match &known.areas {
            Some(areas) if *areas == one.id => said.kind = Some("area".to_owned()),
            None if !has_geo && is_region => {
                said.kind = Some("area".to_owned());
                taken = Some(one.id.clone());
            }
            _ => {}
        }
        let extension = whole.dimensions.get(&one.id).and_then(|dimension| dimension.get("extension"));
        let total = extension.and_then(|extension| extension.get("eliminationValueCode")).and_then(Value::as_str);
        said.total = total.filter(|code| one.codes.iter().any(|known| known == code)).map(str::to_owned);
        if said != WireDimension::default() {
            profile.dimensions.insert(one.id.clone(), said);
        }
    }
    if let Some((language, about)) = &known.translation {
        profile.i18n.insert(language.clone(), translation(about, &whole));
    }
    let mut document = Map::from_iter([("version".to_owned(), json!("2.0")), ("class".to_owned(), json!("dataset"))]);
    document.extend(rest);
    document.insert("id".into(), whole.chosen.iter().map(|one| one.id.clone()).collect::<Vec<_>>().into());
    document.insert("size".into(), whole.chosen.iter().map(|one| one.codes.len()).collect::<Vec<_>>().into());
    document.insert("dimension".into(), whole.dimensions.into());
    let values = whole.values.into_iter().map(|value| value.map_or(Value::Null, Value::Number));
    document.insert("value".into(), Value::Array(values.collect()));
    if !whole.status.is_empty() {
        let signs = whole.status.into_iter().map(|(at, sign)| (at.to_string(), Value::String(sign)));
        document.insert("status".into(), Value::Object(signs.collect()));
    }
    notes::put(&mut document, &["extension", "insyn"], json!(profile));
    if !says_language {
        notes::put(&mut document, &["extension", "lang"], known.language.clone().into());
    }
    (document.into(), taken)
}

/// The labels in another language, where they are others.
fn translation(about: &WireDataset, whole: &Whole) -> Translation {
    let label = |dimension: &Value| dimension.get("label").and_then(Value::as_str).map(str::to_owned);
    let dimensions = whole.chosen.iter().filter_map(|one| {
        let (other, ours) = (about.dimension.get(&one.id)?, whole.dimensions.get(&one.id)?);
        let named = |dimension: &Value, code: &str| {
            let labels = dimension.get("category")?.get("label")?;
            labels.get(code)?.as_str().map(str::to_owned)
        };
        let translated = one.codes.iter().filter_map(|code| Some((code.clone(), named(other, code)?)));
        let category = translated.filter(|(code, name)| named(ours, code).as_ref() != Some(name)).collect();
        Some((one.id.clone(), TranslatedDimension { label: label(other), category }))
    });
    Translation { label: about.text("label").map(str::to_owned), dimension: dimensions.collect() }
}

/// The SPDX name of a licence whose address is known; else what the source says.
fn licence(said: &str) -> String {
    let lower = said.to_lowercase();
    let known = [("/cc0", "CC0-1.0"), ("/publicdomain/zero/1.0", "CC0-1.0"), ("/licenses/by/4.0", "CC-BY-4.0")];
    let found = known.iter().find(|(part, _)| lower.contains("creativecommons.org") && lower.contains(part));
    found.map_or(said, |(_, name)| name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_by_address_gets_its_name_and_another_stays_as_it_is() {
        assert_eq!(licence("https://creativecommons.org/share-your-work/public-domain/cc0/"), "CC0-1.0");
        assert_eq!(licence("https://creativecommons.org/licenses/by/4.0/deed.sv"), "CC-BY-4.0");
        assert_eq!(licence("https://example.org/cc0"), "https://example.org/cc0");
    }
}
