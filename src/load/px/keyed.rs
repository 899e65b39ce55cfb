//! Files with KEYS: each row begins with its keys, and rows of nothing but zeros are left out.

use std::collections::HashMap;

use super::{
    cells::Cells,
    fault::{Expected, PxFault},
    header::Header,
    scanner::{Scanner, Value},
    variables::{Variables, entry_for},
};

/// How the rows of a file with KEYS are found.
pub struct Keyed {
    /// For each variable of STUB.
    keys: Vec<Keys>,
    /// Cells in a row.
    width: usize,
}

/// The keys of one variable.
struct Keys {
    variable: String,
    positions: HashMap<String, usize>,
    /// How many values the variable has.
    n: usize,
}

/// The keys of the variables; none where the file has no KEYS, or after a fatal complaint.
pub fn read(header: &mut Header, variables: &Variables) -> Option<Keyed> {
    let (stub, heading) = variables.all.split_at_checked(variables.n_stub)?;
    for variable in heading {
        if let Some(entry) = entry_for(header, "KEYS", variable) {
            header.fail(entry.at, PxFault::KeysInHeading(variable.name.own.clone()));
        }
    }
    let entries: Vec<_> = stub.iter().map(|variable| entry_for(header, "KEYS", variable)).collect();
    let at = entries.iter().flatten().next()?.at;
    let mut keys = Vec::with_capacity(stub.len());
    for (variable, entry) in stub.iter().zip(entries) {
        let Some(entry) = entry else {
            header.fail(at, PxFault::KeysLacking(variable.name.own.clone()));
            continue;
        };
        let found = header.text(&entry);
        let names = match found.to_ascii_uppercase().as_str() {
            "CODES" => &variable.codes,
            "VALUES" => &variable.values.own,
            _ => {
                header.wrong(&entry, Expected::ValuesOrCodes, found);
                &variable.codes
            }
        };
        // Where a name stands twice the first is meant; codes never do.
        let positions = names.iter().cloned().enumerate().rev().map(|(position, name)| (name, position)).collect();
        keys.push(Keys { variable: variable.name.own.clone(), positions, n: variable.len() });
    }
    let width = heading.iter().fold(1_usize, |width, variable| width.saturating_mul(variable.len()));
    (!header.is_fatal()).then_some(Keyed { keys, width })
}

impl Keyed {
    /// Reads all rows.
    pub fn cells(&self, header: &mut Header, mut scanner: Scanner, cells: &mut Cells) {
        let n_rows = cells.layout.n_cells.checked_div(self.width).unwrap_or_default();
        let mut is_seen = vec![false; n_rows];
        loop {
            let mut row = Some(0_usize);
            for (number, Keys { variable, positions, n }) in self.keys.iter().enumerate() {
                let Some(raw) = scanner.key() else {
                    if number > 0 {
                        header.fail(scanner.start, PxFault::RowCount { expected: self.width, found: 0 });
                    }
                    return;
                };
                let position = match std::str::from_utf8(raw) {
                    Ok(key) if raw.is_ascii() => positions.get(key),
                    _ => positions.get(header.source.encoding.decode(raw).0.as_ref()),
                };
                let Some(position) = position else {
                    let variable = variable.clone();
                    let key = header.source.encoding.decode(raw.get(..60).unwrap_or(raw)).0.into_owned();
                    return header.fail(scanner.start, PxFault::UnknownKey { variable, key });
                };
                row = row.and_then(|row| row.checked_mul(*n)?.checked_add(*position));
            }
            let start = scanner.start;
            match row.and_then(|row| is_seen.get_mut(row)) {
                Some(seen) if !*seen => *seen = true,
                _ => return header.fail(start, PxFault::RepeatedRow),
            }
            let first = row.unwrap_or_default().saturating_mul(self.width);
            for found in 0..self.width {
                match scanner.value() {
                    // A quoted text that is no sign is the key of the next row.
                    None | Some(Value::Quoted(_)) => {
                        return header.fail(scanner.start, PxFault::RowCount { expected: self.width, found });
                    }
                    Some(value) => cells.set(first.saturating_add(found), value, scanner.start),
                }
            }
            if cells.is_given_up {
                return;
            }
        }
    }
}
