//! The places that a reader has pinned or looked at.

/// So many places that the reader has looked at are remembered.
pub const MOST_RECENT: usize = 12;

/// So many can be pinned; nobody finds their own among more.
pub const MOST_PINNED: usize = 24;

/// A reader's places, by code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptPlaces {
    pinned: Vec<String>,
    recent: Vec<String>,
}

impl KeptPlaces {
    /// The pinned, in the order they were pinned.
    pub fn pinned(&self) -> &[String] {
        &self.pinned
    }

    /// Those looked at, the last first.
    pub fn recent(&self) -> &[String] {
        &self.recent
    }

    /// Whether a place is pinned.
    pub fn is_pinned(&self, code: &str) -> bool {
        self.pinned.iter().any(|own| own == code)
    }

    /// Whether another place can be pinned.
    pub fn has_room(&self) -> bool {
        self.pinned.len() < MOST_PINNED
    }

    /// Pins a place; one more than there is room for is not.
    pub fn pin(&mut self, code: &str) {
        if !self.is_pinned(code) && self.has_room() && is_code(code) {
            self.pinned.push(code.to_owned());
        }
    }

    /// Takes a pin away.
    pub fn unpin(&mut self, code: &str) {
        self.pinned.retain(|own| own != code);
    }

    /// A place has been looked at. The one that was looked at longest ago may fall out.
    pub fn look_at(&mut self, code: &str) {
        if is_code(code) {
            self.recent.retain(|own| own != code);
            self.recent.insert(0, code.to_owned());
            self.recent.truncate(MOST_RECENT);
        }
    }
}

/// Whether it may be a place's code: "1280", "01", "nord".
fn is_code(code: &str) -> bool {
    (1..=16).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_looked_at_comes_first_and_stands_once() {
        let mut kept = KeptPlaces::default();
        for n in 0..20 {
            kept.look_at(&format!("{:04}", n % 15));
        }
        assert_eq!(kept.recent().len(), MOST_RECENT);
        assert_eq!(kept.recent()[..3], ["0004", "0003", "0002"]);
        kept.look_at("0003");
        assert_eq!(kept.recent()[..3], ["0003", "0004", "0002"]);
        kept.look_at("not a code!");
        assert_eq!(kept.recent()[0], "0003");
    }

    #[test]
    fn a_pin_stands_once_and_there_is_room_for_so_many() {
        let mut kept = KeptPlaces::default();
        for code in (0..40).map(|n| format!("{n:04}")) {
            kept.pin(&code);
            kept.pin(&code);
        }
        assert_eq!((kept.pinned().len(), kept.has_room()), (MOST_PINNED, false));
        kept.unpin("0000");
        assert!(!kept.is_pinned("0000") && kept.is_pinned("0001") && kept.has_room());
    }
}
