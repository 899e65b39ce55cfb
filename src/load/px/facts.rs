//! What keywords say that the model has no place for: notes in both languages, which the writer knows again.

use super::{
    fault::Expected,
    header::{Entry, Header},
    said::Said,
};
use crate::model::text::{Language, Text};

/// Keywords whose few answers have their own words: keyword, answer, Swedish, English.
const ANSWERS: [(&str, &str, &str, &str); 12] = [
    ("COPYRIGHT", "YES", "Uppgifterna skyddas av upphovsrätt.", "The data are protected by copyright."),
    ("COPYRIGHT", "NO", "Uppgifterna skyddas inte av upphovsrätt.", "The data are not protected by copyright."),
    ("OFFICIAL-STATISTICS", "YES", "Officiell statistik.", "Official statistics."),
    ("OFFICIAL-STATISTICS", "NO", "Inte officiell statistik.", "Not official statistics."),
    ("CFPRICES", "C", "Löpande priser.", "Current prices."),
    ("CFPRICES", "F", "Fasta priser.", "Constant prices."),
    ("DAYADJ", "YES", "Korrigerad för antalet arbetsdagar.", "Adjusted for the number of working days."),
    ("SEASADJ", "YES", "Säsongsrensad.", "Seasonally adjusted."),
    ("STOCKFA", "S", "Ställningen vid en tidpunkt.", "As it stood at a point in time."),
    ("STOCKFA", "F", "Vad som skett under perioden.", "What happened during the period."),
    ("STOCKFA", "A", "Ett genomsnitt.", "An average."),
    ("STOCKFA", "X", "Varken ställning, flöde eller genomsnitt.", "Neither a stock, a flow nor an average."),
];

/// Keywords whose value is shown as it stands: keyword, and what stands before it in Swedish and English.
const WORDED: [(&str, &str, &str); 14] = [
    ("REFPERIOD", "Referenstid", "Reference time"),
    ("BASEPERIOD", "Basperiod", "Base period"),
    ("LAST-UPDATED", "Uppdaterad", "Updated"),
    ("NEXT-UPDATE", "Nästa uppdatering", "Next update"),
    ("FIRST-PUBLISHED", "Först publicerad", "First published"),
    ("UPDATE-FREQUENCY", "Uppdateras hur ofta", "How often updated"),
    ("SURVEY", "Undersökning", "Survey"),
    ("LINK", "Länk", "Link"),
    ("INFOFILE", "Mer information", "More information"),
    ("DATANOTESUM", "Tecken vid summor", "Sign beside sums"),
    ("MAP", "Karta", "Map"),
    ("DOMAIN", "Indelning", "Classification"),
    ("PARTITIONED", "Delar av koden", "Parts of the code"),
    ("VARIABLE-TYPE", "Variabelns typ", "Type of variable"),
];

/// Of the whole table, in the order they are shown.
pub const OF_TABLE: [&str; 8] = [
    "COPYRIGHT",
    "OFFICIAL-STATISTICS",
    "NEXT-UPDATE",
    "FIRST-PUBLISHED",
    "UPDATE-FREQUENCY",
    "SURVEY",
    "LINK",
    "DATANOTESUM",
];

/// Of a measure, in the order they are shown.
pub const OF_MEASURE: [&str; 5] = ["REFPERIOD", "BASEPERIOD", "CFPRICES", "DAYADJ", "SEASADJ"];

/// Of a variable, in the order they are shown.
pub const OF_VARIABLE: [&str; 3] = ["MAP", "DOMAIN", "PARTITIONED"];

/// A keyword with its value, as a note says them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact<'t> {
    /// The keyword.
    pub keyword: &'static str,
    /// Its value in Swedish and in English.
    pub value: [&'t str; 2],
    /// Whether the value is one of few words, which have no language.
    pub is_answer: bool,
}

impl Fact<'_> {
    /// Whether the value is the same in both languages.
    pub fn is_alike(&self) -> bool {
        let [swedish, english] = self.value;
        swedish == english
    }
}

/// The fact that a note says; none where it is a note like others.
pub fn of(note: &Text) -> Option<Fact<'_>> {
    note.translation()?;
    let (swedish, english) = (note.get(Language::Swedish), note.get(Language::English));
    let answer = ANSWERS.iter().find(|(_, _, sv, en)| (*sv, *en) == (swedish, english));
    if let Some((keyword, answer, ..)) = answer {
        return Some(Fact { keyword, value: [answer, answer], is_answer: true });
    }
    WORDED.iter().find_map(|(keyword, sv, en)| {
        let value = |text, before| str::strip_prefix(text, before)?.strip_prefix(": ");
        Some(Fact { keyword, value: [value(swedish, sv)?, value(english, en)?], is_answer: false })
    })
}

/// The note that a keyword with this value is; none where it says nothing.
pub fn note(keyword: &str, value: &Text) -> Option<Text> {
    let both = |swedish: String, english: String| match value.language() {
        Language::Swedish => Text::new(Language::Swedish, swedish).translated(english),
        Language::English => Text::new(Language::English, english).translated(swedish),
    };
    let is_it =
        |answer: &&(&str, &str, &str, &str)| answer.0 == keyword && answer.1.eq_ignore_ascii_case(value.original());
    if let Some((_, _, swedish, english)) = ANSWERS.iter().find(is_it) {
        return Some(both((*swedish).to_owned(), (*english).to_owned()));
    }
    let (_, swedish, english) = WORDED.iter().find(|(name, ..)| *name == keyword)?;
    if value.wordings().all(|words| words.trim().is_empty()) {
        return None;
    }
    let said = |before: &str, language| format!("{before}: {}", value.get(language));
    Some(both(said(swedish, Language::Swedish), said(english, Language::English)))
}

/// The note of a keyword for these keys, or a complaint where its value is none that it may have.
pub fn read(header: &mut Header, keyword: &str, keys: &Said<Vec<&str>>) -> Vec<Text> {
    let mut notes = Vec::new();
    let entries: Vec<Entry> = header.all(keyword, None, &keys.own).cloned().collect();
    for entry in entries {
        let mut said = Said { own: value(header, &entry), swedish: None, english: None };
        for (language, keys) in [(Language::Swedish, &keys.swedish), (Language::English, &keys.english)] {
            let other = keys.as_ref().and_then(|keys| header.find(keyword, Some(language), keys)).cloned();
            let other = other.map(|entry| value(header, &entry));
            match language {
                Language::Swedish => said.swedish = other,
                Language::English => said.english = other,
            }
        }
        notes.extend(of_value(header, &entry, &said.into_text(header.own)));
    }
    notes
}

/// The note of an entry with this value, or a complaint.
pub fn of_value(header: &mut Header, entry: &Entry, value: &Text) -> Option<Text> {
    let note = note(&entry.keyword, value);
    let expected = match entry.keyword.as_str() {
        "CFPRICES" => Some(Expected::CurrentOrFixed),
        "COPYRIGHT" | "OFFICIAL-STATISTICS" | "DAYADJ" | "SEASADJ" => Some(Expected::YesOrNo),
        _ => None,
    };
    if let Some(expected) = expected.filter(|_| note.is_none() && !value.original().eq_ignore_ascii_case("NO")) {
        header.wrong(entry, expected, value.original().to_owned());
    }
    note
}

/// The value of an entry as one text; of a date, the date.
fn value(header: &mut Header, entry: &Entry) -> String {
    let value = header.texts(entry).join(", ");
    match entry.keyword.as_str() {
        "NEXT-UPDATE" | "FIRST-PUBLISHED" => super::dataset::iso_8601(&value).map_or(value, |date| shown(&date)),
        _ => value,
    }
}

/// A date as it is shown: `2024-03-01 08:00`.
pub fn shown(date: &str) -> String {
    date.replace('T', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fact_is_known_again_and_no_other_note_is() {
        let value = |words: &str| Text::new(Language::English, words);
        for (keyword, answer, ..) in ANSWERS {
            let note = note(keyword, &value(answer)).expect(keyword);
            assert_eq!(of(&note), Some(Fact { keyword, value: [answer, answer], is_answer: true }));
        }
        for (keyword, ..) in WORDED {
            let note = note(keyword, &value("31 December").translated("31 december")).expect(keyword);
            assert_eq!(of(&note), Some(Fact { keyword, value: ["31 december", "31 December"], is_answer: false }));
            assert_eq!(super::note(keyword, &value("")), None);
        }
        assert_eq!(of(&Text::new(Language::Swedish, "Officiell statistik.")), None, "a note in one language is a note");
        assert_eq!(note("SEASADJ", &value("NO")), None);
    }
}
