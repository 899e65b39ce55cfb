//! The members of a document without serde's detours: the many cells straight from bytes into columns, the few others as trees.
//!
//! It answers none where anything is not as it should be; then serde reads the text, and the complaint is serde's.

use serde::Deserialize;

use super::{
    cursor::Cursor,
    document::Members,
    member::{self, Cell, Intake},
    node::Node,
};

/// The members of a document, just as serde reads them.
pub fn members(bytes: &[u8]) -> Option<Members> {
    let cursor = &mut Cursor::new(bytes);
    let mut members = Members::default();
    let mut known: Vec<&'static str> = Vec::new();
    cursor.pass(b'{')?;
    let mut is_last = cursor.passes(b'}');
    while !is_last {
        let name = cursor.text()?;
        cursor.pass(b':')?;
        let mut tree = |name, place: &mut Option<Node>| {
            *place = json(cursor.value()?)?;
            Some(name)
        };
        let name = match &*name {
            "version" => tree("version", &mut members.version)?,
            "class" => tree("class", &mut members.class)?,
            "label" => tree("label", &mut members.label)?,
            "source" => tree("source", &mut members.source)?,
            "updated" => tree("updated", &mut members.updated)?,
            "note" => tree("note", &mut members.note)?,
            "id" => tree("id", &mut members.id)?,
            "size" => tree("size", &mut members.size)?,
            "role" => tree("role", &mut members.role)?,
            "dimension" => tree("dimension", &mut members.dimension)?,
            "extension" => tree("extension", &mut members.extension)?,
            "value" => {
                members.value = cells(cursor)?;
                "value"
            }
            "status" => {
                members.status = cells(cursor)?;
                "status"
            }
            _ => {
                json::<serde::de::IgnoredAny>(cursor.value()?)?;
                ""
            }
        };
        if !name.is_empty() {
            if known.contains(&name) {
                return None;
            }
            known.push(name);
        }
        is_last = has_ended(cursor, b'}')?;
    }
    cursor.peek().is_none().then_some(members)
}

fn json<'b, T: Deserialize<'b>>(bytes: &'b [u8]) -> Option<T> {
    serde_json::from_slice(bytes).ok()
}

/// Whether a list or an object ends here; else there is another member.
fn has_ended(cursor: &mut Cursor, end: u8) -> Option<bool> {
    match cursor.next()? {
        b',' => Some(false),
        byte => (byte == end).then_some(true),
    }
}

/// All cells of a list or an object; or what else there is.
fn cells<I: Intake>(cursor: &mut Cursor) -> Option<Option<member::Members<I>>> {
    let (mut intake, mut scratch) = (I::default(), I::Scratch::default());
    match cursor.peek()? {
        b'[' => {
            cursor.pass(b'[')?;
            let mut n = 0_usize;
            let mut is_last = cursor.passes(b']');
            while !is_last {
                n = n.saturating_add(intake.plain_list(n, cursor, &mut scratch));
                intake.list(n, cell(cursor)?);
                n = n.saturating_add(1);
                is_last = has_ended(cursor, b']')?;
            }
            Some(Some(member::Members::List(n, intake)))
        }
        b'{' => {
            cursor.pass(b'{')?;
            let mut is_last = cursor.passes(b'}');
            while !is_last {
                intake.plain_cells(cursor, &mut scratch);
                match cursor.position() {
                    Some(position) => {
                        cursor.pass(b':')?;
                        intake.cell(position, cell(cursor)?);
                    }
                    None => {
                        let name = cursor.text()?;
                        cursor.pass(b':')?;
                        intake.object(&name, cell(cursor)?);
                    }
                }
                is_last = has_ended(cursor, b'}')?;
            }
            Some(Some(member::Members::Object(intake)))
        }
        _ => json(cursor.value()?),
    }
}

#[inline]
fn cell<'b>(cursor: &mut Cursor<'b>) -> Option<Cell<'b>> {
    match cursor.peek()? {
        b'-' | b'0'..=b'9' => cursor.number().map(Cell::Number),
        b'"' => cursor.text().map(Cell::Text),
        b'n' => cursor.null().map(|()| Cell::Null),
        _ => json::<Cell<'static>>(cursor.value()?),
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::PathBuf};

    use proptest::{collection::vec, prelude::*, sample::Index};

    use super::*;
    use crate::load::limits;

    /// All fixtures that are to be read, and those that are not.
    fn fixtures() -> Vec<Vec<u8>> {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/jsonstat");
        let files = |folder: PathBuf| fs::read_dir(folder).expect("the folder is there");
        let entries = files(folder.join("broken")).chain(files(folder));
        let paths = entries.map(|entry| entry.expect("it can be read").path());
        let mut paths: Vec<PathBuf> = paths.filter(|path| path.is_file()).collect();
        paths.sort();
        paths.into_iter().map(|path| fs::read(path).expect("it can be read")).collect()
    }

    /// Where this reader answers, serde answers the same, and no text is too long; says whether it does.
    fn agrees(bytes: &[u8]) -> bool {
        let Some(mut swift) = members(bytes) else { return false };
        assert_eq!(limits::too_long_text(bytes), None);
        let mut serde: Members = serde_json::from_slice(bytes).expect("serde reads it too");
        // A cell without a number is NaN, which equals nothing.
        assert_eq!(format!("{:?}", swift.value.take()), format!("{:?}", serde.value.take()));
        assert_eq!(swift, serde);
        true
    }

    /// A list or an object of cells of all sorts, as it may stand in a file.
    fn any_cells() -> impl Strategy<Value = String> {
        let cell = prop_oneof![
            4 => "-?(0|[1-9][0-9]{0,17})([.][0-9]{1,6})?([eE][+-]?[0-9]{1,2})?",
            2 => prop::sample::select(vec!["null", "true", "\"x\"", "\" p\"", "\"\"", "\"å\\u00e5\\\"\"", "[1, {}]", "{\"a\": [\"]\"]}"])
                .prop_map(str::to_owned),
            1 => any::<f64>().prop_filter("JSON has no others", |number| number.is_finite()).prop_map(|number| number.to_string()),
        ];
        let name = prop_oneof![4 => "[0-9]{1,3}", 1 => prop::sample::select(vec!["+1", "a", "\\u0031", "", "-1"]).prop_map(str::to_owned)];
        let space = prop::sample::select(vec!["", " ", "\n\t", "\r\n  "]);
        let list = (vec(cell.clone(), 0..12), space.clone())
            .prop_map(|(cells, space)| format!("[{space}{}{space}]", cells.join(&format!("{space},"))));
        let object = (vec((name, cell.clone()), 0..12), space).prop_map(|(cells, space)| {
            let members: Vec<String> =
                cells.iter().map(|(name, cell)| format!("{space}\"{name}\"{space}:{cell}{space}")).collect();
            format!("{{{}}}", members.join(","))
        });
        prop_oneof![3 => list, 3 => object, 1 => cell]
    }

    #[test]
    fn every_fixture_that_is_json_is_read_here_and_as_serde_reads_it() {
        for bytes in fixtures() {
            // Of a list serde would make a struct; `document` does not ask it.
            let is_read = bytes.starts_with(b"{") && serde_json::from_slice::<Members>(&bytes).is_ok();
            assert_eq!(agrees(&bytes), is_read, "{}", String::from_utf8_lossy(&bytes));
        }
    }

    #[test]
    fn what_serde_refuses_is_left_to_it() {
        for text in [
            "",
            "{",
            "{}}",
            "{\"value\": [1,]}",
            "{\"value\": [01]}",
            "{\"value\": [1 2]}",
            "{\"value\": {\"0\": nul}}",
            "[]",
            "{\"value\": [1], \"value\": null}",
            "{\"label\": null, \"label\": null}",
            "{\"value\": [1e999]}",
            "{\"a\": }",
            "{,}",
            "{\"status\": [\"\t\"]}",
            "{\"value\": [1}",
            "{\"value\" [1]}",
            "{\"value\": tru}",
            "{\"a\": 1 2}",
        ] {
            assert!(members(text.as_bytes()).is_none(), "{text}");
            assert!(serde_json::from_str::<Members>(text).is_err() || text == "[]", "{text}");
        }
    }

    /// Enough members for several stretches of two lanes: mostly counts and nulls, at positions that mostly rise.
    fn many_cells() -> impl Strategy<Value = String> {
        let odd = prop::sample::select(vec!["0.5", "12345678", "-3", "1e2", "\"a,b\"", "[1,2]", "007", "\"\"", "true"]);
        let cell = |odd_ones| {
            prop_oneof![
                300 => (0_u32..2000).prop_map(|count| count.to_string()),
                50 => Just("null".to_owned()),
                odd_ones => odd.clone().prop_map(str::to_owned),
            ]
        };
        let sign =
            prop::sample::select(vec!["\"c\"", "\"p\"", "\"c\"", "\"..\"", "\"é\"", "null"]).prop_map(str::to_owned);
        let step =
            prop_oneof![900 => Just(1_i64), 90 => 2_i64..5, 5 => Just(3000_i64), 1 => Just(0_i64), 1 => -700_i64..0];
        let cells = prop_oneof![3 => vec((step.clone(), cell(0)), 0..2500), 3 => vec((step.clone(), cell(1)), 0..2500), 1 => vec((step, sign), 0..1500)];
        let gaps = prop_oneof![4 => Just(""), 3 => Just(" "), 1 => Just("\n ")];
        (cells, gaps, 0_i64..200_000, any::<bool>()).prop_map(|(cells, gap, begin, is_list)| {
            let mut position = begin;
            let members: Vec<String> = cells
                .into_iter()
                .map(|(step, cell)| {
                    position += step;
                    if is_list { cell } else { format!("\"{}\":{gap}{cell}", position.max(0)) }
                })
                .collect();
            let members = members.join(&format!(",{gap}"));
            if is_list { format!("[{members}]") } else { format!("{{{members}}}") }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
        #[test]
        fn many_cells_are_read_in_lanes_as_serde_reads_them(value in many_cells(), status in many_cells()) {
            let text = format!("{{\"value\":{value},\"status\":{status}}}");
            let is_json = serde_json::from_str::<Members>(&text).is_ok();
            prop_assert_eq!(agrees(text.as_bytes()), is_json);
        }
    }

    proptest! {
        #[test]
        fn cells_of_all_sorts_are_read_as_serde_reads_them(value in any_cells(), status in any_cells()) {
            let text = format!("{{\"class\": \"dataset\", \"value\": {value}, \"other\": [1], \"status\": {status}}}");
            prop_assert!(agrees(text.as_bytes()), "{}", text);
        }

        #[test]
        fn a_file_with_bytes_changed_is_read_as_serde_reads_it_or_left_to_it(
            file in any::<Index>(),
            changes in vec((any::<Index>(), prop_oneof![any::<u8>(), prop::sample::select(b"\"\\{}[],:0-1.e \n".to_vec())], 0_u8..4), 1..6),
        ) {
            let files = fixtures();
            let mut bytes = file.get(&files).clone();
            for (at, byte, how) in changes {
                let at = at.index(bytes.len().max(1)).min(bytes.len().saturating_sub(1));
                match how {
                    0 if !bytes.is_empty() => bytes[at] = byte,
                    1 => bytes.insert(at, byte),
                    2 => { bytes.drain(at..(at + 3).min(bytes.len())); }
                    _ => {}
                }
            }
            agrees(&bytes);
        }
    }
}
