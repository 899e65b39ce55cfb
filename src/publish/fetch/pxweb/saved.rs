//! What a saved query asks for, where its answer is too large to be had at once.

use serde_json::Value;

/// The table of a saved query and what it asks of it, in the form of `--select`; none where that can't be asked of the table
/// itself: with a code list of its own the codes are not the table's.
pub fn selection(saved: &Value) -> Option<(String, Vec<String>)> {
    let query = saved.get("savedQuery").unwrap_or(saved);
    let table = query.get("tableId")?.as_str().filter(|id| !id.is_empty())?;
    let variables = query.get("selection")?.get("selection")?.as_array()?;
    let mut select = Vec::new();
    for variable in variables {
        let id = variable.get("variableCode")?.as_str()?;
        let has_list = variable.get("codelist").and_then(Value::as_str).is_some_and(|list| !list.is_empty());
        if has_list {
            return None;
        }
        let codes = variable.get("valueCodes")?.as_array()?;
        for code in codes {
            select.push(format!("{id}={}", code.as_str()?));
        }
    }
    Some((table.to_owned(), select))
}

/// Whether a dimension is asked for by name: one that is not is left out by the query, which no selection can say.
pub fn names(select: &[String], id: &str) -> bool {
    select.iter().any(|one| one.strip_prefix(id).is_some_and(|rest| rest.starts_with('=')))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_saved_query_is_a_table_and_its_codes() {
        let saved = |codelist: &str| {
            let variables = [
                json!({"variableCode": "Region", "codelist": codelist, "valueCodes": ["01", "01*"]}),
                json!({"variableCode": "Tid", "valueCodes": ["*"]}),
            ];
            json!({"id": "7", "savedQuery": {"tableId": "TAB1", "selection": {"selection": variables}}})
        };
        let select = ["Region=01", "Region=01*", "Tid=*"].map(str::to_owned).to_vec();
        assert_eq!(selection(&saved("")), Some(("TAB1".into(), select.clone())));
        assert_eq!(selection(&saved("agg_1")), None);
        assert_eq!(selection(&json!({"id": "7"})), None);
        assert!(names(&select, "Tid") && !names(&select, "Ti"));
    }
}
