//! What sort of file it is: by its first bytes, by the names within an archive, and at last by its own name.

use super::File;
use crate::load::archive;

/// A format that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JSON-stat.
    JsonStat,
    /// PX, of PC-Axis and PxWeb.
    Px,
    /// Rows and columns of text.
    Csv,
    /// A data package, or a table with its Table Schema.
    Package,
    /// A workbook of Excel (xlsx).
    Excel,
    /// A workbook of OpenDocument (ods).
    OpenDocument,
}

impl Format {
    /// The word for it in files and on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::JsonStat => "jsonstat",
            Self::Px => "px",
            Self::Csv => "csv",
            Self::Package => "datapackage",
            Self::Excel => "xlsx",
            Self::OpenDocument => "ods",
        }
    }
}

/// As much of a file as tells what it is.
const SAMPLE: usize = 64 * 1024;

/// The list of an archive stands at its end.
const LIST: usize = 1024 * 1024;

/// The first bytes of Excel's format before 2007, which nobody reads any more.
const OLD_EXCEL: &[u8] = b"\xD0\xCF\x11\xE0";

/// The format; none where it is one we know and do not read.
pub fn of(files: &[File]) -> Option<Format> {
    let [file] = files else { return Some(Format::Package) };
    let bytes = file.bytes.as_slice();
    if archive::is_archive(bytes) {
        let list = bytes.get(bytes.len().saturating_sub(LIST)..).unwrap_or_default();
        return Some(match () {
            () if has(list, b"xl/workbook.xml") => Format::Excel,
            () if has(list, b"content.xml") => Format::OpenDocument,
            () => Format::Package,
        });
    }
    if bytes.starts_with(OLD_EXCEL) {
        return None;
    }
    let start = bytes.get(..bytes.len().min(SAMPLE)).unwrap_or_default();
    let text = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
    Some(match text.first() {
        Some(b'{' | b'[') if has(text, b"\"resources\"") && !has(text, b"\"dimension\"") => Format::Package,
        Some(b'{' | b'[') => Format::JsonStat,
        _ if is_px(text) => Format::Px,
        _ if file.name.to_ascii_lowercase().ends_with(".px") => Format::Px,
        _ => Format::Csv,
    })
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// A keyword in capitals, and what is set to it: `CHARSET="ANSI";`, `TITLE[en]="…"`.
fn is_px(text: &[u8]) -> bool {
    let n = text.iter().take_while(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || **byte == b'-').count();
    let rest = text.get(n..).unwrap_or_default();
    let rest = match rest.first() {
        Some(b'[' | b'(') => {
            rest.iter().position(|byte| *byte == b'=').and_then(|at| rest.get(at..)).unwrap_or_default()
        }
        _ => rest,
    };
    let rest = rest.trim_ascii_start();
    let value = rest.strip_prefix(b"=").map(<[u8]>::trim_ascii_start);
    n >= 3
        && value.is_some_and(|value| {
            value.starts_with(b"\"") || has(value.get(..value.len().min(40)).unwrap_or_default(), b";")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn format(name: &str, bytes: &[u8]) -> Option<Format> {
        of(&[File { name: name.into(), bytes: bytes.into() }])
    }

    #[test]
    fn what_is_in_a_file_counts_before_its_name() {
        assert_eq!(format("a.txt", b"{\"class\":\"dataset\",\"dimension\":{}}"), Some(Format::JsonStat));
        assert_eq!(format("datapackage.json", b"{\"resources\":[]}"), Some(Format::Package));
        assert_eq!(format("a.txt", b"\xEF\xBB\xBFCHARSET=\"ANSI\";\nAXIS-VERSION=\"2013\";"), Some(Format::Px));
        assert_eq!(format("a.txt", b"DECIMALS=0;"), Some(Format::Px));
        assert_eq!(format("a.txt", b"TITLE[en]=\"x\";"), Some(Format::Px));
        assert_eq!(format("a.px", b"?"), Some(Format::Px));
        assert_eq!(format("a.csv", b"KOMMUN;ANTAL\n0114;5"), Some(Format::Csv));
        assert_eq!(format("a.xls", b"\xD0\xCF\x11\xE0..."), None);
        assert_eq!(format("a.bin", b"PK\x03\x04...xl/workbook.xml..."), Some(Format::Excel));
        assert_eq!(format("a.bin", b"PK\x03\x04...content.xml..."), Some(Format::OpenDocument));
        assert_eq!(format("a.zip", b"PK\x03\x04...datapackage.json"), Some(Format::Package));
        assert_eq!(of(&[File::default(), File::default()]), Some(Format::Package));
    }
}
