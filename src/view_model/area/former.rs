//! Codes and names that places once had, and where they lead now.

/// A code or a name that holds no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Former {
    /// The code of the place that it belongs to now.
    pub now: &'static str,
    /// The last year in which it held.
    pub until: u16,
}

/// Former code (none where it still is the same), former name, code now, last year. Source: Statistics Sweden, Regional divisions in Sweden (MIS 2011:1).
const FORMER: [(&str, &str, &str, u16); 9] = [
    ("11", "Kristianstads län", "12", 1996),
    ("", "Malmöhus län", "12", 1996),
    ("", "Kopparbergs län", "20", 1996),
    ("", "Göteborgs och Bohus län", "14", 1997),
    ("15", "Älvsborgs län", "14", 1997),
    ("16", "Skaraborgs län", "14", 1997),
    ("1642", "Mullsjö", "0642", 1997),
    ("1643", "Habo", "0643", 1997),
    ("1917", "Heby", "0331", 2006),
];

/// Where a former code or name leads. A municipality's code that began with a former county's leads to the county it became part of.
pub fn former(asked: &str) -> Option<Former> {
    let asked = asked.trim().to_lowercase();
    let is_code = |code: &str| !code.is_empty() && code == asked;
    let of = |&(_, _, now, until): &(&str, &str, &'static str, u16)| Former { now, until };
    let whole = FORMER.iter().find(|(code, name, ..)| is_code(code) || name.to_lowercase() == asked);
    let is_of_municipality = asked.len() == 4 && asked.bytes().all(|byte| byte.is_ascii_digit());
    let county = || {
        let county = asked.get(..2).filter(|_| is_of_municipality)?;
        FORMER.iter().find(|(code, ..)| *code == county)
    };
    whole.or_else(county).map(of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_former_code_or_name_leads_to_what_it_became() {
        assert_eq!(former("1917"), Some(Former { now: "0331", until: 2006 }));
        assert_eq!(former(" malmöhus län "), Some(Former { now: "12", until: 1996 }));
        // A municipality of a county that is no more: the county it became part of.
        assert_eq!(former("1180"), Some(Former { now: "12", until: 1996 }));
        assert_eq!(former("1643"), Some(Former { now: "0643", until: 1997 }));
        for asked in ["", "9999", "12", "1280", "Skåne", "15xx", "éé"] {
            assert_eq!(former(asked), None, "{asked}");
        }
    }
}
