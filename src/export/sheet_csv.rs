//! A sheet as CSV, for a person's spreadsheet or for a program.

use super::{
    csv::{Style, guarded, lines::Lines},
    sheet::{Sheet, Value},
};
use crate::{model::text::Language, view_model::taken::Said, words::number};

/// For a person: semicolons and decimal commas in Swedish, numbers as they are shown, a byte order mark, without which Excel
/// reads å as Ã¥; under the rows, after an empty line, what the file says of itself.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe before it.
pub fn for_person(sheet: &Sheet, said: &[Said], language: Language) -> String {
    let style = Style { language, has_mark: true, is_for_program: false };
    let mut lines = Lines::new(style);
    lines.text.push('\u{feff}');
    rows(&mut lines, sheet, style, |value, decimals| {
        let shown = number::number(value, decimals, language).replace('\u{2212}', "-");
        let is_digit = |letter: &char| letter.is_ascii_digit() || *letter == '-' || *letter == style.decimal_sign();
        shown.chars().filter(is_digit).collect()
    });
    lines.text + &about(said, style)
}

/// After an empty line, what a file says of itself, under its rows.
pub fn about(said: &[Said], style: Style) -> String {
    let mut lines = Lines::new(style);
    lines.end();
    for Said { label, text, .. } in said {
        lines.field(&guarded(label, style));
        lines.field(&guarded(text, style));
        lines.end();
    }
    lines.text
}

/// For a program, as RFC 4180 says: commas, decimal points, all digits; what the file says of itself stands in each row, in columns of its own.
pub fn for_program(mut sheet: Sheet, said: &[Said]) -> String {
    let style = Style { is_for_program: true, ..Style::default() };
    for Said { id, text, .. } in said {
        sheet.add_constant(id, text);
    }
    let mut lines = Lines::new(style);
    rows(&mut lines, &sheet, style, |value, _| {
        let mut digits = String::new();
        super::digits::push(&mut digits, value);
        digits
    });
    lines.text
}

fn rows(lines: &mut Lines, sheet: &Sheet, style: Style, digits: impl Fn(f64, u8) -> String) {
    for head in &sheet.heads {
        lines.field(&guarded(head, style));
    }
    lines.end();
    for row in &sheet.rows {
        for cell in row {
            match cell {
                Value::Nothing => lines.field(""),
                Value::Text(text) => lines.field(&guarded(text, style)),
                Value::Number { value, decimals } => lines.field(&digits(*value, *decimals)),
            }
        }
        lines.end();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        let number = |value| Value::Number { value, decimals: 1 };
        Sheet {
            heads: vec!["Kod".into(), "Andel; %".into(), "=x".into()],
            rows: vec![
                vec![Value::text("01"), number(-1497.25), Value::text("-")],
                vec![Value::text("=1+1"), Value::Nothing, Value::text("dold \"här\"")],
            ],
        }
    }

    fn said() -> Vec<Said> {
        vec![Said { id: "synthetic", label: "Påhittade", text: "@ja".into() }]
    }

    #[test]
    fn a_swedish_spreadsheet_reads_numbers_and_no_formulas() {
        let text = for_person(&sheet(), &said(), Language::Swedish);
        let expected =
            "\u{feff}Kod;\"Andel; %\";'=x\r\n01;-1497,3;'-\r\n'=1+1;;\"dold \"\"här\"\"\"\r\n\r\nPåhittade;'@ja\r\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_program_reads_all_digits_and_what_the_file_says_in_each_row() {
        let text = for_program(sheet(), &said());
        let expected = "Kod,Andel; %,'=x,synthetic\r\n01,-1497.25,'-,'@ja\r\n'=1+1,,\"dold \"\"här\"\"\",'@ja\r\n";
        assert_eq!(text, expected);
    }
}
