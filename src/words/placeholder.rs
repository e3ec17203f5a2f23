//! The words that stand for what is to be typed, as in `proadmin dept add NAME`: in capitals
//! to an English reader, in Korean to a Korean one.

use super::{Lang, shell};

/// The mark for whatever is to be written.
pub const BLANK: &str = "…";
/// In capitals, and in Korean. Forms of a day or a month are read in either language.
#[rustfmt::skip]
const WORDS: &[(&str, &str)] = &[
    ("ACT", "경과"), ("ADDRESS", "주소"), ("APPLICANT_TYPE", "신청인구분"), ("AREA", "분야"), ("AUDIENCE", "대상"), ("BODY", "기관"),
    ("BY", "사람"), ("CATEGORY", "분야"), ("CODE", "번호"), ("CONTEST", "대회이름"), ("CYCLE", "주기"), ("DATE", "날짜"), ("DAYS", "일수"),
    ("DEPT", "부서"), ("DIR", "폴더"), ("ENTRY", "후보"), ("FIELD", "열"), ("FILE", "파일"), ("FOLDER", "폴더"), ("FORMAT", "형식"),
    ("GRADE", "등급"), ("GROUND", "사유"), ("ID", "요청번호"), ("INDICATOR", "지표"), ("KIND", "종류"), ("LANG", "언어"), ("MATTER", "업무"),
    ("METHOD", "방법"), ("MONTH", "달"), ("NAME", "이름"), ("NO", "번호"), ("NOUN", "대상"), ("NUMBER", "수"), ("N", "수"), ("K", "수"),
    ("OTHER", "다른후보"), ("OUTCOME", "결과"), ("PERCENT", "백분율"), ("POINTS", "점수"), ("PRIZE", "상금"), ("RATER", "심사위원"),
    ("RECORD", "기록"), ("RESULT", "결과"), ("REV", "rev"), ("ROUND", "평가"), ("RUBRIC", "심사표"), ("RULE", "규칙"), ("SECONDS", "초"),
    ("SECTION", "부문"), ("SEQ", "순번"), ("SHELL", "셸"), ("SOURCE", "근거"), ("STAFF", "직원"), ("STATE", "상태"), ("TEXT", "내용"),
    ("TIME", "때"), ("TITLE", "제목"), ("TO", "대상"), ("TRACK", "부문"), ("UNIT", "단위"), ("URL", "주소"), ("VALUE", "값"), ("VIEW", "보기"),
    ("WHAT", "대상"), ("WHEN", "언제"), ("WON", "원"), ("YEAR", "연도"), ("YES", "예"), ("OPTIONS", "옵션"), ("AUDITOR", "감사기관"),
    ("BASIS", "근거"), ("CHANNEL", "경로"), ("CONDITION", "요건"), ("COVERS", "범위"), ("DOC", "문서번호"), ("EVENT", "항목"), ("GRADES", "등급"),
    ("MEASURE", "우대코드"), ("MEMBER", "위원"), ("NAME_EN", "영문이름"), ("PETITION", "민원구분"), ("POSITION", "직위"), ("REASON", "사유"),
    ("SCHEME", "기준"), ("SHARE", "기여도"), ("STAGE", "단계"), ("TEMPLATE", "양식"), ("TYPE", "유형"),
    // What there is to choose from, as the words that are read for it.
    ("yes/no", "예/아니오"), ("confirmed/partly/not_confirmed", "확인/일부확인/확인되지않음"), ("form/neglect/desk/authority", "적당편의/복지부동/탁상행정/기타관중심행정"),
    ("first_petition/urging/question/complaint", "처음낸민원/처리기한안의독촉/법령·절차질의/단순불만"),
];

/// Whether a word stands for what is to be typed, in either language.
pub fn is_one(word: &str) -> bool {
    is_never_meant(word) || WORDS.iter().any(|(_, korean)| *korean == word)
}

/// Whether nobody means a word: one in capitals, of more than the letter that may be anything,
/// or the mark for whatever is to be written.
pub fn is_never_meant(word: &str) -> bool {
    word == BLANK || word.len() > 1 && WORDS.iter().any(|(capital, _)| *capital == word)
}

/// A command, or the name of a value, with its placeholders in the language of the reader.
/// What stands in quotes was typed by someone and stays.
pub fn in_lang(typed: &str, lang: Lang) -> String {
    if lang == Lang::En {
        return typed.to_owned();
    }
    let mut out = String::new();
    for (at, part) in shell::parts(typed).into_iter().enumerate() {
        if at % 2 == 0 { translate(part, &mut out) } else { out.push_str(part) }
    }
    out
}

fn translate(part: &str, out: &mut String) {
    let is_inside = |c: char| c.is_alphanumeric() || "_-/".contains(c);
    let mut rest = part;
    while !rest.is_empty() {
        let end = rest.find(|c| !is_inside(c)).unwrap_or(rest.len());
        let word = &rest[..end];
        out.push_str(WORDS.iter().find(|(capital, _)| *capital == word).map_or(word, |(_, korean)| korean));
        let gap = rest[end..].find(is_inside).unwrap_or(rest.len() - end);
        out.push_str(&rest[end..end + gap]);
        rest = &rest[end + gap..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_placeholders_are_put_into_korean() {
        for (english, korean) in [
            ("proadmin dept add NAME", "proadmin dept add 이름"),
            ("proadmin milestone add KT-2024-01 TITLE --due DATE", "proadmin milestone add KT-2024-01 제목 --due 날짜"),
            ("proadmin task add --year <YEAR> <TITLE> [OPTIONS]", "proadmin task add --year <연도> <제목> [옵션]"),
            ("NOUN|DIR", "대상|폴더"),
            ("NAME=VALUE", "이름=값"),
            ("proadmin reward offer EV-2024-01 --person E-01:STAFF", "proadmin reward offer EV-2024-01 --person E-01:직원"),
            ("proadmin task add '그의 $5 NAME' --dept DEPT", "proadmin task add '그의 $5 NAME' --dept 부서"),
            (
                "proadmin exemption finding PC-2026-001 --met yes/no --document NO",
                "proadmin exemption finding PC-2026-001 --met 예/아니오 --document 번호",
            ),
            ("proadmin task add \"NAME\" --month YYYY-MM", "proadmin task add \"NAME\" --month YYYY-MM"),
        ] {
            assert_eq!(in_lang(english, Lang::Ko), korean);
            assert_eq!(in_lang(english, Lang::En), english);
        }
    }
}
