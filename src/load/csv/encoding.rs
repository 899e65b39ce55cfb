//! The encoding of a CSV file that does not say.

use crate::load::encoding::Encoding;

/// As many bytes as tell.
const SAMPLE: usize = 1024 * 1024;

/// å, ä, ö, Å, Ä, Ö in the encodings of DOS; in Windows-1252 these are signs that no table begins a word with.
const DOS: [u8; 6] = [0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99];
/// The same letters, and é and ü, in Windows-1252.
const WINDOWS: [u8; 8] = [0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6, 0xe9, 0xfc];

/// By its mark; UTF-16 where every other byte is zero; UTF-8 where all of it is; else Windows-1252, or DOS where its letters are those of DOS.
pub fn guessed(bytes: &[u8]) -> Encoding {
    if Encoding::from_mark(bytes).is_some() {
        return Encoding::guessed(bytes);
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let zeros = |first: usize| sample.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let most = sample.len() / 5;
    match (zeros(0), zeros(1)) {
        (_, odd) if odd > most => return Encoding::Utf16Le,
        (even, _) if even > most => return Encoding::Utf16Be,
        _ => {}
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
}
