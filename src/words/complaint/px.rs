//! The faults of a PX file in Swedish and English.

use super::so_many;
use crate::{
    load::px::fault::{Expected, PxFault, TakenAs},
    model::text::Language,
};

/// What was wrong, and what to do.
pub fn fault(fault: &PxFault, language: Language) -> String {
    let n = |number: usize| so_many(number, language);
    let (swedish, english) = match fault {
        PxFault::NoKeyword(found) => (
            format!("Här ska ett nyckelord stå, till exempel TITLE. Här står ”{found}”. Kontrollera att filen är i PX-format och att raden före slutar med ”;”."),
            format!("A keyword, such as TITLE, should stand here. There is “{found}”. Check that the file is in PX format and that the line before ends with “;”."),
        ),
        PxFault::NoEquals(keyword) => (
            format!("”=” saknas efter {keyword}. Skriv {keyword}=värde;"),
            format!("“=” is missing after {keyword}. Write {keyword}=value;"),
        ),
        PxFault::OpenBracket(keyword) => (
            format!("Parentesen efter {keyword} avslutas inte. Lägg till slutparentesen före ”=”."),
            format!("The bracket after {keyword} is not closed. Close it before “=”."),
        ),
        PxFault::OpenText => (
            "Texten som börjar här har inget avslutande citattecken. Lägg till det.".into(),
            "The text that begins here has no closing quotation mark. Add it.".into(),
        ),
        PxFault::NoSemicolon(keyword) => (
            format!("Värdet för {keyword} slutar inte med ”;”. Lägg till det här."),
            format!("The value of {keyword} does not end with “;”. Add it here."),
        ),
        PxFault::TooManyKeywords { most } => (
            format!("Filen har fler än {} nyckelord. Sidan läser inte fler. Dela upp tabellen eller ta bort fotnoter.", n(*most)),
            format!("The file has more than {} keywords. The page reads no more. Split the table, or remove footnotes.", n(*most)),
        ),
        PxFault::Lacking("STUB") => (
            "Varken STUB eller HEADING anger några variabler. Ange dem, till exempel STUB=\"region\";".into(),
            "Neither STUB nor HEADING names any variables. Name them, for example STUB=\"region\";".into(),
        ),
        PxFault::Lacking(keyword) => {
            (format!("{keyword} saknas. Lägg till det."), format!("{keyword} is missing. Add it."))
        }
        PxFault::LackingFor { keyword, variable } => (
            format!("{keyword} saknas för variabeln ”{variable}”. Lägg till {keyword}(\"{variable}\")=…;"),
            format!("{keyword} is missing for the variable “{variable}”. Add {keyword}(\"{variable}\")=…;"),
        ),
        PxFault::WrongValue { keyword, expected: it, found } => (
            format!("{keyword} ska vara {}. Här står ”{found}”. Rätta det; tills dess används det inte.", expected(*it, Language::Swedish)),
            format!("{keyword} should be {}. There is “{found}”. Correct it; until then it is not used.", expected(*it, Language::English)),
        ),
        PxFault::Repeated(keyword) => (
            format!("{keyword} står två gånger för samma sak. Den första gäller. Ta bort den andra."),
            format!("{keyword} stands twice for the same thing. The first holds. Remove the second."),
        ),
        PxFault::UnknownKeyword(keyword) => (
            format!("Sidan känner inte till nyckelordet {keyword}. Det läses inte. Kontrollera hur det stavas."),
            format!("The page does not know the keyword {keyword}. It is not read. Check how it is spelt."),
        ),
        PxFault::Contact => (
            "CONTACT läses inte, eftersom där står personers namn och adresser. Se den som publicerar tabellen.".into(),
            "CONTACT is not read, as it holds names and addresses of persons. See whoever publishes the table.".into(),
        ),
        PxFault::NotUsed(keyword) => (
            format!("{keyword} används inte av sidan och visas inte. Läs det i filen om det behövs."),
            format!("{keyword} is not used by the page and not shown. Read it in the file if it is needed."),
        ),
        PxFault::Miscounted { keyword, expected, found } => (
            format!("{keyword} ska ha {} värden men har {}. Rätta listan.", n(*expected), n(*found)),
            format!("{keyword} should have {} values but has {}. Correct the list.", n(*expected), n(*found)),
        ),
        PxFault::CellCount { expected, found } => cell_count(*expected, *found),
        PxFault::RowCount { expected, found } => (
            format!("Raden ska ha {} värden efter sina nycklar men har {}. Rätta raden.", n(*expected), n(*found)),
            format!("The row should have {} values after its keys but has {}. Correct the row.", n(*expected), n(*found)),
        ),
        PxFault::OpenData => (
            "DATA slutar inte med ”;”. Filen kan vara avklippt: hämta den på nytt.".into(),
            "DATA does not end with “;”. The file may have been cut off: fetch it anew.".into(),
        ),
        PxFault::NotANumber { found, n_cells } => (
            format!("”{found}” är varken ett tal eller ett tecken inom citattecken. Det gäller {} i DATA. Rätta dem.", values(*n_cells, Language::Swedish)),
            format!("“{found}” is neither a number nor a sign in quotation marks. There is such in {} of DATA. Correct them.", values(*n_cells, Language::English)),
        ),
        PxFault::UnknownSign { sign, n_cells } => (
            format!("Tecknet ”{sign}” står vid {} och filen förklarar det inte. Skriv vad det betyder, till exempel DATASYMBOL2=\"uppgift saknas\";", cells(*n_cells, Language::Swedish)),
            format!("The sign “{sign}” stands at {} and the file does not explain it. Write what it means, for example DATASYMBOL2=\"not available\";", cells(*n_cells, Language::English)),
        ),
        PxFault::TooLarge { n_cells } => (
            format!("Talet är för stort för att räkna med. Det gäller {}, som visas utan tal. Kontrollera dem.", cells(*n_cells, Language::Swedish)),
            format!("The number is too large to work with. This holds for {}, shown without a number. Check them.", cells(*n_cells, Language::English)),
        ),
        PxFault::TooManyUnknownSigns { most } => (
            format!("Mer än {} celler har tecken som filen inte förklarar. Skriv vad tecknen betyder med DATASYMBOL1 till DATASYMBOL6.", n(*most)),
            format!("More than {} cells have signs that the file does not explain. Write what they mean with DATASYMBOL1 to DATASYMBOL6.", n(*most)),
        ),
        PxFault::KeysLacking(variable) => (
            format!("KEYS saknas för ”{variable}”, fast andra variabler i STUB har det. Lägg till KEYS(\"{variable}\")=CODES;"),
            format!("KEYS is missing for “{variable}”, though other variables in STUB have it. Add KEYS(\"{variable}\")=CODES;"),
        ),
        PxFault::KeysInHeading(variable) => (
            format!("”{variable}” står i HEADING och kan inte ha KEYS. Flytta variabeln till STUB eller ta bort KEYS."),
            format!("“{variable}” stands in HEADING and cannot have KEYS. Move it to STUB, or remove KEYS."),
        ),
        PxFault::UnknownKey { variable, key } => (
            format!("”{key}” finns inte bland värdena för ”{variable}”. Rätta nyckeln, eller antalet värden på raden före."),
            format!("“{key}” is not among the values of “{variable}”. Correct the key, or the number of values in the row before."),
        ),
        PxFault::RepeatedRow => (
            "Raden har samma nycklar som en tidigare rad. Ta bort den ena.".into(),
            "The row has the same keys as an earlier one. Remove one of them.".into(),
        ),
        PxFault::UnknownEncoding { declared, taken } => (
            format!("Sidan känner inte till teckenkodningen ”{declared}”. Filen är läst som {}. Kontrollera å, ä och ö, och rätta CODEPAGE.", taken.name()),
            format!("The page does not know the encoding “{declared}”. The file is read as {}. Check å, ä and ö, and correct CODEPAGE.", taken.name()),
        ),
        PxFault::OtherEncoding { declared, taken } => (
            format!("Filen säger att den är i {}, men är läst som {}, som tecknen stämmer med. Kontrollera å, ä och ö, och rätta CODEPAGE och CHARSET.", declared.name(), taken.name()),
            format!("The file says that it is in {}, but is read as {}, which its characters fit. Check å, ä and ö, and correct CODEPAGE and CHARSET.", declared.name(), taken.name()),
        ),
        PxFault::EncodingTaken(taken) => (
            format!("Filen säger inte vilken teckenkodning den har. Den är läst som {}. Kontrollera å, ä och ö.", taken.name()),
            format!("The file does not say which encoding it has. It is read as {}. Check å, ä and ö.", taken.name()),
        ),
        PxFault::Taken { variable, as_what } => taken(variable, *as_what),
        PxFault::WideNote { n_cells } => (
            format!("En fotnot gäller {} celler. Den visas bland anmärkningarna till hela tabellen.", n(*n_cells)),
            format!("A footnote is about {} cells. It is shown among the notes on the whole table.", n(*n_cells)),
        ),
    };
    match language {
        Language::Swedish => swedish,
        Language::English => english,
    }
}

fn cell_count(expected: usize, found: Option<usize>) -> (String, String) {
    let sv = |number| so_many(number, Language::Swedish);
    let en = |number| so_many(number, Language::English);
    match found {
        Some(found) => (
            format!("Variablerna ger {} celler, men DATA har {} värden. Fyll i de värden som saknas, eller rätta VALUES.", sv(expected), sv(found)),
            format!("The variables make {} cells, but DATA has {} values. Fill in what is missing, or correct VALUES.", en(expected), en(found)),
        ),
        None => (
            format!("Variablerna ger {} celler, men DATA har fler värden: det första för mycket står här. Ta bort det, eller rätta VALUES.", sv(expected)),
            format!("The variables make {} cells, but DATA has more values: the first too many stands here. Remove it, or correct VALUES.", en(expected)),
        ),
    }
}

fn taken(variable: &str, as_what: TakenAs) -> (String, String) {
    match as_what {
        TakenAs::Area => (
            format!("”{variable}” läses som platser, efter sitt namn eller sina koder. Ange MAP(\"{variable}\") för att säga det säkert."),
            format!("“{variable}” is read as places, by its name or its codes. Give MAP(\"{variable}\") to say so for certain."),
        ),
        TakenAs::Period => (
            format!("”{variable}” läses som tid, efter sitt namn och sina värden. Ange TIMEVAL(\"{variable}\") för att säga det säkert."),
            format!("“{variable}” is read as time, by its name and its values. Give TIMEVAL(\"{variable}\") to say so for certain."),
        ),
    }
}

const fn expected(expected: Expected, language: Language) -> &'static str {
    let (swedish, english) = match expected {
        Expected::YesOrNo => ("YES eller NO", "YES or NO"),
        Expected::Decimals => ("ett heltal från 0 till 15", "a whole number from 0 to 15"),
        Expected::StockFlowAverage => ("S, F, A eller X", "S, F, A or X"),
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
            fault(&count(Some(3)), Language::Swedish),
            "Variablerna ger 1\u{a0}200 celler, men DATA har 3 värden. Fyll i de värden som saknas, eller rätta VALUES."
        );
        assert_eq!(
            fault(&count(None), Language::English),
            "The variables make 1,200 cells, but DATA has more values: the first too many stands here. Remove it, or correct VALUES."
        );
    }

    #[test]
    fn one_cell_is_not_cells() {
        let sign = |n_cells| PxFault::UnknownSign { sign: "..".into(), n_cells };
        assert!(fault(&sign(1), Language::Swedish).contains("vid en cell "));
        assert!(fault(&sign(2), Language::English).contains("at 2 cells "));
    }
}
