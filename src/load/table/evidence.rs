//! What the numbers of a column tell of how they are written.

use super::number::{Decimal, NumberForm, is_space};

/// What the numbers of a column tell of how they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// A number that can only have a decimal comma, and how many.
    pub comma: Sighting,
    /// A number that can only have a decimal point, and how many.
    pub point: Sighting,
    /// `1,234`: a decimal comma, or a comma between thousands.
    pub either_comma: Sighting,
    /// `1.234`: a decimal point, or a point between thousands.
    pub either_point: Sighting,
    /// Commas or points between thousands, for certain.
    pub has_groups: bool,
}

/// The first text of a sort, and how many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sighting {
    /// The first.
    pub first: String,
    /// How many.
    pub n: usize,
}

impl Sighting {
    fn add(&mut self, text: &str) {
        if self.n == 0 {
            text.clone_into(&mut self.first);
        }
        self.n = self.n.saturating_add(1);
    }
}

impl Evidence {
    /// What these texts tell.
    pub fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut evidence = Self::default();
        for text in texts {
            evidence.add(text);
        }
        evidence
    }

    /// What one more text tells.
    pub fn add(&mut self, text: &str) {
        let bare = text.strip_prefix(['-', '+', '\u{2212}']).unwrap_or(text);
        let bare = bare.strip_suffix('%').map_or(bare, str::trim_end);
        let Some((at, sign)) = bare.char_indices().rev().find(|(_, letter)| matches!(letter, ',' | '.')) else {
            return;
        };
        let is_number = bare.starts_with(|letter: char| letter.is_ascii_digit() || letter == ',' || letter == '.')
            && bare.chars().all(|letter| letter.is_ascii_digit() || letter == ',' || letter == '.' || is_space(letter));
        if !is_number {
            return;
        }
        let (before, after) =
            (bare.get(..at).unwrap_or_default(), bare.get(at.saturating_add(1)..).unwrap_or_default());
        let is_comma = sign == ',';
        let n_same = before.matches(sign).count();
        let has_other = before.contains(if is_comma { '.' } else { ',' });
        let has_space = before.contains(is_space);
        let could_group = after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0');
        let (is_decimal, is_group) = match (n_same, has_other) {
            // 1.234.567 or 1,234,567
            (1.., false) => (false, after.len() == 3),
            // 1.234,5
            (0, true) => (true, true),
            (0, false) => (!could_group || has_space, false),
            _ => (false, false),
        };
        self.has_groups |= is_group;
        let decimal_is_comma = if is_decimal { is_comma } else { !is_comma };
        match (is_decimal || is_group, decimal_is_comma, is_comma) {
            (true, true, _) => self.comma.add(text),
            (true, false, _) => self.point.add(text),
            (false, _, true) => self.either_comma.add(text),
            (false, _, false) => self.either_point.add(text),
        }
    }

    /// Adds what others tell.
    pub fn merge(&mut self, other: &Self) {
        let merge = |mine: &mut Sighting, other: &Sighting| {
            if mine.n == 0 {
                mine.first.clone_from(&other.first);
            }
            mine.n = mine.n.saturating_add(other.n);
        };
        merge(&mut self.comma, &other.comma);
        merge(&mut self.point, &other.point);
        merge(&mut self.either_comma, &other.either_comma);
        merge(&mut self.either_point, &other.either_point);
        self.has_groups |= other.has_groups;
    }

    /// The decimal sign, where the numbers tell.
    pub fn decimal(&self) -> Option<Decimal> {
        match self.comma.n.cmp(&self.point.n) {
            std::cmp::Ordering::Greater => Some(Decimal::Comma),
            std::cmp::Ordering::Less => Some(Decimal::Point),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// How the numbers are written. Where they could be read in two ways, `hint` decides; without it a lone sign is the decimal sign.
    pub fn form(&self, hint: Option<Decimal>) -> NumberForm {
        let decimal = self.decimal().or(hint).unwrap_or(match self.either_comma.n > self.either_point.n {
            true => Decimal::Comma,
            false => Decimal::Point,
        });
        self.form_with(decimal)
    }

    /// How the numbers are written, where the decimal sign is known.
    pub fn form_with(&self, decimal: Decimal) -> NumberForm {
        let group = match self.has_groups {
            true => decimal.other().sign(),
            false => ' ',
        };
        NumberForm { decimal: decimal.sign(), group: Some(group), has_affixes: false }
    }

    /// The first text that could be read in two ways, where no other number tells which is right.
    pub fn ambiguous(&self) -> Option<&str> {
        let is_open = self.decimal().is_none();
        [&self.either_comma, &self.either_point]
            .into_iter()
            .find(|sighting| is_open && sighting.n > 0)
            .map(|sighting| sighting.first.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_tell_their_decimal_sign() {
        let form = |texts: &[&str]| {
            let evidence = Evidence::of(texts.iter().copied());
            (evidence.form(None).decimal, evidence.ambiguous().map(str::to_owned))
        };
        assert_eq!(form(&["1,5", "2"]), (',', None));
        assert_eq!(form(&["1.5", "1,234"]), ('.', None));
        assert_eq!(form(&["1.234", "5,5"]), (',', None));
        assert_eq!(form(&["1.234.567"]), (',', None));
        assert_eq!(form(&["1,234.5"]), ('.', None));
        assert_eq!(form(&["1,234", "12"]), (',', Some("1,234".into())));
        assert_eq!(form(&["0,234"]), (',', None));
        let thousands = Evidence::of(["1.234,5", "1.234"]).form(None);
        assert_eq!(thousands.parse("1.234"), Some(1234.0));
    }
}
