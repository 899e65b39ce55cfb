//! Signs that nobody explains, in many cells at once.

use super::{Column, Remark, State};

impl Column {
    /// Writes these signs into cells that hold nothing yet, as `set` does one by one. It is quickest where the rows ascend.
    /// Rows outside the column are left alone.
    pub fn set_signs(&mut self, signs: impl Iterator<Item = (u32, String)>) {
        let states = &mut self.states;
        let is_there = |(row, _): &(u32, String)| {
            let state = usize::try_from(*row).ok().and_then(|row| states.get_mut(row));
            state.map(|state| *state = State::UnknownSymbol).is_some()
        };
        let remark = |(row, sign)| (row, Remark { symbol: Some(sign), ..Remark::default() });
        // Of a sorted list a tree is built in one go, its nodes full.
        let mut remarks = signs.filter(is_there).map(remark).collect();
        match self.remarks.is_empty() {
            true => self.remarks = remarks,
            false => self.remarks.append(&mut remarks),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::figure::{Absence, Figure};

    #[test]
    fn signs_come_one_by_one_or_many_at_once() {
        let signs = [(1, "x"), (2, ".."), (5, "x"), (9, "x")];
        let (mut one_by_one, mut at_once) = (Column::unpublished(7), Column::unpublished(7));
        for column in [&mut one_by_one, &mut at_once] {
            column.set(3, Figure::Absent(Absence::UnknownSymbol("–".into())));
        }
        for (row, sign) in [(1, "x"), (2, ".."), (5, "x"), (9, "x")] {
            one_by_one.set(row, Figure::Absent(Absence::UnknownSymbol(sign.into())));
        }
        at_once.set_signs(signs.into_iter().map(|(row, sign)| (row, sign.to_owned())));
        assert_eq!(at_once, one_by_one);
    }
}
