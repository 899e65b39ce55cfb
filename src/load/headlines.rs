//! `public/stories/start.json`: the start page's sentences, and the pictures of the themes.

use std::collections::BTreeMap;

use super::{
    complaint::{Complaint, Place, Severity},
    fault::Fault,
    jsonstat::node::{file, members},
};
use crate::model::{
    choice::Choice,
    headline::{Headline, Part, Start, Template, ThemePicture},
    text::{Language, Text},
    theme::Theme,
};

#[derive(Default)]
struct Wire {
    headlines: Vec<WireHeadline>,
    themes: Vec<WirePicture>,
}
members!(Wire: headlines, themes; needs "headlines");

#[derive(Default)]
struct WirePicture {
    theme: String,
    dataset: String,
    caption: WireTemplate,
    bars: Vec<WireBar>,
}
members!(WirePicture: theme, dataset, caption, bars; needs "theme", "dataset", "caption", "bars");

#[derive(Default)]
struct WireBar {
    sv: String,
    en: String,
    measure: String,
    at: BTreeMap<String, String>,
}
members!(WireBar: sv, en, measure, at; needs "sv", "en", "measure");

#[derive(Default)]
struct WireHeadline {
    dataset: String,
    show: WireCell,
    figure: WireTemplate,
    text: WireTemplate,
    context: WireTemplate,
    figures: BTreeMap<String, WireCell>,
}
members!(WireHeadline: dataset, show, figure, text, context, figures; needs "dataset", "show", "figure", "text", "context", "figures");

#[derive(Default)]
pub(super) struct WireTemplate {
    pub(super) sv: String,
    pub(super) en: String,
}
members!(WireTemplate: sv, en; needs "sv", "en");

impl WireTemplate {
    pub(super) fn template(&self) -> Template {
        Template { swedish: parts(&self.sv), english: parts(&self.en) }
    }

    pub(super) fn text(&self) -> Text {
        Text::new(Language::Swedish, self.sv.clone()).translated(self.en.clone())
    }
}

#[derive(Default)]
pub(super) struct WireCell {
    measure: String,
    by: Option<String>,
    across: Option<String>,
    level: Option<String>,
    against: Option<String>,
    pair: Option<String>,
    at: BTreeMap<String, String>,
}
members!(WireCell: measure, by, across, level, against, pair, at; needs "measure");

impl WireCell {
    pub(super) fn choice(self, dataset: &str) -> Choice {
        Choice {
            dataset: Some(dataset.to_owned()),
            measure: Some(self.measure),
            by: self.by,
            across: self.across,
            level: self.level,
            against: self.against,
            pair: self.pair,
            categories: self.at.into_iter().collect(),
            ..Choice::default()
        }
    }
}

/// What the start page tells.
///
/// # Errors
/// A complaint with its place where the file is not what it should be.
pub fn read(bytes: &[u8]) -> Result<Start, Complaint> {
    let wire: Wire = file(bytes)?;
    let pictures = wire.themes.into_iter().enumerate().map(|(place, wire)| picture(place, wire));
    Ok(Start {
        headlines: wire.headlines.into_iter().map(headline).collect(),
        pictures: pictures.collect::<Result<_, _>>()?,
    })
}

fn picture(place: usize, wire: WirePicture) -> Result<ThemePicture, Complaint> {
    let WirePicture { theme, dataset, caption, bars } = wire;
    let unknown = || Complaint {
        severity: Severity::Fatal,
        place: Place::Pointer(format!("/themes/{place}/theme")),
        fault: Fault::Lacking("theme"),
    };
    let bar = |WireBar { sv, en, measure, at }: WireBar| {
        let cell = WireCell { measure, at, ..WireCell::default() };
        (WireTemplate { sv, en }.text(), cell.choice(&dataset))
    };
    Ok(ThemePicture {
        theme: Theme::ALL.into_iter().find(|it| it.id() == theme).ok_or_else(unknown)?,
        caption: caption.text(),
        bars: bars.into_iter().map(bar).collect(),
        dataset,
    })
}

fn headline(wire: WireHeadline) -> Headline {
    Headline {
        choice: wire.show.choice(&wire.dataset),
        figure: wire.figure.template(),
        text: wire.text.template(),
        context: wire.context.template(),
        figures: wire.figures.into_iter().map(|(name, cell)| (name, cell.choice(&wire.dataset))).collect(),
    }
}

/// "{share} av barnen" as a figure and a text. A brace without its twin stays as it is.
fn parts(template: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = template;
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        if !before.is_empty() {
            parts.push(Part::Text(before.to_owned()));
        }
        parts.push(Part::Figure(name.to_owned()));
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(Part::Text(rest.to_owned()));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_cut_at_its_figures() {
        let figure = |name: &str| Part::Figure(name.to_owned());
        let text = |words: &str| Part::Text(words.to_owned());
        assert_eq!(parts("{a} av {b} hem"), [figure("a"), text(" av "), figure("b"), text(" hem")]);
        assert_eq!(parts("inga figurer {"), [text("inga figurer {")]);
        assert_eq!(parts(""), []);
    }

    #[test]
    fn a_picture_of_no_theme_is_refused_with_its_place() {
        let file = r#"{"headlines": [], "themes": [{"theme": "vader", "dataset": "d", "caption": {"sv": "a", "en": "b"}, "bars": [{"sv": "a", "en": "b", "measure": "m"}]}]}"#;
        let complaint = read(file.as_bytes()).expect_err("there is no such theme");
        assert_eq!(complaint.place, Place::Pointer("/themes/0/theme".to_owned()));
        let start = read(file.replace("vader", "vald").as_bytes()).expect("there is");
        assert_eq!(
            start.pictures.iter().map(|it| (it.theme, it.bars.len())).collect::<Vec<_>>(),
            [(Theme::Violence, 1)]
        );
    }

    #[test]
    fn a_broken_file_is_refused_with_its_place() {
        let complaint = read(b"{\"headlines\": [\n{}]}").expect_err("the headline is empty");
        assert_eq!(complaint.place, Place::Pointer("/headlines/0".to_owned()));
        let complaint = read(b"{\"headlines\":\n [}").expect_err("it is not JSON");
        assert!(matches!(complaint.place, Place::Text { line: 2, .. }));
    }
}
