//! What a third reading found: numbers that did not agree, ways out that led in a circle, cells
//! that say one thing to whoever reads them and were refused. Each is a sentence that once was
//! not so.

use rust_xlsxwriter::{Format, Workbook};

use crate::office::Office;

#[test]
fn a_headcount_above_the_members_counts_alike_in_coverage_and_in_the_evaluation_of_departments() {
    let office = Office::of_two("2024-06-10");
    office.run("training add 상반기 --on 2024-03-12").ok();
    office.run("training attend TR-2024-01 --dept 가과 --count 7").ok().hints("7 of 가과");
    office.run("training attend TR-2024-01 --staff 김하나").ok();
    office.run("training attend TR-2024-01 --dept 나과 --count 3").ok();
    assert_eq!(office.column("training coverage --year 2024", "attended"), ["1", "1"]);
    let sql = "SELECT d.code, sum(e.units) AS units FROM department_event e JOIN department d ON d.id = e.department_id \
               WHERE e.indicator = 'training_attended' GROUP BY d.code ORDER BY d.code";
    assert_eq!(office.column(&format!("query \"{sql}\""), "units"), ["1", "1"]);
}

#[test]
fn a_request_that_was_withdrawn_or_returned_earns_nothing() {
    let office = Office::of_two("2024-06-10");
    for title in ["하나", "둘", "셋"] {
        office.run(&format!("consult file {title} --dept 가과 --received-on 2024-05-02")).ok();
    }
    office.run("consult withdraw PC-2024-001 --on 2024-05-03").ok();
    office.run("consult return PC-2024-002 --ground other --reason 소송중 --on 2024-05-03").ok();
    office.run("incentive use basic --year 2024").ok();
    let proposed = office.run("incentive proposed").ok();
    assert!(proposed.stdout.contains("PC-2024-003") && !proposed.stdout.contains("PC-2024-001"), "{}", proposed.stdout);
    assert!(proposed.stdout.contains("points of the department"), "nobody is named, and that is said: {}", proposed.stdout);
    assert_eq!(office.column("incentive proposed", "source"), ["PC-2024-003"]);
    let sql = "SELECT count(*) AS n FROM department_event WHERE indicator = 'consult_filed'";
    assert_eq!(office.column(&format!("query \"{sql}\""), "n"), ["1"]);
    office.run("incentive approve PC-2024-003").ok().hints("points of the department");
}

#[test]
fn the_next_line_names_an_area_that_there_is() {
    let office = Office::of_two("2024-12-20");
    office.run("plan area 우리분야 --year 2024").ok();
    office.run("plan action 과제 --year 2024 --area 1 --dept 가과").ok();
    office.run("plan carry 2024 -y").ok();
    office.run("plan area --template standard-2022 --year 2025").ok().hints("--year 2025 --area 2 ");
    let entries = office.entries();
    office.run("plan area --template standard-2022 --year 2025").ok().says("nothing").hints("--area 1 ");
    assert_eq!(office.entries(), entries, "areas that are there are not doubled");
    office.run("plan templates").ok().hints("--template TEMPLATE");
}

#[test]
fn a_criterion_whose_name_holds_a_word_of_results_needs_a_reason_in_a_round_of_failures() {
    let office = Office::of_two("2024-12-02");
    office.run("eval open 실패 --year 2024 --track model_failure --rubric model_failure").ok();
    for name in ["성과", "주민체감도", "목표 달성도", "업무실적"] {
        office.run(&format!("eval criterion EV-2024-01 '{name}' --max 20")).refused(4, "E0651").hints("--process --reason");
    }
    office.run("eval criterion EV-2024-01 성과 --max 20 --process").refused(2, "E01");
    office.run("eval criterion EV-2024-01 '성과 공유 노력' --max 20 --process --reason '과정에서 나눈 것을 봄'").ok();
    let open = office.run("eval open 둘째 --year 2024 --track model_failure --rubric default").refused(4, "E0651");
    assert!(!open.stderr.contains("eval show EV-2024-02"), "that round was not made: {}", open.stderr);
}

#[test]
fn what_was_not_recorded_is_not_pointed_at() {
    let office = Office::of_two("2024-12-02");
    office.run("task add 분수 --year 2024 --dept 가과").ok();
    office.run("task complete KT-2024-01 --outcome missed").ok();
    office.run("eval open 실패 --year 2024 --track model_failure --rubric model_failure").ok();
    office.run("eval entry EV-2024-01 사례").refused(4, "E0647").hints("--task CODE --lesson TEXT");
    office.run("eval entry EV-2024-01 사례 --task KT-2024-01").refused(4, "E0650").hints("--task KT-2024-01 --lesson TEXT");
    office.run("eval open 팀 --year 2024 --track team").ok();
    let half = office.run("eval entry EV-2024-02 사례 --member 홍길동:60 --member 김하나:50").refused(4, "E0640");
    assert!(!half.stderr.contains("eval member"), "{}", half.stderr);
    office.run("task add 후보 --year 2024 --dept 가과 --candidate").ok();
    office.run("task stop KT-2024-02 --reason 예산").refused(4, "E0401").hints("task void KT-2024-02 --reason");
    office.run("task stop KT-2024-01 --reason 예산").refused(4, "E0401").hints("the task is completed then");
    office.run("exemption bundle KT-2024-01 증거").ok().hints("cd 증거 && sha256sum -c SHA256SUMS");
    office.write("entries.csv", "entry,title,department\nE-01,사례,가과\nE-02,둘째,없는과\n");
    office.run("eval open 개인 --year 2024").ok();
    office.run("eval import EV-2024-03 --entries entries.csv").ok().hints("line 3: there is no department '없는과'");
}

#[test]
fn a_void_task_takes_no_request_and_an_import_names_the_column_it_is_wrong_in() {
    let mut office = Office::of_two("2024-06-10");
    office.run("task add 분수 --year 2024 --dept 가과").ok();
    office.run("task void KT-2024-01 --reason 착오").ok();
    office.run("consult file 건 --dept 가과 --task KT-2024-01").refused(4, "E0404");
    office.write("in.csv", "task,on,percent\nKT-2024-01,2024-05-31,40\n");
    office.run("progress import in.csv").refused(4, "E0341").hints("line 2 task");
    office.write("bad.csv", "task,on\nKT-2024-01,2024-05-31\n");
    office.speak(true);
    office.run("progress import bad.csv").refused(2, "E0334").hints("진척");
}

#[test]
fn cells_are_read_as_a_spreadsheet_shows_them() {
    let office = Office::of_two("2024-12-20");
    for title in ["하나", "둘", "셋", "넷"] {
        office.run(&format!("task add {title} --year 2024 --dept 가과")).ok();
    }
    office.write("in.csv", "task,on,percent\nKT-2024-01,2024-12-11 0:00,40.0%\n,,\nKT-2024-02,2024-12-11,40.0\n");
    office.run("progress import in.csv").ok().says("2 new");
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, heading) in (0_u16..).zip(["task", "on", "percent"]) {
        sheet.write_string(0, column, heading).expect("a cell");
    }
    for (row, (task, part)) in (1_u32..).zip([("KT-2024-03", 0.55), ("KT-2024-04", 1.0)]) {
        sheet.write_string(row, 0, task).expect("a cell");
        sheet.write_string(row, 1, "2024-12-11").expect("a cell");
        sheet.write_number_with_format(row, 2, part, &Format::new().set_num_format("0%")).expect("a cell");
    }
    office.write("in.xlsx", workbook.save_to_buffer().expect("a workbook"));
    office.run("progress import in.xlsx").ok().says("2 new");
    assert_eq!(office.column("task list --sort code", "percent"), ["40", "40", "55", "100"]);
    office.write("in.csv", "task,on,percent\nKT-2024-01,2024-12-12,40.5\n");
    office.run("progress import in.csv").refused(4, "E0341").hints("40.5");
}

#[test]
fn a_heading_is_shown_where_it_is_one_of_the_programs_own_and_masked_where_it_may_be_a_name() {
    let office = Office::of_two("2024-12-02");
    office.run("eval open 심사 --year 2024").ok();
    for command in ["criterion EV-2024-01 적극성 --max 10", "rater EV-2024-01 R1", "entry EV-2024-01 사례"] {
        office.run(&format!("eval {command}")).ok();
    }
    let import = |scores: &str| {
        office.write("scores.csv", scores);
        office.run("eval import EV-2024-01 --scores scores.csv")
    };
    import("번호,심사위원,항목,점수,부서\nE-01,R1,적극성,9,가과\n").refused(2, "E0333").hints("부서");
    let masked = import("번호,심사위원,항목,점수,홍길동\nE-01,R1,적극성,9,가과\n").refused(2, "E0333").hints("홍*동");
    assert!(!masked.stderr.contains("홍길동"), "{}", masked.stderr);
    import("후보,위원,심사 항목,점수\nE-01,R1,적극성,9\n").ok().says("1 new");
}

#[test]
fn kinds_of_records_are_taken_by_their_korean_names() {
    let office = Office::of_two("2024-12-02").in_korean();
    office.run("retention set 교육 --years 5 --source '기록관리기준표'").ok().says("교육");
    office.run("retention set 없음 --years 5 --source x").refused(3, "E1141").hints("교육");
    office.run("retention list --kind 교육").ok();
}

#[test]
fn measures_are_named_in_the_language_of_the_reader() {
    let mut office = Office::of_two("2024-12-02");
    for command in [
        "eval open 심사 --year 2024",
        "eval criterion EV-2024-01 적극성 --max 100",
        "eval rater EV-2024-01 R1",
        "eval entry EV-2024-01 사례 --member 홍길동",
        "eval grade EV-2024-01 최우수 --count 1",
        "eval score EV-2024-01 E-01 R1 --criterion 적극성 --points 90",
        "eval close EV-2024-01 --confirm EV-2024-01",
        "reward offer EV-2024-01",
        "reward choose RW-2024-01 LEAVE",
    ] {
        office.run(command).ok();
    }
    let list = office.run_wide("reward list", 400).ok().stdout;
    assert!(list.to_lowercase().contains("leave") && !list.contains("휴가"), "{list}");
    office.speak(true);
    let list = office.run_wide("reward list", 400).ok().stdout;
    assert!(list.contains("휴가"), "{list}");
}

#[test]
fn a_day_that_nobody_said_is_shown_to_nobody() {
    let office = Office::of_two("2024-12-02");
    office.run("staff add 이둘 --dept 가과 --since-on 2020-03-01").ok();
    assert_eq!(office.column("staff list --sort code", "since_on"), ["", "", "2020-03-01"]);
    assert_eq!(office.column("dept list", "since_on"), ["", ""]);
    let exported = office.run("export staff").ok().stdout;
    assert!(!exported.contains("2010-01-01") && exported.contains("2020-03-01"), "{exported}");
    office.write("staff.csv", &exported);
    let entries = office.entries();
    office.run("import staff staff.csv").ok().says("nothing");
    assert_eq!(office.entries(), entries);
    office.run("staff leave 홍길동 --on 2015-01-01").ok();
}

#[test]
fn a_finding_s_way_out_says_which_part_to_write_anew() {
    let office = Office::of_two("2024-06-10");
    office.run("task add 분수 --year 2024 --dept 가과").ok();
    office.run("case add 분수 --kind exemplary --from KT-2024-01 --problem 고장 --done '문의 02-2116-3070' --effect 가동").ok();
    office.run("case approve CS-2024-01 --actor 박과장").ok();
    office.run("case publish CS-2024-01 --confirm CS-2024-01").refused(4, "E0888").hints("case edit CS-2024-01 --done TEXT");
}

#[test]
fn what_a_file_or_a_command_says_of_a_criterion_goes_before_its_name() {
    let office = Office::of_two("2024-12-02");
    office.run("eval open 실패 --year 2024 --track model_failure --rubric model_failure").ok();
    office.write("no.csv", "criterion,max,outcome\n성과 공유 노력,10,no\n");
    office.write("blank.csv", "criterion,max,outcome\n성과 공유 노력,20,\n업무실적,10,\n");
    office.run("eval import EV-2024-01 --criteria no.csv").ok();
    office.run("eval criterion EV-2024-01 '성과 공유 노력' --max 30").ok();
    office.run("eval import EV-2024-01 --criteria blank.csv").refused(4, "E0341").hints("업무실적").hints("line 3");
    office.write("blank.csv", "criterion,max,outcome\n성과 공유 노력,20,\n");
    office.run("eval import EV-2024-01 --criteria blank.csv").ok();
    office.run("eval criterion EV-2024-01 '성과 공유 노력' --max 20 --outcome").refused(4, "E0651");
}

#[test]
fn a_round_that_was_not_made_is_not_named() {
    let office = Office::of_two("2024-12-02");
    let open = "eval open 둘째 --year 2024 --track model_failure";
    let told = office.run(&format!("{open} --rubric default")).refused(4, "E0651").hints("--rubric model_failure");
    assert!(!told.stderr.contains("EV-2024-01"), "{}", told.stderr);
    let told = office.run(&format!("{open} --rubric 없는표")).refused(3, "E0623").hints("default, department, model_failure");
    let told = told.hints("proadmin eval open 둘째 --year 2024 --track model_failure --rubric model_failure");
    assert!(!told.stderr.contains("EV-2024-01"), "{}", told.stderr);
    let told = office.run("eval open 둘째 --year 2024 --rubric default --tie 없는항목").refused(3, "E0605");
    assert!(!told.stderr.contains("eval show"), "{}", told.stderr);
}

#[test]
fn a_department_that_was_merged_away_takes_no_award_nominates_nobody_and_is_passed_nothing() {
    let office = Office::of_two("2024-06-10");
    office.run("dept merge 가과 --into 나과 --on 2024-05-01").ok();
    for (typed, way) in [
        ("award add 경진대회 --dept 가과", "award add 경진대회 --dept D-02"),
        ("award add 경진대회 --dept 가과 --on 2024-05-01", "award add 경진대회 --dept D-02 --on 2024-05-01"),
        (
            "nominate add 공적 --nominee 김하나 --by department --nominator 가과",
            "nominate add 공적 --nominee 김하나 --by department --nominator D-02",
        ),
        ("staff move 김하나 --to 가과", "staff move 김하나 --to D-02"),
        ("task add 하나 --year 2024 --dept=가과", "task add 하나 --year 2024 --dept=D-02"),
    ] {
        office.run(typed).refused(4, "E0359").hints(&format!("proadmin {way}\n"));
    }
    // What was before the merger is still its own.
    office.run("award add 경진대회 --dept 가과 --on 2024-04-30").ok();
    office.run("award add 옛대회 --dept 가과 --year 2023").ok();
    office.run("award edit AW-2023-01 --dept 가과").ok();
    office.run("award edit AW-2024-01 --dept 가과 --on 2024-05-02").refused(4, "E0359");
    office.run("nominate add 공적 --nominee 김하나 --by department --nominator 가과 --received-on 2024-04-30").ok();
    let exported = office.run("export award").ok().stdout;
    office.write("awards.csv", exported);
    office.run("import award awards.csv").ok().says("nothing differs");
    office.write("new.csv", "year,contest,department,awarded_on\n2024,새대회,가과,2024-05-02\n");
    office.run("import award new.csv").refused(4, "E0341").hints("line 2 department");
    let passed = "title,department,received_on,state,ground,passed_to,closed_on\n지연,나과,2024-04-29,passed,";
    for (on, code) in [("2024-05-02", 4), ("2024-04-30", 0)] {
        office.write("passed.csv", format!("{passed}question,가과,{on}\n"));
        assert_eq!(office.run("import passive passed.csv").code, code, "{on}");
    }
}

#[test]
fn a_code_is_read_in_any_case_and_a_name_with_any_blanks() {
    let office = Office::on("2024-05-02").in_korean();
    for line in ["dept add 교통행정과", "staff add 이조사 --dept d-01", "task add 하나 --year 2024 --dept d-01 --lead s-0001"] {
        office.run(line).ok();
    }
    office.run("staff show s-0001").ok().says("이조사");
    office.run("dept show d-01").ok().says("교통행정과");
    office.run("task list --dept d-01").ok().says("KT-2024-01");
    // A row of a file that says the code so is that record, and a new one is kept as codes are.
    office.write("직원.csv", "code,name,department,grade\ns-0001,이조사,d-01,7\ns-0009,박새로,D-01,\n");
    office.run("staff import 직원.csv").ok();
    assert_eq!(office.column("staff list", "code"), ["S-0001", "S-0009"]);
    for typed in ["staff show '이 조사'", "task add 둘 --year 2024 --dept D-01 --lead '이 조사'"] {
        office.run(typed).refused(3, "E0301").hints("혹시 이조사(S-0001)?");
    }
    office.run("dept show '교통 행정과'").refused(3, "E0301").hints("혹시 교통행정과(D-01)?");
    // What looks like a code is not offered as the name of someone new.
    for typed in ["dept show d-07", "staff show s-0200", "task add 둘 --year 2024 --dept d-07"] {
        let told = office.run(typed).refused(3, "E0301").stderr;
        assert!(!told.contains(" add d-") && !told.contains(" add s-"), "{told}");
    }
    office.run("dept add '교통 행정과'").ok().hints("같은 이름의 부서 D-01 교통행정과가 이미 있습니다");
    office.run("staff add '이 조사' --dept D-01").ok().hints("같은 이름의 직원 S-0001 이조사가 이미 있습니다");
    office.run("nominate add 공적 --nominee S-0001 --by self").ok();
    let told = office.run("nominate reject NM-2024-001 --ground 친절").refused(3, "E0507");
    told.hints("abstract(추상적인 공적)").hints("proadmin nominate reject NM-2024-001 --ground kindness");
}
