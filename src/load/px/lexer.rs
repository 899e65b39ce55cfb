//! From bytes to keywords: what stands before DATA is taken to pieces.

use super::{
    fault::PxFault,
    keywords::{Keywords, Kind, Statement, Token},
    source::{Span, wide},
};

/// As many keywords as are read: the largest known files have some ten thousand notes on cells.
pub const MOST_KEYWORDS: usize = 300_000;

/// The keywords of a file, whose strings are in an encoding that has ASCII in it.
pub fn read(bytes: &[u8]) -> Keywords {
    let mut lexer = Lexer { bytes, at: 0, read: Keywords::default() };
    while lexer.read.data.is_none() && lexer.statement().is_some() {
        if lexer.read.statements.len() > MOST_KEYWORDS {
            lexer.broken(lexer.at, PxFault::TooManyKeywords { most: MOST_KEYWORDS });
            break;
        }
    }
    lexer.read
}

/// More faults than this are not worth gathering: the rest of the file is something else.
const MOST_BROKEN: usize = 100;

/// The most letters of a found text that a complaint carries.
const MOST_LETTERS: usize = 40;

struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
    read: Keywords,
}

impl Lexer<'_> {
    /// One statement, or what is broken of it; none at the end.
    fn statement(&mut self) -> Option<()> {
        self.skip_space();
        let start = self.at;
        self.peek()?;
        if self.read.broken.len() > MOST_BROKEN {
            return None;
        }
        while self.peek().is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')) {
            self.step();
        }
        let keyword = Span::new(start, self.at);
        if !self.bytes.get(start).is_some_and(u8::is_ascii_alphabetic) {
            let found = self.snippet(start);
            self.broken(start, PxFault::NoKeyword(found));
            self.skip_statement();
            return Some(());
        }
        let name = String::from_utf8_lossy(self.bytes.get(start..self.at).unwrap_or_default()).to_ascii_uppercase();
        self.skip_space();
        let language = if self.peek() == Some(b'[') {
            let open = self.at;
            let rest = self.bytes.get(open..).unwrap_or_default();
            let Some(length) = rest.iter().take(MOST_LETTERS).position(|byte| *byte == b']') else {
                self.broken(open, PxFault::OpenBracket(name));
                self.skip_statement();
                return Some(());
            };
            let end = open.saturating_add(length);
            self.at = end.saturating_add(1);
            Some(Span::new(open.saturating_add(1), end))
        } else {
            None
        };
        self.skip_space();
        let first = self.read.tokens.len();
        if self.peek() == Some(b'(') {
            let open = self.at;
            self.step();
            loop {
                self.skip_space();
                match self.peek() {
                    Some(b')') => break self.step(),
                    None | Some(b'=' | b';') => {
                        self.broken(open, PxFault::OpenBracket(name));
                        self.skip_statement();
                        return Some(());
                    }
                    Some(_) => {
                        if !self.token() {
                            return Some(());
                        }
                    }
                }
            }
        }
        let keys = first..self.read.tokens.len();
        self.skip_space();
        if self.peek() != Some(b'=') {
            self.broken(self.at, PxFault::NoEquals(name));
            self.skip_statement();
            return Some(());
        }
        self.step();
        if name == "DATA" {
            self.read.data = Some(self.at);
            return Some(());
        }
        let first = self.read.tokens.len();
        self.value(first, name);
        let value = first..self.read.tokens.len();
        self.read.statements.push(Statement { keyword, language, keys, value });
        Some(())
    }

    /// The pieces of a value, up to its `;`.
    fn value(&mut self, first: usize, name: String) {
        loop {
            self.skip_space();
            match self.peek() {
                Some(b';') => return self.step(),
                None => return self.not_ended(first, name),
                // A `=` of the next keyword: back to it.
                Some(b'=') if self.back_to_line(first) => return self.not_ended(first, name),
                Some(_) => {
                    if !self.token() {
                        return;
                    }
                }
            }
        }
    }

    fn not_ended(&mut self, first: usize, name: String) {
        let last = self.read.tokens.get(first..).and_then(<[Token]>::last);
        let quote = |token: &Token| usize::from(token.kind == Kind::Text);
        let end = last.map_or(self.at, |token| wide(token.span.end).saturating_add(quote(token)));
        self.broken(end, PxFault::NoSemicolon(name));
    }

    /// Goes back to the last word that begins a line, and takes away all pieces from there.
    fn back_to_line(&mut self, first: usize) -> bool {
        let begins_line = |token: &Token| {
            let before = self.bytes.get(..wide(token.span.start)).unwrap_or_default();
            let is_space = |byte: &&u8| matches!(**byte, b' ' | b'\t');
            let is_first = before.iter().rev().take(MOST_LETTERS).find(|byte| !is_space(byte)) == Some(&b'\n');
            token.kind == Kind::Word && is_first
        };
        // The keyword is near: no parenthesis has more pieces than this.
        let first = first.max(self.read.tokens.len().saturating_sub(64));
        let since = self.read.tokens.get(first..).unwrap_or_default();
        let Some(at) = since.iter().rposition(begins_line) else { return false };
        let at = first.saturating_add(at);
        if let Some(token) = self.read.tokens.get(at) {
            self.at = wide(token.span.start);
        }
        self.read.tokens.truncate(at);
        true
    }

    /// One piece; false where it is broken, and the statement is given up.
    fn token(&mut self) -> bool {
        let start = self.at;
        match self.peek() {
            Some(b'"') => return self.text(),
            Some(b',' | b':' | b'(' | b')' | b'=' | b'[' | b']') => {
                self.step();
                self.push(Kind::Sign, start, self.at);
            }
            _ => {
                while self.peek().is_some_and(|byte| !byte.is_ascii_whitespace() && !b"\",:()=;[]".contains(&byte)) {
                    self.step();
                }
                self.push(Kind::Word, start, self.at);
            }
        }
        true
    }

    /// A text in quotation marks. One that goes over a line must end like a text: else its last mark is missing.
    fn text(&mut self) -> bool {
        let open = self.at;
        let start = open.saturating_add(1);
        let rest = self.bytes.get(start..).unwrap_or_default();
        let end = rest.iter().position(|byte| *byte == b'"').map(|length| start.saturating_add(length));
        let is_whole = |end: &usize| {
            let inside = self.bytes.get(start..*end).unwrap_or_default();
            let after = self.bytes.get(end.saturating_add(1)..).unwrap_or_default();
            let next = after.iter().find(|byte| !byte.is_ascii_whitespace());
            let is_ended = next.is_none_or(|byte| b",;):\"-".contains(byte));
            !inside.contains(&b'\n') || is_ended && !inside.trim_ascii_end().ends_with(b"=") && !inside.ends_with(b"(")
        };
        let Some(end) = end.filter(is_whole) else {
            self.broken(open, PxFault::OpenText);
            let line = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
            self.at = start.saturating_add(line);
            return false;
        };
        self.push(Kind::Text, start, end);
        self.at = end.saturating_add(1);
        true
    }

    fn push(&mut self, kind: Kind, start: usize, end: usize) {
        self.read.tokens.push(Token { kind, span: Span::new(start, end) });
    }

    /// Leaves a broken statement: to after its `;`, or to the next line.
    fn skip_statement(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|byte| matches!(byte, b';' | b'\n')).unwrap_or(rest.len());
        self.at = self.at.saturating_add(length).saturating_add(1).min(self.bytes.len());
    }

    /// What stands here, cut where it is long.
    fn snippet(&self, start: usize) -> String {
        let rest = self.bytes.get(start..).unwrap_or_default();
        let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r' | b';' | b'=')).unwrap_or(rest.len());
        let raw = rest.get(..end.clamp(1, MOST_LETTERS).min(rest.len())).unwrap_or_default();
        String::from_utf8_lossy(raw).into_owned()
    }

    /// Past space, and past the mark that DOS ended files with.
    fn skip_space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace() || byte == 0x1A) {
            self.step();
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn step(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    fn broken(&mut self, at: usize, fault: PxFault) {
        self.read.broken.push((at, fault));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<(Kind, &str)> {
        let read = read(text.as_bytes());
        assert_eq!(read.broken, []);
        read.tokens
            .iter()
            .map(|token| (token.kind, text.get(wide(token.span.start)..wide(token.span.end)).expect("within")))
            .collect()
    }

    #[test]
    fn a_semicolon_and_an_equals_sign_inside_quotes_are_text() {
        assert_eq!(
            pieces("NOTE=\"a;b=c\"\n\"d\";TIMEVAL(\"t\")=TLIST(A1,\"1\"-\"2\");"),
            [
                (Kind::Text, "a;b=c"),
                (Kind::Text, "d"),
                (Kind::Text, "t"),
                (Kind::Word, "TLIST"),
                (Kind::Sign, "("),
                (Kind::Word, "A1"),
                (Kind::Sign, ","),
                (Kind::Text, "1"),
                (Kind::Word, "-"),
                (Kind::Text, "2"),
                (Kind::Sign, ")"),
            ]
        );
    }

    #[test]
    fn reading_goes_on_after_a_broken_statement() {
        let faults = |text: &str| {
            let read = read(text.as_bytes());
            (read.broken, read.statements.len(), read.data)
        };
        assert_eq!(
            faults("A=\"x\"\nB(\"y\")=\"z\";\nDATA="),
            (vec![(5, PxFault::NoSemicolon("A".into()))], 2, Some(23))
        );
        assert_eq!(faults("A=\"x;\nB=\"z\";\nDATA="), (vec![(2, PxFault::OpenText)], 2, Some(18)));
        assert_eq!(faults("A \"x\";\nB=1;"), (vec![(2, PxFault::NoEquals("A".into()))], 1, None));
        assert_eq!(faults("A(\"x\"=1;\nB=1;"), (vec![(1, PxFault::OpenBracket("A".into()))], 1, None));
        assert_eq!(faults("{\"a\": 1}"), (vec![(0, PxFault::NoKeyword("{\"a\": 1}".into()))], 0, None));
        assert_eq!(faults("A=\"x\""), (vec![(5, PxFault::NoSemicolon("A".into()))], 1, None));
    }
}
