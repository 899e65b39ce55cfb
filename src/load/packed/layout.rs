//! How what is said of a dataset lies in packed bytes: one list of parts for both ways, so that they cannot go apart.
//!
//! A part more or less, or in another order, is another version: `MARK` then changes.

use super::rest::{Rest, put_count, put_text};
use crate::model::{
    area::Level,
    dataset::{
        CombinedDimension, Comparability, Comparable, Contributors, Dataset, Design, Disclosure, MetricDimension,
        Source,
    },
    dimension::{Break, Category, Dimension, DimensionKind},
    measure::{Measure, MeasureKind, Polarity, ProtectedUnit, Ratio},
    policy::{Event, LegalBasis, LegalSubject},
    text::{Language, Text},
};

/// What can be packed. Each takes a byte at least, so that no number of them makes more of a file than its size allows.
pub trait Packs: Sized {
    /// Adds it.
    fn put(&self, bytes: &mut Vec<u8>);

    /// Takes it; none where the bytes are none of it.
    fn take(rest: &mut Rest) -> Option<Self>;
}

/// The parts of a struct, one after the other.
macro_rules! parts {
    ($type:ident: $($part:ident),+) => {
        impl Packs for $type {
            fn put(&self, bytes: &mut Vec<u8>) {
                let Self { $($part),+ } = self;
                $($part.put(bytes);)+
            }

            fn take(rest: &mut Rest) -> Option<Self> {
                $(let $part = Packs::take(rest)?;)+
                Some(Self { $($part),+ })
            }
        }
    };
}

/// One of several words, as the byte of its place among them.
macro_rules! one_of {
    ($type:ident: $($word:ident),+) => {
        impl Packs for $type {
            fn put(&self, bytes: &mut Vec<u8>) {
                // That none is left out.
                match self { $(Self::$word)|+ => {} }
                let place = [$(Self::$word),+].iter().position(|word| word == self);
                bytes.push(place.and_then(|place| u8::try_from(place).ok()).unwrap_or(u8::MAX));
            }

            fn take(rest: &mut Rest) -> Option<Self> {
                [$(Self::$word),+].get(usize::from(rest.byte()?)).copied()
            }
        }
    };
}

parts!(Dataset: id, label, is_synthetic, is_unprotected, registry_numbers, publisher, sources, licence, updated, design, population,
    comparable, disclosure, contributors, covariates, hidden_signs, combinations, metric, mandatory_notes, notes, events,
    legal_bases);
parts!(MetricDimension: id, label, place);
parts!(Source: title, publisher, year, url);
parts!(Comparable: over_time, between_areas, between_categories);
parts!(Disclosure: threshold, has_complementary, hides_only_small, rounding_base, description);
parts!(Contributors: measure, homes, operators, largest);
parts!(CombinedDimension: dimension, level);
parts!(Event: from, until, label, source);
parts!(LegalBasis: subject, act, provision, from, until);
parts!(Dimension: id, label, kind, categories, total, is_multi_response, is_ordered, breaks, notes);
parts!(Category: code, label, parent, level, notes);
parts!(Break: period, reason);
parts!(Measure: id, label, kind, unit, column, ratio, polarity, decimals, protected_unit, additive_over, notes);
parts!(Ratio: numerator, denominator, denominator_at, per);

one_of!(Language: Swedish, English);
one_of!(Level: Nation, Division, County, Municipality);
one_of!(Design: Total, Register, Sample, Targeted, Survey, Unknown);
one_of!(MeasureKind: Count, Share, Rate, Mean, Index, Duration, Unknown);
one_of!(Polarity: HigherIsWorse, HigherIsBetter, Neutral);
one_of!(ProtectedUnit: Child, Case, Staff, Home, None);

/// Little-endian.
macro_rules! number {
    ($type:ident) => {
        impl Packs for $type {
            fn put(&self, bytes: &mut Vec<u8>) {
                bytes.extend(self.to_le_bytes());
            }

            fn take(rest: &mut Rest) -> Option<Self> {
                rest.array().map(Self::from_le_bytes)
            }
        }
    };
}

number!(u8);
number!(u16);
number!(u32);
number!(f64);

impl Packs for bool {
    fn put(&self, bytes: &mut Vec<u8>) {
        bytes.push((*self).into());
    }

    fn take(rest: &mut Rest) -> Option<Self> {
        match rest.byte()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Packs for usize {
    fn put(&self, bytes: &mut Vec<u8>) {
        put_count(bytes, *self);
    }

    fn take(rest: &mut Rest) -> Option<Self> {
        rest.count()
    }
}

impl Packs for String {
    fn put(&self, bytes: &mut Vec<u8>) {
        put_text(bytes, self);
    }

    fn take(rest: &mut Rest) -> Option<Self> {
        rest.text().map(str::to_owned)
    }
}

impl<T: Packs> Packs for Option<T> {
    fn put(&self, bytes: &mut Vec<u8>) {
        self.is_some().put(bytes);
        if let Some(it) = self {
            it.put(bytes);
        }
    }

    fn take(rest: &mut Rest) -> Option<Self> {
        Some(if bool::take(rest)? { Some(T::take(rest)?) } else { None })
    }
}

impl<T: Packs> Packs for Vec<T> {
    fn put(&self, bytes: &mut Vec<u8>) {
        put_count(bytes, self.len());
        for it in self {
            it.put(bytes);
        }
    }

    fn take(rest: &mut Rest) -> Option<Self> {
        let n = rest.count()?;
        // No room is made for what the bytes only promise.
        let mut all = Self::new();
        for _ in 0..n {
            all.push(T::take(rest)?);
        }
        Some(all)
    }
}

impl<A: Packs, B: Packs> Packs for (A, B) {
    fn put(&self, bytes: &mut Vec<u8>) {
        self.0.put(bytes);
        self.1.put(bytes);
    }

    fn take(rest: &mut Rest) -> Option<Self> {
        Some((A::take(rest)?, B::take(rest)?))
    }
}

impl Packs for Text {
    fn put(&self, bytes: &mut Vec<u8>) {
        self.language().put(bytes);
        put_text(bytes, self.original());
        self.translation().is_some().put(bytes);
        if let Some(translation) = self.translation() {
            put_text(bytes, translation);
        }
    }

    fn take(rest: &mut Rest) -> Option<Self> {
        let text = Self::new(Language::take(rest)?, rest.text()?);
        Some(if bool::take(rest)? { text.translated(rest.text()?) } else { text })
    }
}

impl Packs for DimensionKind {
    fn put(&self, bytes: &mut Vec<u8>) {
        put_text(bytes, self.id());
    }

    fn take(rest: &mut Rest) -> Option<Self> {
        rest.text().map(Self::from_id)
    }
}

impl Packs for Comparability {
    fn put(&self, bytes: &mut Vec<u8>) {
        match self {
            Self::Yes => bytes.push(0),
            Self::WithCare(why) => {
                bytes.push(1);
                why.put(bytes);
            }
            Self::No(why) => {
                bytes.push(2);
                why.put(bytes);
            }
            Self::Unknown => bytes.push(3),
        }
    }

    fn take(rest: &mut Rest) -> Option<Self> {
        Some(match rest.byte()? {
            0 => Self::Yes,
            1 => Self::WithCare(Packs::take(rest)?),
            2 => Self::No(Packs::take(rest)?),
            3 => Self::Unknown,
            _ => return None,
        })
    }
}

impl Packs for LegalSubject {
    fn put(&self, bytes: &mut Vec<u8>) {
        match self {
            Self::Category { dimension, category } => {
                bytes.push(0);
                dimension.put(bytes);
                category.put(bytes);
            }
            Self::Measure(measure) => {
                bytes.push(1);
                measure.put(bytes);
            }
        }
    }

    fn take(rest: &mut Rest) -> Option<Self> {
        Some(match rest.byte()? {
            0 => Self::Category { dimension: rest.count()?, category: rest.count()? },
            1 => Self::Measure(rest.count()?),
            _ => return None,
        })
    }
}
