//! Which further figures are hidden, so that none of the hidden ones can be worked out: as little as can be found.
//!
//! Each hidden figure needs a proof ([`Proof`]). Where the hidden cells give none, the cheapest further cells that do are hidden. At last each of
//! these is shown again where the rest have a proof without it; in small tables also each is forbidden once, and what then is found is kept if it costs less.

use super::{
    moves::{Ask, Proof},
    web::{Standing, Web},
};

/// What a hidden cell costs that moves along: little, so that proofs stay short.
const MOVED: f64 = 1e-3;

/// So many cells around a figure are looked at, and if that is too few so many.
const NEAR: [usize; 3] = [200, 1_000, 20_000];

/// With no more figures that hang together everything is tried.
const SMALL: usize = 160;

/// No more hidden ones in a small table.
const SMALL_HIDDEN: usize = 48;

/// How long a small table is searched: so many linear programs, each weighed by its cells.
const MOST_SEARCHED: usize = 60_000;

/// At most so many splits of a move into down and up.
const MOST_SPLITS: usize = 6;

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
        Self { web, costs, widths, alls, parts, hidden: must.clone(), must, proofs: Vec::new(), proof_of: vec![NONE; n] }
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
        for scope in self.components() {
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

    /// Figures that hang together, in order.
    fn components(&self) -> Vec<Vec<usize>> {
        let n = self.web.entries.len();
        let is_fixed = |entry: usize| self.web.entries.get(entry).is_none_or(|it| it.standing == Standing::Fixed);
        let mut seen = vec![false; n];
        let mut seen_relation = vec![false; self.web.relations.len()];
        let mut found = Vec::new();
        for first in 0..n {
            if is_fixed(first) || seen.get(first) == Some(&true) {
                continue;
            }
            set(&mut seen, first, true);
            let mut scope = Vec::new();
            let mut open = vec![first];
            while let Some(entry) = open.pop() {
                scope.push(entry);
                for &number in self.web.of.get(entry).into_iter().flatten() {
                    if seen_relation.get(number) == Some(&true) {
                        continue;
                    }
                    set(&mut seen_relation, number, true);
                    for (other, _) in self.web.relations.get(number).map(|it| it.terms.as_slice()).unwrap_or_default() {
                        if !is_fixed(*other) && seen.get(*other) == Some(&false) {
                            set(&mut seen, *other, true);
                            open.push(*other);
                        }
                    }
                }
            }
            scope.sort_unstable();
            found.push(scope);
        }
        found
    }

    /// Tries several orders, and then to do without each of the chosen.
    fn small(&mut self, scope: &[usize]) -> Result<(), usize> {
        let by_value = |entry: &usize| self.web.value(*entry).to_bits();
        let mut orders = vec![scope.to_vec(); 4];
        if let [_, back, up, down] = orders.as_mut_slice() {
            back.reverse();
            up.sort_by_key(by_value);
            down.sort_by_key(|entry| std::cmp::Reverse(by_value(entry)));
        }
        let mut best: Option<Self> = None;
        let mut stuck = None;
        for order in &orders {
            let mut tried = self.clone();
            match tried.complete(order, &mut |_| {}) {
                Ok(()) => tried.clean(scope),
                Err(entry) => {
                    stuck = Some(entry);
                    continue;
                }
            }
            if best.as_ref().is_none_or(|best| tried.lost(scope) < best.lost(scope)) {
                best = Some(tried);
            }
        }
        let Some(mut best) = best else { return Err(stuck.unwrap_or_default()) };
        let n_hidden = scope.iter().filter(|entry| best.is_hidden(**entry)).count();
        let mut n_left = MOST_SEARCHED / (scope.len() * n_hidden).max(1);
        while let Some(better) = best.better(self, &orders, &mut n_left) {
            best = better;
        }
        *self = best;
        Ok(())
    }

    /// The same without one of the chosen, where that costs less.
    fn better(&self, bare: &Self, orders: &[Vec<usize>], n_left: &mut usize) -> Option<Self> {
        let scope = orders.first()?;
        let mut chosen: Vec<usize> = scope.iter().copied().filter(|entry| self.is_complementary(*entry)).collect();
        self.sort_dearest(&mut chosen);
        let lost = self.lost(scope) - 1e-9;
        let mut forbidding = |start: &Self, one: usize, order: &[usize]| {
            *n_left = n_left.checked_sub(1)?;
            let mut tried = start.clone();
            let cost = tried.cost(one);
            tried.show(one);
            set(&mut tried.costs, one, None);
            tried.complete(order, &mut |_| {}).ok()?;
            tried.clean(scope);
            set(&mut tried.costs, one, cost);
            (tried.lost(scope) < lost).then_some(tried)
        };
        chosen.into_iter().find_map(|one| {
            forbidding(self, one, scope).or_else(|| orders.iter().take(2).find_map(|order| forbidding(bare, one, order)))
        })
    }

    /// What is lost with those hidden for others' sake.
    fn lost(&self, scope: &[usize]) -> f64 {
        let chosen = scope.iter().filter(|entry| self.is_complementary(**entry));
        chosen.filter_map(|entry| self.cost(*entry)).sum()
    }

    /// Dearest first, then in order.
    fn sort_dearest(&self, entries: &mut [usize]) {
        entries.sort_by(|one, other| {
            let cost = |entry: &usize| self.cost(*entry).unwrap_or(0.0);
            cost(other).total_cmp(&cost(one)).then(one.cmp(other))
        });
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

    /// A figure is shown again; the proofs that need it are no more.
    fn show(&mut self, entry: usize) -> Vec<usize> {
        set(&mut self.hidden, entry, false);
        set(&mut self.proof_of, entry, NONE);
        let uses = |proof: &Proof| proof.moves.iter().any(|(it, ..)| *it == entry);
        let gone: Vec<bool> = self.proofs.iter().map(uses).collect();
        let mut bare = Vec::new();
        for (it, number) in self.proof_of.iter_mut().enumerate() {
            if gone.get(*number) == Some(&true) {
                *number = NONE;
                bare.push(it);
            }
        }
        bare
    }

    /// Shows again what is not needed, dearest first.
    fn clean(&mut self, scope: &[usize]) {
        let mut chosen: Vec<usize> = scope.iter().copied().filter(|entry| self.is_complementary(*entry)).collect();
        self.sort_dearest(&mut chosen);
        for one in chosen {
            let (before, n_proofs) = (self.proof_of.clone(), self.proofs.len());
            let bare = self.show(one);
            let is_safe = bare.into_iter().all(|entry| {
                !self.needs_proof(entry)
                    || self.free(entry).map(|proof| self.keep(proof)).is_some()
            });
            if !is_safe {
                self.proof_of = before;
                self.proofs.truncate(n_proofs);
                set(&mut self.hidden, one, true);
            }
        }
    }

    /// A proof by what is hidden already.
    fn free(&self, entry: usize) -> Option<Proof> {
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
    fn paid(&self, entry: usize) -> Option<Proof> {
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
                let found = best
                    .into_iter()
                    .chain(apart)
                    .min_by(|one, other| self.extra(one).total_cmp(&self.extra(other)));
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

fn set<T>(list: &mut [T], place: usize, value: T) {
    if let Some(it) = list.get_mut(place) {
        *it = value;
    }
}
