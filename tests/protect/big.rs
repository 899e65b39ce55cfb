//! As large as it gets: all municipalities by owner and by sex, two tables that tell of each other.

use insyn::publish::protect::{protect, rules::Rule, spec::Spec};

use super::{
    areas,
    properties::{found, is_let_in},
};

#[test]
fn two_tables_of_all_municipalities_are_protected_together() {
    let mut random = areas::Random(0x2545_F491_4F6C_DD1D);
    let mut count = |_| {
        let most = 1 + random.below(40);
        random.below(most)
    };
    let counts: Vec<u64> = (0..290 * 3 * 2).map(&mut count).collect();
    let by_owner = areas::table("ownership", 3, &counts, 0, |area, owner| {
        vec![(area * 3 + owner) * 2, (area * 3 + owner) * 2 + 1]
    });
    let by_sex =
        areas::table("sex", 2, &counts, 0, |area, sex| (0..3).map(|owner| (area * 3 + owner) * 2 + sex).collect());
    let done = protect(vec![by_owner, by_sex], &Spec::default()).expect("they can be protected");
    assert_eq!(found(&done.cubes, 64), Vec::<String>::new());
    assert_eq!(is_let_in(&done.cubes), Ok(()));
    let n = |rule| done.report.hidden.get(&rule).copied().unwrap_or(0);
    println!("{} small, {} more, {:.3} kept", n(Rule::Small), n(Rule::Complementary), done.report.kept);
    // A small count by itself takes three more: each of its sums needs another, and these two a fourth between them.
    assert!(n(Rule::Complementary) < 2 * n(Rule::Small), "more is hidden than need be: {:?}", done.report);
}
