//! When a period or an event is, on a line of years.

/// From when until when, in years and parts of years: 2023 goes from 2023.0 to 2024.0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub until: f64,
}

impl Span {
    /// The time that a code stands for: a year, a half-year, a quarter, a month, a day, or a span of years such as `2021-2022`. None for any other.
    pub fn of(code: &str) -> Option<Self> {
        let code = code.trim();
        let year = number(code.get(..4)?, 4)?;
        let rest = code.get(4..)?;
        let part = |n: u32, of: u32| {
            let one = 1.0 / f64::from(of);
            let from = f64::from(year) + f64::from(n.checked_sub(1)?) * one;
            (n <= of).then_some(Self { from, until: from + one })
        };
        let mut letters = rest.chars();
        match letters.next() {
            None => part(1, 1),
            Some('K' | 'Q') => part(number(letters.as_str(), 1)?, 4),
            Some('H') => part(number(letters.as_str(), 1)?, 2),
            Some('M') => part(number(letters.as_str(), 2)?, 12),
            Some(_) => of_years(year, rest).or_else(|| of_days(year, rest.strip_prefix('-')?)),
        }
    }

    /// Its middle.
    pub fn middle(self) -> f64 {
        f64::midpoint(self.from, self.until)
    }

    /// How long it is, in years.
    pub fn length(self) -> f64 {
        self.until - self.from
    }
}

/// `2021-2022`, `2021–2022`: to the end of the last year.
fn of_years(first: u32, rest: &str) -> Option<Span> {
    let last = number(rest.trim_start().strip_prefix(['-', '–'])?.trim_start(), 4)?;
    (first < last).then(|| Span { from: f64::from(first), until: f64::from(last + 1) })
}

/// `03`, `03-31`: a month or a day of a year, each month as long as the others.
fn of_days(year: u32, rest: &str) -> Option<Span> {
    let (month, day) = match rest.split_once('-') {
        Some((month, day)) => (month, Some(number(day, 2)?)),
        None => (rest, None),
    };
    let month = number(month, 2).filter(|month| (1..=12).contains(month))?;
    let from = f64::from(year) + f64::from(month - 1) / 12.0;
    let Some(day) = day else { return Some(Span { from, until: from + 1.0 / 12.0 }) };
    let one = 1.0 / (12.0 * 31.0);
    let from = from + f64::from(day.checked_sub(1)?) * one;
    (day <= 31).then_some(Span { from, until: from + one })
}

/// A number of just so many digits.
fn number(text: &str, n_digits: usize) -> Option<u32> {
    let is_number = text.len() == n_digits && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn span(code: &str) -> (f64, f64) {
        let it = Span::of(code).expect("it is a period");
        ((it.from * 1000.0).round() / 1000.0, (it.until * 1000.0).round() / 1000.0)
    }

    #[test]
    fn periods_have_their_place_among_years() {
        assert_eq!(span("2023"), (2023.0, 2024.0));
        assert_eq!(span("2021-2022"), (2021.0, 2023.0));
        assert_eq!(span("2021 – 2022"), (2021.0, 2023.0));
        assert_eq!(span("2020-11"), (2020.833, 2020.917));
        assert_eq!(span("2020M11"), (2020.833, 2020.917));
        assert_eq!(span("2020K2"), (2020.25, 2020.5));
        assert_eq!(span("2020H2"), (2020.5, 2021.0));
        assert_eq!(span("2021-12-31"), (2021.997, 2022.0));
    }

    #[test]
    fn what_is_no_period_has_none() {
        for code in
            ["", "23", "2023-13", "2023K5", "2023K0", "2022-2021", "2023-00", "2023-01-32", "höst", "2023/24", "20231"]
        {
            assert_eq!(Span::of(code), None, "{code}");
        }
    }

    proptest! {
        #[test]
        fn any_text_has_a_span_that_goes_forward_or_none(code in ".{0,12}") {
            prop_assert!(Span::of(&code).is_none_or(|span| span.from < span.until));
        }

        #[test]
        fn any_digits_and_signs_too(code in "[0-9]{4}[-–KQHM0-9]{0,7}") {
            prop_assert!(Span::of(&code).is_none_or(|span| span.from < span.until));
        }
    }
}
