//! `public/stories/ID.json`: the sections of a theme, and the same in easy sentences.

use std::collections::BTreeMap;

use super::{
    complaint::{Complaint, Place, Severity},
    fault::Fault,
    headlines::{WireCell, WireTemplate},
    jsonstat::node::{file, members},
};
use crate::model::theme::{Aspect, Picture, PlainSentence, Section, Story};

#[derive(Default)]
struct Wire {
    plain: Vec<WirePlain>,
    sections: Vec<WireSection>,
}
members!(Wire: plain, sections; needs "sections");

#[derive(Default)]
struct WirePlain {
    dataset: Option<String>,
    sv: String,
    en: String,
    figures: BTreeMap<String, WireCell>,
}
members!(WirePlain: dataset, sv, en, figures; needs "sv", "en");

#[derive(Default)]
struct WireSection {
    title: WireTemplate,
    aspects: Vec<String>,
    dataset: String,
    show: WireCell,
    picture: String,
    sentence: Option<WireTemplate>,
    figures: BTreeMap<String, WireCell>,
    limits: WireTemplate,
}
members!(WireSection: title, aspects, dataset, show, picture, sentence, figures, limits; needs "title", "aspects", "dataset", "show", "picture", "limits");

/// A theme.
///
/// # Errors
/// A complaint with its place where the file is not what it should be.
pub fn read(bytes: &[u8]) -> Result<Story, Complaint> {
    let wire: Wire = file(bytes)?;
    let plain = wire.plain.into_iter().enumerate().map(|(place, wire)| plain(place, wire));
    let sections = wire.sections.into_iter().enumerate().map(|(place, wire)| section(place, wire));
    Ok(Story { plain: plain.collect::<Result<_, _>>()?, sections: sections.collect::<Result<_, _>>()? })
}

fn plain(place: usize, wire: WirePlain) -> Result<PlainSentence, Complaint> {
    let WirePlain { dataset, sv, en, figures } = wire;
    if dataset.is_none() && !figures.is_empty() {
        let place = Place::Pointer(format!("/plain/{place}/dataset"));
        return Err(Complaint { severity: Severity::Fatal, place, fault: Fault::Lacking("dataset") });
    }
    let of = dataset.clone().unwrap_or_default();
    let figures = figures.into_iter().map(|(name, cell)| (name, cell.choice(&of))).collect();
    Ok(PlainSentence { dataset, words: WireTemplate { sv, en }.template(), figures })
}

fn section(place: usize, wire: WireSection) -> Result<Section, Complaint> {
    let unknown = || Complaint {
        severity: Severity::Fatal,
        place: Place::Pointer(format!("/sections/{place}/picture")),
        fault: Fault::Lacking("picture"),
    };
    let picture = match wire.picture.as_str() {
        "bars" => Picture::Bars,
        "time" => Picture::Time,
        "difference" => Picture::Difference,
        "funnel" => Picture::Funnel,
        "map" => Picture::Map,
        "crosstab" => Picture::Crosstab,
        "flow" => Picture::Flow,
        "needs" => Picture::Needs,
        "steps" => Picture::Steps,
        _ => return Err(unknown()),
    };
    Ok(Section {
        title: wire.title.text(),
        aspects: wire.aspects.iter().enumerate().map(|(nth, id)| aspect(place, nth, id)).collect::<Result<_, _>>()?,
        choice: wire.show.choice(&wire.dataset),
        picture,
        sentence: wire.sentence.as_ref().map(WireTemplate::template),
        figures: wire.figures.into_iter().map(|(name, cell)| (name, cell.choice(&wire.dataset))).collect(),
        limits: wire.limits.text(),
    })
}

fn aspect(place: usize, nth: usize, id: &str) -> Result<Aspect, Complaint> {
    Aspect::from_id(id).ok_or_else(|| Complaint {
        severity: Severity::Fatal,
        place: Place::Pointer(format!("/sections/{place}/aspects/{nth}")),
        fault: Fault::UnknownWord { word: id.to_owned(), expected: Aspect::ALL.map(Aspect::id).to_vec() },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECTION: &str = r#"{"sections": [{"title": {"sv": "a", "en": "b"}, "aspects": ["stod"], "dataset": "d", "show": {"measure": "m"}, "picture": "pie", "limits": {"sv": "a", "en": "b"}}]}"#;

    #[test]
    fn a_section_without_a_picture_we_know_is_refused_with_its_place() {
        let complaint = read(SECTION.as_bytes()).expect_err("pies are not drawn");
        assert_eq!(complaint.place, Place::Pointer("/sections/0/picture".to_owned()));
        assert_eq!(read(SECTION.replace("pie", "bars").as_bytes()).map(|story| story.sections.len()), Ok(1));
    }

    #[test]
    fn a_section_says_what_it_is_about_in_words_we_know() {
        let file = SECTION.replace("pie", "bars");
        let aspects = |file: &str| read(file.as_bytes()).map(|story| story.sections[0].aspects.clone());
        assert_eq!(aspects(&file), Ok(vec![Aspect::Support]));
        assert_eq!(aspects(&file.replace(r#""stod""#, "")), Ok(Vec::new()), "a question may be about none");
        let unknown = aspects(&file.replace(r#""stod""#, r#""stod", "trivsel""#)).expect_err("nobody knows that");
        assert_eq!(unknown.place, Place::Pointer("/sections/0/aspects/1".to_owned()));
        assert!(
            matches!(unknown.fault, Fault::UnknownWord { word, expected } if word == "trivsel" && expected.len() == 7)
        );
        let silent = aspects(&file.replace(r#""aspects": ["stod"], "#, "")).expect_err("it does not say");
        assert_eq!(silent.place, Place::Pointer("/sections/0".to_owned()));
    }

    #[test]
    fn an_easy_sentence_with_figures_names_their_dataset() {
        let file = r#"{"plain": [{"sv": "a", "en": "b"}, {"sv": "{n}", "en": "{n}", "dataset": "d", "figures": {"n": {"measure": "m"}}}], "sections": []}"#;
        let story = read(file.as_bytes()).expect("it is whole");
        let datasets: Vec<Option<&str>> = story.plain.iter().map(|it| it.dataset.as_deref()).collect();
        assert_eq!(datasets, [None, Some("d")]);
        let complaint = read(file.replace(r#""dataset": "d", "#, "").as_bytes()).expect_err("figures of nothing");
        assert_eq!(complaint.place, Place::Pointer("/plain/1/dataset".to_owned()));
    }
}
