//! The names in the profile that must be names of the file: dimensions and categories that are described or translated.

use super::{
    axis::Axis,
    context::{Context, in_profile},
};
use crate::load::fault::{Fault, Named};

/// Complains of dimensions and categories that the profile speaks of and the file has not.
pub fn check(axes: &[Axis], context: &mut Context) {
    let profile = context.profile;
    let axis = |id: &str| axes.iter().find(|axis| axis.id == id);
    for id in profile.dimensions.keys() {
        if axis(id).is_none() {
            context.no_such(in_profile(["dimensions"]), Named::Dimension, id);
        }
    }
    for (tag, translation) in &profile.i18n {
        let mut complain = |place: String, what: Named, id: &String| {
            let id = id.clone();
            context.complaints.note(place, Fault::NoSuch { what, id });
        };
        for (id, labels) in &translation.dimension {
            let Some(axis) = axis(id) else {
                complain(in_profile(["i18n", tag, "dimension"]), Named::Dimension, id);
                continue;
            };
            for code in labels.category.keys() {
                if !axis.positions.contains_key(code) {
                    let place = in_profile(["i18n", tag, "dimension", id, "category"]);
                    complain(place, Named::Category, code);
                }
            }
        }
    }
}
