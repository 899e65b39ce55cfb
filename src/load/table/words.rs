//! The words of headers and cells that say what a column is.

use crate::model::dimension::DimensionKind;

const AREA: [&str; 16] = [
    "region",
    "regionkod",
    "kommun",
    "kommunkod",
    "kommunnr",
    "län",
    "lan",
    "länskod",
    "lanskod",
    "lkod",
    "kkod",
    "område",
    "area",
    "geo",
    "municipality",
    "county",
];
const PERIOD: [&str; 12] =
    ["år", "ar", "year", "period", "tid", "time", "datum", "date", "månad", "kvartal", "time_period", "mätår"];
const SEX: [&str; 5] = ["kön", "kon", "sex", "gender", "kjønn"];
const OWNERSHIP: [&str; 7] = ["ägarform", "agarform", "ägare", "regiform", "driftsform", "driftform", "ownership"];
const HOME_TYPE: [&str; 6] = ["boendeform", "hemtyp", "typ av hem", "placeringsform", "home_type", "home type"];
const STATUS: [&str; 12] = [
    "status",
    "flagga",
    "flag",
    "flags",
    "tecken",
    "symbol",
    "obs_status",
    "conf_status",
    "obs_flag",
    "conf_flag",
    "statuskod",
    "markering",
];
const MEASURE_NAMES: [&str; 8] =
    ["mått", "matt", "indikator", "indicator", "measure", "kpi", "nyckeltal", "contentscode"];
const NUMBERS: [&str; 11] =
    ["värde", "varde", "value", "obs_value", "antal", "andel", "count", "number", "tal", "procent", "n"];
const CODED: [&str; 9] = ["ålder", "alder", "age", "klass", "grupp", "månad", "month", "kvartal", "quarter"];
const CODE_ENDS: [&str; 6] = ["kod", "code", "nr", "id", "nummer", "_k"];
const TOTALS: [&str; 17] = [
    "totalt",
    "total",
    "totala",
    "samtliga",
    "alla",
    "riket",
    "hela riket",
    "sverige",
    "båda könen",
    "both sexes",
    "all",
    "sweden",
    "kvinnor och män",
    "flickor och pojkar",
    "summa",
    "1+2",
    "total, samtliga",
];
const SEXES: [&str; 22] = [
    "flickor", "pojkar", "flicka", "pojke", "kvinnor", "män", "kvinna", "man", "girls", "boys", "girl", "boy", "women",
    "men", "woman", "female", "male", "females", "males", "k", "m", "f",
];

/// The header as it is compared: in small letters, without what stands in brackets.
pub fn plain(header: &str) -> String {
    let bare = header.split(['(', '[']).next().unwrap_or_default();
    bare.trim().to_lowercase()
}

/// The kind of dimension that a header says.
pub fn kind_of_header(header: &str) -> Option<DimensionKind> {
    let header = plain(header);
    let bare = without_code_end(&header);
    let is_one = |words: &[&str]| words.contains(&header.as_str()) || words.contains(&bare);
    if is_one(&AREA) {
        return Some(DimensionKind::Area);
    }
    if is_one(&PERIOD) {
        return Some(DimensionKind::Period);
    }
    if is_one(&SEX) {
        return Some(DimensionKind::Sex);
    }
    if is_one(&OWNERSHIP) {
        return Some(DimensionKind::Ownership);
    }
    is_one(&HOME_TYPE).then_some(DimensionKind::HomeType)
}

/// Whether a header says that signs stand below it.
pub fn is_status(header: &str) -> bool {
    STATUS.contains(&plain(header).as_str())
}

/// Whether a header says that the names of measures stand below it.
pub fn is_measure_names(header: &str) -> bool {
    MEASURE_NAMES.contains(&plain(header).as_str())
}

/// Whether a header says that figures stand below it.
pub fn is_numbers(header: &str) -> bool {
    let header = plain(header);
    let first = header.split([' ', '_']).next().unwrap_or_default();
    NUMBERS.contains(&header.as_str()) || NUMBERS.contains(&first)
}

/// Whether a header says that codes stand below it, though they may look like numbers.
pub fn is_coded(header: &str) -> bool {
    let header = plain(header);
    CODED.contains(&header.as_str()) || without_code_end(&header) != header
}

/// The header of codes without "kod", and of names without "namn": what both are of.
pub fn stem(header: &str) -> String {
    let header = plain(header);
    let stem = without_code_end(&header);
    let ends = ["namn", "name", "label", "text", "benämning", "titel"];
    let end = ends.into_iter().find_map(|end| stem.strip_suffix(end)).unwrap_or(stem);
    end.trim_end_matches(['_', ' ', '-', 's', '.']).to_owned()
}

fn without_code_end(header: &str) -> &str {
    let end = CODE_ENDS.into_iter().find_map(|end| header.strip_suffix(end));
    // "period" ends in "id" nowhere, but "id" alone is a code.
    end.map_or(header, |bare| bare.trim_end_matches(['_', ' ', '-', '.']))
}

/// Whether a text is the word for all of it.
pub fn is_total(text: &str) -> bool {
    TOTALS.contains(&text.to_lowercase().as_str())
}

/// Whether these texts are the words for girls and boys, women and men.
pub fn are_sexes<'t>(mut texts: impl Iterator<Item = &'t str> + Clone) -> bool {
    let is_sex = |text: &str| SEXES.contains(&text.to_lowercase().as_str());
    let is_any = |text: &str| text.chars().count() > 1 && is_sex(text);
    texts.clone().any(is_any) && texts.all(|text| is_sex(text) || is_total(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_say_what_stands_below() {
        assert_eq!(kind_of_header("Kommun_kod"), Some(DimensionKind::Area));
        assert_eq!(kind_of_header("År"), Some(DimensionKind::Period));
        assert_eq!(kind_of_header("Kön (juridiskt)"), Some(DimensionKind::Sex));
        assert_eq!(kind_of_header("Antal"), None);
        assert!(is_numbers("Antal barn") && is_status("OBS_STATUS") && is_coded("Ålder") && is_coded("orsakskod"));
        assert!(!is_coded("antal"));
        assert_eq!(stem("kommunkod"), stem("Kommunnamn"));
        assert_eq!(stem("län_kod"), stem("Län"));
    }

    #[test]
    fn words_of_cells() {
        assert!(are_sexes(["Flickor", "Pojkar", "Totalt"].into_iter()));
        assert!(!are_sexes(["k", "m"].into_iter()), "letters alone may be anything");
        assert!(!are_sexes(["Flickor", "Övriga"].into_iter()));
        assert!(is_total("Båda könen") && !is_total("Totalförsvaret"));
    }
}
