//! Finding text in every record.

use unicode_normalization::UnicodeNormalization;

use crate::office::Office;

fn office() -> Office {
    let office = Office::on("2024-05-20");
    for command in [
        "dept add 푸른도시과",
        "staff add 홍길동 --dept D-01",
        "task add '음악분수 Smart 개선' --year 2024 --dept D-01 --due 2024-12-31 --background '노후 설비로 민원이 많다'",
        "task add '청년 지원 100%' --year 2024 --dept D-01",
        "task add 무효과제음악 --year 2024 --dept D-01",
        "task void KT-2024-03 --reason 착오",
        "consult file '분수_점용 허가' --dept D-01 --received-on 2024-05-02 --law '도로법 제61조'",
        "consult supplement PC-2024-001 --on 2024-05-03 --reason '현장 도면'",
    ] {
        office.run(command).ok();
    }
    office
}

fn found(office: &Office, words: &str) -> Vec<(String, String, String)> {
    let rows = office.run_words(&["search", words, "-o", "csv"], "").ok().rows();
    rows.into_iter().map(|row| (row["kind"].clone(), row["code"].clone(), row["field"].clone())).collect()
}

fn hit(kind: &str, code: &str, field: &str) -> (String, String, String) {
    (kind.to_owned(), code.to_owned(), field.to_owned())
}

#[test]
fn words_are_found_wherever_text_stands() {
    let office = office();
    let task = |field| hit("task", "KT-2024-01", field);
    let consult = |field| hit("consult", "PC-2024-001", field);
    for (words, hits) in [
        ("음악", vec![task("title")]),
        ("수", vec![task("title"), consult("title")]),
        ("smart SMART", vec![task("title")]),
        ("음악 개선", vec![task("title")]),
        ("음악 없음", vec![]),
        ("민원", vec![task("background")]),
        ("도로법", vec![consult("law")]),
        ("도면", vec![consult("note")]),
        ("홍길", vec![hit("staff", "S-0001", "name")]),
        ("푸른도시", vec![hit("dept", "D-01", "name")]),
        ("%", vec![hit("task", "KT-2024-02", "title")]),
        ("수_점", vec![consult("title")]),
        ("'; --", vec![]),
        ("kt-2024-02", vec![hit("task", "KT-2024-02", "code")]),
    ] {
        assert_eq!(found(&office, words), hits, "{words}");
    }
    office.run_words(&["search", " "], "").refused(2, "E0721");
}

#[test]
fn hangul_typed_in_pieces_finds_hangul_stored_whole() {
    let office = office();
    let pieces: String = "음악".nfd().collect();
    assert_ne!(pieces, "음악");
    assert_eq!(found(&office, &pieces), [hit("task", "KT-2024-01", "title")]);
}

#[test]
fn a_search_as_of_a_day_finds_what_was_there() {
    let office = office();
    let at = |day: &str| office.rows(&format!("search 도면 --as-of {day}")).len();
    assert_eq!((at("2024-05-02"), at("2024-05-03")), (0, 1));
    assert_eq!(office.rows("search 분수 --as-of 2024-05-01").len(), 1);
}

#[test]
fn a_kind_can_be_chosen_and_codes_are_never_translated() {
    let office = office().in_korean();
    assert_eq!(office.column("search 분수 --kind consult", "code"), ["PC-2024-001"]);
    assert_eq!(office.column("search 분수 --kind 사전컨설팅", "code"), ["PC-2024-001"]);
    office.run("search 분수 --kind 없는종류").refused(2, "E0103").hints("consult(사전컨설팅)");
    let json = office.run("search 분수 -o json").ok().json();
    assert_eq!(json["items"][0]["kind"], "task");
    office.run("search 분수").ok().says("중점과제");
}

#[test]
fn a_petitioner_is_not_found_by_name() {
    let office = office();
    office.run("consult file 민원 --dept D-01 --applicant-type petitioner --applicant 남궁카나리아").ok();
    assert!(office.rows("search 남궁카나리아").is_empty());
    assert_eq!(office.rows("search '남****아'").len(), 1);
}

#[test]
fn what_was_found_is_called_by_its_label_to_people_and_by_its_key_to_programs() {
    let mut office = Office::on("2024-05-20");
    office.run("dept add 가과").ok();
    office.run("consult file 점용 --dept 가과 --law 도로법 --own-opinion '도로 점용 가능'").ok();
    office.speak(true);
    office.run("search 점용").ok().says("건명").says("자체 의견");
    assert_eq!(office.column("search 점용", "field"), ["title", "own_opinion"]);
}
