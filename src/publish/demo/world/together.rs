//! Two steps that fail together in the same case. It is planted by exchange: each step keeps its deficiencies, and each case as many
//! and as severe ones as it had, so that no count but that of pairs is touched.

use super::{
    super::plan::{self, STEPS},
    yes,
};
use crate::publish::data::demo::draw::Draw;

/// How severe what is wrong in each step of a case is, or of what kind; an empty text where nothing is wrong.
pub type Severities = [&'static str; STEPS.len()];

/// Lets the two steps fail together more often in these cases of one municipality and year.
pub fn plant(lots: &mut Draw, cases: &mut [Severities]) {
    let (first, other, per_mille) = plan::TOGETHER;
    let position = |code: &str| STEPS.iter().position(|(step, _)| *step == code).expect("it is one of the steps");
    let (first, other) = (position(first), position(other));
    for taker in 0..cases.len() {
        let it = cases[taker];
        if it[first].is_empty() || !it[other].is_empty() || !lots.happens(per_mille) {
            continue;
        }
        let givers = cases.iter().enumerate().filter(|(_, case)| case[first].is_empty() && !case[other].is_empty());
        let exchanges: Vec<(usize, usize)> = givers
            .flat_map(|(giver, case)| {
                let is_fit = |step: &usize| *step != first && case[*step].is_empty() && it[*step] == case[other];
                (0..STEPS.len()).filter(is_fit).map(|step| (giver, step)).collect::<Vec<_>>()
            })
            .collect();
        let lot = lots.below(u32::try_from(exchanges.len()).unwrap_or(u32::MAX));
        if let Some(&(giver, step)) = exchanges.get(lot as usize) {
            let severity = it[step];
            (cases[taker][step], cases[taker][other]) = ("", severity);
            (cases[giver][step], cases[giver][other]) = (severity, "");
        }
    }
}

/// What is wrong in each step of a case after an exchange: it goes from the steps that no longer fail to those that do now.
pub fn follow(kinds: &mut Severities, before: &Severities, after: &Severities) {
    let changed = |from: &Severities, to: &Severities| -> Vec<usize> {
        (0..STEPS.len()).filter(|step| !from[*step].is_empty() && to[*step].is_empty()).collect()
    };
    for (old, new) in changed(before, after).into_iter().zip(changed(after, before)) {
        kinds[new] = std::mem::take(&mut kinds[old]);
    }
}

/// A row for each step that fails in a case and each other step: whether that fails as well.
pub fn pairs(id: &str, case: &Severities) -> Vec<Vec<String>> {
    let steps = || STEPS.iter().zip(case).map(|((step, _), severity)| (*step, !severity.is_empty()));
    let of_step = |(step, _): (&'static str, bool)| {
        let others = steps().filter(move |(other, _)| *other != step);
        others.map(move |(other, fails)| vec![id.to_owned(), step.to_owned(), other.to_owned(), yes(fails)])
    };
    steps().filter(|(_, fails)| *fails).flat_map(of_step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Severities by the letters of a word; a point where nothing is wrong.
    fn case(word: &str) -> Severities {
        let mut letters = word.split("").filter(|letter| !letter.is_empty());
        std::array::from_fn(|_| match letters.next() {
            Some("a") => "mindre",
            Some("b") => "allvarlig",
            _ => "",
        })
    }

    #[test]
    fn an_exchange_leaves_every_step_and_every_case_what_it_had() {
        let before: Vec<Severities> =
            ["aabaa...", "b.....ba", ".a.b.a.b", "..ab..a.", ".b......", "......a."].map(case).into();
        let mut kinds = before.clone();
        let mut after = before.clone();
        // Those whose lot it is not stay as they are; in the end it is everybody's.
        for seed in 0..20 {
            plant(&mut Draw::new(seed), &mut after);
        }
        assert_ne!(before, after);
        let sorted = |mut severities: Vec<&'static str>| {
            severities.sort_unstable();
            severities
        };
        for (one, other) in before.iter().zip(&after) {
            assert_eq!(sorted(one.to_vec()), sorted(other.to_vec()));
        }
        for ((kinds, one), other) in kinds.iter_mut().zip(&before).zip(&after) {
            let had = sorted(kinds.to_vec());
            follow(kinds, one, other);
            assert_eq!(sorted(kinds.to_vec()), had, "a case keeps what was wrong");
            assert!(kinds.iter().zip(other).all(|(kind, severity)| kind.is_empty() == severity.is_empty()));
        }
        for step in 0..STEPS.len() {
            let of = |cases: &[Severities]| sorted(cases.iter().map(|case| case[step]).collect());
            assert_eq!(of(&before), of(&after), "{step}");
        }
        let n_both =
            |cases: &[Severities]| cases.iter().filter(|case| !case[1].is_empty() && !case[6].is_empty()).count();
        assert!(n_both(&after) > n_both(&before));
    }

    #[test]
    fn a_pair_is_told_from_both_of_its_steps_and_from_no_other() {
        let told = pairs("A1", &case(".a....b."));
        assert_eq!(told.len(), 14);
        let both: Vec<&[String]> = told.iter().filter(|row| row[3] == "1").map(|row| &row[1..3]).collect();
        assert_eq!(both, [["skyddsbedomning", "uppfoljning"], ["uppfoljning", "skyddsbedomning"]]);
        assert!(told.iter().all(|row| row[1] != row[2]), "no step goes with itself");
    }
}
