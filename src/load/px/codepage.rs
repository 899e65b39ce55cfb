//! The encoding of a PX file: by its mark, by what it declares, else by trial; and it is always said what was taken.

use super::{
    fault::PxFault,
    keywords::{Keywords, Kind},
    source::{Span, wide},
};
use crate::load::encoding::Encoding;

/// The encoding of these bytes, and what there is to say of it with its place.
pub fn find(bytes: &[u8], keywords: &Keywords) -> (Encoding, Option<(usize, PxFault)>) {
    let value = |name: &[u8]| {
        let statement = keywords.statements.iter().find(|it| raw(bytes, it.keyword).eq_ignore_ascii_case(name))?;
        let tokens = keywords.tokens.get(statement.value.clone())?;
        let token = tokens.iter().find(|token| token.kind != Kind::Sign)?;
        Some((String::from_utf8_lossy(raw(bytes, token.span)).trim().to_owned(), wide(statement.keyword.start)))
    };
    // What is in DATA is in ASCII but for keys, whose letters stand in VALUES or CODES too.
    let bytes = keywords.data.and_then(|data| bytes.get(..data)).unwrap_or(bytes);
    let is_utf8 = std::str::from_utf8(bytes).is_ok();
    let (codepage, charset) = (value(b"CODEPAGE"), value(b"CHARSET"));
    let declared = match (&codepage, &charset) {
        (Some((name, at)), _) => Some((Encoding::from_name(name), name, *at)),
        (None, Some((name, at))) if name.eq_ignore_ascii_case("ANSI") => Some((Some(Encoding::Windows1252), name, *at)),
        (None, Some((name, at))) if name.eq_ignore_ascii_case("OEM") => Some((Some(Encoding::Cp850), name, *at)),
        (None, Some((name, at))) => Some((Encoding::from_name(name), name, *at)),
        (None, None) => None,
    };
    let is_ascii = bytes.is_ascii();
    let taken = if is_utf8 { Encoding::Utf8 } else { of_one_byte(bytes) };
    match declared {
        Some((Some(Encoding::Utf8), _, at)) if !is_utf8 => {
            (taken, Some((at, PxFault::OtherEncoding { declared: Encoding::Utf8, taken })))
        }
        // Letters that are UTF-8 throughout are nothing else: some program saved the file anew and left the keyword.
        Some((Some(declared), _, at)) if declared != Encoding::Utf8 && is_utf8 && !is_ascii => {
            (taken, Some((at, PxFault::OtherEncoding { declared, taken })))
        }
        Some((Some(declared), _, _)) => (declared, None),
        Some((None, name, at)) => {
            let declared = name.chars().take(40).collect();
            (taken, Some((at, PxFault::UnknownEncoding { declared, taken })))
        }
        None if is_ascii => (Encoding::Utf8, None),
        None => (taken, Some((0, PxFault::EncodingTaken(taken)))),
    }
}

/// Without CHARSET a file is of DOS by the book; but one that has Swedish letters only where Windows has them is of Windows.
fn of_one_byte(bytes: &[u8]) -> Encoding {
    let count = |letters: &[u8]| bytes.iter().filter(|byte| letters.contains(byte)).count();
    let (dos, windows) = (count(b"\x84\x86\x8e\x8f\x94\x99\x82"), count(b"\xe4\xe5\xc4\xc5\xf6\xd6\xe9"));
    if windows > dos { Encoding::Windows1252 } else { Encoding::Cp850 }
}

fn raw(bytes: &[u8], span: Span) -> &[u8] {
    bytes.get(wide(span.start)..wide(span.end)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::px::lexer;

    fn found(bytes: &[u8]) -> (Encoding, Option<PxFault>) {
        let (encoding, fault) = find(bytes, &lexer::read(bytes));
        (encoding, fault.map(|(_, fault)| fault))
    }

    #[test]
    fn what_is_declared_holds_unless_the_bytes_say_otherwise() {
        assert_eq!(found(b"CHARSET=\"ANSI\";T=\"\xe5\";"), (Encoding::Windows1252, None));
        assert_eq!(found(b"CODEPAGE=\"iso-8859-15\";T=\"\xa4\";"), (Encoding::Iso8859_15, None));
        assert_eq!(found(b"CHARSET=\"ANSI\";CODEPAGE=\"cp437\";T=\"\x86\";"), (Encoding::Cp437, None));
        assert_eq!(found("CODEPAGE=\"utf-8\";T=\"å\";".as_bytes()), (Encoding::Utf8, None));
        let (declared, taken) = (Encoding::Utf8, Encoding::Windows1252);
        let other = Some(PxFault::OtherEncoding { declared, taken });
        assert_eq!(found(b"CODEPAGE=\"utf-8\";T=\"\xe5\";"), (taken, other));
        let (declared, taken) = (Encoding::Windows1252, Encoding::Utf8);
        let other = Some(PxFault::OtherEncoding { declared, taken });
        assert_eq!(found("CHARSET=\"ANSI\";T=\"å\";".as_bytes()), (taken, other));
    }

    #[test]
    fn what_is_not_declared_is_tried_and_said() {
        let taken = |taken| (taken, Some(PxFault::EncodingTaken(taken)));
        assert_eq!(found(b"T=\"p\x86 f\x84lt\";"), taken(Encoding::Cp850));
        assert_eq!(found(b"T=\"p\xe5 f\xe4lt\";"), taken(Encoding::Windows1252));
        assert_eq!(found("T=\"på fält\";".as_bytes()), taken(Encoding::Utf8));
        assert_eq!(found(b"T=\"x\";"), (Encoding::Utf8, None));
        let declared = "ebcdic".to_owned();
        let unknown = PxFault::UnknownEncoding { declared, taken: Encoding::Utf8 };
        assert_eq!(found(b"CODEPAGE=\"ebcdic\";"), (Encoding::Utf8, Some(unknown)));
    }
}
