//! The unit of a measure as JSON-stat gives it: words, decimals, power of ten.

use super::{
    given::{Member, Whole, right},
    wire::WireUnit,
};
use crate::load::{
    complaint::{Complaints, Severity},
    fault::{Fault, Found, Shape},
};

/// The unit of a measure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// In words, or its sign.
    pub words: Option<String>,
    /// Decimals to show of the numbers as they come out.
    pub decimals: Option<u8>,
    /// The power of ten that the numbers in the file are to be multiplied by.
    pub power: i32,
}

/// Beyond this a power of ten is a slip of the pen.
const LARGEST_POWER: i32 = 12;

/// More decimals than this nobody means.
const MOST_DECIMALS: usize = 12;

/// The unit, or as much of it as makes sense.
pub fn read(wire: Option<WireUnit>, place: impl Fn() -> String, complaints: &mut Complaints) -> Unit {
    let wire = wire.unwrap_or_default();
    let mut text = |member: Member<String>| {
        let text = right(complaints, Severity::Warning, member, Shape::Text, &place);
        text.filter(|text| !text.is_empty())
    };
    let (label, base, symbol) = (text(wire.label), text(wire.base), text(wire.symbol));
    let expected = Shape::PowerOfTen;
    let power = right(complaints, Severity::Fatal, wire.multiplier, expected, &place).unwrap_or_default();
    if !(-LARGEST_POWER..=LARGEST_POWER).contains(&power) {
        let found = Found::Number(power.to_string());
        complaints.fail(place(), Fault::WrongShape { expected, found });
    }
    // The label says the power too, "thousands of persons"; the numbers come out in persons.
    let words = label.filter(|_| power == 0).or(base).or(symbol);
    let shape = Shape::WholeNumber;
    let decimals = right(complaints, Severity::Warning, wire.decimals, shape, &place);
    let decimals = decimals.map(|Whole(decimals)| {
        let power = usize::try_from(power).unwrap_or_default();
        decimals.saturating_sub(power).min(MOST_DECIMALS)
    });
    Unit { words, decimals: decimals.and_then(|decimals| u8::try_from(decimals).ok()), power }
}

impl Unit {
    /// A number of the file in this unit, exactly as its digits say; none where it does not fit.
    pub fn scaled(&self, number: f64) -> Option<f64> {
        if self.power == 0 {
            return Some(number).filter(|number| number.is_finite());
        }
        // Moving the point in the digits keeps 2.3 thousand at 2300, which multiplying does not.
        let written = format!("{number:e}");
        let (digits, power) = written.split_once('e')?;
        let power = power.parse::<i32>().ok()?.checked_add(self.power)?;
        let scaled: f64 = format!("{digits}e{power}").parse().ok()?;
        Some(scaled).filter(|number| number.is_finite())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_point_is_moved_not_multiplied() {
        let unit = |power| Unit { power, ..Unit::default() };
        assert_eq!(unit(3).scaled(2.3), Some(2300.0));
        assert_eq!(unit(6).scaled(1.1), Some(1_100_000.0));
        assert_eq!(unit(-2).scaled(7.0), Some(0.07));
        assert_eq!(unit(0).scaled(0.1), Some(0.1));
        assert_eq!(unit(12).scaled(1e300), None);
        assert_eq!(unit(0).scaled(f64::NAN), None);
    }
}
