//! Which card stands where: of two views the first stands left, or where there is no room beside it above; on the page
//! and for whoever hears it or walks it alike.

use crate::export::address::View;

/// A place for cards in the page, in the order they have where nothing says another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Block {
    /// The map.
    Map,
    /// The funnel plot.
    Funnel,
    /// The figure, and the views that are as narrow.
    Column,
    /// The table.
    Table,
}

impl Block {
    /// Where a view stands; without a map its reason stands in the column.
    const fn of(view: View, has_map: bool) -> Self {
        match view {
            View::Map if has_map => Self::Map,
            View::Funnel => Self::Funnel,
            View::Table => Self::Table,
            _ => Self::Column,
        }
    }
}

/// The blocks in the order of the two views.
pub fn blocks(view: View, beside: Option<View>, has_map: bool) -> [Block; 4] {
    let pair = beside.map(|beside| [view, beside].map(|view| Block::of(view, has_map)));
    sorted([Block::Map, Block::Funnel, Block::Column, Block::Table], pair)
}

/// What stands in the column, in the order of the two views.
pub fn column(view: View, beside: Option<View>) -> [View; 5] {
    let pair = beside.map(|beside| [view, beside]);
    sorted([View::Map, View::Chart, View::Difference, View::Time, View::Crosstab], pair)
}

fn sorted<T: PartialEq, const N: usize>(mut all: [T; N], pair: Option<[T; 2]>) -> [T; N] {
    if let Some(pair) = pair {
        all.sort_by_key(|it| pair.iter().position(|own| own == it).unwrap_or(pair.len()));
    }
    all
}
