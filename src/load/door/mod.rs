//! The door: finds out what sort of file it is, and has it read by the reader of that format.

pub mod choices;

mod format;

pub use choices::Choices;
pub use format::Format;

use super::{
    complaint::{Complaint, Complaints, Place},
    csv::{self, Dialect},
    encoding::Encoding,
    fault::{Fault, Limit},
    jsonstat, limits, package, px,
    table::{self, Mapping, Table},
    workbook::{self, fault::WorkbookFault},
};
use crate::model::cube::Cube;

/// A file that somebody hands over: its name and its bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct File {
    /// Its name, which may tell its format.
    pub name: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

/// A file as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opened {
    /// Its format; none where nobody knows it.
    pub format: Option<Format>,
    /// Its encoding, where it is a text.
    pub encoding: Option<Encoding>,
    /// How it is written, where it is CSV.
    pub dialect: Option<Dialect>,
    /// The tables in it by name, where it may hold several: the sheets of a workbook, the resources of a package.
    pub parts: Vec<String>,
    /// Which of them was read.
    pub part: usize,
    /// The row of the header, from 1, where it may be chosen.
    pub header_row: Option<usize>,
    /// The table with what its columns are, where it is one of rows and columns.
    pub table: Option<(Table, Mapping)>,
    /// What is in it; none only after a fatal complaint.
    pub cube: Option<Cube>,
    /// All that was wrong with it.
    pub complaints: Vec<Complaint>,
}

/// Reads files that belong together, by what is in them and, where that does not tell, by their names.
pub fn open(files: &[File], choices: &Choices, id: &str) -> Opened {
    let n_bytes: usize = files.iter().map(|file| file.bytes.len()).fold(0, usize::saturating_add);
    if n_bytes > limits::TABLE_BYTES {
        let fault = Fault::OverLimit { limit: Limit::Bytes, most: limits::TABLE_BYTES, found: Some(n_bytes) };
        return refused(None, fault);
    }
    let Some(first) = files.first() else {
        return refused(None, Fault::Lacking("value"));
    };
    let format = format::of(files);
    match format {
        None => refused(None, WorkbookFault::OtherFormat.into()),
        Some(Format::JsonStat) => {
            let (cube, complaints) = jsonstat::read(&first.bytes, id);
            Opened { format, encoding: Some(Encoding::Utf8), cube, complaints, ..Opened::default() }
        }
        Some(Format::Px) => {
            let px::Read { cube, encoding, complaints } = px::read(&first.bytes, id);
            Opened { format, encoding: Some(encoding), cube, complaints, ..Opened::default() }
        }
        Some(Format::Csv) => open_csv(first, choices, id),
        Some(Format::Package) => open_package(files, choices, id),
        Some(Format::Excel | Format::OpenDocument) => open_workbook(format, first, choices, id),
    }
}

fn open_csv(file: &File, choices: &Choices, id: &str) -> Opened {
    let name = stem(&file.name).to_owned();
    let csv::CsvRead { table, dialect, complaints } = csv::read(&file.bytes, &choices::csv_options(choices, name));
    let opened = Opened {
        format: Some(Format::Csv),
        encoding: Some(dialect.encoding),
        dialect: Some(dialect),
        header_row: table.as_ref().map(|table| table.rows.header),
        complaints,
        ..Opened::default()
    };
    with_table(opened, table, choices, id)
}

fn open_workbook(format: Option<Format>, file: &File, choices: &Choices, id: &str) -> Opened {
    let (workbook, complaints) = workbook::read(&file.bytes);
    let mut opened = Opened { format, complaints, ..Opened::default() };
    let Some(workbook) = workbook else { return opened };
    opened.parts = workbook.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let asked = choices::part(choices).filter(|part| *part < opened.parts.len());
    opened.part = asked.or_else(|| workbook.proposed()).unwrap_or_default();
    opened.header_row =
        choices::header_row(choices).or_else(|| workbook.sheets.get(opened.part).and_then(|sheet| sheet.header_row));
    let (table, complaints) = workbook.table(opened.part, opened.header_row);
    opened.complaints.extend(complaints);
    with_table(opened, table, choices, id)
}

fn open_package(files: &[File], choices: &Choices, id: &str) -> Opened {
    let files: Vec<(String, Vec<u8>)> = files.iter().map(|file| (file.name.clone(), file.bytes.clone())).collect();
    let (package, complaints) = package::read(&files, id);
    let mut opened = Opened { format: Some(Format::Package), complaints, ..Opened::default() };
    let Some(mut package) = package else { return opened };
    package.resources.retain(|resource| !resource.is_code_list);
    let name = |resource: &package::Resource| resource.title.clone().unwrap_or_else(|| resource.name.clone());
    opened.parts = package.resources.iter().map(name).collect();
    opened.part = choices::part(choices).filter(|part| *part < opened.parts.len()).unwrap_or_default();
    if let Some(resource) = package.resources.get_mut(opened.part) {
        choices::change(&mut resource.mapping, choices);
        opened.dialect = resource.dialect;
        opened.encoding = resource.dialect.map(|dialect| dialect.encoding);
        opened.table = Some((resource.table.clone(), resource.mapping.clone()));
    }
    if let Some(resource) = package.resources.get(opened.part) {
        let (cube, complaints) = package.cube(resource, id);
        opened.complaints.extend(complaints);
        opened.cube = cube;
    }
    opened
}

/// The cube of a table, its columns taken for what is proposed or chosen.
fn with_table(mut opened: Opened, table: Option<Table>, choices: &Choices, id: &str) -> Opened {
    let Some(table) = table else { return opened };
    let (mut mapping, complaints) = table::propose(&table);
    opened.complaints.extend(complaints);
    choices::change(&mut mapping, choices);
    let (cube, complaints) = table::cube(&table, &mapping, id);
    opened.complaints.extend(complaints);
    opened.cube = cube;
    opened.table = Some((table, mapping));
    opened
}

fn refused(format: Option<Format>, fault: Fault) -> Opened {
    let mut complaints = Complaints::default();
    complaints.fail(Place::File, fault);
    Opened { format, complaints: complaints.finish(), ..Opened::default() }
}

/// A file's name without folders and ending.
pub fn stem(name: &str) -> &str {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}
