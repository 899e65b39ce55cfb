//! The texts of a crosstab: a figure for each category of one dimension by each of another.

use super::{explore::lower_first, phrases::pick};
use crate::model::text::Language;

phrases! {
    view: "Korstabell", "Crosstab";
    controls: "Vad ska stå i rader och kolumner?", "What should stand in rows and columns?";
    rows: "Rader", "Rows";
    columns: "Kolumner", "Columns";
    swap: "Byt rader och kolumner", "Swap rows and columns";
    one_dimension: "Uppgifterna är bara uppdelade på ett sätt, så det finns inget att korsa.", "The data are broken down in one way only, so there is nothing to cross.";
    not_together: "Med det du har valt kan inget stå i kolumner bredvid de här raderna. Välj andra rader, eller gå tillbaka till alla i något av valen.", "With what you have chosen nothing can stand in columns beside these rows. Choose other rows, or go back to all in one of the choices.";
    too_many: "Har för många kategorier för att stå i kolumner.", "Has too many categories to stand in columns.";
    read_shades: "Ju starkare ton, desto högre siffra. Rader och kolumner som omfattar andra tonas inte. En streckad ruta är dold av sekretess.", "The stronger the shade, the higher the figure. Rows and columns that take in others are not shaded. A striped cell is hidden for confidentiality.";
    read_intervals: "Under siffran står dess 95 % osäkerhet och n. Två rutor skiljer sig inte säkert för att tonen gör det.", "Below the figure stand its 95% uncertainty and n. Two cells do not differ with certainty because their shades do.";
}

/// "Händelser efter slag av våld och förövare, 2024"
pub fn caption(language: Language, measure: &str, rows: &str, columns: &str, rest: &str) -> String {
    let (rows, columns) = (lower_first(rows), lower_first(columns));
    let (by, and) = pick_two(language);
    let crossed = format!("{measure} {by} {rows} {and} {columns}");
    if rest.is_empty() { crossed } else { format!("{crossed}, {rest}") }
}

/// "Anmärkning på en eller flera siffror: preliminär."
pub fn remarked(language: Language, flags: &str) -> String {
    match language {
        Language::Swedish => format!("Anmärkning på en eller flera siffror: {flags}."),
        Language::English => format!("Remark on one figure or more: {flags}."),
    }
}

fn pick_two(language: Language) -> (&'static str, &'static str) {
    (pick(language, ("efter", "by")), pick(language, ("och", "and")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caption_names_both_dimensions_and_the_rest() {
        let said = |language, rest| caption(language, "Händelser", "Slag", "Förövare", rest);
        assert_eq!(said(Language::Swedish, "2024"), "Händelser efter slag och förövare, 2024");
        assert_eq!(said(Language::English, ""), "Händelser by slag and förövare");
    }
}
