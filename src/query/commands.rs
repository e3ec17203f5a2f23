//! `query`: asks, saves, and tells what can be asked.

use std::time::Duration;

use anyhow::Result;
use clap::Args;

use super::documentation::{self, About};
use super::rules::{self, Given};
use super::{SAVED, store, words};
use crate::db::{self, Access, Guard, SCHEMA, Shadow};
use crate::fields::Vocabulary;
use crate::refusal::{Kind, Rule, rule};
use crate::register::Filter;
use crate::report::{Column, Kind as Holds, Report, Table, column, next};
use crate::session::{Obey, Session};
use crate::typed::is_near;
use crate::words::{Lang, Term, term, text};

static NO_QUERY: Rule = rule(Kind::NotFound, "E0716", "'{name}'{name:~으로/로} 저장한 질의가 없습니다", "there is no saved query '{name}'");
static NO_VIEW: Rule = rule(Kind::NotFound, "E0714", "'{name}'이라는 보기나 표가 없습니다", "there is no view or table '{name}'");

const KINDS: &[Term] = &[term("view", "보기", "view"), term("table", "표", "table")];
const ENGLISH: Column = column("english", "영어", "what it is", Holds::Text);
const KOREAN: Column = column("korean", "설명", "in Korean", Holds::Text);

/// A question in SQL.
#[derive(Args, Debug)]
pub struct Ask {
    /// SQL (SELECT, WITH, VALUES), or the name of a saved query; - reads it from stdin
    #[arg(value_name = "SQL|NAME", required_unless_present_any = ["views", "list"])]
    what: Option<String>,
    /// Keep it under this name
    #[arg(long, value_name = "NAME", value_parser = rules::name, requires = "what")]
    save: Option<String>,
    /// What it is for, when it is saved
    #[arg(long, value_name = "TEXT", value_parser = crate::typed::title, requires = "save")]
    about: Option<String>,
    /// A value for :name in the query; may be repeated
    #[arg(long, value_name = "NAME=VALUE", value_parser = rules::param)]
    param: Vec<(String, Given)>,
    /// Longest time in seconds, up to 60
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=60))]
    timeout: u64,
    /// Explain what can be asked about, or the columns of one view
    #[arg(long, value_name = "VIEW", num_args = 0..=1, default_missing_value = "", conflicts_with_all = ["what", "list"])]
    views: Option<String>,
    /// List the saved queries
    #[arg(long, conflicts_with = "what")]
    list: bool,
}

impl Obey for Ask {
    fn obey(self, session: &Session) -> Result<Report> {
        match (&self.what, self.views.as_deref()) {
            (_, Some("")) => views(session),
            (_, Some(view)) => view_columns(session, view),
            (Some(what), _) if self.save.is_some() => save(session, &self, what),
            (Some(what), _) => ask(session, &self, what),
            (None, None) => list(session),
        }
    }
}

fn guard(args: &Ask) -> Guard {
    Guard::within(Duration::from_secs(args.timeout))
}

fn read(session: &Session, what: &str) -> Result<String> {
    Ok(if what == "-" { std::io::read_to_string(session.stdin()?)? } else { what.to_owned() })
}

fn ask(session: &Session, args: &Ask, what: &str) -> Result<Report> {
    let named = rules::is_name(what);
    let typed = if named { saved(session, what)? } else { read(session, what)? };
    let sql = rules::statement(&typed);
    let db = session.guarded(guard(args), sql)?;
    let mut report = Report::list("query", words::NAMED.with("name", what), store::table(db, sql, &args.param)?);
    if !named {
        report.title = None;
    }
    Ok(report)
}

/// A saved query is a tool, not a fact of its day: it is found also as of an earlier one.
fn saved(session: &Session, name: &str) -> Result<String> {
    let db = db::open(session.path(), Access::Read, Shadow::default())?;
    match store::saved(&db, &crate::words::korean::composed(name))? {
        Some(sql) => Ok(sql),
        None => Err(NO_QUERY.with("name", name).way_out("proadmin query --list").into()),
    }
}

fn save(session: &Session, args: &Ask, what: &str) -> Result<Report> {
    let typed = read(session, what)?;
    let sql = rules::statement(&typed);
    let name = args.save.as_deref().unwrap_or_default();
    let db = session.guarded(guard(args), sql)?;
    store::checked(db, sql, None)?;
    let params: Vec<String> = store::wanted(db, sql)?.iter().map(|name| format!("--param {name}=…")).collect();
    let change = session.change("query save")?;
    store::save(&change, name, sql, args.about.as_deref())?;
    let report = change.record(&SAVED, &[name], words::KEPT.with("name", name))?;
    Ok(report.hint(next(std::iter::once(format!("proadmin query {name}")).chain(params).collect::<Vec<_>>().join(" "))))
}

fn list(session: &Session) -> Result<Report> {
    session.db()?;
    Ok(SAVED.list(Filter::default()))
}

/// Both languages; the one that the reader does not read is what a narrow terminal leaves out.
fn in_both(about: About) -> [rusqlite::types::Value; 2] {
    [about.ko.into(), about.en.into()]
}

fn both(session: &Session) -> [Column; 2] {
    match session.lang {
        Lang::Ko => [KOREAN, ENGLISH.minor(9)],
        Lang::En => [KOREAN.minor(9), ENGLISH],
    }
}

fn views(session: &Session) -> Result<Report> {
    let mut columns = vec![column("name", "이름", "name", Holds::Code), column("kind", "종류", "kind", Holds::Term(KINDS))];
    columns.extend(both(session));
    let mut rows = Vec::new();
    for (name, is_view) in store::readable(session.db()?)? {
        let about = documentation::of(SCHEMA, &name);
        let kind = if is_view { "view" } else { "table" };
        let mut row = vec![name.into(), kind.to_owned().into()];
        row.extend(in_both(about));
        rows.push(row);
    }
    let mut report = Report::list("query views", words::VIEWS.say(), Table::held(columns, rows));
    report.is_documentation = true;
    Ok(report.hint(next("proadmin query --views task_status")))
}

/// A column of a table that says itself is called as people call it.
fn named(vocabulary: &Vocabulary, about: About, table: &str, column: &str) -> About {
    let own = if column == "id" { Some(text("내부 번호", "internal number")) } else { vocabulary.column(table, column).label };
    let label = own.unwrap_or(text("", ""));
    let or = |said: String, label: &str| if said.is_empty() { label.to_owned() } else { said };
    About { en: or(about.en, label.en), ko: or(about.ko, label.ko) }
}

fn view_columns(session: &Session, view: &str) -> Result<Report> {
    let db = session.db()?;
    let known = store::readable(db)?;
    if !known.iter().any(|(name, _)| name == view) {
        let refusal = NO_VIEW.with("name", view);
        let near = known.iter().find(|(name, _)| is_near(name, view));
        let refusal = match near {
            Some((near, _)) => refusal.way_out(text("혹시 {near}?", "did you mean {near}?").with("near", near)),
            None => refusal,
        };
        return Err(refusal.way_out("proadmin query --views").into());
    }
    let mut columns = vec![column("column", "열", "column", Holds::Code)];
    columns.extend(both(session));
    let rows = store::columns(db, view)?
        .into_iter()
        .map(|name| {
            let about = named(&session.vocabulary, documentation::of_column(SCHEMA, view, &name), view, &name);
            std::iter::once(name.into()).chain(in_both(about)).collect()
        })
        .collect();
    let mut report = Report::list("query views", words::COLUMNS.with("name", view), Table::held(columns, rows));
    report.is_documentation = true;
    Ok(report)
}
