//! Tables of cases: what is taken for personal data in a text, and what is not.

use super::*;

fn people(staff: &[&str], residents: &[&str], credited: &[&str]) -> People {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    People { staff: owned(staff), residents: owned(residents), credited: owned(credited) }
}

/// The kinds of what is found in a text with the staff 홍길동, 이둘 and Jane Doe, the residents
/// 최주민 and 남궁 제보, and 김하나, who is credited.
fn found(text: &str) -> Vec<(&'static str, String)> {
    let mut words = Words::default();
    words.set("problem", Some(text));
    scan(&words, &people(&["홍길동", "이둘", "Jane Doe"], &["최주민", "남궁 제보", "홍길동", "김하나", "박*민"], &["김하나"]))
        .into_iter()
        .map(|finding| (finding.kind, finding.found))
        .collect()
}

fn wide(text: &str) -> String {
    let wide = |c: char| if ('!'..='~').contains(&c) { char::from_u32(c as u32 + 0xFEE0).unwrap_or(c) } else { c };
    text.chars().map(wide).collect()
}

/// Each stands alone, in a sentence, taken apart (NFD) and in wide letters.
fn is_found(kind: &'static str, cases: &[&str]) {
    for case in cases {
        for text in [
            (*case).to_owned(),
            format!("문의는 {case}로 하십시오"),
            format!("첫 줄\n({case})"),
            case.nfd().collect(),
            format!("가 {case} 나").nfd().collect(),
            wide(case),
        ] {
            assert!(found(&text).iter().any(|(found, _)| *found == kind), "{kind} in {text:?}: {:?}", found(&text));
        }
    }
}

#[test]
fn telephones_are_found() {
    is_found(
        "telephone",
        &[
            "02-123-4567",
            "02-1234-5678",
            "02 123 4567",
            "(02)123-4567",
            "02)2116-3070",
            "021234567",
            "02.2116.3070",
            "031-123-4567",
            "064-1234-5678",
            "010-1234-5678",
            "01012345678",
            "010 1234 5678",
            "010.1234.5678",
            "010–1234–5678",
            "011-123-4567",
            "070-1234-5678",
            "07012345678",
            "080-123-4567",
            "0507-1234-5678",
            "05071234567",
            "+82-10-1234-5678",
            "+82 2 123 4567",
            "1588-1234",
            "1600-0000",
            "2116-3070",
            "123-4567",
            "010-\u{200B}1234-5678",
            "010-1234\n-5678",
            "010·1234·5678",
            "010 - 1234 - 5678",
            "82 10 1234 5678",
            "0 1 0 1 2 3 4 5 6 7 8",
            "0-2-1-2-3-4-5-6-7",
            "0.1.0 .1.2.3.4 .5.6.7.8",
        ],
    );
}

#[test]
fn resident_numbers_are_found() {
    is_found(
        "resident_number",
        &[
            "900101-1234567",
            "9001011234567",
            "900101 1234567",
            "900101 - 1234567",
            "900101–2234567",
            "001231-4******",
            "000000-1234567",
            "850229-7123456",
            "9 0 0 1 0 1 1 2 3 4 5 6 7",
        ],
    );
}

#[test]
fn plates_are_found() {
    is_found(
        "plate",
        &[
            "12가3456",
            "123가4567",
            "12가 3456",
            "12 가 3456",
            "123 허 4567",
            "서울12가3456",
            "서울 1가 1234",
            "경기 34바5678",
            "12조3456",
            "01배1234",
        ],
    );
}

#[test]
fn addresses_are_found() {
    is_found(
        "email",
        &["hong@nowon.go.kr", "hong.gil-dong+1@a.b.kr", "Hong@Example.COM", "hong @ nowon.go.kr", "hong(at)nowon.go.kr", "길동@노원.한국"],
    );
}

#[test]
fn names_of_staff_are_found_unless_credited() {
    is_found(
        "staff",
        &[
            "홍길동",
            "홍 길 동",
            "홍  길  동",
            "홍.길.동",
            "홍·길동",
            "홍\u{200B}길동",
            "홍길동주무관",
            "이둘",
            "Jane Doe",
            "JANE DOE",
            "JaneDoe",
        ],
    );
    for text in ["김하나 주무관", "홍길", "길동", "이 둘", "Jane", "xJaneDoes", "홍*동"] {
        assert_eq!(found(text), [], "{text}");
    }
    // A name inside a credited one is the credited one's.
    let mut words = Words::default();
    words.set("title", Some("김하나와 하나"));
    let found = scan(&words, &people(&["하나", "김하나"], &[], &["김하나"]));
    assert_eq!(found.iter().map(|finding| finding.found.as_str()).collect::<Vec<_>>(), ["하나"]);
    assert_eq!(found.len(), 1);
}

#[test]
fn names_of_residents_are_found_and_never_told_whole() {
    is_found("resident", &["최주민", "최 주 민", "최주민씨", "남궁제보", "남궁 제보"]);
    assert_eq!(found("최주민 씨와 홍길동"), [("resident", "최*민".to_owned()), ("staff", "홍길동".to_owned())]);
    for text in ["김하나 주무관", "최*민", "박*민", "주민 최고"] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn accounts_are_found() {
    for text in [
        "110-123-456789",
        "1002-123-456789",
        "301-0123-4567-89",
        "계좌 11012345678901",
        "국민은행 94370201234567 예금주",
        "농협: 3020012345678",
    ] {
        let kinds: Vec<&str> = found(text).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, ["account"], "{text}");
    }
}

#[test]
fn street_addresses_are_found() {
    is_found("address", &["노해로 437", "노해로437", "동일로 1414", "상계로12길 5-3", "강남대로 396", "누원길 8"]);
    for text in [
        "새로 12건",
        "앞으로 3년",
        "결과로 3명",
        "그대로 5",
        "제도로 1,200명",
        "노해로 3 개소",
        "산책길 3곳",
        "동일로 확장",
        "차로 2개",
        "기준으로 4",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn what_an_office_writes_every_day_is_not_personal_data() {
    for text in [
        "2024-05-02",
        "2024. 5. 2.",
        "2023-2024",
        "2019~2024년",
        "KT-2024-01",
        "PC-2024-0071",
        "1,234,567원",
        "제2024-1234호",
        "고시 2024-1234호",
        "제30조 2019년",
        "10조2000억",
        "12월 2024",
        "오전 10시 30분",
        "A동 101호",
        "3.14",
        "100%",
        "12가지 3456",
        "제12조제3항",
        "90일",
        "1234567890123",
        "2024년 3개 동 1200세대",
        "@노원구",
        "a@b",
        "예산 02억 3천",
        "주민 12345명",
        "1890-1910년",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn a_finding_says_where_it_stands_and_is_counted_once() {
    let mut words = Words::default();
    words.set("title", Some("분수 12가3456"));
    words.set("done", Some("첫 줄\n둘째 줄 010-1234-5678 홍길동\n02-123-4567"));
    let found = scan(&words, &people(&["홍길동"], &[], &[]));
    let places: Vec<(i64, &str, i64, &str, &str)> =
        found.iter().map(|f| (f.number, f.field.as_str(), f.line, f.kind, f.found.as_str())).collect();
    assert_eq!(
        places,
        [
            (1, "title", 1, "plate", "12가3456"),
            (2, "done", 2, "telephone", "010-1234-5678"),
            (3, "done", 2, "staff", "홍길동"),
            (4, "done", 3, "telephone", "02-123-4567"),
        ]
    );
}

#[test]
fn a_waiver_holds_for_the_line_as_it_stood() {
    let hash = |text: &str| {
        let mut words = Words::default();
        words.set("problem", Some(text));
        scan(&words, &People::default()).first().map(|finding| finding.sha256.clone())
    };
    assert_eq!(hash("대표전화 1588-1234\n끝"), hash("대표전화 1588-1234\n다른 끝"));
    assert_ne!(hash("대표전화 1588-1234"), hash("대표전화 1588-1235"));
    assert_ne!(hash("대표전화 1588-1234"), hash("김씨 전화 1588-1234"));
}
