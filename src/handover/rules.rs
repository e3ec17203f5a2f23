//! Who may take over what another answers for.

use chrono::NaiveDate;

use crate::office::Person;
use crate::office::rules::not_before;
use crate::refusal::{Kind, Refusal, Rule, rule};

static GONE: Rule = rule(
    Kind::Rule,
    "E1131",
    "{code} {name:은/는} {on}에 퇴직·전출해 일을 맡을 수 없습니다",
    "{code} {name} left on {on} and cannot take anything over",
);
static NOT_YET: Rule = rule(
    Kind::Rule,
    "E1133",
    "{code:은/는} {since}부터 맡은 일이라 {on}에 넘길 수 없습니다",
    "{code} was taken on {since} and cannot be handed over on {on}",
);
static ITSELF: Rule = rule(Kind::Rule, "E1132", "{code} {name:은/는} 인계자 본인입니다", "{code} {name} would hand over to themselves");

/// Whether one person may take over from another on a day: another one, who was there then and
/// is still there today.
///
/// # Errors
/// It is the same person, one who has left, or one who came later.
pub fn may_take(from: &Person, to: &Person, on: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    let met = |rule: &'static Rule| rule.with("code", &to.code).with("name", &to.name).way_out("proadmin staff list");
    match to.left_on {
        _ if from.id == to.id => Err(met(&ITSELF)),
        Some(left) if left <= on || left < today => Err(met(&GONE).with("on", left)),
        _ => not_before(&to.code, to.since_on, on),
    }
}

/// Whether a task may be handed over on a day: `since` then the one who hands it over has it.
///
/// # Errors
/// They did not have it yet.
pub fn had_it(code: &str, since: NaiveDate, on: NaiveDate) -> Result<(), Refusal> {
    if on >= since {
        return Ok(());
    }
    Err(NOT_YET.with("code", code).with("since", since).with("on", on).way_out(format!("--on {since}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_one_who_is_still_there_may_take_over() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap_or_default();
        let person = |id: i64, left: Option<&str>| Person {
            id,
            code: format!("S-000{id}"),
            name: "홍길동".to_owned(),
            department_id: 1,
            department: "가과".to_owned(),
            grade: None,
            since_on: day("2020-01-01"),
            left_on: left.map(day),
            moved_on: None,
        };
        for (to, refused) in [
            (person(2, None), ""),
            (person(1, None), "E1132"),
            (person(2, Some("2024-05-02")), "E1131"),
            (person(2, Some("2024-05-03")), ""),
        ] {
            let answer = may_take(&person(1, Some("2024-04-30")), &to, day("2024-05-02"), day("2024-05-02"));
            assert_eq!(answer.err().map_or("", |refusal| refusal.rule.code), refused, "{to:?}");
        }
    }
}
