//! `seal`: prints the seal of the last entry, to be kept elsewhere.

use anyhow::Result;
use clap::Args;

use super::words;
use crate::report::{Column, Kind as Holds, Report, Table, column};
use crate::seal::last;
use crate::session::{Obey, Session};
const COLUMNS: &[Column] = &[
    column("code", "봉인 부호", "seal", Holds::Code),
    column("entry", "기록", "entry", Holds::Integer),
    column("sealed_on", "날짜", "day", Holds::Date),
    column("hash", "해시", "hash", Holds::Code),
];

/// Makes the line.
#[derive(Args, Debug)]
pub struct MakeSeal {}

impl Obey for MakeSeal {
    fn obey(self, session: &Session) -> Result<Report> {
        super::of_now(session, "seal")?;
        let rows = last(session.db()?)?.into_iter().map(|(seal, hash)| {
            let day = format!("{}-{}-{}", &seal.day[..4], &seal.day[4..6], &seal.day[6..]);
            (seal.to_string(), vec![seal.to_string().into(), seal.entry.into(), day.into(), hash.into()])
        });
        let (codes, rows): (Vec<String>, Vec<_>) = rows.unzip();
        let said = words::SEAL.with("code", codes.join(" "));
        let report = Report::record("seal", said, Table::held(COLUMNS.to_vec(), rows));
        Ok(report.note(words::PASTE.say()))
    }
}
