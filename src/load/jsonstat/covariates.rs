//! The measures by which areas may be called similar.

use super::context::{Context, in_profile};
use crate::{
    load::fault::{Fault, Named},
    model::measure::Measure,
};

/// What the profile says of it; a measure that is not there, or there twice, is complained of and left out.
pub fn read(measures: &[Measure], context: &mut Context) -> Vec<usize> {
    let mut covariates = Vec::new();
    let profile = context.profile;
    for (number, id) in profile.covariates.iter().enumerate() {
        let place = in_profile(["covariates", &number.to_string()]);
        match measures.iter().position(|measure| measure.id == *id) {
            Some(measure) if covariates.contains(&measure) => {
                context.complaints.warn(place, Fault::Duplicate(id.clone()));
            }
            Some(measure) => covariates.push(measure),
            None => context.no_such(place, Named::Measure, id),
        }
    }
    covariates
}
