//! The public section as static pages, Korean and English. It is made from the views whose
//! names begin with `public_` and from nothing else, so that what they do not select cannot be
//! published. The pages need no server and no script, and the same file gives the same bytes.

mod card;
pub(crate) mod commands;
pub mod fields;
mod folder;
mod pages;
mod store;
pub mod words;

use crate::register::Register;
use crate::report::{Column, Kind, column};
use crate::words::{Term, term, text};

/// Where the public turns to.
pub const CONTACTS: &[Term] = &[
    term("passive", "소극행정 신고", "passive administration"),
    term("nominate", "우수공무원 추천", "recommendations"),
    term("consult", "사전컨설팅", "pre-consulting"),
];
/// States of an action of the plan.
const PLAN_STATES: &[Term] = &[
    term("open", "추진 중", "open"),
    term("overdue", "지연", "overdue"),
    term("done", "완료", "done"),
    term("dropped", "중단", "dropped"),
    term("carried", "이월", "carried over"),
];

const COLUMNS: &[Column] = &[
    column("kind", "구분", "for", Kind::Term(CONTACTS)),
    column("name", "맡은 곳", "office", Kind::Text),
    column("telephone", "전화", "telephone", Kind::Code),
    column("email", "전자우편", "e-mail", Kind::Code),
    column("address", "주소", "address", Kind::Text).minor(3),
    column("hours", "이용 시간", "hours", Kind::Text).minor(2),
    column("name_en", "영문 이름", "name in English", Kind::Text).minor(4),
    column("address_en", "영문 주소", "address in English", Kind::Text).minor(6),
    column("hours_en", "영문 이용 시간", "hours in English", Kind::Text).minor(5),
    column("set_on", "정한 날", "set", Kind::Date).minor(1),
];

/// The contacts that the public section names.
pub static PUBLIC_CONTACTS: Register = Register {
    noun: "site",
    what: text("연락처", "contact"),
    title: text("공개 자료의 연락처", "Contacts of the public section"),
    view: "public_contact",
    table: "",
    key: "kind",
    columns: COLUMNS,
    listed: COLUMNS.len(),
    order: "kind",
    by_code: ("kind", "kind DESC"),
    unless_asked: "",
    unlisted: &[],
};
