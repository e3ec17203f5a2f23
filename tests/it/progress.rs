//! Progress of key tasks, and the month's returns.

use crate::office::Office;

fn office() -> Office {
    let office = Office::on("2024-06-03");
    office.run("dept add 푸른도시과").ok();
    office.run("dept add 감사담당관").ok();
    office.run("staff add 홍길동 --dept 푸른도시과").ok();
    office.run("task add \"음악분수 개선\" --year 2024 --dept 푸른도시과 --lead 홍길동").ok();
    office.run("task add \"사전컨설팅 활성화\" --year 2024 --dept 감사담당관 --cycle quarterly").ok();
    office
}

#[test]
fn the_same_day_again_corrects_that_day() {
    let office = office();
    office.run("progress log KT-2024-01 --percent 40 --on 2024-05-30 --note \"공정률 40%\"").ok();
    office.run("progress log kt-2024-01 --percent 45% --on 2024-05-30").ok().says("corrected from 40% to 45%");
    assert_eq!(office.column("progress list", "percent"), ["45"]);
    assert_eq!(office.column("progress list", "note"), ["공정률 40%"], "what was not said again stays");
    let entries = office.entries();
    office.run("progress log KT-2024-01 --percent 45 --on 2024-05-30").ok().says("nothing differs");
    assert_eq!(office.entries(), entries);
    office.run("progress log KT-2024-01 --percent 45 --on 2024-05-30 --note 정정").ok().says("note");
    assert_eq!(office.column("progress list", "note"), ["정정"]);
}

#[test]
fn a_fall_is_warned_about_and_recorded_and_a_hundred_closes_nothing() {
    let office = office();
    office.run("progress log KT-2024-01 --percent 100 --on 2024-04-30").ok();
    assert_eq!(office.column("task list", "state"), ["on_track", "on_track"]);
    let fell = office.run("progress log KT-2024-01 --percent 60 --on 2024-05-31").ok();
    assert!(fell.stderr.contains("falls from 100% to 60%"), "{}", fell.stderr);
    assert_eq!(office.column("task list --fields percent", "percent"), ["60", ""]);
    let rose = office.run("progress log KT-2024-01 --percent 70 --on 2024-06-01").ok();
    assert!(!rose.stderr.contains("falls"), "{}", rose.stderr);
    office.run("progress log KT-2024-01 --percent 50 --on 2024-03-31").ok().hints("later report").hints("2024-06-01").hints("70%");
    assert_eq!(office.column("task list --fields percent", "percent"), ["70", ""], "the last day counts, not the last entry");
    assert_eq!(office.column("task list --as-of 2024-04-15 --fields percent", "percent"), ["50", ""]);
}

#[test]
fn progress_is_logged_only_while_the_task_is_selected_and_open() {
    let office = office();
    office.run("task add 후보 --year 2024 --dept 감사담당관 --candidate").ok();
    office.run("progress log KT-2024-03 --percent 10").refused(4, "E0461").hints("proadmin task select KT-2024-03");
    office.run("task select KT-2024-03 --on 2024-04-01").ok();
    office.run("progress log KT-2024-03 --percent 10 --on 2024-03-31").refused(4, "E0461");
    office.run("progress log KT-2024-03 --percent 10 --on 2024-04-01").ok();
    office.run("progress log KT-2024-01 --percent 10 --on 2023-12-31").refused(4, "E0402");
    office.run("task complete KT-2024-01 --on 2024-05-31 --outcome met").ok();
    office.run("progress log KT-2024-01 --percent 90 --on 2024-06-01").refused(4, "E0462").hints("proadmin task reopen KT-2024-01");
    office.run("progress log KT-2024-01 --percent 100 --on 2024-05-31").ok();
    office.run("progress log KT-2024-02 --percent 10 --on 2024-06-04").refused(4, "E0111");
    for bad in ["101", "-1", "4.5", "x"] {
        office.run(&format!("progress log KT-2024-02 --percent {bad}")).refused(2, "E0103");
    }
    office.run("task void KT-2024-02 --reason 실수").ok();
    office.run("progress log KT-2024-02 --percent 10").refused(4, "E0404");
}

#[test]
fn missing_names_who_owes_the_month_and_the_quarter() {
    let mut office = office();
    office.turn_to("2024-07-02");
    office.run("progress log KT-2024-01 --percent 10 --on 2024-04-30").ok();
    office.run("progress log KT-2024-01 --percent 30 --on 2024-06-30").ok();
    assert_eq!(office.column("progress missing 2024-04", "code"), Vec::<String>::new());
    assert_eq!(office.column("progress missing 2024-05", "code"), ["KT-2024-01"], "quarterly tasks owe nothing in May");
    assert_eq!(office.column("progress missing 2024-05", "last_on"), ["2024-04-30"], "a later report is no report for May");
    assert_eq!(office.column("progress missing 2024-05", "lead"), ["홍길동"]);
    assert_eq!(office.column("progress missing 2024-06", "code"), ["KT-2024-02"]);
    assert_eq!(office.column("progress missing 2024-03", "code"), ["KT-2024-01", "KT-2024-02"]);
    office.run("progress log KT-2024-02 --percent 50 --on 2024-05-10").ok();
    assert!(office.rows("progress missing 2024-06").is_empty(), "May is in the second quarter");
    assert_eq!(office.run("progress missing 2024-06 --exit-code").code, 0);
    assert_eq!(office.run("progress missing 2024-05 --exit-code").code, 10);
    office.run("progress missing 2024-08").refused(4, "E0463");
    assert_eq!(office.column("progress missing 2024-06 --as-of 2024-06-15", "code"), ["KT-2024-01"]);
    office.run("progress missing 2024-07").ok().says("not over yet");
}

#[test]
fn who_was_not_there_in_a_month_owes_nothing_for_it() {
    let office = office();
    office.run("task add 후보 --year 2024 --dept 감사담당관 --candidate").ok();
    office.run("task add 늦은선정 --year 2024 --dept 감사담당관 --candidate").ok();
    office.run("task select KT-2024-04 --on 2024-05-31").ok();
    office.run("task stop KT-2024-01 --on 2024-05-01 --reason 중단").ok();
    assert_eq!(office.column("progress missing 2024-04", "code"), ["KT-2024-01"]);
    assert_eq!(office.column("progress missing 2024-05", "code"), ["KT-2024-04"], "who is open on the last day owes the month");
    assert_eq!(office.column("progress missing 2024-06", "code"), ["KT-2024-02", "KT-2024-04"], "closed tasks owe nothing after");
}

/// An office of forty departments with a task each, of last year.
fn forty_departments() -> Office {
    let office = Office::on("2024-06-03");
    let lines = |line: fn(usize) -> String| (1..=40).map(line).collect::<Vec<_>>().join("\n");
    office.write("dept.csv", format!("name\n{}\n", lines(|no| format!("부서{no}"))));
    office.run("dept import dept.csv").ok();
    office.write("task.csv", format!("title,year,department\n{}\n", lines(|no| format!("과제 {no},2023,부서{no}"))));
    office.run("task import task.csv").ok();
    office
}

/// The returns of forty departments, some lines of which are spoilt.
fn returns(spoilt: &[(usize, &str)]) -> String {
    let line = |no: usize| {
        let spoilt = spoilt.iter().find(|(at, _)| *at == no).map(|(_, line)| (*line).to_owned());
        spoilt.unwrap_or_else(|| format!("KT-2023-{no:02},2023-05-31,{},추진 {no}", no * 2))
    };
    format!("task,on,percent,note\n{}\n", (1..=40).map(line).collect::<Vec<_>>().join("\n"))
}

#[test]
fn forty_returns_come_as_one_file_all_or_none() {
    let office = forty_departments();
    let spoilt = [(7, "KT-2023-99,2023-05-31,50,없는 과제"), (19, "KT-2023-19,2023-05-31,120,넘침"), (33, "KT-2023-33,2024-06-04,10,앞날")];
    office.write("returns.csv", returns(&spoilt));
    let entries = office.entries();
    let refused = office.run("progress import returns.csv").refused(4, "E0341");
    for said in ["3 errors", "line 8 task", "'KT-2023-99'", "line 20 percent", "'120'", "line 34 on", "'2024-06-04'"] {
        assert!(refused.stderr.contains(said), "{said}\n{}", refused.stderr);
    }
    assert_eq!(office.entries(), entries);
    assert!(office.rows("progress list").is_empty());

    office.write("returns.csv", as_excel_saves(&returns(&[])));
    office.run("progress import returns.csv -n").ok().says("40 new");
    assert!(office.rows("progress list").is_empty());
    office.run("progress import returns.csv").ok().says("40 new").says("CP949");
    assert_eq!(office.entries(), entries + 1, "one entry for the whole file");
    office.run("progress import returns.csv").ok().says("nothing");
    assert!(office.rows("progress missing 2023-05").is_empty());
    let percents = office.column("progress list --month 2023-05", "percent");
    assert_eq!(percents, (1..=40).map(|no| (no * 2).to_string()).collect::<Vec<_>>());
    office.run("progress list --out all.csv").ok();
    office.run("progress import all.csv").ok().says("nothing");
}

/// The bytes of CP949.
fn as_excel_saves(text: &str) -> Vec<u8> {
    let (bytes, _, unmappable) = encoding_rs::EUC_KR.encode(text);
    assert!(!unmappable);
    bytes.into_owned()
}

#[test]
fn an_import_tells_what_fell_and_which_code_was_mistyped() {
    let office = office();
    office.run("progress log KT-2024-01 --percent 60 --on 2024-04-30").ok();
    office.write("r.csv", "task,percent,title\nKT-2024-01,40,음악분수 개선\nKT-2024-02,10,음악분수 개선\n");
    office.run("progress import r.csv --on 2024-05-31").refused(4, "E0341").hints("line 3 title");
    office.write("r.csv", "task,percent,title\nKT-2024-01,40,음악분수 개선\nKT-2024-02,10,사전컨설팅 활성화\n");
    office.run("progress import r.csv").refused(4, "E0341").hints("line 2 on").hints("--on");
    office.run("progress import r.csv --on 2024-05-31").ok().hints("falls from 60% to 40%");
    office.write("r.csv", "task,on,percent\nKT-2024-01,2024-05-31,65\n");
    office.run("progress import r.csv").ok().says("1 changed");
    assert_eq!(office.column("progress list KT-2024-01", "percent"), ["60", "65"]);
}

#[test]
fn the_departments_get_an_empty_return_that_import_takes_back_filled_in() {
    let mut office = Office::on("2024-05-02");
    for dept in ["가과", "나/과"] {
        office.run(&format!("dept add {dept}")).ok();
    }
    for (title, dept) in [("하나", "D-01"), ("'쉼표, 둘'", "D-01"), ("셋", "D-02")] {
        office.run(&format!("task add {title} --year 2024 --dept {dept}")).ok();
    }
    office.turn_to("2024-06-03");
    office.run("progress log KT-2024-01 --percent 10 --on 2024-05-20").ok();
    let form = office.run("progress form 2024-05").ok().stdout;
    assert_eq!(form, "task,title,on,percent,note\nKT-2024-02,\"쉼표, 둘\",2024-05-31,,\nKT-2024-03,셋,2024-05-31,,\n");
    assert_eq!(office.column("progress form 2024-05 --dept 가과", "task"), ["KT-2024-02"]);
    std::fs::create_dir(office.folder().join("out")).expect("a folder");
    office.run("progress form 2024-05 --to out").ok();
    assert!(office.read("out/2024-05-D-02-나_과.csv").contains("KT-2024-03,셋,2024-05-31,,"));
    office.write("empty.csv", &form);
    let before = office.entries();
    office.run("import progress empty.csv").ok().hints("2 blank rows passed over");
    assert_eq!(office.entries(), before);
    office.write("filled.csv", form.replace(",,\n", ",40,착공\n"));
    office.run("import progress filled.csv").ok().says("2 new");
    assert_eq!(office.run("progress form 2024-05").ok().stdout.lines().count(), 1, "nobody owes one any more");
    office.run("progress form 2024-07").refused(4, "E0463");
    assert_eq!(office.column("progress form 2024-05 --as-of 2024-05-10", "on"), ["2024-05-10"; 3]);
}
