//! The texts of what is taken along: files, pictures, links, citations, and what each says of itself.

use super::{complaint::so_many, phrases::pick};
use crate::model::text::Language;

phrases! {
    title: "Ta med: ladda ner, dela, citera", "Take along: download, share, cite";
    shown: "Det som visas", "What is shown";
    all: "Hela datamängden", "All of the dataset";
    as_csv_for_excel: "CSV för Excel (semikolon, decimalkomma)", "CSV for Excel (comma, decimal point)";
    as_csv: "CSV för program (RFC 4180)", "CSV for programs (RFC 4180)";
    as_xlsx: "Excel-arbetsbok (XLSX)", "Excel workbook (XLSX)";
    as_jsonstat: "JSON-stat 2.0, allt som är känt", "JSON-stat 2.0, all that is known";
    as_description: "Beskrivning av kolumnerna (Data Package)", "Description of the columns (Data Package)";
    as_px: "PX, för PC-Axis och PxWeb", "PX, for PC-Axis and PxWeb";
    px_is_written: "PX-filen skrivs …", "Writing the PX file …";
    px_not_written: "PX-filen kunde inte skrivas. Ta ett annat format.", "The PX file could not be written. Take another format.";
    px_losses: "PX-filen är skriven. Det här har den inte plats för:", "The PX file is written. It has no room for this:";
    px_is_whole: "PX-filen är skriven. Allt kom med.", "The PX file is written. Everything came along.";
    nothing_shown: "Vyn har ingen tabell att ladda ner.", "This view has no table to download.";
    too_large: "Hela datamängden är för stor för en arbetsbok. Ta CSV i stället.", "All of the dataset is too large for a workbook. Take CSV instead.";
    file_shown: "visas", "shown";
    file_all: "allt", "all";
    page_figures: "Siffror", "Figures";
    page_notes: "Noter och källa", "Notes and source";
    page_signs: "Så läses tecknen", "How to read the signs";
    code: "Kod", "Code";
    choice: "Visar", "Shows";
    dataset: "Datamängd", "Dataset";
    synthetic: "Påhittade uppgifter", "Synthetic data";
    note: "Not", "Note";
    mandatory_note: "Ska alltid visas", "Always to be shown";
    receipt: "Röjandekontroll", "Disclosure control";
    version: "Version (SHA-256)", "Version (SHA-256 hash)";
    taken: "Hämtad (UTC)", "Taken (UTC)";
    pictures: "Bild", "Picture";
    map_as_svg: "Kartan som SVG", "The map as SVG";
    map_as_png: "Kartan som PNG", "The map as PNG";
    table_as_svg: "Tabellen som SVG", "The table as SVG";
    table_as_png: "Tabellen som PNG", "The table as PNG";
    preview_map: "Förhandsvisa kartan", "Preview the map";
    preview_chart: "Förhandsvisa diagrammet", "Preview the chart";
    preview_table: "Förhandsvisa tabellen", "Preview the table";
    table_too_long: "Tabellen är för lång för att bli en bild: ta den som fil.", "The table is too long to be a picture: take it as a file.";
    previewed: "Så ser bilden ut:", "This is the picture:";
    chart_as_svg: "Diagrammet som SVG", "The chart as SVG";
    chart_as_png: "Diagrammet som PNG", "The chart as PNG";
    not_drawn: "Bilden kunde inte göras. Vänta tills den syns på sidan och pröva igen, pröva den andra sorten, eller ta en skärmbild.", "The picture could not be made. Wait until it is seen on the page and try again, try the other kind, or take a screenshot.";
    file_map: "karta", "map";
    file_chart: "diagram", "chart";
    file_table: "tabell", "table";
    file_funnel: "tratt", "funnel";
    file_difference: "skillnad", "difference";
    file_time: "tid", "time";
    file_crosstab: "korstabell", "crosstab";
    of_view: "Ur vilken av vyerna?", "From which of the views?";
    share: "Dela", "Share";
    link_to_version: "Länk till just dessa uppgifter", "Link to this very data";
    link_to_newest: "Länk till de nyaste uppgifterna", "Link to the newest data";
    own_file: "Filen finns bara på din dator. En länk visar den inte för någon annan.", "The file is on your computer only. A link does not show it to anybody else.";
    cite: "Citera", "Cite";
    as_text: "Text", "Running text";
    as_bibtex: "BibTeX", "BibTeX entry";
    as_ris: "RIS", "RIS entry";
    copy: "Kopiera", "Copy";
    copied: "Kopierat.", "Copied.";
    not_copied: "Webbläsaren lät inte sidan kopiera. Markera texten och kopiera den själv.", "The browser did not let the page copy. Select the text and copy it yourself.";
    no_year: "u.å.", "n.d.";
    is_same: "Länken går till just de här uppgifterna. De har inte ändrats.", "The link leads to these very data. They have not changed.";
    is_unknown: "Länken går till en version som inte finns här. Det här är de nyaste uppgifterna; siffrorna kan skilja sig.", "The link leads to a version that is not here. These are the newest data; figures may differ.";
    is_sought: "Ser efter vad som har hänt med uppgifterna …", "Looking up what has become of the data …";
    old_file: "Hämta filen som den var (JSON-stat)", "Download the file as it was (JSON-stat)";
    sign: "Tecken", "Sign";
    meaning: "Betydelse", "Meaning";
    no_number: "En tom ruta är aldrig noll: bredvid står varför siffran saknas.", "An empty cell is never zero: beside it stands why there is no figure.";
    uncertainty: "Från och till är gränserna för 95 % osäkerhet.", "From and to are the bounds of the 95% uncertainty.";
}

/// "Andel, anmärkning"
pub fn remark_on(language: Language, label: &str) -> String {
    format!("{label}, {}", pick(language, ("anmärkning", "remark")))
}

/// "95 % osäkerhet, från"
pub fn from(language: Language, label: &str) -> String {
    format!("{label}, {}", pick(language, ("från", "from")))
}

/// "95 % osäkerhet, till"
pub fn until(language: Language, label: &str) -> String {
    format!("{label}, {}", pick(language, ("till", "to")))
}

/// "Kopiera: BibTeX": what a button copies, for those who hear it alone.
pub fn copy_what(language: Language, what: &str) -> String {
    format!("{}: {what}", copy(language))
}

/// "Hämtad 2026-11-22 från"
pub fn seen(language: Language, day: &str) -> String {
    match language {
        Language::Swedish => format!("Hämtad {day} från"),
        Language::English => format!("Retrieved {day} from"),
    }
}

/// What has become of the data that a link leads to; `date` in words.
pub fn is_newer(language: Language, date: &str) -> String {
    match language {
        Language::Swedish => format!(
            "Uppgifterna har kompletterats sedan länken gjordes, senast {date}. Ingen siffra som då fanns har ändrats. Det här är de nyaste."
        ),
        Language::English => format!(
            "The data have been added to since the link was made, last on {date}. No figure that was there has changed. These are the newest."
        ),
    }
}

/// The same where figures have changed.
pub fn is_corrected(language: Language, n_cells: usize, date: &str) -> String {
    let n = so_many(n_cells, language);
    match (language, n_cells) {
        (Language::Swedish, 1) => format!(
            "1 siffra har rättats eller tagits bort sedan länken gjordes, senast {date}. Det här är de nyaste uppgifterna."
        ),
        (Language::Swedish, _) => format!(
            "{n} siffror har rättats eller tagits bort sedan länken gjordes, senast {date}. Det här är de nyaste uppgifterna."
        ),
        (Language::English, 1) => {
            format!(
                "1 figure has been corrected or removed since the link was made, last on {date}. These are the newest data."
            )
        }
        (Language::English, _) => {
            format!(
                "{n} figures have been corrected or removed since the link was made, last on {date}. These are the newest data."
            )
        }
    }
}

/// The same where nothing is left.
pub fn is_withdrawn(language: Language, date: &str) -> String {
    match language {
        Language::Swedish => format!("Uppgifterna drogs tillbaka {date} och visas inte längre."),
        Language::English => format!("The data were withdrawn on {date} and are no longer shown."),
    }
}

/// "290 rader"
pub fn n_rows(language: Language, n: usize) -> String {
    let said = so_many(n, language);
    match (language, n) {
        (Language::Swedish, 1) => "1 rad".to_owned(),
        (Language::Swedish, _) => format!("{said} rader"),
        (Language::English, 1) => "1 row".to_owned(),
        (Language::English, _) => format!("{said} rows"),
    }
}
