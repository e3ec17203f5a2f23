//! The opinion letter as a document, in the style of Korean official papers: dates as
//! `2024. 3. 5.`, items 1. 가. 1), and 끝. at its end. It is drawn up once, when it is issued,
//! and kept as it went out: as plain text to paste, and item by item for a page to print. Under
//! what is kept stands, on every print, the seal of the entry that issued it.

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use unicode_width::UnicodeWidthStr;

use super::store::Consultation;
use super::{BODIES, RESULTS, REVIEWS};
use crate::db::{Db, ERASED};
use crate::office::store::{day, office};
use crate::report::next;
use crate::seal::{self, Seal};
use crate::words::{Lang, Sentence, Text, label, text};

/// A letter as it went out.
#[derive(Clone, Debug)]
pub struct Issued {
    /// The whole of it, as plain text, as it is kept.
    pub text: String,
    /// The seal of the entry that issued it.
    pub seal: Option<Seal>,
    layout: Layout,
}

/// The parts of a letter, for a page to print.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Layout {
    code: String,
    head: Vec<(String, String)>,
    items: Vec<(String, String)>,
    issued: String,
    signed: String,
}

/// The letter of a revision, the last one where none is named; none where it does not exist.
///
/// # Errors
/// Whatever SQLite says.
pub fn issued(db: &Db, code: &str, revision: Option<i64>) -> Result<Option<Issued>> {
    let sql = "SELECT o.id, o.document, o.layout FROM opinion o JOIN consultation c ON c.id = o.consultation_id
               WHERE c.code = :code AND (:revision IS NULL OR o.revision = :revision) ORDER BY o.revision DESC LIMIT 1";
    let found = db.row(sql, named_params! { ":code": code, ":revision": revision }, |row| {
        Ok((row.get::<_, i64>("id")?, row.get::<_, String>("document")?, row.get::<_, String>("layout")?))
    })?;
    let Some((id, text, layout)) = found else { return Ok(None) };
    Ok(Some(Issued { text, seal: seal::of_row(db, "opinion", id)?, layout: serde_json::from_str(&layout)? }))
}

/// A letter being drawn up, with what stands on it.
#[derive(Clone, Debug, Default)]
pub struct Letter {
    /// What goes out.
    pub opinion: Opinion,
    org: String,
    code: String,
    title: String,
    department: String,
    applicant_type: String,
    applicant: Option<String>,
    received_on: NaiveDate,
    issue: Option<String>,
    law: Option<String>,
    reviews: Vec<(String, bool, String)>,
    referrals: Vec<(String, String)>,
    answered_on: Option<NaiveDate>,
}

/// The opinion that a letter gives.
#[derive(Clone, Debug, Default)]
pub struct Opinion {
    /// 1 for the first letter, more for those that supersede it.
    pub revision: i64,
    /// The day of issue.
    pub issued_on: NaiveDate,
    /// The due day it is issued under.
    pub due: NaiveDate,
    /// What it says in a word.
    pub result: String,
    /// What it says.
    pub text: String,
    /// Why it supersedes the one before.
    pub reason: Option<String>,
}

/// What a letter to a person says of its recipient's name: it is kept masked, so whoever sends
/// it has to write the name in.
const NAME_IS_MASKED: Text = text(
    "수신인의 성명은 개인정보라서 가려 두었습니다. 보낼 때 신청서에 있는 성명으로 바꾸어 적으십시오.",
    "the recipient's name is kept masked: write in the name from the application before you send the letter",
);

/// The labels of the two lines of a letter that a name is written into, and that asks for it.
const RECIPIENT: &str = "수신";
const REMARK: &str = "비고";

/// What to mind before the letter of a request is sent: a petitioner's name is masked on it.
///
/// # Errors
/// Whatever SQLite says.
pub fn to_a_person(db: &Db, case: &Consultation) -> Result<Vec<Sentence>> {
    if case.applicant_type != "petitioner" {
        return Ok(Vec::new());
    }
    let is_known = applicant(db, case.id)?.is_some();
    let with_the_name = is_known.then(|| next(format!("proadmin consult letter {} --personal --reason …", case.code)));
    Ok(std::iter::once(NAME_IS_MASKED.say()).chain(with_the_name).collect())
}

/// The name of whoever applied, as this run may read it; none where it is not known or was erased.
///
/// # Errors
/// Whatever SQLite says.
pub fn applicant(db: &Db, id: i64) -> Result<Option<String>> {
    let name = db.row("SELECT applicant FROM consultation WHERE id = ?1", [id], |row| row.get::<_, Option<String>>(0))?;
    Ok(name.flatten().filter(|name| name != ERASED))
}

/// Draws up the letter that gives an opinion, from the request as it stands.
///
/// # Errors
/// Whatever SQLite says.
pub fn draw_up(db: &Db, id: i64, opinion: Opinion) -> Result<Letter> {
    let sql = "SELECT c.code, c.title, d.name AS department, c.applicant_type, c.applicant, c.received_on, c.issue, c.law,
                      c.closed_on
               FROM consultation c JOIN department d ON d.id = c.department_id WHERE c.id = :id";
    let letter = db.row(sql, named_params! { ":id": id }, |row| {
        Ok(Letter {
            code: row.get("code")?,
            title: row.get("title")?,
            department: row.get("department")?,
            applicant_type: row.get("applicant_type")?,
            applicant: row.get("applicant")?,
            received_on: day(row, "received_on")?.unwrap_or_default(),
            issue: row.get("issue")?,
            law: row.get("law")?,
            answered_on: day(row, "closed_on")?,
            ..Letter::default()
        })
    })?;
    let mut letter = Letter { opinion, ..letter.unwrap_or_default() };
    letter.org = Some(office(db)?.1).filter(|org| org != "-").map(|org| format!("{org} ")).unwrap_or_default();
    letter.take_reviews(db, id)?;
    Ok(letter)
}

impl Letter {
    /// The reviews and the replies it rests on: those until the day of issue.
    fn take_reviews(&mut self, db: &Db, id: i64) -> Result<()> {
        let acts = "SELECT kind, review, waived, coalesce(body_name, body) AS body, note FROM consultation_act
                    WHERE consultation_id = :id AND acted_on <= :on AND void_reason IS NULL AND kind IN ('reviewed', 'replied', 'referred') ORDER BY acted_on, id";
        let mut body = String::new();
        let rows = db.rows(acts, named_params! { ":id": id, ":on": self.opinion.issued_on.to_string() }, |row| {
            let text = |name: &str| row.get::<_, Option<String>>(name);
            Ok((text("kind")?, text("review")?, row.get::<_, Option<bool>>("waived")?, text("body")?, text("note")?))
        })?;
        for (kind, review, waived, to, note) in rows {
            match (kind.as_deref(), review) {
                (_, Some(review)) => self.reviews.push((review, waived.unwrap_or(false), note.unwrap_or_default())),
                (Some("referred"), _) => body = to.unwrap_or_default(),
                _ => self.referrals.push((std::mem::take(&mut body), note.unwrap_or_default())),
            }
        }
        Ok(())
    }

    /// What the letter says, item by item: its mark and its text.
    fn items(&self) -> Vec<(&'static str, String)> {
        let mut outline = vec![format!("접수일: {}", written(self.received_on)), format!("신청부서: {}", self.department)];
        outline.extend(self.issue.iter().map(|issue| format!("쟁점사항: {issue}")));
        outline.extend(self.law.iter().map(|law| format!("관련 법령: {law}")));
        let reviews = self.reviews.iter().map(|(review, waived, note)| {
            let waived = if *waived { "(생략) " } else { "" };
            format!("{}: {waived}{note}", label(REVIEWS, review, Lang::Ko))
        });
        let replies = self.referrals.iter().map(|(body, note)| format!("{} 회신: {note}", label(BODIES, body, Lang::Ko)));
        let mut items = vec![("1.", "신청 개요".to_owned())];
        items.extend(marked(outline));
        items.push(("2.", "검토".to_owned()));
        items.extend(marked(reviews.chain(replies)));
        items.push(("3.", format!("의견: {}", label(RESULTS, &self.opinion.result, Lang::Ko))));
        items.push(("", self.opinion.text.clone()));
        if let Some(reason) = &self.opinion.reason {
            items.push(("4.", format!("정정 사유: {reason}")));
        }
        if let Some((_, last)) = items.last_mut().filter(|(_, last)| !last.trim_end().ends_with("끝.")) {
            last.push_str("  끝.");
        }
        items
    }

    /// To whom it goes: the head of the applying department or body, or the petitioner.
    fn recipient(&self) -> String {
        match (self.applicant_type.as_str(), &self.applicant) {
            ("petitioner", name) => format!("{} 귀하", name.as_deref().unwrap_or("신청인")),
            ("affiliated_body" | "subordinate_gov", Some(body)) => format!("{body}의 장"),
            _ if self.department.ends_with('관') => self.department.clone(),
            _ => format!("{}장", self.department),
        }
    }

    /// Whether the first letter was in time: what corrects it later takes nothing from that.
    fn timely(&self) -> String {
        let answered_on = self.answered_on.unwrap_or(self.opinion.issued_on);
        let timely = if answered_on <= self.opinion.due { "기한 내 발송" } else { "기한 경과 후 발송" };
        if self.opinion.revision > 1 { format!("{} {timely}", written(answered_on)) } else { timely.to_owned() }
    }

    fn head(&self) -> Vec<(&'static str, String)> {
        let revision = match self.opinion.revision {
            later if later > 1 => format!(" (제{later}차, 앞선 의견서를 대신함)"),
            _ => String::new(),
        };
        let mut head = vec![
            ("접수번호", format!("{}{revision}", self.code)),
            (RECIPIENT, self.recipient()),
            ("제목", self.title.clone()),
            ("처리기한", format!("{} ({})", written(self.opinion.due), self.timely())),
        ];
        if self.applicant_type == "petitioner" {
            head.insert(2, (REMARK, NAME_IS_MASKED.ko.to_owned()));
        }
        head
    }

    /// Its parts, as they go out.
    pub fn layout(&self) -> Layout {
        let plain = |(left, right): (&str, String)| (left.to_owned(), right);
        Layout {
            code: self.code.clone(),
            head: self.head().into_iter().map(plain).collect(),
            items: self.items().into_iter().map(plain).collect(),
            issued: written(self.opinion.issued_on),
            signed: format!("{}감사담당관", self.org),
        }
    }
}

impl Layout {
    /// The letter as plain text.
    pub fn text(&self) -> String {
        let mut out = "사전컨설팅 의견서\n\n".to_owned();
        for (label, value) in &self.head {
            let gap = "  ".repeat(5_usize.saturating_sub(label.chars().count()));
            out.push_str(&format!("{label}{gap}{value}\n"));
        }
        out.push('\n');
        for (mark, text) in &self.items {
            let indent = if mark.starts_with(|c: char| c.is_ascii_digit()) { "" } else { "  " };
            let mark = if mark.is_empty() { String::new() } else { format!("{mark} ") };
            let hang = format!("\n{indent}{}", " ".repeat(mark.width()));
            out.push_str(&format!("{indent}{mark}{}\n", text.replace('\n', &hang)));
        }
        out.push_str(&format!("\n{}\n\n{}\n", self.issued, self.signed));
        out
    }
}

/// What stands before the seal on a letter, which is Korean whoever prints it.
const SEALED: &str = "봉인";
/// Why whoever receives the letter should keep it.
const WITNESS: &str = "이 의견서를 발송할 때까지의 기록을 대신하는 부호입니다. 기록이 그 뒤에 바뀌지 않았음을 보일 때 쓰입니다.";

impl Issued {
    /// The letter as a person is sent it: with the name, and without the line that asks for it.
    #[must_use]
    pub fn addressed_to(mut self, name: &str) -> Self {
        self.layout.head.retain(|(label, _)| label != REMARK);
        for (_, recipient) in self.layout.head.iter_mut().filter(|(label, _)| label == RECIPIENT) {
            *recipient = format!("{name} 귀하");
        }
        self.text = self.layout.text();
        self
    }

    /// The letter to print or to paste, with the seal under it.
    pub fn printed(&self) -> String {
        let seal = self.seal.iter().map(|seal| format!("\n{SEALED}  {seal}\n      {WITNESS}\n"));
        std::iter::once(self.text.clone()).chain(seal).collect()
    }

    /// The letter as one HTML page that prints on A4, with nothing loaded from anywhere.
    pub fn html(&self) -> String {
        let Layout { code, head, items: parts, issued, signed } = &self.layout;
        let seal = self.seal.iter().map(|seal| format!("<p class=\"seal\">{SEALED} <code>{seal}</code><br>{WITNESS}</p>\n"));
        let seal: String = seal.collect();
        let mut body = String::new();
        for (label, value) in head {
            body.push_str(&format!("<tr><th>{label}</th><td>{}</td></tr>\n", escaped(value)));
        }
        let mut items = String::new();
        for (mark, text) in parts {
            let class = match mark.chars().next() {
                Some(first) if first.is_ascii_digit() => "item",
                Some(_) => "under",
                None => "text",
            };
            items.push_str(&format!("<p class=\"{class}\">{mark} {}</p>\n", escaped(text).replace('\n', "<br>")));
        }
        format!(
            "<!DOCTYPE html>\n<html lang=\"ko\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <title>{} 사전컨설팅 의견서</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>사전컨설팅 의견서</h1>\n\
             <table>\n{body}</table>\n{items}<p class=\"date\">{issued}</p>\n<p class=\"sign\">{}</p>\n{seal}</body>\n</html>\n",
            escaped(code),
            escaped(signed),
        )
    }
}

const STYLE: &str = "@page{size:A4;margin:25mm 20mm}body{font:12pt/1.7 'Malgun Gothic','Noto Sans CJK KR',sans-serif;max-width:170mm;\
margin:auto;padding:1em;color:#000;background:#fff}h1{text-align:center;font-size:20pt;letter-spacing:.3em}table{border-collapse:collapse;\
width:100%;margin:1.5em 0}th{width:6em;text-align:left}th,td{border:1px solid #000;padding:.3em .7em}.item{font-weight:bold;margin:1em 0 .2em}\
.under{margin:.2em 0 .2em 1.5em}.text{margin:.5em 0 1em 1.5em;white-space:normal}.date{text-align:center;margin-top:3em}\
.sign{text-align:center;font-size:16pt;font-weight:bold}.seal{margin-top:3em;border-top:1px solid #000;padding-top:.3em;font-size:9pt}";

/// Items of the second level: 가. 나. 다., the last mark for whatever comes after it.
fn marked(items: impl IntoIterator<Item = String>) -> impl Iterator<Item = (&'static str, String)> {
    const MARKS: [&str; 14] = ["가.", "나.", "다.", "라.", "마.", "바.", "사.", "아.", "자.", "차.", "카.", "타.", "파.", "하."];
    items.into_iter().enumerate().map(|(at, item)| (MARKS[at.min(MARKS.len() - 1)], item))
}

/// `2024. 3. 5.`
fn written(day: NaiveDate) -> String {
    format!("{}. {}. {}.", day.year(), day.month(), day.day())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
