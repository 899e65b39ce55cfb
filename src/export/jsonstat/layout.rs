//! How the files are broken into lines: few enough to stay small, enough for a change to show in a diff.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

/// A key to a line in the outer objects, an element to a line in the lists of one depth; the rest runs on.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// Objects down to this depth have a line for each key.
    pub objects_to: usize,
    /// Arrays at this depth have a line for each element.
    pub arrays_at: usize,
}

/// For a dataset: the parts of the profile and each remark on a cell stand on lines of their own, the values on one.
pub const DATASET: Layout = Layout { objects_to: 3, arrays_at: 4 };

/// For the catalogue: a line for each dataset.
pub const CATALOGUE: Layout = Layout { objects_to: 2, arrays_at: 3 };

/// For the index of what can be searched for: a line for each dataset.
pub const SEARCH: Layout = Layout { objects_to: 1, arrays_at: 2 };

/// The bytes of a file, with a last line break.
pub fn bytes(content: &impl Serialize, layout: Layout) -> serde_json::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let lines = Lines { layout, depth: 0 };
    content.serialize(&mut Serializer::with_formatter(&mut bytes, lines))?;
    bytes.push(b'\n');
    Ok(bytes)
}

struct Lines {
    layout: Layout,
    depth: usize,
}

impl Lines {
    fn breaks_object(&self) -> bool {
        self.depth <= self.layout.objects_to
    }

    fn breaks_array(&self) -> bool {
        self.depth == self.layout.arrays_at
    }

    fn part<W: ?Sized + Write>(&self, out: &mut W, is_first: bool, on_line: bool) -> io::Result<()> {
        if !is_first {
            out.write_all(b",")?;
        }
        if on_line { self.new_line(out) } else { Ok(()) }
    }

    fn new_line<W: ?Sized + Write>(&self, out: &mut W) -> io::Result<()> {
        out.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| out.write_all(b" "))
    }

    fn end<W: ?Sized + Write>(&mut self, out: &mut W, sign: &[u8], on_line: bool) -> io::Result<()> {
        self.depth -= 1;
        if on_line {
            self.new_line(out)?;
        }
        out.write_all(sign)
    }
}

impl Formatter for Lines {
    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth += 1;
        out.write_all(b"[")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.part(out, first, self.breaks_array())
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        let on_line = self.breaks_array();
        self.end(out, b"]", on_line)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth += 1;
        out.write_all(b"{")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.part(out, first, self.breaks_object())
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        let on_line = self.breaks_object();
        self.end(out, b"}", on_line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outer_keys_stand_on_lines_and_inner_ones_run_on() {
        let content = serde_json::json!({ "a": [1, 2], "b": { "c": { "d": { "e": 3 } } } });
        let layout = Layout { objects_to: 2, arrays_at: 9 };
        let bytes = bytes(&content, layout).expect("plain values are written");
        let text = String::from_utf8(bytes).expect("JSON is UTF-8");
        let expected = "{\n \"a\":[1,2],\n \"b\":{\n  \"c\":{\"d\":{\"e\":3}}\n }\n}\n";
        assert_eq!(text, expected);
    }
}
