//! `due ics`: the running legal clocks as a calendar (RFC 5545) that Outlook and others read, an
//! entry of a whole day for each due day. The same clocks on the same day give the same bytes.

use anyhow::Result;
use clap::Args;
use rusqlite::named_params;

use super::{CLOCKS, COLUMNS};
use crate::office::store as office;
use crate::register::Filter;
use crate::report::{Document, Report, harmless};
use crate::session::Session;
use crate::words::{Text, text};

const SUMMARY: Text = text("{code} {title} 기한", "{code} {title} due");
/// A line is no longer than this, in bytes; what is longer goes on in the next.
const LINE: usize = 75;

/// Arguments.
#[derive(Args, Debug)]
pub struct Ics {
    /// Department, code or name
    #[arg(long, value_name = "DEPT")]
    dept: Option<String>,
    /// Who handles it, code or name
    #[arg(long, value_name = "STAFF")]
    handler: Option<String>,
}

/// The calendar.
pub fn ics(session: &Session, args: &Ics) -> Result<Report> {
    let db = session.db()?;
    let department = args.dept.as_deref().map(|typed| office::department_typed(db, typed)).transpose()?.map(|department| department.id);
    let handler = args.handler.as_deref().map(|typed| office::person_typed(db, typed)).transpose()?.map(|person| person.id);
    let sql = "SELECT u.code, u.title, u.department, u.due, strftime('%Y%m%d', u.due, '+1 day') AS after FROM due u
               WHERE (:department IS NULL OR u.department_id = :department) AND (:handler IS NULL OR u.handler_id = :handler)
               ORDER BY u.due, u.code";
    let params = named_params! { ":department": department, ":handler": handler };
    // Codes are the office's own.
    let office = office::office(db)?.0;
    let stamp = session.reading_day().format("%Y%m%dT000000Z").to_string();
    let mut lines = vec!["BEGIN:VCALENDAR".to_owned(), "VERSION:2.0".to_owned(), "PRODID:-//proadmin//due//KO".to_owned()];
    let each = db.rows(sql, params, |row| {
        let text = |column: &str| Ok::<_, rusqlite::Error>(row.get::<_, Option<String>>(column)?.unwrap_or_default());
        Ok([text("code")?, text("title")?, text("department")?, text("due")?, text("after")?])
    })?;
    for [code, title, department, due, after] in &each {
        let summary = SUMMARY.with("code", code).with("title", title).render(session.lang);
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{code}@{}.proadmin", escaped(&office)),
            format!("DTSTAMP:{stamp}"),
            format!("DTSTART;VALUE=DATE:{}", due.replace('-', "")),
            format!("DTEND;VALUE=DATE:{after}"),
            format!("SUMMARY:{}", escaped(&summary)),
            format!("LOCATION:{}", escaped(department)),
            "TRANSP:TRANSPARENT".to_owned(),
            "END:VEVENT".to_owned(),
        ]);
    }
    lines.push("END:VCALENDAR".to_owned());
    let written: String = lines.iter().map(|line| folded(line)).collect();
    let filter = Filter::default().when("department_id = ?", department).when("handler_id = ?", handler);
    let mut report = CLOCKS.list_named(filter, CLOCKS.title.say(), COLUMNS);
    report.name = "due ics".into();
    report.document = Some(Document::file(written));
    Ok(report)
}

/// A text as a property has it.
fn escaped(text: &str) -> String {
    let text = harmless(text);
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out
}

/// A line with its end, folded where it is too long: never within a character.
fn folded(line: &str) -> String {
    let (mut out, mut length) = (String::with_capacity(line.len() + 2), 0);
    for c in line.chars() {
        if length + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_characters_and_texts_cannot_end_one() {
        assert_eq!(folded("UID:1"), "UID:1\r\n");
        let long = folded(&format!("SUMMARY:{}", "가".repeat(40)));
        assert!(long.split("\r\n").all(|line| line.len() <= LINE), "{long}");
        assert_eq!(long.replace("\r\n ", "").trim_end(), format!("SUMMARY:{}", "가".repeat(40)));
        assert_eq!(escaped("가, 나;\\\n\rEND:VEVENT"), "가\\, 나\\;\\\\\\n\u{FFFD}END:VEVENT");
    }
}
