//! What was read and counted, and that the tables are not yet protected.

use crate::model::text::Language;

phrases! {
    none: "inga", "none";
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

/// How many records have a value that means nothing, and the common ones of these values.
pub fn unknown(column: &str, n: &str, values: &str, language: Language) -> String {
    let values = if values.is_empty() { String::new() } else { format!(": {values}") };
    match language {
        Language::Swedish => format!("  {column}: okänd kod i {n} poster{values}"),
        Language::English => format!("  {column}: unknown code in {n} records{values}"),
    }
}

/// A value and how many records have it.
pub fn so_many_times(value: &str, n: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("”{value}” ({n})"),
        Language::English => format!("“{value}” ({n})"),
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
