//! What a column keeps for each cell: a byte.

use crate::model::figure::Absence;

/// What a column keeps for each cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum State {
    Known,
    RoundsToZero,
    Suppressed,
    Missing,
    NotApplicable,
    Uncertain,
    NotYet,
    Unpublished,
    UnknownSymbol,
    /// Zero, with the flag that says that the file leaves it out: a file may leave out millions.
    ImpliedZero,
}

impl State {
    /// By their bytes.
    pub const ALL: [Self; 10] = [
        Self::Known,
        Self::RoundsToZero,
        Self::Suppressed,
        Self::Missing,
        Self::NotApplicable,
        Self::Uncertain,
        Self::NotYet,
        Self::Unpublished,
        Self::UnknownSymbol,
        Self::ImpliedZero,
    ];

    /// The state of a byte; of one that is none's, not published. Told one by one, it costs nothing.
    pub const fn of_byte(byte: u8) -> Self {
        match byte {
            0 => Self::Known,
            1 => Self::RoundsToZero,
            2 => Self::Suppressed,
            3 => Self::Missing,
            4 => Self::NotApplicable,
            5 => Self::Uncertain,
            6 => Self::NotYet,
            8 => Self::UnknownSymbol,
            9 => Self::ImpliedZero,
            _ => Self::Unpublished,
        }
    }

    /// Why there is no number, the sign left out that nobody explains; none where there is one.
    pub fn absence(self) -> Option<Absence> {
        Some(match self {
            Self::Known | Self::ImpliedZero => return None,
            Self::RoundsToZero => Absence::RoundsToZero,
            Self::Suppressed => Absence::Suppressed,
            Self::Missing => Absence::Missing,
            Self::NotApplicable => Absence::NotApplicable,
            Self::Uncertain => Absence::Uncertain,
            Self::NotYet => Absence::NotYet,
            Self::Unpublished => Absence::Unpublished,
            Self::UnknownSymbol => Absence::UnknownSymbol(String::new()),
        })
    }

    /// The state of a cell that has no number for this reason.
    pub const fn of(absence: &Absence) -> Self {
        match absence {
            Absence::RoundsToZero => Self::RoundsToZero,
            Absence::Suppressed => Self::Suppressed,
            Absence::Missing => Self::Missing,
            Absence::NotApplicable => Self::NotApplicable,
            Absence::Uncertain => Self::Uncertain,
            Absence::NotYet => Self::NotYet,
            Absence::Unpublished => Self::Unpublished,
            Absence::UnknownSymbol(_) => Self::UnknownSymbol,
        }
    }
}

/// How many cells are in this state. So many at once are counted in a byte that they are looked at many together.
pub fn n_of(states: &[State], sought: State) -> usize {
    let n_in = |states: &[State]| states.iter().fold(0_u8, |n, state| n.wrapping_add(u8::from(*state == sought)));
    states.chunks(usize::from(u8::MAX)).map(|states| usize::from(n_in(states))).fold(0, usize::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_state_has_its_own_byte() {
        for (byte, state) in (0_u8..).zip(State::ALL) {
            assert_eq!(state as u8, byte);
            assert_eq!(State::of_byte(byte), state);
        }
    }
}
