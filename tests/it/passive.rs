//! Passive-administration reports, from the receipt to the ACRC.

use crate::office::Office;

/// An office on Monday 2024-04-01 with one report of 2024-03-04, due 2024-03-12, and an
/// anonymous one of 2024-03-05, due 2024-03-13.
fn office() -> Office {
    let office = Office::on("2024-04-01");
    for command in ["dept add 교통과", "dept add 감사담당관", "staff add 김하나 --dept 감사담당관"] {
        office.run(command).ok();
    }
    office
        .run("passive add '단속을 하지 않음' --dept 교통과 --received-on 2024-03-04 --reporter 남궁카나리 --handler 김하나")
        .ok()
        .says("due 2024-03-12 (Tue)")
        .hints("passive classify PA-2024-001");
    office.run("passive add 불친절 --anonymous --received-on 2024-03-05 --channel telephone").ok().says("due 2024-03-13 (Wed)");
    office
}

fn found(office: &Office, code: &str, result: &str) {
    office.run(&format!("passive classify {code} --type 복지부동 --on 2024-03-05")).ok();
    office.run(&format!("passive find {code} --result {result} --text 조사 --on 2024-03-07")).ok();
}

#[track_caller]
fn state(office: &Office, code: &str, flags: &str) -> String {
    let rows = office.rows(&format!("passive list --all {flags}"));
    rows.into_iter().find(|row| row["code"] == code).map_or_else(String::new, |row| row["state"].clone())
}

#[test]
fn a_report_goes_from_receipt_to_the_acrc_and_every_day_keeps_its_state() {
    let office = office();
    let code = "PA-2024-001";
    office.run(&format!("passive classify {code} --type neglect --on 2024-03-05")).ok().hints("passive find");
    office.run(&format!("passive supplement {code} --reason 사진 --on 2024-03-06")).ok().hints("passive resume");
    office.run(&format!("passive resume {code} --on 2024-03-11")).ok().says("due 2024-03-14 (Thu)");
    office.run(&format!("passive extend {code} --days 7 --reason 현장 --on 2024-03-12")).ok().says("due 2024-03-25 (Mon)");
    office.run(&format!("passive find {code} --result confirmed --text '3주 방치' --on 2024-03-14")).ok().hints("passive remedy");
    office.run(&format!("passive remedy {code} --kind corrected --text 단속 --on 2024-03-15")).ok().hints("passive answer");
    office.run(&format!("passive answer {code} --text 조치하였습니다 --on 2024-03-18")).ok().says("in time (due 2024-03-25 (Mon))");
    office.run(&format!("passive re-report {code} --on 2024-03-20")).ok();
    office.run(&format!("passive re-report {code} --outcome recommended --outcome-on 2024-03-28 --note 재조사")).ok();
    for (day, stands) in [
        ("2024-03-03", ""),
        ("2024-03-04", "received"),
        ("2024-03-05", "classified"),
        ("2024-03-06", "paused"),
        ("2024-03-11", "classified"),
        ("2024-03-14", "found"),
        ("2024-03-18", "answered"),
    ] {
        assert_eq!(state(&office, code, &format!("--as-of {day}")), stands, "{day}");
    }
    let show = &office.items(&format!("passive show {code}"))[0];
    for (key, value) in [
        ("type", "neglect"),
        ("finding", "confirmed"),
        ("remedy", "corrected"),
        ("answered_on", "2024-03-18"),
        ("re_reported_on", "2024-03-20"),
        ("acrc_outcome", "recommended"),
        ("acrc_decided_on", "2024-03-28"),
        ("reporter", "남***리"),
    ] {
        assert_eq!(show[key], value, "{key}");
    }
    let before = &office.items(&format!("passive show {code} --as-of 2024-03-27"))[0];
    assert!(before["acrc_outcome"].is_null() && before["re_reported_on"] == "2024-03-20");
}

#[test]
fn seven_and_fourteen_days_of_a_petition_by_its_kind() {
    let office = Office::on("2026-11-21");
    for (petition, received, due) in [
        ("grievance", "2024-02-05", "2024-02-15"),
        ("suggestion", "2024-02-05", "2024-02-26"),
        ("question", "2025-01-20", "2025-02-03"),
        ("grievance", "2025-04-30", "2025-05-12"),
        ("grievance", "2025-09-30", "2025-10-15"),
        ("legal_question", "2025-09-30", "2025-10-24"),
        ("grievance", "2026-02-11", "2026-02-24"),
        ("question", "2026-04-29", "2026-05-11"),
        ("grievance", "2026-05-20", "2026-05-29"),
        ("grievance", "2026-07-13", "2026-07-22"),
        ("suggestion", "2026-09-21", "2026-10-14"),
    ] {
        let added = office.run(&format!("passive add 건 --petition {petition} --received-on {received} -o json")).ok().json();
        assert_eq!(added["items"][0]["due"], due, "{petition} {received}");
        let code = added["items"][0]["code"].as_str().expect("a code").to_owned();
        let told = office.rows(&format!("due explain {code}"));
        assert_eq!((told[0]["day_no"].as_str(), told[0]["why"].as_str()), ("1", "received"), "the first day counts");
        let last = told.last().expect("days");
        assert_eq!((last["date"].as_str(), last["why"].as_str()), (due, "due"));
        assert_eq!(last["day_no"], if matches!(petition, "suggestion" | "legal_question") { "14" } else { "7" });
    }
}

#[test]
fn what_is_no_such_report_is_passed_on_and_says_why() {
    let office = office();
    for (ground, no) in [("first_petition", 3), ("urging", 4), ("question", 5), ("단순 불만", 6)] {
        let code = format!("PA-2024-00{no}");
        office.run(&format!("passive add 민원{no} --received-on 2024-03-06")).ok();
        office.run(&format!("passive pass {code} --to 교통과 --ground '{ground}' --on 2024-03-07")).ok().says("교통과");
        assert_eq!(state(&office, &code, ""), "passed");
    }
    let show = &office.items("passive show PA-2024-006")[0];
    assert_eq!((show["ground"].as_str(), show["passed_to"].as_str()), (Some("complaint"), Some("교통과")));
    assert!(show["in_time"].is_null() && show["days_left"].is_null());
    assert_eq!(office.column("due list", "code"), ["PA-2024-001", "PA-2024-002"]);
    found(&office, "PA-2024-001", "partly");
    office.run("passive pass PA-2024-001 --to 교통과 --ground urging").refused(4, "E1916");
}

#[test]
fn an_anonymous_report_is_owed_no_reply_and_a_named_one_is() {
    let office = office();
    found(&office, "PA-2024-001", "not_confirmed");
    found(&office, "PA-2024-002", "confirmed");
    office.run("passive answer PA-2024-001 --no-reply").refused(4, "E1915").hints("passive answer PA-2024-001 --text");
    office.run("passive answer PA-2024-002 --text 안내").refused(4, "E1914").hints("--no-reply");
    office.run("passive answer PA-2024-002 --no-reply --on 2024-03-14").ok().says("late (due 2024-03-13 (Wed))");
    office.run("passive re-report PA-2024-002").refused(4, "E1919");
    office.run("passive answer PA-2024-001").refused(2, "E0104");
    office.run("passive remedy PA-2024-001 --kind warned --text 주의").refused(4, "E1913");
    office.run("passive remedy PA-2024-002 --kind warned --text 주의 --on 2024-03-20").ok();
    assert_eq!(state(&office, "PA-2024-002", ""), "settled");
    office.run("passive add 셋째 --anonymous --reporter 홍길동").refused(2, "E0105");
}

#[test]
fn what_cannot_happen_is_refused_with_its_way_out_and_nothing_is_recorded() {
    let office = office();
    office.run("passive supplement PA-2024-002 --reason 장소 --on 2024-03-06").ok();
    office.run("passive resume PA-2024-002 --on 2024-03-07").ok();
    office.run("passive supplement PA-2024-002 --reason 때 --on 2024-03-08").ok();
    let entries = office.entries();
    for (verb, code, rule, way_out) in [
        ("classify PA-2024-001 --type desk --on 2024-03-03", 4, "E1901", "--on 2024-03-04"),
        ("classify PA-2024-001 --type desk --on 2024-04-02", 4, "E0111", ""),
        ("supplement PA-2024-002 --reason 또", 4, "E1910", "passive dismiss PA-2024-002"),
        ("resume PA-2024-001", 4, "E1903", "passive supplement PA-2024-001"),
        ("find PA-2024-001 --result confirmed --text x", 4, "E1911", "passive classify PA-2024-001"),
        ("answer PA-2024-001 --text x", 4, "E1911", "passive pass PA-2024-001"),
        ("remedy PA-2024-001 --kind warned --text x", 4, "E1912", "passive find PA-2024-001"),
        ("extend PA-2024-001 --days 1 --reason x --on 2024-03-13", 4, "E1906", "due explain"),
        ("extend PA-2024-001 --days 8 --reason x --on 2024-03-12", 4, "E1907", "--days 7"),
        ("dismiss PA-2024-001", 4, "E1918", "passive supplement"),
        ("re-report PA-2024-001", 4, "E1919", ""),
        ("re-report PA-2024-001 --outcome closed --outcome-on 2024-03-20", 4, "E1920", "passive re-report"),
        ("link PA-2024-001 --to PA-2024-001", 4, "E1930", ""),
        ("link PA-2024-001 --to PL-2024-99", 3, "E0306", "search"),
        ("show PA-2024-009", 3, "E0301", "passive list"),
        ("pass PA-2024-001 --to 없는과 --ground urging", 3, "E0", "dept list"),
        ("classify PA-2024-001 --type lazy", 2, "E0103", "neglect"),
        ("void PA-2024-001 --act 7 --reason x", 3, "E1923", "passive show"),
        ("edit PA-2024-001 --received-on 2024-03-05", 2, "E1928", "--reason"),
        ("add 하나 --received-on 2024-04-02", 4, "E0111", ""),
    ] {
        office.run(&format!("passive {verb}")).refused(code, rule).hints(way_out);
    }
    assert_eq!(office.entries(), entries);
    office.run("passive resume PA-2024-002 --on 2024-03-11").ok();
    office.run("passive supplement PA-2024-002 --reason 셋째").refused(4, "E1910").hints("passive classify PA-2024-002");
    let came = office.run("passive dismiss PA-2024-002 --on 2024-03-12 --reason 불응").refused(4, "E1932");
    came.hints("passive classify PA-2024-002").hints("passive void PA-2024-002 --act 4");
}

#[test]
fn who_was_asked_twice_and_handed_nothing_in_is_dismissed() {
    let office = office();
    office.run("passive add 셋째 --received-on 2024-03-05 --anonymous").ok();
    for code in ["PA-2024-002", "PA-2024-003"] {
        let asked = office.run(&format!("passive supplement {code} --reason 장소 --on 2024-03-06"));
        asked.ok().says("the clock stands");
    }
    office.run("passive supplement PA-2024-002 --reason 다시 --on 2024-03-11").ok();
    for code in ["PA-2024-002", "PA-2024-003"] {
        office.run(&format!("passive resume {code} --on 2024-03-20")).ok();
    }
    let due = |code: &str| office.items(&format!("passive show {code}"))[0]["due"].clone();
    assert_eq!(due("PA-2024-002"), due("PA-2024-003"), "asked once more, the clock stands no longer");
    office.run("passive void PA-2024-002 --act 3 --reason 착오").ok();
    office.run("passive dismiss PA-2024-002 --on 2024-03-22 --reason 불응").ok();
    assert_eq!(state(&office, "PA-2024-002", ""), "dismissed");
    office.run("export passive --out passive.csv").ok();
    office.run("init --db other.db --org 다른구").ok();
    for noun in ["dept", "staff"] {
        office.run(&format!("export {noun} --out {noun}.csv")).ok();
        office.run(&format!("import {noun} {noun}.csv --db other.db")).ok();
    }
    office.run("import passive passive.csv --db other.db").ok();
    assert_eq!(state(&office, "PA-2024-002", "--db other.db"), "dismissed", "a past year is entered whole");
}

#[test]
fn what_was_entered_by_mistake_is_taken_back_and_its_number_stays() {
    let office = office();
    found(&office, "PA-2024-001", "confirmed");
    office.run("passive answer PA-2024-001 --text 조치 --on 2024-03-11").ok();
    office.run("passive edit PA-2024-001 --petition suggestion").refused(4, "E1927").hints("--act 3");
    office.run("passive void PA-2024-001 --reason x").refused(4, "E1917").hints("passive void PA-2024-001 --act 3");
    office.run("passive void PA-2024-001 --act 2 --reason x").refused(4, "E1924").hints("--act 2,3");
    office.run("passive void PA-2024-001 --act 3 --reason 오기").ok();
    assert_eq!(state(&office, "PA-2024-001", ""), "found");
    office.run("passive edit PA-2024-001 --petition suggestion").ok().says("due 2024-03-12 (Tue) → 2024-03-21 (Thu)");
    office.run("passive answer PA-2024-001 --text 조치 --on 2024-03-21").ok().says("in time");
    let history = office.items("passive show PA-2024-001")[0]["history"].as_array().expect("acts").clone();
    assert_eq!(history.last().expect("an act")["no"], 4);
    office.run("passive void PA-2024-002 --reason 중복").ok();
    assert_eq!(office.column("passive list", "code"), ["PA-2024-001"]);
    assert!(office.rows("due list").is_empty());
    office.run("passive classify PA-2024-002 --type desk").refused(4, "E1909");
}

#[test]
fn a_report_is_linked_to_what_the_office_did_because_of_it() {
    let office = office();
    office.run("training add '소극행정 예방 교육' --on 2024-03-20").ok();
    office.run("passive link PA-2024-001 --to tr-2024-01 --note 재발방지 --on 2024-03-21").ok().says("소극행정 예방 교육");
    let links = office.items("passive show PA-2024-001")[0]["links"].clone();
    assert_eq!((links[0]["record"].as_str(), links[0]["kind"].as_str()), (Some("TR-2024-01"), Some("training")));
    assert!(office.items("passive show PA-2024-001 --as-of 2024-03-20")[0]["links"].is_null());
    office.run("training void TR-2024-01 --reason 취소").ok();
    assert!(office.items("passive show PA-2024-001")[0]["links"].is_null(), "a voided record drops out");
}

#[test]
fn both_kinds_of_clocks_stand_in_one_list_and_move_with_the_calendar() {
    let mut office = office();
    office.run("consult file 점용 --dept 교통과 --received-on 2024-02-12").ok().says("due 2024-03-13");
    office.turn_to("2024-03-11");
    assert_eq!(office.column("due list", "code"), ["PA-2024-001", "PA-2024-002", "PC-2024-001"]);
    assert_eq!(office.column("due list", "kind"), ["passive", "passive", "consult"]);
    assert_eq!(office.column("due forecast", "codes"), ["PA-2024-001", "PA-2024-002 PC-2024-001"]);
    let moved: Vec<String> =
        office.rows("calendar impact 2024-03-13").iter().map(|row| format!("{} {}", row["code"], row["after"])).collect();
    assert_eq!(moved, ["PA-2024-002 2024-03-14", "PC-2024-001 2024-03-14"]);
    office.turn_to("2024-03-13");
    let whats: Vec<String> = office.rows("today").iter().map(|row| format!("{} {} {}", row["kind"], row["code"], row["what"])).collect();
    assert_eq!(whats[..3], ["passive PA-2024-001 overdue", "consult PC-2024-001 due_soon", "passive PA-2024-002 due_soon"]);
    office.run("passive supplement PA-2024-002 --reason 장소").ok();
    office.turn_to("2024-03-28");
    assert!(office.rows("today").iter().any(|row| row["code"] == "PA-2024-002" && row["what"] == "paused_long"));
    office.run("today").ok().hints("proadmin passive resume PA-2024-002");
    assert_eq!(
        office.column("due list --as-of 2024-03-04", "code"),
        ["PC-2024-001", "PA-2024-001"].map(str::to_owned).iter().rev().cloned().collect::<Vec<_>>()
    );
}

#[test]
fn a_reporters_name_is_in_no_entry_and_no_answer_however_it_comes() {
    let office = office();
    let canary = "남궁카나리";
    office.run(&format!("passive edit PA-2024-002 --reporter {canary}")).ok();
    office.write("in.csv", format!("title,received_on,reporter\n가져온 것,2024-03-07,{canary}\n"));
    office.run("passive import in.csv").ok().says("1 new");
    office.write("bad.csv", format!("title,received_on,reporter,department\n나쁜 것,2024-03-07,{canary},없는과\n"));
    let refused = office.run("passive import bad.csv").refused(4, "E0341");
    let entries = office.entries();
    office.run("passive import in.csv").ok().says("nothing differs");
    assert_eq!(office.entries(), entries);
    let shown: String = ["passive list", "passive show PA-2024-001", "passive show PA-2024-003", "search 카나리", "log", "export passive"]
        .iter()
        .flat_map(|verb| ["table", "json", "csv"].map(|format| office.run(&format!("{verb} -o {format}")).stdout))
        .collect();
    assert!(!shown.contains(canary) && shown.contains("남***리") && !refused.stderr.contains(canary));
    let conn = office.open();
    for (table, columns) in
        [("entry", "command || coalesce(reason, '')"), ("change", "coalesce(row, '')"), ("passive_report", "coalesce(reporter, '')")]
    {
        let sql = format!("SELECT count(*) FROM {table} WHERE {columns} LIKE '%{canary}%'");
        assert_eq!(conn.query_row(&sql, (), |row| row.get::<_, i64>(0)).expect("a count"), 0, "{table}");
    }
    let kept: i64 = conn.query_row("SELECT count(*) FROM private WHERE value = ?1", [canary], |row| row.get(0)).expect("a count");
    assert_eq!(kept, 3, "one for each report, and none for a name said again");
}

#[test]
fn a_past_year_is_entered_with_its_endings_and_what_was_exported_goes_in_again() {
    let office = office();
    office.write(
        "2023.csv",
        "code,title,department,received_on,anonymous,petition,state,type,classified_on,finding,found_on,closed_on,ground,passed_to,re_reported_on,due\n\
         PA-2023-007,하나,교통과,2023-03-02,no,건의,answered,neglect,2023-03-03,confirmed,2023-03-08,2023-03-10,,,2023-03-20,2023-03-21\n\
         ,둘,교통과,2023-03-03,yes,,settled,form,2023-03-06,not_confirmed,2023-03-07,2023-03-08,,,,\n\
         ,셋,,2023-03-04,no,,passed,,,,,2023-03-06,urging,교통과,,\n\
         ,넷,,2023-03-05,no,,,,,,,,,,,\n",
    );
    office.run("passive import 2023.csv").ok().says("4 new");
    assert_eq!(office.column("passive list --year 2023", "state"), ["answered", "settled", "passed", "received"]);
    let entries = office.entries();
    office.run("passive import 2023.csv").ok().says("nothing differs");
    office.run("export passive --out again.csv").ok();
    office.run("passive import again.csv").ok().says("nothing differs");
    assert_eq!(office.entries(), entries);
    let fresh = Office::on("2024-04-01");
    for command in ["dept add 교통과", "dept add 감사담당관", "staff add 김하나 --dept 감사담당관"] {
        fresh.run(command).ok();
    }
    fresh.write("again.csv", office.read("again.csv"));
    fresh.run("passive import again.csv").ok().says("6 new");
    assert_eq!(fresh.run("passive list -o csv").ok().stdout, office.run("passive list -o csv").ok().stdout);
    office.write(
        "wrong.csv",
        "title,received_on,type,classified_on,state,closed_on,ground,due\n\
         가,2024-03-05,lazy,,,,,\n나,2024-05-05,,,,,,\n다,2024-03-05,form,,,,,\n라,2024-03-05,,,answered,2024-03-06,,\n마,2024-03-05,,,passed,2024-03-06,urging,\n바,2024-03-05,,,,,,2024-03-30\n",
    );
    let refused = office.run("passive import wrong.csv").refused(4, "E0341");
    for told in ["line 2 type", "line 3 received_on", "line 4 classified_on", "line 5 closed_on", "line 6 closed_on", "line 7 due"] {
        assert!(refused.stderr.contains(told), "{told}:\n{}", refused.stderr);
    }
    assert_eq!(office.entries(), entries);
}

/// National numbers of 2019, from the opening of the centre to the end of September
/// (taxtimes.co.kr, no. 242030): seven months, and the total as it was stated.
const NATIONAL_2019: &str = "org,period_start,period_end,metric,reports,note,source\n\
    전국,2019-03-22,2019-03-31,소극행정 신고,723,,taxtimes 242030\n\
    전국,2019-04-01,2019-04-30,소극행정 신고,3672,,taxtimes 242030\n\
    전국,2019-05-01,2019-05-31,소극행정 신고,3176,,taxtimes 242030\n\
    전국,2019-06-01,2019-06-30,소극행정 신고,3043,,taxtimes 242030\n\
    전국,2019-07-01,2019-07-31,소극행정 신고,2901,,taxtimes 242030\n\
    전국,2019-08-01,2019-08-31,소극행정 신고,2625,,taxtimes 242030\n\
    전국,2019-09-01,2019-09-30,소극행정 신고,2202,,taxtimes 242030\n\
    전국,2019-03-22,2019-09-30,소극행정 신고,\"18,342\",합계,taxtimes 242030\n";

#[test]
fn published_months_come_to_the_published_total() {
    let mut office = Office::on("2024-04-01");
    office.write("신고건수.csv", NATIONAL_2019);
    office.run("import passive 신고건수.csv").ok().says("8 new");
    office.run("import passive 신고건수.csv").ok().says("nothing differs");
    let told = |office: &Office, flags: &str| -> Vec<String> {
        let rows = office.rows(&format!("passive published {flags}"));
        let total = rows.into_iter().filter(|row| row["period_end"] == "2019-09-30" && row["period_start"] == "2019-03-22");
        total.map(|row| ["reports", "parts", "listed", "agrees"].map(|key| row[key].as_str()).join(" ")).collect()
    };
    assert_eq!(told(&office, ""), ["18342 7 18342 true"]);
    assert_eq!(office.rows("passive published --year 2019").len(), 8);
    assert!(office.rows("passive published --year 2020").is_empty());
    // A figure is known when its period is over: as of the end of May there are three months.
    assert_eq!(office.column("passive published --as-of 2019-05-31", "reports"), ["723", "3672", "3176"]);
    // Quarters between the months and the whole are not counted twice.
    office.write("분기.csv", "org,period_start,period_end,reports\n전국,2019-04-01,2019-06-30,9891\n전국,2019-07-01,2019-09-30,7728\n");
    office.run("import passive 분기.csv").ok();
    assert_eq!(told(&office, ""), ["18342 3 18342 true"]);
    assert!(office.rows("passive published").iter().filter(|row| row["parts"] != "0").all(|row| row["agrees"] == "true"));
    // A corrected figure no longer agrees; where a month is lacking, nothing is said.
    office.write("정정.csv", "org,period_start,period_end,reports\n전국,2019-07-01,2019-09-30,7700\n");
    office.run("import passive 정정.csv").ok().says("1 changed");
    assert_eq!(told(&office, ""), ["18342 3 18314 false"]);
    let gap = Office::on("2024-04-01");
    let lines: Vec<&str> = NATIONAL_2019.lines().collect();
    gap.write("빠짐.csv", [&lines[..3], &lines[4..]].concat().join("\n"));
    gap.run("import passive 빠짐.csv").ok();
    assert_eq!(told(&gap, ""), ["18342 6 15166 "]);
    let entries = gap.entries();
    gap.write("틀림.csv", "org,period_start,period_end,reports\n전국,2024-03-31,2024-03-01,5\n전국,2024-03-01,2024-04-30,5\n전국,2024-02-01,2024-02-29,-5\n,2024-01-01,2024-01-31,5\n");
    let wrong = gap.run("import passive 틀림.csv").refused(4, "E0341");
    for line in ["line 2 period_end", "line 3 period_end", "line 4 reports", "line 5 org"] {
        assert!(wrong.stderr.contains(line), "{line}: {}", wrong.stderr);
    }
    assert_eq!(gap.entries(), entries);
    gap.write("빈.csv", "note\n가\n");
    gap.run("import passive 빈.csv").refused(2, "E0334").hints("title");
    office.speak(true);
    assert!(office.run("passive published").ok().stdout.contains("부분의 합"));
}

#[test]
fn an_overlap_of_published_periods_does_not_hide_a_gap() {
    let office = Office::on("2024-03-01");
    let file = |rows: &str| format!("org,period_start,period_end,reports\n구청,2024-01-01,2024-01-30,30\n{rows}");
    // Thirty days in all, of which ten are counted twice and ten not at all.
    office.write("hidden.csv", file("구청,2024-01-01,2024-01-15,15\n구청,2024-01-06,2024-01-20,15\n"));
    office.run("import passive hidden.csv").ok();
    let whole = |office: &Office| {
        let row = office.rows("passive published").into_iter().find(|row| row["period_end"] == "2024-01-30").expect("the whole");
        (row["listed"].clone(), row["agrees"].clone())
    };
    assert_eq!(whole(&office), ("30".to_owned(), String::new()));
    let office = Office::on("2024-03-01");
    office.write("full.csv", file("구청,2024-01-16,2024-01-30,15\n구청,2024-01-01,2024-01-15,15\n구청,2024-01-02,2024-01-03,2\n"));
    office.run("import passive full.csv").ok();
    assert_eq!(whole(&office), ("30".to_owned(), "true".to_owned()));
}

#[test]
fn a_refused_correction_tells_the_report_as_it_stands() {
    let office = office();
    for act in ["supplement PA-2024-001 --reason 사진 --on 2024-03-06", "resume PA-2024-001 --on 2024-03-11"] {
        office.run(&format!("passive {act}")).ok();
    }
    // Two days the clock stood: due on the 14th, when it is extended.
    office.run("passive extend PA-2024-001 --days 7 --reason 현장 --on 2024-03-14").ok().says("due 2024-03-25 (Mon)");
    let refused = office.run("passive void PA-2024-001 --act 1,2 --reason 착오").refused(4, "E1922");
    refused.hints("run out on 2024-03-12").hints("· due 2024-03-25 (Mon)");
}

#[test]
fn a_remedy_that_was_recorded_before_a_reply_of_an_earlier_day_is_told() {
    let office = Office::on("2024-06-20");
    office.run("dept add 교통과").ok();
    for command in [
        "add 단속 --dept 교통과 --received-on 2024-06-03 --reporter 최강민",
        "classify PA-2024-001 --type neglect --on 2024-06-04",
        "find PA-2024-001 --result confirmed --text 조사 --on 2024-06-05",
        "remedy PA-2024-001 --kind corrected --text 조치 --on 2024-06-17",
    ] {
        office.run(&format!("passive {command}")).ok();
    }
    office.run("passive answer PA-2024-001 --text 회신 --on 2024-06-16").ok().hints("the remedy of 2024-06-17 (Mon) comes after the reply");
}
