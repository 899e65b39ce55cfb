//! Counts taken in at two places of the text at a time: a stretch of it is read from its beginning and from its middle.
//!
//! Where a member ends is known only when it has been looked at, and the processor must wait for that before it can begin the next;
//! with two lanes it has the other to do meanwhile. The second lane is kept where the first ends just where the second began.
//! What is no count, no null, or not in its order is left to the slower ways, which come next.

use super::values::Slot;
use crate::load::{
    jsonstat::{
        plain,
        word::{self, Member, is_spaced, without_space},
    },
    limits,
};

/// So many cells a lane holds.
pub const ROOM: usize = 1024;

/// Bytes of a list for one lane: a member has two or more.
const LIST_BYTES: usize = 2 * ROOM;

/// Bytes of an object for one lane, so that there is room for the cells that it passes over too.
const OBJECT_BYTES: usize = 4 * ROOM;

/// What two lanes have taken in.
#[derive(Default)]
pub struct Lanes {
    first: Cells,
    second: Cells,
}

/// What one lane has taken in.
pub struct Cells {
    numbers: [u32; ROOM],
    slots: [Slot; ROOM],
    /// The position of the first, in an object.
    begin: usize,
    n: usize,
}

impl Default for Cells {
    fn default() -> Self {
        Self { numbers: [0; ROOM], slots: [Slot::Vacant; ROOM], begin: 0, n: 0 }
    }
}

impl Cells {
    /// The position of the first, in an object.
    pub fn begin(&self) -> usize {
        self.begin
    }

    /// The numbers, 0 where there is none.
    pub fn numbers(&self) -> &[u32] {
        self.numbers.get(..self.n).unwrap_or_default()
    }

    /// What there is of each cell.
    pub fn slots(&self) -> &[Slot] {
        self.slots.get(..self.n).unwrap_or_default()
    }

    /// Empties it, for cells from this position on.
    fn clear(&mut self, begin: usize) {
        for (number, slot) in self.numbers.iter_mut().zip(&mut self.slots).take(self.n) {
            (*number, *slot) = (0, Slot::Vacant);
        }
        (self.begin, self.n) = (begin, 0);
    }

    #[inline(always)]
    fn set(&mut self, place: usize, member: Member) -> Option<()> {
        *self.numbers.get_mut(place)? = member.count;
        *self.slots.get_mut(place)? = if member.is_null { Slot::Bare } else { Slot::Number };
        Some(())
    }
}

impl Lanes {
    /// What they have taken in, in its order.
    pub fn taken(&self) -> impl Iterator<Item = &Cells> {
        [&self.first, &self.second].into_iter().filter(|cells| cells.n > 0)
    }

    /// Takes in the next members of a list.
    pub fn list(&mut self, rest: &mut &[u8]) {
        self.clear(0, 0);
        match is_spaced(rest) {
            true => self.list_spaced::<true>(rest),
            false => self.list_spaced::<false>(rest),
        }
    }

    /// Takes in the next members of an object, at rising positions from the least on.
    pub fn cells(&mut self, rest: &mut &[u8], least: usize) {
        self.clear(0, 0);
        match is_spaced(rest) {
            true => self.cells_spaced::<true>(rest, least),
            false => self.cells_spaced::<false>(rest, least),
        }
    }

    fn list_spaced<const SPACED: bool>(&mut self, rest: &mut &[u8]) {
        let text = without_space::<SPACED>(rest);
        let middle = next_member::<SPACED>(text, LIST_BYTES);
        let ends = self.run::<OfList<SPACED>>(text, middle, LIST_BYTES);
        self.finish(rest, text, ends);
    }

    fn cells_spaced<const SPACED: bool>(&mut self, rest: &mut &[u8], least: usize) {
        let text = without_space::<SPACED>(rest);
        let position = |at: usize| {
            let (position, _) = plain::position(text.get(at..)?)?;
            (position.saturating_add(ROOM) <= limits::CELLS).then_some(position)
        };
        let Some(begin) = position(0).filter(|begin| *begin >= least) else { return };
        let middle = next_member::<SPACED>(text, OBJECT_BYTES);
        let second = position(middle);
        self.clear(begin, second.unwrap_or_default());
        let (end, end_of_second) = self.run::<OfObject<SPACED>>(text, middle, OBJECT_BYTES);
        let behind = begin.saturating_add(self.first.n);
        let rises = second.is_some_and(|second| second >= behind);
        self.finish(rest, text, (end, end_of_second.filter(|_| rises)));
    }

    /// Runs both lanes, each so many bytes of the text. Says where the first ends, and where the second, if that goes on from the first.
    fn run<T: Take>(&mut self, text: &[u8], middle: usize, n_bytes: usize) -> (usize, Option<usize>) {
        let mut first = Lane::new(text, &mut self.first, 0);
        let mut second = Lane::new(text, &mut self.second, middle);
        let end = middle.saturating_add(n_bytes);
        while first.at < middle && second.at < end && T::next(&mut first).and_then(|()| T::next(&mut second)).is_some()
        {
        }
        while first.at < middle && T::next(&mut first).is_some() {}
        let goes_on = first.at == middle;
        while goes_on && second.at < end && T::next(&mut second).is_some() {}
        let ends = (first.at, goes_on.then_some(second.at));
        (self.first.n, self.second.n) = (first.n, second.n);
        ends
    }

    fn finish<'b>(&mut self, rest: &mut &'b [u8], text: &'b [u8], (first, second): (usize, Option<usize>)) {
        if second.is_none() {
            self.second.clear(0);
        }
        if self.first.n > 0 {
            *rest = text.get(second.unwrap_or(first)..).unwrap_or_default();
        }
    }

    fn clear(&mut self, first: usize, second: usize) {
        self.first.clear(first);
        self.second.clear(second);
    }
}

/// A way through the text.
struct Lane<'b, 'c> {
    text: &'b [u8],
    cells: &'c mut Cells,
    at: usize,
    n: usize,
    /// How many digits the last position had: the next will have as many, and need not wait to be counted.
    n_digits: usize,
}

impl<'b, 'c> Lane<'b, 'c> {
    fn new(text: &'b [u8], cells: &'c mut Cells, at: usize) -> Self {
        Self { text, cells, at, n: 0, n_digits: 1 }
    }
}

/// How a lane takes in the next member; none where it is of another form, or there is no room.
trait Take {
    fn next(lane: &mut Lane) -> Option<()>;
}

/// Members of a list.
struct OfList<const SPACED: bool>;

/// Members of an object, at rising positions.
struct OfObject<const SPACED: bool>;

impl<const SPACED: bool> Take for OfList<SPACED> {
    #[inline(always)]
    fn next(lane: &mut Lane) -> Option<()> {
        let member = word::member::<SPACED>(word::at(lane.text, lane.at)?)?;
        lane.cells.set(lane.n, member)?;
        // Both stay within the text and the room, which were just asked.
        lane.n = lane.n.wrapping_add(1);
        lane.at = lane.at.wrapping_add(member.n_bytes);
        Some(())
    }
}

impl<const SPACED: bool> Take for OfObject<SPACED> {
    #[inline(always)]
    fn next(lane: &mut Lane) -> Option<()> {
        let (position, at) = word::position::<SPACED>(lane.text, lane.at, &mut lane.n_digits)?;
        let member = word::member::<SPACED>(word::at(lane.text, at)?)?;
        let place = position.wrapping_sub(lane.cells.begin);
        if place < lane.n {
            return None;
        }
        lane.cells.set(place, member)?;
        lane.n = place.wrapping_add(1);
        lane.at = at.wrapping_add(member.n_bytes);
        Some(())
    }
}

/// Where the first member begins behind so many bytes; the end of the text where there is none.
fn next_member<const SPACED: bool>(text: &[u8], n_bytes: usize) -> usize {
    let n = text.get(n_bytes..).and_then(|behind| behind.iter().position(|byte| *byte == b','));
    let gap = if SPACED { 2 } else { 1 };
    n.map_or(text.len(), |n| n_bytes.saturating_add(n).saturating_add(gap))
}
