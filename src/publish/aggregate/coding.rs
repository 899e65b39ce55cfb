//! From what a record holds to its category, and to all that lie above it; what has no category is told, never dropped.

use std::{collections::HashMap, rc::Rc};

use super::{
    plan::{Asked, Coding, Condition, Dimension},
    spec::dimension::DatePart,
};

/// Where a record stands in a dimension.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coded {
    /// Where it is among those that are remembered; none where it is not.
    pub number: Option<usize>,
    /// By depth, from the total: the categories it is in, each once.
    pub levels: Vec<Vec<usize>>,
    /// It has no place in the dimension, and so none in the table.
    pub is_left_out: bool,
    /// What was wrong, by the place of the column in the coding.
    pub troubles: Vec<(usize, Trouble)>,
}

/// Why a value has no category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is none.
    Missing,
    /// Nobody has said what it means.
    Unknown(String),
}

/// Finds the categories of one dimension, and remembers what it found.
#[derive(Debug)]
pub struct Coder<'p> {
    dimension: &'p Dimension,
    /// Where each of its columns is among those that were asked.
    places: Vec<usize>,
    /// By the values, an end mark after each.
    known: HashMap<String, Rc<Coded>>,
    /// The values that are looked up, in one piece: making one anew for each of ten million records takes longer than all the rest.
    key: String,
}

/// As many different values as are remembered; a register of persons could hold millions.
const MOST_REMEMBERED: usize = 100_000;
/// Ends a value; no code has it.
const END: char = '\u{1f}';

const YES: [&str; 9] = ["1", "true", "t", "ja", "j", "yes", "y", "x", "sant"];
const NO: [&str; 7] = ["0", "false", "f", "nej", "n", "no", "falskt"];

impl<'p> Coder<'p> {
    /// For answers with these columns.
    pub fn new(dimension: &'p Dimension, asked: &[Asked]) -> Self {
        let own = dimension.coding.columns();
        let places = own.iter().filter_map(|column| asked.iter().position(|other| other == column)).collect();
        Self { dimension, places, known: HashMap::new(), key: String::new() }
    }

    /// Where a record with these values stands.
    pub fn code(&mut self, values: &[Option<&str>]) -> Rc<Coded> {
        let value = |at: &usize| values.get(*at).copied().flatten();
        self.key.clear();
        for at in &self.places {
            self.key.push_str(value(at).unwrap_or_default());
            self.key.push(END);
        }
        if let Some(coded) = self.known.get(&self.key) {
            return Rc::clone(coded);
        }
        let own: Vec<Option<&str>> = self.places.iter().map(value).collect();
        let number = Some(self.known.len()).filter(|number| *number < MOST_REMEMBERED);
        let coded = Rc::new(Coded { number, ..coded(self.dimension, &own) });
        if number.is_some() {
            self.known.insert(self.key.clone(), Rc::clone(&coded));
        }
        coded
    }
}

fn coded(dimension: &Dimension, values: &[Option<&str>]) -> Coded {
    let mut troubles = Vec::new();
    let mut found = Vec::new();
    let first = values.first().and_then(|value| filled(*value));
    let mut take = |column: usize, category: Option<usize>, value: &str| match category {
        Some(category) => found.push(category),
        None => troubles.push((column, Trouble::Unknown(value.to_owned()))),
    };
    match (&dimension.coding, first) {
        (Coding::Flags(flags), _) => {
            for (column, (value, (_, category))) in values.iter().zip(flags).enumerate() {
                match filled(*value).map(str::to_lowercase) {
                    None => troubles.push((column, Trouble::Missing)),
                    Some(word) if YES.contains(&word.as_str()) => found.push(*category),
                    Some(word) if NO.contains(&word.as_str()) => {}
                    Some(word) => troubles.push((column, Trouble::Unknown(word))),
                }
            }
        }
        (_, None) => troubles.push((0, Trouble::Missing)),
        (Coding::Codes(_, None, codes), Some(value)) => take(0, codes.get(value).copied(), value),
        (Coding::Codes(_, Some(part), codes), Some(value)) => {
            let code = date_part(value, *part);
            take(0, code.and_then(|code| codes.get(&code).copied()), value);
        }
        (Coding::Several(_, separator, codes), Some(value)) => {
            for part in value.split(separator).map(str::trim).filter(|part| !part.is_empty()) {
                take(0, codes.get(part).copied(), part);
            }
        }
        (Coding::Numbers(_, spans), Some(value)) => {
            let number = whole(value);
            let span = number.and_then(|number| spans.iter().find(|span| span.from <= number && number <= span.to));
            take(0, span.map(|span| span.category), value);
        }
    }
    let is_nowhere = found.is_empty();
    found.extend(dimension.missing.filter(|_| is_nowhere));
    let is_left_out = found.is_empty() && !dimension.coding.is_multi_response();
    Coded { number: None, levels: levels(dimension, &found), is_left_out, troubles }
}

/// The categories and all above them, by depth.
fn levels(dimension: &Dimension, found: &[usize]) -> Vec<Vec<usize>> {
    let mut levels = vec![Vec::new(); dimension.n_levels.saturating_add(1)];
    if let Some(top) = levels.first_mut() {
        top.extend(dimension.total);
    }
    for category in found {
        let mut here = Some(*category).filter(|it| Some(*it) != dimension.total);
        while let Some((category, place)) = here.and_then(|it| Some((it, dimension.places.get(it)?))) {
            if let Some(level) = levels.get_mut(place.depth).filter(|level| !level.contains(&category)) {
                level.push(category);
            }
            here = place.parent.filter(|parent| Some(*parent) != dimension.total);
        }
    }
    levels
}

/// What stands there, without the space around it.
fn filled(value: Option<&str>) -> Option<&str> {
    value.map(str::trim).filter(|value| !value.is_empty())
}

/// The part of a date that begins `2024-05` or `202405`.
fn date_part(date: &str, part: DatePart) -> Option<String> {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = date.get(..4).filter(|year| is_number(year))?;
    if part == DatePart::Year {
        return Some(year.to_owned());
    }
    let month = date.get(5..7).filter(|_| date.get(4..5) == Some("-")).or_else(|| date.get(4..6))?;
    let number: u32 = month.parse().ok().filter(|number| (1..=12).contains(number))?;
    Some(match part {
        DatePart::Quarter => format!("{year}K{}", number.div_ceil(3)),
        _ => format!("{year}M{month}"),
    })
}

/// The whole part of a number, as ages and times are told.
fn whole(text: &str) -> Option<i64> {
    let floor = micros(text)?.div_euclid(MICRO);
    i64::try_from(floor).ok()
}

/// Millionths in one.
pub const MICRO: i128 = 1_000_000;

/// A number in millionths, exactly; none where it is no number, or has more decimals or digits than can be kept.
pub fn micros(text: &str) -> Option<i128> {
    let text = text.trim();
    let (is_negative, digits) = match text.strip_prefix('-').or_else(|| text.strip_prefix('\u{2212}')) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    let fraction = fraction.trim_end_matches('0');
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 15 || fraction.len() > 6 || !is_number(whole) || !is_number(fraction) {
        return None;
    }
    let number: i128 = format!("{whole}{fraction:0<6}").parse().ok()?;
    Some(if is_negative { number.saturating_neg() } else { number })
}

/// Whether a condition holds of a value.
pub fn holds(condition: &Condition, value: Option<&str>) -> bool {
    let value = value.map(str::trim).unwrap_or_default();
    let is_one = |value: &str| condition.values.iter().any(|wanted| wanted == value);
    let is_in = match &condition.separator {
        Some(separator) => value.split(separator).any(|part| is_one(part.trim())),
        None => is_one(value),
    };
    is_in == condition.wants
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_gives_its_parts_and_what_is_none_gives_nothing() {
        assert_eq!(date_part("2024", DatePart::Year).as_deref(), Some("2024"));
        assert_eq!(date_part("2024-05", DatePart::Quarter).as_deref(), Some("2024K2"));
        assert_eq!(date_part("2024051", DatePart::Month).as_deref(), Some("2024M05"));
        assert_eq!(date_part("2024-13", DatePart::Month), None);
        assert_eq!(date_part("24-05-17", DatePart::Year), None);
        assert_eq!(date_part("åå24", DatePart::Year), None);
    }

    #[test]
    fn numbers_are_kept_exactly_or_not_taken() {
        assert_eq!(micros("12,5"), Some(12_500_000));
        assert_eq!(micros("-0.000001"), Some(-1));
        assert_eq!(micros("7.0000000"), Some(7_000_000));
        for text in ["", "1 000", "1e3", "0.0000001", "nan", ".5", "9999999999999999"] {
            assert_eq!(micros(text), None, "{text}");
        }
        assert_eq!(whole("12,9"), Some(12));
        assert_eq!(whole("-0,5"), Some(-1));
    }
}
