//! Years as they are written on the command line.

use crate::publish::fetch::error::FetchError;

/// Nobody counts further back or ahead.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2100;

/// `2015-2024`, `2019,2023`, or both.
pub fn years(text: &str) -> Result<Vec<u16>, FetchError> {
    let bad = || FetchError::BadYears(text.to_owned());
    let year = |part: &str| part.trim().parse::<u16>().ok().filter(|year| YEARS.contains(year)).ok_or_else(bad);
    let mut years = Vec::new();
    for part in text.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (year(first)?, year(last)?);
        if first > last {
            return Err(bad());
        }
        years.extend(first..=last);
    }
    years.sort_unstable();
    years.dedup();
    Ok(years)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_stand_one_by_one_and_from_to() {
        assert_eq!(years("2019-2021,2023").expect("they are years"), [2019, 2020, 2021, 2023]);
        for wrong in ["", "2021-2019", "20", "2019-", "i fjol", "99999"] {
            assert!(years(wrong).is_err(), "{wrong}");
        }
    }
}
