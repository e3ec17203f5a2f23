//! Rounds in stages: who comes through a cut, and that a tie across it is for a person; and the
//! body that decides on what was closed.

use chrono::NaiveDate;

use super::ENTRY;
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::words::points as shown;

static TIED_AT_CUT: Rule = rule(
    Kind::Rule,
    "E0660",
    "{code}: {keep}건으로 줄이는 경계에 동점이 있습니다. 동점인 후보 가운데 {places}건을 사람이 정해야 합니다",
    "{code}: a tie lies across the cut to {keep}; a person decides which {places} of those tied come through",
);
static NOT_TIED: Rule = rule(
    Kind::Rule,
    "E0661",
    "{entry:은/는} 경계의 동점이 아닙니다. 순위가 정합니다",
    "{entry} is not tied across the cut; its rank decides",
);
static NO_REASON: Rule =
    rule(Kind::Usage, "E0662", "동점에서 올린 사유(--why)가 필요합니다", "why those of the tie come through is needed (--why)");
static HANDED_OUT: Rule = rule(
    Kind::Rule,
    "E0656",
    "{code}의 결과로 우대나 점수가 이미 나가({record}) 다음 단계로 이을 수 없습니다",
    "rewards or points stand on the results of {code} already ({record}), so no stage can follow it",
);
static FOLLOWED: Rule = rule(Kind::Rule, "E0663", "{code:은/는} 이미 {next:으로/로} 이어졌습니다", "{code} already goes on as {next}");
static BEFORE_IT_CLOSED: Rule =
    rule(Kind::Rule, "E0664", "{on:은/는} {code:을/를} 마감한 날({closed}) 전입니다", "{on} is before {code} was closed ({closed})");
static NOBODY_LEFT: Rule = rule(Kind::Rule, "E0665", "{code}에는 순위가 있는 후보가 없습니다", "no entry of {code} has a rank");
static BELOW_ZERO: Rule = rule(
    Kind::Rule,
    "E0666",
    "{entry}: 총점 {points}점은 0점보다 낮아 넘길 수 없습니다",
    "{entry}: a total of {points} is below 0 and cannot be carried over",
);
static DECIDED: Rule =
    rule(Kind::Rule, "E0667", "{code:은/는} {on}에 {body}에서 이미 결정했습니다", "{body} already decided on {code} on {on}");
static NOBODY_THERE: Rule =
    rule(Kind::Rule, "E0668", "결정한 위원이 한 사람은 있어야 합니다(--present)", "at least one member must have been present (--present)");
static MEMBER_TWICE: Rule = rule(Kind::Usage, "E0669", "{member:이/가} 두 번 있습니다", "{member} is named twice");
static NOT_PRESENT: Rule = rule(
    Kind::Rule,
    "E0670",
    "{member:은/는} 출석한 위원이 아니므로 회피를 적을 수 없습니다",
    "{member} was not present, so there is nothing to be recused from",
);

/// An entry as a closed round left it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Code of the entry.
    pub entry: String,
    /// Its rank; none without a total.
    pub rank: Option<i64>,
    /// Its total, in hundredths.
    pub total: Option<i64>,
}

/// How a stage is cut.
#[derive(Clone, Copy, Debug)]
pub struct Cut<'a> {
    /// Code of the round that was closed.
    pub code: &'a str,
    /// So many come through; none lets all that have a rank.
    pub keep: Option<i64>,
    /// Whom a person lets through of those tied at the cut.
    pub tied: &'a [String],
    /// Whether it is said why.
    pub has_reason: bool,
}

/// The entries that come through, by rank.
///
/// # Errors
/// A tie across the cut that nobody decided about, or a decision about none.
pub fn through(results: &[Standing], cut: Cut) -> Result<Vec<Standing>, Refusal> {
    let Cut { code, keep, tied, has_reason } = cut;
    let mut ranked: Vec<&Standing> = results.iter().filter(|result| result.rank.is_some()).collect();
    ranked.sort_by(|one, other| (one.rank, &one.entry).cmp(&(other.rank, &other.entry)));
    if ranked.is_empty() {
        return Err(NOBODY_LEFT.with("code", code).way_out(format!("proadmin eval table {code}")));
    }
    let count = keep.and_then(|keep| usize::try_from(keep).ok()).unwrap_or(ranked.len()).min(ranked.len());
    let edge = ranked.get(count).map(|next| next.rank);
    let (sure, at_edge): (Vec<&Standing>, Vec<&Standing>) =
        ranked.into_iter().filter(|result| edge.is_none_or(|edge| result.rank <= edge)).partition(|result| Some(result.rank) != edge);
    // The first that stays out may be out alone: then no tie lies across the cut.
    let places = count - sure.len();
    let chosen: Vec<&Standing> = at_edge.iter().copied().filter(|result| tied.contains(&result.entry)).collect();
    if let Some(other) = tied.iter().find(|entry| places == 0 || !at_edge.iter().any(|result| result.entry == **entry)) {
        return Err(NOT_TIED.with("entry", other).way_out(format!("proadmin eval table {code}")));
    }
    if places > 0 && chosen.len() != places {
        let names: Vec<&str> = at_edge.iter().map(|result| result.entry.as_str()).collect();
        let refusal = TIED_AT_CUT.with("code", code).with("keep", keep.unwrap_or_default()).with("places", places);
        let refusal = refusal.seen(ENTRY, names.join(", "));
        let all = sure.len() + at_edge.len();
        let refusal = refusal.way_out(format!("--tied {} --why TEXT", vec!["ENTRY"; places].join(",")));
        let refusal = if sure.is_empty() { refusal } else { refusal.way_out(format!("--keep {}", sure.len())) };
        return Err(refusal.way_out(format!("--keep {all}")));
    }
    if places > 0 && !has_reason {
        return Err(NO_REASON.met());
    }
    let through: Vec<Standing> = sure.into_iter().chain(chosen).cloned().collect();
    match through.iter().find(|result| result.total.is_some_and(|total| total < 0)) {
        Some(below) => Err(BELOW_ZERO.with("entry", &below.entry).with("points", shown(below.total.unwrap_or_default()))),
        None => Ok(through),
    }
}

/// A round goes on as one other, opened after it was closed.
///
/// # Errors
/// It goes on already, or was not closed yet that day.
pub fn goes_on(code: &str, closed_on: Option<NaiveDate>, next: Option<&str>, on: NaiveDate) -> Result<(), Refusal> {
    once(code, next)?;
    after_closing(code, closed_on, on)
}

/// Nothing was handed out of a round that goes on: rewards and points are of its last stage.
///
/// # Errors
/// Something was, under this code.
pub fn not_handed_out(code: &str, record: Option<&str>) -> Result<(), Refusal> {
    let Some(record) = record else { return Ok(()) };
    let noun = if record.starts_with("RW") { "reward" } else { "incentive" };
    Err(HANDED_OUT.with("code", code).with("record", record).way_out(format!("proadmin {noun} void {record} --reason …")))
}

/// A round goes on as one other at most.
///
/// # Errors
/// It goes on as `next` already.
pub fn once(code: &str, next: Option<&str>) -> Result<(), Refusal> {
    let Some(next) = next else { return Ok(()) };
    Err(FOLLOWED.with("code", code).with("next", next).way_out(format!("proadmin eval show {next}")))
}

/// What follows a closed round does not come before it.
///
/// # Errors
/// It is not closed, or was not yet that day.
pub fn after_closing(code: &str, closed_on: Option<NaiveDate>, on: NaiveDate) -> Result<(), Refusal> {
    super::is_closed(code, closed_on.is_some())?;
    match closed_on {
        Some(closed) if on < closed => Err(BEFORE_IT_CLOSED.with("code", code).with("on", on).with("closed", closed)),
        _ => Ok(()),
    }
}

/// A member of the deciding body as recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendance {
    /// The member as may be shown: a code, or the name masked.
    pub member: String,
    /// What tells the member from others.
    pub key: String,
    /// Whether there.
    pub present: bool,
}

/// A body decides on a round once, somebody is there, and nobody is named twice.
///
/// # Errors
/// One of these is not so.
pub fn decides(code: &str, before: Option<(&str, NaiveDate)>, members: &[Attendance]) -> Result<(), Refusal> {
    if let Some((body, on)) = before {
        let refusal = DECIDED.with("code", code).with("body", body).with("on", on);
        return Err(refusal.way_out(format!("proadmin eval void {code} --adoption --reason TEXT")));
    }
    let twice = members.iter().enumerate().find(|(at, member)| members[..*at].iter().any(|other| other.key == member.key));
    match twice {
        Some((_, member)) => Err(MEMBER_TWICE.with("member", &member.member)),
        None if !members.iter().any(|member| member.present) => Err(NOBODY_THERE.met()),
        None => Ok(()),
    }
}

/// Only who was there can have been recused.
///
/// # Errors
/// The member was not.
pub fn recused(member: &str, present: bool) -> Result<(), Refusal> {
    if present { Ok(()) } else { Err(NOT_PRESENT.with("member", member)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn results(ranks: &[i64]) -> Vec<Standing> {
        let result = |(at, rank): (usize, &i64)| Standing {
            entry: format!("E{}", at + 1),
            rank: (*rank > 0).then_some(*rank),
            total: Some(10_000 - 100 * rank),
        };
        ranks.iter().enumerate().map(result).collect()
    }

    #[test]
    fn a_tie_across_the_cut_is_never_cut_silently() {
        for (ranks, keep, tied, expected) in [
            (&[1, 2, 3][..], Some(2), "", Ok("E1 E2")),
            (&[1, 2, 3][..], None, "", Ok("E1 E2 E3")),
            (&[1, 2, 3][..], Some(9), "", Ok("E1 E2 E3")),
            (&[1, 2, 0][..], None, "", Ok("E1 E2")),
            (&[1, 2, 2, 4][..], Some(3), "", Ok("E1 E2 E3")),
            (&[1, 2, 2, 4][..], Some(2), "", Err("E0660")),
            (&[1, 2, 2, 4][..], Some(2), "E3", Ok("E1 E3")),
            (&[1, 2, 2, 4][..], Some(2), "E2,E3", Err("E0660")),
            (&[1, 2, 2, 4][..], Some(2), "E4", Err("E0661")),
            (&[1, 2, 2, 4][..], Some(3), "E3", Err("E0661")),
            (&[1, 1, 1][..], Some(1), "", Err("E0660")),
            (&[1, 1, 1][..], Some(1), "E2", Ok("E2")),
            (&[0, 0][..], Some(1), "", Err("E0665")),
        ] {
            let tied: Vec<String> = tied.split(',').filter(|entry| !entry.is_empty()).map(str::to_owned).collect();
            let found = through(&results(ranks), Cut { code: "EV-2024-01", keep, tied: &tied, has_reason: true });
            let found = found.map(|kept| kept.into_iter().map(|result| result.entry).collect::<Vec<_>>().join(" "));
            assert_eq!(found.map_err(|refusal| refusal.rule.code), expected.map(str::to_owned), "{ranks:?} {keep:?} {tied:?}");
        }
        let unexplained = Cut { code: "EV-2024-01", keep: Some(2), tied: &["E3".to_owned()], has_reason: false };
        assert_eq!(through(&results(&[1, 2, 2]), unexplained).err().map(|refusal| refusal.rule.code), Some("E0662"));
        let below = [Standing { entry: "E1".to_owned(), rank: Some(1), total: Some(-1) }];
        let all = Cut { code: "EV-2024-01", keep: None, tied: &[], has_reason: false };
        assert_eq!(through(&below, all).err().map(|refusal| refusal.rule.code), Some("E0666"));
    }

    #[test]
    fn what_follows_a_round_comes_after_it_was_closed() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap_or_default();
        let closed = Some(day("2024-06-10"));
        for (closed_on, next, on, refused) in [
            (closed, None, "2024-06-10", ""),
            (closed, None, "2024-06-09", "E0664"),
            (None, None, "2024-06-10", "E0617"),
            (closed, Some("EV-2024-02"), "2024-06-10", "E0663"),
        ] {
            let judged = goes_on("EV-2024-01", closed_on, next, day(on));
            assert_eq!(judged.err().map_or("", |refusal| refusal.rule.code), refused, "{closed_on:?} {next:?} {on}");
        }
    }

    #[test]
    fn a_body_decides_once_with_somebody_there() {
        let member = |key: &str, present| Attendance { member: key.to_owned(), key: key.to_owned(), present };
        for (before, members, refused) in [
            (None, vec![member("a", true), member("b", false)], ""),
            (None, vec![member("a", true), member("a", false)], "E0669"),
            (None, vec![member("a", false)], "E0668"),
            (None, vec![], "E0668"),
            (Some(("인사위원회", NaiveDate::default())), vec![member("a", true)], "E0667"),
        ] {
            let judged = decides("EV-2024-01", before, &members);
            assert_eq!(judged.err().map_or("", |refusal| refusal.rule.code), refused, "{members:?}");
        }
        assert_eq!((recused("a", true).is_ok(), recused("a", false).is_ok()), (true, false));
    }
}
