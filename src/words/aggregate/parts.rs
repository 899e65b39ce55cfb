//! What is wrong with the records, joins, dimensions, measures and tables that a specification describes.

use crate::{model::text::Language, words::number};

phrases! {
    column_or_columns: "Ange var koden står: antingen column eller columns.", "Say where the code stands: either column or columns.";
    bad_spans: "Där kategorier är tal ska varje kategori ha en undre gräns (”from”) eller en övre (”to”), den undre får inte vara den större, och ingen får gå över i en annan.", "Where categories are numbers each needs a lower limit (“from”) or an upper one (“to”), the lower may not be the larger, and none may overlap another.";
    not_one_amount: "Ange exakt en av rows, distinct, largest, sum, mean, quantile, eller numerator med denominator.", "Give exactly one of rows, distinct, largest, sum, mean, quantile, or numerator with denominator.";
    not_one_condition: "Ett villkor har antingen is eller is_not.", "A condition has either is or is_not.";
    bad_quantile: "p ska ligga mellan 0 och 1; medianen är 0.5.", "p must lie between 0 and 1; the median is 0.5.";
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
