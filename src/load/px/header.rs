//! The keywords of a file by name, language and variable, with their texts decoded when they are asked for.

use std::{cmp::Ordering, ops::Range};

use super::{
    fault::{Expected, PxFault},
    keywords::{Keywords, Kind, Token},
    said::Said,
    source::{Source, wide},
};
use crate::{
    load::{
        complaint::{Complaints, Place, Severity},
        fault::{Fault, Limit},
        limits,
    },
    model::text::Language,
};

/// All that stands before DATA.
pub struct Header<'a> {
    /// The bytes.
    pub source: Source<'a>,
    /// The keywords in the order of the file; those in languages that the page does not speak are left out.
    pub entries: Vec<Entry>,
    /// The language of what stands without a language in brackets; none where the page does not speak it.
    pub own: Option<Language>,
    tokens: Vec<Token>,
    /// The entries by keyword, language and keys.
    order: Vec<usize>,
    /// What was wrong.
    complaints: Complaints,
    n_complaints: usize,
}

/// A keyword with what stands in its parenthesis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The keyword in capitals.
    pub keyword: String,
    /// The language in brackets; none for the file's own.
    pub language: Option<Language>,
    /// The texts in parentheses.
    pub keys: Vec<String>,
    /// Where it begins in the file.
    pub at: usize,
    value: Range<usize>,
}

impl<'a> Header<'a> {
    /// The keywords by name.
    pub fn new(source: Source<'a>, keywords: Keywords, complaints: Complaints) -> Self {
        let Keywords { tokens, statements, broken, .. } = keywords;
        let mut header = Self {
            source,
            entries: Vec::with_capacity(statements.len()),
            own: Some(Language::default()),
            tokens,
            order: Vec::new(),
            complaints,
            n_complaints: 0,
        };
        for (at, fault) in broken {
            header.fail(at, fault);
        }
        let mut tags = Vec::with_capacity(statements.len());
        for statement in statements {
            let keyword = header.source.text(statement.keyword).to_ascii_uppercase();
            let at = wide(statement.keyword.start);
            let keys = header.list(statement.keys, at);
            header.entries.push(Entry { keyword, language: None, keys, at, value: statement.value });
            tags.push(statement.language.map(|tag| header.source.text(tag).trim_matches(['"', ' ']).to_owned()));
        }
        super::languages::sort_out(&mut header, tags);
        header.sort();
        header
    }

    /// Sorts the entries by name, and complains of those that stand twice.
    fn sort(&mut self) {
        let mut order: Vec<usize> = (0..self.entries.len()).collect();
        order.sort_by(|one, other| match (self.entries.get(*one), self.entries.get(*other)) {
            (Some(a), Some(b)) => order_of(a).cmp(&order_of(b)).then(one.cmp(other)),
            _ => Ordering::Equal,
        });
        let is_repeated = |pair: &[usize]| {
            let [one, other] = pair else { return None };
            let (one, other) = (self.entries.get(*one)?, self.entries.get(*other)?);
            let may_repeat =
                one.keyword.contains("NOTE") || one.keyword.starts_with("CONTACT") || one.keyword == "PARTITIONED";
            (order_of(one) == order_of(other) && !may_repeat).then(|| (other.at, other.keyword.clone()))
        };
        let mut repeated: Vec<(usize, String)> = order.windows(2).filter_map(is_repeated).collect();
        repeated.sort_unstable();
        for (at, keyword) in repeated {
            self.warn(at, PxFault::Repeated(keyword));
        }
        self.order = order;
    }

    /// The keyword for these keys in this language; the first where it stands twice.
    pub fn find(&self, keyword: &str, language: Option<Language>, keys: &[&str]) -> Option<&Entry> {
        let entry = self.entries.get(*self.order.get(self.place(keyword, language, keys))?)?;
        let is_it = entry.keyword == keyword && entry.language == language && entry.keys.iter().eq(keys.iter());
        is_it.then_some(entry)
    }

    /// Where in the order the first such entry is, or would be.
    fn place(&self, keyword: &str, language: Option<Language>, keys: &[&str]) -> usize {
        let wanted = (keyword, rank(language));
        self.order.partition_point(|at| {
            self.entries.get(*at).is_some_and(|entry| {
                let (name, language, _) = order_of(entry);
                let by_keys = || entry.keys.iter().map(String::as_str).cmp(keys.iter().copied());
                (name, language).cmp(&wanted).then_with(by_keys) == Ordering::Less
            })
        })
    }

    /// All entries of the keyword for these keys in this language.
    pub fn all<'h>(
        &'h self,
        keyword: &'h str,
        language: Option<Language>,
        keys: &'h [&str],
    ) -> impl Iterator<Item = &'h Entry> {
        let first = self.place(keyword, language, keys);
        let entries = self.order.get(first..).unwrap_or_default().iter().filter_map(|at| self.entries.get(*at));
        entries.take_while(move |entry| {
            entry.keyword == keyword && entry.language == language && entry.keys.iter().eq(keys.iter())
        })
    }

    /// The keyword for nothing in particular, in the file's own language.
    pub fn of_table(&self, keyword: &str) -> Option<&Entry> {
        self.find(keyword, None, &[])
    }

    /// The keyword's text for nothing in particular, in all languages.
    pub fn table_text(&mut self, keyword: &str) -> Option<Said<String>> {
        let nothing = Said { own: Vec::new(), swedish: Some(Vec::new()), english: Some(Vec::new()) };
        self.text_for(keyword, &nothing)
    }

    /// The keyword's text for these keys, named in each language; none where it has none in any.
    pub fn text_for(&mut self, keyword: &str, keys: &Said<Vec<&str>>) -> Option<Said<String>> {
        let mut text = |language: Option<Language>, keys: &[&str]| {
            let (value, at) = self.find(keyword, language, keys).map(|entry| (entry.value.clone(), entry.at))?;
            Some(self.joined(value, at))
        };
        let own = text(None, &keys.own);
        let mut of = |language, keys: Option<&Vec<&str>>| text(Some(language), keys?);
        let swedish = of(Language::Swedish, keys.swedish.as_ref());
        let english = of(Language::English, keys.english.as_ref());
        let any = own.clone().or_else(|| swedish.clone()).or_else(|| english.clone())?;
        Some(Said { own: any, swedish, english })
    }

    /// The texts of an entry, one for each comma.
    pub fn texts(&mut self, entry: &Entry) -> Vec<String> {
        self.list(entry.value.clone(), entry.at)
    }

    /// An entry's text as one.
    pub fn text(&mut self, entry: &Entry) -> String {
        self.joined(entry.value.clone(), entry.at)
    }

    /// The pieces of an entry.
    pub fn tokens(&self, entry: &Entry) -> &[Token] {
        self.tokens.get(entry.value.clone()).unwrap_or_default()
    }

    /// YES or NO; a complaint where it is neither.
    pub fn yes(&mut self, entry: &Entry) -> Option<bool> {
        let found = self.text(entry);
        match found.to_ascii_uppercase().as_str() {
            "YES" => Some(true),
            "NO" => Some(false),
            _ => {
                self.wrong(entry, Expected::YesOrNo, found);
                None
            }
        }
    }

    /// Says that a keyword has another value than it may have; the value is left out.
    pub fn wrong(&mut self, entry: &Entry, expected: Expected, found: String) {
        let found = found.chars().take(60).collect();
        self.warn(entry.at, PxFault::WrongValue { keyword: entry.keyword.clone(), expected, found });
    }

    /// The texts of some pieces: those after each other are one, a comma begins the next.
    fn list(&mut self, pieces: Range<usize>, at: usize) -> Vec<String> {
        let mut texts: Vec<String> = Vec::new();
        let mut is_new = true;
        let mut is_long = false;
        for token in self.tokens.get(pieces).unwrap_or_default() {
            if token.kind == Kind::Sign {
                is_new |= self.source.raw(token.span) == b",";
                continue;
            }
            let piece = without_breaks(self.source.text(token.span).as_ref());
            match texts.last_mut() {
                Some(last) if !is_new => last.push_str(&piece),
                _ => texts.push(piece),
            }
            is_new = false;
            is_long |= texts.last().is_some_and(|text| text.len() > limits::TEXT_BYTES);
        }
        if is_long {
            self.too_long(at);
        }
        texts
    }

    fn joined(&mut self, pieces: Range<usize>, at: usize) -> String {
        let tokens = self.tokens.get(pieces).unwrap_or_default();
        let n_bytes = tokens.iter().fold(0_usize, |sum, token| sum.saturating_add(token.span.len()));
        if n_bytes > limits::TEXT_BYTES {
            self.too_long(at);
            return String::new();
        }
        let texts = tokens.iter().filter(|token| token.kind != Kind::Sign);
        texts.map(|token| without_breaks(self.source.text(token.span).as_ref())).collect()
    }

    fn too_long(&mut self, at: usize) {
        let fault = Fault::OverLimit { limit: Limit::TextBytes, most: limits::TEXT_BYTES, found: None };
        self.complain(Severity::Fatal, at, fault);
    }

    /// Something is not understood and is left as it stands.
    pub fn note(&mut self, at: usize, fault: PxFault) {
        self.complain(Severity::Note, at, Fault::Px(fault));
    }

    /// Something is left out.
    pub fn warn(&mut self, at: usize, fault: PxFault) {
        self.complain(Severity::Warning, at, Fault::Px(fault));
    }

    /// The file can't be used.
    pub fn fail(&mut self, at: usize, fault: PxFault) {
        self.complain(Severity::Fatal, at, Fault::Px(fault));
    }

    /// A complaint at a byte. Its line is looked up only where it will be listed.
    pub fn complain(&mut self, severity: Severity, at: usize, fault: Fault) {
        self.n_complaints = self.n_complaints.saturating_add(1);
        let is_listed = self.n_complaints <= Complaints::MOST || severity == Severity::Fatal && !self.is_fatal();
        let place = if is_listed { self.source.place(at) } else { Place::File };
        self.complaints.add(severity, place, fault);
    }

    /// A complaint of the whole file.
    pub fn complain_of_file(&mut self, severity: Severity, fault: Fault) {
        self.complaints.add(severity, Place::File, fault);
    }

    /// Counts faults that nobody kept.
    pub fn add_unlisted(&mut self, n: usize) {
        self.complaints.add_unlisted(n);
    }

    /// Whether the file can't be used.
    pub fn is_fatal(&self) -> bool {
        self.complaints.is_fatal()
    }

    /// All that was wrong.
    pub fn into_complaints(self) -> Complaints {
        self.complaints
    }
}

fn order_of(entry: &Entry) -> (&str, u8, &[String]) {
    (&entry.keyword, rank(entry.language), &entry.keys)
}

const fn rank(language: Option<Language>) -> u8 {
    match language {
        None => 0,
        Some(Language::Swedish) => 1,
        Some(Language::English) => 2,
    }
}

/// A text that some tool has broken over a line is one line.
fn without_breaks(text: &str) -> String {
    if text.contains('\n') {
        text.split('\n').map(str::trim_end).collect::<Vec<_>>().join(" ")
    } else {
        text.to_owned()
    }
}
