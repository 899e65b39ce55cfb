//! What a file that is taken along says of itself: what it shows, where the figures are from, what was checked, when and where it was taken.

use super::{facts::facts, table::TablePanel};
use crate::{
    gate::Cleared,
    model::{
        figure::{Absence, Flag},
        text::Language,
    },
    words::{absence, explore, flag, notes, receipt as receipt_words, taken as words},
};

/// Where and when something was taken along; what only the page knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// The address of the view.
    pub address: String,
    /// The hash of the dataset's file, 64 hexadecimal digits; empty for a reader's own file.
    pub sha256: String,
    /// The time in UTC, ISO 8601; empty where nobody knows.
    pub time: String,
}

/// One thing that is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Its name for a program.
    pub id: &'static str,
    /// Its name.
    pub label: &'static str,
    /// What is said.
    pub text: String,
}

/// What the file says of itself, in the order that it is told; `title` is what is shown, empty where it is all of the dataset.
pub fn said(cleared: &Cleared, title: &str, moment: &Moment, language: Language) -> Vec<Said> {
    let facts = facts(cleared, language);
    let dataset = &cleared.cube().dataset;
    let mut all = Vec::new();
    let mut say = |id, label, text: String| {
        if !text.is_empty() {
            all.push(Said { id, label, text });
        }
    };
    say("title", words::choice(language), title.to_owned());
    say("dataset", words::dataset(language), facts.label);
    if let Some((name, meaning)) = facts.synthetic {
        say("synthetic", words::synthetic(language), format!("{name}. {meaning}"));
    }
    for note in facts.mandatory_notes {
        say("mandatory_note", words::mandatory_note(language), note);
    }
    for source in facts.sources {
        let text = source.url.map_or(source.text.clone(), |url| format!("{} {url}", source.text));
        say("source", explore::source(language), text);
    }
    let publisher = dataset.publisher.as_ref().map(|it| it.get(language).to_owned());
    say("publisher", notes::publisher(language), publisher.unwrap_or_default());
    say("registry_number", notes::registry_number(language), dataset.registry_numbers.join(", "));
    say("licence", notes::licence(language), dataset.licence.clone().unwrap_or_default());
    say("updated", notes::updated(language), dataset.updated.clone().unwrap_or_default());
    say("receipt", words::receipt(language), receipt_words::summary(cleared.receipt(), language));
    say("sha256", words::version(language), moment.sha256.clone());
    say("taken", words::taken(language), moment.time.clone());
    say("address", explore::address_of_view(language), moment.address.clone());
    all
}

/// What else there is to know of the figures: the table's own note, and every section of facts, a heading and a sentence each.
pub fn notes(cleared: &Cleared, table: Option<&TablePanel>, language: Language) -> Vec<(&'static str, String)> {
    let own = table.map(|table| table.note.clone()).filter(|note| !note.is_empty());
    let own = own.map(|note| (words::note(language), note));
    let of_section = |section: super::facts::Section| {
        section.sentences.into_iter().map(move |sentence| (section.title, sentence)).collect::<Vec<_>>()
    };
    own.into_iter().chain(facts(cleared, language).sections.into_iter().flat_map(of_section)).collect()
}

/// What the words and the empty cells of a file mean.
pub fn signs(language: Language) -> Vec<(&'static str, &'static str)> {
    let absences = [
        Absence::Suppressed,
        Absence::Missing,
        Absence::NotApplicable,
        Absence::Uncertain,
        Absence::RoundsToZero,
        Absence::NotYet,
        Absence::Unpublished,
    ];
    let absences = absences.iter().map(|it| (absence::name(it, language), absence::meaning(it, language)));
    let flags = Flag::ALL.into_iter().map(|it| (flag::name(it, language), flag::meaning(it, language)));
    let own = [("", words::no_number(language)), ("", words::uncertainty(language))];
    own.into_iter().chain(absences).chain(flags).collect()
}
