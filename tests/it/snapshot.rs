//! Frozen months and the monthly report.

use crate::office::Office;

/// Last year's tasks, entered today: what happened has its days.
fn last_year() -> Office {
    let office = Office::on("2024-02-15");
    for command in [
        "dept add 푸른도시과",
        "dept add 감사담당관",
        "dept add 교통과",
        "task add \"음악분수 개선\" --year 2023 --dept 푸른도시과 --due 2023-12-20",
        "task add \"옥상 녹화\" --year 2023 --dept 푸른도시과 --start 2023-06-01 --due 2023-12-20",
        "task add \"사전컨설팅 활성화\" --year 2023 --dept 감사담당관 --due 2023-05-30",
        "task add \"마을버스\" --year 2023 --dept 교통과",
        "task add \"후보였던 과제\" --year 2023 --dept 교통과 --candidate",
        "task select KT-2023-05 --on 2023-06-01",
        "task complete KT-2023-04 --on 2023-04-30 --outcome met",
        "milestone add KT-2023-01 설계 --due 2023-03-31",
        "milestone add KT-2023-01 착공 --due 2023-05-20",
        "milestone add KT-2023-01 준공 --due 2023-11-30",
        "milestone done KT-2023-01 1 --on 2023-03-30",
        "milestone done KT-2023-01 2 --on 2023-06-10",
        "progress log KT-2023-01 --percent 35 --on 2023-04-30",
        "progress log KT-2023-01 --percent 40 --on 2023-05-31",
        "progress log KT-2023-01 --percent 90 --on 2023-06-01",
        "progress log KT-2023-03 --percent 75 --on 2023-05-15",
        "task complete KT-2023-03 --on 2023-06-02 --outcome met",
    ] {
        office.run(command).ok();
    }
    office
}

const MAY: [&str; 3] = [
    "KT-2023-01,음악분수 개선,푸른도시과,delayed,40,1,3,2023-12-20,true",
    "KT-2023-02,옥상 녹화,푸른도시과,planned,,0,0,2023-12-20,false",
    "KT-2023-03,사전컨설팅 활성화,감사담당관,delayed,75,0,0,2023-05-30,true",
];

fn frozen(office: &Office, command: &str) -> Vec<String> {
    let fields = "code,title,department,state,percent,milestones_done,milestones_total,due,delayed";
    let answer = office.run(&format!("{command} --fields {fields} -o csv")).ok();
    answer.stdout.lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn last_may_is_frozen_from_what_is_entered_today() {
    let office = last_year();
    office.run("snapshot take 2023-05").ok().says("3 tasks").says("2023-05-31");
    assert_eq!(frozen(&office, "snapshot show 2023-05"), MAY);
    let first: Vec<String> = office.run("snapshot show 2023-05 -o csv").ok().stdout.lines().take(2).map(str::to_owned).collect();
    assert_eq!(first[0], "month,code,title,department,state,percent,milestones_done,milestones_total,due,delayed,revision,department_code");
    assert!(first[1].starts_with("2023-05,KT-2023-01,"), "{}", first[1]);
    office.run("snapshot take 2023-06").ok();
    assert_eq!(
        office.column("snapshot show 2023-06", "state"),
        ["on_track", "on_track", "completed", "on_track"],
        "completed within the month is in it, completed before it is not, selected in it is"
    );
    office.run("snapshot take 2023-04").ok();
    assert_eq!(office.column("snapshot show 2023-04", "state"), ["on_track", "planned", "on_track", "completed"]);
}

#[test]
fn a_frozen_month_is_what_the_task_list_says_as_of_its_last_day() {
    let office = last_year();
    for month in ["2023-01-31", "2023-05-31", "2023-06-30", "2023-12-31"] {
        office.run(&format!("snapshot take {}", &month[..7])).ok();
        let fields = "code,title,department,state,percent,milestones_done,milestones_total,due,delayed,selected_on,closed_on";
        let first = format!("{}-01", &month[..7]);
        let listed: Vec<String> = office
            .rows(&format!("task list --year 2023 --as-of {month} --fields {fields}"))
            .into_iter()
            .filter(|row| !row["selected_on"].is_empty() && (row["closed_on"].is_empty() || row["closed_on"] >= first))
            .map(|row| fields.split(',').take(9).map(|field| row[field].clone()).collect::<Vec<_>>().join(","))
            .collect();
        assert!(!listed.is_empty());
        assert_eq!(frozen(&office, &format!("snapshot show {}", &month[..7])), listed, "{month}");
    }
}

#[test]
fn a_month_is_frozen_from_its_last_day_on() {
    let mut office = last_year();
    office.run("snapshot take 2024-02").refused(4, "E0471").hints("proadmin report monthly 2024-02");
    office.run("snapshot take 2024-03").refused(4, "E0471");
    office.turn_to("2024-02-29");
    office.run("snapshot take 2024-02").ok().says("0 tasks");
    office.run("snapshot take").refused(2, "E0104");
    office.run("snapshot take 2024-01 --last").refused(2, "E0105");
    office.run("snapshot take 2024-01 --as-of 2024-02-01").refused(2, "E0112");
    office.run("snapshot show 2023-12").refused(3, "E0472").hints("proadmin snapshot take 2023-12");
}

#[test]
fn on_the_same_facts_nothing_is_recorded_twice() {
    let office = last_year();
    office.run("snapshot take 2023-05").ok();
    let entries = office.entries();
    let again = office.run("snapshot take 2023-05 -q").ok();
    assert!(again.stderr.is_empty(), "{}", again.stderr);
    assert_eq!(office.entries(), entries);
    office.run("progress log KT-2023-01 --percent 95 --on 2023-06-20").ok();
    office.run("snapshot take 2023-05").ok();
    office.run("snapshot take 2023-05 --revise --reason 확인").ok();
    assert_eq!(office.column("snapshot list", "revision"), ["1"], "what happened in June is not May's");
}

#[test]
fn on_other_facts_it_is_refused_with_the_difference_until_it_is_revised() {
    let office = last_year();
    office.run("snapshot take 2023-05").ok();
    office.run("progress log KT-2023-02 --percent 5 --on 2023-05-31").ok();
    office.run("task stop KT-2023-03 --on 2023-05-31 --reason 중단").refused(4, "E0401");
    office.run("task add \"뒤늦게 넣은 과제\" --year 2023 --dept 교통과").ok();
    office.run("task void KT-2023-03 --reason 중복").ok();
    let entries = office.entries();
    let refused = office.run("snapshot take 2023-05").refused(4, "E0474");
    for said in ["KT-2023-02 progress", "none → 5%", "KT-2023-06 task", "KT-2023-03 task", "differences: 3", "--revise --reason"] {
        assert!(refused.stderr.contains(said), "{said}\n{}", refused.stderr);
    }
    office.run("snapshot take 2023-05 --revise").refused(2, "E0104");
    assert_eq!(office.entries(), entries);
    assert_eq!(office.rows("snapshot diff 2023-05").len(), 3, "the frozen month against the facts");
    office.run("snapshot take 2023-05 --revise --reason \"늦은 보고\"").ok().says("revision 2");
    assert_eq!(office.rows("snapshot diff 2023-05").len(), 0);
    assert_eq!(frozen(&office, "snapshot show 2023-05 --revision 1"), MAY, "the first revision stays as it was");
    assert_eq!(office.column("snapshot show 2023-05", "code"), ["KT-2023-01", "KT-2023-02", "KT-2023-06"]);
    assert_eq!(office.column("snapshot list", "latest"), ["false", "true"]);
    assert_eq!(office.column("snapshot list", "reason"), ["", "늦은 보고"]);
    office.run("snapshot show 2023-05 --revision 3").refused(3, "E0473");
    let differences = office.rows("snapshot diff 2023-05:1 2023-05:2");
    let said: Vec<String> =
        differences.iter().map(|row| ["code", "column", "before", "after"].map(|column| row[column].as_str()).join(" ")).collect();
    assert_eq!(said, ["KT-2023-02 percent  5", "KT-2023-06 code  KT-2023-06", "KT-2023-03 code KT-2023-03 "]);
    assert_eq!(office.run("snapshot diff 2023-05:1 2023-05:2 --exit-code").code, 10);
    assert_eq!(office.run("snapshot diff 2023-05 2023-05 --exit-code").code, 0);
    office.run("snapshot diff 2023-05:x").refused(2, "E0103");
}

#[test]
fn a_later_rename_or_plan_does_not_reach_a_frozen_month() {
    let office = last_year();
    office.run("snapshot take 2023-05").ok();
    office.run("dept rename 푸른도시과 --name 공원녹지과 --on 2023-05-10").ok();
    office.run("task edit KT-2023-01 --title \"분수 정비\" --due 2023-11-30").ok();
    assert_eq!(frozen(&office, "snapshot show 2023-05"), MAY);
    let columns = office.column("snapshot diff 2023-05", "column");
    assert_eq!(columns, ["title", "department", "due", "department"]);
}

#[test]
fn a_frozen_month_is_there_only_since_it_was_taken() {
    let mut office = last_year();
    office.run("snapshot take 2023-05").ok();
    office.turn_to("2024-02-20");
    office.run("progress log KT-2023-01 --percent 41 --on 2023-05-31").ok();
    office.run("snapshot take 2023-05 --revise --reason 정정").ok();
    office.run("snapshot show 2023-05 --as-of 2024-02-14").refused(3, "E0472");
    assert_eq!(office.column("snapshot show 2023-05 --as-of 2024-02-15", "percent"), ["40", "", "75"]);
    assert_eq!(office.column("snapshot list --as-of 2024-02-19", "latest"), ["true"]);
    assert_eq!(office.column("snapshot show 2023-05", "percent"), ["41", "", "75"]);
}

#[test]
fn the_turn_of_the_year_is_in_both_years() {
    let mut office = last_year();
    office.turn_to("2024-02-20");
    office.run("task carry KT-2023-01 --on 2023-12-31 --due 2024-05-31").ok().says("KT-2024-01");
    office.run("task complete KT-2023-02 --on 2024-01-10 --outcome met").ok();
    office.run("snapshot take 2023-12").ok();
    office.run("snapshot take --last").ok().says("2024-01");
    assert_eq!(
        frozen(&office, "snapshot show 2023-12"),
        [
            "KT-2023-01,음악분수 개선,푸른도시과,carried,90,2,3,2023-12-20,false",
            "KT-2023-02,옥상 녹화,푸른도시과,delayed,,0,0,2023-12-20,true",
            "KT-2023-05,후보였던 과제,교통과,on_track,,0,0,,false",
        ]
    );
    assert_eq!(
        frozen(&office, "snapshot show 2024-01"),
        ["KT-2024-01,음악분수 개선,푸른도시과,delayed,,0,1,2024-05-31,true"],
        "the new year begins with its own tasks, percent unknown, the open milestone late"
    );
}

#[test]
fn the_report_counts_each_department_and_rounds_half_up() {
    let office = last_year();
    office.run("progress log KT-2023-02 --percent 1 --on 2023-05-31").ok();
    let computed = office.rows("report monthly 2023-05");
    let line = |row: &crate::office::Row, columns: &str| columns.split(',').map(|column| row[column].clone()).collect::<Vec<_>>().join(",");
    let columns = "month,department,tasks,planned,on_track,delayed,suspended,completed,stopped,carried,mean_percent,source";
    let lines: Vec<String> = computed.iter().map(|row| line(row, columns)).collect();
    assert_eq!(
        lines,
        ["2023-05,푸른도시과,2,1,0,1,0,0,0,0,21,facts", "2023-05,감사담당관,1,0,0,1,0,0,0,0,75,facts"],
        "(40 + 1) / 2 is 20.5, and half goes up"
    );
    let people = office.run("report monthly 2023-05").ok().says("was not frozen").stdout;
    let total: Vec<&str> = people.lines().find(|line| line.starts_with("Total")).expect("a total").split_whitespace().collect();
    assert_eq!(total, ["Total", "3", "1", "0", "2", "0", "0", "0", "0", "39%"], "(40 + 1 + 75) / 3 is 38.67");
    assert!(!people.contains("D-01"), "columns for programs are not for people:\n{people}");
    let markdown = office.run("report monthly 2023-05 -o markdown").ok().stdout;
    assert!(markdown.contains("| Total | 3 | 1 | 0 | 2 | 0 | 0 | 0 | 0 | 39% |"), "{markdown}");
    assert!(!office.run("report monthly 2023-05 -o csv").ok().stdout.contains("Total"));
}

#[test]
fn a_report_from_a_frozen_month_stays_when_the_facts_change() {
    let office = last_year();
    let before: Vec<_> = office.rows("report monthly 2023-05").into_iter().map(without_source).collect();
    office.run("snapshot take 2023-05").ok();
    let frozen: Vec<_> = office.rows("report monthly 2023-05").into_iter().map(without_source).collect();
    assert_eq!(frozen, before, "frozen or computed, the numbers are the same");
    office.run("progress log KT-2023-01 --percent 99 --on 2023-05-31").ok();
    office.run("task void KT-2023-03 --reason 중복").ok();
    let after: Vec<_> = office.rows("report monthly 2023-05").into_iter().map(without_source).collect();
    assert_eq!(after, before);
    assert_eq!(office.column("report monthly 2023-05", "source"), ["snapshot", "snapshot"]);
    office.run("snapshot take 2023-05 --revise --reason 정정").ok();
    assert_eq!(office.column("report monthly 2023-05", "mean_percent"), ["99"]);
    assert_eq!(office.column("report monthly 2023-05 --revision 1", "mean_percent"), ["40", "75"]);
    office.run("report monthly 2023-05").ok().says("revision 2");
    office.run("report monthly 2023-05 --revision 9").refused(3, "E0473");
    office.run("report monthly 2023-04 --revision 1").refused(3, "E0472");
}

fn without_source(mut row: crate::office::Row) -> crate::office::Row {
    row.remove("source");
    row.remove("revision");
    row
}

#[test]
fn the_running_month_is_reported_as_of_today_and_a_coming_one_is_refused() {
    let mut office = last_year();
    office.turn_to("2023-12-10");
    office.run("report monthly 2023-12").ok().says("2023-12-10").says("not over");
    assert_eq!(office.column("report monthly 2023-12", "as_of"), ["2023-12-10", "2023-12-10"]);
    office.run("report monthly 2024-01").refused(4, "E0463").hints("proadmin report monthly 2023-12");
    assert_eq!(office.column("report monthly 2023-05 --as-of 2023-05-10", "mean_percent"), ["35", ""]);
}

#[test]
fn two_departments_of_one_name_are_two_rows() {
    let office = Office::on("2024-06-03");
    office.run("dept add 감사담당관").ok();
    office.run("dept add 감사담당관").ok();
    office.run("task add 하나 --year 2024 --dept D-01").ok();
    office.run("task add 둘 --year 2024 --dept D-02").ok();
    office.run("snapshot take 2024-05").ok();
    assert_eq!(office.column("report monthly 2024-05", "department_code"), ["D-01", "D-02"]);
}

#[test]
fn the_hash_of_a_frozen_month_covers_every_cell() {
    let office = last_year();
    office.run("snapshot take 2023-05").ok();
    let other = last_year();
    other.run("snapshot take 2023-05").ok();
    assert_eq!(office.column("snapshot list", "hash"), other.column("snapshot list", "hash"), "the same facts, the same hash");
    other.run("milestone add KT-2023-02 점검 --due 2023-12-01").ok();
    other.run("snapshot take 2023-05 --revise --reason 정정").ok();
    let hashes = other.column("snapshot list", "hash");
    assert_ne!(hashes[0], hashes[1]);
}

#[test]
fn a_frozen_month_never_holds_what_was_overtaken_while_it_was_read() {
    let office = last_year();
    std::thread::scope(|scope| {
        let log = |percent: i64| office.run(&format!("progress log KT-2023-01 --percent {percent} --on 2023-05-31"));
        scope.spawn(move || (0..15).for_each(|percent| drop(log(percent).ok())));
        (0..15).for_each(|_| drop(office.run("snapshot take 2023-05 --revise --reason 정정").ok()));
    });
    let wrong: Vec<(i64, i64, i64)> = rows(
        &office,
        "SELECT s.entry, json_extract(s.row, '$.percent'), (SELECT json_extract(p.row, '$.percent') FROM change p
            WHERE p.tbl = 'progress' AND json_extract(p.row, '$.reported_on') = '2023-05-31' AND p.entry < s.entry
            ORDER BY p.entry DESC LIMIT 1) AS known
           FROM change s WHERE s.tbl = 'snapshot_row' AND json_extract(s.row, '$.code') = 'KT-2023-01'",
    );
    assert!(!wrong.is_empty());
    for (entry, frozen, known) in wrong {
        assert_eq!(frozen, known, "entry {entry} froze what was no longer so");
    }
}

fn rows(office: &Office, sql: &str) -> Vec<(i64, i64, i64)> {
    let conn = office.open();
    let mut asked = conn.prepare(sql).expect("a question");
    let rows = asked.query_map((), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).expect("rows");
    rows.map(|row| row.expect("a row")).collect()
}

#[test]
fn the_monthly_report_can_be_handed_in() {
    let mut office = last_year().in_korean();
    let handed = office.run("report monthly 2023-05").ok().stdout;
    let lines: Vec<&str> = handed.lines().collect();
    assert_eq!(lines[0], "노원구 2023년 5월 중점과제 추진현황");
    assert!(lines[2].starts_with("기준: 2023-05-31(수) 현재"), "{handed}");
    for said in [
        "지연 과제",
        "착공",
        "2023-05-20",
        "이달 진척 미보고 과제",
        "전체 3건 중 진척을 보고한 적이 있는 2건",
        "빈 과제는 과제의 완료 기한",
    ] {
        assert!(handed.contains(said), "{said}\n{handed}");
    }
    office.speak(false);
    office.run("report monthly 2023-05").ok().says("노원구: key tasks by department, May 2023").says("the 2 of 3 tasks");
    let pasted = office.run("report monthly 2023-05 -o markdown").ok().stdout;
    for said in ["## 노원구: key tasks", "### Late tasks", "| KT-2023-01 | 음악분수 개선 | 푸른도시과 | 착공 | 2023-05-20 | 11 |"]
    {
        assert!(pasted.contains(said), "{said}\n{pasted}");
    }
    let csv = office.run("report monthly 2023-05 -o csv").ok().stdout;
    assert_eq!(csv.lines().count(), 3, "a header and a row a department, nothing else:\n{csv}");
    let json = office.run("report monthly 2023-05 -o json").ok().json();
    let codes = |key: &str| {
        json[key].as_array().expect("rows").iter().map(|row| row["code"].as_str().expect("a code").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(json["late"][1]["due"], "2023-05-30", "the task's own end");
    assert_eq!(codes("late"), ["KT-2023-01", "KT-2023-03"]);
    assert!(codes("missing").is_empty(), "{json}");
    office.run("task add 뒤늦은과제 --year 2023 --dept 교통과").ok();
    assert_eq!(office.run("report monthly 2023-05 -o json").ok().json()["missing"][0]["code"], "KT-2023-06");
}

#[test]
fn under_a_frozen_month_stand_the_late_tasks_that_were_frozen() {
    let office = last_year();
    office.run("snapshot take 2023-05").ok();
    let (handed_in, entry) = (office.run("report monthly 2023-05 -o json").ok().json(), office.entries());
    let late = |office: &crate::office::Office| {
        let json = office.run("report monthly 2023-05 -o json").ok().json();
        json["late"]
            .as_array()
            .expect("rows")
            .iter()
            .map(|row| format!("{} {}", row["code"], row["due"]).replace('"', ""))
            .collect::<Vec<_>>()
    };
    assert_eq!(late(&office), ["KT-2023-01 2023-05-20", "KT-2023-03 2023-05-30"]);
    office.run("task edit KT-2023-03 --due 2023-12-01 --reason 오기").ok();
    assert_eq!(late(&office), ["KT-2023-01 2023-05-20", "KT-2023-03 null"], "late as frozen, though no fact says since when");
    let way = format!("report monthly 2023-05 --known-at {entry}");
    office.run("report monthly 2023-05").ok().says("not frozen with the month").says(&format!("proadmin {way}"));
    let then = office.run(&format!("{way} -o json")).ok().json();
    for part in ["items", "late", "missing"] {
        assert_eq!(then[part], handed_in[part], "{part}");
    }
    office.run("snapshot take 2023-05 --revise --reason 정정").ok();
    let first = office.run("report monthly 2023-05 --revision 1").ok().says(&way).stdout;
    assert!(!first.contains("--revise"), "what was frozen again is not to be frozen again: {first}");
    office.run("report monthly 2023-02").ok().says("Late tasks: none");
}

#[test]
fn a_revision_is_shown_as_it_is_compared() {
    let office = Office::on("2024-07-01");
    office.run("dept add 가과").ok();
    office.run("task add 분수 --year 2024 --dept 가과").ok();
    office.run("snapshot take 2024-06").ok();
    office.run("task edit KT-2024-01 --title 음악분수").ok();
    office.run("snapshot take 2024-06 --revise --reason 정정").ok();
    assert_eq!(office.column("snapshot show 2024-06:1", "title"), ["분수"]);
    assert_eq!(office.column("snapshot show 2024-06", "title"), ["음악분수"]);
    assert_eq!(office.column("snapshot show 2024-06:1 --revision 1", "title"), ["분수"]);
    office.run("snapshot show 2024-06:1 --revision 2").refused(2, "E0475");
    office.run("snapshot show 2024-06:9").refused(3, "E0473");
    office.run("snapshot show 2024-06:x").refused(2, "E0103");
}
