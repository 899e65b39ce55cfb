//! Columns that belong together: codes and their names, a county beside its municipalities.

use super::{
    Table,
    area::{self, AreaCodes},
    column::Column,
    mapping::{CodeForm, Mapping, Reason, Role},
    words,
};
use crate::model::{dimension::DimensionKind, text::Text};

/// Makes the columns of names labels of their codes.
pub fn find_labels(table: &Table, mapping: &mut Mapping) {
    for codes in 0..table.columns.len() {
        for names in 0..table.columns.len() {
            if names != codes && is_pair(table, mapping, codes, names) {
                pair(table, mapping, codes, names);
            }
        }
    }
}

fn is_pair(table: &Table, mapping: &Mapping, codes: usize, names: usize) -> bool {
    let (Some(code_column), Some(name_column)) = (table.columns.get(codes), table.columns.get(names)) else {
        return false;
    };
    let is_open = |column: usize| mapping.columns.get(column).is_some_and(|mapped| mapped.is_dimension());
    if !is_open(codes)
        || !is_open(names)
        || !are_codes(code_column)
        || are_codes(name_column) && !is_longer(name_column, code_column)
    {
        return false;
    }
    let (code_header, name_header) = (&code_column.header, &name_column.header);
    let has_same_stem = words::stem(code_header) == words::stem(name_header)
        && (words::is_coded(code_header) || words::plain(name_header) != words::stem(name_header));
    let is_beside = codes.abs_diff(names) == 1;
    let is_one_to_one = || {
        let n = code_column.filled().count();
        n >= 2 && n == name_column.filled().count() && tells(code_column, name_column)
    };
    // Names that differ for one code are a fault of the file, told when the labels are read.
    has_same_stem && name_column.n_distinct() <= code_column.n_distinct().saturating_add(2)
        || is_beside && is_one_to_one()
}

fn pair(table: &Table, mapping: &mut Mapping, codes: usize, names: usize) {
    let Some(Role::Dimension { kind: name_kind, .. }) = mapping.columns.get(names).map(|mapped| mapped.role.clone())
    else {
        return;
    };
    let label = Text::new(mapping.language, table.header(names));
    let form = table.columns.get(codes).and_then(|column| area::of(column.filled()));
    if let Some(mapped) = mapping.columns.get_mut(codes) {
        if let Role::Dimension { kind: DimensionKind::Other(_), .. } = &mapped.role
            && !matches!(name_kind, DimensionKind::Other(_))
        {
            let codes = match form {
                Some(AreaCodes::ZerosLost) if name_kind == DimensionKind::Area => CodeForm::ZerosLost,
                _ => CodeForm::AsWritten,
            };
            mapped.role = Role::Dimension { kind: name_kind, codes };
        }
        if !table.header(names).is_empty() {
            mapped.label = label;
        }
    }
    if let Some(mapped) = mapping.columns.get_mut(names) {
        mapped.role = Role::Label { of: codes };
        mapped.reason = Reason::NamesOf(codes);
    }
}

/// Leaves out a column of counties, or their names, that the codes of municipalities tell already.
pub fn find_told(table: &Table, mapping: &mut Mapping) {
    let is_area = |mapping: &Mapping, column: usize| {
        matches!(
            mapping.columns.get(column).map(|mapped| &mapped.role),
            Some(Role::Dimension { kind: DimensionKind::Area, .. })
        )
    };
    let areas: Vec<usize> = (0..table.columns.len()).filter(|column| is_area(mapping, *column)).collect();
    for &wide in &areas {
        for &narrow in &areas {
            let (Some(told), Some(telling)) = (table.columns.get(wide), table.columns.get(narrow)) else { continue };
            let is_told = wide != narrow
                && told.n_distinct() < telling.n_distinct()
                && is_area(mapping, narrow)
                && tells(telling, told);
            if is_told && let Some(mapped) = mapping.columns.get_mut(wide) {
                mapped.role = Role::Ignored;
                mapped.reason = Reason::ToldBy(narrow);
            }
        }
    }
    // The names of what is left out are left out too.
    for column in 0..mapping.columns.len() {
        let Some(Role::Label { of }) = mapping.columns.get(column).map(|mapped| mapped.role.clone()) else { continue };
        let reason =
            mapping.columns.get(of).filter(|mapped| mapped.role == Role::Ignored).map(|mapped| mapped.reason.clone());
        if let (Some(reason), Some(mapped)) = (reason, mapping.columns.get_mut(column)) {
            mapped.role = Role::Ignored;
            mapped.reason = reason;
        }
    }
}

/// Whether each text of one column has one text in the other.
fn tells(one: &Column, other: &Column) -> bool {
    let mut told = vec![None; one.n_distinct()];
    (0..one.len()).all(|row| {
        let (Some(code), found) = (one.code(row), other.code(row)) else { return true };
        match told.get_mut(code) {
            Some(known @ None) => {
                *known = found;
                true
            }
            Some(known) => *known == found,
            None => true,
        }
    })
}

/// Texts that could be codes: short, and of plain letters without spaces.
fn are_codes(column: &Column) -> bool {
    column.filled().next().is_some()
        && column.filled().all(|text| text.len() <= 16 && text.bytes().all(|byte| byte.is_ascii_graphic()))
}

fn is_longer(names: &Column, codes: &Column) -> bool {
    let longest = |column: &Column| column.filled().map(str::len).max().unwrap_or_default();
    let has_digits = |column: &Column| column.filled().any(|text| text.bytes().any(|byte| byte.is_ascii_digit()));
    longest(names) > longest(codes) && !has_digits(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_column_tells_another_where_each_text_has_one() {
        let codes = Column::new("kod", ["0114", "0115", "0114"]);
        assert!(tells(&codes, &Column::new("län", ["01", "01", "01"])));
        assert!(!tells(&codes, &Column::new("år", ["2019", "2019", "2020"])));
    }
}
