//! The faults of a workbook, as sentences.

use super::{
    said::{Said, said},
    so_many,
};
use crate::{load::workbook::fault::WorkbookFault, model::text::Language};

/// What was wrong, and what to do.
pub fn fault(fault: &WorkbookFault, language: Language) -> Said {
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
        WorkbookFault::Unreadable(word) => say!(
            "Arbetsboken går inte att läsa ({word})."; "Öppna den i ett kalkylprogram och spara den på nytt som .xlsx eller .ods, utan lösenord.",
            "The workbook cannot be read ({word})."; "Open it in a spreadsheet program and save it anew as .xlsx or .ods, without a password."
        ),
        WorkbookFault::OtherFormat => say!(
            "Filen är ingen arbetsbok i formatet .xlsx eller .ods."; "Öppna den i ett kalkylprogram och spara den så, utan lösenord.",
            "The file is no workbook in the format .xlsx or .ods."; "Open it in a spreadsheet program and save it so, without a password."
        ),
        WorkbookFault::NoTables => say!(
            "Inget blad har en tabell."; "Välj en fil med rubriker och siffror.",
            "No sheet has a table."; "Choose a file with headers and figures."
        ),
        WorkbookFault::NoSuchPlace => say!(
            "Bladet eller rubrikraden finns inte."; "Välj ett annat blad eller en annan rad.",
            "There is no such sheet or header row."; "Choose another sheet or row."
        ),
        WorkbookFault::HiddenSheet => say!(
            "Bladet är dolt. Det kan ha uppgifter om enskilda."; "Titta på det, och ta bort det om det inte ska lämnas ut.",
            "The sheet is hidden. It may hold records of single persons."; "Look at it, and remove it if it is not to be handed out."
        ),
        WorkbookFault::HiddenRows(n_rows) => say!(
            "Dolda rader: {n_rows}. De läses, och kan ha uppgifter om enskilda."; "Visa dem i kalkylprogrammet och kontrollera.",
            "Hidden rows: {n_rows}. They are read, and may hold records of single persons."; "Show them in the spreadsheet program and check.",
            n_rows = n(*n_rows),
        ),
        WorkbookFault::HiddenColumns(n_columns) => say!(
            "Dolda kolumner: {n_columns}. De läses, och kan ha uppgifter om enskilda."; "Visa dem i kalkylprogrammet och kontrollera.",
            "Hidden columns: {n_columns}. They are read, and may hold records of single persons."; "Show them in the spreadsheet program and check.",
            n_columns = n(*n_columns),
        ),
        WorkbookFault::Unfolded(n_cells) => say!(
            "Sammanfogade celler har lästs så att texten gäller varje rad de täcker (ifyllda celler: {n_cells})."; "Kontrollera att det stämmer.",
            "Merged cells were read so that their text holds for each row they cover (cells filled in: {n_cells})."; "Check that this is right.",
            n_cells = n(*n_cells),
        ),
        WorkbookFault::PerCent { stored, shown, n_cells } => say!(
            "Tal som bladet visar i procent: {n_cells}. De har lästs så, med alla sina decimaler: {stored} är {shown}."; "Ta bort procentformatet om det inte är andelar.",
            "Numbers that the sheet shows as per cent: {n_cells}. They were read so, with all their decimals: {stored} is {shown}."; "Remove the per cent format if they are no shares.",
            n_cells = n(*n_cells),
        ),
        WorkbookFault::Errors { sign, n_cells } => say!(
            "Felvärden i bladet: {n_cells}, det första {sign}. De har inget tal."; "Rätta formlerna.",
            "Error values in the sheet: {n_cells}, the first {sign}. They have no number."; "Correct the formulas.",
            n_cells = n(*n_cells),
        ),
    }
}
