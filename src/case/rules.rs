//! What may happen to a case, and in which order; who may approve it; what its text must
//! hold. Looking for personal data is next door, in `scan`.

mod scan;

pub use scan::{Finding, People, scan};

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

use super::{FINDINGS, Words};
use crate::digest;
use crate::refusal::{Kind, Refusal, Rule, rule};
use crate::words::{Text, label_of, text};

static VOIDED: Rule = rule(Kind::Rule, "E0880", "{code:은/는} 무효인 사례입니다", "{code} is void");
static LESSON_NEEDED: Rule =
    rule(Kind::Rule, "E0881", "모범실패사례에는 시사점이 있어야 합니다(--lesson)", "a model failure needs the lesson learnt (--lesson)");
static TARGET_MET: Rule = rule(
    Kind::Rule,
    "E0882",
    "{source:은/는} 목표를 달성한 과제여서 모범실패사례가 될 수 없습니다",
    "{source} met its target and cannot become a model failure",
);
static PUBLISHED: Rule = rule(Kind::Rule, "E0883", "{code:은/는} 공개 중입니다. 먼저 내리십시오", "{code} is published; withdraw it first");
static BEFORE_LAST: Rule = rule(
    Kind::Rule,
    "E0884",
    "{code}: {on:은/는} 마지막 기록({last})보다 앞섭니다",
    "{code}: {on} lies before what happened last ({last})",
);
static OWN_TEXT: Rule = rule(
    Kind::Rule,
    "E0885",
    "{code:은/는} {writer:이/가} 쓴 글이라 스스로 승인할 수 없습니다. 다른 사람이 승인해야 합니다",
    "{code} was written by {writer}, who cannot approve it: someone else must",
);
static APPROVED: Rule =
    rule(Kind::Rule, "E0886", "{code}의 글은 이미 승인되었습니다({on}, {who})", "the text of {code} is approved already ({on}, {who})");
static NOT_APPROVED: Rule = rule(
    Kind::Rule,
    "E0887",
    "{code:을/를} 공개할 수 없습니다: 지금 글은 승인되지 않았습니다",
    "{code} cannot be published: its text as it stands is not approved",
);
static FOUND: Rule = rule(
    Kind::Rule,
    "E0888",
    "{code:을/를} 공개할 수 없습니다: 개인정보로 보이는 것이 {count}곳에 있습니다",
    "{code} cannot be published: {count:place looks/places look} like personal data",
);
static NOT_PUBLISHED: Rule = rule(Kind::Rule, "E0889", "{code:은/는} 공개 중이 아닙니다", "{code} is not published");
static WAS_PUBLIC: Rule = rule(
    Kind::Rule,
    "E0890",
    "{code:은/는} 공개한 적이 있어 무효로 할 수 없습니다. 내린 채로 둡니다",
    "{code} has been published and cannot be voided; it stays withdrawn",
);
static NO_FINDING: Rule = rule(
    Kind::NotFound,
    "E0891",
    "{code}에 {number}번으로 찾은 것이 없습니다(찾은 것 {count}곳)",
    "{code} has no finding {number} (found: {count})",
);
static WAIVED: Rule =
    rule(Kind::Rule, "E0892", "{code}의 {number}번은 이미 그대로 두기로 했습니다", "finding {number} of {code} is waived already");
static HALF_ENGLISH: Rule = rule(
    Kind::Rule,
    "E0893",
    "영문은 모두 쓰거나 모두 비워야 합니다. 빠진 것: {missing}",
    "the English text must be whole or absent; missing: {missing}",
);
static SAME_CASE: Rule =
    rule(Kind::Rule, "E0894", "사례({source})에서 사례를 쓸 수 없습니다", "a case cannot be written from a case ({source})");
static TAMPERED: Rule = rule(
    Kind::Integrity,
    "E0895",
    "{code}의 글이 승인된 글과 다릅니다. 파일이 프로그램 밖에서 바뀌었습니다",
    "the text of {code} is not the text that was approved: the file was changed behind the program's back",
);
const PLACE: Text = text("{number}. {field} {line}행 {kind}", "{number}. {field} line {line}, {kind}");

/// Where a case stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Its code.
    pub code: String,
    /// Its state, as the view computes it.
    pub state: String,
    /// Who wrote the text last.
    pub writer: String,
    /// Who approved that text, and when.
    pub approved: Option<(String, NaiveDate)>,
    /// Whether it was ever published.
    pub was_public: bool,
    /// The day of the last thing that happened to it.
    pub last_on: NaiveDate,
}

impl Standing {
    /// Whether something may happen to it on a day at all.
    ///
    /// # Errors
    /// It is void, or the day lies before what happened last.
    pub fn on(&self, on: NaiveDate) -> Result<(), Refusal> {
        self.not_void()?;
        if on < self.last_on {
            let way_out = format!("proadmin case show {}", self.code);
            return Err(BEFORE_LAST.with("code", &self.code).with("on", on).with("last", self.last_on).way_out(way_out));
        }
        Ok(())
    }

    fn not_void(&self) -> Result<(), Refusal> {
        if self.state == "void" { Err(VOIDED.with("code", &self.code).way_out("proadmin case list")) } else { Ok(()) }
    }

    /// Whether it may be written anew.
    ///
    /// # Errors
    /// It is published: what the public reads is what was approved.
    pub fn writable(&self, on: NaiveDate) -> Result<(), Refusal> {
        self.on(on)?;
        self.not_published()
    }

    fn not_published(&self) -> Result<(), Refusal> {
        if self.state == "published" {
            let way_out = format!("proadmin case withdraw {} --reason …", self.code);
            return Err(PUBLISHED.with("code", &self.code).way_out(way_out));
        }
        Ok(())
    }

    /// Whether this person may approve the text.
    ///
    /// # Errors
    /// They wrote it, or it is approved already.
    pub fn approvable(&self, approver: &str, on: NaiveDate) -> Result<(), Refusal> {
        self.on(on)?;
        if let Some((who, on)) = &self.approved {
            let way_out = format!("proadmin case publish {0} --confirm={0}", self.code);
            return Err(APPROVED.with("code", &self.code).with("on", *on).with("who", who).way_out(way_out));
        }
        if same_person(&self.writer, approver) {
            let way_out = format!("proadmin case approve {} --actor …", self.code);
            return Err(OWN_TEXT.with("code", &self.code).with("writer", &self.writer).way_out(way_out));
        }
        Ok(())
    }

    /// Whether it may be published, these findings not being waived.
    ///
    /// # Errors
    /// Its text is not approved, it is published already, or something looks like personal
    /// data.
    pub fn publishable(&self, on: NaiveDate, findings: &[Finding]) -> Result<(), Refusal> {
        self.on(on)?;
        self.not_published()?;
        if self.approved.is_none() {
            let way_out = format!("proadmin case approve {} --actor …", self.code);
            return Err(NOT_APPROVED.with("code", &self.code).way_out(way_out));
        }
        let open: Vec<&Finding> = findings.iter().filter(|finding| finding.waived.is_none()).collect();
        let Some(first) = open.first() else { return Ok(()) };
        let refusal = open.iter().fold(FOUND.with("code", &self.code).with("count", open.len()), |refusal, finding| {
            refusal.seen_at(finding.place(), finding.found.clone())
        });
        let waive = format!("proadmin case waive {} --finding {} --reason …", self.code, first.number);
        let edit = format!("proadmin case edit {} --{} TEXT", self.code, first.field.replace('_', "-"));
        Err(refusal.way_out(edit).way_out(waive))
    }

    /// Whether it may be withdrawn.
    ///
    /// # Errors
    /// It is not published.
    pub fn withdrawable(&self, on: NaiveDate) -> Result<(), Refusal> {
        self.on(on)?;
        if self.state == "published" {
            return Ok(());
        }
        Err(NOT_PUBLISHED.with("code", &self.code).way_out(format!("proadmin case show {}", self.code)))
    }

    /// Whether it may be voided.
    ///
    /// # Errors
    /// It was public: that happened, and stays.
    pub fn voidable(&self) -> Result<(), Refusal> {
        self.not_void()?;
        self.not_published()?;
        if self.was_public { Err(WAS_PUBLIC.with("code", &self.code).way_out(format!("proadmin case show {}", self.code))) } else { Ok(()) }
    }

    /// The finding of a number, to be waived.
    ///
    /// # Errors
    /// There is none, or it is waived already.
    pub fn waivable<'f>(&self, findings: &'f [Finding], number: i64) -> Result<&'f Finding, Refusal> {
        let scan = format!("proadmin case scan {}", self.code);
        match findings.iter().find(|finding| finding.number == number) {
            None => Err(NO_FINDING.with("code", &self.code).with("number", number).with("count", findings.len()).way_out(scan)),
            Some(finding) if finding.waived.is_some() => Err(WAIVED.with("code", &self.code).with("number", number).way_out(scan)),
            Some(finding) => Ok(finding),
        }
    }
}

impl Finding {
    /// Where it stands and what it looks like.
    fn place(&self) -> crate::words::Sentence {
        let field = label_of(super::FIELDS, &self.field);
        PLACE.with("number", self.number).with("field", field).with("line", self.line).with("kind", label_of(FINDINGS, self.kind))
    }
}

/// Whether two names that were given as the one who writes are the same: spacing, case and the
/// way Hangul is put together make no other person.
pub fn same_person(one: &str, other: &str) -> bool {
    let told = |name: &str| name.nfkc().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    told(one) == told(other)
}

/// What a text of a kind must hold.
///
/// # Errors
/// A failure without its lesson; an English text that is not whole.
pub fn complete(kind: &str, words: &Words) -> Result<(), Refusal> {
    if kind == "failure" && words.part("lesson").is_none() {
        return Err(LESSON_NEEDED.met().way_out("--lesson …"));
    }
    let english = ["title", "problem", "done", "effect", "lesson"].map(|field| (field, format!("{field}_en")));
    let given = |field: &str| words.part(field).is_some();
    if !english.iter().any(|(_, own)| given(own)) {
        return Ok(());
    }
    // What the Korean does not say need not be said in English, and must not.
    let missing = english.iter().filter(|(korean, own)| given(korean) != given(own));
    let missing: Vec<String> = missing.map(|(_, own)| format!("--{}", own.replace('_', "-"))).collect();
    if missing.is_empty() {
        Ok(())
    } else {
        Err(HALF_ENGLISH.with("missing", missing.join(", ")).way_out("proadmin case edit CODE --help"))
    }
}

/// Whether a case of a kind can be written from this record.
///
/// # Errors
/// From another case; a failure from a task that met its target.
pub fn source(kind: &str, source_kind: &str, source: &str, outcome: Option<&str>) -> Result<(), Refusal> {
    if source_kind == "case" {
        return Err(SAME_CASE.with("source", source).way_out("proadmin task list"));
    }
    if kind == "failure" && outcome == Some("met") {
        return Err(TARGET_MET.with("source", source).way_out("--kind exemplary"));
    }
    Ok(())
}

/// The digest of all that the public would read of a text: what an approval binds.
pub fn sealed(kind: &str, department: &str, credited: &[String], words: &Words) -> String {
    let parts = super::FIELDS.iter().map(|field| words.part(field.code).unwrap_or_default());
    digest::of_texts([kind, department].into_iter().chain(parts).chain(credited.iter().map(String::as_str)))
}

/// Whether a text is still what was approved.
///
/// # Errors
/// It is not.
pub fn as_approved(code: &str, recorded: &str, now: &str) -> Result<(), Refusal> {
    if recorded == now { Ok(()) } else { Err(TAMPERED.with("code", code).way_out(format!("proadmin log {code}"))) }
}

#[cfg(test)]
mod tests;
