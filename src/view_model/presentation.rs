//! A presentation: what a key does, and where it leads.

/// What somebody who presents can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// To the next question.
    Next,
    /// To the one before.
    Back,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// Back to the theme.
    End,
    /// Turns the screen black.
    Blank,
}

/// Where the keyboard is when a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeysAt {
    /// Nothing has it.
    Nowhere,
    /// What is shown, where no part of it takes keys.
    Stage,
    /// The presentation's own buttons.
    Bar,
    /// A part that has its own use of keys: a picture that is walked, a link, a button.
    Part,
    /// A box that is written in or a list.
    Field,
}

impl Move {
    /// What a key does; nothing where it belongs to what has the keyboard.
    pub fn of_key(key: &str, at: KeysAt) -> Option<Self> {
        let meant = match key {
            "ArrowRight" | "PageDown" | " " => Self::Next,
            "ArrowLeft" | "PageUp" => Self::Back,
            "Home" => Self::First,
            "End" => Self::Last,
            "Escape" => Self::End,
            // Small pointers with a button for it send one or the other.
            "b" | "B" | "." => Self::Blank,
            _ => return None,
        };
        let may = match at {
            KeysAt::Stage => true,
            // A key that writes a sign acts only where the presentation has the keyboard (WCAG 2.1.4).
            KeysAt::Nowhere => meant != Self::Blank,
            // There the space bar presses the button.
            KeysAt::Bar => key != " ",
            KeysAt::Part => meant == Self::End,
            KeysAt::Field => false,
        };
        may.then_some(meant)
    }

    /// The step that it leads to from another, counted from 1 and never beyond the last; none leads out.
    pub fn from(self, step: usize, n_all: usize) -> Option<usize> {
        match self {
            Self::Next => Some(step.saturating_add(1).min(n_all)),
            Self::Back => Some(step.saturating_sub(1).max(1)),
            Self::First => Some(1),
            Self::Last => Some(n_all),
            Self::End => None,
            Self::Blank => Some(step),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: [&str; 10] = ["ArrowRight", "PageDown", " ", "ArrowLeft", "PageUp", "Home", "End", "Escape", "b", "."];

    fn taken(at: KeysAt) -> Vec<&'static str> {
        KEYS.into_iter().filter(|key| Move::of_key(key, at).is_some()).collect()
    }

    #[test]
    fn keys_belong_to_what_has_the_keyboard() {
        assert_eq!(taken(KeysAt::Stage), KEYS);
        assert_eq!(taken(KeysAt::Nowhere), KEYS[..8]);
        assert_eq!(taken(KeysAt::Bar).len(), 9);
        assert!(!taken(KeysAt::Bar).contains(&" "));
        assert_eq!(taken(KeysAt::Part), ["Escape"]);
        assert_eq!(taken(KeysAt::Field), [""; 0]);
        for key in ["ArrowDown", "ArrowUp", "Enter", "Tab", "a", "f", ""] {
            assert_eq!(Move::of_key(key, KeysAt::Stage), None, "{key} is left alone");
        }
    }

    #[test]
    fn steps_stay_within_the_questions() {
        assert_eq!(Move::Next.from(1, 3), Some(2));
        assert_eq!(Move::Next.from(3, 3), Some(3));
        assert_eq!(Move::Back.from(3, 3), Some(2));
        assert_eq!(Move::Back.from(1, 3), Some(1));
        assert_eq!(Move::First.from(2, 3), Some(1));
        assert_eq!(Move::Last.from(2, 3), Some(3));
        assert_eq!(Move::Blank.from(2, 3), Some(2));
        assert_eq!(Move::End.from(2, 3), None);
    }
}
