//! What stands before DATA, in pieces: positions in the bytes, nothing decoded.

use std::ops::Range;

use super::{fault::PxFault, source::Span};

/// A piece of a value or of a keyword's parenthesis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where it is; a text without its quotation marks.
    pub span: Span,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `"…"`; two after each other are one text.
    Text,
    /// YES, TLIST, 12, -
    Word,
    /// One of `,` `:` `(` `)` `=`
    Sign,
}

/// `KEYWORD[language]("a","b")=value;`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The keyword.
    pub keyword: Span,
    /// The language in brackets.
    pub language: Option<Span>,
    /// What stands in parentheses, among the tokens.
    pub keys: Range<usize>,
    /// What stands after `=`, among the tokens.
    pub value: Range<usize>,
}

/// What was wrong, and at which byte. All of it is fatal.
pub type Broken = (usize, PxFault);

/// The keywords of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keywords {
    /// All pieces.
    pub tokens: Vec<Token>,
    /// All keywords before DATA.
    pub statements: Vec<Statement>,
    /// The first byte of the data, after `DATA=`.
    pub data: Option<usize>,
    /// What was wrong.
    pub broken: Vec<Broken>,
}
