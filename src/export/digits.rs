//! A number as its shortest digits, written into a text: what every format writes a million times.

use std::fmt::Write;

/// The largest whole number below which every whole number is a double.
const WHOLE: f64 = 9_007_199_254_740_992.0;

/// Writes the fewest digits that are read as the same double, with a point.
pub fn push(text: &mut String, value: f64) {
    let is_whole = value.fract() == 0.0 && value.abs() < WHOLE && !(value == 0.0 && value.is_sign_negative());
    // Nothing can go wrong when a text grows. Whole numbers are written several times as fast as doubles.
    let _ = match is_whole {
        true => write!(text, "{}", value as i64),
        false => write!(text, "{value}"),
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_digits_are_those_of_a_double(value in prop_oneof![any::<f64>(), (-1_000_000_i32..1_000_000).prop_map(f64::from)]) {
            let mut text = String::new();
            push(&mut text, value);
            prop_assert_eq!(text, value.to_string());
        }
    }

    #[test]
    fn zeros_and_large_numbers_too() {
        for value in [0.0, -0.0, WHOLE, -WHOLE, WHOLE - 1.0, 1e300, f64::MIN_POSITIVE] {
            let mut text = String::new();
            push(&mut text, value);
            assert_eq!(text, value.to_string());
        }
    }
}
