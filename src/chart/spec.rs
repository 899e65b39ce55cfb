//! A chart as plain data, with the sentence that says the same.

use serde::Serialize;
use serde_json::Value;

/// What ECharts draws, and what a reader who cannot see it is told.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartSpec {
    /// ECharts' option, for `setOption(option, {notMerge: true})`.
    pub option: Value,
    /// The chart in one sentence.
    pub summary: String,
    /// The height the drawing needs, in CSS pixels, at any width.
    pub height_px: u32,
}

/// A part of a chart as JSON, to be patched. Parts one by one: charming's whole `Chart` brings every kind of chart it knows to the page.
///
/// # Panics
/// Never: charming's parts are plain data with text keys.
pub(super) fn json_from_part(part: &impl Serialize) -> Value {
    serde_json::to_value(part).expect("a part is plain data with text keys")
}

/// Lays `patch` over `base`: objects are joined key by key, lists place by place, all else is replaced.
pub(super) fn merge(base: &mut Value, patch: Value) {
    match (base, patch) {
        (Value::Object(base), Value::Object(patch)) => {
            for (key, value) in patch {
                merge(base.entry(key).or_insert(Value::Null), value);
            }
        }
        (Value::Array(base), Value::Array(patch)) => {
            for (place, value) in patch.into_iter().enumerate() {
                match base.get_mut(place) {
                    Some(part) => merge(part, value),
                    None => base.push(value),
                }
            }
        }
        (base, patch) => *base = patch,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_patch_changes_what_it_names_and_no_more() {
        let mut base = json!({"grid": [{"left": 1, "top": 2}], "animation": true});
        merge(&mut base, json!({"grid": [{"left": 3}, {"left": 4}], "media": [1]}));
        let patched = json!({"grid": [{"left": 3, "top": 2}, {"left": 4}], "animation": true, "media": [1]});
        assert_eq!(base, patched);
    }
}
