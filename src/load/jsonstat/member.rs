//! The members of a list or an object of any length, taken in one by one with no JSON tree between.

use std::{borrow::Cow, fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

use super::cursor::Cursor;
use crate::load::{complaint::shortened, fault::Found};

/// One value, whatever it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'c> {
    /// null
    Null,
    /// A number.
    Number(f64),
    /// A text, whole.
    Text(Cow<'c, str>),
    /// Anything else.
    Odd(Found),
}

/// What takes in the members as they come.
pub trait Intake: Default {
    /// Room that it needs while it takes members in many at a time.
    type Scratch: Default;

    /// One member of a list, by position.
    fn list(&mut self, position: usize, cell: Cell<'_>);
    /// One member of an object whose name is a position.
    fn cell(&mut self, position: usize, cell: Cell<'_>);
    /// One member of an object whose name is no position.
    fn misnamed(&mut self, name: &str);

    /// Takes in the members of a list from this position on that are of the plainest form, each with the comma behind it; says how many.
    /// What it leaves, or all, comes one by one.
    fn plain_list(&mut self, position: usize, cursor: &mut Cursor, scratch: &mut Self::Scratch) -> usize;

    /// The same for the members of an object.
    fn plain_cells(&mut self, cursor: &mut Cursor, scratch: &mut Self::Scratch);

    /// One member of an object, by name.
    fn object(&mut self, name: &str, cell: Cell<'_>) {
        match name.parse() {
            Ok(position) => self.cell(position, cell),
            Err(_) => self.misnamed(name),
        }
    }
}

/// A list or an object, taken in; or something else.
#[derive(Clone, Debug, PartialEq)]
pub enum Members<I> {
    /// So many members of a list.
    List(usize, I),
    /// The members of an object.
    Object(I),
    /// Neither.
    Neither(Cell<'static>),
}

impl From<Cell<'_>> for Found {
    fn from(cell: Cell<'_>) -> Self {
        match cell {
            Cell::Null => Self::Null,
            Cell::Number(number) => Self::Number(number.to_string()),
            Cell::Text(text) => Self::Text(shortened(&text)),
            Cell::Odd(found) => found,
        }
    }
}

impl<'de> Deserialize<'de> for Cell<'static> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CellVisitor)
    }
}

impl<'de> Deserialize<'de> for Found {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Cell::deserialize(deserializer).map(Self::from)
    }
}

impl<'de, I: Intake> Deserialize<'de> for Members<I> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(MembersVisitor(PhantomData))
    }
}

struct CellVisitor;
struct MembersVisitor<I>(PhantomData<I>);

impl<'de> Visitor<'de> for CellVisitor {
    type Value = Cell<'static>;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_u64<E>(self, number: u64) -> Result<Cell<'static>, E> {
        Ok(Cell::Number(number as f64))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Cell<'static>, E> {
        Ok(Cell::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Cell<'static>, E> {
        Ok(Cell::Number(number))
    }

    fn visit_unit<E>(self) -> Result<Cell<'static>, E> {
        Ok(Cell::Null)
    }

    fn visit_str<E>(self, text: &str) -> Result<Cell<'static>, E> {
        Ok(Cell::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Cell<'static>, E> {
        Ok(Cell::Odd(Found::Truth(truth)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Cell<'static>, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Cell::Odd(Found::List))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Cell<'static>, A::Error> {
        while object.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Cell::Odd(Found::Object))
    }
}

impl<'de, I: Intake> Visitor<'de> for MembersVisitor<I> {
    type Value = Members<I>;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let (mut intake, mut n) = (I::default(), 0_usize);
        while let Some(cell) = list.next_element()? {
            intake.list(n, cell);
            n = n.saturating_add(1);
        }
        Ok(Members::List(n, intake))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let mut intake = I::default();
        while let Some((name, cell)) = object.next_entry::<String, Cell<'static>>()? {
            intake.object(&name, cell);
        }
        Ok(Members::Object(intake))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        CellVisitor.visit_u64(number).map(Members::Neither)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        CellVisitor.visit_i64(number).map(Members::Neither)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
        CellVisitor.visit_f64(number).map(Members::Neither)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        CellVisitor.visit_str(text).map(Members::Neither)
    }

    fn visit_bool<E: Error>(self, truth: bool) -> Result<Self::Value, E> {
        CellVisitor.visit_bool(truth).map(Members::Neither)
    }
}
