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
        assert_eq!(code, Some(74), "{words:?}: {said}");
        assert!(!said.contains("it was recorded"), "{words:?}: {said}");
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
