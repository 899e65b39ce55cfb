//! What a cell holds: a known number with all that qualifies it, or the reason why there is none.

/// One cell of a cube.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// A number, which may be a true zero.
    Known(Known),
    /// No number, and why.
    Absent(Absence),
}

/// A number as it was published.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// The number, in the unit of its measure; always finite.
    pub value: f64,
    /// How exactly the publisher gave it: "drygt 30".
    pub qualifier: Option<Qualifier>,
    /// What else the publisher said of it.
    pub flags: Flags,
}

/// Why a cell has no number. None of these is zero.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Absence {
    /// More than nothing, less than half of the unit.
    RoundsToZero,
    /// Known to the publisher and hidden, so that nobody can be identified.
    Suppressed,
    /// Not reported.
    Missing,
    /// Cannot occur.
    NotApplicable,
    /// Too uncertain to publish.
    Uncertain,
    /// Will be published.
    NotYet,
    /// The publisher's file has no such cell.
    Unpublished,
    /// A sign that the file does not explain, as it stands.
    UnknownSymbol(String),
}

/// How exactly a number was given, where it was not given as it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Qualifier {
    /// "drygt": a little more than.
    JustOver,
    /// "över": more than.
    Over,
    /// "cirka".
    About,
    /// "närmare": a little less than.
    Nearly,
    /// "nästan".
    Almost,
    /// "hälften": said in words, not as 50.0.
    Half,
    /// "var femte", "var tionde": one in so many, said in words.
    OneIn(u8),
    /// Rounded by the publisher.
    Rounded,
    /// Worked out from other published figures, not published itself.
    Derived,
    /// The source gives two values.
    Contradicted,
}

/// What a publisher says of a number beside its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Flag {
    /// `p`: may still change.
    Provisional,
    /// `e`: estimated.
    Estimated,
    /// `r`: changed since it was first published.
    Revised,
    /// `b`: not comparable with earlier periods.
    BreakInSeries,
    /// `d`: another definition than the rest.
    DefinitionDiffers,
    /// `i`: filled in by the publisher.
    Imputed,
    /// `f`: a forecast.
    Forecast,
    /// Changed a little on purpose, so that nobody can be identified.
    Perturbed,
    /// Rounded to a base on purpose.
    RoundedToBase,
    /// A zero that the file does not write out: a row of zeros that a keyed PX file leaves out.
    ImpliedZero,
}

impl Flag {
    /// All flags, in the order they are told.
    pub const ALL: [Self; 10] = [
        Self::Provisional,
        Self::Estimated,
        Self::Revised,
        Self::BreakInSeries,
        Self::DefinitionDiffers,
        Self::Imputed,
        Self::Forecast,
        Self::Perturbed,
        Self::RoundedToBase,
        Self::ImpliedZero,
    ];
}

/// A set of flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Flags(u16);

impl Flags {
    /// Adds one flag.
    pub fn insert(&mut self, flag: Flag) {
        self.0 |= 1 << flag as u8;
    }

    /// Whether the set has this flag.
    pub fn has(self, flag: Flag) -> bool {
        self.0 & (1 << flag as u8) != 0
    }

    /// Whether the set has this flag and no other.
    pub fn is_only(self, flag: Flag) -> bool {
        self == Self::from_iter([flag])
    }

    /// Whether nothing is said.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The flags of both sets: what is true of a part is said of the whole.
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// A bit for each flag, in the order of `Flag::ALL`.
    pub fn bits(self) -> u16 {
        self.0
    }

    /// The flags of these bits; none where a bit is no flag's.
    pub fn from_bits(bits: u16) -> Option<Self> {
        const ALL: u16 = (1 << Flag::ALL.len()) - 1;
        (bits & !ALL == 0).then_some(Self(bits))
    }

    /// The flags that are set.
    pub fn iter(self) -> impl Iterator<Item = Flag> {
        Flag::ALL.into_iter().filter(move |flag| self.has(*flag))
    }
}

impl FromIterator<Flag> for Flags {
    fn from_iter<I: IntoIterator<Item = Flag>>(flags: I) -> Self {
        flags.into_iter().fold(Self::default(), |mut all, flag| {
            all.insert(flag);
            all
        })
    }
}

impl Figure {
    /// A number given exactly, with nothing more to say of it.
    pub fn exact(value: f64) -> Self {
        Self::Known(Known { value, qualifier: None, flags: Flags::default() })
    }

    /// The number, where there is one.
    pub fn value(&self) -> Option<f64> {
        match self {
            Self::Known(known) => Some(known.value),
            Self::Absent(_) => None,
        }
    }

    /// The number, where it was given exactly: only such a number may be counted with.
    pub fn exact_value(&self) -> Option<f64> {
        match self {
            Self::Known(Known { value, qualifier: None | Some(Qualifier::Derived), .. }) => Some(*value),
            _ => None,
        }
    }

    /// Why there is no number, where there is none.
    pub fn absence(&self) -> Option<&Absence> {
        match self {
            Self::Known(_) => None,
            Self::Absent(absence) => Some(absence),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_qualified_number_is_not_counted_with() {
        let about = |qualifier| Figure::Known(Known { value: 30.0, qualifier, flags: Flags::default() });
        assert_eq!(about(None).exact_value(), Some(30.0));
        assert_eq!(about(Some(Qualifier::JustOver)).exact_value(), None);
        assert_eq!(about(Some(Qualifier::JustOver)).value(), Some(30.0));
    }

    #[test]
    fn flags_are_kept_when_sets_meet() {
        let one = Flags::from_iter([Flag::Provisional]);
        let two = Flags::from_iter([Flag::RoundedToBase]);
        assert_eq!(one.union(two).iter().collect::<Vec<_>>(), [Flag::Provisional, Flag::RoundedToBase]);
        assert!(Flags::default().is_empty());
        assert_eq!(Flags::from_bits(two.bits()), Some(two));
        assert_eq!(Flags::from_bits(1 << Flag::ALL.len()), None);
    }
}
