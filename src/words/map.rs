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
    keys: "Piltangenterna väljer grannen i den riktningen, Esc går tillbaka till riket. Plus och minus zoomar, 0 visar hela kartan.", "The arrow keys pick the neighbour in that direction, Esc goes back to the nation. Plus and minus zoom, 0 shows the whole map.";
    hands: "På en pekskärm zoomar två fingrar. Inzoomad flyttas kartan genom att man drar i den.", "On a touch screen two fingers zoom. Zoomed in, the map is moved by dragging it.";
    count_not_coloured: "Antal ritas inte som färg: stora områden skulle se värre ut än de är. Välj en andel, eller läs antalen i tabellen.", "Numbers are not drawn as colours: large areas would look worse than they are. Choose a share, or read the numbers in the table.";
    colour_says: "Färgen visar var värdet ligger, inte om skillnaden är säker. Välj omdömet som färg för att se det.", "The colour shows where the value lies, not whether a difference is certain. Choose the verdict as colour to see that.";
    outside: "finns inte i uppgifterna", "not in the data";
    plain: "antal, se tabellen", "number, see the table";
    unknown_sign: "tecken utan förklaring", "sign without explanation";
    north: "norr", "north";
    south: "söder", "south";
    west: "väster", "west";
    east: "öster", "east";
    shape: "Kartans form", "Shape of the map";
    shape_outline: "geografisk", "as on the ground";
    shape_tiles: "rutor, lika stora", "tiles of one size";
    tiles_say: "En ruta för varje område: ytan säger inget om hur många som bor eller placeras där. Rutorna ligger ungefär där områdena ligger.", "A tile for each area: its size says nothing of how many live or are placed there. Tiles lie about where the areas lie.";
    each: "Dela upp kartan efter", "Split the map by";
    each_single: "inget, en enda karta", "nothing, a single map";
    each_nothing: "Inga siffror finns.", "There are no figures.";
    each_not_counts: "Antal ritas inte som färg. Välj en andel.", "Numbers are not drawn as colours. Choose a share.";
    counts_of_all_maps: "Antalen är från alla kartor tillsammans.", "The numbers are of all maps together.";
    judged_map_by_map: "Varje karta är bedömd för sig: hänsyn är tagen till att många områden jämförs, men inte till att kartorna är flera.", "Each map is judged by itself: that many areas are compared is allowed for, that there are several maps is not.";
    read_twin_of_each: "En kolumn för varje karta. Under siffran står dess 95 % osäkerhet och n. Två siffror skiljer sig inte säkert för att färgerna gör det.", "A column for each map. Below the figure stand its 95% uncertainty and n. Two figures do not differ with certainty because their colours do.";
    keys_of_each: "I varje karta väljer piltangenterna grannen, Esc går tillbaka till riket. Det som pekas ut eller väljs i en karta märks i alla.", "In each map the arrow keys pick the neighbour, Esc goes back to the nation. What is pointed at or picked on one map is marked on all.";
    limits: "Gränser", "Limits";
    limits_nothing: "Skriv minst en gräns.", "Write at least one limit.";
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

/// "3 kommuner" on one map; on several the number alone, for each area is on each of them.
pub fn n_on_maps(language: Language, n: usize, level: Level, n_maps: usize) -> String {
    if n_maps == 1 { n_areas(language, n, level) } else { super::number::count(n as u64, language) }
}

/// What several maps show together: "Andel hem per län, 2022, uppdelat efter: kön".
pub fn one_for_each(language: Language, title: &str, dimension: &str) -> String {
    let dimension = super::explore::lower_first(dimension);
    match language {
        Language::Swedish => format!("{title}, uppdelat efter: {dimension}"),
        Language::English => format!("{title}, split by: {dimension}"),
    }
}

/// The title of the card of several maps: "Karta per län, uppdelad efter: kön".
pub fn by_each(language: Language, title: &str, dimension: &str) -> String {
    let dimension = super::explore::lower_first(dimension);
    match language {
        Language::Swedish => format!("{title}, uppdelad efter: {dimension}"),
        Language::English => format!("{title}, split by: {dimension}"),
    }
}

/// Several maps, for those who can't see them.
pub fn summary_of_each(language: Language, title: &str, n_maps: usize) -> String {
    match language {
        Language::Swedish => format!("{title}. {n_maps} kartor med samma färger."),
        Language::English => format!("{title}. {n_maps} maps with the same colours."),
    }
}

/// One map where several are asked for: "En enda karta visas: Kön (publiceras inte per kommun)."
pub fn single_shown(language: Language, why: &str) -> String {
    match language {
        Language::Swedish => format!("En enda karta visas: {why}."),
        Language::English => format!("A single map is shown: {why}."),
    }
}

/// Why a dimension has no maps of its own, behind its name: "Regi (publiceras inte per kommun)".
pub fn with_reason(name: &str, reason: &str) -> String {
    format!("{name} ({})", super::explore::lower_first(reason.trim_end_matches('.')))
}

/// How limits are written, and in what unit, if any.
pub fn limits_hint(language: Language, unit: &str) -> String {
    let unit = match (language, unit.is_empty()) {
        (_, true) => String::new(),
        (Language::Swedish, false) => format!(", i {unit}"),
        (Language::English, false) => format!(", in {unit}"),
    };
    match language {
        Language::Swedish => format!("Högst sex, från den lägsta{unit}. Exempel: 10; 20,5; 30"),
        Language::English => format!("Six at most, from the lowest{unit}. Example: 10; 20.5; 30"),
    }
}

/// A typed limit that is no number.
pub fn limits_no_number(language: Language, typed: &str) -> String {
    match language {
        Language::Swedish => format!("”{typed}” är inget tal. Skriv siffror, med semikolon mellan gränserna."),
        Language::English => format!("“{typed}” is not a number. Write digits, with semicolons between limits."),
    }
}

/// Typed limits that may be one number or two.
pub fn limits_thousands(language: Language, typed: &str) -> String {
    match language {
        Language::Swedish => {
            format!("”{typed}” kan vara tusental eller flera gränser. Skriv semikolon mellan gränserna.")
        }
        Language::English => format!(
            "“{typed}” may be thousands or several limits. Write semicolons between limits, and no comma between thousands."
        ),
    }
}

/// A typed limit with too many decimals.
pub fn limits_too_fine(language: Language, typed: &str) -> String {
    match language {
        Language::Swedish => format!("”{typed}” har för många decimaler: högst sex."),
        Language::English => format!("“{typed}” has too many decimals: six at most."),
    }
}

/// A typed limit beyond everything.
pub fn limits_too_large(language: Language, typed: &str) -> String {
    match language {
        Language::Swedish => format!("”{typed}” är för stort."),
        Language::English => format!("“{typed}” is too large."),
    }
}

/// More typed limits than classes can be told apart.
pub fn limits_too_many(language: Language, n: usize) -> String {
    match language {
        Language::Swedish => format!("{n} gränser är för många: högst sex, så att färgerna går att skilja åt."),
        Language::English => format!("{n} limits are too many: six at most, so that colours can be told apart."),
    }
}

/// Typed limits that do not rise.
pub fn limits_not_rising(language: Language, before: &str, after: &str) -> String {
    match language {
        Language::Swedish => {
            format!("{after} står efter {before} men är inte större. Skriv gränserna från den lägsta.")
        }
        Language::English => format!("{after} comes after {before} but is not larger. Write limits from the lowest."),
    }
}
