//! Cases for the public (대외 사례): what an exemplary case or a model failure has to teach,
//! written from a task, a request or an entry of an evaluation. What a case says is a text
//! that is never changed: writing it anew makes the next revision. Someone other than its
//! writer approves the text as it stands, it is looked through for personal data, and only
//! then is it published.

pub(crate) mod commands;
pub mod fields;
pub mod import;
pub mod rules;
pub mod store;
pub mod words;

use crate::register::Register;
use crate::report::{Column, Kind, column};
use crate::words::{Term, term, text};

/// Kinds of cases.
pub const KINDS: &[Term] = &[term("exemplary", "우수사례", "exemplary"), term("failure", "모범실패사례", "model failure")];
/// States of a case.
pub const STATES: &[Term] = &[
    term("draft", "작성 중", "draft"),
    term("approved", "승인", "approved"),
    term("published", "공개", "published"),
    term("withdrawn", "내림", "withdrawn"),
    term("void", "무효", "void"),
];
/// What may happen to a case.
pub const ACTS: &[Term] = &[
    term("written", "작성", "written"),
    term("rewritten", "고쳐 씀", "rewritten"),
    term("waived", "그대로 두기", "waived"),
    term("approved", "승인", "approved"),
    term("published", "공개", "published"),
    term("withdrawn", "내림", "withdrawn"),
];
/// Kinds of personal data that are looked for.
pub const FINDINGS: &[Term] = &[
    term("staff", "직원 이름", "name of staff"),
    term("resident", "주민 이름", "name of a resident"),
    term("telephone", "전화번호", "telephone"),
    term("resident_number", "주민등록번호", "resident number"),
    term("plate", "차량번호", "vehicle plate"),
    term("email", "전자우편", "e-mail"),
    term("account", "계좌번호", "account number"),
    term("address", "도로명주소", "street address"),
];
/// The parts of a text, as its columns are called, in the order they are read.
pub const FIELDS: &[Term] = &[
    term("title", "제목", "title"),
    term("problem", "문제", "problem"),
    term("done", "한 일", "what was done"),
    term("effect", "효과", "effect"),
    term("lesson", "시사점", "lesson"),
    term("title_en", "영문 제목", "title in English"),
    term("problem_en", "영문 문제", "problem in English"),
    term("done_en", "영문 한 일", "what was done, in English"),
    term("effect_en", "영문 효과", "effect in English"),
    term("lesson_en", "영문 시사점", "lesson in English"),
];

const COLUMNS: &[Column] = &[
    column("code", "번호", "code", Kind::Code),
    column("title", "제목", "title", Kind::Text),
    column("kind", "구분", "kind", Kind::Term(KINDS)).minor(4),
    column("department", "부서", "department", Kind::Text).minor(3).names("department_id", "department"),
    column("source", "근거 기록", "written from", Kind::Code).minor(7),
    column("state", "상태", "state", Kind::Term(STATES)).computed(),
    column("writer", "쓴 사람", "writer", Kind::Text).minor(6).computed(),
    column("approver", "승인한 사람", "approver", Kind::Text).minor(8).computed(),
    column("published_on", "공개일", "published", Kind::Date).minor(5).computed(),
    column("year", "연도", "year", Kind::Integer).computed(),
    column("begun_on", "처음 쓴 날", "begun", Kind::Date),
    column("revision", "글의 판", "revision", Kind::Integer).computed(),
    column("written_on", "쓴 날", "written", Kind::Date).computed(),
    column("approved_on", "승인일", "approved", Kind::Date).computed(),
    column("withdrawn_on", "내린 날", "withdrawn", Kind::Date).computed(),
    column("withdrawn_reason", "내린 사유", "why withdrawn", Kind::Text).computed(),
    column("credited", "공로자", "credited", Kind::Text).computed(),
    column("credited_codes", "공로자 번호", "codes of the credited", Kind::Text),
    column("problem", "문제", "problem", Kind::Text),
    column("done", "한 일", "what was done", Kind::Text),
    column("effect", "효과", "effect", Kind::Text),
    column("lesson", "시사점", "lesson", Kind::Text),
    column("title_en", "영문 제목", "title in English", Kind::Text),
    column("problem_en", "영문 문제", "problem in English", Kind::Text),
    column("done_en", "영문 한 일", "what was done, in English", Kind::Text),
    column("effect_en", "영문 효과", "effect in English", Kind::Text),
    column("lesson_en", "영문 시사점", "lesson in English", Kind::Text),
    column("sha256", "글의 해시", "digest of the text", Kind::Code).computed(),
];

/// The cases. Its answers are what a revision is made of: a text is a row of its own.
pub static CASES: Register = Register {
    noun: "case",
    what: text("사례", "case"),
    title: text("대외 사례", "Cases for the public"),
    view: "case_status",
    table: "case_status",
    key: "code",
    columns: COLUMNS,
    listed: 9,
    order: "year DESC, seq",
    by_code: ("year, seq", "year DESC, seq DESC"),
    unless_asked: "state <> 'void'",
    unlisted: &[],
};

/// What a case says, as far as it is words: an empty part is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(pub [Option<String>; 10]);

impl Words {
    /// The part of a column, as in `lesson`.
    pub fn part(&self, field: &str) -> Option<&str> {
        let at = FIELDS.iter().position(|known| known.code == field)?;
        self.0.get(at)?.as_deref()
    }

    /// The parts that there are, with their columns.
    pub fn parts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        FIELDS.iter().zip(&self.0).filter_map(|(field, part)| Some((field.code, part.as_deref()?)))
    }

    /// Puts a part in another's place, where one is given.
    pub fn set(&mut self, field: &str, given: Option<&str>) {
        let at = FIELDS.iter().position(|known| known.code == field);
        if let (Some(part), Some(given)) = (at.and_then(|at| self.0.get_mut(at)), given) {
            *part = Some(given.to_owned()).filter(|given| !given.is_empty());
        }
    }
}
