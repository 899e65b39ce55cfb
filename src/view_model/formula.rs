//! A formula as plain data: what stands beside, above and below what. A component makes MathML of it.

/// A part of a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// A letter, or a name of several such as "max".
    Name(&'static str),
    /// A number, in digits.
    Number(&'static str),
    /// A sign between others: +, (, ∑.
    Sign(&'static str),
    /// Parts beside each other.
    Row(Vec<Formula>),
    /// One over another.
    Fraction(Box<Formula>, Box<Formula>),
    /// How many ways there are to choose the second out of the first.
    Choose(Box<Formula>, Box<Formula>),
    /// In brackets as tall as what they hold.
    Bracketed(Box<Formula>),
    /// The square root.
    Root(Box<Formula>),
    /// A part with another at its foot, at its shoulder, or both.
    Marked {
        /// What is marked.
        base: Box<Formula>,
        /// At its foot.
        foot: Option<Box<Formula>>,
        /// At its shoulder.
        shoulder: Option<Box<Formula>>,
    },
}

/// Parts from a line of text: what spaces part, `_` leads to a foot and `^` to a shoulder: `p = x_1 / n_1 + z^2`.
pub fn line(text: &'static str) -> Formula {
    row(text.split_whitespace().map(part))
}

/// Parts beside each other.
pub fn row(parts: impl IntoIterator<Item = Formula>) -> Formula {
    let mut parts: Vec<Formula> = parts.into_iter().collect();
    match (parts.len(), parts.pop()) {
        (1, Some(only)) => only,
        (_, last) => Formula::Row(parts.into_iter().chain(last).collect()),
    }
}

/// One over another.
pub fn over(above: Formula, below: Formula) -> Formula {
    Formula::Fraction(Box::new(above), Box::new(below))
}

/// How many ways there are to choose `few` out of `all`.
pub fn choose(all: &'static str, few: &'static str) -> Formula {
    Formula::Choose(Box::new(line(all)), Box::new(line(few)))
}

/// In brackets as tall as what they hold; brackets in a [`line`] are as tall as a letter.
pub fn bracketed(of: Formula) -> Formula {
    Formula::Bracketed(Box::new(of))
}

/// The square root.
pub fn root(of: Formula) -> Formula {
    Formula::Root(Box::new(of))
}

/// A part to the power of another.
pub fn power(base: Formula, exponent: Formula) -> Formula {
    Formula::Marked { base: Box::new(base), foot: None, shoulder: Some(Box::new(exponent)) }
}

/// A part with another at its foot.
pub fn foot(base: Formula, foot: Formula) -> Formula {
    Formula::Marked { base: Box::new(base), foot: Some(Box::new(foot)), shoulder: None }
}

fn part(text: &'static str) -> Formula {
    let (text, shoulder) = match text.split_once('^') {
        Some((text, shoulder)) => (text, Some(Box::new(token(shoulder)))),
        None => (text, None),
    };
    let (text, foot) = match text.split_once('_') {
        Some((text, foot)) => (text, Some(Box::new(token(foot)))),
        None => (text, None),
    };
    match (&foot, &shoulder) {
        (None, None) => token(text),
        _ => Formula::Marked { base: Box::new(token(text)), foot, shoulder },
    }
}

fn token(text: &'static str) -> Formula {
    match text.chars().next() {
        Some(first) if first.is_ascii_digit() => Formula::Number(text),
        Some(first) if first.is_alphabetic() => Formula::Name(text),
        _ => Formula::Sign(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_parted_into_names_numbers_and_signs() {
        let base = || Box::new(Formula::Name("x"));
        let marked = Formula::Marked {
            base: base(),
            foot: Some(Box::new(Formula::Number("1"))),
            shoulder: Some(Box::new(Formula::Number("2"))),
        };
        assert_eq!(line("x_1^2 + 4"), Formula::Row(vec![marked, Formula::Sign("+"), Formula::Number("4")]));
        assert_eq!(line("max"), Formula::Name("max"));
        assert_eq!(
            over(line("τ"), line("2")),
            Formula::Fraction(Box::new(Formula::Name("τ")), Box::new(Formula::Number("2")))
        );
    }
}
