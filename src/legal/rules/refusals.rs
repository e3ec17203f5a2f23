//! What the rules of legal support say when they say no.

use crate::refusal::{Kind, Rule, rule};

pub(super) static BEFORE_IT: Rule =
    rule(Kind::Rule, "E2001", "{code}: {on:은/는} 신청일({applied}) 전입니다", "{code}: {on} is before the application ({applied})");
pub(super) static VOIDED: Rule = rule(Kind::Rule, "E2002", "{code:은/는} 무효인 신청입니다", "{code} is void");
pub(super) static LATE_ACT: Rule = rule(
    Kind::Rule,
    "E2003",
    "{code}: {end} {how:으로/로} 끝난 신청이라 {on}에 {act:을/를} 적을 수 없습니다",
    "{code}: ended on {end} ({how}); '{act}' cannot be recorded on {on}",
);
pub(super) static NOT_APPROVED: Rule = rule(
    Kind::Rule,
    "E2004",
    "{code}: {on}에는 지원 결정이 없어 {act:을/를} 적을 수 없습니다",
    "{code}: nothing is approved on {on}, so '{act}' cannot be recorded",
);
pub(super) static OVER_CAP: Rule =
    rule(Kind::Rule, "E2005", "{code}: {amount}원은 한도 {cap}원을 넘습니다", "{code}: {amount} won is more than the cap of {cap} won");
pub(super) static AGAIN: Rule = rule(
    Kind::Rule,
    "E2006",
    "{code}: 이미 결정되었습니다({on} {act}). 다시 결정한 것이면 --again 을 붙이십시오",
    "{code}: it was decided already ({on}: {act}); if it was decided anew, say --again",
);
pub(super) static MORE_THAN_APPROVED: Rule = rule(
    Kind::Rule,
    "E2007",
    "{code}: {amount}원을 지급하면 결정액 {approved}원을 넘습니다(지급액 {paid}원, 남은 금액 {left}원)",
    "{code}: {amount} won more would exceed the approved {approved} won ({paid} won paid, {left} won left)",
);
pub(super) static BELOW_PAID: Rule = rule(
    Kind::Rule,
    "E2008",
    "{code}: {amount}원은 이미 지급한 {paid}원보다 적습니다",
    "{code}: {amount} won is less than the {paid} won paid already",
);
pub(super) static PAID_ALREADY: Rule = rule(
    Kind::Rule,
    "E2009",
    "{code}: 이미 {paid}원을 지급했습니다. 지급한 뒤에는 취소하고 환수합니다",
    "{code}: {paid} won were paid already; after a payment the decision is cancelled and the money paid back",
);
pub(super) static NOT_CANCELLED: Rule =
    rule(Kind::Rule, "E2010", "{code}: 취소되지 않은 지원은 환수할 수 없습니다", "{code}: support that was not cancelled is not paid back");
pub(super) static MORE_THAN_OWED: Rule = rule(
    Kind::Rule,
    "E2011",
    "{code}: {amount}원은 환수할 금액 {owed}원을 넘습니다",
    "{code}: {amount} won is more than the {owed} won still owed",
);
pub(super) static CRIMINAL_ONLY: Rule = rule(
    Kind::Rule,
    "E2012",
    "{code}: 형사 단계의 신청이 아니라 기소를 적을 수 없습니다",
    "{code}: an indictment belongs to an application of the criminal stage only",
);
pub(super) static CUT_OFF: Rule =
    rule(Kind::Rule, "E2013", "{code}: 기소는 이미 적혀 있습니다({on})", "{code}: the indictment is recorded already ({on})");
pub(super) static TWICE: Rule = rule(
    Kind::Rule,
    "E2014",
    "같은 사람이 같은 사안, 같은 단계로 이미 신청했습니다({code})",
    "the same person applied already for the same matter and stage ({code})",
);
pub(super) static AFTER_INDICTMENT: Rule = rule(
    Kind::Rule,
    "E2015",
    "{code}: 기소({indicted}) 전의 업무에만 지급할 수 있습니다. 업무 종료일이 필요합니다(--served-on)",
    "{code}: only work done before the indictment ({indicted}) is paid for; the last day of the work is needed (--served-on)",
);
pub(super) static APPLIED_LATE: Rule = rule(
    Kind::Rule,
    "E2016",
    "{code}: 기소({on})된 뒤의 신청({applied})은 지원 대상이 아닙니다",
    "{code}: an application ({applied}) made after the indictment ({on}) is not supported",
);
pub(super) static INSTANCE: Rule = rule(
    Kind::Usage,
    "E2017",
    "심급은 민사에만, 민사에는 반드시 필요합니다(--instance)",
    "a civil case, and only a civil case, needs its instance (--instance)",
);
pub(super) static NO_AMOUNT: Rule =
    rule(Kind::Usage, "E2018", "{code}: 지원 결정에는 금액이 필요합니다(--amount)", "{code}: an approval needs its amount (--amount)");
pub(super) static NO_REASON: Rule =
    rule(Kind::Usage, "E2019", "{code}: 기각에는 사유가 필요합니다(--reason)", "{code}: a refusal needs its reason (--reason)");
pub(super) static NO_ACT: Rule =
    rule(Kind::NotFound, "E2020", "{code}에 {no}번 기록이 없습니다", "{code} has nothing recorded under number {no}");
pub(super) static WOULD_BREAK: Rule = rule(
    Kind::Rule,
    "E2021",
    "{code}: {numbers}번을 무효로 하면 {on}의 {act:이/가} 앞뒤가 맞지 않습니다. 함께 무효로 하십시오",
    "{code}: without number {numbers}, '{act}' of {on} could not have happened; void both",
);
pub(super) static SERVED_LATE: Rule = rule(
    Kind::Rule,
    "E2022",
    "{code}: 업무 종료일({served})이 지급일({on})보다 뒤입니다",
    "{code}: the work ends ({served}) after it is paid for ({on})",
);
pub(super) static NOTHING_OWED: Rule =
    rule(Kind::Rule, "E2023", "{code}: 환수할 금액이 남아 있지 않습니다", "{code}: nothing is owed any more");
pub(super) static COURT_LIMIT: Rule = rule(
    Kind::Usage,
    "E2024",
    "대법원규칙 한도는 민사에만 있습니다(--court-limit)",
    "the court's rule on lawyers' fees limits civil cases only (--court-limit)",
);
pub(super) static REDATED: Rule = rule(
    Kind::Usage,
    "E2025",
    "{code}: 신청일을 고치려면 사유가 필요합니다(--reason)",
    "{code}: another day of the application needs its reason (--reason)",
);
pub(super) static DUE_BEFORE: Rule = rule(
    Kind::Rule,
    "E2026",
    "{code}: 환수 기한({due})이 취소일({on})보다 앞섭니다",
    "{code}: the day to pay back by ({due}) is before the cancellation ({on})",
);
