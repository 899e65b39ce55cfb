//! What is wrong with the text of a specification: its words, and the names that its parts have for each other.

use crate::model::text::Language;

/// A place in the specification.
pub fn line_and_column(line: usize, column: usize, language: Language) -> String {
    match language {
        Language::Swedish => format!("Specifikationen, rad {line}, kolumn {column}"),
        Language::English => format!("The specification, line {line}, column {column}"),
    }
}

/// The specification is not understood; the reader's own words.
pub fn not_understood(why: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("Går inte att förstå: {why}. Rätta raden; alla ord som finns står i README."),
        Language::English => format!("Not understood: {why}. Correct the line; all words there are stand in README."),
    }
}

/// A name that no specification has.
pub fn unknown_key(key: &str, language: Language) -> String {
    match language {
        Language::Swedish => {
            format!("”{key}” finns inte i någon specifikation. Rätta ordet; alla ord som finns står i README.")
        }
        Language::English => {
            format!("“{key}” is in no specification. Correct the word; all words there are stand in README.")
        }
    }
}

/// A word that is none of these.
pub fn unknown_word(word: &str, expected: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("”{word}” är okänt. Skriv något av: {expected}"),
        Language::English => format!("“{word}” is not known. Write one of: {expected}"),
    }
}

/// A name that is the name of nothing.
pub fn no_such(what: &str, id: &str, known: &str, language: Language) -> String {
    match language {
        Language::Swedish => {
            format!("{what} ”{id}” finns inte. Rätta namnet, eller lägg till det som saknas. Det som finns: {known}")
        }
        Language::English => {
            format!("There is no {what} “{id}”. Correct the name, or add what is missing. There are: {known}")
        }
    }
}

/// A name that two have.
pub fn twice(what: &str, id: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("{what} ”{id}” finns två gånger. Ta bort den ena eller ge den ett annat namn."),
        Language::English => format!("The {what} “{id}” is there twice. Remove one or give it another name."),
    }
}

/// Nothing of something that is needed.
pub fn nothing(what: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("{what} saknas. Ange minst en."),
        Language::English => format!("No {what} is given. Give at least one."),
    }
}

/// Not of the form `records.column`.
pub fn not_a_column(text: &str, language: Language) -> String {
    match language {
        Language::Swedish => {
            format!("”{text}” är ingen kolumn. Skriv posternas namn, punkt, kolumnens namn: homes.type")
        }
        Language::English => {
            format!("“{text}” is no column. Write the name of the records, a point, the name of the column: homes.type")
        }
    }
}

/// No date.
pub fn not_a_date(text: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("”{text}” är inget datum. Skriv 2024, 2024-05 eller 2024-05-31."),
        Language::English => format!("“{text}” is no date. Write 2024, 2024-05 or 2024-05-31."),
    }
}

/// A text that is not there in Swedish.
pub fn no_swedish(what: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("{what} saknas på svenska. Skriv {what} = {{ sv = \"…\", en = \"…\" }}."),
        Language::English => format!("{what} is missing in Swedish. Write {what} = {{ sv = \"…\", en = \"…\" }}."),
    }
}
