//! What a script can rely on when things go wrong around the program: an answer that was lost, a
//! request that is repeated, a file that is no file, and who may read what is made.
#![cfg(unix)]

use std::fs::{File, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::process::Stdio;

use crate::office::Office;

fn office() -> Office {
    let office = Office::on("2024-06-10");
    office.run("dept add 홍보과").ok();
    office
}

/// Runs a command whose stdout is a device that is always full.
fn on_a_full_device(office: &Office, words: &[&str]) -> (Option<i32>, String) {
    let full = File::options().write(true).open("/dev/full").expect("a full device");
    let output = office.command(words).stdin(Stdio::null()).stdout(full).output().expect("an answer");
    (output.status.code(), String::from_utf8(output.stderr).expect("UTF-8"))
}

#[test]
fn an_answer_lost_after_the_record_is_exit_74_and_the_repeated_request_answers() {
    let office = office();
    let add = ["task", "add", "음악분수", "--year", "2024", "--dept", "홍보과", "--request-id", "r-1", "-o", "json"];
    let (code, said) = on_a_full_device(&office, &add);
    assert_eq!(code, Some(74), "{said}");
    assert!(said.contains("E0074") && said.contains("it was recorded") && said.contains("proadmin log"), "{said}");
    let entries = office.entries();
    let again = office.run_words(&add, "").ok().json();
    assert_eq!((again["name"].as_str(), again["items"][0]["code"].as_str()), (Some("task add"), Some("KT-2024-01")));
    office.run_words(&[&add[..], &["--due", "2024-12-31"]].concat(), "").refused(5, "E0115");
    assert_eq!((office.entries(), office.rows("task list").len()), (entries, 1));
    office.run("verify").ok();
}

#[test]
fn a_request_that_is_done_is_not_refused_for_being_done() {
    let office = office();
    for command in [
        "staff add 홍길동 --dept 홍보과 --since-on 2024-01-01",
        "incentive earn 활동 --event collaboration --staff 홍길동",
        "incentive earn 둘 --event collaboration --staff 홍길동",
        "plan area 홍보 --year 2024",
        "plan action 홍보 --area 1 --dept 홍보과 --year 2024",
        "nominate add 주차 --nominee 홍길동 --by resident --nominator 박주민",
        "dept add 여벌과",
    ] {
        office.run(command).ok();
    }
    let last = office.entries();
    for (no, command) in [
        "incentive approve IA-2024-001 -y",
        "incentive reject IA-2024-002 --reason 중복",
        "calendar add 2024-12-27 --name 임시휴일 -y",
        "calendar void 2024-12-27 --reason 취소 -y",
        "plan carry 2024 -y",
        "erase NM-2024-001 --reason 경과 --confirm NM-2024-001",
        &format!("undo {last} -y"),
    ]
    .iter()
    .enumerate()
    {
        let request = format!("{command} --request-id r{no}");
        let first = office.run(&request).ok();
        let entries = office.entries();
        let again = office.run(&request).ok().says("recorded before");
        assert_eq!(office.entries(), entries, "{command}: {}{}", first.stdout, again.stdout);
        // What was not recorded under the number is still refused.
        assert_ne!(office.run(&format!("{command} --request-id another{no}")).code, 0, "{command}");
        office.run(&format!("{command} --doc-no 7 --request-id r{no}")).refused(5, "E0115");
    }
}

#[test]
fn an_answer_lost_where_nothing_was_recorded_does_not_say_that_something_was() {
    let office = office();
    let add = ["task", "add", "음악분수", "--year", "2024", "--dept", "홍보과"];
    for words in [&[&add[..], &["-n"]].concat()[..], &["task", "list"], &["today"], &["verify"]] {
        let (code, said) = on_a_full_device(&office, words);
        assert_eq!(code, Some(1), "74 says that it was recorded; {words:?}: {said}");
        assert!(!said.contains("it was recorded") && said.contains("E0137"), "{words:?}: {said}");
    }
    assert!(office.rows("task list").is_empty());
}

#[test]
fn a_reader_that_goes_away_ends_a_list_quietly_but_not_a_write() {
    let office = office();
    let gone = |words: &[&str]| {
        let mut child = office.command(words).spawn().expect("the program starts");
        drop(child.stdout.take());
        drop(child.stdin.take());
        let output = child.wait_with_output().expect("the program ends");
        (output.status.code(), String::from_utf8(output.stderr).expect("UTF-8"))
    };
    let (code, said) = gone(&["calendar", "list", "--year", "2024", "-o", "json"]);
    assert_eq!(code, Some(0), "{said}");
    let (code, said) = gone(&["dept", "add", "체육과"]);
    assert!(code == Some(74) && said.contains("it was recorded"), "{code:?} {said}");
    assert_eq!(office.column("dept list", "name"), ["홍보과", "체육과"]);
}

#[test]
fn a_workbook_that_cannot_hold_the_answer_says_that_the_record_stands() {
    let office = office();
    office.run("consult file 건 --dept 홍보과 --received-on 2024-06-03").ok();
    office.write("long.txt", "가".repeat(33_000));
    let words = ["consult", "review", "PC-2024-001", "--kind", "law", "--finding-file", "long.txt", "--out", "r.xlsx"];
    let answer = office.run_words(&words, "");
    // Where the answer fits after all, nothing was lost.
    assert!(answer.code == 0 || answer.code == 74 && answer.stderr.contains("it was recorded"), "{}", answer.stderr);
    assert_eq!(office.column("consult list", "state"), ["reviewing"]);
}

#[test]
fn what_is_made_is_its_owners_alone_whatever_the_umask() {
    let office = Office::without_file("2024-06-10");
    let free = |line: &str| {
        let script = format!("umask 000; exec {} {line}", env!("CARGO_BIN_EXE_proadmin"));
        let mut command = office.command(&[]);
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", &script]).current_dir(office.folder()).env_clear();
        shell.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
        let output = shell.output().expect("an answer");
        assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
        command.arg("");
    };
    for line in [
        "init --org 노원구",
        "dept add 홍보과",
        "task add 음악분수 --year 2024 --dept 홍보과",
        "backup .",
        "task list --out list.csv",
        "task list --out list.xlsx",
        "report monthly 2024-05 --out month.html",
    ] {
        free(line);
        for file in std::fs::read_dir(office.folder()).expect("a folder") {
            let file = file.expect("a file");
            let mode = file.metadata().expect("its mode").permissions().mode() & 0o777;
            assert_eq!(mode, 0o600, "{:?} after {line}", file.file_name());
        }
    }
    // Files beside the open file are its owner's too.
    let held = office.open();
    held.execute_batch("BEGIN; SELECT count(*) FROM entry").expect("held open");
    free("dept add 체육과");
    for ending in ["-wal", "-shm"] {
        let beside = office.folder().join(format!("proadmin.db{ending}"));
        assert_eq!(std::fs::metadata(&beside).expect("a file").permissions().mode() & 0o777, 0o600, "{ending}");
    }
    drop(held);
    // Who made a file readable on purpose finds it readable again.
    let shared = office.folder().join("list.csv");
    std::fs::set_permissions(&shared, Permissions::from_mode(0o644)).expect("shared");
    free("task list --out list.csv");
    assert_eq!(std::fs::metadata(&shared).expect("a file").permissions().mode() & 0o777, 0o644);
}

#[test]
fn a_pipe_or_a_device_in_place_of_the_file_is_refused_and_not_waited_for() {
    let office = office();
    let pipe = office.folder().join("pipe.db");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    for verb in ["dept add 체육과", "dept list", "verify", "backup ."] {
        office.run(&format!("{verb} --db pipe.db")).refused(7, "E0207");
        office.run(&format!("{verb} --db /dev/zero")).refused(7, "E0207");
    }
}

#[test]
fn a_format_number_that_was_never_written_is_refused_untouched() {
    let office = office();
    for version in [-5, 0] {
        office.open().pragma_update(None, "user_version", version).expect("changed");
        let before = std::fs::read(office.file()).expect("the file");
        for verb in ["dept add 체육과", "dept list", "verify", "seal"] {
            office.run(verb).refused(7, "E0208");
        }
        assert_eq!(std::fs::read(office.file()).expect("the file"), before, "{version}");
    }
    office.open().pragma_update(None, "user_version", 1).expect("put right");
    office.run("verify").ok();
}

#[test]
fn formulas_in_full_width_are_inert_too_and_come_back_as_they_were() {
    let office = office();
    for title in ["＝1+1", "－ 설계", "＠합계", "'＋1"] {
        office.run_words(&["task", "add", title, "--year", "2024", "--dept", "홍보과"], "").ok();
    }
    assert_eq!(office.column("task list", "title"), ["'＝1+1", "'－ 설계", "'＠합계", "''＋1"]);
    office.run("export task --out t.csv").ok();
    let entries = office.entries();
    office.run("import task t.csv -y").ok();
    assert_eq!(office.entries(), entries);
}

#[test]
fn a_request_for_other_codes_or_another_text_is_no_repetition_wherever_they_come_from() {
    let office = office();
    for title in ["분수", "조명", "산책로"] {
        office.run(&format!("task add {title} --year 2024 --dept 홍보과")).ok();
    }
    let void = ["task", "void", "-", "--reason", "중복", "--request-id", "v-1"];
    office.run_words(&void, "KT-2024-03\n").ok();
    office.run_words(&void, "KT-2024-03\n").ok().says("recorded before");
    office.run_words(&void, "KT-2024-01\n").refused(5, "E0115");
    assert_eq!(office.column("task list", "code"), ["KT-2024-01", "KT-2024-02"]);
    office.run("plan area 홍보 --year 2024").ok();
    office.run("plan action 영상 --area 1 --dept 홍보과").ok();
    let link = ["plan", "link", "PL-2024-01", "-", "--request-id", "l-1"];
    office.run_words(&link, "KT-2024-01").ok();
    office.run_words(&link, "KT-2024-02").refused(5, "E0115");
    // A text is told from another whether it stands in a file or comes from stdin.
    for no in 1..=3 {
        office.run(&format!("consult file 건{no} --dept 홍보과 --received-on 2024-06-03")).ok();
        let review = format!("consult review PC-2024-00{no} --kind law --on 2024-06-04 --request-id f-{no}");
        let words = |flag| format!("{review} {flag}");
        let words = words(["--finding-file f.md", "--finding-file=f.md", "--finding-file -"][no - 1]);
        let words: Vec<&str> = words.split(' ').collect();
        office.write("f.md", "적법함");
        office.run_words(&words, "적법함").ok();
        office.run_words(&words, "적법함").ok().says("recorded before");
        office.write("f.md", "위법함");
        office.run_words(&words, "위법함").refused(5, "E0115");
    }
}

#[test]
fn the_file_that_takes_the_answer_is_no_part_of_the_request() {
    let office = office();
    for (no, out) in ["--out a.json", "--out=a.json"].iter().enumerate() {
        let add = format!("dept add 체육{no}과 --request-id o-{no} {out}");
        office.run(&add).ok();
        office.run(&add).ok();
    }
    assert!(office.read("a.json").contains("D-"), "the repeated request answers into the file too");
}

#[test]
fn a_reading_of_names_that_could_not_be_shown_is_told_to_be_recorded() {
    let office = office();
    office.run("consult file 분수 --dept 홍보과 --applicant-type petitioner --applicant 이몽룡 --received-on 2024-06-03").ok();
    let entries = office.entries();
    let read = ["consult", "show", "PC-2024-001", "--personal", "--reason", "확인"];
    let (code, said) = on_a_full_device(&office, &read);
    assert!(code == Some(74) && said.contains("the reading of the names is recorded"), "{code:?} {said}");
    assert!(!said.contains("it was recorded; do not") && !said.contains("nothing was recorded"), "{said}");
    let (code, said) = on_a_full_device(&office, &[&read[..], &["-o", "json"]].concat());
    assert!(code == Some(74) && said.contains("\"recorded\":true"), "{code:?} {said}");
    assert_eq!(office.entries(), entries + 2, "each is an entry");
}

#[test]
fn an_answer_for_a_folder_that_is_not_there_is_refused_before_anything_is_done() {
    let office = office();
    let entries = office.entries();
    for command in ["task list", "dept add 체육과", "consult show PC-2024-001 --personal --reason 확인"] {
        office.run(&format!("{command} --out 없는곳/a.json")).refused(2, "E0344").hints("mkdir 없는곳");
    }
    assert_eq!(office.entries(), entries);
}
