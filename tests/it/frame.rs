//! What every command can rely on: the gates, whatever the noun.

use crate::office::Office;

fn office_with_three_tasks() -> Office {
    let office = Office::on("2024-05-02");
    office.run("dept add 가과").ok();
    office.run("dept add 나과").ok();
    for (title, dept) in [("하나", "가과"), ("둘", "나과"), ("셋", "가과")] {
        office.run(&format!("task add {title} --year 2024 --dept {dept}")).ok();
    }
    office
}

#[test]
fn a_field_that_is_not_there_is_refused_before_anything_is_recorded() {
    let office = office_with_three_tasks();
    let entries = office.entries();
    office.run("task add 넷 --year 2024 --dept 가과 --fields bogus").refused(2, "E0121");
    office.run("task add 넷 --year 2024 --dept 가과 --sort bogus").refused(2, "E0121");
    assert_eq!(office.entries(), entries);
}

#[test]
fn a_cut_list_says_how_many_there_are_also_with_chosen_fields() {
    let office = office_with_three_tasks();
    for question in ["task list --limit 1", "task list --limit 1 --fields code", "task list --limit 1 --fields code --sort title"] {
        let answer = office.run(&format!("{question} -o json")).ok().json();
        assert_eq!(answer["total"], 3, "{question}");
        assert_eq!(answer["items"].as_array().map(Vec::len), Some(1), "{question}");
        office.run(question).ok().says("1 of 3");
    }
}

#[test]
fn several_sort_keys_keep_their_own_directions() {
    let office = office_with_three_tasks();
    assert_eq!(office.column("task list --sort=-department,title", "title"), ["둘", "셋", "하나"]);
    office.run("eval open 심사 --year 2024").ok();
    office.run("eval criterion EV-2024-01 적극성 --max 10").ok();
    for (entry, dept) in [("E01", "가과"), ("E02", "나과"), ("E03", "가과")] {
        office.run(&format!("eval entry EV-2024-01 사례 --entry {entry} --dept {dept}")).ok();
    }
    assert_eq!(office.column("eval table EV-2024-01 --sort=-department,entry", "entry"), ["E02", "E01", "E03"]);
}

#[test]
fn an_answer_is_never_written_over_the_offices_own_file_nor_into_a_format_nobody_writes() {
    let office = office_with_three_tasks();
    for name in ["proadmin.db", "./proadmin.db"] {
        office.run(&format!("task list --out {name}")).refused(2, "E0122");
    }
    office.run("task list --out list.docx").refused(2, "E0123");
    assert_eq!(office.rows("task list").len(), 3);
    office.run("task list --out list.csv").ok();
    assert!(office.read("list.csv").starts_with("\u{FEFF}code,title,year,department,lead,state,percent"));
}

#[test]
fn a_number_given_by_hand_cannot_use_the_counter_up() {
    let office = office_with_three_tasks();
    office.write("t.csv", "code,title,year,department\nKT-2024-9223372036854775807,넷,2024,가과\n");
    office.run("import task t.csv").refused(4, "E0341");
    office.run("task add 넷 --year 2024 --dept 가과").ok().says("KT-2024-04");
}

#[test]
fn a_request_with_another_file_is_another_request() {
    let office = office_with_three_tasks();
    office.write("p.csv", "task,on,percent\nKT-2024-01,2024-05-01,10\n");
    let import = "import progress p.csv --request-id may";
    office.run(import).ok();
    office.run(import).ok().says("recorded before");
    office.write("p.csv", "task,on,percent\nKT-2024-01,2024-05-01,20\n");
    office.run(import).refused(5, "E0115");
    assert_eq!(office.column("progress list", "percent"), ["10"]);
}

#[test]
fn what_is_no_text_is_not_guessed_at() {
    let office = office_with_three_tasks();
    office.run("consult file 건 --dept 가과").ok();
    for kind in ["law", "site", "validity"] {
        office.run(&format!("consult review PC-2024-001 --kind {kind} --waive 서면")).ok();
    }
    office.write("letter.txt", b"\xEA\xB0\x80\xFF\xFE");
    office.run("consult answer PC-2024-001 --result possible --text-file letter.txt").refused(2, "E0339");
    office.run("consult answer PC-2024-001 --result possible --text …").refused(2, "E0103");
    assert_eq!(office.column("consult list", "state"), ["reviewing"]);
}

#[test]
fn a_day_outside_the_calendar_is_no_day_to_ask_about() {
    let office = office_with_three_tasks();
    office.run("task list --as-of 2100-01-01").refused(4, "E0321");
    office.run("task list --as-of 2024-04-01").ok().says("as of 2024-04-01");
}

#[test]
fn text_may_begin_with_a_hyphen() {
    let office = office_with_three_tasks();
    office.run("progress log KT-2024-01 --percent 10 --note '- 설계 착수'").ok();
    assert_eq!(office.items("progress list")[0]["note"], "- 설계 착수");
}

#[test]
fn what_is_only_tried_leaves_nothing_behind_and_says_so() {
    let office = Office::without_file("2024-06-10");
    let files = || std::fs::read_dir(office.folder()).expect("the folder").count();
    office.run("init --org 노원구 -n").ok().says("dry run: nothing recorded");
    office.run("demo -n").refused(2, "E0139");
    office.run("man pages -n").refused(2, "E0139");
    assert_eq!(files(), 0);
}

#[test]
fn a_script_is_told_by_the_exit_code_that_a_list_holds_something_late_and_that_a_file_differs() {
    let mut office = Office::on("2024-06-10");
    for command in [
        "dept add 가과 --since-on 2024-01-01",
        "task add 과제 --year 2024 --dept 가과 --due 2024-07-01",
        "consult file 요청 --dept 가과",
        "passive add 신고",
        "plan area 홍보 --year 2024",
        "plan action 홍보 --area 1 --dept 가과 --year 2024 --due 2024-07-01",
    ] {
        office.run(command).ok();
    }
    office.write("p.csv", "task,on,percent\nKT-2024-01,2024-06-10,10\n");
    let codes = |office: &Office| {
        ["task list", "task list --dept 가과", "consult list", "passive list", "plan list"]
            .map(|list| office.run(&format!("{list} --exit-code")).code)
    };
    assert_eq!(codes(&office), [0; 5]);
    office.turn_to("2024-09-02");
    assert_eq!(codes(&office), [10; 5]);
    office.run("task list").ok();
    assert_eq!(office.run("import progress p.csv -n --exit-code").code, 10);
    assert_eq!(office.run("import progress p.csv -y --exit-code").code, 0);
    assert_eq!(office.run("import progress p.csv -n --exit-code").code, 0, "nothing differs");
}
