//! The faults of a package of tables and its schemas, as sentences.

use super::so_many;
use crate::{
    load::package::fault::{PackageFault, Rule},
    model::text::Language,
};

/// What was wrong, and what to do.
pub fn fault(fault: &PackageFault, language: Language) -> String {
    let is_swedish = language == Language::Swedish;
    let n = |n: usize| so_many(n, language);
    macro_rules! say {
        ($swedish:literal, $english:literal $(, $name:ident = $value:expr)* $(,)?) => {{
            $(let $name = $value;)*
            if is_swedish { format!($swedish) } else { format!($english) }
        }};
    }
    match fault {
        PackageFault::NotZip(word) => say!(
            "Arkivet går inte att packa upp ({word}). Packa filerna på nytt som zip utan lösenord.",
            "The archive cannot be unpacked ({word}). Pack the files anew as zip without a password."
        ),
        PackageFault::NoDescriptor => say!(
            "Ingen datapackage.json och inget schema finns bland filerna. Välj beskrivningen tillsammans med tabellerna.",
            "There is no datapackage.json and no schema among the files. Choose the description together with the tables."
        ),
        PackageFault::NoTables => say!(
            "Paketet har ingen tabell som går att läsa. Se anmärkningarna om varje fil.",
            "The package has no table that can be read. See the remarks on each file."
        ),
        PackageFault::OutsidePackage(path) => say!(
            "Sökvägen ”{path}” leder ut ur paketet och läses inte. Lägg filen i paketet.",
            "The path “{path}” leads out of the package and is not read. Put the file into the package."
        ),
        PackageFault::Remote(path) => say!(
            "”{path}” ligger på nätet och hämtas inte. Lägg filen i paketet.",
            "“{path}” is on the network and is not fetched. Put the file into the package."
        ),
        PackageFault::NoSuchFile(path) => say!(
            "Filen ”{path}” finns inte bland de valda. Välj den också.",
            "The file “{path}” is not among those chosen. Choose it too."
        ),
        PackageFault::SeveralPaths => say!(
            "Tabellen är delad på flera filer, som inte läggs ihop här. Lägg ihop dem till en.",
            "The table is divided into several files, which are not joined here. Join them into one."
        ),
        PackageFault::OtherFormat(format) => say!(
            "Formatet ”{format}” läses inte i ett paket. Spara tabellen som CSV.",
            "The format “{format}” is not read in a package. Save the table as CSV."
        ),
        PackageFault::UnknownEncoding(name) => say!(
            "Teckenkodningen ”{name}” är okänd. Den har lästs ut ur filen i stället. Rätta namnet.",
            "The encoding “{name}” is unknown. It was found out from the file instead. Correct the name."
        ),
        PackageFault::NoSuchField(name) => say!(
            "Fältet ”{name}” i schemat finns inte i tabellen. Lägg till kolumnen eller ta bort fältet.",
            "The field “{name}” of the schema is not in the table. Add the column, or remove the field."
        ),
        PackageFault::UnknownColumn(name) => say!(
            "Kolumnen ”{name}” finns inte i schemat. Den har tolkats som utan schema. Beskriv den.",
            "The column “{name}” is not in the schema. It was read as without one. Describe it."
        ),
        PackageFault::OtherOrder => say!(
            "Kolumnerna står i en annan ordning än i schemat. De har kopplats ihop efter namn. Rätta ordningen.",
            "The columns are in another order than in the schema. They were matched by name. Correct the order."
        ),
        PackageFault::UnknownType(kind) => say!(
            "Typen ”{kind}” är okänd. Fältet har tolkats som utan typ. Rätta den.",
            "The type “{kind}” is unknown. The field was read as without a type. Correct it."
        ),
        PackageFault::WrongType { expected, text, n_rows } => say!(
            "”{text}” är inte av typen {expected} ({n_rows} rader). Rätta värdet eller typen.",
            "“{text}” is not of the type {expected} ({n_rows} rows). Correct the value or the type.",
            n_rows = n(*n_rows),
        ),
        PackageFault::AgainstRule { rule, text, n_rows } => say!(
            "Schemat kräver {rule}. Här står ”{text}” ({n_rows} rader). Rätta värdet eller schemat.",
            "The schema requires {rule}. Here stands “{text}” ({n_rows} rows). Correct the value or the schema.",
            rule = rule_name(rule, language),
            n_rows = n(*n_rows),
        ),
        PackageFault::NotChecked(name) => say!(
            "Schemats regel ”{name}” prövas inte här. Pröva den med ett annat verktyg om den är viktig.",
            "The rule “{name}” of the schema is not checked here. Check it with another tool if it matters."
        ),
        PackageFault::NoSuchKey(name) => say!(
            "Nyckeln ”{name}” pekar på något som inte finns i paketet. Rätta den.",
            "The key “{name}” points at something that is not in the package. Correct it."
        ),
        PackageFault::NotInList { list, code, n_codes } => say!(
            "Koden ”{code}” finns inte i kodlistan ”{list}” ({n_codes} koder). Lägg till den.",
            "The code “{code}” is not in the code list “{list}” ({n_codes} codes). Add it.",
            n_codes = n(*n_codes),
        ),
        PackageFault::RepeatedKey { first } => say!(
            "Raden har samma primärnyckel som rad {first}. Ta bort den ena eller rätta nyckeln.",
            "The row has the same primary key as row {first}. Remove one of them, or correct the key."
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
        Rule::MaxLength(most) => (format!("högst {most} tecken"), format!("at most {most} characters")),
    };
    match language {
        Language::Swedish => swedish,
        Language::English => english,
    }
}
