//! A Table Schema as it stands in JSON: fields, missing values, keys.

use crate::load::jsonstat::node::Node;

/// A schema.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schema {
    /// The fields, in their order.
    pub fields: Vec<Field>,
    /// Texts that stand for no value, with their meaning in words.
    pub missing: Vec<(String, Option<String>)>,
    /// Fields that together tell the rows apart.
    pub primary_key: Vec<String>,
    /// Fields whose codes stand in another resource.
    pub foreign_keys: Vec<ForeignKey>,
    /// How fields and columns are matched.
    pub matching: Matching,
}

/// How the fields of the schema and the columns of the table must agree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Matching {
    /// The same, in the same order.
    #[default]
    Exact,
    /// The same, in any order.
    Equal,
    /// The table may have more.
    Subset,
    /// The schema may have more.
    Superset,
    /// Some are the same.
    Partial,
}

/// A field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Field {
    /// Its name: the header.
    pub name: String,
    /// What people call it.
    pub title: Option<String>,
    /// What is said of it.
    pub description: Option<String>,
    /// Its type; `any` where none is given.
    pub kind: String,
    /// The decimal sign of its numbers.
    pub decimal: Option<char>,
    /// The sign between thousands.
    pub group: Option<char>,
    /// Whether signs such as % may stand beside the number.
    pub has_affixes: bool,
    /// Its own texts for no value, instead of the schema's.
    pub missing: Option<Vec<(String, Option<String>)>>,
    /// Its rules.
    pub constraints: Constraints,
    /// Names of its codes.
    pub categories: Vec<(String, String)>,
}

/// Rules for the texts of a field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Constraints {
    /// There must be one.
    pub required: bool,
    /// Each must be unlike the others.
    pub unique: bool,
    /// One of these.
    pub one_of: Vec<String>,
    /// Not below this.
    pub minimum: Option<String>,
    /// Not above this.
    pub maximum: Option<String>,
    /// At least so many letters.
    pub min_length: Option<usize>,
    /// At most so many letters.
    pub max_length: Option<usize>,
    /// A pattern, as XML Schema writes them.
    pub pattern: Option<String>,
}

/// A field whose codes stand in another resource.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ForeignKey {
    /// The field here.
    pub field: String,
    /// The resource; empty: this one.
    pub resource: String,
    /// The field there.
    pub reference: String,
}

/// The schema of a JSON object.
pub fn read(node: &Node) -> Schema {
    let fields = list(node, "fields").iter().map(field).collect();
    let missing = node.member("missingValues").map(missing).unwrap_or_else(|| vec![(String::new(), None)]);
    let matching = node.member("fieldsMatch").map(|node| texts(Some(node))).unwrap_or_default();
    let matching = match matching.first().map(String::as_str) {
        Some("equal") => Matching::Equal,
        Some("subset") => Matching::Subset,
        Some("superset") => Matching::Superset,
        Some("partial") => Matching::Partial,
        _ => Matching::Exact,
    };
    let foreign_keys = list(node, "foreignKeys").iter().filter_map(foreign_key).collect();
    Schema { fields, missing, primary_key: texts(node.member("primaryKey")), foreign_keys, matching }
}

fn field(node: &Node) -> Field {
    let sign = |name: &str| text(node, name).and_then(|text| text.chars().next());
    let categories = list(node, "categories").iter().filter_map(|category| match category {
        Node::Object(_) => Some((scalar(category.member("value")?)?, text(category, "label")?)),
        _ => None,
    });
    Field {
        // In the simplest schemas a field is its name alone.
        name: text(node, "name").or_else(|| scalar(node)).unwrap_or_default(),
        title: text(node, "title"),
        description: text(node, "description"),
        kind: text(node, "type").unwrap_or_else(|| "any".to_owned()),
        decimal: sign("decimalChar"),
        group: sign("groupChar"),
        has_affixes: matches!(node.member("bareNumber"), Some(Node::Truth(false))),
        missing: node.member("missingValues").map(missing),
        constraints: node.member("constraints").map(constraints).unwrap_or_default(),
        categories: categories.collect(),
    }
}

fn constraints(node: &Node) -> Constraints {
    let is = |name: &str| matches!(node.member(name), Some(Node::Truth(true)));
    let whole = |name: &str| node.member(name).and_then(scalar).and_then(|text| text.parse().ok());
    Constraints {
        required: is("required"),
        unique: is("unique"),
        one_of: list(node, "enum").iter().filter_map(scalar).collect(),
        minimum: node.member("minimum").and_then(scalar),
        maximum: node.member("maximum").and_then(scalar),
        min_length: whole("minLength"),
        max_length: whole("maxLength"),
        pattern: text(node, "pattern"),
    }
}

/// Version 1 has a list of texts, version 2 also objects with a label.
fn missing(node: &Node) -> Vec<(String, Option<String>)> {
    let Node::List(nodes) = node else { return Vec::new() };
    let one = |node: &Node| match node {
        Node::Object(_) => Some((scalar(node.member("value")?)?, text(node, "label"))),
        node => Some((scalar(node)?, None)),
    };
    nodes.iter().filter_map(one).collect()
}

fn foreign_key(node: &Node) -> Option<ForeignKey> {
    let reference = node.member("reference")?;
    let (fields, others) = (texts(node.member("fields")), texts(reference.member("fields")));
    match (fields.as_slice(), others.as_slice()) {
        ([field], [other]) => Some(ForeignKey {
            field: field.clone(),
            resource: text(reference, "resource").unwrap_or_default(),
            reference: other.clone(),
        }),
        _ => None,
    }
}

/// The members of a list; none where it is not one.
pub fn list<'n>(node: &'n Node, name: &str) -> &'n [Node] {
    match node.member(name) {
        Some(Node::List(nodes)) => nodes,
        _ => &[],
    }
}

/// A text of an object.
pub fn text(node: &Node, name: &str) -> Option<String> {
    match node.member(name) {
        Some(Node::Text(text)) => Some(text.clone()),
        _ => None,
    }
}

/// A text, or a list of them.
pub fn texts(node: Option<&Node>) -> Vec<String> {
    match node {
        Some(Node::Text(text)) => vec![text.clone()],
        Some(Node::List(nodes)) => nodes.iter().filter_map(scalar).collect(),
        _ => Vec::new(),
    }
}

/// A text, a number or a truth, as a text.
pub fn scalar(node: &Node) -> Option<String> {
    match node {
        Node::Text(text) => Some(text.clone()),
        Node::Whole(number) => Some(number.to_string()),
        Node::Fraction(number) => Some(number.to_string()),
        Node::Truth(truth) => Some(truth.to_string()),
        Node::Null | Node::List(_) | Node::Object(_) => None,
    }
}
