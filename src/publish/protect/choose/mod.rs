//! Which further figures are hidden, so that none of the hidden ones can be worked out: as little as can be found.
//!
//! Each hidden figure needs a proof ([`Proof`]). Where the hidden cells give none, the cheapest further cells that do are hidden. At last each of
//! these is shown again where the rest have a proof without it; in small tables also each is forbidden once, and what then is found is kept if it costs less.

mod search;
mod ways;

use super::{
    moves::Proof,
    web::{Standing, Web},
};

/// With no more figures that hang together everything is tried.
const SMALL: usize = 160;

/// No more hidden ones in a small table.
const SMALL_HIDDEN: usize = 48;

/// No proof.
const NONE: usize = usize::MAX;

/// Which figures are hidden, and why they stay so.
#[derive(Clone)]
pub struct Chooser<'w> {
    web: &'w Web,
    /// What is lost with each figure; none for one that must stay.
    costs: Vec<Option<f64>>,
    /// How wide the range of a hidden figure must be, unless it is a part of fewer; 0 for one that needs no protection.
    widths: Vec<f64>,
    /// For each figure those that it is a part of.
    alls: Vec<Vec<usize>>,
    /// For each figure those that are a part of it.
    parts: Vec<Vec<usize>>,
    hidden: Vec<bool>,
    /// Hidden by a rule.
    must: Vec<bool>,
    proofs: Vec<Proof>,
    proof_of: Vec<usize>,
}

impl<'w> Chooser<'w> {
    /// Some are hidden by a rule, or were before.
    pub fn new(web: &'w Web, costs: Vec<Option<f64>>, must: Vec<bool>, widths: Vec<f64>) -> Self {
        let n = web.entries.len();
        let (mut alls, mut parts) = (vec![Vec::new(); n], vec![Vec::new(); n]);
        for (part, all) in &web.parts {
            if let (Some(alls), Some(parts)) = (alls.get_mut(*part), parts.get_mut(*all)) {
                alls.push(*all);
                parts.push(*part);
            }
        }
        Self {
            web,
            costs,
            widths,
            alls,
            parts,
            hidden: must.clone(),
            must,
            proofs: Vec::new(),
            proof_of: vec![NONE; n],
        }
    }

    /// How wide a figure must lie: as wide as counts under the threshold, or as all of what it is a part of, where everybody knows that.
    fn width(&self, entry: usize) -> f64 {
        let own = self.widths.get(entry).copied().unwrap_or(0.0);
        let alls = self.alls.get(entry).into_iter().flatten().filter(|all| !self.is_hidden(**all));
        alls.fold(own, |width, all| width.min(self.web.value(*all)))
    }

    /// Hides what else must be. `tell` hears how many of the hidden figures have a proof.
    ///
    /// # Errors
    /// A figure that can be worked out whatever else is hidden.
    pub fn run(&mut self, mut tell: impl FnMut(usize)) -> Result<(), usize> {
        let mut n_done = 0;
        for scope in self.web.components(|entry| entry.standing != Standing::Fixed) {
            let n = scope.iter().filter(|entry| self.is_hidden(**entry)).count();
            let is_small = scope.len() <= SMALL && n <= SMALL_HIDDEN;
            if n > 0 && is_small {
                self.small(&scope)?;
            } else if n > 0 {
                self.complete(&scope, &mut |_| tell(n_done))?;
                self.clean(&scope);
            }
            n_done += n;
            tell(n_done);
        }
        Ok(())
    }

    /// Whether a figure is hidden.
    pub fn is_hidden(&self, entry: usize) -> bool {
        self.hidden.get(entry) == Some(&true)
    }

    /// Whether it is hidden for another's sake.
    pub fn is_complementary(&self, entry: usize) -> bool {
        self.is_hidden(entry) && self.must.get(entry) != Some(&true)
    }

    /// What is lost with a figure; none where it may not be hidden.
    pub fn cost(&self, entry: usize) -> Option<f64> {
        self.costs.get(entry).copied().flatten()
    }

    /// The hidden figures whose proof does not hold: none, unless there is a mistake of ours.
    pub fn unproved(&self) -> Vec<usize> {
        let holds = |entry: &usize| {
            let proof = self.proof_of.get(*entry).and_then(|number| self.proofs.get(*number));
            proof.is_some_and(|proof| self.fits(proof, *entry) && proof.holds(self.web, |it| self.is_hidden(it)))
        };
        let needs = |entry: &usize| self.is_hidden(*entry) && self.width(*entry) > 0.0;
        (0..self.hidden.len()).filter(|entry| needs(entry) && !holds(entry)).collect()
    }

    fn fits(&self, proof: &Proof, entry: usize) -> bool {
        proof.widths().any(|(it, width)| it == entry && width >= self.width(entry))
    }

    /// Gives every hidden figure a proof, and hides for it what must be.
    fn complete(&mut self, order: &[usize], tell: &mut dyn FnMut(usize)) -> Result<(), usize> {
        let mut open: Vec<usize> = order.iter().rev().copied().filter(|it| self.needs_proof(*it)).collect();
        while let Some(entry) = open.pop() {
            if !self.needs_proof(entry) {
                continue;
            }
            tell(open.len());
            let proof = self.free(entry).or_else(|| self.paid(entry)).ok_or(entry)?;
            for (other, ..) in &proof.moves {
                if !self.is_hidden(*other) {
                    open.extend(self.hide(*other));
                }
            }
            self.keep(proof);
        }
        Ok(())
    }

    fn needs_proof(&self, entry: usize) -> bool {
        self.is_hidden(entry) && self.proof_of.get(entry) == Some(&NONE) && self.width(entry) > 0.0
    }

    /// Hides a figure; answers which now need a proof: it, and its parts, which must lie wider when nobody knows of how many they are.
    fn hide(&mut self, entry: usize) -> Vec<usize> {
        set(&mut self.hidden, entry, true);
        let mut open = vec![entry];
        for part in self.parts.get(entry).cloned().unwrap_or_default() {
            let proof = self.proof_of.get(part).and_then(|number| self.proofs.get(*number));
            if self.is_hidden(part) && !proof.is_some_and(|proof| self.fits(proof, part)) {
                set(&mut self.proof_of, part, NONE);
                open.push(part);
            }
        }
        open
    }

    /// Keeps a proof for all that it proves.
    fn keep(&mut self, proof: Proof) {
        let number = self.proofs.len();
        for (entry, width) in proof.widths() {
            if width >= self.width(entry) && self.needs_proof(entry) {
                set(&mut self.proof_of, entry, number);
            }
        }
        self.proofs.push(proof);
    }
}

fn set<T>(list: &mut [T], place: usize, value: T) {
    if let Some(it) = list.get_mut(place) {
        *it = value;
    }
}
