//! What lies behind the figures: provisions of law, and dated events.

use super::text::Text;

/// Something decided or done at a date, to see a change in the figures against.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// When it happened or began: a day, a month or a year, ISO 8601.
    pub from: String,
    /// When it ended, where it went on for a time.
    pub until: Option<String>,
    /// What it was.
    pub label: Text,
    /// Where that is said.
    pub source: Option<Text>,
}

/// A provision that a measure or a category rests on, and when it held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalBasis {
    /// What rests on it.
    pub subject: LegalSubject,
    /// The act, the regulation or the convention, with its number.
    pub act: Text,
    /// Chapter and section, or article; none where all of it is meant.
    pub provision: Option<Text>,
    /// The first day it held, ISO 8601.
    pub from: Option<String>,
    /// The last day it held; none where it still holds, or nobody says.
    pub until: Option<String>,
}

/// What rests on a provision, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegalSubject {
    /// A category of a dimension.
    Category {
        /// The dimension.
        dimension: usize,
        /// The category.
        category: usize,
    },
    /// A measure.
    Measure(usize),
}

/// Whether a text is a year, a month or a day of ISO 8601, such as `2023`, `2023-03`, `2023-03-01`.
pub fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut part = |width: usize, least: u16, most: u16| {
        parts.next().map(|part| {
            let is_written = part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit());
            is_written && part.parse().is_ok_and(|number: u16| (least..=most).contains(&number))
        })
    };
    let is_year = part(4, 0, 9999) == Some(true);
    let is_rest = part(2, 1, 12).is_none_or(|is_month| is_month && part(2, 1, 31).unwrap_or(true));
    is_year && is_rest && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_a_year_a_month_or_a_day() {
        for text in ["2023", "2023-03", "2023-03-01", "2021-12-31"] {
            assert!(is_date(text), "{text}");
        }
        for text in ["", "23", "2023-13", "2023-3", "2023-03-32", "2023-03-01-01", "2023-00", "20230301", "mars 2023"] {
            assert!(!is_date(text), "{text}");
        }
    }
}
