//! TIMEVAL: which variable is time, and the periods that it lists or spans.

use super::{
    fault::{Expected, PxFault},
    header::Header,
    keywords::Kind,
    variables::{Variable, entry_for},
};
use crate::load::limits;

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scale {
    Year,
    /// A part of a year, and how many there are; with so many digits after the year.
    Part(u32, usize),
    Day,
}

impl Scale {
    fn from_id(id: &str) -> Option<Self> {
        Some(match id.to_ascii_uppercase().as_str() {
            "A1" => Self::Year,
            "H1" => Self::Part(2, 1),
            "T1" => Self::Part(3, 1),
            "Q1" => Self::Part(4, 1),
            "M1" => Self::Part(12, 2),
            // The last week of a year is 52 or 53: such a span is read as 53 to the year, and never counted.
            "W1" => Self::Part(53, 2),
            "D1" => Self::Day,
            _ => return None,
        })
    }

    /// The period's number on the line of time.
    fn number(self, period: &str) -> Option<u32> {
        let digits: String = period.chars().filter(char::is_ascii_digit).collect();
        let year = digits.get(..4)?.parse::<u32>().ok()?;
        let rest = digits.get(4..)?;
        match self {
            Self::Year => rest.is_empty().then_some(year),
            Self::Part(n, width) => {
                let part = rest.parse::<u32>().ok().filter(|part| (1..=n).contains(part) && rest.len() <= width)?;
                year.checked_mul(n)?.checked_add(part.checked_sub(1)?)
            }
            Self::Day => None,
        }
    }

    fn period(self, number: u32) -> Option<String> {
        Some(match self {
            Self::Year => format!("{number:04}"),
            Self::Part(n, width) => {
                let (year, part) = (number.checked_div(n)?, number.checked_rem(n)?.checked_add(1)?);
                format!("{year:04}{part:0width$}")
            }
            Self::Day => return None,
        })
    }

    /// The periods from one to another; none where they can't be told or are more than anyone publishes.
    fn span(self, first: &str, last: &str) -> Option<Vec<String>> {
        let (first, last) = (self.number(first)?, self.number(last)?);
        let n = usize::try_from(last.checked_sub(first)?).ok()?;
        if n > MOST_PERIODS || self == Self::Part(53, 2) {
            return None;
        }
        (first..=last).map(|number| self.period(number)).collect()
    }
}

/// More periods than this in a span are a slip of the pen: it is three hundred years of months.
const MOST_PERIODS: usize = 4000;

/// The periods that TIMEVAL gives for a variable without VALUES; none where there is no such list.
pub fn listed(header: &mut Header, variable: &str) -> Option<Vec<String>> {
    let entry = header.find("TIMEVAL", None, &[variable])?.clone();
    let (_, periods) = read(header, &entry)?;
    periods.filter(|periods| !periods.is_empty() && periods.len() <= limits::CELLS)
}

/// Whether a variable is time by its TIMEVAL; complains of one that can't be read or has other periods than VALUES.
pub fn is_time(header: &mut Header, variable: &Variable) -> bool {
    let Some(entry) = entry_for(header, "TIMEVAL", variable) else { return false };
    match read(header, &entry) {
        None => {
            let found = header.text(&entry);
            header.wrong(&entry, Expected::TimeList, found);
        }
        Some((_, Some(periods))) if !periods.is_empty() && periods.len() != variable.len() => {
            let keyword = format!("TIMEVAL(\"{}\")", variable.name.own);
            header.warn(entry.at, PxFault::Miscounted { keyword, expected: variable.len(), found: periods.len() });
        }
        Some(_) => {}
    }
    true
}

/// The scale, and the periods where they can be told; none where it is no TLIST.
fn read(header: &mut Header, entry: &super::header::Entry) -> Option<(Scale, Option<Vec<String>>)> {
    let source = &header.source;
    let tokens = header.tokens(entry);
    let mut words = tokens.iter().map(|token| (token.kind, source.text(token.span)));
    let (_, first) = words.next()?;
    let (_, open) = words.next()?;
    let scale = Scale::from_id(words.next()?.1.trim())?;
    if !first.eq_ignore_ascii_case("TLIST") || open != "(" {
        return None;
    }
    let rest: Vec<(Kind, String)> = words.map(|(kind, text)| (kind, text.into_owned())).collect();
    let texts: Vec<&str> = rest.iter().filter(|(kind, _)| *kind == Kind::Text).map(|(_, text)| text.as_str()).collect();
    let is_span = rest.iter().any(|(kind, text)| *kind == Kind::Word && text == "-");
    let periods = match texts.as_slice() {
        [first, last] if is_span => scale.span(first, last),
        // Some writers put the span in one text.
        [span] if span.contains('-') => span.split_once('-').and_then(|(first, last)| scale.span(first, last)),
        _ if is_span => None,
        texts => Some(texts.iter().map(|text| (*text).to_owned()).collect()),
    };
    Some((scale, periods))
}

/// Whether a text looks like a period: `2023`, `2023M01`, `2023K1`, `202301`, `2023-01`.
pub fn is_period(text: &str) -> bool {
    let Some((year, rest)) = text.split_at_checked(4) else { return false };
    let is_year =
        year.bytes().all(|byte| byte.is_ascii_digit()) && matches!(year.get(..2), Some("18" | "19" | "20" | "21"));
    let rest = rest.trim_start_matches(['M', 'K', 'Q', 'H', 'W', 'V', '-', '/']);
    is_year && rest.len() <= 4 && rest.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_all_periods_from_the_first_to_the_last() {
        let span = |scale: &str, first, last| Scale::from_id(scale).and_then(|scale| scale.span(first, last));
        assert_eq!(span("A1", "2019", "2021").expect("three years"), ["2019", "2020", "2021"]);
        assert_eq!(span("Q1", "20193", "20201").expect("three quarters"), ["20193", "20194", "20201"]);
        assert_eq!(span("M1", "201911", "202002").map(|months| months.len()), Some(4));
        assert_eq!(span("H1", "20191", "20192").map(|halves| halves.len()), Some(2));
        assert_eq!(span("A1", "2021", "2019"), None);
        assert_eq!(span("M1", "000101", "999912"), None, "no memory for a slip of the pen");
        assert_eq!(span("M1", "201913", "202001"), None);
    }

    #[test]
    fn periods_are_told_from_other_numbers() {
        for period in ["2023", "2023M01", "2023K4", "202312", "2023-06", "2023/2024"] {
            assert!(is_period(period), "{period}");
        }
        for other in ["0114", "15-19", "2023 barn", "år", "3000"] {
            assert!(!is_period(other), "{other}");
        }
    }
}
