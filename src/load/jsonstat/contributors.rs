//! How many stand behind the cells of a measure.

use super::context::{Context, in_profile};
use crate::{
    load::fault::Named,
    model::{dataset::Contributors, measure::Measure},
};

/// What the profile says of it; a measure that is not there is complained of, and then nothing is known.
pub fn read(measures: &[Measure], context: &mut Context) -> Vec<Contributors> {
    let mut all = Vec::new();
    let profile = context.profile;
    for (place, measure) in measures.iter().enumerate() {
        let said = profile.measures.get(&measure.id).and_then(|said| said.contributors.as_ref());
        let Some(said) = said else { continue };
        let mut position = |member: &'static str, id: &Option<String>| {
            let id = id.as_ref()?;
            let found = measures.iter().position(|measure| measure.id == *id && measure.column.is_some());
            if found.is_none() {
                context.no_such(in_profile(["measures", &measure.id, "contributors", member]), Named::Measure, id);
            }
            found
        };
        all.push(Contributors {
            measure: place,
            homes: position("homes", &said.homes),
            operators: position("operators", &said.operators),
            largest: position("largest", &said.largest),
        });
    }
    all
}
