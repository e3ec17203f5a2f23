//! What goes into a bundle, in order: requests for exemption, the application, the letters as
//! they were issued, what happened, attachments, the chain, and the journal's account.

use anyhow::Result;
use rusqlite::types::Value;

use super::Evidence;
use super::veil::Veil;
use crate::consult::{self, CONSULTATIONS, letter, under};
use crate::db::Db;
use crate::digest;
use crate::exemption::rules::CHANGED_DOCUMENT;
use crate::exemption::{EXEMPTIONS, FOUND, HISTORY, check, store};
use crate::fields::Vocabulary;
use crate::log;
use crate::record::Record;
use crate::register::Under;
use crate::report::{Format, Kind as Holds, Page, Report, column, write};
use crate::seoul;
use crate::task::TASKS;
use crate::words::{Lang, Sentence, Text, text};

const REQUEST: Text = text("면책 신청 {code}", "Request for exemption {code}");
const TASK: Text = text("중점과제 {code}", "Key task {code}");
const APPLICATION: Text = text("사전컨설팅 신청서 {code}", "Application for pre-consulting {code}");
const LETTER: Text = text("의견서 {code} 제{no}차(발송한 그대로)", "Opinion letter {code} no. {no}, as issued");
const LETTER_PAGE: Text = text("의견서 {code} 제{no}차(인쇄용)", "Opinion letter {code} no. {no}, to print");
const HAPPENED: Text = text("처리 경과와 이행결과 {code}", "History and follow-up of {code}");
const ATTACHED: Text = text("첨부 {code} {no}: {name}", "Attachment {code} no. {no}: {name}");
const CHAIN: Text = text("면책 요건 확인", "Conditions of exemption");
const JOURNAL: Text = text("기록 경위(누가 무엇을 언제 기록했는지)", "Account of the journal: who recorded what, when");
const ENTRY: Text = text("기록 {entry} · {at} · {actor}", "entry {entry} · {at} · {actor}");
const REASON: Text = text("사유: {reason}", "reason: {reason}");
const DOCUMENT: Text = text("문서: {document}", "document: {document}");
const HASH: Text = text("해시: {hash}", "hash: {hash}");
const A_LETTER: Text = text("의견서 {code} 제{no}차", "letter {no} of {code}");
const AN_ATTACHMENT: Text = text("첨부 {name}", "the attachment {name}");
const OUTLINE: Text = text("신청 내용", "Application");
const COURSE: Text = text("경과", "History");
const FOLLOW_UPS: Text = text("이행결과", "Follow-up");
const FINDINGS: Text = text("감사담당관 판단", "Findings");
/// A changed field is told up to so many characters: whole texts stand in their own files.
const LONGEST: usize = 200;

const JUDGED: Under = Under {
    view: "exemption_finding f JOIN consultation c ON c.id = f.consultation_id AND f.void_reason IS NULL",
    of: "c.code",
    columns: &[
        column("found_on", "판단일", "on", Holds::Date),
        column("condition", "요건", "condition", Holds::Term(FOUND)),
        column("met", "갖춤", "met", Holds::Flag),
        column("document", "문서", "document", Holds::Text),
        column("note", "비고", "note", Holds::Text),
    ],
    order: "f.found_on, f.id",
};

/// The evidence so far, with what every file needs to be written.
struct Gathering<'a> {
    db: &'a Db,
    words: &'a Vocabulary,
    lang: Lang,
    veil: Veil,
    files: Vec<Evidence>,
    named: usize,
}

/// All evidence of a record, numbered; and how many letters name someone of the staff list.
///
/// # Errors
/// A letter or an attachment that is not what its digest says, or whatever SQLite says.
pub fn collect(db: &Db, words: &Vocabulary, lang: Lang, record: &Record) -> Result<(Vec<Evidence>, usize)> {
    let requests = consulted(db, record)?;
    let mut all = Gathering { db, words, lang, veil: Veil::over(db, &requests)?, files: Vec::new(), named: 0 };
    let mut exemptions = if record.kind == "exemption" { vec![record.code.clone()] } else { store::about(db, &record.code)? };
    for code in &requests {
        exemptions.extend(store::about(db, code)?);
    }
    exemptions.sort();
    exemptions.dedup();
    for code in &exemptions {
        let report = EXEMPTIONS.show(db, code)?.part("history", COURSE, HISTORY.table(db, code)?);
        all.report("request", code, &report, &REQUEST.with("code", code))?;
    }
    if record.kind == "task" {
        all.report("task", &record.code, &TASKS.show(db, &record.code)?, &TASK.with("code", &record.code))?;
    }
    for code in &requests {
        all.request(code)?;
    }
    all.report("check", &record.code, &check::report(db, &record.code)?, &CHAIN.say())?;
    let codes: Vec<&String> = exemptions.iter().chain(&requests).collect();
    all.journal(&record.code, &codes)?;
    Ok((all.files, all.named))
}

/// The requests for pre-consulting that a record rests on.
fn consulted(db: &Db, record: &Record) -> Result<Vec<String>> {
    let code = record.code.as_str();
    Ok(match record.kind.as_str() {
        "consult" => vec![code.to_owned()],
        "task" => store::consultations_of(db, code)?,
        "exemption" => match store::find(db, code)?.record {
            Some(about) if about.starts_with(consult::store::PREFIX) => vec![about],
            Some(about) => store::consultations_of(db, &about)?,
            None => Vec::new(),
        },
        _ => Vec::new(),
    })
}

impl Gathering<'_> {
    fn add(&mut self, slug: &str, ending: &str, what: &Sentence, bytes: Vec<u8>) {
        let name = format!("{:02}-{slug}.{ending}", self.files.len() + 1);
        self.files.push(Evidence { name, what: what.render(self.lang), bytes });
    }

    /// A report as plain text, with its names masked.
    fn report(&mut self, kind: &str, code: &str, report: &Report, what: &Sentence) -> Result<()> {
        let page = Page {
            lang: self.lang,
            width: None,
            colour: false,
            mark: false,
            labels: false,
            as_of: None,
            known_at: None,
            db: Some(self.db),
        };
        let mut bytes = Vec::new();
        write(report, Format::Table, &page, &mut bytes)?;
        let text = self.veil.text(self.db, &String::from_utf8_lossy(&bytes))?;
        self.add(&format!("{kind}-{code}"), "txt", what, text.into_bytes());
        Ok(())
    }

    /// A request for pre-consulting: its application, letters, history and attachments.
    fn request(&mut self, code: &str) -> Result<()> {
        let db = self.db;
        let application = CONSULTATIONS.show(db, code)?.part_upright("application", OUTLINE, under::APPLICATION.table(db, code)?);
        self.report("application", code, &application, &APPLICATION.with("code", code))?;
        let sql = "SELECT revision, sha256 FROM opinion_letter WHERE code = ?1 ORDER BY revision";
        for (revision, sha256) in db.rows(sql, [code], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))? {
            self.letter(code, revision, &sha256)?;
        }
        let events = Report::list("history", HAPPENED.with("code", code), under::HISTORY.table(db, code)?);
        let events =
            events.part("follow_ups", FOLLOW_UPS, under::FOLLOW_UPS.table(db, code)?).part("findings", FINDINGS, JUDGED.table(db, code)?);
        self.report("history", code, &events, &HAPPENED.with("code", code))?;
        for (row, no) in consult::store::attachments(db, code)?.into_iter().zip(1_i64..) {
            self.attachment(code, no, &row)?;
        }
        Ok(())
    }

    /// A letter as it went out, with the seal under it, and the page to print.
    fn letter(&mut self, code: &str, revision: i64, sha256: &str) -> Result<()> {
        let Some(issued) = letter::issued(self.db, code, Some(revision))? else { return Ok(()) };
        if digest::of_bytes(issued.text.as_bytes()) != sha256 {
            return Err(CHANGED_DOCUMENT.with("what", A_LETTER.with("code", code).with("no", revision)).into());
        }
        self.named += usize::from(self.veil.text(self.db, &issued.text)? != issued.text);
        let slug = format!("letter-{code}-{revision}");
        self.add(&slug, "html", &LETTER_PAGE.with("code", code).with("no", revision), issued.html().into_bytes());
        self.add(&slug, "txt", &LETTER.with("code", code).with("no", revision), issued.printed().into_bytes());
        Ok(())
    }

    /// An attachment to the byte as it was handed in. Its own name may be a person's.
    fn attachment(&mut self, code: &str, no: i64, row: &[Value]) -> Result<()> {
        let [Value::Text(name), _, Value::Text(sha256), ..] = row else { return Ok(()) };
        let bytes = consult::store::bytes(self.db, sha256)?.filter(|bytes| digest::of_bytes(bytes) == *sha256);
        let name = self.veil.text(self.db, name)?;
        let Some(bytes) = bytes else { return Err(CHANGED_DOCUMENT.with("what", AN_ATTACHMENT.with("name", name)).into()) };
        let ending: String = name.rsplit_once('.').map(|(_, ending)| ending).unwrap_or_default().chars().take(8).collect();
        let is_plain = !ending.is_empty() && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let what = ATTACHED.with("code", code).with("no", no).with("name", &name);
        self.add(&format!("attachment-{code}-{no}"), if is_plain { &ending } else { "bin" }, &what, bytes);
        Ok(())
    }

    /// Who recorded what, when, for each of the records.
    fn journal(&mut self, of: &str, codes: &[&String]) -> Result<()> {
        let mut out = format!("{}\n", JOURNAL.in_lang(self.lang));
        for code in codes {
            out.push_str(&format!("\n{code}\n"));
            for entry in log::account(self.db, self.words, code)? {
                let said =
                    ENTRY.with("entry", entry.entry).with("at", in_seoul(&entry.at)).with("actor", self.veil.actor(self.db, &entry.actor)?);
                let reason = entry.reason.map(|reason| REASON.with("reason", reason).render(self.lang));
                let document = entry.doc_no.map(|document| DOCUMENT.with("document", document).render(self.lang));
                out.push_str(&format!("\n{}\n  {}\n", said.render(self.lang), entry.command));
                for line in reason.into_iter().chain(document).chain(entry.lines) {
                    out.push_str(&format!("  {}\n", cut(&self.veil.text(self.db, &line)?)));
                }
                out.push_str(&format!("  {}\n", HASH.with("hash", entry.hash).render(self.lang)));
            }
        }
        self.add(&format!("journal-{of}"), "txt", &JOURNAL.say(), out.into_bytes());
        Ok(())
    }
}

/// A line, cut where it is long, its breaks shown as spaces.
fn cut(line: &str) -> String {
    let whole = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown: String = whole.chars().take(LONGEST).collect();
    if shown.len() < whole.len() { format!("{shown}…") } else { shown }
}

/// `2024-05-02 14:30:05` in Seoul.
fn in_seoul(at: &str) -> String {
    seoul::shown(at, "%Y-%m-%d %H:%M:%S").unwrap_or_else(|| at.to_owned())
}
