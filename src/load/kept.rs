//! The text that a reader's places are kept as on their own device, and back.
//!
//! Whatever stands there is taken for what it may be: an older or newer version, half of one, or nonsense.

use serde::Serialize;

use super::jsonstat::node::Node;
use crate::model::kept::KeptPlaces;

/// Which form this is. What a later form has in addition is left out in reading.
const VERSION: u8 = 1;

#[derive(Serialize)]
struct Wire<'k> {
    version: u8,
    pinned: &'k [String],
    recent: &'k [String],
}

/// The text of these places.
pub fn write(kept: &KeptPlaces) -> String {
    let wire = Wire { version: VERSION, pinned: kept.pinned(), recent: kept.recent() };
    serde_json::to_string(&wire).unwrap_or_default()
}

/// The places in a text; none where it is nonsense.
pub fn read(text: &str) -> KeptPlaces {
    let mut kept = KeptPlaces::default();
    let Ok(node) = serde_json::from_str::<Node>(text) else { return kept };
    let codes = |name: &str| match node.member(name) {
        Some(Node::List(codes)) => codes.iter().filter_map(code).collect::<Vec<&str>>(),
        _ => Vec::new(),
    };
    codes("pinned").into_iter().for_each(|code| kept.pin(code));
    codes("recent").into_iter().rev().for_each(|code| kept.look_at(code));
    kept
}

fn code(node: &Node) -> Option<&str> {
    match node {
        Node::Text(code) => Some(code),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nonsense_is_no_places() {
        for text in
            ["", "{", "[]", "1", "null", r#"{"pinned": 1, "recent": {}}"#, r#"{"pinned": [1, null, ["1280"], "<b>"]}"#]
        {
            assert_eq!(read(text), KeptPlaces::default(), "{text}");
        }
    }

    #[test]
    fn of_another_version_what_is_known_is_read() {
        let kept = read(r#"{"version": 9, "colour": "red", "pinned": ["1280", "1280", 7, "01"]}"#);
        assert_eq!((kept.pinned(), kept.recent().len()), (&["1280".to_owned(), "01".to_owned()][..], 0));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            acts in prop::collection::vec((0_u8..3, "[0-9a-z]{1,6}"), 0..60),
        ) {
            let mut kept = KeptPlaces::default();
            for (act, code) in acts {
                match act {
                    0 => kept.pin(&code),
                    1 => kept.unpin(&code),
                    _ => kept.look_at(&code),
                }
            }
            prop_assert_eq!(read(&write(&kept)), kept);
        }

        #[test]
        fn no_text_is_too_much(text in ".{0,200}") {
            let kept = read(&text);
            prop_assert!(kept.recent().len() <= 12);
        }
    }
}
