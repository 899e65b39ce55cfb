//! The texts of the map: its legend, its buttons, its ways by keyboard.

use crate::model::{area::Level, text::Language};

phrases! {
    show_all: "Visa alla områden", "Show all areas";
    legend_hint: "Tryck på en rad för att se de områdena för sig.", "Press a row to see those areas alone.";
    legend: "Teckenförklaring", "Legend";
    zoom_in: "Zooma in", "Zoom in";
    zoom_out: "Zooma ut", "Zoom out";
    zoom_reset: "Hela landet", "Whole country";
    insets: "Delar av kartan i större skala", "Parts of the map at a larger scale";
    keys: "Piltangenterna går till grannen i den riktningen, Retur väljer, Esc går tillbaka till riket.", "The arrow keys move to the neighbour in that direction, Enter picks, Esc goes back to the nation.";
    count_not_coloured: "Antal ritas inte som färg: stora områden skulle se värre ut än de är. Välj en andel, eller läs antalen i tabellen.", "Numbers are not drawn as colours: large areas would look worse than they are. Choose a share, or read the numbers in the table.";
    colour_says: "Färgen visar var värdet ligger, inte om skillnaden är säker. Välj omdömet som färg för att se det.", "The colour shows where the value lies, not whether a difference is certain. Choose the verdict as colour to see that.";
    outside: "finns inte i uppgifterna", "not in the data";
    plain: "antal, se tabellen", "number, see the table";
    unknown_sign: "tecken utan förklaring", "sign without explanation";
    north: "norr", "north";
    south: "söder", "south";
    west: "väster", "west";
    east: "öster", "east";
    no_neighbour: "Ingen granne åt det hållet.", "No neighbour in that direction.";
}

/// What the map is, for those who can't see it.
pub fn summary(language: Language, title: &str, level: Level, n_known: usize, n_hidden: usize, n_all: usize) -> String {
    let names = super::explore::level_names(language, level);
    match language {
        Language::Swedish => format!(
            "{title}. Karta över {n_all} {names}: {n_known} har ett värde, {n_hidden} är dolda av sekretess. Samma uppgifter står i tabellen."
        ),
        Language::English => format!(
            "{title}. Map of {n_all} {names}: {n_known} have a value, {n_hidden} are hidden to protect individuals. The table says the same."
        ),
    }
}

/// "3 kommuner"
pub fn n_areas(language: Language, n: usize, level: Level) -> String {
    use super::explore::{level_name, level_names};
    let name = if n == 1 { level_name(language, level) } else { level_names(language, level) };
    format!("{n}\u{a0}{name}")
}

/// "12 av 290 kommuner"
pub fn so_many_of(language: Language, n: usize, all: &str) -> String {
    match language {
        Language::Swedish => format!("{n} av {all}"),
        Language::English => format!("{n} of {all}"),
    }
}

/// A class that is open at one end: the lowest has no lower limit, the highest no upper one.
pub fn open_class(language: Language, low: Option<&str>, high: Option<&str>) -> String {
    match (language, low, high) {
        (_, None, Some(high)) => format!("under {high}"),
        (Language::Swedish, Some(low), _) => format!("{low} eller mer"),
        (Language::English, Some(low), _) => format!("{low} or more"),
        (Language::Swedish, None, None) => "alla värden".to_owned(),
        (Language::English, None, None) => "all values".to_owned(),
    }
}
