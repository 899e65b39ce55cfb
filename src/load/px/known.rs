//! The keywords of PX: which of them are read, which the page has no use for, and which nobody knows.

use super::{fault::PxFault, header::Header};

/// Keywords that are read, or say nothing that a reader of the figures needs.
const READ: &[&str] = &[
    "AGGREGALLOWED",
    "AXIS-VERSION",
    "BASEPERIOD",
    "CELLNOTE",
    "CELLNOTEX",
    "CFPRICES",
    "CHARSET",
    "CODEPAGE",
    "CODES",
    "CONTENTS",
    "CONTVARIABLE",
    "COPYRIGHT",
    "CREATION-DATE",
    "DATANOTECELL",
    "DATANOTESUM",
    "DATASYMBOL1",
    "DATASYMBOL2",
    "DATASYMBOL3",
    "DATASYMBOL4",
    "DATASYMBOL5",
    "DATASYMBOL6",
    "DATASYMBOLNIL",
    "DATASYMBOLSUM",
    "DAYADJ",
    "DECIMALS",
    "DESCRIPTION",
    "DESCRIPTIONDEFAULT",
    "DIRECTORY-PATH",
    "DOMAIN",
    "ELIMINATION",
    "FIRST-PUBLISHED",
    "HEADING",
    "HIERARCHIES",
    "INFOFILE",
    "KEYS",
    "LANGUAGE",
    "LANGUAGES",
    "LAST-UPDATED",
    "MAP",
    "MATRIX",
    "META-ID",
    "NEXT-UPDATE",
    "NOTE",
    "NOTEX",
    "OFFICIAL-STATISTICS",
    "PARTITIONED",
    "PRECISION",
    "PX-SERVER",
    "REFPERIOD",
    "SEASADJ",
    "SHOWDECIMALS",
    "SOURCE",
    "STOCKFA",
    "STUB",
    "SUBJECT-AREA",
    "SUBJECT-CODE",
    "SYNONYMS",
    "TABLEID",
    "TIMEVAL",
    "TITLE",
    "UNITS",
    "UPDATE-FREQUENCY",
    "VALUENOTE",
    "VALUENOTEX",
    "VALUES",
    "VARIABLE-TYPE",
    "VARIABLECODE",
    "SURVEY",
    "LINK",
    "CONFIDENTIAL",
    "AUTOPEN",
    "DATABASE",
];

/// Keywords that the page has no use for, but that a publisher may have meant something by.
const NOT_USED: &[&str] = &[
    "ATTRIBUTE-ID",
    "ATTRIBUTE-TEXT",
    "ATTRIBUTES",
    "BASETIME",
    "DATANOTE",
    "DEFAULT-GRAPH",
    "DOUBLECOLUMN",
    "GROUPING",
    "HIERARCHYLEVELS",
    "HIERARCHYLEVELSOPEN",
    "HIERARCHYNAMES",
    "INFO",
    "PRESTEXT",
    "ROUNDING",
    "TABLE-ID",
    "TIMEVAL-FORMAT",
];

/// Says once of each keyword that it is not read, and why.
pub fn check(header: &mut Header) {
    let mut said: Vec<String> = Vec::new();
    let mut n_unlisted = 0_usize;
    let mut faults = Vec::new();
    for entry in &header.entries {
        let name = entry.keyword.as_str();
        if READ.contains(&name) || said.iter().any(|known| known == name) {
            continue;
        }
        if said.len() >= 100 {
            n_unlisted = n_unlisted.saturating_add(1);
            continue;
        }
        said.push(name.to_owned());
        let fault = match name {
            "CONTACT" => PxFault::Contact,
            _ if NOT_USED.contains(&name) => PxFault::NotUsed(name.to_owned()),
            _ => PxFault::UnknownKeyword(name.chars().take(40).collect()),
        };
        faults.push((entry.at, fault));
    }
    for (at, fault) in faults {
        header.note(at, fault);
    }
    header.add_unlisted(n_unlisted);
}
