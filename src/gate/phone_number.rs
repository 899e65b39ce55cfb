//! Swedish phone numbers in a text.

use super::identity_number::is_dash;

/// Whether a text has a Swedish phone number. Numbers in addresses of the web and in registry numbers are none.
pub fn is_in(text: &str) -> bool {
    let letters: Vec<char> =
        text.split_inclusive(char::is_whitespace).filter(|word| !is_web_address(word)).flat_map(str::chars).collect();
    (0..letters.len()).any(|at| Reader { letters: &letters, at }.is_phone_number())
}

fn is_web_address(word: &str) -> bool {
    word.contains("://") || word.starts_with("www.")
}

/// Area codes of two and three digits; all others have four.
const SHORT_AREA_CODES: [&str; 29] = [
    "08", "010", "011", "013", "016", "018", "019", "020", "021", "023", "026", "031", "033", "035", "036", "040",
    "042", "044", "046", "054", "060", "063", "070", "072", "073", "076", "077", "079", "090",
];

/// The codes of mobile phones, which are also written with one digit more before the dash: 0701-23 45 67.
const MOBILE_CODES: [&str; 5] = ["070", "072", "073", "076", "079"];

/// Digits of a whole number, the leading zero counted.
const LENGTHS: std::ops::RangeInclusive<usize> = 8..=10;

/// A place in a text, from which it is read on.
#[derive(Clone, Copy)]
struct Reader<'t> {
    letters: &'t [char],
    at: usize,
}

impl Reader<'_> {
    fn is_phone_number(self) -> bool {
        self.is_free_before() && (self.national() || self.international())
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.letters.get(self.at.checked_add(ahead)?).copied()
    }

    fn before(&self, back: usize) -> Option<char> {
        self.letters.get(self.at.checked_sub(back)?).copied()
    }

    fn skip(&mut self, n: usize) {
        self.at = self.at.saturating_add(n);
    }

    /// Whether nothing just before makes this the middle of another number: a registry number, a date, a decimal.
    fn is_free_before(&self) -> bool {
        let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
        match self.before(1) {
            None => true,
            Some(letter) if letter.is_alphanumeric() || is_dash(letter) || "/_=+".contains(letter) => false,
            Some('.' | ',' | ':') => !is_digit(self.before(2)),
            Some(_) => true,
        }
    }

    /// Whether nothing just after makes this the beginning of another number.
    fn is_free_after(&self) -> bool {
        let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
        match self.peek(0) {
            None => true,
            Some(letter) if letter.is_alphanumeric() => false,
            Some(letter) if is_dash(letter) || "/.,:".contains(letter) => !is_digit(self.peek(1)),
            Some(_) => true,
        }
    }

    fn digits(&mut self) -> String {
        let digits: String = self.letters.iter().skip(self.at).take_while(|letter| letter.is_ascii_digit()).collect();
        self.skip(digits.len());
        digits
    }

    /// Reads past what may stand between groups; says whether there was anything, and whether it was more than space.
    fn gap(&mut self) -> (bool, bool) {
        let (mut n, mut has_mark) = (0_usize, false);
        while let Some(letter) = self.peek(0)
            && n < 3
            && (letter.is_whitespace() || is_dash(letter) || letter == ')')
        {
            has_mark |= !letter.is_whitespace();
            n = n.saturating_add(1);
            self.skip(1);
        }
        (n > 0, has_mark)
    }

    /// 08-123 456 78, 010-788 50 00, 070-123 45 67, 0980-123 45, 0701234567.
    fn national(mut self) -> bool {
        let is_list_before = self.before(1).is_some_and(char::is_whitespace)
            && self.before(2).is_some_and(|letter| letter.is_ascii_digit());
        let first = self.digits();
        if !first.starts_with('0') {
            return false;
        }
        if first.len() >= 9 {
            return LENGTHS.contains(&first.len()) && !first.starts_with("00") && self.is_free_after();
        }
        let is_mobile = MOBILE_CODES.iter().any(|code| first.starts_with(code));
        let is_short = SHORT_AREA_CODES.contains(&first.as_str());
        let has_short = SHORT_AREA_CODES.iter().any(|code| first.starts_with(code));
        let is_long = first.len() == 4 && !first.starts_with("00") && (is_mobile || !has_short);
        let (has_gap, has_mark) = self.gap();
        if !(is_short || is_long) || !has_gap {
            return false;
        }
        // A row of numbers with only spaces between is a list of codes or an amount, not a phone number.
        if !has_mark && is_list_before {
            return false;
        }
        self.subscriber(first.len(), has_mark)
    }

    /// The groups after the area code: one of five to eight digits, or several of two or three.
    fn subscriber(mut self, n_before: usize, has_mark: bool) -> bool {
        let first = self.digits().len();
        if (5..=8).contains(&first) {
            return LENGTHS.contains(&n_before.saturating_add(first)) && self.is_free_after();
        }
        let mut n = n_before.saturating_add(first);
        let mut length = first;
        while (2..=3).contains(&length) {
            if LENGTHS.contains(&n) && self.is_free_after() {
                let goes_on = self.peek(0).is_some_and(char::is_whitespace)
                    && self.peek(1).is_some_and(|letter| letter.is_ascii_digit());
                if has_mark || !goes_on {
                    return true;
                }
            }
            if !self.peek(0).is_some_and(|letter| letter.is_whitespace() || is_dash(letter)) {
                return false;
            }
            self.skip(1);
            length = self.digits().len();
            n = n.saturating_add(length);
        }
        false
    }

    /// +46 8 123 456 78, 0046-70-123 45 67, +46 (0)10 788 50 00.
    fn international(mut self) -> bool {
        let prefix: String = self.letters.iter().skip(self.at).take(4).collect();
        if prefix.starts_with("+46") {
            self.skip(3);
        } else if prefix == "0046" {
            self.skip(4);
        } else {
            return false;
        }
        self.gap();
        if self.peek(0) == Some('(') && self.peek(1) == Some('0') && self.peek(2) == Some(')') {
            self.skip(3);
            self.gap();
        }
        let mut n = 0_usize;
        loop {
            let length = self.digits().len();
            if length == 0 {
                return false;
            }
            n = n.saturating_add(length);
            if (7..=10).contains(&n) && self.is_free_after() {
                return true;
            }
            if !self.gap().0 {
                return false;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_number_is_found_however_it_is_written() {
        for text in [
            "08-123 456 78",
            "08 123 456 78",
            "08-12345678",
            "(08) 123 456 78",
            "010-788 50 00",
            "010 788 50 00",
            "070-123 45 67",
            "0701-23 45 67",
            "0701234567",
            "070 123 45 67",
            "0980-123 45",
            "0980-12345",
            "+46 8 123 456 78",
            "+4670-123 45 67",
            "+46 (0)10 788 50 00",
            "0046701234567",
            "tel:010-7885000",
            "Ring 031–12 34 56.",
            "Tfn 08\u{a0}-\u{a0}123 45 67, vardagar",
            "070-123 45 67 2024",
            "0912-345 67",
        ] {
            assert!(is_in(text), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_phone_number_is_not() {
        for text in [
            "",
            "S2019/01922/FST",
            "2017–2018",
            "2015-12-33",
            "2015-12-01",
            "01-02-2015",
            "1 234 567",
            "10 123 456 789",
            "https://via.tt.se/pressmeddelande/3497818/barn-och-unga?publisherId=3236124&lang=sv",
            "https://x.se/070-123 45 67x",
            "https://x.se/0701234567/a",
            "Dnr 8.1.1-01234/2023",
            "Dnr 010-12345/2019-4",
            "ISBN 978-91-7555-123-4",
            "ISBN 0-306-40615-2",
            "0180",
            "0114 0115 0117",
            "01 03 04 05 06 07 08 09 10 12 13 14",
            "kommunerna 0980, 1080, 1260",
            "00000001",
            "0,123 45 67",
            "2 08 12 34 56",
            "SE110 0123",
            "3497818",
            "2022-9-8082",
            "+12 345 678 kronor",
            "0046",
            "+46",
            "08",
            "070-",
            "2019/20 070-12",
        ] {
            assert!(!is_in(text), "{text}");
        }
    }
}
