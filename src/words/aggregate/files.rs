//! What is wrong with the files of records and with counting them, and with the files that the tables are written to.

use crate::model::text::Language;

phrases! {
    no_files: "Ingen fil innehåller de här posterna. Ange files i specifikationen, eller NAMN=FIL på kommandoraden.", "No file holds these records. Give files in the specification, or NAME=FILE on the command line.";
    all_left_out: "Alla poster lämnades utanför, så tabellen vore bara nollor. Kontrollera att kolumnerna har de koder som specifikationen räknar upp.", "Every record was left out, so the table would be nothing but zeros. Check that the columns have the codes that the specification lists.";
    is_there: "Där finns redan en fil som inte är en oskyddad tabell. Ange en annan mapp med -o.", "There is already a file there that is no unprotected table. Give another folder with -o.";
    no_engine: "Programmet är byggt utan det som läser poster. Kör: cargo run --profile records --features records --bin insyn -- aggregate …", "The program was built without what reads records. Run: cargo run --profile records --features records --bin insyn -- aggregate …";
}

/// A file can't be read or written; the system's words.
pub fn io(why: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("Går inte att läsa eller skriva: {why}"),
        Language::English => format!("Cannot be read or written: {why}"),
    }
}

/// A file of no records.
pub fn whose_file(known: &str, language: Language) -> String {
    match language {
        Language::Swedish => {
            format!("Det framgår inte vilka poster filen innehåller. Skriv NAMN=FIL; namnen är {known}.")
        }
        Language::English => {
            format!("It is not clear which records the file holds. Write NAME=FILE; the names are {known}.")
        }
    }
}

/// A file whose columns differ.
pub fn other_columns(first: &str, language: Language) -> String {
    match language {
        Language::Swedish => {
            format!("Kolumnerna är inte desamma som i {first}. Ge filerna samma kolumner i samma ordning.")
        }
        Language::English => {
            format!("The columns are not the same as in {first}. Give the files the same columns in the same order.")
        }
    }
}

/// Keys that several records have.
pub fn key_twice(key: &str, n: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!(
            "Flera poster har samma ”{key}”, eller inget ({n} för många). Då skulle något räknas två gånger. Ta bort dubbletterna, eller ange en annan key."
        ),
        Language::English => format!(
            "Several records have the same “{key}”, or none ({n} too many). Something would then count twice. Remove the doubles, or give another key."
        ),
    }
}

/// The engine's own words.
pub fn engine(why: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("Posterna kunde inte räknas: {why}"),
        Language::English => format!("The records could not be counted: {why}"),
    }
}
