//! Codes of Swedish places in a table: their form, and the zero that a spreadsheet eats.

use crate::model::area::Level;

/// Codes of the counties; a municipality's code begins with one of them.
const COUNTIES: [&str; 21] = [
    "01", "03", "04", "05", "06", "07", "08", "09", "10", "12", "13", "14", "17", "18", "19", "20", "21", "22", "23",
    "24", "25",
];

/// Whether a code has the form of the nation's, a county's or a municipality's.
pub fn is_code(code: &str) -> bool {
    match Level::of_code(code) {
        Some(Level::Nation) => true,
        Some(_) => code.get(..2).is_some_and(|county| COUNTIES.contains(&county)) && !code.ends_with("00"),
        None => false,
    }
}

/// The code with the first zero put back, where it lacks one.
pub fn with_zero(code: &str) -> Option<String> {
    let lacks_one = matches!(code.len(), 1 | 3) && code.bytes().all(|byte| byte.is_ascii_digit());
    let whole = match code {
        "0" => "00".to_owned(),
        code => format!("0{code}"),
    };
    (lacks_one && is_code(&whole)).then_some(whole)
}

/// Code and name of "0114 Upplands Väsby".
pub fn split(text: &str) -> Option<(&str, &str)> {
    let (code, name) = text.split_once(char::is_whitespace)?;
    let name = name.trim_start();
    (is_code(code) && name.starts_with(char::is_alphabetic)).then_some((code, name))
}

/// What the codes of a column are, as far as places go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AreaCodes {
    /// All of them codes of places.
    Whole,
    /// All of them, once some get their zero back.
    ZerosLost,
    /// Code and name in one.
    WithNames,
}

/// What these texts are; none where some are no code of a place.
pub fn of<'t>(texts: impl Iterator<Item = &'t str> + Clone) -> Option<AreaCodes> {
    texts.clone().next()?;
    if texts.clone().all(is_code) {
        return Some(AreaCodes::Whole);
    }
    if texts.clone().all(|text| is_code(text) || with_zero(text).is_some()) {
        return Some(AreaCodes::ZerosLost);
    }
    texts.clone().all(|text| split(text).is_some()).then_some(AreaCodes::WithNames)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lost_zero_is_seen_only_where_all_codes_become_right() {
        let of = |texts: &[&str]| super::of(texts.iter().copied());
        assert_eq!(of(&["00", "01", "0114", "2584"]), Some(AreaCodes::Whole));
        assert_eq!(of(&["114", "180", "2584"]), Some(AreaCodes::ZerosLost));
        assert_eq!(of(&["0", "1", "25"]), Some(AreaCodes::ZerosLost));
        assert_eq!(of(&["114", "280"]), None, "there is no county 02");
        assert_eq!(of(&["0114", "Riket"]), None);
        assert_eq!(of(&["00 Riket", "0114 Upplands Väsby"]), Some(AreaCodes::WithNames));
        assert_eq!(of(&[]), None);
    }
}
