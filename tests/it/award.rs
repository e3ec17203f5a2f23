//! Awards of other bodies, and what came of them.

use std::collections::BTreeMap;

use crate::office::Office;

fn office() -> Office {
    let office = Office::on("2025-12-05");
    office.run("dept add 교통과").ok();
    office.run("staff add 박셋 --dept 교통과").ok();
    office.run("task add \"공영주차장 공유\" --year 2025 --dept 교통과").ok();
    office
}

const ADD: &str = "award add \"적극행정 우수사례 경진대회\" --on 2025-11-20 --body 행정안전부 --section 기초 --grade 우수 --rank 2";

#[test]
fn an_award_is_told_with_what_it_was_for_and_what_came_of_it() {
    let office = office();
    office.run(&format!("{ADD} --dept 교통과 --staff 박셋 --case \"주차장 공유\" --for kt-2025-01 --prize 특별교부세")).ok();
    office.run("award follow-up AW-2025-01 --text \"조례를 고침\" --on 2025-11-25").ok();
    office.run("award follow-up AW-2025-01 --text \"서울 전역에 확산\" --link https://example.kr/1 --on 2025-12-01").ok();
    let item = &office.items("award show AW-2025-01")[0];
    for (key, value) in [
        ("kind", "contest"),
        ("body", "행정안전부"),
        ("section", "기초"),
        ("grade", "우수"),
        ("org", "노원구"),
        ("department", "교통과"),
        ("staff", "박셋"),
        ("record", "KT-2025-01"),
        ("outcome", "서울 전역에 확산"),
        ("link", "https://example.kr/1"),
    ] {
        assert_eq!(item[key], value, "{key}");
    }
    assert_eq!(item["rank"], 2);
    assert_eq!(item["outcomes"].as_array().map(Vec::len), Some(2));
    let then = &office.items("award show AW-2025-01 --as-of 2025-11-30")[0];
    assert_eq!(then["outcome"], "조례를 고침");
    assert!(office.rows("award list --as-of 2025-11-19").is_empty());
    office.run("award edit AW-2025-01 --grade 최우수 --rank 1").ok();
    assert_eq!(office.column("award list --dept 교통과 --year 2025", "grade"), ["최우수"]);
    office.run("award edit AW-2025-01 --clear rank").ok();
    assert_eq!(office.column("award list", "rank"), [""]);
    office.run("search 확산").ok().says("AW-2025-01");
    office.run("task void KT-2025-01 --reason 오기").ok();
    assert_eq!(office.column("award list", "record"), [""], "a void record is not named");
    office.run("staff void 박셋 --reason 오기").refused(4, "E0357");
    office.run("award void AW-2025-01 --reason 오기").ok();
    assert!(office.rows("award list").is_empty());
    assert_eq!(office.column("award list --state void", "code"), ["AW-2025-01"]);
    office.run("award follow-up AW-2025-01 --text 확산").refused(4, "E0491");
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_recorded() {
    let office = office();
    office.run(ADD).ok();
    let entries = office.entries();
    for (command, code, rule) in [
        ("award add 대회 --for KT-2025-09", 3, "E0"),
        ("award add 대회 --dept 없는과", 3, "E0301"),
        ("award add 대회 --staff 없는이", 3, "E0301"),
        ("award add 대회 --org 강남구 --staff 박셋", 4, "E0495"),
        ("award add 대회 --on 2025-12-06", 4, "E0111"),
        ("award add 대회 --year 2024 --on 2025-12-01", 4, "E0492"),
        ("award add 대회 --year 2026", 4, "E0494"),
        ("award edit AW-2025-01 --on 2024-11-20", 4, "E0492"),
        ("award follow-up AW-2025-01 --text 확산 --on 2025-11-19", 4, "E0493"),
        ("award show AW-2025-02", 3, "E0301"),
    ] {
        office.run(command).refused(code, rule);
    }
    assert_eq!(office.entries(), entries);
    // Another office's department is whatever it is called there.
    office.run("award add 대회 --org 강남구 --dept 없는과").ok();
    assert_eq!(office.column("award list --ours", "code"), ["AW-2025-01"]);
    assert_eq!(office.column("award list --sort code", "department"), ["", "없는과"]);
}

#[test]
fn published_results_go_in_and_come_out_counted() {
    let office = office();
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/contest-results.csv");
    office.run(&format!("import award {file}")).ok();
    office.run(&format!("import award {file}")).ok().says("nothing differs");
    // Counted anew from the file itself.
    let mut expected: BTreeMap<(String, String, String), i64> = BTreeMap::new();
    let mut reader = csv::Reader::from_path(file).expect("a file");
    let header = reader.headers().expect("a header").clone();
    let at = |name: &str| header.iter().position(|column| column == name).expect("a column");
    for record in reader.records() {
        let record = record.expect("a row");
        let key = (record[at("year")].to_owned(), record[at("contest")].to_owned(), record[at("grade")].to_owned());
        *expected.entry(key).or_default() += 1;
    }
    let rows = office.rows("query 'SELECT year, contest, grade, awards FROM award_count'");
    let found: BTreeMap<(String, String, String), i64> = rows
        .into_iter()
        .map(|row| ((row["year"].clone(), row["contest"].clone(), row["grade"].clone()), row["awards"].parse().expect("a count")))
        .collect();
    assert_eq!(found, expected);
    assert_eq!(office.column("award list --ours", "case_title"), ["카카오톡 체납알림서비스", "복지 더 채움"]);
    assert_eq!(office.rows("award list").len(), 8);
    assert!(office.column("export award", "source").iter().all(|source| !source.is_empty()));
}

#[test]
fn an_export_is_imported_again_and_gives_the_same() {
    let office = office();
    office.run(&format!("{ADD} --dept 교통과 --staff 박셋 --for KT-2025-01")).ok();
    office.run("award follow-up AW-2025-01 --text 확산 --link https://example.kr/1 --on 2025-12-01").ok();
    office.run("award add 시장표창 --year 2024 --kind commendation --org 강남구 --dept 총무과").ok();
    let exported = office.run("export award").ok().stdout;
    let other = self::office();
    other.write("out.csv", &exported);
    other.run("import award out.csv").ok();
    assert_eq!(other.run("export award").ok().stdout, exported);
    other.run("import award out.csv").ok().says("nothing differs");
    other.write(
        "other.csv",
        "year,contest,department,staff,record\n2025,대회,없는과,,\n2025,대회,,없는이,\n2025,대회,,,KT-2025-77\n2026,대회,,,\n",
    );
    let entries = other.entries();
    let wrong = other.run("import award other.csv").refused(4, "E0341");
    for line in ["line 2", "line 3", "line 4", "line 5"] {
        assert!(wrong.stderr.contains(line), "{line}: {}", wrong.stderr);
    }
    assert_eq!(other.entries(), entries);
}
