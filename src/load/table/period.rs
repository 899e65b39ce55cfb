//! Years, quarters, months and dates, as they stand in tables.

/// Where a period stands in time: year, part of the year, day.
pub type Key = (u16, u8, u8);

/// The period of a text: `2019`, `2019K1`, `2019Q1`, `2019H1`, `2019M05`, `2019-05`, `201905`, `2019-05-31`, `2019/20`, `2019-2021`; none where it is none.
pub fn key(text: &str) -> Option<Key> {
    let (year, rest) = (text.get(..4)?, text.get(4..)?);
    let year: u16 = whole(year)?;
    if !(1749..=2150).contains(&year) {
        return None;
    }
    if rest.is_empty() {
        return Some((year, 0, 0));
    }
    // A letter for the part of the year, with or without a hyphen before it.
    let bare = rest.trim_start_matches(['-', ' ']);
    if let Some(letter) = bare.chars().next().filter(char::is_ascii_alphabetic) {
        let number: u8 = whole(bare.get(1..)?)?;
        let (most, months) = match letter.to_ascii_uppercase() {
            'K' | 'Q' => (4, 3),
            'H' => (2, 6),
            'T' => (3, 4),
            'M' => (12, 1),
            'W' | 'V' => return (1..=53).contains(&number).then_some((year, 0, number)),
            _ => return None,
        };
        return (1..=most).contains(&number).then(|| (year, number.saturating_sub(1).saturating_mul(months), 1));
    }
    let month = |text: &str| whole::<u8>(text).filter(|month| text.len() == 2 && (1..=12).contains(month));
    let day = |text: &str| whole::<u8>(text).filter(|day| text.len() == 2 && (1..=31).contains(day));
    match rest.split_at_checked(1)? {
        ("-", rest) => match rest.len() {
            2 => Some((year, month(rest)?, 0)),
            4 => whole::<u16>(rest).filter(|last| *last > year && *last < 2200).map(|_| (year, 0, 0)),
            5 => Some((year, month(rest.get(..2)?)?, day(rest.get(3..).filter(|_| rest.get(2..3) == Some("-"))?)?)),
            _ => None,
        },
        ("/", rest) => {
            let next = year.checked_add(1)?;
            let is_next = whole(rest) == Some(next) || rest.len() == 2 && whole(rest) == Some(next % 100);
            is_next.then_some((year, 0, 0))
        }
        _ if rest.len() == 2 => Some((year, month(rest)?, 0)),
        _ => None,
    }
}

/// The period in a header, and the words beside it: "Antal 2019", "2019", "antal_2019".
pub fn in_header(header: &str) -> Option<(String, String)> {
    let is_joint = |letter: char| letter.is_whitespace() || matches!(letter, '_' | ',' | ':' | '(' | ')');
    let mut words = header.split(is_joint).filter(|word| !word.is_empty()).collect::<Vec<_>>();
    let mut found = words.iter().enumerate().filter(|(_, word)| key(word).is_some());
    let (at, period) = found.next()?;
    if found.next().is_some() {
        return None;
    }
    let period = (*period).to_owned();
    words.remove(at);
    Some((period, words.join(" ")))
}

fn whole<T: std::str::FromStr>(text: &str) -> Option<T> {
    let is_whole = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_whole.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_as_tables_write_them_and_their_order() {
        let in_order = ["2018", "2019", "2019K1", "2019K2", "2020-05", "2020M06", "2021-05-30", "2021-05-31"];
        let keys: Vec<Key> = in_order.iter().map(|text| key(text).expect(text)).collect();
        assert!(keys.is_sorted(), "{keys:?}");
        for text in ["2019/20", "2019/2020", "2019-2021", "201905", "2019-Q3", "2019H2"] {
            assert!(key(text).is_some(), "{text}");
        }
        for text in ["", "19", "0114", "2019-13", "2019K5", "2019/22", "20190", "2019-05-32", "åååå", "2019å", "2019K"]
        {
            assert_eq!(key(text), None, "{text}");
        }
    }

    #[test]
    fn a_header_can_hold_a_period() {
        assert_eq!(in_header("2019"), Some(("2019".into(), String::new())));
        assert_eq!(in_header("Antal_2019"), Some(("2019".into(), "Antal".into())));
        assert_eq!(in_header("Antal barn 2019 (31 dec)"), Some(("2019".into(), "Antal barn 31 dec".into())));
        assert_eq!(in_header("Antal"), None);
    }
}
