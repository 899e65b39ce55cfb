//! Kolada's figures as a JSON-stat 2.0 file with our profile.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Number, Value, json};

use super::{
    areas::{Areas, Asked},
    wire::{Kpi, Record},
};
use crate::{
    load::jsonstat::profile::{
        Profile, TranslatedDimension, Translation, WireDimension, WireMeasure, WireSource, Words,
    },
    model::{area::Level, text::Language},
    publish::fetch::error::FetchError,
    words::fetch as words,
};

/// The sign of an empty figure.
const MISSING: &str = "missing";
/// Kolada's word for all.
const ALL: &str = "T";
/// The dimension of the measures.
const MEASURE: &str = "measure";

/// Key figure, our area code, year, gender.
type At = (String, String, u64, String);
/// A number, and a sign that qualifies it or says why there is none.
type Figure = (Option<Number>, Option<String>);

/// Figures as they come.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    cells: BTreeMap<At, Figure>,
}

impl Figures {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Takes in a record. Groups of municipalities and other areas than those are passed by; a figure may come twice, if it is the same.
    pub fn add(&mut self, record: Record, areas: &Areas, sexes: &[&str], url: &str) -> Result<(), FetchError> {
        let Some(code) = areas.code_of(&record.municipality) else {
            return Ok(());
        };
        let written = record.period.as_str().and_then(|year| year.parse().ok());
        let Some(year) = record.period.as_u64().or(written) else {
            return Err(FetchError::WrongAnswer { url: url.to_owned(), why: "period".to_owned() });
        };
        for cell in record.values {
            if !sexes.contains(&cell.gender.as_str()) || cell.isdeleted == Some(true) {
                continue;
            }
            let status = cell.status.filter(|status| !status.trim().is_empty());
            // Null is never zero. Another sign of Kolada's stays as it is: nobody has said what it means.
            let sign = status.or_else(|| cell.value.is_none().then(|| MISSING.to_owned()));
            let at = (record.kpi.clone(), code.to_owned(), year, cell.gender);
            let now = (cell.value, sign);
            if self.cells.get(&at).is_some_and(|before| *before != now) {
                return Err(FetchError::Changed(format!("{} {} {}", at.0, at.1, at.2)));
            }
            self.cells.insert(at, now);
        }
        Ok(())
    }
}

/// The file; an error where there is nothing to put into it.
pub fn document(
    mut figures: Figures,
    kpis: &[Kpi],
    areas: &Areas,
    asked: &Asked,
    sexes: &[&str],
    url: &str,
) -> Result<Value, FetchError> {
    let years: BTreeSet<u64> = figures.cells.keys().map(|(_, _, year, _)| *year).collect();
    let found: BTreeSet<&str> = figures.cells.keys().map(|(_, area, _, _)| area.as_str()).collect();
    let codes: Vec<String> = match asked {
        Asked::All => found.into_iter().map(str::to_owned).collect(),
        Asked::These(codes) => codes.clone(),
    };
    if years.is_empty() || codes.is_empty() {
        return Err(FetchError::NothingThere);
    }
    let (mut values, mut status) = (Vec::new(), Map::new());
    let mut has_missing = false;
    for kpi in kpis {
        for code in &codes {
            for year in &years {
                for sex in sexes {
                    let at = (kpi.id.clone(), code.clone(), *year, (*sex).to_owned());
                    let (value, sign) = figures.cells.remove(&at).unwrap_or_default();
                    has_missing |= sign.as_deref() == Some(MISSING);
                    if let Some(sign) = sign {
                        status.insert(values.len().to_string(), sign.into());
                    }
                    values.push(value.map_or(Value::Null, Value::Number));
                }
            }
        }
    }
    let has_sex = sexes.len() > 1;
    let mut dimensions = vec![
        (
            MEASURE,
            words::measure as Phrase,
            kpis.iter().map(|kpi| (kpi.id.clone(), kpi.title.clone())).collect::<Vec<_>>(),
        ),
        (
            "area",
            words::area,
            codes.iter().map(|code| (code.clone(), areas.name_of(code).unwrap_or(code).to_owned())).collect(),
        ),
        ("period", words::year, years.iter().map(|year| (year.to_string(), year.to_string())).collect()),
    ];
    if has_sex {
        let named = sexes.iter().map(|sex| ((*sex).to_owned(), sex_name(sex, Language::Swedish).to_owned()));
        dimensions.push(("sex", words::sex, named.collect()));
    }
    let label = |language| match kpis {
        [only] => only.title.clone(),
        _ => words::several_kpis(language).to_owned(),
    };
    let described = dimensions.iter().map(|(id, label, categories)| {
        let codes: Vec<&String> = categories.iter().map(|(code, _)| code).collect();
        let labels: Map<String, Value> =
            categories.iter().map(|(code, label)| (code.clone(), label.as_str().into())).collect();
        ((*id).to_owned(), json!({"label": label(Language::Swedish), "category": {"index": codes, "label": labels}}))
    });
    let has_regions = codes.iter().any(|code| Level::of_code(code) == Some(Level::County));
    let has_nation = codes.iter().any(|code| Level::of_code(code) == Some(Level::Nation));
    let mut translated: BTreeMap<String, TranslatedDimension> = dimensions
        .iter()
        .map(|(id, label, _)| {
            let label = Some(label(Language::English).to_owned());
            ((*id).to_owned(), TranslatedDimension { label, category: BTreeMap::new() })
        })
        .collect();
    if let Some(sex) = translated.get_mut("sex") {
        sex.category =
            sexes.iter().map(|sex| ((*sex).to_owned(), sex_name(sex, Language::English).to_owned())).collect();
    }
    if let Some(area) = translated.get_mut("area").filter(|_| has_nation) {
        area.category.insert("00".to_owned(), words::nation(Language::English).to_owned());
    }
    let mut notes = Vec::new();
    notes.extend(has_regions.then(|| both(words::kolada_regions)));
    notes.extend(has_missing.then(|| both(words::kolada_missing)));
    let profile = Profile {
        profile: "1".to_owned(),
        sources: vec![WireSource { title: "Kolada".to_owned(), url: Some(url.to_owned()), ..WireSource::default() }],
        measures: kpis.iter().map(|kpi| (kpi.id.clone(), measure(kpi))).collect(),
        dimensions: match has_sex {
            true => {
                let sex =
                    WireDimension { kind: Some("sex".into()), total: Some(ALL.into()), ..WireDimension::default() };
                BTreeMap::from([("sex".to_owned(), sex)])
            }
            false => BTreeMap::new(),
        },
        states: BTreeMap::from([(MISSING.to_owned(), MISSING.to_owned())]),
        notes,
        i18n: BTreeMap::from([(
            "en".to_owned(),
            Translation { label: Some(label(Language::English)), dimension: translated },
        )]),
        ..Profile::default()
    };
    let mut document = json!({
        "version": "2.0",
        "class": "dataset",
        "label": label(Language::Swedish),
        "source": words::kolada_source(Language::Swedish),
        "id": dimensions.iter().map(|(id, ..)| *id).collect::<Vec<_>>(),
        "size": dimensions.iter().map(|(_, _, categories)| categories.len()).collect::<Vec<_>>(),
        "role": {"metric": [MEASURE], "geo": ["area"], "time": ["period"]},
        "dimension": described.collect::<Map<_, _>>(),
        "extension": {"lang": "sv", "insyn": profile},
        "value": values,
    });
    if let Some(document) = document.as_object_mut().filter(|_| !status.is_empty()) {
        document.insert("status".into(), status.into());
    }
    Ok(document)
}

/// A text by language.
type Phrase = fn(Language) -> &'static str;

/// How Kolada ends the titles of key figures of a kind.
const KINDS: [(&str, &str); 3] = [(", antal", "count"), (", andel (%)", "share"), (", medelvärde", "mean")];

/// What a key figure's own title says that it is; nothing else is concluded.
fn measure(kpi: &Kpi) -> WireMeasure {
    let title = kpi.title.trim().to_lowercase();
    let kind = KINDS.into_iter().find(|(ending, _)| title.ends_with(ending));
    let kind = kind.map(|(_, kind)| kind.to_owned());
    let description = kpi.description.as_deref().map(str::trim).filter(|text| !text.is_empty());
    WireMeasure {
        unit: (kind.as_deref() == Some("share")).then(|| both(words::per_cent)),
        kind,
        notes: description.map(|text| Words::from([("sv".to_owned(), text.to_owned())])).into_iter().collect(),
        ..WireMeasure::default()
    }
}

fn sex_name(sex: &str, language: Language) -> &'static str {
    match sex {
        "K" => words::women(language),
        "M" => words::men(language),
        _ => words::all(language),
    }
}

fn both(phrase: Phrase) -> Words {
    Language::ALL.into_iter().map(|language| (language.tag().to_owned(), phrase(language).to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_end_of_a_title_says_what_a_key_figure_is() {
        let kind = |title: &str| {
            let kpi = Kpi { id: "N1".into(), title: title.into(), description: None, publication_date: None };
            measure(&kpi).kind
        };
        assert_eq!(kind("Barn i HVB, antal").as_deref(), Some("count"));
        assert_eq!(kind("Erfarna handläggare, andel (%)").as_deref(), Some("share"));
        assert_eq!(kind("Utredningstid i antal dagar, medelvärde").as_deref(), Some("mean"));
        assert_eq!(kind("Placerade barn, antal/1000 inv"), None);
        assert_eq!(kind("Förändring av antalet barn (%)"), None);
    }
}
