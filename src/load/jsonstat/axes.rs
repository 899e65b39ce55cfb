//! All axes of a file, with their sizes and roles.

use std::collections::{BTreeSet, HashMap};

use super::{
    axis::{self, Axis},
    context::Context,
    given::{Code, Entries, Given, Member, Whole, right},
    index::code_text,
    layout::Layout,
    names,
    wire::{WireDimension, WireDocument, WireRole},
};
use crate::load::{
    complaint::{Place, Severity, pointer},
    fault::{Counted, Fault, Limit, Named, Shape},
    limits,
};

/// All axes of a file.
pub struct Axes {
    /// In the order of the cells.
    pub axes: Vec<Axis>,
    /// Where the measures are among them.
    pub metric: Option<usize>,
    /// Which are periods.
    pub time: Vec<usize>,
    /// Which are areas.
    pub geo: Vec<usize>,
    /// Where each cell goes.
    pub layout: Layout,
}

/// The axes; none only after a fatal complaint.
pub fn read(document: &mut WireDocument, context: &mut Context) -> Option<Axes> {
    let ids = ids(document.id.take(), context);
    let sizes = sizes(document.size.take(), context);
    let wires = wire_dimensions(document.dimension.take(), context);
    let (ids, sizes, mut wires) = (ids?, sizes?, wires?);
    if ids.len() != sizes.len() {
        let fault = Fault::Miscounted { what: Counted::Sizes, expected: ids.len(), found: sizes.len() };
        context.complaints.fail(pointer(["size"]), fault);
    }
    let mut axes = Vec::new();
    for (position, id) in ids.iter().enumerate() {
        let Some(wire) = wires.remove(id) else {
            let fault = Fault::NoSuch { what: Named::Dimension, id: id.clone() };
            context.complaints.fail(pointer(["dimension"]), fault);
            continue;
        };
        let Some(axis) = axis::read(id, wire, context) else {
            continue;
        };
        let (what, found) = (Counted::Categories, axis.categories.len());
        if let Some(&expected) = sizes.get(position)
            && expected != found
        {
            let place = pointer(["dimension", id, "category"]);
            context.complaints.fail(place, Fault::Miscounted { what, expected, found });
        }
        axes.push(axis);
    }
    let left: BTreeSet<String> = wires.into_keys().collect();
    for id in left {
        context.complaints.warn(pointer(["dimension", &id]), Fault::LeftOver(id));
    }
    names::check(&axes, context);
    let role = role(document.role.take(), context);
    let mut places = |name, member| role_places(&ids, name, member, context);
    let time = places("time", role.time);
    let geo = places("geo", role.geo);
    let metric = places("metric", role.metric);
    if metric.len() > 1 {
        let place = pointer(["role", "metric"]);
        context.complaints.warn(place, Fault::SeveralMetrics(metric.len()));
    }
    let metric = metric.first().copied();
    let layout = Layout::new(&sizes, metric, &mut context.complaints)?;
    (axes.len() == ids.len()).then_some(Axes { axes, metric, time, geo, layout })
}

fn ids(member: Member<Vec<Given<Code>>>, context: &mut Context) -> Option<Vec<String>> {
    let place = || pointer(["id"]);
    let list = needed(member, "id", Shape::List, context)?;
    if list.len() > limits::DIMENSIONS {
        let fault = Fault::OverLimit { limit: Limit::Dimensions, most: limits::DIMENSIONS, found: Some(list.len()) };
        context.complaints.fail(place(), fault);
        return None;
    }
    let n = list.len();
    let mut ids: Vec<String> = Vec::new();
    for id in list {
        let id = code_text(&mut context.complaints, Some(id), Severity::Fatal, place);
        let Some(id) = id else { continue };
        if ids.contains(&id) {
            context.complaints.fail(place(), Fault::Duplicate(id));
        } else {
            ids.push(id);
        }
    }
    (ids.len() == n).then_some(ids)
}

fn sizes(member: Member<Vec<Given<Whole>>>, context: &mut Context) -> Option<Vec<usize>> {
    let list = needed(member, "size", Shape::List, context)?;
    let n = list.len();
    let sizes: Vec<usize> = list
        .into_iter()
        .enumerate()
        .filter_map(|(position, size)| {
            let place = || pointer(["size", &position.to_string()]);
            let shape = Shape::WholeNumber;
            right(&mut context.complaints, Severity::Fatal, Some(size), shape, place)
        })
        .map(|Whole(size)| size)
        .collect();
    (sizes.len() == n).then_some(sizes)
}

fn wire_dimensions(
    member: Member<Entries<Given<WireDimension>>>,
    context: &mut Context,
) -> Option<HashMap<String, WireDimension>> {
    let Entries(entries) = needed(member, "dimension", Shape::Object, context)?;
    let mut wires = HashMap::new();
    for (id, wire) in entries {
        let place = || pointer(["dimension", &id]);
        let shape = Shape::Object;
        let wire = right(&mut context.complaints, Severity::Fatal, Some(wire), shape, place);
        let Some(wire) = wire else { continue };
        if wires.insert(id.clone(), wire).is_some() {
            context.complaints.fail(place(), Fault::Duplicate(id));
        }
    }
    Some(wires)
}

/// A member without which there is no dataset.
fn needed<T>(member: Member<T>, name: &'static str, shape: Shape, context: &mut Context) -> Option<T> {
    if member.is_none() {
        context.complaints.fail(Place::File, Fault::Lacking(name));
    }
    let place = || pointer([name]);
    right(&mut context.complaints, Severity::Fatal, member, shape, place)
}

fn role(member: Member<WireRole>, context: &mut Context) -> WireRole {
    let place = || pointer(["role"]);
    let shape = Shape::Object;
    right(&mut context.complaints, Severity::Warning, member, shape, place).unwrap_or_default()
}

/// Where the dimensions of a role are.
fn role_places(
    ids: &[String],
    name: &'static str,
    member: Member<Vec<Given<Code>>>,
    context: &mut Context,
) -> Vec<usize> {
    let place = || pointer(["role", name]);
    let severity = Severity::Warning;
    let list = right(&mut context.complaints, severity, member, Shape::List, place);
    let mut places = Vec::new();
    for id in list.unwrap_or_default() {
        let id = code_text(&mut context.complaints, Some(id), severity, place);
        let Some(id) = id else { continue };
        match ids.iter().position(|known| *known == id) {
            Some(position) if !places.contains(&position) => places.push(position),
            Some(_) => {}
            None => context.no_such(place(), Named::Dimension, &id),
        }
    }
    places
}
