//! Periods that are made of others, by their codes: 2015–2017 of three years, a year of its quarters or months.

/// The codes of the periods that make this one, in every way that is known; none for a period that nothing is known to make.
pub fn made_of(code: &str) -> Vec<Vec<String>> {
    if let Some((first, last)) = years(code) {
        return vec![(first..=last).map(|year| year.to_string()).collect()];
    }
    let is_year = code.len() == 4 && code.bytes().all(|byte| byte.is_ascii_digit());
    if !is_year {
        return Vec::new();
    }
    let of = |letter: &str, n: u32, digits: usize| {
        (1..=n).map(|number| format!("{code}{letter}{number:0digits$}")).collect::<Vec<String>>()
    };
    vec![of("K", 4, 1), of("Q", 4, 1), of("M", 12, 2), of("H", 2, 1)]
}

/// As many years as a period may have.
const MOST_YEARS: u16 = 40;

/// The first and the last year of a span of several: "2015-2017", "2015–2017".
fn years(code: &str) -> Option<(u16, u16)> {
    let (first, last) = code.split_once(['-', '–'])?;
    let year = |text: &str| {
        let text = text.trim();
        (text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse::<u16>().ok())?
    };
    let (first, last) = (year(first)?, year(last)?);
    (first < last && last - first < MOST_YEARS).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_of_years_and_years_are_made_of_shorter_periods() {
        assert_eq!(made_of("2015-2017"), [["2015", "2016", "2017"]]);
        assert_eq!(made_of("2015 – 2016"), [["2015", "2016"]]);
        assert_eq!(made_of("2015")[0], ["2015K1", "2015K2", "2015K3", "2015K4"]);
        assert_eq!(made_of("2015")[2][11], "2015M12");
        for code in ["2017-2015", "2015-2015", "2015/16", "1000-9999", "2015K1", "", "2015-2017-2019", "år"] {
            assert_eq!(made_of(code), [[""; 0]; 0], "{code}");
        }
    }
}
