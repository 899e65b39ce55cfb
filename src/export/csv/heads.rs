//! The fields before the number of each row, with as little as possible written anew.

/// What stands before the numbers, row by row: the last slot runs fastest, and what is the same as in the row before is kept.
pub struct Heads<'s> {
    /// For each slot what may stand there.
    slots: Vec<&'s [String]>,
    /// Which of them stands there now.
    at: Vec<usize>,
    /// Where the text of each slot begins.
    begins: Vec<usize>,
    text: String,
    /// From this slot on the text is to be written anew.
    changed: usize,
}

impl<'s> Heads<'s> {
    /// The heads of the rows that these slots make.
    pub fn new(slots: Vec<&'s [String]>) -> Self {
        let n = slots.len();
        Self { slots, at: vec![0; n], begins: vec![0; n], text: String::new(), changed: 0 }
    }

    /// The head of the next row.
    pub fn next(&mut self) -> &str {
        self.text.truncate(self.begins.get(self.changed).copied().unwrap_or_default());
        for ((slot, at), begin) in self.slots.iter().zip(&self.at).zip(&mut self.begins).skip(self.changed) {
            *begin = self.text.len();
            self.text.push_str(slot.get(*at).map_or("", String::as_str));
        }
        self.changed = self.slots.len().saturating_sub(1);
        for (place, (slot, at)) in self.slots.iter().zip(&mut self.at).enumerate().rev() {
            self.changed = place;
            *at = at.saturating_add(1);
            if *at < slot.len() {
                break;
            }
            *at = 0;
        }
        &self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_slot_runs_fastest() {
        let slots = [["a", "b"], ["1", "2"], ["x", "y"]].map(|slot| slot.map(str::to_owned));
        let mut heads = Heads::new(slots.iter().map(<[String; 2]>::as_slice).collect());
        let all: Vec<String> = (0..9).map(|_| heads.next().to_owned()).collect();
        assert_eq!(all, ["a1x", "a1y", "a2x", "a2y", "b1x", "b1y", "b2x", "b2y", "a1x"]);
        assert_eq!(Heads::new(Vec::new()).next(), "", "one cell");
    }
}
