//! The verbs of departments.

use std::path::PathBuf;

use anyhow::Result;
use chrono::NaiveDate;
use clap::{Args, Subcommand};

use crate::office::{DEPARTMENTS, import as office_import, rules, store};
use crate::register::Filter;
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::{Change, Obey, Session};
use crate::typed;
use crate::words::{Term, Text, label_of, term, text};

const ADDED: Text = text("{code} {name}: 부서로 등록했습니다", "{code} {name}: added");
const EDITED: Text = text("{code} {name}: 고쳤습니다", "{code} {name}: edited");
const RENAMED: Text = text("{code} {old} → {name}: 이름을 바꾸었습니다({on})", "{code} {old} → {name}: renamed on {on}");
const MERGED: Text = text("{code} {name}: {into}에 통합했습니다({on})", "{code} {name}: merged into {into} on {on}");
const SAME_NAME: Text = text(
    "주의: 같은 이름의 부서 {other} {name:이/가} 이미 있습니다. 잘못 등록했다면 proadmin undo",
    "note: there is a department {other} of the same name {name}; if this is a mistake, proadmin undo",
);
const VOIDED: Text = text("{code} {name}: 무효로 했습니다", "{code} {name}: voided");
const LEFT_BEHIND: Text = text("{code}에 아직 남은 {what}: {count}", "{code} still has {what}: {count}");
const LEFT: &[Term] = &[
    term("staff", "직원", "staff"),
    term("task", "중점과제", "open key tasks"),
    term("consult", "사전컨설팅", "open requests for pre-consulting"),
    term("passive", "소극행정 신고", "open passive-administration reports"),
    term("action", "실행계획 과제", "open plan actions"),
];
const NAMES: Text = text("예전 이름", "Earlier names");
const NAME_COLUMNS: &[Column] = &[
    column("renamed_on", "바꾼 날", "renamed", Holds::Date),
    column("old_name", "예전 이름", "old name", Holds::Text),
    column("new_name", "새 이름", "new name", Holds::Text),
];

/// Departments.
#[derive(Debug, Subcommand)]
pub enum Department {
    /// Register a department
    Add(Add),
    /// List departments
    List(List),
    /// Show one department
    Show(Show),
    /// Correct a department
    Edit(Edit),
    /// Rename a department; the old name is kept
    Rename(Rename),
    /// Merge a department into another
    Merge(Merge),
    /// Void a department that was registered by mistake
    Void(Void),
    /// Import departments from a file
    Import(Import),
}

impl Obey for Department {
    fn obey(self, session: &Session) -> Result<Report> {
        match self {
            Self::Add(args) => add(session, &args),
            Self::List(args) => list(session, &args),
            Self::Show(args) => show(session, &args),
            Self::Edit(args) => edit(session, &args),
            Self::Rename(args) => rename(session, &args),
            Self::Merge(args) => merge(session, &args),
            Self::Void(args) => void(session, &args),
            Self::Import(args) => office_import::departments(session, &args.file, args.new),
        }
    }
}

#[derive(Args, Debug)]
pub struct Add {
    /// Name
    #[arg(value_parser = typed::title)]
    name: String,
    /// First day [default: before the file begins]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    since_on: Option<NaiveDate>,
}

fn add(session: &Session, args: &Add) -> Result<Report> {
    let since = session.event_day(args.since_on.or_else(|| Some(super::from_the_beginning())))?;
    let change = session.change("dept add")?;
    same_name(&change, &args.name, None)?;
    let code = store::insert_department(&change, &args.name, since, None)?;
    let done = ADDED.with("code", &code).with("name", &args.name);
    let always = super::always(&change, "dept", &code, args.since_on)?;
    let report = change.record(&DEPARTMENTS, &[&code], done)?.hints(always);
    Ok(report.hint(next(format!("proadmin staff add NAME --dept {code}"))))
}

/// Remarks that another department has the name. Names are not unique, but rarely meant twice.
fn same_name(change: &Change, name: &str, own: Option<i64>) -> Result<()> {
    if let Some((other, name)) = store::same_department(change, name, own)? {
        change.remark(SAME_NAME.with("other", other).with("name", name));
    }
    Ok(())
}

#[derive(Args, Debug)]
pub struct List {
    /// Void ones too
    #[arg(long)]
    all: bool,
}

fn list(session: &Session, args: &List) -> Result<Report> {
    session.db()?;
    Ok(DEPARTMENTS.list(Filter::default().only_if(!args.all, DEPARTMENTS.unless_asked)))
}

#[derive(Args, Debug)]
pub struct Show {
    /// Code or name
    code: String,
}

fn show(session: &Session, args: &Show) -> Result<Report> {
    let db = session.db()?;
    let code = store::department_shown(db, &args.code)?;
    let names = Table::held(NAME_COLUMNS.to_vec(), store::earlier_names(db, &code)?);
    Ok(DEPARTMENTS.show(db, &code)?.part("earlier_names", NAMES, names))
}

#[derive(Args, Debug)]
pub struct Edit {
    /// Code or name
    code: String,
    /// Name
    #[arg(long, value_parser = typed::title)]
    name: Option<String>,
    /// First day
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    since_on: Option<NaiveDate>,
    /// Only if this is still its rev
    #[arg(long, value_name = "REV")]
    if_rev: Option<String>,
}

fn edit(session: &Session, args: &Edit) -> Result<Report> {
    let since = args.since_on.map(|day| session.event_day(Some(day))).transpose()?;
    let change = session.change("dept edit")?;
    let department = store::department_typed(&change, &args.code)?;
    DEPARTMENTS.unchanged(&change, &department.code, args.if_rev.as_deref())?;
    if let Some(name) = &args.name {
        same_name(&change, name, Some(department.id))?;
    }
    let mut values = Vec::new();
    values.extend(args.name.clone().map(|name| ("name", name.into())));
    values.extend(since.map(|since| ("since_on", since.to_string().into())));
    change.update("department", department.id, &values)?;
    let done = EDITED.with("code", &department.code).with("name", args.name.as_ref().unwrap_or(&department.name));
    change.record(&DEPARTMENTS, &[&department.code], done)
}

#[derive(Args, Debug)]
pub struct Rename {
    /// Code or name
    code: String,
    /// New name
    #[arg(long, value_parser = typed::title)]
    name: String,
    /// Day of the renaming [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

fn rename(session: &Session, args: &Rename) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let change = session.change("dept rename")?;
    let department = store::department_on(&change, &args.code, on)?;
    rules::rename(&department, store::renamed_on(&change, department.id)?, &args.name, on)?;
    same_name(&change, &args.name, Some(department.id))?;
    store::rename(&change, &department, &args.name, on)?;
    let done = RENAMED.with("code", &department.code).with("old", &department.name).with("name", &args.name).with("on", on);
    change.record(&DEPARTMENTS, &[&department.code], done)
}

#[derive(Args, Debug)]
pub struct Merge {
    /// Code or name
    code: String,
    /// The department it is merged into, code or name
    #[arg(long, value_name = "DEPT")]
    into: String,
    /// Day of the merger [default: today]
    #[arg(long, value_name = "DATE", value_parser = typed::day)]
    on: Option<NaiveDate>,
}

fn merge(session: &Session, args: &Merge) -> Result<Report> {
    let on = session.event_day(args.on)?;
    let change = session.change("dept merge")?;
    let department = store::department_typed(&change, &args.code)?;
    let into = store::department_on(&change, &args.into, on)?;
    let took_in = store::took_in_on(&change, department.id)?;
    rules::merge(&department.code, &into.code, department.since_on, (department.merged_on, took_in), on)?;
    store::merge(&change, department.id, into.id, on)?;
    let done = MERGED.with("code", &department.code).with("name", &department.name).with("into", &into.name).with("on", on);
    let left = store::left_behind(&change, department.id)?;
    let report = change.record(&DEPARTMENTS, &[&department.code], done)?;
    Ok(left.into_iter().fold(report, |report, (what, count, first)| {
        let command = format!("proadmin {} {}", way_on(&what, &first), into.code);
        report.hint(LEFT_BEHIND.with("what", label_of(LEFT, &what)).with("count", count).with("code", &department.code)).hint(next(command))
    }))
}

/// The command that gives one of what is left to another department, but for its code.
fn way_on(what: &str, code: &str) -> String {
    match what {
        "staff" => format!("staff move {code} --to"),
        "action" => format!("plan edit {code} --dept"),
        what => format!("{what} edit {code} --dept"),
    }
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
    let change = session.change("dept void")?;
    let department = store::department_typed(&change, &args.code)?;
    rules::void(&department.code, store::used_by(session, &change, "department", department.id)?.as_deref())?;
    change.update("department", department.id, &[("void_reason", args.reason.clone().into())])?;
    let done = VOIDED.with("code", &department.code).with("name", &department.name);
    change.record(&DEPARTMENTS, &[&department.code], done)
}

#[derive(Args, Debug)]
pub struct Import {
    /// File with the columns code, name, since_on
    file: PathBuf,
    /// Register again what is there already
    #[arg(long)]
    new: bool,
}
