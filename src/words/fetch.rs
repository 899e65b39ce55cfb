//! The texts of `insyn fetch`: how far it has come, what went wrong and what to do, and what the made file says of itself.

use super::number;
use crate::model::text::Language;

phrases! {
    saved_in_parts: "Den sparade frågan är för stor för ett svar. Det som den frågar efter hämtas ur tabellen i delar.", "The saved query is too large for one answer. What it asks for is fetched from the table in parts.";
    saved_selection: "En sparad fråga hämtas som den sparades. Ta bort --select, eller ange tabellens adress i stället.", "A saved query is fetched as it was saved. Remove --select, or give the table’s address instead.";
    nothing_there: "Källan har inga uppgifter för det som efterfrågades. Välj andra år eller områden.", "The source has no data for what was asked. Choose other years or areas.";
    no_config: "Källan säger inte hur mycket den lämnar på en gång. Den får små frågor i maklig takt.", "The source does not say how much it gives at once. It is asked little, and slowly.";
    measure: "Mått", "Measure";
    area: "Område", "Area";
    year: "År", "Year";
    sex: "Kön", "Sex";
    all: "Totalt", "Total";
    women: "Kvinnor", "Women";
    men: "Män", "Men";
    nation: "Riket", "Sweden";
    per_cent: "procent", "per cent";
    several_kpis: "Nyckeltal ur Kolada", "Key figures from Kolada";
    kolada_source: "Källa: Kolada", "Source: Kolada";
    kolada_regions: "En region står i Kolada under sin egen kod; här står den vid länets kod. Uppgiften gäller regionen som organisation.", "In Kolada a region has a code of its own; here it stands at the county’s code. The figure is about the region as an organisation.";
    kolada_missing: "Där Kolada har en tom uppgift står att uppgift saknas, aldrig noll.", "Where Kolada has an empty figure, it is said to be missing, never zero.";
}

/// The address leads to no table.
pub fn bad_address(text: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!(
            "”{text}” är ingen adress till en tabell. Skriv en sådan som https://värd/api/v2/tables/TAB638 eller …/savedqueries/12345, eller bara tabellens id."
        ),
        Language::English => format!(
            "“{text}” is no address of a table. Write one like https://host/api/v2/tables/TAB638 or …/savedqueries/12345, or only the table’s id."
        ),
    }
}

/// A part of the address that might change what is asked for.
pub fn bad_parameter(name: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!(
            "”{name}” i adressen kan inte tas med. Ta bort det, eller spara frågan hos källan och ange den sparade frågans adress."
        ),
        Language::English => format!(
            "“{name}” in the address cannot be used. Remove it, or save the query at the source and give the saved query’s address."
        ),
    }
}

/// A part of `--select` that is not understood.
pub fn bad_selection(part: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!(
            "”{part}” är inget urval. Skriv dimension=kod,kod, till exempel Region=0180,01*; flera urval skiljs åt av semikolon."
        ),
        Language::English => format!(
            "“{part}” is no selection. Write dimension=code,code, for example Region=0180,01*; put semicolons between selections."
        ),
    }
}

/// A dimension that the table does not have.
pub fn no_dimension(id: &str, there_are: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("Tabellen har ingen dimension ”{id}”. Den har: {there_are}."),
        Language::English => format!("The table has no dimension “{id}”. It has: {there_are}."),
    }
}

/// A code that fits no category.
pub fn no_code(dimension: &str, code: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!(
            "Dimensionen {dimension} har ingen kod som är eller passar ”{code}”. Skriv koden som i tabellen, ett mönster med *, from(kod) eller to(kod)."
        ),
        Language::English => format!(
            "The dimension {dimension} has no code that is or fits “{code}”. Write the code as in the table, a pattern with *, from(code) or to(code)."
        ),
    }
}

/// Years that are none.
pub fn bad_years(text: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("”{text}” är inga år. Skriv 2015-2024, eller 2019,2023."),
        Language::English => format!("“{text}” are no years. Write 2015-2024, or 2019,2023."),
    }
}

/// A key figure that Kolada does not have.
pub fn no_kpi(id: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("Kolada har inget nyckeltal ”{id}”. Kontrollera beteckningen på kolada.se."),
        Language::English => format!("Kolada has no key figure “{id}”. Check its number at kolada.se."),
    }
}

/// An area that Kolada does not have.
pub fn no_area(code: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!(
            "Kolada har inget område ”{code}”. Skriv kommunkoder (0180), länskoder för regioner (01), 00 för riket, 01* för alla kommuner i ett län, eller all."
        ),
        Language::English => format!(
            "Kolada has no area “{code}”. Write municipality codes (0180), county codes for regions (01), 00 for the nation, 01* for all municipalities of a county, or all."
        ),
    }
}

/// The connection can't be made.
pub fn unreachable(url: &str, why: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!(
            "{url} svarar inte ({why}). Kontrollera adressen, nätet och eventuell proxy (HTTPS_PROXY), och kör samma kommando igen."
        ),
        Language::English => format!(
            "{url} does not answer ({why}). Check the address, the network and any proxy (HTTPS_PROXY), and run the same command again."
        ),
    }
}

/// The server can't prove who it is.
pub fn untrusted(url: &str, why: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!(
            "{url} kan inte visa att den är den rätta ({why}). Be den som sköter nätet att lägga in certifikatet i datorns förråd; ingenting hämtades."
        ),
        Language::English => format!(
            "{url} cannot prove that it is the right one ({why}). Ask whoever runs the network to add the certificate to the computer’s store; nothing was fetched."
        ),
    }
}

/// The page is not there.
pub fn not_found(url: &str, language: Language) -> String {
    match language {
        Language::Swedish => {
            format!("{url} finns inte. Kontrollera tabellens id eller nyckeltalets nummer, och adressen.")
        }
        Language::English => {
            format!("{url} is not there. Check the table’s id or the key figure’s number, and the address.")
        }
    }
}

/// The server says no.
pub fn refused(url: &str, status: u16, said: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("{url} säger nej (kod {status}): ”{said}”. Ändra frågan efter det."),
        Language::English => format!("{url} says no (code {status}): “{said}”. Change the question accordingly."),
    }
}

/// Too much at once, where the question can't be split.
pub fn too_many_cells(url: &str, said: &str, language: Language) -> String {
    match language {
        Language::Swedish => {
            format!(
                "{url} lämnar inte så många celler på en gång: ”{said}”. Välj färre med --select, eller dela den sparade frågan."
            )
        }
        Language::English => {
            format!(
                "{url} does not give that many cells at once: “{said}”. Choose fewer with --select, or split the saved query."
            )
        }
    }
}

/// The server still fails.
pub fn still_failing(url: &str, status: u16, attempts: u32, language: Language) -> String {
    match language {
        Language::Swedish => format!(
            "{url} svarade med kod {status} (försök {attempts}). Kör samma kommando igen om en stund; det som redan är hämtat hämtas inte om."
        ),
        Language::English => format!(
            "{url} answered with code {status} (attempt {attempts}). Run the same command again in a while; what has been fetched is not fetched again."
        ),
    }
}

/// The server wants a long wait.
pub fn long_wait(url: &str, seconds: u64, language: Language) -> String {
    match language {
        Language::Swedish => {
            format!("{url} vill att man väntar {seconds} sekunder. Kör samma kommando igen efter det.")
        }
        Language::English => {
            format!("{url} asks for a wait of {seconds} seconds. Run the same command again after that.")
        }
    }
}

/// An answer larger than the readers read.
pub fn too_large(url: &str, most: usize, language: Language) -> String {
    let most = whole(most / (1024 * 1024), language);
    match language {
        Language::Swedish => {
            format!("Svaret från {url} är större än {most} MB. Välj mindre med --select eller --years.")
        }
        Language::English => {
            format!("The answer from {url} is larger than {most} MB. Choose less with --select or --years.")
        }
    }
}

/// More cells in all than the readers read.
pub fn too_large_table(found: usize, most: usize, language: Language) -> String {
    let (found, most) = (whole(found, language), whole(most, language));
    match language {
        Language::Swedish => {
            format!("Urvalet har {found} celler, och sidan läser högst {most}. Välj färre med --select.")
        }
        Language::English => {
            format!("The selection has {found} cells, and the page reads {most} at most. Choose fewer with --select.")
        }
    }
}

/// The answer is not JSON, or not of the documented shape.
pub fn wrong_answer(url: &str, why: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!(
            "Svaret från {url} är inte det som är dokumenterat ({why}). Öppna adressen i en webbläsare: kanske svarar en inloggning eller en proxy i stället."
        ),
        Language::English => format!(
            "The answer from {url} is not what is documented ({why}). Open the address in a browser: a login or a proxy may be answering instead."
        ),
    }
}

/// It leads to another server, to an open connection, or back to a page that has been read.
pub fn wrong_page(url: &str, next: &str, language: Language) -> String {
    match language {
        Language::Swedish => {
            format!("{url} hänvisar vidare till {next}, som inte kan följas. Ange källans egen adress med --base.")
        }
        Language::English => {
            format!("{url} points on to {next}, which cannot be followed. Give the source’s own address with --base.")
        }
    }
}

/// The table was updated between its parts.
pub fn changed(what: &str, language: Language) -> String {
    match language {
        Language::Swedish => {
            format!("Delarna passar inte ihop ({what}): tabellen ändrades medan den hämtades. Kör samma kommando igen.")
        }
        Language::English => format!(
            "The parts do not fit together ({what}): the table changed while it was fetched. Run the same command again."
        ),
    }
}

/// A file can't be written; the system's own word for it.
pub fn not_written(path: &str, why: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("{path} går inte att skriva: {why}"),
        Language::English => format!("{path} cannot be written: {why}"),
    }
}

/// A fault that may pass.
pub fn again(fault: &str, seconds: f64, language: Language) -> String {
    let seconds = number::number(seconds, 0, language);
    match language {
        Language::Swedish => format!("{fault} Nytt försök om {seconds} s."),
        Language::English => format!("{fault} Trying again in {seconds} s."),
    }
}

/// What will be fetched.
pub fn plan(label: &str, cells: usize, parts: usize, language: Language) -> String {
    let (cells, parts) = (whole(cells, language), whole(parts, language));
    match language {
        Language::Swedish => format!("{label} – celler: {cells}, frågor: {parts}"),
        Language::English => format!("{label} – cells: {cells}, questions: {parts}"),
    }
}

/// One part is there; `kept` where it was there from before.
pub fn part(done: usize, of: usize, kept: bool, language: Language) -> String {
    let (done, of) = (whole(done, language), whole(of, language));
    match (language, kept) {
        (Language::Swedish, false) => format!("{done} av {of}"),
        (Language::Swedish, true) => format!("{done} av {of} (fanns sedan förra gången)"),
        (Language::English, false) => format!("{done} of {of}"),
        (Language::English, true) => format!("{done} of {of} (kept from last time)"),
    }
}

/// A part was too large for the server and is asked for in halves.
pub fn halved(cells: usize, language: Language) -> String {
    let cells = whole(cells, language);
    match language {
        Language::Swedish => format!("{cells} celler var för många på en gång; frågan delas i två"),
        Language::English => format!("{cells} cells were too many at once; the question is split in two"),
    }
}

/// How many pages of a key figure there have been.
pub fn page(id: &str, pages: usize, language: Language) -> String {
    let pages = whole(pages, language);
    match language {
        Language::Swedish => format!("{id}: sida {pages}"),
        Language::English => format!("{id}: page {pages}"),
    }
}

/// How many figures came.
pub fn figures(id: &str, n: usize, language: Language) -> String {
    let n = whole(n, language);
    match language {
        Language::Swedish => format!("{id}: uppgifter: {n}"),
        Language::English => format!("{id}: figures: {n}"),
    }
}

/// A dimension is taken for areas although the source does not say so.
pub fn taken_for_areas(dimension: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!(
            "Dimensionen {dimension} läses som områden, eftersom alla dess koder är kommuners, läns eller rikets. Säg annat med --area-dimension."
        ),
        Language::English => format!(
            "The dimension {dimension} is read as areas, since all its codes are those of municipalities, counties or the nation. Say otherwise with --area-dimension."
        ),
    }
}

/// The file is there.
pub fn written(path: &str, cells: usize, numbers: usize, language: Language) -> String {
    let (cells, numbers) = (whole(cells, language), whole(numbers, language));
    match language {
        Language::Swedish => {
            format!("{path} – celler: {cells}, varav med tal: {numbers}. Visa vad den innehåller: insyn inspect {path}")
        }
        Language::English => {
            format!("{path} – cells: {cells}, with numbers: {numbers}. See what is in it: insyn inspect {path}")
        }
    }
}

fn whole(n: usize, language: Language) -> String {
    number::count(u64::try_from(n).unwrap_or(u64::MAX), language)
}
