//! The verbs of frozen months.

use anyhow::Result;
use clap::{Args, Subcommand};
use rusqlite::types::Value;

use super::rules::{Difference, differences};
use super::store::Row;
use super::{FIELDS, FROZEN, SNAPSHOTS, rules, store, words};
use crate::db::Db;
use crate::progress;
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::register::Filter;
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::{Obey, Session};
use crate::task::STATES;
use crate::typed::{self, Expected, Month};
use crate::words::{Arg, Sentence, Term, label_of, term, text};

static DIFFERS: Rule = rule(
    Kind::Rule,
    "E0474",
    "{month} 월별 현황({revision}차)이 지금의 기록과 {count}곳 다릅니다. 기록한 것은 없습니다",
    "{month} (revision {revision}) differs from the facts now (differences: {count}); nothing was recorded",
);
static TWO_REVISIONS: Rule = rule(
    Kind::Usage,
    "E0475",
    "차수를 {one}차와 {other}차로 다르게 적었습니다. 하나만 적으십시오",
    "two revisions were asked for, {one} and {other}; name one",
);
const SIDE: Expected = Expected(text(
    "달이나 달:차수가 필요합니다(예: 2024-05, 2024-05:1)",
    "a month or month:revision is needed, such as 2024-05 or 2024-05:1",
));
/// So many differences stand in a refusal; `snapshot diff` shows all.
const SHOWN: usize = 20;

/// What a compared cell may hold: a state, yes or no, or what it is.
const VALUES: &[Term] = &[
    STATES[1],
    STATES[2],
    STATES[3],
    STATES[4],
    STATES[5],
    STATES[6],
    STATES[7],
    term("true", "예", "yes"),
    term("false", "아니오", "no"),
];
const DIFFERENCES: &[Column] = &[
    column("code", "번호", "code", Holds::Code),
    column("title", "과제명", "title", Holds::Text).minor(1),
    column("column", "열", "column", Holds::Term(FIELDS)),
    column("before", "앞", "before", Holds::Term(VALUES)),
    column("after", "뒤", "after", Holds::Term(VALUES)),
];

/// Frozen months.
#[derive(Debug, Subcommand)]
pub enum Snapshot {
    /// Freeze a month as of its last day
    Take(Take),
    /// List frozen months
    List(List),
    /// Show a frozen month
    Show(Show),
    /// Compare two months, or two revisions of one
    Diff(Diff),
    /// Check frozen months against the hashes they were frozen under
    Verify(List),
}

impl Obey for Snapshot {
    fn obey(self, session: &Session) -> Result<Report> {
        match self {
            Self::Take(args) => take(session, &args),
            Self::List(args) => list(session, &args),
            Self::Show(args) => show(session, &args),
            Self::Diff(args) => diff(session, &args),
            Self::Verify(args) => verify(session, &args),
        }
    }
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Take {
    /// Month
    #[arg(value_name = "YYYY-MM", value_parser = typed::month, required_unless_present = "last", conflicts_with = "last")]
    month: Option<Month>,
    /// The month before this one, for scheduled runs
    #[arg(long)]
    last: bool,
    /// Where the facts have changed, freeze them as a further revision
    #[arg(long, requires = "reason")]
    revise: bool,
    /// Why it is revised
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: Option<String>,
}

/// Freezes a month.
fn take(session: &Session, args: &Take) -> Result<Report> {
    let month = args.month.unwrap_or_else(|| Month::of(session.today).before());
    rules::is_over(month, session.today).map_err(|refusal| refusal.way_out(format!("proadmin report monthly {month}")))?;
    let change = session.change("snapshot take")?;
    // The write lock is held, so nobody changes the facts between their reading, through the
    // shadow of the month's last day, and their recording.
    let then = session.as_of(month.last_day())?;
    let rows = store::by_the_facts(&then)?;
    let unreported = progress::store::missing(&then, month, None)?.len();
    let said = |text: crate::words::Text| text.with("month", month.to_string()).with("count", rows.len()).with("last", month.last_day());
    let (revision, done) = match store::taken(&change, month, None)? {
        None => {
            store::insert(&change, month, 1, None, &rows)?;
            (1, said(words::TAKEN))
        }
        Some(taken) if taken.hash == store::hash(month, &rows) => (taken.revision, said(words::TAKEN)),
        Some(taken) => {
            let found = differences(&store::frozen(&change, month, taken.revision)?, &rows);
            if !args.revise {
                return Err(differs(month, taken.revision, &found).into());
            }
            let revision = taken.revision + 1;
            store::insert(&change, month, revision, args.reason.as_deref(), &rows)?;
            (revision, said(words::REVISED).with("revision", revision).with("differences", found.len()))
        }
    };
    let mut report = change.record(&FROZEN, &[&format!("{month}:{revision}")], done)?;
    if unreported > 0 {
        report = report.hint(words::UNREPORTED.with("month", month.to_string()).with("count", unreported));
    }
    Ok(report.hint(next(format!("proadmin report monthly {month}"))))
}

fn differs(month: Month, revision: i64, found: &[Difference<Value>]) -> Refusal {
    let refusal = DIFFERS.with("month", month.to_string()).with("revision", revision).with("count", found.len());
    let refusal = found.iter().take(SHOWN).fold(refusal, |refusal, difference| {
        let place = words::WHERE.with("code", &difference.code).with("field", FIELDS[difference.field].label);
        let change = words::FROM_TO
            .with("before", cell(difference, difference.before.as_ref()))
            .with("after", cell(difference, difference.after.as_ref()));
        refusal.seen_at(place, change)
    });
    let refusal =
        refusal.way_out(format!("proadmin snapshot diff {month}")).way_out(format!("proadmin snapshot take {month} --revise --reason …"));
    if found.len() > SHOWN { refusal.way_out(words::MORE.with("count", found.len() - SHOWN)) } else { refusal }
}

/// A cell as a person reads it within a sentence.
fn cell(difference: &Difference<Value>, value: Option<&Value>) -> Arg {
    match (FIELDS[difference.field].code, value) {
        ("state", Some(Value::Text(state))) => label_of(VALUES, state).into(),
        ("delayed", Some(Value::Integer(late))) => label_of(VALUES, if *late == 0 { "false" } else { "true" }).into(),
        ("percent", Some(Value::Integer(percent))) => format!("{percent}%").into(),
        (_, Some(Value::Integer(number))) => (*number).into(),
        (_, Some(Value::Text(text))) => text.into(),
        _ => words::NOTHING.into(),
    }
}

/// Arguments.
#[derive(Args, Debug)]
pub struct List {
    /// Year
    #[arg(long, value_parser = typed::year)]
    year: Option<i32>,
    /// Only this month's
    #[arg(long, value_name = "YYYY-MM", value_parser = typed::month)]
    month: Option<Month>,
}

const VERIFIED: &[Column] = &[
    column("month", "월", "month", Holds::Code),
    column("revision", "차수", "revision", Holds::Integer),
    column("taken_on", "확정일", "frozen", Holds::Date),
    column("verified", "일치", "as frozen", Holds::Flag),
    column("hash", "해시", "hash", Holds::Code).minor(3),
];

/// Checks every revision of frozen months against its hash.
fn verify(session: &Session, args: &List) -> Result<Report> {
    let db = session.db()?;
    let mut rows = Vec::new();
    let mut wrong = 0;
    for (month, revision) in store::revisions(db, args.year, args.month)? {
        let taken = store::revision(db, month, Some(revision))?;
        let is_sound = store::hash(month, &store::frozen(db, month, revision)?) == taken.hash;
        wrong += usize::from(!is_sound);
        rows.push(vec![
            month.to_string().into(),
            revision.into(),
            taken.taken_on.to_string().into(),
            i64::from(is_sound).into(),
            taken.hash.into(),
        ]);
    }
    let mut report = Report::list("snapshot verify", words::VERIFY.say(), Table::held(VERIFIED.to_vec(), rows));
    report.damaged = wrong > 0;
    Ok(if wrong > 0 { report.note(words::NOT_AS_FROZEN.with("count", wrong)).hint(next("proadmin verify")) } else { report })
}

/// Lists frozen months.
fn list(session: &Session, args: &List) -> Result<Report> {
    session.db()?;
    let filter = Filter::default()
        .when("month LIKE ?", args.year.map(|year| format!("{year}-%")))
        .when("month = ?", args.month.map(|month| month.to_string()));
    Ok(SNAPSHOTS.list(filter))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Show {
    /// Month, or month:revision
    #[arg(value_name = "YYYY-MM", value_parser = side)]
    month: (Month, Option<i64>),
    /// Revision [default: the latest]
    #[arg(long, value_name = "N")]
    revision: Option<i64>,
}

/// Shows a frozen month.
fn show(session: &Session, args: &Show) -> Result<Report> {
    let db = session.db()?;
    let (month, of_month) = args.month;
    if let (Some(one), Some(other)) = (of_month, args.revision)
        && one != other
    {
        return Err(TWO_REVISIONS.with("one", one).with("other", other).into());
    }
    let taken = store::revision(db, month, of_month.or(args.revision))?;
    let revision = taken.revision;
    let filter = Filter::default().when("month = ?", Some(month.to_string())).when("revision = ?", Some(revision));
    let title = words::SHOWN.with("month", month.to_string()).with("revision", revision);
    let mut report = FROZEN.list_named(filter, title, FROZEN.columns);
    report.name = "snapshot show".into();
    let latest = store::taken(db, month, None)?.map_or(revision, |taken| taken.revision);
    let report = super::sealed(db, month, &taken, report)?;
    Ok(if latest == revision { report } else { report.note(words::SUPERSEDED.with("latest", latest)) })
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Diff {
    /// Month, or month:revision
    #[arg(value_name = "YYYY-MM", value_parser = side)]
    first: (Month, Option<i64>),
    /// Month, or month:revision, to compare with [default: the same month by the facts now]
    #[arg(value_name = "YYYY-MM", value_parser = side)]
    second: Option<(Month, Option<i64>)>,
}

/// `2024-05` or `2024-05:1`.
fn side(typed: &str) -> Result<(Month, Option<i64>), Expected> {
    let (month, revision) = typed.split_once(':').map_or((typed, None), |(month, revision)| (month, Some(revision)));
    let revision = revision.map(|revision| revision.parse().ok().filter(|number| *number > 0).ok_or(SIDE)).transpose()?;
    Ok((typed::month(month).map_err(|_| SIDE)?, revision))
}

/// Compares two months, or a month with the facts as they are now.
fn diff(session: &Session, args: &Diff) -> Result<Report> {
    let db = session.db()?;
    let (before, then) = as_frozen(db, args.first)?;
    let (after, now) = if let Some(side) = args.second {
        as_frozen(db, side)?
    } else {
        let month = args.first.0;
        let facts = session.as_of(month.last_day().min(session.reading_day()))?;
        (words::BY_THE_FACTS.with("month", month.to_string()), store::by_the_facts(&facts)?)
    };
    let found = differences(&then, &now);
    let rows = found.iter().map(row).collect();
    let title = words::DIFF.with("before", before).with("after", after);
    let mut report = Report::list("snapshot diff", title, Table::held(DIFFERENCES.to_vec(), rows));
    report.attention = !found.is_empty();
    Ok(report.note(if found.is_empty() { words::NO_DIFFERENCE.say() } else { words::COUNT.with("count", found.len()) }))
}

fn as_frozen(db: &Db, (month, asked): (Month, Option<i64>)) -> Result<(Sentence, Vec<Row>)> {
    let revision = store::revision(db, month, asked)?.revision;
    let said = words::SIDE.with("month", month.to_string()).with("revision", revision);
    Ok((said, store::frozen(db, month, revision)?))
}

fn row(difference: &Difference<Value>) -> Vec<Value> {
    let field = FIELDS[difference.field].code;
    let value = |value: Option<&Value>| match value {
        Some(Value::Integer(late)) if field == "delayed" => Value::Text((*late != 0).to_string()),
        other => other.cloned().unwrap_or(Value::Null),
    };
    let text = |text: &str| Value::Text(text.to_owned());
    vec![text(&difference.code), text(&difference.title), text(field), value(difference.before.as_ref()), value(difference.after.as_ref())]
}
