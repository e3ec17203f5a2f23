//! What a field of a fact is called and what it holds, for those that tell facts as they stand
//! in their tables. Each noun brings the words of its own fields: its registers say most of
//! them already. What several nouns have in common is said here.

use crate::register::Register;
use crate::report::{Column, Kind, column};
use crate::words::{Lang, Text, text};

/// What a noun calls its facts and their fields.
#[derive(Debug)]
pub struct Fields {
    /// Its tables.
    pub facts: &'static [Fact],
    /// Fields that mean in their table what they mean nowhere else.
    pub own: &'static [(&'static str, Column)],
    /// Its fields that neither its registers nor the common words say.
    pub words: &'static [Column],
}

impl Fields {
    fn own(&self, table: &str, field: &str) -> Option<&Column> {
        self.own.iter().find(|(of, column)| *of == table && column.key == field).map(|(_, column)| column)
    }
}

/// A table of facts, or a view that is searched.
#[derive(Debug)]
pub struct Fact {
    table: &'static str,
    what: Text,
    register: Option<&'static Register>,
    declared: &'static [Column],
}

/// A table, and what one of its rows is called.
pub const fn fact(table: &'static str, ko: &'static str, en: &'static str) -> Fact {
    Fact { table, what: text(ko, en), register: None, declared: &[] }
}

impl Fact {
    /// The same table, whose fields are the columns of a register where it has them.
    #[must_use]
    pub const fn in_register(mut self, register: &'static Register) -> Self {
        self.register = Some(register);
        self
    }

    /// The same table, whose fields are these columns where they have them.
    #[must_use]
    pub const fn with(mut self, columns: &'static [Column]) -> Self {
        self.declared = columns;
        self
    }

    fn is_of(&self, table: &str) -> bool {
        self.table == table || self.register.is_some_and(|register| register.view == table)
    }
}

/// What a field is called wherever it stands.
const COMMON: &[Column] = &[
    column("acted_on", "날짜", "day", Kind::Date),
    column("background", "배경", "background", Kind::Text),
    column("body", "기관", "body", Kind::Text),
    column("clock_rule", "기한 계산 규칙", "counting rule", Kind::Code),
    column("closed_due", "종결 때의 기한", "due when closed", Kind::Date),
    column("closed_no", "종결 순서", "place of the close", Kind::Integer),
    column("closed_reason", "종결 사유", "why closed", Kind::Text),
    column("code", "번호", "code", Kind::Code),
    column("consultation", "사전컨설팅", "request", Kind::Code),
    column("content", "내용", "content", Kind::Text),
    column("date", "날짜", "date", Kind::Date),
    column("days", "일수", "days", Kind::Integer),
    column("department", "부서", "department", Kind::Code),
    column("due", "기한", "due", Kind::Date),
    column("entry", "후보", "entry", Kind::Code),
    column("from_year", "적용 연도", "from the year", Kind::Integer),
    column("indicator", "성과지표", "indicator", Kind::Text),
    column("kind", "종류", "kind", Kind::Code),
    column("last", "마지막 번호", "last number", Kind::Integer),
    column("linked_on", "연결일", "linked", Kind::Date),
    column("name", "이름", "name", Kind::Text),
    column("name_en", "영문 이름", "name in English", Kind::Text),
    column("no", "순번", "no", Kind::Integer),
    column("note", "메모", "note", Kind::Text),
    column("points", "점수", "points", Kind::Points),
    column("prefix", "머리글자", "prefix", Kind::Code),
    column("private", "개인정보", "personal value", Kind::Code),
    column("quota", "정원", "quota", Kind::Integer),
    column("reason", "사유", "reason", Kind::Text),
    column("record_code", "관련 기록", "record", Kind::Code),
    column("reported_on", "보고일", "reported", Kind::Date),
    column("round", "평가", "round", Kind::Code),
    column("seq", "순번", "no", Kind::Integer),
    column("set_on", "정한 날", "set", Kind::Date),
    column("since_on", "적용일", "since", Kind::Date),
    column("source", "근거", "source", Kind::Text),
    column("staff", "직원", "staff", Kind::Code),
    column("task", "과제", "task", Kind::Code),
    column("text", "내용", "text", Kind::Text),
    column("title", "제목", "title", Kind::Text),
    column("unit", "단위", "unit", Kind::Code),
    column("void_reason", "무효 사유", "why void", Kind::Text),
    column("year", "연도", "year", Kind::Integer),
    column("stage", "단계", "stage", Kind::Code),
    column("found_on", "확인일", "found", Kind::Date),
    column("share", "기여율", "share", Kind::Percent),
    column("known_on", "알게 된 날", "known", Kind::Date),
];
/// Whether a heading is what some field is called wherever it stands.
pub fn is_common(heading: &str) -> bool {
    COMMON.iter().any(|column| column.is_called(heading))
}

/// Fields that say nothing to a person, unless their table says them itself: documents as they
/// went out, and digests.
const FOR_PROGRAMS: &[&str] = &["document", "layout", "sha256", "hash", "digest", "closed_hash", "bytes"];

/// The words of every noun.
#[derive(Clone, Debug)]
pub struct Vocabulary(Vec<&'static Fields>);

impl FromIterator<&'static Fields> for Vocabulary {
    fn from_iter<I: IntoIterator<Item = &'static Fields>>(nouns: I) -> Self {
        Self(nouns.into_iter().collect())
    }
}

impl Vocabulary {
    /// The column that a field of a table is, as far as it is known; `department_id` is the
    /// department. A field that nobody named is called as it is stored.
    pub fn column(&self, table: &str, field: &str) -> Column {
        let bare = field.strip_suffix("_id").unwrap_or(field);
        let known = self.fact(table).and_then(|(noun, fact)| {
            let registered = fact.register.map_or(&[][..], |register| register.columns);
            let own = noun.own(fact.table, bare).or_else(|| named(fact.declared, bare));
            own.or_else(|| named(registered, bare)).or_else(|| named(noun.words, bare))
        });
        known.or_else(|| named(COMMON, bare)).cloned().unwrap_or_else(|| Column::named(field.to_owned(), Kind::Any))
    }

    /// What a field is called; one of a row that belongs to a record stands behind what the row is.
    pub fn name(&self, table: &str, field: &str, is_under: bool, lang: Lang) -> String {
        let own = self.column(table, field).label.map_or_else(|| field.to_owned(), |label| label.in_lang(lang).to_owned());
        let row = self.row(table).map_or(table, |what| what.in_lang(lang));
        if !is_under || own == row { own } else { format!("{row} {own}") }
    }

    /// What a row of a table is called.
    pub fn row(&self, table: &str) -> Option<Text> {
        self.fact(table).map(|(_, fact)| fact.what)
    }

    /// Whether people are told of a field.
    pub fn is_told(&self, table: &str, field: &str) -> bool {
        !FOR_PROGRAMS.contains(&field) || self.fact(table).is_some_and(|(noun, _)| noun.own(table, field).is_some())
    }

    fn fact(&self, table: &str) -> Option<(&'static Fields, &'static Fact)> {
        self.0.iter().find_map(|noun| Some((*noun, noun.facts.iter().find(|fact| fact.is_of(table))?)))
    }
}

fn named(columns: &'static [Column], key: &str) -> Option<&'static Column> {
    columns.iter().find(|column| column.key == key)
}
