//! Codes and names that places once had, and where they lead now.

/// A code or a name that holds no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Former {
    /// The code or the beginning of codes, or the name, as it was.
    pub what: Held,
    /// The code of the place that it belongs to now.
    pub now: &'static str,
    /// The last year in which it held.
    pub until: u16,
}

/// What of an address held once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// All of it.
    Whole,
    /// Its first two digits, the code of this county: of the rest nothing is known.
    County(&'static str),
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
    let whole = FORMER.iter().find(|(code, name, ..)| is_code(code) || name.to_lowercase() == asked);
    let is_of_municipality = asked.len() == 4 && asked.bytes().all(|byte| byte.is_ascii_digit());
    let county = || {
        let county = asked.get(..2).filter(|_| is_of_municipality)?;
        FORMER.iter().find(|(code, ..)| *code == county)
    };
    let whole = whole.map(|&(_, _, now, until)| Former { what: Held::Whole, now, until });
    whole.or_else(|| county().map(|&(_, name, now, until)| Former { what: Held::County(name), now, until }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_former_code_or_name_leads_to_what_it_became() {
        let whole = |now, until| Some(Former { what: Held::Whole, now, until });
        assert_eq!(former("1917"), whole("0331", 2006));
        assert_eq!(former(" malmöhus län "), whole("12", 1996));
        assert_eq!(former("1643"), whole("0643", 1997));
        // A municipality of a county that is no more: the county it became part of, and nothing is said of the rest.
        assert_eq!(former("1180"), Some(Former { what: Held::County("Kristianstads län"), now: "12", until: 1996 }));
        for asked in ["", "9999", "12", "1280", "Skåne", "15xx", "éé"] {
            assert_eq!(former(asked), None, "{asked}");
        }
    }
}
