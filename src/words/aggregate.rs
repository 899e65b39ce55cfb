//! The texts of `insyn aggregate`: what is wrong with a specification or with records, and what was counted.

use super::number;
use crate::model::text::Language;

phrases! {
    records: "poster", "records";
    column: "kolumnen", "column";
    dimension: "dimensionen", "dimension";
    measure: "måttet", "measure";
    category: "kategorin", "category";
    table: "tabellen", "table";
    area: "området", "area";
    law: "lagrummet", "provision";
    none: "inga", "none";
    column_or_columns: "Ange var koden står: antingen column eller columns.", "Say where the code stands: either column or columns.";
    bad_spans: "Där kategorier är tal ska varje kategori ha en undre gräns (”from”) eller en övre (”to”), den undre får inte vara den större, och ingen får gå över i en annan.", "Where categories are numbers each needs a lower limit (“from”) or an upper one (“to”), the lower may not be the larger, and none may overlap another.";
    not_one_amount: "Ange exakt en av rows, distinct, largest, sum, mean, quantile, eller numerator med denominator.", "Give exactly one of rows, distinct, largest, sum, mean, quantile, or numerator with denominator.";
    not_one_condition: "Ett villkor har antingen is eller is_not.", "A condition has either is or is_not.";
    bad_quantile: "p ska ligga mellan 0 och 1; medianen är 0.5.", "p must lie between 0 and 1; the median is 0.5.";
    no_files: "Ingen fil innehåller de här posterna. Ange files i specifikationen, eller NAMN=FIL på kommandoraden.", "No file holds these records. Give files in the specification, or NAME=FILE on the command line.";
    all_left_out: "Alla poster lämnades utanför, så tabellen vore bara nollor. Kontrollera att kolumnerna har de koder som specifikationen räknar upp.", "Every record was left out, so the table would be nothing but zeros. Check that the columns have the codes that the specification lists.";
    is_there: "Där finns redan en fil som inte är en oskyddad tabell. Ange en annan mapp med -o.", "There is already a file there that is no unprotected table. Give another folder with -o.";
    no_engine: "Programmet är byggt utan det som läser poster. Kör: cargo run --profile records --features records --bin insyn -- aggregate …", "The program was built without what reads records. Run: cargo run --profile records --features records --bin insyn -- aggregate …";
}

/// A place in the specification.
pub fn line_and_column(line: usize, column: usize, language: Language) -> String {
    match language {
        Language::Swedish => format!("Specifikationen, rad {line}, kolumn {column}"),
        Language::English => format!("The specification, line {line}, column {column}"),
    }
}

/// The specification is not understood; the reader's own words.
pub fn not_understood(why: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("Går inte att förstå: {why}. Rätta raden; alla ord som finns står i README."),
        Language::English => format!("Not understood: {why}. Correct the line; all words there are stand in README."),
    }
}

/// A name that no specification has.
pub fn unknown_key(key: &str, language: Language) -> String {
    match language {
        Language::Swedish => {
            format!("”{key}” finns inte i någon specifikation. Rätta ordet; alla ord som finns står i README.")
        }
        Language::English => {
            format!("“{key}” is in no specification. Correct the word; all words there are stand in README.")
        }
    }
}

/// A file can't be read or written; the system's words.
pub fn io(why: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("Går inte att läsa eller skriva: {why}"),
        Language::English => format!("Cannot be read or written: {why}"),
    }
}

/// A name that is the name of nothing.
pub fn no_such(what: &str, id: &str, known: &str, language: Language) -> String {
    match language {
        Language::Swedish => {
            format!("{what} ”{id}” finns inte. Rätta namnet, eller lägg till det som saknas. Det som finns: {known}")
        }
        Language::English => {
            format!("There is no {what} “{id}”. Correct the name, or add what is missing. There are: {known}")
        }
    }
}

/// A name that two have.
pub fn twice(what: &str, id: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("{what} ”{id}” finns två gånger. Ta bort den ena eller ge den ett annat namn."),
        Language::English => format!("The {what} “{id}” is there twice. Remove one or give it another name."),
    }
}

/// Nothing of something that is needed.
pub fn nothing(what: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("{what} saknas. Ange minst en."),
        Language::English => format!("No {what} is given. Give at least one."),
    }
}

/// Not of the form `records.column`.
pub fn not_a_column(text: &str, language: Language) -> String {
    match language {
        Language::Swedish => {
            format!("”{text}” är ingen kolumn. Skriv posternas namn, punkt, kolumnens namn: homes.type")
        }
        Language::English => {
            format!("“{text}” is no column. Write the name of the records, a point, the name of the column: homes.type")
        }
    }
}

/// No date.
pub fn not_a_date(text: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("”{text}” är inget datum. Skriv 2024, 2024-05 eller 2024-05-31."),
        Language::English => format!("“{text}” is no date. Write 2024, 2024-05 or 2024-05-31."),
    }
}

/// Records that are led to need a key.
pub fn no_key(records: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("”{records}” har ingen key. Ange vilken kolumn som skiljer posterna åt."),
        Language::English => format!("“{records}” has no key. Say which column tells the records apart."),
    }
}

/// No join leads there.
pub fn no_way(from: &str, to: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!(
            "Inget leder från ”{from}” till ”{to}”. Lägg till [[join]] med from = \"{from}.KOLUMN\" och to = \"{to}\"."
        ),
        Language::English => format!(
            "Nothing leads from “{from}” to “{to}”. Add [[join]] with from = \"{from}.COLUMN\" and to = \"{to}\"."
        ),
    }
}

/// Two joins lead to the same records.
pub fn two_ways(to: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("Det finns redan en väg till ”{to}”, och två kan ge olika svar. Ta bort den ena."),
        Language::English => {
            format!("There is a way to “{to}” already, and two could give different answers. Remove one.")
        }
    }
}

/// A code is a part of itself.
pub fn circle(code: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("”{code}” är en del av sig själv. Rätta parent."),
        Language::English => format!("“{code}” is a part of itself. Correct parent."),
    }
}

/// A value means two categories.
pub fn two_meanings(value: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("”{value}” betyder två kategorier. Ta bort det ur den ena."),
        Language::English => format!("“{value}” means two categories. Remove it from one."),
    }
}

/// A word that is none of these.
pub fn unknown_word(word: &str, expected: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("”{word}” är okänt. Skriv något av: {expected}"),
        Language::English => format!("“{word}” is not known. Write one of: {expected}"),
    }
}

/// A share or a rate that lacks a part.
pub fn bad_ratio(id: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!(
            "”{id}” behöver numerator och denominator, båda mått i samma tabell som räknas ur posterna, och inget eget villkor; per ska vara större än 0."
        ),
        Language::English => format!(
            "“{id}” needs numerator and denominator, both measures of the same table that are counted from records, and no condition of its own; per must be larger than 0."
        ),
    }
}

/// A text that is not there in Swedish.
pub fn no_swedish(what: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("{what} saknas på svenska. Skriv {what} = {{ sv = \"…\", en = \"…\" }}."),
        Language::English => format!("{what} is missing in Swedish. Write {what} = {{ sv = \"…\", en = \"…\" }}."),
    }
}

/// A dimension without a total that a margin leaves out.
pub fn not_in_margin(dimension: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!(
            "”{dimension}” har ingen total och måste därför stå i varje rad av margins. Lägg till den, eller ge den total."
        ),
        Language::English => format!(
            "“{dimension}” has no total and so must stand in every line of margins. Add it, or give it a total."
        ),
    }
}

/// A level that a dimension has not.
pub fn no_level(part: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!(
            "”{part}” är ingen nivå här. Skriv dimensionens id, eller för områden id:nation, id:county eller id:municipality."
        ),
        Language::English => format!(
            "“{part}” is no level here. Write the id of the dimension, or for areas id:nation, id:county or id:municipality."
        ),
    }
}

/// A name that can't be a file's.
pub fn bad_file_name(id: &str, language: Language) -> String {
    match language {
        Language::Swedish => {
            format!("”{id}” blir namnet på en fil. Använd bara a–z, siffror, bindestreck och understreck.")
        }
        Language::English => {
            format!("“{id}” becomes the name of a file. Use only a–z, digits, hyphens and underscores.")
        }
    }
}

/// A file of no records.
pub fn whose_file(known: &str, language: Language) -> String {
    match language {
        Language::Swedish => {
            format!("Det framgår inte vilka poster filen innehåller. Skriv NAMN=FIL; namnen är {known}.")
        }
        Language::English => {
            format!("It is not clear which records the file holds. Write NAME=FILE; the names are {known}.")
        }
    }
}

/// A file whose columns differ.
pub fn other_columns(first: &str, language: Language) -> String {
    match language {
        Language::Swedish => {
            format!("Kolumnerna är inte desamma som i {first}. Ge filerna samma kolumner i samma ordning.")
        }
        Language::English => {
            format!("The columns are not the same as in {first}. Give the files the same columns in the same order.")
        }
    }
}

/// Keys that several records have.
pub fn key_twice(key: &str, n: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!(
            "Flera poster har samma ”{key}”, eller inget ({n} för många). Då skulle något räknas två gånger. Ta bort dubbletterna, eller ange en annan key."
        ),
        Language::English => format!(
            "Several records have the same “{key}”, or none ({n} too many). Something would then count twice. Remove the doubles, or give another key."
        ),
    }
}

/// The engine's own words.
pub fn engine(why: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("Posterna kunde inte räknas: {why}"),
        Language::English => format!("The records could not be counted: {why}"),
    }
}

/// Fewer than so many.
pub fn under(n: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("färre än {n}"),
        Language::English => format!("under {n}"),
    }
}

/// A table is being counted.
pub fn counting(id: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("Räknar {id} …"),
        Language::English => format!("Counting {id} …"),
    }
}

/// How many records were read.
pub fn records_read(name: &str, n: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("{name}: {n} poster lästa"),
        Language::English => format!("{name}: {n} records read"),
    }
}

/// How many records lead to no other.
pub fn unmatched(from: &str, to: &str, n: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("{from}: {n} poster utan motsvarighet i {to}"),
        Language::English => format!("{from}: {n} records without a match in {to}"),
    }
}

/// A table is made, and how many records are not in it.
pub fn table_made(id: &str, left_out: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("{id}: tabell gjord, {left_out} poster utanför"),
        Language::English => format!("{id}: table made, {left_out} records left out"),
    }
}

/// How many records lack a value.
pub fn missing(column: &str, n: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("  {column}: värde saknas i {n} poster"),
        Language::English => format!("  {column}: no value in {n} records"),
    }
}

/// A value and how many records have it.
pub fn so_many_times(value: &str, n: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("”{value}” ({n})"),
        Language::English => format!("“{value}” ({n})"),
    }
}

/// A table with more cells than a file may have.
pub fn too_many_cells(most: usize, language: Language) -> String {
    let most = number::count(u64::try_from(most).unwrap_or(u64::MAX), language);
    match language {
        Language::Swedish => {
            format!("Tabellen får fler än {most} celler. Ta bort dimensioner eller kategorier, eller dela den i flera.")
        }
        Language::English => {
            format!("The table has more than {most} cells. Remove dimensions or categories, or split it into several.")
        }
    }
}

/// How many records have a value that means nothing, and the common ones of these values.
pub fn unknown(column: &str, n: &str, values: &str, language: Language) -> String {
    let values = if values.is_empty() { String::new() } else { format!(": {values}") };
    match language {
        Language::Swedish => format!("  {column}: okänd kod i {n} poster{values}"),
        Language::English => format!("  {column}: unknown code in {n} records{values}"),
    }
}

/// What has been made must not be published as it is.
pub fn not_protected(folder: &str, language: Language) -> String {
    match language {
        Language::Swedish => {
            format!(
                "Tabellerna i {folder} är INTE SKYDDADE: enskilda kan gå att känna igen. Publicera dem inte. Nästa steg: insyn protect"
            )
        }
        Language::English => {
            format!(
                "The tables in {folder} are NOT PROTECTED: people may be recognised in them. Do not publish them. Next step: insyn protect"
            )
        }
    }
}
