//! Emptying what was filled by mistake: `--clear budget`, on every verb that edits. Each noun
//! says which of its fields may be empty.

use clap::Args;
use rusqlite::types::Value;

use crate::refusal::{Kind, Refusal, Rule, rule};

static NO_FIELD: Rule = rule(
    Kind::Usage,
    "E0126",
    "'{field}' 항목은 비울 수 없습니다. 비울 수 있는 항목: {fields}",
    "'{field}' cannot be emptied; these can: {fields}",
);
static BOTH: Rule =
    rule(Kind::Usage, "E0125", "{field:을/를} 비우면서 동시에 채울 수는 없습니다", "{field} cannot be emptied and given at once");

/// Fields to empty.
#[derive(Args, Clone, Debug, Default)]
pub struct Clear {
    /// Empty this field; may be repeated
    #[arg(long, value_name = "FIELD", value_delimiter = ',')]
    clear: Vec<String>,
}

impl Clear {
    /// The columns to empty. `fields` are the flags without their dashes, each with its column;
    /// `given` are the columns that the same command fills.
    ///
    /// # Errors
    /// A field that may not be empty, or that is filled at the same time.
    pub fn columns(
        &self,
        fields: &[(&'static str, &'static str)],
        given: &[(&'static str, Value)],
    ) -> Result<Vec<(&'static str, Value)>, Refusal> {
        let mut columns = Vec::new();
        for typed in self.typed() {
            let Some((field, column)) = fields.iter().find(|(field, _)| *field == typed) else {
                let names: Vec<&str> = fields.iter().map(|(field, _)| *field).collect();
                return Err(NO_FIELD.with("field", typed).with("fields", names.join(", ")));
            };
            if given.iter().any(|(filled, _)| filled == column) {
                return Err(BOTH.with("field", format!("--{field}")).way_out(format!("--clear {field}")));
            }
            columns.push((*column, Value::Null));
        }
        Ok(columns)
    }

    /// Whether this field is to be emptied.
    pub fn names(&self, field: &str) -> bool {
        self.typed().any(|typed| typed == field)
    }

    /// The fields as flags are written: `own_opinion` and `--own-opinion` are `own-opinion`.
    fn typed(&self) -> impl Iterator<Item = String> {
        self.clear.iter().map(|typed| typed.trim().trim_start_matches('-').replace('_', "-").to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_may_be_empty_is_emptied_and_not_while_it_is_filled() {
        let fields = [("budget", "budget"), ("own-opinion", "own_opinion")];
        let given = [("title", Value::Null)];
        for (typed, given, code) in [
            ("budget", &given[..0], ""),
            ("own_opinion", &given[..0], ""),
            ("--own-opinion", &given[..0], ""),
            ("title", &given[..0], "E0126"),
            ("budget", &[("budget", Value::Integer(1))][..], "E0125"),
        ] {
            let clear = Clear { clear: vec![typed.to_owned()] };
            assert_eq!(clear.columns(&fields, given).err().map_or("", |refusal| refusal.rule.code), code, "{typed}");
        }
        assert!(Clear { clear: vec!["Own_Opinion".to_owned()] }.names("own-opinion"));
    }
}
