//! The texts of opening a file of one's own: what is said before, while and after it is read.

use crate::model::text::Language;

phrases! {
    title: "Öppna en fil", "Open a file";
    lead: "Öppna en tabell från en myndighet, en kommun eller ditt eget kalkylblad och se den på karta, i diagram och i tabell.", "Open a table from an authority, a municipality or your own spreadsheet, and see it on a map, in a chart and in a table.";
    stays_here: "Filen läses här i din webbläsare. Inget av den skickas någonstans, och inget sparas när du stänger sidan.", "The file is read here in your browser. Nothing of it is sent anywhere, and nothing is kept when you close the page.";
    same_gate: "Filen granskas som de publicerade: finns där små antal, personnummer eller kontaktuppgifter släpps den inte in.", "The file is checked as the published ones are: if there are small counts, identity numbers or contact details in it, it is not let in.";
    pick: "Välj fil", "Choose a file";
    drop: "Dra hit en fil, eller välj den på datorn.", "Drop a file here, or choose it on your computer.";
    paste: "Klistra in", "Paste";
    paste_label: "Klistra in text, till exempel svaret på en sparad fråga i PxWeb", "Paste text, such as the answer to a saved query in PxWeb";
    read_paste: "Läs texten", "Read the text";
    pasted_name: "inklistrat", "pasted";
    taking_in: "Hämtar in filen", "Taking in the file";
    being_read: "Läser filen", "Reading the file";
    cancel: "Avbryt", "Cancel";
    cancelled: "Läsningen avbröts. Inget ur filen finns kvar.", "The reading was cancelled. Nothing of the file is kept.";
    failed: "Filen gick inte att läsa till slut: minnet räckte inte, eller läsaren kunde inte hämtas. Dela filen i mindre delar och försök igen.", "The file could not be read to its end: there was not enough memory, or the reader could not be fetched. Split the file into smaller parts and try again.";
    no_worker: "Den här webbläsaren kan inte läsa filer vid sidan om. Försök med en nyare version.", "This browser cannot read files in the background. Try a newer version.";
    result: "Så här lästes filen", "How the file was read";
    contents: "Innehåll", "Contents";
    cells: "Celler", "Cells";
    notes: "Noter", "Notes";
    remarks: "Anmärkningar", "Remarks";
    no_remarks: "Inga anmärkningar.", "No remarks.";
    reading_choices: "Så tolkas filen – ändra det som är fel", "How the file is taken – change what is wrong";
    show: "Visa i Utforska", "Show in Explore";
    own_file: "Din fil", "Your file";
    own_notice: "Det här är din egen fil. Den finns bara i den här fliken: adressen öppnar den inte hos någon annan, och inte efter att sidan laddats om.", "This is your own file. It is only in this tab: the address does not open it for anybody else, nor after the page is reloaded.";
    not_open_title: "Filen är inte öppen", "The file is not open";
    not_open: "Adressen gäller en fil som någon öppnade i sin webbläsare. Den finns bara där. Öppna filen igen för att se den.", "The address is about a file that somebody opened in their browser. It is only there. Open the file again to see it.";
    format: "Filformat", "File format";
    encoding: "Teckenkodning", "Encoding";
    publisher: "Utgivare", "Publisher";
    source: "Källa", "Source";
    updated: "Uppdaterad", "Updated";
    measures: "Mått", "Measures";
    numbers: "tal", "numbers";
    formats_read: "Sidan läser JSON-stat, PX (PC-Axis), CSV, Excel (xlsx), OpenDocument (ods) och datapaket (Frictionless, även zip), upp till 50 MB.", "The page reads JSON-stat, PX (PC-Axis), CSV, Excel (xlsx), OpenDocument (ods) and data packages (Frictionless, zipped too), up to 50 MB.";
}

/// "Filen barn.csv är läst och granskad."
pub fn is_read(language: Language, name: &str) -> String {
    match language {
        Language::Swedish => format!("{name} är läst och granskad."),
        Language::English => format!("{name} is read and checked."),
    }
}

/// "12 av 48 MB"
pub fn so_far(language: Language, megabytes: &str, of: &str) -> String {
    match language {
        Language::Swedish => format!("{megabytes} av {of} MB"),
        Language::English => format!("{megabytes} of {of} MB"),
    }
}
