//! The faults of a file in English.

use super::{
    said::{Said, said},
    so_many,
};
use crate::{
    load::fault::{Class, Counted, Fault, Found, Limit, Named, Shape},
    model::{figure::Absence, text::Language},
    words::absence,
};

/// What was wrong, and what to do.
pub fn fault(fault: &Fault) -> Said {
    match fault {
        Fault::NotJson(word) => {
            said!("The text cannot be read as JSON ({word})."; "Check the characters just before this place.")
        }
        Fault::OverLimit { limit, most, found } => over_limit(*limit, *most, *found),
        Fault::WrongClass { expected, found } => wrong_class(expected, found),
        Fault::UnknownVersion { expected, found } => {
            said!("The version is “{found}”, but the page knows version {expected}."; "Save the file in that version.")
        }
        Fault::Lacking(name) => lacking(name),
        Fault::WrongShape { expected, found: it } => {
            said!("There is {} here.", found(it); "Write {} instead.", shape(*expected))
        }
        Fault::RepeatedName => said!("A name stands twice in the same object."; "Remove one of them."),
        Fault::Duplicate(id) => said!("“{id}” stands twice."; "Let each id, code and position stand once."),
        Fault::Miscounted { what, expected, found } => miscounted(*what, &n(*expected), &n(*found)),
        Fault::BadPosition { code, found: it, n: all } => {
            said!("The category “{code}” has as its position {}.", found(it);
                "Give the categories the positions 0 to {}, each once.",
                n(all.saturating_sub(1))
            )
        }
        Fault::NoSuch { what, id } => {
            said!("The {} “{id}” is not in the file.", named(*what); "Correct the name, or remove the reference.")
        }
        Fault::LeftOver(id) => {
            said!("The dimension “{id}” is described but not listed in “id”."; "List it there, or remove the description.")
        }
        Fault::UnknownWord { word, expected } => {
            said!("The page does not know the word “{word}”."; "Write one of these: {}.", expected.join(", "))
        }
        Fault::UnknownLanguage(tag) => {
            said!("Texts in the language “{tag}” are not read."; "Write them in Swedish (sv) or English (en).")
        }
        Fault::NotUnderstood => said!("The page does not know this name in the profile."; "Check how it is spelt."),
        Fault::UnreadableProfile(word) => {
            said!("The profile cannot be read ({word})."; "Correct it: it may say that figures are made up or are to be hidden, so nothing of the file is shown before."
            )
        }
        Fault::UnknownSign { sign, n_cells } => {
            said!("The sign “{sign}” stands at {} and is not explained.", cells(*n_cells);
                "Write what it means under “states” in the profile."
            )
        }
        Fault::NumberWithheld { sign, absence, n_cells } => withheld(sign, absence, *n_cells),
        Fault::NotFinite => {
            said!("The number is too large to work with."; "Check it, and the “multiplier” of the unit.")
        }
        Fault::SeveralMetrics(n_dimensions) => {
            said!("{} dimensions are given as measures; the first is used, the others are read as ordinary dimensions.", n(*n_dimensions);
                "Give one only."
            )
        }
        Fault::NotWorkedOut => {
            said!("It is not said what the measure is worked out from."; "Give “numerator” and “denominator” among the measures that have figures, and “kind”.")
        }
        Fault::Circular(code) => {
            said!("The category “{code}” is placed under itself; the link is left out."; "Correct “child” or “parents”.")
        }
        Fault::TwoParents(code) => {
            said!("The category “{code}” is placed under two others; the first holds."; "Remove the second.")
        }
        Fault::NoReason => said!("The reason is missing."; "Write it under “reason”."),
        Fault::NotADate(text) => {
            said!("“{text}” is no date, or earlier than the date before it; it is left out."; "Write “2023”, “2023-03” or “2023-03-01”, the earlier one under “from”.")
        }
        Fault::QualifierWithoutNumber => {
            said!("The profile says how exact the number is, but the cell has none."; "Remove the one, or add the other.")
        }
        Fault::OutsideFolder(href) => {
            said!("The address “{href}” leads out of the folder of the catalogue."; "Name a file in the folder, such as “hvb-2023.json”.")
        }
        Fault::NotSha256(hash) => said!("“{hash}” is no SHA-256 sum."; "Write its 64 hexadecimal digits."),
        Fault::OtherPacking { expected, found } => {
            said!("The file is packed in version {found}, but the page reads version {expected}."; "Load the page again. If that does not help, whoever runs it has to make the site anew, so that page and files are equally new.")
        }
        Fault::NotPacked => {
            said!("The file is not packed as the page reads it, or not whole."; "Try again. If that does not help, whoever runs the page has to make the site anew.")
        }
        #[cfg(feature = "formats")]
        Fault::Table(fault) => super::table::fault(fault, Language::English),
        #[cfg(feature = "formats")]
        Fault::Package(fault) => super::package::fault(fault, Language::English),
        #[cfg(feature = "formats")]
        Fault::Workbook(fault) => super::workbook::fault(fault, Language::English),
        #[cfg(feature = "formats")]
        Fault::Px(fault) => super::px::fault(fault, Language::English),
        Fault::Unlisted(more) => said!("{} more remarks are not listed here.", n(*more); "Correct those listed first."),
    }
}

fn over_limit(limit: Limit, most: usize, found: Option<usize>) -> Said {
    let most = n(most);
    let found = found.map_or_else(|| "more".to_owned(), n);
    match limit {
        Limit::Bytes => {
            said!("The file has {found} bytes; the page reads {most} at most."; "Split the table by year or county.")
        }
        Limit::TextBytes => said!("A text is longer than {most} bytes."; "Shorten it."),
        Limit::Cells => {
            said!("The table has {found} cells; the page reads {most} at most."; "Split the table by year or county.")
        }
        Limit::Dimensions => {
            said!("The table has {found} dimensions; the page reads {most} at most."; "Split the table.")
        }
        Limit::Items => {
            said!("The catalogue has {found} items; the page reads {most} at most."; "Split the catalogue.")
        }
        Limit::Columns => {
            said!("The table has {found} columns; the page reads {most} at most."; "Remove those that are not needed.")
        }
        Limit::Unpacked => said!("The file in the archive gets larger than {most} bytes when it is unpacked.";
            "Unpack it yourself and open the table by itself."
        ),
    }
}

fn wrong_class(expected: &Class, found: &Class) -> Said {
    match (expected, found) {
        (Class::Catalogue, _) => {
            said!("The file is no catalogue."; "Let “class” be “collection”, or open another file.")
        }
        (_, Class::Catalogue) => {
            said!("The file is a catalogue of tables (“collection”), not a table."; "Open one of the tables in it.")
        }
        (_, Class::Dimension) => {
            said!("The file describes one dimension (“dimension”) and has no figures."; "Open the table instead.")
        }
        (_, Class::Version1) => {
            said!("The file is in JSON-stat 1, but the page reads JSON-stat 2.0."; "Fetch the table in that version.")
        }
        (_, Class::Other(Some(class))) => {
            said!("The file says that it is “{class}”."; "Fetch it as a table in JSON-stat 2.0, with “class”: “dataset”."
            )
        }
        (_, Class::Other(None) | Class::Dataset) => {
            said!("The file does not say what it is."; "Fetch it as a table in JSON-stat 2.0, with “class”: “dataset”.")
        }
    }
}

fn lacking(name: &str) -> Said {
    match name {
        "value" => {
            said!("“value” is missing or empty, so the table has no figures."; "Fetch the table with its figures.")
        }
        "per" => said!("“per” is missing."; "Give how many the rate is per, such as 1000 or 100000."),
        "packed" => {
            said!("The catalogue names no packed file for the start page."; "Whoever runs the page has to make the site anew.")
        }
        "synthetic" => said!("“synthetic” is missing."; "Give true if the figures are made up, otherwise false."),
        name => said!("“{name}” is missing."; "Add it."),
    }
}

fn miscounted(what: Counted, expected: &str, found: &str) -> Said {
    match what {
        Counted::Sizes => {
            said!("“id” has {expected} dimensions but “size” has {found} numbers."; "Give as many of both.")
        }
        Counted::Categories => {
            said!("By “size” there are {expected} categories, but there are {found} here."; "Correct “size” or the categories."
            )
        }
        Counted::Values => {
            said!("The sizes make {expected} cells, but “value” has {found} values."; "Correct “size”, or fill in what is missing."
            )
        }
        Counted::Statuses => {
            said!("The sizes make {expected} cells, but “status” has {found} signs."; "Give one for each cell, or one for all."
            )
        }
    }
}

fn withheld(sign: &str, absence: &Absence, n_cells: usize) -> Said {
    let cells = cells(n_cells);
    match absence {
        Absence::UnknownSymbol(_) => {
            said!("The sign “{sign}” is explained by a word that the page does not know; something may have to be hidden, so the number is not shown in {cells}."; "Correct the word under “states”."
            )
        }
        absence => {
            said!("The sign “{sign}” means “{}”, but there is a number too in {cells}, which is not shown.", absence::name(absence, Language::English);
                "Remove the number from the file."
            )
        }
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
