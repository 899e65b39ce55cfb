//! The encoding of a CSV file that does not say.

use std::borrow::Cow;

use crate::load::encoding::Encoding;

/// As many bytes as tell.
const SAMPLE: usize = 1024 * 1024;

/// å, ä, ö, Å, Ä, Ö in the encodings of DOS; in Windows-1252 these are signs that no table begins a word with.
const DOS: [u8; 6] = [0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99];
/// The same letters, and é and ü, in Windows-1252.
const WINDOWS: [u8; 8] = [0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6, 0xe9, 0xfc];

/// A file as text.
pub struct Decoded<'b> {
    /// The encoding that was given, or seems to be its own.
    pub encoding: Encoding,
    /// All of it, without its mark.
    pub text: Cow<'b, str>,
    /// Whether every byte meant something.
    pub is_whole: bool,
}

/// The text of a file, whose encoding may be given.
pub fn decoded(bytes: &[u8], given: Option<Encoding>) -> Decoded<'_> {
    // UTF-8, which most files are, is looked through once: it is known by the same look that makes it a text.
    let mark = Encoding::from_mark(bytes);
    let bare = mark.map_or(bytes, |(_, length)| bytes.get(length..).unwrap_or_default());
    let may_be_utf8 = match (given, mark) {
        (given, Some((Encoding::Utf8, _))) => given.is_none_or(|given| given == Encoding::Utf8),
        (_, Some(_)) => false,
        (Some(given), None) => given == Encoding::Utf8,
        (None, None) => utf_16(bytes).is_none(),
    };
    if let Some(Ok(text)) = may_be_utf8.then(|| std::str::from_utf8(bare)) {
        return Decoded { encoding: Encoding::Utf8, text: text.into(), is_whole: true };
    }
    let encoding = given.unwrap_or_else(|| guessed(bytes));
    let (text, is_whole) = encoding.decode(bytes);
    Decoded { encoding, text, is_whole }
}

/// By its mark; UTF-16 where every other byte is zero; UTF-8 where all of it is; else Windows-1252, or DOS where its letters are those of DOS.
fn guessed(bytes: &[u8]) -> Encoding {
    if Encoding::from_mark(bytes).is_some() {
        return Encoding::guessed(bytes);
    }
    if let Some(utf_16) = utf_16(bytes) {
        return utf_16;
    }
    match Encoding::guessed(bytes) {
        Encoding::Windows1252 => {
            let n_of = |letters: &[u8]| bytes.iter().filter(|byte| letters.contains(byte)).count();
            // CP850 and CP437 differ in no Swedish letter.
            if n_of(&DOS) > n_of(&WINDOWS) { Encoding::Cp850 } else { Encoding::Windows1252 }
        }
        guessed => guessed,
    }
}

/// UTF-16, where so many bytes are zero as in no other encoding.
fn utf_16(bytes: &[u8]) -> Option<Encoding> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    if !sample.contains(&0) {
        return None;
    }
    let (pairs, rest) = sample.as_chunks::<2>();
    let n_even = pairs.iter().filter(|[even, _]| *even == 0).count().saturating_add(usize::from(rest == [0]));
    let n_odd = pairs.iter().filter(|[_, odd]| *odd == 0).count();
    let most = sample.len() / 5;
    match (n_even > most, n_odd > most) {
        (_, true) => Some(Encoding::Utf16Le),
        (true, _) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encoding_is_known_by_its_swedish_letters() {
        assert_eq!(guessed("Åmål;1".as_bytes()), Encoding::Utf8);
        assert_eq!(guessed(b"\xc5m\xe5l;1"), Encoding::Windows1252);
        assert_eq!(guessed(b"\x8fm\x86l;1"), Encoding::Cp850);
        assert_eq!(guessed(b"a\0;\x001\0\n\0"), Encoding::Utf16Le);
        assert_eq!(guessed(b"\0a\0;\x001\0\n"), Encoding::Utf16Be);
        assert_eq!(guessed(b""), Encoding::Utf8);
    }

    #[test]
    fn what_is_utf_8_is_decoded_as_anything_else_is() {
        let files: [&[u8]; 8] = [
            b"",
            b"a;1",
            "Åmål".as_bytes(),
            b"\xef\xbb\xbf\xc3\xa5",
            b"\xef\xbb\xbf\xe5",
            b"\xff\xfea\0",
            b"\0a\0;\x001",
            b"\xe5",
        ];
        for bytes in files {
            for given in [None, Some(Encoding::Utf8), Some(Encoding::Windows1252), Some(Encoding::Utf16Le)] {
                let Decoded { encoding, text, is_whole } = decoded(bytes, given);
                assert_eq!(encoding, given.unwrap_or_else(|| guessed(bytes)), "{bytes:?} {given:?}");
                assert_eq!((text, is_whole), encoding.decode(bytes), "{bytes:?} {given:?}");
            }
        }
    }
}
