//! `today`: what needs someone now, the most urgent first. The view `needs_attention` says
//! what that is, so that a query and an earlier day answer the same.

use std::collections::HashMap;

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use clap::Args;
use rusqlite::types::Value;

use crate::db::Db;
use crate::office::store as office;
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::{Obey, Session};
use crate::words::{Term, Text, term, text};

/// Korean for its arguments.
pub const KOREAN: &[(&str, &str)] = &[("staff", "이 직원이 맡은 것만(번호 또는 이름)")];
/// What something is.
const KINDS: &[Term] = &[
    term("consult", "사전컨설팅", "pre-consulting"),
    term("passive", "소극행정 신고", "passive-administration report"),
    term("task", "중점과제", "key task"),
    term("milestone", "추진일정", "milestone"),
    term("snapshot", "월별 현황", "month"),
    term("training", "교육", "training"),
    term("plan", "실행계획", "plan"),
    term("case", "대외 사례", "case"),
    term("nominate", "추천", "nomination"),
    term("incentive", "참여점수", "incentive"),
    term("legal", "법률지원", "legal support"),
    term("exemption", "면책", "exemption"),
    term("eval", "평가", "evaluation"),
    term("reward", "우대", "reward"),
];
/// Why it needs someone.
const WHATS: &[Term] = &[
    term("overdue", "기한 지남", "overdue"),
    term("due_soon", "기한 임박", "due soon"),
    term("delayed", "지연", "delayed"),
    term("paused_long", "보완 14일 넘음", "supplement awaited 14+ days"),
    term("progress_missing", "지난달 보고 없음", "no report last month"),
    term("not_frozen", "확정하지 않은 달", "not frozen"),
    term("follow_up_missing", "이행결과 30일 넘음", "no follow-up in 30 days"),
    term("training_owed", "이달 정기교육", "training owed this month"),
    term("plan_not_adopted", "실행계획 의결 없음", "plan not adopted"),
    term("approval_missing", "승인 대기", "not approved"),
    term("unpublished", "공개 대기", "not published"),
    term("undecided", "추천 결정 30일 넘음", "undecided for 30+ days"),
    term("event_gone", "승인한 점수의 근거 없음", "points approved, record gone"),
    term("points_undecided", "지난달까지의 점수 미승인", "points awaiting approval"),
    term("repay_owed", "환수할 것", "to be paid back"),
    term("lesson_unlinked", "시사점 반영 없음", "lesson not taken up"),
    term("choice_owed", "우대 선택 30일 넘음", "no choice in 30 days"),
    term("grant_owed", "우대 부여 30일 넘음", "no grant in 30 days"),
];
const COLUMNS: &[Column] = &[
    column("kind", "종류", "kind", Holds::Term(KINDS)).minor(2),
    column("code", "번호", "code", Holds::Code),
    column("title", "건명", "title", Holds::Text),
    column("department", "부서", "department", Holds::Text).minor(3),
    column("due", "기한", "due", Holds::Date).minor(1),
    column("days_left", "남은 일수", "days left", Holds::Integer),
    column("what", "챙길 일", "what", Holds::Term(WHATS)),
];
const TITLE: Text = text("{day} 챙길 일", "What needs you on {day}");
const OVERDUE: Text = text("기한이 지난 것 {count}건", "{count} overdue");

/// The records a person answers for: a milestone there is told behind its task's code, and who is
/// nominated has nothing to do about it.
const THEIRS: &str = "code IN (SELECT substr(r.code, 1, instr(r.code || ':', ':') - 1) FROM responsibility r
    WHERE r.staff_id = ?2 AND r.role <> 'nominee')";

/// What needs someone now.
#[derive(Args, Debug)]
pub struct Today {
    /// Department, code or name
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// Only what this person answers for (code or name)
    #[arg(long, value_name = "STAFF")]
    staff: Option<String>,
}

impl Obey for Today {
    fn obey(self, session: &Session) -> Result<Report> {
        let db = session.db()?;
        let department = self.dept.as_deref().map(|typed| office::department_typed(db, typed)).transpose()?;
        let department_id = department.map(|department| department.id);
        let staff_id = self.staff.as_deref().map(|typed| office::person_typed(db, typed)).transpose()?.map(|person| person.id);
        let day = session.reading_day();
        let needs = needs(db, department_id, staff_id)?;
        let overdue = needs.iter().filter(|need| need.is_overdue).count();
        let commands = ways_on(&needs, day);
        let rows = needs.into_iter().map(|need| need.cells).collect();
        let mut report = Report::list("today list", TITLE.with("day", day), Table::held(COLUMNS.to_vec(), rows));
        report.attention = overdue > 0;
        let report = if overdue > 0 { report.note(OVERDUE.with("count", overdue)) } else { report };
        Ok(report.hints(commands.into_iter().map(next)))
    }
}

/// A line: what is shown of it, and what says what to do next.
struct Need {
    cells: Vec<Value>,
    kind: String,
    what: String,
    code: String,
    seq: Option<i64>,
    is_overdue: bool,
    /// Of a nomination: whether it came in time, and whether its nominator is known.
    standing: Option<(String, String)>,
}

/// The lines, the most urgent first. They are asked for once: they look at everything there is.
fn needs(db: &Db, department_id: Option<i64>, staff_id: Option<i64>) -> Result<Vec<Need>> {
    let shown: Vec<&str> = COLUMNS.iter().map(|column| column.key.as_ref()).collect();
    let theirs = if staff_id.is_some() { THEIRS } else { "?2 IS NULL" };
    let sql = format!(
        "SELECT {}, overdue, seq FROM needs_attention WHERE (?1 IS NULL OR department_id = ?1) AND {theirs}
          ORDER BY overdue DESC, days_left NULLS LAST, kind, code, what, title",
        shown.join(", ")
    );
    let mut needs = db.rows(&sql, (department_id, staff_id), |row| {
        let (kind, what, code) = (row.get("kind")?, row.get("what")?, row.get("code")?);
        let cells = (0..COLUMNS.len()).map(|at| row.get(at)).collect::<rusqlite::Result<_>>()?;
        Ok(Need { cells, kind, what, code, seq: row.get("seq")?, is_overdue: row.get("overdue")?, standing: None })
    })?;
    if needs.iter().any(|need| need.kind == "nominate") {
        let sql = "SELECT code, timing, check_state FROM nomination_status WHERE state = 'received'";
        let standings: HashMap<String, (String, String)> =
            db.rows(sql, (), |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?.into_iter().collect();
        for need in &mut needs {
            need.standing = standings.get(&need.code).cloned();
        }
    }
    Ok(needs)
}

/// The next command for each kind of line, told of its first: one a kind and verb.
fn ways_on(needs: &[Need], today: NaiveDate) -> Vec<String> {
    let mut told: Vec<(&str, String)> = Vec::new();
    let mut commands: Vec<String> = Vec::new();
    for need in needs {
        let command = need.way_on(today);
        let sort = (need.kind.as_str(), command.split(&need.code).next().unwrap_or_default().to_owned());
        if !told.contains(&sort) {
            told.push(sort);
            commands.push(command);
        }
    }
    commands
}

impl Need {
    fn way_on(&self, today: NaiveDate) -> String {
        let code = &self.code;
        match (self.kind.as_str(), self.what.as_str()) {
            (kind, "paused_long") => format!("proadmin {kind} resume {code} --on DATE"),
            ("consult", "follow_up_missing") => format!(
                "proadmin consult follow-up {code} --same-matter yes/no --info-sufficient yes/no --no-private-interest yes/no --followed-opinion yes/no"
            ),
            ("milestone", _) => format!("proadmin milestone done {code} {} --on DATE", self.seq.unwrap_or_default()),
            ("task", "progress_missing") => {
                let last_month = today.with_day(1).and_then(|first| first.pred_opt()).unwrap_or(today);
                format!("proadmin progress log {code} --percent N --on {last_month}")
            }
            ("snapshot", _) => format!("proadmin snapshot take {code}"),
            // A month in which one is owed, or the session that was planned for it.
            ("training", _) if !code.starts_with("TR") => format!("proadmin training add TITLE --on DATE --for {code}"),
            ("training", _) => format!("proadmin training hold {code} --on DATE"),
            ("plan", "plan_not_adopted") => format!("proadmin plan adopt {code} --body BODY --on DATE"),
            ("plan", _) => format!("proadmin plan done {code} --result TEXT --on DATE"),
            ("case", "approval_missing") => format!("proadmin case approve {code} --actor …"),
            ("case", _) => format!("proadmin case publish {code} --confirm={code}"),
            ("nominate", _) => format!("proadmin nominate {}", self.decision()),
            ("incentive", "points_undecided") => format!("proadmin incentive approve --month {code}"),
            ("incentive", _) => format!("proadmin incentive void {code} --reason …"),
            ("legal", _) => format!("proadmin legal repay {code} --amount WON"),
            ("exemption", _) => format!("proadmin exemption file {code}"),
            ("eval", _) => format!("proadmin eval show {code}"),
            ("reward", _) => format!("proadmin reward show {code}"),
            _ => format!("proadmin due explain {code}"),
        }
    }

    /// What a nomination lets be decided: one out of time is rejected, one by an unknown
    /// nominator is checked first.
    fn decision(&self) -> String {
        let code = &self.code;
        match self.standing.as_ref().map(|(timing, checked)| (timing.as_str(), checked.as_str())) {
            Some((timing @ ("late" | "outside_period"), _)) => format!("reject {code} --ground {timing}"),
            Some((_, "needed")) => format!("verify {code} --result confirmed"),
            _ => format!("accept {code}"),
        }
    }
}
