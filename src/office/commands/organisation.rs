//! `office`: what the organisation is called. The name stands on letters and reports from the
//! day it is recorded; what went out keeps the name it went out under.

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::db::Db;
use crate::office::store;
use crate::report::{Column, Kind as Holds, Report, Table, column};
use crate::session::{Obey, Session};
use crate::typed;
use crate::words::{Text, text};

const TITLE: Text = text("기관", "Organisation");
const EDITED: Text = text(
    "{org}({code}): 고쳤습니다. 이미 발송한 의견서는 그대로 둡니다",
    "{org} ({code}): edited; letters that were issued stay as they went out",
);
const COLUMNS: &[Column] = &[column("org", "기관", "organisation", Holds::Text), column("org_code", "기관 코드", "code", Holds::Code)];

/// The organisation.
#[derive(Debug, Subcommand)]
pub enum Organisation {
    /// Show what the organisation is called
    Show,
    /// Correct its name or its code
    Edit(Edit),
}

impl Obey for Organisation {
    fn obey(self, session: &Session) -> Result<Report> {
        match self {
            Self::Show => shown(session.db()?, "office show"),
            Self::Edit(args) => edit(session, &args),
        }
    }
}

/// Arguments.
#[derive(Args, Debug)]
#[group(required = true, multiple = true)]
pub struct Edit {
    /// Name of the organisation
    #[arg(long, value_name = "NAME", value_parser = typed::title)]
    org: Option<String>,
    /// Code of the organisation
    #[arg(long, value_name = "CODE", value_parser = typed::title)]
    org_code: Option<String>,
}

fn edit(session: &Session, args: &Edit) -> Result<Report> {
    let change = session.change("office edit")?;
    let mut values = Vec::new();
    values.extend(args.org.clone().map(|name| ("name", name.into())));
    values.extend(args.org_code.clone().map(|code| ("code", code.into())));
    change.update("office", store::OFFICE, &values)?;
    let (code, org) = store::office(&change)?;
    let report = shown(&change, "office edit")?;
    change.finish(report, &[], EDITED.with("org", org).with("code", code))
}

fn shown(db: &Db, name: &'static str) -> Result<Report> {
    let (code, org) = store::office(db)?;
    Ok(Report::record(name, TITLE.say(), Table::held(COLUMNS.to_vec(), vec![vec![org.into(), code.into()]])))
}
