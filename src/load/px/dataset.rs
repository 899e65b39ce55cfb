//! What the publisher says of the whole table.

use super::{
    facts,
    fault::{Expected, PxFault},
    header::Header,
    said::Said,
};
use crate::{
    load::{complaint::Severity, fault::Fault},
    model::{
        dataset::{Dataset, Source},
        text::Text,
    },
};

/// The dataset's own facts; notes come later, when the dimensions are known.
pub fn read(id: &str, header: &mut Header) -> Dataset {
    let mut dataset = Dataset { id: id.to_owned(), label: title(id, header), ..Dataset::default() };
    let source = header.table_text("SOURCE").filter(|source| !source.own.is_empty());
    let page = header.table_text("INFOFILE").map(|page| page.own).filter(|page| !page.is_empty());
    let is_address = |page: &String| page.starts_with("https://") || page.starts_with("http://");
    let url = page.clone().filter(is_address);
    if let Some(source) = source {
        let title = source.into_text(header.own).original().to_owned();
        dataset.sources.push(Source { title, url: url.clone(), ..Source::default() });
    }
    let own = header.own.unwrap_or_default();
    if let Some(page) = page.filter(|_| url.is_none() || dataset.sources.is_empty()) {
        dataset.notes.extend(facts::note("INFOFILE", &Text::new(own, page)));
    }
    let nothing = Said { own: Vec::new(), swedish: Some(Vec::new()), english: Some(Vec::new()) };
    for keyword in facts::OF_TABLE {
        dataset.notes.extend(facts::read(header, keyword, &nothing));
    }
    dataset.updated = updated(header);
    dataset
}

fn title(id: &str, header: &mut Header) -> Text {
    let described = header.of_table("DESCRIPTIONDEFAULT").cloned().and_then(|entry| header.yes(&entry)) == Some(true);
    let keywords = if described { ["DESCRIPTION", "TITLE", "CONTENTS"] } else { ["TITLE", "DESCRIPTION", "CONTENTS"] };
    let has_title = header.of_table("TITLE").is_some() || header.of_table("DESCRIPTION").is_some();
    if !has_title {
        header.complain_of_file(Severity::Warning, Fault::Px(PxFault::Lacking("TITLE")));
    }
    let found = keywords.into_iter().find_map(|keyword| header.table_text(keyword).filter(Said::is_said));
    match found {
        Some(said) => said.into_text(header.own),
        None => Text::new(header.own.unwrap_or_default(), id),
    }
}

/// The newest LAST-UPDATED of the file, or of any of its contents.
fn updated(header: &mut Header) -> Option<String> {
    let entries: Vec<_> = header.entries.iter().filter(|entry| entry.keyword == "LAST-UPDATED").cloned().collect();
    let mut newest: Option<String> = None;
    for entry in entries {
        let found = header.text(&entry);
        match iso_8601(&found) {
            Some(date) => newest = newest.max(Some(date)),
            None => header.wrong(&entry, Expected::Date, found),
        }
    }
    newest
}

/// `20240301 08:00` as `2024-03-01T08:00`; `20240301` as `2024-03-01`.
pub fn iso_8601(text: &str) -> Option<String> {
    let (date, time) = text.trim().split_once(' ').unwrap_or((text.trim(), ""));
    let number = |range: std::ops::Range<usize>| date.get(range)?.parse::<u32>().ok();
    let is_date = date.len() == 8
        && date.bytes().all(|byte| byte.is_ascii_digit())
        && (1..=12).contains(&number(4..6)?)
        && (1..=31).contains(&number(6..8)?);
    if !is_date {
        return None;
    }
    let day = format!("{}-{}-{}", date.get(..4)?, date.get(4..6)?, date.get(6..)?);
    if time.trim().is_empty() {
        return Some(day);
    }
    let mut parts = time.trim().split(':');
    let mut part = |most: u32| parts.next()?.parse::<u32>().ok().filter(|part| *part <= most);
    let (hour, minute) = (part(23)?, part(59)?);
    Some(match part(59) {
        Some(second) => format!("{day}T{hour:02}:{minute:02}:{second:02}"),
        None => format!("{day}T{hour:02}:{minute:02}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_of_px_is_written_as_iso_8601_has_it() {
        assert_eq!(iso_8601("20240301 08:00").as_deref(), Some("2024-03-01T08:00"));
        assert_eq!(iso_8601("20240301 8:00:09").as_deref(), Some("2024-03-01T08:00:09"));
        assert_eq!(iso_8601("20240301").as_deref(), Some("2024-03-01"));
        for odd in ["2024-03-01", "20241301", "20240301 25:00", "i går", ""] {
            assert_eq!(iso_8601(odd), None, "{odd}");
        }
    }
}
