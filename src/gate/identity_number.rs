//! Swedish personal identity numbers and coordination numbers in a text, by date and check digit.

/// Whether a text has one, however it is written: `YYMMDD-NNNN`, `YYYYMMDDNNNN`, `YYYY-MM-DD-NNNN`, with `+`, a space or any dash.
pub fn is_in(text: &str) -> bool {
    let groups = groups(text);
    groups.iter().enumerate().any(|(at, group)| {
        let next = |n: usize| at.checked_add(n).and_then(|at| groups.get(at));
        let joined = |n: usize| {
            (1..=n).try_fold(group.digits.clone(), |all, n| Some(all + &next(n).filter(|it| it.is_joined)?.digits))
        };
        let lengths = |n: usize| (0..n).map(|n| next(n).map(|group| group.digits.len())).collect::<Option<Vec<_>>>();
        match group.digits.len() {
            10 | 12 => is_number(&group.digits),
            6 | 8 => {
                lengths(2).is_some_and(|lengths| lengths.get(1) == Some(&4))
                    && joined(1).is_some_and(|all| is_number(&all))
            }
            2 | 4 => {
                lengths(4).is_some_and(|lengths| lengths.get(1..) == Some(&[2, 2, 4]))
                    && joined(3).is_some_and(|all| is_number(&all))
            }
            _ => false,
        }
    })
}

/// Digits that stand together.
struct Group {
    digits: String,
    /// Whether only a dash, a plus or a space is between it and the group before.
    is_joined: bool,
}

fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut between = String::new();
    let mut is_open = false;
    for letter in text.chars() {
        if letter.is_ascii_digit() {
            match groups.last_mut() {
                Some(group) if is_open => group.digits.push(letter),
                _ => groups.push(Group { digits: letter.to_string(), is_joined: joins(&between) }),
            }
            between.clear();
        } else {
            between.push(letter);
        }
        is_open = letter.is_ascii_digit();
    }
    groups
}

/// Whether what is between two groups may stand within a number.
fn joins(between: &str) -> bool {
    // With a soft hyphen or a space on either side of the mark it is still one number to the eye.
    let mark = between.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{ad}');
    let mut letters = mark.chars();
    let first = letters.next();
    between.chars().count() <= 3
        && letters.next().is_none()
        && first.is_none_or(|letter| is_dash(letter) || letter == '+')
}

/// Whether a letter is one of the many dashes.
pub fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

/// Whether these 10 or 12 digits are a number: a century of living memory, a day that was, and the right check digit.
fn is_number(digits: &str) -> bool {
    let (century, short) = match digits.len() {
        12 => (digits.get(..2), digits.get(2..)),
        10 => (None, Some(digits)),
        _ => return false,
    };
    let Some(short) = short else { return false };
    let part = |from: usize| short.get(from..from.saturating_add(2)).and_then(|part| part.parse::<u32>().ok());
    let (Some(year), Some(month), Some(day)) = (part(0), part(2), part(4)) else {
        return false;
    };
    let is_leap = match century {
        Some(century @ ("18" | "19" | "20")) => year % 4 == 0 && (year != 0 || century == "20"),
        Some(_) => return false,
        None => year % 4 == 0,
    };
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    // The day of a coordination number is 60 more.
    let is_day = (1..=days).contains(&day) || day.checked_sub(60).is_some_and(|day| (1..=days).contains(&day));
    is_day && has_check_digit(short)
}

/// Luhn's check: every other digit doubled, the sum of all digits a multiple of ten.
fn has_check_digit(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .zip([2, 1].into_iter().cycle())
        .map(|(byte, weight)| {
            let product = u32::from(byte.saturating_sub(b'0')).saturating_mul(weight);
            product / 10 + product % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    // 811228-9874 and 670919-9530 are the Tax Agency's own examples; 701063-2391 is its coordination number.
    #[test]
    fn a_number_is_found_however_it_is_written() {
        for text in [
            "811228-9874",
            "811228+9874",
            "8112289874",
            "198112289874",
            "19811228-9874",
            "811228–9874",
            "811228 9874",
            "1981-12-28-9874",
            "81-12-28-9874",
            "811228 - 9874",
            "x811228-9874y",
            "Barnet (670919-9530) bor",
            "701063-2391",
            "19701063-2391",
            "år 2017 811228-9874 2018",
            "811228\u{2011}9874",
            "811228\u{a0}9874",
        ] {
            assert!(is_in(text), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_one_is_not() {
        for text in [
            "",
            "811228-9873",
            "811328-9874",
            "811232-9874",
            "2021006537",
            "202100-6537",
            "S2019/01922/FST",
            "2017–2018",
            "2015-12-33",
            "https://via.tt.se/pressmeddelande/3497818/barn?publisherId=3236124",
            "1 234 567",
            "8112289874123",
            "21811228-9874",
            "811228/9874",
            "ISBN 978-91-7555-123-4",
            "0180",
            "12345678",
        ] {
            assert!(!is_in(text), "{text}");
        }
    }
}
