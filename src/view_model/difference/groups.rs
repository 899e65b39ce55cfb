//! The choice of the two groups: which dimension, the first, the second, the swap; what cannot be chosen says why.

use crate::{
    query::{
        clearance::NotCleared,
        pairing::{Groups, candidates, clearance_of, default_of, dimensions},
    },
    view_model::{context::Context, controls::narrowing},
    words::{difference as words, explore},
};

/// What can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupsPanel {
    /// The dimensions that have two groups.
    pub dimensions: Vec<Offered>,
    /// What can be the first group.
    pub firsts: Vec<Offered>,
    /// What can be the second.
    pub seconds: Vec<Offered>,
    /// The choice that swaps the two.
    pub swapped: String,
    /// Why some of the dimensions cannot be chosen, a sentence each.
    pub reasons: Vec<String>,
}

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// The groups that choosing it leads to, as they stand in an address.
    pub value: String,
    /// As it is read.
    pub label: String,
    /// Whether it is chosen.
    pub is_picked: bool,
    /// Whether it cannot be chosen.
    pub is_shut: bool,
}

/// What can be chosen for the question at hand; none where the file has no two groups.
pub fn groups(context: Context) -> Option<GroupsPanel> {
    let Context { cleared, question, language, .. } = context;
    let cube = context.cube();
    let picked = question.pair?;
    let mut reasons = Vec::new();
    let dimensions = dimensions(cleared, question).into_iter().filter_map(|dimension| {
        let label = context.dimension(dimension)?.label.get(language).to_owned();
        let is_picked = dimension == picked.dimension;
        let groups = if is_picked { picked } else { default_of(cleared, question, dimension)? };
        let shut = clearance_of(cleared, question, dimension).err();
        if let Some(why) = shut.as_ref().filter(|_| !is_picked) {
            reasons.push(words::cannot_choose(language, &label, &not_cleared(context, dimension, why)));
        }
        Some(Offered { value: groups.text(cube)?, label, is_picked, is_shut: shut.is_some() && !is_picked })
    });
    let dimensions = dimensions.collect();
    let mut categories = candidates(cleared, question, picked.dimension);
    // A link may have groups that are not offered: they stand there all the same.
    for group in [picked.first, picked.second] {
        if !categories.contains(&group) {
            categories.push(group);
        }
    }
    categories.sort_unstable();
    let offered = |to: &dyn Fn(usize) -> Groups, own: usize| -> Vec<Offered> {
        let offer = |category: &usize| {
            let groups = to(*category);
            let label = context.category_label(picked.dimension, *category).to_owned();
            let value = groups.are_apart(cube).then(|| groups.text(cube)).flatten()?;
            Some(Offered { value, label, is_picked: *category == own, is_shut: false })
        };
        categories.iter().filter_map(offer).collect()
    };
    // Choosing what the other already is swaps the two.
    let first = |category: usize| match category == picked.second {
        true => picked.swapped(),
        false => Groups { first: category, ..picked },
    };
    let second = |category: usize| match category == picked.first {
        true => picked.swapped(),
        false => Groups { second: category, ..picked },
    };
    Some(GroupsPanel {
        dimensions,
        firsts: offered(&first, picked.first),
        seconds: offered(&second, picked.second),
        swapped: picked.swapped().text(cube)?,
        reasons,
    })
}

/// Why groups of a dimension are not cleared, in a sentence.
pub(super) fn not_cleared(context: Context, dimension: usize, why: &NotCleared) -> String {
    let of_areas = context.area().filter(|area| *area != dimension).and(why.level);
    match of_areas {
        Some(level) => explore::not_cleared_by(context.language, level),
        None => explore::not_cleared_with(context.language, &narrowing(context, dimension)),
    }
}
