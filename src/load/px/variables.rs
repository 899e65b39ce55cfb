//! The variables of a file: their names, values and codes in each language, in the order of STUB and HEADING.

use std::collections::HashSet;

use super::{
    fault::{Expected, PxFault},
    header::{Entry, Header},
    said::Said,
    timeval,
};
use crate::{
    load::{
        complaint::Severity,
        fault::{Fault, Limit},
        limits,
    },
    model::text::Language,
};

/// One variable.
pub struct Variable {
    /// Its name in each language.
    pub name: Said<String>,
    /// The names of its values in each language; in the file's own there is one for each code.
    pub values: Said<Vec<String>>,
    /// The codes of its values; the values where the file has no codes.
    pub codes: Vec<String>,
    /// Where its values stand in the file.
    pub at: usize,
}

impl Variable {
    /// How many values it has.
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Where a value is, by its name in the file's own language, by its code, or by its name in another.
    pub fn position(&self, name: &str) -> Option<usize> {
        let of = |list: &[String]| list.iter().position(|it| it == name);
        let other = |list: &Option<Vec<String>>| list.as_deref().and_then(of);
        of(&self.values.own)
            .or_else(|| of(&self.codes))
            .or_else(|| other(&self.values.swedish))
            .or_else(|| other(&self.values.english))
    }

    /// Whether the variable has this name in any language.
    pub fn is_named(&self, name: &str) -> bool {
        [Some(&self.name.own), self.name.swedish.as_ref(), self.name.english.as_ref()]
            .into_iter()
            .flatten()
            .any(|own| own == name)
    }

    /// The name as the key of another keyword.
    pub fn key(&self) -> Said<Vec<&str>> {
        Said {
            own: vec![self.name.own.as_str()],
            swedish: self.name.swedish.as_deref().map(|name| vec![name]),
            english: self.name.english.as_deref().map(|name| vec![name]),
        }
    }
}

/// All variables, and how many of them are in STUB.
pub struct Variables {
    /// Those of STUB, then those of HEADING: the last runs fastest.
    pub all: Vec<Variable>,
    /// How many are in STUB.
    pub n_stub: usize,
}

/// The variables; none only after a fatal complaint.
pub fn read(header: &mut Header) -> Option<Variables> {
    let (stub, heading) = (names(header, "STUB"), names(header, "HEADING"));
    let at = header.of_table("STUB").or_else(|| header.of_table("HEADING")).map_or(0, |entry| entry.at);
    let n_stub = stub.own.len();
    let name = joined(stub, heading);
    if name.own.is_empty() {
        header.fail(at, PxFault::Lacking("STUB"));
        return None;
    }
    if name.own.len() > limits::DIMENSIONS {
        let found = Some(name.own.len());
        let fault = Fault::OverLimit { limit: Limit::Dimensions, most: limits::DIMENSIONS, found };
        header.complain(Severity::Fatal, at, fault);
        return None;
    }
    let mut all: Vec<Variable> = Vec::new();
    for position in 0..name.own.len() {
        let Some(member) = name.member(position) else { continue };
        let name = Said { own: member.own.clone(), swedish: member.swedish.cloned(), english: member.english.cloned() };
        if all.iter().any(|earlier| earlier.name.own == name.own) {
            header.complain(Severity::Fatal, at, Fault::Duplicate(name.own));
            continue;
        }
        all.extend(variable(header, name, at));
    }
    (!header.is_fatal()).then_some(Variables { all, n_stub })
}

fn names(header: &mut Header, keyword: &str) -> Said<Vec<String>> {
    let mut of = |language| {
        let entry = header.find(keyword, language, &[])?.clone();
        Some(header.texts(&entry))
    };
    Said {
        own: of(None).unwrap_or_default(),
        swedish: of(Some(Language::Swedish)),
        english: of(Some(Language::English)),
    }
}

/// STUB and then HEADING. A language that has not as many names as the file's own is left out.
fn joined(stub: Said<Vec<String>>, heading: Said<Vec<String>>) -> Said<Vec<String>> {
    let chained = |stub: Option<Vec<String>>, heading: Option<Vec<String>>| {
        stub.into_iter().chain(heading).flatten().collect::<Vec<_>>()
    };
    let n = stub.own.len().saturating_add(heading.own.len());
    let of = |stub, heading| Some(chained(stub, heading)).filter(|names| names.len() == n);
    Said {
        swedish: of(stub.swedish, heading.swedish),
        english: of(stub.english, heading.english),
        own: chained(Some(stub.own), Some(heading.own)),
    }
}

fn variable(header: &mut Header, name: Said<String>, at: usize) -> Option<Variable> {
    let mut variable = Variable { name, values: Said::default(), codes: Vec::new(), at };
    let mut values = list(header, "VALUES", &variable.key());
    if let Some((_, found_at)) = &values.own {
        variable.at = *found_at;
    }
    let own = match values.own.take() {
        Some((own, _)) if !own.is_empty() => own,
        _ => match timeval::listed(header, &variable.name.own) {
            Some(periods) => periods,
            None => {
                let variable = variable.name.own;
                header.fail(at, PxFault::LackingFor { keyword: "VALUES", variable });
                return None;
            }
        },
    };
    let n = own.len();
    for (other, language) in [(&mut values.swedish, "sv"), (&mut values.english, "en")] {
        if let Some((found, found_at)) = other.as_ref().filter(|(found, _)| found.len() != n) {
            let keyword = format!("VALUES[{language}](\"{}\")", variable.name.own);
            header.warn(*found_at, PxFault::Miscounted { keyword, expected: n, found: found.len() });
            *other = None;
        }
    }
    let codes = list(header, "CODES", &variable.key());
    let codes = [codes.own, codes.swedish, codes.english].into_iter().flatten().next();
    let (codes, codes_at) = match codes {
        Some((codes, codes_at)) if codes.len() != n => {
            let keyword = format!("CODES(\"{}\")", variable.name.own);
            header.fail(codes_at, PxFault::Miscounted { keyword, expected: n, found: codes.len() });
            return None;
        }
        Some(found) => found,
        None => (own.clone(), variable.at),
    };
    let mut known = HashSet::with_capacity(n);
    let twice = codes.iter().find(|code| !known.insert(code.as_str())).cloned();
    if let Some(code) = twice {
        header.complain(Severity::Fatal, codes_at, Fault::Duplicate(code));
        return None;
    }
    variable.values =
        Said { own, swedish: values.swedish.map(|(list, _)| list), english: values.english.map(|(list, _)| list) };
    variable.codes = codes;
    Some(variable)
}

type Placed = (Vec<String>, usize);

/// A keyword's list in each language, with where it stands.
struct Lists {
    own: Option<Placed>,
    swedish: Option<Placed>,
    english: Option<Placed>,
}

/// A keyword's list for a variable in each language.
fn list(header: &mut Header, keyword: &str, key: &Said<Vec<&str>>) -> Lists {
    let mut of = |language: Option<Language>| {
        let name = key.in_language(language).unwrap_or(&key.own);
        let entry = header.find(keyword, language, name).or_else(|| header.find(keyword, language, &key.own))?.clone();
        Some((header.texts(&entry), entry.at))
    };
    Lists { own: of(None), swedish: of(Some(Language::Swedish)), english: of(Some(Language::English)) }
}

/// The entry of a keyword for a variable, by the variable's name in any language.
pub fn entry_for(header: &Header, keyword: &str, variable: &Variable) -> Option<Entry> {
    let key = variable.key();
    [None, Some(Language::Swedish), Some(Language::English)]
        .into_iter()
        .find_map(|language| header.find(keyword, language, key.in_language(language)?))
        .cloned()
}

/// Complains of a STUB or HEADING in another language that can't be used.
pub fn check_translations(header: &mut Header, n: usize) {
    for language in [Language::Swedish, Language::English] {
        let count = |header: &mut Header, keyword| {
            let entry = header.find(keyword, Some(language), &[])?.clone();
            Some((header.texts(&entry).len(), entry))
        };
        let (stub, heading) = (count(header, "STUB"), count(header, "HEADING"));
        let found = [&stub, &heading].into_iter().flatten().fold(0_usize, |sum, (n, _)| sum.saturating_add(*n));
        if let Some((_, entry)) = stub.or(heading).filter(|_| found != n) {
            header.wrong(&entry, Expected::OneForEachVariable, found.to_string());
        }
    }
}
