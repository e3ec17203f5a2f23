//! The verbs of staff.

use std::path::PathBuf;

use anyhow::Result;
use chrono::NaiveDate;
use clap::{Args, Subcommand};

use crate::clear::Clear;
use crate::office::{STAFF, import as office_import, rules, store};
use crate::register::Filter;
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::{Change, Obey, Session};
use crate::typed;
use crate::words::{Sentence, Text, text};

const ADDED: Text = text("{code} {name}({department}): 직원으로 등록했습니다", "{code} {name} ({department}): added");
const EDITED: Text = text("{code} {name}: 고쳤습니다", "{code} {name}: edited");
const MOVED: Text = text("{code} {name}: {department:으로/로} 옮겼습니다({on})", "{code} {name}: moved to {department} on {on}");
const LEFT: Text = text("{code} {name}: 퇴직·전출({on})", "{code} {name}: left on {on}");
const SAME_NAME: Text = text(
    "주의: {department}에 같은 이름의 직원 {other} {name:이/가} 이미 있습니다. 잘못 등록했다면 proadmin undo",
    "note: {department} has {other} {name} already, of the same name; if this is a mistake, proadmin undo",
);
const VOIDED: Text = text("{code} {name}: 무효로 했습니다", "{code} {name}: voided");
const MOVES: Text = text("전보", "Moves");
const MOVE_COLUMNS: &[Column] =
    &[column("moved_on", "옮긴 날", "moved", Holds::Date), column("department", "부서", "department", Holds::Text)];

/// Staff.
#[derive(Debug, Subcommand)]
pub enum Staff {
    /// Register a member of staff
    Add(Add),
    /// List staff
    List(List),
    /// Show one member of staff
    Show(Show),
    /// Correct a member of staff
    Edit(Edit),
    /// Move to another department
    Move(Move),
    /// Record that someone left
    Leave(Leave),
    /// Void someone registered by mistake
    Void(Void),
    /// Import staff from a file
    Import(Import),
}

impl Obey for Staff {
    fn obey(self, session: &Session) -> Result<Report> {
        match self {
            Self::Add(args) => add(session, &args),
            Self::List(args) => list(session, &args),
            Self::Show(args) => show(session, &args),
            Self::Edit(args) => edit(session, &args),
            Self::Move(args) => transfer(session, &args),
            Self::Leave(args) => leave(session, &args),
            Self::Void(args) => void(session, &args),
            Self::Import(args) => office_import::staff(session, &args.file, args.new),
        }
    }
}

#[derive(Args, Debug)]
pub struct Add {
    /// Name
    #[arg(value_parser = typed::title)]
    name: String,
    /// Department, code or name
    #[arg(long, value_name = "DEPT")]
    dept: String,
    /// Grade, 1 to 9
    #[arg(long, value_parser = typed::grade)]
    grade: Option<i64>,
    /// First day [default: before the file begins]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    since_on: Option<NaiveDate>,
}

fn add(session: &Session, args: &Add) -> Result<Report> {
    let since = session.event_day(args.since_on.or_else(|| Some(super::from_the_beginning())))?;
    let change = session.change("staff add")?;
    // Without a first day the person is there now, though also for all that was before.
    let department = store::department_on(&change, &args.dept, args.since_on.unwrap_or(session.today))?;
    same_name(&change, &args.name, (department.id, &department.name), None)?;
    let code = store::insert_person(&change, &args.name, department.id, args.grade, since, None)?;
    let done = ADDED.with("code", &code).with("name", &args.name).with("department", department.name);
    let always = super::always(&change, "staff", &code, args.since_on)?;
    Ok(change.record(&STAFF, &[&code], done)?.hints(always))
}

/// Remarks that someone else of the department has the name.
fn same_name(change: &Change, name: &str, (department_id, department): (i64, &str), own: Option<i64>) -> Result<()> {
    if let Some((other, name)) = store::same_person(change, name, department_id, own)? {
        change.remark(SAME_NAME.with("other", other).with("name", name).with("department", department));
    }
    Ok(())
}

#[derive(Args, Debug)]
pub struct List {
    /// Department, code or name
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// Void ones too
    #[arg(long)]
    all: bool,
}

fn list(session: &Session, args: &List) -> Result<Report> {
    let db = session.db()?;
    let department = args.dept.as_deref().map(|typed| store::department_typed(db, typed)).transpose()?;
    let filter =
        Filter::default().when("department_id = ?", department.map(|department| department.id)).only_if(!args.all, STAFF.unless_asked);
    Ok(STAFF.list(filter))
}

#[derive(Args, Debug)]
pub struct Show {
    /// Code or name
    code: String,
}

fn show(session: &Session, args: &Show) -> Result<Report> {
    let db = session.db()?;
    let code = store::person_shown(db, &args.code)?;
    let moves = Table::held(MOVE_COLUMNS.to_vec(), store::moves(db, &code)?);
    Ok(STAFF.show(db, &code)?.part("moves", MOVES, moves))
}

#[derive(Args, Debug)]
pub struct Edit {
    /// Code or name
    code: String,
    /// Name
    #[arg(long, value_parser = typed::title)]
    name: Option<String>,
    /// Grade, 1 to 9
    #[arg(long, value_parser = typed::grade)]
    grade: Option<i64>,
    /// First day
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    since_on: Option<NaiveDate>,
    /// Last day of one who left
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    left_on: Option<NaiveDate>,
    #[command(flatten)]
    clear: Clear,
    /// Only if this is still its rev
    #[arg(long, value_name = "REV")]
    if_rev: Option<String>,
}

fn edit(session: &Session, args: &Edit) -> Result<Report> {
    let come = |day: Option<NaiveDate>| day.map(|day| session.event_day(Some(day))).transpose();
    let (since, left) = (come(args.since_on)?, come(args.left_on)?);
    let change = session.change("staff edit")?;
    let person = store::person_typed(&change, &args.code)?;
    STAFF.unchanged(&change, &person.code, args.if_rev.as_deref())?;
    rules::stay(&person, &store::moved_on(&change, person.id)?, since, left)?;
    let mut values = Vec::new();
    values.extend(args.name.clone().map(|name| ("name", name.into())));
    values.extend(args.grade.map(|grade| ("grade", grade.into())));
    values.extend(since.map(|since| ("since_on", since.to_string().into())));
    values.extend(left.map(|left| ("left_on", left.to_string().into())));
    values.extend(args.clear.columns(&[("grade", "grade")], &values)?);
    change.update("staff", person.id, &values)?;
    store::presence_holds(&change, &person.code)?;
    let done = EDITED.with("code", &person.code).with("name", args.name.as_ref().unwrap_or(&person.name));
    change.record(&STAFF, &[&person.code], done)
}

#[derive(Args, Debug)]
pub struct Move {
    /// Code or name
    code: String,
    /// Department, code or name
    #[arg(long, value_name = "DEPT")]
    to: String,
    /// Day of the move [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

fn transfer(session: &Session, args: &Move) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let change = session.change("staff move")?;
    let person = store::person_typed(&change, &args.code)?;
    let to = store::department_on(&change, &args.to, on)?;
    rules::transfer(&person.code, &person, to.id, on)?;
    same_name(&change, &person.name, (to.id, &to.name), Some(person.id))?;
    store::transfer(&change, person.id, to.id, on)?;
    let done = MOVED.with("code", &person.code).with("name", &person.name).with("department", to.name).with("on", on);
    let leaves_work = store::answers_for_something(&change, person.id)?;
    Ok(change.record(&STAFF, &[&person.code], done)?.hints(leaves_work.then(|| handed_over(&person.code))))
}

/// What someone who goes leaves behind is shown, and handed over, by one verb.
fn handed_over(code: &str) -> Sentence {
    next(format!("proadmin handover {code}"))
}

#[derive(Args, Debug)]
pub struct Leave {
    /// Code or name
    code: String,
    /// Last day [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: Option<String>,
}

fn leave(session: &Session, args: &Leave) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let change = session.change("staff leave")?;
    let person = store::person_typed(&change, &args.code)?;
    rules::leave(&person, on)?;
    let mut values = vec![("left_on", on.to_string().into())];
    values.extend(args.reason.clone().map(|reason| ("left_reason", reason.into())));
    change.update("staff", person.id, &values)?;
    store::presence_holds(&change, &person.code)?;
    let done = LEFT.with("code", &person.code).with("name", &person.name).with("on", on);
    let leaves_work = store::answers_for_something(&change, person.id)?;
    Ok(change.record(&STAFF, &[&person.code], done)?.hints(leaves_work.then(|| handed_over(&person.code))))
}

#[derive(Args, Debug)]
pub struct Void {
    /// Code or name
    code: String,
    /// Why
    #[arg(long, value_name = "TEXT", value_parser = typed::long_text)]
    reason: String,
}

fn void(session: &Session, args: &Void) -> Result<Report> {
    let change = session.change("staff void")?;
    let person = store::person_typed(&change, &args.code)?;
    rules::void(&person.code, store::used_by(session, &change, "staff", person.id)?.as_deref())?;
    change.update("staff", person.id, &[("void_reason", args.reason.clone().into())])?;
    let done = VOIDED.with("code", &person.code).with("name", &person.name);
    change.record(&STAFF, &[&person.code], done)
}

#[derive(Args, Debug)]
pub struct Import {
    /// File with the columns code, name, department, grade, since_on
    file: PathBuf,
    /// Register again what is there already
    #[arg(long)]
    new: bool,
}
