//! A view as a source to cite: in a text, in BibTeX, in RIS.

use crate::{gate::Cleared, load::releases, model::text::Language, view_model::taken::Moment, words::taken as words};

/// What is cited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cited {
    /// The dataset, by id.
    pub id: String,
    /// Who publishes the figures; may be empty.
    pub publisher: String,
    /// The dataset's title; that it is made up stands in it.
    pub title: String,
    /// What is shown of it.
    pub shown: String,
    /// The year of the last update; may be empty.
    pub year: String,
    /// Which version it is; empty for a reader's own file.
    pub version: String,
    /// The address of this very view.
    pub address: String,
    /// The day it was looked at, in UTC, ISO 8601.
    pub accessed: String,
    /// The language of the titles.
    pub language: Language,
}

impl Cited {
    /// What is shown of a dataset, at this moment.
    pub fn of(cleared: &Cleared, shown: &str, moment: &Moment, language: Language) -> Self {
        let dataset = &cleared.cube().dataset;
        let source = dataset.sources.first().map(|source| source.publisher.clone()).unwrap_or_default();
        let label = dataset.label.get(language);
        let digits = |text: &str, n: usize| text.get(..n).unwrap_or(text).to_owned();
        Self {
            id: dataset.id.clone(),
            publisher: dataset.publisher.as_ref().map_or(source, |it| it.get(language).to_owned()),
            title: match dataset.is_synthetic {
                true => format!("{label} [{}]", words::synthetic(language)),
                false => label.to_owned(),
            },
            shown: shown.to_owned(),
            year: digits(dataset.updated.as_deref().unwrap_or_default(), 4),
            version: releases::version(&moment.sha256).to_owned(),
            address: moment.address.clone(),
            accessed: digits(&moment.time, 10),
            language,
        }
    }

    /// As it stands in a running text.
    pub fn text(&self) -> String {
        let who = if self.publisher.is_empty() { "Insyn" } else { &self.publisher };
        let year = if self.year.is_empty() { words::no_year(self.language) } else { &self.year };
        let version = match self.version.as_str() {
            "" => String::new(),
            version => format!(" [version {version}]"),
        };
        let shown = if self.shown.is_empty() { String::new() } else { format!(" {}.", self.shown) };
        let seen = words::seen(self.language, &self.accessed);
        format!("{who} ({year}). {}{version}.{shown} Insyn. {seen} {}", self.title, self.address)
    }

    /// As BibTeX.
    pub fn bibtex(&self) -> String {
        let key: String = self.id.chars().filter(char::is_ascii_alphanumeric).collect();
        let tongue = match self.language {
            Language::Swedish => "swedish",
            Language::English => "english",
        };
        let braced = |text: &str| if text.is_empty() { String::new() } else { format!("{{{}}}", tex(text)) };
        let version = match self.version.as_str() {
            "" => String::new(),
            version => format!("version {version}"),
        };
        let fields = [
            ("author", braced(&self.publisher)),
            ("title", braced(&self.title)),
            ("year", tex(&self.year)),
            ("howpublished", "Insyn".to_owned()),
            ("version", tex(&version)),
            ("note", tex(&self.shown)),
            ("url", self.address.replace(['{', '}', '\\'], "")),
            ("urldate", tex(&self.accessed)),
            ("language", tongue.to_owned()),
        ];
        let fields = fields.into_iter().filter(|(_, text)| !text.is_empty());
        let fields: String = fields.map(|(name, text)| format!(",\n  {name} = {{{text}}}")).collect();
        format!("@misc{{insyn-{key}-{}{fields}\n}}\n", self.accessed)
    }

    /// As RIS.
    pub fn ris(&self) -> String {
        let fields = [
            ("TY", "DATA".to_owned()),
            ("AU", self.publisher.clone()),
            ("TI", self.title.clone()),
            ("PY", self.year.clone()),
            ("PB", self.publisher.clone()),
            ("ET", self.version.clone()),
            ("N1", self.shown.clone()),
            ("DP", "Insyn".to_owned()),
            ("LA", self.language.tag().to_owned()),
            ("UR", self.address.clone()),
            ("Y2", self.accessed.replace('-', "/")),
        ];
        let fields = fields.into_iter().filter(|(_, text)| !text.is_empty());
        let lines: String = fields.map(|(tag, text)| format!("{tag}  - {}\r\n", one_line(&text))).collect();
        format!("{lines}ER  - \r\n")
    }
}

fn one_line(text: &str) -> String {
    text.split(|letter: char| letter.is_control()).collect::<Vec<_>>().join(" ")
}

/// A text as TeX reads it as it stands.
fn tex(text: &str) -> String {
    one_line(text).chars().fold(String::new(), |mut out, letter| {
        match letter {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => out.extend(['\\', letter]),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            _ => out.push(letter),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cited() -> Cited {
        Cited {
            id: "hvb-2023".into(),
            publisher: "IVO".into(),
            title: "HVB: brister & våld, 100 %".into(),
            shown: "Andel hem, 2022".into(),
            year: "2023".into(),
            version: "29ea0b214e0ad357".into(),
            address: "https://insyn.example/utforska/?dataset=hvb-2023&by=sex".into(),
            accessed: "2026-11-22".into(),
            language: Language::Swedish,
        }
    }

    #[test]
    fn a_text_says_who_when_what_which_and_where() {
        assert_eq!(
            cited().text(),
            "IVO (2023). HVB: brister & våld, 100 % [version 29ea0b214e0ad357]. Andel hem, 2022. Insyn. Hämtad 2026-11-22 från https://insyn.example/utforska/?dataset=hvb-2023&by=sex"
        );
        let bare = Cited { publisher: String::new(), year: String::new(), version: String::new(), ..cited() };
        assert!(bare.text().starts_with("Insyn (u.å.). HVB: brister & våld, 100 %. Andel"), "{}", bare.text());
    }

    #[test]
    fn bibtex_escapes_what_tex_would_read() {
        let text = cited().bibtex();
        assert!(text.starts_with("@misc{insyn-hvb2023-2026-11-22,\n  author = {{IVO}},\n"), "{text}");
        assert!(text.contains("title = {{HVB: brister \\& våld, 100 \\%}}"), "{text}");
        assert!(text.contains("url = {https://insyn.example/utforska/?dataset=hvb-2023&by=sex}"), "{text}");
        assert!(text.ends_with("language = {swedish}\n}\n"), "{text}");
    }

    #[test]
    fn ris_has_a_field_a_line() {
        let text = Cited { title: "a\r\nER  - b".into(), ..cited() }.ris();
        assert!(text.starts_with("TY  - DATA\r\nAU  - IVO\r\nTI  - a  ER  - b\r\n"), "{text}");
        assert!(text.contains("\r\nY2  - 2026/11/22\r\n") && text.ends_with("\r\nER  - \r\n"), "{text}");
        assert_eq!(text.lines().filter(|line| line.starts_with("ER")).count(), 1);
    }
}
