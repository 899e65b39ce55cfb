//! The faults of a package of tables and its schemas, as sentences.

use super::{
    row_name,
    said::{Said, said},
    so_many,
};
use crate::{
    load::package::fault::{PackageFault, Rule},
    model::text::Language,
};

/// What was wrong, and what to do.
pub fn fault(fault: &PackageFault, language: Language) -> Said {
    let is_swedish = language == Language::Swedish;
    let n = |n: usize| so_many(n, language);
    macro_rules! say {
        ($swedish:literal; $swedish_remedy:literal, $english:literal; $english_remedy:literal $(, $name:ident = $value:expr)* $(,)?) => {{
            $(let $name = $value;)*
            if is_swedish {
                said!($swedish; $swedish_remedy)
            } else {
                said!($english; $english_remedy)
            }
        }};
    }
    match fault {
        PackageFault::NotZip(word) => say!(
            "Arkivet går inte att packa upp ({word})."; "Packa filerna på nytt som zip utan lösenord.",
            "The archive cannot be unpacked ({word})."; "Pack the files anew as zip without a password."
        ),
        PackageFault::NoDescriptor => say!(
            "Ingen datapackage.json och inget schema finns bland filerna."; "Välj beskrivningen tillsammans med tabellerna.",
            "There is no datapackage.json and no schema among the files."; "Choose the description together with the tables."
        ),
        PackageFault::NoTables => say!(
            "Paketet har ingen tabell som går att läsa."; "Se anmärkningarna om varje fil.",
            "The package has no table that can be read."; "See the remarks on each file."
        ),
        PackageFault::OutsidePackage(path) => say!(
            "Sökvägen ”{path}” leder ut ur paketet och läses inte."; "Lägg filen i paketet.",
            "The path “{path}” leads out of the package and is not read."; "Put the file into the package."
        ),
        PackageFault::Remote(path) => say!(
            "”{path}” ligger på nätet och hämtas inte."; "Lägg filen i paketet.",
            "“{path}” is on the network and is not fetched."; "Put the file into the package."
        ),
        PackageFault::NoSuchFile(path) => say!(
            "Filen ”{path}” finns inte bland de valda."; "Välj den också.",
            "The file “{path}” is not among those chosen."; "Choose it too."
        ),
        PackageFault::RepeatedPath(path) => say!(
            "Filen ”{path}” står två gånger bland tabellens filer. Tabellen läses inte."; "Ta bort den ena.",
            "The file “{path}” stands twice among the files of the table. The table is not read."; "Remove one of them."
        ),
        PackageFault::OtherColumns { expected, found } if expected == found => say!(
            "Filen har andra kolumnrubriker än tabellens första fil. Tabellen läses inte."; "Ge alla filer samma rubriker.",
            "The file has other column headers than the first file of the table. The table is not read."; "Give all files the same headers."
        ),
        PackageFault::OtherColumns { expected, found } => say!(
            "Filen har {found} kolumner, tabellens första fil har {expected}. Tabellen läses inte."; "Ge alla filer samma kolumner.",
            "The file has {found} columns, the first file of the table has {expected}. The table is not read."; "Give all files the same columns.",
            expected = n(*expected),
            found = n(*found),
        ),
        PackageFault::NoHeader => say!(
            "Filen har inga rubriker. Dess första rad har lästs som en rad i tabellen."; "Se efter att det stämmer.",
            "The file has no headers. Its first line was read as a row of the table."; "See that this is right."
        ),
        PackageFault::OtherEncoding(encoding) => say!(
            "Filen har lästs som {encoding}, tabellens första fil på annat sätt."; "Se efter att å, ä och ö är rätt.",
            "The file was read as {encoding}, the first file of the table otherwise."; "See that the letters are right.",
            encoding = encoding.name(),
        ),
        PackageFault::OtherFormat(format) => say!(
            "Formatet ”{format}” läses inte i ett paket."; "Spara tabellen som CSV.",
            "The format “{format}” is not read in a package."; "Save the table as CSV."
        ),
        PackageFault::UnknownEncoding(name) => say!(
            "Teckenkodningen ”{name}” är okänd. Den har lästs ut ur filen i stället."; "Rätta namnet.",
            "The encoding “{name}” is unknown. It was found out from the file instead."; "Correct the name."
        ),
        PackageFault::NoSuchField(name) => say!(
            "Fältet ”{name}” i schemat finns inte i tabellen."; "Lägg till kolumnen eller ta bort fältet.",
            "The field “{name}” of the schema is not in the table."; "Add the column, or remove the field."
        ),
        PackageFault::UnknownColumn(name) => say!(
            "Kolumnen ”{name}” finns inte i schemat. Den har tolkats som utan schema."; "Beskriv den.",
            "The column “{name}” is not in the schema. It was read as without one."; "Describe it."
        ),
        PackageFault::OtherOrder => say!(
            "Kolumnerna står i en annan ordning än i schemat. De har kopplats ihop efter namn."; "Rätta ordningen.",
            "The columns are in another order than in the schema. They were matched by name."; "Correct the order."
        ),
        PackageFault::UnknownType(kind) => say!(
            "Typen ”{kind}” är okänd. Fältet har tolkats som utan typ."; "Rätta den.",
            "The type “{kind}” is unknown. The field was read as without a type."; "Correct it."
        ),
        PackageFault::WrongType { expected, text, n_rows } => say!(
            "”{text}” är inte av typen {expected} ({n_rows} rader)."; "Rätta värdet eller typen.",
            "“{text}” is not of the type {expected} ({n_rows} rows)."; "Correct the value or the type.",
            n_rows = n(*n_rows),
        ),
        PackageFault::AgainstRule { rule, text, n_rows } => say!(
            "Schemat kräver {rule}. Här står ”{text}” ({n_rows} rader)."; "Rätta värdet eller schemat.",
            "The schema requires {rule}. Here stands “{text}” ({n_rows} rows)."; "Correct the value or the schema.",
            rule = rule_name(rule, language),
            n_rows = n(*n_rows),
        ),
        PackageFault::NotChecked(name) => say!(
            "Schemats regel ”{name}” prövas inte här."; "Pröva den med ett annat verktyg om den är viktig.",
            "The rule “{name}” of the schema is not checked here."; "Check it with another tool if it matters."
        ),
        PackageFault::PatternNotChecked(pattern) => say!(
            "Schemats mönster ”{pattern}” prövas inte här."; "Pröva det med ett annat verktyg om det är viktigt.",
            "The pattern “{pattern}” of the schema is not checked here."; "Check it with another tool if it matters."
        ),
        PackageFault::NoSuchKey(name) => say!(
            "Nyckeln ”{name}” pekar på något som inte finns i paketet."; "Rätta den.",
            "The key “{name}” points at something that is not in the package."; "Correct it."
        ),
        PackageFault::NotInList { list, code, n_codes } => say!(
            "Koden ”{code}” finns inte i kodlistan ”{list}” ({n_codes} koder)."; "Lägg till den.",
            "The code “{code}” is not in the code list “{list}” ({n_codes} codes)."; "Add it.",
            n_codes = n(*n_codes),
        ),
        PackageFault::RepeatedKey { first } => say!(
            "Raden har samma primärnyckel som rad {first}."; "Ta bort den ena eller rätta nyckeln.",
            "The row has the same primary key as row {first}."; "Remove one of them, or correct the key.",
            first = row_name(first, language),
        ),
    }
}

fn rule_name(rule: &Rule, language: Language) -> String {
    let (swedish, english) = match rule {
        Rule::Required => ("ett värde".to_owned(), "a value".to_owned()),
        Rule::Unique => ("att varje värde finns en gång".to_owned(), "that each value stands once".to_owned()),
        Rule::Enum(words) => {
            let words: Vec<&str> = words.iter().take(10).map(String::as_str).collect();
            let words = words.join(", ");
            (format!("något av {words}"), format!("one of {words}"))
        }
        Rule::Minimum(bound) => (format!("minst {bound}"), format!("at least {bound}")),
        Rule::Maximum(bound) => (format!("högst {bound}"), format!("at most {bound}")),
        Rule::MinLength(least) => (format!("minst {least} tecken"), format!("at least {least} characters")),
        Rule::Pattern(pattern) => (format!("mönstret {pattern}"), format!("the pattern {pattern}")),
        Rule::MaxLength(most) => (format!("högst {most} tecken"), format!("at most {most} characters")),
    };
    match language {
        Language::Swedish => swedish,
        Language::English => english,
    }
}
