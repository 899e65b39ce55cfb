//! The faults of a file in English.

use super::so_many;
use crate::{
    load::fault::{Class, Counted, Fault, Found, Limit, Named, Shape},
    model::{figure::Absence, text::Language},
    words::absence,
};

/// What was wrong, and what to do.
pub fn fault(fault: &Fault) -> String {
    match fault {
        Fault::NotJson(word) => {
            format!("The text cannot be read as JSON ({word}). Check the characters just before this place.")
        }
        Fault::OverLimit { limit, most, found } => over_limit(*limit, *most, *found),
        Fault::WrongClass { expected, found } => wrong_class(expected, found),
        Fault::UnknownVersion { expected, found } => {
            format!("The version is “{found}”, but the page knows version {expected}. Save the file in that version.")
        }
        Fault::Lacking(name) => lacking(name),
        Fault::WrongShape { expected, found: it } => {
            format!("There should be {} here. There is {}.", shape(*expected), found(it))
        }
        Fault::RepeatedName => "A name stands twice in the same object. Remove one of them.".into(),
        Fault::Duplicate(id) => format!("“{id}” stands twice. Each id, code and position may stand once."),
        Fault::Miscounted { what, expected, found } => miscounted(*what, &n(*expected), &n(*found)),
        Fault::BadPosition { code, found: it, n: all } => format!(
            "The category “{code}” has as its position {}. The categories should have the positions 0 to {}, each once.",
            found(it),
            n(all.saturating_sub(1))
        ),
        Fault::NoSuch { what, id } => {
            format!("The {} “{id}” is not in the file. Correct the name, or remove the reference.", named(*what))
        }
        Fault::LeftOver(id) => {
            format!("The dimension “{id}” is described but not listed in “id”. List it there, or remove the description.")
        }
        Fault::UnknownWord { word, expected } => {
            format!("The page does not know the word “{word}”. Write one of these: {}.", expected.join(", "))
        }
        Fault::UnknownLanguage(tag) => {
            format!("Texts in the language “{tag}” are not read. The page is in Swedish (sv) and English (en).")
        }
        Fault::NotUnderstood => "The page does not know this name in the profile. Check how it is spelt.".into(),
        Fault::UnreadableProfile(word) => format!(
            "The profile cannot be read ({word}). It may say that figures are made up or are to be hidden, so nothing of the file is shown until this is corrected."
        ),
        Fault::UnknownSign { sign, n_cells } => format!(
            "The sign “{sign}” stands at {} and is not explained. Write what it means under “states” in the profile.",
            cells(*n_cells)
        ),
        Fault::NumberWithheld { sign, absence, n_cells } => withheld(sign, absence, *n_cells),
        Fault::NotFinite => "The number is too large to work with. Check it, and the “multiplier” of the unit.".into(),
        Fault::SeveralMetrics(n_dimensions) => format!(
            "{} dimensions are given as measures. The first is used, the others are read as ordinary dimensions. Give one only.",
            n(*n_dimensions)
        ),
        Fault::NotWorkedOut => {
            "It is not said what the measure is worked out from. Give “numerator” and “denominator” among the measures that have figures, and “kind”.".into()
        }
        Fault::Circular(code) => {
            format!("The category “{code}” is placed under itself. The link is left out. Correct “child” or “parents”.")
        }
        Fault::TwoParents(code) => {
            format!("The category “{code}” is placed under two others. The first holds. Remove the second.")
        }
        Fault::NoReason => "The reason is missing. Write it under “reason”.".into(),
        Fault::QualifierWithoutNumber => {
            "The profile says how exact the number is, but the cell has none. Remove the one, or add the other.".into()
        }
        Fault::OutsideFolder(href) => {
            format!("The address “{href}” leads out of the folder of the catalogue. Name a file in the folder, such as “hvb-2023.json”.")
        }
        Fault::NotSha256(hash) => format!("“{hash}” is no SHA-256 sum. It should have 64 hexadecimal digits."),
        #[cfg(feature = "formats")]
        Fault::Px(fault) => super::px::fault(fault, Language::English),
        Fault::Unlisted(more) => format!("{} more remarks are not listed here. Correct those listed first.", n(*more)),
    }
}

fn over_limit(limit: Limit, most: usize, found: Option<usize>) -> String {
    let most = n(most);
    let found = found.map_or_else(|| "more".to_owned(), n);
    match limit {
        Limit::Bytes => {
            format!("The file has {found} bytes. The page reads {most} at most. Split the table by year or county.")
        }
        Limit::TextBytes => format!("A text is longer than {most} bytes. Shorten it."),
        Limit::Cells => {
            format!("The table has {found} cells. The page reads {most} at most. Split the table by year or county.")
        }
        Limit::Dimensions => {
            format!("The table has {found} dimensions. The page reads {most} at most. Split the table.")
        }
        Limit::Items => format!("The catalogue has {found} items. The page reads {most} at most. Split the catalogue."),
    }
}

fn wrong_class(expected: &Class, found: &Class) -> String {
    match (expected, found) {
        (Class::Catalogue, _) => "The file is no catalogue: “class” should be “collection”.".into(),
        (_, Class::Catalogue) => {
            "The file is a catalogue of tables (“collection”), not a table. Open one of the tables in it.".into()
        }
        (_, Class::Dimension) => {
            "The file describes one dimension (“dimension”) and has no figures. Open the table instead.".into()
        }
        (_, Class::Version1) => {
            "The file is in JSON-stat 1. The page reads JSON-stat 2.0. Fetch the table in that version.".into()
        }
        (_, Class::Other(Some(class))) => {
            format!(
                "The file says that it is “{class}”. The page reads tables in JSON-stat 2.0, with “class”: “dataset”."
            )
        }
        (_, Class::Other(None) | Class::Dataset) => {
            "The file does not say what it is. The page reads tables in JSON-stat 2.0, with “class”: “dataset”.".into()
        }
    }
}

fn lacking(name: &str) -> String {
    match name {
        "value" => "“value” is missing or empty, so the table has no figures. Fetch the table with its figures.".into(),
        "per" => "“per” is missing. Give how many the rate is per, such as 1000 or 100000.".into(),
        "synthetic" => "“synthetic” is missing. Give true if the figures are made up, otherwise false.".into(),
        name => format!("“{name}” is missing. Add it."),
    }
}

fn miscounted(what: Counted, expected: &str, found: &str) -> String {
    match what {
        Counted::Sizes => {
            format!("“id” has {expected} dimensions but “size” has {found} numbers. There should be as many of both.")
        }
        Counted::Categories => {
            format!(
                "By “size” there are {expected} categories, but there are {found} here. Correct “size” or the categories."
            )
        }
        Counted::Values => {
            format!(
                "The sizes make {expected} cells, but “value” has {found} values. Correct “size”, or fill in what is missing."
            )
        }
        Counted::Statuses => {
            format!(
                "The sizes make {expected} cells, but “status” has {found} signs. Give one for each cell, or one for all."
            )
        }
    }
}

fn withheld(sign: &str, absence: &Absence, n_cells: usize) -> String {
    let cells = cells(n_cells);
    match absence {
        Absence::UnknownSymbol(_) => format!(
            "The sign “{sign}” is explained by a word that the page does not know. It may be that something is to be hidden, so the number is not shown in {cells}. Correct the word under “states”."
        ),
        absence => format!(
            "The sign “{sign}” means “{}”, but there is a number too in {cells}. The number is not shown. Remove it from the file.",
            absence::name(absence, Language::English)
        ),
    }
}

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Object => "an object { … }",
        Shape::List => "a list [ … ]",
        Shape::Text => "a text in quotation marks",
        Shape::Texts => "a text or a list of texts",
        Shape::Number => "a number or null",
        Shape::WholeNumber => "a whole number, 0 or more",
        Shape::PowerOfTen => "a whole number from \u{2212}12 to 12",
        Shape::ListOrObject => "a list or an object",
        Shape::ListObjectOrText => "a list, an object or a text",
        Shape::Truth => "true or false",
    }
}

fn found(found: &Found) -> String {
    match found {
        Found::Null => "null".into(),
        Found::Truth(truth) => truth.to_string(),
        Found::Number(number) => format!("the number {number}"),
        Found::Text(text) => format!("the text “{text}”"),
        Found::List => "a list".into(),
        Found::Object => "an object".into(),
    }
}

fn named(what: Named) -> &'static str {
    match what {
        Named::Dimension => "dimension",
        Named::Category => "category",
        Named::Measure => "measure",
        Named::Source => "source",
        Named::Cell => "cell",
    }
}

fn cells(n_cells: usize) -> String {
    match n_cells {
        1 => "one cell".into(),
        n_cells => format!("{} cells", n(n_cells)),
    }
}

fn n(n: usize) -> String {
    so_many(n, Language::English)
}
