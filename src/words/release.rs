//! The texts of `insyn publish`: what a release holds, and why there is none.

use super::complaint::so_many;
use crate::model::text::{Language, Text};

/// As many parts are named; the rest are counted.
const MOST_NAMED: usize = 8;

phrases! {
    title: "Vad som har ändrats", "What has changed";
    refused: "Inget publicerades: granskningen släpper inte in uppgifterna.", "Nothing was published: the check does not let the data in.";
    nothing: "Det finns inga tabeller att publicera.", "There are no tables to publish.";
    new: "Ny.", "New.";
    same: "Oförändrad.", "Unchanged.";
    withdrawn: "Tillbakadragen.", "Withdrawn.";
    described: "Bara texter har ändrats.", "Only texts have changed.";
}

/// What the catalogue is about.
pub fn about_catalogue() -> Text {
    Text::new(
        Language::Swedish,
        "Uppgifter om tillsynen av vården av barn och unga: våld och kränkningar, kompetens, kommunernas handläggning och vad tillsynen ledde till.",
    )
    .translated(
        "Data on the supervision of care for children: violence and abuse, competence, the municipalities' case handling and what supervision led to.",
    )
}

/// What was published.
pub fn published(date: &str, is_dry: bool, language: Language) -> String {
    match (language, is_dry) {
        (Language::Swedish, false) => format!("Publicerat {date}:"),
        (Language::English, false) => format!("Published {date}:"),
        (Language::Swedish, true) => format!("Skulle publiceras {date}:"),
        (Language::English, true) => format!("Would be published {date}:"),
    }
}

/// The folder holds something else.
pub fn no_site(path: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!(
            "{path} finns, men är ingen webbplats som insyn publish har gjort. Ange en annan mapp, eller töm den först."
        ),
        Language::English => {
            format!(
                "{path} is there, but is no site that insyn publish has made. Name another folder, or empty it first."
            )
        }
    }
}

/// There is no built page.
pub fn no_page(path: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("{path} är ingen byggd sida. Bygg den med make build, eller ange den med --page."),
        Language::English => format!("{path} is no built page. Build it with make build, or name it with --page."),
    }
}

/// A published file is not what it was.
pub fn changed_by_others(path: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!(
            "{path} är inte den fil som publicerades. Lägg tillbaka den, så att det går att pröva vad tidigare utgåvor röjer."
        ),
        Language::English => format!(
            "{path} is not the file that was published. Put it back, so that what earlier releases disclose can be checked."
        ),
    }
}

/// A table without a name that an address can hold.
pub fn no_name(id: &str, language: Language) -> String {
    match language {
        Language::Swedish => {
            format!(
                "”{id}” kan inte vara namn på en tabell. Ge filen ett namn av bokstäver a–z, siffror och bindestreck."
            )
        }
        Language::English => {
            format!("“{id}” cannot be the name of a table. Give the file a name of letters a–z, digits and hyphens.")
        }
    }
}

/// Two tables of one name.
pub fn twice(id: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("Två tabeller heter ”{id}”. Ge den ena filen ett annat namn."),
        Language::English => format!("Two tables are called “{id}”. Give one of the files another name."),
    }
}

/// What came to a table.
pub fn added(names: &[String], language: Language) -> Option<String> {
    let names = listed(names, language)?;
    Some(match language {
        Language::Swedish => format!("Nytt: {names}."),
        Language::English => format!("New: {names}."),
    })
}

/// What is in it no more.
pub fn removed(names: &[String], language: Language) -> Option<String> {
    let names = listed(names, language)?;
    Some(match language {
        Language::Swedish => format!("Borttaget: {names}."),
        Language::English => format!("Removed: {names}."),
    })
}

fn listed(names: &[String], language: Language) -> Option<String> {
    let named = names.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>().join(", ");
    let n_more = names.len().saturating_sub(MOST_NAMED);
    let more = match (n_more, language) {
        (0, _) => String::new(),
        (n, Language::Swedish) => format!(" och {} till", so_many(n, language)),
        (n, Language::English) => format!(" and {} more", so_many(n, language)),
    };
    (!named.is_empty()).then(|| format!("{named}{more}"))
}

/// Cells with another number.
pub fn corrected(n: usize, language: Language) -> Option<String> {
    cells(n, language, "har fått ett annat tal", "have another number", "has another number")
}

/// Cells with a number that had none.
pub fn filled(n: usize, language: Language) -> Option<String> {
    cells(n, language, "som saknade tal har fått ett", "without a number now have one", "without a number now has one")
}

/// Cells that are hidden now.
pub fn hidden(n: usize, language: Language) -> Option<String> {
    cells(n, language, "har dolts", "have been hidden", "has been hidden")
}

/// Cells that have no number any more.
pub fn emptied(n: usize, language: Language) -> Option<String> {
    cells(n, language, "har inte längre något tal", "no longer have a number", "no longer has a number")
}

fn cells(n: usize, language: Language, swedish: &str, many: &str, one: &str) -> Option<String> {
    let count = so_many(n, language);
    match (n, language) {
        (0, _) => None,
        (1, Language::Swedish) => Some(format!("1 cell {swedish}.")),
        (1, Language::English) => Some(format!("1 cell {one}.")),
        (_, Language::Swedish) => Some(format!("{count} celler {swedish}.")),
        (_, Language::English) => Some(format!("{count} cells {many}.")),
    }
}

/// What was checked.
pub fn checked(n_cells: usize, n_hidden: usize, threshold: u32, language: Language) -> String {
    let (cells, hidden) = (so_many(n_cells, language), so_many(n_hidden, language));
    match language {
        Language::Swedish => format!("Granskade celler: {cells}, varav dolda: {hidden}, tröskel {threshold}."),
        Language::English => format!("Cells checked: {cells}, of them hidden: {hidden}, threshold {threshold}."),
    }
}
