//! The address of a table or a saved query, as it is copied from a browser or written by hand.

use std::fmt::Write as _;

use super::super::error::FetchError;

/// What an address leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A table, by id.
    Table(String),
    /// A saved query, by id.
    SavedQuery(String),
}

/// An address, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// Up to and without the slash before `tables`.
    pub base: String,
    /// What it leads to.
    pub target: Target,
    /// The language it asks for.
    pub language: Option<String>,
    /// `valueCodes[…]=…` as `…=…`, the form of `--select`.
    pub select: Vec<String>,
}

impl Address {
    /// An address, or only the id of a table at this base.
    pub fn parse(text: &str, base: &str) -> Result<Self, FetchError> {
        let bad = || FetchError::BadAddress(text.to_owned());
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let path = path.trim_end_matches('/');
        let is_id = !path.is_empty() && !path.contains(['/', ':', ' ']);
        let full = match is_id {
            true => format!("{}/tables/{path}", base.trim_end_matches('/')),
            false => path.to_owned(),
        };
        if !full.starts_with("https://") && !full.starts_with("http://") {
            return Err(bad());
        }
        let steps: Vec<&str> = full.split('/').collect();
        let kind = steps.iter().rposition(|step| is_either(step, "tables", "savedqueries")).ok_or_else(bad)?;
        let id = steps.get(kind.saturating_add(1)).filter(|id| !id.is_empty()).ok_or_else(bad)?;
        // After `https:`, an empty step and the host.
        if kind < 3 || steps.get(2).is_none_or(|host| host.is_empty()) {
            return Err(bad());
        }
        match steps.get(kind.saturating_add(2)..).unwrap_or_default() {
            [] => {}
            [last] if is_either(last, "data", "metadata") => {}
            _ => return Err(bad()),
        }
        let is_table = steps.get(kind).is_some_and(|step| step.eq_ignore_ascii_case("tables"));
        let target = if is_table { Target::Table } else { Target::SavedQuery };
        let mut address = Self {
            base: steps.get(..kind).unwrap_or_default().join("/"),
            target: target(decoded(id)),
            language: None,
            select: Vec::new(),
        };
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            address.parameter(pair)?;
        }
        Ok(address)
    }

    fn parameter(&mut self, pair: &str) -> Result<(), FetchError> {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, value) = (decoded(name), decoded(value));
        let lower = name.to_lowercase();
        match lower.as_str() {
            "lang" => self.language = Some(value),
            // How the answer is laid out; ours is always the same.
            "outputformat" | "outputformatparams" | "heading" | "stub" => {}
            _ if lower.starts_with("valuecodes[") && lower.ends_with(']') => {
                let id = name.get("valuecodes[".len()..name.len().saturating_sub(1)).unwrap_or_default();
                self.select.push(format!("{id}={value}"));
            }
            _ => return Err(FetchError::BadParameter(name)),
        }
        Ok(())
    }
}

/// A part of an address or a query, with all that could be misread written as `%XX`.
pub fn encoded(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'*' => safe.push(char::from(byte)),
            // Writing to a string does not fail.
            _ => {
                let _ = write!(safe, "%{byte:02X}");
            }
        }
    }
    safe
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = hex.filter(|_| first == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok());
        rest = match byte {
            Some(byte) => {
                bytes.push(byte);
                after.get(2..).unwrap_or_default()
            }
            None => {
                bytes.push(if first == b'+' { b' ' } else { first });
                after
            }
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn is_either(step: &str, one: &str, other: &str) -> bool {
    step.eq_ignore_ascii_case(one) || step.eq_ignore_ascii_case(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "https://example.org/api/v2/";

    fn parse(text: &str) -> Result<Address, FetchError> {
        Address::parse(text, BASE)
    }

    #[test]
    fn a_table_is_known_by_its_id_its_address_and_the_address_of_its_data() {
        for text in [
            "TAB1",
            "https://example.org/api/v2/tables/TAB1",
            "https://example.org/api/v2/tables/TAB1/metadata",
            "https://example.org/api/v2/tables/TAB1/data?outputFormat=px",
        ] {
            let address = parse(text).expect("it is an address");
            assert_eq!(address.base, "https://example.org/api/v2", "{text}");
            assert_eq!(address.target, Target::Table("TAB1".into()), "{text}");
        }
        let saved = parse("https://example.org/api/v2/savedQueries/77/data?lang=en").expect("it is an address");
        assert_eq!(saved.target, Target::SavedQuery("77".into()));
        assert_eq!(saved.language.as_deref(), Some("en"));
    }

    #[test]
    fn what_a_copied_address_asks_for_is_kept_and_what_would_change_it_is_refused() {
        let address = parse("https://example.org/tables/T/data?valueCodes%5BK%C3%B6n%5D=1,2&valuecodes[Tid]=*");
        assert_eq!(address.expect("it is an address").select, ["Kön=1,2", "Tid=*"]);
        let error =
            parse("https://example.org/tables/T/data?codelist[Region]=agg_1").expect_err("it changes the codes");
        assert!(matches!(error, FetchError::BadParameter(name) if name == "codelist[Region]"));
    }

    #[test]
    fn what_leads_to_no_table_is_refused() {
        for text in [
            "",
            "https://example.org/",
            "ftp://example.org/tables/T",
            "https://example.org/tables/",
            "a b",
            "https:///tables/T",
        ] {
            assert!(matches!(parse(text), Err(FetchError::BadAddress(_))), "{text}");
        }
    }

    #[test]
    fn letters_survive_the_way_there_and_back() {
        for text in ["Kön", "a,b;c=d&e", "100 %", "+", "*"] {
            assert_eq!(decoded(&encoded(text)), text);
        }
    }
}
