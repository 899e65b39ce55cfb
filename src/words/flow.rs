//! The texts of a flow: bands from stage to stage, as wide as they are large.

use super::explore::lower_first;
use crate::model::text::Language;

phrases! {
    reading: "Höjden är antalet. Ett band går från en del till en del i nästa led och är så brett som antalet i båda. Delarna står i filens ordning.", "The height is the number. A band goes from a part to a part of the next stage and is as wide as the number in both. The parts stand in the order of the file.";
    not_drawn: "Siffror som är dolda eller inte publicerade ritas inte. Där är det tomt.", "Figures that are hidden or not published are not drawn. There it is empty.";
    keys: "Piltangenterna går från del till del.", "The arrow keys go from part to part.";
    hint: "Peka på en del eller ett band för att läsa det.", "Point at a part or a band to read it.";
    as_table: "Visa flödet som tabell", "Show the flow as a table";
    from: "Från", "From";
    to: "Till", "To";
    none: "Det finns inget flöde att visa här: leden är inte publicerade tillsammans, eller så får siffrorna inte läggas ihop.", "There is no flow to show here: the stages are not published together, or the figures may not be added up.";
}

/// "Kritik: 442. Vidare till genomförd 234, pågår 76."
pub fn part(language: Language, name: &str, figure: &str, onwards: &[String]) -> String {
    if onwards.is_empty() {
        return format!("{name}: {figure}.");
    }
    let onwards = onwards.join(", ");
    match language {
        Language::Swedish => format!("{name}: {figure}. Vidare till {onwards}."),
        Language::English => format!("{name}: {figure}. On to {onwards}."),
    }
}

/// "Från kritik till genomförd: 234."
pub fn link(language: Language, from: &str, to: &str, figure: &str) -> String {
    let (from, to) = (lower_first(from), lower_first(to));
    match language {
        Language::Swedish => format!("Från {from} till {to}: {figure}."),
        Language::English => format!("From {from} to {to}: {figure}."),
    }
}

/// "Beslut efter verktyg och utfall, 2023. Ett flöde i 3 led."
pub fn summary(language: Language, title: &str, n_stages: usize) -> String {
    match language {
        Language::Swedish => format!("{title}. Ett flöde i {n_stages} led; tabellen nedanför har alla siffror."),
        Language::English => format!("{title}. A flow in {n_stages} stages; the table below has all figures."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_says_where_it_goes_on_to() {
        let onwards = ["genomförd 234".to_owned(), "pågår 76".to_owned()];
        assert_eq!(
            part(Language::Swedish, "Kritik", "442", &onwards),
            "Kritik: 442. Vidare till genomförd 234, pågår 76."
        );
        assert_eq!(part(Language::English, "Mended", "335", &[]), "Mended: 335.");
        assert_eq!(link(Language::Swedish, "Kritik", "Genomförd", "234"), "Från kritik till genomförd: 234.");
    }
}
