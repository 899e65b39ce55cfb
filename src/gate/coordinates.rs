//! Coordinates of a place in Sweden in a text: degrees, or metres of SWEREF 99 TM or RT 90.

/// Whether a text has a pair of coordinates, exact to some hundred metres or better. One number alone is any number.
pub fn is_in(text: &str) -> bool {
    let numbers = numbers(text);
    let mut pairs = numbers.iter().zip(numbers.iter().skip(1)).filter(|(_, next)| next.is_near);
    pairs.any(|(first, second)| is_place(first, second) || is_place(second, first))
}

/// A number of a text.
struct Number {
    value: f64,
    n_decimals: usize,
    /// Whether little stands between it and the number before.
    is_near: bool,
}

/// As many letters between the two: "59.3293° N, 18.0686° E".
const NEAR: usize = 12;

fn numbers(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let (mut digits, mut gap) = (String::new(), usize::MAX);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_point = matches!(letter, '.' | ',')
            && !digits.is_empty()
            && !digits.contains('.')
            && letters.peek().is_some_and(char::is_ascii_digit);
        if letter.is_ascii_digit() {
            digits.push(letter);
        } else if is_point {
            digits.push('.');
        } else {
            take(&mut digits, &mut gap, &mut found);
            gap = if letter == '\n' { usize::MAX } else { gap.saturating_add(1) };
        }
    }
    take(&mut digits, &mut gap, &mut found);
    found
}

fn take(digits: &mut String, gap: &mut usize, found: &mut Vec<Number>) {
    if let Ok(value) = digits.parse::<f64>() {
        let n_decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        found.push(Number { value, n_decimals, is_near: *gap <= NEAR });
        *gap = 0;
    }
    digits.clear();
}

fn is_place(north: &Number, east: &Number) -> bool {
    let is_degrees = (55.0..69.2).contains(&north.value) && (10.5..24.3).contains(&east.value);
    let is_exact = north.n_decimals >= 3 && east.n_decimals >= 3;
    let is_metres_north = (6_100_000.0..7_700_000.0).contains(&north.value);
    let is_metres_east =
        (250_000.0..930_000.0).contains(&east.value) || (1_200_000.0..1_900_000.0).contains(&east.value);
    (is_degrees && is_exact) || (is_metres_north && is_metres_east)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_of_coordinates_in_sweden_is_found() {
        for text in [
            "59.3293, 18.0686",
            "Läge: 59,3293 18,0686",
            "59.3293° N, 18.0686° E",
            "(18.0686;59.3293)",
            "N 6580822 E 674032",
            "x=6580822, y=1628955",
        ] {
            assert!(is_in(text), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_no_coordinates() {
        for text in [
            "",
            "59.3293",
            "59.3, 18.1 procent",
            "59.329 procent av alla, vilket är mer än de 18.069 procent som",
            "mellan 55 och 69 år, 11 till 24 barn",
            "6580822",
            "2017–2018, 0180 0181",
            "48.8566, 2.3522",
        ] {
            assert!(!is_in(text), "{text}");
        }
    }
}
