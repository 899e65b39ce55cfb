//! What went wrong, and what the reader can do.

use crate::model::text::Language;

phrases! {
    offline_title: "Ingen anslutning", "No connection";
    offline_text: "Uppgifterna kunde inte hämtas. Kontrollera nätet och försök igen; dina val finns kvar i adressen.", "The data could not be fetched. Check your connection and try again; your choices are kept in the address.";
    missing_title: "Filen finns inte", "The file is not there";
    missing_text: "Den som driver sidan har flyttat eller tagit bort filen. Välj andra uppgifter så länge.", "Whoever runs the page has moved or removed the file. Choose other data meanwhile.";
    server_title: "Servern svarade inte som den ska", "The server did not answer as it should";
    too_large_title: "Filen är för stor", "The file is too large";
    unreadable_title: "Filen går inte att läsa", "The file cannot be read";
    unreadable_text: "Inget ur filen visas. Så här säger läsaren:", "Nothing of the file is shown. This is what the reader found:";
    refused_title: "Filen släpps inte in", "The file is not let in";
    refused_text: "Filen innehåller uppgifter som kan peka ut någon. Därför visas inget ur den. Så här säger granskningen:", "The file holds figures that could single somebody out. Therefore nothing of it is shown. This is what the check found:";
    no_chart_title: "Diagrammet kunde inte ritas", "The chart could not be drawn";
    no_chart_text: "Samma uppgifter står i tabellen.", "The table says the same.";
    unknown_dataset_title: "De uppgifterna finns inte", "There are no such data";
    ignored_title: "En del av adressen förstods inte", "Part of the address was not understood";
    empty_dataset: "Filen har inga celler att visa.", "The file has no cells to show.";
    more: "… och fler.", "… and more.";
}

/// The status code in words.
pub fn server_text(language: Language, status: u16) -> String {
    match language {
        Language::Swedish => format!("Svaret hade koden {status}. Försök igen om en stund."),
        Language::English => format!("The answer had code {status}. Try again in a while."),
    }
}

/// The size and the limit, in megabytes.
pub fn too_large_text(language: Language, limit_mb: u64) -> String {
    match language {
        Language::Swedish => format!("Sidan läser filer upp till {limit_mb} MB. Dela filen per år eller län."),
        Language::English => format!("The page reads files of up to {limit_mb} MB. Split the file by year or county."),
    }
}

/// What an address asked for that is not there: each part as it stood.
pub fn ignored(language: Language, part: &str, value: &str) -> String {
    match language {
        Language::Swedish => format!("{part} ”{value}” finns inte i uppgifterna; sidan visar sitt förval i stället."),
        Language::English => format!("{part} “{value}” is not in the data; the page shows its default instead."),
    }
}

/// A part of the address whose name says nothing to the page.
pub fn ignored_part(language: Language, name: &str) -> String {
    match language {
        Language::Swedish => format!("”{name}” är inget som sidan känner till; det är utelämnat."),
        Language::English => format!("“{name}” is nothing the page knows; it is left out."),
    }
}

/// An unknown dataset id, as it stood.
pub fn unknown_dataset(language: Language, id: &str) -> String {
    match language {
        Language::Swedish => format!("Det finns inga uppgifter som heter ”{id}”. Välj bland dem som finns."),
        Language::English => format!("There are no data called “{id}”. Choose among those there are."),
    }
}
