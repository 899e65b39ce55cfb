//! Figures that hang together: what is done to one can only matter to those that some relation leads to.

use super::{Entry, Web};

impl Web {
    /// The figures of this sort, apart where no relation leads from one to another by figures of the sort; each group in order.
    pub fn components(&self, is_of_the_sort: impl Fn(&Entry) -> bool) -> Vec<Vec<usize>> {
        // What is of another sort counts as seen: nothing leads to it or through it.
        let mut seen: Vec<bool> = self.entries.iter().map(|entry| !is_of_the_sort(entry)).collect();
        let mut seen_relation = vec![false; self.relations.len()];
        let mut found = Vec::new();
        for first in 0..self.entries.len() {
            let mut component = Vec::new();
            let mut open: Vec<usize> = is_first(&mut seen, first).then_some(first).into_iter().collect();
            while let Some(entry) = open.pop() {
                component.push(entry);
                for &number in self.of.get(entry).into_iter().flatten() {
                    if is_first(&mut seen_relation, number) {
                        let terms = self.relations.get(number).into_iter().flat_map(|it| &it.terms);
                        open.extend(terms.map(|(other, _)| *other).filter(|other| is_first(&mut seen, *other)));
                    }
                }
            }
            if !component.is_empty() {
                component.sort_unstable();
                found.push(component);
            }
        }
        found
    }
}

/// Whether this one has not been seen before.
fn is_first(seen: &mut [bool], place: usize) -> bool {
    seen.get_mut(place).is_some_and(|seen| !std::mem::replace(seen, true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::protect::web::{Relation, Standing};

    #[test]
    fn figures_hang_together_only_by_figures_of_the_sort() {
        let entry = |standing| Entry { value: 1.0, standing, is_half_hidden: false, level: 0, places: Vec::new() };
        let standing = [Standing::Shown, Standing::Hidden, Standing::Fixed, Standing::Shown, Standing::Hidden];
        let relation = |entries: [usize; 2]| Relation { terms: entries.map(|it| (it, 1.0)).into(), is_at_most: false };
        let mut web = Web { entries: standing.map(entry).into(), ..Web::default() };
        web.relations = [[4, 0], [0, 2], [2, 3], [3, 1]].map(relation).into();
        web.index();
        assert_eq!(web.components(|_| true), [[0, 1, 2, 3, 4]]);
        assert_eq!(web.components(|it| it.standing != Standing::Fixed), [[0, 4], [1, 3]]);
        assert_eq!(web.components(|it| it.standing == Standing::Hidden), [[1], [4]]);
        assert_eq!(web.components(|_| false), Vec::<Vec<usize>>::new());
    }
}
