//! Sheets as an Excel workbook: texts, numbers with their decimals, a bold head that stays.
//!
//! Our own and not `rust_xlsxwriter`: that adds 263 KB (brotli) to the page, with dates, charts and formulas that no file of ours has.

mod archive;

use super::{csv::GUARD, sheet::Value};

/// One page of a workbook.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Its name, of at most 31 letters and without the signs that Excel keeps for itself.
    pub name: String,
    /// The head; none: there is none, and nothing stays.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Value>>,
}

/// More letters than this no cell holds.
const MOST_LETTERS: usize = 32_767;

/// More decimals than this have no format.
const MOST_DECIMALS: u8 = 6;

/// The format of a head.
const HEAD: usize = 1;
/// The format of a text that a spreadsheet would take for a formula, were it written anew.
const QUOTED: usize = 2;
/// The format of a number without decimals; the others follow.
const NUMBER: usize = 3;

/// The workbook.
pub fn write(pages: &[Page]) -> Vec<u8> {
    let numbered: Vec<(usize, &Page)> = (1..).zip(pages).collect();
    let each = |part: &dyn Fn(usize, &Page) -> String| {
        numbered.iter().map(|(number, page)| part(*number, page)).collect::<String>()
    };
    let types = each(&|number, _| {
        format!("<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{SPREADSHEET}.worksheet+xml\"/>")
    });
    let sheets = each(&|number, page| {
        format!("<sheet name=\"{}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>", escaped(&page.name))
    });
    let relations = each(&|number, _| {
        format!(
            "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        )
    });
    let style_number = numbered.len().saturating_add(1);
    let mut files = vec![
        (
            "[Content_Types].xml".to_owned(),
            format!(
                "{XML}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{SPREADSHEET}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{SPREADSHEET}.styles+xml\"/>{types}</Types>"
            ),
        ),
        (
            "_rels/.rels".to_owned(),
            format!(
                "{XML}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!("{XML}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{sheets}</sheets></workbook>"),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!(
                "{XML}<Relationships xmlns=\"{PACKAGE}/relationships\">{relations}<Relationship Id=\"rId{style_number}\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        ("xl/styles.xml".to_owned(), styles()),
    ];
    files.extend(numbered.iter().map(|(number, page)| (format!("xl/worksheets/sheet{number}.xml"), sheet(page))));
    archive::write(files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())))
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const SPREADSHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/// Formats from here on are a file's own.
const OWN_FORMAT: usize = 164;

fn styles() -> String {
    let all = 0..=usize::from(MOST_DECIMALS);
    let format = |decimals: usize| {
        let point = if decimals == 0 { "" } else { "." };
        format!(
            "<numFmt numFmtId=\"{}\" formatCode=\"#,##0{point}{}\"/>",
            OWN_FORMAT.saturating_add(decimals),
            "0".repeat(decimals)
        )
    };
    let formats: String = all.clone().map(format).collect();
    let used = |decimals: usize| {
        format!(
            "<xf numFmtId=\"{}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>",
            OWN_FORMAT.saturating_add(decimals)
        )
    };
    let n_formats = all.clone().count();
    let n_used = n_formats.saturating_add(NUMBER);
    let used: String = all.map(used).collect();
    format!(
        "{XML}<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"{n_formats}\">{formats}</numFmts><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"{n_used}\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\"/>{used}</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
    )
}

fn sheet(page: &Page) -> String {
    let mut text = format!("{XML}<worksheet xmlns=\"{MAIN}\">");
    if !page.heads.is_empty() {
        // The head and the first two columns, code and name, stay where they are.
        text.push_str("<sheetViews><sheetView workbookViewId=\"0\"><pane xSplit=\"2\" ySplit=\"1\" topLeftCell=\"C2\" activePane=\"bottomRight\" state=\"frozen\"/></sheetView></sheetViews>");
    }
    text.push_str("<cols>");
    for (number, width) in (1..).zip(widths(page)) {
        text.push_str(&format!("<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>"));
    }
    text.push_str("</cols><sheetData>");
    let mut number = 0_usize;
    if !page.heads.is_empty() {
        number = 1;
        text.push_str("<row r=\"1\">");
        for (place, head) in page.heads.iter().enumerate() {
            push_text(&mut text, &cell_name(place, number), head, HEAD);
        }
        text.push_str("</row>");
    }
    for row in &page.rows {
        number = number.saturating_add(1);
        text.push_str(&format!("<row r=\"{number}\">"));
        for (place, value) in row.iter().enumerate() {
            let name = cell_name(place, number);
            match value {
                Value::Nothing => {}
                Value::Text(it) => {
                    let is_dangerous = it.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', GUARD]);
                    push_text(&mut text, &name, it, if is_dangerous { QUOTED } else { 0 });
                }
                Value::Number { value, decimals } => {
                    let format = NUMBER.saturating_add(usize::from((*decimals).min(MOST_DECIMALS)));
                    text.push_str(&format!("<c r=\"{name}\" s=\"{format}\"><v>"));
                    super::digits::push(&mut text, *value);
                    text.push_str("</v></c>");
                }
            }
        }
        text.push_str("</row>");
    }
    text.push_str("</sheetData></worksheet>");
    text
}

/// As wide as the longest text, within bounds, in letters; at least one column, which Excel asks for.
fn widths(page: &Page) -> Vec<usize> {
    let n_columns = page.rows.iter().map(Vec::len).chain([page.heads.len(), 1]).max().unwrap_or(1);
    let length = |value: &Value| match value {
        Value::Text(text) => text.chars().count(),
        Value::Number { .. } => 8,
        Value::Nothing => 0,
    };
    let width = |place: usize| {
        let cells = page.rows.iter().filter_map(|row| row.get(place)).map(length);
        let head = page.heads.get(place).map_or(0, |head| head.chars().count());
        cells.chain([head]).max().unwrap_or(0).clamp(8, 60).saturating_add(2)
    };
    (0..n_columns).map(width).collect()
}

fn push_text(to: &mut String, name: &str, text: &str, style: usize) {
    to.push_str(&format!("<c r=\"{name}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"));
    to.push_str(&escaped(text));
    to.push_str("</t></is></c>");
}

/// "A1", "AA12": columns have letters, counted without a zero.
fn cell_name(place: usize, row: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = place.saturating_add(1);
    while rest > 0 {
        let digit = rest.saturating_sub(1) % 26;
        letters.push(char::from(b'A'.saturating_add(u8::try_from(digit).unwrap_or(0))));
        rest = rest.saturating_sub(1) / 26;
    }
    letters.iter().rev().collect::<String>() + &row.to_string()
}

/// A text as XML, without the signs that XML does not allow; `_x0041_`, which Excel would take for a sign, stays as it is.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, letter) in text.char_indices().take(MOST_LETTERS) {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '_' if is_escape(text.get(at..).unwrap_or_default()) => out.push_str("_x005F_"),
            '\t' | '\n' | '\r' => out.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if letter.is_control() && letter < '\u{20}' => {}
            _ => out.push(letter),
        }
    }
    out
}

/// Whether a text begins as `_x0041_` does.
fn is_escape(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digits = bytes.get(2..6).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
    digits && bytes.get(..2) == Some(b"_x") && bytes.get(6) == Some(&b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_in_letters() {
        for (place, name) in [(0, "A1"), (25, "Z1"), (26, "AA1"), (51, "AZ1"), (52, "BA1"), (701, "ZZ1"), (702, "AAA1")]
        {
            assert_eq!(cell_name(place, 1), name);
        }
    }

    #[test]
    fn texts_are_texts() {
        assert_eq!(escaped("a<b & \"c\"\u{1}\u{b}"), "a&lt;b &amp; &quot;c&quot;");
        assert_eq!(escaped("_x0041_ _x_"), "_x005F_x0041_ _x_");
    }
}
