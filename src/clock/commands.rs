//! The verbs of counting rules: what an office's own regulation says, and from when.

use anyhow::Result;
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use rusqlite::types::Value;

use super::{COUNTING, STATES, UNITS, USES, rules, store, words};
use crate::calendar::rules::within_calendar;
use crate::db::Db;
use crate::register::Filter;
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::{Obey, Session};
use crate::typed;
use crate::words::label_of;

const USED: &[Column] = &[
    column("kind", "쓰는 곳", "for", Holds::Term(USES)),
    column("rule", "규칙", "rule", Holds::Code),
    column("since_on", "접수일 기준", "received from", Holds::Date),
    column("in_force", "시행", "in force", Holds::Flag),
    column("source", "근거", "source", Holds::Text).minor(1),
];

/// Counting rules of legal clocks.
#[derive(Debug, Subcommand)]
pub enum Clock {
    /// List counting rules, and what they are used for
    List(List),
    /// Show one rule
    Show(Show),
    /// Add a rule of the office's own regulation
    Add(Add),
    /// Choose the rule for what is received from a day on
    Use(Use),
    /// End a rule; what was received before is still counted by it
    End(End),
}

impl Obey for Clock {
    fn obey(self, session: &Session) -> Result<Report> {
        match self {
            Self::List(args) => list(session, &args),
            Self::Show(args) => show(session, &args),
            Self::Add(args) => add(session, &args),
            Self::Use(args) => choose(session, &args),
            Self::End(args) => end(session, &args),
        }
    }
}

/// Arguments.
#[derive(Args, Debug)]
pub struct List {
    /// Only in this state
    #[arg(long, value_parser = typed::OneOf(STATES))]
    state: Option<String>,
    /// Those that have ended too
    #[arg(long)]
    all: bool,
}

fn list(session: &Session, args: &List) -> Result<Report> {
    let db = session.db()?;
    let filter = Filter::default().when("state = ?", args.state.clone()).only_if(!args.all && args.state.is_none(), COUNTING.unless_asked);
    Ok(COUNTING.list(filter).part("uses", words::USED_FOR, uses(db)?))
}

fn uses(db: &Db) -> Result<Table> {
    Ok(Table::held(USED.to_vec(), db.cells(store::USED, ())?))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Show {
    /// Code of the rule
    code: String,
}

fn show(session: &Session, args: &Show) -> Result<Report> {
    COUNTING.show(session.db()?, &args.code.to_lowercase())
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Add {
    /// Code of the rule, as typed after --rule
    #[arg(value_parser = rules::code)]
    code: String,
    /// Its name
    #[arg(long, value_parser = typed::title)]
    name: String,
    /// How many counted days
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..=3650))]
    days: i64,
    /// What days are counted [default: as --like, else calendar]
    #[arg(long, value_parser = typed::OneOf(UNITS))]
    unit: Option<String>,
    /// Whether the day of receipt is the first day [default: as --like, else no]
    #[arg(long, value_name = "yes|no", value_parser = typed::flag)]
    first_day: Option<bool>,
    /// The longest extension in days [default: as --like, else the days themselves]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(0..=3650))]
    extension_max: Option<i64>,
    /// Whether a supplement stops the clock [default: as --like, else yes]
    #[arg(long, value_name = "yes|no", value_parser = typed::flag)]
    supplement_pauses: Option<bool>,
    /// How often a supplement may be asked [default: as --like, else no limit]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(0..=100))]
    supplement_max: Option<i64>,
    /// Whether a referral stops the clock [default: as --like, else no]
    #[arg(long, value_name = "yes|no", value_parser = typed::flag)]
    referral_pauses: Option<bool>,
    /// Rule that it is otherwise like
    #[arg(long, value_name = "RULE")]
    like: Option<String>,
    /// First day of receipt that it holds for [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    from: Option<NaiveDate>,
    /// Where it is written
    #[arg(long, value_parser = typed::title)]
    source: String,
}

impl Add {
    /// How it counts: as typed, else as the rule it is like.
    fn counting(&self, db: &Db) -> Result<store::Values> {
        let mut values = match &self.like {
            Some(like) => store::counting(db, store::find(db, like)?.id)?,
            None => vec![
                ("unit", UNITS[0].code.to_owned().into()),
                ("counts_first_day", 0.into()),
                ("extension_max", self.days.into()),
                ("supplement_pauses", 1.into()),
                ("supplement_max", Value::Null),
                ("referral_pauses", 0.into()),
            ],
        };
        let flag = |given: Option<bool>| given.map(|given| Value::from(i64::from(given)));
        let typed: [(&'static str, Option<Value>); 7] = [
            ("days", Some(self.days.into())),
            ("unit", self.unit.clone().map(Value::from)),
            ("counts_first_day", flag(self.first_day)),
            ("extension_max", self.extension_max.map(Value::from)),
            ("supplement_pauses", flag(self.supplement_pauses)),
            ("supplement_max", self.supplement_max.map(Value::from)),
            ("referral_pauses", flag(self.referral_pauses)),
        ];
        for (column, value) in typed {
            if let Some(value) = value {
                values.retain(|(known, _)| *known != column);
                values.push((column, value));
            }
        }
        Ok(values)
    }
}

fn add(session: &Session, args: &Add) -> Result<Report> {
    let from = within_calendar(session.event_day(args.from)?)?;
    let change = session.change("clock add")?;
    rules::is_new(&args.code, store::is_known(&change, &args.code)?)?;
    let mut values = args.counting(&change)?;
    values.push(("code", args.code.clone().into()));
    values.push(("name", args.name.clone().into()));
    values.push(("since_on", from.to_string().into()));
    values.push(("source", args.source.clone().into()));
    store::insert(&change, &values)?;
    let done = words::ADDED.with("rule", &args.code).with("name", &args.name).with("days", args.days).with("from", from);
    let report = change.record(&COUNTING, &[&args.code], done)?;
    Ok(report.hint(next(format!("proadmin clock use {} --for consult --from {from}", args.code))))
}

/// Arguments.
#[derive(Args, Debug)]
pub struct Use {
    /// Code of the rule
    code: String,
    /// What it is used for
    #[arg(long = "for", value_name = "KIND", value_parser = typed::OneOf(USES))]
    r#for: String,
    /// First day of receipt that it is used for [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    from: Option<NaiveDate>,
    /// Where that is written
    #[arg(long, value_parser = typed::title)]
    source: Option<String>,
}

fn choose(session: &Session, args: &Use) -> Result<Report> {
    let from = within_calendar(session.event_day(args.from)?)?;
    let change = session.change("clock use")?;
    let rule = store::find(&change, &args.code.to_lowercase())?;
    rule.holds_on(from)?;
    let values: store::Values = vec![
        ("kind", args.r#for.clone().into()),
        ("rule_id", rule.id.into()),
        ("since_on", from.to_string().into()),
        ("source", args.source.clone().into()),
    ];
    change.insert_row("clock_use", &values)?;
    let otherwise = store::otherwise(&change, &args.r#for, rule.id, from)?;
    let done = words::USING.with("rule", &rule.code).with("what", label_of(USES, &args.r#for)).with("from", from);
    let report = change.record(&COUNTING, &[&rule.code], done)?;
    Ok(match otherwise.first() {
        None => report,
        Some(first) => {
            let noun = if args.r#for == USES[0].code { "consult" } else { "passive" };
            let report = report.hint(words::OTHERWISE.with("codes", otherwise.join(", ")));
            report.hint(next(format!("proadmin {noun} edit {first} --rule {}", rule.code)))
        }
    })
}

/// Arguments.
#[derive(Args, Debug)]
pub struct End {
    /// Code of the rule
    code: String,
    /// First day of receipt that it no longer holds for [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

fn end(session: &Session, args: &End) -> Result<Report> {
    let on = within_calendar(session.event_day(args.on)?)?;
    let change = session.change("clock end")?;
    let rule = store::find(&change, &args.code.to_lowercase())?;
    let counted = store::counted_since(&change, rule.id, on)?;
    rule.may_end(on, counted.as_ref(), store::used_since(&change, rule.id, on)?)?;
    change.update("clock_rule", rule.id, &[("ended_on", on.to_string().into()), ("ended_reason", args.reason.clone().into())])?;
    change.record(&COUNTING, &[&rule.code], words::ENDED.with("rule", &rule.code).with("on", on))
}
