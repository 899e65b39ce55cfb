//! Everything published together: tables, their counts, how cells of one stand in another – and the relations that hold between them.

use std::collections::HashMap;

use super::{
    Attack, Cell,
    cuts::Whole,
    link::{Found, Link},
    ratio::{self, Quotient},
    relation::Origin,
    sheet::{Reading, Sheet},
    table::Table,
};
use crate::model::cube::Cube;

/// A cell: its sheet and its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    pub sheet: usize,
    pub row: usize,
}

/// Cells with their factors: what they come to lies between two numbers.
#[derive(Debug, Default)]
pub struct Terms {
    pub list: Vec<(Place, f64)>,
    pub least: f64,
    pub most: f64,
}

/// Everything published together.
#[derive(Debug)]
pub struct World<'c> {
    pub tables: Vec<Option<Table<'c>>>,
    pub sheets: Vec<Sheet<'c>>,
    quotients: Vec<Quotient<'c>>,
    /// For each sheet those of the same measure in other tables, with the way there.
    peers: Vec<Vec<(usize, usize)>>,
    links: Vec<Link>,
}

impl<'c> World<'c> {
    pub async fn of(cubes: &[&'c Cube], attack: Attack, pause: &impl AsyncFn()) -> Self {
        let tables: Vec<Option<Table>> = cubes.iter().map(|cube| Table::of(cube)).collect();
        let mut sheets = Vec::new();
        for (number, table) in tables.iter().enumerate() {
            let Some(table) = table else { continue };
            for measure in 0..table.cube.measures.len() {
                sheets.extend(Sheet::of(number, table, measure, attack, pause).await);
                pause().await;
            }
        }
        let quotients = ratio::quotients(&tables, &sheets);
        let (peers, links) = peers(&tables, &sheets);
        Self { tables, sheets, quotients, peers, links }
    }

    fn table(&self, table: usize) -> Option<&Table<'c>> {
        self.tables.get(table)?.as_ref()
    }

    /// The sheet and its table.
    pub fn sheet(&self, sheet: usize) -> Option<(&Sheet<'c>, &Table<'c>)> {
        let it = self.sheets.get(sheet)?;
        Some((it, self.table(it.table)?))
    }

    /// What is known of a cell by itself.
    pub fn read(&self, place: Place) -> Reading {
        self.sheets.get(place.sheet).map_or(Reading::Unusable, |sheet| sheet.read(place.row))
    }

    /// Every relation that a cell is in.
    pub fn origins(&self, place: Place, mut add: impl FnMut(Origin)) {
        let Some((sheet, table)) = self.sheet(place.sheet) else { return };
        let is_alone = self.peers.get(place.sheet).is_none_or(Vec::is_empty);
        let may_add = |sheet: &Sheet, dimension: usize| sheet.additive.get(dimension) == Some(&true);
        for (dimension, axis) in table.axes.iter().enumerate().filter(|(dimension, _)| may_add(sheet, *dimension)) {
            let base = table.base(place.row, dimension);
            for &cut in axis.cuts_of(table.category(place.row, dimension)) {
                // A whole that only another table can have.
                if is_alone && !matches!(axis.cuts.get(cut).map(|cut| &cut.whole), Some(Whole::Category(_))) {
                    continue;
                }
                add(Origin::Sum { sheet: place.sheet, dimension, cut, base });
            }
        }
        for (peer, found) in self.found(place, None) {
            match found {
                Found::Cell(row) => {
                    let other = Place { sheet: peer, row };
                    add(Origin::Same { one: place.min(other), other: place.max(other) });
                }
                Found::Cut(dimension, cut, base) => {
                    if self.sheets.get(peer).is_some_and(|sheet| may_add(sheet, dimension)) {
                        add(Origin::Sum { sheet: peer, dimension, cut, base });
                    }
                }
            }
        }
        for (number, quotient) in self.quotients.iter().enumerate() {
            quotient.rows(place, table, |row| {
                if quotient.is_share {
                    add(Origin::AtMost { quotient: number, row });
                }
                if quotient.published(row).is_some() {
                    add(Origin::Quotient { quotient: number, row, is_upper: false });
                    add(Origin::Quotient { quotient: number, row, is_upper: true });
                }
            });
        }
    }

    /// The published share or rate of a relation that comes from one.
    pub fn quotient(&self, origin: Origin) -> Option<Cell> {
        let Origin::Quotient { quotient, row, .. } = origin else { return None };
        let it = self.quotients.get(quotient)?;
        Some(Cell { table: it.table, measure: it.measure, row })
    }

    /// Whether the file does not say that these parts may be added up.
    pub fn is_presumed(&self, origin: Origin) -> bool {
        let Origin::Sum { sheet, dimension, .. } = origin else { return false };
        self.sheets.get(sheet).is_some_and(|sheet| sheet.is_declared.get(dimension) != Some(&true))
    }

    /// Where a cell stands in the other tables; `instead` as in [`Link::find`].
    fn found<'w>(
        &'w self,
        place: Place,
        instead: Option<(usize, &'w Whole)>,
    ) -> impl Iterator<Item = (usize, Found)> + 'w {
        let peers = self.peers.get(place.sheet).into_iter().flatten();
        peers.filter_map(move |&(peer, link)| {
            let (_, from) = self.sheet(place.sheet)?;
            let (_, to) = self.sheet(peer)?;
            Some((peer, self.links.get(link)?.find(from, to, place.row, instead)?))
        })
    }

    /// The cells of a relation; none where it is no relation, since its whole is published nowhere.
    pub fn terms(&self, origin: Origin, terms: &mut Terms) -> Option<()> {
        terms.list.clear();
        (terms.least, terms.most) = (0.0, 0.0);
        match origin {
            Origin::Sum { sheet, dimension, cut, base } => {
                let (_, table) = self.sheet(sheet)?;
                let cut = table.axes.get(dimension)?.cuts.get(cut)?;
                let whole = match &cut.whole {
                    Whole::Category(whole) => Place { sheet, row: table.row(base, dimension, *whole) },
                    elsewhere => {
                        let mut found = self.found(Place { sheet, row: base }, Some((dimension, elsewhere)));
                        found.find_map(|(sheet, found)| match found {
                            Found::Cell(row) => Some(Place { sheet, row }),
                            Found::Cut(..) => None,
                        })?
                    }
                };
                let parts = cut.parts.iter().map(|part| Place { sheet, row: table.row(base, dimension, *part) });
                terms.list.extend(parts.map(|part| (part, 1.0)));
                terms.list.push((whole, -1.0));
            }
            Origin::Same { one, other } => terms.list.extend([(one, 1.0), (other, -1.0)]),
            Origin::AtMost { quotient, row } => {
                let it = self.quotients.get(quotient)?;
                terms.list.extend([(it.above(row), 1.0), (it.below(row, self.table(it.table)?), -1.0)]);
                terms.least = f64::NEG_INFINITY;
            }
            Origin::Quotient { quotient, row, is_upper } => {
                let it = self.quotients.get(quotient)?;
                let (low, high) = it.published(row)?;
                let factor = if is_upper { high } else { low };
                terms.list.extend([(it.above(row), 1.0), (it.below(row, self.table(it.table)?), -factor)]);
                match is_upper {
                    true => terms.least = f64::NEG_INFINITY,
                    false => terms.most = f64::INFINITY,
                }
            }
        }
        Some(())
    }
}

/// The same measure in several tables: by its id, its kind and its unit, all real or all made up.
fn peers(tables: &[Option<Table>], sheets: &[Sheet]) -> (Vec<Vec<(usize, usize)>>, Vec<Link>) {
    let mut same: HashMap<&str, Vec<usize>> = HashMap::new();
    for (number, sheet) in sheets.iter().enumerate() {
        same.entry(&sheet.own.id).or_default().push(number);
    }
    let table = |table: usize| tables.get(table).and_then(Option::as_ref);
    let (mut peers, mut links) = (vec![Vec::new(); sheets.len()], Vec::new());
    let mut made: HashMap<(usize, usize), Option<usize>> = HashMap::new();
    for (sheet, peers) in sheets.iter().zip(&mut peers) {
        for &other in same.get(sheet.own.id.as_str()).into_iter().flatten() {
            let Some(it) = sheets.get(other).filter(|it| it.table != sheet.table) else { continue };
            let (Some(from), Some(to)) = (table(sheet.table), table(it.table)) else { continue };
            let is_same = it.own.kind == sheet.own.kind
                && it.own.unit == sheet.own.unit
                && from.cube.dataset.is_synthetic == to.cube.dataset.is_synthetic;
            if !is_same {
                continue;
            }
            let link = *made.entry((sheet.table, it.table)).or_insert_with(|| {
                links.push(Link::of(from, to)?);
                links.len().checked_sub(1)
            });
            peers.extend(link.map(|link| (other, link)));
        }
    }
    (peers, links)
}
