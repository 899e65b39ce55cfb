//! Any JSON in which no object has a name twice: of two words for one sign, one may be to hide.

use super::node::{FromNode, Node, Walk, Wrong};

/// JSON without repeated names; reading it is the check.
pub struct Unique;

impl FromNode for Unique {
    fn from_node<'n>(node: &'n Node, walk: &mut Walk<'n>) -> Result<Self, Wrong> {
        match node {
            Node::Object(_) => walk.members(node, "Unique", &mut |_, member, walk| {
                Self::from_node(member, walk)?;
                Ok(true)
            })?,
            Node::List(_) => drop(Vec::<Self>::from_node(node, walk)?),
            _ => {}
        }
        Ok(Self)
    }
}
