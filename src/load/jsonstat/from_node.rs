//! Plain types as they are read of a JSON value.

use std::collections::BTreeMap;

use super::node::{FromNode, Node, Step, Walk, Wrong, entries};

/// Anything that is not null.
impl FromNode for () {
    fn from_node<'n>(_: &'n Node, _: &mut Walk<'n>) -> Result<Self, Wrong> {
        Ok(())
    }
}

impl FromNode for String {
    fn from_node<'n>(node: &'n Node, _: &mut Walk<'n>) -> Result<Self, Wrong> {
        match node {
            Node::Text(text) => Ok(text.clone()),
            _ => node.is_not("a string"),
        }
    }
}

impl FromNode for bool {
    fn from_node<'n>(node: &'n Node, _: &mut Walk<'n>) -> Result<Self, Wrong> {
        match node {
            Node::Truth(truth) => Ok(*truth),
            _ => node.is_not("a boolean"),
        }
    }
}

impl FromNode for f64 {
    fn from_node<'n>(node: &'n Node, _: &mut Walk<'n>) -> Result<Self, Wrong> {
        match node {
            Node::Whole(number) => Ok(*number as Self),
            Node::Fraction(number) => Ok(*number),
            _ => node.is_not("f64"),
        }
    }
}

impl FromNode for i64 {
    fn from_node<'n>(node: &'n Node, _: &mut Walk<'n>) -> Result<Self, Wrong> {
        match node {
            Node::Whole(number) => Ok(*number),
            _ => node.is_not("i64"),
        }
    }
}

macro_rules! whole_number {
    ($($type:ident),+) => {$(
        impl FromNode for $type {
            fn from_node<'n>(node: &'n Node, _: &mut Walk<'n>) -> Result<Self, Wrong> {
                match node {
                    Node::Whole(number) => Self::try_from(*number)
                        .map_err(|_| Wrong(format!("invalid value: {node}, expected {}", stringify!($type)))),
                    _ => node.is_not(stringify!($type)),
                }
            }
        }
    )+};
}
whole_number!(u8, u16, u32, u64, usize, i32);

impl<T: FromNode> FromNode for Option<T> {
    fn from_node<'n>(node: &'n Node, walk: &mut Walk<'n>) -> Result<Self, Wrong> {
        match node {
            Node::Null => Ok(None),
            _ => T::from_node(node, walk).map(Some),
        }
    }
}

impl<T: FromNode> FromNode for Vec<T> {
    fn from_node<'n>(node: &'n Node, walk: &mut Walk<'n>) -> Result<Self, Wrong> {
        let Node::List(nodes) = node else { return node.is_not("a sequence") };
        let mut list = Self::with_capacity(nodes.len());
        for (place, node) in nodes.iter().enumerate() {
            walk.steps.push(Step::Place(place));
            list.push(T::from_node(node, walk)?);
            walk.steps.pop();
        }
        Ok(list)
    }
}

impl<const N: usize> FromNode for [f64; N] {
    fn from_node<'n>(node: &'n Node, walk: &mut Walk<'n>) -> Result<Self, Wrong> {
        let list = Vec::from_node(node, walk)?;
        list.try_into().map_err(|_| Wrong(format!("invalid length, expected an array of length {N}")))
    }
}

impl<T: FromNode> FromNode for BTreeMap<String, T> {
    fn from_node<'n>(node: &'n Node, walk: &mut Walk<'n>) -> Result<Self, Wrong> {
        let mut map = Self::new();
        for (name, value) in entries(node, walk)? {
            map.insert(name, value);
        }
        Ok(map)
    }
}
