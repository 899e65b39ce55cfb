//! Which categories of a table are asked for.

use super::super::error::FetchError;

/// The categories of one dimension that are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The dimension.
    pub id: String,
    /// Their codes, in the table's order.
    pub codes: Vec<String>,
    /// Whether they are all there are.
    pub is_all: bool,
}

/// What is asked for: all categories of each dimension that nothing is said of.
///
/// One selection is `dimension=code,code`; several stand apart by `;` or one by one. A code may be a pattern with `*` and `?`,
/// `from(code)` or `to(code)`, in the table's order. A code with a comma in it stands alone.
pub fn chosen(ids: &[String], codes: &[Vec<String>], select: &[String]) -> Result<Vec<Chosen>, FetchError> {
    let mut wanted: Vec<Option<Vec<bool>>> = vec![None; ids.len()];
    for part in select.iter().flat_map(|select| parts(select, ids)) {
        let (id, list) = part.split_once('=').ok_or_else(|| FetchError::BadSelection(part.clone()))?;
        let id = id.trim();
        let Some(at) = ids.iter().position(|known| known == id) else {
            return Err(FetchError::NoDimension { id: id.to_owned(), there_are: ids.to_vec() });
        };
        let known = codes.get(at).map(Vec::as_slice).unwrap_or_default();
        let marks = mark(id, known, list)?;
        if let Some(wanted) = wanted.get_mut(at) {
            *wanted = Some(match wanted.take() {
                None => marks,
                Some(before) => before.iter().zip(marks).map(|(before, now)| *before || now).collect(),
            });
        }
    }
    let chosen = ids.iter().zip(codes).zip(wanted).map(|((id, codes), marks)| match marks {
        None => Chosen { id: id.clone(), codes: codes.clone(), is_all: true },
        Some(marks) => {
            let marked = codes.iter().zip(&marks).filter(|(_, marked)| **marked);
            let is_all = marks.iter().all(|marked| *marked);
            Chosen { id: id.clone(), codes: marked.map(|(code, _)| code.clone()).collect(), is_all }
        }
    });
    Ok(chosen.collect())
}

/// The selections in one text; a semicolon parts them only where a dimension follows, for codes may hold one.
fn parts(select: &str, ids: &[String]) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for piece in select.split(';') {
        let begins = piece.split_once('=').is_some_and(|(id, _)| ids.iter().any(|known| known == id.trim()));
        match parts.last_mut() {
            Some(last) if !begins && !piece.contains('=') && !piece.trim().is_empty() => {
                last.push(';');
                last.push_str(piece);
            }
            _ if piece.trim().is_empty() => {}
            _ => parts.push(piece.to_owned()),
        }
    }
    parts
}

fn mark(dimension: &str, known: &[String], list: &str) -> Result<Vec<bool>, FetchError> {
    let list = list.trim();
    let is_one = known.iter().any(|code| code == list);
    let items: Vec<&str> = if is_one { vec![list] } else { list.split(',').map(str::trim).collect() };
    let mut marks = vec![false; known.len()];
    for item in items {
        let found = positions(known, item);
        if found.is_empty() {
            let (dimension, code) = (dimension.to_owned(), item.to_owned());
            return Err(FetchError::NoCode { dimension, code });
        }
        for at in found {
            if let Some(mark) = marks.get_mut(at) {
                *mark = true;
            }
        }
    }
    Ok(marks)
}

fn positions(known: &[String], item: &str) -> Vec<usize> {
    let place = |code: &str| known.iter().position(|known| known == code.trim());
    if let Some(at) = place(item) {
        return vec![at];
    }
    let inside = |name: &str| item.strip_prefix(name)?.strip_prefix('(')?.strip_suffix(')');
    if let Some(at) = inside("from").and_then(place) {
        return (at..known.len()).collect();
    }
    if let Some(at) = inside("to").and_then(place) {
        return (0..=at).collect();
    }
    if !item.contains(['*', '?']) {
        return Vec::new();
    }
    let pattern: Vec<char> = item.chars().collect();
    let fitting = known.iter().enumerate().filter(|(_, code)| fits(&pattern, code));
    fitting.map(|(at, _)| at).collect()
}

/// Whether a code fits a pattern in which `*` stands for any letters and `?` for one.
fn fits(pattern: &[char], code: &str) -> bool {
    // `reached[n]`: the letters so far fit the first n signs of the pattern.
    let reach = |reached: &mut Vec<bool>| {
        for (at, sign) in pattern.iter().enumerate() {
            let is_reached = reached.get(at) == Some(&true);
            if let Some(next) = reached.get_mut(at.saturating_add(1)) {
                *next |= is_reached && *sign == '*';
            }
        }
    };
    let mut reached = vec![false; pattern.len().saturating_add(1)];
    if let Some(start) = reached.first_mut() {
        *start = true;
    }
    reach(&mut reached);
    for letter in code.chars() {
        let mut next = vec![false; reached.len()];
        for (at, sign) in pattern.iter().enumerate() {
            if reached.get(at) != Some(&true) {
                continue;
            }
            let to = if *sign == '*' { at } else { at.saturating_add(1) };
            if let Some(next) = next.get_mut(to) {
                *next |= *sign == '*' || *sign == '?' || *sign == letter;
            }
        }
        reach(&mut next);
        reached = next;
    }
    reached.last() == Some(&true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(select: &[&str]) -> Result<Vec<Chosen>, FetchError> {
        let text = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
        let codes = [text(&["00", "01", "0114", "0180"]), text(&["2021", "2022", "2023"]), text(&["a,b", "c;d", "e"])];
        chosen(&text(&["Region", "Tid", "X"]), &codes, &text(select))
    }

    fn codes(select: &[&str]) -> Vec<String> {
        let chosen = ask(select).expect("it is a selection");
        chosen.into_iter().map(|one| one.codes.join(" ")).collect()
    }

    #[test]
    fn what_nothing_is_said_of_is_asked_for_whole() {
        assert_eq!(codes(&[]), ["00 01 0114 0180", "2021 2022 2023", "a,b c;d e"]);
        assert!(ask(&["Tid=*"]).expect("it is a selection").iter().all(|one| one.is_all));
    }

    #[test]
    fn codes_patterns_and_ends_are_understood_in_the_tables_order() {
        assert_eq!(codes(&["Region=0180,00;Tid=from(2022)"])[..2], ["00 0180", "2022 2023"]);
        assert_eq!(codes(&["Region=01??", "Tid=to(2022)"])[..2], ["0114 0180", "2021 2022"]);
        assert_eq!(codes(&["Region=01*"])[0], "01 0114 0180");
        assert_eq!(codes(&["X=a,b"])[2], "a,b");
        assert_eq!(codes(&["X=c;d;Tid=2021"])[1..], ["2021", "c;d"]);
        assert_eq!(codes(&["Tid=2021", "Tid=2023"])[1], "2021 2023");
    }

    #[test]
    fn what_is_not_there_is_named() {
        assert!(matches!(ask(&["Kon=1"]), Err(FetchError::NoDimension { id, .. }) if id == "Kon"));
        for (select, wrong) in
            [("Tid=2024", "2024"), ("Tid=2021,", ""), ("Tid=9*", "9*"), ("Tid=from(1999)", "from(1999)")]
        {
            assert!(matches!(ask(&[select]), Err(FetchError::NoCode { code, .. }) if code == wrong), "{select}");
        }
        assert!(matches!(ask(&["Tid"]), Err(FetchError::BadSelection(_))));
    }
}
