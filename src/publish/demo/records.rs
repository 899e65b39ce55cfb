//! Records as they are counted and written: sheets of texts, one row each.

use std::{fs, io, path::Path};

use crate::publish::aggregate::memory::Memory;

/// Records of one sort.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What the specification calls them; the file is called so too.
    pub name: &'static str,
    /// The columns, in order.
    pub columns: &'static [&'static str],
    /// A row each.
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    /// No records yet.
    pub const fn new(name: &'static str, columns: &'static [&'static str]) -> Self {
        Self { name, columns, rows: Vec::new() }
    }

    /// What a row has in a column; an empty text where there is no such column.
    pub fn cell<'r>(&self, row: &'r [String], column: &str) -> &'r str {
        let at = self.columns.iter().position(|it| *it == column);
        at.and_then(|at| row.get(at)).map_or("", String::as_str)
    }
}

/// What stands between several codes in one column.
pub const SEPARATOR: &str = "|";

/// The records, to be counted.
pub fn memory(sheets: Vec<Sheet>) -> Memory {
    let mut memory = Memory::default();
    for sheet in sheets {
        memory.add(sheet.name, sheet.columns, sheet.rows);
    }
    memory
}

/// Writes each sort of records as a CSV file of its own.
///
/// # Errors
/// What the disk says.
pub fn write(sheets: &[Sheet], folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for sheet in sheets {
        let mut writer = csv::Writer::from_path(folder.join(format!("{}.csv", sheet.name)))?;
        writer.write_record(sheet.columns)?;
        for row in &sheet.rows {
            writer.write_record(row)?;
        }
        writer.flush()?;
    }
    Ok(())
}
