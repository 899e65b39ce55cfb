//! What the XML of a workbook says beside its cells: hidden rows and columns, merged cells, and how far a sheet goes.

use std::collections::HashMap;

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};

/// What was found of one sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Hidden rows.
    pub n_hidden_rows: usize,
    /// Hidden columns.
    pub n_hidden_columns: usize,
    /// Merged cells.
    pub merges: Vec<Merge>,
    /// Rows and columns up to the last that has something; of an OpenDocument sheet only.
    pub reach: (usize, usize),
    /// Cells that are shown as per cent, from the first row on; of an OpenDocument sheet only.
    pub per_cent: Vec<Merge>,
}

impl Found {
    /// Whether a cell is shown as per cent.
    pub fn is_per_cent(&self, row: usize, column: usize) -> bool {
        let last = |is_before: &dyn Fn(&Merge) -> bool| {
            self.per_cent.get(self.per_cent.partition_point(is_before).checked_sub(1)?)
        };
        // Rows that are written once for many have the same cells.
        let Some(top) = last(&|cells| cells.top <= row).filter(|cells| row <= cells.bottom).map(|cells| cells.top)
        else {
            return false;
        };
        last(&|cells| (cells.top, cells.left) <= (top, column))
            .is_some_and(|cells| cells.top == top && column <= cells.right)
    }
}

/// Cells beside each other, merged or alike, counted from 0, the last ones too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// First row.
    pub top: usize,
    /// First column.
    pub left: usize,
    /// Last row.
    pub bottom: usize,
    /// Last column.
    pub right: usize,
}

/// What was found of each sheet, by name, of the unpacked files of an Excel workbook.
pub fn excel(files: &[(String, Vec<u8>)]) -> HashMap<String, Found> {
    let bytes =
        |path: &str| files.iter().find(|(name, _)| name.eq_ignore_ascii_case(path)).map(|(_, bytes)| bytes.as_slice());
    let mut targets = HashMap::new();
    each(bytes("xl/_rels/workbook.xml.rels").unwrap_or_default(), |event| {
        if let Mark::Open(name, element) = event
            && name == "Relationship"
        {
            targets.insert(attribute(element, "Id"), attribute(element, "Target"));
        }
    });
    let mut found = HashMap::new();
    each(bytes("xl/workbook.xml").unwrap_or_default(), |event| {
        if let Mark::Open(name, element) = event
            && name == "sheet"
            && let Some(target) = targets.get(&attribute(element, "id"))
        {
            let path = match target.strip_prefix('/') {
                Some(path) => path.to_owned(),
                None => format!("xl/{target}"),
            };
            found.insert(attribute(element, "name"), bytes(&path).map(excel_sheet).unwrap_or_default());
        }
    });
    found
}

fn excel_sheet(bytes: &[u8]) -> Found {
    let mut found = Found::default();
    each(bytes, |event| {
        let Mark::Open(name, element) = event else { return };
        let is_hidden = || matches!(attribute(element, "hidden").as_str(), "1" | "true");
        match name {
            "row" if is_hidden() => found.n_hidden_rows = found.n_hidden_rows.saturating_add(1),
            "col" if is_hidden() => {
                let bound = |name: &str| attribute(element, name).parse::<usize>().unwrap_or_default();
                let n = bound("max").saturating_sub(bound("min")).saturating_add(1);
                found.n_hidden_columns = found.n_hidden_columns.saturating_add(n);
            }
            "mergeCell" => found.merges.extend(merge(&attribute(element, "ref"))),
            _ => {}
        }
    });
    found
}

/// `B2:D2`
fn merge(text: &str) -> Option<Merge> {
    let (first, last) = text.split_once(':')?;
    let ((top, left), (bottom, right)) = (cell(first)?, cell(last)?);
    Some(Merge { top, left, bottom, right })
}

fn cell(text: &str) -> Option<(usize, usize)> {
    let n_letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let (letters, digits) = text.split_at_checked(n_letters)?;
    let column = letters.bytes().try_fold(0_usize, |column, letter| {
        column.checked_mul(26)?.checked_add(usize::from(letter.saturating_sub(b'A')).checked_add(1)?)
    })?;
    let row: usize = digits.parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// What was found of each sheet, by name, of the content of an OpenDocument workbook.
pub fn open_document(content: &[u8]) -> HashMap<String, Found> {
    let mut sheets = HashMap::new();
    let mut now: Option<(String, Found)> = None;
    let (mut row, mut column, mut n_rows) = (0_usize, 0_usize, 1_usize);
    let mut cell: Option<usize> = None;
    each(content, |event| match event {
        Mark::Open("table", element) if now.is_none() => {
            now = Some((attribute(element, "name"), Found::default()));
            (row, column) = (0, 0);
        }
        Mark::Close("table") => sheets.extend(now.take()),
        Mark::Close("table-row") => row = row.saturating_add(n_rows),
        Mark::Open(name, element) => {
            let Some((_, found)) = &mut now else { return };
            let repeated = |name: &str| attribute(element, name).parse::<usize>().unwrap_or(1).max(1);
            let is_hidden = || matches!(attribute(element, "visibility").as_str(), "collapse" | "filter");
            match name {
                "table-row" => {
                    column = 0;
                    n_rows = repeated("number-rows-repeated");
                    if is_hidden() {
                        found.n_hidden_rows = found.n_hidden_rows.saturating_add(n_rows);
                    }
                }
                "table-column" if is_hidden() => {
                    found.n_hidden_columns = found.n_hidden_columns.saturating_add(repeated("number-columns-repeated"));
                }
                "table-cell" | "covered-table-cell" => {
                    let n = repeated("number-columns-repeated");
                    let (wide, high) = (repeated("number-columns-spanned"), repeated("number-rows-spanned"));
                    if wide > 1 || high > 1 {
                        let (bottom, right) = (row.saturating_add(high), column.saturating_add(wide));
                        let (bottom, right) = (bottom.saturating_sub(1), right.saturating_sub(1));
                        found.merges.push(Merge { top: row, left: column, bottom, right });
                    }
                    if attribute(element, "value-type") == "percentage" {
                        let (bottom, right) = (row.saturating_add(n_rows), column.saturating_add(n));
                        let (bottom, right) = (bottom.saturating_sub(1), right.saturating_sub(1));
                        found.per_cent.push(Merge { top: row, left: column, bottom, right });
                    }
                    column = column.saturating_add(n);
                    cell = Some(column);
                    if !attribute(element, "value-type").is_empty() || !attribute(element, "formula").is_empty() {
                        reach(found, row.saturating_add(n_rows), column);
                    }
                }
                // A text without a type.
                "p" => {
                    if let Some(column) = cell {
                        reach(found, row.saturating_add(n_rows), column);
                    }
                }
                _ => {}
            }
        }
        Mark::Close("table-cell" | "covered-table-cell") => cell = None,
        Mark::Close(_) => {}
    });
    sheets
}

fn reach(found: &mut Found, rows: usize, columns: usize) {
    found.reach = (found.reach.0.max(rows), found.reach.1.max(columns));
}

/// The beginning or the end of an element, by its name without prefix.
enum Mark<'e> {
    Open(&'e str, &'e BytesStart<'e>),
    Close(&'e str),
}

/// Walks through the elements. Where the XML is broken it ends: calamine then says what is wrong.
fn each(bytes: &[u8], mut take: impl FnMut(Mark)) {
    let mut reader = Reader::from_reader(bytes);
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) => {
                let name = element.local_name();
                take(Mark::Open(name.as_ref(), &element));
            }
            Ok(Event::Empty(element)) => {
                let name = element.local_name();
                let name = name.as_ref();
                take(Mark::Open(name, &element));
                take(Mark::Close(name));
            }
            Ok(Event::End(element)) => take(Mark::Close(element.local_name().as_ref())),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
        buffer.clear();
    }
}

/// An attribute by its name without prefix; empty where there is none.
fn attribute(element: &BytesStart, name: &str) -> String {
    let found = element.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name);
    found
        .and_then(|attribute| {
            attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
        })
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_rows_and_merged_cells_of_both_formats() {
        let sheet = r#"<worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1" hidden="1"/><row r="2"/></sheetData>
            <mergeCells><mergeCell ref="A1:C1"/></mergeCells></worksheet>"#;
        let found = excel_sheet(sheet.as_bytes());
        let merges = vec![Merge { top: 0, left: 0, bottom: 0, right: 2 }];
        assert_eq!(found, Found { n_hidden_rows: 1, n_hidden_columns: 2, merges: merges.clone(), ..Found::default() });
        assert_eq!(cell("AB12"), Some((11, 27)));

        let content = r#"<o:body><t:table t:name="B"><t:table-column t:visibility="collapse"/>
            <t:table-row><t:table-cell t:number-columns-spanned="3" o:value-type="string"><x:p>a</x:p></t:table-cell></t:table-row>
            <t:table-row t:visibility="collapse" t:number-rows-repeated="2"><t:table-cell/><t:table-cell o:value-type="percentage"/></t:table-row>
            <t:table-row t:number-rows-repeated="1000000"><t:table-cell t:number-columns-repeated="1000"/></t:table-row></t:table></o:body>"#;
        let per_cent = vec![Merge { top: 1, left: 1, bottom: 2, right: 1 }];
        let expected = Found { n_hidden_rows: 2, n_hidden_columns: 1, merges, reach: (3, 2), per_cent };
        assert_eq!(open_document(content.as_bytes()).get("B"), Some(&expected));
        let cells = [(0, 1), (1, 0), (1, 1), (2, 1), (3, 1), (2, 2)];
        assert_eq!(
            cells.map(|(row, column)| expected.is_per_cent(row, column)),
            [false, false, true, true, false, false]
        );
    }
}
