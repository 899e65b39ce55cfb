//! Doing without: what is not needed is shown again, and in small tables each of the chosen is forbidden once.

use super::{Chooser, NONE, set};
use crate::publish::protect::moves::Proof;

/// How long a small table is searched: so many linear programs, each weighed by its cells.
const MOST_SEARCHED: usize = 60_000;

impl Chooser<'_> {
    /// Tries several orders, and then to do without each of the chosen.
    pub(super) fn small(&mut self, scope: &[usize]) -> Result<(), usize> {
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
            forbidding(self, one, scope)
                .or_else(|| orders.iter().take(2).find_map(|order| forbidding(bare, one, order)))
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
    pub(super) fn clean(&mut self, scope: &[usize]) {
        let mut chosen: Vec<usize> = scope.iter().copied().filter(|entry| self.is_complementary(*entry)).collect();
        self.sort_dearest(&mut chosen);
        for one in chosen {
            let (before, n_proofs) = (self.proof_of.clone(), self.proofs.len());
            let bare = self.show(one);
            let is_safe = bare
                .into_iter()
                .all(|entry| !self.needs_proof(entry) || self.free(entry).map(|proof| self.keep(proof)).is_some());
            if !is_safe {
                self.proof_of = before;
                self.proofs.truncate(n_proofs);
                set(&mut self.hidden, one, true);
            }
        }
    }
}
