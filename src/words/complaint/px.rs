//! The faults of a PX file in Swedish and English.

use super::{
    said::{Said, said},
    so_many,
};
use crate::{
    load::px::fault::{Expected, PxFault, TakenAs},
    model::text::Language,
};

/// What was wrong, and what to do.
pub fn fault(fault: &PxFault, language: Language) -> Said {
    let n = |number: usize| so_many(number, language);
    let (swedish, english) = match fault {
        PxFault::NoKeyword(found) => (
            said!("Här ska ett nyckelord stå, till exempel TITLE. Här står ”{found}”."; "Kontrollera att filen är i PX-format och att raden före slutar med ”;”."),
            said!("A keyword, such as TITLE, should stand here. There is “{found}”."; "Check that the file is in PX format and that the line before ends with “;”."),
        ),
        PxFault::NoEquals(keyword) => (
            said!("”=” saknas efter {keyword}."; "Skriv {keyword}=värde;"),
            said!("“=” is missing after {keyword}."; "Write {keyword}=value;"),
        ),
        PxFault::OpenBracket(keyword) => (
            said!("Parentesen efter {keyword} avslutas inte."; "Lägg till slutparentesen före ”=”."),
            said!("The bracket after {keyword} is not closed."; "Close it before “=”."),
        ),
        PxFault::OpenText => (
            said!("Texten som börjar här har inget avslutande citattecken."; "Lägg till det."),
            said!("The text that begins here has no closing quotation mark."; "Add it."),
        ),
        PxFault::NoSemicolon(keyword) => (
            said!("Värdet för {keyword} slutar inte med ”;”."; "Lägg till det här."),
            said!("The value of {keyword} does not end with “;”."; "Add it here."),
        ),
        PxFault::TooManyKeywords { most } => (
            said!("Filen har fler än {} nyckelord. Sidan läser inte fler.", n(*most); "Dela upp tabellen eller ta bort fotnoter."),
            said!("The file has more than {} keywords. The page reads no more.", n(*most); "Split the table, or remove footnotes."),
        ),
        PxFault::Lacking("STUB") => (
            said!("Varken STUB eller HEADING anger några variabler."; "Ange dem, till exempel STUB=\"region\";"),
            said!("Neither STUB nor HEADING names any variables."; "Name them, for example STUB=\"region\";"),
        ),
        PxFault::Lacking(keyword) => {
            (said!("{keyword} saknas."; "Lägg till det."), said!("{keyword} is missing."; "Add it."))
        }
        PxFault::LackingFor { keyword, variable } => (
            said!("{keyword} saknas för variabeln ”{variable}”."; "Lägg till {keyword}(\"{variable}\")=…;"),
            said!("{keyword} is missing for the variable “{variable}”."; "Add {keyword}(\"{variable}\")=…;"),
        ),
        PxFault::WrongValue { keyword, expected: it, found } => (
            said!("{keyword} ska vara {}. Här står ”{found}”.", expected(*it, Language::Swedish); "Rätta det; tills dess används det inte."),
            said!("{keyword} should be {}. There is “{found}”.", expected(*it, Language::English); "Correct it; until then it is not used."),
        ),
        PxFault::Repeated(keyword) => (
            said!("{keyword} står två gånger för samma sak. Den första gäller."; "Ta bort den andra."),
            said!("{keyword} stands twice for the same thing. The first holds."; "Remove the second."),
        ),
        PxFault::UnknownKeyword(keyword) => (
            said!("Sidan känner inte till nyckelordet {keyword}. Det läses inte."; "Kontrollera hur det stavas."),
            said!("The page does not know the keyword {keyword}. It is not read."; "Check how it is spelt."),
        ),
        PxFault::Contact => (
            said!("CONTACT läses inte, eftersom där står personers namn och adresser."; "Se den som publicerar tabellen."),
            said!("CONTACT is not read, as it holds names and addresses of persons."; "See whoever publishes the table."),
        ),
        PxFault::NotUsed(keyword) => (
            said!("{keyword} används inte av sidan och visas inte."; "Läs det i filen om det behövs."),
            said!("{keyword} is not used by the page and not shown."; "Read it in the file if it is needed."),
        ),
        PxFault::Miscounted { keyword, expected, found } => (
            said!("{keyword} ska ha {} värden men har {}.", n(*expected), n(*found); "Rätta listan."),
            said!("{keyword} should have {} values but has {}.", n(*expected), n(*found); "Correct the list."),
        ),
        PxFault::CellCount { expected, found } => cell_count(*expected, *found),
        PxFault::RowCount { expected, found } => (
            said!("Raden ska ha {} värden efter sina nycklar men har {}.", n(*expected), n(*found); "Rätta raden."),
            said!("The row should have {} values after its keys but has {}.", n(*expected), n(*found); "Correct the row."),
        ),
        PxFault::OpenData => (
            said!("DATA slutar inte med ”;”: filen kan vara avklippt."; "Hämta den på nytt."),
            said!("DATA does not end with “;”: the file may have been cut off."; "Fetch it anew."),
        ),
        PxFault::NotANumber { found, n_cells } => (
            said!("”{found}” är varken ett tal eller ett tecken inom citattecken. Det gäller {} i DATA.", values(*n_cells, Language::Swedish); "Rätta dem."),
            said!("“{found}” is neither a number nor a sign in quotation marks. There is such in {} of DATA.", values(*n_cells, Language::English); "Correct them."),
        ),
        PxFault::UnknownSign { sign, n_cells } => (
            said!("Tecknet ”{sign}” står vid {} och filen förklarar det inte.", cells(*n_cells, Language::Swedish); "Skriv vad det betyder, till exempel DATASYMBOL2=\"uppgift saknas\";"),
            said!("The sign “{sign}” stands at {} and the file does not explain it.", cells(*n_cells, Language::English); "Write what it means, for example DATASYMBOL2=\"not available\";"),
        ),
        PxFault::TooLarge { n_cells } => (
            said!("Talet är för stort för att räkna med. Det gäller {}, som visas utan tal.", cells(*n_cells, Language::Swedish); "Kontrollera dem."),
            said!("The number is too large to work with. This holds for {}, shown without a number.", cells(*n_cells, Language::English); "Check them."),
        ),
        PxFault::TooManyUnknownSigns { most } => (
            said!("Mer än {} celler har tecken som filen inte förklarar.", n(*most); "Skriv vad tecknen betyder med DATASYMBOL1 till DATASYMBOL6."),
            said!("More than {} cells have signs that the file does not explain.", n(*most); "Write what they mean with DATASYMBOL1 to DATASYMBOL6."),
        ),
        PxFault::KeysLacking(variable) => (
            said!("KEYS saknas för ”{variable}”, fast andra variabler i STUB har det."; "Lägg till KEYS(\"{variable}\")=CODES;"),
            said!("KEYS is missing for “{variable}”, though other variables in STUB have it."; "Add KEYS(\"{variable}\")=CODES;"),
        ),
        PxFault::KeysInHeading(variable) => (
            said!("”{variable}” står i HEADING och kan inte ha KEYS."; "Flytta variabeln till STUB eller ta bort KEYS."),
            said!("“{variable}” stands in HEADING and cannot have KEYS."; "Move it to STUB, or remove KEYS."),
        ),
        PxFault::UnknownKey { variable, key } => (
            said!("”{key}” finns inte bland värdena för ”{variable}”."; "Rätta nyckeln, eller antalet värden på raden före."),
            said!("“{key}” is not among the values of “{variable}”."; "Correct the key, or the number of values in the row before."),
        ),
        PxFault::RepeatedRow => (
            said!("Raden har samma nycklar som en tidigare rad."; "Ta bort den ena."),
            said!("The row has the same keys as an earlier one."; "Remove one of them."),
        ),
        PxFault::UnknownEncoding { declared, taken } => (
            said!("Sidan känner inte till teckenkodningen ”{declared}”. Filen är läst som {}.", taken.name(); "Kontrollera å, ä och ö, och rätta CODEPAGE."),
            said!("The page does not know the encoding “{declared}”. The file is read as {}.", taken.name(); "Check å, ä and ö, and correct CODEPAGE."),
        ),
        PxFault::OtherEncoding { declared, taken } => (
            said!("Filen säger att den är i {}, men är läst som {}, som tecknen stämmer med.", declared.name(), taken.name(); "Kontrollera å, ä och ö, och rätta CODEPAGE och CHARSET."),
            said!("The file says that it is in {}, but is read as {}, which its characters fit.", declared.name(), taken.name(); "Check å, ä and ö, and correct CODEPAGE and CHARSET."),
        ),
        PxFault::EncodingTaken(taken) => (
            said!("Filen säger inte vilken teckenkodning den har. Den är läst som {}.", taken.name(); "Kontrollera å, ä och ö."),
            said!("The file does not say which encoding it has. It is read as {}.", taken.name(); "Check å, ä and ö."),
        ),
        PxFault::Taken { variable, as_what } => taken(variable, *as_what),
        PxFault::WideNote { n_cells } => (
            format!("En fotnot gäller {} celler. Den visas bland anmärkningarna till hela tabellen.", n(*n_cells))
                .into(),
            format!("A footnote is about {} cells. It is shown among the notes on the whole table.", n(*n_cells))
                .into(),
        ),
    };
    match language {
        Language::Swedish => swedish,
        Language::English => english,
    }
}

fn cell_count(expected: usize, found: Option<usize>) -> (Said, Said) {
    let sv = |number| so_many(number, Language::Swedish);
    let en = |number| so_many(number, Language::English);
    match found {
        Some(found) => (
            said!("Variablerna ger {} celler, men DATA har {} värden.", sv(expected), sv(found); "Fyll i de värden som saknas, eller rätta VALUES."),
            said!("The variables make {} cells, but DATA has {} values.", en(expected), en(found); "Fill in what is missing, or correct VALUES."),
        ),
        None => (
            said!("Variablerna ger {} celler, men DATA har fler värden: det första för mycket står här.", sv(expected); "Ta bort det, eller rätta VALUES."),
            said!("The variables make {} cells, but DATA has more values: the first too many stands here.", en(expected); "Remove it, or correct VALUES."),
        ),
    }
}

fn taken(variable: &str, as_what: TakenAs) -> (Said, Said) {
    match as_what {
        TakenAs::Area => (
            said!("”{variable}” läses som platser, efter sitt namn eller sina koder."; "Ange MAP(\"{variable}\") för att säga det säkert."),
            said!("“{variable}” is read as places, by its name or its codes."; "Give MAP(\"{variable}\") to say so for certain."),
        ),
        TakenAs::Period => (
            said!("”{variable}” läses som tid, efter sitt namn och sina värden."; "Ange TIMEVAL(\"{variable}\") för att säga det säkert."),
            said!("“{variable}” is read as time, by its name and its values."; "Give TIMEVAL(\"{variable}\") to say so for certain."),
        ),
    }
}

const fn expected(expected: Expected, language: Language) -> &'static str {
    let (swedish, english) = match expected {
        Expected::YesOrNo => ("YES eller NO", "YES or NO"),
        Expected::Decimals => ("ett heltal från 0 till 15", "a whole number from 0 to 15"),
        Expected::StockFlowAverage => ("S, F, A eller X", "S, F, A or X"),
        Expected::CurrentOrFixed => ("C eller F", "C or F"),
        Expected::Date => ("ett datum, till exempel 20240301 08:00", "a date, such as 20240301 08:00"),
        Expected::TimeList => ("TLIST med A1, H1, T1, Q1, M1, W1 eller D1", "TLIST with A1, H1, T1, Q1, M1, W1 or D1"),
        Expected::Category => {
            ("ett värde eller en kod för variabeln, YES eller NO", "a value or a code of the variable, YES or NO")
        }
        Expected::ValuesOrCodes => ("VALUES eller CODES", "VALUES or CODES"),
        Expected::OneForEachVariable => ("ett namn för varje variabel", "a name for each variable"),
    };
    match language {
        Language::Swedish => swedish,
        Language::English => english,
    }
}

fn cells(n: usize, language: Language) -> String {
    match (n, language) {
        (1, Language::Swedish) => "en cell".into(),
        (1, Language::English) => "one cell".into(),
        (n, Language::Swedish) => format!("{} celler", so_many(n, language)),
        (n, Language::English) => format!("{} cells", so_many(n, language)),
    }
}

fn values(n: usize, language: Language) -> String {
    match (n, language) {
        (1, Language::Swedish) => "ett värde".into(),
        (1, Language::English) => "one value".into(),
        (n, Language::Swedish) => format!("{} värden", so_many(n, language)),
        (n, Language::English) => format!("{} values", so_many(n, language)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_says_what_was_expected_and_what_was_found() {
        let count = |found| PxFault::CellCount { expected: 1200, found };
        assert_eq!(
            fault(&count(Some(3)), Language::Swedish).to_string(),
            "Variablerna ger 1\u{a0}200 celler, men DATA har 3 värden. Fyll i de värden som saknas, eller rätta VALUES."
        );
        assert_eq!(
            fault(&count(None), Language::English).to_string(),
            "The variables make 1,200 cells, but DATA has more values: the first too many stands here. Remove it, or correct VALUES."
        );
    }

    #[test]
    fn one_cell_is_not_cells() {
        let sign = |n_cells| PxFault::UnknownSign { sign: "..".into(), n_cells };
        assert!(fault(&sign(1), Language::Swedish).message.contains("vid en cell "));
        assert!(fault(&sign(2), Language::English).message.contains("at 2 cells "));
    }
}
