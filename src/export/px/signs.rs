//! Which sign of dots stands for which absence, with the words that explain it.

use std::collections::BTreeSet;

use super::{
    loss::PxLoss,
    out::{Out, plain},
};
use crate::{
    load::px::legend::{self, DOTS, N_DOTS},
    model::{
        cube::Column,
        figure::{Absence, Figure},
        text::{Language, Text},
    },
    words,
};

/// The signs of a file: which absence each number of dots stands for.
pub struct Signs {
    slots: [Option<Absence>; N_DOTS],
}

/// The sign that publishers are used to, where it is free.
const fn usual(absence: &Absence) -> usize {
    match absence {
        Absence::NotApplicable => 0,
        Absence::Missing => 1,
        Absence::NotYet => 2,
        Absence::Suppressed => 3,
        Absence::Uncertain => 4,
        Absence::RoundsToZero | Absence::UnknownSymbol(_) => 5,
        Absence::Unpublished => 6,
    }
}

impl Signs {
    /// The signs that these columns need; `source` is who publishes them.
    pub fn of<'c>(columns: impl Iterator<Item = &'c Column>, source: &str, losses: &mut BTreeSet<PxLoss>) -> Self {
        let mut slots: [Option<Absence>; N_DOTS] = Default::default();
        let mut needed: Vec<Absence> = Vec::new();
        let mut n_lost = 0_usize;
        for column in columns {
            for row in 0..column.len() {
                if let Figure::Absent(absence) = column.figure(row)
                    && !needed.contains(&absence)
                {
                    // More different signs than this have no room anyway.
                    if needed.len() < 100 { needed.push(absence) } else { n_lost = n_lost.saturating_add(1) }
                }
            }
        }
        // Signs of dots have their own place; then the absences, each at its usual sign; signs take what is left.
        let rank = |absence: &Absence| match absence {
            Absence::UnknownSymbol(sign) if own_place(sign, source).is_some() => 0,
            Absence::UnknownSymbol(_) => 2,
            _ => 1,
        };
        needed.sort_by_key(rank);
        // An absence always has a sign: others only get what the absences leave.
        let is_known = |absence: &&Absence| !matches!(absence, Absence::UnknownSymbol(_));
        let mut n_room = N_DOTS.saturating_sub(needed.iter().filter(is_known).count());
        for absence in needed {
            if !is_known(&&absence) {
                let Some(less) = n_room.checked_sub(1) else {
                    n_lost = n_lost.saturating_add(1);
                    continue;
                };
                n_room = less;
            }
            let wanted = match &absence {
                Absence::UnknownSymbol(sign) => match own_place(sign, source) {
                    Some(place) => place,
                    None if is_clear(sign) => usual(&absence),
                    None => {
                        n_lost = n_lost.saturating_add(1);
                        continue;
                    }
                },
                known => usual(known),
            };
            let place = std::iter::once(wanted).chain(0..N_DOTS).find(|at| matches!(slots.get(*at), Some(None)));
            match place.and_then(|place| slots.get_mut(place)) {
                Some(slot) => *slot = Some(absence),
                None => n_lost = n_lost.saturating_add(1),
            }
        }
        if n_lost > 0 {
            losses.insert(PxLoss::Signs);
            // What has no sign of its own shares the last one, which then has no meaning.
            if let Some(slot) = slots.iter_mut().rev().find(|slot| slot.is_none()) {
                *slot = Some(Absence::UnknownSymbol(SHARED.to_owned()));
            }
        }
        Self { slots }
    }

    /// The sign of an absence.
    pub fn sign(&self, absence: &Absence) -> &'static str {
        let of = |wanted: &Absence| self.slots.iter().position(|slot| slot.as_ref() == Some(wanted));
        let shared = || of(&Absence::UnknownSymbol(SHARED.to_owned()));
        let place = of(absence).or_else(shared).unwrap_or(N_DOTS);
        // Eight dots are no sign of PX: no reader takes them for something they are not.
        SIGNS.get(place).copied().unwrap_or(r#""........""#)
    }

    /// Writes the legend in the languages of the file.
    pub fn write(&self, out: &mut Out) {
        for (slot, keyword) in self.slots.iter().zip(DOTS) {
            match slot {
                None => {}
                Some(Absence::UnknownSymbol(sign)) => {
                    let text = Text::new(out.language, sign.clone());
                    out.texts(keyword, |_| Vec::new(), &text);
                }
                Some(absence) => {
                    let words = |language| words::absence::name(absence, language);
                    let text = Text::new(Language::Swedish, words(Language::Swedish));
                    let text = text.translated(words(Language::English));
                    out.texts(keyword, |_| Vec::new(), &text);
                }
            }
        }
    }
}

/// What several signs without room share.
const SHARED: &str = "?";

const SIGNS: [&str; N_DOTS] =
    [r#"".""#, r#""..""#, r#""...""#, r#""....""#, r#"".....""#, r#""......""#, r#"".......""#];

/// Where a sign that is nothing but dots must stand: explained by nothing, it is read as it stands.
fn own_place(sign: &str, source: &str) -> Option<usize> {
    let is_dots = !sign.is_empty() && sign.bytes().all(|byte| byte == b'.');
    let place = sign.len().checked_sub(1).filter(|place| is_dots && *place < N_DOTS)?;
    (place > 2 || !legend::is_statistics_sweden(source)).then_some(place)
}

/// Whether a sign is read as itself where it stands as a legend.
fn is_clear(sign: &str) -> bool {
    let is_bare = sign.trim_matches([' ', '"', '.', '-', '\u{2013}']).is_empty();
    !is_bare && legend::absence_of(sign).is_none() && plain(sign) == sign
}
