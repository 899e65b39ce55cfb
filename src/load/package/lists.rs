//! Code lists: resources that give the codes of another resource their names.

use std::collections::BTreeMap;

use super::{Resource, fault::PackageFault, parts::within};
use crate::load::{
    complaint::{Complaints, Place},
    table::{Table, column::Column},
};

/// Headers of names, in small letters; else the first other column is it.
const NAMES: [&str; 9] = ["label", "name", "namn", "title", "titel", "benämning", "text", "beskrivning", "description"];

/// Gives the codes of every resource the names of their code lists, and marks the lists.
pub fn join(resources: &mut [Resource], complaints: &mut Complaints) {
    for number in 0..resources.len() {
        let Some(resource) = resources.get(number) else { continue };
        let place = |place: Place| within(&resource.path, place);
        let mut found = Vec::new();
        for key in &resource.schema.foreign_keys {
            if key.resource.is_empty() {
                continue;
            }
            let here = resource.table.columns.iter().position(|column| column.header == key.field);
            let list = resources.iter().position(|other| other.name == key.resource);
            let names = list.and_then(|list| names_of(&resources.get(list)?.table, &key.reference));
            let (Some(here), Some(list), Some(names)) = (here, list, names) else {
                let fault = PackageFault::NoSuchKey(format!("{} → {}.{}", key.field, key.resource, key.reference));
                complaints.warn(place(Place::File), fault.into());
                continue;
            };
            if let Some((column, mapped)) = resource.table.columns.get(here).zip(resource.mapping.columns.get(here)) {
                let is_lost =
                    |text: &&str| !text.is_empty() && !mapped.signs.contains_key(*text) && !names.contains_key(*text);
                let mut lost = column.distinct().filter(is_lost);
                if let Some(code) = lost.next() {
                    let code = code.to_owned();
                    let n_codes = lost.count().saturating_add(1);
                    let fault = PackageFault::NotInList { list: key.resource.clone(), code, n_codes };
                    complaints.warn(place(resource.table.header_place(here)), fault.into());
                }
            }
            found.push((here, list, names));
        }
        for (here, list, names) in found {
            if let Some(mapped) = resources.get_mut(number).and_then(|resource| resource.mapping.columns.get_mut(here))
            {
                mapped.labels.extend(names);
            }
            if let Some(list) = resources.get_mut(list) {
                list.is_code_list = true;
            }
        }
    }
}

/// The names by code; none where the table lacks the column of codes.
fn names_of(table: &Table, codes: &str) -> Option<BTreeMap<String, String>> {
    let code_column = table.columns.iter().position(|column| column.header == codes)?;
    let is_name = |column: &Column| NAMES.contains(&column.header.to_lowercase().as_str());
    let by_header =
        table.columns.iter().enumerate().position(|(number, column)| number != code_column && is_name(column));
    let name_column =
        by_header.or_else(|| (0..table.columns.len()).find(|number| *number != code_column)).unwrap_or(code_column);
    let rows = 0..table.n_rows();
    Some(rows.map(|row| (table.text(row, code_column).to_owned(), table.text(row, name_column).to_owned())).collect())
}
