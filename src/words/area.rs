//! The texts of the page about one place.

use super::{
    complaint::so_many,
    explore::{level_name, level_names},
    phrases::pick,
    verdict,
};
use crate::{
    model::{area::Level, text::Language},
    verdict::Kind,
};

phrases! {
    find_title: "Välj en plats", "Choose a place";
    find_lead: "En sida för varje kommun, län och IVO-avdelning: vad siffrorna säger om den, och när de är för få för att säga något.", "One page for each municipality, county and IVO division: what the figures say of it, and when they are too few to say anything.";
    find_label: "Hitta en annan plats", "Find another place";
    which_figures: "Vilka siffror", "Which figures";
    published: "Publicerade", "Published";
    synthetic: "Påhittade exempel", "Made-up examples";
    overview: "I korthet", "In short";
    neighbours: "Grannar", "Neighbours";
    no_neighbours: "Ingen granne på land.", "No neighbour on land.";
    counties: "Län i avdelningen", "Counties of the division";
    municipalities: "Kommuner i länet", "Municipalities of the county";
    explore: "Utforska den här frågan", "Explore this question";
    nation_explore: "Se siffrorna för hela riket", "See the figures for the whole country";
    nation_page: "Hela riket har ingen egen sida här. Välj en plats, eller gå till Utforska.", "The whole country has no page of its own here. Choose a place, or go to Explore.";
    not_judged: "Antal jämförs inte: en större plats har fler. Tabellen visar dem bredvid varandra.", "Numbers are not compared: a larger place has more. The table shows them beside one another.";
    larger_area: "Vad ett större område säger", "What a larger area says";
    by_county: "Mot det egna länet", "Against its own county";
}

/// "Kommun i Skåne län", "IVO-avdelning": what sort of place it is.
pub fn kind(language: Language, level: Level, above: Option<&str>) -> String {
    let name = match level {
        Level::Nation => pick(language, ("Hela riket", "The whole country")),
        Level::Division => pick(language, ("IVO-avdelning", "IVO division")),
        Level::County => pick(language, ("Län", "County")),
        Level::Municipality => pick(language, ("Kommun", "Municipality")),
    };
    let within = pick(language, ("i", "in"));
    above.map_or_else(|| name.to_owned(), |above| format!("{name} {within} {above}"))
}

/// "IVO-avdelning Nord": a division's own name says too little beside those of places.
pub fn division(language: Language, name: &str) -> String {
    match language {
        Language::Swedish => format!("IVO-avdelning {name}"),
        Language::English => format!("IVO division {name}"),
    }
}

/// That no place has the code or the name of the address.
pub fn unknown(language: Language, asked: &str) -> String {
    match language {
        Language::Swedish => format!("Ingen plats har koden eller namnet ”{asked}”. Sök efter den du menar."),
        Language::English => format!("No place has the code or the name “{asked}”. Search for the one you mean."),
    }
}

/// That a code or a name is a former one, and what it leads to now.
///
/// Of a code that begins with a former county's only that is known.
pub fn former(language: Language, (asked, county): (&str, Option<&str>), until: u16, code: &str) -> String {
    if let (Some(county), Some(digits)) = (county, asked.get(..2)) {
        return match language {
            Language::Swedish => format!(
                "”{asked}” är ingen kod som gäller nu. Koder som börjar på {digits} hörde till {county} till och med {until}. Här visas länet som det blev en del av, med koden {code}; kommunen hittar du på sitt namn."
            ),
            Language::English => format!(
                "“{asked}” is not a code that holds now. Codes that begin with {digits} belonged to {county} until the end of {until}. Shown here is the county that it became part of, with the code {code}; find the municipality by its name."
            ),
        };
    }
    match language {
        Language::Swedish => {
            format!("”{asked}” gällde till och med {until}. Här visas det som området hör till nu, med koden {code}.")
        }
        Language::English => format!(
            "“{asked}” held until the end of {until}. Shown here is what the area belongs to now, with the code {code}."
        ),
    }
}

/// "Mer om Malmö": the way to its page.
pub fn more_about(language: Language, place: &str) -> String {
    match language {
        Language::Swedish => format!("Mer om {place}"),
        Language::English => format!("More about {place}"),
    }
}

/// "Tillsynen av hem: Malmö bredvid länet, riket och grannarna": what the table shows, in words that no other table of the page has.
pub fn beside(language: Language, dataset: &str, place: &str, level: Level, has_neighbours: bool) -> String {
    let mut others = match level {
        Level::Municipality => vec![pick(language, ("länet", "its county")), pick(language, ("riket", "Sweden"))],
        _ => vec![pick(language, ("riket", "Sweden"))],
    };
    if has_neighbours {
        others.push(pick(language, ("grannarna", "its neighbours")));
    }
    let and = pick(language, (" och ", " and "));
    let (last, first) = others.split_last().map_or(("", &[][..]), |(last, first)| (*last, first));
    let others = if first.is_empty() { last.to_owned() } else { format!("{}{and}{last}", first.join(", ")) };
    match language {
        Language::Swedish => format!("{dataset}: {place} bredvid {others}"),
        Language::English => format!("{dataset}: {place} beside {others}"),
    }
}

/// That nobody has published figures at this level.
pub fn nothing_published(language: Language, level: Level) -> String {
    let names = level_names(language, level);
    match language {
        Language::Swedish => format!(
            "Inga av de publicerade siffrorna skiljer på {names}. Det betyder inte att inget har hänt, bara att inget är publicerat."
        ),
        Language::English => format!(
            "None of the published figures tell {names} apart. That does not mean that nothing has happened, only that nothing is published."
        ),
    }
}

/// The same of made-up figures.
pub fn nothing_made_up(language: Language, level: Level) -> String {
    let names = level_names(language, level);
    match language {
        Language::Swedish => format!("Inga av de påhittade siffrorna skiljer på {names}."),
        Language::English => format!("None of the made-up figures tell {names} apart."),
    }
}

/// "Finns inte per kommun": over the data that do not tell places of this level apart.
pub fn not_by(language: Language, level: Level) -> String {
    let name = level_name(language, level);
    match language {
        Language::Swedish => format!("Finns inte per {name}"),
        Language::English => format!("Not by {name}"),
    }
}

/// "7 av dem skiljer på län. Se Skåne län.": before the name of the county, which is a link.
pub fn by_county_instead(language: Language, n: usize) -> String {
    let n = so_many(n, language);
    match language {
        Language::Swedish => format!("{n} av dem skiljer på län. Se"),
        Language::English => format!("{n} of them tell counties apart. See"),
    }
}

/// That these data do not tell places of this level apart.
pub fn not_by_text(language: Language, level: Level) -> String {
    let names = level_names(language, level);
    match language {
        Language::Swedish => {
            format!("De här uppgifterna skiljer inte på {names}. Länkarna leder till siffrorna som de är publicerade.")
        }
        Language::English => {
            format!("These data do not tell {names} apart. The links lead to the figures as they are published.")
        }
    }
}

/// That a dataset tells some places apart, and not this one.
pub fn not_in_data(language: Language, place: &str) -> String {
    match language {
        Language::Swedish => format!("{place} finns inte i de här uppgifterna."),
        Language::English => format!("{place} is not in these data."),
    }
}

/// "Skåne län: 27 % (n = 48, 95 % osäkerhet 17–41 %)."
pub fn larger(language: Language, place: &str, value: &str, asides: &[String]) -> String {
    let asides = if asides.is_empty() { String::new() } else { format!(" ({})", asides.join(", ")) };
    match language {
        Language::Swedish => format!("{place} som helhet: {value}{asides}."),
        Language::English => format!("{place} as a whole: {value}{asides}."),
    }
}

/// "Av 4 mått: 1 högre, 2 ingen säker skillnad, 1 för få för att bedöma." What is no verdict is a number, which is not judged.
pub fn tally(language: Language, counted: &[(Option<Kind>, usize)]) -> String {
    let n_all: usize = counted.iter().map(|(_, n)| n).sum();
    let unjudged = pick(language, ("antal, som inte bedöms", "numbers, which are not judged"));
    let part = |(kind, n): &(Option<Kind>, usize)| {
        format!("{n}\u{a0}{}", kind.map_or(unjudged, |kind| verdict::kind(language, kind)))
    };
    let parts = counted.iter().filter(|(_, n)| *n > 0).map(part).collect::<Vec<_>>().join(", ");
    match language {
        Language::Swedish => format!("Av {n_all}\u{a0}mått: {parts}."),
        Language::English if n_all == 1 => format!("Of 1\u{a0}measure: {parts}."),
        Language::English => format!("Of {n_all}\u{a0}measures: {parts}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_what_stands_in_it() {
        use Language::{English, Swedish};
        let of_town = beside(Swedish, "Hem", "Lund", Level::Municipality, true);
        assert_eq!(of_town, "Hem: Lund bredvid länet, riket och grannarna");
        assert_eq!(beside(English, "Homes", "Skåne", Level::County, false), "Homes: Skåne beside Sweden");
    }

    #[test]
    fn the_tally_leaves_out_what_does_not_occur() {
        let counted = [(Some(Kind::Higher), 1), (Some(Kind::Lower), 0), (None, 2)];
        let said = tally(Language::Swedish, &counted);
        assert_eq!(said, "Av 3\u{a0}mått: 1\u{a0}högre, 2\u{a0}antal, som inte bedöms.");
    }
}
