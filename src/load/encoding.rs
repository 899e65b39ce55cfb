//! From bytes to text, by the encoding a file declares or seems to be in.

use std::borrow::Cow;

use encoding_rs::{ISO_8859_15, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use oem_cp::code_table::{DECODING_TABLE_CP437, DECODING_TABLE_CP850};

/// An encoding that Swedish statistics are written in, or were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Windows-1252, which ISO 8859-1 is read as too: they differ in signs that nobody writes.
    Windows1252,
    /// ISO 8859-15: ISO 8859-1 with the euro sign.
    Iso8859_15,
    /// Code page 850 of DOS.
    Cp850,
    /// Code page 437 of DOS.
    Cp437,
}

impl Encoding {
    /// All of them, the commonest first.
    pub const ALL: [Self; 7] =
        [Self::Utf8, Self::Windows1252, Self::Iso8859_15, Self::Utf16Le, Self::Utf16Be, Self::Cp850, Self::Cp437];

    /// Its usual name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Windows1252 => "Windows-1252",
            Self::Iso8859_15 => "ISO-8859-15",
            Self::Cp850 => "CP850",
            Self::Cp437 => "CP437",
        }
    }

    /// The encoding that a file means by this name: `utf-8`, `iso-8859-1`, `latin1`, `cp850`, `ibm850`, …
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.trim().to_ascii_lowercase();
        let digits = name.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        match digits {
            "850" => return Some(Self::Cp850),
            "437" => return Some(Self::Cp437),
            "1252" => return Some(Self::Windows1252),
            _ => {}
        }
        let known = encoding_rs::Encoding::for_label(name.as_bytes())?;
        [Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Windows1252, Self::Iso8859_15]
            .into_iter()
            .find(|encoding| encoding.of_the_web() == Some(known))
    }

    /// The encoding that the first bytes say, and how many bytes say it.
    pub fn from_mark(bytes: &[u8]) -> Option<(Self, usize)> {
        let (known, length) = encoding_rs::Encoding::for_bom(bytes)?;
        let all = [Self::Utf8, Self::Utf16Le, Self::Utf16Be];
        Some((all.into_iter().find(|encoding| encoding.of_the_web() == Some(known))?, length))
    }

    /// The encoding of a text that does not say: by its mark, UTF-8 where all of it is, else Windows-1252.
    pub fn guessed(bytes: &[u8]) -> Self {
        match Self::from_mark(bytes) {
            Some((encoding, _)) => encoding,
            None if std::str::from_utf8(bytes).is_ok() => Self::Utf8,
            None => Self::Windows1252,
        }
    }

    /// The text without its mark, and whether every byte meant something in this encoding.
    pub fn decode(self, bytes: &[u8]) -> (Cow<'_, str>, bool) {
        let bytes = match Self::from_mark(bytes) {
            Some((encoding, length)) if encoding == self => bytes.get(length..).unwrap_or_default(),
            _ => bytes,
        };
        match self {
            Self::Cp850 => (of_dos(bytes, &DECODING_TABLE_CP850).into(), true),
            Self::Cp437 => (of_dos(bytes, &DECODING_TABLE_CP437).into(), true),
            of_the_web => {
                let known = of_the_web.of_the_web().unwrap_or(UTF_8);
                let (text, has_strange_bytes) = known.decode_without_bom_handling(bytes);
                (text, !has_strange_bytes)
            }
        }
    }

    const fn of_the_web(self) -> Option<&'static encoding_rs::Encoding> {
        match self {
            Self::Utf8 => Some(UTF_8),
            Self::Utf16Le => Some(UTF_16LE),
            Self::Utf16Be => Some(UTF_16BE),
            Self::Windows1252 => Some(WINDOWS_1252),
            Self::Iso8859_15 => Some(ISO_8859_15),
            Self::Cp850 | Self::Cp437 => None,
        }
    }
}

fn of_dos(bytes: &[u8], table: &[char; 128]) -> String {
    oem_cp::decode_string_complete_table(bytes, table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_word_in_each_encoding() {
        let words: [(&str, &[u8]); 6] = [
            ("utf-8", "Åmål".as_bytes()),
            ("windows-1252", b"\xc5m\xe5l"),
            ("iso-8859-1", b"\xc5m\xe5l"),
            ("ISO-8859-15", b"\xc5m\xe5l"),
            ("cp850", b"\x8fm\x86l"),
            ("IBM437", b"\x8fm\x86l"),
        ];
        for (name, bytes) in words {
            let encoding = Encoding::from_name(name).expect("it is known");
            assert_eq!(encoding.decode(bytes), ("Åmål".into(), true), "{name}");
        }
        assert_eq!(Encoding::from_name("ebcdic"), None);
    }

    #[test]
    fn an_encoding_is_known_by_its_mark_or_guessed() {
        assert_eq!(Encoding::guessed(b"\xef\xbb\xbfa"), Encoding::Utf8);
        assert_eq!(Encoding::Utf8.decode(b"\xef\xbb\xbfa").0, "a");
        assert_eq!(Encoding::guessed(b"\xff\xfea\0"), Encoding::Utf16Le);
        assert_eq!(Encoding::Utf16Le.decode(b"\xff\xfea\0").0, "a");
        assert_eq!(Encoding::guessed("ö".as_bytes()), Encoding::Utf8);
        assert_eq!(Encoding::guessed(b"\xf6"), Encoding::Windows1252);
        assert!(!Encoding::Utf8.decode(b"\xf6").1);
    }
}
