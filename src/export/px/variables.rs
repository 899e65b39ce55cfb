//! The variables of a PX file: their order, their values, and what they are about.

use super::{loss::PxLoss, out::Out, table::Variable};
use crate::model::{
    area::Level,
    cube::Cube,
    dimension::{Dimension, DimensionKind},
};

/// The last variable is the heading, the others the stub.
pub fn stub_and_heading(out: &mut Out, variables: &[Variable]) {
    let (heading, stub) = variables.split_last().map_or((None, variables), |(last, stub)| (Some(last), stub));
    out.in_each(|out, language, tag| {
        let stub: Vec<String> = stub.iter().map(|variable| variable.name(language).to_owned()).collect();
        if !stub.is_empty() {
            out.list("STUB", tag, &[], &stub);
        }
        if let Some(heading) = heading {
            out.list("HEADING", tag, &[], &[heading.name(language).to_owned()]);
        }
    });
}

/// What is said of one variable: its values and codes, what it is about, its total, its hierarchy.
pub fn of_variable(out: &mut Out, cube: &Cube, variable: &Variable) {
    let name = |language| vec![variable.name(language).to_owned()];
    let own = out.language;
    out.in_each(|out, language, tag| {
        out.list("VALUES", tag, &[variable.name(language)], variable.values(language));
    });
    out.list("CODES", None, &[variable.name(own)], &variable.codes);
    let Some(dimension) = variable.dimension.and_then(|at| cube.dimensions.get(at)) else {
        out.quoted("CONTVARIABLE", &[], variable.name(own));
        if let Some(other) = out.other {
            out.list("CONTVARIABLE", Some(other), &[], &name(other));
        }
        return;
    };
    if dimension.id != variable.name(own) {
        out.quoted("VARIABLECODE", &[variable.name(own)], &dimension.id);
    }
    of_kind(out, dimension, variable);
    if let Some(total) = dimension.total {
        match variable.key(total, own, own) {
            Some(key) if !matches!(key.to_ascii_uppercase().as_str(), "YES" | "NO") => {
                out.quoted("ELIMINATION", &[variable.name(own)], key);
            }
            _ => {
                out.losses.insert(PxLoss::Places);
            }
        }
    }
    hierarchy(out, dimension, variable);
    if !dimension.breaks.is_empty() {
        out.losses.insert(PxLoss::Breaks);
    }
}

fn of_kind(out: &mut Out, dimension: &Dimension, variable: &Variable) {
    let name = variable.name(out.language);
    let is_year = |code: &String| code.len() == 4 && code.bytes().all(|byte| byte.is_ascii_digit());
    let is_told = match &dimension.kind {
        DimensionKind::Area => {
            out.quoted("VARIABLE-TYPE", &[name], "Geographical");
            dimension.categories.iter().all(|category| category.level == Level::of_code(&category.code))
        }
        DimensionKind::Period => {
            out.quoted("VARIABLE-TYPE", &[name], "Time");
            if variable.codes.iter().all(is_year) {
                let years: Vec<String> = variable.codes.iter().map(|code| format!("\"{code}\"")).collect();
                out.bare("TIMEVAL", &[name], &format!("TLIST(A1),{}", years.join(",")));
            }
            true
        }
        DimensionKind::Other(id) => *id == dimension.id,
        _ => false,
    };
    let is_ordered = dimension.is_ordered != (dimension.kind == DimensionKind::Period);
    if !is_told || is_ordered || dimension.is_multi_response {
        out.losses.insert(PxLoss::DimensionKinds);
    }
}

/// Each pair of a category and one below it, by code.
fn hierarchy(out: &mut Out, dimension: &Dimension, variable: &Variable) {
    let mut pairs = Vec::new();
    for (below, category) in dimension.categories.iter().enumerate() {
        let Some(above) = category.parent else { continue };
        if let (Some(above), Some(below)) = (variable.codes.get(above), variable.codes.get(below)) {
            pairs.push(format!("\"{above}\":\"{below}\""));
        }
    }
    if !pairs.is_empty() {
        out.bare("HIERARCHIES", &[variable.name(out.language)], &pairs.join(",\n"));
    }
}
