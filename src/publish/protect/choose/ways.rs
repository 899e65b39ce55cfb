//! The proof of one figure: by what is hidden already, or by hiding the cheapest that gives one.

use super::{Chooser, SMALL};
use crate::publish::protect::moves::{Ask, Proof};

/// What a hidden cell costs that moves along: little, so that proofs stay short.
const MOVED: f64 = 1e-3;

/// So many cells around a figure are looked at, and if that is too few so many.
const NEAR: [usize; 3] = [200, 1_000, 20_000];

/// At most so many splits of a move into down and up.
const MOST_SPLITS: usize = 6;

impl Chooser<'_> {
    /// A proof by what is hidden already.
    pub(super) fn free(&self, entry: usize) -> Option<Proof> {
        for most in NEAR {
            let price = |it: usize| if it == entry { Some(0.0) } else { self.is_hidden(it).then_some(MOVED) };
            let ask = Ask::around(self.web, entry, self.width(entry), most, price)?;
            let mut found = self.splits(entry).into_iter().filter_map(|down| ask.along(down));
            let found = found.find(|(_, proof)| self.is_proof(proof)).or_else(|| ask.apart());
            if let Some((_, proof)) = found.filter(|(_, proof)| self.is_proof(proof)) {
                return Some(proof);
            }
            if !ask.is_cut_off {
                return None;
            }
        }
        None
    }

    fn is_proof(&self, proof: &Proof) -> bool {
        let may = |it: usize| self.is_hidden(it) || self.cost(it).is_some();
        proof.holds(self.web, may)
    }

    /// A proof by hiding more: cells no higher than itself first, then any.
    pub(super) fn paid(&self, entry: usize) -> Option<Proof> {
        let level = |it: usize| self.web.entries.get(it).map_or(0, |it| it.level);
        for highest in [level(entry), u32::MAX] {
            for most in NEAR {
                let price = |it: usize| match self.is_hidden(it) {
                    _ if it == entry => Some(0.0),
                    true => Some(MOVED),
                    false => self.cost(it).filter(|_| level(it) <= highest),
                };
                let Some(ask) = Ask::around(self.web, entry, self.width(entry), most, price) else { continue };
                let ways = self.splits(entry).into_iter().filter_map(|down| ask.along(down));
                let ways = ways.map(|(_, proof)| proof).filter(|proof| self.is_proof(proof));
                let best = ways.min_by(|one, other| self.extra(one).total_cmp(&self.extra(other)));
                let is_small = ask.len() <= SMALL;
                let apart = if is_small || best.is_none() { ask.apart() } else { None };
                let apart = apart.map(|(_, proof)| proof).filter(|proof| self.is_proof(proof));
                let found =
                    best.into_iter().chain(apart).min_by(|one, other| self.extra(one).total_cmp(&self.extra(other)));
                if found.is_some() {
                    return found;
                }
                if !ask.is_cut_off {
                    break;
                }
            }
        }
        None
    }

    /// What would be lost by a proof.
    fn extra(&self, proof: &Proof) -> f64 {
        let cost = |(entry, ..): &(usize, f64, f64)| match self.is_hidden(*entry) {
            true => MOVED * MOVED,
            false => self.cost(*entry).unwrap_or(0.0),
        };
        proof.moves.iter().map(cost).sum()
    }

    /// How much of the width may go downwards.
    fn splits(&self, entry: usize) -> Vec<f64> {
        let most = self.web.value(entry).min(self.width(entry));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "no more than a threshold")]
        let n = most as usize;
        let step = (n / MOST_SPLITS).max(1);
        #[expect(clippy::cast_precision_loss, reason = "no more than a threshold")]
        let mut splits: Vec<f64> = (0..=n).step_by(step).map(|down| down as f64).collect();
        if splits.last() != Some(&most) {
            splits.push(most);
        }
        splits
    }
}
